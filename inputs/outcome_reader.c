#include "inputs/outcome_reader.h"

#include "inputs/members.h"

enum { ITEMS_MOST = 10000, OTHERS_MOST = 100, CHOSEN_MOST = 1000000, ATTENDEES_MOST = 1000000 };

/* What is in a member of another object, named for messages. */
static struct members inside(const struct members *outer, const json_t *value, const char *name)
{
  return (struct members){value, name, outer->path, outer->diagnostics};
}

static void read_changes(const struct members *top, struct outcome *outcome)
{
  const json_t *list = members_list(top, "changes", ITEMS_MOST);
  size_t count = list ? json_array_size(list) : 0;
  g_strfreev(outcome->changes);
  outcome->changes = g_new0(char *, count + 1);
  for (size_t i = 0; i < count; i++) {
    const char *text = json_string_value(json_array_get(list, i));
    if (!text || !members_is_plain(text)) {
      struct where where = {.file = top->path};
      diagnostics_error(top->diagnostics, where, "changes[%zu] %s", i,
                        text ? "has a control character" : "should be a text");
    }
    outcome->changes[i] = g_strdup(text ? text : "");
  }
}

static void read_measures(const struct members *top, struct outcome *outcome)
{
  struct members members = inside(top, members_value(top, "measures"), "measures");
  if (!members.object || !members_begin(&members, OUTCOME_MEASURES))
    return;
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    members_figure_or_null(&members, outcome_measures[m].id, outcome_measures[m].decimals,
                           OUTCOME_UNKNOWN, &outcome->values[m]);
}

static void read_shortfall(const struct members *members, struct outcome *outcome)
{
  struct outcome_shortfall *shortfall = outcome_add_shortfall(outcome);
  if (!members_begin(members, 5))
    return;
  members_text(members, "rule", &shortfall->rule);
  members_text(members, "kind", &shortfall->kind);
  members_integer(members, "count", 0, INT64_MAX, &shortfall->count);
  members_integer(members, "missing", 0, INT64_MAX, &shortfall->missing);
  members_integer(members, "points", 0, INT64_MAX, &shortfall->points);
}

static void read_pcn(const struct members *members, struct outcome *outcome)
{
  struct outcome_pcn *pcn = outcome_add_pcn(outcome);
  if (!members_begin(members, 6))
    return;
  members_text(members, "id", &pcn->id);
  members_text(members, "name", &pcn->name);
  members_integer(members, "patients", 0, INT64_MAX, &pcn->patients);
  members_integer(members, "sessions", 0, INT64_MAX, &pcn->sessions);
  members_figure_or_null(members, "per_10000", 2, OUTCOME_UNKNOWN, &pcn->per_10000);
  members_integer(members, "worst_gap_days", 0, INT64_MAX, &pcn->worst_gap_days);
}

static void read_held(const struct members *members, struct outcome *outcome)
{
  struct outcome_held *held = outcome_add_held(outcome);
  int by = HELD_ROOMS;
  if (!members_begin(members, 6))
    return;
  members_choice(members, "by", held_by_names, HELD_KINDS, &by);
  members_text(members, "words", &held->words);
  members_text(members, "site", &held->site);
  members_text(members, "task", &held->task);
  members_integer(members, "sessions", 0, INT64_MAX, &held->sessions);
  members_integer(members, "at_once", 0, INT64_MAX, &held->at_once);
  held->by = (enum held_by)by;
}

static void read_area(const struct members *members, struct outcome *outcome)
{
  struct outcome_area *area = outcome_add_area(outcome);
  if (!members_begin(members, 6))
    return;
  members_text(members, "name", &area->name);
  members_integer(members, "waiting_now", 0, INT64_MAX, &area->waiting_now);
  members_integer(members, "waiting_end", 0, INT64_MAX, &area->waiting_end);
  members_integer(members, "over_standard_end", 0, INT64_MAX, &area->late_end);
  members_figure_or_null(members, "weeks_now", 2, OUTCOME_UNKNOWN, &area->weeks_now);
  members_figure_or_null(members, "weeks_end", 2, OUTCOME_UNKNOWN, &area->weeks_end);
}

/* So many whole numbers, as they are. */
static void read_counts(const struct members *members, const char *key, int count, int64_t *out)
{
  const json_t *list = members_list(members, key, (size_t)count);
  if (list && json_array_size(list) != (size_t)count) {
    struct where where = {.file = members->path};
    diagnostics_error(members->diagnostics, where, "%s: '%s' should have %d numbers", members->at,
                      key, count);
    return;
  }
  for (int i = 0; list && i < count; i++)
    if (!members_figure(members, key, json_array_get(list, (size_t)i), 0, &out[i]))
      return;
}

/* Numbers of candidates, each larger than the one before. */
static void read_chosen(const struct members *members, GArray *chosen)
{
  const json_t *list = members_list(members, "chosen", CHOSEN_MOST);
  int64_t number, last = -1;
  for (size_t i = 0; list && i < json_array_size(list); i++, last = number) {
    if (!members_figure(members, "chosen", json_array_get(list, i), 0, &number))
      return;
    if (number <= last || number > INT32_MAX) {
      struct where where = {.file = members->path};
      diagnostics_error(members->diagnostics, where, "%s: 'chosen' should have ascending numbers",
                        members->at);
      return;
    }
    int candidate = (int)number;
    g_array_append_val(chosen, candidate);
  }
}

static void read_weeks(const struct members *members, struct outcome *outcome)
{
  struct outcome_weeks *weeks = outcome_add_weeks(outcome);
  if (!members_begin(members, 2))
    return;
  members_text(members, "fingerprint", &weeks->fingerprint);
  read_chosen(members, weeks->chosen);
}

static void read_known(const struct members *members, struct outcome *outcome)
{
  struct outcome_day day = {.date = DATE_NONE};
  g_autofree char *date = NULL;
  if (!members_begin(members, 4) || !members_text(members, "date", &date))
    return;
  if (!date_parse(date, &day.date)) {
    struct where where = {.file = members->path};
    diagnostics_error(members->diagnostics, where, "%s: 'date' is no date", members->at);
  }
  read_counts(members, "more", CAPACITY_KINDS, day.more);
  members_integer(members, "attendees", 0, ATTENDEES_MOST, &day.attendees);
  members_switch(members, "recurs", &day.recurs);
  g_array_append_val(outcome->known, day);
}

static void read_standard(const struct members *members, struct outcome *outcome)
{
  struct outcome_standard *standard = &outcome->standards[outcome->n_standards++];
  int64_t weeks = 0, met = -1, low = -1, high = -1;
  if (!members_begin(members, 8))
    return;
  members_choice(members, "group", waiting_group_names, WAITING_GROUPS, &standard->group);
  members_integer(members, "weeks", 0, WAITING_WEEKS_MAX, &weeks);
  members_integer_or_null(members, "met", 0, WAITING_WEEKS_MAX, -1, &met);
  members_switch(members, "lasts", &standard->lasts);
  members_integer_or_null(members, "met_p10", 0, WAITING_WEEKS_MAX, -1, &low);
  members_integer_or_null(members, "met_p90", 0, WAITING_WEEKS_MAX, -1, &high);
  members_figure_or_null(members, "chance_met", 2, OUTCOME_UNKNOWN, &standard->chance_met);
  members_figure_or_null(members, "chance_lasts", 2, OUTCOME_UNKNOWN, &standard->chance_lasts);
  standard->weeks = (int)weeks;
  standard->met = (int)met;
  standard->met_low = (int)low;
  standard->met_high = (int)high;
}

static void read_list(const struct members *top, const char *key, size_t most,
                      struct outcome *outcome,
                      void (*read)(const struct members *members, struct outcome *outcome))
{
  const json_t *list = members_list(top, key, most);
  for (size_t i = 0; list && i < json_array_size(list); i++) {
    g_autofree char *name = g_strdup_printf("%s[%zu]", key, i);
    struct members members = inside(top, json_array_get(list, i), name);
    read(&members, outcome);
  }
}

static void read_numbers(const struct members *members, const char *key, struct outcome *outcome,
                         size_t offset, int group, int series)
{
  const json_t *list = members_list(members, key, (size_t)outcome->n_weeks + 1);
  if (list && json_array_size(list) != (size_t)outcome->n_weeks + 1) {
    struct where where = {.file = members->path};
    diagnostics_error(members->diagnostics, where, "%s: '%s' should have a number for each week",
                      members->at, key);
    return;
  }
  for (int w = 0; list && w <= outcome->n_weeks; w++) {
    char *spread = (char *)&outcome->weeks[w].of[group][series];
    if (!members_figure(members, key, json_array_get(list, (size_t)w), 2,
                        (int64_t *)(void *)(spread + offset)))
      return;
  }
}

static void read_series(const struct members *outer, const char *key, struct outcome *outcome,
                        int group, int series)
{
  g_autofree char *name = g_strdup_printf("%s.%s", outer->at, key);
  struct members members = inside(outer, members_value(outer, key), name);
  if (!members.object || !members_begin(&members, 5))
    return;
  read_numbers(&members, "mean", outcome, offsetof(struct outcome_spread, mean), group, series);
  read_numbers(&members, "p10", outcome, offsetof(struct outcome_spread, low), group, series);
  read_numbers(&members, "p90", outcome, offsetof(struct outcome_spread, high), group, series);
  read_numbers(&members, "least", outcome, offsetof(struct outcome_spread, least), group, series);
  read_numbers(&members, "most", outcome, offsetof(struct outcome_spread, most), group, series);
}

static void read_trajectory(const struct members *top, struct outcome *outcome)
{
  struct members members = inside(top, members_value(top, "trajectory"), "trajectory");
  int64_t weeks = 0;
  if (!members.object || json_is_null(members.object) ||
      !members_begin(&members, 1 + WAITING_GROUPS) ||
      !members_integer(&members, "weeks", 1, WAITING_WEEKS_MAX, &weeks))
    return;
  outcome->n_weeks = (int)weeks;
  outcome->weeks = g_new0(struct outcome_week, (gsize)weeks + 1);
  for (int g = 0; g < WAITING_GROUPS; g++) {
    g_autofree char *group_name = g_strdup_printf("trajectory.%s", waiting_group_names[g]);
    struct members group =
        inside(&members, members_value(&members, waiting_group_names[g]), group_name);
    if (!group.object || !members_begin(&group, OUTCOME_SERIES))
      continue;
    for (int s = 0; s < OUTCOME_SERIES; s++)
      read_series(&group, outcome_series_name((enum outcome_series)s), outcome, g, s);
  }
}

static void read_other(const struct members *members, struct outcome *outcome)
{
  struct outcome *other = outcome_add_other(outcome);
  if (!members_begin(members, 5))
    return;
  read_measures(members, other);
  read_list(members, "shortfalls", ITEMS_MOST, other, read_shortfall);
  read_list(members, "pcns", ITEMS_MOST, other, read_pcn);
  read_list(members, "areas", WAITING_AREAS_MAX, other, read_area);
  read_list(members, "standards", WAITING_STANDARDS, other, read_standard);
}

static void read_all(const struct members *top, struct outcome *outcome)
{
  int status = OUTCOME_FAILED;
  members_text_or_null(top, "service", &outcome->service);
  members_text_or_null(top, "month", &outcome->month);
  members_text_or_null(top, "name", &outcome->name);
  members_text_or_null(top, "scenario", &outcome->scenario);
  members_choice(top, "status", outcome_status_names, OUTCOME_STATUSES, &status);
  members_text_or_null(top, "reason", &outcome->reason);
  members_switch(top, "stopped_early", &outcome->stopped_early);
  members_text_or_null(top, "fingerprint", &outcome->fingerprint);
  members_text_or_null(top, "bound_by", &outcome->bound_by);
  members_text_or_null(top, "engine_fault", &outcome->engine_fault);
  members_switch(top, "one_search", &outcome->once);
  members_switch(top, "one_search_ahead", &outcome->once_ahead);
  outcome->status = (enum outcome_status)status;
  read_changes(top, outcome);
  read_measures(top, outcome);
  read_list(top, "shortfalls", ITEMS_MOST, outcome, read_shortfall);
  read_list(top, "pcns", ITEMS_MOST, outcome, read_pcn);
  read_list(top, "held", ITEMS_MOST, outcome, read_held);
  read_list(top, "areas", WAITING_AREAS_MAX, outcome, read_area);
  read_list(top, "ordinary", ITEMS_MOST, outcome, read_weeks);
  read_list(top, "known", WAITING_WEEKS_MAX * WEEK_DAYS, outcome, read_known);
  members_text_or_null(top, "ahead", &outcome->ahead);
  read_list(top, "standards", WAITING_STANDARDS, outcome, read_standard);
  read_list(top, "other_searches", OTHERS_MOST, outcome, read_other);
  read_trajectory(top, outcome);
}

enum status outcome_decode(const json_t *document, const char *path,
                           struct diagnostics *diagnostics, struct outcome **out)
{
  int before = diagnostics_errors(diagnostics);
  struct members top = {document, "the outcome", path, diagnostics};
  struct outcome *outcome = outcome_new();
  if (members_begin(&top, 24))
    read_all(&top, outcome);
  if (diagnostics_errors(diagnostics) == before) {
    *out = outcome;
    return STATUS_OK;
  }
  outcome_free(outcome);
  return STATUS_BAD_INPUT;
}
