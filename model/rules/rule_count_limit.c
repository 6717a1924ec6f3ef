#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/span.h"
#include "model/words.h"

enum { PER, LEAST, MOST, COUNT, PER_MINUTES };

/* The most that can be asked of minutes, and of anything else. */
enum { MINUTES_MAX = 20000, OTHERS_MAX = 250 };

/* In the order of enum period, without its first. */
static const char *const per_names[] = {"day", "week", "month", NULL};

enum { COUNT_SESSIONS, COUNT_DAYS, COUNT_TASKS, COUNT_MINUTES };
static const char *const count_names[] = {"sessions", "days", "tasks", "minutes", NULL};

static const struct rule_param params[] = {
    [PER] = {.name = "per",
             .kind = PARAM_CHOICE,
             .unit = "",
             .summary = "the period in which they are counted",
             .initial = PERIOD_WEEK - PERIOD_DAY,
             .choices = per_names},
    [LEAST] = {.name = "least",
               .kind = PARAM_NUMBER,
               .unit = "",
               .summary = "the fewest; part of a period owes its share, and check warns if it is 0",
               .initial = PARAM_UNSET,
               .least = 1,
               .most = MINUTES_MAX},
    [MOST] = {.name = "most",
              .kind = PARAM_NUMBER,
              .unit = "",
              .summary = "the most",
              .initial = PARAM_UNSET,
              .least = 0,
              .most = MINUTES_MAX},
    [COUNT] = {.name = "count",
               .kind = PARAM_CHOICE,
               .unit = "",
               .summary =
                   "what is counted: sessions, days with any of them, different tasks, or minutes",
               .initial = COUNT_SESSIONS,
               .choices = count_names},
    [PER_MINUTES] = {.name = "per_minutes",
                     .kind = PARAM_NUMBER,
                     .unit = "minutes",
                     .summary =
                         "of minutes, each started so many too many or too few cost the weight",
                     .initial = 15,
                     .least = 1,
                     .most = 6000},
};

static const char *fault(const struct rule_use *use)
{
  int least = use->values[LEAST], most = use->values[MOST];
  if (least == PARAM_UNSET && most == PARAM_UNSET)
    return "needs 'least' or 'most'";
  if (least != PARAM_UNSET && most != PARAM_UNSET && least > most)
    return "'least' is more than 'most'";
  if (least != PARAM_UNSET && use->values[COUNT] == COUNT_TASKS)
    return "'least' is of sessions, days or minutes, not of tasks";
  if (use->values[COUNT] != COUNT_MINUTES && MAX(least, most) > OTHERS_MAX)
    return "'least' and 'most' are 250 at most, unless minutes are counted";
  return NULL;
}

/* Who is to do at least so much of something is asked to; not given, it is below 0. */
static bool asks(const struct rule_use *use)
{
  return use->values[LEAST] > 0;
}

/* --- emit ------------------------------------------------------------------ */

static enum period period_of(const struct rule_use *use)
{
  return (enum period)(PERIOD_DAY + use->values[PER]);
}

/* Adds the candidates of a slot that the use is about, of one task or (NONE) of all; returns
 * how many. */
static int add_slot(struct formulation *formulation, const struct rule_use *use, int clinician,
                    int slot, int task)
{
  const struct problem *problem = formulation->problem;
  if (!scope_has_slot(&use->scope, problem, slot))
    return 0;
  int each = use->values[COUNT] == COUNT_MINUTES ? problem->month->slots[slot].minutes : 1;
  int added = 0, count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if ((task == NONE || problem->candidates[i].task == task) &&
        scope_has(&use->scope, problem, &problem->candidates[i])) {
      formulation_term(formulation, i, each);
      added++;
    }
  return added;
}

/* Makes a column for the slots from `first` until before `end`: 1 with any session that
 * counts, of the task or (NONE) of all, 0 without. NONE where there can't be one. */
static int make_any(struct formulation *formulation, const struct rule_use *use, int clinician,
                    int first, int end, int task)
{
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = first;
  int column = NONE;
  for (int s = first; s < end; s++) {
    if (add_slot(formulation, use, clinician, s, task) == 0)
      continue;
    if (column == NONE)
      column = formulation_column(formulation, label, 0, 1, 0);
    formulation_term(formulation, column, -1);
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  }
  if (column == NONE || use->values[LEAST] == PARAM_UNSET)
    return column;
  for (int s = first; s < end; s++)
    add_slot(formulation, use, clinician, s, task);
  formulation_term(formulation, column, -1);
  formulation_row(formulation, label, 0, PROGRAMME_INFINITY);
  return column;
}

static void add_days(struct formulation *formulation, const struct rule_use *use, int clinician,
                     const struct span *span)
{
  const struct month *month = formulation->problem->month;
  g_autofree int *columns = g_new(int, (gsize)month->n_days);
  int n_days = 0;
  for (int s = span->first, end; s < span->end; s = end) {
    end = s + month->days[month->slots[s].day].n_slots;
    columns[n_days++] = make_any(formulation, use, clinician, s, end, NONE);
  }
  for (int i = 0; i < n_days; i++)
    if (columns[i] != NONE)
      formulation_term(formulation, columns[i], 1);
}

static bool is_possible(const struct problem *problem, const struct scope *scope, int clinician,
                        int slot)
{
  int count, first = problem_cell(problem, clinician, slot, &count);
  if (!scope_has_slot(scope, problem, slot))
    return false;
  for (int i = first; i < first + count; i++)
    if (scope_has(scope, problem, &problem->candidates[i]))
      return true;
  return false;
}

/* Sessions, days with any of them, and minutes. */
struct usual {
  int sessions, days, minutes;
};

/* How much of the clinician's pattern falls into the sessions of the use (its dates
 * apart) in the service's ordinary weeks. */
static struct usual usual_of(const struct rule_use *use, const struct service *service,
                             int clinician, const struct span *span)
{
  struct usual usual = {0, 0, 0};
  for (int date = span->from; date <= span->until; date++) {
    int weekday = date_weekday(date), sessions = 0;
    const struct pattern *works = clinician_week(service, clinician, date);
    unsigned blocks =
        works->blocks[weekday] & use->scope.when.blocks[weekday] & service->week.blocks[weekday];
    for (int b = 0; b < service->n_blocks; b++)
      if (blocks >> b & 1) {
        sessions++;
        usual.minutes += service->blocks[b].to_minute - service->blocks[b].from_minute;
      }
    usual.sessions += sessions;
    usual.days += sessions > 0;
  }
  return usual;
}

/* The week's published days outside the month; none where the period is no week. */
static bool shares(const struct rule_use *use, const struct month *month, const struct span *span,
                   struct shared_days *out)
{
  return period_of(use) == PERIOD_WEEK &&
         month_shares(month, span_period(month, PERIOD_WEEK, span), out);
}

/* What the clinician has on published days of the same week: of the use, or, in its
 * sessions, of anything. */
static struct usual published_of(const struct rule_use *use, const struct problem *problem,
                                 int clinician, const struct span *span, bool anything)
{
  struct usual out = {0, 0, 0};
  struct scope sessions = {.posts = use->scope.posts, .when = use->scope.when};
  struct shared_days shared;
  if (!shares(use, problem->month, span, &shared))
    return out;
  int count, last_date = DATE_NONE;
  const struct past_assignment *past = history_of(shared.history, clinician, &count);
  for (int i = 0; i < count; i++) {
    if (past[i].date < shared.from || past[i].date > shared.until ||
        !scope_has_shared(anything ? &sessions : &use->scope, problem, &past[i]))
      continue;
    out.sessions++;
    out.minutes += past[i].to_minute - past[i].from_minute;
    out.days += past[i].date != last_date;
    last_date = past[i].date;
  }
  return out;
}

/* Marks the tasks of the use that the clinician has on published days of the same week;
 * returns how many. */
static int published_tasks(const struct rule_use *use, const struct problem *problem, int clinician,
                           const struct span *span, bool *held)
{
  struct shared_days shared;
  int count = 0, tasks = 0;
  if (!shares(use, problem->month, span, &shared))
    return 0;
  const struct past_assignment *past = history_of(shared.history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date >= shared.from && past[i].date <= shared.until && past[i].task != NONE &&
        !held[past[i].task] && scope_has_shared(&use->scope, problem, &past[i])) {
      held[past[i].task] = true;
      tasks++;
    }
  return tasks;
}

/* How much of it the clinician is there for, with a candidate in scope. */
static struct usual possible_of(const struct rule_use *use, const struct problem *problem,
                                int clinician, const struct span *span)
{
  struct usual out = {0, 0, 0};
  int last_day = NONE;
  for (int s = span->first; s < span->end; s++) {
    if (!problem_present(problem, clinician, s) || !is_possible(problem, &use->scope, clinician, s))
      continue;
    out.sessions++;
    out.minutes += problem->month->slots[s].minutes;
    out.days += problem->month->slots[s].day != last_day;
    last_day = problem->month->slots[s].day;
  }
  return out;
}

static int counted(const struct rule_use *use, struct usual usual)
{
  if (use->values[COUNT] == COUNT_MINUTES)
    return usual.minutes;
  return use->values[COUNT] == COUNT_DAYS ? usual.days : usual.sessions;
}

/* The fewest that are due: in proportion to what is possible of a usual period, less what is
 * published of it, and no more than the month's own days can have. */
static int64_t lower_of(const struct rule_use *use, const struct problem *problem, int clinician,
                        const struct span *span)
{
  if (use->values[LEAST] == PARAM_UNSET)
    return 0;
  int whole = counted(use, usual_of(use, problem->service, clinician, span));
  int own = counted(use, possible_of(use, problem, clinician, span));
  int part = own + counted(use, published_of(use, problem, clinician, span, true));
  int held = counted(use, published_of(use, problem, clinician, span, false));
  int due = use->values[LEAST];
  struct shared_days shared;
  if (whole == 0)
    return 0;
  if (part < whole)
    due = (int)((INT64_C(2) * due * part + whole) / (INT64_C(2) * whole));
  if (due <= held)
    return 0;
  return shares(use, problem->month, span, &shared) ? MIN(due - held, own) : due;
}

/* The most that are left of the period. */
static int64_t upper_of(const struct rule_use *use, const struct problem *problem, int clinician,
                        const struct span *span)
{
  if (use->values[MOST] == PARAM_UNSET)
    return PROGRAMME_INFINITY;
  g_autofree bool *tasks = g_new0(bool, (gsize)problem->service->n_tasks + 1);
  int held = use->values[COUNT] == COUNT_TASKS
                 ? published_tasks(use, problem, clinician, span, tasks)
                 : counted(use, published_of(use, problem, clinician, span, false));
  return MAX(use->values[MOST] - held, 0);
}

/* Tasks that are none of the week's published ones. Nobody does more than there are sessions: of
 * few, nothing need be counted. */
static void add_tasks(struct formulation *formulation, const struct rule_use *use, int clinician,
                      const struct span *span)
{
  const struct problem *problem = formulation->problem;
  g_autofree int *columns = g_new(int, (gsize)problem->service->n_tasks + 1);
  g_autofree bool *held = g_new0(bool, (gsize)problem->service->n_tasks + 1);
  int sessions = 0, left = use->values[MOST] - published_tasks(use, problem, clinician, span, held);
  for (int s = span->first; s < span->end; s++)
    sessions += is_possible(problem, &use->scope, clinician, s);
  if (sessions <= left)
    return;
  for (int t = 0; t < problem->service->n_tasks; t++)
    columns[t] = held[t] ? NONE : make_any(formulation, use, clinician, span->first, span->end, t);
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (columns[t] != NONE)
      formulation_term(formulation, columns[t], 1);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  int unit = use->values[COUNT] == COUNT_MINUTES ? use->values[PER_MINUTES] : 1;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct span span = {0, 0, 0, 0};
    while (scope_has_clinician(&use->scope, problem, c) &&
           span_next(problem->month, period_of(use), &span)) {
      if (use->values[COUNT] == COUNT_DAYS)
        add_days(formulation, use, c, &span);
      else if (use->values[COUNT] == COUNT_TASKS)
        add_tasks(formulation, use, c, &span);
      else
        for (int s = span.first; s < span.end; s++)
          add_slot(formulation, use, c, s, NONE);
      struct label label = formulation_label(formulation);
      label.clinician = c;
      label.slot = period_of(use) == PERIOD_MONTH ? NONE : span.first;
      formulation_limit(formulation, label, lower_of(use, problem, c, &span),
                        upper_of(use, problem, c, &span), unit, rule_use_price(use));
    }
  }
}

/* --- check ----------------------------------------------------------------- */

/* Sessions of the clinician in the span, their minutes, or days with any. */
static int count_done(const struct audit *audit, const struct rule_use *use, int clinician,
                      const struct span *span)
{
  const struct slot *slots = audit->problem->month->slots;
  int done = 0, last_day = NONE;
  for (int s = span->first; s < span->end; s++) {
    int count;
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    for (int i = 0; i < count; i++) {
      if (!scope_has(&use->scope, audit->problem, &items[i]))
        continue;
      if (use->values[COUNT] == COUNT_MINUTES)
        done += slots[s].minutes;
      else
        done += use->values[COUNT] == COUNT_SESSIONS || slots[s].day != last_day;
      last_day = slots[s].day;
    }
  }
  return done;
}

/* Tasks that were not seen before. */
static int count_tasks(const struct audit *audit, const struct rule_use *use, int clinician,
                       const struct span *span, bool *seen)
{
  int tasks = 0;
  for (int s = span->first; s < span->end; s++) {
    int count;
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    for (int i = 0; i < count; i++)
      if (scope_has(&use->scope, audit->problem, &items[i])) {
        tasks += !seen[items[i].task];
        seen[items[i].task] = true;
      }
  }
  return tasks;
}

/* Is it one of the service's sessions, one of the clinician's, and one of the use's? */
static bool is_usual(const struct problem *problem, const struct rule_use *use, int clinician,
                     int date, int block)
{
  const struct pattern *week = clinician_week(problem->service, clinician, date);
  int weekday = date_weekday(date);
  return (problem->service->week.blocks[weekday] & 1U << block) != 0 &&
         (week->blocks[weekday] & 1U << block) != 0 &&
         (use->scope.when.blocks[weekday] & 1U << block) != 0;
}

static bool has_anything(const struct problem *problem, const struct rule_use *use, int clinician,
                         int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  int count, i = problem_cell(problem, clinician, slot, &count);
  if (!pattern_has(&use->scope.when, at->date, at->block) ||
      !problem_present(problem, clinician, slot) ||
      !scope_has_on(&use->scope, problem, clinician, at->date))
    return false;
  for (; count > 0; count--, i++)
    if (scope_has_task(&use->scope, problem->candidates[i].task) &&
        scope_has_site(&use->scope, problem->candidates[i].site))
      return true;
  return false;
}

/* The clinician's week on its published days beyond the month. */
struct beyond {
  bool published;
  int done, worked; /* sessions, days, tasks or minutes of the use; in its sessions, of anything */
};

/* Marks what tasks of the use are published. */
static struct beyond read_beyond(const struct problem *problem, const struct rule_use *use,
                                 int clinician, int week, bool *seen)
{
  struct shared_days shared;
  struct beyond out = {month_shares(problem->month, week, &shared), 0, 0};
  int done[WEEK_DAYS] = {0}, worked[WEEK_DAYS] = {0}, count = 0, tasks = 0;
  const struct past_assignment *at =
      out.published ? history_of(shared.history, clinician, &count) : NULL;
  const struct scope anything = {.posts = use->scope.posts, .when = use->scope.when};
  for (; count > 0; at++, count--)
    if (at->date >= shared.from && at->date <= shared.until) {
      int each = use->values[COUNT] == COUNT_MINUTES ? at->to_minute - at->from_minute : 1;
      worked[date_weekday(at->date)] += scope_has_shared(&anything, problem, at) ? each : 0;
      done[date_weekday(at->date)] += scope_has_shared(&use->scope, problem, at) ? each : 0;
      if (at->task != NONE && scope_has_shared(&use->scope, problem, at)) {
        tasks += !seen[at->task];
        seen[at->task] = true;
      }
    }
  for (int day = 0; day < WEEK_DAYS; day++) {
    bool by_day = use->values[COUNT] == COUNT_DAYS;
    out.done += by_day ? done[day] > 0 : done[day];
    out.worked += by_day ? worked[day] > 0 : worked[day];
  }
  if (use->values[COUNT] == COUNT_TASKS)
    out.done = tasks;
  return out;
}

/* The fewest: with the share that is left of the clinician's usual days, sessions
 * or minutes, of the whole period, also beyond the month's ends. */
static int fair_least(const struct problem *problem, const struct rule_use *use, int clinician,
                      const struct span *span, const struct beyond *beyond)
{
  bool by_day = use->values[COUNT] == COUNT_DAYS, by_minute = use->values[COUNT] == COUNT_MINUTES;
  int usual = 0, could = 0, due = 0;
  if (use->values[LEAST] == PARAM_UNSET)
    return 0;
  for (int date = span->from; date <= span->until; date++) {
    int usually = 0, possibly = 0;
    for (int b = 0; b < problem->service->n_blocks; b++) {
      const struct block *block = &problem->service->blocks[b];
      int slot = month_slot(problem->month, date, b);
      int each = by_minute ? block->to_minute - block->from_minute : 1;
      usually += is_usual(problem, use, clinician, date, b) ? each : 0;
      possibly += slot != NONE && has_anything(problem, use, clinician, slot) ? each : 0;
    }
    usual += by_day ? usually > 0 : usually;
    could += by_day ? possibly > 0 : possibly;
  }
  while (usual > 0 && due < use->values[LEAST] &&
         INT64_C(2) * use->values[LEAST] * (could + beyond->worked) >=
             (INT64_C(2) * due + 1) * usual)
    due++;
  return beyond->published ? CLAMP(due - beyond->done, 0, could) : due;
}

static void check_span(struct audit *audit, const struct rule_use *use, int clinician,
                       enum period per, const struct span *span)
{
  const struct problem *problem = audit->problem;
  struct beyond beyond = {false, 0, 0};
  bool by_task = use->values[COUNT] == COUNT_TASKS;
  g_autofree bool *seen = g_new0(bool, (gsize)problem->service->n_tasks + 1);
  if (per == PERIOD_WEEK)
    beyond = read_beyond(problem, use, clinician, span_period(problem->month, per, span), seen);
  int done = by_task ? count_tasks(audit, use, clinician, span, seen)
                     : count_done(audit, use, clinician, span);
  int least = fair_least(problem, use, clinician, span, &beyond);
  int most = use->values[MOST] == PARAM_UNSET ? INT_MAX : MAX(use->values[MOST] - beyond.done, 0);
  if (done >= least && done <= most)
    return;
  int missed = done < least ? least - done : done - most;
  if (use->values[COUNT] == COUNT_MINUTES)
    missed = (missed - 1) / use->values[PER_MINUTES] + 1;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  label.slot = per == PERIOD_MONTH ? NONE : span->first;
  char when[WORDS_SIZE];
  g_autoptr(GString) scope = g_string_new(NULL);
  words_scope(problem, &use->scope, scope);
  words_period(problem, per, span_period(problem->month, per, span), when);
  const char *counted = count_names[use->values[COUNT]];
  g_autofree char *besides = g_strdup_printf("besides the %d published is", beyond.done);
  audit_find(audit, label, missed, rule_use_price(use), "%s has %d %.*s %s, and the %s %s %d%s",
             problem->service->clinicians[clinician].name, done, (int)strlen(counted) - (done == 1),
             counted, when, done < least ? "fewest" : "most", beyond.done ? besides : "is",
             done < least ? least : most, scope->str);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  static const enum period periods[] = {PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH};
  enum period per = periods[use->values[PER]];
  for (int c = 0; c < audit->problem->service->n_clinicians; c++) {
    struct span span = {0, 0, 0, 0};
    while (scope_has_clinician(&use->scope, audit->problem, c) &&
           span_next(audit->problem->month, per, &span))
      check_span(audit, use, c, per, &span);
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
                /* One session on Tuesdays: two thirds of one on the 16th and a third
                 * on the 23rd for Ann, a half on the 23rd for Bob, none for Cat. */
                .clinicians = "cat: {band: 5, wte: 0.5, works: {mon: [am]}, skills: {}}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-16,2027-02-16,annual,am\n"
                           "ann,2027-02-23,2027-02-23,annual,am pm\n"
                           "bob,2027-02-23,2027-02-23,annual,am\n"}},
                .use = "{task: [clinic, spine], per: day, least: 1, sessions: tue,\n"
                       "from: 2027-02-16}",
                .candidates = "ann 2027-02-15 am clinic hove\n"
                              "ann 2027-02-16 pm clinic hove\n"
                              "ann 2027-02-16 pm support hove\n"
                              "ann 2027-02-16 eve spine hove\n"
                              "ann 2027-02-23 eve clinic hove\n"
                              "bob 2027-02-16 pm clinic hove\n"
                              "bob 2027-02-23 pm clinic hove\n",
                .good = "ann 2027-02-16 eve spine hove\n"
                        "bob 2027-02-16 pm clinic hove\n"
                        "bob 2027-02-23 pm clinic hove\n",
                .bad = "ann 2027-02-16 eve spine hove\n"
                       "bob 2027-02-16 pm clinic hove\n",
            },
            {
                /* Bob's first week counts for 4 of his 5 days, his last for 1. */
                .month = "closures:\n"
                         "  - {from: 2027-02-08, to: 2027-02-25}\n",
                .use = "{at: [hove, crawley], per: week, count: days, least: 2, most: 2,\n"
                       "who: {clinicians: [bob, cat]}, from: 2027-02-02}",
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
                        "bob 2027-02-04 am clinic hove\n"
                        "cat 2027-02-02 am clinic crawley\n",
                .bad = "bob 2027-02-03 am clinic hove\n"
                       "bob 2027-02-03 pm clinic crawley\n"
                       "cat 2027-02-02 am clinic crawley\n",
            },
            {
                .use = "{count: tasks, per: day, most: 1, at: [hub, remote], sessions: mon-tue,\n"
                       "who: {clinicians: ann}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic crawley\n"
                              "ann 2027-02-01 pm support remote\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 am fcp goldstone\n"
                              "ann 2027-02-02 pm spine hove\n"
                              "ann 2027-02-02 eve support remote\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm duty hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-02 pm support remote\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-01 pm clinic crawley\n"
                        "ann 2027-02-02 am fcp goldstone\n"
                        "ann 2027-02-02 pm spine hove\n"
                        "ann 2027-02-26 am clinic hove\n"
                        "ann 2027-02-26 pm duty hove\n"
                        "bob 2027-02-02 am clinic hove\n"
                        "bob 2027-02-02 pm support remote\n",
                .bad = "ann 2027-02-02 pm spine hove\n"
                       "ann 2027-02-02 eve support remote\n",
            },
            {
                /* In odd weeks (the 1st and the 15th are in one) Ann works on five mornings, in
                 * even weeks on Monday. Of 3 she has 9/5 in the first week, 3/2 in the second, 3/5
                 * in the third, and all in the last. The Sunday is the first week's. */
                .service = "week: {mon-sun: [am, pm]}\n",
                .clinicians = "ann: {band: 7, wte: 0.5, skills: {msk: yes, spine: yes},\n"
                              "      works: {odd: {mon-fri: [am]}, even: {mon: [am, pm]}}}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-02,2027-02-03,annual,\n"
                           "ann,2027-02-08,2027-02-08,annual,pm\n"
                           "ann,2027-02-16,2027-02-19,annual,\n"}},
                .use = "{task: clinic, per: week, least: 3, who: {clinicians: ann}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm support hove\n"
                              "ann 2027-02-04 am clinic hove\n"
                              "ann 2027-02-07 pm clinic hove\n"
                              "ann 2027-02-08 am clinic hove\n"
                              "ann 2027-02-14 pm clinic hove\n"
                              "ann 2027-02-15 am clinic hove\n"
                              "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-22 pm clinic hove\n"
                              "ann 2027-02-28 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-07 pm clinic hove\n"
                        "ann 2027-02-08 am clinic hove\n"
                        "ann 2027-02-14 pm clinic hove\n"
                        "ann 2027-02-15 am clinic hove\n"
                        "ann 2027-02-22 am clinic hove\n"
                        "ann 2027-02-22 pm clinic hove\n"
                        "ann 2027-02-28 am clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-07 pm clinic hove\n"
                       "ann 2027-02-08 am clinic hove\n"
                       "ann 2027-02-15 am clinic hove\n"
                       "ann 2027-02-22 am clinic hove\n"
                       "ann 2027-02-22 pm clinic hove\n"
                       "ann 2027-02-28 am clinic hove\n",
            },
            {
                /* Three of Ann's five days are left: 2 x 3 / 5 is one day; Tuesday, with three
                 * sessions, is one of them. */
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-24,2027-02-25,annual,\n"}},
                .use = "{task: clinic, per: week, count: days, least: 2, from: 2027-02-22,\n"
                       " who: {clinicians: ann}}",
                .candidates = "ann 2027-02-19 am clinic hove\n"
                              "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-23 eve clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-19 am clinic hove\n",
            },
            {
                /* At most two in the month, and none on the days that the event opens. */
                .month = "events:\n"
                         "  fair: {name: Fair, kind: fair, at: hove,\n"
                         "         on: [2027-02-06 am, 2027-02-28 pm],\n"
                         "         need: [{task: clinic, need: 1}]}\n",
                .use = "{task: clinic, per: month, most: 2, who: {clinicians: [ann, bob]}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-06 am clinic hove\n"
                              "ann 2027-02-28 pm clinic hove\n"
                              "bob 2027-02-06 am clinic hove\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 pm clinic hove\n"
                              "bob 2027-02-26 am support hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-28 pm clinic hove\n"
                        "bob 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-06 am clinic hove\n"
                       "ann 2027-02-28 pm clinic hove\n",
            },
            {
                /* Of five days with one session each three are left: 3 x 3 / 5 is two days. */
                .clinicians = "ann: {band: 7, wte: 0.5, skills: {msk: yes, spine: yes},\n"
                              "      works: {mon-fri: [am]}}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-25,2027-02-26,annual,\n"}},
                .use = "{task: clinic, per: week, count: days, least: 3, from: 2027-02-22,\n"
                       " who: {clinicians: ann}}",
                .candidates = "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-22 pm clinic hove\n"
                              "ann 2027-02-24 am clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-22 pm clinic hove\n"
                        "ann 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-22 am clinic hove\n"
                       "ann 2027-02-22 pm clinic hove\n",
            },
            {
                /* April begins on a Thursday and ends on a Friday, and both neighbours are
                 * published: one of the two days of the first week is used up, the last has one of
                 * its two at least on a published day. */
                .month_id = "2027-04",
                .files = {{"history/2027-03.yaml",
                           "month: 2027-03\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-03-28 am 08:30-12:15 clinic hove\n"
                           "    - 2027-03-29 am 08:30-12:15 clinic hove\n"
                           "    - 2027-03-29 pm 13:15-17:00 clinic hove\n"
                           "    - 2027-03-30 am 08:30-12:15 spine hove\n"
                           "  gone:\n"
                           "    - 2027-03-31 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"},
                          {"history/2027-05.yaml",
                           "month: 2027-05\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-05-01 am 08:30-12:15 clinic hove\n"
                           "    - 2027-05-03 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .service = "week: {mon-sun: [am, pm]}\n",
                .clinicians = "ann: {band: 7, works: {mon-sun: [am, pm]}, skills: {msk: yes}}\n",
                .use = "{task: clinic, per: week, count: days, least: 2, most: 2,\n"
                       " who: {clinicians: ann}, sessions: [thu, fri, sat, mon]}",
                .candidates = "ann 2027-04-01 am clinic hove\n"
                              "ann 2027-04-01 pm clinic hove\n"
                              "ann 2027-04-02 am clinic hove\n"
                              "ann 2027-04-26 am clinic hove\n"
                              "ann 2027-04-29 am clinic hove\n"
                              "ann 2027-04-30 am clinic hove\n"
                              "ann 2027-04-30 pm clinic hove\n",
                .bad = "ann 2027-04-01 am clinic hove\n"
                       "ann 2027-04-02 am clinic hove\n"
                       "ann 2027-04-30 am clinic hove\n",
            },
            {
                /* At most 7.5 and at least 4 hours a week: four hours are four fifths of the five
                 * mornings, and in the last week Ann is away on three of these. */
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-22,2027-02-24,annual,\n"}},
                .use = "{count: minutes, least: 240, most: 450, per_minutes: 60, sessions: am,\n"
                       " from: 2027-02-15, who: {clinicians: ann}}",
                .candidates = "ann 2027-02-15 am clinic hove\n"
                              "ann 2027-02-15 pm clinic hove\n"
                              "ann 2027-02-16 am support remote\n"
                              "ann 2027-02-17 am clinic hove\n"
                              "ann 2027-02-18 am clinic crawley\n"
                              "bob 2027-02-18 am clinic crawley\n"
                              "ann 2027-02-25 am clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n",
                .good = "ann 2027-02-15 am clinic hove\n"
                        "ann 2027-02-16 am support remote\n"
                        "ann 2027-02-25 am clinic hove\n",
                .bad = "ann 2027-02-15 am clinic hove\n"
                       "ann 2027-02-16 am support remote\n"
                       "ann 2027-02-17 am clinic hove\n"
                       "ann 2027-02-25 am clinic hove\n",
            },
        },
    .asks = asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
