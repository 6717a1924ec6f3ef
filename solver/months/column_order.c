#include "solver/months/column_order.h"

#include <glib.h>
#include <limits.h>

enum { UNKNOWN = -1 };

/* Where a column belongs: after which slot, and after which counts there. */
struct place {
  int column;
  int slot, round;
};

static int compare(const void *a, const void *b)
{
  const struct place *one = a, *other = b;
  if (one->slot != other->slot)
    return one->slot < other->slot ? -1 : 1;
  if (one->round != other->round)
    return one->round < other->round ? -1 : 1;
  return (one->column > other->column) - (one->column < other->column);
}

/* The latest slot of a row's columns that have a place, and into *missing the last that has none.
 * How many those are. */
static int look_at_row(const struct programme *p, const struct row *row, const struct place *places,
                       int *latest, int *missing)
{
  int n = 0;
  *latest = INT_MIN;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct place *place = &places[p->terms[k].column];
    if (place->round == UNKNOWN) {
      *missing = place->column;
      n++;
    } else {
      *latest = MAX(*latest, place->slot);
    }
  }
  return n;
}

/* Places counts that are the only ones without a place in a row. False: there was none. */
static bool place_counts(const struct programme *p, struct place *places, int round)
{
  g_autofree int *slots = g_new(int, (gsize)p->n_columns + 1);
  bool any = false;
  for (int j = 0; j < p->n_columns; j++)
    slots[j] = INT_MIN;
  for (int i = 0; i < p->n_rows; i++) {
    int latest, missing = UNKNOWN;
    if (look_at_row(p, &p->rows[i], places, &latest, &missing) == 1)
      slots[missing] = MAX(slots[missing], latest);
  }
  for (int j = 0; j < p->n_columns; j++) {
    if (places[j].round != UNKNOWN || slots[j] == INT_MIN)
      continue;
    places[j].slot = slots[j];
    places[j].round = round;
    any = true;
  }
  return any;
}

void column_order(const struct programme *programme, int *order)
{
  int n = programme->n_columns, round = 1;
  g_autofree struct place *places = g_new0(struct place, (gsize)n + 1);
  for (int j = 0; j < n; j++) {
    const struct column *column = &programme->columns[j];
    places[j] = (struct place){j, column->label.slot, column->placement ? 0 : UNKNOWN};
  }
  while (place_counts(programme, places, round))
    round++;
  for (int j = 0; j < n; j++) /* what no row tells is last */
    if (places[j].round == UNKNOWN)
      places[j] = (struct place){j, INT_MAX, round};
  qsort(places, (size_t)n, sizeof *places, compare);
  for (int k = 0; k < n; k++)
    order[k] = places[k].column;
}
