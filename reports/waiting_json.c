#include "model/json.h"
#include "reports/waiting_report.h"

#include <math.h>

static json_t *figure(double value)
{
  return json_real(round(100 * value) / 100);
}

static json_t *list_json(const struct waiting_counted *counted)
{
  json_t *out = json_object();
  for (int b = 0; b < WAITING_BANDS; b++)
    json_object_set_new(out, waiting_bands[b].name, json_integer(counted->list[b]));
  return out;
}

static json_t *counted_json(const struct waiting_counted *counted)
{
  json_t *out = json_object();
  json_object_set_new(out, "list", list_json(counted));
  json_object_set_new(out, "waiting", json_integer(counted->waiting));
  json_object_set_new(out, "over_standard", json_number_or_null(counted->late));
  json_object_set_new(out, "referrals", json_number_or_null(counted->referrals));
  json_object_set_new(out, "seen", json_number_or_null(counted->seen));
  json_object_set_new(out, "dna", json_number_or_null(counted->dna));
  return out;
}

static json_t *spread_json(const struct waiting_figure *from)
{
  json_t *out = json_object();
  json_object_set_new(out, "mean", figure(from->mean));
  json_object_set_new(out, "low", figure(from->low));
  json_object_set_new(out, "high", figure(from->high));
  return out;
}

static json_t *expected_json(const struct waiting_expected *expected)
{
  json_t *out = json_object();
  json_object_set_new(out, "waiting", spread_json(&expected->waiting));
  json_object_set_new(out, "over_standard", spread_json(&expected->late));
  json_object_set_new(out, "referrals", figure(expected->referrals));
  json_object_set_new(out, "seen", figure(expected->seen));
  json_object_set_new(out, "dna", figure(expected->dna));
  return out;
}

static json_t *known_json(double value)
{
  return value < 0 ? json_null() : figure(value);
}

static json_t *share_or_null(double value)
{
  return value < 0 ? json_null() : json_real(round(1e4 * value) / 1e4);
}

static json_t *pcn_json(const struct waiting_place *place, const struct waiting_pcn *pcn)
{
  json_t *out = json_object(), *groups = json_object();
  json_object_set_new(out, "pcn", place->id ? json_string(place->id) : json_null());
  json_object_set_new(out, "name", json_string(place->name));
  for (int g = 0; g < WAITING_GROUPS; g++)
    json_object_set_new(groups, waiting_group_names[g], counted_json(&pcn->counted[g]));
  json_object_set_new(out, "groups", groups);
  json_object_set_new(out, "mean_weeks", figure(pcn->mean_weeks));
  json_object_set_new(out, "waiting_per_1000", known_json(pcn->per_1000));
  json_object_set_new(out, "waiting_per_1000_by_need", known_json(pcn->per_1000_by_need));
  json_object_set_new(out, "referred_per_1000_by_need", known_json(pcn->referred_by_need));
  json_object_set_new(out, "missed", share_or_null(pcn->missed));
  return out;
}

/* In the order of the service; none where the month is not counted by PCN. */
static json_t *pcns_json(const struct waiting_record *record, const struct waiting_month *month)
{
  json_t *out = json_array();
  for (int i = 0; i < record->n_pcns && month->pcns; i++)
    if (month->pcns[i].is_counted)
      json_array_append_new(out, pcn_json(&record->places[i], &month->pcns[i]));
  return out;
}

static json_t *gap_json(const struct waiting_record *record, const struct waiting_gap *gap)
{
  if (gap->longest < 0)
    return json_null();
  json_t *out = json_object();
  json_object_set_new(out, "weeks", figure(gap->weeks));
  json_object_set_new(out, "longest", json_string(record->places[gap->longest].id));
  json_object_set_new(out, "shortest", json_string(record->places[gap->shortest].id));
  return out;
}

static json_t *areas_json(const struct waiting_month *month)
{
  json_t *out = json_array();
  for (int a = 0; a < month->n_areas; a++) {
    json_t *item = json_object();
    json_object_set_new(item, "name", json_string(month->areas[a].name));
    json_object_set_new(item, "waiting", json_number_or_null(month->areas[a].counted));
    json_object_set_new(item, "expected", spread_json(&month->areas[a].expected));
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *month_json(const struct waiting_record *record, const struct waiting_month *month)
{
  char until[DATE_TEXT_SIZE];
  json_t *out = json_object(), *groups = json_object();
  json_object_set_new(out, "month", json_string(month->id));
  json_object_set_new(out, "counted_on", json_string(date_format(month->until, until)));
  json_object_set_new(out, "rota",
                      !month->is_expected ? json_null()
                                          : json_string(month->published ? "published" : "built"));
  json_object_set_new(out, "weeks", month->is_expected ? json_integer(month->weeks) : json_null());
  for (int g = 0; g < WAITING_GROUPS; g++) {
    json_t *group = json_object();
    json_object_set_new(group, "counted", counted_json(&month->counted[g]));
    json_object_set_new(group, "expected",
                        month->is_expected ? expected_json(&month->expected[g]) : json_null());
    json_object_set_new(groups, waiting_group_names[g], group);
  }
  json_object_set_new(out, "groups", groups);
  json_object_set_new(out, "pcns", pcns_json(record, month));
  json_object_set_new(out, "gap", gap_json(record, &month->gap));
  json_object_set_new(out, "areas", areas_json(month));
  return out;
}

static json_t *rate_json(const struct waiting_rate *rate)
{
  json_t *out = json_object();
  json_object_set_new(out, "said", share_or_null(rate->said));
  json_object_set_new(out, "found", share_or_null(rate->found));
  return out;
}

static json_t *class_json(const struct waiting_record *record, int class)
{
  json_t *out = json_object();
  json_object_set_new(out, "standard", json_integer(record->standards[class]));
  json_object_set_new(out, "over", json_integer(record->over[class]));
  json_object_set_new(out, "at_least", json_boolean(record->at_least[class]));
  json_object_set_new(out, "referrals_a_week", rate_json(&record->referrals[class]));
  return out;
}

json_t *waiting_json(const struct waiting_record *record)
{
  json_t *out = json_object(), *classes = json_object(), *months = json_array();
  json_object_set_new(out, "service", json_string(record->service));
  json_object_set_new(out, "plan_required", json_boolean(waiting_record_needs_plan(record)));
  for (int c = 0; c < WAITING_CLASSES; c++)
    json_object_set_new(classes, waiting_group_names[c], class_json(record, c));
  json_object_set_new(out, "classes", classes);
  json_object_set_new(out, "dna", rate_json(&record->dna));
  for (int m = 0; m < record->count; m++)
    json_array_append_new(months, month_json(record, &record->months[m]));
  json_object_set_new(out, "months", months);
  return out;
}
