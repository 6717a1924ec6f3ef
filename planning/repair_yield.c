#include "planning/repair_yield.h"

#include "solver/solver.h"

/* What a row falls short by, were nothing to follow what is over; 0: it would be kept. */
struct shortness {
  int64_t below, above;
};

static bool is_fixed(const struct column *column)
{
  return column->placement && column->lower == column->upper;
}

static struct shortness shortness_of(const struct programme *programme, const struct row *row)
{
  int64_t least = 0, most = 0;
  bool over = false;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &programme->columns[programme->terms[k].column];
    int64_t a = programme->terms[k].coefficient;
    bool follows = column->placement && !is_fixed(column);
    least += follows ? 0 : a * (a > 0 ? column->lower : column->upper);
    most += follows ? 0 : a * (a > 0 ? column->upper : column->lower);
    over = over || is_fixed(column);
  }
  if (!over || row->label.use == NONE)
    return (struct shortness){0, 0};
  return (struct shortness){MAX(row->lower - most, 0), MAX(least - row->upper, 0)};
}

/* The programme in which such rows may fall short; in `slack` [n_rows] the column by which, or
 * NONE. */
static struct programme *elastic_new(const struct programme *programme, int *slack)
{
  struct programme *out = programme_new();
  for (int j = 0; j < programme->n_columns; j++)
    programme_add_column(out, programme->columns[j]);
  for (int i = 0; i < programme->n_rows; i++) {
    const struct row *row = &programme->rows[i];
    struct shortness by = shortness_of(programme, row);
    for (int k = row->first; k < row->first + row->count; k++)
      programme_add_term(out, programme->terms[k].column, programme->terms[k].coefficient);
    slack[i] = NONE;
    if (by.below > 0 || by.above > 0) {
      slack[i] = programme_add_column(
          out, (struct column){.upper = MAX(by.below, by.above), .label = row->label});
      programme_add_term(out, slack[i], by.below > 0 ? 1 : -1);
    }
    programme_add_row(out, row->lower, row->upper, row->label);
  }
  return out;
}

static void give_in(struct programme *programme, const int *slack, const int64_t *x)
{
  for (int i = 0; i < programme->n_rows; i++) {
    struct row *row = &programme->rows[i];
    if (slack[i] == NONE || x[slack[i]] == 0)
      continue;
    if (shortness_of(programme, row).below > 0)
      row->lower -= x[slack[i]];
    else
      row->upper += x[slack[i]];
  }
}

bool repair_yield(struct repair_programme *made, const struct build_settings *settings)
{
  struct programme *programme = made->programme;
  const struct solver_settings solver = build_solver_settings(settings);
  g_autofree int *slack = g_new(int, (gsize)programme->n_rows + 1);
  struct programme *elastic = elastic_new(programme, slack);
  g_autofree int64_t *costs = g_new0(int64_t, (gsize)elastic->n_columns + 1);
  g_autofree int64_t *x = g_new0(int64_t, (gsize)elastic->n_columns + 1);
  enum solver_verdict verdict = SOLVER_NOTHING;
  for (int j = 0; j < elastic->n_columns; j++) {
    costs[j] = j >= programme->n_columns;
    x[j] = j < programme->n_columns ? made->start[j] : 0;
  }
  struct solver_stage stage = {.costs = costs};
  bool out = elastic->n_columns > programme->n_columns &&
             solver_solve_stages(elastic, &solver, x, &stage, 1, x, &verdict) == STATUS_OK &&
             (verdict == SOLVER_OPTIMAL || verdict == SOLVER_FEASIBLE);
  if (out)
    give_in(programme, slack, x);
  programme_free(elastic);
  return out;
}
