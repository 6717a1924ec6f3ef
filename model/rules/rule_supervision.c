#include "model/audit.h"
#include "model/formulation.h"
#include "model/pairing.h"
#include "model/rule.h"
#include "model/words.h"

#include <string.h>

/* Meetings of teams may fall into the same sessions. Whether one does is not known before there is
 * a rota, and a rule that waited for it would have to hold all meetings at once; so their time is
 * set aside wherever they may be, as that of a debrief is. One 1:1 has its session in any case. */

enum { MINUTES };

static const struct rule_param params[] = {
    {
        .name = "minutes",
        .kind = PARAM_NUMBER,
        .unit = "minutes",
        .summary = "length of a meeting, out of a session of both: nobody has more of them in it, "
                   "with those below and above, than fit in beside the team meetings that may be "
                   "in it, but one in any case",
        .initial = 60,
        .least = 5,
        .most = 480,
    },
};

/* --- emit ------------------------------------------------------------------ */

/* Is the clinician here at all in a session in which people can meet? */
static bool is_here(const struct problem *problem, const struct rule_use *use, int clinician,
                    bool in_scope)
{
  for (int s = 0; s < problem->month->n_slots; s++)
    if (scope_has_slot(&use->scope, problem, s) && problem_present(problem, clinician, s) &&
        problem->month->slots[s].minutes >= use->values[MINUTES] &&
        (!in_scope || scope_has_on(&use->scope, problem, clinician, problem->month->slots[s].date)))
      return true;
  return false;
}

/* Adds a clinician's placements in which people can meet: everywhere (ANYWHERE),
 * remotely (REMOTE) or at one site. */
enum { ANYWHERE = -1, REMOTE = -2 };

static int add_placements(struct formulation *formulation, const struct rule_use *use,
                          int clinician, int slot, int where, int64_t coefficient)
{
  const struct problem *problem = formulation->problem;
  int count, first = problem_cell(problem, clinician, slot, &count), added = 0;
  for (int i = first; i < first + count; i++) {
    const struct assignment *at = &problem->candidates[i];
    bool remote = problem->service->sites[at->site].remote;
    if (!scope_has_task(&use->scope, at->task) || !scope_has_site(&use->scope, at->site))
      continue;
    if (where == ANYWHERE || (where == REMOTE && remote) || where == at->site) {
      formulation_term(formulation, i, coefficient);
      added++;
    }
  }
  return added;
}

/* [sites]: where a clinician can be met in person in that slot; their number in
 * `count`. g_free it. */
static bool *places(const struct problem *problem, const struct rule_use *use, int clinician,
                    int slot, int *count)
{
  bool *out = g_new0(bool, (gsize)problem->service->n_sites);
  int candidates, first = problem_cell(problem, clinician, slot, &candidates);
  *count = 0;
  for (int i = first; i < first + candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    if (out[at->site] || problem->service->sites[at->site].remote ||
        !scope_has_task(&use->scope, at->task) || !scope_has_site(&use->scope, at->site))
      continue;
    out[at->site] = true;
    (*count)++;
  }
  return out;
}

/* Two people who are both at sites are at the same one: a row for each site of
 * whoever has fewer. */
static void emit_places(struct formulation *formulation, const struct rule_use *use,
                        struct label label, int meeting, int one, int other)
{
  const struct problem *problem = formulation->problem;
  int n_one, n_other;
  g_autofree bool *of_one = places(problem, use, one, label.slot, &n_one);
  g_autofree bool *of_other = places(problem, use, other, label.slot, &n_other);
  int fewer = n_one <= n_other ? one : other, more = fewer == one ? other : one;
  const bool *sites = fewer == one ? of_one : of_other, *theirs = fewer == one ? of_other : of_one;
  for (int s = 0; s < problem->service->n_sites; s++) {
    if (!sites[s] || MAX(n_one, n_other) - theirs[s] == 0)
      continue;
    label.site = s;
    formulation_term(formulation, meeting, 1);
    add_placements(formulation, use, fewer, label.slot, s, 1);
    add_placements(formulation, use, more, label.slot, s, -1);
    add_placements(formulation, use, more, label.slot, REMOTE, -1);
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 1);
  }
}

/* The column "this clinician meets the supervisor in that slot", or NONE. */
static int emit_meeting(struct formulation *formulation, const struct rule_use *use, int clinician,
                        int supervisor, int slot)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = slot;
  if (!scope_has_slot(&use->scope, problem, slot) ||
      !scope_has_on(&use->scope, problem, clinician, problem->month->slots[slot].date) ||
      problem->month->slots[slot].minutes < use->values[MINUTES])
    return NONE;
  int theirs = add_placements(formulation, use, supervisor, slot, ANYWHERE, 1);
  programme_drop_terms(formulation->programme);
  if (theirs == 0 || add_placements(formulation, use, clinician, slot, ANYWHERE, -1) == 0)
    return NONE;
  int meeting = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, meeting, 1);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  emit_places(formulation, use, label, meeting, clinician, supervisor);
  return meeting;
}

/* Nobody meets a supervisor who has no such session: a row for each meeting, as one for them
 * all would let a third of that session hold three of them in the relaxation. */
static void follow_supervisor(struct formulation *formulation, const struct rule_use *use,
                              struct label label, int meeting)
{
  formulation_term(formulation, meeting, 1);
  add_placements(formulation, use, label.clinician, label.slot, ANYWHERE, -1);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
}

/* May the clinician have a meeting by that use in the slot: one of `team_meeting` that fits, with
 * another member who is here? */
static bool may_meet_team(const struct problem *problem, const struct rule_use *use, int clinician,
                          int slot)
{
  const struct service *service = problem->service;
  const struct slot *at = &problem->month->slots[slot];
  if (strcmp(use->rule->name, "team_meeting") != 0 ||
      at->minutes < rule_use_value(use, "minutes") || !scope_has_slot(&use->scope, problem, slot) ||
      !scope_has_on(&use->scope, problem, clinician, at->date))
    return false;
  bool together = rule_use_value(use, "together") != 0;
  int team = clinician_on(service, clinician, at->date)->team;
  for (int c = 0; c < service->n_clinicians && (together || team != NONE); c++)
    if (c != clinician && problem_present(problem, c, slot) &&
        (together || clinician_on(service, c, at->date)->team == team) &&
        scope_has_on(&use->scope, problem, c, at->date))
      return true;
  return false;
}

/* How many of these meetings the clinician can have in a slot that fits. */
static int most_in(const struct problem *problem, const struct rule_use *use, int clinician,
                   int slot)
{
  int minutes = problem->month->slots[slot].minutes;
  for (int u = 0; u < problem->service->n_uses; u++)
    if (may_meet_team(problem, &problem->service->uses[u], clinician, slot))
      minutes -= rule_use_value(&problem->service->uses[u], "minutes");
  return MAX(minutes / use->values[MINUTES], 1);
}

/* A supervisor's session holds only so many meetings, one with the own supervisor among them,
 * and none without the supervisor. */
static void limit_session(struct formulation *formulation, const struct rule_use *use,
                          int supervisor, int slot, const int *meetings)
{
  const struct problem *problem = formulation->problem;
  int n_slots = problem->month->n_slots, added = 0;
  g_autofree int *here = g_new(int, (gsize)problem->service->n_clinicians + 1);
  struct label label = formulation_label(formulation);
  label.clinician = supervisor;
  label.slot = slot;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    int meeting = meetings[c * n_slots + slot];
    bool below = problem->service->clinicians[c].supervisor == supervisor;
    if (meeting == NONE || (!below && c != supervisor))
      continue;
    here[added++] = meeting;
    if (below)
      follow_supervisor(formulation, use, label, meeting);
  }
  int fit = added > 1 ? most_in(problem, use, supervisor, slot) : 1;
  if (added <= fit)
    return;
  for (int i = 0; i < added; i++)
    formulation_term(formulation, here[i], 1);
  add_placements(formulation, use, supervisor, slot, ANYWHERE, -fit);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  const struct service *service = problem->service;
  int n_slots = problem->month->n_slots;
  g_autofree int *meetings = g_new(int, (gsize)service->n_clinicians *(gsize)n_slots + 1);
  g_autofree bool *supervises = g_new0(bool, (gsize)service->n_clinicians);
  for (int i = 0; i < service->n_clinicians * n_slots; i++)
    meetings[i] = NONE;
  for (int c = 0; c < service->n_clinicians; c++) {
    int supervisor = service->clinicians[c].supervisor;
    if (supervisor == NONE || !is_here(problem, use, c, true) ||
        !is_here(problem, use, supervisor, false))
      continue;
    supervises[supervisor] = true;
    int *own = &meetings[c * n_slots];
    for (int s = 0; s < n_slots; s++)
      own[s] = emit_meeting(formulation, use, c, supervisor, s);
    for (int s = 0; s < n_slots; s++)
      if (own[s] != NONE)
        formulation_term(formulation, own[s], 1);
    struct label label = formulation_label(formulation);
    label.clinician = c;
    formulation_limit(formulation, label, 1, PROGRAMME_INFINITY, 1, rule_use_price(use));
  }
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; supervises[c] && s < n_slots; s++)
      limit_session(formulation, use, c, s, meetings);
}

/* --- check ----------------------------------------------------------------- */

static bool is_counted(const struct rule_use *use, const struct assignment *item)
{
  return scope_has_task(&use->scope, item->task) && scope_has_site(&use->scope, item->site);
}

/* Whatever else the two are assigned to in that slot: one of each is enough. */
static bool can_meet(const struct audit *audit, const struct rule_use *use, int clinician,
                     int supervisor, int slot)
{
  const struct problem *problem = audit->problem;
  const struct site *sites = problem->service->sites;
  const struct slot *at = &problem->month->slots[slot];
  int n_own, n_theirs;
  const struct assignment *own = rota_at(audit->rota, clinician, slot, &n_own);
  const struct assignment *theirs = rota_at(audit->rota, supervisor, slot, &n_theirs);
  if (!pattern_has(&use->scope.when, at->date, at->block) ||
      !scope_has_on(&use->scope, problem, clinician, at->date))
    return false;
  for (int i = 0; i < n_own; i++)
    for (int j = 0; j < n_theirs; j++)
      if (is_counted(use, &own[i]) && is_counted(use, &theirs[j]) &&
          (own[i].site == theirs[j].site || sites[own[i].site].remote ||
           sites[theirs[j].site].remote))
        return true;
  return false;
}

/* Sessions in which one clinician, or two, could meet at all by the calendar; of whom
 * `supervised` is in scope then (NONE: no matter). */
static int sessions_here(const struct problem *problem, const struct rule_use *use, int one,
                         int other, int supervised)
{
  int sessions = 0;
  for (int s = problem->month->n_slots - 1; s >= 0; s--) {
    const struct slot *slot = &problem->month->slots[s];
    sessions += pattern_has(&use->scope.when, slot->date, slot->block) &&
                slot->minutes / use->values[MINUTES] > 0 && problem_present(problem, one, s) &&
                problem_present(problem, other, s) &&
                (supervised == NONE || scope_has_on(&use->scope, problem, supervised, slot->date));
  }
  return sessions;
}

static void report(struct audit *audit, const struct rule_use *use, int clinician, int shared)
{
  const struct problem *problem = audit->problem;
  const struct clinician *person = &problem->service->clinicians[clinician];
  struct label label = audit_label(audit);
  label.clinician = clinician;
  int here = sessions_here(problem, use, clinician, person->supervisor, clinician);
  g_autofree char *why =
      here == 0     ? g_strdup("they are never here in the same session")
      : shared == 0 ? g_strdup_printf("in none of %d session%s are both free for it", here,
                                      here == 1 ? "" : "s")
                    : g_strdup_printf("the %d session%s that they could use %s full", shared,
                                      shared == 1 ? "" : "s", shared == 1 ? "is" : "are");
  audit_shortfall(audit, SHORTFALL_OTHER, label, 1, rule_use_price(use),
                  "%s and supervisor %s don't meet in %s: %s", person->name,
                  problem->service->clinicians[person->supervisor].name, problem->month->name, why);
}

/* [clinicians]: the supervisor whom each is asked to meet, or NONE. g_free it. */
static int *supervisors_asked(const struct problem *problem, const struct rule_use *use)
{
  const struct service *service = problem->service;
  int *asked = g_new(int, (gsize)service->n_clinicians + 1);
  for (int c = 0; c < service->n_clinicians; c++) {
    int supervisor = service->clinicians[c].supervisor;
    bool here = supervisor != NONE && sessions_here(problem, use, c, c, c) > 0 &&
                sessions_here(problem, use, supervisor, supervisor, NONE) > 0;
    asked[c] = here ? supervisor : NONE;
  }
  return asked;
}

/* Is the clinician, on that date, among those who meet by that use of `team_meeting`; with `other`
 * (NONE: whoever it is)? */
static bool is_of_meeting(const struct problem *problem, const struct rule_use *use, int clinician,
                          int other, int date)
{
  if (!scope_has_on(&use->scope, problem, clinician, date))
    return false;
  if (rule_use_value(use, "together"))
    return true;
  int team = clinician_on(problem->service, clinician, date)->team;
  return team != NONE &&
         (other == NONE || clinician_on(problem->service, other, date)->team == team);
}

/* Does a meeting of that use take the clinician's time in the slot, if it is held then? */
static bool takes_time(const struct problem *problem, const struct rule_use *use, int clinician,
                       int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  if (g_strcmp0(use->rule->name, "team_meeting") != 0 ||
      rule_use_value(use, "minutes") > at->minutes ||
      !pattern_has(&use->scope.when, at->date, at->block) ||
      !is_of_meeting(problem, use, clinician, NONE, at->date))
    return false;
  for (int c = problem->service->n_clinicians - 1; c >= 0; c--)
    if (c != clinician && problem_present(problem, c, slot) &&
        is_of_meeting(problem, use, c, clinician, at->date))
      return true;
  return false;
}

/* 1:1s that the clinician has time for in the slot, those of teams set aside; 0: it is too short
 * for any. */
static int room_in(const struct problem *problem, const struct rule_use *use, int clinician,
                   int slot)
{
  int whole = problem->month->slots[slot].minutes, taken = 0, room = 0;
  for (int u = 0; u < problem->service->n_uses && whole >= use->values[MINUTES]; u++)
    if (takes_time(problem, &problem->service->uses[u], clinician, slot))
      taken += rule_use_value(&problem->service->uses[u], "minutes");
  while ((room + 1) * use->values[MINUTES] <= whole - taken)
    room++;
  return room == 0 && use->values[MINUTES] <= whole ? 1 : room;
}

/* Gives each pair one of its common sessions, for as many pairs as can be. */
static void check(struct audit *audit, const struct rule_use *use)
{
  const struct month *month = audit->problem->month;
  int n_slots = month->n_slots, people = audit->problem->service->n_clinicians;
  g_autofree int *asked = supervisors_asked(audit->problem, use);
  g_autofree bool *can = g_new0(bool, (gsize)people *(gsize)n_slots + 1);
  g_autofree int *room = g_new(int, (gsize)people *(gsize)n_slots + 1),
                 *shared = g_new0(int, (gsize)people + 1);
  for (int c = 0; c < people; c++)
    for (int s = 0; s < n_slots; s++) {
      int at = c * n_slots + s;
      room[at] = room_in(audit->problem, use, c, s);
      can[at] = asked[c] != NONE && can_meet(audit, use, c, asked[c], s);
      shared[c] += can[at] && room[at] > 0;
    }
  g_autofree int *sessions = pairing_find(asked, people, can, room, n_slots);
  for (int c = 0; c < people; c++) {
    if (asked[c] == NONE)
      continue;
    audit_meeting(audit, (struct meeting){.team = NONE,
                                          .clinician = c,
                                          .supervisor = asked[c],
                                          .slot = sessions[c],
                                          .minutes = use->values[MINUTES]});
    if (sessions[c] == NONE)
      report(audit, use, c, shared[c]);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "once in the month each clinician and supervisor have a common session, "
                         "at one site or remotely, in which they can meet for %d minutes, besides "
                         "the others and the teams whom they meet in it",
                         use->values[MINUTES]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_supervision = {
    .name = "supervision",
    .summary = "Each clinician meets the supervisor once a month, in a session free for both.",
    .source = "service model: \"regular and high quality 1:1s/supervision\"",
    .nature = RULE_ELASTIC,
    .weight = 60,
    .scope = SCOPE_ALL,
    .in_support_time = true,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: ann}\n"
                              "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: ann}\n",
                .use = "{task: support, minutes: 120}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "ann 2027-02-23 pm support remote\n"
                              "ann 2027-02-23 pm support crawley\n"
                              "bob 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support crawley\n"
                              "bob 2027-02-23 pm support crawley\n"
                              "bob 2027-02-26 pm support hove\n"
                              "cat 2027-02-01 am support remote\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-23 pm support hove\n",
                /* whatever else they are assigned to at the same time */
                .good = "ann 2027-02-01 am support hove\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "bob 2027-02-01 am support hove\n"
                        "ann 2027-02-23 pm clinic hove\n"
                        "ann 2027-02-23 pm support remote\n"
                        "cat 2027-02-23 pm support hove\n",
                .bad = "ann 2027-02-01 am support hove\n"
                       "bob 2027-02-01 am support hove\n"
                       "cat 2027-02-01 am support remote\n",
            },
            {
                /* Cat joins on the last day but one; bob leaves before it begins. */
                .clinicians = "ann: {band: 7, wte: 1.0, works: {mon-sun: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: cat}\n"
                              "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      leaves: 2027-02-05, supervisor: ann}\n"
                              "cat: {band: 5, wte: 0.6, works: {mon-fri: [am, pm]},\n"
                              "      joins: 2027-02-26, supervisor: ann}\n",
                .use = "{task: support, sessions: [mon am, fri pm], from: 2027-02-08}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "cat 2027-02-01 am support hove\n"
                              "bob 2027-02-08 am support hove\n"
                              "ann 2027-02-26 am support hove\n"
                              "cat 2027-02-26 am support hove\n"
                              "ann 2027-02-26 pm support hove\n"
                              "ann 2027-02-26 pm support crawley\n"
                              "cat 2027-02-26 pm support hove\n",
                .good = "ann 2027-02-26 pm support hove\n"
                        "cat 2027-02-26 pm support hove\n",
                .bad = "ann 2027-02-26 am support hove\n"
                       "cat 2027-02-26 am support hove\n"
                       "ann 2027-02-26 pm support crawley\n"
                       "cat 2027-02-26 pm support hove\n",
            },
            {
                /* Sessions of just the 3 h 45 min that a meeting takes; the evening is too short.
                 * The 8th is Bob's last day, when Ann is there; Cat's support at Crawley is none
                 * that counts. */
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, leaves: 2027-02-08, supervisor: ann}\n"
                              "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: ann}\n",
                .use = "{task: support, minutes: 225, at: [hove, remote], from: 2027-02-08}",
                .candidates = "ann 2027-02-05 am support hove\n"
                              "bob 2027-02-05 am support hove\n"
                              "ann 2027-02-08 am support hove\n"
                              "ann 2027-02-08 am support crawley\n"
                              "bob 2027-02-08 am support hove\n"
                              "bob 2027-02-08 am support crawley\n"
                              "ann 2027-02-09 eve support hove\n"
                              "cat 2027-02-09 eve support hove\n"
                              "ann 2027-02-26 pm support remote\n"
                              "cat 2027-02-26 pm support crawley\n"
                              "cat 2027-02-26 pm support hove\n",
                .good = "ann 2027-02-08 am support hove\n"
                        "bob 2027-02-08 am support hove\n"
                        "ann 2027-02-26 pm support remote\n"
                        "cat 2027-02-26 pm support hove\n",
                .bad = "ann 2027-02-05 am support hove\n"
                       "bob 2027-02-05 am support hove\n"
                       "ann 2027-02-09 eve support hove\n"
                       "cat 2027-02-09 eve support hove\n",
            },
            {
                /* Two meetings fit, and Bob has three in sight on the 1st: two with those below
                 * him, one with Ann. */
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: ann}\n"
                              "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: bob}\n"
                              "dan: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: bob}\n",
                .use = "{task: support, minutes: 112}",
                .candidates = "ann 2027-02-01 am support remote\n"
                              "bob 2027-02-01 am support hove\n"
                              "cat 2027-02-01 am support hove\n"
                              "dan 2027-02-01 am support remote\n"
                              "ann 2027-02-24 pm support hove\n"
                              "bob 2027-02-24 pm support remote\n"
                              "bob 2027-02-24 pm clinic hove\n"
                              "dan 2027-02-24 pm support hove\n",
                .good = "ann 2027-02-01 am support remote\n"
                        "bob 2027-02-01 am support hove\n"
                        "cat 2027-02-01 am support hove\n"
                        "bob 2027-02-24 pm support remote\n"
                        "dan 2027-02-24 pm support hove\n",
                .bad = "ann 2027-02-01 am support remote\n"
                       "bob 2027-02-01 am support hove\n"
                       "cat 2027-02-01 am support hove\n"
                       "dan 2027-02-01 am support remote\n",
            },
            {
                /* On Mondays Ann's team may meet, which leaves her time for one of the two. */
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, team: hove, supervisor: ann}\n"
                              "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, team: crawley, supervisor: ann}\n",
                .use = "{task: support, minutes: 100}",
                .beside = "{team_meeting: {task: support, minutes: 30, sessions: mon, weight: 0}}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support hove\n"
                              "cat 2027-02-01 am support remote\n"
                              "ann 2027-02-24 pm support hove\n"
                              "bob 2027-02-24 pm support hove\n"
                              "cat 2027-02-24 pm support remote\n",
                .good = "ann 2027-02-24 pm support hove\n"
                        "bob 2027-02-24 pm support hove\n"
                        "cat 2027-02-24 pm support remote\n",
                .bad = "ann 2027-02-01 am support hove\n"
                       "bob 2027-02-01 am support hove\n"
                       "cat 2027-02-01 am support remote\n",
            },
            {
                /* Ann and Bob supervise each other: two meetings of theirs, and Cat's with Bob. */
                .clinicians = "ann: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: bob}\n"
                              "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: ann}\n"
                              "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, supervisor: bob}\n",
                .use = "{task: support, minutes: 112}",
                .candidates = "ann 2027-02-01 am support remote\n"
                              "bob 2027-02-01 am support hove\n"
                              "cat 2027-02-01 am support hove\n"
                              "ann 2027-02-08 am support hove\n"
                              "bob 2027-02-08 am support hove\n"
                              "cat 2027-02-24 pm support hove\n"
                              "bob 2027-02-24 pm support remote\n",
                .good = "ann 2027-02-01 am support remote\n"
                        "bob 2027-02-01 am support hove\n"
                        "cat 2027-02-24 pm support hove\n"
                        "bob 2027-02-24 pm support remote\n",
                .bad = "ann 2027-02-01 am support remote\n"
                       "bob 2027-02-01 am support hove\n"
                       "cat 2027-02-01 am support hove\n",
            },
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
