#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { PER, LEAST, MOST, COUNT };

enum { PER_DAY, PER_WEEK, PER_MONTH };
static const char *const per_names[] = {"day", "week", "month", NULL};

enum { COUNT_SESSIONS, COUNT_DAYS };
static const char *const count_names[] = {"sessions", "days", NULL};

static const struct rule_param params[] = {
    [PER] = {.name = "per",
             .kind = PARAM_CHOICE,
             .unit = "",
             .summary = "the period in which they are counted",
             .initial = PER_WEEK,
             .choices = per_names},
    [LEAST] = {.name = "least",
               .kind = PARAM_NUMBER,
               .unit = "",
               .summary = "the fewest, in a whole period at work",
               .initial = PARAM_UNSET,
               .least = 1,
               .most = 250},
    [MOST] = {.name = "most",
              .kind = PARAM_NUMBER,
              .unit = "",
              .summary = "the most",
              .initial = PARAM_UNSET,
              .least = 0,
              .most = 250},
    [COUNT] = {.name = "count",
               .kind = PARAM_CHOICE,
               .unit = "",
               .summary = "whether sessions are counted, or days with any of them",
               .initial = COUNT_SESSIONS,
               .choices = count_names},
};

static const char *fault(const struct rule_use *use)
{
  int least = use->values[LEAST], most = use->values[MOST];
  if (least == PARAM_UNSET && most == PARAM_UNSET)
    return "needs 'least' or 'most'";
  if (least != PARAM_UNSET && most != PARAM_UNSET && least > most)
    return "'least' is more than 'most'";
  return NULL;
}

/* Consecutive days of the month that are counted together. */
struct span {
  int first_day, end_day; /* from the first to before the end */
  int from, until;        /* dates of the whole period, beyond the month too */
};

static struct span span_from(const struct rule_use *use, const struct month *month, int first_day)
{
  const struct day *day = &month->days[first_day];
  struct span span = {first_day, first_day + 1, day->date, day->date};
  if (use->values[PER] == PER_WEEK) {
    span.from = day->date - day->weekday;
    span.until = span.from + WEEK_DAYS - 1;
    span.end_day = MIN(month->n_days, first_day + WEEK_DAYS - day->weekday);
  } else if (use->values[PER] == PER_MONTH) {
    span.end_day = month->n_days;
    span.until = month->days[month->n_days - 1].date;
  }
  return span;
}

/* --- rows ------------------------------------------------------------------ */

/* Adds the candidates of a slot that the use is about; false: there is none. */
static bool add_slot(struct formulation *formulation, const struct rule_use *use, int clinician,
                     int slot)
{
  const struct problem *problem = formulation->problem;
  bool any = false;
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (scope_has_task(&use->scope, problem->candidates[i].task) &&
        scope_has_site(&use->scope, problem->candidates[i].site)) {
      formulation_term(formulation, i, 1);
      any = true;
    }
  return any;
}

/* A column for a day: 1 with any such session, 0 without. NONE where there can't
 * be one. */
static int add_day(struct formulation *formulation, const struct rule_use *use, int clinician,
                   const struct day *day)
{
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = day->first_slot;
  int column = NONE, end = day->first_slot + day->n_slots;
  for (int s = day->first_slot; s < end; s++)
    if (scope_has_slot(&use->scope, formulation->problem, s) &&
        add_slot(formulation, use, clinician, s)) {
      if (column == NONE)
        column = formulation_column(formulation, label, 0, 1, 0);
      formulation_term(formulation, column, -1);
      formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
    }
  if (column == NONE || use->values[LEAST] == PARAM_UNSET)
    return column;
  for (int s = day->first_slot; s < end; s++)
    if (scope_has_slot(&use->scope, formulation->problem, s))
      add_slot(formulation, use, clinician, s);
  formulation_term(formulation, column, -1);
  formulation_row(formulation, label, 0, PROGRAMME_INFINITY);
  return column;
}

/* Adds what is counted in the span; returns in how many sessions, or on how many
 * days, there could be any. */
static int add_span(struct formulation *formulation, const struct rule_use *use, int clinician,
                    const struct span *span)
{
  const struct month *month = formulation->problem->month;
  int possible = 0;
  if (use->values[COUNT] == COUNT_SESSIONS) {
    for (int s = 0; s < month->n_slots; s++)
      possible += month->slots[s].day >= span->first_day && month->slots[s].day < span->end_day &&
                  scope_has_slot(&use->scope, formulation->problem, s) &&
                  add_slot(formulation, use, clinician, s);
    return possible;
  }
  g_autofree int *columns = g_new(int, (gsize)month->n_days);
  for (int d = span->first_day; d < span->end_day; d++) {
    int column = add_day(formulation, use, clinician, &month->days[d]);
    if (column != NONE)
      columns[possible++] = column;
  }
  for (int i = 0; i < possible; i++)
    formulation_term(formulation, columns[i], 1);
  return possible;
}

static int only_one(const bool *set, int size)
{
  int last = NONE, count = 0;
  for (int i = 0; set && i < size; i++)
    if (set[i]) {
      last = i;
      count++;
    }
  return count == 1 ? last : NONE;
}

/* What a row or finding about the span is about. */
static struct label label_of(struct label label, const struct rule_use *use,
                             const struct problem *problem, int clinician, const struct span *span)
{
  label.clinician = clinician;
  label.task = only_one(use->scope.tasks, problem->service->n_tasks);
  label.site = only_one(use->scope.sites, problem->service->n_sites);
  for (int d = span->first_day; d < span->end_day && label.slot == NONE; d++)
    if (problem->month->days[d].n_slots > 0 && use->values[PER] != PER_MONTH)
      label.slot = problem->month->days[d].first_slot;
  return label;
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  int least = use->values[LEAST], most = use->values[MOST];
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct span span = {.end_day = 0};
    while (scope_has_clinician(&use->scope, c) && span.end_day < problem->month->n_days) {
      span = span_from(use, problem->month, span.end_day);
      int possible = add_span(formulation, use, c, &span);
      struct usual usual =
          clinician_usual(problem->service, c, &use->scope.when, span.from, span.until);
      int whole = use->values[COUNT] == COUNT_DAYS ? usual.days : usual.sessions;
      int64_t lower = least == PARAM_UNSET ? 0 : least;
      if (possible < whole)
        lower = (2 * lower * possible + whole) / (2 * whole);
      formulation_limit(formulation,
                        label_of(formulation_label(formulation), use, problem, c, &span), lower,
                        most == PARAM_UNSET ? PROGRAMME_INFINITY : most, 1, rule_use_price(use));
    }
  }
}

/* --- check ----------------------------------------------------------------- */

/* Of one clinician in one period. */
struct tally {
  int done;  /* sessions, or days with any */
  int could; /* in how many there could have been */
};

static void tally_day(const struct audit *audit, const struct rule_use *use, int clinician, int day,
                      struct tally *tally)
{
  const struct problem *problem = audit->problem;
  struct tally today = {0, 0};
  for (int s = 0; s < problem->month->n_slots; s++) {
    if (problem->month->slots[s].day != day)
      continue;
    int count, first = problem_cell(problem, clinician, s, &count);
    bool could = false;
    for (int i = first; i < first + count; i++)
      could |= scope_has(&use->scope, problem, &problem->candidates[i]);
    today.could += could;
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    for (int i = 0; i < count; i++)
      today.done += scope_has(&use->scope, problem, &items[i]);
  }
  bool days = use->values[COUNT] == COUNT_DAYS;
  tally->done += days ? today.done > 0 : today.done;
  tally->could += days ? today.could > 0 : today.could;
}

/* `least` for a period in which the clinician could do it in `could` of the
 * `usual` sessions, or days: in proportion, a half and more counting as one. */
static int fair_least(int least, int could, int usual)
{
  if (could >= usual)
    return least;
  int scaled = 2 * least * could, due = 0;
  while (scaled >= (2 * due + 1) * usual)
    due++;
  return due;
}

static void check_span(struct audit *audit, const struct rule_use *use, int clinician,
                       const struct span *span)
{
  const struct problem *problem = audit->problem;
  const struct service *service = problem->service;
  bool days = use->values[COUNT] == COUNT_DAYS;
  int least = use->values[LEAST], most = use->values[MOST];
  struct tally tally = {0, 0};
  for (int d = span->first_day; d < span->end_day; d++)
    tally_day(audit, use, clinician, d, &tally);
  if (least != PARAM_UNSET) {
    struct usual usual =
        clinician_usual(service, clinician, &use->scope.when, span->from, span->until);
    least = fair_least(least, tally.could, days ? usual.days : usual.sessions);
  }
  bool under = least != PARAM_UNSET && tally.done < least;
  if (!under && (most == PARAM_UNSET || tally.done <= most))
    return;
  enum period per = use->values[PER] == PER_DAY    ? PERIOD_DAY
                    : use->values[PER] == PER_WEEK ? PERIOD_WEEK
                                                   : PERIOD_MONTH;
  int period = per == PERIOD_DAY    ? span->first_day
               : per == PERIOD_WEEK ? problem->month->days[span->first_day].week
                                    : 0;
  char when[WORDS_SIZE];
  g_autoptr(GString) scope = g_string_new(NULL);
  words_scope(problem, &use->scope, scope);
  audit_find(audit, label_of(audit_label(audit), use, problem, clinician, span),
             under ? least - tally.done : tally.done - most, rule_use_price(use),
             "%s has %d %s %s, and %s is %d%s", service->clinicians[clinician].name, tally.done,
             days ? "days" : "sessions", words_period(problem, per, period, when),
             under ? "the fewest" : "the most", under ? least : most, scope->str);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, c))
      for (struct span span = span_from(use, problem->month, 0);;
           span = span_from(use, problem->month, span.end_day)) {
        check_span(audit, use, c, &span);
        if (span.end_day == problem->month->n_days)
          break;
      }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  int least = use->values[LEAST], most = use->values[MOST];
  g_string_append(out, "each person has ");
  if (least != PARAM_UNSET)
    g_string_append_printf(out, "at least %d", least);
  if (least != PARAM_UNSET && most != PARAM_UNSET)
    g_string_append(out, " and ");
  if (most != PARAM_UNSET)
    g_string_append_printf(out, "at most %d", most);
  g_string_append_printf(out, " %s a %s", count_names[use->values[COUNT]],
                         per_names[use->values[PER]]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_count_limit = {
    .name = "count_limit",
    .summary =
        "The most and the fewest of some sessions that a person has in a day, week or "
        "month.",
    .source = "local policy",
    .nature = RULE_HARD,
    .weight = 10,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .fault = fault,
    .examples =
        {
            {
                .use = "{task: duty, per: week, most: 1}",
                .candidates = "ann 2027-02-01 am duty hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-05 pm duty remote\n"
                              "ann 2027-02-08 am duty hove\n"
                              "ann 2027-02-12 am duty hove\n"
                              "ann 2027-02-26 pm duty hove\n"
                              "bob 2027-02-01 am support hove\n"
                              "bob 2027-02-02 am support hove\n",
                .good = "ann 2027-02-05 pm duty remote\n"
                        "ann 2027-02-08 am duty hove\n"
                        "ann 2027-02-26 pm duty hove\n",
                .bad = "ann 2027-02-01 am duty hove\n"
                       "ann 2027-02-05 pm duty remote\n",
            },
            {
                /* Ann is there for 2 of her 3 Tuesday sessions, then for 1; Bob's
                 * 4 days a week are 2 in the first week and 0 in the last. */
                .clinicians = "cat: {band: 5, wte: 0.5, works: {mon: [am]}, skills: {}}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-16,2027-02-16,annual,am\n"
                           "ann,2027-02-23,2027-02-23,annual,am pm\n"}},
                .use = "{task: [clinic, spine], per: day, least: 2, sessions: tue,\n"
                       "from: 2027-02-16, who: {clinicians: [ann, cat]}}",
                .candidates = "ann 2027-02-15 am clinic hove\n"
                              "ann 2027-02-16 pm clinic hove\n"
                              "ann 2027-02-16 pm support hove\n"
                              "ann 2027-02-16 eve spine hove\n"
                              "ann 2027-02-23 eve clinic hove\n"
                              "bob 2027-02-16 pm clinic hove\n",
                .good = "ann 2027-02-16 pm clinic hove\n"
                        "ann 2027-02-23 eve clinic hove\n",
                .bad = "ann 2027-02-16 pm clinic hove\n",
            },
            {
                .month = "closures:\n"
                         "  - {from: 2027-02-08, to: 2027-02-25}\n",
                .use = "{at: [hove, crawley], per: week, count: days, least: 1, most: 2,\n"
                       "who: {clinicians: [bob, cat]}, from: 2027-02-03}",
                .candidates = "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-03 am clinic hove\n"
                              "bob 2027-02-03 pm clinic crawley\n"
                              "bob 2027-02-04 am clinic hove\n"
                              "bob 2027-02-04 pm support remote\n"
                              "bob 2027-02-05 pm support hove\n"
                              "bob 2027-02-26 am support hove\n"
                              "cat 2027-02-01 am clinic crawley\n"
                              "cat 2027-02-02 am clinic crawley\n"
                              "cat 2027-02-03 pm clinic crawley\n",
                .good = "bob 2027-02-03 am clinic hove\n"
                        "bob 2027-02-03 pm clinic crawley\n"
                        "bob 2027-02-04 am clinic hove\n",
                .bad = "cat 2027-02-01 am clinic crawley\n"
                       "cat 2027-02-02 am clinic crawley\n",
            },
            {
                .use = "{task: support, per: month, most: 2, sessions: [fri am, mon pm]}",
                .candidates = "ann 2027-02-01 pm support hove\n"
                              "ann 2027-02-05 am support remote\n"
                              "ann 2027-02-05 pm support remote\n"
                              "ann 2027-02-26 am support hove\n"
                              "bob 2027-02-26 am support hove\n"
                              "bob 2027-02-22 pm support hove\n"
                              "bob 2027-02-05 am support hove\n"
                              "bob 2027-02-12 am clinic hove\n",
                .good = "ann 2027-02-01 pm support hove\n"
                        "ann 2027-02-05 am support remote\n"
                        "ann 2027-02-05 pm support remote\n",
                .bad = "bob 2027-02-26 am support hove\n"
                       "bob 2027-02-22 pm support hove\n"
                       "bob 2027-02-05 am support hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
