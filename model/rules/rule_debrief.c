#include "model/audit.h"
#include "model/debrief.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { LEADERS, MINUTES };
enum { UNKNOWN = -2 }; /* a column not yet made */

static const struct rule_param params[] = {
    {
        .name = "leaders",
        .kind = PARAM_WHO,
        .unit = "",
        .summary = "who can lead the debrief, at the site or joined in from a remote one",
        .initial = PARAM_UNSET,
        .required = true,
    },
    {
        .name = "minutes",
        .kind = PARAM_NUMBER,
        .unit = "minutes",
        .summary = "what it takes from the end of the session of everybody there, and of leaders "
                   "who are remote: they see so many fewer patients",
        .initial = 15,
        .least = 0,
        .most = 120,
    },
};

/* --- emit ------------------------------------------------------------------ */

/* Adds the placements in the slot, at the site or (NONE) at any remote one, of
 * leaders or of others, and returns how many people they are. */
static int add_people(struct formulation *formulation, const struct rule_use *use, int slot,
                      int site, bool leaders, int64_t coefficient)
{
  const struct problem *problem = formulation->problem;
  int people = 0, last = NONE, end = formulation->slot_first[slot + 1];
  int date = problem->month->slots[slot].date;
  for (int i = formulation->slot_first[slot]; i < end; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    bool here = site == NONE ? problem->service->sites[at->site].remote : at->site == site;
    if (!here ||
        service_has_post(problem->service, use->sets[LEADERS], at->clinician, date) != leaders)
      continue;
    formulation_term(formulation, column, coefficient);
    people += at->clinician != last;
    last = at->clinician;
  }
  return people;
}

/* The column "a leader is remote in that slot", or NONE where that can't be. */
static int add_remote(struct formulation *formulation, const struct rule_use *use, int slot)
{
  if (add_people(formulation, use, slot, NONE, true, -1) == 0)
    return NONE;
  struct label label = formulation_label(formulation);
  label.slot = slot;
  int remote = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, remote, 1);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  return remote;
}

/* The unit is as large as all who may be there, so that however many they are, one
 * debrief without a leader is one unit missing. */
static void emit_debrief(struct formulation *formulation, const struct rule_use *use,
                         struct label label, int *remote)
{
  if (remote[label.slot] == UNKNOWN)
    remote[label.slot] = add_remote(formulation, use, label.slot);
  int people = add_people(formulation, use, label.slot, label.site, false, 1);
  if (people == 0)
    return;
  add_people(formulation, use, label.slot, label.site, true, -people);
  if (remote[label.slot] != NONE)
    formulation_term(formulation, remote[label.slot], -people);
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, 0, people, rule_use_price(use));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  g_autofree int *remote = g_new0(int, (gsize)problem->month->n_slots + 1);
  for (int s = 0; s < problem->month->n_slots; s++)
    remote[s] = UNKNOWN;
  for (int d = 0; d < problem->month->n_days; d++)
    for (label.site = 0; label.site < problem->service->n_sites; label.site++) {
      label.slot = debrief_slot(problem, use, &problem->month->days[d], label.site);
      if (label.slot != NONE)
        emit_debrief(formulation, use, label, remote);
    }
}

/* --- check ----------------------------------------------------------------- */

static void check_session(struct audit *audit, const struct rule_use *use, int slot, int site)
{
  const struct service *service = audit->problem->service;
  const struct rota *rota = audit->rota;
  bool led = false;
  int people = 0, date = audit->problem->month->slots[slot].date;
  g_autoptr(GString) names = g_string_new(NULL);
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *at = &rota->items[rota->in_slot[i]];
    led |= service_has_post(service, use->sets[LEADERS], at->clinician, date) &&
           (at->site == site || service->sites[at->site].remote);
    if (at->site == site)
      g_string_append_printf(names, "%s%s", people++ ? ", " : "",
                             service->clinicians[at->clinician].name);
  }
  if (people == 0 || led)
    return;
  struct label label = audit_label(audit);
  label.slot = slot;
  label.site = site;
  char when[WORDS_SIZE];
  audit_find(audit, label, 1, rule_use_price(use),
             "nobody can lead the debrief at %s on %s, for %d %s (%s)", service->sites[site].name,
             words_slot(audit->problem, slot, when), people, people == 1 ? "person" : "people",
             names->str);
}

/* The debriefs of a day: in each site's last session of it that counts. */
static void check_day(struct audit *audit, const struct rule_use *use, const struct day *day,
                      int site)
{
  const struct problem *problem = audit->problem;
  int last = NONE;
  for (int i = 0; i < day->n_slots; i++) {
    int slot = day->first_slot + i;
    if (pattern_has(&use->scope.when, day->date, problem->month->slots[slot].block) &&
        problem->month->slots[slot].ordinary && problem_site_open(problem, slot, site))
      last = slot;
  }
  if (last != NONE)
    check_session(audit, use, last, site);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  const struct month *month = audit->problem->month;
  for (int site = 0; site < service->n_sites; site++)
    for (int d = 0; d < month->n_days; d++)
      if (scope_has_site(&use->scope, site) && !service->sites[site].remote)
        check_day(audit, use, &month->days[d], site);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  const struct scope leader = {.posts = use->sets[LEADERS]};
  int leaders = 0;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    leaders += scope_has_clinician(&leader, problem, c);
  g_string_append_printf(out,
                         "where people work in a site's last session of the day, one of %d "
                         "leaders is with them, or works remotely and joins in, for its last %d "
                         "minutes",
                         leaders, use->values[MINUTES]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_debrief = {
    .name = "debrief",
    .summary = "Each site in use has somebody able to lead the debrief at the end of its day.",
    .source = "service model: \"consistent end of day group debriefs\"",
    .nature = RULE_SOFT,
    .weight = 8,
    .scope = SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .month = "events:\n"
                         "  talk: {name: Evening talk, kind: school, at: goldstone,\n"
                         "         on: 2027-02-26 eve, need: [{task: fcp, need: 1}]}\n",
                .use = "{leaders: {band: 7}}",
                .candidates = "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 pm duty remote\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "cat 2027-02-01 pm clinic crawley\n"
                              "bob 2027-02-02 pm clinic hove\n"
                              "bob 2027-02-02 eve clinic hove\n"
                              "bob 2027-02-26 pm fcp goldstone\n"
                              "ann 2027-02-26 pm support hove\n",
                .good = "ann 2027-02-01 pm duty remote\n"
                        "bob 2027-02-01 pm clinic hove\n"
                        "cat 2027-02-01 pm clinic crawley\n"
                        "bob 2027-02-02 pm clinic hove\n",
                .bad = "bob 2027-02-26 pm fcp goldstone\n"
                       "ann 2027-02-26 pm support hove\n",
            },
            {
                .service = "sites:\n"
                           "  hove: {kind: hub, open: {mon-fri: \"08:00-13:00\"}}\n"
                           "  crawley: {kind: hub}\n"
                           "  remote: {kind: remote}\n",
                .month = "closures: [{site: crawley, from: 2027-02-26, to: 2027-02-26,\n"
                         "            sessions: pm}]\n",
                .use = "{leaders: {clinicians: [ann, bob]}, at: hub, sessions: mon-fri am pm}",
                .candidates = "ann 2027-02-02 eve clinic crawley\n"
                              "cat 2027-02-02 am clinic hove\n"
                              "cat 2027-02-02 pm clinic crawley\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "cat 2027-02-02 eve clinic crawley\n"
                              "cat 2027-02-26 am clinic crawley\n"
                              "cat 2027-02-26 pm clinic crawley\n"
                              "bob 2027-02-26 am clinic crawley\n"
                              "ann 2027-02-26 am duty remote\n",
                .good = "cat 2027-02-02 am clinic hove\n"
                        "bob 2027-02-02 am clinic hove\n"
                        "cat 2027-02-02 eve clinic crawley\n"
                        "cat 2027-02-26 pm clinic crawley\n",
                .bad = "cat 2027-02-02 pm clinic crawley\n"
                       "ann 2027-02-02 eve clinic crawley\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
