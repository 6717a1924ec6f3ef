#include "planning/clash_member.h"

#include "model/demand_cell.h"
#include "model/words.h"
#include "planning/conflict.h"
#include "planning/conflict_sources.h"

#include <string.h>

/* --- what a row comes from ------------------------------------------------------- */

static int lock_of(const struct problem *problem, const struct label *at)
{
  for (int i = 0; i < problem->month->n_locks; i++) {
    const struct lock *lock = &problem->month->locks[i];
    if (lock->clinician == at->clinician && lock->slot == at->slot && lock->task == at->task &&
        lock->site == at->site)
      return i;
  }
  return NONE;
}

static bool is_labelled(const struct problem *problem, const struct demand_cell *cell,
                        const struct label *at)
{
  int from, end;
  demand_cell_slots(problem, cell, &from, &end);
  bool whole = problem->demands[cell->demand].per == PERIOD_MONTH;
  return (whole ? NONE : from) == at->slot && demand_cell_site(problem, cell) == at->site;
}

/* Several lines may ask in the same session: how well does the row fit the cell? 0: it counts
 * something else; BOTH_BOUNDS: it is the cell's, or one that looks the same. */
enum { BOTH_BOUNDS = 3 };
static int fit_of(const struct hard_core *core, const struct demand_cell *cell, int r)
{
  const struct row *row = &core->programme->rows[r];
  int counted = 0, asked = 0;
  for (int t = row->first; t < row->first + row->count; t++) {
    int column = core->programme->terms[t].column;
    if (!core->programme->columns[column].placement)
      continue;
    counted++;
    if (!demand_cell_counts(core->problem, cell, &core->problem->candidates[column]))
      return 0;
  }
  for (int i = 0; i < core->problem->n_candidates; i++)
    asked += demand_cell_counts(core->problem, cell, &core->problem->candidates[i]);
  return counted == asked ? 1 + conflict_bounds(row, cell) : 0;
}

/* How many rows before it look the same. */
static int twins_before(const struct programme *programme, int r)
{
  const struct row *row = &programme->rows[r];
  int twins = 0;
  for (int i = 0; i < r; i++) {
    const struct row *other = &programme->rows[i];
    twins += other->count == row->count && other->lower == row->lower &&
             other->upper == row->upper &&
             memcmp(&other->label, &row->label, sizeof row->label) == 0;
  }
  return twins;
}

/* The line of demand that the row is of. Where several lines ask for the same, their rows come in
 * the order of the lines. */
static int line_of(const struct hard_core *core, int r)
{
  const struct problem *problem = core->problem;
  const struct label *at = &core->programme->rows[r].label;
  const struct rule_use *use = &problem->service->uses[at->use];
  bool of_event = strcmp(use->rule->name, "event") == 0;
  int line = NONE, best = NONE, twins = twins_before(core->programme, r);
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *demand = &problem->demands[d];
    if (demand->task != at->task || (demand->event != NONE) != of_event ||
        !(demand->hard || use->hard || of_event))
      continue;
    int count;
    g_autofree struct demand_cell *cells = demand_cells(problem, d, &count);
    for (int i = 0; i < count; i++) {
      if (!is_labelled(problem, &cells[i], at))
        continue;
      int fit = fit_of(core, &cells[i], r);
      if (fit == BOTH_BOUNDS && twins-- == 0)
        return d;
      line = fit > best ? d : line;
      best = MAX(best, fit);
    }
  }
  return line;
}

struct hard_item clash_item_of(const struct hard_core *core, int row)
{
  const struct label *at = &core->programme->rows[row].label;
  const char *rule = core->problem->service->uses[at->use].rule->name;
  struct hard_item item = {HARD_USE, at->use};
  int index = NONE;
  if (strcmp(rule, "locks") == 0) {
    item.source = HARD_LOCK;
    index = lock_of(core->problem, at);
  } else if (at->task != NONE && (strcmp(rule, "cover") == 0 || strcmp(rule, "event") == 0)) {
    item.source = HARD_LINE;
    index = line_of(core, row);
  }
  return index == NONE ? (struct hard_item){HARD_USE, at->use}
                       : (struct hard_item){item.source, index};
}

/* What takes long to find out is asked only of rows that may be. */
bool clash_is_of(const struct hard_core *core, int row, const struct hard_item *item)
{
  const struct label *at = &core->programme->rows[row].label;
  const struct problem *problem = core->problem;
  if (item->source == HARD_USE && at->use != item->index)
    return false;
  if (item->source == HARD_LINE && at->task != problem->demands[item->index].task)
    return false;
  if (item->source == HARD_LOCK && (at->clinician != problem->month->locks[item->index].clinician ||
                                    at->slot != problem->month->locks[item->index].slot))
    return false;
  const struct hard_item own = clash_item_of(core, row);
  return clash_item_key(&own) == clash_item_key(item);
}

static struct where where_of(const struct problem *problem, const struct hard_item *item)
{
  if (item->source == HARD_LOCK)
    return problem->month->locks[item->index].where;
  return item->source == HARD_LINE ? problem->demands[item->index].where
                                   : problem->service->uses[item->index].where;
}

int clash_item_key(const struct hard_item *item)
{
  enum { EACH_MOST = 1 << 24 };
  return (int)item->source * EACH_MOST + item->index;
}

/* --- words ------------------------------------------------------------------------- */

/* The first and last slot of the row's placements, or that of its label. */
static void find_span(const struct programme *programme, const struct row *row, int *first,
                      int *last)
{
  *first = *last = row->label.slot;
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct column *column = &programme->columns[programme->terms[t].column];
    if (!column->placement)
      continue;
    *first = *first == NONE ? column->label.slot : MIN(*first, column->label.slot);
    *last = MAX(*last, column->label.slot);
  }
}

/* What period the row is of: that of its line of demand, or of its placements. */
static enum period period_of(const struct hard_core *core, const struct demand *line, int r,
                             int first, int last)
{
  const struct month *month = core->problem->month;
  const struct row *row = &core->programme->rows[r];
  const struct rule_use *use = &core->service.uses[row->label.use];
  if (row->label.slot == NONE || (line && line->per == PERIOD_MONTH))
    return PERIOD_MONTH;
  if (line)
    return line->per;
  if (first == last)
    return row->count == 0 && rule_use_chooses(use, "per", "week") ? PERIOD_WEEK : PERIOD_SESSION;
  return month->slots[first].day == month->slots[last].day ? PERIOD_DAY : PERIOD_WEEK;
}

/* Appends "on Tue 2 Feb am", "in the week of Mon 1 Feb" ... */
static void append_period(GString *out, const struct hard_core *core, const struct demand *line,
                          int r)
{
  const struct month *month = core->problem->month;
  int first, last;
  char text[WORDS_SIZE];
  find_span(core->programme, &core->programme->rows[r], &first, &last);
  enum period per = period_of(core, line, r, first, last);
  const struct slot *slot = first == NONE ? NULL : &month->slots[first];
  int period = per == PERIOD_MONTH || !slot ? 0
               : per == PERIOD_WEEK         ? month->days[slot->day].week
               : per == PERIOD_DAY          ? slot->day
                                            : first;
  g_string_append(out, words_period(core->problem, slot ? per : PERIOD_MONTH, period, text));
  if (per == PERIOD_WEEK && slot && month->days[month->slots[last].day].week != period)
    g_string_append(out, " and after");
}

/* "Ann Lee, Duty clinician at Hove hub in the week of Mon 1 Feb" */
static char *place_of(const struct hard_core *core, const struct demand *line, int row)
{
  const struct service *service = core->problem->service;
  const struct label *at = &core->programme->rows[row].label;
  GString *out = g_string_new(NULL);
  if (at->clinician != NONE)
    g_string_append_printf(out, "%s, ", service->clinicians[at->clinician].name);
  if (at->task != NONE && !line)
    g_string_append_printf(out, "%s ", service->tasks[at->task].name);
  if (at->site != NONE)
    g_string_append_printf(out, "at %s ", service->sites[at->site].name);
  append_period(out, core, line, row);
  return g_string_free(out, FALSE);
}

/* "at Hove hub on Tue 2 Feb am: 3 at least; of 3 who can do it, 1 is away" */
static char *demand_of(const struct hard_core *core, const struct demand *line, int r)
{
  const struct row *row = &core->programme->rows[r];
  g_autofree char *place = place_of(core, line, r);
  g_autofree char *reason =
      line->per == PERIOD_SESSION ? conflict_reason(core->problem, &row->label) : NULL;
  GString *out = g_string_new(place);
  bool least = !programme_is_infinite(row->lower), most = !programme_is_infinite(row->upper);
  g_string_append(out, ": ");
  if (least)
    g_string_append_printf(out, "%d at least", (int)row->lower);
  if (most)
    g_string_append_printf(out, "%s%d at most", least ? ", " : "", (int)row->upper);
  if (least && reason)
    g_string_append_printf(out, "; %s", reason);
  return g_string_free(out, FALSE);
}

static char *lock_sentence(const struct problem *problem, const struct lock *lock)
{
  const struct service *service = problem->service;
  const struct label at = {NONE, lock->clinician, lock->slot, lock->task, lock->site};
  char when[WORDS_SIZE];
  g_autofree char *reason = conflict_reason(problem, &at);
  return g_strdup_printf("%s is locked to %s at %s on %s%s%s",
                         service->clinicians[lock->clinician].name, service->tasks[lock->task].name,
                         service->sites[lock->site].name, words_slot(problem, lock->slot, when),
                         reason ? "; " : "", reason ? reason : "");
}

static char *sentence_of(const struct problem *problem, const struct hard_item *item)
{
  if (item->source == HARD_LOCK)
    return lock_sentence(problem, &problem->month->locks[item->index]);
  GString *out = g_string_new(NULL);
  if (item->source == HARD_LINE) {
    const struct demand *line = &problem->demands[item->index];
    words_line(problem, line, out);
    if (line->event != NONE)
      g_string_append_printf(out, " for %s", problem->month->events[line->event].name);
    g_string_append(out, " must be there");
  } else {
    const struct rule_use *use = &problem->service->uses[item->index];
    g_string_append_printf(out, "%s: ", use->name);
    use->rule->explain(use, problem, out);
  }
  return g_string_free(out, FALSE);
}

/* --- members ------------------------------------------------------------------------- */

static void member_free(gpointer data)
{
  struct clash_member *member = data;
  g_array_unref(member->rows);
  g_ptr_array_unref(member->places);
  g_free(member->sentence);
  g_free(member);
}

static struct clash_member *member_of(GPtrArray *members, const struct hard_core *core,
                                      const struct hard_item *item)
{
  for (guint i = 0; i < members->len; i++) {
    struct clash_member *member = g_ptr_array_index(members, i);
    if (clash_item_key(&member->item) == clash_item_key(item))
      return member;
  }
  struct clash_member *member = g_new0(struct clash_member, 1);
  member->item = *item;
  member->where = where_of(core->problem, item);
  member->rows = g_array_new(FALSE, FALSE, sizeof(int));
  member->places = g_ptr_array_new_with_free_func(g_free);
  member->sentence = sentence_of(core->problem, item);
  g_ptr_array_add(members, member);
  return member;
}

/* Rows that only count something for others are of the same place as those that limit it. */
static void add_place(struct clash_member *member, char *place)
{
  if (g_ptr_array_find_with_equal_func(member->places, place, g_str_equal, NULL))
    g_free(place);
  else
    g_ptr_array_add(member->places, place);
}

static gint by_item(gconstpointer left, gconstpointer right)
{
  const struct clash_member *a = *(const struct clash_member *const *)left,
                            *b = *(const struct clash_member *const *)right;
  return clash_item_key(&a->item) - clash_item_key(&b->item);
}

GPtrArray *clash_members_of(const struct hard_core *core, const GArray *rows)
{
  GPtrArray *members = g_ptr_array_new_with_free_func(member_free);
  for (guint i = 0; i < rows->len; i++) {
    int row = g_array_index(rows, int, i);
    const struct hard_item item = clash_item_of(core, row);
    struct clash_member *member = member_of(members, core, &item);
    g_array_append_val(member->rows, row);
    if (item.source == HARD_USE)
      add_place(member, place_of(core, NULL, row));
    else if (item.source == HARD_LINE)
      add_place(member, demand_of(core, &core->problem->demands[item.index], row));
  }
  g_ptr_array_sort(members, by_item);
  return members;
}

/* --- places ---------------------------------------------------------------------------- */

static bool is_at(const struct hard_core *core, const struct clash *clash, const struct label *at)
{
  for (guint i = 0; i < clash->rows->len; i++)
    if (memcmp(&core->programme->rows[g_array_index(clash->rows, int, i)].label, at, sizeof *at) ==
        0)
      return true;
  return false;
}

bool clash_is_elsewhere(const struct clashes *clashes, const struct clash *clash,
                        const struct label *at)
{
  if (is_at(clashes->core, clash, at))
    return false;
  for (guint i = 0; i < clashes->list->len; i++)
    if (is_at(clashes->core, g_ptr_array_index(clashes->list, i), at))
      return true;
  return false;
}
