/* A programme as a GLPK problem. */
#ifndef ROTA_SOLVER_GLPK_PROBLEM_H
#define ROTA_SOLVER_GLPK_PROBLEM_H

#include "model/programme.h"

#include <glpk.h>

/* Column j of the programme is j + 1 of the problem; rows likewise. Only within
 * engine_call; delete it with glp_delete_prob. */
glp_prob *glpk_problem_new(const struct programme *programme);

#endif
