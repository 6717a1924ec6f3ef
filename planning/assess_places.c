/* Who is where: how each clinician stands in each session, what each site has of each
 * task, and how burdens are spread. */
#include "planning/assess_parts.h"

static bool on_leave(const struct month *month, int clinician, const struct slot *slot)
{
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    if (leave->clinician == clinician && slot->date >= leave->from && slot->date <= leave->until &&
        leave->blocks >> slot->block & 1)
      return true;
  }
  return false;
}

static enum attendance attendance_of(const struct assessment *assessment, int clinician, int slot)
{
  const struct problem *problem = assessment->problem;
  const struct slot *at = &problem->month->slots[slot];
  int count;
  rota_at(assessment->rota, clinician, slot, &count);
  if (count > 0)
    return ATTENDANCE_WORKS;
  if (!month_works(problem->month, problem->service, clinician, slot))
    return ATTENDANCE_OFF;
  if (on_leave(problem->month, clinician, at))
    return ATTENDANCE_LEAVE;
  return problem_present(problem, clinician, slot) ? ATTENDANCE_FREE : ATTENDANCE_CLOSED;
}

static void assess_attendance(struct assessment *assessment)
{
  int people = assessment->problem->service->n_clinicians;
  int slots = assessment->problem->month->n_slots;
  assessment->attendance = g_new(enum attendance, (gsize)(people * slots) + 1);
  for (int c = 0; c < people; c++)
    for (int s = 0; s < slots; s++)
      assessment->attendance[c * slots + s] = attendance_of(assessment, c, s);
}

/* --- sites ------------------------------------------------------------------ */

static void clear_place(gpointer data)
{
  g_free(((struct place_figures *)data)->weeks);
}

/* Adds up the assignments of a task at a site; `met` is false for everybody, before
 * and after. */
static struct place_figures add_up(const struct assessment *assessment, int site, int task,
                                   bool *met)
{
  const struct month *month = assessment->problem->month;
  const struct rota *rota = assessment->rota;
  struct place_figures out = {site, task, 0, 0, g_new0(int, (gsize)month->n_weeks + 1)};
  for (int i = 0; i < rota->count; i++) {
    const struct assignment *item = &rota->items[i];
    if (item->site != site || item->task != task)
      continue;
    out.weeks[month->days[month->slots[item->slot].day].week]++;
    out.sessions++;
    out.people += !met[item->clinician];
    met[item->clinician] = true;
  }
  for (int c = 0; c < assessment->problem->service->n_clinicians; c++)
    met[c] = false;
  return out;
}

static void assess_sites(struct assessment *assessment)
{
  const struct service *service = assessment->problem->service;
  const struct rota *rota = assessment->rota;
  g_autofree bool *met = g_new0(bool, (gsize)service->n_clinicians + 1);
  g_autofree bool *used = g_new0(bool, (gsize)(service->n_sites * service->n_tasks) + 1);
  assessment->places = g_array_new(FALSE, FALSE, sizeof(struct place_figures));
  g_array_set_clear_func(assessment->places, clear_place);
  for (int i = 0; i < rota->count; i++)
    used[rota->items[i].site * service->n_tasks + rota->items[i].task] = true;
  for (int i = 0; i < service->n_sites * service->n_tasks; i++) {
    if (!used[i])
      continue;
    struct place_figures place =
        add_up(assessment, i / service->n_tasks, i % service->n_tasks, met);
    g_array_append_val(assessment->places, place);
  }
}

/* --- burdens ---------------------------------------------------------------- */

static bool can_some_day(const struct problem *problem, int clinician, int task)
{
  for (int s = 0; s < problem->month->n_slots; s++)
    if (problem_present(problem, clinician, s) &&
        clinician_can(problem->service, clinician, task, problem->month->slots[s].date))
      return true;
  return false;
}

/* Appends how evenly the task is spread among those who can do it, if anybody can. */
static void add_burden(struct assessment *assessment, int task)
{
  const struct problem *problem = assessment->problem;
  const struct rota *rota = assessment->rota;
  g_autofree int *sessions = g_new0(int, (gsize)problem->service->n_clinicians + 1);
  struct burden burden = {task, 0, G_MAXINT, 0};
  for (int i = 0; i < rota->count; i++)
    sessions[rota->items[i].clinician] += rota->items[i].task == task;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (!sessions[c] && !can_some_day(problem, c, task))
      continue;
    burden.able++;
    burden.fewest = MIN(burden.fewest, sessions[c]);
    burden.most = MAX(burden.most, sessions[c]);
  }
  if (burden.able > 0)
    g_array_append_val(assessment->burdens, burden);
}

void assess_places(struct assessment *assessment)
{
  const struct service *service = assessment->problem->service;
  assess_attendance(assessment);
  assess_sites(assessment);
  assessment->burdens = g_array_new(FALSE, FALSE, sizeof(struct burden));
  /* What can't be asked to be avoided is what weighs on people. */
  for (int t = 0; t < service->n_tasks; t++)
    if (service->criteria.barred_tasks && service->criteria.barred_tasks[t])
      add_burden(assessment, t);
}
