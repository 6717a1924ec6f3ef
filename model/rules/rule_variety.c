#include "model/audit.h"
#include "model/contract.h"
#include "model/formulation.h"
#include "model/reckoning.h"
#include "model/rule.h"
#include "model/words.h"

enum { SHARE_MOST, USED_WITHIN };
enum { SUNDAY = 6 };

static const struct rule_param params[] = {
    {.name = "share_most",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "most of a month's contracted hours on one task",
     .initial = 60,
     .least = 1,
     .most = 100},
    {.name = "used_within",
     .kind = PARAM_NUMBER,
     .unit = "weeks",
     .summary = "each skill is used at least once in so many calendar weeks",
     .initial = 8,
     .least = 1,
     .most = 52},
};

/* --- what is asked of whom, for emit and recall ---------------------------- */

/* Minutes that a clinician may spend on one task. */
static int most_minutes(const struct problem *problem, const struct rule_use *use, int clinician)
{
  return contract_minutes(problem, clinician, &use->scope) * use->values[SHARE_MOST] / 100;
}

static bool uses_skill(const struct problem *problem, const struct rule_use *use, int task,
                       int skill)
{
  return task != NONE && scope_has_task(&use->scope, task) &&
         problem->service->tasks[task].skill == skill;
}

/* And is in scope. */
static bool holds_skill(const struct problem *problem, const struct rule_use *use, int clinician,
                        int skill, int date)
{
  if (!scope_has_on(&use->scope, problem, clinician, date))
    return false;
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (uses_skill(problem, use, t, skill) && clinician_can(problem->service, clinician, t, date))
      return true;
  return false;
}

/* The calendar weeks that end on a Sunday, in which a skill is to be used. */
struct weeks {
  int clinician, skill;
  int from, until;
};

/* Do they touch a published month in which nothing was due of the clinician, away throughout? */
static bool touch_absence(const struct history *history, const struct weeks *weeks)
{
  for (int m = 0; m < history->n_months; m++) {
    const struct past_account *account = history_account(history, weeks->clinician, m);
    if (account && account->contract_minutes == 0 && history->months[m].until >= weeks->from)
      return true;
  }
  return false;
}

/* The weeks up to the Sunday `until`; false when nothing is asked of them: the
 * past does not reach back so far, or the clinician was away for a month of it, was not
 * employed or did not hold the skill from their first day to their last. */
static bool weeks_up_to(const struct problem *problem, const struct rule_use *use, int until,
                        struct weeks *weeks)
{
  const struct month *month = problem->month;
  const struct clinician *person = &problem->service->clinicians[weeks->clinician];
  weeks->until = until;
  weeks->from = until + 1 - WEEK_DAYS * use->values[USED_WITHIN];
  return weeks->from >= history_known_from(&month->history, month->days[0].date) &&
         !touch_absence(&month->history, weeks) &&
         (person->joins == DATE_NONE || person->joins <= weeks->from) &&
         (person->leaves == DATE_NONE || person->leaves >= until) &&
         holds_skill(problem, use, weeks->clinician, weeks->skill, weeks->from) &&
         holds_skill(problem, use, weeks->clinician, weeks->skill, until);
}

/* The last date before the month on which the skill was used, or DATE_NONE. */
static int last_use(const struct problem *problem, const struct rule_use *use,
                    const struct weeks *weeks)
{
  int count;
  const struct past_assignment *past =
      history_of(&problem->month->history, weeks->clinician, &count);
  for (int i = count - 1; i >= 0; i--)
    if (uses_skill(problem, use, past[i].task, weeks->skill))
      return past[i].date;
  return DATE_NONE;
}

/* --- emit ------------------------------------------------------------------ */

static void emit_share(struct formulation *formulation, const struct rule_use *use, int clinician,
                       int task)
{
  const struct problem *problem = formulation->problem;
  int most = most_minutes(problem, use, clinician), possible = 0;
  for (int s = 0; s < problem->month->n_slots; s++) {
    int count, added = 0, first = problem_cell(problem, clinician, s, &count);
    for (int i = first; i < first + count; i++)
      if (problem->candidates[i].task == task &&
          scope_has(&use->scope, problem, &problem->candidates[i])) {
        formulation_term(formulation, i, problem->month->slots[s].minutes);
        added = problem->month->slots[s].minutes;
      }
    possible += added;
  }
  if (possible <= most) {
    programme_drop_terms(formulation->programme);
    return;
  }
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.task = task;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, most, 60, rule_use_price(use));
}

/* Nothing is asked of weeks in which nothing can be done any more. */
static void emit_weeks(struct formulation *formulation, const struct rule_use *use,
                       const struct weeks *weeks)
{
  const struct problem *problem = formulation->problem;
  const int *cell = &problem->cell[weeks->clinician * problem->month->n_slots];
  bool can = false;
  for (int i = cell[0]; i < cell[problem->month->n_slots]; i++) {
    int date = problem->month->slots[problem->candidates[i].slot].date;
    if (date < weeks->from || date > weeks->until ||
        !uses_skill(problem, use, problem->candidates[i].task, weeks->skill))
      continue;
    formulation_term(formulation, i, 1);
    can = true;
  }
  struct label label = formulation_label(formulation);
  label.clinician = weeks->clinician;
  if (can)
    formulation_limit(formulation, label, 1, PROGRAMME_INFINITY, 1, rule_use_price(use));
}

static void emit_person(struct formulation *formulation, const struct rule_use *use, int clinician)
{
  const struct problem *problem = formulation->problem;
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (scope_has_task(&use->scope, t))
      emit_share(formulation, use, clinician, t);
  for (int skill = 0; skill < problem->service->skills.count; skill++) {
    struct weeks weeks = {.clinician = clinician, .skill = skill};
    int used = last_use(problem, use, &weeks);
    for (int d = 0; d < problem->month->n_days; d++)
      if (problem->month->days[d].weekday == SUNDAY &&
          weeks_up_to(problem, use, problem->month->days[d].date, &weeks) && used < weeks.from)
        emit_weeks(formulation, use, &weeks);
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int c = 0; c < formulation->problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, formulation->problem, c))
      emit_person(formulation, use, c);
}

/* --- check ----------------------------------------------------------------- */

static void check_shares(struct audit *audit, const struct rule_use *use, int clinician)
{
  const struct problem *problem = audit->problem;
  const struct clinician *person = &problem->service->clinicians[clinician];
  int due = reckoning_contract_minutes(problem, clinician, &use->scope);
  int most = due * use->values[SHARE_MOST] / 100;
  g_autofree int *minutes = g_new0(int, (gsize)problem->service->n_tasks + 1);
  for (int s = 0; s < problem->month->n_slots; s++) {
    int count;
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    for (int i = 0; i < count; i++)
      if (scope_has(&use->scope, problem, &items[i]))
        minutes[items[i].task] += problem->month->slots[s].minutes;
  }
  for (int t = 0; t < problem->service->n_tasks; t++) {
    int over = minutes[t] - most;
    if (over <= 0)
      continue;
    struct label label = audit_label(audit);
    label.clinician = clinician;
    label.task = t;
    char spent[WORDS_SIZE], limit[WORDS_SIZE];
    audit_find(audit, label, (over + 59) / 60, rule_use_price(use),
               "%s spends %s on %s; %d%% of the hours due are %s", person->name,
               words_minutes(minutes[t], spent), problem->service->tasks[t].name,
               use->values[SHARE_MOST], words_minutes(most, limit));
  }
}

/* Is it a task in scope, and one of that skill? */
static bool is_of_skill(const struct audit *audit, const struct rule_use *use, int task, int skill)
{
  return task != NONE && audit->problem->service->tasks[task].skill == skill &&
         scope_has_task(&use->scope, task);
}

/* Was the clinician employed and in scope on that date, and able to use the skill in scope? */
static bool is_able(const struct audit *audit, const struct rule_use *use, int clinician, int skill,
                    int date)
{
  const struct service *service = audit->problem->service;
  const struct clinician *person = &service->clinicians[clinician];
  if ((person->joins != DATE_NONE && date < person->joins) ||
      (person->leaves != DATE_NONE && date > person->leaves) ||
      !scope_has_on(&use->scope, audit->problem, clinician, date))
    return false;
  for (int t = 0; t < service->n_tasks; t++)
    if (is_of_skill(audit, use, t, skill) && clinician_can(service, clinician, t, date))
      return true;
  return false;
}

/* The last day up to `until` on which the skill was used, in the published months
 * or in the rota; DATE_NONE: on none. */
static int last_used(const struct audit *audit, const struct rule_use *use, int clinician,
                     int skill, int until)
{
  const struct month *month = audit->problem->month;
  const struct rota *rota = audit->rota;
  int count, last = DATE_NONE;
  const struct past_assignment *past = history_of(&month->history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (is_of_skill(audit, use, past[i].task, skill))
      last = past[i].date;
  for (int i = rota->cell[clinician * rota->n_slots];
       i < rota->cell[(clinician + 1) * rota->n_slots]; i++) {
    int date = month->slots[rota->items[i].slot].date;
    if (date <= until && is_of_skill(audit, use, rota->items[i].task, skill))
      last = date;
  }
  return last;
}

/* Is there a candidate, on those days of the month, that would use it? */
static bool could_use(const struct audit *audit, const struct rule_use *use, int clinician,
                      int skill, int from, int until)
{
  const struct problem *problem = audit->problem;
  for (int s = 0; s < problem->month->n_slots; s++) {
    int count, first = problem_cell(problem, clinician, s, &count);
    int date = problem->month->slots[s].date;
    for (int i = first; i < first + count && date >= from && date <= until; i++)
      if (is_of_skill(audit, use, problem->candidates[i].task, skill))
        return true;
  }
  return false;
}

/* The first date after the last published month in which the clinician owed nothing. */
static int back_since(const struct history *history, int clinician)
{
  int since = DATE_NONE;
  for (int i = 0; i < history->n_accounts; i++)
    if (history->accounts[i].clinician == clinician && history->accounts[i].contract_minutes == 0)
      since = history->months[history->accounts[i].month].until + 1;
  return since;
}

static void check_skill(struct audit *audit, const struct rule_use *use, int clinician, int skill)
{
  const struct problem *problem = audit->problem;
  const struct month *month = problem->month;
  int known_from = MAX(history_known_from(&month->history, month->days[0].date),
                       back_since(&month->history, clinician));
  for (int d = SUNDAY - month->days[0].weekday; d < month->n_days; d += WEEK_DAYS) {
    int sunday = month->days[d].date, monday = sunday - WEEK_DAYS * use->values[USED_WITHIN] + 1;
    if (monday < known_from || !is_able(audit, use, clinician, skill, monday) ||
        !is_able(audit, use, clinician, skill, sunday) ||
        last_used(audit, use, clinician, skill, sunday) >= monday ||
        !could_use(audit, use, clinician, skill, monday, sunday))
      continue;
    struct label label = audit_label(audit);
    label.clinician = clinician;
    char until[DATE_TEXT_SIZE];
    audit_find(audit, label, 1, rule_use_price(use),
               "%s does not use '%s' in the %d week%s up to %s",
               problem->service->clinicians[clinician].name, problem->service->skills.words[skill],
               use->values[USED_WITHIN], use->values[USED_WITHIN] == 1 ? "" : "s",
               date_format_short(sunday, until));
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++) {
    if (!scope_has_clinician(&use->scope, audit->problem, c))
      continue;
    check_shares(audit, use, c);
    for (int skill = 0; skill < audit->problem->service->skills.count; skill++)
      check_skill(audit, use, c, skill);
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "nobody spends over %d%% of the hours due on one task, and every skill "
                         "held is used at least every %d weeks",
                         use->values[SHARE_MOST], use->values[USED_WITHIN]);
  words_scope(problem, &use->scope, out);
}

/* Names each skill whose weeks run out in this month unless it is used. */
static void recall(const struct rule_use *use, const struct problem *problem, int clinician,
                   GString *out)
{
  const struct month *month = problem->month;
  int end = month->days[month->n_days - 1].date;
  for (int skill = 0; skill < problem->service->skills.count; skill++) {
    struct weeks weeks = {.clinician = clinician, .skill = skill};
    int used = last_use(problem, use, &weeks);
    char date[DATE_TEXT_SIZE];
    if (used == DATE_NONE || used + WEEK_DAYS * use->values[USED_WITHIN] > end ||
        !holds_skill(problem, use, clinician, skill, end))
      continue;
    g_string_append_printf(out, "%s%s was last used on %s", out->len ? "; " : "",
                           problem->service->skills.words[skill], date_format(used, date));
  }
  if (out->len)
    g_string_append(out, ", and is due this month");
}

const struct rule rule_variety = {
    .name = "variety",
    .summary = "Nobody is for one task alone, and no skill held goes unused for long.",
    .source = "the service's offer: \"guards against de-skilling\", \"all case mix\"",
    .nature = RULE_SOFT,
    .by_contract = true,
    .weight = 3,
    .scope = SCOPE_WHO | SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .use = "{share_most: 6, used_within: 52}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-09 eve clinic hove\n"
                              "ann 2027-02-09 eve duty hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 am support remote\n"
                              "ann 2027-02-26 pm clinic crawley\n"
                              "cat 2027-02-01 am clinic crawley\n"
                              "cat 2027-02-24 am clinic crawley\n"
                              "cat 2027-02-24 pm clinic crawley\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-09 eve duty hove\n"
                        "ann 2027-02-26 am support remote\n"
                        "cat 2027-02-24 am clinic crawley\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-09 eve clinic hove\n"
                       "ann 2027-02-26 am clinic hove\n",
            },
            {
                /* Two weeks, without a past: those up to the 14th, the 21st and the 28th. */
                .service = "week: {mon-sun: [am, pm]}\n",
                .use = "{used_within: 2, task: spine}",
                .candidates = "ann 2027-02-01 am spine hove\n"
                              "ann 2027-02-05 pm clinic hove\n"
                              "ann 2027-02-12 pm spine crawley\n"
                              "ann 2027-02-15 am spine hove\n"
                              "ann 2027-02-19 pm spine hove\n"
                              "ann 2027-02-22 am spine hove\n"
                              "ann 2027-02-28 pm spine crawley\n"
                              "bob 2027-02-01 am spine hove\n",
                .good = "ann 2027-02-01 am spine hove\n"
                        "ann 2027-02-15 am spine hove\n",
                .bad = "ann 2027-02-05 pm clinic hove\n"
                       "ann 2027-02-15 am spine hove\n",
            },
            {
                /* Last used on Friday 29 January: not overdue before the 21st. */
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-04 am 08:30-12:15 spine hove\n"
                           "    - 2027-01-29 pm 13:15-17:00 spine hove\n"
                           "checksum: none\n"}},
                .use = "{used_within: 3, task: spine}",
                .candidates = "ann 2027-02-01 am spine hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-05 pm spine hove\n"
                              "ann 2027-02-08 am spine hove\n"
                              "ann 2027-02-19 pm spine crawley\n"
                              "ann 2027-02-26 pm spine crawley\n",
                .good = "ann 2027-02-08 am spine hove\n",
                .bad = "ann 2027-02-01 am spine hove\n"
                       "ann 2027-02-01 pm clinic hove\n",
            },
            {
                /* Three weeks up to Sunday the 14th begin on Monday 25 January, on which Ann used
                 * it for the last time and Cat joined; Bob used it the day before. Dan joined a day
                 * later. The 21st is Eve's last day, and Fay leaves the day before. */
                .service = "week: {mon-sun: [am, pm]}\n",
                .clinicians =
                    "bob: {band: 6, wte: 1.0, works: {mon-sun: [am]}, skills: {spine: yes}}\n"
                    "cat: {band: 5, wte: 1.0, works: {mon-sun: [am]},\n"
                    "      skills: {msk: yes, spine: yes}, joins: 2027-01-25}\n"
                    "dan: {band: 6, wte: 1.0, works: {mon-sun: [am]},\n"
                    "      skills: {spine: yes}, joins: 2027-01-26}\n"
                    "eve: {band: 6, wte: 1.0, works: {mon-sun: [am]},\n"
                    "      skills: {spine: {since: 2027-02-01}}, leaves: 2027-02-21}\n"
                    "fay: {band: 6, wte: 1.0, works: {mon-sun: [am]},\n"
                    "      skills: {spine: {since: 2027-02-01}}, leaves: 2027-02-20}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-25 am 08:30-12:15 spine hove\n"
                           "  bob:\n"
                           "    - 2027-01-24 am 08:30-12:15 spine hove\n"
                           "checksum: none\n"}},
                .use = "{used_within: 3, task: spine}",
                .candidates = "ann 2027-02-21 am spine hove\n"
                              "ann 2027-02-22 am spine hove\n"
                              "bob 2027-02-14 am spine hove\n"
                              "bob 2027-02-15 am spine hove\n"
                              "cat 2027-02-08 am spine hove\n"
                              "dan 2027-02-15 am spine hove\n"
                              "eve 2027-02-01 am spine hove\n"
                              "eve 2027-02-22 am spine hove\n"
                              "fay 2027-02-28 am spine hove\n",
                .good = "ann 2027-02-21 am spine hove\n"
                        "bob 2027-02-14 am spine hove\n"
                        "cat 2027-02-08 am spine hove\n"
                        "dan 2027-02-15 am spine hove\n"
                        "eve 2027-02-01 am spine hove\n",
                .bad = "ann 2027-02-22 am spine hove\n"
                       "bob 2027-02-15 am spine hove\n"
                       "eve 2027-02-22 am spine hove\n",
            },
            {
                /* May 2027 begins on a Saturday: the first week is April's as well. Nothing can
                 * be used from the 10th to the 16th. */
                .month_id = "2027-05",
                .service =
                    "week: {mon-sun: [am]}\n"
                    "holidays: [2027-05-10, 2027-05-11, 2027-05-12, 2027-05-13, 2027-05-14,\n"
                    "           2027-05-15, 2027-05-16]\n",
                .files = {{"history/2027-04.yaml",
                           "month: 2027-04\nassignments: {}\nchecksum: none\n"}},
                .use = "{used_within: 1, task: spine, who: {clinicians: ann}}",
                .candidates = "ann 2027-05-01 am spine hove\n"
                              "ann 2027-05-02 am spine hove\n"
                              "ann 2027-05-03 am spine hove\n"
                              "ann 2027-05-09 am spine hove\n"
                              "ann 2027-05-23 am spine hove\n"
                              "ann 2027-05-24 am spine hove\n"
                              "ann 2027-05-31 am spine hove\n",
                .good = "ann 2027-05-02 am spine hove\n"
                        "ann 2027-05-03 am spine hove\n"
                        "ann 2027-05-23 am spine hove\n"
                        "ann 2027-05-24 am spine hove\n",
                .bad = "ann 2027-05-02 am spine hove\n"
                       "ann 2027-05-09 am spine hove\n"
                       "ann 2027-05-23 am spine hove\n"
                       "ann 2027-05-31 am spine hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
    .recall = recall,
};
