#include "planning/why.h"

#include "model/demand_cell.h"
#include "model/problem.h"
#include "planning/moved_here.h"
#include "planning/why_people.h"

#include <string.h>

static bool does(const struct rota *rota, const struct assignment *wanted)
{
  int count;
  const struct assignment *items = rota_at(rota, wanted->clinician, wanted->slot, &count);
  for (int i = 0; i < count; i++)
    if (items[i].task == wanted->task && items[i].site == wanted->site)
      return true;
  return false;
}

static bool is_busy(const struct rota *rota, const struct assignment *wanted)
{
  int count = 0;
  if (rota)
    rota_at(rota, wanted->clinician, wanted->slot, &count);
  return count > 0;
}

/* Could anybody do it there then, who is there and not barred for being the person they are? */
static bool is_offered(const struct problem *problem, int task, int slot, int site)
{
  return (problem->month->slots[slot].ordinary && problem_site_open(problem, slot, site)) ||
         (problem_is_event_work(problem, slot, task, site) &&
          !problem_site_closed(problem, slot, site));
}

/* Is it one of the tasks, at one of the sites, that would do? */
static bool is_in_question(const struct service *service, const struct why_question *question,
                           int task, int site)
{
  if (!service->tasks[task].at[site] || (question->sites && !question->sites[site]))
    return false;
  return question->line ? demand_has_task(question->line, task) : task == question->task;
}

/* Is one of the sessions and sites in question such a one? Then only those count: who is at work
 * on a day on which it is closed is not the reason. */
static bool is_any_offered(const struct problem *problem, const struct why_question *question)
{
  const struct service *service = problem->service;
  for (int s = 0; s < problem->month->n_slots; s++)
    for (int t = 0; t < service->n_tasks && (!question->slots || question->slots[s]); t++)
      for (int place = 0; place < service->n_sites; place++)
        if (is_in_question(service, question, t, place) && is_offered(problem, t, s, place))
          return true;
  return false;
}

static struct why_verdict judge(const struct problem *problem, const struct rota *rota,
                                const struct assignment *wanted)
{
  const struct slot *slot = &problem->month->slots[wanted->slot];
  struct why_verdict out = {WHY_FREE, NONE, *wanted};
  if (!clinician_can(problem->service, wanted->clinician, wanted->task, slot->date))
    out.reason = WHY_UNABLE;
  else if (rota && does(rota, wanted))
    out.reason = WHY_DOING;
  else if (!problem_present(problem, wanted->clinician, wanted->slot))
    out.reason = clinician_works(problem->service, wanted->clinician, slot->date, slot->block)
                     ? WHY_AWAY
                     : WHY_OFF;
  else {
    const struct rule_use *use = problem_barred_by(problem, wanted);
    if (use) {
      out.reason = WHY_BARRED;
      out.use = (int)(use - problem->service->uses);
    } else if (is_busy(rota, wanted))
      out.reason = WHY_BUSY;
  }
  return out;
}

/* What comes closest to a yes for the clinician, over all sites and sessions; or those that are
 * offered. */
static struct why_verdict judge_clinician(const struct problem *problem, const struct rota *rota,
                                          const struct why_question *question, bool offered,
                                          int clinician)
{
  const struct service *service = problem->service;
  struct why_verdict best = {WHY_UNABLE, NONE, {clinician, NONE, question->task, NONE, false}};
  for (int s = 0; s < problem->month->n_slots; s++) {
    int date = problem->month->slots[s].date;
    if ((question->slots && !question->slots[s]) ||
        (question->line && !demand_has_person(service, question->line, clinician, date)))
      continue;
    for (int t = 0; t < service->n_tasks; t++)
      for (int place = 0; place < service->n_sites && best.reason < WHY_DOING; place++) {
        struct assignment wanted = {clinician, s, t, place, false};
        if (!is_in_question(service, question, t, place) ||
            (offered && !is_offered(problem, t, s, place)))
          continue;
        struct why_verdict verdict = judge(problem, rota, &wanted);
        if (verdict.reason > best.reason)
          best = verdict;
      }
  }
  return best;
}

struct why_verdict why_clinician(const struct problem *problem, const struct rota *rota,
                                 const struct why_question *question, int clinician)
{
  return judge_clinician(problem, rota, question, is_any_offered(problem, question), clinician);
}

struct why *why_new(const struct problem *problem, const struct rota *rota,
                    const struct why_question *question)
{
  struct why *why = g_new0(struct why, 1);
  why->of_rota = rota != NULL;
  why->people = why_people_new();
  bool offered = is_any_offered(problem, question);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct why_verdict verdict = judge_clinician(problem, rota, question, offered, c);
    why->count[verdict.reason]++;
    if (verdict.reason == WHY_UNABLE)
      continue;
    why->able++;
    why_people_add(why->people, rota, &verdict);
  }
  why_people_sort(why->people);
  return why;
}

void why_free(struct why *why)
{
  if (!why)
    return;
  g_ptr_array_unref(why->people);
  g_free(why);
}

/* --- of a finding ----------------------------------------------------------- */

/* Is the finding about that cell of its line of demand? */
static bool is_cell_of(const struct problem *problem, const struct demand_cell *cell,
                       const struct label *at)
{
  int from, end;
  demand_cell_slots(problem, cell, &from, &end);
  return (at->slot == NONE || at->slot == from) && (cell->site == NONE || cell->site == at->site);
}

/* Sets the slots and sites that count in the cell. */
static void set_cell(const struct problem *problem, const struct demand_cell *cell, bool *slots,
                     bool *sites)
{
  for (int site = 0; site < problem->service->n_sites; site++)
    for (int s = 0; s < problem->month->n_slots; s++)
      if (demand_cell_has(problem, cell, s, site))
        slots[s] = sites[site] = true;
}

/* Of what period is it what a rule asks for by itself? First contact is asked for by the week, and
 * spoken of at its first slot. */
static enum period period_of(const struct rule_use *use, const struct label *at)
{
  if (at->slot == NONE)
    return PERIOD_MONTH;
  return strcmp(use->rule->name, "fcp_cover") == 0 ? PERIOD_WEEK : PERIOD_SESSION;
}

static bool is_in_period(const struct month *month, enum period per, int slot, int other)
{
  return per == PERIOD_MONTH || slot == other ||
         (per == PERIOD_WEEK &&
          month->days[month->slots[slot].day].week == month->days[month->slots[other].day].week);
}

/* Sets the slots and sites in which somebody would count towards what is asked. */
static void set_place(const struct problem *problem, const struct finding *finding, bool *slots,
                      bool *sites)
{
  const struct label *at = &finding->at;
  if (finding->demand != NONE) {
    int count;
    g_autofree struct demand_cell *cells = demand_cells(problem, finding->demand, &count);
    for (int i = 0; i < count; i++)
      if (is_cell_of(problem, &cells[i], at))
        set_cell(problem, &cells[i], slots, sites);
    return;
  }
  const struct rule_use *use = &problem->service->uses[at->use];
  enum period per = period_of(use, at);
  for (int s = 0; s < problem->month->n_slots; s++)
    slots[s] = is_in_period(problem->month, per, s, at->slot) &&
               (s == at->slot || scope_has_slot(&use->scope, problem, s));
  for (int site = 0; site < problem->service->n_sites; site++)
    sites[site] =
        problem->service->tasks[at->task].at[site] && (at->site == NONE || site == at->site);
}

struct why *why_of_finding(const struct audit *audit, const struct finding *finding)
{
  const struct problem *problem = audit->problem;
  if (finding->at.task == NONE || finding->at.clinician != NONE ||
      finding->kind == SHORTFALL_NOT_OFFERED)
    return NULL;
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  g_autofree bool *sites = g_new0(bool, (gsize)problem->service->n_sites + 1);
  set_place(problem, finding, slots, sites);
  const struct demand *line = finding->demand == NONE ? NULL : &problem->demands[finding->demand];
  const struct why_question question = {finding->at.task, sites, slots, line};
  struct why *why = why_new(problem, audit->rota, &question);
  for (int s = 0; s < problem->month->n_slots; s++)
    for (int site = 0; site < problem->service->n_sites && !why->moved; site++)
      if (slots[s] && sites[site])
        why->moved = moved_here(problem, s, finding->at.task, site);
  return why;
}
