#include "planning/recover_answers.h"

#include "inputs/recovery_file.h"
#include "model/waiting/areas.h"
#include "model/waiting/recovery_flow.h"

#include <math.h>

const int recovery_edges[RECOVERY_EDGES] = {0, 2, 4, 12, 18, 24, 52};

static void action_free(void *item)
{
  g_free(((struct recovery_action *)item)->words);
  g_free(item);
}

static char **names_of_areas(const struct service *service)
{
  int count = service->waiting_list->n_areas;
  char **out = count > 1 ? g_new0(char *, (gsize)count + 1) : NULL;
  for (int a = 0; out && a < count; a++)
    out[a] = waiting_area_name(service, a);
  return out;
}

struct recovery *recover_answers_new(const struct recover_ground *ground,
                                     const struct service *service)
{
  const struct recovery_file *file = ground->file;
  struct recovery *out = g_new0(struct recovery, 1);
  *out = (struct recovery){.service = g_strdup(service->name),
                           .costs = g_strdup(file->costs),
                           .areas = names_of_areas(service),
                           .lost_fcp_percent = (int)lround(100 * service->waiting_list->lost_fcp),
                           .counted_on = ground->problem.list->counted_on,
                           .sure_percent = file->sure_percent,
                           .monday = ground->monday,
                           .n_weeks = ground->problem.n_weeks,
                           .n_months = ground->problem.n_months,
                           .n_goals = file->n_goals,
                           .n_levers = file->n_levers};
  out->months = g_new0(struct recovery_month, out->n_months);
  out->goals = g_new0(struct recovery_answer, out->n_goals);
  out->levers = g_new0(struct recovery_share, out->n_levers + 1);
  out->weeks = g_new0(struct recovery_week, out->n_weeks + 1);
  for (int m = 0; m < out->n_months; m++) {
    const struct recover_month *month = &ground->months[m];
    out->months[m] = (struct recovery_month){
        .id = g_strdup(month->id),
        .from = month->from,
        .until = month->until,
        .built = OUTCOME_STATUSES,
        .actions = g_ptr_array_new_with_free_func(action_free),
    };
  }
  for (int g = 0; g < out->n_goals; g++)
    out->goals[g] = (struct recovery_answer){.group = file->goals[g].group,
                                             .over_weeks = file->goals[g].over_weeks,
                                             .by = file->goals[g].by,
                                             .week = ground->goals[g].week,
                                             .built = {.met = -1}};
  for (int l = 0; l < out->n_levers; l++)
    out->levers[l].name = g_strdup(file->levers[l].name);
  return out;
}

void recovery_free(struct recovery *recovery)
{
  if (!recovery)
    return;
  for (int m = 0; m < recovery->n_months; m++) {
    g_free(recovery->months[m].id);
    g_free(recovery->months[m].reason);
    g_ptr_array_unref(recovery->months[m].actions);
  }
  for (int g = 0; g < recovery->n_goals; g++) {
    recovery_verdict_clear(&recovery->goals[g].as_it_is);
    recovery_verdict_clear(&recovery->goals[g].planned);
    recovery_verdict_clear(&recovery->goals[g].built);
  }
  for (int l = 0; l < recovery->n_levers; l++)
    g_free(recovery->levers[l].name);
  g_free(recovery->months);
  g_free(recovery->goals);
  g_free(recovery->levers);
  g_free(recovery->weeks);
  g_strfreev(recovery->areas);
  g_free(recovery->service);
  g_free(recovery->costs);
  g_free(recovery->fault);
  g_free(recovery);
}

int recovery_week_end(const struct recovery *recovery, int week)
{
  return recovery->monday + week * WEEK_DAYS - 1;
}

/* --- goals -------------------------------------------------------------------------- */

static void judge(const struct recover_ground *ground, const struct recovery_supply *supply,
                  int goal, uint64_t seed, struct recovery_verdict *out)
{
  recovery_verdict_clear(out);
  recovery_judge(&ground->problem, supply, &ground->goals[goal], WAITING_REPLICATIONS, seed, out);
}

void recover_answers_as_it_is(const struct recover_ground *ground, uint64_t seed,
                              struct recovery *out)
{
  const struct recovery_goal everybody = {.group = WAITING_ALL};
  struct recovery_verdict all;
  struct recovery_supply supply;
  recovery_supply_make(&ground->problem, NULL, &supply);
  for (int g = 0; g < out->n_goals; g++)
    judge(ground, &supply, g, seed, &out->goals[g].as_it_is);
  recovery_judge(&ground->problem, &supply, &everybody, 0, seed, &all);
  recovery_supply_clear(&supply);
  for (int w = 0; w <= out->n_weeks; w++)
    out->weeks[w].as_it_is = all.expected[w];
  recovery_verdict_clear(&all);
}

void recover_answers_planned(const struct recover_ground *ground, const struct recovery_plan *plan,
                             struct recovery *out)
{
  gsize weeks = (gsize)out->n_weeks + 1;
  out->end = plan->end;
  out->proven = plan->proven;
  out->pounds = plan->cost;
  out->extra_slots = plan->extra_slots;
  for (int g = 0; g < ground->problem.n_goals; g++) {
    recovery_verdict_clear(&out->goals[g].planned);
    out->goals[g].planned = plan->goals[g];
    out->goals[g].planned.expected =
        g_memdup2(plan->goals[g].expected, weeks * sizeof *plan->goals[g].expected);
    out->goals[g].planned.high =
        g_memdup2(plan->goals[g].high, weeks * sizeof *plan->goals[g].high);
  }
}

void recover_answers_built(const struct recover_ground *ground, const struct recovery_supply *built,
                           uint64_t seed, struct recovery *out)
{
  for (int g = 0; g < out->n_goals; g++)
    judge(ground, built, g, seed, &out->goals[g].built);
}

/* --- levers --------------------------------------------------------------------------- */

/* People off the list of an area by one unit in use in the month. */
static double people_in(const struct recovery_problem *problem, int area,
                        const struct recovery_lever *lever, int month)
{
  const struct recovery_area *at = &problem->areas[area];
  double out = 0, change = recovery_dna_change(problem, area, lever);
  for (int w = 1; w <= problem->n_weeks; w++) {
    double share = recovery_share(problem, lever, month, w);
    double missed = lever->new_slots[area] * at->list->dna_new + at->base.new_slots[w - 1] * change;
    out += share * (lever->new_slots[area] - missed * (1 - problem->list->backfill));
    out += lever->week > 0 ? share * lever->attendees[area] : 0;
    out += recovery_validated(problem, lever, month, w) * at->share;
    out -= share * lever->lost_fcp * problem->list->lost_fcp * at->share;
  }
  return out;
}

static double people_by(const struct recovery_problem *problem, const struct recovery_lever *lever,
                        int month)
{
  double out = 0;
  for (int a = 0; a < problem->n_areas; a++)
    out += people_in(problem, a, lever, month);
  return out;
}

static void add_up(const struct recover_ground *ground, const struct recovery_plan *plan, int lever,
                   struct recovery_share *out)
{
  const struct recovery_problem *problem = &ground->problem;
  const struct recovery_lever *of = &problem->levers[lever];
  for (int m = 0; m < problem->n_months; m++) {
    int at = lever * problem->n_months + m, used = plan->units[at];
    int begun = used - (of->lasting && m > 0 ? plan->units[at - 1] : 0);
    out->unit_months += used;
    out->pounds += (int64_t)of->price * used + (int64_t)of->price_once * begun;
    out->people += used * people_by(problem, of, m);
  }
}

/* In how many months any of those levers is in use. */
static void count_months(const struct recovery_problem *problem, const struct recovery_plan *plan,
                         const bool *of, struct recovery_share *out)
{
  for (int m = 0; m < problem->n_months; m++) {
    int used = 0;
    for (int l = 0; l < problem->n_levers; l++)
      used += of[l] ? plan->units[l * problem->n_months + m] : 0;
    out->months += used > 0;
    out->most_at_once = MAX(out->most_at_once, used);
  }
}

/* The goal that is least sure when those levers come a month later. */
static void slip(const struct recover_ground *ground, const struct recovery_plan *plan,
                 const bool *late, struct recovery_share *out)
{
  const struct recovery_problem *problem = &ground->problem;
  recovery_units *units = recovery_slipped(problem, plan, late);
  struct recovery_supply supply;
  recovery_supply_make(problem, units, &supply);
  out->slip_goal = NONE;
  out->slip_chance = 1;
  for (int g = 0; g < problem->n_goals; g++) {
    struct recovery_verdict verdict = {.met = -1};
    judge(ground, &supply, g, 1, &verdict);
    bool missed = !recovery_is_met(&verdict, ground->file->sure_percent);
    if (missed && verdict.chance < out->slip_chance) {
      out->slip_goal = g;
      out->slip_chance = verdict.chance;
      out->slip_over = verdict.over;
    }
    recovery_verdict_clear(&verdict);
  }
  recovery_supply_clear(&supply);
  g_free(units);
}

void recover_answers_levers(const struct recover_ground *ground, const struct recovery_plan *plan,
                            struct recovery *out)
{
  const struct recovery_problem *problem = &ground->problem;
  bool *of = g_new0(bool, problem->n_levers + 1);
  for (int line = 0; line < out->n_levers; line++) {
    const struct recovery_lever_line *written = &ground->file->levers[line];
    struct recovery_share *share = &out->levers[line];
    share->measured = written->is_measured && !written->has_gives;
    share->slip_goal = NONE;
    share->without = -2;
    for (int l = 0; l < problem->n_levers; l++) {
      of[l] = ground->origins[l].line == line;
      if (!of[l])
        continue;
      share->new_slots = share->lost_fcp = 0;
      for (int a = 0; a < problem->n_areas; a++)
        share->new_slots += problem->levers[l].new_slots[a];
      share->follow_ups = problem->levers[l].follow_ups;
      share->lost_fcp = problem->levers[l].lost_fcp;
      add_up(ground, plan, l, share);
    }
    count_months(problem, plan, of, share);
    if (share->unit_months == 0 || plan->end != RECOVERY_PLANNED)
      continue;
    share->without = recovery_without(problem, plan, of);
    slip(ground, plan, of, share);
  }
  g_free(of);
}

/* --- months ---------------------------------------------------------------------------- */

/* "17 February 2027, am pm" of "2027-02-17 am pm" */
static char *when_words(const char *on)
{
  enum { DATE_LENGTH = 10 };
  g_autofree char *day = g_strndup(on, DATE_LENGTH);
  char text[DATE_LONG_SIZE];
  int date;
  return date_parse(day, &date)
             ? g_strconcat(date_format_long(date, text), ",", on + strlen(day), NULL)
             : g_strdup(on);
}

static void add_action(const struct recover_ground *ground, const struct recovery_plan *plan,
                       int lever, int month, struct recovery_month *out)
{
  const struct recover_lever *origin = &ground->origins[lever];
  const struct recovery_lever_line *line = &ground->file->levers[origin->line];
  const struct recovery_lever *of = &ground->levers[lever];
  int at = lever * ground->problem.n_months + month, used = plan->units[at];
  int before = month > 0 ? plan->units[at - 1] : 0;
  int begun = of->lasting ? used - before : used;
  if (used == 0)
    return;
  struct recovery_action *action = g_new0(struct recovery_action, 1);
  g_autofree char *when = origin->date != NONE ? when_words(line->dates[origin->date].on) : NULL;
  action->words = when           ? g_strdup_printf("%s, %s", line->name, when)
                  : used > 1     ? g_strdup_printf("%s: %d at once", line->name, used)
                  : of->most > 1 ? g_strdup_printf("%s: one", line->name)
                                 : g_strdup(line->name);
  action->begins = used > before;
  action->fewer = used < before;
  action->ends = month + 1 < ground->problem.n_months && plan->units[at + 1] == 0;
  action->pounds = (int64_t)of->price * used + (int64_t)of->price_once * begun;
  action->wte_hundredths = line->wte_hundredths * used;
  out->pounds += action->pounds;
  out->wte_hundredths += action->wte_hundredths;
  g_ptr_array_add(out->actions, action);
}

static void take_built(const struct recover_item *item, struct recovery_month *out)
{
  out->built = item->outcome ? item->outcome->status : OUTCOME_STATUSES;
  out->reason = g_strdup(item->outcome ? item->outcome->reason : NULL);
  if (!item->outcome || !item->capacity)
    return;
  out->points = item->outcome->values[MEASURE_COST];
  for (int d = 0; d < item->variant->month->n_days; d++)
    out->new_built +=
        item->capacity->days[d].slots[CAPACITY_NEW] + item->capacity->days[d].attendees;
}

/* Slots and attendees of the month by the plan: its share of each week. */
static double planned_in(const struct recover_ground *ground, const struct recovery_plan *plan,
                         int month)
{
  const struct recovery_problem *problem = &ground->problem;
  struct recovery_supply made;
  double out = 0;
  recovery_supply_make(problem, plan->units, &made);
  for (int w = 0; w < problem->n_weeks; w++) {
    double people = 0;
    for (int a = 0; a < made.n_areas; a++)
      people += made.of[a].new_slots[w] + made.of[a].attendees[w];
    for (int l = 0; l < problem->n_levers; l++)
      for (int m = 0; m < problem->n_months; m++)
        people -= plan->units[l * problem->n_months + m] *
                  recovery_validated(problem, &problem->levers[l], m, w + 1);
    out += people * problem->share[month * problem->n_weeks + w];
  }
  recovery_supply_clear(&made);
  return out;
}

void recover_answers_months(const struct recover_ground *ground, const struct recovery_plan *plan,
                            const struct recover_item *months, struct recovery *out)
{
  for (int m = 0; m < out->n_months; m++) {
    struct recovery_month *month = &out->months[m];
    for (int l = 0; l < ground->problem.n_levers; l++)
      add_action(ground, plan, l, m, month);
    month->new_planned = planned_in(ground, plan, m);
    if (months)
      take_built(&months[m], month);
    out->most_wte_hundredths = MAX(out->most_wte_hundredths, month->wte_hundredths);
  }
}

/* --- the list ---------------------------------------------------------------------------- */

void recover_answers_weeks(const struct recover_ground *ground,
                           const struct recovery_supply *supply, struct recovery *out)
{
  for (int e = 0; e < RECOVERY_EDGES; e++) {
    const struct recovery_goal from = {.group = WAITING_ALL, .over_weeks = recovery_edges[e]};
    struct recovery_verdict verdict;
    recovery_judge(&ground->problem, supply, &from, 0, 1, &verdict);
    for (int w = 0; w <= out->n_weeks; w++) {
      out->weeks[w].waiting[e] = verdict.expected[w];
      if (e > 0)
        out->weeks[w].waiting[e - 1] -= verdict.expected[w];
    }
    recovery_verdict_clear(&verdict);
  }
}
