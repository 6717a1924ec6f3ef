/* The meetings that rules ask for: who can be there, and who is missing. */
#include "planning/assess_parts.h"

static void clear(gpointer data)
{
  struct meeting_figures *figures = data;
  g_free(figures->attending);
  g_free(figures->missing);
  g_free(figures->crowded);
}

static gint in_order(gconstpointer left, gconstpointer right)
{
  const struct meeting *a = ((const struct meeting_figures *)left)->meeting;
  const struct meeting *b = ((const struct meeting_figures *)right)->meeting;
  int order = a->use - b->use;
  order = order ? order : (a->slot == NONE) - (b->slot == NONE);
  order = order ? order : a->slot - b->slot;
  order = order ? order : a->team - b->team;
  return order ? order : a->clinician - b->clinician;
}

static bool is_asked(const struct problem *problem, const struct meeting *meeting, int clinician)
{
  if (meeting->clinician != NONE)
    return clinician == meeting->clinician || clinician == meeting->supervisor;
  int date = problem->month->slots[meeting->slot].date;
  bool of_team = meeting->team == NONE ||
                 clinician_on(problem->service, clinician, date)->team == meeting->team;
  return of_team &&
         scope_has_on(&problem->service->uses[meeting->use].scope, problem, clinician, date);
}

/* Where the clinician is at work that lets them meet; NONE: at no such work. */
static int site_of(const struct assessment *assessment, const struct meeting *meeting,
                   int clinician)
{
  const struct scope *scope = &assessment->problem->service->uses[meeting->use].scope;
  int count;
  const struct assignment *items = rota_at(assessment->rota, clinician, meeting->slot, &count);
  for (int i = 0; i < count; i++)
    if (scope_has_task(scope, items[i].task) && scope_has_site(scope, items[i].site))
      return items[i].site;
  return NONE;
}

static void add_people(const struct assessment *assessment, struct meeting_figures *out)
{
  const struct problem *problem = assessment->problem;
  const struct meeting *meeting = out->meeting;
  int people = problem->service->n_clinicians;
  int date = problem->month->slots[meeting->slot].date;
  out->attending = g_new(struct attendee, (gsize)people);
  out->missing = g_new(int, (gsize)people);
  for (int c = 0; c < people; c++) {
    if (!is_asked(problem, meeting, c))
      continue;
    int site = site_of(assessment, meeting, c);
    if (site != NONE)
      out->attending[out->n_attending++] = (struct attendee){c, site};
    else if (clinician_employed(problem->service, c, date))
      out->missing[out->n_missing++] = c;
  }
}

/* Minutes that the clinician gives to meetings in the slot. */
static int minutes_in(const struct assessment *assessment, int clinician, int slot)
{
  int minutes = 0;
  for (guint i = 0; i < assessment->meetings->len; i++) {
    const struct meeting_figures *figures =
        &g_array_index(assessment->meetings, struct meeting_figures, i);
    for (int a = 0; figures->meeting->slot == slot && a < figures->n_attending; a++)
      if (figures->attending[a].clinician == clinician)
        minutes += figures->meeting->minutes;
  }
  return minutes;
}

/* A rule keeps to the time of its own meetings, but knows nothing of those of others. */
static void find_crowded(const struct assessment *assessment, struct meeting_figures *out)
{
  int slot = out->meeting->slot;
  if (slot == NONE)
    return;
  out->crowded = g_new(int, (gsize)out->n_attending + 1);
  for (int a = 0; a < out->n_attending; a++)
    if (minutes_in(assessment, out->attending[a].clinician, slot) >
        assessment->problem->month->slots[slot].minutes)
      out->crowded[out->n_crowded++] = out->attending[a].clinician;
}

void assess_meetings(struct assessment *assessment)
{
  const GArray *meetings = assessment->audit->meetings;
  assessment->meetings = g_array_new(FALSE, FALSE, sizeof(struct meeting_figures));
  g_array_set_clear_func(assessment->meetings, clear);
  for (guint i = 0; i < meetings->len; i++) {
    struct meeting_figures figures = {.meeting = &g_array_index(meetings, struct meeting, i)};
    if (figures.meeting->slot != NONE)
      add_people(assessment, &figures);
    g_array_append_val(assessment->meetings, figures);
  }
  g_array_sort(assessment->meetings, in_order);
  for (guint i = 0; i < assessment->meetings->len; i++)
    find_crowded(assessment, &g_array_index(assessment->meetings, struct meeting_figures, i));
}
