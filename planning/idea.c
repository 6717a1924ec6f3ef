#include "planning/idea.h"

void idea_free(gpointer data)
{
  struct idea *idea = data;
  g_free(idea->words);
  g_free(idea->change);
  g_free(idea);
}

struct idea *idea_add(GPtrArray *ideas, enum candidate_kind kind, double estimate, char *words,
                      char *change)
{
  struct idea *idea = g_new0(struct idea, 1);
  *idea = (struct idea){kind, words, change, estimate, NONE};
  g_ptr_array_add(ideas, idea);
  return idea;
}

double idea_worth(const struct worth *worth, int clinician, int slot, const bool *tasks)
{
  const struct service *service = worth->problem->service;
  const struct post *post =
      clinician_on(service, clinician, worth->problem->month->slots[slot].date);
  double out = 0;
  for (int t = 0; t < service->n_tasks; t++) {
    if (!tasks[t])
      continue;
    out = MAX(out, worth_unfilled(worth, slot, t));
    for (int s = 0; s < service->n_sites; s++) {
      int place = post->sites[s] ? worth_place(worth, slot, t, s) : NONE;
      if (place != NONE)
        out = MAX(out, worth->candidates[place]);
    }
  }
  return out;
}
