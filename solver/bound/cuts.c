#include "solver/bound/cuts.h"

#include "solver/bound/mir.h"
#include "solver/column_view.h"

#include <glib.h>
#include <math.h>

enum { STEPS_MOST = 5 }; /* rows added to the first */

/* The least efficacy of a cut: how far, in Euclidean distance, it cuts the point off. */
static const double violation_least = 2e-3;
/* A row is near the point when its slack is within this share of its largest coefficient,
 * and tight within that. A column is between its bounds when it is so far from both. */
static const double near = 0.2, tight = 0.02, between = 0.02;

/* A cut whose price times its largest coefficient is less does nothing. */
static const double price_least = 1e-3;

/* What a cut was made of. */
struct cut_source {
  int cut, row;
  double share; /* the row's price for a price of 1 of the cut */
};

struct cuts {
  struct programme *programme;
  int n_rows;               /* of the programme without its cuts */
  struct column_view *view; /* which of these a column is in */
  double *largest;          /* [n_rows] of the row's coefficients */
  double *activity;         /* [n_rows] at the point */
  GHashTable *seen;         /* hashes of the cuts there are */
  GArray *sources;          /* of all cuts, in their order */
  struct aggregation aggregation;
  struct mir mir;
};

static void list_rows(struct cuts *cuts)
{
  const struct programme *p = cuts->programme;
  cuts->view = column_view_new(p);
  cuts->largest = g_new0(double, (gsize)p->n_rows + 1);
  cuts->activity = g_new0(double, (gsize)p->n_rows + 1);
  for (int i = 0; i < p->n_rows; i++)
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      cuts->largest[i] = MAX(cuts->largest[i], fabs((double)p->terms[k].coefficient));
}

struct cuts *cuts_new(struct programme *programme)
{
  struct cuts *cuts = g_new0(struct cuts, 1);
  cuts->programme = programme;
  cuts->n_rows = programme->n_rows;
  cuts->seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  cuts->sources = g_array_new(FALSE, FALSE, sizeof(struct cut_source));
  list_rows(cuts);
  aggregation_open(&cuts->aggregation, programme);
  mir_open(&cuts->mir, programme);
  return cuts;
}

void cuts_free(struct cuts *cuts)
{
  if (!cuts)
    return;
  g_hash_table_destroy(cuts->seen);
  g_array_free(cuts->sources, TRUE);
  column_view_free(cuts->view);
  g_free(cuts->largest);
  g_free(cuts->activity);
  aggregation_close(&cuts->aggregation);
  mir_close(&cuts->mir);
  g_free(cuts);
}

static void mix(int64_t *hash, int64_t value)
{
  *hash = (int64_t)(((uint64_t)*hash ^ (uint64_t)value) * UINT64_C(0x9e3779b97f4a7c15));
  *hash ^= (int64_t)((uint64_t)*hash >> 29);
}

static int64_t hash_row(const struct programme *p, int row)
{
  int64_t hash = p->rows[row].upper;
  for (int k = p->rows[row].first; k < p->rows[row].first + p->rows[row].count; k++) {
    mix(&hash, p->terms[k].column);
    mix(&hash, p->terms[k].coefficient);
  }
  return hash;
}

/* Takes the last row out again. */
static void remove_row(struct programme *p)
{
  p->n_rows--;
  p->n_terms = p->open_from = p->rows[p->n_rows].first;
}

/* Adds the rounded row as a row of the programme, unless it is there already. */
static bool add_cut(struct cuts *cuts, int64_t divisor)
{
  struct programme *p = cuts->programme;
  int64_t upper;
  if (!mir_write(&cuts->mir, &cuts->aggregation, divisor, p, &upper))
    return false;
  struct label label = p->rows[cuts->aggregation.parts[0].row].label;
  int row = programme_add_row(p, -PROGRAMME_INFINITY, upper, label);
  int64_t hash = hash_row(p, row);
  if (!g_hash_table_add(cuts->seen, g_memdup2(&hash, sizeof hash))) {
    remove_row(p);
    return false;
  }
  double share = mir_share(&cuts->mir, divisor);
  for (int k = 0; k < cuts->aggregation.n_parts; k++) {
    const struct aggregation_part *part = &cuts->aggregation.parts[k];
    struct cut_source source = {row, part->row, share * (double)part->times};
    g_array_append_val(cuts->sources, source);
  }
  return true;
}

/* The slack of this end of a row at the point, in multiples of its largest coefficient. */
static double distance(const struct cuts *cuts, int row, int sign)
{
  const struct row *r = &cuts->programme->rows[row];
  int64_t end = sign > 0 ? r->upper : r->lower;
  if (ABS(end) >= PROGRAMME_INFINITY)
    return INFINITY;
  return sign * ((double)end - cuts->activity[row]) / MAX(1, cuts->largest[row]);
}

/* Adds the cut that the present aggregation gives, if it cuts the point off. */
static bool cut_aggregation(struct cuts *cuts, const double *x)
{
  double slack[AGGREGATION_PARTS_MOST];
  int64_t divisor = 0;
  for (int k = 0; k < cuts->aggregation.n_parts; k++) {
    const struct aggregation_part *part = &cuts->aggregation.parts[k];
    slack[k] =
        distance(cuts, part->row, part->times > 0 ? 1 : -1) * MAX(1, cuts->largest[part->row]);
  }
  return mir_read(&cuts->mir, &cuts->aggregation, x, slack) &&
         mir_search(&cuts->mir, &divisor) > violation_least && add_cut(cuts, divisor);
}

static bool is_part(const struct aggregation *aggregation, int row)
{
  for (int k = 0; k < aggregation->n_parts; k++)
    if (aggregation->parts[k].row == row)
      return true;
  return false;
}

/* The shortest tight row that may eliminate the column; -1: none. */
static int row_for(const struct cuts *cuts, int column)
{
  const struct programme *p = cuts->programme;
  int best = -1;
  for (int e = cuts->view->first[column]; e < cuts->view->first[column + 1]; e++) {
    int i = cuts->view->entries[e].row;
    if (is_part(&cuts->aggregation, i) || (best >= 0 && p->rows[i].count >= p->rows[best].count))
      continue;
    bool same = (cuts->view->entries[e].coefficient > 0) == (cuts->aggregation.a[column] > 0);
    int sign = same ? -1 : 1;
    if (distance(cuts, i, sign) < tight)
      best = i;
  }
  return best;
}

/* Eliminates the column furthest from its bounds. False: none can be. */
static bool step(struct cuts *cuts, const double *x)
{
  const struct aggregation *m = &cuts->aggregation;
  double furthest = between;
  int column = -1, row = -1;
  for (int k = 0; k < m->count; k++) {
    int j = m->columns[k];
    const struct column *at = &cuts->programme->columns[j];
    double off = MIN(x[j] - (double)at->lower, (double)at->upper - x[j]);
    if (m->a[j] == 0 || off <= furthest)
      continue;
    int found = row_for(cuts, j);
    if (found < 0)
      continue;
    furthest = off;
    column = j;
    row = found;
  }
  return column >= 0 && aggregation_eliminate(&cuts->aggregation, column, row);
}

static bool cut_row(struct cuts *cuts, int row, int sign, const double *x)
{
  if (!aggregation_begin(&cuts->aggregation, row, sign))
    return false;
  for (int steps = 0;; steps++) {
    if (cut_aggregation(cuts, x))
      return true;
    if (steps == STEPS_MOST || !step(cuts, x))
      return false;
  }
}

int cuts_add(struct cuts *cuts, const double *x)
{
  const struct programme *p = cuts->programme;
  int added = 0;
  for (int i = 0; i < cuts->n_rows; i++) {
    cuts->activity[i] = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      cuts->activity[i] += (double)p->terms[k].coefficient * x[p->terms[k].column];
  }
  for (int i = 0; i < cuts->n_rows; i++)
    for (int sign = -1; sign <= 1; sign += 2)
      if (distance(cuts, i, sign) < near)
        added += cut_row(cuts, i, sign, x);
  return added;
}

/* Moves a row and its terms to the place after the rows that stay. */
static void move_row(struct programme *p, int from, int to)
{
  int first = to == 0 ? 0 : p->rows[to - 1].first + p->rows[to - 1].count;
  struct row row = p->rows[from];
  for (int k = 0; k < row.count; k++)
    p->terms[first + k] = p->terms[row.first + k];
  row.first = first;
  p->rows[to] = row;
}

static bool is_worth(const struct programme *p, int row, double price)
{
  double largest = 0;
  for (int k = p->rows[row].first; k < p->rows[row].first + p->rows[row].count; k++)
    largest = MAX(largest, fabs((double)p->terms[k].coefficient));
  return fabs(price) * largest >= price_least;
}

void cuts_drop(struct cuts *cuts, const double *prices, int n_priced, int *rows)
{
  struct programme *p = cuts->programme;
  g_autofree int *place = g_new(int, (gsize)p->n_rows + 1);
  int kept = 0;
  for (int i = 0; i < p->n_rows; i++) {
    bool stays = i < cuts->n_rows || i >= n_priced || is_worth(p, i, prices[i]);
    place[i] = stays ? kept : -1;
    if (!stays) {
      int64_t hash = hash_row(p, i);
      g_hash_table_remove(cuts->seen, &hash);
      continue;
    }
    move_row(p, i, kept);
    rows[kept++] = i;
  }
  p->n_rows = kept;
  p->n_terms = p->open_from = kept == 0 ? 0 : p->rows[kept - 1].first + p->rows[kept - 1].count;
  guint left = 0;
  for (guint k = 0; k < cuts->sources->len; k++) {
    struct cut_source source = g_array_index(cuts->sources, struct cut_source, k);
    source.cut = place[source.cut];
    if (source.cut >= 0)
      g_array_index(cuts->sources, struct cut_source, left++) = source;
  }
  g_array_set_size(cuts->sources, left);
}

void cuts_credit(const struct cuts *cuts, double *prices, int n_priced)
{
  for (guint k = 0; k < cuts->sources->len; k++) {
    const struct cut_source *source = &g_array_index(cuts->sources, struct cut_source, k);
    if (source->cut < n_priced)
      prices[source->row] += source->share * prices[source->cut];
  }
}
