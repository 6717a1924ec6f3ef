#include "model/audit.h"
#include "model/problem.h"
#include "model/rule.h"
#include "model/words.h"

/* An event opens its site, and the service, for its own work; a closure closes
 * it all the same. */
static bool bars(const struct rule_use *use, const struct problem *problem,
                 const struct assignment *assignment)
{
  (void)use;
  if (!problem->service->tasks[assignment->task].at[assignment->site])
    return true;
  if (problem_site_open(problem, assignment->slot, assignment->site) &&
      problem->month->slots[assignment->slot].ordinary)
    return false;
  return problem_site_closed(problem, assignment->slot, assignment->site) ||
         !problem_is_event_work(problem, assignment->slot, assignment->task, assignment->site);
}

static const struct closure *closure_of(const struct month *month, const struct slot *slot,
                                        int site)
{
  for (int i = 0; i < month->n_closures; i++) {
    const struct closure *closure = &month->closures[i];
    bool here = closure->site == NONE || closure->site == site;
    bool today = closure->from <= slot->date && slot->date <= closure->until;
    if (here && today && (closure->blocks & 1U << slot->block) != 0)
      return closure;
  }
  return NULL;
}

static bool outside_hours(const struct site *site, const struct block *block, int date)
{
  const struct opening *open = &site->open[date_weekday(date)];
  return block->from_minute < open->from_minute || block->to_minute > open->to_minute;
}

static bool outside_week(const struct service *service, const struct slot *slot)
{
  return (service->week.blocks[date_weekday(slot->date)] & 1U << slot->block) == 0 ||
         service_is_holiday(service, slot->date);
}

static bool needed_by_event(const struct month *month, const struct assignment *item)
{
  for (int d = 0; d < month->n_demands; d++) {
    const struct demand *need = &month->demands[d];
    if (need->event == NONE || !demand_has_task(need, item->task))
      continue;
    const struct event *event = &month->events[need->event];
    if (event->site == item->site && event->slots[item->slot])
      return true;
  }
  return false;
}

static void check_item(struct audit *audit, const struct rule_use *use,
                       const struct assignment *item)
{
  const struct problem *problem = audit->problem;
  const struct service *service = problem->service;
  const struct slot *slot = &problem->month->slots[item->slot];
  const struct site *site = &service->sites[item->site];
  const struct closure *closure = closure_of(problem->month, slot, item->site);
  const char *cause = NULL, *reason = closure ? closure->reason : "";
  struct where source = site->where;
  if (!service->tasks[item->task].at[item->site]) {
    cause = "that is not done there";
    reason = "";
    source = service->tasks[item->task].where;
  } else if (closure) {
    cause = "it is closed";
    source = closure->where;
  } else if (!needed_by_event(problem->month, item)) {
    if (outside_hours(site, &service->blocks[slot->block], slot->date))
      cause = "it is not open then";
    else if (outside_week(service, slot))
      cause = "the service is open for an event only";
  }
  if (!cause)
    return;
  struct label label = audit_label(audit);
  label.clinician = item->clinician;
  label.slot = item->slot;
  label.task = item->task;
  label.site = item->site;
  char when[WORDS_SIZE], where[WORDS_SIZE];
  audit_find(audit, label, 1, rule_use_price(use), "%s can't do %s at %s on %s: %s%s%s%s",
             service->clinicians[item->clinician].name, service->tasks[item->task].name, site->name,
             words_slot(problem, item->slot, when), cause, *reason ? ", " : "", reason,
             words_where(source, where));
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int i = 0; i < audit->rota->count; i++)
    check_item(audit, use, &audit->rota->items[i]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)use;
  (void)problem;
  g_string_append(out,
                  "people work where the task is done and while that site is open; outside "
                  "opening hours and the service's week only for an event");
}

const struct rule rule_site_open = {
    .name = "site_open",
    .summary = "A task is done at its own sites, while they are open.",
    .source = "\"open 6 days a week, between 07.30 and 20.00\"",
    .nature = RULE_HARD,
    .weight = 1000,
    .standing = true,
    .examples = {{
        .service = "sites:\n"
                   "  hove:    {kind: hub, rooms: 2, open: {mon-fri: \"08:00-17:00\"}}\n"
                   "  crawley: {kind: hub, rooms: 1, open: {mon-fri: \"08:30-17:00\"}}\n"
                   "  remote:  {kind: remote}\n"
                   "holidays: [2027-02-15]\n",
        .month = "closures:\n"
                 "  - {site: crawley, from: 2027-02-25, to: 2027-02-26, sessions: am}\n"
                 "  - {from: 2027-02-20, to: 2027-02-21}\n"
                 "events:\n"
                 "  cad: {name: Community day, kind: cad, at: hove,\n"
                 "        on: [2027-02-13 am, 2027-02-15 am, 2027-02-20 am],\n"
                 "        need: [{task: clinic, need: 1}]}\n",
        .use = "{}",
        .candidates = "ann 2027-02-01 am clinic hove\n"
                      "ann 2027-02-02 eve clinic hove\n"
                      "ann 2027-02-02 eve support remote\n"
                      "ann 2027-02-13 am clinic hove\n"
                      "ann 2027-02-15 am clinic hove\n"
                      "ann 2027-02-20 am clinic hove\n"
                      "ann 2027-02-26 am clinic hove\n"
                      "bob 2027-02-01 am clinic goldstone\n"
                      "bob 2027-02-02 am clinic crawley\n"
                      "bob 2027-02-13 am clinic crawley\n"
                      "bob 2027-02-15 am support hove\n"
                      "bob 2027-02-25 pm clinic crawley\n"
                      "bob 2027-02-26 am clinic crawley\n",
        .good = "ann 2027-02-02 eve support remote\n"
                "ann 2027-02-13 am clinic hove\n"
                "bob 2027-02-25 pm clinic crawley\n",
        .bad = "bob 2027-02-13 am clinic crawley\n",
    }},
    .bars = bars,
    .check = check,
    .explain = explain,
};
