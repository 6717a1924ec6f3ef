#include "planning/propagation.h"

#include <string.h>

/* So often on average may a row be looked at in a run. */
enum { VISITS_MOST = 12 };

/* A bound that a row changed, and what it was. */
struct change {
  int column, row;
  int64_t lower, upper;
};

/* What one clinician's placements in one slot can add to the row at hand. */
struct part {
  int row; /* that is at hand; another: not met in it */
  int free;
  int64_t least, most;
  bool fixed;
};

struct propagation {
  const struct programme *programme;
  int64_t *lower, *upper;     /* [columns] */
  int *cell;                  /* [columns] see propagation_cell */
  int *rows_first, *rows_of;  /* of each column: which rows it is in */
  struct part *parts;         /* [columns] by cell */
  int *met;                   /* [columns] cells met in the row at hand */
  GArray *changes;            /* struct change, in order */
  int *queue, head, n_queued; /* [rows + 1] a ring */
  bool *queued;               /* [rows] */
  bool broken;                /* by the row at hand: two of one cell must be 1 */
};

static void find_cells(struct propagation *p)
{
  const struct column *columns = p->programme->columns;
  for (int j = 0; j < p->programme->n_columns; j++) {
    bool same = j > 0 && columns[j].placement && columns[j - 1].placement &&
                columns[j].label.clinician == columns[j - 1].label.clinician &&
                columns[j].label.slot == columns[j - 1].label.slot;
    p->cell[j] = same ? p->cell[j - 1] : j;
  }
}

static void index_rows(struct propagation *p)
{
  const struct programme *programme = p->programme;
  for (int t = 0; t < programme->open_from; t++)
    p->rows_first[programme->terms[t].column + 1]++;
  for (int j = 0; j < programme->n_columns; j++)
    p->rows_first[j + 1] += p->rows_first[j];
  g_autofree int *next = g_memdup2(p->rows_first, sizeof(int) * (gsize)(programme->n_columns + 1));
  for (int r = 0; r < programme->n_rows; r++)
    for (int t = 0; t < programme->rows[r].count; t++)
      p->rows_of[next[programme->terms[programme->rows[r].first + t].column]++] = r;
}

struct propagation *propagation_new(const struct programme *programme)
{
  struct propagation *p = g_new0(struct propagation, 1);
  size_t columns = (size_t)programme->n_columns + 1, rows = (size_t)programme->n_rows + 1;
  p->programme = programme;
  p->lower = g_new(int64_t, columns);
  p->upper = g_new(int64_t, columns);
  p->cell = g_new(int, columns);
  p->rows_first = g_new0(int, columns + 1);
  p->rows_of = g_new(int, (size_t)programme->n_terms + 1);
  p->parts = g_new(struct part, columns);
  p->met = g_new(int, columns);
  p->changes = g_array_new(FALSE, FALSE, sizeof(struct change));
  p->queue = g_new(int, rows);
  p->queued = g_new0(bool, rows);
  for (int j = 0; j < programme->n_columns; j++) {
    p->lower[j] = programme->columns[j].lower;
    p->upper[j] = programme->columns[j].upper;
    p->parts[j].row = -1;
  }
  find_cells(p);
  index_rows(p);
  return p;
}

void propagation_free(struct propagation *p)
{
  if (!p)
    return;
  g_free(p->lower);
  g_free(p->upper);
  g_free(p->cell);
  g_free(p->rows_first);
  g_free(p->rows_of);
  g_free(p->parts);
  g_free(p->met);
  g_array_unref(p->changes);
  g_free(p->queue);
  g_free(p->queued);
  g_free(p);
}

int64_t propagation_lower(const struct propagation *p, int column)
{
  return p->lower[column];
}

int64_t propagation_upper(const struct propagation *p, int column)
{
  return p->upper[column];
}

int propagation_cell(const struct propagation *p, int column)
{
  return p->cell[column];
}

/* --- what a row can come to -------------------------------------------------- */

struct range {
  int64_t least, most;
  bool no_least, no_most;
};

static void add_product(int64_t coefficient, int64_t bound, int64_t *sum, bool *endless)
{
  if (programme_is_infinite(bound))
    *endless = true;
  else
    *sum += coefficient * bound;
}

static void add_own(const struct propagation *p, const struct term *term, struct range *range)
{
  int64_t lower = p->lower[term->column], upper = p->upper[term->column];
  bool rises = term->coefficient > 0;
  add_product(term->coefficient, rises ? lower : upper, &range->least, &range->no_least);
  add_product(term->coefficient, rises ? upper : lower, &range->most, &range->no_most);
}

static void add_placement(struct propagation *p, int row, const struct term *term, int *n_met)
{
  int cell = p->cell[term->column];
  struct part *part = &p->parts[cell];
  if (part->row != row) {
    *part = (struct part){.row = row};
    p->met[(*n_met)++] = cell;
  }
  if (p->lower[term->column] > 0) {
    part->fixed = true;
    part->least = part->most = term->coefficient;
  } else if (p->upper[term->column] > 0 && !part->fixed) {
    part->free++;
    part->least = MIN(part->least, term->coefficient);
    part->most = MAX(part->most, term->coefficient);
  }
}

static struct range range_of(struct propagation *p, int r)
{
  const struct row *row = &p->programme->rows[r];
  struct range range = {0};
  int n_met = 0;
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct term *term = &p->programme->terms[t];
    if (p->programme->columns[term->column].placement)
      add_placement(p, r, term, &n_met);
    else
      add_own(p, term, &range);
  }
  for (int i = 0; i < n_met; i++) {
    range.least += p->parts[p->met[i]].least;
    range.most += p->parts[p->met[i]].most;
  }
  return range;
}

/* A row's parts are of the row and of this look at it. */
static void forget_parts(struct propagation *p, int r)
{
  const struct row *row = &p->programme->rows[r];
  for (int t = row->first; t < row->first + row->count; t++)
    p->parts[p->cell[p->programme->terms[t].column]].row = -1;
}

void propagation_range(struct propagation *p, int row, int64_t *least, int64_t *most)
{
  struct range range = range_of(p, row);
  forget_parts(p, row);
  *least = range.no_least ? -PROGRAMME_INFINITY : range.least;
  *most = range.no_most ? PROGRAMME_INFINITY : range.most;
}

/* --- what follows ------------------------------------------------------------ */

static void enqueue(struct propagation *p, const bool *in, int row)
{
  if (!in[row] || p->queued[row])
    return;
  p->queued[row] = true;
  p->queue[(p->head + p->n_queued++) % (p->programme->n_rows + 1)] = row;
}

static void set_bounds(struct propagation *p, const bool *in, int column, int row, int64_t lower,
                       int64_t upper)
{
  struct change change = {column, row, p->lower[column], p->upper[column]};
  if (lower <= change.lower && upper >= change.upper)
    return;
  g_array_append_val(p->changes, change);
  p->lower[column] = MAX(lower, change.lower);
  p->upper[column] = MIN(upper, change.upper);
  p->broken = p->broken || p->lower[column] > p->upper[column];
  for (int k = p->rows_first[column]; k < p->rows_first[column + 1]; k++)
    enqueue(p, in, p->rows_of[k]);
}

static void set_placement(struct propagation *p, const bool *in, int column, int row, bool on)
{
  set_bounds(p, in, column, row, on, on);
  for (int j = p->cell[column]; on && j < p->programme->n_columns && p->cell[j] == p->cell[column];
       j++)
    if (j != column)
      set_bounds(p, in, j, row, 0, 0);
}

static int64_t floor_division(int64_t a, int64_t b)
{
  int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

/* At least `wanted` must come from coefficient * x. */
static void need_of_own(struct propagation *p, const bool *in, const struct term *term, int row,
                        int64_t wanted)
{
  int64_t a = term->coefficient;
  if (a > 0)
    set_bounds(p, in, term->column, row, -floor_division(-wanted, a), INT64_MAX);
  else
    set_bounds(p, in, term->column, row, INT64_MIN, floor_division(wanted, a));
}

/* `spare`: by how much the most that the row can come to is above what it must. With
 * `sign` -1 the row is turned round. */
static void follow_side(struct propagation *p, const bool *in, int r, int sign, int64_t spare)
{
  const struct row *row = &p->programme->rows[r];
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct term term = {p->programme->terms[t].column,
                              sign * p->programme->terms[t].coefficient};
    int64_t lower = p->lower[term.column], upper = p->upper[term.column];
    if (lower >= upper)
      continue;
    if (!p->programme->columns[term.column].placement) {
      int64_t most = term.coefficient * (term.coefficient > 0 ? upper : lower);
      need_of_own(p, in, &term, r, most - spare);
      continue;
    }
    const struct part *part = &p->parts[p->cell[term.column]];
    int64_t best = sign > 0 ? part->most : -part->least;
    if (best - term.coefficient > spare)
      set_placement(p, in, term.column, r, false);
    else if (part->free == 1 && term.coefficient > spare)
      set_placement(p, in, term.column, r, true);
  }
}

/* Returns false where the row can't hold. */
static bool follow(struct propagation *p, const bool *in, int r)
{
  const struct row *row = &p->programme->rows[r];
  struct range range = range_of(p, r);
  bool has_lower = !programme_is_infinite(row->lower) && !range.no_most;
  bool has_upper = !programme_is_infinite(row->upper) && !range.no_least;
  bool holds =
      (!has_lower || range.most >= row->lower) && (!has_upper || range.least <= row->upper);
  if (holds && has_lower)
    follow_side(p, in, r, 1, range.most - row->lower);
  if (holds && has_upper)
    follow_side(p, in, r, -1, row->upper - range.least);
  forget_parts(p, r);
  return holds && !p->broken;
}

static void begin_again(struct propagation *p, const bool *in)
{
  for (guint i = p->changes->len; i > 0; i--) {
    const struct change *change = &g_array_index(p->changes, struct change, i - 1);
    p->lower[change->column] = change->lower;
    p->upper[change->column] = change->upper;
  }
  g_array_set_size(p->changes, 0);
  memset(p->queued, 0, sizeof(bool) * (gsize)p->programme->n_rows);
  p->head = p->n_queued = 0;
  p->broken = false;
  for (int r = 0; r < p->programme->n_rows; r++)
    enqueue(p, in, r);
}

int propagation_run(struct propagation *p, const bool *in)
{
  int64_t visits = (int64_t)VISITS_MOST * p->programme->n_rows;
  begin_again(p, in);
  while (p->n_queued > 0 && visits-- > 0) {
    int row = p->queue[p->head];
    p->head = (p->head + 1) % (p->programme->n_rows + 1);
    p->n_queued--;
    p->queued[row] = false;
    if (!follow(p, in, row))
      return row;
  }
  return -1;
}

static void need_columns_of(const struct programme *programme, int row, bool *needed)
{
  for (int t = 0; t < programme->rows[row].count; t++)
    needed[programme->terms[programme->rows[row].first + t].column] = true;
}

void propagation_trace(const struct propagation *p, int row, GArray *rows)
{
  g_autofree bool *needed = g_new0(bool, (gsize)p->programme->n_columns + 1);
  g_autofree bool *taken = g_new0(bool, (gsize)p->programme->n_rows + 1);
  need_columns_of(p->programme, row, needed);
  taken[row] = true;
  g_array_append_val(rows, row);
  for (guint i = p->changes->len; i > 0; i--) {
    const struct change *change = &g_array_index(p->changes, struct change, i - 1);
    if (!needed[change->column] || taken[change->row])
      continue;
    taken[change->row] = true;
    g_array_append_val(rows, change->row);
    need_columns_of(p->programme, change->row, needed);
  }
}
