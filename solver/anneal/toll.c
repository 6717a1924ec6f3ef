#include "solver/anneal/toll.h"

#include "solver/whole.h"

#include <glib.h>

/* Farther than any activity, so that such a bound is never met. */
static const int64_t nowhere = PROGRAMME_INFINITY * 4;

static int64_t divide_up(int64_t a, int64_t b)
{
  return b == 1 ? a : (a + b - 1) / b; /* dividing is slow, and mostly by 1 */
}

int64_t toll_cheap_end(const struct column *column)
{
  bool up = column->cost < 0 || whole_is_endless(column->lower);
  return up && !whole_is_endless(column->upper) ? column->upper : column->lower;
}

/* What it costs to move the activity by `need` and at most `room` further. */
static int64_t price_of(const struct tolls *tolls, int64_t unit, const struct slope *slope,
                        int count, int64_t need, int64_t room)
{
  int64_t price = 0;
  for (; count > 0 && need > 0; count--, slope++) {
    int64_t units = MIN(slope->units, divide_up(need, slope->step));
    price += units * slope->cost;
    need -= units * slope->step;
  }
  int64_t beyond = need > 0 ? need : -need - room;
  return beyond > 0 ? price + tolls->penalty * divide_up(beyond, unit) : price;
}

int64_t toll_price(const struct tolls *tolls, const struct toll *toll, int64_t activity)
{
  int64_t room = toll->high - toll->low;
  if (activity < toll->low)
    return price_of(tolls, toll->unit, tolls->slopes + toll->up, toll->n_up, toll->low - activity,
                    room);
  if (activity > toll->high)
    return price_of(tolls, toll->unit, tolls->slopes + toll->down, toll->n_down,
                    activity - toll->high, room);
  return 0;
}

void toll_read(const struct tolls *tolls, int row, int64_t activity, int64_t *x)
{
  const struct toll *toll = &tolls->rows[row];
  bool is_short = activity < toll->low;
  int64_t need = is_short ? toll->low - activity : activity - toll->high;
  const struct slope *slope = tolls->slopes + (is_short ? toll->up : toll->down);
  for (int k = is_short ? toll->n_up : toll->n_down; k > 0 && need > 0; k--, slope++) {
    int64_t units = MIN(slope->units, divide_up(need, slope->step));
    x[slope->column] += slope->rises ? units : -units;
    need -= units * slope->step;
  }
}

static int compare_slopes(const void *left, const void *right)
{
  const struct slope *a = left, *b = right;
  int64_t p = a->cost * b->step, q = b->cost * a->step;
  if (p != q)
    return p < q ? -1 : 1;
  return (a->column > b->column) - (a->column < b->column);
}

/* Adds a row's term to the slopes that raise its activity, or that lower it. */
static void add_slope(const struct tolls *tolls, const struct term *term, bool raising,
                      GArray *items)
{
  const struct column *column = &tolls->view->programme->columns[term->column];
  if (!tolls->own[term->column] || column->lower == column->upper)
    return;
  bool rises = toll_cheap_end(column) == column->lower;
  if (((term->coefficient > 0) == rises) != raising)
    return;
  bool endless = whole_is_endless(column->lower) || whole_is_endless(column->upper);
  struct slope slope = {.step = ABS(term->coefficient),
                        .units = endless ? PROGRAMME_INFINITY : column->upper - column->lower,
                        .cost = rises ? column->cost : -column->cost,
                        .column = term->column,
                        .rises = rises};
  g_array_append_val(items, slope);
}

/* The row's slopes one way, cheapest first; how many. */
static int add_slopes(const struct tolls *tolls, int row, bool raising, GArray *items)
{
  const struct programme *p = tolls->view->programme;
  guint from = items->len;
  for (int k = p->rows[row].first; k < p->rows[row].first + p->rows[row].count; k++)
    add_slope(tolls, &p->terms[k], raising, items);
  if (items->len > from)
    qsort(&g_array_index(items, struct slope, from), items->len - from, sizeof(struct slope),
          compare_slopes);
  return (int)(items->len - from);
}

static struct toll toll_of(const struct tolls *tolls, int i, GArray *slopes)
{
  const struct programme *p = tolls->view->programme;
  const struct row *row = &p->rows[i];
  struct toll toll = {.unit = nowhere, .up = (int)slopes->len};
  int64_t base = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct term *term = &p->terms[k];
    toll.unit = MIN(toll.unit, ABS(term->coefficient));
    if (tolls->own[term->column])
      base += term->coefficient * toll_cheap_end(&p->columns[term->column]);
  }
  toll.low = whole_is_endless(row->lower) ? -nowhere : row->lower - base;
  toll.high = whole_is_endless(row->upper) ? nowhere : row->upper - base;
  toll.n_up = add_slopes(tolls, i, true, slopes);
  toll.down = (int)slopes->len;
  toll.n_down = add_slopes(tolls, i, false, slopes);
  return toll;
}

void tolls_open(struct tolls *tolls, const struct view *view, int64_t penalty)
{
  const struct programme *p = view->programme;
  GArray *slopes = g_array_new(FALSE, FALSE, sizeof(struct slope));
  *tolls = (struct tolls){.view = view,
                          .own = g_new0(bool, (gsize)p->n_columns + 1),
                          .rows = g_new(struct toll, (gsize)p->n_rows + 1),
                          .penalty = penalty};
  for (int j = 0; j < p->n_columns; j++)
    tolls->own[j] = !p->columns[j].placement && view->first[j + 1] - view->first[j] <= 1;
  for (int i = 0; i < p->n_rows; i++)
    tolls->rows[i] = toll_of(tolls, i, slopes);
  tolls->slopes = (struct slope *)(void *)g_array_free(slopes, FALSE);
}

void tolls_close(struct tolls *tolls)
{
  g_free(tolls->own);
  g_free(tolls->rows);
  g_free(tolls->slopes);
  *tolls = (struct tolls){0};
}
