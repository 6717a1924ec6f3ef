/* Three months in a row, each with a part of a week at both ends, are built and published one
 * upon the other: what is asked and allowed in a week holds in every week, also in those that
 * two months share, by a count of the days alone. Then the middle one is built again, from
 * other seeds, while its neighbours are published, and it holds again. */
#include "planning/assess.h"
#include "planning/build.h"
#include "planning/existing_rota.h"
#include "planning/publish.h"
#include "planning/rota_files.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

/* Tuesday to Wednesday, Thursday to Saturday, Sunday to Tuesday. */
static const char *const month_ids[] = {"2027-06", "2027-07", "2027-08"};

enum { CLINICIANS = 8, FIRST_MONDAY = 7, WEEKS = 12, DAYS = 7 * WEEKS, SECONDS = 15, SEEDS = 4 };
enum { DUTY_MOST = 2, CLINIC_NEED = 7, CLINIC_MOST = 8, FCP_WEEKLY = 3, GAP_MOST = 4 };

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
    "  support: {at: remote}\n"
    "demand: [{task: clinic, at: hove, per: week, need: 7, most: 8}]\n"
    "rules:\n"
    "  - duty_cover: {task: duty, apart_weight: 0}\n"
    "  - count_limit: {task: duty, per: week, most: 2}\n"
    "  - count_limit: {task: support, per: week, count: days, least: 1, weight: 40}\n"
    "  - fcp_cover: {task: fcp, patients_per_session: 3000}\n";

/* What was done on the days of the twelve weeks, by whom. */
struct diary {
  int duty[CLINICIANS][DAYS], support[CLINICIANS][DAYS];
  int clinic[DAYS], fcp[DAYS];
};

static const char *lay_out(struct scratch *scratch)
{
  g_autoptr(GString) people = g_string_new(NULL);
  g_autoptr(GString) leave = g_string_new("clinician,from,to,kind,sessions\n");
  for (int c = 0; c < CLINICIANS; c++) {
    g_string_append_printf(people, "c%d: {band: 7, works: {mon-sun: [am, pm]}}\n", c);
    /* nobody is there in June's last days: July owes what the week is short of */
    g_string_append_printf(leave, "c%d,2027-06-28,2027-06-30,study,\n", c);
  }
  scratch_write(scratch, "s/service.yaml", service_text);
  scratch_write(scratch, "s/clinicians.yaml", people->str);
  scratch_write(scratch, "s/2027-06/leave.csv", leave->str);
  return scratch_path(scratch, "s");
}

/* Takes the month's days out of the diary, and puts those of the rota in. */
static void write_down(struct diary *diary, const struct problem *problem, const struct rota *rota)
{
  const struct month *month = problem->month;
  int monday = date_make(2027, 6, FIRST_MONDAY);
  for (int d = 0; d < month->n_days; d++) {
    int day = month->days[d].date - monday;
    if (day < 0 || day >= DAYS)
      continue;
    diary->clinic[day] = diary->fcp[day] = 0;
    for (int c = 0; c < CLINICIANS; c++)
      diary->duty[c][day] = diary->support[c][day] = 0;
  }
  for (int i = 0; i < rota->count; i++) {
    const struct assignment *item = &rota->items[i];
    const char *task = problem->service->tasks[item->task].id;
    int day = month->slots[item->slot].date - monday;
    if (day < 0 || day >= DAYS)
      continue;
    diary->clinic[day] += strcmp(task, "clinic") == 0;
    diary->fcp[day] += strcmp(task, "fcp") == 0;
    diary->duty[item->clinician][day] += strcmp(task, "duty") == 0;
    diary->support[item->clinician][day] += strcmp(task, "support") == 0;
  }
}

/* Builds the month as it lies in the folder, and writes it there. */
static void build(const char *directory, const char *month_id, int seed, struct diary *diary)
{
  struct folder folder;
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(folder_read(directory, month_id, diagnostics, &folder), STATUS_OK);
  struct build_settings settings = build_default_settings();
  settings.deterministic = TRUE;
  settings.threads = 1;
  settings.seconds = SECONDS;
  settings.seed = seed;
  settings.gap_percent = 5;
  struct build_request request = {.problem = folder.problem, .settings = &settings};
  struct build_result result;
  build_rota(&request, &result);
  assert_int_equal(result.verdict, BUILD_DONE);
  g_autoptr(GArray) inputs = folder_inputs(&folder);
  struct provenance run = build_provenance(&result, &settings);
  run.inputs = (const struct provenance_input *)(const void *)inputs->data;
  run.n_inputs = (int)inputs->len;
  struct assessment *assessment = assess(result.audit, &run);
  g_autofree char *into = g_build_filename(directory, month_id, NULL);
  char *message = NULL;
  assert_int_equal(rota_files_write(into, assessment, &message), STATUS_OK);
  write_down(diary, folder.problem, result.rota);
  assessment_free(assessment);
  build_result_clear(&result);
  folder_clear(&folder);
  diagnostics_free(diagnostics);
}

/* Reads the month's rota.json; its cost, by what is published now. */
static int64_t open_rota(const char *directory, const char *month_id, bool publish)
{
  g_autofree char *folder = g_build_filename(directory, month_id, NULL);
  g_autofree char *path = rota_files_json(folder);
  struct existing_rota rota;
  struct diagnostics *diagnostics = diagnostics_new();
  char *message = NULL;
  assert_int_equal(existing_rota_open(path, diagnostics, &rota), STATUS_OK);
  assert_int_equal(folder_read(directory, month_id, diagnostics, &rota.folder), STATUS_OK);
  assert_int_equal(existing_rota_resolve(&rota, diagnostics), STATUS_OK);
  if (publish)
    assert_int_equal(publish_rota(&rota, directory, path, "test", NULL, &message), STATUS_OK);
  int64_t cost = rota.audit->cost;
  assert_int_equal(cost, json_integer_value(json_object_get(rota.document, "objective")));
  existing_rota_clear(&rota);
  diagnostics_free(diagnostics);
  return cost;
}

static int sum(const int *days, int week)
{
  int total = 0;
  for (int d = 7 * week; d < 7 * week + 7; d++)
    total += days[d];
  return total;
}

static void check_weeks(const struct diary *diary)
{
  for (int week = 0; week < WEEKS; week++) {
    assert_in_range(sum(diary->clinic, week), CLINIC_NEED, CLINIC_MOST);
    assert_true(sum(diary->fcp, week) >= FCP_WEEKLY);
    for (int c = 0; c < CLINICIANS; c++) {
      assert_in_range(sum(diary->duty[c], week), 0, DUTY_MOST);
      assert_true(sum(diary->support[c], week) >= 1);
    }
  }
}

/* Days on which nobody was there count as well: the PCN was open. */
static void check_gaps(const struct diary *diary)
{
  for (int day = 0, gap = 0; day < DAYS; day++) {
    gap = diary->fcp[day] > 0 ? 0 : gap + 1;
    assert_true(gap <= GAP_MOST);
  }
}

static void weeks_hold_over_three_months(void **state)
{
  (void)state;
  struct scratch *scratch = scratch_new();
  const char *directory = lay_out(scratch);
  struct diary diary = {0};
  int64_t costs[G_N_ELEMENTS(month_ids)];
  for (size_t m = 0; m < G_N_ELEMENTS(month_ids); m++) {
    build(directory, month_ids[m], 1, &diary);
    costs[m] = open_rota(directory, month_ids[m], true);
  }
  check_weeks(&diary);
  check_gaps(&diary);
  /* nothing that was published since says otherwise of what was published first */
  for (size_t m = 0; m < G_N_ELEMENTS(month_ids); m++)
    assert_int_equal(open_rota(directory, month_ids[m], false), costs[m]);
  for (int seed = 2; seed <= SEEDS; seed++) {
    build(directory, month_ids[1], seed, &diary);
    check_weeks(&diary);
    check_gaps(&diary);
    open_rota(directory, month_ids[1], false);
  }
  scratch_free(scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(weeks_hold_over_three_months),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
