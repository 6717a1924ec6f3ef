#include "planning/absences.h"

#include "model/formulation.h"
#include "planning/absence.h"
#include "planning/absence_pairs.h"
#include "planning/absence_roles.h"
#include "planning/holders.h"

#include <string.h>

struct work {
  const struct absence_ground *ground;
  struct advice_absence **absences; /* [clinicians] */
  struct rota **mended;             /* [clinicians * weeks]; NULL: pairs are not asked for */
  int weeks;
};

static void try_one(void *context, int clinician)
{
  struct work *work = context;
  struct rota **mended = work->mended ? &work->mended[clinician * work->weeks] : NULL;
  work->absences[clinician] = absence_try(work->ground, clinician, mended);
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

static void add_roles(const struct absence_ground *ground, struct advice *advice,
                      struct parallel_watch watch)
{
  struct programme *programme = formulation_build(ground->problem);
  holders_add(ground->problem, programme, advice->absences, advice->roles);
  programme_free(programme);
  absence_roles_try(ground, advice->roles, watch);
}

static void add_pairs(const struct work *work, struct advice *advice, struct parallel_watch watch)
{
  const struct absence_singles singles = {work->absences, work->mended};
  advice->has_pairs = true;
  absence_pairs_add(work->ground, &singles, advice, watch);
}

void absences_add(const struct absence_ground *ground, bool pairs, struct advice *advice,
                  struct parallel_watch watch)
{
  int count = ground->problem->service->n_clinicians, weeks = ground->problem->month->n_weeks;
  struct work work = {.ground = ground, .weeks = weeks};
  work.absences = g_new0(struct advice_absence *, (gsize)count + 1);
  if (pairs)
    work.mended = g_new0(struct rota *, (gsize)(count * weeks) + 1);
  parallel_run(count, ground->settings->threads, try_one, &work, watch);
  if (pairs)
    add_pairs(&work, advice, watch);
  for (int i = 0; pairs && i < count * weeks; i++)
    rota_free(work.mended[i]);
  g_free(work.mended);
  for (int c = 0; c < count; c++)
    g_ptr_array_add(advice->absences, work.absences[c]);
  g_free(work.absences);
  g_ptr_array_sort(advice->absences, worst_first);
  add_roles(ground, advice, watch);
}
