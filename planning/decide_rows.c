#include "model/words.h"
#include "planning/decide_parts.h"
#include "planning/decide_words.h"

#include <string.h>

/* So many conflicts of several rows are looked for in one run; all rows but the necessary
 * ones are taken out of those that have no more than so many. */
enum { CONFLICTS_MOST = 32, REDUCED_MOST = 300 };

/* --- rows that can't hold by themselves --------------------------------------- */

static bool is_broken(struct deciding *at, int r)
{
  const struct row *row = &at->programme->rows[r];
  int64_t least, most;
  propagation_range(at->propagation, r, &least, &most);
  return most < row->lower || least > row->upper;
}

/* What a row counts: how many people, in how many sessions, have a placement in it. */
struct counted {
  int people, sessions;
};

static struct counted count_placements(const struct deciding *at, int r)
{
  const struct problem *problem = at->problem;
  const struct row *row = &at->programme->rows[r];
  g_autofree bool *person = g_new0(bool, (gsize)problem->service->n_clinicians + 1);
  g_autofree bool *session = g_new0(bool, (gsize)problem->month->n_slots + 1);
  struct counted out = {0, 0};
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct column *column = &at->programme->columns[at->programme->terms[t].column];
    if (!column->placement || column->upper == 0)
      continue;
    out.people += !person[column->label.clinician];
    out.sessions += !session[column->label.slot];
    person[column->label.clinician] = session[column->label.slot] = true;
  }
  return out;
}

/* "; 5 asked for, 3 possible: 2 people could do it, in 3 sessions", where the row counts
 * assignments, besides columns for what is missing. */
static void append_numbers(struct deciding *at, int r, GString *out)
{
  const struct row *row = &at->programme->rows[r];
  int64_t least, most, missing = 0;
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct term *term = &at->programme->terms[t];
    const struct column *column = &at->programme->columns[term->column];
    if (column->placement && term->coefficient != 1)
      return;
    if (!column->placement && (term->coefficient < 0 || programme_is_infinite(column->upper)))
      return;
    if (!column->placement)
      missing += term->coefficient * column->upper;
  }
  propagation_range(at->propagation, r, &least, &most);
  if (most - missing >= row->lower)
    return;
  g_string_append_printf(out, "; %" G_GINT64_FORMAT " asked for, %" G_GINT64_FORMAT " possible",
                         row->lower, most - missing);
  struct counted counted = count_placements(at, r);
  if (counted.people == 0)
    g_string_append(out, ": in no session can anybody do it");
  else if (counted.people > 1)
    g_string_append_printf(out, ": %d people could do it, in %d %s", counted.people,
                           counted.sessions, counted.sessions == 1 ? "session" : "sessions");
}

static void tell_broken(struct deciding *at, const GArray *rows)
{
  const int *broken = (const int *)(const void *)rows->data;
  const struct rule_use *use = deciding_use(at, broken[0]);
  g_autoptr(GString) place = g_string_new(NULL), sentence = g_string_new(NULL);
  decide_words_rows(at, broken, 1, place);
  use->rule->explain(use, at->problem, sentence);
  append_numbers(at, broken[0], place);
  if (rows->len > 1)
    g_string_append_printf(place, "; so it is in %u more %s", rows->len - 1,
                           rows->len == 2 ? "place" : "places");
  diagnostics_error(at->out, decide_words_where(at, broken, 1), "this can't be kept (%s): %s",
                    sentence->str, place->str);
}

/* Of one use, all in one sentence. */
static void find_broken(struct deciding *at, int use)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  for (int r = 0; r < at->programme->n_rows; r++)
    if (at->in[r] && at->programme->rows[r].label.use == use && is_broken(at, r)) {
      at->in[r] = false;
      g_array_append_val(rows, r);
    }
  if (rows->len > 0)
    tell_broken(at, rows);
}

/* --- what has its price ------------------------------------------------------- */

/* The rules that ask for cover besides lines of demand and events, which are told of as
 * such. */
static bool asks_for_cover(const struct rule_use *use)
{
  static const char *const rules[] = {"capacity_floor", "duty_cover", "fcp_cover"};
  for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
    if (strcmp(use->rule->name, rules[i]) == 0)
      return !use->hard;
  return false;
}

/* Is something missing in the row, whatever is done? What is missing is in columns that
 * cost and do nothing else. */
static bool is_short(struct deciding *at, int r)
{
  const struct row *row = &at->programme->rows[r];
  int64_t least, most, missing = 0;
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct term *term = &at->programme->terms[t];
    const struct column *column = &at->programme->columns[term->column];
    if (column->placement || term->coefficient < 0)
      continue;
    if (column->cost <= 0)
      return false;
    missing += term->coefficient * column->upper;
  }
  propagation_range(at->propagation, r, &least, &most);
  return !programme_is_infinite(row->lower) && missing > 0 && most - missing < row->lower;
}

/* The closure that takes away what the row asks for at its site, first in its slot and else in the
 * days after; NULL: none does. */
static const struct closure *closure_of(const struct problem *problem, const struct row *row)
{
  const struct month *month = problem->month;
  const struct closure *closure = NULL;
  if (row->label.site == NONE || row->label.slot == NONE)
    return NULL;
  int week = month->days[month->slots[row->label.slot].day].week;
  for (int s = row->label.slot; s < month->n_slots && !closure; s++)
    if (month->days[month->slots[s].day].week == week)
      closure = problem_owed_by(problem, s, row->label.site);
  return closure;
}

static void find_short(struct deciding *at, int u)
{
  int first = NONE, count = 0;
  for (int r = 0; r < at->programme->n_rows; r++)
    if (at->programme->rows[r].label.use == u && is_short(at, r) && count++ == 0)
      first = r;
  if (count == 0)
    return;
  g_autoptr(GString) place = g_string_new(NULL);
  decide_words_rows(at, &first, 1, place);
  append_numbers(at, first, place);
  if (count > 1)
    g_string_append_printf(place, "; so it is in %d more %s", count - 1,
                           count == 2 ? "place" : "places");
  const struct closure *closure = closure_of(at->problem, &at->programme->rows[first]);
  g_autofree char *closed = closure ? words_closure(at->problem, closure) : NULL;
  if (closed)
    g_string_append_printf(place, "; %s", closed);
  diagnostics_warning(at->out, decide_words_where(at, &first, 1),
                      "this will be short, whatever is done: %s", place->str);
}

/* --- rows that can't all hold ------------------------------------------------- */

/* Takes out, one after the other, what is not needed to break a row. */
static void reduce(struct deciding *at, GArray *rows)
{
  g_autofree bool *only = g_new0(bool, (gsize)at->programme->n_rows + 1);
  for (guint i = 0; i < rows->len; i++)
    only[g_array_index(rows, int, i)] = true;
  for (guint i = rows->len; i > 0 && rows->len <= REDUCED_MOST; i--) {
    int row = g_array_index(rows, int, i - 1);
    only[row] = false;
    if (propagation_run(at->propagation, only) >= 0)
      g_array_remove_index(rows, i - 1);
    else
      only[row] = true;
  }
}

/* The row that is left out so that the others can be looked at: a lock, which is what a
 * person can take away, or else the one that broke. */
static int culprit(const struct deciding *at, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    int row = g_array_index(rows, int, i);
    if (deciding_is_lock(at, row))
      return row;
  }
  return g_array_index(rows, int, 0);
}

static int by_row(const void *one, const void *two)
{
  return *(const int *)one - *(const int *)two;
}

/* Returns false when nothing more follows. */
static bool find_conflict(struct deciding *at)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  int broken = propagation_run(at->propagation, at->in);
  if (broken < 0)
    return false;
  propagation_trace(at->propagation, broken, rows);
  reduce(at, rows);
  g_array_sort(rows, by_row);
  decide_words_clash(at, (const int *)(const void *)rows->data, (int)rows->len,
                     "these can't all be kept");
  at->in[culprit(at, rows)] = false;
  return true;
}

void decide_rows(struct deciding *at)
{
  for (int use = 0; use < at->problem->service->n_uses; use++)
    find_broken(at, use);
  for (int use = 0; use < at->problem->service->n_uses; use++)
    if (asks_for_cover(&at->problem->service->uses[use]))
      find_short(at, use);
  int conflicts = 0;
  while (conflicts < CONFLICTS_MOST && find_conflict(at))
    conflicts++;
  at->unfinished = conflicts == CONFLICTS_MOST;
}
