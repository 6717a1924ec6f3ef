#include "inputs/outcome_writer.h"

#include "model/json.h"

/* The path of a service's folder may hold bytes that are not UTF-8. */
static json_t *text_or_null(const char *text)
{
  g_autofree char *valid = text ? g_utf8_make_valid(text, -1) : NULL;
  return valid ? json_string(valid) : json_null();
}

static json_t *figure(int64_t value, int decimals)
{
  if (value == OUTCOME_UNKNOWN)
    return json_null();
  return decimals ? json_hundredths(value) : json_integer(value);
}

static json_t *week_or_null(int week)
{
  return week < 0 ? json_null() : json_integer(week);
}

json_t *outcome_measures_json(const int64_t values[OUTCOME_MEASURES])
{
  json_t *out = json_object();
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    json_object_set_new(out, outcome_measures[m].id,
                        figure(values[m], outcome_measures[m].decimals));
  return out;
}

static json_t *shortfall_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (guint i = 0; i < outcome->shortfalls->len; i++) {
    const struct outcome_shortfall *shortfall = g_ptr_array_index(outcome->shortfalls, i);
    json_t *item = json_object();
    json_object_set_new(item, "rule", json_string(shortfall->rule));
    json_object_set_new(item, "kind", json_string(shortfall->kind));
    json_object_set_new(item, "count", json_integer(shortfall->count));
    json_object_set_new(item, "missing", json_integer(shortfall->missing));
    json_object_set_new(item, "points", json_integer(shortfall->points));
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *pcn_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (guint i = 0; i < outcome->pcns->len; i++) {
    const struct outcome_pcn *pcn = g_ptr_array_index(outcome->pcns, i);
    json_t *item = json_object();
    json_object_set_new(item, "id", json_string(pcn->id));
    json_object_set_new(item, "name", json_string(pcn->name));
    json_object_set_new(item, "patients", json_integer(pcn->patients));
    json_object_set_new(item, "sessions", json_integer(pcn->sessions));
    json_object_set_new(item, "per_10000", figure(pcn->per_10000, 2));
    json_object_set_new(item, "worst_gap_days", json_integer(pcn->worst_gap_days));
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *held_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (guint i = 0; i < outcome->held->len; i++) {
    const struct outcome_held *held = g_ptr_array_index(outcome->held, i);
    json_t *item = json_object();
    json_object_set_new(item, "by", json_string(held_by_names[held->by]));
    json_object_set_new(item, "words", json_string(held->words));
    json_object_set_new(item, "site", json_string(held->site));
    json_object_set_new(item, "task", json_string(held->task));
    json_object_set_new(item, "sessions", json_integer(held->sessions));
    json_object_set_new(item, "at_once", json_integer(held->at_once));
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *area_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (guint i = 0; i < outcome->areas->len; i++) {
    const struct outcome_area *area = g_ptr_array_index(outcome->areas, i);
    json_t *item = json_object();
    json_object_set_new(item, "name", json_string(area->name));
    json_object_set_new(item, "waiting_now", json_integer(area->waiting_now));
    json_object_set_new(item, "waiting_end", json_integer(area->waiting_end));
    json_object_set_new(item, "over_standard_end", json_integer(area->late_end));
    json_object_set_new(item, "weeks_now", figure(area->weeks_now, 2));
    json_object_set_new(item, "weeks_end", figure(area->weeks_end, 2));
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *known_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (guint i = 0; i < outcome->known->len; i++) {
    const struct outcome_day *day = &g_array_index(outcome->known, struct outcome_day, i);
    json_t *item = json_object(), *more = json_array();
    char date[DATE_TEXT_SIZE];
    for (int k = 0; k < CAPACITY_KINDS; k++)
      json_array_append_new(more, json_integer(day->more[k]));
    json_object_set_new(item, "date", json_string(date_format(day->date, date)));
    json_object_set_new(item, "more", more);
    json_object_set_new(item, "attendees", json_integer(day->attendees));
    json_object_set_new(item, "recurs", json_boolean(day->recurs));
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *ordinary_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (guint i = 0; i < outcome->ordinary->len; i++) {
    const struct outcome_weeks *weeks = g_ptr_array_index(outcome->ordinary, i);
    json_t *item = json_object(), *chosen = json_array();
    for (guint c = 0; c < weeks->chosen->len; c++)
      json_array_append_new(chosen, json_integer(g_array_index(weeks->chosen, int, c)));
    json_object_set_new(item, "fingerprint", json_string(weeks->fingerprint));
    json_object_set_new(item, "chosen", chosen);
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *standard_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (int s = 0; s < outcome->n_standards; s++) {
    const struct outcome_standard *standard = &outcome->standards[s];
    json_t *item = json_object();
    json_object_set_new(item, "group", json_string(waiting_group_names[standard->group]));
    json_object_set_new(item, "weeks", json_integer(standard->weeks));
    json_object_set_new(item, "met", week_or_null(standard->met));
    json_object_set_new(item, "lasts", json_boolean(standard->lasts));
    json_object_set_new(item, "met_p10", week_or_null(standard->met_low));
    json_object_set_new(item, "met_p90", week_or_null(standard->met_high));
    json_object_set_new(item, "chance_met", figure(standard->chance_met, 2));
    json_object_set_new(item, "chance_lasts", figure(standard->chance_lasts, 2));
    json_array_append_new(out, item);
  }
  return out;
}

/* The weeks of one series: its mean and quantiles, and the means of all searches, a list each. */
static json_t *series_object(const struct outcome *outcome, int group, int series)
{
  json_t *out = json_object(), *mean = json_array(), *low = json_array(), *high = json_array();
  json_t *least = json_array(), *most = json_array();
  for (int w = 0; w <= outcome->n_weeks; w++) {
    const struct outcome_spread *spread = &outcome->weeks[w].of[group][series];
    json_array_append_new(mean, figure(spread->mean, 2));
    json_array_append_new(low, figure(spread->low, 2));
    json_array_append_new(high, figure(spread->high, 2));
    json_array_append_new(least, figure(spread->least, 2));
    json_array_append_new(most, figure(spread->most, 2));
  }
  json_object_set_new(out, "mean", mean);
  json_object_set_new(out, "p10", low);
  json_object_set_new(out, "p90", high);
  json_object_set_new(out, "least", least);
  json_object_set_new(out, "most", most);
  return out;
}

static json_t *trajectory_object(const struct outcome *outcome)
{
  if (!outcome->weeks)
    return json_null();
  json_t *out = json_object();
  json_object_set_new(out, "weeks", json_integer(outcome->n_weeks));
  for (int g = 0; g < WAITING_GROUPS; g++) {
    json_t *group = json_object();
    for (int s = 0; s < OUTCOME_SERIES; s++)
      json_object_set_new(group, outcome_series_name((enum outcome_series)s),
                          series_object(outcome, g, s));
    json_object_set_new(out, waiting_group_names[g], group);
  }
  return out;
}

/* The figures of one more search. */
static json_t *other_object(const struct outcome *other)
{
  json_t *out = json_object();
  json_object_set_new(out, "measures", outcome_measures_json(other->values));
  json_object_set_new(out, "shortfalls", shortfall_array(other));
  json_object_set_new(out, "pcns", pcn_array(other));
  json_object_set_new(out, "areas", area_array(other));
  json_object_set_new(out, "standards", standard_array(other));
  return out;
}

static json_t *other_array(const struct outcome *outcome)
{
  json_t *out = json_array();
  for (guint i = 0; i < outcome->others->len; i++)
    json_array_append_new(out, other_object(g_ptr_array_index(outcome->others, i)));
  return out;
}

json_t *outcome_json(const struct outcome *outcome)
{
  json_t *out = json_object(), *changes = json_array();
  for (char **change = outcome->changes; *change; change++)
    json_array_append_new(changes, json_string(*change));
  json_object_set_new(out, "service", text_or_null(outcome->service));
  json_object_set_new(out, "month", text_or_null(outcome->month));
  json_object_set_new(out, "name", text_or_null(outcome->name));
  json_object_set_new(out, "scenario", text_or_null(outcome->scenario));
  json_object_set_new(out, "changes", changes);
  json_object_set_new(out, "status", json_string(outcome_status_names[outcome->status]));
  json_object_set_new(out, "reason", text_or_null(outcome->reason));
  json_object_set_new(out, "stopped_early", json_boolean(outcome->stopped_early));
  json_object_set_new(out, "fingerprint", text_or_null(outcome->fingerprint));
  json_object_set_new(out, "bound_by", text_or_null(outcome->bound_by));
  json_object_set_new(out, "engine_fault", text_or_null(outcome->engine_fault));
  json_object_set_new(out, "one_search", json_boolean(outcome->once));
  json_object_set_new(out, "one_search_ahead", json_boolean(outcome->once_ahead));
  json_object_set_new(out, "measures", outcome_measures_json(outcome->values));
  json_object_set_new(out, "shortfalls", shortfall_array(outcome));
  json_object_set_new(out, "pcns", pcn_array(outcome));
  json_object_set_new(out, "held", held_array(outcome));
  json_object_set_new(out, "areas", area_array(outcome));
  json_object_set_new(out, "ordinary", ordinary_array(outcome));
  json_object_set_new(out, "known", known_array(outcome));
  json_object_set_new(out, "ahead", text_or_null(outcome->ahead));
  json_object_set_new(out, "standards", standard_array(outcome));
  json_object_set_new(out, "other_searches", other_array(outcome));
  json_object_set_new(out, "trajectory", trajectory_object(outcome));
  return out;
}
