/* What only shows when all sections of a service are read. */
#include "inputs/sections.h"
#include "inputs/word.h"

static bool is_open(const struct service *service)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int b = 0; b < service->n_blocks; b++)
      if (service->week.blocks[day] >> b & 1)
        return true;
  return false;
}

static bool holds(const struct clinician *clinician, int skill)
{
  for (int i = 0; i < clinician->n_skills; i++)
    if (clinician->skills[i].skill == skill)
      return true;
  return false;
}

static bool is_held(const struct service *service, int skill)
{
  for (int c = 0; c < service->n_clinicians; c++)
    if (holds(&service->clinicians[c], skill))
      return true;
  return false;
}

static bool is_needed(const struct service *service, int skill)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (service->tasks[t].skill == skill)
      return true;
  return false;
}

/* The nearest word among the skills that are held, or else needed. */
static const char *nearest_skill(const struct service *service, int skill, bool held)
{
  GPtrArray *known = g_ptr_array_new();
  for (int i = 0; i < service->skills.count; i++)
    if (i != skill && (held ? is_held(service, i) : is_needed(service, i)))
      g_ptr_array_add(known, (gpointer)service->skills.words[i]);
  const char *nearest = word_nearest(service->skills.words[skill],
                                     (const char *const *)known->pdata, (int)known->len);
  g_ptr_array_free(known, TRUE);
  return nearest;
}

static void check_tasks(struct reader *reader)
{
  const struct service *service = reader->service;
  for (int t = 0; t < service->n_tasks; t++) {
    const struct task *task = &service->tasks[t];
    if (task->skill == NONE || is_held(service, task->skill))
      continue;
    const char *nearest = nearest_skill(service, task->skill, true);
    diagnostics_warning(reader->diagnostics, task->where, "nobody has the skill '%s'%s%s%s",
                        service->skills.words[task->skill], nearest ? "; did you mean '" : "",
                        nearest ? nearest : "", nearest ? "'?" : "");
  }
}

/* A skill that no task needs may be kept for a rule, or for later: only one
 * that looks like a typing error is worth a word. */
static void check_skills(struct reader *reader, const struct clinician *clinician)
{
  const struct service *service = reader->service;
  for (int i = 0; i < clinician->n_skills; i++) {
    int skill = clinician->skills[i].skill;
    const char *nearest = is_needed(service, skill) ? NULL : nearest_skill(service, skill, false);
    if (nearest)
      diagnostics_warning(reader->diagnostics, clinician->where,
                          "no task needs the skill '%s'; did you mean '%s'?",
                          service->skills.words[skill], nearest);
  }
}

static bool works_when_open(const struct service *service, const struct clinician *clinician)
{
  for (int parity = 0; parity < 2; parity++)
    for (int day = 0; day < WEEK_DAYS; day++)
      if (clinician->works[parity].blocks[day] & service->week.blocks[day])
        return true;
  return false;
}

void service_check(struct reader *reader, const struct node *week)
{
  const struct service *service = reader->service;
  if (!reader->lost_week && !is_open(service))
    diagnostics_error(reader->diagnostics, week->where, "the service is never open");
  if (!reader->lost[THING_CLINICIAN])
    check_tasks(reader);
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct clinician *clinician = &service->clinicians[c];
    if (!reader->lost[THING_TASK])
      check_skills(reader, clinician);
    if (is_open(service) && !works_when_open(service, clinician))
      diagnostics_warning(reader->diagnostics, clinician->where,
                          "'%s' never works when the service is open", clinician->id);
  }
}
