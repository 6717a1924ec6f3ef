#include "planning/ideas_sessions.h"

#include "model/works.h"

/* A session more comes with so much more of a contract, up to a whole one. */
enum { WTE_MOST = 100 };

/* The pattern with one block more in every week. */
static char *works_with(const struct service *service, const struct works *before, int weekday,
                        int block)
{
  struct works works = *before;
  GString *out = g_string_new(NULL);
  works.weeks = g_memdup2(works.weeks, (gsize)works.n_weeks * sizeof *works.weeks);
  for (int week = 0; week < works.n_weeks; week++)
    works.weeks[week].blocks[weekday] |= (uint8_t)(1u << block);
  works_write(&works, service, out);
  g_free(works.weeks);
  return g_string_free(out, FALSE);
}

/* Does the person work then in any week? */
static bool works_sometimes(const struct works *works, int weekday, int block)
{
  for (int week = 0; week < works->n_weeks; week++)
    if (works->weeks[week].blocks[weekday] >> block & 1)
      return true;
  return false;
}

static double session_estimate(const struct worth *worth, int clinician, int weekday, int block)
{
  const struct problem *problem = worth->problem;
  const struct service *service = problem->service;
  g_autofree bool *tasks = g_new0(bool, (gsize)service->n_tasks + 1);
  double out = 0;
  for (int s = 0; s < problem->month->n_slots; s++) {
    const struct slot *slot = &problem->month->slots[s];
    if (!slot->ordinary || slot->block != block || date_weekday(slot->date) != weekday)
      continue;
    for (int t = 0; t < service->n_tasks; t++)
      tasks[t] = clinician_can(service, clinician, t, slot->date);
    out += idea_worth(worth, clinician, s, tasks);
  }
  return out;
}

static void add_session(const struct worth *worth, int clinician, int weekday, int block,
                        GPtrArray *ideas)
{
  static const char *const days[WEEK_DAYS] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  const struct service *service = worth->problem->service;
  const struct clinician *person = &service->clinicians[clinician];
  const struct post *post = clinician_on(service, clinician, worth->problem->month->days[0].date);
  const struct block *at = &service->blocks[block];
  int minutes = at->to_minute - at->from_minute;
  int wte = post->wte_percent +
            (100 * minutes + service->full_time_minutes / 2) / service->full_time_minutes;
  if (wte > WTE_MOST)
    return;
  g_autofree char *works = works_with(service, &post->works, weekday, block);
  idea_add(ideas, CANDIDATE_SESSION, session_estimate(worth, clinician, weekday, block),
           g_strdup_printf("session: %s (band %d) on %s %s too, %d.%02d WTE instead of %d.%02d",
                           person->name, post->band, days[weekday], at->id, wte / 100, wte % 100,
                           post->wte_percent / 100, post->wte_percent % 100),
           g_strdup_printf("set: {clinicians.%s.works: %s, clinicians.%s.wte: %d.%02d}", person->id,
                           works, person->id, wte / 100, wte % 100));
}

void ideas_sessions_add(const struct worth *worth, GPtrArray *ideas)
{
  const struct service *service = worth->problem->service;
  int first = worth->problem->month->days[0].date;
  for (int c = 0; c < service->n_clinicians; c++)
    for (int d = 0; d < WEEK_DAYS; d++)
      for (int b = 0; b < service->n_blocks; b++)
        if (service->week.blocks[d] >> b & 1 && !service->clinicians[c].bank &&
            !works_sometimes(&clinician_on(service, c, first)->works, d, b))
          add_session(worth, c, d, b, ideas);
}
