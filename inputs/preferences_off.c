/* At most so many people off at once: who asked first. */
#include "inputs/sections.h"

#include <stdlib.h>

/* By the day on which it was submitted; a file that does not say comes last. */
static int by_submission(const void *left, const void *right)
{
  const struct preferences *a = *(struct preferences *const *)left;
  const struct preferences *b = *(struct preferences *const *)right;
  if ((a->submitted == DATE_NONE) != (b->submitted == DATE_NONE))
    return a->submitted == DATE_NONE ? 1 : -1;
  int order = (a->submitted > b->submitted) - (a->submitted < b->submitted);
  return order != 0 ? order : (a->clinician > b->clinician) - (a->clinician < b->clinician);
}

/* Is the person off in that slot by the request, and does the limit speak of it? */
static bool is_off(const struct reader *reader, const struct off_limit *limit, int clinician,
                   const struct session_request *request, int slot)
{
  const struct slot *at = &reader->month->slots[slot];
  return request->off && preferences_speaks_of(request, at) &&
         clinician_works(reader->service, clinician, at->date, at->block) &&
         (!limit->who || service_has_post(reader->service, limit->who, clinician, at->date)) &&
         pattern_has(&limit->when, at->date, at->block);
}

/* The first slot in which the request makes one too many, or NONE; `mine`: where the
 * person is counted already. */
static int first_too_many(const struct reader *reader, const struct off_limit *limit, int clinician,
                          const struct session_request *request, const int *people,
                          const bool *mine)
{
  for (int s = 0; s < reader->month->n_slots; s++)
    if (!mine[s] && people[s] >= limit->most && is_off(reader, limit, clinician, request, s))
      return s;
  return NONE;
}

static void report(struct reader *reader, const struct off_limit *limit,
                   const struct session_request *request, int slot)
{
  char when[32];
  diagnostics_error(reader->diagnostics, request->where,
                    "%d may be off on %s, and so many asked before (%s:%d)", limit->most,
                    month_slot_format(reader->month, reader->service, slot, when),
                    limit->where.file, limit->where.line);
}

/* Takes the requests of one file out that make one too many; adds the others. `mine`: as above, by
 * this file and the person's others. */
static void keep_file(struct reader *reader, const struct off_limit *limit,
                      struct preferences *preferences, int *people, bool *mine)
{
  int count = preferences->n_requests;
  preferences->n_requests = 0;
  for (int i = 0; i < count; i++) {
    struct session_request request = preferences->requests[i];
    int slot = first_too_many(reader, limit, preferences->clinician, &request, people, mine);
    if (slot != NONE) {
      report(reader, limit, &request, slot);
      continue;
    }
    preferences->requests[preferences->n_requests++] = request;
    for (int s = 0; s < reader->month->n_slots; s++)
      if (!mine[s] && is_off(reader, limit, preferences->clinician, &request, s)) {
        mine[s] = true;
        people[s]++;
      }
  }
}

static void keep_limit(struct reader *reader, const struct criteria *criteria,
                       const struct off_limit *limit, struct preferences *const *files)
{
  int n_slots = reader->month->n_slots;
  g_autofree int *people = g_new0(int, (gsize)n_slots + 1);
  g_autofree bool *mine = g_new0(bool, (gsize)(reader->service->n_clinicians * n_slots) + 1);
  for (int i = 0; i < reader->month->n_preferences; i++) {
    int clinician = files[i]->clinician;
    if (files[i]->percent > 0 &&
        month_criteria(reader->month, reader->service, clinician) == criteria)
      keep_file(reader, limit, files[i], people, mine + (gsize)(clinician * n_slots));
  }
}

static void keep_limits(struct reader *reader, const struct criteria *criteria,
                        struct preferences *const *files)
{
  for (int l = 0; l < criteria->n_off; l++)
    if (criteria->off[l].at_once)
      keep_limit(reader, criteria, &criteria->off[l], files);
}

void preferences_check_off(struct reader *reader)
{
  const struct service *service = reader->service;
  int count = reader->month->n_preferences;
  g_autofree struct preferences **files = g_new(struct preferences *, (gsize)count + 1);
  for (int i = 0; i < count; i++)
    files[i] = &reader->month->preferences[i];
  qsort(files, (size_t)count, sizeof(struct preferences *), by_submission);
  for (int i = 0; i < service->n_special; i++)
    keep_limits(reader, &service->special[i], files);
  keep_limits(reader, &service->criteria, files);
}
