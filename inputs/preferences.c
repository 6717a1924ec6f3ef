/* preferences/ID.yaml: what each clinician asks for, against the criteria. What is wrong
 * here is a slip: the wish is left out, or the file where it can't be parsed or is not
 * certainly one person's for this month. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/sent_file.h"
#include "inputs/value.h"

#include <string.h>

enum { FILES_MAX = 1000 };

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

static const struct key preferences_table[] = {
    {.name = "clinician",
     .read = key_node,
     .offset = offsetof(struct sent_file, clinician),
     .required = true},
    {.name = "month", .read = key_month, .required = true},
    {.name = "submitted", .read = key_node, .offset = offsetof(struct sent_file, submitted)},
    {.name = "locations",
     .read = read_locations,
     .offset = offsetof(struct sent_file, preferences)},
    {.name = "tasks", .read = read_tasks, .offset = offsetof(struct sent_file, preferences)},
    {.name = "sessions",
     .read = key_requests,
     .offset = offsetof(struct sent_file, preferences),
     .inside = &request_keys},
    {.name = "people", .read = read_people, .offset = offsetof(struct sent_file, preferences)},
};
const struct keys preferences_keys = KEYS_OF("a preferences file", preferences_table);

static bool read_file(struct reader *reader, const char *folder, const char *name,
                      struct preferences *out)
{
  struct sent_file file;
  if (!sent_file_read(reader, folder, name, &preferences_keys, &file))
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

static bool is_slip_of(const struct diagnostic *item, const char *folder)
{
  return item->severity == SEVERITY_SLIP && g_str_has_prefix(item->where.file, folder) &&
         item->where.file[strlen(folder)] == '/';
}

/* Diagnostics may hold slips of other months too. */
static void keep_omissions(struct reader *reader, const char *folder, const char *objections)
{
  struct month *month = reader->month;
  int count;
  const struct diagnostic *items = diagnostics_sorted(reader->diagnostics, &count);
  month->omissions = ARENA_NEW(month->arena, struct omission, count);
  for (int i = 0; i < count; i++)
    if (is_slip_of(&items[i], folder) || is_slip_of(&items[i], objections)) {
      struct omission *omission = &month->omissions[month->n_omissions++];
      omission->where = items[i].where;
      omission->where.file = arena_strdup(month->arena, items[i].where.file);
      omission->text = arena_strdup(month->arena, items[i].text);
    }
}

/* The files of the folder; NULL: too many. */
static char **list_files(struct reader *reader, const char *folder)
{
  g_auto(GStrv) names = source_list(reader->source, folder, ".yaml");
  const struct where where = {arena_strdup(reader->arena, folder), 0, 0};
  bool fine = reader_bound(reader, where, "files", (int)g_strv_length(names), FILES_MAX);
  return fine ? g_steal_pointer(&names) : NULL;
}

void preferences_read(struct reader *reader)
{
  struct month *month = reader->month;
  g_autofree char *folder = g_build_filename(month->id, "preferences", NULL);
  g_autofree char *objections = g_build_filename(month->id, "objections", NULL);
  g_auto(GStrv) names = list_files(reader, folder), objectors = list_files(reader, objections);
  if (!names || !objectors)
    return;
  month->preferences =
      ARENA_NEW(month->arena, struct preferences, g_strv_length(names) + g_strv_length(objectors));
  diagnostics_set_lenient(reader->diagnostics, true);
  for (char **name = names; *name; name++)
    month->n_preferences +=
        read_file(reader, folder, *name, &month->preferences[month->n_preferences]);
  int n_sent = month->n_preferences;
  objections_read(reader, objections, objectors);
  preferences_check_off(reader);
  objections_join(reader, n_sent);
  diagnostics_set_lenient(reader->diagnostics, false);
  qsort(month->preferences, (size_t)month->n_preferences, sizeof *month->preferences, by_clinician);
  keep_omissions(reader, folder, objections);
}
