#include "solver/presolve/reduction.h"

#include "model/integer.h"
#include "solver/presolve/coefficient_tightening.h"

#include <glib.h>

enum { PASSES_MAX = 8 };

/* The minimal or maximal activity of a row: its finite part, and how many of its terms are
 * unbounded. */
struct activity_bound {
  int64_t finite;
  int endless;
};

struct reducing {
  const struct programme *programme;
  int64_t *lower, *upper;
  bool *dropped;              /* rows that are redundant */
  int *down_locks, *up_locks; /* [columns] rows that a step down, or up, might break */
  bool changed;
};

static void activity_add(struct activity_bound *sum, int64_t coefficient, int64_t bound)
{
  if (programme_is_infinite(bound))
    sum->endless++;
  else
    sum->finite += coefficient * bound;
}

/* The activity without one term; *endless: what is left is unbounded. */
static int64_t activity_without(struct activity_bound sum, int64_t coefficient, int64_t bound,
                                bool *endless)
{
  bool own = programme_is_infinite(bound);
  *endless = sum.endless - own > 0;
  return own ? sum.finite : sum.finite - coefficient * bound;
}

static bool tighten(struct reducing *work, int column, int64_t lower, int64_t upper)
{
  if (lower > work->lower[column]) {
    work->lower[column] = lower;
    work->changed = true;
  }
  if (upper < work->upper[column]) {
    work->upper[column] = upper;
    work->changed = true;
  }
  return work->lower[column] <= work->upper[column];
}

/* Tightens the bounds of a term's column by what the row's bounds leave it. */
static bool tighten_term(struct reducing *work, const struct row *row, const struct term *term,
                         struct activity_bound least, struct activity_bound most)
{
  int64_t a = term->coefficient, low = work->lower[term->column], high = work->upper[term->column];
  int64_t new_low = low, new_high = high;
  bool endless;
  if (!programme_is_infinite(row->upper)) {
    int64_t room = row->upper - activity_without(least, a, a > 0 ? low : high, &endless);
    if (!endless && a > 0)
      new_high = MIN(new_high, integer_divide_down(room, a));
    else if (!endless)
      new_low = MAX(new_low, integer_divide_up(room, a));
  }
  if (!programme_is_infinite(row->lower)) {
    int64_t need = row->lower - activity_without(most, a, a > 0 ? high : low, &endless);
    if (!endless && a > 0)
      new_low = MAX(new_low, integer_divide_up(need, a));
    else if (!endless)
      new_high = MIN(new_high, integer_divide_down(need, a));
  }
  return tighten(work, term->column, new_low, new_high);
}

static void hold(struct reducing *work, const struct row *row, bool upper_binds, bool lower_binds)
{
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct term *term = &work->programme->terms[k];
    bool positive = term->coefficient > 0;
    work->up_locks[term->column] += positive ? upper_binds : lower_binds;
    work->down_locks[term->column] += positive ? lower_binds : upper_binds;
  }
}

static bool reduce_row(struct reducing *work, int i)
{
  const struct row *row = &work->programme->rows[i];
  const struct term *terms = work->programme->terms + row->first;
  struct activity_bound least = {0, 0}, most = {0, 0};
  for (int k = 0; k < row->count; k++) {
    int64_t a = terms[k].coefficient;
    int64_t low = work->lower[terms[k].column], high = work->upper[terms[k].column];
    activity_add(&least, a, a > 0 ? low : high);
    activity_add(&most, a, a > 0 ? high : low);
  }
  if ((!least.endless && !programme_is_infinite(row->upper) && least.finite > row->upper) ||
      (!most.endless && !programme_is_infinite(row->lower) && most.finite < row->lower))
    return false;
  bool upper_binds =
      !programme_is_infinite(row->upper) && (most.endless || most.finite > row->upper);
  bool lower_binds =
      !programme_is_infinite(row->lower) && (least.endless || least.finite < row->lower);
  if (!upper_binds && !lower_binds) {
    work->dropped[i] = true;
    return true;
  }
  bool fine = true;
  for (int k = 0; k < row->count && fine; k++)
    if (work->lower[terms[k].column] < work->upper[terms[k].column])
      fine = tighten_term(work, row, &terms[k], least, most);
  hold(work, row, upper_binds, lower_binds);
  return fine;
}

/* Dual fixing: a column that no row locks goes to its cheaper bound. */
static void fix_unlocked_columns(struct reducing *work)
{
  for (int j = 0; j < work->programme->n_columns; j++) {
    int64_t cost = work->programme->columns[j].cost;
    if (work->lower[j] == work->upper[j])
      continue;
    if (cost >= 0 && !work->down_locks[j] && !programme_is_infinite(work->lower[j]))
      tighten(work, j, work->lower[j], work->lower[j]);
    else if (cost <= 0 && !work->up_locks[j] && !programme_is_infinite(work->upper[j]))
      tighten(work, j, work->upper[j], work->upper[j]);
  }
}

static bool reduce_all(struct reducing *work)
{
  const struct programme *p = work->programme;
  work->changed = true;
  for (int pass = 0; pass < PASSES_MAX && work->changed; pass++) {
    work->changed = false;
    for (int j = 0; j < p->n_columns; j++)
      work->down_locks[j] = work->up_locks[j] = 0;
    for (int i = 0; i < p->n_rows; i++)
      if (!work->dropped[i] && !reduce_row(work, i))
        return false;
    fix_unlocked_columns(work);
  }
  return true;
}

/* Adds a row, of the columns that are left; false when none is, and it does not hold. */
static bool copy_row(const struct reducing *work, int i, const int *place, struct reduction *out)
{
  const struct row *row = &work->programme->rows[i];
  const struct term *terms = work->programme->terms + row->first;
  int64_t fixed = 0, divisor = 0;
  for (int k = 0; k < row->count; k++)
    if (place[terms[k].column] < 0)
      fixed += terms[k].coefficient * work->lower[terms[k].column];
    else
      divisor = integer_gcd(terms[k].coefficient, divisor);
  int64_t lower = programme_is_infinite(row->lower) ? -PROGRAMME_INFINITY : row->lower - fixed;
  int64_t upper = programme_is_infinite(row->upper) ? PROGRAMME_INFINITY : row->upper - fixed;
  if (divisor == 0)
    return lower <= 0 && upper >= 0;
  for (int k = 0; k < row->count; k++)
    if (place[terms[k].column] >= 0)
      programme_add_term(out->programme, place[terms[k].column], terms[k].coefficient / divisor);
  int at = programme_add_row(
      out->programme, programme_is_infinite(lower) ? lower : integer_divide_up(lower, divisor),
      programme_is_infinite(upper) ? upper : integer_divide_down(upper, divisor), row->label);
  out->kept_rows[at] = i;
  out->divisors[at] = divisor;
  return true;
}

static bool copy_rest(const struct reducing *work, struct reduction *out)
{
  const struct programme *p = work->programme;
  g_autofree int *place = g_new(int, (gsize)p->n_columns + 1);
  out->programme = programme_new();
  out->kept = g_new(int, (gsize)p->n_columns + 1);
  out->x = g_new0(int64_t, (gsize)p->n_columns + 1);
  out->kept_rows = g_new(int, (gsize)p->n_rows + 1);
  out->divisors = g_new(int64_t, (gsize)p->n_rows + 1);
  out->constant = 0;
  for (int j = 0; j < p->n_columns; j++) {
    place[j] = -1;
    if (work->lower[j] == work->upper[j]) {
      out->x[j] = work->lower[j];
      out->constant += p->columns[j].cost * work->lower[j];
      continue;
    }
    struct column column = p->columns[j];
    column.lower = work->lower[j];
    column.upper = work->upper[j];
    place[j] = programme_add_column(out->programme, column);
    out->kept[place[j]] = j;
  }
  bool fine = true;
  for (int i = 0; i < p->n_rows && fine; i++)
    fine = work->dropped[i] || copy_row(work, i, place, out);
  return fine;
}

bool reduction_make(const struct programme *programme, struct reduction *out)
{
  gsize columns = (gsize)programme->n_columns + 1;
  g_autofree int64_t *lower = g_new(int64_t, columns);
  g_autofree int64_t *upper = g_new(int64_t, columns);
  g_autofree int *down_locks = g_new(int, columns);
  g_autofree int *up_locks = g_new(int, columns);
  g_autofree bool *dropped = g_new0(bool, (gsize)programme->n_rows + 1);
  struct reducing work = {programme, lower, upper, dropped, down_locks, up_locks, false};
  for (int j = 0; j < programme->n_columns; j++) {
    lower[j] = programme->columns[j].lower;
    upper[j] = programme->columns[j].upper;
    if (lower[j] > upper[j])
      return false;
  }
  struct reduction reduction;
  if (!reduce_all(&work))
    return false;
  if (!copy_rest(&work, &reduction)) {
    reduction_clear(&reduction);
    return false;
  }
  coefficient_tightening_apply(reduction.programme);
  reduction.n_rows = reduction.programme->n_rows;
  *out = reduction;
  return true;
}

void reduction_clear(struct reduction *reduction)
{
  programme_free(reduction->programme);
  g_free(reduction->kept);
  g_free(reduction->x);
  g_free(reduction->kept_rows);
  g_free(reduction->divisors);
  *reduction = (struct reduction){0};
}

static void put_left(const struct reduction *reduction, const int64_t *left, int64_t *x)
{
  for (int k = 0; k < reduction->programme->n_columns; k++)
    x[reduction->kept[k]] = left[k];
}

int64_t *reduction_values(const struct reduction *reduction, const int64_t *left, int n_columns)
{
  int64_t *x = g_memdup2(reduction->x, ((gsize)n_columns + 1) * sizeof *x);
  put_left(reduction, left, x);
  return x;
}

void reduction_lift(struct reduction *reduction, const struct reduction *outer, int n_columns)
{
  int64_t *x = reduction_values(outer, reduction->x, n_columns);
  for (int k = 0; k < reduction->programme->n_columns; k++)
    reduction->kept[k] = outer->kept[reduction->kept[k]];
  g_free(reduction->x);
  reduction->x = x;
  reduction->constant += outer->constant;
  reduction->n_rows = 0;
}

void reduction_restore(struct reduction *reduction, const int64_t *left)
{
  put_left(reduction, left, reduction->x);
}
