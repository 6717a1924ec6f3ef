/* What might help a month: hires, skills, rooms and sessions, by the prices of its
 * programme. */
#ifndef ROTA_PLANNING_IDEAS_H
#define ROTA_PLANNING_IDEAS_H

#include "planning/idea.h"

/* struct idea: a hire of each kind of post, role and band, the one that promises most; and besides
 * at most `most`: of each kind of idea in turn the one that promises most, none that promises
 * nothing. g_ptr_array_unref it. */
GPtrArray *ideas_new(const struct worth *worth, int most);

/* Of how many kinds of post there are people, those of the bank left out. */
int ideas_posts(const struct problem *problem);

#endif
