/* Calendars over versions of a rota: what stays keeps its UID and its sequence, what changes
 * raises it, what is no more is cancelled. tests/browser reads them with another parser. */
#include "model/rule.h"
#include "reports/ical.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

static const struct rule_example plain = {.use = "{most_days: 5}"};

/* Ann stays on the 1st, moves on the 2nd and then back, loses the 3rd, and gains the 4th. */
static const char *const written[] = {
    "ann 2027-02-01 am clinic hove\n"
    "ann 2027-02-02 am clinic hove\n"
    "ann 2027-02-03 am clinic hove\n",
    "ann 2027-02-01 am clinic hove\n"
    "ann 2027-02-02 am clinic crawley\n",
    "ann 2027-02-01 am clinic hove\n"
    "ann 2027-02-02 am clinic hove\n"
    "ann 2027-02-04 am clinic hove\n",
};
enum { VERSIONS = 3 };

/* The event of that UID, up to its end; NULL: there is none. */
static char *event_of(const char *text, const char *uid)
{
  g_autofree char *line = g_strdup_printf("UID:%s@", uid);
  const char *at = strstr(text, line);
  return at ? g_strndup(at, (gsize)(strstr(at, "END:VEVENT") - at)) : NULL;
}

static void expect(const char *text, const char *uid, const char *const *lines)
{
  g_autofree char *event = event_of(text, uid);
  assert_non_null(event);
  for (; *lines; lines++)
    if (!strstr(event, *lines))
      fail_msg("no '%s' in %s", *lines, event);
}

static char *calendar_in(const struct rule_example *example,
                         struct ical_of (*whose)(const struct service *service), int n_versions)
{
  struct world *world = world_of_rule(rule_find("consecutive"), example);
  struct problem *problem = problem_new(world->service, world->month);
  struct rota *versions[VERSIONS];
  for (int v = 0; v < n_versions; v++) {
    g_autoptr(GArray) items = world_assignments(world, written[v]);
    versions[v] =
        rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  }
  char *text = ical_text(problem, (const struct rota *const *)versions, n_versions,
                         whose(world->service), "20270115T090000Z");
  for (int v = 0; v < n_versions; v++)
    rota_free(versions[v]);
  problem_free(problem);
  world_free(world);
  return text;
}

static char *calendar_of(struct ical_of (*whose)(const struct service *service), int n_versions)
{
  return calendar_in(&plain, whose, n_versions);
}

/* With all that a TEXT escapes. */
static const struct rule_example named = {
    .clinicians =
        "ann: {name: 'Able, Ann; Dr\\', band: 7, wte: 1.0, base: hove, team: hove,\n"
        "      works: {mon-fri: [am, pm]}, skills: {msk: yes, spine: yes, fcp: yes}}\n",
    .use = "{most_days: 5}"};

static struct ical_of ann(const struct service *service)
{
  return (struct ical_of){service_clinician(service, "ann"), NONE};
}

static struct ical_of crawley(const struct service *service)
{
  return (struct ical_of){NONE, service_site(service, "crawley")};
}

static void the_first_version_has_sequence_0(void **state)
{
  (void)state;
  g_autofree char *text = calendar_of(ann, 1);
  expect(text, "2027-02-03-am-ann",
         (const char *const[]){"SEQUENCE:0\r", "STATUS:CONFIRMED\r",
                               "DTSTART;TZID=Europe/London:20270203T", NULL});
  assert_null(event_of(text, "2027-02-04-am-ann"));
}

static void changes_raise_the_sequence(void **state)
{
  (void)state;
  g_autofree char *text = calendar_of(ann, VERSIONS);
  expect(text, "2027-02-01-am-ann",
         (const char *const[]){"SEQUENCE:0\r", "STATUS:CONFIRMED\r", NULL});
  expect(text, "2027-02-02-am-ann",
         (const char *const[]){"SEQUENCE:2\r", "STATUS:CONFIRMED\r", NULL});
  expect(text, "2027-02-03-am-ann",
         (const char *const[]){"SEQUENCE:1\r", "STATUS:CANCELLED\r", NULL});
  expect(text, "2027-02-04-am-ann",
         (const char *const[]){"SEQUENCE:0\r", "STATUS:CONFIRMED\r", NULL});
}

static void a_site_sees_its_own_changes_alone(void **state)
{
  (void)state;
  g_autofree char *text = calendar_of(crawley, VERSIONS);
  expect(text, "2027-02-02-am-ann-at-crawley",
         (const char *const[]){"SEQUENCE:1\r", "STATUS:CANCELLED\r", NULL});
  assert_null(event_of(text, "2027-02-01-am-ann-at-crawley"));
}

static void a_name_is_escaped_as_text(void **state)
{
  (void)state;
  g_autofree char *text = calendar_in(&named, ann, 1);
  if (!strstr(text, "\r\nX-WR-CALNAME:Able\\, Ann\\; Dr\\\\\r\n"))
    fail_msg("%s", text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_version_has_sequence_0),
      cmocka_unit_test(changes_raise_the_sequence),
      cmocka_unit_test(a_site_sees_its_own_changes_alone),
      cmocka_unit_test(a_name_is_escaped_as_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
