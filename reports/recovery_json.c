#include "reports/recovery_report.h"
#include "reports/recovery_words.h"

#include <math.h>

/* To hundredths. */
static json_t *figure(double value)
{
  return json_real(round(100 * value) / 100);
}

static json_t *date_json(int date)
{
  char text[DATE_TEXT_SIZE];
  return json_string(date_format(date, text));
}

static json_t *verdict_json(const struct recovery *recovery, const struct recovery_verdict *verdict)
{
  json_t *out = json_object();
  json_object_set_new(out, "met",
                      verdict->met < 0 ? json_null()
                                       : date_json(recovery_week_end(recovery, verdict->met)));
  json_object_set_new(out, "over", figure(verdict->over));
  json_object_set_new(out, "over_high", figure(verdict->over_high));
  json_object_set_new(out, "chance", figure(verdict->chance));
  return out;
}

static json_t *goals_json(const struct recovery *recovery)
{
  json_t *out = json_array();
  for (int g = 0; g < recovery->n_goals; g++) {
    const struct recovery_answer *goal = &recovery->goals[g];
    json_t *item = json_object();
    json_object_set_new(item, "class", json_string(waiting_group_names[goal->group]));
    json_object_set_new(item, "over", json_integer(goal->over_weeks));
    json_object_set_new(item, "by", date_json(goal->by));
    json_object_set_new(item, "as_it_is", verdict_json(recovery, &goal->as_it_is));
    json_object_set_new(item, "planned", verdict_json(recovery, &goal->planned));
    json_object_set_new(item, "built",
                        recovery_is_built(recovery) ? verdict_json(recovery, &goal->built)
                                                    : json_null());
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *month_json(const struct recovery_month *month)
{
  bool built = month->built == OUTCOME_BUILT;
  json_t *out = json_object(), *actions = json_array();
  for (guint a = 0; a < month->actions->len; a++) {
    const struct recovery_action *action = g_ptr_array_index(month->actions, a);
    json_t *item = json_object();
    json_object_set_new(item, "action", json_string(action->words));
    json_object_set_new(item, "begins", json_boolean(action->begins));
    json_object_set_new(item, "ends", json_boolean(action->ends));
    json_object_set_new(item, "pounds", json_integer(action->pounds));
    json_object_set_new(item, "wte", figure(action->wte_hundredths / 100.0));
    json_array_append_new(actions, item);
  }
  json_object_set_new(out, "month", json_string(month->id));
  json_object_set_new(out, "actions", actions);
  json_object_set_new(out, "pounds", json_integer(month->pounds));
  json_object_set_new(out, "wte", figure(month->wte_hundredths / 100.0));
  json_object_set_new(out, "new_planned", figure(month->new_planned));
  json_object_set_new(out, "new_built", built ? figure(month->new_built) : json_null());
  json_object_set_new(out, "points", built ? json_integer(month->points) : json_null());
  return out;
}

static json_t *lever_json(const struct recovery *recovery, const struct recovery_share *share)
{
  json_t *out = json_object();
  json_object_set_new(out, "lever", json_string(share->name));
  json_object_set_new(out, "unit_months", json_integer(share->unit_months));
  json_object_set_new(out, "pounds", json_integer(share->pounds));
  json_object_set_new(out, "people", figure(share->people));
  json_object_set_new(out, "new_a_week", figure(share->new_slots));
  json_object_set_new(out, "follow_ups_a_week", figure(share->follow_ups));
  json_object_set_new(out, "lost_fcp_a_week", figure(share->lost_fcp));
  json_object_set_new(out, "cost_without",
                      share->without >= 0 ? json_integer(share->without) : json_null());
  json_object_set_new(out, "late_over_weeks",
                      share->slip_goal < 0
                          ? json_null()
                          : json_integer(recovery->goals[share->slip_goal].over_weeks));
  json_object_set_new(out, "late_chance", figure(share->slip_chance));
  json_object_set_new(out, "late_over", figure(share->slip_over));
  return out;
}

static json_t *areas_json(const struct recovery *recovery)
{
  json_t *out = json_array();
  for (char **area = recovery->areas; area && *area; area++)
    json_array_append_new(out, json_string(*area));
  return out;
}

static json_t *weeks_json(const struct recovery *recovery)
{
  json_t *out = json_array();
  for (int w = 0; w <= recovery->n_weeks; w++) {
    json_t *item = json_object(), *bands = json_array();
    for (int e = 0; e < RECOVERY_EDGES; e++)
      json_array_append_new(bands, figure(recovery->weeks[w].waiting[e]));
    json_object_set_new(item, "end", date_json(recovery_week_end(recovery, w)));
    json_object_set_new(item, "waiting", bands);
    json_object_set_new(item, "as_it_is", figure(recovery->weeks[w].as_it_is));
    json_array_append_new(out, item);
  }
  return out;
}

json_t *recovery_json(const struct recovery *recovery)
{
  json_t *out = json_object(), *months = json_array(), *levers = json_array();
  json_t *edges = json_array();
  json_object_set_new(out, "service", json_string(recovery->service));
  json_object_set_new(out, "fault", recovery->fault ? json_string(recovery->fault) : json_null());
  if (recovery->fault) {
    json_decref(months);
    json_decref(levers);
    json_decref(edges);
    return out;
  }
  for (int m = 0; m < recovery->n_months; m++)
    json_array_append_new(months, month_json(&recovery->months[m]));
  for (int l = 0; l < recovery->n_levers; l++)
    json_array_append_new(levers, lever_json(recovery, &recovery->levers[l]));
  for (int e = 0; e < RECOVERY_EDGES; e++)
    json_array_append_new(edges, json_integer(recovery_edges[e]));
  json_object_set_new(out, "planned", json_boolean(recovery->end == RECOVERY_PLANNED));
  json_object_set_new(out, "proven", json_boolean(recovery->proven));
  json_object_set_new(out, "measured", json_integer(recovery->measured));
  json_object_set_new(out, "open", json_integer(recovery->open));
  json_object_set_new(out, "pounds", json_integer(recovery->pounds));
  json_object_set_new(out, "wte", figure(recovery->most_wte_hundredths / 100.0));
  json_object_set_new(out, "extra_slots",
                      recovery->end == RECOVERY_NEAREST && recovery->extra_slots >= 0
                          ? json_integer(recovery->extra_slots)
                          : json_null());
  json_object_set_new(out, "areas", areas_json(recovery));
  json_object_set_new(out, "goals", goals_json(recovery));
  json_object_set_new(out, "months", months);
  json_object_set_new(out, "levers", levers);
  json_object_set_new(out, "bands_from", edges);
  json_object_set_new(out, "weeks", weeks_json(recovery));
  return out;
}
