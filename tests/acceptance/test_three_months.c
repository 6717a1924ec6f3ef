/* Looking back makes it fairer: three months of `locality`, built and published
 * in a row, spread duty and satisfaction less than the same months built as if
 * nothing had been before. Work is counted, not time, so that the figures are
 * the same on any machine; the first month, which has nothing to look back on,
 * is the same in both. */
#include "inputs/inputs.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MONTHS = 3, WORK_SECONDS = 8 };

static const char *const month_ids[MONTHS] = {"2027-01", "2027-02", "2027-03"};

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

/* The example, with the months that its seed gives after the first. */
static void lay_out(const char *folder)
{
  run("cp -r '%s/examples/locality' '%s'", ROTA_SOURCE_DIR, folder);
  for (int m = 1; m < MONTHS; m++) {
    run("'%s' init '%s-%d' --clinicians 60 --seed 1 --month %s >'%s.log'", ROTA_PROGRAM, folder, m,
        month_ids[m], folder);
    run("cp -r '%s-%d/%s' '%s'", folder, m, month_ids[m], folder);
  }
}

/* What each clinician gets over the months. */
struct totals {
  int *duties, *satisfaction, *asked; /* [clinicians] */
};

static void add_month(const struct service *service, const char *folder, const char *month_id,
                      struct totals *totals)
{
  g_autofree char *path = g_build_filename(folder, month_id, "rota.json", NULL);
  json_t *document = json_load_file(path, 0, NULL), *item;
  size_t i;
  assert_non_null(document);
  json_array_foreach(json_object_get(document, "assignments"), i, item)
  {
    int c = service_clinician(service, json_string_value(json_object_get(item, "clinician")));
    totals->duties[c] += strcmp(json_string_value(json_object_get(item, "task")), "duty") == 0;
  }
  json_array_foreach(json_object_get(document, "clinicians"), i, item)
  {
    const json_t *percent = json_object_get(item, "satisfaction_percent");
    int c = service_clinician(service, json_string_value(json_object_get(item, "id")));
    if (json_is_integer(percent)) {
      totals->satisfaction[c] += (int)json_integer_value(percent);
      totals->asked[c]++;
    }
  }
  json_decref(document);
}

struct spread {
  double duties;       /* sessions per whole-time equivalent, most less fewest */
  double satisfaction; /* mean percent of the months, highest less lowest */
};

/* Duty is compared among those who can be on it at hand all three months. */
static bool shares_duty(const struct service *service, int clinician)
{
  const struct clinician *person = &service->clinicians[clinician];
  int duty = service_task(service, "duty"), first = date_make(2027, 1, 1);
  return person->joins == DATE_NONE && person->leaves == DATE_NONE &&
         clinician_can(service, clinician, duty, first);
}

static struct spread measure(const struct service *service, const struct totals *totals)
{
  double most = 0, fewest = 1e9, highest = 0, lowest = 100;
  for (int c = 0; c < service->n_clinicians; c++) {
    if (shares_duty(service, c)) {
      double rate = totals->duties[c] * 100.0 / service->posts[c].wte_percent;
      most = MAX(most, rate);
      fewest = MIN(fewest, rate);
    }
    if (totals->asked[c] == MONTHS) {
      double mean = totals->satisfaction[c] / (double)MONTHS;
      highest = MAX(highest, mean);
      lowest = MIN(lowest, mean);
    }
  }
  return (struct spread){most - fewest, highest - lowest};
}

static void build(const char *folder, int month)
{
  run("'%s' build '%s' --month %s --deterministic --threads 1 --time %d --show none >'%s.log' 2>&1",
      ROTA_PROGRAM, folder, month_ids[month], WORK_SECONDS, folder);
}

static void publish(const char *folder, int month)
{
  run("'%s' publish '%s' '%s/%s/rota.json' >'%s.log' 2>&1", ROTA_PROGRAM, folder, folder,
      month_ids[month], folder);
}

static struct spread measure_months(const char *folder)
{
  struct source *source = source_folder(folder);
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
  gsize n = (gsize)service->n_clinicians;
  struct totals totals = {g_new0(int, n), g_new0(int, n), g_new0(int, n)};
  for (int m = 0; m < MONTHS; m++)
    add_month(service, folder, month_ids[m], &totals);
  struct spread spread = measure(service, &totals);
  g_free(totals.duties);
  g_free(totals.satisfaction);
  g_free(totals.asked);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
  return spread;
}

static void looking_back_is_fairer(void **state)
{
  (void)state;
  g_autofree char *work = g_dir_make_tmp("rota-XXXXXX", NULL);
  g_autofree char *with = g_build_filename(work, "with", NULL);
  g_autofree char *without = g_build_filename(work, "without", NULL);
  lay_out(with);
  build(with, 0);
  run("cp -r '%s' '%s'", with, without);
  for (int m = 1; m < MONTHS; m++) {
    publish(with, m - 1);
    build(with, m);
    build(without, m);
  }
  struct spread forgetful = measure_months(without), mindful = measure_months(with);
  printf(
      "spread over three months        without history   with\n"
      "duty sessions per WTE           %15.2f %6.2f\n"
      "satisfaction, points of percent %15.1f %6.1f\n",
      forgetful.duties, mindful.duties, forgetful.satisfaction, mindful.satisfaction);
  run("rm -r '%s'", work);
  assert_true(mindful.duties < forgetful.duties);
  assert_true(mindful.satisfaction < forgetful.satisfaction);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(looking_back_is_fairer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
