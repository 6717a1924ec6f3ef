#include "tests/rules/figures/figure.h"

/* FCP takes stage 1: Bob and Cat are trainees in it, Ann has reached stage 2. */
#define PEOPLE                                                                                     \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"                                   \
  "      skills: {fcp: {stage: 0, trainee: yes}}}\n"                                               \
  "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]},\n"                                   \
  "      skills: {fcp: {stage: 0, trainee: yes}}}\n"

const struct figure figures_trainee[] = {
    {
        .name = "a trainee without a debriefer",
        .world = {.clinicians = PEOPLE, .use = "{}"},
        .rota = "bob 2027-02-01 am fcp goldstone\n",
        .broken = 1,
        .says = "Mon 1 Feb: 1 trainees for 'fcp' (Bob Best) and 0 debriefers at work, who can see "
                "4 each",
    },
    {
        .name = "a debriefer anywhere, at anything, at any time of that day",
        .world = {.clinicians = PEOPLE, .use = "{weight: 3}"},
        .rota = "bob 2027-02-02 am fcp goldstone\n"
                "ann 2027-02-02 eve support remote\n",
    },
    {
        .name = "a debriefer on the day before, and one who is none",
        .world = {.clinicians = PEOPLE, .use = "{weight: 3}"},
        .rota = "ann 2027-02-01 pm fcp goldstone\n"
                "bob 2027-02-02 am fcp goldstone\n"
                "cat 2027-02-02 am clinic hove\n",
        .cost = 3,
        .says = "Tue 2 Feb: 1 trainees for 'fcp' (Bob Best) and 0 debriefers at work, who can see "
                "4 each",
    },
    {
        .name = "two trainees, just as many as a debriefer can see",
        .world = {.clinicians = PEOPLE, .use = "{weight: 3, per_debriefer: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 pm fcp goldstone\n",
    },
    {
        .name = "two trainees, one more than a debriefer can see",
        .world = {.clinicians = PEOPLE, .use = "{weight: 3, per_debriefer: 1}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 pm fcp goldstone\n",
        .cost = 3,
        .says =
            "Mon 1 Feb: 2 trainees for 'fcp' (Bob Best, Cat Cole) and 1 debriefers at work, who "
            "can see 1 each",
    },
    {
        .name = "a trainee all day is one trainee, a debriefer one debriefer",
        .world = {.clinicians = PEOPLE, .use = "{weight: 3, per_debriefer: 1}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-01 pm fcp goldstone\n"
                "cat 2027-02-01 pm fcp goldstone\n",
        .cost = 3,
        .says =
            "Mon 1 Feb: 2 trainees for 'fcp' (Bob Best, Cat Cole) and 1 debriefers at work, who "
            "can see 1 each",
    },
    {
        /* Ann has reached 2. */
        .name = "a stage too high for whoever is here",
        .world = {.clinicians = PEOPLE, .use = "{weight: 3, stage: 3}"},
        .rota = "ann 2027-02-26 am clinic hove\n"
                "bob 2027-02-26 am fcp goldstone\n",
        .cost = 3,
        .says = "Fri 26 Feb: 1 trainees for 'fcp' (Bob Best) and 0 debriefers at work, who can see "
                "4 each",
    },
    {
        .name = "debriefers who are named",
        .world = {.clinicians = PEOPLE, .use = "{weight: 3, debriefers: {clinicians: [cat]}}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-02 am fcp goldstone\n"
                "cat 2027-02-02 am clinic hove\n",
        .cost = 3,
        .says = "Mon 1 Feb: 1 trainees for 'fcp' (Bob Best) and 0 debriefers at work, who can see "
                "4 each",
    },
    {
        .name = "whoever has reached the stage is no trainee, and others' tasks train nobody",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      skills: {fcp: {stage: 1, trainee: yes}}}\n"
                                "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]},\n"
                                "      skills: {msk: yes, fcp: {stage: 0, trainee: yes}}}\n",
                  .use = "{weight: 3}"},
        .rota = "bob 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 am clinic hove\n",
    },
    {
        /* A trainee until the 25th; Ann holds the skill from the 26th on. */
        .name = "the last day of training, the first of the debriefer's skill",
        .world = {.clinicians =
                      "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                      "      skills: {fcp: {stage: 2, since: 2027-02-25}}}\n"
                      "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                      "      skills: {fcp: {stage: 0, trainee: yes, until: 2027-02-25}}}\n",
                  .use = "{weight: 3}"},
        .rota = "ann 2027-02-24 am clinic hove\n"
                "bob 2027-02-24 am fcp goldstone\n"
                "ann 2027-02-25 am clinic hove\n"
                "bob 2027-02-25 am fcp goldstone\n"
                "bob 2027-02-26 am fcp goldstone\n",
        .cost = 3,
        .says = "Wed 24 Feb: 1 trainees for 'fcp' (Bob Best) and 0 debriefers at work, who can see "
                "4 each",
    },
    {.name = NULL},
};
