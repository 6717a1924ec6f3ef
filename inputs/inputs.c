#include "inputs/inputs.h"

#include "inputs/reader.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum { FULL_TIME_HOURS_MAX = 60, YEAR_LEAST = 2000, YEAR_MOST = 2199 };

/* What service.yaml holds, before the lists in it are known. */
struct content {
  const char *name;
  int full_time_hundredths; /* of an hour a week */
  const struct node *holidays, *sessions, *week, *sites, *pcns, *travel, *tasks, *demand, *rules,
      *criteria;
};

static void read_hours(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  value_hundredths(reader, value, key->least * 100, key->most * 100, field);
}

static const struct key service_table[] = {
    {.name = "service",
     .read = key_text,
     .offset = offsetof(struct content, name),
     .required = true},
    {.name = "holidays", .read = key_node, .offset = offsetof(struct content, holidays)},
    {.name = "full_time_hours",
     .read = read_hours,
     .offset = offsetof(struct content, full_time_hundredths),
     .least = 1,
     .most = FULL_TIME_HOURS_MAX},
    {.name = "sessions",
     .read = key_node,
     .offset = offsetof(struct content, sessions),
     .required = true,
     .inside = &session_keys},
    {.name = "week", .read = key_node, .offset = offsetof(struct content, week), .required = true},
    {.name = "sites",
     .read = key_node,
     .offset = offsetof(struct content, sites),
     .inside = &site_keys},
    {.name = "pcns",
     .read = key_node,
     .offset = offsetof(struct content, pcns),
     .inside = &pcn_keys},
    {.name = "travel",
     .read = key_node,
     .offset = offsetof(struct content, travel),
     .inside = &travel_keys},
    {.name = "tasks",
     .read = key_node,
     .offset = offsetof(struct content, tasks),
     .required = true,
     .inside = &task_keys},
    {.name = "demand",
     .read = key_node,
     .offset = offsetof(struct content, demand),
     .inside = &demand_keys},
    {.name = "rules",
     .read = key_node,
     .offset = offsetof(struct content, rules),
     .inside = &use_keys},
    {.name = "criteria",
     .read = key_node,
     .offset = offsetof(struct content, criteria),
     .inside = &criteria_keys},
};
const struct keys service_keys = KEYS_OF("service.yaml", service_table);

const struct format_root format_roots[] = {
    {"service.yaml", &service_keys},     {"clinicians.yaml", &clinician_keys},
    {"travel.csv", &travel_columns},     {"month.yaml", &month_keys},
    {"leave.csv", &leave_columns},       {"locks.csv", &lock_columns},
    {"preferences/", &preferences_keys},
};
const int format_roots_count = (int)G_N_ELEMENTS(format_roots);

/* An order in which whatever is referred to is known by then. */
static void read_sections(struct reader *reader, const struct content *content)
{
  GPtrArray *clinicians = g_ptr_array_new();
  sessions_read(reader, content->sessions);
  holidays_read(reader, content->holidays);
  if (content->week)
    when_week(reader, content->week, &reader->service->week);
  clinicians_declare(reader, clinicians);
  tasks_declare(reader, content->tasks);
  service_index(reader->service);
  sites_read(reader, content->sites, content->pcns);
  service_index(reader->service);
  tasks_read(reader, content->tasks);
  travel_read(reader, content->travel);
  clinicians_read(reader, clinicians);
  demand_read(reader, content->demand, &reader->service->demands, &reader->service->n_demands);
  rules_read(reader, content->rules);
  criteria_read(reader, content->criteria);
  g_ptr_array_free(clinicians, TRUE);
}

static void read_service(struct reader *reader)
{
  struct service *service = reader->service;
  struct content content = {.name = "", .full_time_hundredths = 3750};
  bool missing;
  const struct node *file = reader_tree(reader, "service.yaml", &missing);
  if (missing)
    diagnostics_error(reader->diagnostics, reader->where, "there is no such file");
  else if (file && node_is_empty(file))
    diagnostics_error(reader->diagnostics, reader->where, "the file is empty");
  else if (file)
    reader_map(reader, file, &service_keys, &content);
  for (int i = 0; !file && i < THINGS; i++)
    reader->lost[i] = true;
  service->name = content.name;
  service->directory = "";
  service->full_time_minutes = (content.full_time_hundredths * 60 + 50) / 100;
  read_sections(reader, &content);
}

enum status inputs_read_service(struct source *source, struct diagnostics *diagnostics,
                                struct service **out)
{
  int errors = diagnostics_errors(diagnostics);
  struct reader reader = {.source = source,
                          .diagnostics = diagnostics,
                          .service = service_new(),
                          .nodes = arena_new(),
                          .where = {.file = "service.yaml"}};
  reader.arena = reader.service->arena;
  read_service(&reader);
  arena_free(reader.nodes);
  if (diagnostics_errors(diagnostics) > errors) {
    service_free(reader.service);
    return STATUS_BAD_INPUT;
  }
  *out = reader.service;
  return STATUS_OK;
}

/* "2027-01" and nothing else. */
static bool parse_month(const char *id, int *year, int *month)
{
  g_autofree char *first = g_strconcat(id, "-01", NULL);
  int date;
  if (!date_parse(first, &date) || date_year(date) < YEAR_LEAST || date_year(date) > YEAR_MOST)
    return false;
  *year = date_year(date);
  *month = date_month(date);
  return true;
}

static void check_holidays(struct reader *reader)
{
  const struct service *service = reader->service;
  const struct month *month = reader->month;
  int first = date_make(month->year, month->month, 1);
  if (service->holidays_from != DATE_NONE &&
      (first < service->holidays_from || first > service->holidays_until))
    diagnostics_error(reader->diagnostics, service->where_holidays,
                      "the holidays of %d are not known here; write a list of dates", month->year);
}

enum status inputs_read_month(struct source *source, const struct service *service,
                              const char *month_id, struct diagnostics *diagnostics,
                              struct month **out)
{
  int errors = diagnostics_errors(diagnostics), year, month;
  if (!parse_month(month_id, &year, &month)) {
    diagnostics_error(diagnostics, (struct where){0}, "'%s' is no month; write it as 2027-01",
                      month_id);
    return STATUS_BAD_INPUT;
  }
  struct reader reader = {.source = source,
                          .diagnostics = diagnostics,
                          .service = (struct service *)service,
                          .month = month_new(year, month),
                          .nodes = arena_new()};
  reader.arena = reader.month->arena;
  check_holidays(&reader);
  month_read_file(&reader);
  leave_read(&reader);
  locks_read(&reader);
  preferences_read(&reader);
  arena_free(reader.nodes);
  if (diagnostics_errors(diagnostics) > errors) {
    month_free(reader.month);
    return STATUS_BAD_INPUT;
  }
  *out = reader.month;
  return STATUS_OK;
}

char **inputs_months(const struct source *source)
{
  g_auto(GStrv) names = source_list(source, "", "");
  GPtrArray *months = g_ptr_array_new();
  int year, month;
  for (char **name = names; *name; name++)
    if (parse_month(*name, &year, &month))
      g_ptr_array_add(months, g_strdup(*name));
  g_ptr_array_add(months, NULL);
  return (char **)g_ptr_array_free(months, FALSE);
}
