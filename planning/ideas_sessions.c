#include "planning/ideas_sessions.h"

#include <string.h>

/* A session more comes with so much more of a contract, up to a whole one. */
enum { WTE_MOST = 100 };

static void append_week(GString *out, const struct service *service, const struct pattern *works)
{
  static const char *const days[WEEK_DAYS] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  bool first_day = true;
  g_string_append_c(out, '{');
  for (int d = 0; d < WEEK_DAYS; d++) {
    if (!works->blocks[d])
      continue;
    g_string_append_printf(out, "%s%s: [", first_day ? "" : ", ", days[d]);
    bool first = true;
    for (int b = 0; b < service->n_blocks; b++)
      if (works->blocks[d] >> b & 1) {
        g_string_append_printf(out, "%s%s", first ? "" : ", ", service->blocks[b].id);
        first = false;
      }
    g_string_append_c(out, ']');
    first_day = false;
  }
  g_string_append_c(out, '}');
}

/* The pattern with one block more in every week. */
static char *works_with(const struct service *service, const struct clinician *person, int weekday,
                        int block)
{
  struct pattern odd = person->works[0], even = person->works[1];
  GString *out = g_string_new(NULL);
  odd.blocks[weekday] = (uint8_t)(odd.blocks[weekday] | 1u << block);
  even.blocks[weekday] = (uint8_t)(even.blocks[weekday] | 1u << block);
  if (memcmp(odd.blocks, even.blocks, sizeof odd.blocks) == 0) {
    append_week(out, service, &odd);
  } else {
    g_string_append(out, "{odd: ");
    append_week(out, service, &odd);
    g_string_append(out, ", even: ");
    append_week(out, service, &even);
    g_string_append_c(out, '}');
  }
  return g_string_free(out, FALSE);
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
  const struct block *at = &service->blocks[block];
  int minutes = at->to_minute - at->from_minute;
  int wte = person->wte_percent +
            (100 * minutes + service->full_time_minutes / 2) / service->full_time_minutes;
  if (wte > WTE_MOST)
    return;
  g_autofree char *works = works_with(service, person, weekday, block);
  idea_add(ideas, CANDIDATE_SESSION, session_estimate(worth, clinician, weekday, block),
           g_strdup_printf("session: %s (band %d) on %s %s too, %d.%02d WTE instead of %d.%02d",
                           person->name, person->band, days[weekday], at->id, wte / 100, wte % 100,
                           person->wte_percent / 100, person->wte_percent % 100),
           g_strdup_printf("set: {clinicians.%s.works: %s, clinicians.%s.wte: %d.%02d}", person->id,
                           works, person->id, wte / 100, wte % 100));
}

void ideas_sessions_add(const struct worth *worth, GPtrArray *ideas)
{
  const struct service *service = worth->problem->service;
  for (int c = 0; c < service->n_clinicians; c++)
    for (int d = 0; d < WEEK_DAYS; d++)
      for (int b = 0; b < service->n_blocks; b++) {
        const struct pattern *works = service->clinicians[c].works;
        bool free = !((works[0].blocks[d] | works[1].blocks[d]) >> b & 1);
        if (free && service->week.blocks[d] >> b & 1)
          add_session(worth, c, d, b, ideas);
      }
}
