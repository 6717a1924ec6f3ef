/* preferences/ID.yaml: what each clinician asks for, against the criteria. What is wrong
 * here is a slip: the wish is left out, or the file where it can't be parsed or is not
 * certainly one person's for this month. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum { REQUESTS_MAX = 500, FILES_MAX = 1000 };

/* A file of preferences while it is read. */
struct file {
  struct preferences preferences;
  const struct node *clinician, *submitted;
  bool other_month;
};

static bool read_level(struct reader *reader, const struct node *value, int *out)
{
  return value_choice(reader, value, reader->service->levels.names, out);
}

static struct wish *read_wishes(struct reader *reader, enum thing thing, const struct node *map,
                                const char *what, int *count)
{
  if (!reader_is_map(reader, map, what))
    return NULL;
  struct wish *wishes = ARENA_NEW(reader->arena, struct wish, map->count);
  for (int i = 0; i < map->count; i++) {
    struct wish wish = {.item = refer(reader, thing, map->keys[i]), .where = map->keys[i]->where};
    if (read_level(reader, map->items[i], &wish.level) && wish.item != NONE)
      wishes[(*count)++] = wish;
  }
  return wishes;
}

static void read_locations(struct reader *reader, const struct key *key, const struct node *value,
                           void *field)
{
  struct preferences *preferences = field;
  preferences->sites = read_wishes(reader, THING_SITE, value, key->name, &preferences->n_sites);
}

static void read_tasks(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct preferences *preferences = field;
  preferences->tasks = read_wishes(reader, THING_TASK, value, key->name, &preferences->n_tasks);
}

static void read_people(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  struct preferences *preferences = field;
  preferences->people =
      read_wishes(reader, THING_CLINICIAN, value, key->name, &preferences->n_people);
}

static void read_on(struct reader *reader, const struct key *key, const struct node *value,
                    void *field)
{
  struct session_request *request = field;
  const struct month *month = reader->month;
  int date;
  uint8_t blocks;
  (void)key;
  if (!when_dated(reader, value, &date, &blocks))
    return;
  if (date < month->days[0].date || date > month->days[month->n_days - 1].date) {
    diagnostics_error(reader->diagnostics, value->where, "the date is not in %s", month->name);
    return;
  }
  request->date = date;
  memset(request->when.blocks, blocks, sizeof request->when.blocks);
}

static const struct key want_table[] = {
    {.name = "task", .read = key_task, .offset = offsetof(struct session_request, task)},
    {.name = "at", .read = key_site, .offset = offsetof(struct session_request, site)},
};
static const struct keys want_keys = KEYS_OF("want", want_table);

static void read_want(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  struct session_request *request = field;
  if (value->kind == NODE_SCALAR && strcmp(value->text, "off") == 0)
    request->off = true;
  else if (value->kind != NODE_MAP || value->count == 0)
    diagnostics_error(reader->diagnostics, value->where,
                      "expected off, or {task: ..., at: ...}, found %s",
                      reader_describe(reader, value));
  else
    reader_map(reader, value, key->inside, request);
}

static void read_how(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  (void)key;
  read_level(reader, value, &((struct session_request *)field)->level);
}

static const struct key request_table[] = {
    {.name = "on", .read = read_on},
    {.name = "every", .read = key_pattern, .offset = offsetof(struct session_request, when)},
    {.name = "want", .read = read_want, .required = true, .inside = &want_keys},
    {.name = "how", .read = read_how},
};
static const struct keys request_keys = KEYS_OF("a session request", request_table);

static void report_off(struct reader *reader, struct where where)
{
  const struct levels *levels = &reader->service->levels;
  g_autoptr(GString) words = g_string_new(NULL);
  for (int l = 0; l < levels->wished; l++)
    g_string_append_printf(words, "%s'%s'",
                           l == 0                    ? ""
                           : l == levels->wished - 1 ? " or "
                                                     : ", ",
                           levels->names[l]);
  diagnostics_error(reader->diagnostics, where, "off is asked for at %s", words->str);
}

static bool read_request(struct reader *reader, const struct node *node,
                         struct session_request *out)
{
  struct session_request request = {.when = pattern_always(),
                                    .date = DATE_NONE,
                                    .task = NONE,
                                    .site = NONE,
                                    .where = node->where};
  int mistakes = diagnostics_mistakes(reader->diagnostics);
  if (!reader_map(reader, node, &request_keys, &request))
    return false;
  const struct node *on = node_get(node, "on"), *every = node_get(node, "every");
  if (!on == !every)
    diagnostics_error(reader->diagnostics, node->where, "a session request needs 'on' or 'every'%s",
                      on ? ", not both" : "");
  if (request.task != NONE && request.site != NONE)
    refer_is_done_at(reader, node_get(node, "want")->where, request.task, request.site);
  if (request.off && request.level >= reader->service->levels.wished)
    report_off(reader, node_get(node, "how")->where);
  *out = request;
  return diagnostics_mistakes(reader->diagnostics) == mistakes;
}

static void read_sessions(struct reader *reader, const struct key *key, const struct node *value,
                          void *field)
{
  struct preferences *preferences = field;
  (void)key;
  if (!reader_is_list(reader, value, "sessions") ||
      !reader_bound(reader, value->where, "session requests", value->count, REQUESTS_MAX))
    return;
  preferences->requests = ARENA_NEW(reader->arena, struct session_request, value->count);
  for (int i = 0; i < value->count; i++)
    preferences->n_requests +=
        read_request(reader, value->items[i], &preferences->requests[preferences->n_requests]);
}

static void read_month(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct file *file = field;
  const char *text;
  (void)key;
  if (!value_text(reader, value, "a month such as 2027-01", &text))
    return;
  file->other_month = strcmp(text, reader->month->id) != 0;
  if (file->other_month)
    diagnostics_error(reader->diagnostics, value->where, "for %s, but in the folder of %s",
                      reader_describe(reader, value), reader->month->id);
}

static const struct key preferences_table[] = {
    {.name = "clinician",
     .read = key_node,
     .offset = offsetof(struct file, clinician),
     .required = true},
    {.name = "month", .read = read_month, .required = true},
    {.name = "submitted", .read = key_node, .offset = offsetof(struct file, submitted)},
    {.name = "locations", .read = read_locations, .offset = offsetof(struct file, preferences)},
    {.name = "tasks", .read = read_tasks, .offset = offsetof(struct file, preferences)},
    {.name = "sessions",
     .read = read_sessions,
     .offset = offsetof(struct file, preferences),
     .inside = &request_keys},
    {.name = "people", .read = read_people, .offset = offsetof(struct file, preferences)},
};
const struct keys preferences_keys = KEYS_OF("a preferences file", preferences_table);

/* Is the file named for whom it is about? */
static bool check_name(struct reader *reader, const struct file *file, const char *name)
{
  g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".yaml"));
  if (strcmp(file->clinician->text, stem) == 0)
    return true;
  diagnostics_error(reader->diagnostics, file->clinician->where,
                    "'%s' in a file that is named for '%s'", file->clinician->text, stem);
  return false;
}

static bool read_file(struct reader *reader, const char *name, struct preferences *out)
{
  g_autofree char *path = g_build_filename(reader->month->id, "preferences", name, NULL);
  const struct node *node = reader_tree(reader, path, NULL);
  struct file file = {.preferences = {.clinician = NONE, .submitted = DATE_NONE}};
  if (!node || !reader_map(reader, node, &preferences_keys, &file) || !file.clinician)
    return false;
  file.preferences.where = (struct where){node->where.file, 0, 0};
  file.preferences.clinician = refer(reader, THING_CLINICIAN, file.clinician);
  if (file.preferences.clinician == NONE || !check_name(reader, &file, name) || file.other_month)
    return false;
  preferences_check(reader, file.submitted, &file.preferences);
  preferences_check_possible(reader, &file.preferences);
  *out = file.preferences;
  return true;
}

static int by_clinician(const void *left, const void *right)
{
  const struct preferences *a = left, *b = right;
  return (a->clinician > b->clinician) - (a->clinician < b->clinician);
}

/* Diagnostics may hold slips of other months too. */
static void keep_omissions(struct reader *reader, const char *folder)
{
  struct month *month = reader->month;
  int count;
  const struct diagnostic *items = diagnostics_sorted(reader->diagnostics, &count);
  month->omissions = ARENA_NEW(month->arena, struct omission, count);
  for (int i = 0; i < count; i++)
    if (items[i].severity == SEVERITY_SLIP && g_str_has_prefix(items[i].where.file, folder)) {
      struct omission *omission = &month->omissions[month->n_omissions++];
      omission->where = items[i].where;
      omission->where.file = arena_strdup(month->arena, items[i].where.file);
      omission->text = arena_strdup(month->arena, items[i].text);
    }
}

void preferences_read(struct reader *reader)
{
  struct month *month = reader->month;
  g_autofree char *folder = g_build_filename(month->id, "preferences", NULL);
  g_auto(GStrv) names = source_list(reader->source, folder, ".yaml");
  if (!reader_bound(reader, (struct where){arena_strdup(reader->arena, folder), 0, 0}, "files",
                    (int)g_strv_length(names), FILES_MAX))
    return;
  month->preferences = ARENA_NEW(month->arena, struct preferences, g_strv_length(names));
  diagnostics_set_lenient(reader->diagnostics, true);
  for (char **name = names; *name; name++)
    month->n_preferences += read_file(reader, *name, &month->preferences[month->n_preferences]);
  preferences_check_off(reader);
  diagnostics_set_lenient(reader->diagnostics, false);
  qsort(month->preferences, (size_t)month->n_preferences, sizeof *month->preferences, by_clinician);
  keep_omissions(reader, folder);
}
