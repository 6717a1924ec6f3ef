/* A published month, as reports writes it and inputs reads it back. */
#include "inputs/history_writer.h"
#include "inputs/inputs.h"
#include "planning/assess.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char service_text[] =
    "service: Test\n"
    "holidays: none\n"
    "sessions: {am: {from: \"08:30\", to: \"12:15\"}}\n"
    "week: {mon-fri: [am]}\n"
    "sites: {hove: {kind: hub}}\n"
    "tasks: {clinic: {at: hub, spare: yes}}\n";
static const char clinicians_text[] =
    "ann: {band: 6, wte: 0.5, works: {mon-fri: [am]}}\n"
    "bob: {band: 6, wte: 0.5, works: {mon-fri: [am]}, was: rob}\n";

struct read {
  struct source *source;
  struct diagnostics *diagnostics;
  struct service *service;
  struct month *month;
  struct problem *problem;
};

/* Reads 2027-03 upon the given histories; fails the test unless `warnings` come. */
static struct read read_by(const char *people, const char *january, const char *february,
                           int warnings)
{
  struct read read = {.source = source_memory(), .diagnostics = diagnostics_new()};
  source_add(read.source, "service.yaml", service_text);
  source_add(read.source, "clinicians.yaml", people);
  if (january)
    source_add(read.source, "history/2027-01.yaml", january);
  if (february)
    source_add(read.source, "history/2027-02.yaml", february);
  assert_int_equal(inputs_read_service(read.source, read.diagnostics, &read.service), STATUS_OK);
  assert_int_equal(
      inputs_read_month(read.source, read.service, "2027-03", read.diagnostics, &read.month),
      STATUS_OK);
  int count;
  diagnostics_sorted(read.diagnostics, &count);
  assert_int_equal(count, warnings);
  read.problem = problem_new(read.service, read.month);
  return read;
}

static struct read read_after(const char *january, const char *february, int warnings)
{
  return read_by(clinicians_text, january, february, warnings);
}

static void read_clear(struct read *read)
{
  problem_free(read->problem);
  month_free(read->month);
  service_free(read->service);
  diagnostics_free(read->diagnostics);
  source_free(read->source);
}

/* The text of a month in which the first of these people works its first two sessions, and ann
 * asked for what the file says, if there is one. */
static char *publish_by(const char *people, const char *month_id, const char *previous_sha256,
                        const char *asked)
{
  struct read read = {.source = source_memory(), .diagnostics = diagnostics_new()};
  source_add(read.source, "service.yaml", service_text);
  source_add(read.source, "clinicians.yaml", people);
  g_autofree char *path = g_strdup_printf("%s/preferences/ann.yaml", month_id);
  if (asked)
    source_add(read.source, path, asked);
  assert_int_equal(inputs_read_service(read.source, read.diagnostics, &read.service), STATUS_OK);
  assert_int_equal(
      inputs_read_month(read.source, read.service, month_id, read.diagnostics, &read.month),
      STATUS_OK);
  read.problem = problem_new(read.service, read.month);
  const struct assignment items[] = {{0, 0, 0, 0, false}, {0, 1, 0, 0, false}};
  struct rota *rota = rota_new(read.problem, items, 2);
  struct audit *audit = audit_new(read.problem, rota);
  struct history_seal seal = {.version = "1.2.3",
                              .published = "2026-12-18",
                              .inputs_sha256 = "in",
                              .rota_sha256 = "out",
                              .previous_sha256 = previous_sha256};
  struct assessment *assessment = assess(audit, NULL);
  char *text = history_write(assessment, &seal);
  assessment_free(assessment);
  audit_free(audit);
  rota_free(rota);
  read_clear(&read);
  return text;
}

static char *publish(const char *month_id, const char *previous_sha256)
{
  return publish_by(clinicians_text, month_id, previous_sha256, NULL);
}

static char *sha256(const char *text)
{
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

static void what_is_published_comes_back(void **state)
{
  (void)state;
  g_autofree char *january = publish("2027-01", NULL), *hash = sha256(january);
  g_autofree char *february = publish("2027-02", hash);
  struct read read = read_after(january, february, 0);
  const struct history *history = &read.month->history;
  assert_int_equal(history->n_months, 2);
  assert_string_equal(history->months[1].id, "2027-02");
  int count;
  const struct past_assignment *past = history_of(history, 0, &count);
  assert_int_equal(count, 4);
  assert_int_equal(past[0].date, date_make(2027, 1, 1));
  assert_int_equal(past[3].date, date_make(2027, 2, 2));
  assert_int_equal(past[3].from_minute, 8 * 60 + 30);
  assert_int_equal(past[3].to_minute, 12 * 60 + 15);
  assert_int_equal(past[3].task, 0);
  assert_int_equal(past[3].site, 0);
  assert_false(past[3].extra);
  history_of(history, 1, &count);
  assert_int_equal(count, 0);
  const struct past_account *account = history_account(history, 0, 0);
  assert_int_equal(account->planned_minutes, 450);
  assert_int_equal(account->contract_minutes, 21 * 225);
  assert_int_equal(account->satisfaction, -1);
  /* published by itself, February carries nothing in: the last balance counts */
  assert_int_equal(history_balance_minutes(history, 0), 450 - 20 * 225);
  read_clear(&read);
}

/* As it was then, whatever the person is now. */
static void what_the_bank_did_comes_back_as_extra(void **state)
{
  (void)state;
  g_autofree char *february =
      publish_by("ann: {band: 6, bank: yes, works: {mon-fri: [am]}}\n", "2027-02", NULL, NULL);
  struct read read = read_after(NULL, february, 0);
  int count;
  const struct past_assignment *past = history_of(&read.month->history, 0, &count);
  assert_int_equal(count, 2);
  assert_true(past[0].extra && past[1].extra);
  assert_int_equal(past[1].site, 0);
  read_clear(&read);
}

/* The month after is kept apart from those before, and no later one is read. Those who have
 * left are nobody, and what they did is kept. */
static void the_month_after_is_no_past(void **state)
{
  (void)state;
  static const char *const ids[] = {"2027-01", "2027-02", "2027-03"};
  struct read read = {.source = source_memory(), .diagnostics = diagnostics_new()};
  source_add(read.source, "service.yaml", service_text);
  source_add(read.source, "clinicians.yaml", clinicians_text);
  for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
    g_autofree char *path = g_strdup_printf("history/%s.yaml", ids[i]);
    g_autofree char *text = g_strdup_printf(
        "month: %s\nassignments:\n"
        "  gus: [%s-02 am 08:30-12:15 clinic hove]\n"
        "  bob: [%s-03 am 08:30-12:15 clinic hove]\nchecksum: none\n",
        ids[i], ids[i], ids[i]);
    source_add(read.source, path, text);
  }
  assert_int_equal(inputs_read_service(read.source, read.diagnostics, &read.service), STATUS_OK);
  assert_int_equal(
      inputs_read_month(read.source, read.service, "2027-02", read.diagnostics, &read.month),
      STATUS_OK);
  read.problem = problem_new(read.service, read.month);
  const struct history *before = &read.month->history, *later = &read.month->later;
  assert_int_equal(before->n_months, 1);
  assert_string_equal(before->months[0].id, "2027-01");
  assert_int_equal(later->n_months, 1);
  assert_string_equal(later->months[0].id, "2027-03");
  int count, at = 0;
  assert_int_equal(history_of(later, 1, &count)->date, date_make(2027, 3, 3));
  assert_int_equal(count, 1);
  int first = date_make(2027, 3, 1);
  const struct past_assignment *gone = history_next(later, first, first + 1, &at);
  assert_non_null(gone);
  assert_int_equal(gone->clinician, NONE);
  assert_int_equal(gone->task, 0);
  assert_null(history_next(later, first, first + 1, &at));
  read_clear(&read);
}

/* Ann asked to be off on the two mornings that she works, and for nothing else: none of
 * it came true, which is not the same as having asked for nothing. */
static void a_satisfaction_of_nothing_is_kept(void **state)
{
  (void)state;
  g_autofree char *february =
      publish_by(clinicians_text, "2027-02", NULL,
                 "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-01\n"
                 "sessions: [{on: 2027-02-01 am, want: off}, {on: 2027-02-02 am, want: off}]\n");
  struct read read = read_after(NULL, february, 0);
  assert_int_equal(history_account(&read.month->history, 0, 0)->satisfaction, 0);
  assert_int_equal(history_account(&read.month->history, 1, 0)->satisfaction, -1);
  const struct where where = read.month->history.months[0].where;
  assert_string_equal(where.file, "history/2027-02.yaml");
  assert_int_equal(where.line, 0); /* the file as a whole */
  assert_int_equal(where.column, 0);
  read_clear(&read);
}

static void a_changed_past_is_noticed(void **state)
{
  (void)state;
  g_autofree char *january = publish("2027-01", NULL), *hash = sha256(january);
  g_autofree char *february = publish("2027-02", hash);
  g_auto(GStrv) parts = g_strsplit(january, "planned: 450", 2);
  g_autofree char *changed = g_strjoinv("planned: 675", parts);
  struct read read = read_after(changed, february, 2); /* its checksum, and February's word */
  read_clear(&read);
  read = read_after(NULL, february, 1); /* January is gone */
  read_clear(&read);
}

static void those_who_left_are_passed_over(void **state)
{
  (void)state;
  g_autofree char *january = publish("2027-01", NULL);
  g_auto(GStrv) parts = g_strsplit(january, "ann:", -1);
  g_autofree char *renamed = g_strjoinv("zoe:", parts);
  struct read read = read_after(renamed, NULL, 2); /* its checksum, and that zoe is nobody */
  int count;
  history_of(&read.month->history, 0, &count);
  assert_int_equal(count, 0);
  assert_null(history_account(&read.month->history, 0, 0));
  read_clear(&read);
}

/* Tasks and sites too, each once. */
static void a_task_that_is_none_is_named(void **state)
{
  (void)state;
  g_autofree char *february = publish("2027-02", NULL);
  g_auto(GStrv) parts = g_strsplit(february, " clinic hove", -1);
  g_autofree char *renamed = g_strjoinv(" klinic hofe", parts);
  assert_true(g_strv_length(parts) > 2);
  struct read read = read_after(NULL, renamed, 3); /* its checksum, the task and the site */
  read_clear(&read);
}

static const char *first_said(const struct read *read)
{
  int count;
  const struct diagnostic *items = diagnostics_sorted(read->diagnostics, &count);
  return count > 0 ? items[0].text : "";
}

static void a_new_id_keeps_the_history(void **state)
{
  (void)state;
  g_autofree char *january = publish("2027-01", NULL), *hash = sha256(january);
  g_autofree char *february = publish("2027-02", hash);
  struct read read = read_by(
      "annie: {band: 6, wte: 0.5, works: {mon-fri: [am]}, was: ann}\n"
      "bob: {band: 6, wte: 0.5, works: {mon-fri: [am]}, was: [rob, bo]}\n",
      january, february, 0);
  int count;
  const struct past_assignment *past = history_of(&read.month->history, 0, &count);
  assert_int_equal(count, 4);
  assert_int_equal(past[0].clinician, 0);
  assert_int_equal(history_account(&read.month->history, 0, 1)->planned_minutes, 450);
  read_clear(&read);
}

/* Once, of the newest month: older ones know people who have long left. */
static void an_id_that_is_nobodys_is_named(void **state)
{
  (void)state;
  g_autofree char *january = publish("2027-01", NULL), *hash = sha256(january);
  g_autofree char *february = publish("2027-02", hash);
  struct read read =
      read_by("bob: {band: 6, wte: 0.5, works: {mon-fri: [am]}}\n", january, february, 1);
  assert_non_null(strstr(first_said(&read), "'ann' is nobody's id now"));
  read_clear(&read);
  read = read_by(
      "bob: {band: 6, wte: 0.5, works: {mon-fri: [am]}}\n"
      "ann: {band: 6, works: {mon-fri: [am]}, leaves: 2027-02-28}\n",
      january, february, 0);
  read_clear(&read);
}

static void an_id_of_another_person_is_named(void **state)
{
  (void)state;
  g_autofree char *february = publish("2027-02", NULL);
  g_auto(GStrv) parts = g_strsplit(february, "name: \"ann\"", 2);
  g_autofree char *named = g_strjoinv("name: \"Ann Able\"", parts);
  static const struct {
    const char *now;
    int warnings;
  } cases[] = {
      {"name: Ann Able", 1}, /* the checksum, here and below */
      {"name: ANN Baker-Able", 1},
      {"name: Anna Baker", 2},
      {"name: Anna Baker, was: ann", 1},
  };
  assert_non_null(parts[1]);
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *people = g_strdup_printf(
        "ann: {%s, band: 6, wte: 0.5, works: {mon-fri: [am]}}\n"
        "bob: {band: 6, wte: 0.5, works: {mon-fri: [am]}}\n",
        cases[i].now);
    struct read read = read_by(people, NULL, named, cases[i].warnings);
    read_clear(&read);
  }
}

static void an_id_belongs_to_one_person(void **state)
{
  static const char *const people[] = {
      "ann: {band: 6, works: {mon-fri: [am]}, was: bob}\nbob: {band: 6, works: {mon-fri: [am]}}\n",
      "ann: {band: 6, works: {mon-fri: [am]}, was: x}\n"
      "bob: {band: 6, works: {mon-fri: [am]}, was: x}\n",
  };
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(people); i++) {
    struct source *source = source_memory();
    struct diagnostics *diagnostics = diagnostics_new();
    struct service *service = NULL;
    source_add(source, "service.yaml", service_text);
    source_add(source, "clinicians.yaml", people[i]);
    assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_BAD_INPUT);
    assert_int_equal(diagnostics_errors(diagnostics), 1);
    diagnostics_free(diagnostics);
    source_free(source);
  }
}

static void expect_error(const char *path, const char *text, const char *message)
{
  struct source *source = source_memory();
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  source_add(source, "service.yaml", service_text);
  source_add(source, "clinicians.yaml", clinicians_text);
  source_add(source, path, text);
  assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
  assert_int_equal(inputs_read_month(source, service, "2027-03", diagnostics, &month),
                   STATUS_BAD_INPUT);
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  bool found = false;
  for (int i = 0; i < count; i++) {
    found = found || strstr(items[i].text, message);
    if (strstr(items[i].text, "named like"))
      assert_int_equal(items[i].where.line, 0); /* of the file as a whole */
  }
  if (!found)
    fail_msg("no message '%s'; the first is '%s'", message, items[0].text);
  diagnostics_free(diagnostics);
  service_free(service);
  source_free(source);
}

static void broken_files_are_refused(void **state)
{
  (void)state;
  expect_error("history/last.yaml", "month: 2027-01\n", "named like 2026-12.yaml");
  expect_error("history/2027-01.yaml", "", "expected a mapping");
  expect_error("history/2027-01.yaml", "month: 2027-02\nchecksum: x\n", "in a file named for");
  expect_error("history/2027-01.yaml",
               "month: 2027-01\nchecksum: x\naccounts: {ann: {planned: 1}}\n", "needs 'contract'");
  expect_error("history/2027-01.yaml",
               "month: 2027-01\nchecksum: x\naccounts:\n"
               "  bob: {contract: 1, planned: 1, balance: 0}\n"
               "  rob: {contract: 1, planned: 1, balance: 0}\n",
               "has two accounts");
  expect_error("history/2027-01.yaml",
               "month: 2027-01\nchecksum: x\n"
               "assignments: {ann: [2027-01-04 am 08:30-12:15 clinic]}\n",
               "expected a date of 2027-01");
  expect_error("history/2027-01.yaml",
               "month: 2027-01\nchecksum: x\n"
               "assignments: {ann: [2027-02-04 am 08:30-12:15 clinic hove]}\n",
               "expected a date of 2027-01");
  expect_error("history/2027-01.yaml",
               "month: 2027-01\nchecksum: x\n"
               "assignments: {ann: [2027-01-04 am 08:30-12:15 clinic hove often]}\n",
               "expected a date of 2027-01");
  expect_error("history/2027-01.yaml",
               "month: 2027-01\nchecksum: x\n"
               "assignments: {ann: [2027-01-04 am 08:30-12:15 clinic hove extra more]}\n",
               "expected a date of 2027-01");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_published_comes_back),
      cmocka_unit_test(what_the_bank_did_comes_back_as_extra),
      cmocka_unit_test(the_month_after_is_no_past),
      cmocka_unit_test(a_satisfaction_of_nothing_is_kept),
      cmocka_unit_test(a_changed_past_is_noticed),
      cmocka_unit_test(those_who_left_are_passed_over),
      cmocka_unit_test(a_new_id_keeps_the_history),
      cmocka_unit_test(a_task_that_is_none_is_named),
      cmocka_unit_test(an_id_that_is_nobodys_is_named),
      cmocka_unit_test(an_id_of_another_person_is_named),
      cmocka_unit_test(an_id_belongs_to_one_person),
      cmocka_unit_test(broken_files_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
