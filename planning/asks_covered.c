#include "planning/asks_covered.h"

#include "model/satisfaction.h"

/* What one wish says of an assignment that it is about. */
struct saying {
  int site, task;                        /* NONE: any */
  const struct session_request *request; /* NULL: in any session */
  int points;
  bool idle; /* it adds nothing, and so takes nothing from others */
  struct where where;
};

static bool is_about(const struct problem *problem, const struct saying *saying,
                     const struct assignment *item)
{
  return (saying->site == NONE || saying->site == item->site) &&
         (saying->task == NONE || saying->task == item->task) &&
         (!saying->request || preference_request_applies(problem, saying->request, item->slot));
}

/* All that somebody says of places, tasks and sessions, in order of the file's sections. */
static GArray *sayings_of(const struct criteria *criteria, const struct preferences *asked)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct saying));
  for (int i = 0; i < asked->n_sites; i++) {
    const struct wish *wish = &asked->sites[i];
    struct saying saying = {wish->item, NONE,       NULL, criteria->points[wish->level],
                            false,      wish->where};
    g_array_append_val(out, saying);
  }
  for (int i = 0; i < asked->n_tasks; i++) {
    const struct wish *wish = &asked->tasks[i];
    struct saying saying = {NONE,  wish->item, NULL, criteria->points[wish->level],
                            false, wish->where};
    g_array_append_val(out, saying);
  }
  for (int i = 0; i < asked->n_requests; i++) {
    const struct session_request *request = &asked->requests[i];
    int points = preference_request_points(criteria, request);
    struct saying saying = {request->off ? NONE : request->site,
                            request->off ? NONE : request->task,
                            request,
                            request->off ? -points : points,
                            false,
                            request->where};
    if (request->sessions > 0)
      g_array_append_val(out, saying);
  }
  return out;
}

/* Does the other say the same of the item, as strongly or more? */
static bool says_more(const struct problem *problem, const GArray *sayings, guint other, guint one,
                      const struct assignment *item)
{
  const struct saying *a = &g_array_index(sayings, struct saying, one);
  const struct saying *b = &g_array_index(sayings, struct saying, other);
  bool alike = (a->points > 0) == (b->points > 0);
  return other != one && !b->idle && alike && ABS(b->points) >= ABS(a->points) &&
         is_about(problem, b, item);
}

static const struct saying *stronger(const struct problem *problem, const GArray *sayings,
                                     guint one, const struct assignment *item)
{
  for (guint other = 0; other < sayings->len; other++)
    if (says_more(problem, sayings, other, one, item))
      return &g_array_index(sayings, struct saying, other);
  return NULL;
}

/* Another that covers what it is about, of all that the person could be given; NULL: something
 * is left to it, or there is nothing at all, of which others tell. */
static const struct saying *cover_of(const struct problem *problem, int clinician,
                                     const GArray *sayings, guint one)
{
  const struct saying *saying = &g_array_index(sayings, struct saying, one), *cover = NULL;
  int n_slots = problem->month->n_slots, first = clinician * n_slots;
  for (int i = problem->cell[first]; i < problem->cell[first + n_slots]; i++) {
    const struct assignment *item = &problem->candidates[i];
    if (!is_about(problem, saying, item))
      continue;
    const struct saying *other = stronger(problem, sayings, one, item);
    if (!other)
      return NULL;
    cover = cover ? cover : other;
  }
  return cover;
}

void asks_covered(const struct problem *problem, const struct preferences *asked,
                  struct diagnostics *out)
{
  const struct criteria *criteria =
      month_criteria(problem->month, problem->service, asked->clinician);
  g_autoptr(GArray) sayings = sayings_of(criteria, asked);
  for (guint i = sayings->len; i-- > 0;) {
    struct saying *saying = &g_array_index(sayings, struct saying, i);
    const struct saying *cover = saying->request && saying->points != 0
                                     ? cover_of(problem, asked->clinician, sayings, i)
                                     : NULL;
    saying->idle = cover != NULL;
    if (cover)
      diagnostics_warning(out, saying->where,
                          "this adds nothing: %s:%d says the same, as strongly or more, and the "
                          "strongest counts",
                          cover->where.file, cover->where.line);
  }
}
