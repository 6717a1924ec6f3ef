/* What might help a month: hires, skills, rooms and sessions, by the prices of its
 * programme. */
#ifndef ROTA_PLANNING_IDEAS_H
#define ROTA_PLANNING_IDEAS_H

#include "planning/idea.h"

/* struct idea, at most `most`: of each kind in turn the one that promises most; none
 * that promises nothing. g_ptr_array_unref it. */
GPtrArray *ideas_new(const struct worth *worth, int most);

#endif
