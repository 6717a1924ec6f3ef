#include "planning/repair_past.h"

#include "model/integer.h"

/* Nothing is ever in two places: of what a clinician can do in a slot a row sees one. */
static bool is_same_cell(const struct column *a, const struct column *b)
{
  return a->placement && b->placement && a->label.clinician == b->label.clinician &&
         a->label.slot == b->label.slot;
}

/* The least and the most that the row's terms from `from` on, of one cell or one count, add to its
 * activity, with the columns within these bounds; returns where the next begin. */
static int add_range(const struct programme *programme, const struct column *columns,
                     const struct row *row, int from, int64_t *least, int64_t *most)
{
  const struct column *first = &columns[programme->terms[from].column];
  int64_t fixed = 0, free_least = 0, free_most = 0;
  int k = from;
  do {
    const struct column *column = &columns[programme->terms[k].column];
    int64_t a = programme->terms[k].coefficient;
    int64_t low = a * (a > 0 ? column->lower : column->upper);
    int64_t high = a * (a > 0 ? column->upper : column->lower);
    bool is_free = column->placement && column->lower == 0 && column->upper == 1;
    free_least = is_free ? MIN(free_least, low) : free_least;
    free_most = is_free ? MAX(free_most, high) : free_most;
    *least += is_free ? 0 : low;
    *most += is_free ? 0 : high;
    fixed += column->placement && column->lower > 0;
    k++;
  } while (k < row->first + row->count &&
           is_same_cell(first, &columns[programme->terms[k].column]));
  *least += fixed ? 0 : free_least;
  *most += fixed ? 0 : free_most;
  return k;
}

static void range_of(const struct programme *programme, const struct column *columns,
                     const struct row *row, int64_t *least, int64_t *most)
{
  *least = *most = 0;
  for (int k = row->first; k < row->first + row->count;)
    k = add_range(programme, columns, row, k, least, most);
}

static bool can_be_kept(const struct programme *programme, const struct column *columns,
                        const struct row *row)
{
  int64_t least, most;
  range_of(programme, columns, row, &least, &most);
  return least <= row->upper && most >= row->lower;
}

/* --- what the past makes of the rules' counts ---------------------------------------- */

/* The only count of a row whose placements are all decided; NONE: it is not so. */
static int only_count(const struct programme *programme, const struct row *row)
{
  int out = NONE;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &programme->columns[programme->terms[k].column];
    if (column->placement ? column->lower != column->upper : out != NONE)
      return NONE;
    if (!column->placement)
      out = k;
  }
  return out;
}

/* So that the limit on it is seen to be beyond reach. */
static void decide_count(struct programme *programme, const struct row *row)
{
  int at = only_count(programme, row);
  if (at == NONE)
    return;
  struct column *column = &programme->columns[programme->terms[at].column];
  int64_t a = programme->terms[at].coefficient, least, most;
  range_of(programme, programme->columns, row, &least, &most);
  int64_t fixed = least - a * (a > 0 ? column->lower : column->upper);
  int64_t need = a > 0 ? row->lower : -row->upper; /* |a| times the count is at least that */
  if (programme_is_infinite(need))
    return;
  need = integer_divide_up(need - (a > 0 ? fixed : -fixed), ABS(a));
  if (need > column->lower && need <= column->upper)
    column->lower = need;
}

/* --- rows that give way ---------------------------------------------------------------- */

/* Is it about days past and nothing to come? */
static bool is_over(const struct repair_ground *ground, const struct programme *programme,
                    const struct row *row)
{
  bool over = row->label.slot != NONE && repair_ground_is_past(ground, row->label.slot);
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &programme->columns[programme->terms[k].column];
    if (!column->placement)
      continue;
    if (!repair_ground_is_past(ground, column->label.slot))
      return false;
    over = true;
  }
  return over;
}

static void give_way(const struct programme *programme, struct row *row)
{
  int64_t least, most;
  range_of(programme, programme->columns, row, &least, &most);
  if (least > row->upper)
    row->upper = least;
  if (most < row->lower)
    row->lower = most;
}

void repair_past_fix(const struct repair_ground *ground, struct programme *programme,
                     const int64_t *x)
{
  const struct problem *problem = ground->problem;
  g_autofree struct column *before =
      g_memdup2(programme->columns, sizeof *programme->columns * ((gsize)programme->n_columns));
  for (int j = 0; j < problem->n_candidates; j++)
    if (repair_ground_is_past(ground, problem->candidates[j].slot))
      programme->columns[j].lower = programme->columns[j].upper = x[j];
  for (int i = 0; i < programme->n_rows; i++)
    decide_count(programme, &programme->rows[i]);
  for (int i = 0; i < programme->n_rows; i++) {
    struct row *row = &programme->rows[i];
    if (!can_be_kept(programme, programme->columns, row) &&
        (can_be_kept(programme, before, row) || is_over(ground, programme, row)))
      give_way(programme, row);
  }
}
