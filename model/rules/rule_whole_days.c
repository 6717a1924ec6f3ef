#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { LEAST_MINUTES, SHORT_WEIGHT };

static const struct rule_param params[] = {
    [LEAST_MINUTES] = {.name = "least_minutes",
                       .kind = PARAM_NUMBER,
                       .unit = "minutes",
                       .summary = "a day of less is too short to come in for, unless the pattern "
                                  "has no more; 0 for none",
                       .initial = 180,
                       .least = 0,
                       .most = 720},
    [SHORT_WEIGHT] = {.name = "short_weight",
                      .kind = PARAM_NUMBER,
                      .unit = "points",
                      .summary = "price of each day that is too short",
                      .initial = 20,
                      .least = 0,
                      .most = 100000},
};

/* --- emit ------------------------------------------------------------------ */

/* What may be wrong with one clinician's day: the rows that forbid it share one column,
 * which says that it is so all the same. */
struct fault {
  struct formulation *formulation;
  struct label label;
  int64_t price;
  int column; /* NONE as yet */
};

static struct fault fault_at(struct formulation *formulation, int clinician, int slot,
                             int64_t price)
{
  struct fault fault = {formulation, formulation_label(formulation), price, NONE};
  fault.label.clinician = clinician;
  fault.label.slot = slot;
  return fault;
}

/* Closes the row, which holds in any case once the column makes up for `missing`. */
static void close_row(struct fault *fault, int64_t missing, int64_t lower)
{
  if (fault->price != PRICE_HARD) {
    if (fault->column == NONE)
      fault->column = formulation_column(fault->formulation, fault->label, 0, 1, fault->price);
    formulation_term(fault->formulation, fault->column, missing);
  }
  formulation_row(fault->formulation, fault->label, lower, PROGRAMME_INFINITY);
}

static bool can_work(const struct problem *problem, int clinician, int slot)
{
  int count;
  problem_cell(problem, clinician, slot, &count);
  return count > 0;
}

/* Adds "works in that session". */
static void add_session(struct formulation *formulation, int clinician, int slot,
                        int64_t coefficient)
{
  int count, first = problem_cell(formulation->problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    formulation_term(formulation, i, coefficient);
}

/* Whoever works in an earlier session and in a later one works in this one. */
static void emit_between(struct fault *fault, const struct day *day)
{
  struct formulation *formulation = fault->formulation;
  const struct problem *problem = formulation->problem;
  int clinician = fault->label.clinician, slot = fault->label.slot;
  for (int before = day->first_slot; before < slot; before++)
    for (int after = slot + 1; after < day->first_slot + day->n_slots; after++) {
      if (!can_work(problem, clinician, before) || !can_work(problem, clinician, after))
        continue;
      add_session(formulation, clinician, before, -1);
      add_session(formulation, clinician, slot, 1);
      add_session(formulation, clinician, after, -1);
      close_row(fault, 1, -1);
    }
}

static int present_minutes(const struct problem *problem, int clinician, const struct day *day)
{
  int minutes = 0;
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    if (problem_present(problem, clinician, s))
      minutes += problem->month->slots[s].minutes;
  return minutes;
}

/* Whoever works in a session that is too short for a day works in others as well, which
 * make up for it. */
static void emit_short(struct fault *fault, const struct day *day, int least)
{
  struct formulation *formulation = fault->formulation;
  const struct slot *slots = formulation->problem->month->slots;
  int clinician = fault->label.clinician, end = day->first_slot + day->n_slots;
  for (int s = day->first_slot; s < end; s++) {
    int missing = least - slots[s].minutes;
    if (missing <= 0 || !can_work(formulation->problem, clinician, s))
      continue;
    add_session(formulation, clinician, s, -missing);
    for (int other = day->first_slot; other < end; other++)
      if (other != s)
        add_session(formulation, clinician, other, MIN(slots[other].minutes, missing));
    close_row(fault, missing, 0);
  }
}

static void emit_day(struct formulation *formulation, const struct rule_use *use, int clinician,
                     const struct day *day)
{
  const struct problem *problem = formulation->problem;
  int price = rule_use_price(use), short_price = use->hard ? PRICE_HARD : use->values[SHORT_WEIGHT];
  for (int s = day->first_slot; s < day->first_slot + day->n_slots && price != 0; s++) {
    struct fault hole = fault_at(formulation, clinician, s, price);
    if (problem_present(problem, clinician, s))
      emit_between(&hole, day);
  }
  struct fault brief = fault_at(formulation, clinician, day->first_slot, short_price);
  int least = MIN(use->values[LEAST_MINUTES], present_minutes(problem, clinician, day));
  if (short_price != 0)
    emit_short(&brief, day, least);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int d = 0; d < problem->month->n_days; d++)
      if (scope_has_on(&use->scope, problem, c, problem->month->days[d].date))
        emit_day(formulation, use, c, &problem->month->days[d]);
}

/* --- check ----------------------------------------------------------------- */

/* One clinician's day in a rota: from its first session to its last, and what it comes to. */
struct stretch {
  int first, last; /* slots; NONE: a day off */
  int minutes, possible;
};

static bool works(const struct rota *rota, int clinician, int slot)
{
  int count;
  rota_at(rota, clinician, slot, &count);
  return count > 0;
}

static struct stretch stretch_of(const struct audit *audit, int clinician, const struct day *day)
{
  struct stretch out = {NONE, NONE, 0, 0};
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    int minutes = audit->problem->month->slots[s].minutes;
    out.possible += problem_present(audit->problem, clinician, s) ? minutes : 0;
    if (!works(audit->rota, clinician, s))
      continue;
    out.first = out.first == NONE ? s : out.first;
    out.last = s;
    out.minutes += minutes;
  }
  return out;
}

static void check_day(struct audit *audit, const struct rule_use *use, int clinician,
                      const struct day *day)
{
  const char *name = audit->problem->service->clinicians[clinician].name;
  struct stretch stretch = stretch_of(audit, clinician, day);
  struct label label = audit_label(audit);
  label.clinician = clinician;
  if (stretch.first == NONE)
    return;
  for (label.slot = stretch.first; label.slot < stretch.last; label.slot++) {
    char when[WORDS_SIZE];
    if (problem_present(audit->problem, clinician, label.slot) &&
        !works(audit->rota, clinician, label.slot))
      audit_find(audit, label, 1, rule_use_price(use),
                 "%s has nothing to do on %s, between two sessions of the day", name,
                 words_slot(audit->problem, label.slot, when));
  }
  int least = use->values[LEAST_MINUTES];
  if (least > stretch.possible)
    least = stretch.possible;
  if (stretch.minutes >= least)
    return;
  label.slot = day->first_slot;
  char date[DATE_TEXT_SIZE], worked[WORDS_SIZE], asked[WORDS_SIZE];
  audit_find(audit, label, 1, use->hard ? PRICE_HARD : use->values[SHORT_WEIGHT],
             "%s works %s only on %s; the least for a day is %s", name,
             words_minutes(stretch.minutes, worked), date_format_short(day->date, date),
             words_minutes(least, asked));
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int d = 0; d < problem->month->n_days; d++)
      if (scope_has_on(&use->scope, problem, c, problem->month->days[d].date))
        check_day(audit, use, c, &problem->month->days[d]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  char least[WORDS_SIZE];
  g_string_append(out,
                  "a day's work is in one piece: no session of the pattern is left without "
                  "work between two others");
  if (use->values[LEAST_MINUTES] > 0)
    g_string_append_printf(out, ", and nobody comes in for less than %s where the pattern has more",
                           words_minutes(use->values[LEAST_MINUTES], least));
  words_scope(problem, &use->scope, out);
}

const struct rule rule_whole_days = {
    .name = "whole_days",
    .summary =
        "A day in one piece: nobody waits between two sessions, or comes in for a short one.",
    .source = "local policy",
    .nature = RULE_SOFT,
    .weight = 60,
    .scope = SCOPE_WHO,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* Early classes; Bob's Tuesday has nothing between the first and the last. */
                .service = "sessions:\n"
                           "  early: {from: \"07:30\", to: \"08:30\"}\n"
                           "  am:  {from: \"08:30\", to: \"12:15\"}\n"
                           "  pm:  {from: \"13:15\", to: \"17:00\"}\n"
                           "  eve: {from: \"17:00\", to: \"20:00\"}\n"
                           "week: {mon-fri: [early, am, pm, eve]}\n",
                .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
                              "      works: {mon-fri: [early, am, pm, eve]},\n"
                              "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
                              "bob: {name: Bob Best, band: 6, wte: 0.4, base: hove,\n"
                              "      works: {tue: [early, eve], fri: [am, pm]},\n"
                              "      skills: {msk: yes}}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 early clinic hove\n"
                              "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am support remote\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-01 eve clinic hove\n"
                              "bob 2027-02-02 early clinic hove\n"
                              "bob 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-26 early clinic hove\n"
                              "ann 2027-02-26 early spine hove\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "ann 2027-02-26 eve spine hove\n"
                              "bob 2027-02-26 am clinic hove\n",
                .good = "ann 2027-02-01 early clinic hove\n"
                        "ann 2027-02-01 am support remote\n"
                        "ann 2027-02-01 pm clinic hove\n"
                        "bob 2027-02-02 early clinic hove\n"
                        "bob 2027-02-02 eve clinic hove\n"
                        "ann 2027-02-26 pm clinic hove\n"
                        "bob 2027-02-26 am clinic hove\n",
                .bad = "ann 2027-02-26 early clinic hove\n"
                       "ann 2027-02-26 pm clinic hove\n",
            },
            {
                /* Half a day is too short, unless the pattern, or leave, makes it one. */
                .clinicians = "cat: {name: Cat Cole, band: 5, wte: 0.5, base: crawley,\n"
                              "      works: {mon: [am], tue-wed: [am, pm]}, skills: {msk: yes}}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "cat,2027-02-02,2027-02-02,study,pm\n"}},
                .use = "{least_minutes: 300, short_weight: 7, who: {clinicians: [ann, cat]}}",
                .candidates = "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm support remote\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 am support remote\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "cat 2027-02-01 am clinic crawley\n"
                              "cat 2027-02-02 am clinic crawley\n"
                              "cat 2027-02-03 pm clinic crawley\n"
                              "cat 2027-02-24 am clinic crawley\n"
                              "cat 2027-02-24 pm clinic crawley\n",
                .good = "ann 2027-02-02 pm support remote\n"
                        "ann 2027-02-02 eve clinic hove\n"
                        "ann 2027-02-26 am clinic hove\n"
                        "ann 2027-02-26 pm clinic hove\n"
                        "bob 2027-02-26 am clinic hove\n"
                        "cat 2027-02-01 am clinic crawley\n"
                        "cat 2027-02-02 am clinic crawley\n",
                .bad = "cat 2027-02-03 pm clinic crawley\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
