#include "solver/toll.h"

#include <glib.h>

/* Farther than any activity, so that such a bound is never met. */
static const int64_t nowhere = PROGRAMME_INFINITY * 4;

static bool is_endless(int64_t bound)
{
  return bound <= -PROGRAMME_INFINITY || bound >= PROGRAMME_INFINITY;
}

static int64_t divide_up(int64_t a, int64_t b)
{
  return b == 1 ? a : (a + b - 1) / b; /* dividing is slow, and mostly by 1 */
}

int64_t toll_cheap_end(const struct column *column)
{
  bool up = column->cost < 0 || is_endless(column->lower);
  return up && !is_endless(column->upper) ? column->upper : column->lower;
}

/* What it costs to move the activity by `need` and at most `room` further. */
static int64_t price_of(const struct tolls *tolls, const struct slopes *slopes, int row,
                        int64_t need, int64_t room)
{
  int64_t price = 0;
  for (int k = slopes->first[row]; k < slopes->first[row + 1] && need > 0; k++) {
    const struct slope *slope = &slopes->items[k];
    int64_t units = MIN(slope->units, divide_up(need, slope->step));
    price += units * slope->cost;
    need -= units * slope->step;
  }
  int64_t beyond = need > 0 ? need : -need - room;
  return beyond > 0 ? price + tolls->penalty * divide_up(beyond, tolls->unit[row]) : price;
}

int64_t toll_price(const struct tolls *tolls, int row, int64_t activity)
{
  int64_t low = tolls->low[row], high = tolls->high[row];
  if (activity < low)
    return price_of(tolls, &tolls->up, row, low - activity, high - low);
  if (activity > high)
    return price_of(tolls, &tolls->down, row, activity - high, high - low);
  return 0;
}

void toll_read(const struct tolls *tolls, int row, int64_t activity, int64_t *x)
{
  bool short_of = activity < tolls->low[row];
  const struct slopes *slopes = short_of ? &tolls->up : &tolls->down;
  int64_t need = short_of ? tolls->low[row] - activity : activity - tolls->high[row];
  for (int k = slopes->first[row]; k < slopes->first[row + 1] && need > 0; k++) {
    const struct slope *slope = &slopes->items[k];
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
  bool endless = is_endless(column->lower) || is_endless(column->upper);
  struct slope slope = {.step = ABS(term->coefficient),
                        .units = endless ? PROGRAMME_INFINITY : column->upper - column->lower,
                        .cost = rises ? column->cost : -column->cost,
                        .column = term->column,
                        .rises = rises};
  g_array_append_val(items, slope);
}

static struct slopes index_slopes(const struct tolls *tolls, bool raising)
{
  const struct programme *p = tolls->view->programme;
  GArray *items = g_array_new(FALSE, FALSE, sizeof(struct slope));
  struct slopes slopes = {.first = g_new(int, (gsize)p->n_rows + 1)};
  for (int i = 0; i < p->n_rows; i++) {
    guint from = items->len;
    slopes.first[i] = (int)from;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      add_slope(tolls, &p->terms[k], raising, items);
    if (items->len > from)
      qsort(&g_array_index(items, struct slope, from), items->len - from, sizeof(struct slope),
            compare_slopes);
  }
  slopes.first[p->n_rows] = (int)items->len;
  slopes.items = (struct slope *)(void *)g_array_free(items, FALSE);
  return slopes;
}

static void index_row(struct tolls *tolls, int i)
{
  const struct programme *p = tolls->view->programme;
  const struct row *row = &p->rows[i];
  int64_t base = 0;
  tolls->unit[i] = nowhere;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct term *term = &p->terms[k];
    tolls->unit[i] = MIN(tolls->unit[i], ABS(term->coefficient));
    if (tolls->own[term->column])
      base += term->coefficient * toll_cheap_end(&p->columns[term->column]);
  }
  tolls->low[i] = is_endless(row->lower) ? -nowhere : row->lower - base;
  tolls->high[i] = is_endless(row->upper) ? nowhere : row->upper - base;
}

void tolls_open(struct tolls *tolls, const struct view *view, int64_t penalty)
{
  const struct programme *p = view->programme;
  gsize rows = (gsize)p->n_rows + 1;
  *tolls = (struct tolls){.view = view,
                          .own = g_new0(bool, (gsize)p->n_columns + 1),
                          .low = g_new(int64_t, rows),
                          .high = g_new(int64_t, rows),
                          .unit = g_new(int64_t, rows),
                          .penalty = penalty};
  for (int j = 0; j < p->n_columns; j++)
    tolls->own[j] = !p->columns[j].placement && view->first[j + 1] - view->first[j] <= 1;
  for (int i = 0; i < p->n_rows; i++)
    index_row(tolls, i);
  tolls->up = index_slopes(tolls, true);
  tolls->down = index_slopes(tolls, false);
}

void tolls_close(struct tolls *tolls)
{
  g_free(tolls->own);
  g_free(tolls->low);
  g_free(tolls->high);
  g_free(tolls->unit);
  g_free(tolls->up.first);
  g_free(tolls->up.items);
  g_free(tolls->down.first);
  g_free(tolls->down.items);
  *tolls = (struct tolls){0};
}
