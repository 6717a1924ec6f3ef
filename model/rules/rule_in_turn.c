#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { WITHIN };

static const struct rule_param params[] = {
    [WITHIN] = {.name = "within",
                .kind = PARAM_NUMBER,
                .unit = "sessions",
                .summary = "of the month, that a site may have more than the one with the fewest",
                .initial = 1,
                .least = 0,
                .most = 1000},
};

/* --- emit ------------------------------------------------------------------ */

/* Can the site have its turn: is a task in scope done there, and is it open in any session in
 * scope? One that is closed all month would hold the others back. */
static bool takes_turns(const struct rule_use *use, const struct problem *problem, int site)
{
  if (!scope_has_site(&use->scope, site))
    return false;
  for (int t = 0; t < problem->service->n_tasks; t++) {
    if (!scope_has_task(&use->scope, t) || !problem->service->tasks[t].at[site])
      continue;
    for (int s = 0; s < problem->month->n_slots; s++)
      if (scope_has_slot(&use->scope, problem, s) && problem_site_open(problem, s, site))
        return true;
  }
  return false;
}

/* Adds the site's sessions; returns how many candidates that are. */
static int add_sessions(struct formulation *formulation, const struct rule_use *use, int site)
{
  const struct problem *problem = formulation->problem;
  int count = 0;
  for (int i = 0; i < problem->n_candidates; i++)
    if (problem->candidates[i].site == site &&
        scope_has(&use->scope, problem, &problem->candidates[i])) {
      formulation_term(formulation, i, 1);
      count++;
    }
  return count;
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  int n_sites = problem->service->n_sites, sites = 0, bound = problem->n_candidates;
  g_autofree bool *counted = g_new(bool, (gsize)n_sites + 1);
  for (int p = 0; p < n_sites; p++) {
    counted[p] = takes_turns(use, problem, p);
    if (!counted[p])
      continue;
    bound = MIN(bound, add_sessions(formulation, use, p));
    programme_drop_terms(formulation->programme);
    sites++;
  }
  if (sites < 2)
    return;
  struct label label = formulation_label(formulation);
  int fewest = formulation_column(formulation, label, 0, bound, 0);
  for (label.site = 0; label.site < n_sites; label.site++) {
    if (!counted[label.site])
      continue;
    add_sessions(formulation, use, label.site);
    formulation_term(formulation, fewest, -1);
    formulation_row(formulation, label, 0, PROGRAMME_INFINITY);
    add_sessions(formulation, use, label.site);
    formulation_term(formulation, fewest, -1);
    formulation_limit(formulation, label, -PROGRAMME_INFINITY, use->values[WITHIN], 1,
                      rule_use_price(use));
  }
}

/* --- check ----------------------------------------------------------------- */

static bool is_done_at(const struct audit *audit, const struct rule_use *use, int site)
{
  const struct service *service = audit->problem->service;
  bool done = false;
  for (int t = 0; t < service->n_tasks; t++)
    done |= scope_has_task(&use->scope, t) && service->tasks[t].at[site];
  return done;
}

static bool is_ever_open(const struct audit *audit, const struct rule_use *use, int site)
{
  const struct problem *problem = audit->problem;
  bool open = false;
  for (int s = 0; s < problem->month->n_slots; s++)
    open |= problem_site_open(problem, s, site) && scope_has_slot(&use->scope, problem, s);
  return open;
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  g_autofree int *sessions = g_new0(int, (gsize)service->n_sites + 1);
  int last = NONE; /* the site with the fewest; the first of several */
  for (int i = 0; i < audit->rota->count; i++)
    if (scope_has(&use->scope, audit->problem, &audit->rota->items[i]))
      sessions[audit->rota->items[i].site]++;
  for (int p = 0; p < service->n_sites; p++) {
    if (!scope_has_site(&use->scope, p) || !is_done_at(audit, use, p) ||
        !is_ever_open(audit, use, p))
      sessions[p] = NONE;
    else if (last == NONE || sessions[p] < sessions[last])
      last = p;
  }
  for (int p = 0; p < service->n_sites && last != NONE; p++) {
    if (sessions[p] == NONE)
      continue;
    struct label label = audit_label(audit);
    label.site = p;
    audit_find(audit, label, MAX(sessions[p] - sessions[last] - use->values[WITHIN], 0),
               rule_use_price(use),
               "%s has %d session%s in %s, %s has %d; in turn it has %d at most",
               service->sites[p].name, sessions[p], sessions[p] == 1 ? "" : "s",
               audit->problem->month->name, service->sites[last].name, sessions[last],
               sessions[last] + use->values[WITHIN]);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "sites have their turn: over the month none has more than %d session%s "
                         "beyond the one with the fewest",
                         use->values[WITHIN], use->values[WITHIN] == 1 ? "" : "s");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_in_turn = {
    .name = "in_turn",
    .summary = "Sites, such as the practices of a PCN, have their sessions in turn.",
    .source = "service model: \"equity of access\"",
    .nature = RULE_SOFT,
    .weight = 10,
    .scope = SCOPE_TASKS | SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .needs_scope = SCOPE_TASKS | SCOPE_SITES,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .service = "pcns:\n"
                           "  goldstone: {name: Goldstone PCN}\n"
                           "  preston: {name: Preston PCN}\n"
                           "  haven: {name: Haven PCN}\n",
                .use = "{task: fcp, at: pcn}",
                .candidates = "ann 2027-02-01 am fcp goldstone\n"
                              "ann 2027-02-12 am fcp goldstone\n"
                              "ann 2027-02-26 pm fcp goldstone\n"
                              "bob 2027-02-01 am fcp preston\n"
                              "bob 2027-02-08 am fcp preston\n"
                              "bob 2027-02-26 pm fcp preston\n"
                              "bob 2027-02-26 am fcp haven\n"
                              "ann 2027-02-08 am fcp haven\n"
                              "ann 2027-02-26 am clinic hove\n",
                .good = "ann 2027-02-01 am fcp goldstone\n"
                        "bob 2027-02-01 am fcp preston\n",
                .bad = "bob 2027-02-08 am fcp preston\n"
                       "bob 2027-02-26 pm fcp preston\n"
                       "bob 2027-02-26 am fcp haven\n",
            },
            {
                /* Haven is closed all month, and Preston's afternoons are out of scope. */
                .service = "pcns:\n"
                           "  goldstone: {name: Goldstone PCN}\n"
                           "  preston: {name: Preston PCN}\n"
                           "  haven: {name: Haven PCN}\n",
                .month = "closures: [{site: haven, from: 2027-02-01, to: 2027-02-28}]\n",
                .use = "{task: [fcp, clinic], within: 0, at: [goldstone, preston, haven, remote],\n"
                       " sessions: mon-fri am, from: 2027-02-02}",
                .candidates = "ann 2027-02-01 am fcp goldstone\n"
                              "ann 2027-02-02 am fcp goldstone\n"
                              "bob 2027-02-02 am fcp goldstone\n"
                              "ann 2027-02-26 am fcp goldstone\n"
                              "bob 2027-02-02 am fcp preston\n"
                              "bob 2027-02-03 am fcp preston\n"
                              "bob 2027-02-26 am fcp preston\n"
                              "bob 2027-02-26 pm fcp preston\n",
                .good = "ann 2027-02-01 am fcp goldstone\n"
                        "ann 2027-02-02 am fcp goldstone\n"
                        "bob 2027-02-26 am fcp preston\n",
                .bad = "ann 2027-02-26 am fcp goldstone\n"
                       "bob 2027-02-26 pm fcp preston\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
