/* What is published stays: months left out, months that come late, and what is said when
 * the folder is no longer what was published. */
#include "planning/assess.h"
#include "planning/build.h"
#include "planning/drift.h"
#include "planning/publish.h"
#include "planning/rota_files.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"
#include "tests/support/written.h"

#include <glib/gstdio.h>
#include <string.h>

#define VERSION "1.2.3"

struct fixture {
  struct scratch *scratch;
  const char *service;
};

static void begin(struct fixture *at)
{
  at->scratch = scratch_new();
  at->service = scratch_copy(at->scratch, "tests/commands/tiny", "tiny");
}

static void end(struct fixture *at)
{
  scratch_free(at->scratch);
}

static const char *path_of(struct fixture *at, const char *month_id, const char *file)
{
  g_autofree char *name = g_build_filename("tiny", month_id, file, NULL);
  return scratch_path(at->scratch, name);
}

static void read_month(struct fixture *at, const char *month_id, struct folder *folder)
{
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(folder_read(at->service, month_id, diagnostics, folder), STATUS_OK);
  g_autofree char *said = written_said(diagnostics);
  assert_string_equal(said, "");
  diagnostics_free(diagnostics);
}

/* The month's rota, in its folder. */
static void build(struct fixture *at, const char *month_id)
{
  struct folder folder;
  struct build_settings settings = build_default_settings();
  settings.deterministic = TRUE;
  read_month(at, month_id, &folder);
  const struct build_request request = {.problem = folder.problem, .settings = &settings};
  struct build_result built;
  build_rota(&request, &built);
  assert_int_equal(built.verdict, BUILD_DONE);
  g_autoptr(GArray) inputs = folder_inputs(&folder);
  struct provenance run = build_provenance(&built, &settings);
  run.version = VERSION;
  run.inputs = (const struct provenance_input *)(const void *)inputs->data;
  run.n_inputs = (int)inputs->len;
  struct assessment *assessment = assess(built.audit, &run);
  char *message = NULL;
  assert_int_equal(rota_files_write(path_of(at, month_id, ""), assessment, &message), STATUS_OK);
  assessment_free(assessment);
  build_result_clear(&built);
  folder_clear(&folder);
}

static void open_rota(struct fixture *at, const char *month_id, struct existing_rota *rota)
{
  struct diagnostics *diagnostics = diagnostics_new();
  const char *path = path_of(at, month_id, "rota.json");
  assert_int_equal(existing_rota_open(path, diagnostics, rota), STATUS_OK);
  read_month(at, month_id, &rota->folder);
  assert_int_equal(existing_rota_resolve(rota, diagnostics), STATUS_OK);
  diagnostics_free(diagnostics);
}

static void publish(struct fixture *at, const char *month_id)
{
  struct existing_rota rota;
  char *message = NULL;
  build(at, month_id);
  open_rota(at, month_id, &rota);
  assert_int_equal(
      publish_rota(&rota, at->service, path_of(at, month_id, "rota.json"), VERSION, &message),
      STATUS_OK);
  existing_rota_clear(&rota);
}

/* What check would say of the whole folder; g_free it. */
static char *said_of_folder(struct fixture *at)
{
  struct folder folder;
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(folder_read_all(at->service, diagnostics, &folder), STATUS_OK);
  drift_of_folder(&folder, at->service, diagnostics);
  char *said = written_said(diagnostics);
  folder_clear(&folder);
  diagnostics_free(diagnostics);
  return said;
}

static char *said_of_rota(struct fixture *at, const char *month_id)
{
  struct existing_rota rota;
  struct diagnostics *diagnostics = diagnostics_new();
  open_rota(at, month_id, &rota);
  drift_of_rota(&rota, at->service, "that.json", diagnostics);
  char *said = written_said(diagnostics);
  existing_rota_clear(&rota);
  diagnostics_free(diagnostics);
  return said;
}

static void assert_skips(struct fixture *at, const char *month_id, const char *expected)
{
  g_autoptr(GPtrArray) skipped = publish_skipped(at->service, month_id);
  g_autoptr(GString) found = g_string_new(NULL);
  for (guint i = 0; i < skipped->len; i++)
    g_string_append_printf(found, "%s ", (const char *)skipped->pdata[i]);
  assert_string_equal(found->str, expected);
}

static void months_left_out_are_named(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  assert_null(publish_next_month(at.service));
  assert_skips(&at, "2027-01", "");
  assert_skips(&at, "2027-02", "2027-01 ");
  assert_skips(&at, "2027-04", "2027-01 "); /* the last that has a folder */
  scratch_write(at.scratch, "tiny/history/2026-11.yaml", "");
  assert_skips(&at, "2026-11", "");
  assert_skips(&at, "2026-12", "");
  assert_skips(&at, "2027-02", "2026-12 2027-01 "); /* over the end of a year */
  scratch_write(at.scratch, "tiny/history/2027-01.yaml", "");
  scratch_write(at.scratch, "tiny/history/notes.yaml", "");
  assert_skips(&at, "2027-02", "");
  assert_skips(&at, "2026-12", ""); /* a month that comes late leaves none out */
  g_autofree char *next = publish_next_month(at.service);
  assert_string_equal(next, "2027-02");
  end(&at);
}

static char *read_file(const char *path)
{
  char *text = NULL;
  assert_true(g_file_get_contents(path, &text, NULL, NULL));
  return text;
}

/* Everything planned less everything owed, whatever the order of publication. */
static void assert_carried(struct fixture *at, const char *month_id, int months)
{
  struct folder folder;
  read_month(at, month_id, &folder);
  const struct history *history = &folder.month->history;
  assert_int_equal(history->n_months, months);
  for (int c = 0; c < folder.service->n_clinicians; c++) {
    int sum = 0;
    for (int m = 0; m < months; m++) {
      const struct past_account *account = history_account(history, c, m);
      sum += account->planned_minutes - account->contract_minutes;
    }
    assert_int_equal(history_balance_minutes(history, c), sum);
  }
  folder_clear(&folder);
}

static void a_month_may_come_late(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  publish(&at, "2026-12");
  publish(&at, "2027-02");
  g_autofree char *february = read_file(scratch_path(at.scratch, "tiny/history/2027-02.yaml"));
  publish(&at, "2027-01");
  assert_true(scratch_holds(at.scratch, "tiny/history/2027-02.yaml", february));
  g_autofree char *january = read_file(scratch_path(at.scratch, "tiny/history/2027-01.yaml"));
  g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, february, -1);
  g_autofree char *wanted = g_strdup_printf(", after: 2027-02, after_sha256: %s}", hash);
  assert_non_null(strstr(january, "\nlate: {on: 20"));
  assert_non_null(strstr(january, wanted));
  assert_carried(&at, "2027-03", 3);
  publish(&at, "2027-03"); /* it has read January, so January is in its balances */
  assert_carried(&at, "2027-04", 4);
  end(&at);
}

/* The inner one first, or the outer one: the chain holds either way. */
static void two_months_may_come_late_in_any_order(void **state)
{
  (void)state;
  const char *const orders[][2] = {{"2026-12", "2027-01"}, {"2027-01", "2026-12"}};
  for (size_t i = 0; i < G_N_ELEMENTS(orders); i++) {
    struct fixture at;
    begin(&at);
    publish(&at, "2026-11");
    publish(&at, "2027-02");
    publish(&at, orders[i][0]);
    publish(&at, orders[i][1]);
    assert_carried(&at, "2027-03", 4);
    end(&at);
  }
}

static void a_changed_chain_is_noticed_behind_a_late_month(void **state)
{
  (void)state;
  struct fixture at;
  struct folder folder;
  struct diagnostics *diagnostics = diagnostics_new();
  begin(&at);
  publish(&at, "2026-12");
  publish(&at, "2027-02");
  publish(&at, "2027-01");
  const char *path = scratch_path(at.scratch, "tiny/history/2026-12.yaml");
  g_autofree char *text = read_file(path);
  g_autofree char *longer = g_strconcat(text, "# a word more\n", NULL);
  scratch_write(at.scratch, "tiny/history/2026-12.yaml", longer);
  path = scratch_path(at.scratch, "tiny/history/2027-02.yaml");
  g_autofree char *february = read_file(path);
  g_autofree char *changed = g_strconcat(february, "# a word more\n", NULL);
  scratch_write(at.scratch, "tiny/history/2027-02.yaml", changed);
  assert_int_equal(folder_read(at.service, "2027-03", diagnostics, &folder), STATUS_OK);
  g_autofree char *said = written_said(diagnostics);
  assert_non_null(strstr(
      said, "history/2027-01.yaml:0:0: warning: published upon another 'history/2026-12.yaml'"));
  assert_non_null(strstr(
      said, "history/2027-01.yaml:0:0: warning: published after another 'history/2027-02.yaml'"));
  assert_non_null(strstr(
      said, "history/2027-02.yaml:0:0: warning: published upon another 'history/2026-12.yaml'"));
  folder_clear(&folder);
  diagnostics_free(diagnostics);
  end(&at);
}

static void changed_inputs_are_named(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  publish(&at, "2027-01");
  g_autofree char *nothing = said_of_folder(&at);
  assert_string_equal(nothing, "");
  g_autofree char *leave = read_file(path_of(&at, "2027-01", "leave.csv"));
  g_autofree char *longer = g_strconcat(leave, "bob,2027-01-13,2027-01-13,annual\n", NULL);
  scratch_write(at.scratch, "tiny/2027-01/leave.csv", longer);
  scratch_write(at.scratch, "tiny/2027-01/month.yaml", "closures: []\n");
  assert_int_equal(g_remove(path_of(&at, "2027-01", "locks.csv")), 0);
  g_autofree char *said = said_of_folder(&at);
  assert_string_equal(said,
                      "history/2027-01.yaml:0:0: warning: since 2027-01 was published, "
                      "'2027-01/leave.csv' has changed, '2027-01/locks.csv' is gone, "
                      "'2027-01/month.yaml' is new\n");
  end(&at);
}

/* The service goes on changing with the months to come. */
static void the_service_is_held_against_the_last_month_alone(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  g_autofree char *people = read_file(scratch_path(at.scratch, "tiny/clinicians.yaml"));
  g_autofree char *more = g_strconcat(people, "dot: {band: 6, works: {mon: [am]}}\n", NULL);
  publish(&at, "2027-01");
  scratch_write(at.scratch, "tiny/clinicians.yaml", more);
  g_autofree char *said = said_of_folder(&at);
  assert_string_equal(said,
                      "history/2027-01.yaml:0:0: warning: since 2027-01 was published, "
                      "'clinicians.yaml' has changed\n");
  publish(&at, "2027-02");
  g_autofree char *later = said_of_folder(&at);
  assert_string_equal(later, "");
  g_autofree char *of_rota = said_of_rota(&at, "2027-01");
  assert_non_null(strstr(of_rota, "'clinicians.yaml' has changed"));
  end(&at);
}

static void another_rota_is_told_apart(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  publish(&at, "2027-01");
  g_autofree char *same = said_of_rota(&at, "2027-01");
  assert_string_equal(same, "");
  const char *path = path_of(&at, "2027-01", "rota.json");
  assert_null(drift_words(at.service, "2027-01", path));
  g_autofree char *csv = read_file(path_of(&at, "2027-01", "rota.csv"));
  g_auto(GStrv) parts = g_strsplit(csv, "bob,clinic,hove,yes", 2);
  g_autofree char *moved = g_strjoinv("bob,support,remote,no", parts);
  scratch_write(at.scratch, "tiny/2027-01/rota.json", "{}"); /* no rota at all: not said here */
  g_autofree char *none = said_of_folder(&at);
  assert_string_equal(none, "");
  g_autofree char *words =
      drift_words(at.service, "2027-01", scratch_write(at.scratch, "moved.csv", moved));
  assert_non_null(words);
  assert_true(g_str_has_prefix(words, "1 of "));
  assert_true(g_str_has_suffix(words, " assignments differs"));
  scratch_write(at.scratch, "tiny/2027-01/locks.csv",
                "clinician,date,session,task,site\n"
                "bob,2027-01-06,am,support,remote\n");
  build(&at, "2027-01");
  g_autofree char *said = said_of_folder(&at), *of_rota = said_of_rota(&at, "2027-01");
  assert_non_null(
      strstr(said, "2027-01/rota.json:0:0: warning: not the rota of 2027-01 that is published; "));
  assert_non_null(strstr(of_rota, "that.json:0:0: warning: not the rota of 2027-01"));
  assert_non_null(strstr(said, ", not clinic at hove"));
  end(&at);
}

static void a_gap_among_published_months_is_told(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at);
  publish(&at, "2026-12");
  publish(&at, "2027-02");
  g_autofree char *said = said_of_folder(&at);
  assert_string_equal(said,
                      "history/2027-02.yaml:0:0: warning: 2027-01 before it is not published: "
                      "what was worked then is not known\n");
  publish(&at, "2027-01");
  g_autofree char *filled = said_of_folder(&at);
  assert_string_equal(filled,
                      "history/2027-02.yaml:0:0: warning: since 2027-02 was published, "
                      "'history/2027-01.yaml' is new\n");
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(months_left_out_are_named),
      cmocka_unit_test(a_month_may_come_late),
      cmocka_unit_test(two_months_may_come_late_in_any_order),
      cmocka_unit_test(a_changed_chain_is_noticed_behind_a_late_month),
      cmocka_unit_test(changed_inputs_are_named),
      cmocka_unit_test(the_service_is_held_against_the_last_month_alone),
      cmocka_unit_test(another_rota_is_told_apart),
      cmocka_unit_test(a_gap_among_published_months_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
