#include "tests/support/exact_group.h"

struct search {
  const struct programme *programme;
  const struct exact_group *group;
  const int64_t *activity; /* [rows] of the placements */
  struct exact_answer best;
  long nodes;
};

struct box {
  int64_t *lower, *upper; /* [programme columns], the group's alone are used */
};

static int64_t floor_div(int64_t a, int64_t b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static int64_t ceil_div(int64_t a, int64_t b)
{
  return -floor_div(-a, b);
}

static const struct term *row_terms(const struct programme *programme, int row, int *count)
{
  *count = programme->rows[row].count;
  return programme->terms + programme->rows[row].first;
}

static bool is_placement(const struct programme *programme, int column)
{
  return programme->columns[column].placement;
}

/* The least and greatest activity of a row within the box. */
static void row_range(const struct search *search, const struct box *box, int row, int64_t *least,
                      int64_t *most)
{
  const struct programme *programme = search->programme;
  int count;
  const struct term *terms = row_terms(programme, row, &count);
  *least = *most = search->activity[row];
  for (int i = 0; i < count; i++) {
    int j = terms[i].column;
    if (is_placement(programme, j))
      continue;
    int64_t a = terms[i].coefficient;
    *least += a * (a > 0 ? box->lower[j] : box->upper[j]);
    *most += a * (a > 0 ? box->upper[j] : box->lower[j]);
  }
}

/* Tightens the box by one row; false when the row can't hold in it. */
static bool propagate_row(const struct search *search, struct box *box, int row, bool *changed)
{
  const struct programme *programme = search->programme;
  const struct row *r = &programme->rows[row];
  int64_t least, most;
  row_range(search, box, row, &least, &most);
  if (most < r->lower || least > r->upper)
    return false;
  int count;
  const struct term *terms = row_terms(programme, row, &count);
  for (int i = 0; i < count; i++) {
    int j = terms[i].column;
    if (is_placement(programme, j))
      continue;
    int64_t a = terms[i].coefficient, lower = box->lower[j], upper = box->upper[j];
    /* least - a*bound + a*x <= r->upper and most - a*bound + a*x >= r->lower */
    int64_t room = r->upper - least, need = r->lower - most;
    if (a > 0) {
      box->upper[j] = MIN(upper, lower + floor_div(room, a));
      box->lower[j] = MAX(lower, upper + ceil_div(need, a));
    } else {
      box->lower[j] = MAX(lower, upper + ceil_div(room, a));
      box->upper[j] = MIN(upper, lower + floor_div(need, a));
    }
    if (box->lower[j] > box->upper[j])
      return false;
    if (box->lower[j] != lower || box->upper[j] != upper) {
      *changed = true;
      row_range(search, box, row, &least, &most);
    }
  }
  return true;
}

static bool propagate(const struct search *search, struct box *box)
{
  for (bool changed = true; changed;) {
    changed = false;
    for (guint i = 0; i < search->group->rows->len; i++)
      if (!propagate_row(search, box, g_array_index(search->group->rows, int, i), &changed))
        return false;
  }
  return true;
}

static int64_t cheapest(const struct search *search, const struct box *box, int column)
{
  return search->programme->columns[column].cost < 0 ? box->upper[column] : box->lower[column];
}

/* The first row that the cheapest values break, or -1. */
static int broken_row(const struct search *search, const struct box *box)
{
  const struct programme *programme = search->programme;
  for (guint i = 0; i < search->group->rows->len; i++) {
    int row = g_array_index(search->group->rows, int, i), count;
    const struct term *terms = row_terms(programme, row, &count);
    int64_t sum = search->activity[row];
    for (int k = 0; k < count; k++)
      if (!is_placement(programme, terms[k].column))
        sum += terms[k].coefficient * cheapest(search, box, terms[k].column);
    if (sum < programme->rows[row].lower || sum > programme->rows[row].upper)
      return row;
  }
  return -1;
}

/* The narrowest column of the row that is still open. */
static int open_column(const struct search *search, const struct box *box, int row)
{
  const struct programme *programme = search->programme;
  int count, narrowest = -1;
  const struct term *terms = row_terms(programme, row, &count);
  for (int k = 0; k < count; k++) {
    int j = terms[k].column;
    if (is_placement(programme, j) || box->lower[j] == box->upper[j])
      continue;
    if (narrowest < 0 ||
        box->upper[j] - box->lower[j] < box->upper[narrowest] - box->lower[narrowest])
      narrowest = j;
  }
  return narrowest;
}

static struct box copy_box(const struct search *search, const struct box *box)
{
  gsize size = sizeof(int64_t) * (gsize)search->programme->n_columns;
  return (struct box){g_memdup2(box->lower, size), g_memdup2(box->upper, size)};
}

static void clear_box(struct box *box)
{
  g_free(box->lower);
  g_free(box->upper);
}

static void explore(struct search *search, struct box *box)
{
  enum { NODES_MAX = 2000000 };
  if (++search->nodes > NODES_MAX)
    g_error("a group of columns is too entangled to be searched");
  if (!propagate(search, box))
    return;
  int64_t cost = 0;
  for (guint i = 0; i < search->group->columns->len; i++) {
    int j = g_array_index(search->group->columns, int, i);
    cost += search->programme->columns[j].cost * cheapest(search, box, j);
  }
  if (search->best.feasible && cost >= search->best.cost)
    return;
  int row = broken_row(search, box);
  if (row < 0) {
    search->best = (struct exact_answer){true, cost};
    return;
  }
  int column = open_column(search, box, row);
  int64_t middle = box->lower[column] + (box->upper[column] - box->lower[column]) / 2;
  bool upper_first = search->programme->columns[column].cost < 0;
  for (int half = 0; half < 2; half++) {
    struct box part = copy_box(search, box);
    if ((half == 0) == upper_first)
      part.lower[column] = middle + 1;
    else
      part.upper[column] = middle;
    explore(search, &part);
    clear_box(&part);
  }
}

struct exact_answer exact_group_search(const struct programme *programme,
                                       const struct exact_group *group, const int64_t *activity)
{
  struct search search = {.programme = programme, .group = group, .activity = activity};
  struct box box = {g_new0(int64_t, (gsize)programme->n_columns),
                    g_new0(int64_t, (gsize)programme->n_columns)};
  for (guint i = 0; i < group->columns->len; i++) {
    int j = g_array_index(group->columns, int, i);
    box.lower[j] = programme->columns[j].lower;
    box.upper[j] = programme->columns[j].upper;
    g_assert(box.lower[j] > -PROGRAMME_INFINITY && box.upper[j] < PROGRAMME_INFINITY);
  }
  explore(&search, &box);
  clear_box(&box);
  return search.best;
}
