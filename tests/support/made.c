#include "tests/support/made.h"
#include "scenarios/scenarios.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static enum status read(struct source *source, const char *text, struct made *made, char **report)
{
  struct diagnostics *diagnostics = diagnostics_new();
  *made = (struct made){NULL, NULL, NULL};
  source_add(source, MADE_PATH, text);
  enum status status = scenario_read(source, source, MADE_PATH, "2027-01", diagnostics,
                                     &made->scenario, &made->service, &made->month);
  assert_true(status == STATUS_OK || status == STATUS_BAD_INPUT);
  assert_int_equal(status == STATUS_OK, diagnostics_errors(diagnostics) == 0);
  assert_int_equal(status == STATUS_OK, made->scenario != NULL);
  assert_int_equal(status == STATUS_OK, made->service != NULL);
  assert_int_equal(status == STATUS_OK, made->month != NULL);
  *report = written_said(diagnostics);
  assert_true(g_utf8_validate(*report, -1, NULL));
  diagnostics_free(diagnostics);
  return status;
}

struct made made_of(struct source *source, const char *changes)
{
  struct made made;
  g_autofree char *text = g_strconcat("scenario: Test\nchanges:\n", changes, NULL);
  g_autofree char *report = NULL;
  if (read(source, text, &made, &report) != STATUS_OK)
    fail_msg("%s", report);
  return made;
}

struct made made_new(const char *changes)
{
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  struct made made = made_of(source, changes);
  source_free(source);
  return made;
}

void made_free(struct made *made)
{
  scenario_free(made->scenario);
  service_free(made->service);
  month_free(made->month);
}

char *made_report(struct source *source, const char *text)
{
  struct made made;
  char *report;
  read(source, text, &made, &report);
  made_free(&made);
  return report;
}

const struct clinician *made_person(const struct made *made, const char *id)
{
  int index = service_clinician(made->service, id);
  assert_int_not_equal(index, NONE);
  return &made->service->clinicians[index];
}

const struct post *made_post(const struct made *made, const char *id)
{
  int clinician = (int)(made_person(made, id) - made->service->clinicians);
  return clinician_on(made->service, clinician, made->month->days[0].date);
}

const struct site *made_site(const struct made *made, const char *id)
{
  int index = service_site(made->service, id);
  assert_int_not_equal(index, NONE);
  return &made->service->sites[index];
}

const struct task *made_task(const struct made *made, const char *id)
{
  int index = service_task(made->service, id);
  assert_int_not_equal(index, NONE);
  return &made->service->tasks[index];
}

int made_slots(const struct made *made, const char *task, const char *kind)
{
  int index = vocabulary_find(&made->service->slot_kinds, kind);
  assert_int_not_equal(index, NONE);
  return made_task(made, task)->slots[index];
}
