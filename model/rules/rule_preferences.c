#include "model/audit.h"
#include "model/formulation.h"
#include "model/meeting.h"
#include "model/reckoning.h"
#include "model/rule.h"
#include "model/satisfaction.h"
#include "model/words.h"

/* --- bars and emit --------------------------------------------------------- */

/* Preferences that count for something, or NULL. */
static const struct preferences *asked_by(const struct rule_use *use, const struct problem *problem,
                                          int clinician)
{
  const struct preferences *asked = month_preferences(problem->month, clinician);
  return asked && asked->percent > 0 && scope_has_month(&use->scope, problem, clinician) ? asked
                                                                                         : NULL;
}

static bool avoids(const struct service *service, const struct wish *wishes, int count, int item)
{
  for (int i = 0; i < count; i++)
    if (wishes[i].item == item && wishes[i].level == service_level_against(service))
      return true;
  return false;
}

/* A hard use has no points to weigh: what people asked to avoid is out of the
 * question, and so is a session for which they ask most strongly to be off. */
static bool bars(const struct rule_use *use, const struct problem *problem,
                 const struct assignment *assignment)
{
  const struct preferences *asked = asked_by(use, problem, assignment->clinician);
  if (!use->hard || !asked)
    return false;
  if (avoids(problem->service, asked->sites, asked->n_sites, assignment->site) ||
      avoids(problem->service, asked->tasks, asked->n_tasks, assignment->task))
    return true;
  for (int i = 0; i < asked->n_requests; i++)
    if (asked->requests[i].off && asked->requests[i].level == 0 &&
        preference_request_applies(problem, &asked->requests[i], assignment->slot))
      return true;
  return false;
}

/* Nobody works at one site with somebody they asked to avoid. */
static void keep_apart(struct formulation *formulation, int clinician, int other, int slot,
                       int site)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = slot;
  label.site = site;
  int there[2] = {0, 0};
  for (int i = 0; i < 2; i++) {
    int count, first = problem_cell(problem, i == 0 ? clinician : other, slot, &count);
    for (int j = first; j < first + count; j++)
      if (problem->candidates[j].site == site) {
        formulation_term(formulation, j, 1);
        there[i]++;
      }
  }
  if (there[0] > 0 && there[1] > 0)
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 1);
  else
    programme_drop_terms(formulation->programme);
}

static void emit_person(struct formulation *formulation, const struct rule_use *use, int clinician,
                        const struct wish *wish)
{
  const struct problem *problem = formulation->problem;
  int points = preference_person_points(problem, clinician, wish->item);
  for (int slot = 0; slot < problem->month->n_slots; slot++)
    for (int site = 0; site < problem->service->n_sites; site++) {
      if (!use->hard) {
        int column = meeting_column(formulation, clinician, wish->item, slot, site);
        if (column != NONE)
          formulation_wish(formulation, column, -(int64_t)points * use->weight);
      } else if (wish->level == service_level_against(problem->service) &&
                 clinician != wish->item && !problem->service->sites[site].remote) {
        keep_apart(formulation, clinician, wish->item, slot, site);
      }
    }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int i = 0; i < problem->n_candidates && !use->hard; i++)
    if (asked_by(use, problem, problem->candidates[i].clinician))
      formulation_wish(formulation, i,
                       -(int64_t)preference_points(problem, &problem->candidates[i]) * use->weight);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    const struct preferences *asked = asked_by(use, problem, c);
    for (int p = 0; asked && p < asked->n_people; p++)
      emit_person(formulation, use, c, &asked->people[p]);
  }
}

/* --- check ----------------------------------------------------------------- */

static struct label label_of(const struct audit *audit, const struct assignment *item)
{
  struct label label = audit_label(audit);
  label.clinician = item->clinician;
  label.slot = item->slot;
  label.task = item->task;
  label.site = item->site;
  return label;
}

/* "ann on Tue 12 Jan am: Spinal clinic at Hove hub" */
static char *subject(const struct problem *problem, const struct assignment *item)
{
  char when[WORDS_SIZE];
  return g_strdup_printf("%s on %s: %s at %s", problem->service->clinicians[item->clinician].name,
                         words_slot(problem, item->slot, when),
                         problem->service->tasks[item->task].name,
                         problem->service->sites[item->site].name);
}

/* Points of one item; those against the wishes are reported one by one. */
static int weigh_item(struct audit *audit, const struct rule_use *use,
                      const struct preferences *asked, const struct assignment *item)
{
  const struct problem *problem = audit->problem;
  int points = reckoning_points(problem, item), credit = MAX(points, 0);
  g_autofree char *what = subject(problem, item);
  if (points < 0)
    audit_find(audit, label_of(audit, item), -points, use->weight,
               "against the wishes of %s, %d point%s", what, points, points == -1 ? "" : "s");
  for (int p = 0; p < asked->n_people; p++) {
    int other = asked->people[p].item;
    points = reckoning_person_points(problem, item->clinician, other);
    if (!satisfaction_meets(problem, audit->rota, item, other))
      continue;
    credit += MAX(points, 0);
    if (points < 0)
      audit_find(audit, label_of(audit, item), -points, use->weight,
                 "against the wishes of %s with %s, %d point%s", what,
                 problem->service->clinicians[other].name, points, points == -1 ? "" : "s");
  }
  return credit;
}

/* What a hard use has against one item: each wish to avoid counts, but for the
 * item itself only once. */
static void judge_item(struct audit *audit, const struct preferences *asked,
                       const struct assignment *item)
{
  const struct problem *problem = audit->problem;
  g_autofree char *what = subject(problem, item);
  int against = 0, strongest = service_level_against(problem->service);
  for (int i = 0; i < asked->n_sites; i++)
    against += asked->sites[i].level == strongest && asked->sites[i].item == item->site;
  for (int i = 0; i < asked->n_tasks; i++)
    against += asked->tasks[i].level == strongest && asked->tasks[i].item == item->task;
  for (int i = 0; i < asked->n_requests; i++) {
    const struct session_request *request = &asked->requests[i];
    against +=
        request->off && request->level == 0 && reckoning_speaks_of(problem, request, item->slot);
  }
  audit_find(audit, label_of(audit, item), against > 0, PRICE_HARD, "%s asked to avoid that", what);
  for (int p = 0; p < asked->n_people; p++)
    if (asked->people[p].level == strongest && asked->people[p].item != item->clinician)
      audit_find(audit, label_of(audit, item),
                 satisfaction_meets(problem, audit->rota, item, asked->people[p].item), PRICE_HARD,
                 "%s asked to avoid %s", what,
                 problem->service->clinicians[asked->people[p].item].name);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  const struct rota *rota = audit->rota;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    const struct preferences *asked = month_preferences(problem->month, c);
    int credit = 0;
    if (!asked || asked->percent == 0 || !scope_has_month(&use->scope, problem, c))
      continue;
    for (int i = rota->cell[c * rota->n_slots]; i < rota->cell[(c + 1) * rota->n_slots]; i++)
      if (use->hard)
        judge_item(audit, asked, &rota->items[i]);
      else
        credit += weigh_item(audit, use, asked, &rota->items[i]);
    struct label label = audit_label(audit);
    label.clinician = c;
    audit_find(audit, label, -credit, use->weight, "%s gets what was asked for, %d point%s",
               problem->service->clinicians[c].name, credit, ABS(credit) == 1 ? "" : "s");
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "%s, as %d of %d people sent them",
                         use->hard ? "wishes to avoid something are kept"
                                   : "wishes for places, tasks, sessions and people count",
                         problem->month->n_preferences, problem->service->n_clinicians);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_preferences = {
    .name = "preferences",
    .summary = "Places, tasks, sessions and people that were asked for, or asked to avoid.",
    .source = "\"log preference locations and tasks\"",
    .nature = RULE_SOFT,
    .weight = 1,
    .standing = true,
    .scope = SCOPE_WHO,
    .examples =
        {
            {
                .files = {{"2027-02/preferences/ann.yaml",
                           "clinician: ann\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "locations: {hove: like, crawley: avoid}\n"
                           "tasks: {spine: love, support: dislike}\n"
                           "sessions:\n"
                           "  - {on: 2027-02-02 am, want: off}\n"
                           "  - {every: thu pm, want: {task: spine}}\n"},
                          {"2027-02/preferences/bob.yaml",
                           "clinician: bob\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "tasks: {clinic: avoid}\n"}},
                .use = "{who: {clinicians: [ann]}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-02 am spine hove\n"
                              "ann 2027-02-03 am support remote\n"
                              "ann 2027-02-03 pm duty remote\n"
                              "ann 2027-02-04 pm spine hove\n"
                              "ann 2027-02-04 pm clinic hove\n"
                              "bob 2027-02-04 pm clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-04 pm spine hove\n"
                        "bob 2027-02-04 pm clinic hove\n",
                .bad = "ann 2027-02-01 am clinic crawley\n"
                       "ann 2027-02-02 am spine hove\n",
            },
            {
                .files = {{"2027-02/preferences/ann.yaml",
                           "clinician: ann\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "people: {bob: like, cat: avoid}\n"},
                          {"2027-02/preferences/bob.yaml",
                           "clinician: bob\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "people: {ann: dislike}\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am spine hove\n"
                              "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-01 am support remote\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support remote\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am support remote\n"
                              "cat 2027-02-01 am clinic crawley\n",
                .good = "ann 2027-02-01 am support remote\n"
                        "cat 2027-02-01 am support remote\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "cat 2027-02-01 am clinic hove\n",
            },
            {
                /* Bob's file came late and counts for half, towards 0: -3 points are -1, 1 is 0.
                 * Hard, it bars what he asked to avoid, and not what he dislikes. */
                .service = "criteria: {close: 10th of the month before, late: half}\n",
                .files = {{"2027-02/preferences/bob.yaml",
                           "clinician: bob\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-15\n"
                           "locations: {crawley: dislike, hove: like}\n"
                           "tasks: {clinic: avoid, support: like, spine: dislike}\n"
                           "people: {ann: love, cat: avoid}\n"
                           "sessions:\n"
                           "  - {on: 2027-02-02 am, want: off, how: like}\n"
                           "  - {on: 2027-02-26 am, want: {at: hove}, how: dislike}\n"},
                          {"2027-02/preferences/cat.yaml",
                           "clinician: cat\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-10\n"
                           "tasks: {clinic: love}\n"}},
                .use = "{}",
                .candidates = "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support crawley\n"
                              "bob 2027-02-01 am spine crawley\n"
                              "bob 2027-02-02 am duty remote\n"
                              "bob 2027-02-26 am duty hove\n"
                              "ann 2027-02-26 am duty hove\n"
                              "cat 2027-02-26 am clinic hove\n",
                .good = "bob 2027-02-01 am spine crawley\n"
                        "bob 2027-02-02 am duty remote\n"
                        "bob 2027-02-26 am duty hove\n"
                        "ann 2027-02-26 am duty hove\n",
                .bad = "bob 2027-02-26 am duty hove\n"
                       "cat 2027-02-26 am clinic hove\n",
            },
            {
                /* Words of the service's own: off at 'must' is worth 7, at 'nice' 4 * 1 / 3, so
                 * 1; hard, it bars what is 'never' wanted and off at 'must'. */
                .service =
                    "criteria:\n"
                    "  - who: {clinicians: [bob]}\n"
                    "    weights: {must: 6, never: -6}\n"
                    "  - levels: {must: {points: 3, off: 7}, nice: 1, rather-not: -1, never: -4}\n",
                .files = {{"2027-02/preferences/ann.yaml",
                           "clinician: ann\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "locations: {hove: nice, crawley: never}\n"
                           "tasks: {spine: must, clinic: rather-not}\n"
                           "people: {bob: never}\n"
                           "sessions:\n"
                           "  - {on: 2027-02-02 am, want: off}\n"
                           "  - {on: 2027-02-26 am, want: off, how: nice}\n"},
                          {"2027-02/preferences/bob.yaml",
                           "clinician: bob\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "locations: {hove: must, crawley: rather-not}\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-01 pm spine hove\n"
                              "ann 2027-02-02 am spine hove\n"
                              "ann 2027-02-26 am spine hove\n"
                              "ann 2027-02-26 am support remote\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 pm clinic crawley\n"
                              "bob 2027-02-26 am clinic hove\n",
                .good = "ann 2027-02-01 pm spine hove\n"
                        "ann 2027-02-26 am support remote\n"
                        "bob 2027-02-26 am clinic hove\n",
                .bad = "ann 2027-02-02 am spine hove\n"
                       "ann 2027-02-01 am clinic hove\n"
                       "bob 2027-02-01 am clinic hove\n",
            },
        },
    .bars = bars,
    .emit = emit,
    .check = check,
    .explain = explain,
};
