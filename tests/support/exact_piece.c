#include "tests/support/exact_piece.h"

#include <glib.h>
#include <string.h>

struct exact_piece *exact_piece_new(int n_columns, int n_rows, int n_terms)
{
  struct exact_piece *piece = g_new0(struct exact_piece, 1);
  piece->n_columns = n_columns;
  piece->n_rows = n_rows;
  piece->lower = g_new0(int64_t, 3 * (gsize)n_columns + 1);
  piece->upper = piece->lower + n_columns;
  piece->cost = piece->upper + n_columns;
  piece->row_lower = g_new0(int64_t, 2 * (gsize)n_rows + 1);
  piece->row_upper = piece->row_lower + n_rows;
  piece->first = g_new0(int, (gsize)n_rows + 1);
  piece->terms = g_new0(struct term, (gsize)n_terms + 1);
  return piece;
}

void exact_piece_free(struct exact_piece *piece)
{
  if (!piece)
    return;
  g_free(piece->lower);
  g_free(piece->row_lower);
  g_free(piece->first);
  g_free(piece->terms);
  g_free(piece);
}

static struct exact_piece *copy(const struct exact_piece *piece)
{
  struct exact_piece *out =
      exact_piece_new(piece->n_columns, piece->n_rows, piece->first[piece->n_rows]);
  size_t columns = sizeof(int64_t) * (size_t)piece->n_columns;
  size_t rows = sizeof(int64_t) * (size_t)piece->n_rows;
  memcpy(out->lower, piece->lower, columns);
  memcpy(out->upper, piece->upper, columns);
  memcpy(out->cost, piece->cost, columns);
  memcpy(out->row_lower, piece->row_lower, rows);
  memcpy(out->row_upper, piece->row_upper, rows);
  memcpy(out->first, piece->first, sizeof(int) * ((size_t)piece->n_rows + 1));
  memcpy(out->terms, piece->terms, sizeof(struct term) * (size_t)piece->first[piece->n_rows]);
  return out;
}

/* --- what falls apart ------------------------------------------------------ */

static int root_of(const int *parent, int column)
{
  while (parent[column] != column)
    column = parent[column];
  return column;
}

static bool is_open(const struct exact_piece *piece, int column)
{
  return piece->lower[column] < piece->upper[column];
}

/* part[j]: a number for the open columns that rows still tie to j; -1: fixed.
 * Returns how many parts there are. */
static int find_parts(const struct exact_piece *piece, int *part)
{
  g_autofree int *parent = g_new(int, (gsize)piece->n_columns + 1);
  for (int j = 0; j < piece->n_columns; j++)
    parent[j] = j;
  for (int row = 0; row < piece->n_rows; row++) {
    int before = -1;
    if (!exact_piece_can_break(piece, row))
      continue;
    for (int i = piece->first[row]; i < piece->first[row + 1]; i++) {
      int j = piece->terms[i].column;
      if (!is_open(piece, j))
        continue;
      if (before >= 0)
        parent[root_of(parent, j)] = root_of(parent, before);
      before = j;
    }
  }
  int count = 0;
  for (int j = 0; j < piece->n_columns; j++)
    part[j] = is_open(piece, j) && root_of(parent, j) == j ? count++ : -1;
  for (int j = 0; j < piece->n_columns; j++)
    if (is_open(piece, j))
      part[j] = part[root_of(parent, j)];
  return count;
}

/* One part as a piece of its own: fixed columns go into the bounds of rows. */
static struct exact_piece *cut_out(const struct exact_piece *piece, const int *part, int which)
{
  struct exact_piece *out =
      exact_piece_new(piece->n_columns, piece->n_rows, piece->first[piece->n_rows]);
  g_autofree int *place = g_new0(int, (gsize)piece->n_columns + 1);
  out->n_columns = out->n_rows = 0;
  for (int j = 0; j < piece->n_columns; j++) {
    if (part[j] != which)
      continue;
    place[j] = out->n_columns;
    out->lower[out->n_columns] = piece->lower[j];
    out->upper[out->n_columns] = piece->upper[j];
    out->cost[out->n_columns++] = piece->cost[j];
  }
  for (int row = 0, end = 0; row < piece->n_rows; row++) {
    int64_t fixed = 0;
    int start = end;
    for (int i = piece->first[row]; i < piece->first[row + 1]; i++) {
      const struct term *term = &piece->terms[i];
      if (part[term->column] == which)
        out->terms[end++] = (struct term){place[term->column], term->coefficient};
      else if (part[term->column] < 0)
        fixed += term->coefficient * piece->lower[term->column];
    }
    if (end == start || !exact_piece_can_break(piece, row)) {
      end = start;
      continue;
    }
    out->row_lower[out->n_rows] = piece->row_lower[row] - fixed;
    out->row_upper[out->n_rows] = piece->row_upper[row] - fixed;
    out->first[++out->n_rows] = end;
  }
  return out;
}

/* --- the search ------------------------------------------------------------ */

/* Halves the narrowest open column of a row that the cheapest values break. */
static struct exact_answer branch(const struct exact_piece *piece, int64_t cutoff)
{
  int row = exact_piece_broken_row(piece), column = -1;
  for (int i = piece->first[row]; i < piece->first[row + 1]; i++) {
    int j = piece->terms[i].column;
    if (is_open(piece, j) && (column < 0 || piece->upper[j] - piece->lower[j] <
                                                piece->upper[column] - piece->lower[column]))
      column = j;
  }
  int64_t middle = piece->lower[column] + (piece->upper[column] - piece->lower[column]) / 2;
  struct exact_answer best = {false, 0};
  for (int half = 0; half < 2; half++) {
    struct exact_piece *part = copy(piece);
    if ((half == 0) == (piece->cost[column] < 0))
      part->lower[column] = middle + 1;
    else
      part->upper[column] = middle;
    struct exact_answer found = exact_piece_solve(part, cutoff);
    exact_piece_free(part);
    if (!found.feasible)
      continue;
    best = found;
    cutoff = found.cost;
  }
  return best;
}

/* Each part by itself; what the others cost at least is off the cutoff. */
static struct exact_answer solve_parts(const struct exact_piece *piece, const int *part, int count,
                                       int64_t cutoff)
{
  struct exact_answer sum = {true, 0};
  g_autofree struct exact_piece **own = g_new(struct exact_piece *, (gsize)count);
  for (int j = 0; j < piece->n_columns; j++)
    if (part[j] < 0)
      sum.cost += piece->cost[j] * piece->lower[j];
  for (int which = 0; which < count; which++) {
    own[which] = cut_out(piece, part, which);
    sum.cost += exact_piece_bound(own[which]);
  }
  for (int which = 0; which < count; which++) {
    if (sum.feasible) {
      sum.cost -= exact_piece_bound(own[which]);
      int64_t limit = cutoff - sum.cost;
      struct exact_answer found =
          count == 1 ? branch(own[which], limit) : exact_piece_solve(own[which], limit);
      sum.feasible = found.feasible;
      sum.cost += found.cost;
    }
    exact_piece_free(own[which]);
  }
  return sum;
}

struct exact_answer exact_piece_solve(struct exact_piece *piece, int64_t cutoff)
{
  struct exact_answer none = {false, 0};
  if (!exact_piece_propagate(piece))
    return none;
  int64_t bound = exact_piece_bound(piece);
  if (bound >= cutoff)
    return none;
  if (exact_piece_broken_row(piece) < 0)
    return (struct exact_answer){true, bound};
  g_autofree int *part = g_new(int, (gsize)piece->n_columns + 1);
  return solve_parts(piece, part, find_parts(piece, part), cutoff);
}
