#include "solver/exact/conflict.h"

#include "solver/branch.h"

enum {
  JOIN_MOST = 40,               /* rows that join at a time */
  SEARCH_ITERATIONS = 20000000, /* for one set of rows; a safeguard in deterministic mode */
};

struct inquiry {
  struct run *run;
  GArray *rows; /* the set, in the order of joining */
  bool *joined; /* [rows] */
  int *place;   /* [columns] in the set's programme, or -1 */
  GArray *columns;
  int64_t *x; /* the candidate solution */
};

static bool inquiry_ended(void *context)
{
  struct inquiry *inquiry = context;
  return run_over(inquiry->run);
}

/* The cost of leaving the candidate: the nearer a solution, the less it breaks
 * elsewhere. */
static int64_t cost_of_leaving(const struct column *column, int64_t value)
{
  if (value == column->lower)
    return 1;
  return value == column->upper ? -1 : 0;
}

static void take_column(struct inquiry *inquiry, int j, struct programme *out)
{
  if (inquiry->place[j] >= 0)
    return;
  struct column column = inquiry->run->programme->columns[j];
  column.cost = cost_of_leaving(&column, inquiry->x[j]);
  inquiry->place[j] = programme_add_column(out, column);
  g_array_append_val(inquiry->columns, j);
}

/* The programme of the set, `without` one of its members (-1: with all). */
static struct programme *programme_of_set(struct inquiry *inquiry, int without)
{
  const struct programme *p = inquiry->run->programme;
  struct programme *out = programme_new();
  for (guint k = 0; k < inquiry->columns->len; k++)
    inquiry->place[g_array_index(inquiry->columns, int, k)] = -1;
  g_array_set_size(inquiry->columns, 0);
  for (guint k = 0; k < inquiry->rows->len; k++) {
    if ((int)k == without)
      continue;
    const struct row *row = &p->rows[g_array_index(inquiry->rows, int, k)];
    for (int t = row->first; t < row->first + row->count; t++) {
      take_column(inquiry, p->terms[t].column, out);
      programme_add_term(out, inquiry->place[p->terms[t].column], p->terms[t].coefficient);
    }
    programme_add_row(out, row->lower, row->upper, row->label);
  }
  return out;
}

/* Solves the set; a solution is put into the candidate when `keep`. */
static enum branch_end solve_set(struct inquiry *inquiry, int without, bool keep)
{
  struct run *run = inquiry->run;
  struct programme *programme = programme_of_set(inquiry, without);
  struct branch_talk talk = {.context = inquiry, .ended = inquiry_ended};
  struct branch_limits limits = {.cutoff = INT64_MAX,
                                 .iterations = SEARCH_ITERATIONS,
                                 .deadline_us = run->deadline_us,
                                 .talk = &talk};
  struct branch_result result = {.end = BRANCH_LIMIT};
  g_autofree int64_t *x = g_new(int64_t, (gsize)programme->n_columns + 1);
  enum status status = branch_solve(programme, &limits, x, &result);
  if (status != STATUS_OK)
    run_setback(run, status);
  bool found = result.end == BRANCH_OPTIMAL || result.end == BRANCH_FOUND;
  for (guint k = 0; found && keep && k < inquiry->columns->len; k++)
    inquiry->x[g_array_index(inquiry->columns, int, k)] = x[k];
  run_add_work(run, 1 + result.iterations);
  programme_free(programme);
  return status == STATUS_OK ? result.end : BRANCH_LIMIT;
}

/* Adds rows that the candidate breaks; how many. */
static int join_broken(struct inquiry *inquiry)
{
  const struct programme *p = inquiry->run->programme;
  int joined = 0;
  for (int i = 0; i < p->n_rows && joined < JOIN_MOST; i++) {
    int64_t activity = programme_activity(p, i, inquiry->x);
    if (inquiry->joined[i] || (activity >= p->rows[i].lower && activity <= p->rows[i].upper))
      continue;
    inquiry->joined[i] = true;
    g_array_append_val(inquiry->rows, i);
    joined++;
  }
  return joined;
}

/* Drops each row without which there is still no solution. */
static void thin_out(struct inquiry *inquiry)
{
  bool irreducible = true;
  for (int k = (int)inquiry->rows->len - 1; k >= 0; k--) {
    enum branch_end end = run_over(inquiry->run) ? BRANCH_LIMIT : solve_set(inquiry, k, false);
    if (end == BRANCH_NONE)
      g_array_remove_index(inquiry->rows, (guint)k);
    else if (end == BRANCH_LIMIT)
      irreducible = false;
  }
  run_set_conflict(inquiry->run, (const int *)(const void *)inquiry->rows->data,
                   (int)inquiry->rows->len, irreducible);
}

static void inquire(struct inquiry *inquiry)
{
  while (!run_over(inquiry->run)) {
    if (join_broken(inquiry) == 0) {
      run_offer_values(inquiry->run, inquiry->x);
      return;
    }
    switch (solve_set(inquiry, -1, true)) {
    case BRANCH_NONE:
      run_set_phase(inquiry->run, "which rules clash");
      thin_out(inquiry);
      return;
    case BRANCH_LIMIT:
      return;
    default:
      break;
    }
  }
}

void conflict_search(struct run *run)
{
  const struct programme *p = run->programme;
  run_set_phase(run, "is there a lawful rota");
  struct inquiry inquiry = {.run = run,
                            .rows = g_array_new(FALSE, FALSE, sizeof(int)),
                            .joined = g_new0(bool, (gsize)p->n_rows + 1),
                            .place = g_new(int, (gsize)p->n_columns + 1),
                            .columns = g_array_new(FALSE, FALSE, sizeof(int)),
                            .x = g_new(int64_t, (gsize)p->n_columns + 1)};
  for (int j = 0; j < p->n_columns; j++)
    inquiry.place[j] = -1;
  struct solution *best = solution_new(run->view, NULL);
  gint version = -1;
  run_read_best(run, best, &version);
  for (int j = 0; j < p->n_columns; j++)
    inquiry.x[j] = best->x[j];
  solution_free(best);
  inquire(&inquiry);
  g_array_free(inquiry.rows, TRUE);
  g_free(inquiry.joined);
  g_free(inquiry.place);
  g_array_free(inquiry.columns, TRUE);
  g_free(inquiry.x);
}
