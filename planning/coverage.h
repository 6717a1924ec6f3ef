/* What lines of demand ask for and get, cell by cell: for whoever shows it on a calendar. */
#ifndef ROTA_PLANNING_COVERAGE_H
#define ROTA_PLANNING_COVERAGE_H

#include "model/problem.h"

struct coverage_cell {
  int from, end; /* slots, the last not included */
  int planned;   /* people */
  int need, target, most;
  int owed; /* what a closure takes of the target; it is not in the others */
};

/* Cells of one task at one place in one kind of period, none of which overlap. */
struct coverage_row {
  int task;
  const struct demand *line; /* whose it is, of several tasks, of some people or with a name; NULL:
                                any of the task's */
  int site;                  /* NONE: several sites together */
  enum period per;
  GArray *cells; /* struct coverage_cell, in order of slot */
};

/* struct coverage_row, in order of site, task, period and line. g_ptr_array_unref them. */
GPtrArray *coverage_new(const struct problem *problem, const struct rota *rota);

#endif
