#include "solver/lns/subproblem.h"

#include <glib.h>

/* Counts are connected by rows to further counts. Beyond so many for each column picked they
 * stay fixed, which only makes the subproblem smaller. */
enum { COUNTS_PER_PICK = 3, COUNTS_LEAST = 200 };
enum { MONTH_DEARER = 50 }; /* excess in a month, whose costs may be drawn anew */
enum { NOBODY = -2 };       /* owns no row; -1 owns those of several clinicians */

struct subproblem_builder {
  const struct column_view *view;
  int *place;     /* [columns] in the subproblem, or -1 */
  int *row_place; /* [rows] likewise */
  GArray *columns, *rows;
};

struct subproblem_builder *subproblem_builder_new(const struct column_view *view)
{
  const struct programme *p = view->programme;
  struct subproblem_builder *builder = g_new0(struct subproblem_builder, 1);
  builder->view = view;
  builder->place = g_new(int, (gsize)p->n_columns + 1);
  builder->row_place = g_new(int, (gsize)p->n_rows + 1);
  for (int j = 0; j < p->n_columns; j++)
    builder->place[j] = -1;
  for (int i = 0; i < p->n_rows; i++)
    builder->row_place[i] = -1;
  builder->columns = g_array_new(FALSE, FALSE, sizeof(int));
  builder->rows = g_array_new(FALSE, FALSE, sizeof(int));
  return builder;
}

void subproblem_builder_free(struct subproblem_builder *builder)
{
  if (!builder)
    return;
  g_free(builder->place);
  g_free(builder->row_place);
  g_array_free(builder->columns, TRUE);
  g_array_free(builder->rows, TRUE);
  g_free(builder);
}

static void take_column(struct subproblem_builder *builder, int column)
{
  const struct column *c = &builder->view->programme->columns[column];
  if (builder->place[column] >= 0 || c->lower == c->upper)
    return;
  builder->place[column] = 0;
  g_array_append_val(builder->columns, column);
}

static void take_row(struct subproblem_builder *builder, int row)
{
  if (builder->row_place[row] >= 0)
    return;
  builder->row_place[row] = 0;
  g_array_append_val(builder->rows, row);
}

/* From the columns taken to their rows, and on to the counts in these. */
static void follow_counts(struct subproblem_builder *builder, guint most)
{
  const struct column_view *view = builder->view;
  for (guint k = 0; k < builder->columns->len; k++) {
    int column = g_array_index(builder->columns, int, k);
    for (int e = view->first[column]; e < view->first[column + 1]; e++) {
      int row = view->entries[e].row;
      bool known = builder->row_place[row] >= 0;
      take_row(builder, row);
      for (int c = view->row_first[row]; !known && c < view->row_first[row + 1]; c++)
        if (builder->columns->len < most)
          take_column(builder, view->counts[c]);
    }
  }
}

static gint ascending(gconstpointer left, gconstpointer right)
{
  const int *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

/* A unit of excess costs more than a column or two could save. */
static int64_t price_of_excess(const struct subproblem *subproblem)
{
  int64_t dearest = 1;
  for (int j = 0; j < subproblem->n_free; j++)
    dearest = MAX(dearest, ABS(subproblem->programme->columns[j].cost));
  return 20 * dearest;
}

static void add_columns(struct subproblem_builder *builder, const struct solution *solution,
                        struct subproblem *out)
{
  const struct programme *p = builder->view->programme;
  out->n_free = (int)builder->columns->len;
  out->columns = g_new(int, (gsize)out->n_free + 1);
  for (int k = 0; k < out->n_free; k++) {
    int column = g_array_index(builder->columns, int, k);
    out->columns[k] = column;
    builder->place[column] = programme_add_column(out->programme, p->columns[column]);
    out->cost += p->columns[column].cost * solution->x[column];
  }
}

/* Adds a column that takes up so much excess of a row, on one side. */
static void add_relief(const struct row *row, bool below, int64_t most, int64_t price,
                       struct subproblem *out)
{
  struct column relief = {.upper = most, .cost = price, .label = row->label};
  int column = programme_add_column(out->programme, relief);
  programme_add_term(out->programme, column, below ? 1 : -1);
}

/* Lets a row be broken at a price: as far as it is at this activity, or, in the month of the
 * clinician `strict`, as far as need be, unless it is theirs alone. */
static void relieve(const struct subproblem_builder *builder, const struct row *row,
                    int64_t activity, int strict, int64_t price, struct subproblem *out)
{
  int64_t below = MAX(0, row->lower - activity), above = MAX(0, activity - row->upper);
  out->cost += price * (below + above);
  if (strict == NOBODY) {
    if (below + above > 0)
      add_relief(row, below > 0, below + above, price, out);
    return;
  }
  if (column_view_row_owner(builder->view->programme, row) == strict)
    return;
  if (row->lower > -PROGRAMME_INFINITY)
    add_relief(row, true, PROGRAMME_INFINITY, price, out);
  if (row->upper < PROGRAMME_INFINITY)
    add_relief(row, false, PROGRAMME_INFINITY, price, out);
}

/* For each row taken, its terms of free columns, by walking the columns. */
static struct term *gather_terms(const struct subproblem_builder *builder, int **first_out)
{
  const struct column_view *view = builder->view;
  int *first = g_new0(int, (gsize)builder->rows->len + 2);
  /* counted two places on: filling moves each start back */
  for (guint k = 0; k < builder->columns->len; k++) {
    int column = g_array_index(builder->columns, int, k);
    for (int e = view->first[column]; e < view->first[column + 1]; e++)
      first[builder->row_place[view->entries[e].row] + 2]++;
  }
  for (guint r = 1; r < builder->rows->len + 1; r++)
    first[r + 1] += first[r];
  struct term *terms = g_new(struct term, (gsize)first[builder->rows->len + 1] + 1);
  for (guint k = 0; k < builder->columns->len; k++) {
    int column = g_array_index(builder->columns, int, k);
    for (int e = view->first[column]; e < view->first[column + 1]; e++) {
      int row = builder->row_place[view->entries[e].row];
      terms[first[row + 1]++] = (struct term){column, view->entries[e].coefficient};
    }
  }
  *first_out = first;
  return terms;
}

static void add_rows(struct subproblem_builder *builder, const struct solution *solution,
                     int strict, struct subproblem *out)
{
  const struct programme *p = builder->view->programme;
  g_autofree int *first = NULL;
  g_autofree struct term *terms = gather_terms(builder, &first);
  int64_t price = (strict == NOBODY ? 1 : MONTH_DEARER) * price_of_excess(out);
  for (guint r = 0; r < builder->rows->len; r++) {
    int i = g_array_index(builder->rows, int, r);
    const struct row *row = &p->rows[i];
    int64_t activity = solution->activity[i], rest = activity;
    for (int k = first[r]; k < first[r + 1]; k++) {
      programme_add_term(out->programme, builder->place[terms[k].column], terms[k].coefficient);
      rest -= terms[k].coefficient * solution->x[terms[k].column];
    }
    relieve(builder, row, activity, strict, price, out);
    programme_add_row(
        out->programme, row->lower <= -PROGRAMME_INFINITY ? -PROGRAMME_INFINITY : row->lower - rest,
        row->upper >= PROGRAMME_INFINITY ? PROGRAMME_INFINITY : row->upper - rest, row->label);
  }
}

/* Rows of the clinician `strict` alone are to be kept, broken or not. */
static void build_taken(struct subproblem_builder *builder, const struct solution *solution,
                        int strict, struct subproblem *out)
{
  /* ascending, so that the order of picking makes no difference */
  g_array_sort(builder->columns, ascending);
  g_array_sort(builder->rows, ascending);
  for (guint r = 0; r < builder->rows->len; r++)
    builder->row_place[g_array_index(builder->rows, int, r)] = (int)r;
  *out = (struct subproblem){.programme = programme_new()};
  add_columns(builder, solution, out);
  add_rows(builder, solution, strict, out);
  for (guint k = 0; k < builder->columns->len; k++)
    builder->place[g_array_index(builder->columns, int, k)] = -1;
  for (guint r = 0; r < builder->rows->len; r++)
    builder->row_place[g_array_index(builder->rows, int, r)] = -1;
  g_array_set_size(builder->columns, 0);
  g_array_set_size(builder->rows, 0);
}

void subproblem_build_month(struct subproblem_builder *builder, const struct solution *solution,
                            const int *picked, int n_picked, int clinician, struct subproblem *out)
{
  for (int k = 0; k < n_picked; k++)
    take_column(builder, picked[k]);
  follow_counts(builder, (guint)(COUNTS_LEAST + (1 + COUNTS_PER_PICK) * n_picked));
  build_taken(builder, solution, clinician, out);
}

void subproblem_build(struct subproblem_builder *builder, const struct solution *solution,
                      const int *picked, int n_picked, struct subproblem *out)
{
  subproblem_build_month(builder, solution, picked, n_picked, NOBODY, out);
}

void subproblem_build_counts(struct subproblem_builder *builder, const struct solution *solution,
                             struct subproblem *out)
{
  const struct programme *p = builder->view->programme;
  for (int j = 0; j < p->n_columns; j++)
    if (!p->columns[j].placement)
      take_column(builder, j);
  follow_counts(builder, G_MAXUINT);
  build_taken(builder, solution, NOBODY, out);
}

void subproblem_clear(struct subproblem *subproblem)
{
  programme_free(subproblem->programme);
  g_free(subproblem->columns);
  *subproblem = (struct subproblem){0};
}

int subproblem_changes(const struct subproblem *subproblem, const struct solution *solution,
                       const int64_t *x, struct change *changes)
{
  int count = 0;
  for (int k = 0; k < subproblem->n_free; k++)
    if (x[k] != solution->x[subproblem->columns[k]])
      changes[count++] = (struct change){subproblem->columns[k], x[k]};
  return count;
}
