/* Scenarios over the example of docs/format.md, for tests. */
#ifndef ROTA_TESTS_SUPPORT_MADE_H
#define ROTA_TESTS_SUPPORT_MADE_H

#include "tests/support/written.h"

#define MADE_PATH "scenarios/test.yaml"

struct made {
  struct scenario *scenario;
  struct service *service;
  struct month *month;
};

/* What these changes, lines of YAML under `changes:`, make of the example's
 * 2027-01. Fails the test, saying what was wrong, when there is a mistake. Free
 * with made_free. */
struct made made_new(const char *changes);
/* The same of another service. */
struct made made_of(struct source *source, const char *changes);
void made_free(struct made *made);

/* All that is said of a scenario, by its whole text, a line each: see
 * written_report. For g_free. */
char *made_report(struct source *source, const char *text);

/* By id; the test fails when there is none. */
const struct clinician *made_person(const struct made *made, const char *id);
/* What they are on the month's first day. */
const struct post *made_post(const struct made *made, const char *id);
const struct site *made_site(const struct made *made, const char *id);
const struct task *made_task(const struct made *made, const char *id);
int made_slots(const struct made *made, const char *task, const char *kind);

#endif
