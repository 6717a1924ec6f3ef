#include "model/waiting/capacity.h"

enum { PATIENTS = 10000 };

/* First contact sessions at the site in that slot. */
static int sessions_in(const struct capacity *capacity, const struct rota *rota, int kind, int site,
                       int slot)
{
  int sessions = 0;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    sessions += item->site == site && capacity->problem->service->tasks[item->task].slots[kind] > 0;
  }
  return sessions;
}

/* What is counted of a PCN on the way through the month. */
struct count {
  double open[WEEK_DAYS];
  int sessions[WEEK_DAYS];
  int empty_days; /* in a row, up to now */
};

static void count_day(const struct capacity *capacity, const struct rota *rota, int kind, int day,
                      struct capacity_pcn *pcn, struct count *count)
{
  const struct problem *problem = capacity->problem;
  const struct day *at = &problem->month->days[day];
  int sessions = 0;
  bool open = false;
  for (int s = at->first_slot; s < at->first_slot + at->n_slots; s++) {
    sessions += kind == NONE ? 0 : sessions_in(capacity, rota, kind, pcn->site, s);
    open = open || (problem->month->slots[s].ordinary && problem_site_open(problem, s, pcn->site));
  }
  pcn->sessions += sessions;
  count->open[at->weekday] += capacity->days[day].open;
  count->sessions[at->weekday] += sessions;
  if (sessions > 0)
    count->empty_days = 0;
  else
    count->empty_days += open;
  pcn->longest_gap_days = MAX(pcn->longest_gap_days, count->empty_days);
}

static struct capacity_pcn count_pcn(const struct capacity *capacity, const struct rota *rota,
                                     int kind, int site)
{
  const struct service *service = capacity->problem->service;
  struct capacity_pcn pcn = {.site = site};
  struct count count = {.empty_days = 0};
  int hundredths = 0;
  for (int d = 0; d < capacity->problem->month->n_days; d++)
    count_day(capacity, rota, kind, d, &pcn, &count);
  for (int i = 0; i < rota->count; i++)
    if (kind != NONE && rota->items[i].site == site)
      hundredths += capacity_slots(capacity->problem, &rota->items[i], kind);
  pcn.slots = (hundredths + 50) / 100;
  for (int w = 0; w < WEEK_DAYS; w++)
    pcn.sessions_a_week += count.open[w] > 0 ? count.sessions[w] / count.open[w] : 0;
  int patients = service->sites[site].pcn->patients;
  pcn.per_10000 = patients > 0 ? pcn.sessions_a_week * PATIENTS / patients : 0;
  return pcn;
}

struct capacity_pcn *capacity_pcns(const struct capacity *capacity, const struct rota *rota,
                                   int fcp, int *count)
{
  const struct service *service = capacity->problem->service;
  struct capacity_pcn *pcns = g_new0(struct capacity_pcn, service->n_sites + 1);
  *count = 0;
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn)
      pcns[(*count)++] = count_pcn(capacity, rota, fcp, s);
  return pcns;
}
