#include "model/requests.h"

#include "model/asked.h"
#include "model/line.h"

/* A line at one place in one period. */
struct request {
  const struct demand *line;
  int period;
  int64_t room;
  int group; /* the first request with which it shares work, by whichever way round */
};

/* On the way to the groups. */
struct reading {
  const struct problem *problem;
  int task;
  GArray *requests; /* struct request */
  int *group;       /* as in struct requests */
};

/* Where the work stands in the table of groups. */
static size_t index_of(const struct problem *problem, int of_task, int slot, int task, int site)
{
  if (of_task == NONE)
    return problem_work_index(problem, slot, task, site);
  return (size_t)slot * (size_t)problem->service->n_sites + (size_t)site;
}

/* Lowers both to the lesser group; false where they were in one. */
static bool bring_together(const struct reading *reading, int request, int slot, int task, int site)
{
  enum asked theirs = reading->task == NONE ? ASKED_JOINTLY : ASKED_BY_LINES;
  if (site == NONE || asked_at(reading->problem, slot, task, site) != theirs)
    return false;
  int *here = &reading->group[index_of(reading->problem, reading->task, slot, task, site)];
  int *there = &g_array_index(reading->requests, struct request, request).group;
  int least = MIN(*here, *there);
  bool apart = *here != *there;
  *here = *there = least;
  return apart;
}

static int64_t room_of(const struct problem *problem, const struct demand *line, int site)
{
  int64_t need = line->need;
  if (line->patients_per_session > 0 && site != NONE) {
    int64_t patients = need * problem->service->sites[site].pcn->patients;
    need = patients / line->patients_per_session + (patients % line->patients_per_session > 0);
  }
  int64_t wanted = need > line->target ? need : line->target;
  return line->most == UNLIMITED || line->most < wanted ? wanted : line->most;
}

static void request_periods(struct reading *reading, const struct demand *line, int site)
{
  const struct problem *problem = reading->problem;
  int last = problem->month->n_slots == 0
                 ? -1
                 : line_period(problem, line->per, problem->month->n_slots - 1);
  for (int period = 0; period <= last; period++) {
    struct request request = {line, period, room_of(problem, line, site),
                              (int)reading->requests->len};
    g_array_append_val(reading->requests, request);
  }
}

/* The site whose patients a line that is for its sites together speaks of, or NONE. */
static int sole_site(const struct problem *problem, const struct line *line)
{
  int sole = NONE, sites = 0;
  for (int p = 0; p < problem->service->n_sites; p++)
    if (line_has_site(problem, line, p)) {
      sole = p;
      sites++;
    }
  return sites == 1 ? sole : NONE;
}

/* Goes through the line's work at one task from one of its sites; see walk_line. */
static bool walk_task(struct reading *reading, const struct demand *demand, int first, int task,
                      int site)
{
  const struct problem *problem = reading->problem;
  bool apart = false;
  for (int s = 0; s < problem->month->n_slots; s++) {
    int request = first + line_period(problem, demand->per, s);
    if (asked_by_line(problem, demand, s, task, site))
      apart |= bring_together(reading, request, s, task, site);
    apart |= bring_together(reading, request, s, task, asked_where_moved(problem, demand, s, site));
  }
  return apart;
}

/* Goes through the line's work; the requests of its first place begin at `*next`, and are made
 * on the first round. Were any two brought together? */
static bool walk_line(struct reading *reading, const struct demand *demand, int *next)
{
  const struct problem *problem = reading->problem;
  struct line line = {.demand = demand, .site = NONE};
  bool apart = false;
  int first = *next, sole = sole_site(problem, &line);
  for (int p = 0, places = 0; p < problem->service->n_sites; p++) {
    if (!line_has_site(problem, &line, p))
      continue;
    if (places++ == 0 || demand->each_site) {
      first = *next;
      if ((guint)first == reading->requests->len)
        request_periods(reading, demand, demand->each_site ? p : sole);
      *next = first + line_period(problem, demand->per, problem->month->n_slots - 1) + 1;
    }
    for (int t = 0; t < problem->service->n_tasks; t++)
      apart = (demand_has_task(demand, t) && walk_task(reading, demand, first, t, p)) || apart;
  }
  return apart;
}

static bool is_read(const struct reading *reading, const struct demand *demand)
{
  return demand_is_joint(demand) ? reading->task == NONE : demand->task == reading->task;
}

static void find_groups(struct reading *reading)
{
  const struct problem *problem = reading->problem;
  size_t n = index_of(problem, reading->task, problem->month->n_slots, 0, 0);
  for (size_t i = 0; i < n; i++)
    reading->group[i] = INT_MAX;
  for (bool apart = n > 0; apart;) {
    int next = 0;
    apart = false;
    for (int d = 0; d < problem->n_demands; d++)
      if (is_read(reading, &problem->demands[d]))
        apart |= walk_line(reading, &problem->demands[d], &next);
  }
}

/* --- what they come to ------------------------------------------------------- */

static void add_request(struct request_group *group, const struct request *request, bool first)
{
  group->room += request->room;
  group->line = first ? request->line : NULL;
  group->period = request->period;
}

static void add_place(struct request_group *group, const struct assignment *work)
{
  if (group->slot == NONE) {
    group->slot = work->slot;
    group->task = work->task;
    group->site = work->site;
  }
  if (group->task != work->task)
    group->task = NONE;
  if (group->site != work->site)
    group->site = NONE;
  group->last_slot = work->slot;
}

struct requests *requests_new(const struct problem *problem, int task)
{
  const struct service *service = problem->service;
  size_t places = index_of(problem, task, problem->month->n_slots, 0, 0);
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct request));
  struct reading reading = {problem, task, all, g_new0(int, places + 1)};
  find_groups(&reading);
  struct requests *requests = g_new(struct requests, 1);
  *requests = (struct requests){problem, task, reading.group,
                                g_new0(struct request_group, all->len + 1), (int)all->len};
  for (int i = 0; i < requests->n_groups; i++) {
    const struct request *request = &g_array_index(all, struct request, i);
    requests->groups[i].slot = requests->groups[i].task = requests->groups[i].site = NONE;
    add_request(&requests->groups[request->group], request, request->group == i);
  }
  struct assignment work = {.clinician = NONE};
  for (work.slot = 0; work.slot < problem->month->n_slots; work.slot++)
    for (work.task = 0; work.task < service->n_tasks; work.task++)
      for (work.site = 0; work.site < service->n_sites; work.site++)
        if (requests_group(requests, &work) != NONE)
          add_place(&requests->groups[requests_group(requests, &work)], &work);
  return requests;
}

void requests_free(struct requests *requests)
{
  g_free(requests->group);
  g_free(requests->groups);
  g_free(requests);
}

int requests_group(const struct requests *requests, const struct assignment *work)
{
  if (requests->task != NONE && requests->task != work->task)
    return NONE;
  int group =
      requests
          ->group[index_of(requests->problem, requests->task, work->slot, work->task, work->site)];
  return group == INT_MAX ? NONE : group;
}
