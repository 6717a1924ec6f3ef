#include "model/audit.h"
#include "model/formulation.h"
#include "model/meeting.h"
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
    if (!scope_has_clinician(&use->scope, c) || !satisfaction_range(problem, c, &range))
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

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct satisfaction_range range;
    int levels[LEVELS_OF_SATISFACTION];
    if (!scope_has_clinician(&use->scope, c) || !satisfaction_range(problem, c, &range))
      continue;
    levels_of(use, problem, c, levels);
    int got = satisfaction_points(problem, audit->rota, c) - range.worst,
        all = range.best - range.worst;
    int64_t points_below = 0;
    for (int i = 0; i < (use->hard ? 1 : LEVELS_OF_SATISFACTION); i++) {
      int short_of = levels[i] * all - 100 * got;
      points_below += short_of > 0 ? (short_of + all - 1) / all : 0;
    }
    struct label label = audit_label(audit);
    label.clinician = c;
    audit_find(audit, label, points_below, rule_use_price(use),
               "%s gets %d%% of what was asked for, less than %d%%",
               problem->service->clinicians[c].name, satisfaction_percent(problem, audit->rota, c),
               levels[0]);
  }
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
        },
    .emit = emit,
    .check = check,
    .explain = explain,
    .recall = recall,
};
