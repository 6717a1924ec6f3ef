#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

#include <string.h>

enum { BREAK_MINUTES };

static const struct rule_param params[] = {
    [BREAK_MINUTES] = {.name = "break_minutes",
                       .kind = PARAM_NUMBER,
                       .unit = "minutes",
                       .summary = "the break that travel must leave of the gap",
                       .initial = 20,
                       .least = 0,
                       .most = 240},
};

/* One clinician's two sessions of a day, with what is between them. */
struct journey {
  int clinician, first, second; /* slots */
  int minutes;                  /* to travel in */
};

static bool too_far(const struct service *service, const struct journey *journey, int from, int to)
{
  int minutes = service_travel_minutes(service, journey->clinician, from, to);
  return minutes > 0 && minutes > journey->minutes;
}

/* far[to]: could the second session be at `to`, too far from `from`? */
static bool find_far(const struct problem *problem, const struct journey *journey, int from,
                     bool *far)
{
  int count, first = problem_cell(problem, journey->clinician, journey->second, &count);
  bool any = false;
  memset(far, 0, sizeof *far * (size_t)problem->service->n_sites);
  for (int i = first; i < first + count; i++) {
    int to = problem->candidates[i].site;
    far[to] = too_far(problem->service, journey, from, to);
    any |= far[to];
  }
  return any;
}

static void add_terms(struct formulation *formulation, int clinician, int slot, const bool *sites)
{
  int count, first = problem_cell(formulation->problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (sites[formulation->problem->candidates[i].site])
      formulation_term(formulation, i, 1);
}

/* The sites of the first session from which `far` is what is too far, joined in
 * one row: to be at one of them and then at one of `far` is too much. */
static void emit_row(struct formulation *formulation, const struct rule_use *use,
                     const struct journey *journey, const bool *from, const bool *far)
{
  add_terms(formulation, journey->clinician, journey->first, from);
  add_terms(formulation, journey->clinician, journey->second, far);
  struct label label = formulation_label(formulation);
  label.clinician = journey->clinician;
  label.slot = journey->second;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, 1, 1, rule_use_price(use));
}

static void emit_journey(struct formulation *formulation, const struct rule_use *use,
                         const struct journey *journey)
{
  const struct problem *problem = formulation->problem;
  size_t n_sites = (size_t)problem->service->n_sites;
  g_autofree bool *far = g_new(bool, n_sites + 1), *other = g_new(bool, n_sites + 1);
  g_autofree bool *done = g_new0(bool, n_sites + 1), *from = g_new(bool, n_sites + 1);
  int count, first = problem_cell(problem, journey->clinician, journey->first, &count);
  for (int i = first; i < first + count; i++) {
    int site = problem->candidates[i].site;
    if (done[site] || !find_far(problem, journey, site, far))
      continue;
    memset(from, 0, sizeof *from * n_sites);
    for (int j = i; j < first + count; j++) {
      int alike = problem->candidates[j].site;
      if (done[alike])
        continue;
      find_far(problem, journey, alike, other);
      from[alike] = done[alike] = memcmp(far, other, sizeof *far * n_sites) == 0;
    }
    emit_row(formulation, use, journey, from, far);
  }
}

static int gap_minutes(const struct problem *problem, int first, int second)
{
  const struct block *blocks = problem->service->blocks;
  const struct slot *slots = problem->month->slots;
  return blocks[slots[second].block].from_minute - blocks[slots[first].block].to_minute;
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (!scope_has_month(&use->scope, problem, c))
      continue;
    for (int first = 0; first < problem->month->n_slots; first++)
      for (int second = first + 1;
           second < problem->month->n_slots &&
           problem->month->slots[second].day == problem->month->slots[first].day;
           second++) {
        struct journey journey = {c, first, second,
                                  gap_minutes(problem, first, second) - use->values[BREAK_MINUTES]};
        emit_journey(formulation, use, &journey);
      }
  }
}

static void check_pair(struct audit *audit, const struct rule_use *use,
                       const struct assignment *before, const struct assignment *after)
{
  const struct service *service = audit->problem->service;
  const struct clinician *person = &service->clinicians[before->clinician];
  const struct block *morning = &service->blocks[audit->problem->month->slots[before->slot].block];
  const struct block *later = &service->blocks[audit->problem->month->slots[after->slot].block];
  const int *matrix =
      person->drives ? service->travel_minutes : service->travel_minutes_without_car;
  bool from_home = service->sites[before->site].remote,
       to_home = service->sites[after->site].remote;
  int travel = matrix[before->site * service->n_sites + after->site];
  if (from_home != to_home)
    travel = person->home_minutes == NONE ? service->home_minutes : person->home_minutes;
  int between = later->from_minute - morning->to_minute;
  if (travel == 0 || travel + use->values[BREAK_MINUTES] <= between)
    return;
  struct label label = audit_label(audit);
  label.clinician = after->clinician;
  label.slot = after->slot;
  label.site = after->site;
  char when[WORDS_SIZE];
  audit_find(audit, label, 1, rule_use_price(use),
             "%s can't get from %s to %s on %s: %d min of travel%s and a break of %d, in %d min",
             person->name, service->sites[before->site].name, service->sites[after->site].name,
             words_slot(audit->problem, after->slot, when), travel,
             from_home != to_home || person->drives ? "" : " without a car",
             use->values[BREAK_MINUTES], between);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct rota *rota = audit->rota;
  const struct slot *slots = audit->problem->month->slots;
  for (const struct assignment *a = rota->items; a < rota->items + rota->count; a++) {
    if (!scope_has_month(&use->scope, audit->problem, a->clinician))
      continue;
    for (const struct assignment *b = a + 1; b < rota->items + rota->count; b++) {
      if (b->clinician != a->clinician || slots[b->slot].date != slots[a->slot].date)
        break;
      if (b->slot != a->slot)
        check_pair(audit, use, a, b);
    }
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "nobody works at two sites in a day unless the way fits the time between "
                         "the sessions, less a break of %d minutes",
                         use->values[BREAK_MINUTES]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_travel = {
    .name = "travel",
    .summary = "Two sites in one day only when the way fits the gap, less the legal break.",
    .source = "Working Time Regulations 1998, regulation 12",
    .nature = RULE_HARD,
    .weight = 20,
    .standing = true,
    .scope = SCOPE_WHO,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .files = {{"travel.csv",
                           "from,to,minutes,without_car\n"
                           "hove,crawley,40,70\n"
                           "hove,goldstone,10,25\n"
                           "crawley,goldstone,41,60\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 am fcp goldstone\n"
                              "ann 2027-02-02 pm clinic crawley\n"
                              "ann 2027-02-02 pm spine crawley\n"
                              "ann 2027-02-02 pm fcp goldstone\n"
                              "ann 2027-02-02 eve clinic crawley\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-02 eve support remote\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 am clinic crawley\n"
                              "bob 2027-02-26 pm clinic crawley\n"
                              "bob 2027-02-26 pm support remote\n"
                              "bob 2027-02-26 pm fcp goldstone\n",
                .good = "ann 2027-02-02 am clinic hove\n"
                        "ann 2027-02-02 pm clinic crawley\n"
                        "ann 2027-02-02 eve support remote\n"
                        "bob 2027-02-26 am clinic hove\n"
                        "bob 2027-02-26 pm fcp goldstone\n",
                .bad = "bob 2027-02-26 am clinic hove\n"
                       "bob 2027-02-26 pm clinic crawley\n",
            },
            {
                /* From remote work Ann has 25 minutes to any site, Bob the service's 45. */
                .service = "travel: {default: 30, home_minutes: 45}\n",
                .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
                              "      home_minutes: 25, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes, spine: yes}}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am support remote\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 pm support remote\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 am support remote\n"
                              "bob 2027-02-26 pm support remote\n"
                              "bob 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-01 am support remote\n"
                        "ann 2027-02-01 pm clinic hove\n"
                        "bob 2027-02-26 am support remote\n"
                        "bob 2027-02-26 pm support remote\n",
                .bad = "bob 2027-02-26 am support remote\n"
                       "bob 2027-02-26 pm clinic hove\n",
            },
            {
                .use = "{who: {clinicians: [ann]}, break_minutes: 31}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 pm clinic crawley\n"
                              "ann 2027-02-01 pm support remote\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 pm clinic crawley\n"
                              "ann 2027-02-26 am spine crawley\n"
                              "ann 2027-02-26 pm support hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-01 pm support remote\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "bob 2027-02-01 pm clinic crawley\n",
                .bad = "ann 2027-02-26 am spine crawley\n"
                       "ann 2027-02-26 pm support hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
