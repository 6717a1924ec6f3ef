#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { LEAST };

static const struct rule_param params[] = {
    [LEAST] = {.name = "least",
               .kind = PARAM_NUMBER,
               .unit = "people",
               .summary = "how many are there if anybody is",
               .initial = 2,
               .least = 2,
               .most = 50},
};

static bool counts(const struct rule_use *use, const struct assignment *at, int site)
{
  return at->site == site && scope_has_task(&use->scope, at->task);
}

/* Nobody may be there while `open` is 0: a row for each person. */
static void emit_open(struct formulation *formulation, const struct rule_use *use,
                      struct label label, int open)
{
  const struct problem *problem = formulation->problem;
  const int *candidate = formulation->slot_candidates + formulation->slot_first[label.slot];
  const int *end = formulation->slot_candidates + formulation->slot_first[label.slot + 1];
  while (candidate < end) {
    int person = problem->candidates[*candidate].clinician, count = 0;
    for (; candidate < end && problem->candidates[*candidate].clinician == person; candidate++)
      if (counts(use, &problem->candidates[*candidate], label.site)) {
        formulation_term(formulation, *candidate, 1);
        count++;
      }
    if (count == 0)
      continue;
    formulation_term(formulation, open, -1);
    label.clinician = person;
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  }
}

static void emit_site(struct formulation *formulation, const struct rule_use *use, int slot,
                      int site)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.site = site;
  int people = 0;
  for (int i = formulation->slot_first[slot]; i < formulation->slot_first[slot + 1]; i++) {
    int candidate = formulation->slot_candidates[i];
    if (!counts(use, &problem->candidates[candidate], site))
      continue;
    formulation_term(formulation, candidate, 1);
    people++;
  }
  if (people == 0)
    return;
  int open = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, open, -use->values[LEAST]);
  formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, 1, rule_use_price(use));
  emit_open(formulation, use, label, open);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int site = 0; site < problem->service->n_sites; site++) {
    if (problem->service->sites[site].remote || !scope_has_site(&use->scope, site))
      continue;
    for (int slot = 0; slot < problem->month->n_slots; slot++)
      if (scope_has_slot(&use->scope, problem, slot))
        emit_site(formulation, use, slot, site);
  }
}

static void check_site(struct audit *audit, const struct rule_use *use, int slot, int site)
{
  const struct service *service = audit->problem->service;
  const struct rota *rota = audit->rota;
  int people = 0, least = use->values[LEAST];
  struct label label = audit_label(audit);
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if (item->site != site || !scope_has(&use->scope, audit->problem, item))
      continue;
    if (item->clinician != label.clinician) /* items of a slot are in order of clinician */
      people++;
    label.clinician = item->clinician;
  }
  if (people == 0 || people >= least)
    return;
  label.slot = slot;
  label.site = site;
  char when[WORDS_SIZE];
  words_slot(audit->problem, slot, when);
  if (people == 1)
    audit_find(audit, label, least - people, rule_use_price(use),
               "%s is alone at %s on %s; there must be %d",
               service->clinicians[label.clinician].name, service->sites[site].name, when, least);
  else
    audit_find(audit, label, least - people, rule_use_price(use),
               "%d people are at %s on %s; there must be %d", people, service->sites[site].name,
               when, least);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  for (int slot = 0; slot < audit->rota->n_slots; slot++)
    for (int site = 0; site < service->n_sites; site++)
      if (!service->sites[site].remote)
        check_site(audit, use, slot, site);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "nobody works alone: at a site there are %d people or none",
                         use->values[LEAST]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_lone_working = {
    .name = "lone_working",
    .summary = "Nobody is alone at a site: enough people are there, or nobody is.",
    .source = "Management of Health and Safety at Work Regulations 1999: risk assessment",
    .nature = RULE_HARD,
    .weight = 50,
    .scope = SCOPE_TASKS | SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am clinic crawley\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am support remote\n"
                              "ann 2027-02-26 pm fcp goldstone\n"
                              "bob 2027-02-26 pm fcp goldstone\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "bob 2027-02-01 am support hove\n"
                        "cat 2027-02-01 am support remote\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "bob 2027-02-01 am clinic crawley\n",
            },
            {
                .use = "{at: hove, sessions: mon-fri pm, task: [clinic, spine], least: 3,\n"
                       "from: 2027-02-02, until: 2027-02-25}",
                .candidates = "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm spine hove\n"
                              "ann 2027-02-02 pm support hove\n"
                              "bob 2027-02-02 pm clinic hove\n"
                              "cat 2027-02-02 pm clinic hove\n"
                              "cat 2027-02-02 pm support hove\n"
                              "ann 2027-02-25 pm clinic hove\n"
                              "bob 2027-02-25 pm clinic crawley\n"
                              "bob 2027-02-25 pm clinic hove\n"
                              "bob 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-01 pm clinic hove\n"
                        "ann 2027-02-02 pm spine hove\n"
                        "bob 2027-02-02 pm clinic hove\n"
                        "cat 2027-02-02 pm clinic hove\n"
                        "bob 2027-02-26 pm clinic hove\n",
                .bad = "bob 2027-02-02 pm clinic hove\n"
                       "cat 2027-02-02 pm clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
