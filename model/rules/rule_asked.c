#include "model/ask_groups.h"
#include "model/asked.h"
#include "model/audit.h"
#include "model/formulation.h"
#include "model/requests.h"
#include "model/rule.h"
#include "model/words.h"

static bool bars(const struct rule_use *use, const struct problem *problem,
                 const struct assignment *assignment)
{
  (void)use;
  return asked_at(problem, assignment->slot, assignment->task, assignment->site) == ASKED_NOT &&
         !asked_of(problem, assignment);
}

/* --- emit ------------------------------------------------------------------ */

/* Puts each candidate into the list of its group: the first of each, and the next
 * of each candidate, in order of slot and clinician. */
static void list_candidates(const struct formulation *formulation, const struct ask_groups *groups,
                            int *first, int *next)
{
  const struct problem *problem = formulation->problem;
  for (int i = problem->n_candidates - 1; i >= 0; i--) {
    int column = formulation->slot_candidates[i];
    int group = ask_groups_at(groups, &problem->candidates[column]);
    if (group == NONE)
      continue;
    next[column] = first[group];
    first[group] = column;
  }
}

/* At most the room, or as many as are asked for by name. */
static void emit_group(struct formulation *formulation, const struct rule_use *use, int64_t room,
                       int first, const int *next)
{
  const struct assignment *candidates = formulation->problem->candidates, *last = NULL;
  struct label label = formulation_label(formulation);
  label.slot = candidates[first].slot;
  label.task = candidates[first].task;
  label.site = candidates[first].site;
  int64_t by_name = 0;
  for (int i = first; i != NONE; i = next[i]) {
    const struct assignment *item = &candidates[i];
    formulation_term(formulation, i, 1);
    if (item->task != label.task)
      label.task = NONE;
    if (item->site != label.site)
      label.site = NONE;
    if (!asked_of(formulation->problem, item) ||
        (last && last->clinician == item->clinician && last->slot == item->slot))
      continue;
    by_name++;
    last = item;
  }
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, MAX(room, by_name), 1,
                    rule_use_price(use));
}

/* Of the task, or (NONE) of joint lines. */
static void emit_task(struct formulation *formulation, const struct rule_use *use, int task)
{
  struct ask_groups *groups = ask_groups_new(formulation->problem, task);
  int end = ask_groups_end(groups);
  g_autofree int *first = g_new(int, (gsize)end + 1);
  g_autofree int *next = g_new(int, (gsize)formulation->problem->n_candidates + 1);
  for (int i = 0; i < end; i++)
    first[i] = NONE;
  list_candidates(formulation, groups, first, next);
  for (int i = 0; i < end; i++)
    if (first[i] != NONE)
      emit_group(formulation, use, ask_groups_room(groups, i), first[i], next);
  ask_groups_free(groups);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int t = 0; t < formulation->problem->service->n_tasks; t++)
    emit_task(formulation, use, t);
  emit_task(formulation, use, NONE);
}

/* --- check ----------------------------------------------------------------- */

/* What there is of a group's work. */
struct tally {
  int people, by_name;
  int counted; /* the last session of somebody that was counted as asked for by name */
};

static void tally_by_name(const struct requests *requests, struct tally *tallies)
{
  const struct problem *problem = requests->problem;
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *item = &problem->candidates[i];
    int cell = item->clinician * problem->month->n_slots + item->slot + 1;
    int group = requests_group(requests, item);
    if (group == NONE || tallies[group].counted == cell || !asked_of(problem, item))
      continue;
    tallies[group].counted = cell;
    tallies[group].by_name++;
  }
}

static void tally_people(const struct rota *rota, const struct requests *requests,
                         struct tally *tallies)
{
  for (int i = 0; i < rota->count; i++) {
    int group = requests_group(requests, &rota->items[i]);
    if (group != NONE)
      tallies[group].people++;
  }
}

static void report(struct audit *audit, const struct rule_use *use,
                   const struct request_group *group, const struct tally *tally)
{
  const struct service *service = audit->problem->service;
  int64_t asked = MAX(group->room, tally->by_name);
  if (tally->people <= asked)
    return;
  bool single = group->slot == group->last_slot;
  enum period per = single ? PERIOD_SESSION : group->line ? group->line->per : PERIOD_MONTH;
  int period = single ? group->slot : group->line ? group->period : 0;
  char when[WORDS_SIZE];
  struct label label = audit_label(audit);
  label.slot = group->slot;
  label.task = group->task;
  label.site = group->site;
  audit_find(audit, label, tally->people - asked, rule_use_price(use),
             "%s%s%s %s: %d planned, and %d asked for",
             group->task == NONE ? "work of several lines" : service->tasks[group->task].name,
             group->site == NONE ? "" : " at ",
             group->site == NONE ? "" : service->sites[group->site].name,
             words_period(audit->problem, per, period, when), tally->people, (int)asked);
}

/* Of the task, or (NONE) of joint lines. */
static void check_task(struct audit *audit, const struct rule_use *use, int task)
{
  struct requests *requests = requests_new(audit->problem, task);
  g_autofree struct tally *tallies = g_new0(struct tally, (gsize)requests->n_groups + 1);
  tally_by_name(requests, tallies);
  tally_people(audit->rota, requests, tallies);
  for (int i = 0; i < requests->n_groups; i++)
    report(audit, use, &requests->groups[i], &tallies[i]);
  requests_free(requests);
}

static void check_unasked(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  for (int i = 0; i < audit->rota->count; i++) {
    const struct assignment *item = &audit->rota->items[i];
    if (asked_at(problem, item->slot, item->task, item->site) != ASKED_NOT ||
        asked_of(problem, item))
      continue;
    struct label label = audit_label(audit);
    label.clinician = item->clinician;
    label.slot = item->slot;
    label.task = item->task;
    label.site = item->site;
    char when[WORDS_SIZE];
    audit_find(audit, label, 1, rule_use_price(use),
               "%s does %s at %s on %s, and nobody asks for it then",
               problem->service->clinicians[item->clinician].name,
               problem->service->tasks[item->task].name, problem->service->sites[item->site].name,
               words_slot(problem, item->slot, when));
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  check_unasked(audit, use);
  for (int t = 0; t < audit->problem->service->n_tasks; t++)
    check_task(audit, use, t);
  check_task(audit, use, NONE);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)use;
  (void)problem;
  g_string_append(out,
                  "work is done as often as lines of demand ask for it; also by locks, by "
                  "arrangements, in agreed sessions, and what other rules ask for");
}

/* Of the tests' tasks: supporting time may be done in spare time. */
#define TASKS                                                                                      \
  "tasks:\n"                                                                                       \
  "  clinic:  {skill: msk, at: hub}\n"                                                             \
  "  spine:   {skill: spine, at: hub}\n"                                                           \
  "  support: {at: [hub, remote], room: none, spare: yes}\n"                                       \
  "pcns: {}\n"

const struct rule rule_asked = {
    .name = "asked",
    .summary = "Work that nobody asked for is not planned.",
    .source = "the service's demand",
    .nature = RULE_HARD,
    .weight = 100,
    .standing = true,
    .examples =
        {
            {
                /* Two clinics at most at Hove on the 1st, one at Crawley in a week that the
                 * month cuts off; a spinal clinic that nobody asks for but a lock. */
                .service =
                    TASKS "demand:\n"
                          "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 2,\n"
                          "     until: 2027-02-01}\n"
                          "  - {task: clinic, at: crawley, per: week, sessions: am, need: 1,\n"
                          "     from: 2027-02-25}\n",
                .files = {{"2027-02/locks.csv",
                           "clinician,date,session,task,site\n"
                           "ann,2027-02-02,am,spine,hove\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 pm clinic hove\n"
                              "cat 2027-02-02 am support hove\n"
                              "ann 2027-02-02 am spine hove\n"
                              "ann 2027-02-03 am spine hove\n"
                              "ann 2027-02-25 am clinic crawley\n"
                              "bob 2027-02-25 am clinic crawley\n"
                              "ann 2027-02-26 am clinic crawley\n"
                              "bob 2027-02-24 am clinic crawley\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "cat 2027-02-02 am support hove\n"
                        "ann 2027-02-02 am spine hove\n"
                        "ann 2027-02-26 am clinic crawley\n",
                .bad = "ann 2027-02-25 am clinic crawley\n"
                       "ann 2027-02-26 am clinic crawley\n",
            },
            {
                /* Two lines ask for clinics at Hove on the 22nd, one and one in all; on the 23rd
                 * nobody is needed and Hove's one goes to Crawley, which asks for one. Ann is
                 * arranged and Bob agreed to do clinics on the 24th, when one is asked for. */
                .service = TASKS
                "demand:\n"
                "  - {task: clinic, at: hove, sessions: mon-tue am, need: 1, from: 2027-02-22}\n"
                "  - {task: clinic, per: day, sessions: mon, need: 0, most: 1, from: 2027-02-22}\n"
                "  - {task: clinic, at: crawley, sessions: tue-wed am, need: 1,\n"
                "     from: 2027-02-22}\n",
                .clinicians = "ann: {band: 7, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                              "      arrangements: [{every: wed am, task: clinic}]}\n",
                .month = "closures: [{site: hove, from: 2027-02-23, moves_to: crawley}]\n"
                         "agreed: [{clinician: bob, on: 2027-02-24 am, works: yes}]\n",
                .use = "{}",
                .candidates = "ann 2027-02-22 am clinic hove\n"
                              "bob 2027-02-22 am clinic hove\n"
                              "cat 2027-02-22 am clinic crawley\n"
                              "cat 2027-02-22 pm clinic crawley\n"
                              "ann 2027-02-23 am clinic crawley\n"
                              "bob 2027-02-23 am clinic crawley\n"
                              "cat 2027-02-23 am clinic crawley\n"
                              "ann 2027-02-24 am clinic crawley\n"
                              "bob 2027-02-24 am clinic crawley\n"
                              "cat 2027-02-24 am clinic crawley\n"
                              "bob 2027-02-24 am clinic hove\n"
                              "cat 2027-02-24 am clinic hove\n",
                .good = "ann 2027-02-22 am clinic hove\n"
                        "cat 2027-02-22 pm clinic crawley\n"
                        "ann 2027-02-23 am clinic crawley\n"
                        "bob 2027-02-23 am clinic crawley\n"
                        "ann 2027-02-24 am clinic crawley\n"
                        "bob 2027-02-24 am clinic crawley\n",
                .bad = "ann 2027-02-22 am clinic hove\n"
                       "bob 2027-02-22 am clinic hove\n"
                       "cat 2027-02-22 pm clinic crawley\n",
            },
            {
                /* Of clinics there is the line of its own, whoever is to be among the three; spinal
                 * clinics are asked for by the joint line alone, one on the 1st at either hub, and
                 * by that with `who`, one on the 2nd. */
                .service = TASKS
                "demand:\n"
                "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 2,\n"
                "     until: 2027-02-01}\n"
                "  - {task: [clinic, spine], sessions: mon-tue am, need: 1, until: 2027-02-01}\n"
                "  - {task: spine, who: {band: 7}, sessions: tue am, need: 1, until: 2027-02-02}\n",
                .clinicians = "bob: {band: 6, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes, spine: yes}}\n"
                              "cat: {band: 5, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes, spine: yes}}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-01 am spine hove\n"
                              "bob 2027-02-01 am spine crawley\n"
                              "cat 2027-02-01 am spine hove\n"
                              "ann 2027-02-02 am spine hove\n"
                              "bob 2027-02-02 am spine hove\n"
                              "cat 2027-02-02 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "cat 2027-02-01 am spine hove\n"
                        "ann 2027-02-02 am spine hove\n",
                .bad = "ann 2027-02-01 am clinic crawley\n"
                       "bob 2027-02-01 am spine crawley\n",
            },
        },
    .bars = bars,
    .emit = emit,
    .check = check,
    .explain = explain,
};
