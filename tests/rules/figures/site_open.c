#include "tests/rules/figures/figure.h"

#define SOFT "{weight: 3}"
#define HOVE(open)                                                                                 \
  "sites:\n"                                                                                       \
  "  hove: {kind: hub, open: {" open                                                               \
  "}}\n"                                                                                           \
  "  crawley: {kind: hub}\n"                                                                       \
  "  remote: {kind: remote}\n"

const struct figure figures_site_open[] = {
    {
        .name = "a task that is not done there",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic remote\n",
        .broken = 1,
        .says = "Ann Able can't do clinic at remote on Mon 1 Feb am: that is not done there "
                "(service.yaml:17)",
    },
    {
        .name = "a site closed from its first day to its last, and the service in between",
        .world = {.month = "closures:\n"
                           "  - {site: hove, from: 2027-02-02, to: 2027-02-25, sessions: am, "
                           "reason: Boiler}\n"
                           "  - {from: 2027-02-10, sessions: pm}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-02 am support hove\n"
                "ann 2027-02-03 am support crawley\n"
                "ann 2027-02-10 pm support crawley\n"
                "ann 2027-02-11 pm support hove\n"
                "ann 2027-02-25 am support hove\n"
                "ann 2027-02-26 am support hove\n",
        .cost = 3 * 3,
        .says = "Ann Able can't do support at hove on Thu 25 Feb am: it is closed, Boiler "
                "(2027-02/month.yaml:2)",
    },
    {
        .name = "opening hours that just hold the session",
        .world = {.service = HOVE("mon: \"08:30-17:00\""), .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm support hove\n",
    },
    {
        .name = "a minute too late",
        .world = {.service = HOVE("mon: \"08:31-17:00\""), .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm support hove\n",
        .cost = 3,
        .says = "Ann Able can't do support at hove on Mon 1 Feb am: it is not open then "
                "(service.yaml:9)",
    },
    {
        .name = "a minute too early",
        .world = {.service = HOVE("mon: \"08:30-16:59\""), .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm support hove\n",
        .cost = 3,
        .says = "Ann Able can't do support at hove on Mon 1 Feb pm: it is not open then "
                "(service.yaml:9)",
    },
    {
        .name = "a weekday that is not named",
        .world = {.service = HOVE("mon: \"08:00-18:00\""), .use = SOFT},
        .rota = "ann 2027-02-02 am support hove\n",
        .cost = 3,
        .says = "Ann Able can't do support at hove on Tue 2 Feb am: it is not open then "
                "(service.yaml:9)",
    },
    {
        /* Saturday: the event's task at the event's site, in its session, and nothing else. */
        .name = "sessions that are there for an event",
        .world = {.month = "events:\n"
                           "  fair: {at: hove, on: 2027-02-06 am,\n"
                           "         need: [{task: clinic, need: 1}]}\n"
                           "  talk: {at: crawley, on: 2027-02-06 pm,\n"
                           "         need: [{task: clinic, need: 1}]}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am support hove\n"
                "cat 2027-02-06 am clinic crawley\n"
                "ann 2027-02-06 pm clinic hove\n"
                "bob 2027-02-06 pm clinic crawley\n",
        .cost = 3 * 3,
        .says = "Bob Best can't do support at hove on Sat 6 Feb am: the service is open for an "
                "event only (service.yaml:9)",
    },
    {
        .name = "an event outside opening hours, and one that is closed all the same",
        .world = {.service = HOVE("tue: \"08:00-18:00\""),
                  .month = "events:\n"
                           "  fair: {at: hove, on: [2027-02-01 am, 2027-02-28 am],\n"
                           "         need: [{task: clinic, need: 1}]}\n"
                           "closures: [{site: hove, from: 2027-02-28}]\n",
                  .use = SOFT},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-28 am clinic hove\n",
        .cost = 3,
        .says = "Ann Able can't do clinic at hove on Sun 28 Feb am: it is closed "
                "(2027-02/month.yaml:4)",
    },
    {
        .name = "a holiday's event",
        .world = {.service = "holidays: [2027-02-26]\n",
                  .month = "events: {fair: {at: hove, on: 2027-02-26 am,\n"
                           "                need: [{task: clinic, need: 1}]}}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-26 am clinic hove\n"
                "bob 2027-02-26 am support remote\n",
        .cost = 3,
        .says = "Bob Best can't do support at remote on Fri 26 Feb am: the service is open for an "
                "event only (service.yaml:12)",
    },
    {
        .name = "an event's need of several tasks, whoever does them",
        .world = {.month = "events: {fair: {at: hove, on: 2027-02-06 am,\n"
                           "  need: [{task: [clinic, spine], who: {band: 7}, need: 1}]}}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am spine hove\n"
                "cat 2027-02-06 am support hove\n",
        .cost = 3,
        .says = "Cat Cole can't do support at hove on Sat 6 Feb am: the service is open for an "
                "event only (service.yaml:9)",
    },
    {.name = NULL},
};
