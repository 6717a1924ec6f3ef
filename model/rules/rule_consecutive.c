#include "model/indicator.h"
#include "model/rule.h"
#include "model/timeline.h"
#include "model/words.h"
#include "model/workdays.h"

enum { MOST_DAYS, FEWEST_DAYS, FEWEST_DAYS_OFF, MOST_WEEKENDS };
enum { SATURDAY = 5, SUNDAY };

static const struct rule_param params[] = {
    {.name = "most_days",
     .kind = PARAM_NUMBER,
     .unit = "days",
     .summary = "most working days in a row",
     .initial = 6,
     .least = 1,
     .most = 28},
    {.name = "fewest_days",
     .kind = PARAM_NUMBER,
     .unit = "days",
     .summary = "fewest working days in a row, once a day is worked",
     .initial = PARAM_UNSET,
     .least = 2,
     .most = 14},
    {.name = "fewest_days_off",
     .kind = PARAM_NUMBER,
     .unit = "days",
     .summary = "fewest days off in a row, between working days",
     .initial = PARAM_UNSET,
     .least = 2,
     .most = 14},
    {.name = "most_weekends",
     .kind = PARAM_NUMBER,
     .unit = "weekends",
     .summary = "most weekends worked in the month, be it one day of them",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 6},
};

/* The price of a row whose violation is always that many units. */
static int64_t price_of(const struct rule_use *use, int units)
{
  return use->hard ? PRICE_HARD : (int64_t)use->weight * units;
}

/* Adds "works" for each of the days and returns what the past makes of it. */
static int64_t add_days(struct formulation *formulation, const struct timeline *timeline, int first,
                        int last, int64_t coefficient)
{
  int64_t known = 0;
  for (int d = first; d <= last; d++)
    known += timeline_term(timeline, formulation, d, coefficient);
  return known;
}

/* The days up to `last` and one more than the most: not all of them worked. */
static void emit_most(struct formulation *formulation, const struct rule_use *use,
                      struct timeline *timeline, int last)
{
  int most = use->values[MOST_DAYS], first = last - most;
  for (int d = first; d <= last; d++)
    if (!timeline_can(timeline, d))
      return;
  timeline_make(timeline, formulation, first, last);
  int64_t known = add_days(formulation, timeline, first, last, 1);
  formulation_limit(formulation, timeline_label(timeline, formulation, last), -PROGRAMME_INFINITY,
                    most - known, 1, price_of(use, 1));
}

/* The day `last`, the `run` days before it and the day before them: not work on
 * the run alone (sign 1), or work on both ends alone (sign -1). */
static void emit_run(struct formulation *formulation, const struct rule_use *use,
                     struct timeline *timeline, int last, int run, int sign)
{
  int fewest = use->values[sign > 0 ? FEWEST_DAYS : FEWEST_DAYS_OFF];
  int first = last - run - 1;
  timeline_make(timeline, formulation, first, last);
  int64_t known = timeline_term(timeline, formulation, first, -sign);
  known += add_days(formulation, timeline, first + 1, last - 1, sign);
  timeline_term(timeline, formulation, last, -sign);
  formulation_limit(formulation, timeline_label(timeline, formulation, last), -PROGRAMME_INFINITY,
                    (sign > 0 ? run - 1 : 1) - known, 1, price_of(use, fewest - run));
}

/* What lies wholly in the past is judged if the month can still prolong it. */
static void emit_short_work(struct formulation *formulation, const struct rule_use *use,
                            struct timeline *timeline, int last, int known_from)
{
  if (last == 0 && !timeline_can(timeline, last))
    return;
  for (int run = 1; run < use->values[FEWEST_DAYS] && last - run - 1 >= known_from; run++) {
    if (!timeline_can(timeline, last - run)) /* a day of this run and all longer ones */
      return;
    emit_run(formulation, use, timeline, last, run, 1);
  }
}

static void emit_short_off(struct formulation *formulation, const struct rule_use *use,
                           struct timeline *timeline, int last)
{
  if (!timeline_can(timeline, last))
    return;
  for (int run = 1; run < use->values[FEWEST_DAYS_OFF]; run++)
    if (timeline_can(timeline, last - run - 1))
      emit_run(formulation, use, timeline, last, run, -1);
}

/* Before the days are made: a weekend needs the candidates themselves. */
static void emit_weekends(struct formulation *formulation, const struct rule_use *use,
                          const struct timeline *timeline)
{
  const struct month *month = formulation->problem->month;
  GArray *weekends[TIMELINE_MONTH] = {NULL}; /* by week */
  int possible = 0;
  for (int d = 0; d < month->n_days; d++) {
    GArray **weekend = &weekends[month->days[d].week];
    if (month->days[d].weekday < SATURDAY || !timeline_can(timeline, d))
      continue;
    possible += !*weekend;
    if (!*weekend)
      *weekend = g_array_new(FALSE, FALSE, sizeof(int));
    g_array_append_vals(*weekend, timeline->columns[d]->data, timeline->columns[d]->len);
  }
  struct label label = formulation_label(formulation);
  label.clinician = timeline->clinician;
  bool needed = possible > use->values[MOST_WEEKENDS];
  for (int w = 0; needed && w < month->n_weeks; w++)
    if (weekends[w])
      indicator_make(formulation, label, weekends[w]);
  for (int w = 0; needed && w < month->n_weeks; w++)
    if (weekends[w])
      indicator_term(formulation, weekends[w], 1);
  if (needed)
    formulation_limit(formulation, label, -PROGRAMME_INFINITY, use->values[MOST_WEEKENDS], 1,
                      price_of(use, 1));
  for (int w = 0; w < month->n_weeks; w++)
    g_clear_pointer(&weekends[w], g_array_unref);
}

static void emit_person(struct formulation *formulation, const struct rule_use *use, int clinician)
{
  const struct month *month = formulation->problem->month;
  int first = month->days[0].date, known_from = history_known_from(&month->history, first) - first;
  struct timeline timeline;
  timeline_init(&timeline, formulation->problem, &use->scope, clinician);
  if (use->values[MOST_WEEKENDS] != PARAM_UNSET)
    emit_weekends(formulation, use, &timeline);
  for (int last = 0; last < month->n_days; last++) {
    emit_most(formulation, use, &timeline, last);
    if (use->values[FEWEST_DAYS] != PARAM_UNSET)
      emit_short_work(formulation, use, &timeline, last, known_from);
    if (use->values[FEWEST_DAYS_OFF] != PARAM_UNSET)
      emit_short_off(formulation, use, &timeline, last);
  }
  timeline_clear(&timeline);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int c = 0; c < formulation->problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, formulation->problem, c))
      emit_person(formulation, use, c);
}

/* How many days before `end` are worked, or are not, one after the other. */
static int run_before(const struct workdays *days, int end, bool worked)
{
  int run = 0;
  while (run < WORKDAYS_PAST && workdays_has(days, end - run - 1) == worked)
    run++;
  return run;
}

/* Could the clinician have worked, in scope, on the first day of the month? */
static bool could_start(const struct problem *problem, const struct rule_use *use, int clinician)
{
  for (int s = 0; s < problem->month->days[0].n_slots; s++) {
    int count, first = problem_cell(problem, clinician, s, &count);
    for (int i = first; i < first + count; i++)
      if (scope_has(&use->scope, problem, &problem->candidates[i]))
        return true;
  }
  return false;
}

struct check {
  struct audit *audit;
  const struct rule_use *use;
  int clinician;
  const char *name;
  struct workdays days;
};

/* Where a run of work ends with the day before `end`, or with the month. */
static void check_most(const struct check *check, int end)
{
  int run = run_before(&check->days, end, true), most = check->use->values[MOST_DAYS];
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  if (run <= most || end == 0)
    return;
  audit_find(check->audit, workdays_label(check->audit, check->clinician, end - 1),
             MIN(run - most, end), rule_use_price(check->use),
             "%s works %d days in a row, %s to %s; the most is %d", check->name, run,
             workdays_format(check->audit->problem, end - run, from),
             workdays_format(check->audit->problem, end - 1, until), most);
}

/* The run of work, or of days off, that ends with the day before `end`. */
static void check_short(const struct check *check, int end, bool worked, int fewest)
{
  const struct problem *problem = check->audit->problem;
  int run = run_before(&check->days, end, worked);
  char from[DATE_TEXT_SIZE];
  if (run == 0 || run >= fewest)
    return;
  audit_find(check->audit, workdays_label(check->audit, check->clinician, end), fewest - run,
             rule_use_price(check->use), "%s has %d %s in a row from %s; the fewest is %d",
             check->name, run, worked ? "working days" : "days off",
             workdays_format(problem, end - run, from), fewest);
}

static void check_ends(const struct check *check)
{
  const struct problem *problem = check->audit->problem;
  const int *values = check->use->values;
  int first = problem->month->days[0].date;
  int known_from = history_known_from(&problem->month->history, first) - first;
  for (int end = 0; end < check->days.n_days; end++) {
    bool worked = workdays_has(&check->days, end);
    if (!worked)
      check_most(check, end);
    if (!worked && values[FEWEST_DAYS] != PARAM_UNSET &&
        end - run_before(&check->days, end, true) > known_from &&
        (end > 0 || could_start(problem, check->use, check->clinician)))
      check_short(check, end, true, values[FEWEST_DAYS]);
    if (worked && values[FEWEST_DAYS_OFF] != PARAM_UNSET &&
        workdays_has(&check->days, end - run_before(&check->days, end, false) - 1))
      check_short(check, end, false, values[FEWEST_DAYS_OFF]);
  }
  check_most(check, check->days.n_days);
}

static void check_weekends(const struct check *check)
{
  const struct month *month = check->audit->problem->month;
  int weekends = 0, most = check->use->values[MOST_WEEKENDS];
  for (int d = 0; d < month->n_days; d++) {
    bool saturday = month->days[d].weekday == SATURDAY, sunday = month->days[d].weekday == SUNDAY;
    bool counted = sunday && d > 0 && workdays_has(&check->days, d - 1);
    weekends += (saturday || sunday) && workdays_has(&check->days, d) && !counted;
  }
  struct label label = audit_label(check->audit);
  label.clinician = check->clinician;
  if (weekends > most)
    audit_find(check->audit, label, weekends - most, rule_use_price(check->use),
               "%s works on %d weekends; the most is %d", check->name, weekends, most);
}

static void check_person(struct audit *audit, const struct rule_use *use, int clinician)
{
  struct check check = {
      .audit = audit,
      .use = use,
      .clinician = clinician,
      .name = audit->problem->service->clinicians[clinician].name,
      .days = workdays_read(audit, &use->scope, clinician),
  };
  check_ends(&check);
  if (use->values[MOST_WEEKENDS] != PARAM_UNSET)
    check_weekends(&check);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, audit->problem, c))
      check_person(audit, use, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "nobody works more than %d %s in a row", use->values[MOST_DAYS],
                         use->values[MOST_DAYS] == 1 ? "day" : "days");
  if (use->values[FEWEST_DAYS] != PARAM_UNSET)
    g_string_append_printf(out, ", or fewer than %d", use->values[FEWEST_DAYS]);
  if (use->values[FEWEST_DAYS_OFF] != PARAM_UNSET)
    g_string_append_printf(out, ", or has fewer than %d days off in a row",
                           use->values[FEWEST_DAYS_OFF]);
  if (use->values[MOST_WEEKENDS] != PARAM_UNSET)
    g_string_append_printf(out, ", or works on more than %d weekends of the month",
                           use->values[MOST_WEEKENDS]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_consecutive = {
    .name = "consecutive",
    .summary = "Limits on working days, days off and weekends in a row, across months.",
    .source = "local policy for evening and 7-day services",
    .nature = RULE_HARD,
    .weight = 10,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .service = "week: {mon-sun: [am, pm]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-31 pm 13:15-17:00 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{most_days: 3}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-03 pm support remote\n"
                              "ann 2027-02-04 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "ann 2027-02-25 am clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-27 pm clinic crawley\n"
                              "ann 2027-02-28 am clinic hove\n"
                              "ann 2027-02-28 pm clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-01 pm clinic hove\n"
                        "ann 2027-02-02 am clinic hove\n"
                        "ann 2027-02-03 pm support remote\n"
                        "ann 2027-02-28 am clinic hove\n",
                .bad = "ann 2027-02-25 am clinic hove\n"
                       "ann 2027-02-26 am clinic hove\n"
                       "ann 2027-02-27 pm clinic crawley\n"
                       "ann 2027-02-28 pm clinic hove\n",
            },
            {
                .service = "week: {mon-sun: [am, pm]}\n",
                .use = "{fewest_days: 2, fewest_days_off: 3}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm clinic hove\n"
                              "ann 2027-02-03 am clinic hove\n"
                              "ann 2027-02-05 am clinic hove\n"
                              "ann 2027-02-24 am clinic hove\n"
                              "ann 2027-02-25 am clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-27 am clinic hove\n"
                              "ann 2027-02-28 am support hove\n"
                              "ann 2027-02-28 pm support remote\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-24 am clinic hove\n"
                        "ann 2027-02-25 am clinic hove\n"
                        "ann 2027-02-26 am clinic hove\n",
                .bad = "ann 2027-02-02 am clinic hove\n"
                       "ann 2027-02-02 pm clinic hove\n"
                       "ann 2027-02-28 pm support remote\n",
            },
            {
                .service = "week: {mon-sun: [am, pm]}\n",
                .use = "{most_weekends: 2, at: [hove, crawley]}",
                .candidates = "bob 2027-02-06 am clinic hove\n"
                              "bob 2027-02-07 am clinic hove\n"
                              "bob 2027-02-07 am support remote\n"
                              "bob 2027-02-12 am clinic hove\n"
                              "bob 2027-02-13 am clinic hove\n"
                              "bob 2027-02-21 pm clinic crawley\n"
                              "bob 2027-02-27 am clinic hove\n"
                              "bob 2027-02-28 am clinic hove\n"
                              "bob 2027-02-28 pm clinic crawley\n"
                              "cat 2027-02-28 am clinic hove\n",
                .good = "bob 2027-02-06 am clinic hove\n"
                        "bob 2027-02-07 am clinic hove\n"
                        "bob 2027-02-12 am clinic hove\n"
                        "bob 2027-02-28 am clinic hove\n",
                .bad = "bob 2027-02-07 am clinic hove\n"
                       "bob 2027-02-21 pm clinic crawley\n"
                       "bob 2027-02-28 pm clinic crawley\n",
            },
            {
                /* The use begins on the 1st, and January counts: Ann had worked for two days,
                 * Bob had one day off after one of work, Cat had worked for one. */
                .service = "week: {mon-sun: [am, pm]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-31 pm 13:15-17:00 clinic hove\n"
                           "  bob:\n"
                           "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
                           "  cat:\n"
                           "    - 2027-01-31 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{most_days: 4, fewest_days: 3, fewest_days_off: 3, from: 2027-02-01}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-03 am clinic hove\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-02 pm clinic hove\n"
                              "bob 2027-02-03 pm clinic hove\n"
                              "bob 2027-02-04 pm clinic hove\n"
                              "bob 2027-02-05 pm clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-02 am clinic hove\n"
                              "cat 2027-02-04 am clinic hove\n",
                .good = "cat 2027-02-01 am clinic hove\n"
                        "cat 2027-02-02 am clinic hove\n"
                        "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-02 am clinic hove\n"
                        "bob 2027-02-03 pm clinic hove\n"
                        "bob 2027-02-04 pm clinic hove\n"
                        "bob 2027-02-05 pm clinic hove\n",
                .bad = "bob 2027-02-02 pm clinic hove\n"
                       "bob 2027-02-03 pm clinic hove\n"
                       "bob 2027-02-04 pm clinic hove\n",
            },
            {
                /* August 2027 begins on a Sunday: its Saturday was worked in July. */
                .month_id = "2027-08",
                .service = "week: {mon-sun: [am, pm]}\n",
                .files = {{"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-07-31 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{most_weekends: 1}",
                .candidates = "ann 2027-08-01 am clinic hove\n"
                              "ann 2027-08-06 pm clinic hove\n"
                              "ann 2027-08-07 am clinic hove\n"
                              "ann 2027-08-07 pm clinic hove\n"
                              "ann 2027-08-08 am clinic hove\n"
                              "ann 2027-08-29 am clinic hove\n"
                              "ann 2027-08-30 am clinic hove\n"
                              "bob 2027-08-01 am clinic hove\n"
                              "bob 2027-08-28 am clinic hove\n",
                .good = "ann 2027-08-06 pm clinic hove\n"
                        "ann 2027-08-07 am clinic hove\n"
                        "ann 2027-08-08 am clinic hove\n"
                        "ann 2027-08-30 am clinic hove\n"
                        "bob 2027-08-28 am clinic hove\n",
                .bad = "ann 2027-08-01 am clinic hove\n"
                       "ann 2027-08-08 am clinic hove\n",
            },
            {
                /* May 2027 begins on a Saturday, when nobody can go on with Friday's work. */
                .month_id = "2027-05",
                .service = "week: {mon-fri: [am, pm]}\n",
                .files = {{"history/2027-04.yaml",
                           "month: 2027-04\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-04-30 am 08:30-12:15 clinic hove\n"
                           "  bob:\n"
                           "    - 2027-04-29 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{fewest_days: 2, fewest_days_off: 4}",
                .candidates = "ann 2027-05-03 am clinic hove\n"
                              "ann 2027-05-04 am clinic hove\n"
                              "ann 2027-05-05 am clinic hove\n"
                              "ann 2027-05-06 am clinic hove\n"
                              "bob 2027-05-03 am clinic hove\n"
                              "bob 2027-05-04 am clinic hove\n"
                              "bob 2027-05-31 am clinic hove\n",
                .good = "ann 2027-05-05 am clinic hove\n"
                        "ann 2027-05-06 am clinic hove\n"
                        "bob 2027-05-31 am clinic hove\n",
                .bad = "ann 2027-05-04 am clinic hove\n"
                       "ann 2027-05-05 am clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
