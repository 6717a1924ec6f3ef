/* Notice of a rota: how long before the month it is published, against the criteria. */
#include "planning/publish.h"
#include "tests/support/check.h"
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

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(short_notice_is_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
