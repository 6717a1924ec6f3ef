#include "model/rule.h"
#include "model/timeline.h"
#include "model/words.h"
#include "model/workdays.h"

#include <string.h>

enum { THEN_TASK, THEN_SESSIONS, WITHIN_DAYS };

static const struct rule_param params[] = {
    {.name = "then_task",
     .kind = PARAM_TASKS,
     .unit = "",
     .summary = "tasks that may not follow; with then_sessions missing too: the same again",
     .initial = PARAM_UNSET},
    {.name = "then_sessions",
     .kind = PARAM_SESSIONS,
     .unit = "",
     .summary = "sessions that may not follow",
     .initial = PARAM_UNSET},
    {.name = "within_days",
     .kind = PARAM_NUMBER,
     .unit = "days",
     .summary = "how many days after count as following",
     .initial = 1,
     .least = 1,
     .most = 28},
};

/* --- emit ------------------------------------------------------------------ */

static bool is_same_again(const struct rule_use *use)
{
  return use->values[THEN_TASK] == PARAM_UNSET && use->values[THEN_SESSIONS] == PARAM_UNSET;
}

/* What may not follow. */
static struct scope then_scope(const struct rule_use *use)
{
  if (is_same_again(use))
    return use->scope;
  return (struct scope){
      .posts = use->scope.posts,
      .tasks = use->sets[THEN_TASK],
      .when = use->patterns[THEN_SESSIONS],
  };
}

static void emit_day(struct formulation *formulation, const struct rule_use *use,
                     struct timeline *first, struct timeline *then, int day)
{
  for (int before = day - use->values[WITHIN_DAYS]; before < day; before++) {
    if (!timeline_can(first, before) || !timeline_can(then, day))
      continue;
    timeline_make(first, formulation, before, before);
    timeline_make(then, formulation, day, day);
    int64_t known = timeline_term(first, formulation, before, 1);
    timeline_term(then, formulation, day, 1);
    formulation_limit(formulation, timeline_label(then, formulation, day), -PROGRAMME_INFINITY,
                      1 - known, 1, rule_use_price(use));
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  struct scope follows = then_scope(use);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (!scope_has_clinician(&use->scope, problem, c))
      continue;
    struct timeline first, then;
    timeline_init(&first, problem, &use->scope, c);
    timeline_init(&then, problem, &follows, c);
    for (int day = 0; day < problem->month->n_days; day++)
      emit_day(formulation, use, &first, &then, day);
    timeline_clear(&first);
    timeline_clear(&then);
  }
}

/* --- check ----------------------------------------------------------------- */

static void check_person(struct audit *audit, const struct rule_use *use, int clinician)
{
  const struct problem *problem = audit->problem;
  struct workdays first = workdays_read(audit, &use->scope, clinician), then = first;
  if (use->values[THEN_TASK] != PARAM_UNSET || use->values[THEN_SESSIONS] != PARAM_UNSET) {
    /* written or not, what was not given narrows nothing */
    struct scope follows = {.posts = use->scope.posts,
                            .tasks = use->sets[THEN_TASK],
                            .when = use->patterns[THEN_SESSIONS]};
    then = workdays_read(audit, &follows, clinician);
  }
  char on[DATE_TEXT_SIZE], after[DATE_TEXT_SIZE];
  for (int day = 0; day < then.n_days; day++)
    for (int gap = use->values[WITHIN_DAYS]; gap >= 1; gap--)
      if (workdays_has(&then, day) && workdays_has(&first, day - gap))
        audit_find(audit, workdays_label(audit, clinician, day), 1, rule_use_price(use),
                   "%s: the work of %s may not follow that of %s",
                   problem->service->clinicians[clinician].name, workdays_format(problem, day, on),
                   workdays_format(problem, day - gap, after));
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, audit->problem, c))
      check_person(audit, use, c);
}

/* "on the next day", "within 3 days" */
static void append_within(const struct rule_use *use, GString *out)
{
  if (use->values[WITHIN_DAYS] == 1)
    g_string_append(out, "on the next day");
  else
    g_string_append_printf(out, "within %d days", use->values[WITHIN_DAYS]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  if (is_same_again(use)) {
    g_string_append(out, "nobody does the same again ");
    append_within(use, out);
  } else {
    struct scope follows = {.tasks = use->sets[THEN_TASK], .when = use->patterns[THEN_SESSIONS]};
    g_autoptr(GString) then = g_string_new(NULL);
    words_scope(problem, &follows, then);
    g_string_append(out, "this is not followed ");
    append_within(use, out);
    g_string_append_printf(out, " by %s", then->str + (then->len > 0 ? strlen("; only ") : 0));
  }
  words_scope(problem, &use->scope, out);
}

const struct rule rule_succession = {
    .name = "succession",
    .summary = "One kind of work may not follow another on the next days: late, then early.",
    .source = "local policy for evening and 7-day services",
    .nature = RULE_HARD,
    .weight = 10,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .service = "week: {mon-sun: [am, pm, eve]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2027-01-31 eve 17:00-20:00 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{sessions: eve, then_sessions: am}",
                .candidates = "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 eve clinic hove\n"
                              "ann 2027-02-01 eve support remote\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm clinic hove\n"
                              "bob 2027-02-26 eve clinic hove\n"
                              "bob 2027-02-27 am clinic hove\n"
                              "bob 2027-02-27 eve clinic crawley\n"
                              "bob 2027-02-28 am clinic hove\n"
                              "bob 2027-02-28 am support remote\n",
                .good = "ann 2027-02-01 eve clinic hove\n"
                        "ann 2027-02-02 pm clinic hove\n"
                        "bob 2027-02-28 am clinic hove\n",
                .bad = "bob 2027-02-27 eve clinic crawley\n"
                       "bob 2027-02-28 am support remote\n",
            },
            {
                /* Duty is not done again within two days. */
                .use = "{task: duty, within_days: 2}",
                .candidates = "ann 2027-02-01 am duty hove\n"
                              "ann 2027-02-01 pm duty hove\n"
                              "ann 2027-02-02 am duty remote\n"
                              "ann 2027-02-03 am duty hove\n"
                              "ann 2027-02-03 pm clinic hove\n"
                              "ann 2027-02-24 pm duty hove\n"
                              "ann 2027-02-25 am duty hove\n"
                              "ann 2027-02-25 am duty remote\n"
                              "ann 2027-02-26 am duty hove\n"
                              "ann 2027-02-26 pm duty hove\n",
                .good = "ann 2027-02-01 am duty hove\n"
                        "ann 2027-02-01 pm duty hove\n"
                        "ann 2027-02-03 pm clinic hove\n"
                        "ann 2027-02-26 pm duty hove\n",
                .bad = "ann 2027-02-24 pm duty hove\n"
                       "ann 2027-02-26 am duty hove\n",
            },
            {
                .clinicians = "ann: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, leaves: 2027-02-26}\n",
                .use = "{task: clinic, at: crawley, then_task: [duty, support]}",
                .candidates = "ann 2027-02-01 am clinic crawley\n"
                              "ann 2027-02-01 pm duty crawley\n"
                              "ann 2027-02-02 am duty remote\n"
                              "ann 2027-02-02 pm support crawley\n"
                              "ann 2027-02-02 pm clinic hove\n"
                              "ann 2027-02-25 am clinic crawley\n"
                              "ann 2027-02-25 pm clinic crawley\n"
                              "ann 2027-02-26 am support hove\n"
                              "ann 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-01 am clinic crawley\n"
                        "ann 2027-02-01 pm duty crawley\n"
                        "ann 2027-02-02 pm clinic hove\n",
                .bad = "ann 2027-02-25 pm clinic crawley\n"
                       "ann 2027-02-26 am support hove\n",
            },
            {
                /* From the 1st on: what was done in January may not be followed all the same. */
                .service = "week: {mon-sun: [am, pm, eve]}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-30 eve 17:00-20:00 clinic hove\n"
                           "  bob:\n"
                           "    - 2027-01-31 eve 17:00-20:00 clinic hove\n"
                           "checksum: none\n"}},
                .use = "{sessions: eve, then_sessions: am, within_days: 2, from: 2027-02-01,\n"
                       " until: 2027-02-27}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n"
                              "bob 2027-02-03 am clinic hove\n"
                              "ann 2027-02-26 eve clinic hove\n"
                              "ann 2027-02-27 eve clinic hove\n"
                              "ann 2027-02-28 am clinic hove\n"
                              "ann 2027-02-28 eve clinic hove\n",
                .good = "ann 2027-02-02 am clinic hove\n"
                        "bob 2027-02-03 am clinic hove\n"
                        "ann 2027-02-28 am clinic hove\n"
                        "ann 2027-02-28 eve clinic hove\n",
                .bad = "bob 2027-02-02 am clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
