#include "reports/recovery_words.h"

#include "reports/text.h"
#include "reports/whatif_words.h"

#include <math.h>
#include <string.h>

bool recovery_is_built(const struct recovery *recovery)
{
  for (int m = 0; m < recovery->n_months; m++)
    if (recovery->months[m].built != OUTCOME_BUILT)
      return false;
  return true;
}

char *recovery_pounds(int64_t pounds)
{
  g_autoptr(GString) out = g_string_new("\xc2\xa3");
  text_number(out, pounds);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static const char *month_name(int date)
{
  return date_months_short[date_month(date) - 1];
}

char *recovery_month_words(int date)
{
  return g_strdup_printf("%s %d", month_name(date), date_year(date));
}

char *recovery_title(const struct recovery *recovery)
{
  g_autofree char *from = recovery_month_words(recovery->months[0].from);
  g_autofree char *until = recovery_month_words(recovery->months[recovery->n_months - 1].from);
  return g_strdup_printf("%s: the way back, %s to %s", recovery->service, from, until);
}

char *recovery_goal_words(const struct recovery_answer *goal)
{
  static const char *const who[WAITING_GROUPS] = {"no priority", "no routine", "nobody"};
  g_autofree char *by = whatif_day(goal->by);
  return g_strdup_printf("%s over %d weeks by %s", who[goal->group], goal->over_weeks, by);
}

char *recovery_met_words(const struct recovery *recovery, const struct recovery_verdict *verdict)
{
  if (verdict->met < 0)
    return g_strdup("not by the end");
  if (verdict->met == 0)
    return g_strdup("now");
  g_autofree char *day = whatif_day(recovery_week_end(recovery, verdict->met));
  return g_strdup_printf("from %s", day);
}

/* " (Stone PCN 28, Brook PCN 2)", where people wait in lists of their own. */
static void append_areas(GString *out, const struct recovery *recovery,
                         const struct recovery_verdict *verdict)
{
  const char *before = " (";
  for (int a = 0; recovery->areas && recovery->areas[a]; a++)
    if (verdict->in[a].over >= 0.5) {
      g_string_append_printf(out, "%s%s %.0f", before, recovery->areas[a],
                             ceil(verdict->in[a].over));
      before = ", ";
    }
  g_string_append(out, *before == ',' ? ")" : "");
}

/* Of a plan: the goals that its months, as they were built, do not meet. */
static void append_built(GString *out, const struct recovery *recovery)
{
  const char *before = " With its months built it is not as sure as asked: ";
  for (int g = 0; recovery_is_built(recovery) && g < recovery->n_goals; g++) {
    const struct recovery_answer *goal = &recovery->goals[g];
    if (recovery_is_met(&goal->built, recovery->sure_percent))
      continue;
    g_autofree char *words = recovery_goal_words(goal);
    g_string_append_printf(out, "%s%s in %.0f of 100 courses", before, words,
                           100 * goal->built.chance);
    before = "; ";
  }
  g_string_append(out, *before == ';' ? "." : "");
}

static void append_nearest(GString *out, const struct recovery *recovery)
{
  bool first = true;
  for (int g = 0; g < recovery->n_goals; g++) {
    const struct recovery_answer *goal = &recovery->goals[g];
    if (recovery_is_met(&goal->planned, recovery->sure_percent))
      continue;
    g_autofree char *words = recovery_goal_words(goal);
    g_autofree char *met = recovery_met_words(recovery, &goal->planned);
    g_string_append_printf(out, "%s%s: %.0f over it", first ? "" : "; ", words,
                           ceil(goal->planned.over));
    append_areas(out, recovery, &goal->planned);
    g_string_append_printf(out, ", met %s", met);
    first = false;
  }
}

/* How far the plan, or that there is none, is chance of the search. */
static void append_open(GString *out, const struct recovery *recovery)
{
  if (recovery->open > 0)
    g_string_append_printf(out,
                           " What there is, and what levers give, is by %d rota%s of ordinary "
                           "weeks, of which %d %s not proven to be the best: more --time, or a "
                           "machine that is less busy, may find others, and another plan.",
                           recovery->measured, recovery->measured == 1 ? "" : "s", recovery->open,
                           recovery->open == 1 ? "is" : "are");
}

char *recovery_summary(const struct recovery *recovery)
{
  GString *out = g_string_new(NULL);
  g_autofree char *pounds = recovery_pounds(recovery->pounds);
  if (recovery->end == RECOVERY_PLANNED) {
    g_string_append_printf(out, "The cheapest plan %sthat meets the goals costs %s",
                           recovery->proven ? "" : "found ", pounds);
    if (recovery->most_wte_hundredths > 0)
      g_string_append_printf(out, " and takes %.2f WTE at most",
                             recovery->most_wte_hundredths / 100.0);
    g_string_append(out, recovery->proven ? ". No plan of these levers costs less: that is proven."
                                          : ". That none costs less is not proven.");
    append_built(out, recovery);
    append_open(out, recovery);
    return g_string_free(out, FALSE);
  }
  g_string_append(out,
                  recovery->proven
                      ? "No plan of these levers meets all goals. The nearest leaves "
                      : "No plan that meets all goals was found, and that there is none is not "
                        "proven. The nearest found leaves ");
  append_nearest(out, recovery);
  g_string_append_printf(out, ". It costs %s.", pounds);
  if (recovery->extra_slots >= 0)
    g_string_append_printf(out,
                           " With %d more new appointments a week from the start, on top of every "
                           "lever, there is a plan.",
                           recovery->extra_slots);
  append_open(out, recovery);
  return g_string_free(out, FALSE);
}

/* NULL: it goes on as it is. */
static const char *step_words(const struct recovery_action *action)
{
  if (action->begins)
    return action->ends ? "this month only" : "begin";
  if (action->ends)
    return "for the last month";
  return action->fewer ? "fewer" : NULL;
}

GPtrArray *recovery_action_words(const struct recovery_month *month)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  guint others = 0;
  for (guint a = 0; a < month->actions->len; a++) {
    const struct recovery_action *action = g_ptr_array_index(month->actions, a);
    const char *step = step_words(action);
    if (step)
      g_ptr_array_add(out, g_strdup_printf("%s: %s", step, action->words));
    else
      others++;
  }
  if (others > 0)
    g_ptr_array_add(out, g_strdup_printf("%s%u go%s on", out->len > 0 ? "and " : "", others,
                                         others == 1 ? "es" : ""));
  return out;
}

char *recovery_without_words(const struct recovery *recovery, const struct recovery_share *share)
{
  if (share->unit_months == 0 || recovery->end != RECOVERY_PLANNED)
    return g_strdup("-");
  if (share->without < 0)
    return g_strdup(share->without == -1 ? "no plan" : "not known");
  g_autofree char *pounds = recovery_pounds(share->without - recovery->pounds);
  return g_strdup_printf("%s more", pounds);
}

char *recovery_slip_words(const struct recovery *recovery, const struct recovery_share *share)
{
  if (share->unit_months == 0 || recovery->end != RECOVERY_PLANNED)
    return g_strdup("-");
  if (share->slip_goal < 0)
    return g_strdup("all goals hold");
  return g_strdup_printf("%d-week goal: %.0f in 100", recovery->goals[share->slip_goal].over_weeks,
                         100 * share->slip_chance);
}

/* What becomes of first contacts that a lever in use takes away. */
static void add_lost_first_contacts(const struct recovery *recovery, GPtrArray *out)
{
  for (int l = 0; l < recovery->n_levers; l++) {
    const struct recovery_share *share = &recovery->levers[l];
    if (share->unit_months == 0 || share->lost_fcp < 0.5)
      continue;
    g_ptr_array_add(out, g_strdup_printf("%s takes away %.0f first contacts a week; %d%% of them "
                                         "are taken to be referred (lost_fcp).",
                                         share->name, share->lost_fcp, recovery->lost_fcp_percent));
  }
}

static void add_areas(const struct recovery *recovery, GPtrArray *out)
{
  if (!recovery->areas)
    return;
  g_autofree char *names = g_strjoinv("; ", recovery->areas);
  g_ptr_array_add(out, g_strdup_printf("People wait in lists of their own, by where they can be "
                                       "seen, and a goal holds where it does in each: %s.",
                                       names));
}

GPtrArray *recovery_risks(const struct recovery *recovery)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  if (recovery->sure_percent > 0)
    g_ptr_array_add(out, g_strdup_printf("Referrals, attendance and removals vary: the plan has "
                                         "room for it, so that each goal holds in %d of 100 "
                                         "courses that chance may take.",
                                         recovery->sure_percent));
  else
    g_ptr_array_add(out, g_strdup("The plan meets its goals on average: it leaves nothing to "
                                  "chance, so about every other course misses some."));
  if (recovery->counted_on != DATE_NONE) {
    char day[DATE_LONG_SIZE];
    g_ptr_array_add(out, g_strdup_printf("The list to begin with is that of %s, by waiting.csv.",
                                         date_format_long(recovery->counted_on, day)));
  }
  g_ptr_array_add(out, g_strdup("Referrals are taken to go on as they are, without seasons."));
  add_areas(recovery, out);
  add_lost_first_contacts(recovery, out);
  g_ptr_array_add(out, g_strdup_printf("Staff's prices: %s.", recovery->costs));
  if (!recovery_is_built(recovery))
    g_ptr_array_add(out, g_strdup("The plan's months were not all built: what the levers give is "
                                  "an estimate."));
  for (int m = 0; m < recovery->n_months; m++) {
    const struct recovery_month *month = &recovery->months[m];
    if (month->built == OUTCOME_BUILT || month->built == OUTCOME_STATUSES)
      continue;
    g_autofree char *name = recovery_month_words(month->from);
    g_ptr_array_add(out,
                    g_strdup_printf("%s: %s%s%s", name, whatif_status_words(month->built),
                                    month->reason ? ": " : "", month->reason ? month->reason : ""));
  }
  for (int l = 0; l < recovery->n_levers; l++) {
    const struct recovery_share *share = &recovery->levers[l];
    if (share->measured && share->new_slots < 0.5 && share->follow_ups < 0.5)
      g_ptr_array_add(out,
                      g_strdup_printf("%s: the weeks built with it offer no more appointments: "
                                      "demand asks for no more where it could be used, or "
                                      "whoever could do it is busy, or no room is free then.",
                                      share->name));
  }
  return out;
}
