#include "model/audit.h"
#include "model/formulation.h"
#include "model/meeting.h"
#include "model/reckoning.h"
#include "model/reckoning_range.h"
#include "model/rule.h"
#include "model/satisfaction.h"
#include "model/words.h"

enum { GOOD, FAIR, POOR, LOOK_BACK_MONTHS, LEVELS_OF_SATISFACTION = 3 };

static const struct rule_param params[] = {
    {.name = "good",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "satisfaction below this costs the weight for each percentage point",
     .initial = 75,
     .most = 100},
    {.name = "fair",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "and below this once more",
     .initial = 50,
     .most = 100},
    {.name = "poor",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "and below this once more",
     .initial = 25,
     .most = 100},
    {.name = "look_back_months",
     .kind = PARAM_NUMBER,
     .unit = "months",
     .summary = "how many earlier months raise the levels of those they left short",
     .initial = 3,
     .most = 24},
};

/* --- emit ------------------------------------------------------------------ */

/* What earlier months count for together. */
struct past {
  int months; /* that have a satisfaction */
  int debt;   /* percentage points they fell short of `good` by, in all; below 0: went beyond */
};

static struct past look_back(const struct rule_use *use, const struct problem *problem,
                             int clinician)
{
  const struct history *history = &problem->month->history;
  struct past past = {0};
  for (int m = MAX(history->n_months - use->values[LOOK_BACK_MONTHS], 0); m < history->n_months;
       m++) {
    const struct past_account *account = history_account(history, clinician, m);
    if (account && account->satisfaction >= 0) {
      past.debt += use->values[GOOD] - account->satisfaction;
      past.months++;
    }
  }
  return past;
}

/* The levels of a clinician, the highest first: the debt of earlier months comes
 * on top of each, or off where it is a credit. */
static void levels_of(const struct rule_use *use, const struct problem *problem, int clinician,
                      int levels[LEVELS_OF_SATISFACTION])
{
  int debt = look_back(use, problem, clinician).debt;
  for (int i = 0; i < LEVELS_OF_SATISFACTION; i++) {
    int level = use->values[GOOD + i], at = i;
    if (level > 0)
      level = CLAMP(level + debt, 0, 100);
    for (; at > 0 && levels[at - 1] < level; at--)
      levels[at] = levels[at - 1];
    levels[at] = level;
  }
}

static void collect_meetings(struct formulation *formulation, int clinician, int other,
                             GArray *terms)
{
  const struct problem *problem = formulation->problem;
  int points = preference_person_points(problem, clinician, other);
  for (int slot = 0; slot < problem->month->n_slots && points != 0; slot++)
    for (int site = 0; site < problem->service->n_sites; site++) {
      int column = meeting_column(formulation, clinician, other, slot, site);
      struct term term = {column, INT64_C(100) * points};
      if (column != NONE)
        g_array_append_val(terms, term);
    }
}

/* Adds 100 x the clinician's points to the row in the making. Meetings are
 * collected before, because a new one makes rows of its own. */
static void add_points(struct formulation *formulation, int clinician)
{
  const struct problem *problem = formulation->problem;
  int n_slots = problem->month->n_slots;
  const struct preferences *asked = month_preferences(problem->month, clinician);
  g_autoptr(GArray) meetings = g_array_new(FALSE, FALSE, sizeof(struct term));
  for (int p = 0; p < asked->n_people; p++)
    collect_meetings(formulation, clinician, asked->people[p].item, meetings);
  for (guint i = 0; i < meetings->len; i++) {
    const struct term *term = &g_array_index(meetings, struct term, i);
    formulation_term(formulation, term->column, term->coefficient);
  }
  for (int i = problem->cell[clinician * n_slots]; i < problem->cell[(clinician + 1) * n_slots];
       i++) {
    int points = preference_points(problem, &problem->candidates[i]);
    if (points != 0)
      formulation_term(formulation, i, INT64_C(100) * points);
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct satisfaction_range range;
    int levels[LEVELS_OF_SATISFACTION];
    if (!scope_has_month(&use->scope, problem, c) || !satisfaction_range(problem, c, &range))
      continue;
    levels_of(use, problem, c, levels);
    int64_t percent = range.best - range.worst; /* of 100 x the points there are */
    int64_t lower = levels[0] * percent + INT64_C(100) * range.worst;
    struct label label = formulation_label(formulation);
    label.clinician = c;
    struct formulation_step steps[LEVELS_OF_SATISFACTION] = {
        {levels[0] - levels[1], use->weight},
        {levels[1] - levels[2], INT64_C(2) * use->weight},
        {levels[2], INT64_C(3) * use->weight},
    };
    add_points(formulation, c);
    if (use->hard)
      formulation_limit(formulation, label, lower, PROGRAMME_INFINITY, 1, PRICE_HARD);
    else
      formulation_floor(formulation, label, lower, percent, steps, LEVELS_OF_SATISFACTION);
  }
}

/* --- check ----------------------------------------------------------------- */

/* By how many points earlier months fell short of `good`, in all; below 0: beyond. */
static int owed_from_before(const struct problem *problem, const struct rule_use *use,
                            int clinician)
{
  const struct history *history = &problem->month->history;
  int owed = 0;
  for (int i = 0; i < history->n_accounts; i++) {
    const struct past_account *account = &history->accounts[i];
    int months_ago = history->n_months - account->month;
    if (account->clinician == clinician && months_ago <= use->values[LOOK_BACK_MONTHS] &&
        account->satisfaction >= 0)
      owed += use->values[GOOD] - account->satisfaction;
  }
  return owed;
}

static int points_got(const struct audit *audit, int clinician)
{
  const struct problem *problem = audit->problem;
  const struct rota *rota = audit->rota;
  const struct preferences *asked = month_preferences(problem->month, clinician);
  int points = 0;
  for (int i = rota->cell[clinician * rota->n_slots];
       i < rota->cell[(clinician + 1) * rota->n_slots]; i++) {
    points += reckoning_points(problem, &rota->items[i]);
    for (int p = 0; p < asked->n_people; p++)
      if (satisfaction_meets(problem, rota, &rota->items[i], asked->people[p].item))
        points += reckoning_person_points(problem, clinician, asked->people[p].item);
  }
  return points;
}

static void check_person(struct audit *audit, const struct rule_use *use, int clinician)
{
  const struct problem *problem = audit->problem;
  int worst = reckoning_worst(problem, clinician);
  int all = reckoning_best(problem, clinician) - worst;
  if (all == 0 || problem->service->clinicians[clinician].bank)
    return;
  int got = points_got(audit, clinician) - worst, highest = 0, below_all = 0, below_highest = 0;
  int owed = owed_from_before(problem, use, clinician);
  const int levels[] = {use->values[GOOD], use->values[FAIR], use->values[POOR]};
  for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
    int level = levels[i] == 0 ? 0 : MIN(MAX(levels[i] + owed, 0), 100);
    int lacking = MAX(level * all - 100 * got, 0); /* hundredths of the points there are */
    int below = lacking / all + (lacking % all > 0);
    below_all += below;
    highest = MAX(highest, level);
    below_highest = MAX(below_highest, below);
  }
  struct label label = audit_label(audit);
  label.clinician = clinician;
  audit_find(audit, label, use->hard ? below_highest : below_all, rule_use_price(use),
             "%s gets %d%% of what was asked for, less than %d%%",
             problem->service->clinicians[clinician].name, MIN(MAX(100 * got / all, 0), 100),
             highest);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    if (scope_has_month(&use->scope, audit->problem, c))
      check_person(audit, use, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(
      out, "everybody gets %d%% of what was asked for; below %d%% and below %d%% counts more",
      use->values[GOOD], use->values[FAIR], use->values[POOR]);
  words_scope(problem, &use->scope, out);
}

static void recall(const struct rule_use *use, const struct problem *problem, int clinician,
                   GString *out)
{
  struct past past = look_back(use, problem, clinician);
  int levels[LEVELS_OF_SATISFACTION];
  if (past.debt == 0)
    return;
  levels_of(use, problem, clinician, levels);
  g_string_append_printf(
      out, "%d point%s %s %d%% of what was asked for, over %d month%s; now %d%% is aimed at",
      ABS(past.debt), ABS(past.debt) == 1 ? "" : "s", past.debt > 0 ? "short of" : "beyond",
      use->values[GOOD], past.months, past.months == 1 ? "" : "s", levels[0]);
}

const struct rule rule_equity = {
    .name = "equity",
    .summary = "Satisfaction with preferences is fair: the worst-off are helped first.",
    .source = "\"supports equity\"",
    .nature = RULE_SOFT,
    .weight = 1,
    .scope = SCOPE_WHO,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .files = {{"2027-02/preferences/ann.yaml",
                           "clinician: ann\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "sessions:\n"
                           "  - {on: 2027-02-01 am, want: off}\n"
                           "  - {on: 2027-02-02 am, want: {task: spine}}\n"
                           "  - {on: 2027-02-03 am, want: off, how: like}\n"},
                          {"2027-02/preferences/bob.yaml",
                           "clinician: bob\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "sessions: [{on: 2027-02-02 am, want: off}]\n"}},
                .use = "{good: 80, fair: 55, poor: 20}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-02 am spine hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-03 am clinic crawley\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-02 pm clinic hove\n",
                .good = "ann 2027-02-02 am spine hove\n"
                        "bob 2027-02-02 pm clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-02 am clinic hove\n",
            },
            {
                /* Of the four Mondays, three with bob are 6 of the 8 points there are. */
                .service = "week: {mon: [am]}\n"
                           "tasks:\n"
                           "  clinic:  {at: hove}\n"
                           "  support: {at: remote, room: none}\n",
                .files = {{"2027-02/preferences/ann.yaml",
                           "clinician: ann\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "people: {bob: love, cat: dislike}\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-08 am clinic hove\n"
                              "ann 2027-02-08 am support remote\n"
                              "ann 2027-02-15 am clinic hove\n"
                              "ann 2027-02-22 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-08 am clinic hove\n"
                              "bob 2027-02-08 am support remote\n"
                              "bob 2027-02-15 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-22 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-08 am clinic hove\n"
                        "ann 2027-02-15 am clinic hove\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "bob 2027-02-08 am clinic hove\n"
                        "bob 2027-02-15 am clinic hove\n",
                .bad = "ann 2027-02-08 am support remote\n"
                       "bob 2027-02-08 am support remote\n"
                       "ann 2027-02-22 am clinic hove\n"
                       "cat 2027-02-22 am clinic hove\n",
            },
            {
                /* Two months are looked back at. Ann got 40 points more than 55%, in all: 15% and
                 * 20% are left of her levels; Bob got nothing in one month, and the other has no
                 * satisfaction of his. A level of 0 stays 0, and Cat got so much that hers are. */
                .files = {{"2027-02/preferences/ann.yaml",
                           "clinician: ann\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "sessions:\n"
                           "  - {on: 2027-02-01 am, want: off}\n"
                           "  - {on: 2027-02-02 am, want: off}\n"
                           "  - {on: 2027-02-26 am, want: off, how: like}\n"},
                          {"2027-02/preferences/bob.yaml",
                           "clinician: bob\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "sessions:\n"
                           "  - {on: 2027-02-01 am, want: off}\n"
                           "  - {on: 2027-02-02 am, want: off}\n"
                           "  - {on: 2027-02-03 am, want: off}\n"},
                          {"2027-02/preferences/cat.yaml",
                           "clinician: cat\n"
                           "month: 2027-02\n"
                           "submitted: 2027-01-05\n"
                           "sessions: [{on: 2027-02-01 am, want: off}]\n"},
                          {"history/2026-11.yaml",
                           "month: 2026-11\n"
                           "accounts:\n"
                           "  ann: {contract: 0, planned: 0, balance: 0, satisfaction: 10}\n"
                           "  bob: {contract: 0, planned: 0, balance: 0, satisfaction: 10}\n"
                           "checksum: none\n"},
                          {"history/2026-12.yaml",
                           "month: 2026-12\n"
                           "accounts:\n"
                           "  ann: {contract: 0, planned: 0, balance: 0, satisfaction: 90}\n"
                           "  cat: {contract: 0, planned: 0, balance: 0, satisfaction: 100}\n"
                           "  bob: {contract: 0, planned: 0, balance: 0, satisfaction: 0}\n"
                           "checksum: none\n"},
                          {"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "accounts:\n"
                           "  ann: {contract: 0, planned: 0, balance: 0, satisfaction: 60}\n"
                           "  cat: {contract: 0, planned: 0, balance: 0, satisfaction: 100}\n"
                           "  bob: {contract: 0, planned: 0, balance: 0}\n"
                           "checksum: none\n"}},
                .use = "{good: 55, fair: 60, poor: 0, look_back_months: 2}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-03 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-02 am clinic hove\n"
                        "cat 2027-02-01 am clinic hove\n",
                .bad = "bob 2027-02-01 am clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
    .recall = recall,
};
