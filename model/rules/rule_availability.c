#include "model/audit.h"
#include "model/problem.h"
#include "model/rule.h"
#include "model/words.h"

static bool goes_against(const struct arrangement *arrangement, const struct slot *slot,
                         const struct assignment *assignment)
{
  if (!pattern_has(&arrangement->when, slot->date, slot->block))
    return false;
  bool named = (!arrangement->sites || arrangement->sites[assignment->site]) &&
               (!arrangement->tasks || arrangement->tasks[assignment->task]);
  return named == arrangement->never;
}

static bool bars(const struct rule_use *use, const struct problem *problem,
                 const struct assignment *assignment)
{
  (void)use;
  const struct clinician *person = &problem->service->clinicians[assignment->clinician];
  const struct slot *slot = &problem->month->slots[assignment->slot];
  if (!problem_present(problem, assignment->clinician, assignment->slot) ||
      !clinician_on(problem->service, assignment->clinician, slot->date)->sites[assignment->site])
    return true;
  for (int i = 0; i < person->n_arrangements; i++)
    if (goes_against(&person->arrangements[i], slot, assignment))
      return true;
  return false;
}

/* Why somebody can't be there: words for people, and the line that says so. */
struct cause {
  const char *text;   /* NULL: no cause found */
  const char *reason; /* as it was written; NULL: none was */
  struct where where;
};

static bool covers(int from, int until, uint8_t blocks, const struct slot *slot)
{
  return from <= slot->date && slot->date <= until && (blocks & 1U << slot->block) != 0;
}

static struct cause away(const struct month *month, int clinician, const struct slot *slot)
{
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    if (leave->clinician == clinician && covers(leave->from, leave->until, leave->blocks, slot))
      return (struct cause){.text = "on leave", .where = leave->where};
  }
  for (int i = 0; i < month->n_closures; i++) {
    const struct closure *closure = &month->closures[i];
    if (closure->site == NONE && covers(closure->from, closure->until, closure->blocks, slot))
      return (struct cause){"the service is closed", closure->reason, closure->where};
  }
  return (struct cause){.text = NULL};
}

static struct cause not_at_work(const struct problem *problem, int clinician, int at)
{
  const struct slot *slot = &problem->month->slots[at];
  const struct clinician *person = &problem->service->clinicians[clinician];
  const struct post *post = clinician_on(problem->service, clinician, slot->date);
  const struct pattern *week = clinician_week(problem->service, clinician, slot->date);
  const struct agreed *agreed = month_agreed(problem->month, clinician, at);
  uint8_t blocks = week->blocks[date_weekday(slot->date)];
  if (person->joins != DATE_NONE && person->joins > slot->date)
    return (struct cause){.text = "has not joined yet", .where = person->where};
  if (person->leaves != DATE_NONE && person->leaves < slot->date)
    return (struct cause){.text = "has left", .where = person->where};
  if (agreed && !agreed->works)
    return (struct cause){.text = "is off, as agreed", .where = agreed->where};
  if (!agreed && (blocks & 1U << slot->block) == 0)
    return (struct cause){.text = "outside the working pattern", .where = post->where};
  return (struct cause){.text = NULL};
}

static struct cause against_agreement(const struct service *service, const struct slot *slot,
                                      const struct assignment *item)
{
  const struct clinician *person = &service->clinicians[item->clinician];
  const struct post *post = clinician_on(service, item->clinician, slot->date);
  if (!post->sites[item->site])
    return (struct cause){.text = "is not sent there", .where = post->where};
  for (int i = 0; i < person->n_arrangements; i++) {
    const struct arrangement *agreed = &person->arrangements[i];
    bool site = !agreed->sites || agreed->sites[item->site];
    bool task = !agreed->tasks || agreed->tasks[item->task];
    if (!pattern_has(&agreed->when, slot->date, slot->block))
      continue;
    if (agreed->never && site && task)
      return (struct cause){.text = "an arrangement says never", .where = agreed->where};
    if (!agreed->never && !(site && task))
      return (struct cause){.text = "an arrangement says elsewhere", .where = agreed->where};
  }
  return (struct cause){.text = NULL};
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  for (int i = 0; i < audit->rota->count; i++) {
    const struct assignment *item = &audit->rota->items[i];
    const struct clinician *person = &service->clinicians[item->clinician];
    const struct slot *slot = &audit->problem->month->slots[item->slot];
    struct cause cause = away(audit->problem->month, item->clinician, slot);
    if (!cause.text)
      cause = not_at_work(audit->problem, item->clinician, item->slot);
    if (!cause.text)
      cause = against_agreement(service, slot, item);
    if (!cause.text)
      continue;
    struct label label = audit_label(audit);
    label.clinician = item->clinician;
    label.slot = item->slot;
    label.task = item->task;
    label.site = item->site;
    char when[WORDS_SIZE], where[WORDS_SIZE];
    audit_find(audit, label, 1, rule_use_price(use), "%s can't be at %s on %s: %s%s%s%s",
               person->name, service->sites[item->site].name,
               words_slot(audit->problem, item->slot, when), cause.text,
               cause.reason && *cause.reason ? ", " : "", cause.reason ? cause.reason : "",
               words_where(cause.where, where));
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)use;
  (void)problem;
  g_string_append(
      out,
      "people work in the sessions of their pattern or as agreed, when not on leave, and "
      "where they may be sent; arrangements are kept");
}

const struct rule rule_availability = {
    .name = "availability",
    .summary =
        "People work in sessions of their pattern or agreed for the month, not on leave nor "
        "when the service is closed, where they may be sent, and as arranged with them.",
    .source = "Agenda for Change; adjustments under the Equality Act 2010",
    .nature = RULE_HARD,
    .weight = 1000,
    .standing = true,
    .examples =
        {
            {
                /* 1 February 2027 is in ISO week 5, an odd one. */
                .clinicians = "ann: {name: Ann Able, band: 7, wte: 0.9, skills: {msk: yes},\n"
                              "      works: {odd: {mon-fri: [am, pm]},\n"
                              "              even: {tue-fri: [am, pm]}}}\n"
                              "bob: {name: Bob Best, band: 6, wte: 1.0, skills: {msk: yes},\n"
                              "      works: {mon-fri: [am, pm]}, joins: 2027-02-02,\n"
                              "      leaves: 2027-02-25}\n",
                .month = "closures:\n"
                         "  - {from: 2027-02-05, to: 2027-02-05, sessions: pm, reason: audit}\n"
                         "  - {site: hove, from: 2027-02-12, to: 2027-02-12, reason: paint}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-25,2027-03-02,annual,\n"
                           "bob,2027-02-03,2027-02-03,study,pm\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-08 am clinic hove\n"
                              "ann 2027-02-09 am clinic hove\n"
                              "ann 2027-02-24 pm clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "ann 2027-02-05 pm clinic hove\n"
                              "ann 2027-02-12 am clinic hove\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-03 am clinic hove\n"
                              "bob 2027-02-03 pm clinic hove\n"
                              "bob 2027-02-25 pm clinic hove\n"
                              "bob 2027-02-26 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-24 pm clinic hove\n"
                        "bob 2027-02-02 am clinic hove\n"
                        "bob 2027-02-03 am clinic hove\n",
                .bad = "ann 2027-02-26 pm clinic hove\n",
            },
            {
                .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0,\n"
                              "      works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes, spine: yes}, sites: [hove, remote],\n"
                              "      arrangements: [{every: wed pm, at: remote},\n"
                              "                     {every: fri am, task: support,\n"
                              "                      until: 2027-02-25},\n"
                              "                     {never: mon, at: hove,\n"
                              "                      from: 2027-02-02}]}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic crawley\n"
                              "ann 2027-02-03 am support hove\n"
                              "ann 2027-02-03 pm support hove\n"
                              "ann 2027-02-03 pm support remote\n"
                              "ann 2027-02-05 am clinic hove\n"
                              "ann 2027-02-05 am support hove\n"
                              "ann 2027-02-22 am support hove\n"
                              "ann 2027-02-22 pm support remote\n"
                              "ann 2027-02-26 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-03 pm support remote\n"
                        "ann 2027-02-26 am clinic hove\n",
                .bad = "ann 2027-02-03 pm support hove\n",
            },
        },
    .bars = bars,
    .check = check,
    .explain = explain,
};
