#include "planning/absences.h"

#include "model/formulation.h"
#include "planning/holders.h"

#include <string.h>

struct work {
  const struct absence_ground *ground;
  struct advice_absence **absences; /* [clinicians] */
};

static void try_one(void *context, int clinician)
{
  struct work *work = context;
  work->absences[clinician] = absence_try(work->ground, clinician);
}

static int rank(const struct advice_absence *absence)
{
  if (absence->state == ABSENCE_UNLAWFUL)
    return 0;
  return absence->state == ABSENCE_UNTRIED ? 3 : absence->state == ABSENCE_UNKNOWN ? 2 : 1;
}

static gint worst_first(gconstpointer left, gconstpointer right)
{
  const struct advice_absence *a = *(struct advice_absence *const *)left;
  const struct advice_absence *b = *(struct advice_absence *const *)right;
  if (rank(a) != rank(b))
    return rank(a) - rank(b);
  if (a->lost != b->lost)
    return a->lost < b->lost ? 1 : -1;
  if (a->alone != b->alone)
    return a->alone < b->alone ? 1 : -1;
  return strcmp(a->id, b->id);
}

void absences_add(const struct absence_ground *ground, GPtrArray *absences, GPtrArray *roles,
                  struct parallel_watch watch)
{
  int count = ground->problem->service->n_clinicians;
  struct work work = {.ground = ground};
  work.absences = g_new0(struct advice_absence *, (gsize)count + 1);
  parallel_run(count, ground->settings->threads, try_one, &work, watch);
  for (int c = 0; c < count; c++)
    g_ptr_array_add(absences, work.absences[c]);
  g_free(work.absences);
  g_ptr_array_sort(absences, worst_first);
  struct programme *programme = formulation_build(ground->problem);
  holders_add(ground->problem, programme, absences, roles);
  programme_free(programme);
}
