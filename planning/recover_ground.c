#include "planning/recover_ground.h"

#include "inputs/recovery_file.h"
#include "inputs/source.h"
#include "model/month_id.h"
#include "model/waiting/areas.h"

#include <math.h>
#include <string.h>

/* --- the calendar ------------------------------------------------------------------- */

static void lay_months(struct recover_ground *ground, int first, int count)
{
  ground->months = g_new0(struct recover_month, count);
  ground->problem.n_months = count;
  for (int m = 0; m < count; m++) {
    struct recover_month *month = &ground->months[m];
    month->from = first;
    month->until = month_id_last(first, 0);
    month_id_format(first, 0, month->id);
    first = month->until + 1;
  }
  ground->monday = ground->months[0].from - date_weekday(ground->months[0].from);
  ground->problem.n_weeks = (ground->months[count - 1].until - ground->monday) / WEEK_DAYS + 1;
}

int recover_month_of(const struct recover_ground *ground, int date)
{
  for (int m = 0; m < ground->problem.n_months; m++)
    if (date >= ground->months[m].from && date <= ground->months[m].until)
      return m;
  return NONE;
}

/* A week is shared between months by its days from Monday to Friday. */
static void share_weeks(struct recover_ground *ground)
{
  enum { WORKING = 5 };
  int weeks = ground->problem.n_weeks;
  ground->share = g_new0(double, ground->problem.n_months *weeks);
  for (int w = 0; w < weeks; w++)
    for (int d = 0; d < WORKING; d++) {
      int month = recover_month_of(ground, ground->monday + w * WEEK_DAYS + d);
      if (month != NONE)
        ground->share[month * weeks + w] += 1.0 / WORKING;
    }
  ground->problem.share = ground->share;
}

static int week_of(const struct recover_ground *ground, int date)
{
  return (date - ground->monday) / WEEK_DAYS + 1;
}

/* --- goals and levers ----------------------------------------------------------------- */

/* The goal of a date holds from the last week on that ends by then. */
static void take_goals(struct recover_ground *ground, struct diagnostics *diagnostics)
{
  const struct recovery_file *file = ground->file;
  int last = ground->months[ground->problem.n_months - 1].until;
  ground->goals = g_new0(struct recovery_goal, file->n_goals + 1);
  for (int g = 0; g < file->n_goals; g++) {
    const struct recovery_goal_line *line = &file->goals[g];
    int week = week_of(ground, line->by + 1) - 1;
    char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
    if (line->by > last || week < 1)
      diagnostics_error(diagnostics, line->where,
                        "the goal's date is not in the plan, which runs from %s to %s, or before "
                        "the end of its first week",
                        date_format(ground->months[0].from, from), date_format(last, until));
    ground->goals[g] = (struct recovery_goal){line->group, line->over_weeks, week};
  }
  ground->problem.goals = ground->goals;
  ground->problem.n_goals = file->n_goals;
}

static void add_lever(struct recover_ground *ground, int line, int date)
{
  const struct recovery_lever_line *from = &ground->file->levers[line];
  int at = ground->problem.n_levers++;
  ground->origins[at] = (struct recover_lever){line, date};
  ground->levers[at] = from->lever;
  ground->levers[at].first_month = from->lead_months;
  if (date == NONE)
    return;
  ground->levers[at].only_month = recover_month_of(ground, from->dates[date].date);
  ground->levers[at].week = week_of(ground, from->dates[date].date);
}

/* What can't be used within the plan is left out, which is said. */
static void tell_left_out(const struct recover_ground *ground,
                          const struct recovery_lever_line *line, struct diagnostics *diagnostics)
{
  const struct recover_month *months = ground->months;
  int count = ground->problem.n_months;
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE], day[DATE_TEXT_SIZE];
  if (line->lead_months >= count)
    diagnostics_warning(diagnostics, line->where,
                        "it takes %d months to begin, and the plan has %d: it is not used",
                        line->lead_months, count);
  for (int d = 0; d < line->n_dates && line->lead_months < count; d++) {
    const struct recovery_date *at = &line->dates[d];
    int month = recover_month_of(ground, at->date);
    date_format(at->date, day);
    if (month == NONE)
      diagnostics_warning(diagnostics, at->where,
                          "%s is not in the plan, which runs from %s to %s: nothing is held then",
                          day, date_format(months[0].from, from),
                          date_format(months[count - 1].until, until));
    else if (month < line->lead_months)
      diagnostics_warning(diagnostics, at->where,
                          "%s is before the first month that a lead of %d leaves: nothing is held "
                          "then",
                          day, line->lead_months);
  }
}

static void take_levers(struct recover_ground *ground, struct diagnostics *diagnostics)
{
  const struct recovery_file *file = ground->file;
  int room = 1;
  for (int l = 0; l < file->n_levers; l++)
    room += 1 + file->levers[l].n_dates;
  ground->levers = g_new0(struct recovery_lever, room);
  ground->origins = g_new0(struct recover_lever, room);
  for (int l = 0; l < file->n_levers; l++) {
    const struct recovery_lever_line *line = &file->levers[l];
    tell_left_out(ground, line, diagnostics);
    for (int d = 0; d < line->n_dates; d++)
      if (recover_month_of(ground, line->dates[d].date) != NONE)
        add_lever(ground, l, d);
    if (line->n_dates == 0)
      add_lever(ground, l, NONE);
  }
  ground->problem.levers = ground->levers;
}

enum status recover_ground_read(const struct recover_request *request,
                                struct diagnostics *diagnostics, struct recover_ground *out)
{
  int first = DATE_NONE;
  *out = (struct recover_ground){.source = source_folder(request->directory)};
  enum status status = variant_read(out->source, request->month, NULL, diagnostics, &out->as_it_is);
  if (status == STATUS_OK)
    status = recovery_file_read(out->source, out->as_it_is->service, diagnostics, &out->file);
  if (status != STATUS_OK)
    return status;
  month_id_parse(request->month, &first);
  lay_months(out, first, out->file->months);
  share_weeks(out);
  take_goals(out, diagnostics);
  take_levers(out, diagnostics);
  out->problem.list = out->as_it_is->service->waiting_list;
  out->problem.follow_ups = out->follow_ups = g_new0(int, (gsize)out->problem.n_weeks);
  return diagnostics_errors(diagnostics) > 0 ? STATUS_BAD_INPUT : STATUS_OK;
}

void recover_ground_clear(struct recover_ground *ground)
{
  for (int a = 0; a < ground->problem.n_areas; a++) {
    g_free(ground->each[a].new_slots);
    g_free(ground->each[a].attendees);
  }
  g_free(ground->each);
  g_free(ground->areas);
  g_free(ground->follow_ups);
  g_free(ground->share);
  g_free(ground->goals);
  g_free(ground->levers);
  g_free(ground->origins);
  g_free(ground->months);
  recovery_file_free(ground->file);
  variant_free(ground->as_it_is);
  source_free(ground->source);
}

/* --- what there is without any lever ---------------------------------------------------- */

/* The part's list and weeks become the area's. Whom a call settles, or validation takes off, needs
 * no slot, and joins its attendees. */
static void take_part(struct recover_ground *ground, int area, const struct waiting_list *list,
                      const struct waiting_supply *supply, double share)
{
  struct recover_area *own = &ground->each[area];
  int weeks = ground->problem.n_weeks;
  double left = 0;
  own->list = *list;
  own->new_slots = g_memdup2(supply->new_slots, sizeof *own->new_slots * (gsize)weeks);
  own->attendees = g_memdup2(supply->attendees, sizeof *own->attendees * (gsize)weeks);
  for (int w = 0; w < weeks; w++) {
    double slots[CAPACITY_KINDS] = {
        [CAPACITY_CALL] = supply->calls[w], [CAPACITY_REMOVAL] = supply->removals[w]};
    left += capacity_besides(list, slots);
    own->attendees[w] += (int)left;
    left -= floor(left);
  }
  ground->areas[area] = (struct recovery_area){.list = &own->list,
                                               .base = {.n_weeks = weeks,
                                                        .new_slots = own->new_slots,
                                                        .attendees = own->attendees,
                                                        .clinicians = supply->clinicians},
                                               .share = share};
}

static double referrals_of(const struct waiting_list *list)
{
  double out = 0;
  for (int c = 0; c < WAITING_CLASSES; c++)
    out += list->classes[c].a_week;
  return out;
}

static void take_areas(struct recover_ground *ground, const struct service *service,
                       const struct capacity_horizon *horizon, const struct waiting_supply *supply)
{
  const struct waiting_list *list = ground->problem.list;
  double all = referrals_of(list);
  GArray *parts = waiting_parts_new(service, horizon, supply);
  for (guint a = 0; a < parts->len; a++) {
    const struct waiting_part *part = &g_array_index(parts, struct waiting_part, a);
    double share = all > 0 ? referrals_of(&part->list) / all : 1.0 / parts->len;
    take_part(ground, (int)a, &part->list, &part->supply, share);
  }
  g_array_unref(parts);
}

/* Of slots written without a place, and of an event's people, each area has its share; or the area
 * has them all whose people the event's site serves. */
static void place_levers(struct recover_ground *ground)
{
  for (int l = 0; l < ground->problem.n_levers; l++) {
    const struct recovery_lever_line *line = &ground->file->levers[ground->origins[l].line];
    const struct waiting_list *list = ground->problem.list;
    int area = list->n_areas > 0 && line->at != NONE ? list->place_area[line->at] : NONE;
    for (int a = 0; a < ground->problem.n_areas; a++) {
      double share = ground->areas[a].share;
      ground->levers[l].new_slots[a] = line->gives_new * share;
      ground->levers[l].attendees[a] = line->attendees * (area == NONE ? share : area == a);
    }
  }
}

void recover_ground_take_base(struct recover_ground *ground, const struct capacity *capacity)
{
  struct recovery_problem *problem = &ground->problem;
  struct capacity_horizon *horizon = capacity_carry_on(capacity, problem->n_weeks);
  const struct waiting_supply supply = capacity_supply(horizon);
  problem->n_areas = MAX(1, problem->list->n_areas);
  problem->areas = ground->areas = g_new0(struct recovery_area, problem->n_areas);
  ground->each = g_new0(struct recover_area, problem->n_areas);
  if (problem->n_areas > 1)
    take_areas(ground, capacity->problem->service, horizon, &supply);
  else
    take_part(ground, 0, problem->list, &supply, 1);
  for (int w = 0; w < problem->n_weeks; w++)
    ground->follow_ups[w] = supply.follow_ups[w];
  place_levers(ground);
  capacity_horizon_free(horizon);
}

/* --- a month with a plan's levers ------------------------------------------------------- */

/* A scenario in which each change stands where recovery.yaml has it, so that a mistake in it has
 * that place. */
struct writing {
  GString *text;
  int line, column; /* where the next character comes, from 1 */
};

static void append(struct writing *writing, const char *text)
{
  g_string_append(writing->text, text);
  writing->column += (int)g_utf8_strlen(text, -1);
}

static void move_to(struct writing *writing, struct where where)
{
  for (; writing->line < where.line; writing->line++, writing->column = 1)
    g_string_append_c(writing->text, '\n');
  while (writing->line == where.line && writing->column < where.column)
    append(writing, " ");
}

static void append_change(struct writing *writing, const struct recovery_change *change,
                          const char *on)
{
  move_to(writing, change->where);
  if (on) { /* "{event: {kind: ...}}" */
    g_autofree char *front = g_strndup(change->text, strlen(change->text) - 2);
    g_autofree char *whole = g_strdup_printf("%s, on: %s}}", front, on);
    append(writing, whole);
  } else {
    append(writing, change->text);
  }
  append(writing, ", ");
}

static char *scenario_text(const struct recover_ground *ground, int month,
                           const recovery_units *units)
{
  struct writing writing = {g_string_new(NULL), 1, 1};
  append(&writing, "{scenario: a plan, changes: [");
  for (int l = 0; units && l < ground->problem.n_levers; l++) {
    const struct recover_lever *origin = &ground->origins[l];
    const struct recovery_lever_line *line = &ground->file->levers[origin->line];
    const char *on = origin->date == NONE ? NULL : line->dates[origin->date].on;
    for (int u = 0; u < units[l * ground->problem.n_months + month]; u++)
      for (int c = 0; c < line->n_changes; c++)
        append_change(&writing, &line->changes[c], on);
  }
  append(&writing, "]}\n");
  return g_string_free(writing.text, FALSE);
}

/* Errors alone, as those of recovery.yaml. */
static void pass_on(struct diagnostics *from, struct diagnostics *to)
{
  int count;
  const struct diagnostic *items = diagnostics_sorted(from, &count);
  for (int i = 0; i < count; i++) {
    struct where where = items[i].where;
    if (g_strcmp0(where.file, "scenario.yaml") == 0)
      where.file = "recovery.yaml";
    if (items[i].severity == SEVERITY_ERROR)
      diagnostics_error(to, where, "%s", items[i].text);
  }
}

struct variant *recover_variant(const struct recover_ground *ground, int month,
                                const recovery_units *units, struct diagnostics *diagnostics)
{
  struct diagnostics *own = diagnostics_new();
  struct variant *out = NULL;
  g_autofree char *text = scenario_text(ground, month, units);
  if (variant_read_text(ground->source, ground->months[month].id, text, own, &out) != STATUS_OK)
    pass_on(own, diagnostics);
  diagnostics_free(own);
  return out;
}
