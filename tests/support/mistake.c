#include "tests/support/mistake.h"

#include "tests/support/check.h"
#include "tests/support/written.h"

#include <string.h>

static const struct written_file service[] = {
    {"service.yaml",
     "service: Tiny\n"
     "sessions: {am: {from: \"08:30\", to: \"12:15\"}, pm: {from: \"13:15\", to: \"17:00\"}}\n"
     "week: {mon-fri: [am, pm]}\n"
     "sites:\n"
     "  hove: {kind: hub, rooms: 2}\n"
     "  remote: {kind: remote}\n"
     "pcns:\n"
     "  stone: {patients: 9000, fcp: {named: [ann]}}\n"
     "tasks:\n"
     "  clinic: {skill: msk, at: hub}\n"
     "  duty: {at: [hub, remote]}\n"
     "  fcp: {skill: fcp, at: pcn}\n"
     "demand:\n"
     "  - {task: clinic, at: hove, need: 1}\n"
     "rules:\n"
     "  - lone_working: {at: hove}\n"
     "criteria:\n"
     "  open: 2nd of the month before\n"
     "  close: 10th of the month before\n"
     "  session_requests: {most: 1}\n"
     "  avoid: {sites: 0, tasks: 1}\n"
     "  not_avoidable: [duty]\n"},
    {"clinicians.yaml",
     "ann: {band: 7, works: {mon-fri: [am, pm]}, skills: {msk: yes, fcp: yes}}\n"
     "bob: {band: 6, works: {mon: [am]}, skills: {msk: yes}}\n"},
};

static char *edited(const char *text, const char *find, const char *put)
{
  const char *at = strstr(text, find);
  assert_non_null(at);
  g_autofree char *before = g_strndup(text, (gsize)(at - text));
  return g_strconcat(before, put, at + strlen(find), NULL);
}

struct source *mistake_source(const struct mistake *list, int count)
{
  struct source *source = source_memory();
  for (size_t f = 0; f < G_N_ELEMENTS(service); f++)
    source_add(source, service[f].path, service[f].text);
  for (int i = 0; i < count; i++) {
    g_autofree char *text = NULL;
    for (size_t f = 0; f < G_N_ELEMENTS(service) && list[i].find; f++)
      if (strcmp(service[f].path, list[i].path) == 0)
        text = edited(service[f].text, list[i].find, list[i].put);
    source_add(source, list[i].path, text ? text : list[i].put);
  }
  return source;
}

void mistakes_are_said(const struct mistake *mistakes, int count)
{
  int wrong = 0;
  for (int i = 0; i < count; i++) {
    struct source *source = mistake_source(&mistakes[i], 1);
    g_autofree char *report = written_report(source, "2027-02");
    if (strcmp(report, mistakes[i].said) != 0) {
      print_error("'%s' in %s\nexpected:\n%sfound:\n%s", mistakes[i].put, mistakes[i].path,
                  mistakes[i].said, report);
      wrong++;
    }
    source_free(source);
  }
  assert_int_equal(wrong, 0);
}
