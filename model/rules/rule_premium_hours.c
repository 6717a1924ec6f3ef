#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { SATURDAY, SUNDAY, EVENING, EVENING_FROM, MORNING_UNTIL };
enum { QUARTER_MINUTES = 15 };

static const struct rule_param params[] = {
    {.name = "saturday",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "extra pay on Saturdays",
     .initial = 30,
     .least = 0,
     .most = 200},
    {.name = "sunday",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "extra pay on Sundays and public holidays",
     .initial = 60,
     .least = 0,
     .most = 200},
    {.name = "evening",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "extra pay on other days in the evening and at night",
     .initial = 30,
     .least = 0,
     .most = 200},
    {.name = "evening_from",
     .kind = PARAM_NUMBER,
     .unit = "o'clock",
     .summary = "when the evening begins",
     .initial = 20,
     .least = 12,
     .most = 24},
    {.name = "morning_until",
     .kind = PARAM_NUMBER,
     .unit = "o'clock",
     .summary = "when the night ends",
     .initial = 6,
     .least = 0,
     .most = 12},
};

/* --- emit ------------------------------------------------------------------ */

/* Extra pay in hundredths of a minute's. */
static int64_t extra(const struct problem *problem, const struct rule_use *use, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  const struct day *day = &problem->month->days[at->day];
  const struct block *block = &problem->service->blocks[at->block];
  int late = block->to_minute - MAX(block->from_minute, use->values[EVENING_FROM] * 60);
  int early = MIN(block->to_minute, use->values[MORNING_UNTIL] * 60) - block->from_minute;
  if (day->holiday || day->weekday == 6)
    return (int64_t)at->minutes * use->values[SUNDAY];
  if (day->weekday == 5)
    return (int64_t)at->minutes * use->values[SATURDAY];
  return (int64_t)(MAX(late, 0) + MAX(early, 0)) * use->values[EVENING];
}

/* Started quarters of an hour's pay: a cost of each placement; hard: none at all. */
static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    int64_t pay = extra(problem, use, at->slot), quarter = INT64_C(100) * QUARTER_MINUTES;
    if (pay == 0 || !scope_has(&use->scope, problem, at))
      continue;
    if (!use->hard) {
      formulation_cost(formulation, i, (pay + quarter - 1) / quarter * use->weight);
      continue;
    }
    struct label label = formulation_label(formulation);
    label.clinician = at->clinician;
    label.slot = at->slot;
    formulation_term(formulation, i, 1);
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  }
}

/* --- check ----------------------------------------------------------------- */

/* The percentage that is paid on top in one minute of a day. */
static int percent_at(const struct rule_use *use, const struct day *day, int minute)
{
  if (day->holiday || day->weekday == 6)
    return use->values[SUNDAY];
  if (day->weekday == 5)
    return use->values[SATURDAY];
  bool night = minute >= use->values[EVENING_FROM] * 60 || minute < use->values[MORNING_UNTIL] * 60;
  return night ? use->values[EVENING] : 0;
}

static int quarters_of(const struct problem *problem, const struct rule_use *use, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  const struct block *block = &problem->service->blocks[at->block];
  int pay = 0;
  for (int minute = block->from_minute; minute < block->to_minute; minute++)
    pay += percent_at(use, &problem->month->days[at->day], minute);
  int quarters = pay / (100 * QUARTER_MINUTES);
  return quarters * 100 * QUARTER_MINUTES < pay ? quarters + 1 : quarters;
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  const struct rota *rota = audit->rota;
  g_autofree int *quarters = g_new(int, (gsize)problem->month->n_slots + 1);
  for (int s = 0; s < problem->month->n_slots; s++)
    quarters[s] = quarters_of(problem, use, s);
  for (int i = 0, c; i < rota->count;) {
    int sessions = 0, total = 0;
    for (c = rota->items[i].clinician; i < rota->count && rota->items[i].clinician == c; i++)
      if (quarters[rota->items[i].slot] > 0 && scope_has(&use->scope, problem, &rota->items[i])) {
        sessions++;
        total += quarters[rota->items[i].slot];
      }
    struct label label = audit_label(audit);
    label.clinician = c;
    char pay[WORDS_SIZE];
    audit_find(audit, label, total, rule_use_price(use),
               "%s: %d session%s at premium times, worth %s of extra pay",
               problem->service->clinicians[c].name, sessions, sessions == 1 ? "" : "s",
               words_minutes(total * QUARTER_MINUTES, pay));
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  const int *values = use->values;
  g_string_append_printf(out,
                         "Saturdays cost %d%% more, Sundays and holidays %d%%, and work after "
                         "%d:00 or before %d:00 %d%%; each quarter of an hour's extra pay counts",
                         values[SATURDAY], values[SUNDAY], values[EVENING_FROM],
                         values[MORNING_UNTIL], values[EVENING]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_premium_hours = {
    .name = "premium_hours",
    .summary = "Evenings, weekends and holidays cost what they cost.",
    .source = "Agenda for Change, section 2",
    .nature = RULE_SOFT,
    .weight = 1,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .service = "week: {mon-sun: [am, pm], tue: [eve]}\n"
                           "holidays: [2027-02-26]\n",
                .month = "events:\n"
                         "  cad: {name: Community day, kind: cad, at: hove, on: 2027-02-26 am,\n"
                         "        need: [{task: clinic, need: 1}]}\n",
                .use = "{evening_from: 18, tasks: [clinic, spine]}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-02 eve support remote\n"
                              "ann 2027-02-06 am clinic hove\n"
                              "bob 2027-02-07 pm clinic hove\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "cat 2027-02-27 pm clinic crawley\n"
                              "cat 2027-02-28 pm spine crawley\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-02 eve support remote\n",
                .bad = "cat 2027-02-28 pm spine crawley\n",
            },
            {
                /* From 5:30 to 6:00 and from 20:00 to 20:01 it is night: 31 minutes at 50%
                 * are 15.5, two started quarters of an hour. */
                .service = "sessions:\n"
                           "  am:  {from: \"05:30\", to: \"20:01\"}\n"
                           "  pm:  {from: \"20:01\", to: \"21:00\"}\n"
                           "  eve: {from: \"21:00\", to: \"21:50\"}\n"
                           "week: {mon-sun: [am, pm, eve]}\n",
                .use = "{evening: 50}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 eve clinic hove\n"
                              "bob 2027-02-28 am clinic hove\n"
                              "bob 2027-02-26 eve clinic hove\n"
                              "cat 2027-02-27 eve clinic hove\n",
                .good = "",
                .bad = "ann 2027-02-01 am clinic hove\n",
            },
            {
                /* A session that ends at 20:00, and one that begins at 6:00; 19 minutes at 79% are
                 * a hundredth of a minute more than a quarter of an hour. */
                .service = "sessions:\n"
                           "  am:  {from: \"06:00\", to: \"12:00\"}\n"
                           "  pm:  {from: \"12:00\", to: \"20:00\"}\n"
                           "  eve: {from: \"20:00\", to: \"20:50\"}\n"
                           "  late: {from: \"20:50\", to: \"21:09\"}\n"
                           "week: {mon-fri: [am, pm, eve, late]}\n",
                .use = "{evening: 79}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "ann 2027-02-26 eve clinic hove\n"
                              "ann 2027-02-26 late clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-26 eve clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
