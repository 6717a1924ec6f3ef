#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { MOST };

static const struct rule_param params[] = {
    [MOST] = {.name = "most",
              .kind = PARAM_NUMBER,
              .unit = "sessions",
              .summary = "the most that one person works of them in the month; can't be broken",
              .initial = PARAM_UNSET,
              .least = 0,
              .most = 100},
};

/* --- bars and emit --------------------------------------------------------- */

static bool bars(const struct rule_use *use, const struct problem *problem,
                 const struct assignment *assignment)
{
  return problem_is_extra(problem, assignment->clinician, assignment->slot) &&
         scope_has(&use->scope, problem, assignment);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians && use->values[MOST] != PARAM_UNSET; c++) {
    struct label label = formulation_label(formulation);
    label.clinician = c;
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count, first = problem_cell(problem, c, s, &count);
      for (int i = first; i < first + count && problem_is_extra(problem, c, s); i++)
        if (scope_has(&use->scope, problem, &problem->candidates[i]))
          formulation_term(formulation, i, 1);
    }
    formulation_limit(formulation, label, -PROGRAMME_INFINITY, use->values[MOST], 1, PRICE_HARD);
  }
}

/* --- check ----------------------------------------------------------------- */

static void report(struct audit *audit, const struct rule_use *use, const struct assignment *item)
{
  const struct clinician *person = &audit->problem->service->clinicians[item->clinician];
  char when[WORDS_SIZE];
  struct label label = audit_label(audit);
  label.clinician = item->clinician;
  label.slot = item->slot;
  label.task = item->task;
  label.site = item->site;
  audit_find(audit, label, 1, rule_use_price(use), "%s works on %s %s", person->name,
             words_slot(audit->problem, item->slot, when),
             person->bank ? "from the bank" : "beyond the contract");
}

static void check_person(struct audit *audit, const struct rule_use *use, int clinician)
{
  const struct rota *rota = audit->rota;
  int worked = 0, most = use->values[MOST];
  for (int i = rota->cell[clinician * rota->n_slots];
       i < rota->cell[(clinician + 1) * rota->n_slots]; i++)
    if (problem_is_extra(audit->problem, clinician, rota->items[i].slot) &&
        scope_has(&use->scope, audit->problem, &rota->items[i])) {
      report(audit, use, &rota->items[i]);
      worked++;
    }
  if (most == PARAM_UNSET || worked <= most)
    return;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  audit_find(audit, label, worked - most, PRICE_HARD, "%s works %d extra sessions, at most %d",
             audit->problem->service->clinicians[clinician].name, worked, most);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    check_person(audit, use, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  if (use->hard)
    g_string_append(out, "no session beyond the contracts is worked");
  else
    g_string_append_printf(out, "each session from the bank or beyond a contract costs %d",
                           use->weight);
  if (use->values[MOST] != PARAM_UNSET)
    g_string_append_printf(out, "; nobody works more than %d of them", use->values[MOST]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_extra_sessions = {
    .name = "extra_sessions",
    .summary = "Sessions of bank and agency staff, and overtime, are used last.",
    .source = "\"bank and agency only where cover would be short\"",
    .nature = RULE_SOFT,
    .weight = 60,
    .standing = true,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* Bob is of the bank; Ann offers Tuesday evening, and Wednesday afternoon, which
                 * is of her pattern, so no more than that. Cat is neither. */
                .clinicians = "ann: {band: 7, wte: 0.5, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes, spine: yes}}\n"
                              "bob: {band: 6, bank: yes, works: {mon-fri: [am, pm]}}\n",
                .month = "agreed:\n"
                         "  - {clinician: ann, on: 2027-02-02 eve, works: extra}\n"
                         "  - {clinician: ann, on: 2027-02-03 pm, works: extra}\n"
                         "  - {clinician: ann, on: [2027-02-04 am, 2027-02-26 pm], works: extra}\n"
                         "  - {clinician: ann, on: 2027-02-05 am, works: yes}\n",
                .use = "{most: 2, at: [hove, remote]}",
                .candidates = "ann 2027-02-02 pm clinic hove\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-02 eve duty hove\n"
                              "ann 2027-02-03 pm clinic hove\n"
                              "ann 2027-02-04 am clinic hove\n"
                              "ann 2027-02-04 am clinic crawley\n"
                              "ann 2027-02-05 am clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-26 pm clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n",
                .good = "ann 2027-02-02 pm clinic hove\n"
                        "ann 2027-02-03 pm clinic hove\n"
                        "ann 2027-02-05 am clinic hove\n"
                        "bob 2027-02-01 am clinic crawley\n"
                        "cat 2027-02-01 am clinic hove\n",
                .bad = "ann 2027-02-02 eve clinic hove\n"
                       "ann 2027-02-04 am clinic hove\n"
                       "ann 2027-02-26 pm clinic hove\n"
                       "bob 2027-02-01 am clinic hove\n",
            },
        },
    .bars = bars,
    .emit = emit,
    .check = check,
    .explain = explain,
};
