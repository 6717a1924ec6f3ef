/* Notice of a rota: how long before the month it is published, against the criteria. */
#include "planning/publish.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"
#include "tests/support/world.h"

#include <glib.h>

static char *notice_on(struct world *world, int today)
{
  const struct existing_rota rota = {
      .folder = {.service = world->service, .month = world->month},
  };
  return publish_short_notice(&rota, today);
}

static void assert_notice(struct world *world, int today, const char *wanted)
{
  g_autofree char *said = notice_on(world, today);
  if (wanted)
    assert_string_equal(said, wanted);
  else
    assert_null(said);
}

/* The month is February 2027: two weeks before is 18 January. */
static void short_notice_is_told(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  assert_int_equal(month_due(world->month, world->service), DATE_NONE);
  assert_notice(world, date_make(2027, 1, 31), NULL);
  world->service->criteria.publish_days_before = 14;
  world->service->criteria.where_publish = (struct where){"service.yaml", 7, 3};
  assert_int_equal(month_due(world->month, world->service), date_make(2027, 1, 18));
  assert_notice(world, date_make(2026, 6, 1), NULL);
  assert_notice(world, date_make(2027, 1, 18), NULL);
  assert_notice(world, date_make(2027, 1, 19),
                "published 13 days before 2027-02; the service's criteria say 14 (service.yaml:7)");
  assert_notice(world, date_make(2027, 1, 31),
                "published 1 day before 2027-02; the service's criteria say 14 (service.yaml:7)");
  assert_notice(world, date_make(2027, 2, 1),
                "published on the day 2027-02 begins; the service's criteria say 14 "
                "(service.yaml:7)");
  assert_notice(world, date_make(2027, 5, 5),
                "published after 2027-02 began; the service's criteria say 14 (service.yaml:7)");
  world_free(world);
}

/* What is published says when; what is not would be today; what was published by an older
 * program does not say. */
static void days_are_counted_to_the_first(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct scratch *scratch = scratch_new();
  const char *directory = scratch_path(scratch, "tiny");
  struct notice notice = publish_notice(directory, world->month, date_make(2027, 1, 11));
  assert_false(notice.published);
  assert_int_equal(notice.days, 21);
  assert_int_equal(publish_notice(directory, world->month, date_make(2027, 2, 3)).days, -2);
  scratch_write(scratch, "tiny/history/2027-02.yaml",
                "month: 2027-02\npublished: 2027-01-25\nchecksum: none\n");
  notice = publish_notice(directory, world->month, date_make(2027, 1, 11));
  assert_true(notice.published);
  assert_int_equal(notice.from, date_make(2027, 1, 25));
  assert_int_equal(notice.days, 7);
  scratch_write(scratch, "tiny/history/2027-02.yaml", "month: 2027-02\nchecksum: none\n");
  notice = publish_notice(directory, world->month, date_make(2027, 1, 11));
  assert_true(notice.published);
  assert_int_equal(notice.from, DATE_NONE);
  scratch_free(scratch);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(short_notice_is_told),
      cmocka_unit_test(days_are_counted_to_the_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
