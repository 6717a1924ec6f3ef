#include "solver/anneal/row_price.h"

#include "model/integer.h"

#include <glib.h>

/* Beyond any activity: in place of infinite bounds. */
static const int64_t nowhere = PROGRAMME_INFINITY * 4;

int64_t row_price_cheap_end(const struct column *column)
{
  bool up = column->cost < 0 || programme_is_infinite(column->lower);
  return up && !programme_is_infinite(column->upper) ? column->upper : column->lower;
}

/* What it costs to move the activity by `need`, or by up to `room` more. */
static int64_t price_of(const struct row_prices *row_prices, int64_t unit,
                        const struct slope *slope, int count, int64_t need, int64_t room)
{
  int64_t price = 0;
  for (; count > 0 && need > 0; count--, slope++) {
    int64_t units = MIN(slope->units, integer_divide_up(need, slope->step));
    price += units * slope->cost;
    need -= units * slope->step;
  }
  int64_t beyond = need > 0 ? need : -need - room;
  return beyond > 0 ? price + row_prices->penalty * integer_divide_up(beyond, unit) : price;
}

int64_t row_price_below(const struct row_prices *row_prices, const struct row_price *row_price,
                        int64_t activity)
{
  return price_of(row_prices, row_price->unit, row_prices->slopes + row_price->up, row_price->n_up,
                  row_price->low - activity, row_price->high - row_price->low);
}

int64_t row_price_above(const struct row_prices *row_prices, const struct row_price *row_price,
                        int64_t activity)
{
  return price_of(row_prices, row_price->unit, row_prices->slopes + row_price->down,
                  row_price->n_down, activity - row_price->high, row_price->high - row_price->low);
}

void row_price_read(const struct row_prices *row_prices, int row, int64_t activity, int64_t *x)
{
  const struct row_price *row_price = &row_prices->rows[row];
  bool is_short = activity < row_price->low;
  int64_t need = is_short ? row_price->low - activity : activity - row_price->high;
  const struct slope *slope = row_prices->slopes + (is_short ? row_price->up : row_price->down);
  for (int k = is_short ? row_price->n_up : row_price->n_down; k > 0 && need > 0; k--, slope++) {
    int64_t units = MIN(slope->units, integer_divide_up(need, slope->step));
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

/* Adds a term's slope, if it raises the row's activity, or, not `raising`, lowers it. */
static void add_slope(const struct row_prices *row_prices, const struct term *term, bool raising,
                      GArray *items)
{
  const struct column *column = &row_prices->view->programme->columns[term->column];
  if (!row_prices->own[term->column] || column->lower == column->upper)
    return;
  bool rises = row_price_cheap_end(column) == column->lower;
  if (((term->coefficient > 0) == rises) != raising)
    return;
  bool endless = programme_is_infinite(column->lower) || programme_is_infinite(column->upper);
  struct slope slope = {.step = ABS(term->coefficient),
                        .units = endless ? PROGRAMME_INFINITY : column->upper - column->lower,
                        .cost = rises ? column->cost : -column->cost,
                        .column = term->column,
                        .rises = rises};
  g_array_append_val(items, slope);
}

/* The row's slopes in one direction, cheapest first; how many. */
static int add_slopes(const struct row_prices *row_prices, int row, bool raising, GArray *items)
{
  const struct programme *p = row_prices->view->programme;
  guint from = items->len;
  for (int k = p->rows[row].first; k < p->rows[row].first + p->rows[row].count; k++)
    add_slope(row_prices, &p->terms[k], raising, items);
  if (items->len > from)
    qsort(&g_array_index(items, struct slope, from), items->len - from, sizeof(struct slope),
          compare_slopes);
  return (int)(items->len - from);
}

static struct row_price row_price_of(const struct row_prices *row_prices, int i, GArray *slopes)
{
  const struct programme *p = row_prices->view->programme;
  const struct row *row = &p->rows[i];
  struct row_price row_price = {.unit = nowhere, .up = (int)slopes->len};
  int64_t base = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct term *term = &p->terms[k];
    row_price.unit = MIN(row_price.unit, ABS(term->coefficient));
    if (row_prices->own[term->column])
      base += term->coefficient * row_price_cheap_end(&p->columns[term->column]);
  }
  row_price.low = programme_is_infinite(row->lower) ? -nowhere : row->lower - base;
  row_price.high = programme_is_infinite(row->upper) ? nowhere : row->upper - base;
  row_price.n_up = add_slopes(row_prices, i, true, slopes);
  row_price.down = (int)slopes->len;
  row_price.n_down = add_slopes(row_prices, i, false, slopes);
  return row_price;
}

void row_prices_open(struct row_prices *row_prices, const struct column_view *view, int64_t penalty)
{
  const struct programme *p = view->programme;
  GArray *slopes = g_array_new(FALSE, FALSE, sizeof(struct slope));
  *row_prices = (struct row_prices){.view = view,
                                    .own = g_new0(bool, (gsize)p->n_columns + 1),
                                    .rows = g_new(struct row_price, (gsize)p->n_rows + 1),
                                    .penalty = penalty};
  for (int j = 0; j < p->n_columns; j++)
    row_prices->own[j] = !p->columns[j].placement && view->first[j + 1] - view->first[j] <= 1;
  for (int i = 0; i < p->n_rows; i++)
    row_prices->rows[i] = row_price_of(row_prices, i, slopes);
  row_prices->slopes = (struct slope *)(void *)g_array_free(slopes, FALSE);
}

void row_prices_close(struct row_prices *row_prices)
{
  g_free(row_prices->own);
  g_free(row_prices->rows);
  g_free(row_prices->slopes);
  *row_prices = (struct row_prices){0};
}
