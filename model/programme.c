#include "model/programme.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

struct programme *programme_new(void)
{
  return g_new0(struct programme, 1);
}

void programme_free(struct programme *programme)
{
  if (!programme)
    return;
  g_free(programme->columns);
  g_free(programme->rows);
  g_free(programme->terms);
  g_free(programme);
}

struct programme *programme_copy(const struct programme *programme)
{
  struct programme *out = g_memdup2(programme, sizeof *programme);
  out->columns = g_memdup2(programme->columns, (gsize)out->columns_room * sizeof *out->columns);
  out->rows = g_memdup2(programme->rows, (gsize)out->rows_room * sizeof *out->rows);
  out->terms = g_memdup2(programme->terms, (gsize)out->terms_room * sizeof *out->terms);
  return out;
}

/* Room for one more item, doubling. */
#define GROW(items, count, room)                                                                   \
  do {                                                                                             \
    if ((count) == (room)) {                                                                       \
      (room) = (room) ? 2 * (room) : 256;                                                          \
      (items) = g_realloc_n((items), (gsize)(room), sizeof *(items));                              \
    }                                                                                              \
  } while (0)

int programme_add_column(struct programme *programme, struct column column)
{
  GROW(programme->columns, programme->n_columns, programme->columns_room);
  programme->columns[programme->n_columns] = column;
  return programme->n_columns++;
}

void programme_add_term(struct programme *programme, int column, int64_t coefficient)
{
  GROW(programme->terms, programme->n_terms, programme->terms_room);
  programme->terms[programme->n_terms++] = (struct term){column, coefficient};
}

static int by_column(const void *left, const void *right)
{
  const struct term *a = left, *b = right;
  return (a->column > b->column) - (a->column < b->column);
}

/* Sorts the collected terms, adds up those of one column and drops zeros. */
static void merge_open_terms(struct programme *programme)
{
  struct term *terms = programme->terms + programme->open_from;
  int count = programme->n_terms - programme->open_from, kept = 0;
  if (count > 1)
    qsort(terms, (size_t)count, sizeof *terms, by_column);
  for (int i = 0; i < count;) {
    struct term sum = terms[i++];
    while (i < count && terms[i].column == sum.column)
      sum.coefficient += terms[i++].coefficient;
    if (sum.coefficient != 0)
      terms[kept++] = sum;
  }
  programme->n_terms = programme->open_from + kept;
}

int programme_add_row(struct programme *programme, int64_t lower, int64_t upper, struct label label)
{
  if (programme->n_terms > programme->open_from)
    merge_open_terms(programme);
  GROW(programme->rows, programme->n_rows, programme->rows_room);
  programme->rows[programme->n_rows] = (struct row){
      .lower = lower,
      .upper = upper,
      .first = programme->open_from,
      .count = programme->n_terms - programme->open_from,
      .label = label,
  };
  programme->open_from = programme->n_terms;
  return programme->n_rows++;
}

void programme_drop_terms(struct programme *programme)
{
  programme->n_terms = programme->open_from;
}

void programme_keep_rows(struct programme *programme, const bool *stays)
{
  int kept = 0, n_terms = 0;
  for (int i = 0; i < programme->n_rows; i++) {
    struct row row = programme->rows[i];
    if (!stays[i])
      continue;
    if (row.count > 0) /* or there may be no terms at all */
      memmove(programme->terms + n_terms, programme->terms + row.first,
              sizeof *programme->terms * (size_t)row.count);
    row.first = n_terms;
    n_terms += row.count;
    programme->rows[kept++] = row;
  }
  programme->n_rows = kept;
  programme->n_terms = programme->open_from = n_terms;
}

int64_t programme_activity(const struct programme *programme, int row, const int64_t *x)
{
  const struct row *r = &programme->rows[row];
  int64_t sum = 0;
  for (const struct term *t = programme->terms + r->first;
       t < programme->terms + r->first + r->count; t++)
    sum += t->coefficient * x[t->column];
  return sum;
}

int64_t programme_objective(const struct programme *programme, const int64_t *x)
{
  int64_t sum = 0;
  for (int j = 0; j < programme->n_columns; j++)
    sum += programme->columns[j].cost * x[j];
  return sum;
}

int programme_first_broken(const struct programme *programme, const int64_t *x)
{
  for (int i = 0; i < programme->n_rows; i++) {
    int64_t activity = programme_activity(programme, i, x);
    if (activity < programme->rows[i].lower || activity > programme->rows[i].upper)
      return i;
  }
  for (int j = 0; j < programme->n_columns; j++)
    if (x[j] < programme->columns[j].lower || x[j] > programme->columns[j].upper)
      return programme->n_rows + j;
  return -1;
}
