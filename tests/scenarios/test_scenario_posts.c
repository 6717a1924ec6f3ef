/* Scenarios of people whose posts change: a scenario begins with what holds on the month's
 * first day, and later changes stay. */
#include "model/date.h"
#include "tests/support/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Lee since last summer, in the month, and after it: the last in the example's file. */
static const char lee[] =
    "  sites: [crawley, remote]\n"
    "  changes:\n"
    "    - {from: 2026-06-01, wte: 0.5, works: {mon-tue: [am, pm]}, skills: {spine: yes}}\n"
    "    - {from: 2027-01-15, wte: 0.8, works: {mon-thu: [am, pm]}, base: hove,\n"
    "       sites: [hove, remote]}\n"
    "    - {from: 2027-03-01, band: 7}\n";

static struct made begin(const char *changes)
{
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++) {
    bool people = strcmp(file->path, "clinicians.yaml") == 0;
    g_autofree char *text = g_strconcat(file->text, people ? lee : NULL, NULL);
    source_add(source, file->path, text);
  }
  struct made made = made_of(source, changes);
  source_free(source);
  return made;
}

static const struct post *lee_on(const struct made *made, int day)
{
  return clinician_on(made->service, service_clinician(made->service, "lee"),
                      date_make(2027, 1, day));
}

static void set_meets_what_holds_on_the_first_day(void **state)
{
  (void)state;
  struct made made = begin("  - set: {clinicians.lee.wte: 0.6}\n");
  assert_int_equal(made_person(&made, "lee")->n_changes, 2);
  assert_int_equal(lee_on(&made, 1)->wte_percent, 60);
  assert_int_equal(lee_on(&made, 1)->works.weeks[0].blocks[2], 0);
  assert_int_equal(lee_on(&made, 1)->n_skills, 3);
  assert_int_equal(lee_on(&made, 15)->wte_percent, 80);
  assert_int_equal(lee_on(&made, 15)->n_skills, 3);
  assert_int_equal(lee_on(&made, 31)->band, 6);
  made_free(&made);
}

static void set_reaches_a_change(void **state)
{
  (void)state;
  struct made made = begin("  - set: {\"clinicians.lee.changes[2].wte\": 0.9}\n");
  assert_int_equal(lee_on(&made, 1)->wte_percent, 50);
  assert_int_equal(lee_on(&made, 15)->wte_percent, 90);
  made_free(&made);
}

static void add_copies_what_holds_on_the_first_day(void **state)
{
  (void)state;
  struct made made = begin("  - add: {like: lee}\n");
  const struct post *post = made_post(&made, "lee-2");
  assert_int_equal(made_person(&made, "lee-2")->n_changes, 0);
  assert_int_equal(post->wte_percent, 50);
  assert_int_equal(post->band, 6);
  assert_int_equal(post->n_skills, 3);
  assert_false(post->sites[service_site(made.service, "hove")]);
  made_free(&made);
}

/* Whoever leaves has no changes after the last day. */
static void remove_ends_the_changes(void **state)
{
  (void)state;
  struct made made = begin("  - remove: {clinicians: lee, from: 2027-01-20}\n");
  assert_int_equal(made_person(&made, "lee")->n_changes, 2);
  made_free(&made);
  made = begin("  - remove: {clinicians: lee}\n");
  assert_int_equal(made_person(&made, "lee")->n_changes, 1);
  assert_int_equal(lee_on(&made, 1)->wte_percent, 50);
  made_free(&made);
}

/* 1.0 of amrita's 0.8 and lee's: 0.5 in January's first days, 0.8 from the 15th on. */
static void vacancy_weighs_the_posts_of_its_day(void **state)
{
  (void)state;
  struct made made = begin("  - vacancy: {who: {clinicians: lee}, wte: 0.5}\n");
  assert_int_equal(made_person(&made, "lee")->leaves, date_make(2026, 12, 31));
  made_free(&made);
  made = begin("  - vacancy: {who: {clinicians: lee}, wte: 0.8, from: 2027-01-20}\n");
  assert_int_equal(made_person(&made, "lee")->leaves, date_make(2027, 1, 19));
  made_free(&made);
}

static void evenings_are_added_to_each_pattern(void **state)
{
  (void)state;
  struct made made = begin(
      "  - evenings: {at: crawley, sessions: mon eve, task: clinic, need: 1,"
      " clinicians: lee}\n");
  assert_int_equal(lee_on(&made, 1)->works.weeks[0].blocks[0], 7);
  assert_int_equal(lee_on(&made, 15)->works.weeks[0].blocks[0], 7);
  assert_int_equal(lee_on(&made, 15)->works.weeks[0].blocks[3], 3);
  made_free(&made);
}

/* The staff of crawley go to the bus instead: Lee until the 14th, after which lee is at hove. */
static void staff_are_sent_by_the_sites_of_their_day(void **state)
{
  (void)state;
  struct made made = begin("  - close: {site: crawley, staff_to: bus}\n");
  int bus = service_site(made.service, "bus");
  assert_true(lee_on(&made, 1)->sites[bus]);
  assert_false(lee_on(&made, 15)->sites[bus]);
  made_free(&made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(set_meets_what_holds_on_the_first_day),
      cmocka_unit_test(set_reaches_a_change),
      cmocka_unit_test(add_copies_what_holds_on_the_first_day),
      cmocka_unit_test(remove_ends_the_changes),
      cmocka_unit_test(vacancy_weighs_the_posts_of_its_day),
      cmocka_unit_test(evenings_are_added_to_each_pattern),
      cmocka_unit_test(staff_are_sent_by_the_sites_of_their_day),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
