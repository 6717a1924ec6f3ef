#include "solver/exact/infeasible.h"

#include "solver/exact/relaxed_conflict.h"
#include "solver/mip.h"
#include "solver/presolve/reduction.h"

enum {
  JOIN_MOST = 40,               /* rows added at a time */
  SEARCH_ITERATIONS = 20000000, /* for one set of rows; a safeguard in deterministic mode */
  THIN_ITERATIONS = 4000,       /* for all sets of a conflict that the relaxation has */
};

struct iis_search {
  struct run *run;
  GArray *rows; /* the set, in the order they were added */
  bool *joined; /* [rows] is it in the set? */
  int *place;   /* [columns] in the set's programme, or -1 */
  GArray *columns;
  int64_t *x;         /* the candidate solution */
  int64_t iterations; /* left */
};

static bool search_ended(void *context)
{
  struct iis_search *search = context;
  return run_over(search->run);
}

/* Costs that keep a solution near the candidate, so that it breaks few other rows. */
static int64_t cost_of_leaving(const struct column *column, int64_t value)
{
  if (value == column->lower)
    return 1;
  return value == column->upper ? -1 : 0;
}

static void take_column(struct iis_search *search, int j, struct programme *out)
{
  if (search->place[j] >= 0)
    return;
  struct column column = search->run->programme->columns[j];
  column.cost = cost_of_leaving(&column, search->x[j]);
  search->place[j] = programme_add_column(out, column);
  g_array_append_val(search->columns, j);
}

/* The programme of the set, `without` one of its members (-1: with all). */
static struct programme *programme_of_set(struct iis_search *search, int without)
{
  const struct programme *p = search->run->programme;
  struct programme *out = programme_new();
  for (guint k = 0; k < search->columns->len; k++)
    search->place[g_array_index(search->columns, int, k)] = -1;
  g_array_set_size(search->columns, 0);
  for (guint k = 0; k < search->rows->len; k++) {
    if ((int)k == without)
      continue;
    const struct row *row = &p->rows[g_array_index(search->rows, int, k)];
    for (int t = row->first; t < row->first + row->count; t++) {
      take_column(search, p->terms[t].column, out);
      programme_add_term(out, search->place[p->terms[t].column], p->terms[t].coefficient);
    }
    programme_add_row(out, row->lower, row->upper, row->label);
  }
  return out;
}

/* Solves the set; with `keep`, its solution becomes the candidate. */
static enum mip_end solve_set(struct iis_search *search, int without, bool keep)
{
  struct run *run = search->run;
  struct programme *programme = programme_of_set(search, without);
  struct mip_callbacks callbacks = {.context = search, .ended = search_ended};
  struct mip_limits limits = {.cutoff = INT64_MAX,
                              .iterations = MAX(1, search->iterations),
                              .deadline_us = run->deadline_us,
                              .callbacks = &callbacks};
  struct mip_result result = {.end = MIP_LIMIT};
  g_autofree int64_t *x = g_new(int64_t, (gsize)programme->n_columns + 1);
  enum status status = mip_solve(programme, &limits, x, &result);
  if (status != STATUS_OK)
    run_setback(run, status);
  bool found = result.end == MIP_OPTIMAL || result.end == MIP_FOUND;
  for (guint k = 0; found && keep && k < search->columns->len; k++)
    search->x[g_array_index(search->columns, int, k)] = x[k];
  run_add_work(run, 1 + result.iterations);
  search->iterations -= 1 + result.iterations;
  programme_free(programme);
  return status == STATUS_OK ? result.end : MIP_LIMIT;
}

/* Adds rows that the candidate breaks; how many. */
static int join_broken(struct iis_search *search)
{
  const struct programme *p = search->run->programme;
  int joined = 0;
  for (int i = 0; i < p->n_rows && joined < JOIN_MOST; i++) {
    int64_t activity = programme_activity(p, i, search->x);
    if (search->joined[i] || (activity >= p->rows[i].lower && activity <= p->rows[i].upper))
      continue;
    search->joined[i] = true;
    g_array_append_val(search->rows, i);
    joined++;
  }
  return joined;
}

/* Deletion filter: drops each row without which there is still no solution. */
static void thin_out(struct iis_search *search)
{
  bool irreducible = true;
  for (int k = (int)search->rows->len - 1; k >= 0; k--) {
    bool over = run_over(search->run) || search->iterations <= 0;
    enum mip_end end = over ? MIP_LIMIT : solve_set(search, k, false);
    if (end == MIP_NONE)
      g_array_remove_index(search->rows, (guint)k);
    else if (end == MIP_LIMIT)
      irreducible = false;
  }
  run_set_conflict(search->run, (const int *)(const void *)search->rows->data,
                   (int)search->rows->len, irreducible);
}

static void search_sets(struct iis_search *search)
{
  while (!run_over(search->run)) {
    if (join_broken(search) == 0) {
      run_offer_values(search->run, search->x);
      return;
    }
    switch (solve_set(search, -1, true)) {
    case MIP_NONE:
      run_set_phase(search->run, "which rules clash");
      thin_out(search);
      return;
    case MIP_LIMIT:
      return;
    default:
      break;
    }
  }
}

bool infeasible_at_sight(const struct run *run)
{
  struct reduction reduction;
  if (!reduction_make(run->programme, &reduction))
    return true;
  reduction_clear(&reduction);
  return false;
}

static void search_open(struct iis_search *search, struct run *run)
{
  const struct programme *p = run->programme;
  *search = (struct iis_search){.run = run,
                                .rows = g_array_new(FALSE, FALSE, sizeof(int)),
                                .joined = g_new0(bool, (gsize)p->n_rows + 1),
                                .place = g_new(int, (gsize)p->n_columns + 1),
                                .columns = g_array_new(FALSE, FALSE, sizeof(int)),
                                .x = g_new(int64_t, (gsize)p->n_columns + 1),
                                .iterations = SEARCH_ITERATIONS};
  for (int j = 0; j < p->n_columns; j++)
    search->place[j] = -1;
  struct solution *best = solution_new(run->view, NULL);
  gint version = -1;
  run_read_best(run, best, &version);
  for (int j = 0; j < p->n_columns; j++)
    search->x[j] = best->x[j];
  solution_free(best);
}

static void search_close(struct iis_search *search)
{
  g_array_free(search->rows, TRUE);
  g_free(search->joined);
  g_free(search->place);
  g_array_free(search->columns, TRUE);
  g_free(search->x);
}

void infeasible_search(struct run *run)
{
  struct iis_search search;
  run_set_phase(run, "is there a lawful rota");
  search_open(&search, run);
  search_sets(&search);
  search_close(&search);
}

void infeasible_relaxed(struct run *run)
{
  struct iis_search search;
  search_open(&search, run);
  if (relaxed_conflict_find(run, search.rows)) {
    run_set_phase(run, "which rules clash");
    search.iterations = THIN_ITERATIONS;
    thin_out(&search);
  }
  search_close(&search);
}
