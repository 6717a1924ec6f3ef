#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

/* People meet at a remote site only where `at` says so. */
static bool has_site(const struct rule_use *use, const struct problem *problem, int site)
{
  return use->scope.sites ? use->scope.sites[site] : !problem->service->sites[site].remote;
}

static void add_row(struct formulation *formulation, const struct rule_use *use, int slot, int site)
{
  const struct problem *problem = formulation->problem;
  int end = formulation->slot_first[slot + 1];
  for (int i = formulation->slot_first[slot]; i < end; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (at->site == site && scope_has(&use->scope, problem, at))
      formulation_term(formulation, column, 1);
  }
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.site = site;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, 1, 1, rule_use_price(use));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int slot = 0; slot < problem->month->n_slots; slot++)
    if (scope_has_slot(&use->scope, problem, slot))
      for (int site = 0; site < problem->service->n_sites; site++)
        if (has_site(use, problem, site))
          add_row(formulation, use, slot, site);
}

/* Whoever has two assignments there is one person. */
static void check_site(struct audit *audit, const struct rule_use *use, int slot, int site)
{
  const struct service *service = audit->problem->service;
  const struct rota *rota = audit->rota;
  g_autofree bool *there = g_new0(bool, (gsize)service->n_clinicians + 1);
  g_autoptr(GString) names = g_string_new(NULL);
  int people = 0, date = audit->problem->month->slots[slot].date;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *at = &rota->items[rota->in_slot[i]];
    if (at->site != site || there[at->clinician] ||
        !scope_has_on(&use->scope, audit->problem, at->clinician, date) ||
        !scope_has_task(&use->scope, at->task))
      continue;
    there[at->clinician] = true;
    g_string_append_printf(names, "%s%s", people++ ? ", " : "",
                           service->clinicians[at->clinician].name);
  }
  struct label label = audit_label(audit);
  label.slot = slot;
  label.site = site;
  char when[32];
  audit_find(audit, label, MAX(people - 1, 0), rule_use_price(use),
             "%s: %s are all at %s, and are to be kept apart",
             month_slot_format(audit->problem->month, service, slot, when), names->str,
             service->sites[site].name);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  const struct month *month = audit->problem->month;
  for (int slot = 0; slot < month->n_slots; slot++)
    for (int site = 0; site < service->n_sites; site++)
      if (pattern_has(&use->scope.when, month->slots[slot].date, month->slots[slot].block) &&
          scope_has_site(&use->scope, site) && (use->scope.sites || !service->sites[site].remote))
        check_site(audit, use, slot, site);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append(out, "no two of these people are at one site in one session");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_keep_apart = {
    .name = "keep_apart",
    .summary = "Named people are never at one site in one session.",
    .source = "local policy; agreed with the people concerned",
    .nature = RULE_HARD,
    .weight = 200,
    .scope = SCOPE_ALL,
    .needs_scope = SCOPE_WHO,
    .examples = {{
                     .use = "{who: {clinicians: [ann, cat]}}",
                     .candidates = "ann 2027-02-01 am clinic hove\n"
                                   "cat 2027-02-01 am clinic hove\n"
                                   "bob 2027-02-01 am clinic hove\n"
                                   "cat 2027-02-01 am clinic crawley\n"
                                   "ann 2027-02-24 pm support remote\n"
                                   "cat 2027-02-24 pm support remote\n"
                                   "ann 2027-02-24 pm clinic crawley\n"
                                   "cat 2027-02-24 pm support crawley\n",
                     .good = "ann 2027-02-01 am clinic hove\n"
                             "bob 2027-02-01 am clinic hove\n"
                             "cat 2027-02-01 am clinic crawley\n"
                             "ann 2027-02-24 pm support remote\n"
                             "cat 2027-02-24 pm support remote\n",
                     .bad = "ann 2027-02-24 pm clinic crawley\n"
                            "cat 2027-02-24 pm support crawley\n",
                 },
                 {
                     .use = "{who: {clinicians: [ann, bob, cat]}, task: [clinic, support], at: "
                            "[hove, remote], sessions: mon-fri am, from: 2027-02-02, until: "
                            "2027-02-24}",
                     .candidates = "ann 2027-02-01 am clinic hove\n"
                                   "bob 2027-02-01 am clinic hove\n"
                                   "ann 2027-02-02 am clinic hove\n"
                                   "bob 2027-02-02 am clinic hove\n"
                                   "cat 2027-02-02 am support hove\n"
                                   "ann 2027-02-02 am duty hove\n"
                                   "ann 2027-02-02 pm clinic hove\n"
                                   "bob 2027-02-02 pm clinic hove\n"
                                   "bob 2027-02-24 am support remote\n"
                                   "cat 2027-02-24 am support remote\n"
                                   "ann 2027-02-25 am clinic hove\n"
                                   "bob 2027-02-25 am clinic hove\n",
                     .good = "ann 2027-02-01 am clinic hove\n"
                             "bob 2027-02-01 am clinic hove\n"
                             "ann 2027-02-02 am duty hove\n"
                             "bob 2027-02-02 am clinic hove\n"
                             "ann 2027-02-02 pm clinic hove\n"
                             "bob 2027-02-02 pm clinic hove\n"
                             "ann 2027-02-25 am clinic hove\n"
                             "bob 2027-02-25 am clinic hove\n",
                     .bad = "bob 2027-02-24 am support remote\n"
                            "cat 2027-02-24 am support remote\n",
                 }},
    .emit = emit,
    .check = check,
    .explain = explain,
};
