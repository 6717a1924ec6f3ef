#include "tests/support/world.h"

#include "inputs/inputs.h"
#include "tests/support/check.h"

#include <string.h>

/* A top-level key of a YAML file with all that belongs to it. */
struct section {
  const char *key, *text;
};

static const struct section tiny_service[] = {
    {"service", "service: Tiny\n"},
    {"holidays", "holidays: none\n"},
    {"sessions",
     "sessions:\n"
     "  am:  {from: \"08:30\", to: \"12:15\"}\n"
     "  pm:  {from: \"13:15\", to: \"17:00\"}\n"
     "  eve: {from: \"17:00\", to: \"20:00\"}\n"},
    {"week", "week: {mon-fri: [am, pm], tue: [eve]}\n"},
    {"sites",
     "sites:\n"
     "  hove:    {kind: hub, rooms: 2}\n"
     "  crawley: {kind: hub, rooms: 1}\n"
     "  remote:  {kind: remote}\n"},
    {"pcns",
     "pcns:\n"
     "  goldstone: {ods: U46447, patients: 8000, rooms: 1,\n"
     "              fcp: {named: [ann], deputy: [bob]}}\n"},
    {"travel", "travel: {default: 30}\n"},
    {"tasks",
     "tasks:\n"
     "  clinic:  {stream: generalist, skill: msk, at: hub, spare: yes}\n"
     "  spine:   {stream: specialist, skill: spine, at: hub, spare: yes}\n"
     "  fcp:     {stream: generalist, skill: fcp, min_stage: 1, at: pcn, spare: yes}\n"
     "  duty:    {min_band: 7, at: [hub, remote], spare: yes}\n"
     "  support: {at: [hub, remote], room: none, spare: yes}\n"},
};

static const struct section tiny_clinicians[] = {
    {"ann",
     "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove, team: hove,\n"
     "      works: {mon-fri: [am, pm], tue: [eve]},\n"
     "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"},
    {"bob",
     "bob: {name: Bob Best, band: 6, wte: 1.0, base: hove, team: hove, drives: no,\n"
     "      works: {mon-fri: [am, pm]},\n"
     "      skills: {msk: yes, fcp: {stage: 1}}}\n"},
    {"cat",
     "cat: {name: Cat Cole, band: 5, wte: 0.5, base: crawley, team: crawley,\n"
     "      works: {mon-wed: [am, pm]},\n"
     "      skills: {msk: yes}}\n"},
};

/* Cuts a text into its top-level keys; the caller frees. */
static GArray *cut(const char *text, GStringChunk *chunk)
{
  GArray *sections = g_array_new(FALSE, FALSE, sizeof(struct section));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(GString) body = g_string_new(NULL);
  const char *key = NULL;
  for (int i = 0;; i++) {
    bool starts = lines[i] && g_ascii_isalpha(lines[i][0]);
    if (key && (starts || !lines[i])) {
      struct section section = {key, g_string_chunk_insert(chunk, body->str)};
      g_array_append_val(sections, section);
    }
    if (!lines[i])
      return sections;
    if (starts) {
      size_t length = strcspn(lines[i], ":");
      key = g_string_chunk_insert_len(chunk, lines[i], (gssize)length);
      g_string_truncate(body, 0);
    }
    g_string_append_printf(body, "%s\n", lines[i]);
  }
}

static const struct section *find(const struct section *sections, size_t count, const char *key)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(sections[i].key, key) == 0)
      return &sections[i];
  return NULL;
}

/* The base with the sections of `over` in place of its own; more come last. */
static char *lay_over(const struct section *base, size_t n_base, const char *over)
{
  g_autoptr(GStringChunk) chunk = g_string_chunk_new(1024);
  g_autoptr(GArray) ours = cut(over ? over : "", chunk);
  const struct section *overlay = (const struct section *)(const void *)ours->data;
  GString *out = g_string_new(NULL);
  for (size_t i = 0; i < n_base; i++) {
    const struct section *other = find(overlay, ours->len, base[i].key);
    g_string_append(out, other ? other->text : base[i].text);
  }
  for (size_t i = 0; i < ours->len; i++)
    if (!find(base, n_base, overlay[i].key))
      g_string_append(out, overlay[i].text);
  return g_string_free(out, FALSE);
}

static void print_mistakes(struct diagnostics *diagnostics)
{
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  for (int i = 0; i < count; i++)
    print_error("%s:%d:%d: %s\n", items[i].where.file, items[i].where.line, items[i].where.column,
                items[i].text);
}

static const char *month_id_of(const struct rule_example *example)
{
  return example && example->month_id ? example->month_id : WORLD_MONTH;
}

static void add_files(struct source *source, const struct rule_example *example, const char *rules)
{
  g_autofree char *service =
      lay_over(tiny_service, G_N_ELEMENTS(tiny_service), example ? example->service : NULL);
  g_autofree char *clinicians = lay_over(tiny_clinicians, G_N_ELEMENTS(tiny_clinicians),
                                         example ? example->clinicians : NULL);
  g_autofree char *with_rules = g_strdup_printf("%srules: %s\n", service, rules ? rules : "[]");
  source_add(source, "service.yaml", with_rules);
  source_add(source, "clinicians.yaml", clinicians);
  if (!example)
    return;
  g_autofree char *month_path = g_strconcat(month_id_of(example), "/month.yaml", NULL);
  if (example->month)
    source_add(source, month_path, example->month);
  for (int i = 0; i < EXAMPLE_FILES_MAX && example->files[i].path; i++)
    source_add(source, example->files[i].path, example->files[i].text);
}

struct source *world_source(const struct rule_example *example, const char *rules)
{
  struct source *source = source_memory();
  add_files(source, example, rules);
  return source;
}

struct world *world_read(struct source *source, const char *month_id)
{
  struct world *world = g_new0(struct world, 1);
  struct diagnostics *diagnostics = diagnostics_new();
  bool read =
      inputs_read_service(source, diagnostics, &world->service) == STATUS_OK &&
      inputs_read_month(source, world->service, month_id, diagnostics, &world->month) == STATUS_OK;
  if (!read)
    print_mistakes(diagnostics);
  diagnostics_free(diagnostics);
  source_free(source);
  if (!read) {
    world_free(world);
    fail_msg("the tiny world can't be read");
  }
  return world;
}

struct world *world_new(const struct rule_example *example, const char *rules)
{
  return world_read(world_source(example, rules), month_id_of(example));
}

void world_free(struct world *world)
{
  if (!world)
    return;
  month_free(world->month);
  service_free(world->service);
  g_free(world);
}

struct world *world_of_rule(const struct rule *rule, const struct rule_example *example)
{
  g_autofree char *rules =
      g_strdup_printf("[{%s: %s}%s%s]", rule->name, example->use, example->beside ? ", " : "",
                      example->beside ? example->beside : "");
  struct world *world = world_new(example, rules);
  struct rule_use *uses = world->service->uses;
  int written = 0;
  while (written < world->service->n_uses &&
         (uses[written].rule != rule || !uses[written].where.file))
    written++;
  assert_true(written < world->service->n_uses);
  uses[0] = uses[written];
  int kept = 1;
  while (example->beside && kept < world->service->n_uses && uses[kept].where.file)
    kept++;
  world->service->n_uses = kept;
  return world;
}

static struct assignment read_line(const struct world *world, const char *line)
{
  struct assignment out = {NONE, NONE, NONE, NONE, false};
  g_auto(GStrv) words = g_strsplit(line, " ", -1);
  int date = DATE_NONE;
  if (g_strv_length(words) == 5 && date_parse(words[1], &date)) {
    out.clinician = service_clinician(world->service, words[0]);
    out.slot = month_slot(world->month, date, service_block(world->service, words[2]));
    out.task = service_task(world->service, words[3]);
    out.site = service_site(world->service, words[4]);
  }
  if (out.clinician == NONE || out.slot == NONE || out.task == NONE || out.site == NONE)
    fail_msg("not an assignment of the tiny world: '%s'", line);
  return out;
}

GArray *world_assignments(const struct world *world, const char *lines)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  g_auto(GStrv) each = g_strsplit(lines, "\n", -1);
  for (int i = 0; each[i]; i++) {
    if (!each[i][0])
      continue;
    struct assignment assignment = read_line(world, each[i]);
    g_array_append_val(out, assignment);
  }
  return out;
}
