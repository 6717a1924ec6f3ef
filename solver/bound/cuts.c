#include "solver/bound/cuts.h"

#include "solver/bound/cut_pool.h"
#include "solver/bound/mir.h"
#include "solver/bound/zero_half.h"
#include "solver/column_view.h"

#include <glib.h>
#include <math.h>

enum { STEPS_MOST = 5 }; /* rows added to the first */
/* There are no more cuts than rows, and some: at random points cuts of cuts are endless. */
enum { CUTS_BEYOND_ROWS = 50 };

/* The least efficacy of a cut: how far, in Euclidean distance, it cuts the point off. */
static const double violation_least = 2e-3;
/* A row is near the point when its slack is within this share of its largest coefficient,
 * and tight within that. A column is between its bounds when it is so far from both. */
static const double near = 0.2, tight = 0.02, between = 0.02;

struct cuts {
  struct cut_pool pool;
  struct aggregation aggregation;
  struct mir mir;
  /* of the rows that there are when cuts are made, cuts of before among them: */
  struct column_view *view; /* which of these a column is in */
  double *largest;          /* of the row's coefficients */
  double *activity;         /* at the point */
  bool (*ended)(void *context);
  void *context;
};

struct cuts *cuts_new(struct programme *programme)
{
  struct cuts *cuts = g_new0(struct cuts, 1);
  cut_pool_open(&cuts->pool, programme);
  aggregation_open(&cuts->aggregation, programme);
  mir_open(&cuts->mir, programme);
  return cuts;
}

void cuts_free(struct cuts *cuts)
{
  if (!cuts)
    return;
  cut_pool_close(&cuts->pool);
  aggregation_close(&cuts->aggregation);
  mir_close(&cuts->mir);
  column_view_free(cuts->view);
  g_free(cuts->largest);
  g_free(cuts->activity);
  g_free(cuts);
}

static void list_rows(struct cuts *cuts, const double *x)
{
  const struct programme *p = cuts->pool.programme;
  column_view_free(cuts->view);
  cuts->view = column_view_new(p);
  cuts->largest = g_renew(double, cuts->largest, (gsize)p->n_rows + 1);
  cuts->activity = g_renew(double, cuts->activity, (gsize)p->n_rows + 1);
  for (int i = 0; i < p->n_rows; i++) {
    cuts->largest[i] = cuts->activity[i] = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      const struct term *term = &p->terms[k];
      cuts->largest[i] = MAX(cuts->largest[i], fabs((double)term->coefficient));
      cuts->activity[i] += (double)term->coefficient * x[term->column];
    }
  }
}

/* The slack of this end of a row at the point, in multiples of its largest coefficient. */
static double distance(const struct cuts *cuts, int row, int sign)
{
  const struct row *r = &cuts->pool.programme->rows[row];
  int64_t end = sign > 0 ? r->upper : r->lower;
  if (ABS(end) >= PROGRAMME_INFINITY)
    return INFINITY;
  return sign * ((double)end - cuts->activity[row]) / MAX(1, cuts->largest[row]);
}

/* Adds the cut that the present aggregation gives, if it cuts the point off. */
static bool cut_aggregation(struct cuts *cuts, const double *x)
{
  double slack[AGGREGATION_PARTS_MOST];
  int64_t divisor = 0;
  for (int k = 0; k < cuts->aggregation.n_parts; k++) {
    const struct aggregation_part *part = &cuts->aggregation.parts[k];
    slack[k] =
        distance(cuts, part->row, part->times > 0 ? 1 : -1) * MAX(1, cuts->largest[part->row]);
  }
  return mir_read(&cuts->mir, &cuts->aggregation, x, slack) &&
         mir_search(&cuts->mir, &divisor) > violation_least &&
         cut_pool_add(&cuts->pool, &cuts->mir, &cuts->aggregation, divisor);
}

static bool is_part(const struct aggregation *aggregation, int row)
{
  for (int k = 0; k < aggregation->n_parts; k++)
    if (aggregation->parts[k].row == row)
      return true;
  return false;
}

/* The shortest tight row that may eliminate the column; -1: none. */
static int row_for(const struct cuts *cuts, int column)
{
  const struct programme *p = cuts->pool.programme;
  int best = -1;
  for (int e = cuts->view->first[column]; e < cuts->view->first[column + 1]; e++) {
    int i = cuts->view->entries[e].row;
    if (is_part(&cuts->aggregation, i) || (best >= 0 && p->rows[i].count >= p->rows[best].count))
      continue;
    bool same = (cuts->view->entries[e].coefficient > 0) == (cuts->aggregation.a[column] > 0);
    int sign = same ? -1 : 1;
    if (distance(cuts, i, sign) < tight)
      best = i;
  }
  return best;
}

/* Eliminates the column furthest from its bounds. False: none can be. */
static bool step(struct cuts *cuts, const double *x)
{
  const struct aggregation *m = &cuts->aggregation;
  double furthest = between;
  int column = -1, row = -1;
  for (int k = 0; k < m->count; k++) {
    int j = m->columns[k];
    const struct column *at = &cuts->pool.programme->columns[j];
    double off = MIN(x[j] - (double)at->lower, (double)at->upper - x[j]);
    if (m->a[j] == 0 || off <= furthest)
      continue;
    int found = row_for(cuts, j);
    if (found < 0)
      continue;
    furthest = off;
    column = j;
    row = found;
  }
  return column >= 0 && aggregation_eliminate(&cuts->aggregation, column, row);
}

static bool cut_row(struct cuts *cuts, int row, int sign, const double *x)
{
  if (!aggregation_begin(&cuts->aggregation, row, sign))
    return false;
  for (int steps = 0;; steps++) {
    if (cut_aggregation(cuts, x))
      return true;
    if (steps == STEPS_MOST || !step(cuts, x))
      return false;
  }
}

/* Adds the cut of an odd sum of rows that begins with this one. */
static bool cut_half(struct cuts *cuts, struct zero_half *sums, int row, int sign, const double *x)
{
  struct aggregation_part parts[AGGREGATION_PARTS_MOST];
  int n_parts = zero_half_find(sums, row, sign, parts);
  if (n_parts == 0 || !aggregation_begin(&cuts->aggregation, row, sign))
    return false;
  for (int k = 1; k < n_parts; k++)
    if (!aggregation_add(&cuts->aggregation, parts[k].row, parts[k].times))
      return false;
  return cut_aggregation(cuts, x);
}

void cuts_end_when(struct cuts *cuts, bool (*ended)(void *context), void *context)
{
  cuts->ended = ended;
  cuts->context = context;
}

/* Are there enough, or is it time? */
static bool is_over(const struct cuts *cuts)
{
  return cuts->pool.programme->n_rows > 2 * cuts->pool.n_rows + CUTS_BEYOND_ROWS ||
         (cuts->ended && cuts->ended(cuts->context));
}

int cuts_add(struct cuts *cuts, const double *x)
{
  int added = 0, n_rows = cuts->pool.programme->n_rows;
  list_rows(cuts, x);
  struct zero_half *sums = zero_half_new(cuts->view, x, cuts->activity);
  for (int i = 0; i < n_rows && !is_over(cuts); i++)
    for (int sign = -1; sign <= 1; sign += 2)
      if (distance(cuts, i, sign) < near)
        added += cut_row(cuts, i, sign, x);
  for (int i = 0; i < n_rows && !is_over(cuts); i++)
    for (int sign = -1; sign <= 1; sign += 2)
      added += cut_half(cuts, sums, i, sign, x);
  zero_half_free(sums);
  return added;
}

void cuts_drop(struct cuts *cuts, const double *prices, int n_priced, int *rows)
{
  cut_pool_drop(&cuts->pool, prices, n_priced, rows);
}

void cuts_credit(const struct cuts *cuts, double *prices, int n_priced)
{
  cut_pool_credit(&cuts->pool, prices, n_priced);
}
