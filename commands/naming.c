#include "commands/naming.h"

#include "commands/console.h"

#include <string.h>

int naming_clinician(const char *command, const struct service *service, const char *id)
{
  for (int c = 0; c < service->n_clinicians; c++)
    if (strcmp(service->clinicians[c].id, id) == 0)
      return c;
  console_error("%s: there is no clinician '%s'", command, id);
  return NONE;
}

int naming_slot(const char *command, const struct problem *problem, const char *date,
                const char *session)
{
  char text[32];
  g_autofree char *wanted = g_strdup_printf("%s %s", date, session);
  for (int s = 0; s < problem->month->n_slots; s++)
    if (strcmp(month_slot_format(problem->month, problem->service, s, text), wanted) == 0)
      return s;
  console_error("%s: '%s' is no session of %s", command, wanted, problem->month->id);
  return NONE;
}

static int find_task(const char *command, const struct service *service, const char *id)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (strcmp(service->tasks[t].id, id) == 0)
      return t;
  console_error("%s: there is no task '%s'", command, id);
  return NONE;
}

static int find_site(const char *command, const struct service *service, const char *id)
{
  for (int s = 0; s < service->n_sites; s++)
    if (strcmp(service->sites[s].id, id) == 0)
      return s;
  console_error("%s: there is no site '%s'", command, id);
  return NONE;
}

bool naming_gap(const char *command, const struct problem *problem, const char *words,
                struct gap_question *out)
{
  const struct service *service = problem->service;
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  if (g_strv_length(parts) != 4) {
    console_error("%s: '%s' should be like '2027-01-12 am clinic hove'", command, words);
    return false;
  }
  out->slot = naming_slot(command, problem, parts[0], parts[1]);
  out->task = out->slot == NONE ? NONE : find_task(command, service, parts[2]);
  out->site = out->task == NONE ? NONE : find_site(command, service, parts[3]);
  bool fits = out->site != NONE && service->tasks[out->task].at[out->site];
  if (out->site != NONE && !fits)
    console_error("%s: '%s' is not done at '%s'", command, parts[2], parts[3]);
  return fits;
}
