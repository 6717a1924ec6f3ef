#include "model/audit.h"
#include "model/demand_cell.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

/* An event is held, and then each of its needs is met in each of its sessions, or
 * it is cancelled: that costs what everybody it needs and aims at would cost to be
 * missing, and everybody who is sent there all the same is one too many. */

/* --- emit ------------------------------------------------------------------ */

/* A hard use makes need and most hard; targets stay wishes, at weight 1. */
static int64_t priced(const struct rule_use *use, int64_t price)
{
  return use->hard ? price : price * use->weight;
}

static int64_t price_of_excess(const struct rule_use *use, const struct demand *demand)
{
  return use->hard || demand->hard ? PRICE_HARD : priced(use, demand->price_most);
}

/* What the cell reaches for when the event is held. */
static int wanted(const struct demand *demand, const struct demand_cell *cell)
{
  return demand->price_target > 0 ? cell->target : cell->need;
}

/* Nobody missing below the need is cheaper than one missing below the target. */
static int64_t price_of_need(const struct rule_use *use, const struct demand *demand)
{
  return priced(use, MAX(demand->price_need, demand->price_target));
}

static bool must_be_held(const struct rule_use *use, const struct problem *problem, int event)
{
  for (int d = 0; d < problem->n_demands; d++)
    if (problem->demands[d].event == event && problem->demands[d].hard)
      return true;
  return use->hard;
}

static void emit_cell(struct formulation *formulation, const struct rule_use *use,
                      const struct demand_cell *cell, int cancelled)
{
  const struct demand *demand = &formulation->problem->demands[cell->demand];
  struct label label = formulation_label(formulation);
  int end, want = wanted(demand, cell);
  demand_cell_slots(formulation->problem, cell, &label.slot, &end);
  label.task = demand->task;
  label.site = formulation->problem->month->events[demand->event].site;
  formulation_cost(formulation, cancelled,
                   cell->need * price_of_need(use, demand) +
                       (want - cell->need) * priced(use, demand->price_target));
  formulation_need(formulation, cancelled, cell->need);
  int people = formulation_add_cell(formulation, cell);
  formulation_term(formulation, cancelled, want);
  if (want > cell->need)
    formulation_term(formulation,
                     formulation_column(formulation, label, 0, want - cell->need,
                                        priced(use, demand->price_target)),
                     1);
  formulation_row(formulation, label, want, PROGRAMME_INFINITY);
  formulation_add_cell(formulation, cell);
  int most = cell->most == UNLIMITED ? people : cell->most;
  formulation_term(formulation, cancelled, most);
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, most, 1, price_of_excess(use, demand));
}

static void emit_event(struct formulation *formulation, const struct rule_use *use, int event)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  label.site = problem->month->events[event].site;
  int cancelled =
      formulation_column(formulation, label, 0, must_be_held(use, problem, event) ? 0 : 1, 0);
  for (int d = 0; d < problem->n_demands; d++) {
    if (problem->demands[d].event != event)
      continue;
    int count;
    g_autofree struct demand_cell *cells = demand_cells(problem, d, &count);
    for (int i = 0; i < count; i++)
      emit_cell(formulation, use, &cells[i], cancelled);
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int e = 0; e < formulation->problem->month->n_events; e++)
    emit_event(formulation, use, e);
}

/* --- check ----------------------------------------------------------------- */

/* A need of the event in one session, and who came. */
struct presence {
  const struct demand *need;
  int slot, people;
};

/* One of each need and session of the event; g_array_unref it. */
static GArray *count_presence(const struct audit *audit, int event)
{
  const struct problem *problem = audit->problem;
  const struct event *held = &problem->month->events[event];
  const struct rota *rota = audit->rota;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct presence));
  for (int d = 0; d < problem->n_demands; d++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      struct presence presence = {&problem->demands[d], s, 0};
      if (presence.need->event != event || !held->slots[s])
        continue;
      for (int i = rota->slot[s]; i < rota->slot[s + 1]; i++) {
        const struct assignment *item = &rota->items[rota->in_slot[i]];
        presence.people += item->site == held->site && demand_has_task(presence.need, item->task) &&
                           demand_has_person(problem->service, presence.need, item->clinician,
                                             problem->month->slots[s].date);
      }
      g_array_append_val(out, presence);
    }
  return out;
}

/* What the event hopes for; a target that costs nothing to miss is none. */
static int hoped_for(const struct demand *need)
{
  return need->price_target == 0 ? need->need : MAX(need->target, need->need);
}

static int64_t points(const struct rule_use *use, int price)
{
  return (int64_t)price * (use->hard ? 1 : use->weight);
}

/* Of one too many. */
static int64_t price_of_more(const struct rule_use *use, const struct demand *need)
{
  return use->hard || need->hard ? PRICE_HARD : points(use, need->price_most);
}

/* "Community day: MSK clinic on Sat 6 Feb am" */
static char *subject(const struct problem *problem, int event, const struct presence *presence)
{
  char when[WORDS_SIZE];
  GString *out = g_string_new(problem->month->events[event].name);
  g_string_append(out, ": ");
  words_line(problem, presence->need, out);
  g_string_append_printf(out, " %s", words_period(problem, PERIOD_SESSION, presence->slot, when));
  return g_string_free(out, FALSE);
}

static struct label label_of(const struct audit *audit, int event, const struct presence *presence)
{
  struct label label = audit_label(audit);
  label.slot = presence->slot;
  label.task = presence->need->task;
  label.site = audit->problem->month->events[event].site;
  return label;
}

/* The line of demand, as findings name it. */
static int line_of(const struct audit *audit, const struct presence *presence)
{
  return (int)(presence->need - audit->problem->demands);
}

static void check_held(struct audit *audit, const struct rule_use *use, int event,
                       const struct presence *presence)
{
  const struct demand *need = presence->need;
  struct label label = label_of(audit, event, presence);
  g_autofree char *what = subject(audit->problem, event, presence);
  int target = hoped_for(need), people = presence->people;
  audit_demand(audit, SHORTFALL_TARGET, line_of(audit, presence), label, MAX(target - people, 0),
               points(use, need->price_target), "%s: %d %s, the target is %d", what, people,
               people == 1 ? "person" : "people", target);
  if (need->most != UNLIMITED)
    audit_demand(audit, SHORTFALL_OVER, line_of(audit, presence), label,
                 MAX(people - need->most, 0), price_of_more(use, need), "%s: %d %s, %d too many",
                 what, people, people == 1 ? "person" : "people", people - need->most);
}

static void check_cancelled(struct audit *audit, const struct rule_use *use, int event,
                            const struct presence *presence)
{
  const struct demand *need = presence->need;
  struct label label = label_of(audit, event, presence);
  g_autofree char *what = subject(audit->problem, event, presence);
  int target = hoped_for(need), dearer = MAX(need->price_target, need->price_need);
  audit_demand(audit, SHORTFALL_NEED, line_of(audit, presence), label, need->need,
               points(use, dearer), "%s: cancelled, %d of %d %s could come", what, presence->people,
               need->need, need->need == 1 ? "person" : "people");
  audit_demand(audit, SHORTFALL_TARGET, line_of(audit, presence), label, target - need->need,
               points(use, need->price_target), "%s: cancelled, the target was %d", what, target);
  audit_demand(audit, SHORTFALL_OVER, line_of(audit, presence), label, presence->people,
               price_of_more(use, need), "%s: cancelled, but %d are sent there", what,
               presence->people);
}

/* Of an event that must be held, whoever is missing. */
static void check_must(struct audit *audit, int event, const struct presence *presence)
{
  g_autofree char *what = subject(audit->problem, event, presence);
  audit_demand(audit, SHORTFALL_NEED, line_of(audit, presence), label_of(audit, event, presence),
               MAX(presence->need->need - presence->people, 0), PRICE_HARD, "%s: %d of %d %s", what,
               presence->people, presence->need->need,
               presence->need->need == 1 ? "person" : "people");
}

static void check_event(struct audit *audit, const struct rule_use *use, int event)
{
  g_autoptr(GArray) all = count_presence(audit, event);
  bool held = true, must = use->hard;
  for (guint i = 0; i < all->len; i++) {
    const struct presence *presence = &g_array_index(all, struct presence, i);
    held = held && presence->people >= presence->need->need;
    must = must || presence->need->hard;
  }
  for (guint i = 0; i < all->len && must; i++)
    check_must(audit, event, &g_array_index(all, struct presence, i));
  for (guint i = 0; i < all->len; i++) {
    const struct presence *presence = &g_array_index(all, struct presence, i);
    if (held)
      check_held(audit, use, event, presence);
    else if (!must)
      check_cancelled(audit, use, event, presence);
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int e = 0; e < audit->problem->month->n_events; e++)
    check_event(audit, use, e);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "each of the %d events of the month has everybody it needs in each of "
                         "its sessions, or %s",
                         problem->month->n_events,
                         use->hard ? "there is no rota"
                                   : "it is cancelled, at the price of all who are missing");
}

const struct rule rule_event = {
    .name = "event",
    .summary = "An event has everybody it needs in each of its sessions, or nobody is sent.",
    .source = "service model: Community Appointment Days, mass clinics, bus and group sessions",
    .nature = RULE_ELASTIC,
    .weight = 1,
    .standing = true,
    .examples =
        {
            {
                .month = "events:\n"
                         "  mass: {name: Mass clinic, kind: mass-clinic, at: crawley,\n"
                         "         on: 2027-02-27 am pm,\n"
                         "         need: [{task: clinic, need: 1, target: 2, most: 2},\n"
                         "                {task: spine, need: 1, most: 1,\n"
                         "                 prices: {need: 300, target: 0, most: 40}}]}\n",
                .use = "{}",
                .candidates = "ann 2027-02-27 am spine crawley\n"
                              "ann 2027-02-27 pm spine crawley\n"
                              "bob 2027-02-27 am clinic crawley\n"
                              "bob 2027-02-27 pm clinic crawley\n"
                              "bob 2027-02-27 pm spine crawley\n"
                              "cat 2027-02-27 am clinic crawley\n"
                              "cat 2027-02-27 pm clinic crawley\n"
                              "cat 2027-02-26 pm clinic crawley\n",
                .good = "ann 2027-02-27 am spine crawley\n"
                        "ann 2027-02-27 pm spine crawley\n"
                        "bob 2027-02-27 am clinic crawley\n"
                        "bob 2027-02-27 pm clinic crawley\n"
                        "cat 2027-02-27 am clinic crawley\n"
                        "cat 2027-02-27 pm clinic crawley\n",
                .bad = "ann 2027-02-27 am spine crawley\n"
                       "bob 2027-02-27 am clinic crawley\n"
                       "bob 2027-02-27 pm clinic crawley\n",
            },
            {
                .month =
                    "events:\n"
                    "  school: {name: School talk, kind: school, at: hove, on: 2027-02-01 am,\n"
                    "           need: [{task: clinic, need: 1, most: 1}]}\n"
                    "  drop-in: {name: Drop-in, kind: drop-in, at: goldstone,\n"
                    "            on: 2027-02-28 am,\n"
                    "            need: [{task: fcp, need: 1, hard: yes},\n"
                    "                   {task: clinic, need: 0, target: 1}]}\n",
                .service = "tasks:\n"
                           "  clinic: {stream: generalist, skill: msk}\n"
                           "  fcp: {stream: generalist, skill: fcp, min_stage: 1, at: pcn}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-28 am fcp goldstone\n"
                              "ann 2027-02-28 am clinic goldstone\n",
                .good = "cat 2027-02-01 am clinic hove\n"
                        "bob 2027-02-28 am fcp goldstone\n"
                        "ann 2027-02-28 am clinic goldstone\n",
                .bad = "cat 2027-02-01 am clinic hove\n"
                       "ann 2027-02-28 am clinic goldstone\n",
            },
            {
                .month = "events:\n"
                         "  mass: {name: Mass clinic, kind: mass-clinic, at: crawley,\n"
                         "         on: 2027-02-27 am pm,\n"
                         "         need: [{task: [clinic, support], need: 1, target: 2},\n"
                         "                {name: A senior, task: [clinic, spine], who: {band: 7},\n"
                         "                 need: 1, most: 1}]}\n",
                .use = "{}",
                .candidates = "ann 2027-02-27 am spine crawley\n"
                              "ann 2027-02-27 pm clinic crawley\n"
                              "bob 2027-02-27 am clinic crawley\n"
                              "bob 2027-02-27 am spine crawley\n"
                              "bob 2027-02-27 pm support crawley\n"
                              "cat 2027-02-27 am support crawley\n"
                              "cat 2027-02-27 pm clinic crawley\n"
                              "cat 2027-02-26 pm clinic crawley\n",
                .good = "ann 2027-02-27 am spine crawley\n"
                        "ann 2027-02-27 pm clinic crawley\n"
                        "bob 2027-02-27 am clinic crawley\n"
                        "bob 2027-02-27 pm support crawley\n"
                        "cat 2027-02-27 am support crawley\n",
                .bad = "ann 2027-02-27 am spine crawley\n"
                       "bob 2027-02-27 am clinic crawley\n"
                       "bob 2027-02-27 pm support crawley\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
