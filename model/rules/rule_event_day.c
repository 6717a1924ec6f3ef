#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"

enum { SESSIONS };

static const struct rule_param params[] = {
    {
        .name = "least_sessions",
        .kind = PARAM_NUMBER,
        .unit = "sessions",
        .summary = "an event that runs for so many sessions of a day keeps its people all that day",
        .initial = 2,
        .least = 1,
        .most = BLOCKS_MAX,
    },
};

/* --- emit ------------------------------------------------------------------ */

/* Is somebody who is assigned so at work for the event? */
static bool is_at_event(const struct problem *problem, int event, const struct assignment *at)
{
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *demand = &problem->demands[d];
    if (demand->event == event && demand_has_task(demand, at->task) && demand->slots[at->slot] &&
        demand->sites[at->site])
      return true;
  }
  return false;
}

/* Does the event take its people for all of that day? */
static bool takes_day(const struct rule_use *use, const struct event *event, const struct day *day)
{
  int sessions = 0;
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    sessions += event->slots[s];
  return sessions >= use->values[SESSIONS];
}

/* Adds a clinician's placements in a slot that are, or are not, the event's. */
static int add_placements(struct formulation *formulation, int event, int clinician, int slot,
                          bool at_event)
{
  const struct problem *problem = formulation->problem;
  int count, first = problem_cell(problem, clinician, slot, &count), added = 0;
  for (int i = first; i < first + count; i++)
    if (is_at_event(problem, event, &problem->candidates[i]) == at_event) {
      formulation_term(formulation, i, 1);
      added++;
    }
  return added;
}

/* The column "is at the event that day" and, in each of its sessions, a row that
 * makes it so, and one that keeps the person there. NONE if it can't be. */
static int emit_presence(struct formulation *formulation, const struct rule_use *use, int event,
                         int clinician, const struct day *day)
{
  const bool *runs = formulation->problem->month->events[event].slots;
  struct label label = formulation_label(formulation);
  int there = NONE, end = day->first_slot + day->n_slots;
  label.clinician = clinician;
  label.site = formulation->problem->month->events[event].site;
  for (int s = day->first_slot; s < end; s++) {
    label.slot = s;
    if (!runs[s] || add_placements(formulation, event, clinician, s, true) == 0)
      continue;
    if (there == NONE)
      there = formulation_column(formulation, label, 0, 1, 0);
    formulation_term(formulation, there, -1);
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  }
  for (int s = day->first_slot; there != NONE && s < end; s++) {
    label.slot = s;
    if (!runs[s])
      continue;
    add_placements(formulation, event, clinician, s, true);
    formulation_term(formulation, there, -1);
    formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, 1, rule_use_price(use));
  }
  return there;
}

static void emit_day(struct formulation *formulation, const struct rule_use *use, int event,
                     int clinician, const struct day *day)
{
  int there = emit_presence(formulation, use, event, clinician, day);
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  for (int s = day->first_slot; there != NONE && s < day->first_slot + day->n_slots; s++) {
    if (formulation->problem->month->events[event].slots[s])
      continue;
    label.slot = s;
    add_placements(formulation, event, clinician, s, false);
    formulation_term(formulation, there, 1);
    formulation_limit(formulation, label, -PROGRAMME_INFINITY, 1, 1, rule_use_price(use));
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct month *month = formulation->problem->month;
  for (int e = 0; e < month->n_events; e++)
    for (int d = 0; d < month->n_days; d++)
      if (takes_day(use, &month->events[e], &month->days[d]))
        for (int c = 0; c < formulation->problem->service->n_clinicians; c++)
          emit_day(formulation, use, e, c, &month->days[d]);
}

/* --- check ----------------------------------------------------------------- */

/* Is one of these assignments of a slot in which the event runs a need of its? */
static bool are_there(const struct month *month, int event, const struct assignment *items,
                      int count)
{
  for (int i = 0; i < count && month->events[event].slots[items->slot]; i++)
    for (int d = 0; d < month->n_demands && items[i].site == month->events[event].site; d++)
      if (month->demands[d].event == event && demand_has_task(&month->demands[d], items[i].task))
        return true;
  return false;
}

/* One person's day: sessions at the event, sessions of it missed, others worked. */
static void check_day(struct audit *audit, const struct rule_use *use, int event, int clinician,
                      const struct day *day)
{
  const struct problem *problem = audit->problem;
  int sessions = 0, there = 0, elsewhere = 0;
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    int count;
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    bool runs = problem->month->events[event].slots[s];
    bool here = count > 0 && are_there(problem->month, event, items, count);
    sessions += runs;
    there += here;
    elsewhere += runs ? !here : count > 0;
  }
  if (there == 0 || sessions < use->values[SESSIONS])
    return;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  label.slot = day->first_slot;
  label.site = problem->month->events[event].site;
  char date[DATE_TEXT_SIZE];
  audit_shortfall(audit, SHORTFALL_OTHER, label, elsewhere, rule_use_price(use),
                  "%s is at %s on %s, but elsewhere for %d session%s of that day",
                  problem->service->clinicians[clinician].name, problem->month->events[event].name,
                  date_format_short(day->date, date), elsewhere, elsewhere == 1 ? "" : "s");
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct month *month = audit->problem->month;
  for (int e = 0; e < month->n_events; e++)
    for (int d = 0; d < month->n_days; d++)
      for (int c = 0; c < audit->problem->service->n_clinicians; c++)
        check_day(audit, use, e, c, &month->days[d]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)problem;
  g_string_append_printf(out,
                         "who works at an event of %d or more sessions in a day is there for all "
                         "of them and does nothing else that day",
                         use->values[SESSIONS]);
}

const struct rule rule_event_day = {
    .name = "event_day",
    .summary = "People at a long event are there for all of its day and do nothing else that day.",
    .source = "service model: Community Appointment Days bring everybody \"under one roof\"",
    .nature = RULE_ELASTIC,
    .weight = 50,
    .standing = true,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .month = "events:\n"
                         "  cad: {name: Community day, kind: cad, at: crawley,\n"
                         "        on: 2027-02-02 am pm,\n"
                         "        need: [{task: clinic, need: 1}, {task: support, need: 1}]}\n",
                .use = "{}",
                .candidates = "ann 2027-02-02 am clinic crawley\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm clinic crawley\n"
                              "ann 2027-02-02 pm support crawley\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "bob 2027-02-02 pm clinic crawley\n"
                              "bob 2027-02-02 eve duty crawley\n"
                              "bob 2027-02-01 am clinic crawley\n",
                .good = "ann 2027-02-02 am clinic crawley\n"
                        "ann 2027-02-02 pm support crawley\n"
                        "bob 2027-02-01 am clinic crawley\n"
                        "bob 2027-02-02 eve duty crawley\n",
                .bad = "ann 2027-02-02 am clinic crawley\n"
                       "ann 2027-02-02 pm clinic crawley\n"
                       "ann 2027-02-02 eve clinic hove\n",
            },
            {
                .month = "events:\n"
                         "  bus: {name: Bus, kind: bus, at: hove, on: [2027-02-01 am, 2027-02-28 "
                         "am pm],\n"
                         "        need: [{task: clinic, need: 1}]}\n",
                .use = "{least_sessions: 1}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic crawley\n"
                              "bob 2027-02-28 am clinic hove\n"
                              "cat 2027-02-01 am support hove\n"
                              "cat 2027-02-01 pm clinic crawley\n"
                              "bob 2027-02-28 pm clinic hove\n"
                              "cat 2027-02-28 pm clinic hove\n",
                .good = "bob 2027-02-28 am clinic hove\n"
                        "bob 2027-02-28 pm clinic hove\n"
                        "cat 2027-02-01 am support hove\n"
                        "cat 2027-02-01 pm clinic crawley\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-01 pm clinic crawley\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
