/* What shows only when all sections of a service are read. */
#include "inputs/sections.h"
#include "model/nearest.h"

static bool holds(const struct post *post, int skill)
{
  for (int i = 0; i < post->n_skills; i++)
    if (post->skills[i].skill == skill)
      return true;
  return false;
}

static bool is_held(const struct service *service, int skill)
{
  for (int p = 0; p < service->n_posts; p++)
    if (holds(&service->posts[p], skill))
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

/* The nearest word among the skills that are held, and perhaps needed too. */
static const char *nearest_skill(const struct service *service, int skill, bool needed)
{
  GPtrArray *known = g_ptr_array_new();
  for (int i = 0; i < service->skills.count; i++)
    if (i != skill && is_held(service, i) && (!needed || is_needed(service, i)))
      g_ptr_array_add(known, (gpointer)service->skills.words[i]);
  const char *nearest = nearest_word(service->skills.words[skill],
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
    const char *nearest = nearest_skill(service, task->skill, false);
    diagnostics_warning(reader->diagnostics, task->where, "nobody has the skill '%s'%s%s%s",
                        service->skills.words[task->skill], nearest ? "; did you mean '" : "",
                        nearest ? nearest : "", nearest ? "'?" : "");
  }
}

/* A skill that no task needs may be kept for a rule, or for later: only one
 * that looks like a typing error is worth a word. */
static void check_skills(struct reader *reader, const struct post *post)
{
  const struct service *service = reader->service;
  for (int i = 0; i < post->n_skills; i++) {
    int skill = post->skills[i].skill;
    const char *nearest = is_needed(service, skill) ? NULL : nearest_skill(service, skill, true);
    if (nearest)
      diagnostics_warning(reader->diagnostics, post->where,
                          "no task needs the skill '%s'; did you mean '%s'?",
                          service->skills.words[skill], nearest);
  }
}

void service_check(struct reader *reader)
{
  const struct service *service = reader->service;
  if (!reader->lost[THING_CLINICIAN])
    check_tasks(reader);
  for (int p = 0; p < service->n_posts && !reader->lost[THING_TASK]; p++)
    check_skills(reader, &service->posts[p]);
}
