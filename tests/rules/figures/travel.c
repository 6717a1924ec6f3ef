#include "tests/rules/figures/figure.h"

/* An hour lies between morning and afternoon; a break of 20 minutes leaves 40. The
 * evening follows the afternoon at once. */
#define WAY(minutes) "travel: {default: " minutes "}\n"
#define SOFT "{weight: 3}"

const struct figure figures_travel[] = {
    {
        .name = "a way too long without a car",
        .world = {.use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm clinic crawley\n",
        .broken = 1,
        .says = "Bob Best can't get from hove to crawley on Mon 1 Feb pm: 60 min of travel without "
                "a car and a break of 20, in 60 min",
    },
    {
        .name = "half as long by car",
        .world = {.use = SOFT},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n",
    },
    {
        .name = "a way that just fits",
        .world = {.service = WAY("40"), .use = SOFT},
        .rota = "ann 2027-02-26 am clinic hove\n"
                "ann 2027-02-26 pm clinic crawley\n",
    },
    {
        .name = "a minute too long",
        .world = {.service = WAY("41"), .use = SOFT},
        .rota = "ann 2027-02-26 am clinic hove\n"
                "ann 2027-02-26 pm clinic crawley\n",
        .cost = 3,
        .says = "Ann Able can't get from hove to crawley on Fri 26 Feb pm: 41 min of travel and a "
                "break of 20, in 60 min",
    },
    {
        /* Of the 60 minutes a break leaves 40. Ann has a way of her own, which fits; Bob has the
         * service's, and whether he drives is no matter. */
        .name = "from remote work to a site, or back, is the way from home",
        .world = {.service = "travel: {default: 30, home_minutes: 41}\n",
                  .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
                                "      home_minutes: 40, works: {mon-fri: [am, pm]},\n"
                                "      skills: {msk: yes, spine: yes}}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-01 am support remote\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm support remote\n",
        .cost = 3,
        .says = "Bob Best can't get from hove to remote on Mon 1 Feb pm: 41 min of travel and a "
                "break of 20, in 60 min",
    },
    {
        .name = "all of the gap, without a break",
        .world = {.service = WAY("60"), .use = "{break_minutes: 0, weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n",
    },
    {
        .name = "a minute more than the gap",
        .world = {.service = WAY("61"), .use = "{break_minutes: 0, weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n",
        .cost = 3,
        .says = "Ann Able can't get from hove to crawley on Mon 1 Feb pm: 61 min of travel and a "
                "break of 0, in 60 min",
    },
    {
        .name = "no gap, no way; but remote work and the same site take none",
        .world = {.use = SOFT},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic crawley\n"
                "ann 2027-02-09 pm clinic hove\n"
                "ann 2027-02-09 eve support hove\n"
                "ann 2027-02-16 pm clinic hove\n"
                "ann 2027-02-16 eve support remote\n",
        .cost = 3,
        .says = "Ann Able can't get from hove to crawley on Tue 2 Feb eve: 30 min of travel and a "
                "break of 20, in 0 min",
    },
    {
        /* 300 of 285 minutes between morning and evening, whatever is between */
        .name = "a session at home between two sites",
        .world = {.service = WAY("300"), .use = SOFT},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm support remote\n"
                "ann 2027-02-02 eve clinic crawley\n",
        .cost = 3,
        .says = "Ann Able can't get from hove to crawley on Tue 2 Feb eve: 300 min of travel and a "
                "break of 20, in 285 min",
    },
    {
        .name = "each pair of the day",
        .world = {.service = WAY("300"), .use = SOFT},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic crawley\n"
                "ann 2027-02-02 eve clinic hove\n",
        .cost = 2 * 3,
        .says = "Ann Able can't get from crawley to hove on Tue 2 Feb eve: 300 min of travel and a "
                "break of 20, in 0 min",
    },
    {
        /* 45 minutes there, and back; from goldstone 40, to it 41; and a way of no time at all. */
        .name = "ways of their own",
        .world = {.files = {{"travel.csv",
                             "from,to,minutes,without_car\n"
                             "hove,crawley,45,\n"
                             "goldstone,crawley,40,\n"
                             "crawley,goldstone,41,\n"
                             "hove,goldstone,0,0\n"}},
                  .use = SOFT},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "ann 2027-02-01 pm clinic hove\n"
                "ann 2027-02-03 am fcp goldstone\n"
                "ann 2027-02-03 pm clinic crawley\n"
                "ann 2027-02-04 am clinic crawley\n"
                "ann 2027-02-04 pm fcp goldstone\n"
                "ann 2027-02-09 pm clinic hove\n"
                "ann 2027-02-09 eve fcp goldstone\n",
        .cost = 2 * 3,
        .says =
            "Ann Able can't get from crawley to goldstone on Thu 4 Feb pm: 41 min of travel and "
            "a break of 20, in 60 min",
    },
    {
        .name = "a night is long enough, and not everybody is in scope",
        .world = {.service = WAY("300"), .use = "{who: {clinicians: [bob]}, weight: 3}"},
        .rota = "bob 2027-02-01 pm clinic hove\n"
                "bob 2027-02-02 am clinic crawley\n"
                "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n",
    },
    {.name = NULL},
};
