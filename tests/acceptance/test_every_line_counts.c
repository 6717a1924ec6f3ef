/* Every line that a person wrote counts. Each piece of every file of a service is taken away
 * in turn: then the programme is another, or the report or what becomes of the waiting list,
 * or there is a mistake; or else `rota check` has named the line. What says what would hold
 * anyway counts where other words for it change something. ROTA_EVERY_LINE_SERVICES: how
 * many services. */
#include "generator/generator.h"
#include "inputs/inputs.h"
#include "model/formulation.h"
#include "planning/asks.h"
#include "planning/assess.h"
#include "planning/decide.h"
#include "planning/documents.h"
#include "planning/variant_build.h"
#include "reports/terminal.h"
#include "tests/support/check.h"
#include "tests/support/pieces.h"
#include "tests/support/written.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SERVICES = 2, CLINICIANS_LEAST = 8, CLINICIANS_SPREAD = 8, BUILD_SECONDS = 1 };

static const char month_id[] = "2027-01";

/* What is known of a service as it was generated. */
struct base {
  GPtrArray *files; /* struct generator_file */
  struct diagnostics *said;
  struct variant *variant;
  struct outcome *outcome;
  struct start *rota;
  char *report;
};

/* --- reading ----------------------------------------------------------------- */

static struct source *source_with(const struct base *base, const char *path, const char *text)
{
  struct source *source = source_memory();
  for (guint i = 0; i < base->files->len; i++) {
    const struct generator_file *file = g_ptr_array_index(base->files, i);
    source_add(source, file->path, path && strcmp(path, file->path) == 0 ? text : file->text);
  }
  return source;
}

/* NULL: there are mistakes. */
static struct variant *read_variant(const struct base *base, const char *path, const char *text,
                                    struct diagnostics *said)
{
  struct source *source = source_with(base, path, text);
  struct variant *variant = NULL;
  if (variant_read(source, month_id, NULL, said, &variant) != STATUS_OK)
    variant = NULL;
  source_free(source);
  return variant;
}

/* All that `rota check` says. */
static void look_at(const struct variant *variant, struct diagnostics *said)
{
  struct asks *asks = asks_new(variant->service, said);
  decide(variant->problem, said);
  asks_month(asks, variant->problem);
  asks_end(asks, true);
  asks_free(asks);
}

/* --- telling ----------------------------------------------------------------- */

static struct variant_settings settings(void)
{
  struct variant_settings out = variant_default_settings();
  out.build.seconds = BUILD_SECONDS;
  out.build.threads = 1;
  out.build.deterministic = TRUE;
  return out;
}

static char *json_text(json_t *document)
{
  char *text = json_dumps(document, JSON_SORT_KEYS | JSON_INDENT(1));
  json_decref(document);
  return text;
}

/* rota.json without the list of rules, which every rule is in, whatever it asks for. */
static char *rota_text(const struct assessment *assessment)
{
  static const char *const others[] = {"rules", "checksum"};
  json_t *document = documents_rota(assessment);
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    json_object_del(document, others[i]);
  return json_text(document);
}

/* The report by people and by sites, rota.json, and the outcome with the waiting list. */
static char *tell(const struct variant *variant, const struct rota *rota,
                  const struct outcome *outcome)
{
  struct audit *audit = audit_new(variant->problem, rota);
  const struct provenance run = {.version = "", .deterministic = true};
  struct assessment *assessment = assess(audit, &run);
  struct terminal_options options = {TERMINAL_SHOW_PEOPLE, false};
  assess_reasons(assessment);
  g_autofree char *people = terminal_report(assessment, &options);
  options.show = TERMINAL_SHOW_SITES;
  g_autofree char *sites = terminal_report(assessment, &options);
  char *json = rota_text(assessment), *list = json_text(documents_outcome(outcome));
  char *out = g_strconcat(people, sites, json, list, NULL);
  free(json);
  free(list);
  assessment_free(assessment);
  audit_free(audit);
  return out;
}

static char *report_of(const struct base *base, const struct variant *variant)
{
  const struct variant_settings as = settings();
  struct variant_result result;
  int missed;
  variant_build(variant, &as, base->rota, base->outcome, &result);
  struct rota *rota = start_match(base->rota, variant->problem, &missed);
  char *out = missed == 0 ? tell(variant, rota, result.outcome) : g_strdup("another rota");
  rota_free(rota);
  variant_result_clear(&result);
  return out;
}

static struct base base_new(int seed)
{
  const struct generator_settings generator = {.clinicians =
                                                   CLINICIANS_LEAST + seed % CLINICIANS_SPREAD,
                                               .seed = (uint64_t)seed,
                                               .first = date_make(2027, 1, 1)};
  const struct variant_settings as = settings();
  struct base base = {.files = generator_files_make(&generator), .said = diagnostics_new()};
  struct variant *variant = read_variant(&base, NULL, NULL, base.said);
  struct variant_result result;
  assert_non_null(variant);
  look_at(variant, base.said);
  variant_build(variant, &as, NULL, NULL, &result);
  assert_int_equal(result.outcome->status, OUTCOME_BUILT);
  base.outcome = g_steal_pointer(&result.outcome);
  base.rota = g_steal_pointer(&result.rota);
  variant_result_clear(&result);
  base.report = report_of(&base, variant);
  base.variant = variant;
  return base;
}

static void base_clear(struct base *base)
{
  g_ptr_array_unref(base->files);
  diagnostics_free(base->said);
  variant_free(base->variant);
  outcome_free(base->outcome);
  start_free(base->rota);
  g_free(base->report);
}

/* --- what counts ------------------------------------------------------------- */

enum change { CHANGE_NONE, CHANGE_SOMETHING, CHANGE_MISTAKE };

static enum change change_by(const struct base *base, const char *path, const char *text)
{
  struct diagnostics *said = diagnostics_new();
  struct variant *variant = read_variant(base, path, text, said);
  enum change change = variant ? CHANGE_NONE : CHANGE_MISTAKE;
  diagnostics_free(said);
  if (!variant)
    return change;
  struct programme *programme = formulation_build(variant->problem);
  g_autofree char *fingerprint = programme_fingerprint(programme);
  programme_free(programme);
  if (strcmp(fingerprint, base->outcome->fingerprint) != 0)
    change = CHANGE_SOMETHING;
  else {
    g_autofree char *report = report_of(base, variant);
    change = strcmp(report, base->report) != 0 ? CHANGE_SOMETHING : CHANGE_NONE;
  }
  variant_free(variant);
  return change;
}

static bool is_named(const struct base *base, const char *path, const struct piece *piece)
{
  int count;
  const struct diagnostic *items = diagnostics_sorted(base->said, &count);
  for (int i = 0; i < count; i++)
    if (g_strcmp0(items[i].where.file, path) == 0 &&
        (items[i].where.line == 0 ||
         (items[i].where.line >= piece->line && items[i].where.line <= piece->last_line)))
      return true;
  return false;
}

/* Other values of keys that may say what holds anyway. */
static const struct {
  const char *key, *value;
} others[] = {
    {"at", "hub"},
    {"at", "remote"},
    {"at", "pcn"},
    {"at", "venue"},
    {"sessions", "tue am"},
    {"per", "month"},
    {"per", "session"},
    {"to", "2027-01-29"},
    {"skill", "spine"},
    {"skill", "fcp"},
    {"kind", "hub"},
    {"since", "2027-01-20"},
    {"until", "2027-01-20"},
    {"submitted", "2027-01-02"},
    {"open", "9th of the month before"},
    {"open", "{mon: \"08:00-18:30\"}"},
    {"close", "1st of the month before"},
    {"sites", "[remote]"},
    {"who", "{band: 5}"},
    {"not", "{band: 6}"},
    {"late", "ignore"},
    {"late", "count"},
    {"variation", "none"},
    {"stream", "specialist"},
    {"holidays", "none"},
    {"sites_most", "1"},
    {"session_requests", "{most: 0}"},
    {"avoid", "{sites: 0, tasks: 0}"},
    {"most", "0"},
    {"weights", "{love: 9, like: 5, dislike: -3, avoid: -9}"},
    {"levels", "{love: 9, like: 5, dislike: -3, avoid: -9}"},
};

/* Wishes may say what others say: these would say something else. */
static void add_levels(GPtrArray *values, const char *value)
{
  static const char *const names[] = {"love", "like", "dislike", "avoid"};
  for (size_t level = 0; level < G_N_ELEMENTS(names); level++)
    if (strcmp(value, names[level]) == 0)
      for (size_t other = 0; other < G_N_ELEMENTS(names); other++)
        g_ptr_array_add(values, g_strdup(names[other]));
}

static void add_numbers(GPtrArray *values, const char *value)
{
  char *end;
  double number = g_ascii_strtod(value, &end);
  if (end == value || *end != '\0')
    return;
  const double instead[] = {2 * number + 1, number + 1, number - 1, number / 2, number / 10, 0};
  for (gsize i = 0; i < G_N_ELEMENTS(instead); i++)
    g_ptr_array_add(values, g_strdup_printf("%g", instead[i]));
}

/* Does another value of the key change something? */
static bool counts_with_another(const struct base *base, const char *path, const char *text,
                                const struct piece *piece)
{
  g_autofree char *said = g_strndup(text + piece->said, piece->said_end - piece->said);
  const char *colon = strstr(said, ": ");
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
  if (!colon)
    return false;
  g_autofree char *key = g_strndup(said, (gsize)(colon - said));
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    if (strcmp(key, others[i].key) == 0)
      g_ptr_array_add(values, g_strdup(others[i].value));
  add_levels(values, colon + 2);
  guint known = values->len; /* right by themselves: a mistake is one of this place */
  add_numbers(values, colon + 2);
  for (guint i = 0; i < values->len; i++) {
    const char *value = g_ptr_array_index(values, i);
    g_autofree char *instead = g_strconcat(key, ": ", value, NULL);
    g_autofree char *changed = pieces_without(text, piece, instead);
    if (change_by(base, path, changed) == CHANGE_SOMETHING ||
        (i < known && change_by(base, path, changed) == CHANGE_MISTAKE))
      return true;
  }
  return false;
}

/* What may be without effect, and why. */
static const struct {
  const char *said; /* it begins so */
  const char *why;
} excused[] = {
    {"room: none", "the place has no rooms that are counted either"},
    {"default: ", "stands in for journeys that are not written"},
    {"travel: {default: ", "likewise"},
    {"drives: no", "is for those who are sent to two places on a day"},
    {"late: ", "is for files that came late"},
    {"tasks: 1", "a limit that nobody reaches"},
    {"population: ", "is told of by check"},
    {"publish: ", "likewise"},
    {"days_before: ", "likewise"},
    {"slots: ", "counts where a rota has the task"},
    {"new: ", "likewise"},
    {"share: ", "a limit that is kept whatever is done, as by those who alone can do it"},
    {"- continuity:", "looks back at published months, of which there are none"},
    {"- new_faces:", "looks back at published months, of which there are none"},
    {"task: support", "supporting time, said where a meeting takes it without being told"},
    {"done_at_events: ", "is for events, of which a month may have none"},
    {"until: 2028-", "is still to come, of a skill that this month may have no use for"},
    {"dislike: ", "is for wishes of a kind that nobody may have sent"},
    {"good: ", "a limit that nobody's satisfaction is near"},
};

/* A rule that stands without being written may be written as it stands. */
static bool is_standing(const char *said)
{
  g_autofree char *name = g_str_has_prefix(said, "- ") ? g_strdup(said + 2) : NULL;
  if (!name)
    return false;
  name[strcspn(name, ":")] = '\0';
  const struct rule *rule = rule_find(name);
  return rule && rule->standing;
}

static bool is_excused(const char *said)
{
  for (gsize i = 0; i < G_N_ELEMENTS(excused); i++)
    if (g_str_has_prefix(said, excused[i].said))
      return true;
  return is_standing(said);
}

/* A place where somebody may be sent, or a way that somebody may go, counts even if nothing
 * is asked for there while they are at work in this month. */
static bool is_place(const struct base *base, const char *path, const char *said)
{
  const struct service *service = base->variant->service;
  g_auto(GStrv) cells = g_strsplit(said, ",", 3);
  int site = service_site(service, cells[0]),
      to = cells[1] ? service_site(service, cells[1]) : site;
  if (site == NONE || to == NONE || strcmp(path, cells[1] ? "travel.csv" : "clinicians.yaml") != 0)
    return false;
  for (int p = 0; p < service->n_posts; p++)
    if (service->posts[p].sites[site] && service->posts[p].sites[to])
      return true;
  return false;
}

static bool counts_itself(const struct base *base, const struct generator_file *file,
                          const struct piece *piece)
{
  g_autofree char *without = pieces_without(file->text, piece, NULL);
  g_autofree char *said = g_strndup(file->text + piece->said, piece->said_end - piece->said);
  return change_by(base, file->path, without) != CHANGE_NONE || is_named(base, file->path, piece) ||
         counts_with_another(base, file->path, file->text, piece) || is_excused(said) ||
         is_place(base, file->path, said);
}

static bool holds(const struct piece *whole, const struct piece *part)
{
  return whole != part && part->said >= whole->said && part->said_end <= whole->said_end;
}

/* What holds a part that counts, counts; and so do the parts of a rule that stands, and of
 * `who`, which speaks of those to come as well. */
static void join(const struct generator_file *file, const GArray *pieces, bool *count)
{
  const struct piece *all = (const struct piece *)(const void *)pieces->data;
  for (guint i = 0; i < pieces->len; i++)
    for (guint j = 0; j < pieces->len; j++)
      if (holds(&all[i], &all[j])) {
        count[i] = count[i] || count[j];
        count[j] = count[j] || is_standing(file->text + all[i].said) ||
                   g_str_has_prefix(file->text + all[i].said, "who: ");
      }
}

static int look_at_file(const struct base *base, const struct generator_file *file, int seed,
                        int *tried)
{
  g_autoptr(GArray) pieces = pieces_of(file->path, file->text);
  g_autofree bool *count = g_new0(bool, pieces->len + 1);
  int silent = 0;
  for (guint p = 0; p < pieces->len; p++)
    count[p] = counts_itself(base, file, &g_array_index(pieces, struct piece, p));
  join(file, pieces, count);
  for (guint p = 0; p < pieces->len; p++) {
    const struct piece *piece = &g_array_index(pieces, struct piece, p);
    if (count[p])
      continue;
    silent++;
    print_error("seed %d: %s:%d: nothing comes of '%.*s', and nothing is said\n", seed, file->path,
                piece->line, (int)(piece->said_end - piece->said), file->text + piece->said);
  }
  *tried += (int)pieces->len;
  return silent;
}

static void every_line_counts(void **state)
{
  const char *wanted = g_getenv("ROTA_EVERY_LINE_SERVICES");
  int services = wanted ? atoi(wanted) : SERVICES, tried = 0, silent = 0;
  (void)state;
  for (int seed = 1; seed <= services; seed++) {
    struct base base = base_new(seed);
    for (guint f = 0; f < base.files->len; f++)
      silent += look_at_file(&base, g_ptr_array_index(base.files, f), seed, &tried);
    base_clear(&base);
  }
  printf("%d pieces of %d services taken away: of %d nothing came\n", tried, services, silent);
  assert_int_equal(silent, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_line_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
