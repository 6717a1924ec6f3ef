#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { LEAST, MOST, SUPPORT, SUPPORT_LEAST };

static const struct rule_param params[] = {
    {
        .name = "least",
        .kind = PARAM_NUMBER,
        .unit = "clinicians",
        .summary = "clinicians at the venue, if anybody is there",
        .initial = 2,
        .least = 0,
        .most = 100,
    },
    {
        .name = "most",
        .kind = PARAM_NUMBER,
        .unit = "clinicians",
        .summary = "clinicians at the venue, at most",
        .initial = 3,
        .least = 1,
        .most = 100,
    },
    {
        .name = "support",
        .kind = PARAM_WHO,
        .unit = "",
        .summary = "administrators and social prescribers, who are not counted as clinicians",
        .initial = PARAM_UNSET,
    },
    {
        .name = "support_least",
        .kind = PARAM_NUMBER,
        .unit = "people",
        .summary = "of 'support', how many are there, if anybody is",
        .initial = 1,
        .least = 0,
        .most = 100,
    },
};

static const char *fault(const struct rule_use *use)
{
  return use->values[LEAST] > use->values[MOST] ? "'least' is more than 'most'" : NULL;
}

/* --- emit ------------------------------------------------------------------ */

static bool is_support(const struct rule_use *use, const struct problem *problem,
                       const struct assignment *item)
{
  return use->sets[SUPPORT] &&
         service_has_post(problem->service, use->sets[SUPPORT], item->clinician,
                          problem->month->slots[item->slot].date);
}

/* Adds those who may be at the site in the slot: clinicians, support or both. */
static int add_people(struct formulation *formulation, const struct rule_use *use,
                      struct label label, bool clinicians, bool support)
{
  const struct problem *problem = formulation->problem;
  int people = 0, last = NONE;
  for (int i = formulation->slot_first[label.slot]; i < formulation->slot_first[label.slot + 1];
       i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (at->site != label.site || !(is_support(use, problem, at) ? support : clinicians))
      continue;
    formulation_term(formulation, column, 1);
    people += at->clinician != last;
    last = at->clinician;
  }
  return people;
}

/* A column that is 1 if anybody is there, and what follows from it. */
static void emit_session(struct formulation *formulation, const struct rule_use *use,
                         struct label label)
{
  int price = rule_use_price(use);
  int people = add_people(formulation, use, label, true, true);
  if (people == 0)
    return;
  int open = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, open, -people);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  add_people(formulation, use, label, true, false);
  formulation_term(formulation, open, -use->values[LEAST]);
  formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, 1, price);
  add_people(formulation, use, label, true, false);
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, use->values[MOST], 1, price);
  if (!use->sets[SUPPORT])
    return;
  add_people(formulation, use, label, false, true);
  formulation_term(formulation, open, -use->values[SUPPORT_LEAST]);
  formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, 1, price);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  for (label.slot = 0; label.slot < problem->month->n_slots; label.slot++)
    if (scope_has_slot(&use->scope, problem, label.slot))
      for (label.site = 0; label.site < problem->service->n_sites; label.site++)
        if (use->scope.sites[label.site])
          emit_session(formulation, use, label);
}

/* --- check ----------------------------------------------------------------- */

static void check_session(struct audit *audit, const struct rule_use *use, int slot, int site)
{
  const struct rota *rota = audit->rota;
  const bool *supports = use->sets[SUPPORT];
  int clinicians = 0, support = 0, price = rule_use_price(use);
  int date = audit->problem->month->slots[slot].date;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *at = &rota->items[rota->in_slot[i]];
    if (at->site != site)
      continue;
    if (supports && service_has_post(audit->problem->service, supports, at->clinician, date))
      support++;
    else
      clinicians++;
  }
  if (clinicians + support == 0)
    return;
  struct label label = audit_label(audit);
  label.slot = slot;
  label.site = site;
  char when[WORDS_SIZE];
  words_slot(audit->problem, slot, when);
  const char *name = audit->problem->service->sites[site].name;
  const char *noun = clinicians == 1 ? "clinician" : "clinicians";
  audit_shortfall(audit, SHORTFALL_COVER, label, MAX(use->values[LEAST] - clinicians, 0), price,
                  "%s on %s has %d %s; the least is %d", name, when, clinicians, noun,
                  use->values[LEAST]);
  audit_shortfall(audit, SHORTFALL_OVER, label, MAX(clinicians - use->values[MOST], 0), price,
                  "%s on %s has %d %s; the most is %d", name, when, clinicians, noun,
                  use->values[MOST]);
  if (use->sets[SUPPORT])
    audit_shortfall(audit, SHORTFALL_COVER, label, MAX(use->values[SUPPORT_LEAST] - support, 0),
                    price, "%s on %s has %d %s but %d of the support staff; the least is %d", name,
                    when, clinicians, noun, support, use->values[SUPPORT_LEAST]);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct month *month = audit->problem->month;
  for (int slot = 0; slot < month->n_slots; slot++) {
    if (!pattern_has(&use->scope.when, month->slots[slot].date, month->slots[slot].block))
      continue;
    for (int site = 0; site < audit->problem->service->n_sites; site++)
      if (use->scope.sites[site])
        check_session(audit, use, slot, site);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_autoptr(GString) names = g_string_new(NULL);
  for (int s = 0; s < problem->service->n_sites; s++)
    if (use->scope.sites[s])
      g_string_append_printf(names, "%s%s", names->len ? ", " : "",
                             problem->service->sites[s].name);
  g_string_append_printf(out, "in each session, %s has %d to %d clinicians", names->str,
                         use->values[LEAST], use->values[MOST]);
  if (use->sets[SUPPORT])
    g_string_append_printf(out, " and at least %d of the support staff",
                           use->values[SUPPORT_LEAST]);
  g_string_append(out, ", or nobody at all");
}

const struct rule rule_small_team = {
    .name = "small_team",
    .summary = "A small venue has a small team with its support staff, or nobody at all.",
    .source =
        "service model: \"two or three clinicians working alongside our administrative "
        "support\"",
    .nature = RULE_ELASTIC,
    .weight = 60,
    .scope = SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .needs_scope = SCOPE_SITES,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .use = "{at: crawley, support: {band: 5}, most: 2}",
                .clinicians = "dan: {name: Dan Dove, band: 6, wte: 1.0, skills: {msk: yes},\n"
                              "      works: {mon-fri: [am, pm]}}\n",
                .candidates = "ann 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-01 am clinic crawley\n"
                              "cat 2027-02-01 am support crawley\n"
                              "dan 2027-02-01 am clinic crawley\n"
                              "dan 2027-02-01 am clinic hove\n"
                              "ann 2027-02-26 pm clinic crawley\n"
                              "bob 2027-02-26 pm spine crawley\n"
                              "cat 2027-02-26 pm support crawley\n",
                .good = "ann 2027-02-26 pm clinic crawley\n"
                        "bob 2027-02-26 pm spine crawley\n"
                        "cat 2027-02-26 pm support crawley\n"
                        "dan 2027-02-01 am clinic hove\n",
                .bad = "ann 2027-02-26 pm clinic crawley\n"
                       "bob 2027-02-26 pm spine crawley\n",
            },
            {
                .use = "{at: [crawley, goldstone], least: 2, sessions: mon-fri am, "
                       "from: 2027-02-02}",
                .candidates = "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-02 am clinic crawley\n"
                              "bob 2027-02-02 am clinic crawley\n"
                              "cat 2027-02-02 am fcp goldstone\n"
                              "cat 2027-02-02 pm clinic crawley\n"
                              "ann 2027-02-26 am fcp goldstone\n"
                              "bob 2027-02-26 am fcp goldstone\n",
                .good = "ann 2027-02-01 am clinic crawley\n"
                        "cat 2027-02-02 pm clinic crawley\n"
                        "ann 2027-02-26 am fcp goldstone\n"
                        "bob 2027-02-26 am fcp goldstone\n",
                .bad = "cat 2027-02-02 am fcp goldstone\n",
            },
        },
    .fault = fault,
    .emit = emit,
    .check = check,
    .explain = explain,
};
