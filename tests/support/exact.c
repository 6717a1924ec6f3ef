#include "tests/support/exact.h"

#include "tests/support/exact_piece.h"

#include <glib.h>

/* Columns that rows tie together, with the rows that do. */
struct group {
  GArray *columns, *rows; /* int; no placement among the columns */
  GHashTable *known;      /* activities of the rows -> struct exact_answer */
};

struct exact {
  const struct programme *programme;
  int *columns; /* the placements that are switched on and off */
  int count;
  int64_t *x;               /* [columns] the placements at hand; other columns 0 */
  int64_t *activity;        /* [rows] of the placements at hand */
  int *place;               /* [columns] where a rule's own column is in its piece */
  GArray *plain;            /* rows of placements alone that are switched */
  GPtrArray *groups;        /* with a row that is switched */
  struct exact_answer rest; /* all that no placement can change */
};

static const struct term *row_terms(const struct programme *programme, int row, int *count)
{
  *count = programme->rows[row].count;
  return programme->terms + programme->rows[row].first;
}

static bool holds(const struct exact *exact, int row)
{
  const struct row *r = &exact->programme->rows[row];
  return exact->activity[row] >= r->lower && exact->activity[row] <= r->upper;
}

/* The group as a piece, its columns and rows in order, with the placements'
 * activities taken off the rows' bounds. */
static struct exact_piece *make_piece(const struct exact *exact, const struct group *group)
{
  const struct programme *programme = exact->programme;
  int n_terms = 0, count;
  for (guint k = 0; k < group->rows->len; k++)
    n_terms += programme->rows[g_array_index(group->rows, int, k)].count;
  struct exact_piece *piece =
      exact_piece_new((int)group->columns->len, (int)group->rows->len, n_terms);
  for (int i = 0; i < piece->n_columns; i++) {
    int j = g_array_index(group->columns, int, i);
    piece->lower[i] = programme->columns[j].lower;
    piece->upper[i] = programme->columns[j].upper;
    piece->cost[i] = programme->columns[j].cost;
    exact->place[j] = i;
  }
  for (int k = 0, end = 0; k < piece->n_rows; k++) {
    int row = g_array_index(group->rows, int, k);
    const struct term *terms = row_terms(programme, row, &count);
    for (int i = 0; i < count; i++)
      if (!programme->columns[terms[i].column].placement)
        piece->terms[end++] = (struct term){exact->place[terms[i].column], terms[i].coefficient};
    piece->first[k + 1] = end;
    piece->row_lower[k] = programme->rows[row].lower - exact->activity[row];
    piece->row_upper[k] = programme->rows[row].upper - exact->activity[row];
  }
  return piece;
}

/* The least cost of a group, remembering answers: many rotas look alike to it. */
static struct exact_answer answer(const struct exact *exact, const struct group *group)
{
  gsize size = sizeof(int64_t) * group->rows->len;
  int64_t *activities = g_malloc(size + 1);
  for (guint i = 0; i < group->rows->len; i++)
    activities[i] = exact->activity[g_array_index(group->rows, int, i)];
  GBytes *key = g_bytes_new_take(activities, size);
  struct exact_answer *known = g_hash_table_lookup(group->known, key);
  if (known) {
    g_bytes_unref(key);
    return *known;
  }
  struct exact_piece *piece = make_piece(exact, group);
  known = g_new(struct exact_answer, 1);
  *known = exact_piece_solve(piece, EXACT_NO_CUTOFF);
  exact_piece_free(piece);
  g_hash_table_insert(group->known, key, known);
  return *known;
}

static void add(struct exact_answer *sum, struct exact_answer part)
{
  sum->feasible = sum->feasible && part.feasible;
  sum->cost += part.cost;
}

/* --- groups ---------------------------------------------------------------- */

static struct group *group_new(void)
{
  struct group *group = g_new(struct group, 1);
  group->columns = g_array_new(FALSE, FALSE, sizeof(int));
  group->rows = g_array_new(FALSE, FALSE, sizeof(int));
  group->known =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, g_free);
  return group;
}

static void group_free(gpointer data)
{
  struct group *group = data;
  g_array_unref(group->columns);
  g_array_unref(group->rows);
  g_hash_table_unref(group->known);
  g_free(group);
}

static int root_of(const int *parent, int column)
{
  while (parent[column] != column)
    column = parent[column];
  return column;
}

/* The first column of the row that is a rule's own, or -1. */
static int own_column(const struct programme *programme, int row)
{
  int count;
  const struct term *terms = row_terms(programme, row, &count);
  for (int k = 0; k < count; k++)
    if (!programme->columns[terms[k].column].placement)
      return terms[k].column;
  return -1;
}

/* Joins the own columns of every row: parent[] leads to each one's root. */
static void tie(const struct programme *programme, int *parent)
{
  for (int j = 0; j < programme->n_columns; j++)
    parent[j] = j;
  for (int row = 0; row < programme->n_rows; row++) {
    int first = own_column(programme, row), count;
    const struct term *terms = row_terms(programme, row, &count);
    for (int k = 0; k < count; k++)
      if (!programme->columns[terms[k].column].placement)
        parent[root_of(parent, terms[k].column)] = root_of(parent, first);
  }
}

/* All groups of own columns, with their rows; a row of none goes to `plain`. */
static GPtrArray *find_groups(const struct programme *programme, GArray *plain)
{
  GPtrArray *groups = g_ptr_array_new();
  g_autofree int *parent = g_new(int, (gsize)programme->n_columns + 1);
  g_autofree struct group **of = g_new0(struct group *, (gsize)programme->n_columns + 1);
  tie(programme, parent);
  for (int j = 0; j < programme->n_columns; j++) {
    if (programme->columns[j].placement)
      continue;
    int root = root_of(parent, j);
    if (!of[root]) {
      of[root] = group_new();
      g_ptr_array_add(groups, of[root]);
    }
    g_array_append_val(of[root]->columns, j);
  }
  for (int row = 0; row < programme->n_rows; row++) {
    int column = own_column(programme, row);
    g_array_append_val(column < 0 ? plain : of[root_of(parent, column)]->rows, row);
  }
  return groups;
}

/* --- the whole ------------------------------------------------------------- */

/* switched[row]: has the row a placement that is switched on and off? */
static bool *find_switched(const struct exact *exact)
{
  const struct programme *programme = exact->programme;
  bool *switched = g_new0(bool, (gsize)programme->n_rows + 1);
  for (int i = 0; i < exact->count; i++)
    exact->x[exact->columns[i]] = 1;
  for (int row = 0; row < programme->n_rows; row++) {
    int count;
    const struct term *terms = row_terms(programme, row, &count);
    for (int k = 0; k < count; k++)
      switched[row] |= exact->x[terms[k].column] != 0;
  }
  for (int i = 0; i < exact->count; i++)
    exact->x[exact->columns[i]] = 0;
  return switched;
}

/* Answers once and for all what no placement changes, and keeps what may. */
static void settle(struct exact *exact)
{
  g_autofree bool *switched = find_switched(exact);
  g_autoptr(GArray) plain = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GPtrArray) groups = find_groups(exact->programme, plain);
  for (guint i = 0; i < plain->len; i++) {
    int row = g_array_index(plain, int, i);
    if (switched[row])
      g_array_append_val(exact->plain, row);
    else
      add(&exact->rest, (struct exact_answer){holds(exact, row), 0});
  }
  for (guint i = 0; i < groups->len; i++) {
    struct group *group = g_ptr_array_index(groups, i);
    bool any = false;
    for (guint k = 0; k < group->rows->len; k++)
      any |= switched[g_array_index(group->rows, int, k)];
    if (any) {
      g_ptr_array_add(exact->groups, group);
      continue;
    }
    add(&exact->rest, answer(exact, group));
    group_free(group);
  }
}

struct exact *exact_new(const struct programme *programme, const int *columns, int count)
{
  struct exact *exact = g_new0(struct exact, 1);
  exact->programme = programme;
  exact->columns = g_memdup2(columns, sizeof *columns * (gsize)count);
  exact->count = count;
  exact->x = g_new0(int64_t, (gsize)programme->n_columns + 1);
  exact->activity = g_new0(int64_t, (gsize)programme->n_rows + 1);
  exact->place = g_new0(int, (gsize)programme->n_columns + 1);
  exact->plain = g_array_new(FALSE, FALSE, sizeof(int));
  exact->groups = g_ptr_array_new_with_free_func(group_free);
  exact->rest.feasible = true;
  settle(exact);
  return exact;
}

void exact_free(struct exact *exact)
{
  if (!exact)
    return;
  g_free(exact->columns);
  g_free(exact->x);
  g_free(exact->activity);
  g_free(exact->place);
  g_array_unref(exact->plain);
  g_ptr_array_unref(exact->groups);
  g_free(exact);
}

static void place(struct exact *exact, uint32_t on)
{
  const struct programme *programme = exact->programme;
  for (int i = 0; i < exact->count; i++)
    exact->x[exact->columns[i]] = on >> i & 1;
  for (guint i = 0; i < exact->plain->len; i++) {
    int row = g_array_index(exact->plain, int, i);
    exact->activity[row] = programme_activity(programme, row, exact->x);
  }
  for (guint i = 0; i < exact->groups->len; i++) {
    const struct group *group = g_ptr_array_index(exact->groups, i);
    for (guint k = 0; k < group->rows->len; k++) {
      int row = g_array_index(group->rows, int, k);
      exact->activity[row] = programme_activity(programme, row, exact->x);
    }
  }
}

bool exact_least_cost(struct exact *exact, uint32_t on, int64_t *cost)
{
  place(exact, on);
  struct exact_answer sum = exact->rest;
  for (int i = 0; i < exact->count; i++)
    sum.cost += exact->programme->columns[exact->columns[i]].cost * (on >> i & 1);
  for (guint i = 0; i < exact->plain->len && sum.feasible; i++)
    sum.feasible = holds(exact, g_array_index(exact->plain, int, i));
  for (guint i = 0; i < exact->groups->len && sum.feasible; i++)
    add(&sum, answer(exact, g_ptr_array_index(exact->groups, i)));
  if (sum.feasible)
    *cost = sum.cost;
  return sum.feasible;
}
