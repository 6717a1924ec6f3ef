#include "inputs/inputs.h"

#include "inputs/exchange.h"
#include "inputs/history_reader.h"
#include "inputs/month_folders.h"
#include "inputs/overlay.h"
#include "inputs/posts.h"
#include "inputs/reader.h"
#include "inputs/sections.h"
#include "inputs/unread.h"
#include "inputs/value.h"
#include "inputs/waiting_counts.h"
#include "inputs/when.h"

#include <assert.h>
#include <string.h>

enum { FULL_TIME_HOURS_MAX = 60 };

/* What service.yaml holds, before the lists in it are known. */
struct content {
  const char *name;
  int full_time_hundredths; /* of an hour a week */
  const struct node *holidays, *sessions, *week, *sites, *pcns, *travel, *tasks, *demand, *events,
      *rules, *criteria, *waiting_list, *sees;
};

static const struct key service_table[] = {
    {.name = "service",
     .read = key_text,
     .offset = offsetof(struct content, name),
     .required = true},
    {.name = "holidays", .read = key_node, .offset = offsetof(struct content, holidays)},
    {.name = "full_time_hours",
     .read = key_hundredths,
     .offset = offsetof(struct content, full_time_hundredths),
     .least = 100,
     .most = 100 * FULL_TIME_HOURS_MAX},
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
    {.name = "sees", .read = key_node, .offset = offsetof(struct content, sees)},
    {.name = "demand",
     .read = key_node,
     .offset = offsetof(struct content, demand),
     .inside = &demand_keys},
    {.name = "events",
     .read = key_node,
     .offset = offsetof(struct content, events),
     .inside = &recurring_keys},
    {.name = "rules",
     .read = key_node,
     .offset = offsetof(struct content, rules),
     .inside = &use_keys},
    {.name = "criteria",
     .read = key_node,
     .offset = offsetof(struct content, criteria),
     .inside = &criteria_keys},
    {.name = "waiting_list",
     .read = key_node,
     .offset = offsetof(struct content, waiting_list),
     .inside = &waiting_list_keys},
};
const struct keys service_keys = KEYS_OF("service.yaml", service_table);

/* In an order in which everything is known before anything refers to it. */
static void read_sections(struct reader *reader, const struct content *content)
{
  GPtrArray *clinicians = g_ptr_array_new();
  sessions_read(reader, content->sessions);
  holidays_read(reader, content->holidays);
  week_read(reader, content->week);
  clinicians_declare(reader, clinicians);
  tasks_declare(reader, content->tasks);
  service_index(reader->draft);
  reader->exchange = exchange_read(reader);
  staff_read(reader, clinicians);
  sites_read(reader, content->sites, content->pcns);
  service_index(reader->draft);
  sites_read_serves(reader, content->sites, content->pcns);
  tasks_read(reader, content->tasks);
  travel_read(reader, content->travel);
  clinicians_read(reader, clinicians);
  posts_settle_sees(reader, content->sees);
  demand_read(reader, content->demand, &reader->draft->demands, &reader->draft->n_demands);
  recurring_read(reader, content->events);
  rules_read(reader, content->rules);
  criteria_read(reader, content->criteria);
  waiting_list_read(reader, content->waiting_list);
  service_check(reader);
  g_ptr_array_free(clinicians, TRUE);
}

static void read_service(struct reader *reader)
{
  struct service *service = reader->draft;
  struct content content = {.name = "", .full_time_hundredths = 3750};
  bool missing, readable = false;
  const struct node *file = reader_tree(reader, "service.yaml", &missing);
  if (missing)
    diagnostics_error(reader->diagnostics, reader->where, "there is no such file");
  else if (file && node_is_empty(file))
    diagnostics_error(reader->diagnostics, reader->where, "the file is empty");
  else if (file)
    readable = reader_map(reader, file, &service_keys, &content);
  for (int i = 0; !readable && i < THINGS; i++)
    reader->lost[i] = i != THING_CLINICIAN;
  service->name = content.name;
  service->full_time_minutes = (content.full_time_hundredths * 60 + 50) / 100;
  read_sections(reader, &content);
}

static void check_holidays(struct reader *reader)
{
  const struct service *service = reader->service;
  const struct month *month = reader->month;
  int unknown = month->from < service->holidays_from ? month->from : month->until;
  if (service->holidays_from != DATE_NONE &&
      (month->from < service->holidays_from || month->until > service->holidays_until))
    diagnostics_error(reader->diagnostics, service->where_holidays,
                      "the holidays of %d are not known here; write a list of dates",
                      date_year(unknown));
}

/* What could be read, even where there were mistakes, for month_free; NULL: the id is
 * no month's, or it is not known which days are the period's. */
static struct month *read_month(struct reader *reader, const char *id)
{
  int first, weeks;
  if (!month_id_parse(id, &first)) {
    diagnostics_error(reader->diagnostics, (struct where){id, 0, 0},
                      "this is no month; write it as 2027-01, or, of weeks, as their first day");
    return NULL;
  }
  struct reader inner = *reader;
  inner.draft = NULL;
  inner.nodes = inner.arena = arena_new();
  if (!month_weeks_read(&inner, id, &weeks)) {
    arena_free(inner.nodes);
    return NULL;
  }
  inner.month = month_new(first, weeks);
  inner.arena = inner.month->arena;
  check_holidays(&inner);
  month_read_file(&inner);
  works_check_turns(&inner);
  leave_read(&inner);
  agreed_check(&inner);
  locks_read(&inner);
  preferences_read(&inner);
  history_read(&inner);
  arena_free(inner.nodes);
  reader->suggested = inner.suggested;
  return inner.month;
}

/* Of two folders with days in common, of which one at least is read. */
static void name_overlaps(struct reader *reader, const GArray *folders)
{
  for (guint j = 1; j < folders->len; j++)
    for (guint i = 0; i < j; i++) {
      const struct month_folder *one = &g_array_index(folders, struct month_folder, i);
      const struct month_folder *two = &g_array_index(folders, struct month_folder, j);
      if (one->is_there && two->is_there && (one->is_asked || two->is_asked) &&
          one->until >= two->from)
        diagnostics_warning(reader->diagnostics, (struct where){two->id, 0, 0},
                            "has days of %s, which has a folder too: only one of the two can be "
                            "published",
                            one->id);
    }
}

/* One month after the other; NULL where the id is no month's. */
static void read_months(struct reader *reader, const char *const *month_ids, GPtrArray *out)
{
  struct reader inner = *reader;
  GArray *absences = g_array_new(FALSE, FALSE, sizeof(struct leave));
  inner.nodes = inner.arena = arena_new();
  g_autoptr(GArray) folders = month_folders_read(reader->source, reader->trees, month_ids);
  name_overlaps(reader, folders);
  leave_gather(&inner, folders, absences);
  reader->suggested = inner.suggested;
  reader->absences = absences;
  for (const char *const *id = month_ids; *id; id++)
    g_ptr_array_add(out, read_month(reader, *id));
  reader->absences = NULL;
  g_array_free(absences, TRUE);
  arena_free(inner.nodes);
}

static struct reader new_reader(struct source *source, struct diagnostics *diagnostics)
{
  struct reader reader = {.source = source,
                          .diagnostics = diagnostics,
                          .draft = service_new(),
                          .nodes = arena_new(),
                          .where = {.file = "service.yaml"}};
  reader.service = reader.draft;
  reader.arena = reader.draft->arena;
  return reader;
}

enum status inputs_read_overlaid(struct source *source, GHashTable *trees,
                                 const char *const *month_ids, struct diagnostics *diagnostics,
                                 struct service **service, struct month **months)
{
  int errors = diagnostics_errors(diagnostics);
  struct reader reader = new_reader(source, diagnostics);
  reader.trees = trees;
  if (!trees)
    unread_report(source, month_ids, diagnostics);
  GPtrArray *read = g_ptr_array_new();
  read_service(&reader);
  waiting_counts_apply(&reader, month_ids);
  if (diagnostics_errors(diagnostics) == errors)
    areas_read(&reader);
  read_months(&reader, month_ids, read);
  bool good = diagnostics_errors(diagnostics) == errors;
  assert(months || read->len == 0);
  for (guint i = 0; i < read->len; i++)
    if (good)
      months[i] = read->pdata[i];
    else
      month_free(read->pdata[i]);
  if (good)
    *service = reader.draft;
  else
    service_free(reader.draft);
  g_ptr_array_free(read, TRUE);
  exchange_free(reader.exchange);
  arena_free(reader.nodes);
  return good ? STATUS_OK : STATUS_BAD_INPUT;
}

enum status inputs_read(struct source *source, const char *const *month_ids,
                        struct diagnostics *diagnostics, struct service **service,
                        struct month **months)
{
  return inputs_read_overlaid(source, NULL, month_ids, diagnostics, service, months);
}

enum status inputs_read_service(struct source *source, struct diagnostics *diagnostics,
                                struct service **out)
{
  const char *const none[] = {NULL};
  return inputs_read(source, none, diagnostics, out, NULL);
}

enum status inputs_read_month(struct source *source, const struct service *service,
                              const char *month_id, struct diagnostics *diagnostics,
                              struct month **out)
{
  int errors = diagnostics_errors(diagnostics);
  struct reader reader = {.source = source, .diagnostics = diagnostics, .service = service};
  const char *const ids[] = {month_id, NULL};
  GPtrArray *read = g_ptr_array_new();
  reader.exchange = exchange_read(&reader);
  read_months(&reader, ids, read);
  exchange_free(reader.exchange);
  struct month *month = read->pdata[0];
  bool good = diagnostics_errors(diagnostics) == errors;
  g_ptr_array_free(read, TRUE);
  if (good)
    *out = month;
  else
    month_free(month);
  return good ? STATUS_OK : STATUS_BAD_INPUT;
}
