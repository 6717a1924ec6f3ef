#include "solver/bound/zero_half.h"

#include <glib.h>
#include <math.h>

/* A row takes part if its slack is less than this: a sum whose slacks come to 1 cuts nothing off.
 */
static const double slack_most = 0.7;
/* A column so near to a bound is at it. */
static const double small = 0.01;
/* The sum's slack, and what its odd columns are from their bounds, come to no more. */
static const double weight_most = 0.9;

/* One end of a row, modulo 2: its odd columns that are between their bounds, measured from the
 * nearer one. */
struct end {
  int row, sign;
  double slack;
  int first, count; /* of zero_half.columns */
  bool odd;         /* its right-hand side */
};

struct zero_half {
  const struct column_view *view;
  GArray *ends;    /* struct end */
  GArray *columns; /* int */
  int *end_of;     /* [2 * rows] lower, upper; -1: takes no part */
  double *off;     /* [columns] from the nearer bound; 0: at it */
  bool *from_upper;
  bool *odd; /* [columns] in the present sum */
  GArray *touched;
};

void zero_half_free(struct zero_half *z)
{
  if (!z)
    return;
  g_array_free(z->ends, TRUE);
  g_array_free(z->columns, TRUE);
  g_array_free(z->touched, TRUE);
  g_free(z->end_of);
  g_free(z->off);
  g_free(z->from_upper);
  g_free(z->odd);
  g_free(z);
}

static void measure_columns(struct zero_half *z, const double *x)
{
  const struct programme *p = z->view->programme;
  for (int j = 0; j < p->n_columns; j++) {
    const struct column *column = &p->columns[j];
    double low = programme_is_infinite(column->lower) ? INFINITY : x[j] - (double)column->lower;
    double high = programme_is_infinite(column->upper) ? INFINITY : (double)column->upper - x[j];
    z->from_upper[j] = high < low;
    z->off[j] = MAX(0, MIN(low, high));
    if (z->off[j] < small || !isfinite(z->off[j]))
      z->off[j] = isfinite(z->off[j]) ? 0 : 1;
  }
}

static void take_end(struct zero_half *z, int row, int sign, double activity)
{
  const struct programme *p = z->view->programme;
  const struct row *r = &p->rows[row];
  int64_t bound = sign > 0 ? r->upper : r->lower;
  double slack = sign * ((double)bound - activity);
  int place = 2 * row + (sign > 0);
  z->end_of[place] = -1;
  if (programme_is_infinite(bound) || slack > slack_most)
    return;
  struct end end = {row, sign, MAX(0, slack), (int)z->columns->len, 0, bound % 2 != 0};
  for (int k = r->first; k < r->first + r->count; k++) {
    const struct term *term = &p->terms[k];
    if (term->coefficient % 2 == 0)
      continue;
    const struct column *column = &p->columns[term->column];
    bool high = z->from_upper[term->column];
    end.odd ^= (high ? column->upper : column->lower) % 2 != 0;
    if (z->off[term->column] > 0)
      g_array_append_val(z->columns, term->column);
  }
  end.count = (int)z->columns->len - end.first;
  z->end_of[place] = (int)z->ends->len;
  g_array_append_val(z->ends, end);
}

struct zero_half *zero_half_new(const struct column_view *view, const double *x,
                                const double *activity)
{
  struct zero_half *z = g_new0(struct zero_half, 1);
  gsize columns = (gsize)view->programme->n_columns + 1;
  int rows = view->programme->n_rows;
  z->view = view;
  z->ends = g_array_new(FALSE, FALSE, sizeof(struct end));
  z->columns = g_array_new(FALSE, FALSE, sizeof(int));
  z->touched = g_array_new(FALSE, FALSE, sizeof(int));
  z->end_of = g_new(int, 2 * (gsize)rows + 1);
  z->off = g_new(double, columns);
  z->from_upper = g_new(bool, columns);
  z->odd = g_new0(bool, columns);
  measure_columns(z, x);
  for (int i = 0; i < rows; i++)
    for (int sign = -1; sign <= 1; sign += 2)
      take_end(z, i, sign, activity[i]);
  return z;
}

static const struct end *end_at(const struct zero_half *z, int place)
{
  return &g_array_index(z->ends, struct end, place);
}

/* What adding it changes of the sum's weight. */
static double change_of(const struct zero_half *z, const struct end *end)
{
  double change = end->slack;
  for (int k = end->first; k < end->first + end->count; k++) {
    int j = g_array_index(z->columns, int, k);
    change += z->odd[j] ? -z->off[j] : z->off[j];
  }
  return change;
}

static void add(struct zero_half *z, const struct end *end)
{
  for (int k = end->first; k < end->first + end->count; k++) {
    int j = g_array_index(z->columns, int, k);
    z->odd[j] = !z->odd[j];
    g_array_append_val(z->touched, j);
  }
}

static void clear(struct zero_half *z)
{
  for (guint k = 0; k < z->touched->len; k++)
    z->odd[g_array_index(z->touched, int, k)] = false;
  g_array_set_size(z->touched, 0);
}

static bool is_part(const struct aggregation_part *parts, int n_parts, int row)
{
  for (int k = 0; k < n_parts; k++)
    if (parts[k].row == row)
      return true;
  return false;
}

/* The end that shares an odd column and brings the weight down furthest; NULL: none. */
static const struct end *next(const struct zero_half *z, const struct aggregation_part *parts,
                              int n_parts, double *change)
{
  const struct end *best = NULL;
  for (guint t = 0; t < z->touched->len; t++) {
    int j = g_array_index(z->touched, int, t);
    if (!z->odd[j])
      continue;
    for (int e = z->view->first[j]; e < z->view->first[j + 1]; e++) {
      const struct entry *entry = &z->view->entries[e];
      if (entry->coefficient % 2 == 0 || is_part(parts, n_parts, entry->row))
        continue;
      for (int side = 0; side < 2; side++) {
        int place = z->end_of[2 * entry->row + side];
        double found = place < 0 ? INFINITY : change_of(z, end_at(z, place));
        if (place < 0 || (best && found >= *change))
          continue;
        best = end_at(z, place);
        *change = found;
      }
    }
  }
  return best;
}

int zero_half_find(struct zero_half *z, int row, int sign,
                   struct aggregation_part parts[AGGREGATION_PARTS_MOST])
{
  int place = z->end_of[2 * row + (sign > 0)], n_parts = 0;
  const struct end *end = place < 0 ? NULL : end_at(z, place);
  double weight = 0, change = end ? change_of(z, end) : 0;
  bool odd = false, found = false;
  while (end && !found && n_parts < AGGREGATION_PARTS_MOST) {
    parts[n_parts++] = (struct aggregation_part){end->row, end->sign};
    add(z, end);
    weight += change;
    odd ^= end->odd;
    found = odd && weight < weight_most;
    end = next(z, parts, n_parts, &change);
  }
  clear(z);
  return found ? n_parts : 0;
}
