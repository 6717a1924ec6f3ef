#include "solver/bound/cut_pool.h"

#include <math.h>

/* A cut whose price times its largest coefficient is less does nothing. */
static const double price_least = 1e-3;

/* What a cut was made of. */
struct cut_source {
  int cut, row;
  double share; /* the row's price for a price of 1 of the cut */
};

void cut_pool_open(struct cut_pool *pool, struct programme *programme)
{
  *pool =
      (struct cut_pool){.programme = programme,
                        .n_rows = programme->n_rows,
                        .seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
                        .sources = g_array_new(FALSE, FALSE, sizeof(struct cut_source)),
                        .shares = g_new0(double, (gsize)programme->n_rows + 1),
                        .shared = g_array_new(FALSE, FALSE, sizeof(int))};
}

void cut_pool_close(struct cut_pool *pool)
{
  g_hash_table_destroy(pool->seen);
  g_array_free(pool->sources, TRUE);
  g_array_free(pool->shared, TRUE);
  g_free(pool->shares);
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

static void add_share(struct cut_pool *pool, int row, double share)
{
  if (pool->shares[row] == 0)
    g_array_append_val(pool->shared, row);
  pool->shares[row] += share;
}

/* Notes what the cut holds of each row; where one is a cut itself, of its sources. */
static void note_sources(struct cut_pool *pool, int cut, const struct aggregation *aggregation,
                         double share)
{
  for (int k = 0; k < aggregation->n_parts; k++) {
    const struct aggregation_part *part = &aggregation->parts[k];
    double times = share * (double)part->times;
    if (part->row < pool->n_rows)
      add_share(pool, part->row, times);
    for (guint s = 0; part->row >= pool->n_rows && s < pool->sources->len; s++) {
      const struct cut_source *source = &g_array_index(pool->sources, struct cut_source, s);
      if (source->cut == part->row)
        add_share(pool, source->row, times * source->share);
    }
  }
  for (guint k = 0; k < pool->shared->len; k++) {
    int row = g_array_index(pool->shared, int, k);
    const struct cut_source source = {cut, row, pool->shares[row]};
    if (source.share != 0)
      g_array_append_val(pool->sources, source);
    pool->shares[row] = 0;
  }
  g_array_set_size(pool->shared, 0);
}

bool cut_pool_add(struct cut_pool *pool, const struct mir *mir,
                  const struct aggregation *aggregation, int64_t divisor)
{
  struct programme *p = pool->programme;
  int64_t upper;
  if (!mir_write(mir, aggregation, divisor, p, &upper))
    return false;
  struct label label = p->rows[aggregation->parts[0].row].label;
  int row = programme_add_row(p, -PROGRAMME_INFINITY, upper, label);
  int64_t hash = hash_row(p, row);
  if (!g_hash_table_add(pool->seen, g_memdup2(&hash, sizeof hash))) {
    remove_row(p);
    return false;
  }
  note_sources(pool, row, aggregation, mir_share(mir, divisor));
  return true;
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

void cut_pool_drop(struct cut_pool *pool, const double *prices, int n_priced, int *rows)
{
  struct programme *p = pool->programme;
  g_autofree int *place = g_new(int, (gsize)p->n_rows + 1);
  int kept = 0;
  for (int i = 0; i < p->n_rows; i++) {
    bool stays = i < pool->n_rows || i >= n_priced || is_worth(p, i, prices[i]);
    place[i] = stays ? kept : -1;
    if (!stays) {
      int64_t hash = hash_row(p, i);
      g_hash_table_remove(pool->seen, &hash);
      continue;
    }
    move_row(p, i, kept);
    rows[kept++] = i;
  }
  p->n_rows = kept;
  p->n_terms = p->open_from = kept == 0 ? 0 : p->rows[kept - 1].first + p->rows[kept - 1].count;
  guint left = 0;
  for (guint k = 0; k < pool->sources->len; k++) {
    struct cut_source source = g_array_index(pool->sources, struct cut_source, k);
    source.cut = place[source.cut];
    if (source.cut >= 0)
      g_array_index(pool->sources, struct cut_source, left++) = source;
  }
  g_array_set_size(pool->sources, left);
}

void cut_pool_credit(const struct cut_pool *pool, double *prices, int n_priced)
{
  for (guint k = 0; k < pool->sources->len; k++) {
    const struct cut_source *source = &g_array_index(pool->sources, struct cut_source, k);
    if (source->cut < n_priced)
      prices[source->row] += source->share * prices[source->cut];
  }
}
