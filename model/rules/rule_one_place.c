#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count, first = problem_cell(problem, c, s, &count);
      for (int i = first; i < first + count; i++)
        formulation_term(formulation, i, 1);
      struct label label = formulation_label(formulation);
      label.clinician = c;
      label.slot = s;
      formulation_limit(formulation, label, -PROGRAMME_INFINITY, 1, 1, rule_use_price(use));
    }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct rota *rota = audit->rota;
  for (int i = 0, together; i < rota->count; i += together) {
    const struct assignment *first = &rota->items[i];
    for (together = 1; i + together < rota->count; together++)
      if (first[together].clinician != first->clinician || first[together].slot != first->slot)
        break;
    struct label label = audit_label(audit);
    label.clinician = first->clinician;
    label.slot = first->slot;
    audit_find(audit, label, together - 1, rule_use_price(use), "%s has %d assignments at once",
               audit->problem->service->clinicians[first->clinician].name, together);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)use;
  (void)problem;
  g_string_append(out, "nobody is in two places, or at two tasks, in the same session");
}

const struct rule rule_one_place = {
    .name = "one_place",
    .summary = "One person, one place, one task at a time.",
    .source = "logic",
    .nature = RULE_HARD,
    .weight = 1000,
    .standing = true,
    .firm = true,
    .examples = {{
        .use = "{}",
        .candidates = "ann 2027-02-01 am clinic hove\n"
                      "ann 2027-02-01 am fcp goldstone\n"
                      "ann 2027-02-01 pm clinic hove\n"
                      "ann 2027-02-01 pm clinic crawley\n"
                      "bob 2027-02-01 am clinic hove\n"
                      "bob 2027-02-01 am support hove\n"
                      "bob 2027-02-01 am support remote\n",
        .good = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .bad = "ann 2027-02-01 am clinic hove\n"
               "ann 2027-02-01 am fcp goldstone\n",
    }},
    .emit = emit,
    .check = check,
    .explain = explain,
};
