#include "solver/guide.h"

#include <glib.h>

/* A placement is likely if its reduced cost is at most this share of the mean of all
 * positive ones. Basic columns would be at 0 exactly, were the relaxation solved exactly. */
static const double likely_share = 1.0 / 32;

/* costs[columns] at the prices of all rows. */
static double *reduced_costs(const struct programme *p, const double *prices)
{
  double *costs = g_new(double, (gsize)p->n_columns + 1);
  for (int j = 0; j < p->n_columns; j++)
    costs[j] = (double)p->columns[j].cost;
  for (int i = 0; i < p->n_rows; i++)
    for (int k = p->rows[i].first; prices[i] != 0 && k < p->rows[i].first + p->rows[i].count; k++)
      costs[p->terms[k].column] -= prices[i] * (double)p->terms[k].coefficient;
  return costs;
}

/* The largest reduced cost of a likely placement. */
static double most_of(const struct programme *p, const double *costs)
{
  double sum = 0;
  int count = 0;
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].placement && costs[j] > 0) {
      sum += costs[j];
      count++;
    }
  return count > 0 ? likely_share * sum / count : 0;
}

struct guide *guide_new(const struct programme *programme, const struct reduction *reduction,
                        const struct programme *relaxed, const double *prices)
{
  g_autofree double *costs = reduced_costs(relaxed, prices);
  double most = most_of(relaxed, costs);
  struct guide *guide = g_atomic_rc_box_new(struct guide);
  guide->likely = g_new(bool, (gsize)programme->n_columns + 1);
  for (int j = 0; j < programme->n_columns; j++) /* columns that the reduction has fixed */
    guide->likely[j] = !programme->columns[j].placement || reduction->x[j] > 0;
  for (int k = 0; k < relaxed->n_columns; k++)
    if (costs[k] <= most)
      guide->likely[reduction->kept[k]] = true;
  return guide;
}

struct guide *guide_keep(struct guide *guide)
{
  return guide ? g_atomic_rc_box_acquire(guide) : NULL;
}

static void clear(gpointer data)
{
  struct guide *guide = data;
  g_free(guide->likely);
}

void guide_drop(struct guide *guide)
{
  if (guide)
    g_atomic_rc_box_release_full(guide, clear);
}
