#include "model/audit.h"
#include "model/formulation.h"
#include "model/reckoning.h"
#include "model/rule.h"
#include "model/words.h"

enum { LOOK_BACK_MONTHS };

static const struct rule_param params[] = {
    [LOOK_BACK_MONTHS] = {.name = "look_back_months",
                          .kind = PARAM_NUMBER,
                          .unit = "months",
                          .summary = "published months in which somebody who was at the site is "
                                     "known there",
                          .initial = 3,
                          .least = 1,
                          .most = 12},
};

/* --- emit ------------------------------------------------------------------ */

/* [sites]: where the clinician is known. */
static void find_known(const struct problem *problem, const struct rule_use *use, int clinician,
                       bool *known)
{
  int count, from = month_looks_back(problem->month, use->values[LOOK_BACK_MONTHS]);
  const struct past_assignment *past = history_of(&problem->month->history, clinician, &count);
  for (int s = 0; s < problem->service->n_sites; s++)
    known[s] = problem->service->sites[s].remote;
  for (int i = 0; i < count; i++)
    if (past[i].site != NONE && past[i].date >= from &&
        scope_has_past(&use->scope, problem, &past[i]))
      known[past[i].site] = true;
}

/* The clinician's coming to the site at all costs the price, or can't be. */
static void emit_face(struct formulation *formulation, const struct rule_use *use, int clinician,
                      int site)
{
  int sessions = formulation_add_at(formulation, &use->scope, clinician, site);
  if (sessions == 0)
    return;
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.site = site;
  if (!use->hard)
    formulation_term(formulation, formulation_column(formulation, label, 0, 1, use->weight),
                     -sessions);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  g_autofree bool *known = g_new(bool, (gsize)problem->service->n_sites + 1);
  if (month_looks_back(problem->month, use->values[LOOK_BACK_MONTHS]) == problem->month->from)
    return;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    find_known(problem, use, c, known);
    for (int s = 0; s < problem->service->n_sites; s++)
      if (!known[s])
        emit_face(formulation, use, c, s);
  }
}

/* --- check ----------------------------------------------------------------- */

static bool is_known(const struct audit *audit, const struct rule_use *use, int clinician, int site)
{
  int count;
  const struct past_assignment *past =
      history_of(&audit->problem->month->history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].site == site &&
        reckoning_looks_back(audit->problem, use->values[LOOK_BACK_MONTHS], past[i].date) &&
        scope_has_past(&use->scope, audit->problem, &past[i]))
      return true;
  return false;
}

static void check_face(struct audit *audit, const struct rule_use *use, int clinician, int site,
                       int sessions)
{
  const struct service *service = audit->problem->service;
  if (sessions == 0 || service->sites[site].remote || is_known(audit, use, clinician, site))
    return;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  label.site = site;
  audit_find(audit, label, 1, rule_use_price(use),
             "%s is a new face at %s, in %d %s: not there in the %d month%s before",
             service->clinicians[clinician].name, service->sites[site].name, sessions,
             sessions == 1 ? "session" : "sessions", use->values[LOOK_BACK_MONTHS],
             use->values[LOOK_BACK_MONTHS] == 1 ? "" : "s");
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  const struct rota *rota = audit->rota;
  const struct history *history = &problem->month->history;
  bool any = false;
  for (int m = 0; m < history->n_months; m++)
    any |= reckoning_looks_back(problem, use->values[LOOK_BACK_MONTHS], history->months[m].from);
  for (int c = 0; c < problem->service->n_clinicians && any; c++) {
    g_autofree int *sessions = g_new0(int, (gsize)problem->service->n_sites + 1);
    for (int i = rota->cell[c * rota->n_slots]; i < rota->cell[(c + 1) * rota->n_slots]; i++)
      sessions[rota->items[i].site] += scope_has(&use->scope, problem, &rota->items[i]);
    for (int s = 0; s < problem->service->n_sites; s++)
      check_face(audit, use, c, s, sessions[s]);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "a site sees few people who were not there in the %d published months "
                         "before",
                         use->values[LOOK_BACK_MONTHS]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_new_faces = {
    .name = "new_faces",
    .summary = "People keep their colleagues: a site sees few new faces in a month.",
    .source = "local policy: teams that know each other",
    .nature = RULE_SOFT,
    .weight = 3,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-18 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-25 am 08:30-12:15 support crawley\n"
                           "    - 2027-01-26 am 08:30-12:15 clinic gone\n"
                           "checksum: none\n"},
                          {"history/2026-12.yaml",
                           "month: 2026-12\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2026-12-01 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"},
                          {"history/2026-11.yaml",
                           "month: 2026-11\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2026-11-30 am 08:30-12:15 clinic crawley\n"
                           "checksum: none\n"}},
                .use = "{task: clinic, look_back_months: 2, from: 2027-02-02}",
                .candidates = "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm clinic crawley\n"
                              "ann 2027-02-02 pm support crawley\n"
                              "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-26 am clinic crawley\n"
                              "bob 2027-02-03 am clinic hove\n"
                              "bob 2027-02-03 pm clinic crawley\n"
                              "bob 2027-02-26 pm support remote\n"
                              "cat 2027-02-03 am clinic crawley\n"
                              "cat 2027-02-03 pm clinic hove\n",
                .good = "ann 2027-02-02 am clinic hove\n"
                        "ann 2027-02-02 pm support crawley\n"
                        "ann 2027-02-01 am clinic crawley\n"
                        "bob 2027-02-03 am clinic hove\n",
                .bad = "ann 2027-02-02 pm clinic crawley\n"
                       "ann 2027-02-26 am clinic crawley\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
