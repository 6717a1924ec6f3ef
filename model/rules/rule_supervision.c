#include "model/audit.h"
#include "model/formulation.h"
#include "model/pairing.h"
#include "model/reckoning_team.h"
#include "model/rule.h"
#include "model/team_time.h"
#include "model/words.h"

/* Meetings of teams may fall into the same sessions. Whether one does is not known before there is
 * a rota, and a rule that waited for it would have to hold all meetings at once; so their time is
 * set aside wherever they may be, as that of a debrief is. Where that leaves no time in most of a
 * pair's sessions, one 1:1 has its session in any case. */

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

/* [clinicians * slots]: how many of these meetings each has time for, beside those of teams.
 * g_free it. */
static int *times_new(const struct problem *problem, const struct rule_use *use)
{
  int n_slots = problem->month->n_slots, people = problem->service->n_clinicians;
  int *times = g_new(int, (gsize)people *(gsize)n_slots + 1);
  for (int c = 0; c < people; c++)
    for (int s = 0; s < n_slots; s++)
      times[c * n_slots + s] =
          MAX(problem->month->slots[s].minutes - team_time_in(problem, c, s), 0) /
          use->values[MINUTES];
  return times;
}

/* Have the two time beside the meetings of teams in at least half of the sessions in which they
 * can meet by the calendar, so that they leave the others alone? */
static bool can_choose(const struct problem *problem, const struct rule_use *use, int clinician,
                       int supervisor, const int *times)
{
  int n_slots = problem->month->n_slots, balance = 0;
  for (int s = 0; s < n_slots; s++) {
    const struct slot *at = &problem->month->slots[s];
    if (!scope_has_slot(&use->scope, problem, s) || at->minutes < use->values[MINUTES] ||
        !scope_has_on(&use->scope, problem, clinician, at->date) ||
        !problem_present(problem, clinician, s) || !problem_present(problem, supervisor, s))
      continue;
    balance += times[clinician * n_slots + s] > 0 && times[supervisor * n_slots + s] > 0 ? 1 : -1;
  }
  return balance >= 0;
}

/* A supervisor's session holds only so many meetings, one with the own supervisor among them,
 * and none without the supervisor. */
static void limit_session(struct formulation *formulation, const struct rule_use *use,
                          int supervisor, int slot, const int *meetings, const int *times)
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
  int fit = MAX(times[supervisor * n_slots + slot], 1);
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
  g_autofree int *times = times_new(problem, use);
  for (int i = 0; i < service->n_clinicians * n_slots; i++)
    meetings[i] = NONE;
  for (int c = 0; c < service->n_clinicians; c++) {
    int supervisor = service->clinicians[c].supervisor;
    if (supervisor == NONE || !is_here(problem, use, c, true) ||
        !is_here(problem, use, supervisor, false))
      continue;
    supervises[supervisor] = true;
    int *own = &meetings[c * n_slots];
    bool choose = can_choose(problem, use, c, supervisor, times);
    for (int s = 0; s < n_slots; s++)
      if (!choose || (times[c * n_slots + s] > 0 && times[supervisor * n_slots + s] > 0))
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
      limit_session(formulation, use, c, s, meetings, times);
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

/* 1:1s that the clinician has time for in the slot, those of teams set aside. */
static int room_in(const struct problem *problem, const struct rule_use *use, int clinician,
                   int slot)
{
  int left = problem->month->slots[slot].minutes, room = 0;
  if (use->values[MINUTES] <= left)
    left -= reckoning_team_minutes(problem, clinician, slot);
  while ((room + 1) * use->values[MINUTES] <= left)
    room++;
  return room;
}

/* Do the meetings of teams leave the clinician, or the supervisor, no time in more than half of
 * their common sessions? */
static bool is_left_little(const struct problem *problem, const struct rule_use *use, int clinician,
                           int supervisor, const int *room)
{
  int n_slots = problem->month->n_slots, common = 0, with_room = 0;
  for (int s = 0; s < n_slots; s++) {
    const struct slot *slot = &problem->month->slots[s];
    if (!problem_present(problem, clinician, s) || !problem_present(problem, supervisor, s) ||
        use->values[MINUTES] > slot->minutes ||
        !pattern_has(&use->scope.when, slot->date, slot->block) ||
        !scope_has_on(&use->scope, problem, clinician, slot->date))
      continue;
    common++;
    with_room += MIN(room[clinician * n_slots + s], room[supervisor * n_slots + s]) >= 1;
  }
  return 2 * with_room < common;
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
    for (int s = 0; s < n_slots; s++)
      room[c * n_slots + s] = room_in(audit->problem, use, c, s);
  for (int c = 0; c < people; c++) {
    bool little = asked[c] != NONE && is_left_little(audit->problem, use, c, asked[c], room);
    for (int s = 0; s < n_slots && asked[c] != NONE; s++) {
      int at = c * n_slots + s;
      can[at] = month->slots[s].minutes >= use->values[MINUTES] &&
                (little || (room[at] > 0 && room[asked[c] * n_slots + s] > 0)) &&
                can_meet(audit, use, c, asked[c], s);
      shared[c] += can[at];
    }
  }
  for (int i = 0; i < people * n_slots; i++)
    room[i] = MAX(room[i], 1);
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
                /* Mondays, a fifth of their sessions, are left to the team, whose meeting fills
                 * most of one. */
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, team: hove, supervisor: ann}\n"
                              "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, team: crawley, supervisor: ann}\n",
                .use = "{task: support, minutes: 100}",
                .beside = "{team_meeting: {task: support, minutes: 126, sessions: mon, weight: 0}}",
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
                       "bob 2027-02-01 am support hove\n",
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
