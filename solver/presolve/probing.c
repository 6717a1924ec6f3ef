#include "solver/presolve/probing.h"

#include "model/integer.h"
#include "solver/column_view.h"

#include <glib.h>
#include <limits.h>

enum {
  LOOKS_MOST = 400, /* rows looked at for one column */
  TERMS_MOST = 150, /* of a row that is looked at: long ones seldom imply anything */
  PASSES_MOST = 3,
  LOOKS_THOROUGH = 4000, /* the same as the first, where every column is probed */
};

/* A change of bounds, to be taken back. */
struct step {
  int column;
  int64_t lower, upper;
};

struct probing {
  struct programme *programme;
  struct column_view *view; /* which rows a column is in */
  GArray *trail;            /* of struct step */
  GArray *queue;            /* of rows to look at */
  bool *queued;             /* [rows] */
  int looks_most, terms_most;
};

static void probing_open(struct probing *probing, struct programme *p, int looks, int terms)
{
  *probing = (struct probing){.programme = p, .looks_most = looks, .terms_most = terms};
  probing->view = column_view_new(p);
  probing->queued = g_new0(bool, (gsize)p->n_rows + 1);
  probing->trail = g_array_new(FALSE, FALSE, sizeof(struct step));
  probing->queue = g_array_new(FALSE, FALSE, sizeof(int));
}

static void probing_close(struct probing *probing)
{
  column_view_free(probing->view);
  g_free(probing->queued);
  g_array_free(probing->trail, TRUE);
  g_array_free(probing->queue, TRUE);
}

/* Tightens the bounds of a column and queues its rows. False: no value is left. */
static bool narrow(struct probing *probing, int j, int64_t lower, int64_t upper)
{
  struct column *column = &probing->programme->columns[j];
  struct step step = {j, column->lower, column->upper};
  if (lower <= column->lower && upper >= column->upper)
    return true;
  g_array_append_val(probing->trail, step);
  column->lower = MAX(lower, column->lower);
  column->upper = MIN(upper, column->upper);
  for (int e = probing->view->first[j]; e < probing->view->first[j + 1]; e++) {
    int row = probing->view->entries[e].row;
    if (probing->queued[row] || probing->programme->rows[row].count > probing->terms_most)
      continue;
    probing->queued[row] = true;
    g_array_append_val(probing->queue, row);
  }
  return column->lower <= column->upper;
}

static int64_t least_of(const struct column *column, int64_t a)
{
  return a * (a > 0 ? column->lower : column->upper);
}

/* Propagates sign * row <= end. False: it can't hold. */
static bool follow_side(struct probing *probing, const struct row *row, int sign, int64_t end)
{
  const struct programme *p = probing->programme;
  int64_t spare = end, widest = 0;
  if (programme_is_infinite(end))
    return true;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &p->columns[p->terms[k].column];
    int64_t a = sign * p->terms[k].coefficient;
    if (programme_is_infinite(column->lower) || programme_is_infinite(column->upper))
      return true; /* nothing follows */
    spare -= least_of(column, a);
    widest = MAX(widest, ABS(a) * (column->upper - column->lower));
  }
  if (spare < 0)
    return false;
  for (int k = row->first; widest > spare && k < row->first + row->count; k++) {
    int j = p->terms[k].column;
    const struct column *column = &p->columns[j];
    int64_t a = sign * p->terms[k].coefficient;
    if (a == 0 || ABS(a) * (column->upper - column->lower) <= spare)
      continue;
    int64_t by = integer_divide_down(spare, ABS(a));
    if (!narrow(probing, j, a > 0 ? column->lower : column->upper - by,
                a > 0 ? column->lower + by : column->upper))
      return false;
  }
  return true;
}

/* Propagates the queued rows, and all that follows. False: some row can't hold. */
static bool follow(struct probing *probing)
{
  bool fine = true;
  guint at = 0;
  for (; fine && at < probing->queue->len && (int)at < probing->looks_most; at++) {
    int i = g_array_index(probing->queue, int, at);
    const struct row *row = &probing->programme->rows[i];
    probing->queued[i] = false;
    fine = follow_side(probing, row, 1, row->upper) &&
           follow_side(probing, row, -1,
                       row->lower <= -PROGRAMME_INFINITY ? PROGRAMME_INFINITY : -row->lower);
  }
  for (; at < probing->queue->len; at++)
    probing->queued[g_array_index(probing->queue, int, at)] = false;
  g_array_set_size(probing->queue, 0);
  return fine;
}

/* Can the column have this value? All bounds are afterwards as they were. */
static bool is_possible(struct probing *probing, int j, int64_t value)
{
  g_array_set_size(probing->trail, 0);
  bool possible = narrow(probing, j, value, value) && follow(probing);
  for (guint k = probing->trail->len; k > 0; k--) {
    const struct step *step = &g_array_index(probing->trail, struct step, k - 1);
    probing->programme->columns[step->column].lower = step->lower;
    probing->programme->columns[step->column].upper = step->upper;
  }
  return possible;
}

/* How many columns it fixed. */
static int probing_pass(struct probing *probing)
{
  int fixed = 0;
  for (int j = 0; j < probing->programme->n_columns; j++) {
    struct column *column = &probing->programme->columns[j];
    if (column->placement || column->lower != 0 || column->upper != 1 || is_possible(probing, j, 1))
      continue;
    column->upper = 0;
    fixed++;
  }
  return fixed;
}

int probing_fix_counts(struct programme *programme)
{
  struct probing probing;
  int fixed = 0, found = 1;
  probing_open(&probing, programme, LOOKS_MOST, TERMS_MOST);
  for (int pass = 0; pass < PASSES_MOST && found > 0; pass++) {
    found = probing_pass(&probing);
    fixed += found;
  }
  probing_close(&probing);
  return fixed;
}

/* Fixes the column where it has one value left. *found: it had. False: it has none. */
static bool probe_both(struct probing *probing, int j, bool *found)
{
  const struct column *column = &probing->programme->columns[j];
  for (int64_t value = 0; value <= 1 && column->lower != column->upper; value++) {
    if (is_possible(probing, j, value))
      continue;
    *found = true;
    g_array_set_size(probing->trail, 0);
    if (!narrow(probing, j, 1 - value, 1 - value) || !follow(probing))
      return false;
  }
  return true;
}

bool probing_narrow(struct programme *programme)
{
  struct probing probing;
  bool possible = true, found = true;
  probing_open(&probing, programme, LOOKS_THOROUGH, INT_MAX);
  while (possible && found) {
    found = false;
    for (int j = 0; possible && j < programme->n_columns; j++)
      if (programme->columns[j].lower == 0 && programme->columns[j].upper == 1)
        possible = probe_both(&probing, j, &found);
  }
  probing_close(&probing);
  return possible;
}
