#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { SHARE, TIMES };

static const struct rule_param params[] = {
    {.name = "share",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "share of a person's sessions to be at the weekday, time and site of last month",
     .initial = 70,
     .least = 1,
     .most = 100},
    {.name = "times",
     .kind = PARAM_NUMBER,
     .unit = "times",
     .summary = "how often somebody was there last month for the place to be theirs",
     .initial = 2,
     .least = 1,
     .most = 5},
};

/* --- emit ------------------------------------------------------------------ */

static int index_of(const struct problem *problem, int date, int block, int site)
{
  return (date_weekday(date) * problem->service->n_blocks + block) * problem->service->n_sites +
         site;
}

/* How often the clinician was where, when, in the month just before; NULL where
 * that month was not published. g_free it. */
static int *count_held(const struct problem *problem, const struct rule_use *use, int clinician)
{
  const struct history *history = &problem->month->history;
  int first = problem->month->days[0].date, count;
  if (history_known_from(history, first) == first)
    return NULL;
  int from = history->months[history->n_months - 1].from;
  const struct service *service = problem->service;
  int *times = g_new0(int, (gsize)(WEEK_DAYS * service->n_blocks * service->n_sites) + 1);
  const struct past_assignment *past = history_of(history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date >= from && past[i].block != NONE && past[i].site != NONE &&
        scope_has_past(&use->scope, problem, &past[i]))
      times[index_of(problem, past[i].date, past[i].block, past[i].site)]++;
  return times;
}

static bool is_held(const struct problem *problem, const struct rule_use *use, const int *times,
                    const struct assignment *at)
{
  const struct slot *slot = &problem->month->slots[at->slot];
  return times[index_of(problem, slot->date, slot->block, at->site)] >= use->values[TIMES];
}

/* Can the clinician be anywhere again this month? If not, nothing is asked. */
static bool can_keep(const struct problem *problem, const struct rule_use *use, const int *times,
                     int clinician)
{
  for (int s = 0; s < problem->month->n_slots; s++) {
    int count, first = problem_cell(problem, clinician, s, &count);
    for (int i = first; i < first + count; i++)
      if (scope_has(&use->scope, problem, &problem->candidates[i]) &&
          is_held(problem, use, times, &problem->candidates[i]))
        return true;
  }
  return false;
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    g_autofree int *times = count_held(problem, use, c);
    if (!times || !scope_has_clinician(&use->scope, problem, c) ||
        !can_keep(problem, use, times, c))
      continue;
    const int *cell = &problem->cell[c * problem->month->n_slots];
    for (int i = cell[0]; i < cell[problem->month->n_slots]; i++)
      if (scope_has(&use->scope, problem, &problem->candidates[i])) {
        bool held = is_held(problem, use, times, &problem->candidates[i]);
        formulation_term(formulation, i, (held ? 100 : 0) - use->values[SHARE]);
      }
    struct label label = formulation_label(formulation);
    label.clinician = c;
    formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, 100, rule_use_price(use));
  }
}

/* --- check ----------------------------------------------------------------- */

/* The first date of the month just before, or DATE_NONE where it was not published. */
static int last_month_from(const struct month *month)
{
  const struct history *history = &month->history;
  if (history->n_months == 0)
    return DATE_NONE;
  const struct past_month *last = &history->months[history->n_months - 1];
  return last->until + 1 == month->days[0].date ? last->from : DATE_NONE;
}

/* Was the clinician there, on that weekday at that time, often enough last month? */
static bool was_theirs(const struct audit *audit, const struct rule_use *use,
                       const struct assignment *item)
{
  const struct month *month = audit->problem->month;
  const struct slot *slot = &month->slots[item->slot];
  int count, from = last_month_from(month), times = 0;
  const struct past_assignment *past = history_of(&month->history, item->clinician, &count);
  for (int i = 0; i < count && times < use->values[TIMES]; i++)
    times += past[i].date >= from && past[i].site == item->site && past[i].block == slot->block &&
             (slot->date - past[i].date) % WEEK_DAYS == 0 &&
             scope_has_past(&use->scope, audit->problem, &past[i]);
  return times >= use->values[TIMES];
}

/* Is there a candidate at a place that was theirs? Without one nothing is asked. */
static bool could_return(const struct audit *audit, const struct rule_use *use, int clinician)
{
  const struct problem *problem = audit->problem;
  const int *cell = &problem->cell[clinician * problem->month->n_slots];
  for (int i = cell[problem->month->n_slots] - 1; i >= cell[0]; i--)
    if (scope_has(&use->scope, problem, &problem->candidates[i]) &&
        was_theirs(audit, use, &problem->candidates[i]))
      return true;
  return false;
}

static void check_person(struct audit *audit, const struct rule_use *use, int clinician)
{
  const struct problem *problem = audit->problem;
  const struct rota *rota = audit->rota;
  int sessions = 0, kept = 0;
  if (last_month_from(problem->month) == DATE_NONE || !could_return(audit, use, clinician))
    return;
  for (int i = rota->cell[clinician * rota->n_slots];
       i < rota->cell[(clinician + 1) * rota->n_slots]; i++) {
    if (!scope_has(&use->scope, problem, &rota->items[i]))
      continue;
    sessions++;
    kept += was_theirs(audit, use, &rota->items[i]);
  }
  int due = (sessions * use->values[SHARE] + 99) / 100;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  if (kept < due)
    audit_find(audit, label, due - kept, rule_use_price(use),
               "%s keeps the weekday, time and site of last month in %d of %d session%s; %d %s due",
               problem->service->clinicians[clinician].name, kept, sessions,
               sessions == 1 ? "" : "s", due, due == 1 ? "is" : "are");
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, audit->problem, c))
      check_person(audit, use, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "people keep the weekdays, times and sites that they had at least %d "
                         "times last month, in %d%% of their sessions",
                         use->values[TIMES], use->values[SHARE]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_continuity = {
    .name = "continuity",
    .summary = "People keep their weekdays, times and sites from month to month.",
    .source = "the service's offer: \"no patient hand offs\"",
    .nature = RULE_SOFT,
    .weight = 2,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-18 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-25 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-22 pm 13:15-17:00 spine hove\n"
                           "    - 2027-01-29 pm 13:15-17:00 duty hove\n"
                           "    - 2027-01-27 am 08:30-12:15 clinic hove\n"
                           "  bob:\n"
                           "    - 2027-01-25 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{share: 60}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-03 am clinic hove\n"
                              "ann 2027-02-08 am support hove\n"
                              "ann 2027-02-09 eve clinic hove\n"
                              "ann 2027-02-22 am duty hove\n"
                              "ann 2027-02-25 pm clinic crawley\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "ann 2027-02-26 pm duty remote\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 pm clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-03 am clinic hove\n"
                        "ann 2027-02-25 pm clinic crawley\n"
                        "ann 2027-02-22 am duty hove\n"
                        "ann 2027-02-26 pm clinic hove\n"
                        "bob 2027-02-01 pm clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-26 pm duty remote\n",
            },
            {
                /* From the 10th on, but all of January is looked back at. */
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-01 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-29 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"},
                          {"history/2026-12.yaml",
                           "month: 2026-12\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2026-12-31 am 08:30-12:15 clinic hove\n"
                           "  bob:\n"
                           "    - 2026-12-24 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-31 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{from: 2027-02-10, until: 2027-02-26, share: 50}",
                .candidates = "ann 2027-02-05 am clinic crawley\n"
                              "ann 2027-02-11 am clinic hove\n"
                              "ann 2027-02-12 am clinic hove\n"
                              "ann 2027-02-25 pm clinic crawley\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "bob 2027-02-11 am clinic hove\n"
                              "bob 2027-02-12 am clinic crawley\n",
                .good = "ann 2027-02-05 am clinic crawley\n"
                        "ann 2027-02-11 am clinic hove\n"
                        "ann 2027-02-26 am clinic hove\n"
                        "bob 2027-02-12 am clinic crawley\n",
                .bad = "ann 2027-02-11 am clinic hove\n"
                       "ann 2027-02-25 pm clinic crawley\n"
                       "ann 2027-02-26 am clinic hove\n",
            },
            {
                /* What has since left the service is nobody's place. */
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-04 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-05 night 20:00-22:00 clinic hove\n"
                           "    - 2027-01-06 am 08:30-12:15 clinic gone\n"
                           "checksum: none\n"}},
                .use = "{times: 1, share: 34, task: [clinic, support]}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-03 am clinic hove\n"
                              "ann 2027-02-03 pm duty hove\n"
                              "ann 2027-02-09 eve support remote\n"
                              "ann 2027-02-22 am support hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-03 am clinic hove\n"
                        "ann 2027-02-03 pm duty hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-02 am clinic hove\n"
                       "ann 2027-02-03 am clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
