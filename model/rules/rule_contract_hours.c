#include "model/audit.h"
#include "model/contract.h"
#include "model/formulation.h"
#include "model/reckoning.h"
#include "model/rule.h"
#include "model/words.h"

enum { TOLERANCE_MINUTES, PER_MINUTES, CARRY_MINUTES, HARD_ABOVE };

static const struct rule_param params[] = {
    {.name = "tolerance_minutes",
     .kind = PARAM_NUMBER,
     .unit = "minutes",
     .summary = "how far above the contract a month may go, unless a person has own bounds",
     .initial = 225,
     .most = 6000},
    {.name = "per_minutes",
     .kind = PARAM_NUMBER,
     .unit = "minutes",
     .summary = "each started so many minutes off the contract cost the weight",
     .initial = 15,
     .least = 1,
     .most = 6000},
    {.name = "carry_minutes",
     .kind = PARAM_NUMBER,
     .unit = "minutes",
     .summary = "most that is evened out in one month of what earlier months left over or under",
     .initial = 225,
     .most = 6000},
    {.name = "hard_above",
     .kind = PARAM_SWITCH,
     .unit = "",
     .summary = "whether the most minutes can't be broken",
     .initial = 1},
};

/* --- emit ------------------------------------------------------------------ */

/* Minutes of a clinician in the month. */
struct hours {
  int fewest, aim, most;
};

static struct hours hours_of(const struct rule_use *use, const struct problem *problem,
                             int clinician)
{
  struct own_hours own = contract_own_hours(problem, clinician);
  int carry = use->values[CARRY_MINUTES], tolerance = use->values[TOLERANCE_MINUTES];
  int balance = CLAMP(history_balance_minutes(&problem->month->history, clinician), -carry, carry);
  int aim = MAX(contract_minutes(problem, clinician, NULL) - balance, 0);
  if (own.fewest != UNLIMITED)
    aim = MAX(aim, own.fewest);
  if (own.most != UNLIMITED)
    aim = MIN(aim, own.most);
  return (struct hours){
      .fewest = own.fewest != UNLIMITED ? MIN(own.fewest, aim) : MAX(aim - tolerance, 0),
      .aim = aim,
      .most = own.most != UNLIMITED ? own.most : aim + tolerance,
  };
}

/* Minutes of the sessions in which there is anything the clinician could do:
 * leave must not make the fewest minutes impossible. */
static int minutes_possible(const struct problem *problem, int clinician)
{
  int minutes = 0;
  for (int s = 0, count; s < problem->month->n_slots; s++) {
    problem_cell(problem, clinician, s, &count);
    if (count > 0 && !problem_is_extra(problem, clinician, s))
      minutes += problem->month->slots[s].minutes;
  }
  return minutes;
}

static void add_minutes(struct formulation *formulation, int clinician)
{
  const struct problem *problem = formulation->problem;
  for (int s = 0; s < problem->month->n_slots; s++) {
    int count, first = problem_cell(problem, clinician, s, &count);
    for (int i = first; i < first + count && !problem_is_extra(problem, clinician, s); i++)
      formulation_term(formulation, i, problem->month->slots[s].minutes);
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (!scope_has_month(&use->scope, problem, c))
      continue;
    struct hours hours = hours_of(use, problem, c);
    struct label label = formulation_label(formulation);
    label.clinician = c;
    add_minutes(formulation, c);
    if (use->hard) {
      int fewest = MIN(hours.fewest, minutes_possible(problem, c));
      formulation_limit(formulation, label, fewest, hours.most, 1, PRICE_HARD);
      continue;
    }
    formulation_limit(formulation, label, hours.aim, hours.aim, use->values[PER_MINUTES],
                      use->weight);
    if (use->values[HARD_ABOVE]) {
      add_minutes(formulation, c);
      formulation_limit(formulation, label, -PROGRAMME_INFINITY, hours.most, 1, PRICE_HARD);
    }
  }
}

/* --- check ----------------------------------------------------------------- */

struct bounds {
  int fewest, most; /* UNLIMITED: none of the person's own */
};

/* The person's own, day by day: minutes and their days, then the mean. */
static struct bounds bounds_of(const struct problem *problem, int clinician)
{
  struct bounds sum = {0, 0};
  int days = problem->month->n_days;
  for (int d = 0; d < days; d++) {
    const struct post *post =
        clinician_on(problem->service, clinician, problem->month->days[d].date);
    bool has_fewest = sum.fewest != UNLIMITED && post->fewest_minutes != UNLIMITED;
    bool has_most = sum.most != UNLIMITED && post->most_minutes != UNLIMITED;
    sum.fewest = has_fewest ? sum.fewest + post->fewest_minutes : UNLIMITED;
    sum.most = has_most ? sum.most + post->most_minutes : UNLIMITED;
  }
  if (sum.fewest != UNLIMITED)
    sum.fewest = sum.fewest / days + (2 * (sum.fewest % days) >= days);
  if (sum.most != UNLIMITED)
    sum.most = sum.most / days + (2 * (sum.most % days) >= days);
  return sum;
}

/* What the contract asks for this month: what earlier months left over comes off,
 * a little at a time, and one's own bounds have the last word. */
static int minutes_owed(const struct problem *problem, const struct rule_use *use, int clinician)
{
  struct bounds own = bounds_of(problem, clinician);
  int carry = use->values[CARRY_MINUTES];
  int over = history_balance_minutes(&problem->month->history, clinician);
  if (over > carry)
    over = carry;
  else if (over < -carry)
    over = -carry;
  int owed = reckoning_contract_minutes(problem, clinician, NULL) - over;
  owed = MAX(owed, MAX(own.fewest, 0)); /* UNLIMITED is below 0 */
  return own.most != UNLIMITED && owed > own.most ? own.most : owed;
}

/* The most that may be planned. */
static int ceiling(const struct problem *problem, const struct rule_use *use, int clinician,
                   int owed)
{
  int own = bounds_of(problem, clinician).most;
  return own == UNLIMITED ? owed + use->values[TOLERANCE_MINUTES] : own;
}

/* The fewest that must be planned: no more than what can be at all, so that leave
 * does not make it impossible. */
static int floor_of(const struct problem *problem, const struct rule_use *use, int clinician,
                    int owed)
{
  int own = bounds_of(problem, clinician).fewest, possible = 0;
  int least = own == UNLIMITED ? owed - use->values[TOLERANCE_MINUTES] : own;
  for (int s = 0; s < problem->month->n_slots; s++) {
    const int *cell = &problem->cell[clinician * problem->month->n_slots + s];
    if (cell[1] > cell[0] && !problem_is_extra(problem, clinician, s))
      possible += problem->month->slots[s].minutes;
  }
  return MAX(MIN(MIN(least, owed), possible), 0);
}

static int minutes_planned(const struct audit *audit, int clinician)
{
  int minutes = 0;
  for (const struct assignment *item = audit->rota->items;
       item < audit->rota->items + audit->rota->count; item++)
    if (item->clinician == clinician && !problem_is_extra(audit->problem, clinician, item->slot))
      minutes += audit->problem->month->slots[item->slot].minutes;
  return minutes;
}

static void check_clinician(struct audit *audit, const struct rule_use *use, int clinician)
{
  const char *name = audit->problem->service->clinicians[clinician].name;
  struct label label = audit_label(audit);
  int planned = minutes_planned(audit, clinician), per = use->values[PER_MINUTES];
  int owed = minutes_owed(audit->problem, use, clinician);
  int fewest = floor_of(audit->problem, use, clinician, owed);
  int most = ceiling(audit->problem, use, clinician, owed);
  char has[WORDS_SIZE], due[WORDS_SIZE];
  words_minutes(planned, has);
  label.clinician = clinician;
  if (planned > most && (use->hard || use->values[HARD_ABOVE]))
    audit_find(audit, label, planned - most, PRICE_HARD, "%s is planned %s, at most %s", name, has,
               words_minutes(most, due));
  if (use->hard && planned < fewest)
    audit_find(audit, label, fewest - planned, PRICE_HARD, "%s is planned %s, at least %s", name,
               has, words_minutes(fewest, due));
  if (!use->hard)
    audit_find(audit, label, (ABS(planned - owed) + per - 1) / per, use->weight,
               "%s is planned %s, the contract asks for %s", name, has, words_minutes(owed, due));
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    if (scope_has_month(&use->scope, audit->problem, c))
      check_clinician(audit, use, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  char tolerance[WORDS_SIZE];
  words_minutes(use->values[TOLERANCE_MINUTES], tolerance);
  if (use->hard)
    g_string_append_printf(out, "everybody's minutes of the month are within %s of the contract",
                           tolerance);
  else
    g_string_append_printf(out,
                           "everybody's minutes of the month meet the contract%s%s; "
                           "each started %d minutes over or under count",
                           use->values[HARD_ABOVE] ? " and are never over it by more than " : "",
                           use->values[HARD_ABOVE] ? tolerance : "", use->values[PER_MINUTES]);
  words_scope(problem, &use->scope, out);
}

static void recall(const struct rule_use *use, const struct problem *problem, int clinician,
                   GString *out)
{
  int balance = history_balance_minutes(&problem->month->history, clinician);
  int carry = MIN(ABS(balance), use->values[CARRY_MINUTES]);
  char minutes[WORDS_SIZE], now[WORDS_SIZE];
  if (balance == 0)
    return;
  words_minutes(ABS(balance), minutes);
  g_string_append_printf(out, "%s %s, of which %s is evened out this month",
                         balance > 0 ? "is owed" : "owes", minutes, words_minutes(carry, now));
}

const struct rule rule_contract_hours = {
    .name = "contract_hours",
    .summary = "Planned minutes meet each contract over the month.",
    .source = "Agenda for Change: 37.5 hours a week x WTE",
    .nature = RULE_SOFT,
    .weight = 1,
    .standing = true,
    .by_contract = true,
    .scope = SCOPE_WHO,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* bob owes 7 h 30 min: the month's last Friday alone */
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, joins: 2027-02-26}\n",
                .use = "{who: {clinicians: [bob]}, tolerance_minutes: 200, per_minutes: 60}",
                .candidates = "bob 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 am support remote\n"
                              "bob 2027-02-26 pm clinic crawley\n"
                              "bob 2027-02-26 pm support remote\n",
                .good = "bob 2027-02-26 am clinic hove\n"
                        "bob 2027-02-26 pm support remote\n",
                .bad = "bob 2027-02-26 am clinic hove\n",
            },
            {
                /* own bounds: at least 4, at most 9 hours; the evening is 3 */
                .clinicians = "ann: {band: 7, wte: 0.3, works: {mon: [am], tue: [am, pm, eve]},\n"
                              "      skills: {msk: yes}, hours: {fewest: 4, most: 9}}\n",
                .use = "{who: {clinicians: [ann]}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-09 eve clinic hove\n"
                              "ann 2027-02-16 eve clinic hove\n"
                              "ann 2027-02-22 am clinic hove\n",
                .good = "ann 2027-02-02 eve clinic hove\n"
                        "ann 2027-02-09 eve clinic hove\n"
                        "ann 2027-02-16 eve clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "ann 2027-02-02 am clinic hove\n"
                       "ann 2027-02-22 am clinic hove\n",
            },
            {
                /* Each owes 7 h 30 min of this month. Ann has worked 1 h 40 min beyond her hours,
                 * Bob owes more than is evened out in a month, Cat is owed more than this month. */
                .service = "week: {mon-fri: [am, pm, eve]}\n",
                .clinicians =
                    "ann: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, spine: yes}, joins: 2027-02-26}\n"
                    "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]}, joins: 2027-02-26}\n"
                    "cat: {band: 5, wte: 1.0, works: {mon-fri: [am, pm]}, joins: 2027-02-26}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "accounts:\n"
                           "  ann: {contract: 0, planned: 100, balance: 100}\n"
                           "  bob: {contract: 500, planned: 0, balance: -500}\n"
                           "  cat: {contract: 0, planned: 500, balance: 500}\n"
                           "checksum: none\n"}},
                .use = "{tolerance_minutes: 100, per_minutes: 60, carry_minutes: 460}",
                .candidates = "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "ann 2027-02-26 eve clinic hove\n"
                              "bob 2027-02-25 am clinic hove\n"
                              "bob 2027-02-25 pm clinic hove\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 pm clinic hove\n"
                              "bob 2027-02-26 eve clinic hove\n"
                              "cat 2027-02-26 eve clinic hove\n",
                .good = "ann 2027-02-26 am clinic hove\n"
                        "ann 2027-02-26 pm clinic hove\n"
                        "bob 2027-02-25 am clinic hove\n"
                        "bob 2027-02-25 pm clinic hove\n"
                        "bob 2027-02-26 am clinic hove\n"
                        "bob 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-26 am clinic hove\n"
                       "cat 2027-02-26 eve clinic hove\n",
            },
            {
                /* Ann wants 15 h 30 min at least, and the month has 15 h; Bob is never above his 8,
                 * though the contract is. */
                .service = "week: {mon: [am]}\n",
                .clinicians =
                    "ann: {band: 7, wte: 0.1, works: {mon: [am]}, hours: {fewest: 15.5},\n"
                    "      skills: {msk: yes, spine: yes}}\n"
                    "bob: {band: 6, wte: 0.1, works: {mon: [am]}, hours: {most: 8}}\n",
                .use = "{who: {clinicians: [ann, bob]}, tolerance_minutes: 200}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-08 am clinic hove\n"
                              "ann 2027-02-15 am clinic hove\n"
                              "ann 2027-02-22 am clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-08 am clinic hove\n"
                              "bob 2027-02-22 am clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-08 am clinic hove\n"
                        "ann 2027-02-15 am clinic hove\n"
                        "ann 2027-02-22 am clinic hove\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "bob 2027-02-22 am clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "bob 2027-02-01 am clinic hove\n"
                       "bob 2027-02-08 am clinic hove\n"
                       "bob 2027-02-22 am clinic hove\n",
            },
            {
                /* One session of 225 minutes at 0.9 is 202.5: 13 and a half quarters of an hour,
                 * and 14 are due; at 0.7 it is 157.5, of which 10.5 are 11; at 0.8 it is 12. */
                .clinicians =
                    "ann: {band: 7, wte: 0.9, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, spine: yes}, joins: 2027-02-26}\n"
                    "bob: {band: 6, wte: 0.7, works: {mon-fri: [am, pm]}, joins: 2027-02-26}\n"
                    "cat: {band: 5, wte: 0.8, works: {mon-fri: [am, pm]}, joins: 2027-02-26}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-26,2027-02-26,annual,pm\n"
                           "bob,2027-02-26,2027-02-26,annual,pm\n"
                           "cat,2027-02-26,2027-02-26,annual,am\n"}},
                .use = "{tolerance_minutes: 60, hard_above: no}",
                .candidates = "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm clinic hove\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "cat 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-26 am clinic hove\n"
                        "bob 2027-02-26 am clinic hove\n"
                        "cat 2027-02-26 pm clinic hove\n",
                .bad = "bob 2027-02-26 am clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
    .recall = recall,
};
