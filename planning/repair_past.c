#include "planning/repair_past.h"

#include "model/integer.h"

#include <string.h>

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

enum { PASSES = 4 }; /* counts of counts of counts */

/* The least and the most of a count that leave the row to be kept, the rest of it being as helpful
 * as it can. */
static void bounds_by(const struct programme *programme, const struct row *row,
                      const struct term *term, int64_t *lower, int64_t *upper)
{
  const struct column *column = &programme->columns[term->column];
  int64_t a = term->coefficient, least, most;
  range_of(programme, programme->columns, row, &least, &most);
  least -= a * (a > 0 ? column->lower : column->upper);
  most -= a * (a > 0 ? column->upper : column->lower);
  bool from_below = !programme_is_infinite(row->lower),
       from_above = !programme_is_infinite(row->upper);
  *lower = column->lower;
  *upper = column->upper;
  if (a > 0 ? from_below : from_above)
    *lower = integer_divide_up(a > 0 ? row->lower - most : least - row->upper, ABS(a));
  if (a > 0 ? from_above : from_below)
    *upper = integer_divide_down(a > 0 ? row->upper - least : most - row->lower, ABS(a));
}

/* Which bounds of counts are looked for. */
enum side { LOWER = 1, UPPER = 2 };

/* The only count of the row that is open; NONE: it has none, or several, or nothing given in it. */
static int open_count(const struct programme *programme, const bool *given, const struct row *row)
{
  int out = NONE, count = 0;
  bool any = false;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &programme->columns[programme->terms[k].column];
    any = any || given[programme->terms[k].column];
    if (column->placement || column->lower == column->upper)
      continue;
    out = k;
    count++;
  }
  return any && count == 1 ? out : NONE;
}

static bool decide_count(struct programme *programme, bool *given, const struct row *row,
                         enum side side)
{
  int at = open_count(programme, given, row);
  if (at == NONE)
    return false;
  struct column *column = &programme->columns[programme->terms[at].column];
  int64_t lower, upper;
  bounds_by(programme, row, &programme->terms[at], &lower, &upper);
  bool higher = side & LOWER && lower > column->lower && lower <= column->upper;
  bool less = side & UPPER && upper < column->upper && upper >= column->lower;
  if (higher)
    column->lower = lower;
  if (less && upper >= column->lower)
    column->upper = upper;
  given[programme->terms[at].column] |= higher || less;
  return higher || less;
}

static bool has_placements(const struct programme *programme, const struct row *row)
{
  for (int k = row->first; k < row->first + row->count; k++)
    if (programme->columns[programme->terms[k].column].placement)
      return true;
  return false;
}

static bool decide_rows(struct programme *programme, bool *given, bool of_placements,
                        enum side side)
{
  bool any = false;
  for (int i = 0; i < programme->n_rows; i++) {
    const struct row *row = &programme->rows[i];
    if (has_placements(programme, row) == of_placements)
      any |= decide_count(programme, given, row, side);
  }
  return any;
}

/* What counts come to by what is given, so that a limit on them is seen to be beyond reach: first
 * by the rows that say what they count, then by those that limit counts alone. */
static bool decide_counts(struct programme *programme, bool *given)
{
  bool any = true, changed = false;
  for (int pass = 0; pass < PASSES && any; pass++) {
    any = decide_rows(programme, given, true, LOWER);
    any |= decide_rows(programme, given, true, UPPER);
    any |= decide_rows(programme, given, false, LOWER | UPPER);
    changed |= any;
  }
  return changed;
}

/* [columns] placements that are fixed; g_free it. */
static bool *given_new(const struct programme *programme)
{
  bool *out = g_new0(bool, (gsize)programme->n_columns + 1);
  for (int j = 0; j < programme->n_columns; j++) {
    const struct column *column = &programme->columns[j];
    out[j] = column->placement && column->lower == column->upper;
  }
  return out;
}

/* Placements that the row leaves no room for beside what is given. */
static bool bar_placements(struct programme *programme, bool *given, const struct row *row)
{
  int64_t least, most;
  bool any = false;
  range_of(programme, programme->columns, row, &least, &most);
  for (int k = row->first; k < row->first + row->count; k++) {
    struct column *column = &programme->columns[programme->terms[k].column];
    int64_t a = programme->terms[k].coefficient;
    if (!column->placement || column->lower == column->upper ||
        (a > 0 ? least + a <= row->upper : most + a >= row->lower))
      continue;
    column->upper = 0;
    any = given[programme->terms[k].column] = true;
  }
  return any;
}

/* --- rows that give way ---------------------------------------------------------------- */

/* Is it about days past and nothing to come? */
static bool is_over(const struct repair_ground *ground, const struct programme *programme,
                    const struct row *row)
{
  bool over = row->label.slot != NONE &&
              repair_ground_is_over(ground, row->label.clinician, row->label.slot);
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &programme->columns[programme->terms[k].column];
    if (!column->placement)
      continue;
    if (!repair_ground_is_over(ground, column->label.clinician, column->label.slot))
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

static struct column *copy_columns(const struct programme *programme)
{
  return g_memdup2(programme->columns, sizeof *programme->columns * (gsize)programme->n_columns);
}

static bool has_given(const struct programme *programme, const bool *given, const struct row *row)
{
  for (int k = row->first; k < row->first + row->count; k++)
    if (given[programme->terms[k].column])
      return true;
  return false;
}

/* Rows that the past breaks give way, then those that can't be reached with what they leave: limits
 * before what is needed or locked. */
static void follow(const struct repair_ground *ground, struct programme *programme,
                   const struct column *before)
{
  g_autofree bool *given = given_new(programme);
  bool any = true;
  for (int pass = 0; pass < PASSES && any; pass++) {
    any = decide_counts(programme, given);
    for (int i = 0; i < programme->n_rows; i++) {
      struct row *row = &programme->rows[i];
      if (!can_be_kept(programme, programme->columns, row) &&
          (can_be_kept(programme, before, row) || is_over(ground, programme, row)))
        give_way(programme, row);
    }
    for (int i = 0; i < programme->n_rows; i++)
      if (has_given(programme, given, &programme->rows[i]))
        any |= bar_placements(programme, given, &programme->rows[i]);
  }
}

void repair_past_fix(const struct repair_ground *ground, struct programme *programme,
                     const int64_t *x)
{
  const struct problem *problem = ground->problem;
  g_autofree struct column *before = copy_columns(programme);
  for (int j = 0; j < problem->n_candidates; j++)
    if (repair_ground_is_over(ground, problem->candidates[j].clinician,
                              problem->candidates[j].slot))
      programme->columns[j].lower = programme->columns[j].upper = x[j];
  follow(ground, programme, before);
}

void repair_past_allow(struct programme *programme, const int64_t *x)
{
  g_autofree struct column *before = copy_columns(programme);
  for (int j = 0; j < programme->n_columns; j++)
    if (programme->columns[j].placement)
      programme->columns[j].lower = programme->columns[j].upper = x[j];
  g_autofree bool *given = given_new(programme);
  decide_counts(programme, given);
  for (int i = 0; i < programme->n_rows; i++)
    if (!can_be_kept(programme, programme->columns, &programme->rows[i]))
      give_way(programme, &programme->rows[i]);
  memcpy(programme->columns, before, sizeof *before * (gsize)programme->n_columns);
}
