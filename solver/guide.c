#include "solver/guide.h"

#include <glib.h>

/* A placement is likely if its reduced cost is at most this share of the mean of all
 * positive ones. Basic columns would be at 0 exactly, were the relaxation solved exactly. */
static const double likely_share = 1.0 / 32;
/* A count is held from so many times that mean on, if the relaxation has it this near to its
 * lower bound. On services of 60 and 150 the price of a wish missed is below a third of it, that
 * of a mass clinic cancelled twelve times as much. */
static const double held_share = 4, held_most = 0.25;
/* A placement is wanted of which the relaxation has more than this. */
static const double wanted_least = 0.05;

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

/* The mean reduced cost of the placements that have a positive one; 0: none has. */
static double mean_of(const struct programme *p, const double *costs)
{
  double sum = 0;
  int count = 0;
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].placement && costs[j] > 0) {
      sum += costs[j];
      count++;
    }
  return count > 0 ? sum / count : 0;
}

static bool is_shared_count(const struct column_view *view, int column)
{
  return !view->programme->columns[column].placement &&
         view->first[column + 1] - view->first[column] > 1;
}

static void find_held(struct guide *guide, const struct column_view *view,
                      const struct reduction *reduction, const struct programme *relaxed,
                      const double *costs, double mean)
{
  guide->held = g_new(int, (gsize)relaxed->n_columns + 1);
  for (int k = 0; k < relaxed->n_columns; k++) {
    int j = reduction->kept[k];
    double above = guide->point[j] - (double)view->programme->columns[j].lower;
    if (is_shared_count(view, j) && costs[k] > held_share * mean && above < held_most)
      guide->held[guide->n_held++] = j;
  }
}

static void find_wanted(struct guide *guide, const struct programme *p)
{
  guide->wanted = g_new(int, (gsize)p->n_columns + 1);
  for (int j = 0; j < p->n_columns; j++) {
    const struct column *column = &p->columns[j];
    if (column->placement && column->lower < column->upper && guide->point[j] > wanted_least)
      guide->wanted[guide->n_wanted++] = j;
  }
}

struct guide *guide_new(const struct column_view *view, const struct reduction *reduction,
                        const struct programme *relaxed, const double *prices, const double *values)
{
  const struct programme *p = view->programme;
  g_autofree double *costs = reduced_costs(relaxed, prices);
  double mean = mean_of(relaxed, costs);
  struct guide *guide = g_atomic_rc_box_new0(struct guide);
  guide->likely = g_new(bool, (gsize)p->n_columns + 1);
  guide->point = g_new(double, (gsize)p->n_columns + 1);
  for (int j = 0; j < p->n_columns; j++) { /* columns that the reduction has fixed */
    guide->likely[j] = !p->columns[j].placement || reduction->x[j] > 0;
    guide->point[j] = (double)reduction->x[j];
  }
  for (int k = 0; k < relaxed->n_columns; k++) {
    if (costs[k] <= likely_share * mean)
      guide->likely[reduction->kept[k]] = true;
    guide->point[reduction->kept[k]] = values[k];
  }
  find_held(guide, view, reduction, relaxed, costs, mean);
  find_wanted(guide, p);
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
  g_free(guide->point);
  g_free(guide->held);
  g_free(guide->wanted);
}

void guide_drop(struct guide *guide)
{
  if (guide)
    g_atomic_rc_box_release_full(guide, clear);
}
