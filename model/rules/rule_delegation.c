#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { SENIORS, PER_SENIOR };

static const struct rule_param params[] = {
    {
        .name = "seniors",
        .kind = PARAM_WHO,
        .unit = "",
        .summary = "who can take responsibility; whoever is also in 'who' counts as a senior",
        .initial = PARAM_UNSET,
        .required = true,
    },
    {
        .name = "per_senior",
        .kind = PARAM_NUMBER,
        .unit = "people",
        .summary = "support staff for whom one senior can answer in a session",
        .initial = 3,
        .least = 1,
        .most = 20,
    },
};

/* Support staff who are at work remotely need a senior only where `at` says so. */
static bool has_site(const struct rule_use *use, const struct problem *problem, int site)
{
  return use->scope.sites ? use->scope.sites[site] : !problem->service->sites[site].remote;
}

static void add_row(struct formulation *formulation, const struct rule_use *use, int slot, int site)
{
  const struct problem *problem = formulation->problem;
  int date = problem->month->slots[slot].date, end = formulation->slot_first[slot + 1];
  for (int i = formulation->slot_first[slot]; i < end; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (at->site != site)
      continue;
    if (service_has_post(problem->service, use->sets[SENIORS], at->clinician, date))
      formulation_term(formulation, column, -use->values[PER_SENIOR]);
    else if (scope_has(&use->scope, problem, at))
      formulation_term(formulation, column, 1);
  }
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.site = site;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, 0, 1, rule_use_price(use));
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

static void check_site(struct audit *audit, const struct rule_use *use, int slot, int site)
{
  const struct problem *problem = audit->problem;
  const struct service *service = problem->service;
  const struct rota *rota = audit->rota;
  int seniors = 0, support = 0, date = problem->month->slots[slot].date;
  g_autoptr(GString) names = g_string_new(NULL);
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *at = &rota->items[rota->in_slot[i]];
    const struct clinician *person = &service->clinicians[at->clinician];
    if (at->site == site && service_has_post(service, use->sets[SENIORS], at->clinician, date))
      seniors++;
    else if (at->site == site && scope_has_on(&use->scope, problem, at->clinician, date) &&
             scope_has_task(&use->scope, at->task))
      g_string_append_printf(names, "%s%s", support++ ? ", " : "", person->name);
  }
  struct label label = audit_label(audit);
  label.slot = slot;
  label.site = site;
  char when[32];
  int uncovered = support - use->values[PER_SENIOR] * seniors;
  audit_find(audit, label, MAX(uncovered, 0), rule_use_price(use),
             "%s: %d support staff (%s) at %s with %d senior%s, who can answer for %d each",
             month_slot_format(problem->month, service, slot, when), support, names->str,
             service->sites[site].name, seniors, seniors == 1 ? "" : "s", use->values[PER_SENIOR]);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  const struct month *month = audit->problem->month;
  for (int slot = 0; slot < month->n_slots; slot++) {
    if (!pattern_has(&use->scope.when, month->slots[slot].date, month->slots[slot].block))
      continue;
    for (int site = 0; site < service->n_sites; site++)
      if (scope_has_site(&use->scope, site) && (use->scope.sites || !service->sites[site].remote))
        check_site(audit, use, slot, site);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  const struct scope senior = {.posts = use->sets[SENIORS]};
  int seniors = 0;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    seniors += scope_has_clinician(&senior, problem, c);
  g_string_append_printf(out,
                         "support staff work only where a senior (one of %d) is at the "
                         "site in the same session, at most %d to each senior",
                         seniors, use->values[PER_SENIOR]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_delegation = {
    .name = "delegation",
    .summary = "Support staff work only beside registered seniors, at most so many to each.",
    .source = "HCPC standards of conduct, performance and ethics: delegation",
    .nature = RULE_HARD,
    .weight = 200,
    .scope = SCOPE_ALL,
    .needs_scope = SCOPE_WHO,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples = {{
                     .use = "{who: {band: 5}, seniors: {band: [6, 7]}, per_senior: 1}",
                     .clinicians =
                         "dan: {name: Dan Dove, band: 5, role: Technical instructor, wte: 1.0, "
                         "works: {mon-fri: [am, pm]}, skills: {msk: yes}, base: hove}\n",
                     .candidates = "cat 2027-02-01 am clinic hove\n"
                                   "dan 2027-02-01 am clinic hove\n"
                                   "dan 2027-02-01 am support remote\n"
                                   "ann 2027-02-01 am duty hove\n"
                                   "bob 2027-02-01 am clinic hove\n"
                                   "ann 2027-02-26 pm clinic crawley\n"
                                   "bob 2027-02-26 pm clinic hove\n"
                                   "cat 2027-02-26 pm clinic crawley\n",
                     .good = "cat 2027-02-01 am clinic hove\n"
                             "dan 2027-02-01 am support remote\n"
                             "ann 2027-02-01 am duty hove\n",
                     .bad = "cat 2027-02-26 pm clinic crawley\n"
                            "bob 2027-02-26 pm clinic hove\n",
                 },
                 {
                     .use = "{who: {band: [5, 6]}, seniors: {clinicians: [ann]}, per_senior: 2, "
                            "task: clinic, at: hove, sessions: mon-fri am, from: 2027-02-02, "
                            "until: 2027-02-26}",
                     .candidates = "bob 2027-02-01 am clinic hove\n"
                                   "bob 2027-02-02 am clinic hove\n"
                                   "cat 2027-02-02 am clinic hove\n"
                                   "cat 2027-02-02 pm clinic hove\n"
                                   "bob 2027-02-26 am clinic hove\n"
                                   "cat 2027-02-26 am support hove\n"
                                   "ann 2027-02-26 am clinic crawley\n"
                                   "ann 2027-02-26 am clinic hove\n",
                     .good = "bob 2027-02-01 am clinic hove\n"
                             "cat 2027-02-02 pm clinic hove\n"
                             "cat 2027-02-26 am support hove\n",
                     .bad = "bob 2027-02-26 am clinic hove\n"
                            "ann 2027-02-26 am clinic crawley\n",
                 }},
    .emit = emit,
    .check = check,
    .explain = explain,
};
