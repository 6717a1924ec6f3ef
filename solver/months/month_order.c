#include "solver/months/month_order.h"

#include <glib.h>
#include <limits.h>

enum { UNKNOWN = -1 };

/* Where a column belongs: with or after which placements, and after which counts there. */
struct place {
  int column;
  int at, round;
};

static int compare(const void *a, const void *b)
{
  const struct place *one = a, *other = b;
  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  if (one->round != other->round)
    return one->round < other->round ? -1 : 1;
  return (one->column > other->column) - (one->column < other->column);
}

/* Sets the order's `helps` for a row's terms: a bound that no values can break is none. */
static void find_help(struct month_order *order, const struct programme *p, const struct row *row)
{
  int64_t least = 0, most = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &p->columns[p->terms[k].column];
    int64_t low = p->terms[k].coefficient * column->lower;
    int64_t high = p->terms[k].coefficient * column->upper;
    least += MIN(low, high);
    most += MAX(low, high);
  }
  for (int k = row->first; k < row->first + row->count; k++)
    order->helps[k] = p->terms[k].coefficient > 0 ? least < row->lower : most > row->upper;
}

/* --- placements -------------------------------------------------------------- */

/* All placements, by their slots; how many. */
static int order_placements(const struct programme *p, struct place *out)
{
  int n = 0;
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].placement)
      out[n++] = (struct place){j, p->columns[j].label.slot, 0};
  qsort(out, (size_t)n, sizeof *out, compare);
  return n;
}

/* Does the row allow only one of its columns, which are all placements? */
static bool is_exclusive(const struct programme *p, const struct row *row)
{
  bool exclusive = row->upper == 1 && row->count > 0;
  for (int k = row->first; k < row->first + row->count && exclusive; k++) {
    const struct column *column = &p->columns[p->terms[k].column];
    exclusive = p->terms[k].coefficient == 1 && column->placement && column->lower == 0 &&
                column->upper == 1;
  }
  return exclusive;
}

/* ends[k]: where the placements end that begin with the k-th and of which only one is done. */
static void find_ends(const struct programme *p, const struct place *placements, int n, int *ends)
{
  g_autofree int *position = g_new0(int, (gsize)p->n_columns + 1);
  for (int k = 0; k < n; k++) {
    position[placements[k].column] = k;
    ends[k] = k + 1;
  }
  for (int i = 0; i < p->n_rows; i++) {
    const struct row *row = &p->rows[i];
    int first = INT_MAX, last = -1;
    if (!is_exclusive(p, row))
      continue;
    for (int k = row->first; k < row->first + row->count; k++) {
      first = MIN(first, position[p->terms[k].column]);
      last = MAX(last, position[p->terms[k].column]);
    }
    if (last - first + 1 == row->count)
      ends[first] = MAX(ends[first], last + 1);
  }
}

/* Sets the places of the placements: the number of those that they are taken together with. */
static void place_placements(const struct programme *p, struct place *places)
{
  g_autofree struct place *placements = g_new(struct place, (gsize)p->n_columns + 1);
  g_autofree int *ends = g_new0(int, (gsize)p->n_columns + 1);
  int n = order_placements(p, placements), number = 0;
  find_ends(p, placements, n, ends);
  for (int from = 0; from < n; from = ends[from], number++)
    for (int k = from; k < ends[from]; k++)
      places[placements[k].column] = (struct place){placements[k].column, number, 0};
}

/* --- counts ------------------------------------------------------------------ */

/* Where the last of a row's columns is that have a place; into *missing how many have none. */
static int look_at_row(const struct programme *p, const struct row *row, const struct place *places,
                       int *missing)
{
  int latest = INT_MIN;
  *missing = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct place *place = &places[p->terms[k].column];
    if (place->round == UNKNOWN)
      (*missing)++;
    else
      latest = MAX(latest, place->at);
  }
  return latest;
}

/* Places counts that are the only ones without a place in a row; one that falls, as soon as that is
 * so of each row that can hold it up. False: there was none. */
static bool place_counts(const struct programme *p, const struct month_order *order,
                         const bool *falls, struct place *places, int round)
{
  g_autofree int *at = g_new(int, (gsize)p->n_columns + 1);
  g_autofree bool *waits = g_new0(bool, (gsize)p->n_columns + 1);
  bool any = false;
  for (int j = 0; j < p->n_columns; j++)
    at[j] = INT_MIN;
  for (int i = 0; i < p->n_rows; i++) {
    const struct row *row = &p->rows[i];
    int missing, latest = look_at_row(p, row, places, &missing);
    for (int k = row->first; k < row->first + row->count && missing > 0; k++) {
      int j = p->terms[k].column;
      if (places[j].round != UNKNOWN || (falls[j] && !order->helps[k]))
        continue;
      if (missing == 1)
        at[j] = MAX(at[j], latest);
      else
        waits[j] = falls[j];
    }
  }
  for (int j = 0; j < p->n_columns; j++) {
    if (places[j].round != UNKNOWN || at[j] == INT_MIN || waits[j])
      continue;
    places[j].at = at[j];
    places[j].round = round;
    any = true;
  }
  return any;
}

/* What no row tells is last. */
static void place_rest(const struct programme *p, struct place *places, int round)
{
  for (int j = 0; j < p->n_columns; j++)
    if (places[j].round == UNKNOWN)
      places[j] = (struct place){j, INT_MAX, round};
}

/* --- items ------------------------------------------------------------------- */

static void make_items(struct month_order *out, const struct place *places, int n)
{
  for (int k = 0; k < n; k++) {
    bool placement = places[k].round == 0;
    out->columns[k] = places[k].column;
    if (k > 0 && placement && places[k - 1].round == 0 && places[k - 1].at == places[k].at)
      out->items[out->n_items - 1].count++;
    else
      out->items[out->n_items++] = (struct month_item){k, 1};
  }
}

void month_order_open(struct month_order *out, const struct programme *programme, const bool *falls)
{
  gsize n = (gsize)programme->n_columns;
  g_autofree struct place *places = g_new(struct place, n + 1);
  g_autofree bool *none = g_new0(bool, n + 1);
  int round = 1;
  *out = (struct month_order){.columns = g_new(int, n + 1),
                              .items = g_new(struct month_item, n + 1),
                              .helps = g_new(bool, (gsize)programme->n_terms + 1)};
  for (int i = 0; i < programme->n_rows; i++)
    find_help(out, programme, &programme->rows[i]);
  for (int j = 0; j < programme->n_columns; j++)
    places[j] = (struct place){j, 0, UNKNOWN};
  place_placements(programme, places);
  while (place_counts(programme, out, falls, places, round) ||
         place_counts(programme, out, none, places, round)) /* two that hold each other up */
    round++;
  place_rest(programme, places, round);
  qsort(places, n, sizeof *places, compare);
  make_items(out, places, programme->n_columns);
}

void month_order_close(struct month_order *order)
{
  g_free(order->columns);
  g_free(order->items);
  g_free(order->helps);
}
