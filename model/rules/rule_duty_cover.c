#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { NEED, OVER_WEIGHT, APART_WEIGHT };

static const struct rule_param params[] = {
    {.name = "need",
     .kind = PARAM_NUMBER,
     .unit = "people",
     .summary = "how many are on duty in each session",
     .initial = 1,
     .least = 1,
     .most = 100},
    {.name = "over_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "what each person too many costs",
     .initial = 300,
     .most = 1000000},
    {.name = "apart_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "what it costs when one person is on duty on two consecutive working days",
     .initial = 10,
     .most = 1000000},
};

/* --- emit ------------------------------------------------------------------ */

static bool is_duty(const struct rule_use *use, int task, int site)
{
  return scope_has_task(&use->scope, task) && scope_has_site(&use->scope, site);
}

enum duty { DUTY_NONE, DUTY_OWED, DUTY_MOVED, DUTY_NEEDED };

/* Somebody is to be on duty in each ordinary session of the scope in which one
 * of the places where it can be done is open. If closures took them all it moves, `to` the
 * first site that one of them says, or else it is owed. */
static enum duty duty_in(const struct rule_use *use, const struct problem *problem, int slot,
                         int *to)
{
  const struct service *service = problem->service;
  enum duty duty = DUTY_NONE;
  *to = NONE;
  if (!problem->month->slots[slot].ordinary || !scope_has_slot(&use->scope, problem, slot))
    return DUTY_NONE;
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++) {
      if (!service->tasks[t].at[s] || !is_duty(use, t, s))
        continue;
      if (problem_site_open(problem, slot, s))
        return DUTY_NEEDED;
      if (problem_owed_by(problem, slot, s))
        duty = MAX(duty, DUTY_OWED);
      if (*to == NONE)
        *to = problem_moves_to(problem, slot, t, s);
    }
  return *to == NONE ? duty : DUTY_MOVED;
}

/* A day with an ordinary session in which not everything is closed. */
static bool is_working_day(const struct problem *problem, int day)
{
  const struct day *at = &problem->month->days[day];
  for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++)
    for (int s = 0; s < problem->service->n_sites && problem->month->slots[slot].ordinary; s++)
      if (problem_site_open(problem, slot, s))
        return true;
  return false;
}

/* `elsewhere`: a site that counts besides, or NONE. */
static void emit_slot(struct formulation *formulation, const struct rule_use *use, int slot,
                      int elsewhere)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, problem);
  int people = 0, need = use->values[NEED];
  for (int i = formulation->slot_first[slot]; i < formulation->slot_first[slot + 1]; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (!is_duty(use, at->task, at->site) &&
        !(at->site == elsewhere && scope_has_task(&use->scope, at->task)))
      continue;
    formulation_term(formulation, column, 1);
    people++;
  }
  if (use->hard) {
    formulation_row(formulation, label, need, need);
    return;
  }
  int missing = formulation_column(formulation, label, 0, need, use->weight);
  formulation_need(formulation, missing, 1);
  formulation_term(formulation, missing, 1);
  if (people > need)
    formulation_term(
        formulation,
        formulation_column(formulation, label, 0, people - need, use->values[OVER_WEIGHT]), -1);
  formulation_row(formulation, label, need, need);
}

static void emit_owed(struct formulation *formulation, const struct rule_use *use, int slot)
{
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, formulation->problem);
  formulation_constant(formulation, label, (int64_t)use->weight * use->values[NEED]);
}

/* Adds the clinician's duties in the slot to the row; false: there can be none. */
static bool add_duties(struct formulation *formulation, const struct rule_use *use, int clinician,
                       int slot)
{
  const struct problem *problem = formulation->problem;
  bool any = false;
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (is_duty(use, problem->candidates[i].task, problem->candidates[i].site)) {
      formulation_term(formulation, i, 1);
      any = true;
    }
  return any;
}

/* A column that is 1 when the clinician is on duty at all that day, or NONE
 * where that can't be. One row for the day and not one a session: twice as many
 * rows would be a tenth of the programme, for a rule of little weight. */
static int duty_day(struct formulation *formulation, const struct rule_use *use, const bool *needed,
                    int clinician, int day)
{
  const struct day *at = &formulation->problem->month->days[day];
  int sessions = 0;
  for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++)
    sessions += needed[slot] && add_duties(formulation, use, clinician, slot);
  if (sessions == 0)
    return NONE;
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = at->first_slot;
  int column = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, column, -sessions);
  formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  return column;
}

/* The working day that is published nearest to the month, before it or after. What was closed
 * in another month is not known. */
struct neighbour {
  const struct history *history;
  int date; /* DATE_NONE: there is none */
};

/* Looks from one date to another for a session in which any site was open by its hours. */
static struct neighbour find_neighbour(const struct problem *problem, const struct history *history,
                                       int from, int until)
{
  const struct service *service = problem->service;
  int step = from < until ? 1 : -1;
  for (int date = from; date != until + step; date += step)
    for (int b = 0; b < service->n_blocks; b++)
      for (int s = 0; s < service->n_sites && service_has_session(service, date, b); s++)
        if (service_site_open(service, s, date_weekday(date), b))
          return (struct neighbour){history, date};
  return (struct neighbour){history, DATE_NONE};
}

static bool is_needed_then(const struct rule_use *use, const struct service *service, int date,
                           int block)
{
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++)
      if (service->tasks[t].at[s] && is_duty(use, t, s) &&
          service_site_open(service, s, date_weekday(date), block))
        return service_has_session(service, date, block);
  return false;
}

static bool is_on_duty_then(const struct rule_use *use, const struct problem *problem,
                            const struct neighbour *neighbour, int clinician)
{
  int count;
  const struct past_assignment *past = history_of(neighbour->history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == neighbour->date && past[i].block != NONE &&
        scope_has_shared(&use->scope, problem, &past[i]) &&
        is_needed_then(use, problem->service, past[i].date, past[i].block))
      return true;
  return false;
}

/* The working days around the month. */
struct around {
  struct neighbour before, after;
};

static struct around find_around(const struct problem *problem)
{
  const struct month *month = problem->month;
  int first = month->days[0].date, known_from = history_known_from(&month->history, first);
  int last = first + month->n_days - 1;
  struct around out = {{&month->history, DATE_NONE}, {&month->later, DATE_NONE}};
  if (known_from < first)
    out.before = find_neighbour(problem, &month->history, first - 1, known_from);
  if (month->later.n_months > 0)
    out.after = find_neighbour(problem, &month->later, last + 1, month->later.months[0].until);
  return out;
}

/* Duty on the month's first or last working day, of somebody who has it on the published day
 * next to it. */
static void emit_beyond(struct formulation *formulation, const struct rule_use *use,
                        const struct neighbour *neighbour, int clinician, int day, int column)
{
  if (column == NONE || !is_on_duty_then(use, formulation->problem, neighbour, clinician))
    return;
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = formulation->problem->month->days[day].first_slot;
  formulation_term(formulation, column, 1);
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, 0, 1, use->values[APART_WEIGHT]);
}

static void emit_apart(struct formulation *formulation, const struct rule_use *use,
                       const bool *needed, const struct around *around, int clinician)
{
  const struct month *month = formulation->problem->month;
  int before = NONE, last = NONE;
  for (int d = 0; d < month->n_days; d++) {
    if (!is_working_day(formulation->problem, d))
      continue;
    int today = duty_day(formulation, use, needed, clinician, d);
    if (last == NONE)
      emit_beyond(formulation, use, &around->before, clinician, d, today);
    if (before != NONE && today != NONE) {
      struct label label = formulation_label(formulation);
      label.clinician = clinician;
      label.slot = month->days[d].first_slot;
      formulation_term(formulation, before, 1);
      formulation_term(formulation, today, 1);
      formulation_limit(formulation, label, -PROGRAMME_INFINITY, 1, 1, use->values[APART_WEIGHT]);
    }
    before = today;
    last = d;
  }
  if (last != NONE)
    emit_beyond(formulation, use, &around->after, clinician, last, before);
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  g_autofree bool *needed = g_new0(bool, (gsize)problem->month->n_slots + 1);
  for (int s = 0; s < problem->month->n_slots; s++) {
    int elsewhere;
    enum duty duty = duty_in(use, problem, s, &elsewhere);
    needed[s] = duty == DUTY_NEEDED;
    if (duty == DUTY_NEEDED || duty == DUTY_MOVED)
      emit_slot(formulation, use, s, needed[s] ? NONE : elsewhere);
    else if (duty == DUTY_OWED)
      emit_owed(formulation, use, s);
  }
  struct around around = find_around(problem);
  for (int c = 0; c < problem->service->n_clinicians && use->values[APART_WEIGHT] > 0; c++)
    emit_apart(formulation, use, needed, &around, c);
}

/* --- check ----------------------------------------------------------------- */

/* Where duty at one of its sites moves to in a slot in which none is open: by the first of its
 * tasks, and then of its sites, of which it is said; or NONE. */
static int moves_to(const struct problem *problem, const struct rule_use *use, int slot)
{
  for (int t = 0; t < problem->service->n_tasks; t++)
    for (int site = 0; site < problem->service->n_sites; site++) {
      bool ours = scope_has_task(&use->scope, t) && scope_has_site(&use->scope, site) &&
                  problem->service->tasks[t].at[site];
      int to = ours ? problem_moves_to(problem, slot, t, site) : NONE;
      if (to != NONE)
        return to;
    }
  return NONE;
}

/* Is it a place and time of the use's? */
static bool is_of_use(const struct problem *problem, const struct rule_use *use, int slot, int site)
{
  const struct slot *at = &problem->month->slots[slot];
  bool done = false;
  for (int t = 0; t < problem->service->n_tasks; t++)
    done = done || (scope_has_task(&use->scope, t) && problem->service->tasks[t].at[site]);
  return done && scope_has_site(&use->scope, site) &&
         pattern_has(&use->scope.when, at->date, at->block);
}

/* [slots], for each what is asked of it; g_free it. A slot in which a site of the
 * task is open needs duty; one in which any site is open is part of a working day. */
struct asked {
  bool duty, work;
  const struct closure *closure; /* that took duty away; NULL: none did, or it is asked */
  int elsewhere;                 /* the site to which it moves, or NONE */
};

static struct asked *what_is_asked(const struct problem *problem, const struct rule_use *use)
{
  const struct service *service = problem->service;
  struct asked *asked = g_new0(struct asked, (gsize)problem->month->n_slots + 1);
  for (int slot = 0; slot < problem->month->n_slots; slot++) {
    const struct slot *at = &problem->month->slots[slot];
    for (int site = 0; site < service->n_sites && at->ordinary; site++) {
      bool open = problem_site_open(problem, slot, site),
           ours = is_of_use(problem, use, slot, site);
      asked[slot].work |= open;
      asked[slot].duty |= open && ours;
      if (ours && !asked[slot].closure)
        asked[slot].closure = problem_owed_by(problem, slot, site);
    }
    bool taken = asked[slot].closure && !asked[slot].duty;
    asked[slot].elsewhere = taken ? moves_to(problem, use, slot) : NONE;
    if (!taken || asked[slot].elsewhere != NONE)
      asked[slot].closure = NULL;
  }
  return asked;
}

/* `elsewhere`: a site that counts besides, or NONE. */
static void check_slot(struct audit *audit, const struct rule_use *use, int slot, int elsewhere)
{
  const struct rota *rota = audit->rota;
  int people = 0, need = use->values[NEED];
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    people += (item->site == elsewhere || scope_has_site(&use->scope, item->site)) &&
              scope_has_task(&use->scope, item->task);
  }
  struct label label = audit_label(audit);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, audit->problem);
  const char *task = label.task == NONE ? "duty" : audit->problem->service->tasks[label.task].name;
  char when[WORDS_SIZE];
  words_slot(audit->problem, slot, when);
  if (people < need)
    audit_shortfall(audit, SHORTFALL_COVER, label, need - people, rule_use_price(use),
                    "%s on %s: %d of %d", task, when, people, need);
  if (people > need)
    audit_shortfall(audit, SHORTFALL_OVER, label, people - need,
                    use->hard ? PRICE_HARD : use->values[OVER_WEIGHT],
                    "%s on %s: %d people, %d too many", task, when, people, people - need);
}

static void check_owed(struct audit *audit, const struct rule_use *use, int slot,
                       const struct closure *closure)
{
  const struct problem *problem = audit->problem;
  struct label label = audit_label(audit);
  label.slot = slot;
  label.task = scope_only_task(&use->scope, problem);
  char when[WORDS_SIZE];
  g_autofree char *why = words_not_offered(problem, closure, NONE);
  audit_shortfall(audit, SHORTFALL_NOT_OFFERED, label, use->values[NEED], use->weight,
                  "%s on %s: %d %s %s",
                  label.task == NONE ? "duty" : problem->service->tasks[label.task].name,
                  words_slot(problem, slot, when), use->values[NEED],
                  use->values[NEED] == 1 ? "person" : "people", why);
}

/* The clinician's first duty of the day, or NULL. */
static const struct assignment *first_duty(const struct audit *audit, const struct rule_use *use,
                                           const struct asked *asked, int clinician, int day)
{
  const struct day *at = &audit->problem->month->days[day];
  for (int slot = at->first_slot; slot < at->first_slot + at->n_slots; slot++) {
    int count;
    const struct assignment *items = rota_at(audit->rota, clinician, slot, &count);
    for (int i = 0; i < count && asked[slot].duty; i++)
      if (scope_has_site(&use->scope, items[i].site) && scope_has_task(&use->scope, items[i].task))
        return &items[i];
  }
  return NULL;
}

/* What a session of a published day asked, as far as it is known: its sites' hours. */
static struct asked asked_then(const struct problem *problem, const struct rule_use *use, int date,
                               int block)
{
  const struct service *service = problem->service;
  struct asked asked = {.elsewhere = NONE};
  int sites = service_has_session(service, date, block) ? service->n_sites : 0;
  for (int site = 0; site < sites; site++) {
    if (!service_site_open(service, site, date_weekday(date), block))
      continue;
    asked.work = true;
    for (int t = 0; t < service->n_tasks; t++)
      asked.duty = asked.duty || (service->tasks[t].at[site] && scope_has_task(&use->scope, t) &&
                                  scope_has_site(&use->scope, site));
  }
  return asked;
}

/* Is the clinician on duty on the first working day of the published ones, in that order? */
static bool duty_beyond(const struct problem *problem, const struct rule_use *use, int clinician,
                        const struct history *history, int date, int days, int step)
{
  bool works = false, duty = false;
  for (; days > 0 && !works; days--, date += step)
    for (int b = 0; b < problem->service->n_blocks; b++) {
      struct asked asked = asked_then(problem, use, date, b);
      int count;
      const struct past_assignment *at = history_of(history, clinician, &count);
      works = works || asked.work;
      for (int i = 0; i < count && asked.duty; i++)
        duty = duty || (at[i].date == date && at[i].block == b &&
                        scope_has_shared(&use->scope, problem, &at[i]));
    }
  return duty;
}

static void find_apart(struct audit *audit, const struct rule_use *use,
                       const struct assignment *duty, const char *other)
{
  const struct problem *problem = audit->problem;
  struct label label = audit_label(audit);
  label.clinician = duty->clinician;
  label.slot = duty->slot;
  label.task = duty->task;
  char when[WORDS_SIZE];
  audit_shortfall(audit, SHORTFALL_OTHER, label, 1, use->values[APART_WEIGHT],
                  "%s is on duty %s and on the working day %s",
                  problem->service->clinicians[duty->clinician].name,
                  words_period(problem, PERIOD_DAY, problem->month->slots[duty->slot].day, when),
                  other);
}

static void check_apart(struct audit *audit, const struct rule_use *use, const struct asked *asked,
                        int clinician)
{
  const struct problem *problem = audit->problem;
  const struct month *month = problem->month;
  const struct assignment *last = NULL;
  int first = month->days[0].date, known = first - history_known_from(&month->history, first);
  bool before = duty_beyond(problem, use, clinician, &month->history, first - 1, known, -1);
  for (int d = 0; d < problem->month->n_days; d++) {
    const struct day *day = &problem->month->days[d];
    bool works = false;
    for (int slot = day->first_slot; slot < day->first_slot + day->n_slots; slot++)
      works = works || asked[slot].work;
    if (!works)
      continue;
    const struct assignment *duty = first_duty(audit, use, asked, clinician, d);
    if (duty && before)
      find_apart(audit, use, duty, "before");
    before = duty != NULL;
    last = duty;
  }
  int next = first + month->n_days;
  if (last && month->later.n_months > 0 &&
      duty_beyond(problem, use, clinician, &month->later, next,
                  month->later.months[0].until + 1 - next, 1))
    find_apart(audit, use, last, "after");
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  g_autofree struct asked *asked = what_is_asked(problem, use);
  for (int s = 0; s < problem->month->n_slots; s++)
    if (asked[s].duty || asked[s].elsewhere != NONE)
      check_slot(audit, use, s, asked[s].elsewhere);
    else if (asked[s].closure)
      check_owed(audit, use, s, asked[s].closure);
  for (int c = 0; c < problem->service->n_clinicians && use->values[APART_WEIGHT] > 0; c++)
    check_apart(audit, use, asked, c);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "in each open session exactly %d %s on duty%s", use->values[NEED],
                         use->values[NEED] == 1 ? "person is" : "people are",
                         use->values[APART_WEIGHT] > 0
                             ? ", and nobody on two working days running if it can be helped"
                             : "");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_duty_cover = {
    .name = "duty_cover",
    .summary = "Exactly one duty clinician in each open session, not always the same one.",
    .source = "\"We have a duty clinician\"",
    .nature = RULE_ELASTIC,
    .weight = 300,
    .scope = SCOPE_TASKS | SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .needs_scope = SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* Friday and Monday are consecutive; the Tuesday is closed. */
                .month = "closures: [{from: 2027-02-09, reason: training, owed: no}]\n",
                .use = "{task: duty, sessions: am, from: 2027-02-05, until: 2027-02-10}",
                .candidates = "ann 2027-02-05 am duty hove\n"
                              "ann 2027-02-05 am duty remote\n"
                              "ann 2027-02-08 am duty remote\n"
                              "ann 2027-02-08 pm duty remote\n"
                              "ann 2027-02-10 am duty hove\n"
                              "bob 2027-02-05 am duty hove\n"
                              "bob 2027-02-08 am duty hove\n"
                              "bob 2027-02-08 am clinic hove\n"
                              "bob 2027-02-10 am duty hove\n",
                .clinicians = "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n",
                .good = "ann 2027-02-05 am duty remote\n"
                        "bob 2027-02-08 am duty hove\n"
                        "ann 2027-02-10 am duty hove\n",
                .bad = "ann 2027-02-05 am duty remote\n"
                       "bob 2027-02-08 am clinic hove\n"
                       "bob 2027-02-10 am duty hove\n",
            },
            {
                .use = "{task: duty, from: 2027-02-25, apart_weight: 7, over_weight: 5}",
                .candidates = "ann 2027-02-25 am duty hove\n"
                              "ann 2027-02-25 pm duty hove\n"
                              "ann 2027-02-26 am duty remote\n"
                              "ann 2027-02-26 pm duty hove\n"
                              "bob 2027-02-25 am duty hove\n"
                              "bob 2027-02-25 pm duty hove\n"
                              "bob 2027-02-26 am duty hove\n"
                              "bob 2027-02-26 pm duty crawley\n",
                .clinicians = "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n",
                .good = "ann 2027-02-25 am duty hove\n"
                        "ann 2027-02-25 pm duty hove\n"
                        "bob 2027-02-26 am duty hove\n"
                        "bob 2027-02-26 pm duty crawley\n",
                .bad = "ann 2027-02-25 am duty hove\n"
                       "bob 2027-02-25 am duty hove\n"
                       "ann 2027-02-26 am duty remote\n"
                       "ann 2027-02-26 pm duty hove\n",
            },
            {
                /* The event opens Saturday: nobody is asked to be on duty then, and it is no
                 * working day between Friday and Monday. */
                .month = "events:\n"
                         "  fair: {name: Fair, kind: fair, at: hove, on: 2027-02-20 am,\n"
                         "         need: [{task: duty, need: 1}]}\n",
                .use = "{task: duty, sessions: am, from: 2027-02-19, until: 2027-02-22}",
                .clinicians = "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n",
                .candidates = "ann 2027-02-18 am duty hove\n"
                              "ann 2027-02-19 am duty hove\n"
                              "ann 2027-02-20 am duty hove\n"
                              "ann 2027-02-22 am duty hove\n"
                              "bob 2027-02-19 am duty hove\n"
                              "bob 2027-02-20 am duty hove\n"
                              "bob 2027-02-22 am duty hove\n"
                              "bob 2027-02-23 am duty hove\n",
                .good = "ann 2027-02-18 am duty hove\n"
                        "ann 2027-02-19 am duty hove\n"
                        "ann 2027-02-20 am duty hove\n"
                        "bob 2027-02-22 am duty hove\n"
                        "bob 2027-02-23 am duty hove\n",
                .bad = "ann 2027-02-19 am duty hove\n"
                       "ann 2027-02-22 am duty hove\n",
            },
            {
                /* The hubs are closed on Thursday morning: two people are owed. In the afternoon
                 * one is open again, and on Friday it lapses. */
                .month = "closures:\n"
                         "  - {site: hove, from: 2027-02-25, to: 2027-02-26, sessions: am}\n"
                         "  - {site: crawley, from: 2027-02-25, to: 2027-02-26}\n"
                         "  - {from: 2027-02-26, owed: no}\n",
                .use = "{task: duty, at: hub, from: 2027-02-25, sessions: am pm, need: 2}",
                .candidates = "ann 2027-02-25 am duty hove\n"
                              "ann 2027-02-25 am duty remote\n"
                              "ann 2027-02-25 pm duty hove\n"
                              "bob 2027-02-25 pm duty hove\n"
                              "ann 2027-02-26 am duty hove\n",
                .good = NULL,
                .bad = "ann 2027-02-25 pm duty hove\n",
            },
            {
                /* Hove's duty goes to Crawley, in the morning. */
                .month = "closures:\n"
                         "  - {site: hove, from: 2027-02-25, sessions: am, moves_to: crawley}\n"
                         "  - {site: hove, from: 2027-02-25, sessions: pm}\n",
                .use = "{task: duty, at: hove, from: 2027-02-24, until: 2027-02-25,\n"
                       " sessions: am pm}",
                .candidates = "ann 2027-02-24 am duty hove\n"
                              "ann 2027-02-24 pm duty hove\n"
                              "ann 2027-02-25 am duty crawley\n"
                              "bob 2027-02-25 am duty crawley\n"
                              "ann 2027-02-25 am duty remote\n"
                              "ann 2027-02-25 pm duty crawley\n",
                .good = NULL,
                .bad = "ann 2027-02-24 am duty hove\n",
            },
            {
                /* June 2027 is between a Monday and a Thursday that are published: Ann has duty on
                 * both, Bob on neither. */
                .month_id = "2027-06",
                .files = {{"history/2027-05.yaml",
                           "month: 2027-05\n"
                           "assignments:\n"
                           "  ann: [2027-05-31 am 08:30-12:15 duty hove]\n"
                           "  bob: [2027-05-31 am 08:30-12:15 support hove]\n"
                           "checksum: none\n"},
                          {"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  ann: [2027-07-01 pm 13:15-17:00 duty remote]\n"
                           "  bob: [2027-07-02 am 08:30-12:15 duty hove]\n"
                           "checksum: none\n"}},
                .service = "tasks: {duty: {at: [hub, remote]}, support: {at: hub}}\n",
                .use = "{task: duty, apart_weight: 7}",
                .candidates = "ann 2027-06-01 am duty hove\n"
                              "ann 2027-06-01 pm duty remote\n"
                              "bob 2027-06-01 am duty hove\n"
                              "ann 2027-06-02 am duty hove\n"
                              "ann 2027-06-29 pm duty hove\n"
                              "ann 2027-06-30 pm duty hove\n"
                              "bob 2027-06-30 am duty hove\n",
                .bad = "ann 2027-06-01 am duty hove\n",
            },
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
