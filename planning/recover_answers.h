/* What is said of a plan: the parts of a struct recovery, each filled from a plan. */
#ifndef ROTA_PLANNING_RECOVER_ANSWERS_H
#define ROTA_PLANNING_RECOVER_ANSWERS_H

#include "planning/recover_build.h"

/* With names and dates, and no figures. */
struct recovery *recover_answers_new(const struct recover_ground *ground,
                                     const struct service *service);
/* By the base, as it is first. */
void recover_answers_as_it_is(const struct recover_ground *ground, uint64_t seed,
                              struct recovery *out);
/* Those of the plan before go. */
void recover_answers_planned(const struct recover_ground *ground, const struct recovery_plan *plan,
                             struct recovery *out);
void recover_answers_built(const struct recover_ground *ground, const struct recovery_supply *built,
                           uint64_t seed, struct recovery *out);
void recover_answers_levers(const struct recover_ground *ground, const struct recovery_plan *plan,
                            struct recovery *out);
/* `months`: built; NULL: they were not. */
void recover_answers_months(const struct recover_ground *ground, const struct recovery_plan *plan,
                            const struct recover_item *months, struct recovery *out);
void recover_answers_weeks(const struct recover_ground *ground,
                           const struct recovery_supply *supply, struct recovery *out);

#endif
