/* Months of wards, of the shape that published nurse rostering problems have: hard runs of working
 * days and days off, weekends, minutes from both sides, shifts that may not follow others, the most
 * of each shift, days off; cover, and requests for shifts, at a price. Each is drawn around a rota
 * that keeps all of it, so that there is one: the program finds one in the work of ten seconds, and
 * not one that is much dearer. */
#include "model/dice.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <glib.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS_MOST = 28, SHIFTS_MOST = 4, PEOPLE_MOST = 40, OFF = -1 };
enum { RUN_LEAST = 2, RUN_MOST = 5, OFF_LEAST = 2, OFF_MOST = 4, SHIFT_HOURS = 8, SECONDS = 10 };

static const char *const shifts[SHIFTS_MOST] = {"early", "day", "late", "night"};

/* In points, a shortfall costing 100: how much dearer than the rota it was drawn around. */
enum { DEARER_EACH = 45 };

struct ward {
  int people, days, shifts;
  struct dice dice;
  int planted[PEOPLE_MOST][DAYS_MOST]; /* the shift, or OFF */
  int *here;                           /* that of the person being drawn */
};

/* Runs of shifts that only become later, and days off, begun anywhere in them. */
static void plant_person(struct ward *ward)
{
  int day = -dice_below(&ward->dice, RUN_MOST + OFF_MOST);
  while (day < ward->days) {
    int run = RUN_LEAST + dice_below(&ward->dice, RUN_MOST - RUN_LEAST + 1), shift = 0;
    for (int k = 0; k < run; k++, day++) {
      shift += dice_below(&ward->dice, ward->shifts - shift);
      if (day >= 0 && day < ward->days)
        ward->here[day] = shift;
    }
    day += OFF_LEAST + dice_below(&ward->dice, OFF_MOST - OFF_LEAST + 1);
  }
}

static void plant(struct ward *ward)
{
  for (int p = 0; p < ward->people; p++) {
    ward->here = ward->planted[p];
    for (int d = 0; d < ward->days; d++)
      ward->here[d] = OFF;
    plant_person(ward);
  }
}

/* Those whom the planted rota has at the shift on that day. */
static int planted_at(const struct ward *ward, int day, int shift)
{
  int count = 0;
  for (int p = 0; p < ward->people; p++)
    count += ward->planted[p][day] == shift;
  return count;
}

static int shifts_of(const struct ward *ward, int person, int shift)
{
  int count = 0;
  for (int d = 0; d < ward->days; d++)
    count += ward->planted[person][d] != OFF && (shift < 0 || ward->planted[person][d] == shift);
  return count;
}

static int weekends_of(const struct ward *ward, int person)
{
  int count = 0;
  for (int d = 5; d < ward->days; d += 7) /* the first day is a Monday */
    count += ward->planted[person][d] != OFF || ward->planted[person][d + 1] != OFF;
  return count;
}

static void put_rules(const struct ward *ward, GString *out)
{
  g_string_append(out,
                  "rules:\n"
                  "  - working_time: {average_hours: 168, rest_hours: 0, weekly_rest: none, "
                  "break_minutes: 0}\n"
                  "  - contract_hours: {hard: yes}\n");
  for (int s = 1; s < ward->shifts; s++) {
    g_string_append_printf(out, "  - succession: {task: %s, then_task: [", shifts[s]);
    for (int t = 0; t < s; t++)
      g_string_append_printf(out, "%s%s", t > 0 ? ", " : "", shifts[t]);
    g_string_append(out, "]}\n");
  }
  for (int p = 0; p < ward->people; p++) {
    g_string_append_printf(out,
                           "  - consecutive: {who: {clinicians: p%d}, most_days: %d, fewest_days: "
                           "%d, fewest_days_off: %d, most_weekends: %d}\n",
                           p, RUN_MOST, RUN_LEAST, OFF_LEAST, weekends_of(ward, p));
    for (int s = 0; ward->shifts > 1 && s < ward->shifts; s++)
      g_string_append_printf(
          out, "  - count_limit: {who: {clinicians: p%d}, task: %s, per: month, most: %d}\n", p,
          shifts[s], shifts_of(ward, p, s) + 1);
  }
}

static char *service_of(const struct ward *ward)
{
  GString *out = g_string_new(
      "service: Ward\n"
      "sessions:\n  shift: {from: \"08:00\", to: \"16:00\"}\n"
      "week: {mon-sun: [shift]}\n"
      "sites:\n  ward: {kind: ward}\n"
      "tasks:\n");
  for (int s = 0; s < ward->shifts; s++)
    g_string_append_printf(out, "  %s: {at: ward, room: none}\n", shifts[s]);
  g_string_append(out, "demand:\n");
  for (int d = 0; d < ward->days; d++)
    for (int s = 0; s < ward->shifts; s++) {
      int need = planted_at(ward, d, s);
      if (need > 0)
        g_string_append_printf(out,
                               "  - {task: %s, need: %d, most: %d, prices: {need: 100, target: 0, "
                               "most: 1}, from: 2027-02-%02d, until: 2027-02-%02d}\n",
                               shifts[s], need, need, d + 1, d + 1);
    }
  put_rules(ward, out);
  g_string_append(out,
                  "criteria:\n  session_requests: {points: 3}\n"
                  "  weights: {love: 3, like: 1, dislike: -1, avoid: -3}\n");
  return g_string_free(out, FALSE);
}

/* A shift more or less than the rota has. */
static char *clinicians_of(const struct ward *ward)
{
  GString *out = g_string_new("");
  for (int p = 0; p < ward->people; p++) {
    int count = shifts_of(ward, p, -1);
    g_string_append_printf(
        out, "p%d: {band: 5, works: {mon-sun: [shift]}, hours: {fewest: %d, most: %d}}\n", p,
        MAX(0, count - 1) * SHIFT_HOURS, (count + 1) * SHIFT_HOURS);
  }
  return g_string_free(out, FALSE);
}

/* Two wishes for what the rota has, and two against what it has not. */
static void put_wishes(struct ward *ward, int person, const char *month, GString *out)
{
  static const char *const levels[] = {"love", "like", "dislike", "avoid"};
  g_string_append_printf(out, "clinician: p%d\nmonth: %s\nsubmitted: 2026-12-03\nsessions:\n",
                         person, month);
  for (int k = 0, d = 0; k < 4 && d < ward->days; d += 1 + dice_below(&ward->dice, 3)) {
    int set = ward->planted[person][d], shift = dice_below(&ward->dice, ward->shifts);
    bool wanted = set != OFF && k < 2;
    if (!wanted && set == shift)
      continue;
    g_string_append_printf(out, "  - {on: 2027-02-%02d, want: {task: %s}, how: %s}\n", d + 1,
                           shifts[wanted ? set : shift],
                           levels[2 * !wanted + dice_below(&ward->dice, 2)]);
    k++;
  }
}

/* A day off of the rota that is off for certain; -1: it has none. */
static int day_off_of(struct ward *ward, int person)
{
  int from = dice_below(&ward->dice, ward->days);
  for (int k = 0; k < ward->days; k++)
    if (ward->planted[person][(from + k) % ward->days] == OFF)
      return (from + k) % ward->days;
  return -1;
}

/* Writes the service, and the planted rota, and returns the name of the month. */
static const char *write_ward(struct ward *ward, struct scratch *scratch)
{
  const char *month = ward->days == DAYS_MOST ? "2027-02" : "2027-02-01";
  g_autofree char *service = service_of(ward), *clinicians = clinicians_of(ward);
  GString *leave = g_string_new("clinician,from,to,kind,sessions\n");
  GString *rota = g_string_new("date,session,clinician,task,site\n");
  scratch_write(scratch, "ward/service.yaml", service);
  scratch_write(scratch, "ward/clinicians.yaml", clinicians);
  for (int p = 0; p < ward->people; p++) {
    GString *wishes = g_string_new("");
    g_autofree char *path = g_strdup_printf("ward/%s/preferences/p%d.yaml", month, p);
    put_wishes(ward, p, month, wishes);
    scratch_write(scratch, path, wishes->str);
    g_string_free(wishes, TRUE);
    int off = day_off_of(ward, p);
    if (off >= 0)
      g_string_append_printf(leave, "p%d,2027-02-%02d,2027-02-%02d,annual,\n", p, off + 1, off + 1);
    for (int d = 0; d < ward->days; d++)
      if (ward->planted[p][d] != OFF)
        g_string_append_printf(rota, "2027-02-%02d,shift,p%d,%s,ward\n", d + 1, p,
                               shifts[ward->planted[p][d]]);
  }
  g_autofree char *month_file = g_strdup_printf("ward/%s/month.yaml", month);
  g_autofree char *leave_file = g_strdup_printf("ward/%s/leave.csv", month);
  g_autofree char *weeks =
      g_strdup_printf("period: {from: 2027-02-01, weeks: %d}\n", ward->days / 7);
  scratch_write(scratch, month_file, ward->days == DAYS_MOST ? "closures: []\n" : weeks);
  scratch_write(scratch, leave_file, leave->str);
  scratch_write(scratch, "planted.csv", rota->str);
  g_string_free(leave, TRUE);
  g_string_free(rota, TRUE);
  return month;
}

/* What the rota in the file costs, as the check of the finished rota has it; fails where it breaks
 * a hard rule. */
static int64_t price(struct scratch *scratch, const char *month, const char *file)
{
  g_autofree char *line = g_strdup_printf(
      "'%s' verify '%s' '%s' --month %s >/dev/null 2>&1 && '%s' export '%s' '%s' --month %s --json "
      "'%s' "
      "--force >/dev/null 2>&1",
      ROTA_PROGRAM, scratch_path(scratch, "ward"), scratch_path(scratch, file), month, ROTA_PROGRAM,
      scratch_path(scratch, "ward"), scratch_path(scratch, file), month,
      scratch_path(scratch, "priced.json"));
  if (system(line) != 0)
    fail_msg("this failed: %s", line);
  g_autofree char *text = NULL;
  assert_true(g_file_get_contents(scratch_path(scratch, "priced.json"), &text, NULL, NULL));
  const char *at = strstr(text, "\"objective\": ");
  assert_non_null(at);
  return strtoll(at + strlen("\"objective\": "), NULL, 10);
}

static void hold_ward(int people, int days, int kinds, uint64_t seed)
{
  struct scratch *scratch = scratch_new();
  struct ward ward = {people, days, kinds, dice_numbered(seed, 1), {{0}}, NULL};
  plant(&ward);
  const char *month = write_ward(&ward, scratch);
  int64_t planted = price(scratch, month, "planted.csv");
  g_autofree char *line = g_strdup_printf(
      "'%s' build '%s' --month %s --deterministic --threads 1 --time %d --engine glpk --quiet "
      ">/dev/null 2>&1",
      ROTA_PROGRAM, scratch_path(scratch, "ward"), month, SECONDS);
  if (system(line) != 0)
    fail_msg("%d people, %d days, %d kinds of shift, seed %d: %s", people, days, kinds, (int)seed,
             line);
  g_autofree char *built = g_strdup_printf("ward/%s/rota.csv", month);
  int64_t cost = price(scratch, month, built);
  print_message("%d people, %d days, %d kinds of shift: %" PRId64 ", planted %" PRId64 "\n", people,
                days, kinds, cost, planted);
  assert_true(cost <= planted + (int64_t)DEARER_EACH * people);
  scratch_free(scratch);
}

static void a_rota_is_found_where_there_is_one(void **state)
{
  (void)state;
  hold_ward(1, 28, 4, 1);
  hold_ward(8, 14, 1, 2);
  hold_ward(16, 28, 2, 4);
  hold_ward(24, 28, 3, 5);
  hold_ward(40, 28, 4, 6);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_rota_is_found_where_there_is_one)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
