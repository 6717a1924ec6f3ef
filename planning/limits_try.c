#include "planning/limits_try.h"

#include "planning/limits.h"
#include "solver/solver.h"

#include <string.h>

struct tried {
  const struct programme *programme;
  const int64_t *values; /* of the best rota's placements */
  int64_t cost;
  const struct build_settings *settings;
  const GPtrArray *limits;
};

/* The programme with other limits; the copy borrows its columns and terms. */
static struct row *loosened(const struct programme *programme, const struct advice_limit *limit)
{
  struct row *rows = g_memdup2(programme->rows, sizeof *rows * (gsize)programme->n_rows);
  for (guint i = 0; i < limit->rows->len; i++) {
    struct row *row = &rows[g_array_index(limit->rows, int, i)];
    if (limit->loosens)
      row->upper += limit->size;
    else
      row->lower -= limit->size;
  }
  return rows;
}

static void try_one(void *context, int index)
{
  const struct tried *tried = context;
  struct advice_limit *limit = g_ptr_array_index(tried->limits, (guint)index);
  const struct build_settings part = build_part_settings(tried->settings, LIMIT_SECONDS);
  const struct solver_settings settings = build_solver_settings(&part);
  if (limit->rows->len == 0 || build_is_stopped(tried->settings))
    return;
  struct programme programme = *tried->programme;
  g_autofree struct row *rows = loosened(&programme, limit);
  struct solver_result result = {0};
  programme.rows = rows;
  if (solver_solve(&programme, &settings, tried->values, &result) == STATUS_OK &&
      result.verdict == SOLVER_OPTIMAL)
    limit->saves = 100 * MAX(tried->cost - result.objective, 0);
  solver_result_clear(&result);
}

void limits_try(const struct problem *problem, const struct programme *programme,
                const struct rota *rota, int64_t cost, const struct build_settings *settings,
                GPtrArray *limits, struct parallel_watch watch)
{
  g_autofree int64_t *values = build_start_values(problem, programme, rota);
  struct tried tried = {programme, values, cost, settings, limits};
  parallel_run(MIN((int)limits->len, LIMITS_TRIED), settings->threads, try_one, &tried, watch);
  for (guint i = limits->len; i > 0; i--) {
    const struct advice_limit *limit = g_ptr_array_index(limits, i - 1);
    if (limit->saves == 0)
      g_ptr_array_remove_index(limits, i - 1);
  }
  limits_sort(limits);
}
