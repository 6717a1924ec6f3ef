#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

/* Rates are in whole tenths of a session in the month per 10,000 patients, rounded
 * down. */
enum { TENTHS = 10, RATE = 10000 * TENTHS };

enum { WITHIN };

static const struct rule_param params[] = {
    {.name = "within",
     .kind = PARAM_NUMBER,
     .unit = "sessions",
     .summary = "a month per 10,000 patients, by which PCNs may differ",
     .initial = 2,
     .most = 1000},
};

/* --- emit ------------------------------------------------------------------ */

static int patients_at(const struct rule_use *use, const struct service *service, int site)
{
  const struct pcn *pcn = service->sites[site].pcn;
  return pcn && scope_has_site(&use->scope, site) ? pcn->patients : 0;
}

/* Adds the sessions at the site and returns how many there can be. */
static int add_sessions(struct formulation *formulation, const struct rule_use *use, int site)
{
  const struct problem *problem = formulation->problem;
  int sessions = 0, last_clinician = NONE, last_slot = NONE;
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    if (at->site != site || !scope_has(&use->scope, problem, at))
      continue;
    formulation_term(formulation, i, -RATE);
    sessions += at->clinician != last_clinician || at->slot != last_slot;
    last_clinician = at->clinician;
    last_slot = at->slot;
  }
  return sessions;
}

/* The greatest rates that any PCN, and that the least of them, can have. */
static int find_bounds(struct formulation *formulation, const struct rule_use *use, int64_t *most,
                       int64_t *least)
{
  const struct service *service = formulation->problem->service;
  int pcns = 0;
  *most = 0;
  *least = PROGRAMME_INFINITY;
  for (int site = 0; site < service->n_sites; site++) {
    int patients = patients_at(use, service, site);
    if (patients == 0)
      continue;
    int64_t rate = (int64_t)RATE * add_sessions(formulation, use, site);
    programme_drop_terms(formulation->programme);
    *most = MAX(*most, rate / patients);
    *least = MIN(*least, rate / patients);
    pcns++;
  }
  return pcns;
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct service *service = formulation->problem->service;
  struct label label = formulation_label(formulation);
  int64_t most_bound, least_bound;
  if (find_bounds(formulation, use, &most_bound, &least_bound) < 2)
    return;
  int most = formulation_column(formulation, label, 0, most_bound, 0);
  int least = formulation_column(formulation, label, 0, least_bound, 0);
  for (label.site = 0; label.site < service->n_sites; label.site++) {
    int patients = patients_at(use, service, label.site);
    if (patients == 0)
      continue;
    add_sessions(formulation, use, label.site);
    formulation_term(formulation, most, patients);
    formulation_row(formulation, label, 1 - patients, PROGRAMME_INFINITY);
    add_sessions(formulation, use, label.site);
    formulation_term(formulation, least, patients);
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  }
  formulation_term(formulation, most, 1);
  formulation_term(formulation, least, -1);
  formulation_limit(formulation, formulation_label(formulation), -PROGRAMME_INFINITY,
                    (int64_t)use->values[WITHIN] * TENTHS, 1, rule_use_price(use));
}

/* --- check ----------------------------------------------------------------- */

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  const struct service *service = problem->service;
  g_autofree int *sessions = g_new0(int, (gsize)service->n_sites);
  int richest = NONE, poorest = NONE;
  int64_t most = 0, least = 0;
  for (int i = 0; i < audit->rota->count; i++)
    if (scope_has(&use->scope, problem, &audit->rota->items[i]))
      sessions[audit->rota->items[i].site]++;
  for (int s = 0; s < service->n_sites; s++) {
    const struct pcn *pcn = service->sites[s].pcn;
    if (!pcn || pcn->patients == 0 || !scope_has_site(&use->scope, s))
      continue;
    int64_t rate = (int64_t)sessions[s] * 10000 * TENTHS / pcn->patients;
    if (richest == NONE || rate > most) {
      most = rate;
      richest = s;
    }
    if (poorest == NONE || rate < least) {
      least = rate;
      poorest = s;
    }
  }
  if (poorest == richest) /* all have the same, or nothing */
    return;
  int64_t apart = most - least - (int64_t)use->values[WITHIN] * TENTHS;
  audit_find(audit, audit_label(audit), MAX(apart, 0), rule_use_price(use),
             "%s has %d.%d sessions per 10,000 patients in %s, %s has %d.%d; they may differ by %d",
             service->sites[richest].name, (int)(most / TENTHS), (int)(most % TENTHS),
             problem->month->name, service->sites[poorest].name, (int)(least / TENTHS),
             (int)(least % TENTHS), use->values[WITHIN]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "over the month, the sessions per 10,000 patients of any two PCNs differ "
                         "by at most %d",
                         use->values[WITHIN]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_fair_access = {
    .name = "fair_access",
    .summary = "PCNs have about as many sessions as each other, for their patients.",
    .source = "service model: \"equity of access\"",
    .nature = RULE_SOFT,
    .weight = 2,
    .scope = SCOPE_TASKS | SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .needs_scope = SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .service = "pcns:\n"
                           "  goldstone: {name: Goldstone PCN, patients: 8000}\n"
                           "  preston: {name: Preston PCN, patients: 13000}\n"
                           "  haven: {name: Haven PCN}\n",
                .use = "{task: fcp, within: 1}",
                .candidates = "ann 2027-02-01 am fcp goldstone\n"
                              "ann 2027-02-26 pm fcp goldstone\n"
                              "bob 2027-02-01 am fcp preston\n"
                              "bob 2027-02-08 am fcp preston\n"
                              "bob 2027-02-26 pm fcp preston\n"
                              "bob 2027-02-26 am fcp haven\n"
                              "ann 2027-02-26 am clinic hove\n",
                .good = "ann 2027-02-01 am fcp goldstone\n"
                        "bob 2027-02-01 am fcp preston\n",
                .bad = "bob 2027-02-08 am fcp preston\n"
                       "bob 2027-02-26 pm fcp preston\n"
                       "bob 2027-02-26 am fcp haven\n",
            },
            {
                .service = "pcns:\n"
                           "  goldstone: {name: Goldstone PCN, patients: 8000}\n"
                           "  preston: {name: Preston PCN, patients: 7000}\n"
                           "  haven: {name: Haven PCN, patients: 12000}\n",
                .use = "{task: fcp, within: 0, at: [goldstone, haven], sessions: mon-fri am,\n"
                       " from: 2027-02-02}",
                .candidates = "ann 2027-02-01 am fcp goldstone\n"
                              "ann 2027-02-02 am fcp goldstone\n"
                              "ann 2027-02-26 am fcp goldstone\n"
                              "bob 2027-02-02 am fcp preston\n"
                              "bob 2027-02-03 am fcp haven\n"
                              "bob 2027-02-04 am fcp haven\n"
                              "bob 2027-02-26 am fcp haven\n"
                              "bob 2027-02-26 pm fcp haven\n",
                .good = "ann 2027-02-02 am fcp goldstone\n"
                        "ann 2027-02-26 am fcp goldstone\n"
                        "bob 2027-02-02 am fcp preston\n"
                        "bob 2027-02-03 am fcp haven\n"
                        "bob 2027-02-04 am fcp haven\n"
                        "bob 2027-02-26 am fcp haven\n",
                .bad = "bob 2027-02-03 am fcp haven\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
