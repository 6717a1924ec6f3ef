#include "model/rule.h"
#include "model/timeline.h"
#include "model/words.h"
#include "model/workdays.h"

enum { AVERAGE_HOURS, WEEKS, OPTED_OUT, REST_HOURS, WEEKLY_REST, BREAK_MINUTES };
enum { ONE_IN_SEVEN, TWO_IN_FOURTEEN, NO_WEEKLY_REST };
enum { DAY_MINUTES = 24 * 60, BREAK_AFTER_MINUTES = 6 * 60 };

static const char *const weekly_rests[] = {"1 in 7", "2 in 14", "none", NULL};

static const struct rule_param params[] = {
    {.name = "average_hours",
     .kind = PARAM_NUMBER,
     .unit = "hours a week",
     .summary = "most hours a week on average",
     .initial = 48,
     .least = 1,
     .most = 168},
    {.name = "weeks",
     .kind = PARAM_NUMBER,
     .unit = "weeks",
     .summary = "weeks, up to the month's end, that the average is taken over",
     .initial = 17,
     .least = 1,
     .most = 52},
    {.name = "opted_out",
     .kind = PARAM_WHO,
     .unit = "",
     .summary = "those who agreed in writing to work more than the average",
     .initial = PARAM_UNSET},
    {.name = "rest_hours",
     .kind = PARAM_NUMBER,
     .unit = "hours",
     .summary = "fewest hours between the end of a working day and the next day's start",
     .initial = 11,
     .least = 0,
     .most = 24},
    {.name = "weekly_rest",
     .kind = PARAM_CHOICE,
     .unit = "days",
     .summary = "days free in any so many days",
     .initial = ONE_IN_SEVEN,
     .choices = weekly_rests},
    {.name = "break_minutes",
     .kind = PARAM_NUMBER,
     .unit = "minutes",
     .summary = "shortest break that counts, in days of over 6 hours",
     .initial = 20,
     .least = 0,
     .most = 120},
};

/* --- emit ------------------------------------------------------------------ */

/* The days that a clinician's average is taken over: what is known of the weeks
 * up to the end of the month, or of the employment. */
struct reference {
  int from, until;
};

static struct reference reference_of(const struct problem *problem, const struct rule_use *use,
                                     int clinician)
{
  const struct month *month = problem->month;
  const struct clinician *person = &problem->service->clinicians[clinician];
  struct reference period = {.until = month->days[month->n_days - 1].date};
  if (person->leaves != DATE_NONE)
    period.until = MIN(period.until, person->leaves);
  period.from = period.until + 1 - WEEK_DAYS * use->values[WEEKS];
  period.from = MAX(period.from, history_known_from(&month->history, month->days[0].date));
  if (person->joins != DATE_NONE)
    period.from = MAX(period.from, person->joins);
  return period;
}

static bool is_within(struct reference period, int date)
{
  return date >= period.from && date <= period.until;
}

static int past_minutes(const struct problem *problem, struct reference period, int clinician)
{
  int count, minutes = 0;
  const struct past_assignment *past = history_of(&problem->month->history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (is_within(period, past[i].date))
      minutes += past[i].to_minute - past[i].from_minute;
  return minutes;
}

/* What this month may add; where the past has used up more, nothing. */
static int minutes_left(const struct problem *problem, const struct rule_use *use,
                        struct reference period, int clinician)
{
  int days = MAX(period.until + 1 - period.from, 0);
  int most = use->values[AVERAGE_HOURS] * 60 * days / WEEK_DAYS;
  return MAX(most - past_minutes(problem, period, clinician), 0);
}

static bool has_opted_out(const struct rule_use *use, const struct problem *problem, int clinician)
{
  const struct month *month = problem->month;
  return use->sets[OPTED_OUT] && service_has_post(problem->service, use->sets[OPTED_OUT], clinician,
                                                  month->days[month->n_days - 1].date);
}

static int window_days(const struct rule_use *use)
{
  return use->values[WEEKLY_REST] == TWO_IN_FOURTEEN ? 2 * WEEK_DAYS : WEEK_DAYS;
}

static int most_days_in_window(const struct rule_use *use)
{
  return window_days(use) / WEEK_DAYS * (WEEK_DAYS - 1);
}

static int cell_count(const struct problem *problem, int clinician, int slot)
{
  int count;
  problem_cell(problem, clinician, slot, &count);
  return count;
}

/* Adds "works in that session". */
static void add_session(struct formulation *formulation, int clinician, int slot,
                        int64_t coefficient)
{
  int count, first = problem_cell(formulation->problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    formulation_term(formulation, i, coefficient);
}

static void emit_average(struct formulation *formulation, const struct rule_use *use, int clinician)
{
  const struct problem *problem = formulation->problem;
  const struct month *month = problem->month;
  struct reference period = reference_of(problem, use, clinician);
  int left = minutes_left(problem, use, period, clinician), possible = 0;
  for (int s = 0; s < month->n_slots; s++)
    if (is_within(period, month->slots[s].date) && cell_count(problem, clinician, s) > 0)
      possible += month->slots[s].minutes;
  if (possible <= left)
    return;
  for (int s = 0; s < month->n_slots; s++)
    if (is_within(period, month->slots[s].date))
      add_session(formulation, clinician, s, month->slots[s].minutes);
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, left, 60, rule_use_price(use));
}

/* One day's rest for one clinician: its rows share the one violation. */
struct rest {
  struct formulation *formulation;
  const struct rule_use *use;
  struct label label;
  int broken; /* the column that says so when it is allowed, or NONE as yet */
};

/* Closes a row of sessions that are too close together. */
static void close_rest(struct rest *rest, int64_t upper)
{
  if (!rest->use->hard) {
    if (rest->broken == NONE)
      rest->broken = formulation_column(rest->formulation, rest->label, 0, 1, rest->use->weight);
    formulation_term(rest->formulation, rest->broken, -1);
  }
  formulation_row(rest->formulation, rest->label, -PROGRAMME_INFINITY, upper);
}

static void emit_rest_after_past(struct rest *rest, const struct timeline *timeline)
{
  const struct problem *problem = rest->formulation->problem;
  const struct day *day = &problem->month->days[0];
  int count, end = INT_MIN;
  const struct past_assignment *past =
      history_of(&problem->month->history, timeline->clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == day->date - 1)
      end = MAX(end, past[i].to_minute - DAY_MINUTES);
  if (end == INT_MIN)
    return;
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    int start = problem->service->blocks[problem->month->slots[s].block].from_minute;
    if (start - end < rest->use->values[REST_HOURS] * 60 &&
        cell_count(problem, timeline->clinician, s) > 0) {
      add_session(rest->formulation, timeline->clinician, s, 1);
      close_rest(rest, 0);
    }
  }
}

static void emit_rest(struct rest *rest, int clinician, int day)
{
  const struct problem *problem = rest->formulation->problem;
  const struct block *blocks = problem->service->blocks;
  const struct slot *slots = problem->month->slots;
  const struct day *before = &problem->month->days[day - 1], *after = before + 1;
  for (int s = before->first_slot; s < before->first_slot + before->n_slots; s++)
    for (int t = after->first_slot; t < after->first_slot + after->n_slots; t++) {
      int minutes =
          DAY_MINUTES - blocks[slots[s].block].to_minute + blocks[slots[t].block].from_minute;
      if (minutes >= rest->use->values[REST_HOURS] * 60 || !cell_count(problem, clinician, s) ||
          !cell_count(problem, clinician, t))
        continue;
      add_session(rest->formulation, clinician, s, 1);
      add_session(rest->formulation, clinician, t, 1);
      close_rest(rest, 1);
    }
}

/* Do these sessions of a day, a bit each from its first, go on for too long
 * without a break? A session of over six hours holds its own. */
static bool lacks_break(const struct problem *problem, const struct rule_use *use,
                        const struct day *day, unsigned sessions)
{
  int minutes = 0, end = INT_MIN;
  for (int i = 0; i < day->n_slots; i++) {
    if (!(sessions >> i & 1))
      continue;
    const struct slot *slot = &problem->month->slots[day->first_slot + i];
    const struct block *block = &problem->service->blocks[slot->block];
    if (slot->minutes > BREAK_AFTER_MINUTES ||
        (end != INT_MIN && block->from_minute - end >= use->values[BREAK_MINUTES]))
      return false;
    end = block->to_minute;
    minutes += slot->minutes;
  }
  return minutes > BREAK_AFTER_MINUTES;
}

/* A row for each set of sessions that lacks a break: not these and no others. */
static void emit_break(struct formulation *formulation, const struct rule_use *use,
                       const struct timeline *timeline, int day)
{
  const struct problem *problem = formulation->problem;
  const struct day *at = &problem->month->days[day];
  unsigned possible = 0;
  for (int i = 0; i < at->n_slots; i++)
    if (cell_count(problem, timeline->clinician, at->first_slot + i) > 0)
      possible |= 1U << i;
  for (unsigned set = 1; set <= possible; set++) {
    if ((set & ~possible) || !lacks_break(problem, use, at, set))
      continue;
    int upper = -1;
    for (int i = 0; i < at->n_slots; i++) {
      bool inside = set >> i & 1;
      upper += inside;
      add_session(formulation, timeline->clinician, at->first_slot + i, inside ? 1 : -1);
    }
    formulation_limit(formulation, timeline_label(timeline, formulation, day), -PROGRAMME_INFINITY,
                      upper, 1, rule_use_price(use));
  }
}

static void emit_weekly_rest(struct formulation *formulation, const struct rule_use *use,
                             struct timeline *timeline, int last)
{
  int first = last + 1 - window_days(use), possible = 0, most = most_days_in_window(use);
  for (int d = first; d <= last; d++)
    possible += timeline_can(timeline, d);
  if (possible <= most)
    return;
  timeline_make(timeline, formulation, first, last);
  int64_t known = 0;
  for (int d = first; d <= last; d++)
    known += timeline_term(timeline, formulation, d, 1);
  formulation_limit(formulation, timeline_label(timeline, formulation, last), -PROGRAMME_INFINITY,
                    MAX(most - known, 0), 1, rule_use_price(use));
}

static void emit_person(struct formulation *formulation, const struct rule_use *use, int clinician)
{
  const struct scope always = {.when = pattern_always()};
  struct timeline timeline;
  timeline_init(&timeline, formulation->problem, &always, clinician);
  if (!has_opted_out(use, formulation->problem, clinician))
    emit_average(formulation, use, clinician);
  for (int day = 0; day < formulation->problem->month->n_days; day++) {
    struct label label = timeline_label(&timeline, formulation, day);
    struct rest rest = {.formulation = formulation, .use = use, .label = label, .broken = NONE};
    if (day == 0)
      emit_rest_after_past(&rest, &timeline);
    else
      emit_rest(&rest, clinician, day);
    emit_break(formulation, use, &timeline, day);
    if (use->values[WEEKLY_REST] != NO_WEEKLY_REST)
      emit_weekly_rest(formulation, use, &timeline, day);
  }
  timeline_clear(&timeline);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int c = 0; c < formulation->problem->service->n_clinicians; c++)
    if (scope_has_month(&use->scope, formulation->problem, c))
      emit_person(formulation, use, c);
}

/* --- check ----------------------------------------------------------------- */

struct check {
  struct audit *audit;
  const struct rule_use *use;
  int clinician;
  const char *name;
};

/* Minutes of the published months from one date to another. */
static int minutes_before(const struct check *check, int from, int until)
{
  int count, minutes = 0;
  const struct past_assignment *past =
      history_of(&check->audit->problem->month->history, check->clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date >= from && past[i].date <= until)
      minutes += past[i].to_minute - past[i].from_minute;
  return minutes;
}

static int minutes_now(const struct check *check, int from, int until)
{
  const struct slot *slots = check->audit->problem->month->slots;
  const struct rota *rota = check->audit->rota;
  int minutes = 0;
  for (int i = rota->cell[check->clinician * rota->n_slots];
       i < rota->cell[(check->clinician + 1) * rota->n_slots]; i++) {
    const struct slot *at = &slots[rota->items[i].slot];
    if (at->date >= from && at->date <= until)
      minutes += at->minutes;
  }
  return minutes;
}

/* Over the weeks up to the month's end, or to the last day of employment, as far as
 * they are known and the clinician was employed. */
static void check_average(const struct check *check)
{
  const struct month *month = check->audit->problem->month;
  const struct clinician *person = &check->audit->problem->service->clinicians[check->clinician];
  int first_of_month = month->days[0].date, end = first_of_month + month->n_days - 1;
  int last = person->leaves != DATE_NONE && person->leaves < end ? person->leaves : end;
  int first = last - check->use->values[WEEKS] * WEEK_DAYS + 1;
  first = MAX(first, history_known_from(&month->history, first_of_month));
  if (person->joins != DATE_NONE && person->joins > first)
    first = person->joins;
  int64_t most = 60 * check->use->values[AVERAGE_HOURS] * (int64_t)MAX(last - first + 1, 0) / 7;
  int before = minutes_before(check, first, last), now = minutes_now(check, first, last);
  int over = MIN(before + now - (int)most, now); /* what the past has over is not this month's */
  if (over <= 0)
    return;
  struct label label = audit_label(check->audit);
  label.clinician = check->clinician;
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE], hours[WORDS_SIZE], excess[WORDS_SIZE];
  audit_find(check->audit, label, over / 60 + (over % 60 > 0), rule_use_price(check->use),
             "%s works %s from %s to %s: %s over an average of %d h a week", check->name,
             words_minutes(before + now, hours), date_format_short(first, from),
             last == end ? "the month's end" : date_format_short(last, until),
             words_minutes(over, excess), check->use->values[AVERAGE_HOURS]);
}

/* Minutes since midnight at which a day's work begins and ends. */
struct workday {
  bool worked;
  int from, until;
};

static void extend(struct workday *day, int from, int until)
{
  day->from = day->worked ? MIN(day->from, from) : from;
  day->until = day->worked ? MAX(day->until, until) : until;
  day->worked = true;
}

/* Of a day of the month, or of the day before it. */
static struct workday workday_of(const struct check *check, int day)
{
  const struct problem *problem = check->audit->problem;
  struct workday out = {false, 0, 0};
  int count;
  if (day < 0) {
    const struct past_assignment *past =
        history_of(&problem->month->history, check->clinician, &count);
    for (int i = 0; i < count; i++)
      if (past[i].date - problem->month->days[0].date == day)
        extend(&out, past[i].from_minute, past[i].to_minute);
    return out;
  }
  const struct day *at = &problem->month->days[day];
  for (int s = at->first_slot; s < at->first_slot + at->n_slots; s++) {
    const struct block *block = &problem->service->blocks[problem->month->slots[s].block];
    rota_at(check->audit->rota, check->clinician, s, &count);
    if (count > 0)
      extend(&out, block->from_minute, block->to_minute);
  }
  return out;
}

static void check_rest(const struct check *check, int day)
{
  struct workday before = workday_of(check, day - 1), after = workday_of(check, day);
  int minutes = DAY_MINUTES - before.until + after.from;
  if (!before.worked || !after.worked || minutes >= check->use->values[REST_HOURS] * 60)
    return;
  char rest[WORDS_SIZE], date[DATE_TEXT_SIZE];
  audit_find(check->audit, workdays_label(check->audit, check->clinician, day), 1,
             rule_use_price(check->use), "%s rests for %s before %s; the least is %d h",
             check->name, words_minutes(minutes, rest),
             workdays_format(check->audit->problem, day, date), check->use->values[REST_HOURS]);
}

static void check_break(const struct check *check, int day)
{
  const struct problem *problem = check->audit->problem;
  const struct day *at = &problem->month->days[day];
  int minutes = 0, longest = 0, end = 0;
  bool own_break = false;
  for (int s = at->first_slot; s < at->first_slot + at->n_slots; s++) {
    const struct block *block = &problem->service->blocks[problem->month->slots[s].block];
    int count, length = block->to_minute - block->from_minute;
    rota_at(check->audit->rota, check->clinician, s, &count);
    if (count == 0)
      continue;
    if (minutes > 0)
      longest = MAX(longest, block->from_minute - end);
    own_break = own_break || length > BREAK_AFTER_MINUTES;
    minutes += length;
    end = block->to_minute;
  }
  if (minutes <= BREAK_AFTER_MINUTES || own_break || longest >= check->use->values[BREAK_MINUTES])
    return;
  char hours[WORDS_SIZE], date[DATE_TEXT_SIZE];
  audit_find(check->audit, workdays_label(check->audit, check->clinician, day), 1,
             rule_use_price(check->use), "%s works %s on %s without a break of %d min", check->name,
             words_minutes(minutes, hours), workdays_format(problem, day, date),
             check->use->values[BREAK_MINUTES]);
}

static void check_weekly_rest(const struct check *check, const struct workdays *days, int last)
{
  int free = check->use->values[WEEKLY_REST] == TWO_IN_FOURTEEN ? 2 : 1; /* one a week */
  int window = 7 * free, most = window - free, before = 0, now = 0;
  for (int d = last - window + 1; d <= last; d++)
    *(d < 0 ? &before : &now) += workdays_has(days, d);
  int over = now - MAX(most - before, 0);
  char date[DATE_TEXT_SIZE];
  if (over > 0)
    audit_find(check->audit, workdays_label(check->audit, check->clinician, last), over,
               rule_use_price(check->use), "%s works %d of the %d days up to %s; the most is %d",
               check->name, before + now, window,
               workdays_format(check->audit->problem, last, date), most);
}

static void check_person(struct audit *audit, const struct rule_use *use, int clinician)
{
  const struct scope always = {.when = pattern_always()};
  const struct workdays days = workdays_read(audit, &always, clinician);
  struct check check = {audit, use, clinician, audit->problem->service->clinicians[clinician].name};
  int last = audit->problem->month->days[days.n_days - 1].date;
  if (!use->sets[OPTED_OUT] ||
      !service_has_post(audit->problem->service, use->sets[OPTED_OUT], clinician, last))
    check_average(&check);
  for (int day = 0; day < days.n_days; day++) {
    check_rest(&check, day);
    check_break(&check, day);
    if (use->values[WEEKLY_REST] != NO_WEEKLY_REST)
      check_weekly_rest(&check, &days, day);
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    if (scope_has_month(&use->scope, audit->problem, c))
      check_person(audit, use, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "at most %d h a week on average over %d weeks, %d h of rest between days, "
                         "a break of %d min in days of over 6 h",
                         use->values[AVERAGE_HOURS], use->values[WEEKS], use->values[REST_HOURS],
                         use->values[BREAK_MINUTES]);
  if (use->values[WEEKLY_REST] == ONE_IN_SEVEN)
    g_string_append(out, ", a free day in any 7");
  else if (use->values[WEEKLY_REST] == TWO_IN_FOURTEEN)
    g_string_append(out, ", two free days in any 14");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_working_time = {
    .name = "working_time",
    .summary = "Weekly hours, daily and weekly rest and breaks are as the law has them.",
    .source = "Working Time Regulations 1998, regulations 4, 5, 10, 11 and 12",
    .nature = RULE_HARD,
    .weight = 50,
    .standing = true,
    .scope = SCOPE_WHO,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* The last week alone; Bob has opted out. */
                .use = "{average_hours: 11, weeks: 1, opted_out: {clinicians: [bob]}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-19 pm clinic hove\n"
                              "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-22 pm spine hove\n"
                              "ann 2027-02-23 eve clinic hove\n"
                              "ann 2027-02-26 am clinic crawley\n"
                              "ann 2027-02-26 pm support remote\n"
                              "bob 2027-02-22 am clinic hove\n"
                              "bob 2027-02-23 am clinic hove\n"
                              "bob 2027-02-24 am clinic hove\n"
                              "bob 2027-02-25 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-19 pm clinic hove\n"
                        "ann 2027-02-22 am clinic hove\n"
                        "ann 2027-02-26 pm support remote\n"
                        "bob 2027-02-22 am clinic hove\n"
                        "bob 2027-02-23 am clinic hove\n"
                        "bob 2027-02-24 am clinic hove\n"
                        "bob 2027-02-25 am clinic hove\n",
                .bad = "ann 2027-02-22 am clinic hove\n"
                       "ann 2027-02-22 pm spine hove\n"
                       "ann 2027-02-26 pm support remote\n",
            },
            {
                .service = "week: {mon-sun: [am, pm, eve]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-31 eve 17:00-20:00 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{rest_hours: 13}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 eve clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm clinic hove\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-27 am clinic hove\n"
                              "ann 2027-02-27 eve support remote\n"
                              "ann 2027-02-28 am clinic crawley\n"
                              "ann 2027-02-28 pm clinic hove\n"
                              "ann 2027-02-28 eve clinic hove\n",
                .good = "ann 2027-02-01 eve clinic hove\n"
                        "ann 2027-02-02 pm clinic hove\n"
                        "ann 2027-02-27 eve support remote\n"
                        "ann 2027-02-28 eve clinic hove\n",
                .bad = "ann 2027-02-27 eve support remote\n"
                       "ann 2027-02-28 am clinic crawley\n"
                       "ann 2027-02-28 pm clinic hove\n"
                       "ann 2027-02-28 eve clinic hove\n",
            },
            {
                /* Seven days in a row, the first of them before the month. */
                .service = "week: {mon-sun: [am, pm]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2027-01-28 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-29 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-30 pm 13:15-17:00 clinic hove\n"
                           "    - 2027-01-31 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{break_minutes: 90}",
                .candidates = "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-03 am clinic hove\n"
                              "bob 2027-02-03 pm support remote\n"
                              "bob 2027-02-04 am clinic hove\n"
                              "bob 2027-02-28 am clinic hove\n"
                              "bob 2027-02-28 am support remote\n"
                              "bob 2027-02-28 pm support remote\n",
                .good = "bob 2027-02-01 am clinic hove\n"
                        "bob 2027-02-02 am clinic hove\n"
                        "bob 2027-02-04 am clinic hove\n"
                        "bob 2027-02-28 am clinic hove\n",
                .bad = "bob 2027-02-01 am clinic hove\n"
                       "bob 2027-02-02 am clinic hove\n"
                       "bob 2027-02-03 pm support remote\n",
            },
            {
                /* Two free days in fourteen: all but the 26th of January are gone by the 31st. Ann
                 * has used up more than all there are. */
                .service = "week: {mon-sun: [am]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-19 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-20 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-21 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-22 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-23 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-24 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-25 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-26 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-27 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-28 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-29 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-31 am 08:30-12:15 clinic hove\n"
                           "  cat:\n"
                           "    - 2027-01-20 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-21 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-22 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-23 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-24 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-25 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-27 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-28 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-29 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-31 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{weekly_rest: 2 in 14}",
                .candidates = "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am support remote\n"
                              "cat 2027-02-02 am clinic hove\n"
                              "cat 2027-02-03 am clinic hove\n"
                              "cat 2027-02-04 am clinic crawley\n"
                              "cat 2027-02-05 am clinic hove\n"
                              "cat 2027-02-28 am clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-03 am clinic hove\n",
                .good = "cat 2027-02-01 am support remote\n"
                        "cat 2027-02-04 am clinic crawley\n"
                        "cat 2027-02-28 am clinic hove\n"
                        "bob 2027-02-02 am clinic hove\n",
                .bad = "cat 2027-02-01 am clinic hove\n"
                       "cat 2027-02-02 am clinic hove\n",
            },
            {
                /* The two weeks up to Ann's last day, Friday the 19th: from Saturday the 6th
                 * on, 22 hours. What she is planned after it is no matter of the average. Bob's
                 * period is the seven days since he joined on the 22nd. */
                .service = "week: {mon-sun: [am, pm]}\n",
                .clinicians = "ann: {band: 7, wte: 1.0, works: {mon-sun: [am, pm]},\n"
                              "      skills: {msk: yes}, joins: 2027-02-02, leaves: 2027-02-19}\n"
                              "bob: {band: 6, wte: 1.0, works: {mon-sun: [am, pm]},\n"
                              "      skills: {spine: yes}, joins: 2027-02-22}\n",
                .use = "{average_hours: 11, weeks: 2}",
                .candidates = "ann 2027-02-05 pm clinic hove\n"
                              "ann 2027-02-06 am clinic hove\n"
                              "ann 2027-02-06 pm clinic hove\n"
                              "ann 2027-02-09 am clinic hove\n"
                              "ann 2027-02-10 am clinic hove\n"
                              "ann 2027-02-18 am clinic hove\n"
                              "ann 2027-02-19 am clinic hove\n"
                              "ann 2027-02-19 pm clinic hove\n"
                              "ann 2027-02-20 am clinic hove\n"
                              "ann 2027-02-28 pm clinic hove\n"
                              "bob 2027-02-21 am clinic hove\n"
                              "bob 2027-02-22 am clinic hove\n"
                              "bob 2027-02-23 am clinic hove\n"
                              "bob 2027-02-28 am clinic hove\n",
                .good = "ann 2027-02-05 pm clinic hove\n"
                        "ann 2027-02-06 am clinic hove\n"
                        "ann 2027-02-06 pm clinic hove\n"
                        "ann 2027-02-09 am clinic hove\n"
                        "ann 2027-02-18 am clinic hove\n"
                        "ann 2027-02-19 pm clinic hove\n"
                        "ann 2027-02-20 am clinic hove\n"
                        "ann 2027-02-28 pm clinic hove\n",
                .bad = "ann 2027-02-06 am clinic hove\n"
                       "ann 2027-02-06 pm clinic hove\n"
                       "ann 2027-02-09 am clinic hove\n"
                       "ann 2027-02-10 am clinic hove\n"
                       "ann 2027-02-18 am clinic hove\n"
                       "ann 2027-02-19 pm clinic hove\n",
            },
            {
                /* Seventeen weeks begin on Monday 2 November: 17 hours, of which that day's are
                 * gone; the Sunday before is no part of them. */
                .files =
                    {{"history/2026-11.yaml",
                      "month: 2026-11\n"
                      "assignments:\n"
                      "  ann:\n"
                      "    - 2026-11-01 am 08:30-12:15 clinic hove\n"
                      "    - 2026-11-02 am 08:30-12:15 clinic hove\n"
                      "    - 2026-11-02 eve 17:00-20:00 clinic hove\n"
                      "checksum: none\n"},
                     {"history/2026-12.yaml", "month: 2026-12\nassignments: {}\nchecksum: none\n"},
                     {"history/2027-01.yaml", "month: 2027-01\nassignments: {}\nchecksum: none\n"}},
                .use = "{average_hours: 1}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-03 am clinic hove\n"
                              "ann 2027-02-05 am clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-03 am clinic hove\n"
                       "ann 2027-02-26 am clinic hove\n"
                       "ann 2027-02-26 pm clinic hove\n",
            },
            {
                /* From 21:30 to 08:30 are 11 hours, from 21:31 a minute less. */
                .service = "sessions:\n"
                           "  am:   {from: \"08:30\", to: \"12:15\"}\n"
                           "  pm:   {from: \"13:15\", to: \"17:00\"}\n"
                           "  eve:  {from: \"17:30\", to: \"21:30\"}\n"
                           "  late: {from: \"21:30\", to: \"21:31\"}\n"
                           "week: {mon-sun: [am, eve, late]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-31 eve 17:30-21:30 clinic hove\n"
                           "  bob:\n"
                           "    - 2027-01-31 late 21:30-21:31 clinic hove\n"
                           "  cat:\n"
                           "    - 2027-01-30 late 21:30-21:31 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 eve clinic hove\n"
                              "ann 2027-02-01 late clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 eve clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "ann 2027-02-27 eve clinic hove\n"
                              "ann 2027-02-27 late clinic hove\n"
                              "ann 2027-02-28 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-01 eve clinic hove\n"
                        "ann 2027-02-02 am clinic hove\n"
                        "bob 2027-02-01 eve clinic hove\n"
                        "cat 2027-02-01 am clinic hove\n"
                        "ann 2027-02-27 eve clinic hove\n"
                        "ann 2027-02-28 am clinic hove\n",
                .bad = "ann 2027-02-27 late clinic hove\n"
                       "ann 2027-02-28 am clinic hove\n",
            },
            {
                /* Six hours need no break, a minute more does; a gap of 20 minutes is one. */
                .service = "sessions:\n"
                           "  am: {from: \"08:00\", to: \"11:00\"}\n"
                           "  noon: {from: \"11:00\", to: \"14:00\"}\n"
                           "  pm: {from: \"14:00\", to: \"17:01\"}\n"
                           "  dusk: {from: \"17:20\", to: \"18:00\"}\n"
                           "  eve: {from: \"18:20\", to: \"20:00\"}\n"
                           "week: {mon-sun: [am, noon, pm, dusk, eve]}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 noon clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 dusk clinic hove\n"
                              "ann 2027-02-01 eve clinic hove\n"
                              "ann 2027-02-28 noon clinic hove\n"
                              "ann 2027-02-28 pm clinic crawley\n"
                              "ann 2027-02-28 dusk support remote\n",
                .good = "ann 2027-02-01 noon clinic hove\n"
                        "ann 2027-02-01 pm clinic hove\n"
                        "ann 2027-02-01 dusk clinic hove\n"
                        "ann 2027-02-01 eve clinic hove\n"
                        "ann 2027-02-28 pm clinic crawley\n"
                        "ann 2027-02-28 dusk support remote\n",
                .bad = "ann 2027-02-28 noon clinic hove\n"
                       "ann 2027-02-28 pm clinic crawley\n"
                       "ann 2027-02-28 dusk support remote\n",
            },
            {
                /* A session of over six hours has a break of its own, one of six has not. */
                .service = "sessions:\n"
                           "  am: {from: \"07:00\", to: \"13:00\"}\n"
                           "  pm: {from: \"13:00\", to: \"15:00\"}\n"
                           "  eve: {from: \"15:00\", to: \"21:01\"}\n"
                           "week: {mon-sun: [am, pm, eve]}\n",
                .use = "{rest_hours: 0, weekly_rest: none}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 eve clinic hove\n"
                              "ann 2027-02-28 pm clinic hove\n"
                              "ann 2027-02-28 eve clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-28 pm clinic hove\n"
                        "ann 2027-02-28 eve clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-01 pm clinic hove\n",
            },
            {
                /* Two free days in fourteen: Cat may work for seven in a row, which Bob may not,
                 * who had one free day in the week before. */
                .service = "week: {mon-sun: [am]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2027-01-25 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-26 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-27 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-28 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-29 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{weekly_rest: 2 in 14, average_hours: 168}",
                .candidates = "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-03 am clinic hove\n"
                              "bob 2027-02-04 am clinic hove\n"
                              "bob 2027-02-05 am clinic hove\n"
                              "bob 2027-02-06 am clinic hove\n"
                              "bob 2027-02-07 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-02 am clinic hove\n"
                              "cat 2027-02-03 am clinic hove\n"
                              "cat 2027-02-04 am clinic hove\n"
                              "cat 2027-02-05 am clinic hove\n"
                              "cat 2027-02-06 am clinic hove\n"
                              "cat 2027-02-07 am clinic hove\n",
                .good = "bob 2027-02-02 am clinic hove\n"
                        "bob 2027-02-03 am clinic hove\n"
                        "bob 2027-02-04 am clinic hove\n"
                        "bob 2027-02-05 am clinic hove\n"
                        "bob 2027-02-06 am clinic hove\n"
                        "bob 2027-02-07 am clinic hove\n"
                        "cat 2027-02-01 am clinic hove\n"
                        "cat 2027-02-02 am clinic hove\n"
                        "cat 2027-02-03 am clinic hove\n"
                        "cat 2027-02-04 am clinic hove\n"
                        "cat 2027-02-05 am clinic hove\n"
                        "cat 2027-02-06 am clinic hove\n"
                        "cat 2027-02-07 am clinic hove\n",
                .bad = "bob 2027-02-01 am clinic hove\n"
                       "bob 2027-02-02 am clinic hove\n"
                       "bob 2027-02-03 am clinic hove\n"
                       "bob 2027-02-04 am clinic hove\n"
                       "bob 2027-02-05 am clinic hove\n"
                       "bob 2027-02-06 am clinic hove\n"
                       "bob 2027-02-07 am clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
