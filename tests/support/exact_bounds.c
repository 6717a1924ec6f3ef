#include "tests/support/exact_piece.h"

#include <glib.h>

static int64_t floor_div(int64_t a, int64_t b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static int64_t ceil_div(int64_t a, int64_t b)
{
  return -floor_div(-a, b);
}

/* The least and greatest value of a row. */
static void row_range(const struct exact_piece *piece, int row, int64_t *least, int64_t *most)
{
  *least = *most = 0;
  for (int i = piece->first[row]; i < piece->first[row + 1]; i++) {
    int64_t a = piece->terms[i].coefficient;
    int j = piece->terms[i].column;
    *least += a * (a > 0 ? piece->lower[j] : piece->upper[j]);
    *most += a * (a > 0 ? piece->upper[j] : piece->lower[j]);
  }
}

/* Tightens bounds by one row; false when it can't hold. */
static bool tighten(struct exact_piece *piece, int row, bool *changed)
{
  int64_t least, most;
  row_range(piece, row, &least, &most);
  if (most < piece->row_lower[row] || least > piece->row_upper[row])
    return false;
  for (int i = piece->first[row]; i < piece->first[row + 1]; i++) {
    int j = piece->terms[i].column;
    int64_t a = piece->terms[i].coefficient, lower = piece->lower[j], upper = piece->upper[j];
    int64_t room = piece->row_upper[row] - least, need = piece->row_lower[row] - most;
    if (a > 0) {
      piece->upper[j] = MIN(upper, lower + floor_div(room, a));
      piece->lower[j] = MAX(lower, upper + ceil_div(need, a));
    } else {
      piece->lower[j] = MAX(lower, upper + ceil_div(room, a));
      piece->upper[j] = MIN(upper, lower + floor_div(need, a));
    }
    if (piece->lower[j] > piece->upper[j])
      return false;
    if (piece->lower[j] != lower || piece->upper[j] != upper) {
      *changed = true;
      row_range(piece, row, &least, &most);
    }
  }
  return true;
}

bool exact_piece_propagate(struct exact_piece *piece)
{
  for (bool changed = true; changed;) {
    changed = false;
    for (int row = 0; row < piece->n_rows; row++)
      if (!tighten(piece, row, &changed))
        return false;
  }
  return true;
}

bool exact_piece_can_break(const struct exact_piece *piece, int row)
{
  int64_t least, most;
  row_range(piece, row, &least, &most);
  return least < piece->row_lower[row] || most > piece->row_upper[row];
}

static int64_t cheapest(const struct exact_piece *piece, int column)
{
  return piece->cost[column] < 0 ? piece->upper[column] : piece->lower[column];
}

/* What the cheapest values lack of a row's lower bound, or, negative, exceed of
 * its upper. */
static int64_t lack_of(const struct exact_piece *piece, int row)
{
  int64_t sum = 0;
  for (int i = piece->first[row]; i < piece->first[row + 1]; i++)
    sum += piece->terms[i].coefficient * cheapest(piece, piece->terms[i].column);
  if (sum < piece->row_lower[row])
    return piece->row_lower[row] - sum;
  return sum > piece->row_upper[row] ? piece->row_upper[row] - sum : 0;
}

/* What one step of a column from its cheapest value does to a row, towards what
 * it lacks; 0 or less: nothing. */
static int64_t effect_of(const struct exact_piece *piece, const struct term *term, int64_t lack)
{
  int64_t effect = piece->cost[term->column] < 0 ? -term->coefficient : term->coefficient;
  return lack < 0 ? -effect : effect;
}

/* The least that it costs to bring a row what it lacks, in fractions, from the
 * best value for money on; rounded up. */
static int64_t row_cost(const struct exact_piece *piece, int row)
{
  int64_t lack = lack_of(piece, row), left = ABS(lack), sum = 0;
  int count = piece->first[row + 1] - piece->first[row];
  const struct term *terms = piece->terms + piece->first[row];
  g_autofree bool *used = g_new0(bool, (gsize)count + 1);
  while (left > 0) {
    int best = -1;
    int64_t best_effect = 0, best_price = 0;
    for (int i = 0; i < count; i++) {
      int64_t effect = effect_of(piece, &terms[i], lack);
      int64_t price = ABS(piece->cost[terms[i].column]);
      if (used[i] || effect <= 0 || (best >= 0 && price * best_effect >= best_price * effect))
        continue;
      best = i;
      best_effect = effect;
      best_price = price;
    }
    if (best < 0)
      return sum; /* it can't be had; propagation says so */
    used[best] = true;
    int64_t room = piece->upper[terms[best].column] - piece->lower[terms[best].column];
    if (room * best_effect >= left)
      return sum + (best_price * left + best_effect - 1) / best_effect;
    left -= room * best_effect;
    sum += best_price * room;
  }
  return sum;
}

int64_t exact_piece_bound(const struct exact_piece *piece)
{
  int64_t sum = 0, most = 0;
  for (int j = 0; j < piece->n_columns; j++)
    sum += piece->cost[j] * cheapest(piece, j);
  for (int row = 0; row < piece->n_rows; row++)
    if (lack_of(piece, row) != 0)
      most = MAX(most, row_cost(piece, row));
  return sum + most;
}

int exact_piece_broken_row(const struct exact_piece *piece)
{
  for (int row = 0; row < piece->n_rows; row++)
    if (lack_of(piece, row) != 0)
      return row;
  return -1;
}
