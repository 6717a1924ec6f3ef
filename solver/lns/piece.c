#include "solver/lns/piece.h"

#include <glib.h>

/* Counts hang together in chains; beyond this many for each column picked
 * they stay as they are, which is lawful, only less free. */
enum { COUNTS_PER_PICK = 3, COUNTS_LEAST = 200 };

struct cutter {
  const struct view *view;
  int *place;     /* [columns] in the piece, or -1 */
  int *row_place; /* [rows] likewise */
  GArray *columns, *rows;
};

struct cutter *cutter_new(const struct view *view)
{
  const struct programme *p = view->programme;
  struct cutter *cutter = g_new0(struct cutter, 1);
  cutter->view = view;
  cutter->place = g_new(int, (gsize)p->n_columns + 1);
  cutter->row_place = g_new(int, (gsize)p->n_rows + 1);
  for (int j = 0; j < p->n_columns; j++)
    cutter->place[j] = -1;
  for (int i = 0; i < p->n_rows; i++)
    cutter->row_place[i] = -1;
  cutter->columns = g_array_new(FALSE, FALSE, sizeof(int));
  cutter->rows = g_array_new(FALSE, FALSE, sizeof(int));
  return cutter;
}

void cutter_free(struct cutter *cutter)
{
  if (!cutter)
    return;
  g_free(cutter->place);
  g_free(cutter->row_place);
  g_array_free(cutter->columns, TRUE);
  g_array_free(cutter->rows, TRUE);
  g_free(cutter);
}

static void take_column(struct cutter *cutter, int column)
{
  const struct column *c = &cutter->view->programme->columns[column];
  if (cutter->place[column] >= 0 || c->lower == c->upper)
    return;
  cutter->place[column] = 0;
  g_array_append_val(cutter->columns, column);
}

static void take_row(struct cutter *cutter, int row)
{
  if (cutter->row_place[row] >= 0)
    return;
  cutter->row_place[row] = 0;
  g_array_append_val(cutter->rows, row);
}

/* Walks from the columns taken to their rows, and on to the counts in these. */
static void follow_counts(struct cutter *cutter, guint most)
{
  const struct view *view = cutter->view;
  for (guint k = 0; k < cutter->columns->len; k++) {
    int column = g_array_index(cutter->columns, int, k);
    for (int e = view->first[column]; e < view->first[column + 1]; e++) {
      int row = view->entries[e].row;
      bool known = cutter->row_place[row] >= 0;
      take_row(cutter, row);
      for (int c = view->row_first[row]; !known && c < view->row_first[row + 1]; c++)
        if (cutter->columns->len < most)
          take_column(cutter, view->counts[c]);
    }
  }
}

static gint ascending(gconstpointer left, gconstpointer right)
{
  const int *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

/* A unit of excess outweighs what a column or two could save. */
static int64_t price_of_excess(const struct piece *piece)
{
  int64_t dearest = 1;
  for (int j = 0; j < piece->n_free; j++)
    dearest = MAX(dearest, ABS(piece->programme->columns[j].cost));
  return 20 * dearest;
}

static void add_columns(struct cutter *cutter, const struct solution *solution, struct piece *out)
{
  const struct programme *p = cutter->view->programme;
  out->n_free = (int)cutter->columns->len;
  out->columns = g_new(int, (gsize)out->n_free + 1);
  for (int k = 0; k < out->n_free; k++) {
    int column = g_array_index(cutter->columns, int, k);
    out->columns[k] = column;
    cutter->place[column] = programme_add_column(out->programme, p->columns[column]);
    out->cost += p->columns[column].cost * solution->x[column];
  }
}

/* A column that takes up the excess of a broken row, and its term there. */
static void add_relief(const struct row *row, int64_t activity, int64_t price, struct piece *out)
{
  int64_t excess = activity < row->lower ? row->lower - activity : activity - row->upper;
  struct column relief = {.upper = excess, .cost = price, .label = row->label};
  int column = programme_add_column(out->programme, relief);
  programme_add_term(out->programme, column, activity < row->lower ? 1 : -1);
  out->cost += price * excess;
}

/* For each row taken, its terms of free columns, by walking the columns. */
static struct term *gather_terms(const struct cutter *cutter, int **first_out)
{
  const struct view *view = cutter->view;
  int *first = g_new0(int, (gsize)cutter->rows->len + 2);
  /* counted two places on, so that filling moves each start to its place */
  for (guint k = 0; k < cutter->columns->len; k++) {
    int column = g_array_index(cutter->columns, int, k);
    for (int e = view->first[column]; e < view->first[column + 1]; e++)
      first[cutter->row_place[view->entries[e].row] + 2]++;
  }
  for (guint r = 1; r < cutter->rows->len + 1; r++)
    first[r + 1] += first[r];
  struct term *terms = g_new(struct term, (gsize)first[cutter->rows->len + 1] + 1);
  for (guint k = 0; k < cutter->columns->len; k++) {
    int column = g_array_index(cutter->columns, int, k);
    for (int e = view->first[column]; e < view->first[column + 1]; e++) {
      int row = cutter->row_place[view->entries[e].row];
      terms[first[row + 1]++] = (struct term){column, view->entries[e].coefficient};
    }
  }
  *first_out = first;
  return terms;
}

static void add_rows(struct cutter *cutter, const struct solution *solution, struct piece *out)
{
  const struct programme *p = cutter->view->programme;
  g_autofree int *first = NULL;
  g_autofree struct term *terms = gather_terms(cutter, &first);
  int64_t price = price_of_excess(out);
  for (guint r = 0; r < cutter->rows->len; r++) {
    int i = g_array_index(cutter->rows, int, r);
    const struct row *row = &p->rows[i];
    int64_t activity = solution->activity[i], rest = activity;
    for (int k = first[r]; k < first[r + 1]; k++) {
      programme_add_term(out->programme, cutter->place[terms[k].column], terms[k].coefficient);
      rest -= terms[k].coefficient * solution->x[terms[k].column];
    }
    if (activity < row->lower || activity > row->upper)
      add_relief(row, activity, price, out);
    programme_add_row(
        out->programme, row->lower <= -PROGRAMME_INFINITY ? -PROGRAMME_INFINITY : row->lower - rest,
        row->upper >= PROGRAMME_INFINITY ? PROGRAMME_INFINITY : row->upper - rest, row->label);
  }
}

static void cut_taken(struct cutter *cutter, const struct solution *solution, struct piece *out)
{
  /* ascending, so that a piece does not depend on the way it was found */
  g_array_sort(cutter->columns, ascending);
  g_array_sort(cutter->rows, ascending);
  for (guint r = 0; r < cutter->rows->len; r++)
    cutter->row_place[g_array_index(cutter->rows, int, r)] = (int)r;
  *out = (struct piece){.programme = programme_new()};
  add_columns(cutter, solution, out);
  add_rows(cutter, solution, out);
  for (guint k = 0; k < cutter->columns->len; k++)
    cutter->place[g_array_index(cutter->columns, int, k)] = -1;
  for (guint r = 0; r < cutter->rows->len; r++)
    cutter->row_place[g_array_index(cutter->rows, int, r)] = -1;
  g_array_set_size(cutter->columns, 0);
  g_array_set_size(cutter->rows, 0);
}

void piece_cut(struct cutter *cutter, const struct solution *solution, const int *picked,
               int n_picked, struct piece *out)
{
  for (int k = 0; k < n_picked; k++)
    take_column(cutter, picked[k]);
  follow_counts(cutter, (guint)(COUNTS_LEAST + (1 + COUNTS_PER_PICK) * n_picked));
  cut_taken(cutter, solution, out);
}

void piece_cut_counts(struct cutter *cutter, const struct solution *solution, struct piece *out)
{
  const struct programme *p = cutter->view->programme;
  for (int j = 0; j < p->n_columns; j++)
    if (!p->columns[j].placement)
      take_column(cutter, j);
  follow_counts(cutter, G_MAXUINT);
  cut_taken(cutter, solution, out);
}

void piece_clear(struct piece *piece)
{
  programme_free(piece->programme);
  g_free(piece->columns);
  *piece = (struct piece){0};
}

int piece_changes(const struct piece *piece, const struct solution *solution, const int64_t *x,
                  struct change *changes)
{
  int count = 0;
  for (int k = 0; k < piece->n_free; k++)
    if (x[k] != solution->x[piece->columns[k]])
      changes[count++] = (struct change){piece->columns[k], x[k]};
  return count;
}
