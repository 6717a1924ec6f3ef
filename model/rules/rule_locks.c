#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

/* A lock on what another hard rule bars has no column: its row is then empty and
 * can't hold, which is how the clash is found and named. */
static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct month *month = formulation->problem->month;
  for (int i = 0; i < month->n_locks; i++) {
    const struct lock *lock = &month->locks[i];
    struct assignment locked = {lock->clinician, lock->slot, lock->task, lock->site, true};
    int candidate = problem_candidate(formulation->problem, &locked);
    if (candidate != NONE)
      formulation_term(formulation, candidate, 1);
    struct label label = formulation_label(formulation);
    label.clinician = lock->clinician;
    label.slot = lock->slot;
    label.task = lock->task;
    label.site = lock->site;
    formulation_limit(formulation, label, 1, PROGRAMME_INFINITY, 1, rule_use_price(use));
  }
}

static bool is_kept(const struct rota *rota, const struct lock *lock)
{
  int count;
  const struct assignment *items = rota_at(rota, lock->clinician, lock->slot, &count);
  for (int i = 0; i < count; i++)
    if (items[i].task == lock->task && items[i].site == lock->site)
      return true;
  return false;
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  const struct month *month = audit->problem->month;
  for (int i = 0; i < month->n_locks; i++) {
    const struct lock *lock = &month->locks[i];
    if (is_kept(audit->rota, lock))
      continue;
    struct label label = audit_label(audit);
    label.clinician = lock->clinician;
    label.slot = lock->slot;
    label.task = lock->task;
    label.site = lock->site;
    char when[WORDS_SIZE], where[WORDS_SIZE];
    audit_find(audit, label, 1, rule_use_price(use), "%s is locked to %s at %s on %s%s",
               service->clinicians[lock->clinician].name, service->tasks[lock->task].name,
               service->sites[lock->site].name, words_slot(audit->problem, lock->slot, when),
               words_where(lock->where, where));
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)use;
  g_string_append_printf(out, "the %d assignment%s fixed beforehand %s", problem->month->n_locks,
                         problem->month->n_locks == 1 ? " that was" : "s that were",
                         problem->month->n_locks == 1 ? "stands" : "stand");
}

const struct rule rule_locks = {
    .name = "locks",
    .summary = "Assignments that were fixed before the build stand.",
    .source = "the rota manager's word",
    .nature = RULE_HARD,
    .weight = 1000,
    .standing = true,
    .examples = {{
        .files = {{"2027-02/locks.csv",
                   "clinician,date,session,task,site\n"
                   "ann,2027-02-01,am,clinic,hove\n"
                   "bob,2027-02-26,pm,support,remote\n"}},
        .use = "{}",
        .candidates = "ann 2027-02-01 am clinic hove\n"
                      "ann 2027-02-01 am clinic crawley\n"
                      "ann 2027-02-01 am spine hove\n"
                      "ann 2027-02-01 pm clinic hove\n"
                      "bob 2027-02-01 am clinic hove\n"
                      "bob 2027-02-26 pm support remote\n"
                      "bob 2027-02-26 pm support hove\n",
        .good = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-26 pm support remote\n",
        .bad = "ann 2027-02-01 am clinic crawley\n"
               "bob 2027-02-26 pm support remote\n",
    }},
    .emit = emit,
    .check = check,
    .explain = explain,
};
