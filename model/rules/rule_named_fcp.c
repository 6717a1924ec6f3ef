#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

#include <string.h>

enum { SHARE, SITES_MOST, SITES_PRICE };

static const struct rule_param params[] = {
    {
        .name = "share",
        .kind = PARAM_NUMBER,
        .unit = "percent",
        .summary = "of a PCN's sessions, how many its named people or deputies do at least",
        .initial = 60,
        .least = 0,
        .most = 100,
    },
    {
        .name = "sites_most",
        .kind = PARAM_NUMBER,
        .unit = "PCNs",
        .summary = "how many PCNs one person covers at most in the month",
        .initial = 3,
        .least = 1,
        .most = 100,
    },
    {
        .name = "sites_price",
        .kind = PARAM_NUMBER,
        .unit = "",
        .summary = "price of each further PCN of a person, where the rule is not hard",
        .initial = 10,
        .least = 0,
        .most = 1000000,
    },
};

/* --- emit ------------------------------------------------------------------ */

static int sites_price(const struct rule_use *use)
{
  return use->hard ? PRICE_HARD : use->values[SITES_PRICE];
}

/* [clinicians]: the PCN's own people; NULL if nobody is named there. g_free it. */
static bool *own_people(const struct service *service, const struct pcn *pcn)
{
  if (pcn->n_named + pcn->n_deputies == 0)
    return NULL;
  bool *own = g_new0(bool, (gsize)service->n_clinicians);
  for (int i = 0; i < pcn->n_named; i++)
    own[pcn->named[i]] = true;
  for (int i = 0; i < pcn->n_deputies; i++)
    own[pcn->deputies[i]] = true;
  return own;
}

static void limit_share(struct formulation *formulation, const struct rule_use *use, int site)
{
  enum { PERCENT = 100 };
  const struct problem *problem = formulation->problem;
  int share = use->values[SHARE];
  g_autofree bool *own = own_people(problem->service, problem->service->sites[site].pcn);
  if (!own)
    return;
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    if (at->site == site && scope_has(&use->scope, problem, at))
      formulation_term(formulation, i, own[at->clinician] ? PERCENT - share : -share);
  }
  struct label label = formulation_label(formulation);
  label.site = site;
  formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, PERCENT, rule_use_price(use));
}

/* A column that is 1 where the clinician works at the PCN at all; NONE if the
 * clinician can't. */
static int add_visit(struct formulation *formulation, const struct rule_use *use, int clinician,
                     int site)
{
  const struct problem *problem = formulation->problem;
  const int *cell = &problem->cell[clinician * problem->month->n_slots];
  int sessions = 0, last_slot = NONE;
  for (int i = cell[0]; i < cell[problem->month->n_slots]; i++) {
    const struct assignment *at = &problem->candidates[i];
    if (at->site != site || !scope_has(&use->scope, problem, at))
      continue;
    formulation_term(formulation, i, 1);
    sessions += at->slot != last_slot;
    last_slot = at->slot;
  }
  if (sessions == 0)
    return NONE;
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.site = site;
  int visit = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, visit, -sessions);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  return visit;
}

/* Can the clinician be sent to more PCNs than the limit? */
static bool can_exceed(const struct formulation *formulation, const struct rule_use *use,
                       int clinician)
{
  const struct problem *problem = formulation->problem;
  const int *cell = &problem->cell[clinician * problem->month->n_slots];
  g_autofree bool *seen = g_new0(bool, (gsize)problem->service->n_sites);
  int pcns = 0;
  for (int i = cell[0]; i < cell[problem->month->n_slots]; i++) {
    const struct assignment *at = &problem->candidates[i];
    if (seen[at->site] || !problem->service->sites[at->site].pcn ||
        !scope_has(&use->scope, problem, at))
      continue;
    seen[at->site] = true;
    pcns++;
  }
  return pcns > use->values[SITES_MOST];
}

static void limit_sites(struct formulation *formulation, const struct rule_use *use, int clinician)
{
  const struct service *service = formulation->problem->service;
  if (sites_price(use) == 0 || !can_exceed(formulation, use, clinician))
    return;
  g_autofree int *visits = g_new(int, (gsize)service->n_sites);
  int count = 0;
  for (int s = 0; s < service->n_sites; s++) {
    int visit = service->sites[s].pcn ? add_visit(formulation, use, clinician, s) : NONE;
    if (visit != NONE)
      visits[count++] = visit;
  }
  for (int i = 0; i < count; i++)
    formulation_term(formulation, visits[i], 1);
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, use->values[SITES_MOST], 1,
                    sites_price(use));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct service *service = formulation->problem->service;
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn)
      limit_share(formulation, use, s);
  for (int c = 0; c < service->n_clinicians; c++)
    limit_sites(formulation, use, c);
}

/* --- check ----------------------------------------------------------------- */

static void check_share(struct audit *audit, const struct rule_use *use, int site, int sessions,
                        int by_own)
{
  const struct site *place = &audit->problem->service->sites[site];
  int needed = (sessions * use->values[SHARE] + 99) / 100;
  struct label label = audit_label(audit);
  label.site = site;
  audit_find(audit, label, MAX(needed - by_own, 0), rule_use_price(use),
             "%d of %d sessions at %s are done by its named people; %d%% are %d sessions", by_own,
             sessions, place->name, use->values[SHARE], needed);
}

static void check_sites(struct audit *audit, const struct rule_use *use, int clinician,
                        const bool *visited)
{
  const struct service *service = audit->problem->service;
  int count = 0;
  g_autoptr(GString) names = g_string_new(NULL);
  for (int s = 0; s < service->n_sites; s++)
    if (visited[s])
      g_string_append_printf(names, "%s%s", count++ ? ", " : "", service->sites[s].name);
  struct label label = audit_label(audit);
  label.clinician = clinician;
  audit_find(audit, label, MAX(count - use->values[SITES_MOST], 0),
             use->hard ? PRICE_HARD : use->values[SITES_PRICE],
             "%s covers %d PCNs in the month (%s); at most %d", service->clinicians[clinician].name,
             count, names->str, use->values[SITES_MOST]);
}

static bool is_own(const struct pcn *pcn, int clinician)
{
  for (int i = 0; i < pcn->n_named; i++)
    if (pcn->named[i] == clinician)
      return true;
  for (int i = 0; i < pcn->n_deputies; i++)
    if (pcn->deputies[i] == clinician)
      return true;
  return false;
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  const struct rota *rota = audit->rota;
  gsize n_sites = (gsize)service->n_sites;
  g_autofree int *sessions = g_new0(int, n_sites), *by_own = g_new0(int, n_sites);
  g_autofree bool *visited = g_new0(bool, n_sites);
  for (int c = 0, i = 0; c < service->n_clinicians; c++) {
    memset(visited, 0, n_sites * sizeof *visited);
    for (; i < rota->count && rota->items[i].clinician == c; i++) {
      const struct assignment *at = &rota->items[i];
      const struct pcn *pcn = service->sites[at->site].pcn;
      if (!pcn || !scope_has(&use->scope, audit->problem, at))
        continue;
      visited[at->site] = true;
      sessions[at->site]++;
      by_own[at->site] += is_own(pcn, c);
    }
    check_sites(audit, use, c, visited);
  }
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn &&
        service->sites[s].pcn->n_named + service->sites[s].pcn->n_deputies > 0)
      check_share(audit, use, s, sessions[s], by_own[s]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "at least %d%% of a PCN's sessions are done by its named people or their "
                         "deputies, and nobody covers more than %d PCNs in the month",
                         use->values[SHARE], use->values[SITES_MOST]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_named_fcp = {
    .name = "named_fcp",
    .summary =
        "A PCN's sessions are done by its named people and deputies, and nobody covers "
        "many PCNs.",
    .source = "service model: \"key liaison colleagues and contact routes\"",
    .nature = RULE_SOFT,
    .weight = 15,
    .scope = SCOPE_TASKS | SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .needs_scope = SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples = {{
                     .use = "{task: fcp}",
                     .candidates = "ann 2027-02-01 am fcp goldstone\n"
                                   "ann 2027-02-01 pm duty remote\n"
                                   "bob 2027-02-02 am fcp goldstone\n"
                                   "cat 2027-02-01 am fcp goldstone\n"
                                   "cat 2027-02-01 pm fcp goldstone\n"
                                   "cat 2027-02-26 am fcp goldstone\n"
                                   "cat 2027-02-26 pm fcp goldstone\n"
                                   "bob 2027-02-26 pm fcp goldstone\n",
                     .good = "ann 2027-02-01 am fcp goldstone\n"
                             "bob 2027-02-02 am fcp goldstone\n"
                             "cat 2027-02-26 pm fcp goldstone\n",
                     .bad = "bob 2027-02-02 am fcp goldstone\n"
                            "cat 2027-02-26 pm fcp goldstone\n",
                 },
                 {
                     .service =
                         "pcns:\n"
                         "  goldstone: {patients: 8000, fcp: {named: [ann], deputy: [bob]}}\n"
                         "  preston: {name: Preston PCN, patients: 9000, fcp: {named: [bob]}}\n"
                         "  haven: {name: Haven PCN, patients: 7000}\n",
                     .use =
                         "{task: fcp, share: 50, sites_most: 1, sites_price: 4, from: 2027-02-02}",
                     .candidates = "ann 2027-02-01 am fcp preston\n"
                                   "ann 2027-02-02 am fcp goldstone\n"
                                   "ann 2027-02-03 am fcp preston\n"
                                   "ann 2027-02-04 am fcp preston\n"
                                   "ann 2027-02-26 pm fcp haven\n"
                                   "bob 2027-02-02 pm fcp preston\n"
                                   "bob 2027-02-26 pm fcp goldstone\n"
                                   "cat 2027-02-26 am fcp haven\n"
                                   "cat 2027-02-26 pm fcp goldstone\n",
                     .good = "ann 2027-02-01 am fcp preston\n"
                             "ann 2027-02-02 am fcp goldstone\n"
                             "bob 2027-02-02 pm fcp preston\n"
                             "cat 2027-02-26 am fcp haven\n",
                     .bad = "ann 2027-02-02 am fcp goldstone\n"
                            "ann 2027-02-26 pm fcp haven\n",
                 }},
    .emit = emit,
    .check = check,
    .explain = explain,
};
