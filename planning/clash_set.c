#include "planning/clash_set.h"

#include "solver/solver.h"

#include <string.h>

/* Simplex iterations: of a set, and of the relaxation, with those of the first-order method. */
enum { SET_WORK = 20000, RELAXED_WORK = 20000 };

/* So many rows are added at a time; and in a set of more they are not left out one by one: what is
 * told of it are its groups, and the relaxation's proof needs nearly all of its rows. */
enum { JOIN_MOST = 40, SINGLE_MOST = 40 };

/* Is a solution enough, or must none be cheaper? */
static enum clash_answer answer_of(enum status status, const struct solver_result *solved,
                                   bool cheapest)
{
  if (status != STATUS_OK || solved->verdict == SOLVER_NOTHING ||
      (cheapest && solved->verdict == SOLVER_FEASIBLE))
    return CLASH_UNKNOWN;
  return solved->verdict == SOLVER_INFEASIBLE ? CLASH_BROKEN : CLASH_KEPT;
}

/* --- a set --------------------------------------------------------------------- */

/* The columns of the rows, in the programme's order, so that a person's placements in a session
 * stand together; place[columns] says where. */
static GArray *columns_of(const struct programme *programme, const GArray *rows, const bool *out,
                          int *place)
{
  GArray *columns = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint k = 0; k < rows->len; k++) {
    const struct row *row = &programme->rows[g_array_index(rows, int, k)];
    for (int t = row->first; (!out || !out[k]) && t < row->first + row->count; t++)
      place[programme->terms[t].column] = 1;
  }
  for (int j = 0; j < programme->n_columns; j++)
    if (place[j]) {
      place[j] = (int)columns->len;
      g_array_append_val(columns, j);
    }
  return columns;
}

static bool same_session(const struct column *one, const struct column *other)
{
  return one->placement && other->placement && one->label.clinician == other->label.clinician &&
         one->label.slot == other->label.slot;
}

/* One person, one place: the columns of a session stand together. */
static void add_one_place(struct programme *set)
{
  for (int j = 0, end; j < set->n_columns; j = end) {
    for (end = j + 1; end < set->n_columns && same_session(&set->columns[j], &set->columns[end]);)
      end++;
    for (int k = j; k < end && end - j > 1; k++)
      programme_add_term(set, k, 1);
    if (end - j > 1)
      programme_add_row(set, -PROGRAMME_INFINITY, 1, LABEL_NONE);
  }
}

/* At no cost; or, with x[columns], at the programme's, and of those that cost the least one near x.
 * g_array_unref `*columns`, which those of the set are. */
static struct programme *programme_of(const struct programme *programme, const GArray *rows,
                                      const bool *out, const int64_t *x, GArray **columns)
{
  g_autofree int *place = g_new0(int, (gsize)programme->n_columns + 1);
  struct programme *set = programme_new();
  *columns = columns_of(programme, rows, out, place);
  int64_t weight = 4 * (int64_t)programme->n_columns + 1;
  for (guint k = 0; k < (*columns)->len; k++) {
    int j = g_array_index(*columns, int, k);
    struct column column = programme->columns[j];
    int64_t leaving = !x ? 0 : x[j] == column.lower ? 1 : x[j] == column.upper ? -1 : 0;
    column.cost = x ? column.cost * weight + leaving : 0;
    programme_add_column(set, column);
  }
  add_one_place(set);
  for (guint k = 0; k < rows->len; k++) {
    const struct row *row = &programme->rows[g_array_index(rows, int, k)];
    if (out && out[k])
      continue;
    for (int t = row->first; t < row->first + row->count; t++)
      programme_add_term(set, place[programme->terms[t].column], programme->terms[t].coefficient);
    programme_add_row(set, row->lower, row->upper, row->label);
  }
  return set;
}

/* Can the rows (int) be kept by somebody who is in one place at a time? Those for which out[k] are
 * left out (NULL: none). */
static enum clash_answer solve_rows(const struct programme *programme, const GArray *rows,
                                    const bool *out, int64_t deadline_us)
{
  GArray *columns;
  struct programme *set = programme_of(programme, rows, out, NULL, &columns);
  struct solver_result solved = {0};
  enum clash_answer answer =
      answer_of(solver_solve_exactly(set, SET_WORK, deadline_us, &solved), &solved, false);
  solver_result_clear(&solved);
  g_array_unref(columns);
  programme_free(set);
  return answer;
}

/* --- a set that can't be kept -------------------------------------------------------- */

/* Adds rows that x breaks, of those in[rows]; returns how many. */
static int join_broken(const struct programme *programme, const bool *in, const int64_t *x,
                       bool *joined, GArray *rows)
{
  int count = 0;
  for (int r = 0; r < programme->n_rows && count < JOIN_MOST; r++) {
    int64_t activity = programme_activity(programme, r, x);
    if (!in[r] || joined[r] ||
        (activity >= programme->rows[r].lower && activity <= programme->rows[r].upper))
      continue;
    joined[r] = true;
    g_array_append_val(rows, r);
    count++;
  }
  return count;
}

/* Keeps the rows, changing x where they need it, at the least cost; what it takes is off `*work`.
 */
static enum clash_answer keep(const struct programme *programme, const GArray *rows, int64_t *x,
                              int64_t *work, int64_t deadline_us)
{
  GArray *columns;
  struct programme *set = programme_of(programme, rows, NULL, x, &columns);
  struct solver_result solved = {0};
  enum status status = solver_solve_exactly(set, *work, deadline_us, &solved);
  *work -= solved.work;
  for (guint k = 0; solved.x && k < columns->len; k++)
    x[g_array_index(columns, int, k)] = solved.x[k];
  enum clash_answer answer = answer_of(status, &solved, true);
  solver_result_clear(&solved);
  g_array_unref(columns);
  programme_free(set);
  return answer;
}

/* Rows join as a solution of those before breaks them, so that programmes stay small. */
static enum clash_answer keep_all(const struct programme *programme, const bool *in, GArray *rows,
                                  int64_t *x, int64_t work, int64_t deadline_us)
{
  g_autofree bool *joined = g_new0(bool, (gsize)programme->n_rows + 1);
  enum clash_answer answer = CLASH_KEPT;
  for (int j = 0; j < programme->n_columns; j++)
    x[j] = programme->columns[j].lower;
  while (answer == CLASH_KEPT && join_broken(programme, in, x, joined, rows) > 0)
    answer = work > 0 ? keep(programme, rows, x, &work, deadline_us) : CLASH_UNKNOWN;
  return answer;
}

/* The rows of the set that its relaxation proves to be too many; place[k]: the set's row of
 * rows[k], as the last that it has. */
static bool is_relaxed_broken(const struct programme *programme, const GArray *rows, bool *out,
                              int64_t deadline_us)
{
  GArray *columns;
  struct programme *set = programme_of(programme, rows, out, NULL, &columns);
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(int));
  bool broken = solver_relaxed_conflict(set, RELAXED_WORK, deadline_us, found);
  if (broken) {
    g_autofree bool *needed = g_new0(bool, (gsize)set->n_rows + 1);
    for (guint i = 0; i < found->len; i++)
      needed[g_array_index(found, int, i)] = true;
    for (guint k = rows->len, last = (guint)set->n_rows; k > 0; k--)
      out[k - 1] = out[k - 1] || !needed[--last];
  }
  g_array_unref(columns);
  programme_free(set);
  return broken;
}

static void remove_out(GArray *rows, const bool *out)
{
  for (guint k = rows->len; k > 0; k--)
    if (out[k - 1])
      g_array_remove_index(rows, k - 1);
}

enum clash_answer clash_set_find(const struct programme *programme, const bool *in, GArray *rows,
                                 int64_t work, int64_t deadline_us)
{
  g_autofree int64_t *x = g_new(int64_t, (gsize)programme->n_columns + 1);
  g_autofree bool *out = g_new0(bool, (gsize)programme->n_rows + 1);
  for (int r = 0; r < programme->n_rows; r++)
    if (in[r])
      g_array_append_val(rows, r);
  if (is_relaxed_broken(programme, rows, out, deadline_us)) {
    remove_out(rows, out);
    return CLASH_BROKEN;
  }
  g_array_set_size(rows, 0);
  return keep_all(programme, in, rows, x, work, deadline_us);
}

enum clash_answer clash_set_whole(const struct programme *programme, int64_t deadline_us,
                                  struct clash_found *found)
{
  g_autofree bool *in = g_new(bool, (gsize)programme->n_rows + 1);
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  g_autofree int64_t *values = g_new(int64_t, (gsize)programme->n_columns + 1);
  memset(in, true, sizeof(bool) * (gsize)programme->n_rows);
  enum clash_answer answer = keep_all(programme, in, rows, values, CLASH_JOINED_WORK, deadline_us);
  if (answer == CLASH_UNKNOWN)
    return clash_search(programme, NULL, deadline_us, found, NULL);
  *found = (struct clash_found){.cost = programme_objective(programme, values), .proven = true};
  if (answer == CLASH_KEPT)
    found->x = g_steal_pointer(&values);
  return answer;
}

/* --- what is needed ---------------------------------------------------------------- */

/* Leaves out rows k for which kind[k] is `kind`, if the others can't be kept either; UNKNOWN counts
 * as kept. */
static enum clash_answer try_without(const struct programme *programme, const GArray *rows,
                                     bool *out, const int *kind, int wanted, int64_t deadline_us)
{
  g_autofree bool *fewer = g_memdup2(out, sizeof(bool) * (gsize)rows->len);
  bool any = false;
  for (guint k = 0; k < rows->len; k++)
    if (!out[k] && kind[k] == wanted)
      fewer[k] = any = true;
  if (!any)
    return CLASH_BROKEN;
  enum clash_answer answer = solve_rows(programme, rows, fewer, deadline_us);
  if (answer == CLASH_KEPT)
    return answer;
  if (is_relaxed_broken(programme, rows, fewer, deadline_us))
    answer = CLASH_BROKEN;
  for (guint k = 0; k < rows->len && answer == CLASH_BROKEN; k++)
    out[k] = fewer[k];
  return answer;
}

/* Is there one more row of its group further on? */
static bool is_met_again(const int *group, guint count, guint k)
{
  for (guint i = k + 1; i < count; i++)
    if (group[i] == group[k])
      return true;
  return false;
}

/* Leaves out, from the last on, what the others break without. Returns whether all that is left is
 * known to be needed. */
static bool leave_out(const struct programme *programme, const GArray *rows, bool *out,
                      const int *kind, int64_t deadline_us)
{
  bool sure = true;
  for (guint k = rows->len; k > 0; k--)
    if (!is_met_again(kind, rows->len, k - 1))
      sure = try_without(programme, rows, out, kind, kind[k - 1], deadline_us) != CLASH_UNKNOWN &&
             sure;
  return sure;
}

bool clash_set_thin(const struct programme *programme, GArray *rows, const int *group,
                    int64_t deadline_us)
{
  g_autofree bool *out = g_new0(bool, (gsize)rows->len + 1);
  g_autofree int *single = g_new(int, (gsize)rows->len + 1);
  if (!is_relaxed_broken(programme, rows, out, deadline_us) &&
      solve_rows(programme, rows, NULL, deadline_us) != CLASH_BROKEN)
    return false;
  guint left = 0;
  for (guint k = 0; k < rows->len; k++)
    single[k] = (int)k;
  bool sure = leave_out(programme, rows, out, group, deadline_us);
  for (guint k = 0; k < rows->len; k++)
    left += !out[k];
  if (left <= SINGLE_MOST)
    sure = leave_out(programme, rows, out, single, deadline_us) || sure;
  remove_out(rows, out);
  return sure;
}
