/* Two periods of four weeks and a calendar month in one history, built and published one upon the
 * other, with parts of weeks at all of their ends; then 13 weeks upon them. Limits and debts hold
 * right across, by a count of what the program wrote; and they hold again when the middle one is
 * built anew between its neighbours. Work is counted, not time. */
#include "model/date.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <glib.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* Thursday to Wednesday twice, Thursday to Saturday; then from Sunday to Saturday. */
static const struct {
  const char *id;
  int weeks; /* 0: a calendar month */
  int days;
  int contract; /* minutes of a whole-time post: 2,250 a week, or 31/7 of that to the quarter */
} planned[] = {
    {"2027-05-06", 4, 28, 9000},
    {"2027-06-03", 4, 28, 9000},
    {"2027-07", 0, 31, 9960},
    {"2027-08-01", 13, 91, 29250},
};
enum { PLANNED = G_N_ELEMENTS(planned), LONG = PLANNED - 1, PUBLISHED = LONG };
enum { CLINICIANS = 8, DAYS = 28 + 28 + 31 + 91, SESSION_MINUTES = 225, AWAY = 0, AWAY_IN = 1 };
enum { DUTY_WEEKLY = 2, FCP_MOST = 3, CLINIC_NEED = 7, CLINIC_MOST = 8, FREE_OF = 7 };

static const char service_text[] =
    "service: Test\n"
    "holidays: none\n"
    "sessions: {am: {from: \"08:30\", to: \"12:15\"}, pm: {from: \"13:15\", to: \"17:00\"}}\n"
    "week: {mon-sun: [am, pm]}\n"
    "sites: {hove: {kind: hub}, remote: {kind: remote}}\n"
    "pcns: {goldstone: {patients: 9000}}\n"
    "tasks:\n"
    "  clinic: {at: hove}\n"
    "  fcp: {at: pcn}\n"
    "  duty: {at: remote}\n"
    "  support: {at: remote, spare: yes}\n"
    "demand: [{task: clinic, at: hove, per: week, need: 7, most: 8}]\n"
    "rules:\n"
    "  - duty_cover: {task: duty, apart_weight: 0}\n"
    "  - count_limit: {task: duty, per: week, most: 2}\n"
    "  - count_limit: {task: fcp, per: month, most: 3}\n"
    "  - fair_share: {task: duty, within: 1, weight: 100}\n"
    "  - fcp_cover: {task: fcp, patients_per_session: 3000}\n";

/* What was done on the days from the first one of all, by whom. */
struct diary {
  int sessions[CLINICIANS][DAYS], duty[CLINICIANS][DAYS], fcp[CLINICIANS][DAYS];
  int clinic[DAYS];
};

static int first_of(int number)
{
  int date = DATE_NONE;
  g_autofree char *day = g_strconcat(planned[number].id, planned[number].weeks ? "" : "-01", NULL);
  assert_true(date_parse(day, &date));
  return date;
}

static void run(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void run(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *line = g_strdup_vprintf(format, args);
  va_end(args);
  if (system(line) != 0)
    fail_msg("this failed: %s", line);
}

static void lay_out(struct scratch *scratch)
{
  g_autoptr(GString) people = g_string_new(NULL);
  for (int c = 0; c < CLINICIANS; c++)
    g_string_append_printf(people, "c%d: {band: 7, works: {mon-sun: [am, pm]}}\n", c);
  scratch_write(scratch, "s/service.yaml", service_text);
  scratch_write(scratch, "s/clinicians.yaml", people->str);
  scratch_write(scratch, "s/2027-05-06/month.yaml", "period: {from: 2027-05-06, weeks: 4}\n");
  scratch_write(scratch, "s/2027-06-03/month.yaml", "period: {from: 2027-06-03, weeks: 4}\n");
  scratch_write(scratch, "s/2027-06-03/leave.csv",
                "clinician,from,to,kind\nc0,2027-06-03,2027-06-30,maternity\n");
  scratch_write(scratch, "s/2027-08-01/month.yaml", "period: {from: 2027-08-01, weeks: 13}\n");
}

/* Takes the period's days out of the diary, and puts those of its rota in. */
static void write_down(const char *folder, int number, struct diary *diary)
{
  g_autofree char *path = g_build_filename(folder, planned[number].id, "rota.json", NULL);
  json_t *document = json_load_file(path, 0, NULL), *item;
  int from = first_of(number) - first_of(0);
  size_t i;
  assert_non_null(document);
  for (int d = from; d < from + planned[number].days; d++) {
    diary->clinic[d] = 0;
    for (int c = 0; c < CLINICIANS; c++)
      diary->sessions[c][d] = diary->duty[c][d] = diary->fcp[c][d] = 0;
  }
  json_array_foreach(json_object_get(document, "assignments"), i, item)
  {
    const char *task = json_string_value(json_object_get(item, "task"));
    int c = atoi(json_string_value(json_object_get(item, "clinician")) + 1), date;
    assert_true(date_parse(json_string_value(json_object_get(item, "date")), &date));
    int day = date - first_of(0);
    assert_in_range(day, from, from + planned[number].days - 1);
    diary->sessions[c][day]++;
    diary->duty[c][day] += strcmp(task, "duty") == 0;
    diary->fcp[c][day] += strcmp(task, "fcp") == 0;
    diary->clinic[day] += strcmp(task, "clinic") == 0;
  }
  json_decref(document);
}

static void build(const char *folder, int number, int seed, struct diary *diary)
{
  const char *id = planned[number].id;
  run("'%s' build '%s' -m %s --deterministic --threads 1 --time 8 --gap 2 --seed %d --show none "
      ">'%s.log' 2>&1",
      ROTA_PROGRAM, folder, id, seed, folder);
  run("'%s' verify '%s' '%s/%s/rota.json' >'%s.log' 2>&1", ROTA_PROGRAM, folder, folder, id,
      folder);
  write_down(folder, number, diary);
}

static int sum(const int *days, int from, int n)
{
  int total = 0;
  for (int d = from; d < from + n; d++)
    total += days[d];
  return total;
}

/* Whole weeks, in whichever of them their days lie. */
static void check_weeks(const struct diary *diary, int n_days)
{
  int monday = (WEEK_DAYS - date_weekday(first_of(0))) % WEEK_DAYS;
  for (; monday + WEEK_DAYS <= n_days; monday += WEEK_DAYS) {
    assert_in_range(sum(diary->clinic, monday, WEEK_DAYS), CLINIC_NEED, CLINIC_MOST);
    for (int c = 0; c < CLINICIANS; c++)
      assert_true(sum(diary->duty[c], monday, WEEK_DAYS) <= DUTY_WEEKLY);
  }
}

/* In any seven days somebody is free on one. */
static void check_rest(const struct diary *diary, int n_days)
{
  for (int c = 0; c < CLINICIANS; c++)
    for (int d = 0; d + FREE_OF <= n_days; d++) {
      int worked = 0;
      for (int k = d; k < d + FREE_OF; k++)
        worked += diary->sessions[c][k] > 0;
      assert_true(worked < FREE_OF);
    }
}

/* Per month is of four weeks as of a month. */
static void check_months(const struct diary *diary, int n)
{
  for (int number = 0, from = 0; number < n; from += planned[number++].days)
    for (int c = 0; c < CLINICIANS; c++)
      assert_true(sum(diary->fcp[c], from, planned[number].days) <= FCP_MOST);
}

/* The duty of all that is published is shared by the time that people were there. */
static void check_shares(const struct diary *diary, int n_days)
{
  int all = 0, there = 0;
  for (int c = 0; c < CLINICIANS; c++) {
    all += sum(diary->duty[c], 0, n_days);
    there += c == AWAY ? 2 : 3;
  }
  for (int c = 0; c < CLINICIANS; c++) {
    int off = there * sum(diary->duty[c], 0, n_days) - (c == AWAY ? 2 : 3) * all;
    assert_in_range(off + there, 0, 2 * there);
  }
}

/* "  c0: {name: "c0", contract: 9000, planned: 9225, balance: 225}" in the history file. */
static void read_account(const char *folder, const char *id, int clinician, int out[3])
{
  g_autofree char *path = g_strdup_printf("%s/history/%s.yaml", folder, id), *text = NULL;
  g_autofree char *start = g_strdup_printf("\n  c%d: {", clinician);
  assert_true(g_file_get_contents(path, &text, NULL, NULL));
  const char *at = strstr(strstr(text, "\naccounts:"), start);
  assert_non_null(at);
  out[0] = atoi(strstr(at, "contract: ") + strlen("contract: "));
  out[1] = atoi(strstr(at, "planned: ") + strlen("planned: "));
  out[2] = atoi(strstr(at, "balance: ") + strlen("balance: "));
}

static void check_debts(const struct diary *diary, const char *folder, int number)
{
  int from = first_of(number) - first_of(0);
  for (int c = 0; c < CLINICIANS; c++) {
    int account[3], before[3] = {0, 0, 0};
    read_account(folder, planned[number].id, c, account);
    if (number > 0)
      read_account(folder, planned[number - 1].id, c, before);
    int contract = c == AWAY && number == AWAY_IN ? 0 : planned[number].contract;
    int minutes = sum(diary->sessions[c], from, planned[number].days) * SESSION_MINUTES;
    assert_int_equal(account[0], contract);
    assert_int_equal(account[1], minutes);
    assert_int_equal(account[2], before[2] + minutes - contract);
  }
}

static void test_periods_and_a_month(void **state)
{
  (void)state;
  struct scratch *scratch = scratch_new();
  struct diary *diary = g_new0(struct diary, 1);
  lay_out(scratch);
  const char *folder = scratch_path(scratch, "s");
  int n_days = 0;
  for (int number = 0; number < PUBLISHED; n_days += planned[number++].days) {
    build(folder, number, 1, diary);
    run("'%s' publish '%s' '%s/%s/rota.json' >'%s.log' 2>&1", ROTA_PROGRAM, folder, folder,
        planned[number].id, folder);
    check_debts(diary, folder, number);
  }
  check_weeks(diary, n_days);
  check_rest(diary, n_days);
  check_months(diary, PUBLISHED);
  check_shares(diary, n_days);
  build(folder, LONG, 1, diary);
  check_weeks(diary, DAYS);
  check_rest(diary, DAYS);
  for (int c = 0; c < CLINICIANS; c++)
    assert_true(sum(diary->fcp[c], n_days, planned[LONG].days) <= FCP_MOST);
  build(folder, AWAY_IN, 2, diary);
  check_weeks(diary, n_days);
  check_rest(diary, n_days);
  g_free(diary);
  scratch_free(scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_periods_and_a_month)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
