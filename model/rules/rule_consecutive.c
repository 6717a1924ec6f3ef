#include "model/indicator.h"
#include "model/rule.h"
#include "model/timeline.h"
#include "model/words.h"
#include "model/workdays.h"

enum part {
  MOST_DAYS,
  FEWEST_DAYS,
  FEWEST_DAYS_OFF,
  MOST_DAYS_OFF,
  MOST_WEEKENDS,
  WEEKENDS_IN_ROW,
  WHOLE_WEEKENDS,
  WEIGHTS, /* of each part, in this order */
};
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
    {.name = "most_days_off",
     .kind = PARAM_NUMBER,
     .unit = "days",
     .summary = "most days off in a row where there was work to do on one of them",
     .initial = PARAM_UNSET,
     .least = 1,
     .most = 28},
    {.name = "most_weekends",
     .kind = PARAM_NUMBER,
     .unit = "weekends",
     .summary = "most weekends worked in the month, be it one day of them",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = MONTH_WEEKS_MAX},
    {.name = "weekends_in_row",
     .kind = PARAM_NUMBER,
     .unit = "weekends",
     .summary = "most weekends in a row that are worked, be it one day of them",
     .initial = PARAM_UNSET,
     .least = 1,
     .most = 8},
    {.name = "whole_weekends",
     .kind = PARAM_SWITCH,
     .unit = "",
     .summary = "whether both days of a weekend are worked, or none"},
    {.name = "most_days_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "price of each unit of 'most_days', which is then not hard",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 1000000},
    {.name = "fewest_days_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "price of each unit of 'fewest_days', which is then not hard",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 1000000},
    {.name = "fewest_days_off_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "price of each unit of 'fewest_days_off', which is then not hard",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 1000000},
    {.name = "most_days_off_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "price of each unit of 'most_days_off', which is then not hard",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 1000000},
    {.name = "most_weekends_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "price of each unit of 'most_weekends', which is then not hard",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 1000000},
    {.name = "weekends_in_row_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "price of each unit of 'weekends_in_row', which is then not hard",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 1000000},
    {.name = "whole_weekends_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "price of each unit of 'whole_weekends', which is then not hard",
     .initial = PARAM_UNSET,
     .least = 0,
     .most = 1000000},
};

/* The price of a row of that part whose violation is always that many units. */
static int64_t price_of(const struct rule_use *use, enum part part, int units)
{
  int own = use->values[WEIGHTS + part];
  if (own != PARAM_UNSET)
    return (int64_t)own * units;
  return use->hard ? PRICE_HARD : (int64_t)use->weight * units;
}

/* Adds "works" for each of the days and returns what is known of them. */
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
                    most - known, 1, price_of(use, MOST_DAYS, 1));
}

/* The day `last`, the `run` days before it and the day before them: not work on
 * the run alone (sign 1), or work on both ends alone (sign -1). */
static void emit_run(struct formulation *formulation, const struct rule_use *use,
                     struct timeline *timeline, int last, int run, int sign)
{
  enum part part = sign > 0 ? FEWEST_DAYS : FEWEST_DAYS_OFF;
  int fewest = use->values[part];
  int first = last - run - 1;
  timeline_make(timeline, formulation, first, last);
  int64_t known = timeline_term(timeline, formulation, first, -sign);
  known += add_days(formulation, timeline, first + 1, last - 1, sign);
  known += timeline_term(timeline, formulation, last, -sign);
  formulation_limit(formulation, timeline_label(timeline, formulation, last), -PROGRAMME_INFINITY,
                    (sign > 0 ? run - 1 : 1) - known, 1, price_of(use, part, fewest - run));
}

/* What lies wholly in the past is judged if the month can still prolong it; what lies wholly in
 * the month after is its own. */
static void emit_short_work(struct formulation *formulation, const struct rule_use *use,
                            struct timeline *timeline, int last, int known_from)
{
  if (last == 0 && !timeline_can(timeline, last))
    return;
  for (int run = 1; run < use->values[FEWEST_DAYS] && last - run - 1 >= known_from; run++) {
    if (!timeline_can(timeline, last - run)) /* a day of this run and all longer ones */
      return;
    if (last - run < timeline->n_days)
      emit_run(formulation, use, timeline, last, run, 1);
  }
}

static void emit_short_off(struct formulation *formulation, const struct rule_use *use,
                           struct timeline *timeline, int last)
{
  if (!timeline_can(timeline, last))
    return;
  for (int run = 1; run < use->values[FEWEST_DAYS_OFF]; run++)
    if (last - run - 1 < timeline->n_days && timeline_can(timeline, last - run - 1))
      emit_run(formulation, use, timeline, last, run, -1);
}

/* Is it a day on which the use means the clinician? Outside the month nobody asks. */
static bool is_meant(const struct problem *problem, const struct rule_use *use, int clinician,
                     int day)
{
  const struct pattern *when = &use->scope.when;
  int date = problem->month->days[0].date + day;
  if (day < 0 || day >= problem->month->n_days)
    return true;
  return (when->from == DATE_NONE || when->from <= date) &&
         (when->until == DATE_NONE || date <= when->until) &&
         scope_has_on(&use->scope, problem, clinician, date) &&
         clinician_employed(problem->service, clinician, date);
}

/* The days up to `last` and one more than the most off: some work on one of those on which
 * there can be any. */
static void emit_days_off(struct formulation *formulation, const struct rule_use *use,
                          struct timeline *timeline, int last, int known_from)
{
  int first = last - use->values[MOST_DAYS_OFF];
  bool any = false;
  if (first < known_from)
    return;
  for (int d = first; d <= last; d++) {
    bool known = d < 0 || d >= timeline->n_days, can = timeline_can(timeline, d);
    if ((known && can) || !is_meant(formulation->problem, use, timeline->clinician, d))
      return;
    any = any || can;
  }
  if (!any)
    return;
  timeline_make(timeline, formulation, first, last);
  add_days(formulation, timeline, first, last, 1);
  formulation_limit(formulation, timeline_label(timeline, formulation, last), 1, PROGRAMME_INFINITY,
                    1, price_of(use, MOST_DAYS_OFF, 1));
}

/* Both days of the weekend, or none, where the month's can be worked. */
static void emit_whole(struct formulation *formulation, const struct rule_use *use,
                       struct timeline *timeline, int saturday, int known_from)
{
  for (int d = saturday; d <= saturday + 1; d++)
    if (d < known_from || d >= timeline->n_days + timeline->n_later ||
        (d >= 0 && d < timeline->n_days && !timeline_can(timeline, d)))
      return;
  timeline_make(timeline, formulation, saturday, saturday + 1);
  int64_t known = timeline_term(timeline, formulation, saturday, 1);
  known += timeline_term(timeline, formulation, saturday + 1, -1);
  formulation_limit(formulation, timeline_label(timeline, formulation, MAX(saturday, 0)), -known,
                    -known, 1, price_of(use, WHOLE_WEEKENDS, 1));
}

/* Is the weekend worked already, by what is known? */
static bool known_weekend(const struct timeline *timeline, int saturday, int known_from)
{
  for (int d = saturday; d <= saturday + 1; d++)
    if (d >= known_from && (d < 0 || d >= timeline->n_days) && timeline_can(timeline, d))
      return true;
  return false;
}

/* What of the month can make the weekend a worked one; NULL: nothing. */
static GArray *weekend_columns(const struct timeline *timeline, int saturday)
{
  GArray *columns = g_array_new(FALSE, FALSE, sizeof(int));
  for (int d = MAX(saturday, 0); d <= MIN(saturday + 1, timeline->n_days - 1); d++)
    g_array_append_vals(columns, timeline->columns[d]->data, timeline->columns[d]->len);
  if (columns->len == 0)
    g_clear_pointer(&columns, g_array_unref);
  return columns;
}

/* The weekends up to that of `saturday` and one more than the most: not all of them worked, if
 * what is known leaves it open. Before the days are made, as in emit_weekends. */
static void emit_in_row(struct formulation *formulation, const struct rule_use *use,
                        const struct timeline *timeline, int saturday, int known_from)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (int s = saturday - 7 * use->values[WEEKENDS_IN_ROW]; s <= saturday; s += 7) {
    if (known_weekend(timeline, s, known_from))
      continue;
    GArray *columns = weekend_columns(timeline, s);
    if (!columns)
      return;
    g_ptr_array_add(open, columns);
  }
  if (open->len == 0)
    return;
  struct label label = timeline_label(timeline, formulation, MAX(saturday, 0));
  for (guint i = 0; i < open->len; i++)
    indicator_make(formulation, label, open->pdata[i]);
  for (guint i = 0; i < open->len; i++)
    indicator_term(formulation, open->pdata[i], 1);
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, (int)open->len - 1, 1,
                    price_of(use, WEEKENDS_IN_ROW, 1));
}

/* The Saturday of the weekend of the month's first day, or the first after it. */
static int first_saturday(const struct month *month)
{
  int weekday = month->days[0].weekday;
  return weekday == SUNDAY ? -1 : SATURDAY - weekday;
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
                      price_of(use, MOST_WEEKENDS, 1));
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
  for (int s = first_saturday(month); s < timeline.n_days + timeline.n_later; s += 7)
    if (use->values[WEEKENDS_IN_ROW] != PARAM_UNSET)
      emit_in_row(formulation, use, &timeline, s, known_from);
  for (int s = first_saturday(month); s < timeline.n_days; s += 7)
    if (use->values[WHOLE_WEEKENDS])
      emit_whole(formulation, use, &timeline, s, known_from);
  for (int last = 0; last < timeline.n_days + timeline.n_later; last++) {
    if (last - use->values[MOST_DAYS] < timeline.n_days)
      emit_most(formulation, use, &timeline, last);
    if (use->values[FEWEST_DAYS] != PARAM_UNSET)
      emit_short_work(formulation, use, &timeline, last, known_from);
    if (use->values[FEWEST_DAYS_OFF] != PARAM_UNSET)
      emit_short_off(formulation, use, &timeline, last);
    if (use->values[MOST_DAYS_OFF] != PARAM_UNSET)
      emit_days_off(formulation, use, &timeline, last, known_from);
  }
  timeline_clear(&timeline);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int c = 0; c < formulation->problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, formulation->problem, c))
      emit_person(formulation, use, c);
}

/* What a unit of that part costs. */
static int64_t price_at(const struct rule_use *use, enum part part)
{
  bool own = use->values[WEIGHTS + part] != PARAM_UNSET;
  return own ? use->values[WEIGHTS + part] : rule_use_price(use);
}

/* How many days before `end` are worked, or are not, one after the other. */
static int run_before(const struct workdays *days, int end, bool worked)
{
  int run = 0;
  while (run < WORKDAYS_PAST && workdays_has(days, end - run - 1) == worked)
    run++;
  return run;
}

/* Could the clinician have worked, in scope, on that day of the month? */
static bool could_work(const struct problem *problem, const struct rule_use *use, int clinician,
                       int day)
{
  const struct day *at = &problem->month->days[day];
  for (int s = at->first_slot; s < at->first_slot + at->n_slots; s++) {
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

/* Where a run of work ends with the day before `end`: each day beyond the most, but for those
 * that the days before the month, or after it, have by themselves. */
static void check_most(const struct check *check, int end)
{
  int run = run_before(&check->days, end, true), most = check->use->values[MOST_DAYS];
  int after = MAX(end - check->days.n_days, 0), before = MAX(run - end, 0);
  int over = run - most - MAX(before - most, 0) - MAX(after - most, 0);
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  if (over <= 0 || run <= after || end == 0)
    return;
  audit_find(check->audit, workdays_label(check->audit, check->clinician, end - 1), over,
             price_at(check->use, MOST_DAYS), "%s works %d days in a row, %s to %s; the most is %d",
             check->name, run, workdays_format(check->audit->problem, end - run, from),
             workdays_format(check->audit->problem, end - 1, until), most);
}

/* The run of work, or of days off, that ends with the day before `end`. */
static void check_short(const struct check *check, int end, bool worked)
{
  enum part part = worked ? FEWEST_DAYS : FEWEST_DAYS_OFF;
  int fewest = check->use->values[part];
  const struct problem *problem = check->audit->problem;
  int run = run_before(&check->days, end, worked);
  char from[DATE_TEXT_SIZE];
  if (run == 0 || run >= fewest)
    return;
  audit_find(check->audit, workdays_label(check->audit, check->clinician, end), fewest - run,
             price_at(check->use, part), "%s has %d %s%s%s in a row from %s; the fewest is %d",
             check->name, run, worked ? "working day" : "day", run == 1 ? "" : "s",
             worked ? "" : " off", workdays_format(problem, end - run, from), fewest);
}

/* Does the day, off, count as one? Those of the month are the person's, of the rule's dates. */
static bool counts_as_off(const struct check *check, int day)
{
  const struct problem *problem = check->audit->problem;
  const struct scope *scope = &check->use->scope;
  if (day < 0 || day >= check->days.n_days)
    return true;
  int date = problem->month->days[day].date;
  return date >= scope->when.from &&
         (scope->when.until == DATE_NONE || date <= scope->when.until) &&
         clinician_employed(problem->service, check->clinician, date) &&
         scope_has_on(scope, problem, check->clinician, date);
}

/* Of the days off that end with the day before `end`, each one more than the most that are
 * together, and on one of which the clinician could have worked. */
static void check_days_off(const struct check *check, int end, int known_from)
{
  int most = check->use->values[MOST_DAYS_OFF], windows = 0, counting = 0, idle = INT_MIN;
  if (most == PARAM_UNSET)
    return;
  int run = MIN(run_before(&check->days, end, false), end - known_from);
  for (int day = end - run; day < end; day++) {
    counting = counts_as_off(check, day) ? counting + 1 : 0;
    if (day >= 0 && day < check->days.n_days &&
        could_work(check->audit->problem, check->use, check->clinician, day))
      idle = day;
    windows += counting > most && idle >= day - most;
  }
  char from[DATE_TEXT_SIZE];
  if (windows > 0)
    audit_find(check->audit, workdays_label(check->audit, check->clinician, end - 1), windows,
               price_at(check->use, MOST_DAYS_OFF),
               "%s has %d day%s off in a row from %s, with work to do; the most is %d", check->name,
               run, run == 1 ? "" : "s", workdays_format(check->audit->problem, end - run, from),
               most);
}

static void check_ends(const struct check *check)
{
  const struct problem *problem = check->audit->problem;
  const int *values = check->use->values;
  int first = problem->month->days[0].date;
  int known_from = history_known_from(&problem->month->history, first) - first;
  for (int end = 0; end < check->days.n_known; end++) {
    bool worked = workdays_has(&check->days, end);
    int run = run_before(&check->days, end, !worked);
    if (!worked)
      check_most(check, end);
    if (!worked && values[FEWEST_DAYS] != PARAM_UNSET && end - run > known_from &&
        end - run < check->days.n_days &&
        (end > 0 || could_work(problem, check->use, check->clinician, 0)))
      check_short(check, end, true);
    if (worked && values[FEWEST_DAYS_OFF] != PARAM_UNSET && end - run - 1 < check->days.n_days &&
        workdays_has(&check->days, end - run - 1))
      check_short(check, end, false);
    if (worked)
      check_days_off(check, end, known_from);
  }
  check_most(check, check->days.n_known);
  check_days_off(check, check->days.n_known, known_from);
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
    audit_find(check->audit, label, weekends - most, price_at(check->use, MOST_WEEKENDS),
               "%s works on %d weekend%s; the most is %d", check->name, weekends,
               weekends == 1 ? "" : "s", most);
}

/* Is a day of the weekend worked; one that is not of this month? */
static bool has_weekend(const struct check *check, int saturday, int known_from, bool elsewhere)
{
  for (int day = saturday; day < saturday + 2; day++)
    if (workdays_has(&check->days, day) && day >= known_from &&
        !(elsewhere && day >= 0 && day < check->days.n_days))
      return true;
  return false;
}

/* Each weekend beyond the most in a row that this month has a hand in. */
static void check_in_row(const struct check *check, int first, int known_from)
{
  int most = check->use->values[WEEKENDS_IN_ROW], run = 0, before = 0, over = 0;
  for (int s = first - 7 * most; s < check->days.n_known + 7; s += 7) {
    bool worked = s < check->days.n_known && has_weekend(check, s, known_from, false);
    if (!worked && over > 0) {
      char from[DATE_TEXT_SIZE];
      audit_find(check->audit, workdays_label(check->audit, check->clinician, MAX(s - 7, 0)), over,
                 price_at(check->use, WEEKENDS_IN_ROW),
                 "%s works on %d weekends in a row from that of %s; the most is %d", check->name,
                 run, workdays_format(check->audit->problem, s - 7 * run, from), most);
    }
    run = worked ? run + 1 : 0;
    before = worked && has_weekend(check, s, known_from, true) ? before + 1 : 0;
    over = worked ? over + (run > most && before <= most) : 0;
  }
}

static void check_whole(const struct check *check, int first, int known_from)
{
  char date[DATE_TEXT_SIZE];
  for (int s = first; s < check->days.n_days; s += 7) {
    bool judged = s >= known_from && s + 1 < check->days.n_known;
    for (int day = MAX(s, 0); judged && day <= MIN(s + 1, check->days.n_days - 1); day++)
      judged = could_work(check->audit->problem, check->use, check->clinician, day);
    if (judged && workdays_has(&check->days, s) != workdays_has(&check->days, s + 1))
      audit_find(check->audit, workdays_label(check->audit, check->clinician, MAX(s, 0)), 1,
                 price_at(check->use, WHOLE_WEEKENDS),
                 "%s works on one day of the weekend of %s, and not on the other", check->name,
                 workdays_format(check->audit->problem, s, date));
  }
}

static void check_weekend_pairs(const struct check *check)
{
  const struct month *month = check->audit->problem->month;
  int date = month->days[0].date, saturday = -1;
  int known_from = history_known_from(&month->history, date) - date;
  while (date_weekday(date + saturday) != SATURDAY)
    saturday++;
  if (check->use->values[WEEKENDS_IN_ROW] != PARAM_UNSET)
    check_in_row(check, saturday, known_from);
  if (check->use->values[WHOLE_WEEKENDS])
    check_whole(check, saturday, known_from);
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
  check_weekend_pairs(&check);
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
    g_string_append_printf(out, ", or has fewer than %d day%s off in a row",
                           use->values[FEWEST_DAYS_OFF],
                           use->values[FEWEST_DAYS_OFF] == 1 ? "" : "s");
  if (use->values[MOST_WEEKENDS] != PARAM_UNSET)
    g_string_append_printf(out, ", or works on more than %d weekend%s of the month",
                           use->values[MOST_WEEKENDS], use->values[MOST_WEEKENDS] == 1 ? "" : "s");
  if (use->values[MOST_DAYS_OFF] != PARAM_UNSET)
    g_string_append_printf(out, ", or has more than %d day%s off in a row with work to do",
                           use->values[MOST_DAYS_OFF], use->values[MOST_DAYS_OFF] == 1 ? "" : "s");
  if (use->values[WEEKENDS_IN_ROW] != PARAM_UNSET)
    g_string_append_printf(out, ", or works on more than %d weekend%s in a row",
                           use->values[WEEKENDS_IN_ROW],
                           use->values[WEEKENDS_IN_ROW] == 1 ? "" : "s");
  if (use->values[WHOLE_WEEKENDS])
    g_string_append(out, ", or on one day of a weekend alone");
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
            {
                /* July, which is published, goes on with two days: at most one may come before. */
                .month_id = "2027-06",
                .service = "week: {mon-sun: [am, pm]}\n",
                .files = {{"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-07-01 am 08:30-12:15 clinic hove\n"
                           "    - 2027-07-02 am 08:30-12:15 clinic hove\n"
                           "    - 2027-07-04 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{most_days: 3, fewest_days: 2, fewest_days_off: 2}",
                .candidates = "ann 2027-06-25 am clinic hove\n"
                              "ann 2027-06-26 am clinic hove\n"
                              "ann 2027-06-27 am clinic hove\n"
                              "ann 2027-06-28 am clinic hove\n"
                              "ann 2027-06-29 am clinic hove\n"
                              "ann 2027-06-29 pm clinic hove\n"
                              "ann 2027-06-30 am clinic hove\n",
                .good = "ann 2027-06-26 am clinic hove\n"
                        "ann 2027-06-27 am clinic hove\n",
                .bad = "ann 2027-06-29 am clinic hove\n"
                       "ann 2027-06-30 am clinic hove\n",
            },
            {
                /* February begins on a Monday. Ann had been off since the Saturday, and may be for
                 * four days; from the 15th on she is away. Bob works Mondays and Thursdays. */
                .service = "week: {mon-sun: [am, pm]}\n",
                .clinicians = "bob: {band: 6, works: {mon: [am, pm], thu: [am, pm]},\n"
                              "      skills: {msk: yes}}\n"
                              "ann: {name: Ann Able, band: 7, works: {mon-sun: [am, pm]},\n"
                              "      leaves: 2027-02-14, skills: {msk: yes}}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-29 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{most_days_off: 4, most_days_off_weight: 2, until: 2027-02-23}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-03 pm clinic hove\n"
                              "ann 2027-02-07 pm clinic hove\n"
                              "ann 2027-02-10 am clinic hove\n"
                              "ann 2027-02-12 am clinic hove\n"
                              "bob 2027-02-04 am clinic hove\n"
                              "bob 2027-02-08 am clinic hove\n"
                              "bob 2027-02-11 am clinic hove\n"
                              "bob 2027-02-18 am clinic hove\n"
                              "bob 2027-02-25 am clinic hove\n",
                .good = NULL,
                .bad = "ann 2027-02-02 am clinic hove\n",
            },
            {
                /* August 2027 begins on a Sunday, and its last weekend is the 28th and 29th; July's
                 * 24th was worked, and the 31st. */
                .month_id = "2027-08",
                .service = "week: {mon-sun: [am, pm]}\n",
                .clinicians = "ann: {name: Ann Able, band: 7, works: {mon-sun: [am, pm]},\n"
                              "      skills: {msk: yes}}\n"
                              "bob: {band: 6, works: {mon-sat: [am, pm]}, skills: {msk: yes}}\n",
                .files = {{"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-07-24 am 08:30-12:15 clinic hove\n"
                           "    - 2027-07-31 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{weekends_in_row: 2, whole_weekends: yes, whole_weekends_weight: 5}",
                .candidates = "ann 2027-08-01 am clinic hove\n"
                              "ann 2027-08-07 am clinic hove\n"
                              "ann 2027-08-07 pm clinic hove\n"
                              "ann 2027-08-08 pm clinic hove\n"
                              "ann 2027-08-14 am clinic hove\n"
                              "ann 2027-08-22 am clinic hove\n"
                              "ann 2027-08-28 am clinic hove\n"
                              "bob 2027-08-07 am clinic hove\n"
                              "bob 2027-08-14 am clinic hove\n"
                              "bob 2027-08-21 am clinic hove\n",
                .good = NULL,
                .bad = "ann 2027-08-07 am clinic hove\n",
            },
            {
                /* July 2027 ends on a Saturday: the Sunday is August's, which is published. */
                .month_id = "2027-07",
                .service = "week: {mon-sun: [am, pm]}\n",
                .files = {{"history/2027-08.yaml",
                           "month: 2027-08\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-08-01 am 08:30-12:15 clinic hove\n"
                           "    - 2027-08-07 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .clinicians = "ann: {name: Ann Able, band: 7, works: {mon-sun: [am, pm]},\n"
                              "      skills: {msk: yes}}\n",
                .use = "{weekends_in_row: 2, whole_weekends: yes, most_days_off: 20,\n"
                       " who: {clinicians: ann}}",
                .candidates = "ann 2027-07-10 am clinic hove\n"
                              "ann 2027-07-17 am clinic hove\n"
                              "ann 2027-07-18 am clinic hove\n"
                              "ann 2027-07-24 am clinic hove\n"
                              "ann 2027-07-25 am clinic hove\n"
                              "ann 2027-07-25 pm clinic hove\n"
                              "ann 2027-07-31 am clinic hove\n"
                              "ann 2027-07-31 pm clinic hove\n",
                .good = "ann 2027-07-17 am clinic hove\n"
                        "ann 2027-07-18 am clinic hove\n"
                        "ann 2027-07-31 pm clinic hove\n",
                .bad = "ann 2027-07-24 am clinic hove\n"
                       "ann 2027-07-25 pm clinic hove\n"
                       "ann 2027-07-31 pm clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
