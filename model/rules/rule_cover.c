#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

/* A hard use makes need and most hard; targets stay wishes, at weight 1. */
static int64_t weight_of(const struct rule_use *use)
{
  return use->hard ? 1 : use->weight;
}

/* Nobody missing below the need is cheaper than one missing below the target. */
static int64_t price_of_need(const struct rule_use *use, const struct demand *demand)
{
  if (use->hard || demand->hard)
    return PRICE_HARD;
  return MAX(demand->price_need, demand->price_target) * weight_of(use);
}

static int64_t price_of_excess(const struct rule_use *use, const struct demand *demand)
{
  return use->hard || demand->hard ? PRICE_HARD : demand->price_most * weight_of(use);
}

/* The site of the cell, or the only one of its demand. */
static int site_of(const struct problem *problem, const struct demand_cell *cell)
{
  const struct demand *demand = &problem->demands[cell->demand];
  const bool *sites = demand->sites ? demand->sites : problem->service->tasks[demand->task].at;
  int site = cell->site, count = 0;
  if (site != NONE)
    return site;
  for (int s = 0; s < problem->service->n_sites; s++)
    if (sites[s]) {
      site = s;
      count++;
    }
  return count == 1 ? site : NONE;
}

static struct label label_of(struct label label, const struct problem *problem,
                             const struct demand_cell *cell)
{
  const struct demand *demand = &problem->demands[cell->demand];
  int end;
  demand_cell_slots(problem, cell, &label.slot, &end);
  if (demand->per == PERIOD_MONTH)
    label.slot = NONE;
  label.task = demand->task;
  label.site = site_of(problem, cell);
  return label;
}

/* Adds the placements that count in the cell and returns how many they are. */
static int add_people(struct formulation *formulation, const struct demand_cell *cell)
{
  const struct problem *problem = formulation->problem;
  int task = problem->demands[cell->demand].task, from, end, people = 0;
  demand_cell_slots(problem, cell, &from, &end);
  for (int i = formulation->slot_first[from]; i < formulation->slot_first[end]; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (at->task == task && demand_cell_has(problem, cell, at->slot, at->site)) {
      formulation_term(formulation, column, 1);
      people++;
    }
  }
  return people;
}

/* Adds those missing below the need and below the target, and returns what they
 * and the people there must reach together. */
static int64_t add_missing(struct formulation *formulation, const struct rule_use *use,
                           const struct demand_cell *cell, struct label label)
{
  const struct demand *demand = &formulation->problem->demands[cell->demand];
  int64_t need_price = price_of_need(use, demand);
  int64_t target_price = demand->price_target * weight_of(use);
  int64_t wanted = target_price > 0 ? cell->target : cell->need;
  if (need_price == 0)
    return 0;
  if (need_price != PRICE_HARD && cell->need > 0)
    formulation_term(formulation, formulation_column(formulation, label, 0, cell->need, need_price),
                     1);
  if (wanted > cell->need)
    formulation_term(formulation,
                     formulation_column(formulation, label, 0, wanted - cell->need, target_price),
                     1);
  return wanted;
}

static void emit_cell(struct formulation *formulation, const struct rule_use *use,
                      const struct demand_cell *cell)
{
  const struct problem *problem = formulation->problem;
  struct label label = label_of(formulation_label(formulation), problem, cell);
  int64_t price = price_of_excess(use, &problem->demands[cell->demand]);
  int64_t most = cell->most == UNLIMITED || price == 0 ? PROGRAMME_INFINITY : cell->most;
  int people = add_people(formulation, cell);
  int64_t wanted = add_missing(formulation, use, cell, label);
  if (most < wanted) { /* at odds with itself: two rows, so that both are counted */
    formulation_row(formulation, label, wanted, PROGRAMME_INFINITY);
    add_people(formulation, cell);
    wanted = 0;
  }
  if (people > most && price != PRICE_HARD)
    formulation_term(formulation, formulation_column(formulation, label, 0, people - most, price),
                     -1);
  if (wanted > 0 || people > most)
    formulation_row(formulation, label, wanted > 0 ? wanted : -PROGRAMME_INFINITY, most);
  else
    programme_drop_terms(formulation->programme);
}

/* The needs of an event stand and fall together: see rule `event`. */
static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int d = 0; d < formulation->problem->n_demands; d++) {
    if (formulation->problem->demands[d].event != NONE)
      continue;
    int count;
    g_autofree struct demand_cell *cells = demand_cells(formulation->problem, d, &count);
    for (int i = 0; i < count; i++)
      emit_cell(formulation, use, &cells[i]);
  }
}

static int count_people(const struct audit *audit, const struct demand_cell *cell)
{
  const struct rota *rota = audit->rota;
  int task = audit->problem->demands[cell->demand].task, from, end, people = 0;
  demand_cell_slots(audit->problem, cell, &from, &end);
  for (const int *i = rota->in_slot + rota->slot[from]; i < rota->in_slot + rota->slot[end]; i++)
    people += rota->items[*i].task == task &&
              demand_cell_has(audit->problem, cell, rota->items[*i].slot, rota->items[*i].site);
  return people;
}

/* "Spinal clinic at Hove hub on Tue 12 Jan am" */
static char *subject(const struct problem *problem, const struct demand_cell *cell)
{
  const struct demand *demand = &problem->demands[cell->demand];
  char when[WORDS_SIZE];
  GString *text = g_string_new(NULL);
  int site = site_of(problem, cell);
  g_string_append(text, problem->service->tasks[demand->task].name);
  if (site != NONE)
    g_string_append_printf(text, " at %s", problem->service->sites[site].name);
  g_string_append_printf(text, " %s", words_period(problem, demand->per, cell->period, when));
  return g_string_free(text, FALSE);
}

static void check_cell(struct audit *audit, const struct rule_use *use,
                       const struct demand_cell *cell)
{
  const struct demand *demand = &audit->problem->demands[cell->demand];
  bool single = demand->per == PERIOD_SESSION;
  int people = count_people(audit, cell);
  int target = demand->price_target > 0 ? cell->target : cell->need;
  if (people >= target && (cell->most == UNLIMITED || people <= cell->most))
    return;
  struct label label = label_of(audit_label(audit), audit->problem, cell);
  g_autofree char *what = subject(audit->problem, cell);
  if (people < cell->need)
    audit_demand(audit, SHORTFALL_NEED, cell->demand, label, cell->need - people,
                 price_of_need(use, demand), "%s: %d of %d %s", what, people, cell->need,
                 single ? (cell->need == 1 ? "person" : "people") : "sessions");
  if (people < target)
    audit_demand(audit, SHORTFALL_TARGET, cell->demand, label, target - MAX(people, cell->need),
                 demand->price_target * weight_of(use), "%s: %d %s, the target is %d", what, people,
                 single ? "people" : "sessions", target);
  if (cell->most != UNLIMITED && people > cell->most)
    audit_demand(audit, SHORTFALL_OVER, cell->demand, label, people - cell->most,
                 price_of_excess(use, demand), "%s: %d %s, %d too many", what, people,
                 single ? "people" : "sessions", people - cell->most);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int d = 0; d < audit->problem->n_demands; d++) {
    if (audit->problem->demands[d].event != NONE)
      continue;
    int count;
    g_autofree struct demand_cell *cells = demand_cells(audit->problem, d, &count);
    for (int i = 0; i < count; i++)
      check_cell(audit, use, &cells[i]);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  int lines = 0;
  for (int d = 0; d < problem->n_demands; d++)
    lines += problem->demands[d].event == NONE;
  g_string_append_printf(out, "each of the %d lines of demand has the people it needs%s", lines,
                         use->hard ? "" : "; whoever is missing or over is named and priced");
}

const struct rule rule_cover = {
    .name = "cover",
    .summary = "Every line of demand has the people it needs, better its target, and not too many.",
    .source = "the service's demand",
    .nature = RULE_ELASTIC,
    .weight = 1,
    .standing = true,
    .examples =
        {
            {
                .service = "demand:\n"
                           "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 2,\n"
                           "     most: 2, until: 2027-02-01}\n"
                           "  - {task: duty, sessions: mon am, need: 1, until: 2027-02-01}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am duty remote\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic crawley\n",
                .good = "ann 2027-02-01 am duty remote\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "cat 2027-02-01 am clinic hove\n",
                .bad = "ann 2027-02-01 am duty remote\n"
                       "ann 2027-02-01 pm clinic hove\n"
                       "cat 2027-02-01 am clinic crawley\n",
            },
            {
                /* The month ends on a Sunday; the last week is whole, the first too. */
                .service = "demand:\n"
                           "  - {task: fcp, at: every pcn, per: week, need: 1 per 4000 patients,\n"
                           "     from: 2027-02-22}\n"
                           "  - {task: clinic, per: day, sessions: fri, need: 2, most: 2,\n"
                           "     from: 2027-02-26, hard: yes}\n",
                .use = "{}",
                .candidates = "ann 2027-02-22 am fcp goldstone\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm fcp goldstone\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 pm clinic crawley\n"
                              "bob 2027-02-25 pm fcp goldstone\n",
                .good = "ann 2027-02-22 am fcp goldstone\n"
                        "ann 2027-02-26 am clinic hove\n"
                        "ann 2027-02-26 pm fcp goldstone\n"
                        "bob 2027-02-26 pm clinic crawley\n",
                .bad = "ann 2027-02-26 am clinic hove\n"
                       "ann 2027-02-26 pm fcp goldstone\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
