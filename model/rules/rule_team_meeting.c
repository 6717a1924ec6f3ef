#include "model/audit.h"
#include "model/formulation.h"
#include "model/reckoning_team.h"
#include "model/rule.h"
#include "model/team_time.h"
#include "model/words.h"

/* Two meetings of one person may not fit into one session. Which of them is held in it is not known
 * before there is a rota, and a check that asked would have to hold all meetings at once; so in
 * each session it is known beforehand which of the two gives way.
 *
 * The quorum is counted of the most members who are here together in any session
 * of the month: counted of those who happen to be here, a meeting on the day when
 * nearly everybody is off would do. It is never below two, and a meeting that is not
 * held costs the weight for each member of the quorum: the more people must leave
 * other work for it, the more it must be worth. */

enum { MEETINGS, QUORUM, MINUTES, TOGETHER };

static const struct rule_param params[] = {
    {
        .name = "meetings",
        .kind = PARAM_NUMBER,
        .unit = "days",
        .summary = "days of the month on which each team meets",
        .initial = 1,
        .least = 1,
        .most = 31,
    },
    {
        .name = "quorum",
        .kind = PARAM_NUMBER,
        .unit = "percent",
        .summary = "of the most members who are here together in any one session; two at least",
        .initial = 80,
        .least = 1,
        .most = 100,
    },
    {
        .name = "minutes",
        .kind = PARAM_NUMBER,
        .unit = "minutes",
        .summary = "length of a meeting, out of a session that is at least as long; where one does "
                   "not hold two meetings of a person, the one that fewer sessions fit has it",
        .initial = 60,
        .least = 5,
        .most = 480,
    },
    {
        .name = "together",
        .kind = PARAM_SWITCH,
        .unit = "",
        .summary = "everybody in scope meets as one, whatever their teams, instead of each team by "
                   "itself",
        .initial = 0,
    },
};

/* --- emit ------------------------------------------------------------------ */

/* Of the team, or, where all meet together, of those who do? */
static bool is_member(const struct rule_use *use, const struct problem *problem, int clinician,
                      int team, int slot)
{
  int date = problem->month->slots[slot].date;
  return (use->values[TOGETHER] || clinician_on(problem->service, clinician, date)->team == team) &&
         scope_has_on(&use->scope, problem, clinician, date);
}

static bool fits(const struct rule_use *use, const struct problem *problem, int slot)
{
  return scope_has_slot(&use->scope, problem, slot) &&
         problem->month->slots[slot].minutes >= use->values[MINUTES];
}

/* Do both fit into the slot, but not one after the other? */
static bool clash(const struct rule_use *use, const struct rule_use *other,
                  const struct problem *problem, int slot)
{
  return fits(use, problem, slot) && fits(other, problem, slot) &&
         use->values[MINUTES] + other->values[MINUTES] > problem->month->slots[slot].minutes;
}

/* Of two uses that clash in the slot, does the first give way? Whichever has more slots without the
 * other does so in all of them, if they are half of its slots at least; otherwise they have the
 * days in turn. */
static bool yields(const struct problem *problem, const struct rule_use *use,
                   const struct rule_use *other, int slot)
{
  const struct month *month = problem->month;
  int own = 0, theirs = 0, common = 0, turn = 0, day = NONE;
  for (int s = 0; s < month->n_slots; s++) {
    bool mine = fits(use, problem, s), its = fits(other, problem, s);
    own += mine && !its;
    theirs += its && !mine;
    common += mine && its;
    if (month->slots[s].day < month->slots[slot].day && month->slots[s].day != day &&
        clash(use, other, problem, s)) {
      day = month->slots[s].day;
      turn++;
    }
  }
  bool second = own != theirs ? own > theirs : use > other;
  return MAX(own, theirs) >= common ? second : second == (turn % 2 == 0);
}

/* Does the team leave the slot to another meeting, of which somebody here is a member as well? */
static bool gives_way(const struct problem *problem, const struct rule_use *use, int team, int slot)
{
  const struct service *service = problem->service;
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *other = &service->uses[u];
    if (other == use || other->rule != use->rule || !clash(use, other, problem, slot) ||
        !yields(problem, use, other, slot))
      continue;
    for (int c = 0; c < service->n_clinicians; c++)
      if (problem_present(problem, c, slot) && is_member(use, problem, c, team, slot) &&
          team_time_may_meet(problem, other, c, slot))
        return true;
  }
  return false;
}

/* How many must come; 0 for a team of one, or of nobody, which need not meet. */
static int quorum(const struct problem *problem, const struct rule_use *use, int team)
{
  enum { PERCENT = 100 };
  int most = 0;
  for (int s = 0; s < problem->month->n_slots; s++) {
    int here = 0;
    for (int c = 0; c < problem->service->n_clinicians; c++)
      here += is_member(use, problem, c, team, s) && problem_present(problem, c, s);
    if (fits(use, problem, s))
      most = MAX(most, here);
  }
  return most < 2 ? 0 : MAX(2, (most * use->values[QUORUM] + PERCENT - 1) / PERCENT);
}

/* The column "the team meets in that slot", or NONE where it can't. */
static int add_meeting(struct formulation *formulation, const struct rule_use *use, int team,
                       int needed, int slot)
{
  const struct problem *problem = formulation->problem;
  int people = 0, last = NONE, end = formulation->slot_first[slot + 1];
  if (!fits(use, problem, slot) || gives_way(problem, use, team, slot))
    return NONE;
  for (int i = formulation->slot_first[slot]; i < end; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (!is_member(use, problem, at->clinician, team, slot) || !scope_has(&use->scope, problem, at))
      continue;
    formulation_term(formulation, column, 1);
    people += at->clinician != last;
    last = at->clinician;
  }
  if (people < needed) {
    programme_drop_terms(formulation->programme);
    return NONE;
  }
  struct label label = formulation_label(formulation);
  label.slot = slot;
  int meeting = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, meeting, -needed);
  formulation_row(formulation, label, 0, PROGRAMME_INFINITY);
  return meeting;
}

static void emit_team(struct formulation *formulation, const struct rule_use *use, int team)
{
  const struct month *month = formulation->problem->month;
  g_autofree int *meetings = g_new(int, (gsize)month->n_slots + 1);
  int needed = quorum(formulation->problem, use, team);
  if (needed == 0)
    return;
  for (int s = 0; s < month->n_slots; s++)
    meetings[s] = add_meeting(formulation, use, team, needed, s);
  for (int d = 0; d < month->n_days && use->values[MEETINGS] > 1; d++) {
    struct label label = formulation_label(formulation);
    label.slot = month->days[d].first_slot;
    for (int s = label.slot; s < label.slot + month->days[d].n_slots; s++)
      if (meetings[s] != NONE)
        formulation_term(formulation, meetings[s], 1);
    formulation_limit(formulation, label, -PROGRAMME_INFINITY, 1, 1, PRICE_HARD);
  }
  for (int s = 0; s < month->n_slots; s++)
    if (meetings[s] != NONE)
      formulation_term(formulation, meetings[s], 1);
  formulation_limit(formulation, formulation_label(formulation), use->values[MEETINGS],
                    PROGRAMME_INFINITY, 1, use->hard ? PRICE_HARD : (int64_t)use->weight * needed);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  if (use->values[TOGETHER])
    emit_team(formulation, use, NONE);
  for (int t = 0; t < formulation->problem->service->teams.count && !use->values[TOGETHER]; t++)
    emit_team(formulation, use, t);
}

/* --- check ----------------------------------------------------------------- */

/* Is the clinician of the team (NONE: whatever it is), and in scope, on that day? */
static bool belongs(const struct problem *problem, const struct rule_use *use, int team,
                    int clinician, int date)
{
  const struct post *post = clinician_on(problem->service, clinician, date);
  return (team == NONE || post->team == team) &&
         scope_has_on(&use->scope, problem, clinician, date);
}

/* Slots of the period in which a meeting of the use can be, and, with `other`, of both. */
static int count_slots(const struct month *month, const struct rule_use *use,
                       const struct rule_use *other)
{
  int count = 0, least = MAX(use->values[MINUTES], other->values[MINUTES]);
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *at = &month->slots[s];
    count += at->minutes >= least && pattern_has(&use->scope.when, at->date, at->block) &&
             pattern_has(&other->scope.when, at->date, at->block);
  }
  return count;
}

/* Can only one of the two be in that slot? */
static bool exclude_each_other(const struct rule_use *use, const struct rule_use *other,
                               const struct slot *at)
{
  int longer = MAX(use->values[MINUTES], other->values[MINUTES]);
  return longer <= at->minutes &&
         at->minutes - longer < MIN(use->values[MINUTES], other->values[MINUTES]) &&
         pattern_has(&use->scope.when, at->date, at->block) &&
         pattern_has(&other->scope.when, at->date, at->block);
}

/* Which of the two has the slot, if they exclude each other in it? */
static const struct rule_use *use_with_slot(const struct month *month, const struct rule_use *one,
                                            const struct rule_use *two, int slot)
{
  int both = count_slots(month, one, two);
  int of_one = count_slots(month, one, one), of_two = count_slots(month, two, two);
  const struct rule_use *first = of_one < of_two || (of_one == of_two && one < two) ? one : two;
  const struct rule_use *later = first == one ? two : one;
  if (MAX(of_one, of_two) >= 2 * both)
    return first;
  bool first_has = false;
  for (int d = 0; d <= month->slots[slot].day; d++) {
    bool of_both = false;
    for (int s = month->days[d].first_slot; s < month->days[d].first_slot + month->days[d].n_slots;
         s++)
      of_both = of_both || exclude_each_other(one, two, &month->slots[s]);
    first_has = first_has != of_both;
  }
  return first_has ? first : later;
}

/* Is the slot another use's, for the sake of a member here of both meetings? */
static bool is_left_to_another(const struct problem *problem, const struct rule_use *use, int team,
                               int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  for (int u = problem->service->n_uses - 1; u >= 0; u--) {
    const struct rule_use *other = &problem->service->uses[u];
    if (other->rule != use->rule || other == use || !exclude_each_other(use, other, at) ||
        use_with_slot(problem->month, use, other, slot) == use)
      continue;
    for (int c = problem->service->n_clinicians - 1; c >= 0; c--)
      if (belongs(problem, use, team, c, at->date) && problem_present(problem, c, slot) &&
          reckoning_meets_team(problem, other, c, slot))
        return true;
  }
  return false;
}

/* Members at a task of the scope, each once, in that slot; 0 if they can't meet in it: it is too
 * short, or left to another meeting. */
static int count_members(const struct audit *audit, const struct rule_use *use, int team, int slot)
{
  const struct rota *rota = audit->rota;
  const struct slot *at = &audit->problem->month->slots[slot];
  int together = 0, last = NONE, date = at->date;
  if (at->minutes < use->values[MINUTES] || is_left_to_another(audit->problem, use, team, slot))
    return 0;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if (!belongs(audit->problem, use, team, item->clinician, date) ||
        !scope_has(&use->scope, audit->problem, item))
      continue;
    together += item->clinician != last; /* items of a slot are in order of clinician */
    last = item->clinician;
  }
  return together;
}

/* The most members here together in a session of the scope that is long enough. */
static int most_here(const struct problem *problem, const struct rule_use *use, int team)
{
  const struct month *month = problem->month;
  int most = 0;
  for (int s = 0; s < month->n_slots; s++) {
    int here = 0;
    if (month->slots[s].minutes < use->values[MINUTES])
      continue;
    for (int c = 0; c < problem->service->n_clinicians; c++)
      here +=
          belongs(problem, use, team, c, month->slots[s].date) && problem_present(problem, c, s);
    if (here > most && pattern_has(&use->scope.when, month->slots[s].date, month->slots[s].block))
      most = here;
  }
  return most;
}

/* One day's session in which most are together; the first of several. */
struct gathering {
  int slot, members;
};

static gint fullest_first(gconstpointer left, gconstpointer right)
{
  const struct gathering *a = left, *b = right;
  return a->members != b->members ? b->members - a->members : a->slot - b->slot;
}

static gint earliest_first(gconstpointer left, gconstpointer right)
{
  return ((const struct gathering *)left)->slot - ((const struct gathering *)right)->slot;
}

/* Of each day on which anybody is together: struct gathering, the fullest first. */
static GArray *gatherings_of(const struct audit *audit, const struct rule_use *use, int team)
{
  const struct month *month = audit->problem->month;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct gathering));
  for (int d = 0; d < month->n_days; d++) {
    struct gathering best = {NONE, 0};
    for (int s = month->days[d].first_slot, i = 0; i < month->days[d].n_slots; i++, s++) {
      int together = count_members(audit, use, team, s);
      if (together > best.members)
        best = (struct gathering){s, together};
    }
    if (best.slot != NONE)
      g_array_append_val(out, best);
  }
  g_array_sort(out, fullest_first);
  return out;
}

/* The team meets on the fullest of its days, and not on as many as are missing: a day without
 * its quorum is none. */
static void tell_meetings(struct audit *audit, const struct rule_use *use, int team,
                          GArray *gatherings, int days)
{
  int held = MIN(days, use->values[MEETINGS]);
  g_array_set_size(gatherings, (guint)held);
  g_array_sort(gatherings, earliest_first);
  for (int i = 0; i < use->values[MEETINGS]; i++) {
    int slot = i < held ? g_array_index(gatherings, struct gathering, i).slot : NONE;
    audit_meeting(audit, (struct meeting){.team = team,
                                          .clinician = NONE,
                                          .supervisor = NONE,
                                          .slot = slot,
                                          .minutes = use->values[MINUTES]});
  }
}

/* Who is to meet, in front of "can meet". */
static char *subject_of(const struct audit *audit, const struct rule_use *use, int team)
{
  if (team != NONE)
    return g_strconcat("team ", audit->problem->service->teams.words[team], NULL);
  return g_strdup(use->name == use->rule->name ? "everybody" : use->name);
}

static void check_team(struct audit *audit, const struct rule_use *use, int team)
{
  int here = most_here(audit->problem, use, team), days = 0;
  int needed = (here * use->values[QUORUM] + 99) / 100;
  if (here < 2)
    return;
  if (needed < 2)
    needed = 2;
  g_autoptr(GArray) gatherings = gatherings_of(audit, use, team);
  struct gathering best = {NONE, 0};
  if (gatherings->len > 0)
    best = g_array_index(gatherings, struct gathering, 0);
  for (guint i = 0; i < gatherings->len; i++)
    days += g_array_index(gatherings, struct gathering, i).members >= needed;
  int64_t price = use->hard ? PRICE_HARD : INT64_C(1) * needed * use->weight;
  g_autofree char *subject = subject_of(audit, use, team);
  char when[WORDS_SIZE];
  audit_shortfall(audit, SHORTFALL_OTHER, audit_label(audit), MAX(use->values[MEETINGS] - days, 0),
                  price,
                  "%s can meet on %d of %d day%s in %s: %d members are needed, the most together "
                  "are %d%s%s",
                  subject, days, use->values[MEETINGS], use->values[MEETINGS] == 1 ? "" : "s",
                  audit->problem->month->name, needed, best.members, best.members ? " on " : "",
                  best.members ? words_slot(audit->problem, best.slot, when) : "");
  tell_meetings(audit, use, team, gatherings, days);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  int teams = audit->problem->service->teams.count;
  for (int t = use->values[TOGETHER] ? NONE : 0; t < (use->values[TOGETHER] ? 0 : teams); t++)
    check_team(audit, use, t);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "%s on %d day%s of the month for %d minutes, in a session free for at "
                         "least %d%% of the most members who are here together, and two at least",
                         use->values[TOGETHER] ? "all who are meant meet together"
                                               : "each team meets",
                         use->values[MEETINGS], use->values[MEETINGS] == 1 ? "" : "s",
                         use->values[MINUTES], use->values[QUORUM]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_team_meeting = {
    .name = "team_meeting",
    .summary = "Each team, or a group across teams, has sessions in which enough of it can meet.",
    .source = "service model: \"alongside team meetings\"",
    .nature = RULE_ELASTIC,
    .weight = 40,
    .scope = SCOPE_ALL,
    .in_support_time = true,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .clinicians = "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}, team: hove}\n",
                .use = "{task: support}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support remote\n"
                              "cat 2027-02-01 am support crawley\n"
                              "cat 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-24 pm support hove\n"
                              "bob 2027-02-24 pm support hove\n"
                              "cat 2027-02-24 pm support remote\n"
                              "ann 2027-02-26 pm support remote\n"
                              "bob 2027-02-26 pm support hove\n",
                /* bob is also assigned to something else then */
                .good = "ann 2027-02-24 pm support hove\n"
                        "bob 2027-02-24 pm clinic hove\n"
                        "bob 2027-02-24 pm support hove\n"
                        "cat 2027-02-24 pm support remote\n",
                .bad = "ann 2027-02-26 pm support remote\n"
                       "bob 2027-02-26 pm support hove\n",
            },
            {
                .month = "closures: [{from: 2027-02-02, to: 2027-02-25}]\n",
                .use = "{task: support, meetings: 2, who: {team: hove}, quorum: 100,\n"
                       " sessions: [mon, fri am pm]}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support hove\n"
                              "ann 2027-02-01 pm support hove\n"
                              "bob 2027-02-01 pm support crawley\n"
                              "ann 2027-02-26 am support remote\n"
                              "bob 2027-02-26 am support remote\n"
                              "ann 2027-02-26 pm support remote\n"
                              "bob 2027-02-26 pm support remote\n",
                .good = "ann 2027-02-01 am support hove\n"
                        "bob 2027-02-01 am support hove\n"
                        "ann 2027-02-26 am support remote\n"
                        "bob 2027-02-26 am support remote\n",
                .bad = "ann 2027-02-01 am support hove\n"
                       "bob 2027-02-01 am support hove\n"
                       "ann 2027-02-01 pm support hove\n"
                       "bob 2027-02-01 pm support crawley\n",
            },
            {
                /* Three are here on the last day alone, and the quorum is of three. */
                .clinicians = "cat: {band: 5, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, team: hove, joins: 2027-02-26}\n",
                .use = "{task: support, quorum: 70, until: 2027-02-26}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support remote\n"
                              "ann 2027-02-26 pm support remote\n"
                              "bob 2027-02-26 pm support remote\n"
                              "cat 2027-02-26 pm support hove\n",
                .good = "ann 2027-02-26 pm support remote\n"
                        "bob 2027-02-26 pm support remote\n"
                        "cat 2027-02-26 pm support hove\n",
                .bad = "ann 2027-02-01 am support hove\n"
                       "bob 2027-02-01 am support remote\n",
            },
            {
                /* A third of three is one, and a meeting is two. Of two teams and of none, in
                 * sessions of just the 3 h 45 min that it takes; the evening is too short. */
                .clinicians = "cat: {band: 5, wte: 1.0, works: {mon-fri: [am, pm], tue: [eve]},\n"
                              "      skills: {msk: yes}}\n",
                .use = "{task: support, quorum: 33, minutes: 225, together: yes}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "cat 2027-02-01 am support crawley\n"
                              "cat 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-02 eve support hove\n"
                              "cat 2027-02-02 eve support hove\n"
                              "bob 2027-02-26 pm support hove\n"
                              "cat 2027-02-26 pm support remote\n",
                .good = "ann 2027-02-01 am support hove\n"
                        "cat 2027-02-01 am support crawley\n",
                .bad = "ann 2027-02-02 eve support hove\n"
                       "cat 2027-02-02 eve support hove\n"
                       "cat 2027-02-26 pm support remote\n",
            },
            {
                /* On Monday afternoons all have an audit, which fills them. */
                .use = "{task: support}",
                .beside = "{team_meeting: {task: support, together: yes, minutes: 200,\n"
                          " sessions: mon pm, weight: 0}}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support remote\n"
                              "ann 2027-02-01 pm support hove\n"
                              "bob 2027-02-01 pm support hove\n"
                              "cat 2027-02-01 pm support crawley\n"
                              "ann 2027-02-26 pm support hove\n"
                              "bob 2027-02-26 pm support hove\n",
                .good = "ann 2027-02-26 pm support hove\n"
                        "bob 2027-02-26 pm support hove\n",
                .bad = "ann 2027-02-01 pm support hove\n"
                       "bob 2027-02-01 pm support hove\n"
                       "cat 2027-02-01 pm support crawley\n",
            },
            {
                /* The days in turn: the 1st and the 3rd are this one's. */
                .use = "{task: support, minutes: 120}",
                .beside = "{team_meeting: {task: support, together: yes, minutes: 120, weight: 0}}",
                .candidates = "ann 2027-02-01 am support hove\n"
                              "bob 2027-02-01 am support hove\n"
                              "ann 2027-02-02 am support hove\n"
                              "bob 2027-02-02 am support hove\n"
                              "ann 2027-02-03 pm support hove\n"
                              "bob 2027-02-03 pm support hove\n"
                              "ann 2027-02-04 pm support hove\n"
                              "bob 2027-02-04 pm support hove\n",
                .good = "ann 2027-02-03 pm support hove\n"
                        "bob 2027-02-03 pm support hove\n",
                .bad = "ann 2027-02-02 am support hove\n"
                       "bob 2027-02-02 am support hove\n"
                       "ann 2027-02-04 pm support hove\n"
                       "bob 2027-02-04 pm support hove\n",
            },
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
