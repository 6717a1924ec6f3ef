#include "solver/presolve/sparsify.h"

#include <glib.h>

enum {
  TERMS_LEAST = 4,      /* of an equation, and of a row that is tried */
  NUMBER_MOST = 1 << 30 /* larger ones are left alone, so that nothing overflows */
};

/* times * the equation was taken from the row. */
struct subtraction {
  int row, equation;
  int64_t times;
};

struct sparsifying {
  const struct programme *programme;
  int *first, *equations; /* those that column j is in: equations[first[j]] ... */
  int64_t *dense;         /* [columns] the present row */
  int *touched;           /* its columns, and those that the equations brought in */
  int n_touched;
  bool *is_touched; /* [columns] */
  int *seen;        /* [rows] the last row each equation was tried for, plus 1 */
};

static bool is_equation(const struct row *row)
{
  return row->lower == row->upper && row->count >= TERMS_LEAST;
}

static void list_equations(struct sparsifying *work)
{
  const struct programme *p = work->programme;
  work->first = g_new0(int, (gsize)p->n_columns + 2);
  work->equations = g_new(int, (gsize)p->n_terms + 1);
  for (int i = 0; i < p->n_rows; i++)
    for (int k = 0; k < p->rows[i].count && is_equation(&p->rows[i]); k++)
      work->first[p->terms[p->rows[i].first + k].column + 1]++;
  for (int j = 0; j < p->n_columns; j++)
    work->first[j + 1] += work->first[j];
  g_autofree int *next = g_memdup2(work->first, sizeof(int) * ((gsize)p->n_columns + 1));
  for (int i = 0; i < p->n_rows; i++)
    for (int k = 0; k < p->rows[i].count && is_equation(&p->rows[i]); k++)
      work->equations[next[p->terms[p->rows[i].first + k].column]++] = i;
}

static void touch(struct sparsifying *work, int column)
{
  if (!work->is_touched[column])
    work->touched[work->n_touched++] = column;
  work->is_touched[column] = true;
}

/* The multiple of the equation that cancels a term they share, if taken from the present
 * row it saves more than half of the equation's terms; otherwise 0. */
static int64_t times_of(const struct sparsifying *work, const struct row *equation,
                        const struct term *by)
{
  int64_t times = work->dense[by->column] / by->coefficient;
  int gone = 0, come = 0;
  if (times * by->coefficient != work->dense[by->column] || ABS(times) > NUMBER_MOST ||
      ABS(equation->lower) > NUMBER_MOST / 2)
    return 0;
  for (int k = equation->first; k < equation->first + equation->count; k++) {
    const struct term *term = &work->programme->terms[k];
    int64_t there = work->dense[term->column];
    if (ABS(term->coefficient) > NUMBER_MOST / 2 || ABS(there) > INT64_C(1) << 60)
      return 0;
    gone += there == times * term->coefficient;
    come += there == 0;
  }
  return 2 * gone > equation->count && gone > come ? times : 0;
}

static const struct term *term_of(const struct programme *p, const struct row *row, int column)
{
  const struct term *term = &p->terms[row->first];
  while (term->column != column)
    term++;
  return term;
}

/* Takes from the row the equations that it contains; false: none. */
static bool thin_row(struct sparsifying *work, int i, int64_t *fixed, GArray *items)
{
  const struct programme *p = work->programme;
  const struct row *row = &p->rows[i];
  guint before = items->len;
  work->n_touched = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    work->dense[p->terms[k].column] = p->terms[k].coefficient;
    touch(work, p->terms[k].column);
  }
  for (int k = row->first; k < row->first + row->count; k++) {
    int j = p->terms[k].column;
    for (int at = work->first[j]; at < work->first[j + 1] && work->dense[j] != 0; at++) {
      int e = work->equations[at];
      const struct row *equation = &p->rows[e];
      if (work->seen[e] == i + 1 || equation->count >= row->count)
        continue; /* so that no two rows are taken from each other */
      work->seen[e] = i + 1;
      int64_t times = times_of(work, equation, term_of(p, equation, j));
      for (int t = equation->first; times != 0 && t < equation->first + equation->count; t++) {
        touch(work, p->terms[t].column);
        work->dense[p->terms[t].column] -= times * p->terms[t].coefficient;
      }
      *fixed += times * equation->lower;
      struct subtraction item = {i, e, times};
      if (times != 0)
        g_array_append_val(items, item);
    }
  }
  return items->len > before;
}

/* Does the row hold columns of several clinicians? A row of one clinician must stay in
 * their block. */
static bool is_shared(const struct programme *p, const struct row *row)
{
  int owner = -1;
  for (int k = row->first; k < row->first + row->count; k++) {
    int clinician = p->columns[p->terms[k].column].label.clinician;
    if (clinician >= 0 && owner >= 0 && clinician != owner)
      return true;
    owner = MAX(owner, clinician);
  }
  return false;
}

static int64_t less(int64_t bound, int64_t by)
{
  return programme_is_infinite(bound) ? bound : bound - by;
}

static void copy_row(struct sparsifying *work, int i, struct programme *out, GArray *items)
{
  const struct programme *p = work->programme;
  const struct row *row = &p->rows[i];
  int64_t fixed = 0;
  bool thinner = row->count >= TERMS_LEAST && is_shared(p, row) && thin_row(work, i, &fixed, items);
  for (int k = 0; thinner && k < work->n_touched; k++)
    if (work->dense[work->touched[k]] != 0)
      programme_add_term(out, work->touched[k], work->dense[work->touched[k]]);
  for (int k = row->first; !thinner && k < row->first + row->count; k++)
    programme_add_term(out, p->terms[k].column, p->terms[k].coefficient);
  programme_add_row(out, less(row->lower, fixed), less(row->upper, fixed), row->label);
  for (int k = 0; k < work->n_touched; k++) {
    work->dense[work->touched[k]] = 0;
    work->is_touched[work->touched[k]] = false;
  }
  work->n_touched = 0;
}

struct sparsified sparsify_make(const struct programme *p)
{
  gsize columns = (gsize)p->n_columns + 1;
  g_autofree int64_t *dense = g_new0(int64_t, columns);
  g_autofree int *touched = g_new(int, columns);
  g_autofree bool *is_touched = g_new0(bool, columns);
  g_autofree int *seen = g_new0(int, (gsize)p->n_rows + 1);
  struct sparsifying work = {
      .programme = p, .dense = dense, .touched = touched, .is_touched = is_touched, .seen = seen};
  struct programme *out = programme_new();
  GArray *items = g_array_new(FALSE, FALSE, sizeof(struct subtraction));
  for (int j = 0; j < p->n_columns; j++)
    programme_add_column(out, p->columns[j]);
  list_equations(&work);
  for (int i = 0; i < p->n_rows; i++)
    copy_row(&work, i, out, items);
  g_free(work.first);
  g_free(work.equations);
  int count = (int)items->len;
  return (struct sparsified){out, (struct subtraction *)(void *)g_array_free(items, FALSE), count};
}

void sparsify_clear(struct sparsified *rows)
{
  programme_free(rows->programme);
  g_free(rows->items);
  *rows = (struct sparsified){0};
}

void sparsify_credit(const struct sparsified *rows, double *prices)
{
  for (int k = 0; k < rows->count; k++)
    prices[rows->items[k].equation] -= (double)rows->items[k].times * prices[rows->items[k].row];
}
