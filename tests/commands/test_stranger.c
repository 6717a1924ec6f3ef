/* Months as the program builds and publishes them: every figure of rota.json
 * and of the history is what a stranger makes of the pages docs/model.md and
 * docs/rota-json.md. */
#include "inputs/inputs.h"
#include "tests/support/check.h"
#include "tests/support/second/second.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A month that was built, read again by its files. */
struct built {
  const char *folder;
  struct service *service;
  struct month *month;
  struct second *second;
  json_t *document;
};

static void run(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void run(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *command = g_strdup_vprintf(format, args);
  va_end(args);
  if (system(command) != 0) /* NOLINT: paths of our own making */
    fail_msg("failed: %s", command);
}

static int64_t integer(const json_t *object, const char *key)
{
  const json_t *value = json_object_get(object, key);
  if (!json_is_integer(value))
    fail_msg("'%s' is no whole number", key);
  return json_integer_value(value);
}

static const char *word(const json_t *object, const char *key)
{
  return json_string_value(json_object_get(object, key));
}

static void expect(const json_t *object, const char *key, int64_t second)
{
  if (integer(object, key) != second)
    fail_msg("%s: %" PRId64 " is stated, the second reading is %" PRId64, key, integer(object, key),
             second);
}

/* NULL, where the number is negative; hundredths of what is stated, otherwise. */
static void expect_hundredths(const json_t *object, const char *key, int64_t second)
{
  const json_t *value = json_object_get(object, key);
  if (second < 0)
    assert_true(json_is_null(value));
  else if (!json_is_number(value) || (int64_t)(100 * json_number_value(value) + 0.5) != second)
    fail_msg("%s: the second reading is %" PRId64 " hundredths", key, second);
}

/* --- the month --------------------------------------------------------------- */

static int block_of(const struct service *service, const char *id)
{
  for (int b = 0; b < service->n_blocks; b++)
    if (strcmp(service->blocks[b].id, id) == 0)
      return b;
  return NONE;
}

/* The slot of "2027-01-12", "am". */
static int slot_of(const struct built *built, const char *date, const char *session)
{
  int block = block_of(built->service, session);
  for (int s = 0; s < built->second->n_slots; s++)
    if (built->second->slots[s].block == block &&
        built->second->slots[s].day + 1 == atoi(date + strlen("2027-01-")))
      return s;
  fail_msg("%s %s is no session", date, session);
  return NONE;
}

static void take_rota(struct built *built)
{
  const json_t *list = json_object_get(built->document, "assignments");
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *from = json_array_get(list, i);
    struct assignment item = {service_clinician(built->service, word(from, "clinician")),
                              slot_of(built, word(from, "date"), word(from, "session")),
                              service_task(built->service, word(from, "task")),
                              service_site(built->service, word(from, "site")), false};
    g_array_append_val(items, item);
  }
  second_take(built->second, (const struct assignment *)(const void *)items->data, (int)items->len);
}

static struct built read_month(const char *folder, const char *month_id)
{
  struct built built = {.folder = folder};
  struct source *source = source_folder(folder);
  struct diagnostics *diagnostics = diagnostics_new();
  g_autofree char *path = g_build_filename(folder, month_id, "rota.json", NULL);
  assert_int_equal(inputs_read_service(source, diagnostics, &built.service), STATUS_OK);
  assert_int_equal(inputs_read_month(source, built.service, month_id, diagnostics, &built.month),
                   STATUS_OK);
  built.second = second_new(built.service, built.month);
  built.document = json_load_file(path, 0, NULL);
  assert_non_null(built.document);
  take_rota(&built);
  diagnostics_free(diagnostics);
  source_free(source);
  return built;
}

static void built_clear(struct built *built)
{
  json_decref(built->document);
  second_free(built->second);
  month_free(built->month);
  service_free(built->service);
}

/* --- figures ------------------------------------------------------------------ */

struct figures {
  int64_t sessions, minutes, generalist, specialist;
};

static void add_figures(const struct second *second, int clinician, struct figures *out)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    int64_t minutes = second->slots[second->items[i].slot].minutes;
    enum stream stream = second->service->tasks[second->items[i].task].stream;
    out->sessions++;
    out->minutes += minutes;
    out->generalist += stream == STREAM_GENERALIST ? minutes : 0;
    out->specialist += stream == STREAM_SPECIALIST ? minutes : 0;
  }
}

static void compare_streams(const json_t *object, const struct figures *figures)
{
  int64_t both = figures->generalist + figures->specialist;
  expect(object, "generalist_minutes", figures->generalist);
  expect(object, "specialist_minutes", figures->specialist);
  expect_hundredths(object, "generalist_percent",
                    both == 0 ? -1 : second_round(10000 * figures->generalist, both));
}

static void compare_satisfaction(const json_t *object, int64_t percent)
{
  if (percent < 0)
    assert_true(json_is_null(json_object_get(object, "satisfaction_percent")));
  else
    expect(object, "satisfaction_percent", percent);
}

static void compare_avoided(const json_t *object, const struct second_avoided *avoided,
                            const char *what)
{
  const struct {
    const char *member;
    int value;
  } members[] = {{"asked", avoided->asked},
                 {"met", avoided->met},
                 {"sessions", avoided->sessions},
                 {"sessions_met", avoided->sessions_met}};
  for (size_t i = 0; i < G_N_ELEMENTS(members); i++) {
    g_autofree char *name = g_strconcat(what, "_", members[i].member, NULL);
    expect(object, name, members[i].value);
  }
}

static void compare_days(const json_t *object, const struct second_days *days)
{
  expect(object, "days", days->days);
  expect(object, "hole_days", days->holes);
  expect(object, "split_days", days->split);
  expect(object, "moves_without_time", days->without_time);
  expect(object, "days_in_a_row", days->in_a_row);
  expect(object, "support_days", days->support_days);
  expect(object, "support_halves", days->support_halves);
  expect(object, "support_parts", days->support_parts);
  expect(object, "support_minutes", days->support_minutes);
  expect(object, "support_asked_minutes", days->support_asked);
}

static void add_avoided(struct second_avoided *sum, const struct second_avoided *avoided)
{
  sum->asked += avoided->asked;
  sum->met += avoided->met;
  sum->sessions += avoided->sessions;
  sum->sessions_met += avoided->sessions_met;
}

static void add_days(struct second_days *sum, const struct second_days *days)
{
  sum->days += days->days;
  sum->holes += days->holes;
  sum->split += days->split;
  sum->without_time += days->without_time;
  sum->in_a_row = MAX(sum->in_a_row, days->in_a_row);
  sum->support_days += days->support_days;
  sum->support_halves += days->support_halves;
  sum->support_parts += days->support_parts;
  sum->support_minutes += days->support_minutes;
  sum->support_asked += days->support_asked;
}

/* How acceptable it is, of each and in all. */
static void compare_acceptability(const struct built *built)
{
  const json_t *people = json_object_get(built->document, "clinicians");
  const json_t *totals = json_object_get(built->document, "totals");
  struct second_days all = {0};
  struct second_avoided avoided[2] = {{0}, {0}};
  static const char *const what[] = {"avoid", "avoid_firmly"};
  for (int c = 0; c < built->service->n_clinicians; c++) {
    const json_t *person = json_array_get(people, (size_t)c);
    struct second_days days = second_days_of(built->second, c);
    compare_days(person, &days);
    add_days(&all, &days);
    for (int firm = 0; firm < 2; firm++) {
      struct second_avoided own = second_avoided_by(built->second, c, firm);
      compare_avoided(person, &own, what[firm]);
      add_avoided(&avoided[firm], &own);
    }
  }
  compare_days(totals, &all);
  for (int firm = 0; firm < 2; firm++)
    compare_avoided(totals, &avoided[firm], what[firm]);
}

static void compare_figures(const struct built *built)
{
  const struct second *second = built->second;
  const json_t *people = json_object_get(built->document, "clinicians");
  const json_t *totals = json_object_get(built->document, "totals");
  struct figures all = {0, 0, 0, 0};
  int64_t sum = 0, answered = 0;
  for (int c = 0; c < built->service->n_clinicians; c++) {
    const json_t *person = json_array_get(people, (size_t)c);
    struct figures figures = {0, 0, 0, 0};
    int percent = second_satisfaction(second, c);
    add_figures(second, c, &figures);
    add_figures(second, c, &all);
    expect(person, "sessions", figures.sessions);
    expect(person, "minutes", figures.minutes);
    expect(person, "contract_minutes", second_contract(second, NULL, c));
    compare_streams(person, &figures);
    compare_satisfaction(person, percent);
    answered += percent >= 0;
    sum += MAX(percent, 0);
  }
  expect(totals, "clinicians", built->service->n_clinicians);
  expect(totals, "sessions", second->n_slots);
  expect(totals, "assignments", second->count);
  compare_streams(totals, &all);
  compare_satisfaction(totals, answered == 0 ? -1 : sum / answered);
  compare_acceptability(built);
}

static void compare_rules(const struct built *built)
{
  const json_t *rules = json_object_get(built->document, "rules");
  int64_t cost = 0;
  int broken = 0;
  assert_int_equal(json_array_size(rules), built->service->n_uses);
  for (int u = 0; u < built->service->n_uses; u++) {
    const json_t *rule = json_array_get(rules, (size_t)u);
    struct second_sum sum = second_read(built->second, &built->service->uses[u]);
    assert_string_equal(word(rule, "name"), built->service->uses[u].name);
    expect(rule, "violations", sum.violation);
    expect(rule, "cost", sum.cost);
    expect(rule, "broken", sum.broken);
    cost += sum.cost;
    broken += sum.broken;
  }
  expect(built->document, "objective", cost);
  expect(built->document, "hard_limits_broken", broken);
  assert_int_equal(broken, 0);
  bool proven = !json_is_null(json_object_get(built->document, "bound"));
  int64_t above = proven ? cost - integer(built->document, "bound") : 0;
  int64_t gap = second_started(10000 * above, MAX(1, cost < 0 ? -cost : cost));
  expect_hundredths(built->document, "gap_percent", proven ? gap : -1);
  const json_t *run = json_object_get(built->document, "run");
  int64_t wishes =
      json_integer_value(json_object_get(json_object_get(run, "relaxation"), "wishes"));
  expect_hundredths(built->document, "gap_of_wishes_percent",
                    proven && wishes > 0 ? second_started(10000 * above, wishes) : -1);
}

/* --- hashes ------------------------------------------------------------------- */

static char *sha256_of(const char *text)
{
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

static char *contents(const char *folder, const char *path)
{
  g_autofree char *whole = g_build_filename(folder, path, NULL);
  char *text = NULL;
  if (!g_file_get_contents(whole, &text, NULL, NULL))
    fail_msg("can't read '%s'", path);
  return text;
}

/* The document without its checksum, compact, members in order of name. */
static void compare_hashes(const struct built *built, const char *month_id)
{
  g_autofree char *csv_path = g_strconcat(month_id, "/rota.csv", NULL);
  g_autofree char *csv = contents(built->folder, csv_path), *csv_sha256 = sha256_of(csv);
  assert_string_equal(word(built->document, "csv_sha256"), csv_sha256);
  json_t *rest = json_copy(built->document);
  json_object_del(rest, "checksum");
  char *text = json_dumps(rest, JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(15));
  g_autofree char *checksum = sha256_of(text);
  assert_string_equal(word(built->document, "checksum"), checksum);
  free(text);
  json_decref(rest);
}

/* "key: value" at the start of a line. */
static void expect_line(const char *text, const char *key, const char *value)
{
  g_autofree char *line = g_strdup_printf("\n%s: %s\n", key, value);
  if (!strstr(text, line))
    fail_msg("the history does not say '%s: %s'", key, value);
}

static char *sha256_of_inputs(const struct built *built)
{
  const json_t *inputs = json_object_get(built->document, "inputs");
  g_autoptr(GString) lines = g_string_new(NULL);
  for (size_t i = 0; i < json_array_size(inputs); i++) {
    const json_t *input = json_array_get(inputs, i);
    g_autofree char *file = contents(built->folder, word(input, "path"));
    g_autofree char *sha256 = sha256_of(file);
    assert_string_equal(word(input, "sha256"), sha256);
    g_string_append_printf(lines, "%s %s\n", sha256, word(input, "path"));
  }
  return sha256_of(lines->str);
}

static void compare_seal(const struct built *built, const char *month_id, const char *previous_id)
{
  g_autofree char *path = g_strdup_printf("history/%s.yaml", month_id);
  g_autofree char *rota_path = g_strdup_printf("%s/rota.json", month_id);
  g_autofree char *text = contents(built->folder, path), *rota = contents(built->folder, rota_path);
  g_autofree char *rota_sha256 = sha256_of(rota), *inputs_sha256 = sha256_of_inputs(built);
  expect_line(text, "inputs_sha256", inputs_sha256);
  expect_line(text, "rota_sha256", rota_sha256);
  if (previous_id) {
    g_autofree char *previous_path = g_strdup_printf("history/%s.yaml", previous_id);
    g_autofree char *previous = contents(built->folder, previous_path);
    g_autofree char *previous_sha256 = sha256_of(previous);
    expect_line(text, "previous_sha256", previous_sha256);
  } else {
    assert_null(strstr(text, "previous_sha256"));
  }
  const char *last = g_strrstr(text, "checksum:");
  g_autofree char *above = g_strndup(text, (gsize)(last - text)), *checksum = sha256_of(above);
  expect_line(text, "checksum", checksum);
}

/* The accounts of the month, as the month after it reads them. */
static void compare_accounts(const struct built *built, const struct built *after)
{
  const struct second *second = built->second;
  const struct history *history = &after->month->history, *before = &built->month->history;
  int accounts = 0;
  for (int i = 0; i < history->n_accounts; i++) {
    const struct past_account *account = &history->accounts[i];
    struct figures figures = {0, 0, 0, 0};
    int64_t carried = 0;
    if (account->month != history->n_months - 1)
      continue;
    accounts++;
    add_figures(second, account->clinician, &figures);
    for (int j = 0; j < before->n_accounts; j++)
      if (before->accounts[j].clinician == account->clinician)
        carried = before->accounts[j].balance_minutes;
    int64_t contract = second_contract(second, NULL, account->clinician);
    assert_int_equal(account->contract_minutes, contract);
    assert_int_equal(account->planned_minutes, figures.minutes);
    assert_int_equal(account->balance_minutes, figures.minutes - contract + carried);
    assert_int_equal(account->satisfaction, second_satisfaction(second, account->clinician));
  }
  assert_int_equal(accounts, built->service->n_clinicians);
}

/* --- the test ------------------------------------------------------------------ */

static struct built build(const char *folder, const char *month_id, const char *previous_id)
{
  run("'%s' build '%s' --month %s --deterministic --time 1 --quiet 2>/dev/null", ROTA_PROGRAM,
      folder, month_id);
  run("'%s' publish '%s' '%s/%s/rota.json' >/dev/null", ROTA_PROGRAM, folder, folder, month_id);
  struct built built = read_month(folder, month_id);
  compare_rules(&built);
  compare_figures(&built);
  compare_hashes(&built, month_id);
  compare_seal(&built, month_id, previous_id);
  return built;
}

static char *copy_of(const char *service)
{
  char *folder = g_dir_make_tmp("rota-test-XXXXXX", NULL);
  assert_non_null(folder);
  run("cp -r '%s/%s/.' '%s'", ROTA_SOURCE_DIR, service, folder);
  return folder;
}

static void test_a_month(void **state)
{
  (void)state;
  g_autofree char *folder = copy_of("examples/small");
  struct built built = build(folder, "2027-01", NULL);
  built_clear(&built);
  run("rm -rf '%s'", folder);
}

/* Each with the wishes of the first. */
static void test_three_months(void **state)
{
  (void)state;
  static const char *const months[] = {"2027-01", "2027-02", "2027-03"};
  g_autofree char *folder = copy_of("tests/commands/tiny");
  struct built before = build(folder, months[0], NULL);
  for (guint m = 1; m < G_N_ELEMENTS(months); m++) {
    run("mkdir '%s'/%s && cp -r '%s'/%s/preferences '%s'/%s", folder, months[m], folder, months[0],
        folder, months[m]);
    run("sed -i 's/%s/%s/' '%s'/%s/preferences/*", months[0], months[m], folder, months[m]);
    struct built after = build(folder, months[m], months[m - 1]);
    compare_accounts(&before, &after);
    built_clear(&before);
    before = after;
  }
  built_clear(&before);
  run("rm -rf '%s'", folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_month),
                                     cmocka_unit_test(test_three_months)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
