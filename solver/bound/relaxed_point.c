#include "solver/bound/relaxed_point.h"

#include "solver/bound/pdhg.h"
#include "solver/presolve/probing.h"
#include "solver/presolve/reduction.h"

#include <math.h>

enum { CHUNK = 100, CHUNKS_MOST = 50 };

static const double error_good = 3e-3;

/* Into point[columns]. False: it took too long. */
static bool relax(struct run *run, const struct programme *programme, double *point)
{
  struct pdhg *method = pdhg_new(programme);
  double error = INFINITY;
  for (int chunk = 0; chunk < CHUNKS_MOST && error > error_good && !run_over(run); chunk++)
    error = pdhg_iterate(method, CHUNK);
  pdhg_values(method, point);
  pdhg_free(method);
  return error <= error_good;
}

void relaxed_point_find(struct run *run)
{
  struct reduction reduction;
  if (run_has_point(run) || !reduction_make(run->programme, &reduction))
    return;
  probing_fix_counts(reduction.programme);
  g_autofree double *point = g_new(double, (gsize)run->programme->n_columns + 1);
  g_autofree double *left = g_new0(double, (gsize)reduction.programme->n_columns + 1);
  for (int j = 0; j < run->programme->n_columns; j++)
    point[j] = (double)reduction.x[j];
  bool known = reduction.programme->n_columns == 0 || relax(run, reduction.programme, left);
  for (int k = 0; k < reduction.programme->n_columns; k++)
    point[reduction.kept[k]] = left[k];
  if (known)
    run_offer_point(run, point);
  reduction_clear(&reduction);
}
