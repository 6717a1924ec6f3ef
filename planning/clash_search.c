#include "planning/clash_search.h"

#include "solver/solver.h"

enum { SEARCH_MS = 2000 };

/* The programme with the other rows open; g_free its rows. */
static struct programme opened(const struct programme *programme, const bool *in)
{
  struct programme out = *programme;
  out.rows = g_memdup2(out.rows, sizeof *out.rows * (gsize)out.n_rows);
  for (int r = 0; in && r < out.n_rows; r++)
    if (!in[r]) {
      out.rows[r].lower = -PROGRAMME_INFINITY;
      out.rows[r].upper = PROGRAMME_INFINITY;
    }
  return out;
}

enum clash_answer clash_search(const struct programme *programme, const bool *in,
                               int64_t deadline_us, struct clash_found *found, GArray *conflict)
{
  struct solver_settings settings = solver_default_settings();
  struct solver_result result = {0};
  enum clash_answer answer = CLASH_UNKNOWN;
  *found = (struct clash_found){0};
  if (deadline_us && g_get_monotonic_time() >= deadline_us)
    return answer;
  struct programme asked = opened(programme, in);
  settings.threads = 1;
  settings.deterministic = true;
  settings.time_limit_ms = SEARCH_MS;
  if (solver_solve(&asked, &settings, NULL, &result) == STATUS_OK) {
    answer = result.x                              ? CLASH_KEPT
             : result.verdict == SOLVER_INFEASIBLE ? CLASH_BROKEN
                                                   : CLASH_UNKNOWN;
    *found = (struct clash_found){g_steal_pointer(&result.x), result.objective,
                                  result.verdict == SOLVER_OPTIMAL || answer == CLASH_BROKEN};
    if (conflict && answer == CLASH_BROKEN)
      g_array_append_vals(conflict, result.conflict, (guint)result.n_conflict);
  }
  solver_result_clear(&result);
  g_free(asked.rows);
  return answer;
}
