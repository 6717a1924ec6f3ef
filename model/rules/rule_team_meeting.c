#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

/* The quorum is counted of the most members who are here together in any session
 * of the month: counted of those who happen to be here, a meeting on the day when
 * nearly everybody is off would do. */

enum { MEETINGS, QUORUM };

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
        .summary = "of the most members who are here together in any one session",
        .initial = 80,
        .least = 1,
        .most = 100,
    },
};

/* --- emit ------------------------------------------------------------------ */

static bool is_member(const struct rule_use *use, const struct problem *problem, int clinician,
                      int team, int slot)
{
  int date = problem->month->slots[slot].date;
  return clinician_on(problem->service, clinician, date)->team == team &&
         scope_has_on(&use->scope, problem, clinician, date);
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
    if (scope_has_slot(&use->scope, problem, s))
      most = MAX(most, here);
  }
  return most < 2 ? 0 : (most * use->values[QUORUM] + PERCENT - 1) / PERCENT;
}

/* The column "the team meets in that slot", or NONE where it can't. */
static int add_meeting(struct formulation *formulation, const struct rule_use *use, int team,
                       int needed, int slot)
{
  const struct problem *problem = formulation->problem;
  int people = 0, last = NONE, end = formulation->slot_first[slot + 1];
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
                    PROGRAMME_INFINITY, 1, rule_use_price(use));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int t = 0; t < formulation->problem->service->teams.count; t++)
    emit_team(formulation, use, t);
}

/* --- check ----------------------------------------------------------------- */

/* Is the clinician of the team, and in scope, on that day? */
static bool belongs(const struct problem *problem, const struct rule_use *use, int team,
                    int clinician, int date)
{
  const struct post *post = clinician_on(problem->service, clinician, date);
  return post->team == team && scope_has_on(&use->scope, problem, clinician, date);
}

/* Members at a task of the scope, each once, in that slot. */
static int count_members(const struct audit *audit, const struct rule_use *use, int team, int slot)
{
  const struct rota *rota = audit->rota;
  int together = 0, last = NONE, date = audit->problem->month->slots[slot].date;
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

/* The most members here together in a session of the scope. */
static int most_here(const struct problem *problem, const struct rule_use *use, int team)
{
  const struct month *month = problem->month;
  int most = 0;
  for (int s = 0; s < month->n_slots; s++) {
    int here = 0;
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

/* The team meets on the fullest of its days, and not on as many as are missing. */
static void tell_meetings(struct audit *audit, const struct rule_use *use, int team,
                          GArray *gatherings, int days)
{
  int held = MIN(days, use->values[MEETINGS]);
  g_array_set_size(gatherings, (guint)held);
  g_array_sort(gatherings, earliest_first);
  for (int i = 0; i < use->values[MEETINGS]; i++) {
    int slot = i < held ? g_array_index(gatherings, struct gathering, i).slot : NONE;
    audit_meeting(
        audit, (struct meeting){.team = team, .clinician = NONE, .supervisor = NONE, .slot = slot});
  }
}

static void check_team(struct audit *audit, const struct rule_use *use, int team)
{
  int here = most_here(audit->problem, use, team), days = 0;
  int needed = (here * use->values[QUORUM] + 99) / 100;
  if (here < 2)
    return;
  g_autoptr(GArray) gatherings = gatherings_of(audit, use, team);
  struct gathering best = {NONE, 0};
  if (gatherings->len > 0)
    best = g_array_index(gatherings, struct gathering, 0);
  for (guint i = 0; i < gatherings->len; i++)
    days += g_array_index(gatherings, struct gathering, i).members >= needed;
  char when[WORDS_SIZE];
  audit_shortfall(
      audit, SHORTFALL_OTHER, audit_label(audit), MAX(use->values[MEETINGS] - days, 0),
      rule_use_price(use),
      "team %s can meet on %d of %d days in %s: %d members are needed, the most together "
      "are %d%s%s",
      audit->problem->service->teams.words[team], days, use->values[MEETINGS],
      audit->problem->month->name, needed, best.members, best.members ? " on " : "",
      best.members ? words_slot(audit->problem, best.slot, when) : "");
  tell_meetings(audit, use, team, gatherings, days);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int t = 0; t < audit->problem->service->teams.count; t++)
    check_team(audit, use, t);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "each team meets on %d day%s of the month, in a session free for at "
                         "least %d%% of the most members who are here together",
                         use->values[MEETINGS], use->values[MEETINGS] == 1 ? "" : "s",
                         use->values[QUORUM]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_team_meeting = {
    .name = "team_meeting",
    .summary = "Each team has sessions in which enough of its members can meet.",
    .source = "service model: \"alongside team meetings\"",
    .nature = RULE_ELASTIC,
    .weight = 100,
    .scope = SCOPE_ALL,
    .needs_scope = SCOPE_TASKS,
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
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
