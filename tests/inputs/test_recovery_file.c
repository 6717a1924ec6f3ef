/* recovery.yaml as docs/format.md has it, and what a person may get wrong in it. */
#include "inputs/recovery_file.h"

#include "inputs/inputs.h"
#include "tests/support/check.h"
#include "tests/support/written.h"

#include <glib.h>
#include <string.h>

struct fixture {
  struct source *source;
  struct diagnostics *diagnostics;
  struct service *service;
  struct recovery_file *file;
  enum status status;
};

/* The example's service with that recovery.yaml; NULL: its own. */
static struct fixture begin(const char *text)
{
  struct fixture out = {source_memory(), diagnostics_new(), NULL, NULL, STATUS_OK};
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(out.source, file->path, file->text);
  if (text)
    source_add(out.source, "recovery.yaml", text);
  assert_int_equal(inputs_read_service(out.source, out.diagnostics, &out.service), STATUS_OK);
  out.status = recovery_file_read(out.source, out.service, out.diagnostics, &out.file);
  return out;
}

static void end(struct fixture *at)
{
  recovery_file_free(at->file);
  service_free(at->service);
  diagnostics_free(at->diagnostics);
  source_free(at->source);
}

static void test_the_example_is_read(void **state)
{
  (void)state;
  struct fixture at = begin(NULL);
  assert_int_equal(at.status, STATUS_OK);
  assert_int_equal(at.file->months, 12);
  assert_int_equal(at.file->n_goals, 2);
  assert_int_equal(at.file->goals[0].group, WAITING_PRIORITY);
  assert_int_equal(at.file->goals[1].group, WAITING_ALL);
  assert_int_equal(at.file->n_levers, 4);
  const struct recovery_lever_line *levers = at.file->levers;
  assert_true(levers[0].lever.validated == 12 && !levers[0].lever.lasting);
  assert_string_equal(levers[1].changes[0].text, "{add: {like: amrita}}");
  assert_true(levers[1].lever.lasting && levers[1].is_measured && levers[1].lead_months == 3);
  assert_true(levers[2].has_gives && levers[2].gives_new == 6 && !levers[2].lever.lasting);
  assert_int_equal(levers[3].n_dates, 2);
  assert_string_equal(levers[3].dates[1].on, "2027-03-20 am pm");
  assert_string_equal(levers[3].changes[0].text,
                      "{event: {kind: community day, at: library, attendees: 120}}");
  end(&at);
}

/* 25 hours of band 4 with 30% on-costs: 28,824 x 1.3 / 12 x 25 x 12 / (37.5 x 52.18). Amrita is
 * 0.8 of a band 7: 51,260 x 1.3 / 12 x 0.8. The bank: 44,000 x 1.3 / 12 x 0.2 x 1.25. */
static void test_staff_have_a_price(void **state)
{
  (void)state;
  struct fixture at = begin(NULL);
  const struct recovery_lever_line *levers = at.file->levers;
  assert_int_equal(levers[0].lever.price, 479);
  assert_int_equal(levers[0].wte_hundredths, 15);
  assert_int_equal(levers[1].lever.price, 4443);
  assert_int_equal(levers[1].wte_hundredths, 80);
  assert_int_equal(levers[2].lever.price, 1192);
  assert_int_equal(levers[3].lever.price, 4000);
  end(&at);
}

static void test_mistakes_have_places(void **state)
{
  (void)state;
  static const struct {
    const char *lever, *said;
  } cases[] = {
      {"{name: A, price: 4}",
       "recovery.yaml:3:5: the lever does nothing; write 'changes', 'validation' or 'gives'"},
      {"{name: A, validation: {contacts: 150, removes: 0}}",
       "recovery.yaml:3:5: the lever does nothing"},
      {"{name: A, gives: {}}", "recovery.yaml:3:5: the lever does nothing"},
      {"{name: A, gives: {new: 1}}\n  - {name: B, gives: {new: 2}}\n  - {name: A, gives: {new: 3}}",
       "recovery.yaml:5:5: the lever in line 3 is 'A' already"},
      {"{name: A, changes: [{event: {kind: x, at: library}}]}",
       "recovery.yaml:3:33: no 'on': the dates on which the event may be held"},
      {"{name: A, most: 2, changes: [{dna: {new: 0.05}}]}",
       "recovery.yaml:3:5: a rate is changed once; leave out 'most'"},
      {"{name: A, changes: [{add: {like: amrit}}]}",
       "recovery.yaml:3:38: unknown clinician 'amrit'; did you mean 'amrita'?"},
      {"{name: A, changes: [add]}",
       "recovery.yaml:3:25: expected one change of a scenario, such as {add: {like: sofia}}, "
       "found 'add'"},
      {"{name: A, gives: {new: 3}, staff: {band: 12, hours: 3}}", "recovery.yaml:3:46: "},
      {"{name: A, gives: {new: 3}, most: 99}", "recovery.yaml:3:38: "},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *text =
        g_strdup_printf("goals: [{over: 12, by: 2027-12-31}]\nlevers:\n  - %s\n", cases[i].lever);
    struct fixture at = begin(text);
    g_autofree char *said = written_said(at.diagnostics);
    assert_int_equal(at.status, STATUS_BAD_INPUT);
    if (!strstr(said, cases[i].said))
      fail_msg("%s: %s", cases[i].said, said);
    end(&at);
  }
}

/* What is in quotes stays a text, and what YAML would read otherwise stays in quotes. */
static void test_changes_keep_their_words(void **state)
{
  (void)state;
  struct fixture at = begin(
      "goals: [{over: 12, by: 2027-12-31}]\n"
      "levers:\n"
      "  - name: A\n"
      "    changes:\n"
      "      - set: {\"demand.clinic[hub].target\": 4, demand.spine: off}\n"
      "      - event: {kind: \"a, \\\"b\\\"\", name: it's, at: library,\n"
      "                on: [2027-02-20 am]}\n");
  assert_int_equal(at.status, STATUS_BAD_INPUT); /* an event is a lever of its own */
  end(&at);
  at = begin(
      "goals: [{over: 12, by: 2027-12-31}]\n"
      "levers:\n"
      "  - {name: A, changes: [set: {\"demand.clinic[hub].target\": 4, x: 'it''s', y: }]}\n");
  assert_int_equal(at.status, STATUS_OK);
  assert_string_equal(at.file->levers[0].changes[0].text,
                      "{set: {\"demand.clinic[hub].target\": 4, x: \"it's\", y: }}");
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_example_is_read),
      cmocka_unit_test(test_staff_have_a_price),
      cmocka_unit_test(test_mistakes_have_places),
      cmocka_unit_test(test_changes_keep_their_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
