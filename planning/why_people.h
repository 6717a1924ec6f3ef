/* The people of a why: each with what is in the way, in order of how near they are to a yes. */
#ifndef ROTA_PLANNING_WHY_PEOPLE_H
#define ROTA_PLANNING_WHY_PEOPLE_H

#include "planning/why.h"

/* A list of struct why_person; g_ptr_array_unref it. */
GPtrArray *why_people_new(void);
/* Adds the person of the verdict, not tried, who stays the list's. `rota` may be NULL. */
struct why_person *why_people_add(GPtrArray *people, const struct rota *rota,
                                  const struct why_verdict *verdict);
/* Is the person free, or does something else that isn't locked? */
bool why_person_is_open(const struct why_person *person);
/* Would the rota be lawful with it? False also of those who were not tried. */
bool why_person_is_lawful(const struct why_person *person);
/* Is the same in the way of both, whatever the price? */
bool why_person_is_like(const struct why_person *person, const struct why_person *other);
/* Closest to a yes first, those who are alike together; who does it comes last. */
void why_people_sort(GPtrArray *people);

#endif
