#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

#include <string.h>

enum { SHARE, OTHERS_PRICE, PEOPLE_MOST, PEOPLE_PRICE, SITES_MOST, SITES_PRICE };

static const struct rule_param params[] = {
    [SHARE] = {.name = "share",
               .kind = PARAM_NUMBER,
               .unit = "percent",
               .summary = "of a PCN's sessions, how many its named people do at least",
               .initial = 60,
               .least = 0,
               .most = 100},
    [OTHERS_PRICE] = {.name = "others_price",
                      .kind = PARAM_NUMBER,
                      .unit = "",
                      .summary = "price of each session of somebody who is not even a deputy",
                      .initial = 5,
                      .least = 0,
                      .most = 1000000},
    [PEOPLE_MOST] = {.name = "people_most",
                     .kind = PARAM_NUMBER,
                     .unit = "people",
                     .summary = "how many different people a PCN sees at most in the month",
                     .initial = 3,
                     .least = 1,
                     .most = 100},
    [PEOPLE_PRICE] = {.name = "people_price",
                      .kind = PARAM_NUMBER,
                      .unit = "",
                      .summary = "price of each further person at a PCN, where the rule is not "
                                 "hard",
                      .initial = 5,
                      .least = 0,
                      .most = 1000000},
    [SITES_MOST] = {.name = "sites_most",
                    .kind = PARAM_NUMBER,
                    .unit = "PCNs",
                    .summary = "how many PCNs one person covers at most in the month",
                    .initial = 3,
                    .least = 1,
                    .most = 100},
    [SITES_PRICE] = {.name = "sites_price",
                     .kind = PARAM_NUMBER,
                     .unit = "",
                     .summary = "price of each further PCN of a person, where the rule is not "
                                "hard",
                     .initial = 10,
                     .least = 0,
                     .most = 1000000},
};

/* --- emit ------------------------------------------------------------------ */

/* The price of what `hard` makes a limit, `weighed` otherwise. */
static int price_of(const struct rule_use *use, int weighed)
{
  return use->hard ? PRICE_HARD : use->values[weighed];
}

enum role { ROLE_OTHER, ROLE_DEPUTY, ROLE_OWN };

/* [clinicians]: what each is to the PCN; NULL if it has nobody. Its deputies are its own where
 * nobody is named. g_free it. */
static enum role *roles_at(const struct service *service, const struct pcn *pcn)
{
  if (pcn->n_named + pcn->n_deputies == 0)
    return NULL;
  enum role *roles = g_new0(enum role, (gsize)service->n_clinicians);
  for (int i = 0; i < pcn->n_deputies; i++)
    roles[pcn->deputies[i]] = pcn->n_named > 0 ? ROLE_DEPUTY : ROLE_OWN;
  for (int i = 0; i < pcn->n_named; i++)
    roles[pcn->named[i]] = ROLE_OWN;
  return roles;
}

static void emit_share(struct formulation *formulation, const struct rule_use *use, int site)
{
  enum { PERCENT = 100 };
  const struct problem *problem = formulation->problem;
  int share = use->values[SHARE];
  g_autofree enum role *roles = roles_at(problem->service, problem->service->sites[site].pcn);
  if (!roles)
    return;
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    if (at->site != site || !scope_has(&use->scope, problem, at))
      continue;
    formulation_term(formulation, i, roles[at->clinician] == ROLE_OWN ? PERCENT - share : -share);
    if (roles[at->clinician] == ROLE_OTHER)
      formulation_cost(formulation, i, use->values[OTHERS_PRICE]);
  }
  struct label label = formulation_label(formulation);
  label.site = site;
  formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, PERCENT, rule_use_price(use));
}

/* Who can be sent to which PCN, and the columns that are 1 where somebody is. */
struct visits {
  int *columns;       /* [clinicians * sites]; NONE: can't be, or nobody asks */
  int *pcns, *people; /* [clinicians], [sites]: how many there can be */
};

/* A column that is 1 where the clinician works at the PCN at all. */
static int add_visit(struct formulation *formulation, const struct rule_use *use, int clinician,
                     int site)
{
  int sessions = formulation_add_at(formulation, &use->scope, clinician, site);
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.site = site;
  int visit = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, visit, -sessions);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  return visit;
}

static struct visits visits_new(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  int n_people = problem->service->n_clinicians, n_sites = problem->service->n_sites;
  g_autofree bool *can = g_new0(bool, (gsize)n_people *(gsize)n_sites + 1);
  struct visits out = {g_new(int, (gsize)n_people *(gsize)n_sites + 1),
                       g_new0(int, (gsize)n_people + 1), g_new0(int, (gsize)n_sites + 1)};
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    bool *visit = &can[at->clinician * n_sites + at->site];
    if (*visit || !problem->service->sites[at->site].pcn || !scope_has(&use->scope, problem, at))
      continue;
    *visit = true;
    out.pcns[at->clinician]++;
    out.people[at->site]++;
  }
  for (int i = 0; i < n_people * n_sites; i++) {
    bool asked =
        (price_of(use, SITES_PRICE) != 0 && out.pcns[i / n_sites] > use->values[SITES_MOST]) ||
        (price_of(use, PEOPLE_PRICE) != 0 && out.people[i % n_sites] > use->values[PEOPLE_MOST]);
    out.columns[i] = can[i] && asked ? add_visit(formulation, use, i / n_sites, i % n_sites) : NONE;
  }
  return out;
}

static void visits_clear(struct visits *visits)
{
  g_free(visits->columns);
  g_free(visits->pcns);
  g_free(visits->people);
}

/* At most so many of `count` visits, the first of them and each `step` further. */
static void limit_visits(struct formulation *formulation, struct label label, const int *first,
                         int count, int step, int most, int price)
{
  for (int i = 0; i < count; i++)
    if (first[i * step] != NONE)
      formulation_term(formulation, first[i * step], 1);
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, most, 1, price);
}

static void emit_visits(struct formulation *formulation, const struct rule_use *use)
{
  const struct service *service = formulation->problem->service;
  struct visits visits = visits_new(formulation, use);
  for (int c = 0; c < service->n_clinicians; c++) {
    struct label label = formulation_label(formulation);
    label.clinician = c;
    if (visits.pcns[c] > use->values[SITES_MOST])
      limit_visits(formulation, label, &visits.columns[c * service->n_sites], service->n_sites, 1,
                   use->values[SITES_MOST], price_of(use, SITES_PRICE));
  }
  for (int s = 0; s < service->n_sites; s++) {
    struct label label = formulation_label(formulation);
    label.site = s;
    if (visits.people[s] > use->values[PEOPLE_MOST])
      limit_visits(formulation, label, &visits.columns[s], service->n_clinicians, service->n_sites,
                   use->values[PEOPLE_MOST], price_of(use, PEOPLE_PRICE));
  }
  visits_clear(&visits);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct service *service = formulation->problem->service;
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn)
      emit_share(formulation, use, s);
  emit_visits(formulation, use);
}

/* --- check ----------------------------------------------------------------- */

/* What is done at one PCN, and by how many of whom. */
struct done {
  int sessions, by_own, by_others, people;
};

static bool is_among(const int *people, int count, int clinician)
{
  for (int i = 0; i < count; i++)
    if (people[i] == clinician)
      return true;
  return false;
}

static void count_session(struct done *done, const struct pcn *pcn, int clinician)
{
  bool named = is_among(pcn->named, pcn->n_named, clinician);
  bool deputy = is_among(pcn->deputies, pcn->n_deputies, clinician);
  done->sessions++;
  done->by_own += named || (deputy && pcn->n_named == 0);
  done->by_others += !named && !deputy;
}

static void check_pcn(struct audit *audit, const struct rule_use *use, int site,
                      const struct done *done)
{
  const struct site *place = &audit->problem->service->sites[site];
  struct label label = audit_label(audit);
  label.site = site;
  audit_find(audit, label, MAX(done->people - use->values[PEOPLE_MOST], 0),
             use->hard ? PRICE_HARD : use->values[PEOPLE_PRICE],
             "%d people cover %s in the month; at most %d", done->people, place->name,
             use->values[PEOPLE_MOST]);
  if (place->pcn->n_named + place->pcn->n_deputies == 0)
    return;
  int needed = (done->sessions * use->values[SHARE] + 99) / 100;
  audit_find(audit, label, MAX(needed - done->by_own, 0), rule_use_price(use),
             "%d of %d session%s at %s are done by its %s; %d%% are %d", done->by_own,
             done->sessions, done->sessions == 1 ? "" : "s", place->name,
             place->pcn->n_named > 0 ? "named people" : "deputies", use->values[SHARE], needed);
  audit_find(audit, label, done->by_others, use->values[OTHERS_PRICE],
             "%d of %d session%s at %s are done by people who are neither named nor deputies there",
             done->by_others, done->sessions, done->sessions == 1 ? "" : "s", place->name);
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

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  const struct rota *rota = audit->rota;
  gsize n_sites = (gsize)service->n_sites;
  g_autofree struct done *done = g_new0(struct done, n_sites);
  g_autofree bool *visited = g_new0(bool, n_sites);
  for (int c = 0, i = 0; c < service->n_clinicians; c++) {
    memset(visited, 0, n_sites * sizeof *visited);
    for (; i < rota->count && rota->items[i].clinician == c; i++) {
      const struct assignment *at = &rota->items[i];
      const struct pcn *pcn = service->sites[at->site].pcn;
      if (!pcn || !scope_has(&use->scope, audit->problem, at))
        continue;
      done[at->site].people += !visited[at->site];
      visited[at->site] = true;
      count_session(&done[at->site], pcn, c);
    }
    check_sites(audit, use, c, visited);
  }
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn)
      check_pcn(audit, use, s, &done[s]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "at least %d%% of a PCN's sessions are done by its named people, the "
                         "others by its deputies first; a PCN sees at most %d people in the "
                         "month, and nobody covers more than %d PCNs",
                         use->values[SHARE], use->values[PEOPLE_MOST], use->values[SITES_MOST]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_named_fcp = {
    .name = "named_fcp",
    .summary =
        "A PCN's sessions are done by its named people, then its deputies, by few people in "
        "all; and nobody covers many PCNs.",
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
                                   "ann 2027-02-02 pm fcp goldstone\n"
                                   "bob 2027-02-02 am fcp goldstone\n"
                                   "cat 2027-02-01 am fcp goldstone\n"
                                   "cat 2027-02-01 pm fcp goldstone\n"
                                   "cat 2027-02-26 am fcp goldstone\n"
                                   "cat 2027-02-26 pm fcp goldstone\n"
                                   "bob 2027-02-26 pm fcp goldstone\n",
                     .good = "ann 2027-02-01 am fcp goldstone\n"
                             "ann 2027-02-02 pm fcp goldstone\n"
                             "bob 2027-02-02 am fcp goldstone\n",
                     .bad = "bob 2027-02-02 am fcp goldstone\n"
                            "cat 2027-02-26 pm fcp goldstone\n",
                 },
                 {
                     .service =
                         "pcns:\n"
                         "  goldstone: {patients: 8000, fcp: {named: [ann], deputy: [bob]}}\n"
                         "  preston: {name: Preston PCN, patients: 9000, fcp: {deputy: [bob]}}\n"
                         "  haven: {name: Haven PCN, patients: 7000}\n",
                     .use = "{task: fcp, share: 50, others_price: 2, people_most: 1, people_price: "
                            "3, sites_most: 1, sites_price: 4, from: 2027-02-02}",
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
