/* A scenario: the trees of a service and a month are edited with nodes that keep
 * their place in the scenario's file, and then read as ever, so that every check
 * applies and cites the line at fault. See docs/decisions/0020. */
#include "inputs/node_text.h"
#include "inputs/overlay.h"
#include "inputs/sections.h"
#include "inputs/tree.h"
#include "inputs/value.h"
#include "model/waiting/waiting.h"
#include "scenarios/levers.h"
#include "scenarios/making_report.h"
#include "scenarios/making_sessions.h"
#include "scenarios/making_weeks.h"
#include "scenarios/scenarios.h"

#include <string.h>

enum { CHANGES_MAX = 500 };

/* Every kind of change, and the keys of its body where they are its own. */
#define LEVERS(LEVER)                                                                              \
  LEVER(add, &lever_add_keys)                                                                      \
  LEVER(close, &lever_close_keys)                                                                  \
  LEVER(cover, NULL)                                                                               \
  LEVER(demand, &lever_demand_keys)                                                                \
  LEVER(dna, NULL)                                                                                 \
  LEVER(evenings, &lever_evenings_keys)                                                            \
  LEVER(event, &lever_event_keys)                                                                  \
  LEVER(follow_ups, NULL)                                                                          \
  LEVER(leave, &lever_leave_keys)                                                                  \
  LEVER(list, &lever_list_keys)                                                                    \
  LEVER(move, &lever_move_keys)                                                                    \
  LEVER(open, &lever_open_keys)                                                                    \
  LEVER(remove, &lever_remove_keys)                                                                \
  LEVER(set, NULL)                                                                                 \
  LEVER(sickness, &lever_sickness_keys)                                                            \
  LEVER(vacancy, &lever_vacancy_keys)

#define AS_LEVER(kind, keys) lever_##kind,
#define AS_KEY(kind, keys) {.name = #kind, .inside = (keys)},
static lever *const levers[] = {LEVERS(AS_LEVER)};
static const struct key change_table[] = {LEVERS(AS_KEY)};
static const struct keys change_keys = KEYS_OF("changes", change_table);

/* What the file holds. */
struct content {
  const char *name;
  const struct node *changes, *horizon;
};

static const struct key scenario_table[] = {
    {.name = "scenario",
     .read = key_text,
     .offset = offsetof(struct content, name),
     .required = true},
    {.name = "changes",
     .read = key_node,
     .offset = offsetof(struct content, changes),
     .inside = &change_keys},
    {.name = "horizon", .read = key_node, .offset = offsetof(struct content, horizon)},
};
const struct keys scenario_keys = KEYS_OF("a scenario", scenario_table);

/* The number of weeks in "26 weeks"; 0: that is not how it is written. */
static int weeks_of(const struct node *node)
{
  g_auto(GStrv) words = g_strsplit(node->kind == NODE_SCALAR ? node->text : "", " ", -1);
  guint64 weeks;
  if (g_strv_length(words) != 2 || !g_str_has_prefix(words[1], "week") ||
      !g_ascii_string_to_unsigned(words[0], 10, 1, WAITING_WEEKS_MAX, &weeks, NULL))
    return 0;
  return (int)weeks;
}

static void read_horizon(struct making *making, const struct node *node)
{
  int weeks = weeks_of(node);
  if (weeks == 0)
    making_error(making, node->where, "expected weeks, from \"1 week\" to \"%d weeks\", found %s",
                 WAITING_WEEKS_MAX, reader_describe(&making->reader, node));
  else
    making->scenario->horizon_weeks = weeks;
}

static void apply_change(struct making *making, const struct node *change)
{
  const char *known[G_N_ELEMENTS(levers)];
  if (change->kind != NODE_MAP || change->count != 1) {
    making_error(making, change->where,
                 "expected one change, such as set: {tasks.clinic.slots.new: 4}, found %s",
                 reader_describe(&making->reader, change));
    return;
  }
  const struct node *name = change->keys[0];
  for (size_t i = 0; i < G_N_ELEMENTS(levers); i++) {
    known[i] = change_table[i].name;
    if (strcmp(known[i], name->text) == 0) {
      levers[i](making, change->items[0]);
      return;
    }
  }
  reader_unknown(&making->reader, name->where, "change", name->text, known,
                 (int)G_N_ELEMENTS(levers));
}

static void apply(struct making *making, const struct node *file)
{
  struct content content = {.name = ""};
  if (!reader_map(&making->reader, file, &scenario_keys, &content))
    return;
  making->scenario->name = content.name;
  if (content.horizon)
    read_horizon(making, content.horizon);
  const struct node *changes = content.changes;
  if (changes && reader_is_list(&making->reader, changes, "changes") &&
      reader_bound(&making->reader, changes->where, "changes", changes->count, CHANGES_MAX))
    for (int i = 0; i < changes->count; i++)
      apply_change(making, changes->items[i]);
}

static void list_files(struct making *making)
{
  g_auto(GStrv) names = source_list(making->reader.source, "clinicians", ".yaml");
  g_ptr_array_add(making->files, (gpointer)g_intern_string("clinicians.yaml"));
  for (char **name = names; *name; name++) {
    g_autofree char *path = g_build_filename("clinicians", *name, NULL);
    g_ptr_array_add(making->files, (gpointer)g_intern_string(path));
  }
}

static void making_start(struct making *making, struct source *source,
                         const struct service *service, const struct month *month,
                         struct diagnostics *diagnostics)
{
  *making = (struct making){
      .service = service,
      .month = month,
      .scenario = scenario_new(),
      .nodes = arena_new(),
      .trees = g_hash_table_new(g_str_hash, g_str_equal),
      .files = g_ptr_array_new(),
      .finishes = g_array_new(FALSE, FALSE, sizeof(struct finish)),
      .later = g_array_new(FALSE, FALSE, sizeof(struct making_later)),
      .words = g_ptr_array_new(),
  };
  making->reader = (struct reader){.source = source,
                                   .diagnostics = diagnostics,
                                   .service = service,
                                   .arena = making->scenario->arena,
                                   .nodes = making->nodes};
  list_files(making);
}

static void making_end(struct making *making)
{
  g_ptr_array_free(making->words, TRUE);
  g_array_free(making->later, TRUE);
  g_array_free(making->finishes, TRUE);
  g_ptr_array_free(making->files, TRUE);
  g_hash_table_unref(making->trees);
  arena_free(making->nodes);
}

/* What comes back in every month, as it is written by now; g_free it. */
static char *events_text(struct making *making)
{
  GString *out = g_string_new(NULL);
  node_text(out, making_section(making, MAKING_SERVICE, "events", NODE_MAP), NULL);
  return g_string_free(out, FALSE);
}

/* Fills in what the scenario says of itself, beside its service and month. */
static void describe(struct making *making, const struct service *service)
{
  struct scenario *scenario = making->scenario;
  scenario->later = ARENA_NEW(scenario->arena, struct later, making->later->len);
  for (guint i = 0; i < making->later->len; i++)
    scenario->later[scenario->n_later++] =
        g_array_index(making->later, struct making_later, i).later;
  scenario->is_new = ARENA_NEW(scenario->arena, bool, service->n_clinicians);
  for (int c = 0; c < service->n_clinicians; c++)
    scenario->is_new[c] = service_clinician(making->service, service->clinicians[c].id) == NONE;
  scenario->changes = arena_copy(scenario->arena, making->words->pdata, making->words->len,
                                 sizeof *scenario->changes);
  scenario->n_changes = (int)making->words->len;
}

static void finish(struct making *making, struct service *service, struct month *month)
{
  for (guint i = 0; i < making->finishes->len; i++) {
    const struct finish *finish = &g_array_index(making->finishes, struct finish, i);
    finish->run(making, service, month, finish->data);
  }
}

/* The making has diagnostics of its own, so every error in them is the scenario's. */
static enum status make(struct making *making, const struct scenario_weeks *weeks,
                        struct service **service, struct month **month)
{
  struct diagnostics *diagnostics = making->reader.diagnostics;
  struct service *changed = NULL;
  struct month *changed_month = NULL;
  struct month *own = weeks ? making_weeks_begin(making, weeks) : NULL;
  const char *const ids[] = {making->month->id, NULL};
  inputs_read_overlaid(making->reader.source, making->trees, ids, diagnostics, &changed,
                       &changed_month);
  month_free(own);
  if (diagnostics_errors(diagnostics) > 0) {
    month_free(changed_month);
    service_free(changed);
    return STATUS_BAD_INPUT;
  }
  if (weeks)
    making_weeks_settle(changed, changed_month, weeks->leave);
  else
    finish(making, changed, changed_month);
  describe(making, changed);
  *service = changed;
  *month = changed_month;
  return STATUS_OK;
}

/* What is read: a month, or weeks after it, as a scenario's file changes it. */
struct reading {
  struct source *source;
  const struct source_file *file; /* NULL: as it stands */
  const struct scenario_weeks *weeks;
  struct diagnostics *diagnostics;
};

/* NULL: it can't be read, as was reported. */
static const struct node *read_file(struct making *making, const struct source_file *file)
{
  making->scenario->path = arena_strdup(making->scenario->arena, file->path);
  g_strlcpy(making->scenario->sha256, file->sha256, sizeof making->scenario->sha256);
  return tree_read(file, g_intern_string(file->path), making->nodes, making->reader.diagnostics);
}

/* Its levers read the service as it stands, with the sessions that the file itself adds. */
static enum status apply_file(struct making *making, const struct node *file,
                              const struct scenario_weeks *weeks, struct service **service,
                              struct month **month)
{
  struct service *wider;
  struct month *wider_month;
  making_sessions_read(making, file, &wider, &wider_month);
  if (wider) {
    making->service = making->reader.service = wider;
    making->month = wider_month;
  }
  g_autofree char *before = events_text(making);
  apply(making, file);
  g_autofree char *after = events_text(making);
  making->scenario->recurring = strcmp(before, after) != 0;
  enum status status = make(making, weeks, service, month);
  month_free(wider_month);
  service_free(wider);
  return status;
}

static enum status change(const struct reading *reading, const struct service *standing,
                          const struct month *standing_month, struct scenario **scenario,
                          struct service **service, struct month **month)
{
  struct making making;
  making_start(&making, reading->source, standing, standing_month, reading->diagnostics);
  enum status status = STATUS_BAD_INPUT;
  const struct node *file = reading->file ? read_file(&making, reading->file) : NULL;
  if (file)
    status = apply_file(&making, file, reading->weeks, service, month);
  else if (!reading->file)
    status = make(&making, reading->weeks, service, month);
  if (status == STATUS_OK && scenario)
    *scenario = making.scenario;
  else
    scenario_free(making.scenario);
  making_end(&making);
  return status;
}

/* The scenario's file, if `path` is not NULL. */
static enum status open_file(struct source *scenarios, const char *path,
                             struct diagnostics *diagnostics, const struct source_file **out)
{
  int errors = diagnostics_errors(diagnostics);
  *out = path ? source_read(scenarios, path, diagnostics) : NULL;
  if (path && !*out && diagnostics_errors(diagnostics) == errors)
    diagnostics_error(diagnostics, (struct where){path, 0, 0}, "there is no such file");
  return path && !*out ? STATUS_BAD_INPUT : STATUS_OK;
}

static enum status read_any(struct source *source, struct source *scenarios, const char *path,
                            const char *month_id, const struct scenario_weeks *weeks,
                            struct diagnostics *diagnostics, struct scenario **scenario,
                            struct service **service, struct month **month)
{
  const char *const ids[] = {month_id, NULL};
  struct diagnostics *before = diagnostics_new(), *after = diagnostics_new();
  diagnostics_set_strict(before, diagnostics_strict(diagnostics));
  diagnostics_set_strict(after, diagnostics_strict(diagnostics) && !weeks);
  struct service *standing = NULL;
  struct month *standing_month = NULL;
  enum status status = inputs_read(source, ids, before, &standing, &standing_month);
  if (status != STATUS_OK) {
    struct diagnostics *nothing = diagnostics_new();
    making_pass_on(before, nothing, NULL, diagnostics);
    diagnostics_free(nothing);
  } else {
    struct reading reading = {source, NULL, weeks, after};
    status = open_file(scenarios, path, after, &reading.file);
    if (status == STATUS_OK)
      status = change(&reading, standing, standing_month, scenario, service, month);
    if (!weeks || status != STATUS_OK)
      making_pass_on(after, before, path, diagnostics);
  }
  month_free(standing_month);
  service_free(standing);
  diagnostics_free(after);
  diagnostics_free(before);
  return status;
}

enum status scenario_read(struct source *source, struct source *scenarios, const char *path,
                          const char *month_id, struct diagnostics *diagnostics,
                          struct scenario **scenario, struct service **service,
                          struct month **month)
{
  return read_any(source, scenarios, path, month_id, NULL, diagnostics, scenario, service, month);
}

enum status scenario_read_weeks(struct source *source, struct source *scenarios, const char *path,
                                const char *month_id, const struct scenario_weeks *weeks,
                                struct diagnostics *diagnostics, struct service **service,
                                struct month **month)
{
  return read_any(source, scenarios, path, month_id, weeks, diagnostics, NULL, service, month);
}
