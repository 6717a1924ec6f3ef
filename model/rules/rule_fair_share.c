#include "model/audit.h"
#include "model/contract.h"
#include "model/formulation.h"
#include "model/reckoning.h"
#include "model/rule.h"
#include "model/words.h"

enum { WITHIN, LOOK_BACK_MONTHS, BY };
enum { BY_WTE, BY_CONTRACT };

static const char *const bases[] = {"wte", "contract", NULL};

static const struct rule_param params[] = {
    {.name = "within",
     .kind = PARAM_NUMBER,
     .unit = "sessions",
     .summary = "how far from the fair share somebody may be",
     .initial = 1,
     .least = 0,
     .most = 50},
    {.name = "look_back_months",
     .kind = PARAM_NUMBER,
     .unit = "months",
     .summary = "published months before this one that count as well",
     .initial = 3,
     .least = 0,
     .most = 12},
    {.name = "by",
     .kind = PARAM_CHOICE,
     .unit = "",
     .summary =
         "shares by whole-time equivalent or by the hours due, of the time that somebody was there",
     .initial = BY_WTE,
     .choices = bases},
};

/* --- who shares, and in what proportion, for emit -------------------------- */

/* The shares of a use; free with shares_clear. */
struct shares {
  int *parts;  /* [clinicians] in proportion to them; 0: takes no part */
  int *before; /* [clinicians] of these, the parts of the months looked back at */
  int *past;   /* [clinicians] sessions in those months */
  int64_t all_parts, all_before, all_past;
};

/* Is there anything of the burden that the clinician may and can do? */
static bool takes_part(const struct problem *problem, const struct rule_use *use, int clinician)
{
  const struct service *service = problem->service;
  for (int slot = 0; slot < problem->month->n_slots; slot++) {
    int date = problem->month->slots[slot].date;
    const bool *allowed = clinician_on(service, clinician, date)->sites;
    if (!problem_present(problem, clinician, slot) || problem_is_extra(problem, clinician, slot) ||
        !scope_has_slot(&use->scope, problem, slot) ||
        !scope_has_on(&use->scope, problem, clinician, date))
      continue;
    for (int t = 0; t < service->n_tasks; t++) {
      if (!scope_has_task(&use->scope, t) || !clinician_can(service, clinician, t, date))
        continue;
      for (int s = 0; s < service->n_sites; s++)
        if (service->tasks[t].at[s] && allowed[s] && scope_has_site(&use->scope, s))
          return true;
    }
  }
  return false;
}

static int hours(int minutes)
{
  return (minutes + 30) / 60;
}

/* The WTE in scope in percent, for so much of the month's pattern as the clinician is there. */
static int wte_of(const struct problem *problem, const struct rule_use *use, int clinician)
{
  const struct service *service = problem->service;
  int64_t pattern = 0, there = 0;
  for (int s = 0; s < problem->month->n_slots; s++) {
    const struct slot *slot = &problem->month->slots[s];
    if (!slot->ordinary)
      continue;
    if (pattern_has(clinician_week(service, clinician, slot->date), slot->date, slot->block))
      pattern += slot->minutes;
    if (problem_present(problem, clinician, s) && !problem_is_extra(problem, clinician, s) &&
        scope_has_on(&use->scope, problem, clinician, slot->date))
      there += slot->minutes * clinician_on(service, clinician, slot->date)->wte_percent;
  }
  return pattern > 0 ? (int)((2 * there + pattern) / (2 * pattern)) : 0;
}

/* The same of a published month: its account has no WTE, but the hours that were due are those
 * of the time there. So many percent are they of what somebody full-time owes in that month. */
static int past_wte(const struct service *service, const struct past_month *month, int due_minutes)
{
  int64_t weekdays = 0, days = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    weekdays += service->week.blocks[weekday] != 0;
  for (int date = month->from; date <= month->until; date++)
    days += service->week.blocks[date_weekday(date)] != 0 && !service_is_holiday(service, date);
  int64_t whole = days * service->full_time_minutes; /* times the weekdays */
  return whole > 0 ? (int)((200 * weekdays * due_minutes + whole) / (2 * whole)) : 0;
}

/* A month counts for somebody when it has an account of theirs: those who
 * joined since owe nothing for it. */
static int parts_before(const struct problem *problem, const struct rule_use *use, int clinician)
{
  const struct history *history = &problem->month->history;
  int parts = 0;
  for (int m = 0; m < history->n_months; m++) {
    const struct past_account *account = history_account(history, clinician, m);
    if (account &&
        history->months[m].from >= month_looks_back(problem->month, use->values[LOOK_BACK_MONTHS]))
      parts += use->values[BY] == BY_WTE
                   ? past_wte(problem->service, &history->months[m], account->contract_minutes)
                   : hours(account->contract_minutes);
  }
  return parts;
}

static int parts_now(const struct problem *problem, const struct rule_use *use, int clinician)
{
  return use->values[BY] == BY_WTE ? wte_of(problem, use, clinician)
                                   : hours(contract_minutes(problem, clinician, &use->scope));
}

static int past_of(const struct problem *problem, const struct rule_use *use, int clinician)
{
  int count, sessions = 0, from = month_looks_back(problem->month, use->values[LOOK_BACK_MONTHS]);
  const struct past_assignment *past = history_of(&problem->month->history, clinician, &count);
  for (int i = 0; i < count; i++)
    sessions += past[i].date >= from && scope_has_past(&use->scope, problem, &past[i]);
  return sessions;
}

static struct shares shares_make(const struct problem *problem, const struct rule_use *use)
{
  int n = problem->service->n_clinicians;
  struct shares shares = {.parts = g_new0(int, (gsize)n + 1),
                          .before = g_new0(int, (gsize)n + 1),
                          .past = g_new0(int, (gsize)n + 1)};
  for (int c = 0; c < n; c++) {
    if (!takes_part(problem, use, c))
      continue;
    shares.before[c] = parts_before(problem, use, c);
    shares.parts[c] = shares.before[c] + parts_now(problem, use, c);
    shares.past[c] = shares.parts[c] > 0 ? past_of(problem, use, c) : 0;
    shares.all_parts += shares.parts[c];
    shares.all_before += shares.before[c];
    shares.all_past += shares.past[c];
  }
  return shares;
}

static void shares_clear(struct shares *shares)
{
  g_free(shares->parts);
  g_free(shares->before);
  g_free(shares->past);
}

/* --- emit ------------------------------------------------------------------ */

/* Adds the clinician's sessions of the burden, and returns how many there can be. */
static int add_sessions(struct formulation *formulation, const struct rule_use *use, int clinician,
                        int64_t coefficient)
{
  const struct problem *problem = formulation->problem;
  int possible = 0;
  for (int s = 0; s < problem->month->n_slots; s++) {
    int count, added = 0, first = problem_cell(problem, clinician, s, &count);
    for (int i = first; i < first + count; i++)
      if (scope_has(&use->scope, problem, &problem->candidates[i])) {
        formulation_term(formulation, i, coefficient);
        added = 1;
      }
    possible += added;
  }
  return possible;
}

/* A column for the sessions of all who share. */
static int emit_total(struct formulation *formulation, const struct rule_use *use,
                      const struct shares *shares)
{
  int possible = 0;
  for (int c = 0; c < formulation->problem->service->n_clinicians; c++)
    if (shares->parts[c] > 0)
      possible += add_sessions(formulation, use, c, 1);
  struct label label = formulation_label(formulation);
  int total = formulation_column(formulation, label, 0, possible, 0);
  formulation_term(formulation, total, -1);
  formulation_row(formulation, label, 0, 0);
  return total;
}

/* With all parts W and the clinician's part w, the sessions n of this month and
 * h of those before, and of all N and H: the share is w (N + H) / W, so
 * -within W <= W (n + h) - w (N + H) <= within W, in units of W. */
static void emit(struct formulation *formulation, const struct rule_use *use)
{
  struct shares shares = shares_make(formulation->problem, use);
  int total = shares.all_parts > 0 ? emit_total(formulation, use, &shares) : NONE;
  for (int c = 0; c < formulation->problem->service->n_clinicians; c++) {
    if (shares.parts[c] == 0)
      continue;
    struct label label = formulation_label(formulation);
    label.clinician = c;
    add_sessions(formulation, use, c, shares.all_parts);
    formulation_term(formulation, total, -shares.parts[c]);
    int64_t past = shares.all_parts * shares.past[c] - shares.parts[c] * shares.all_past;
    int64_t within = shares.all_parts * use->values[WITHIN];
    formulation_limit(formulation, label, -within - past, within - past, shares.all_parts,
                      rule_use_price(use));
  }
  shares_clear(&shares);
}

/* --- check ----------------------------------------------------------------- */

/* A clinician's standing in the burden: what is theirs of it, in proportion, and
 * what they had. */
struct standing {
  int part; /* 0: takes no part */
  int before, now;
};

/* Is there a place for the task in scope where the clinician may be sent on that date? */
static bool has_place(const struct problem *problem, const struct rule_use *use, int clinician,
                      int task, int date)
{
  const struct post *post = clinician_on(problem->service, clinician, date);
  for (int s = 0; s < problem->service->n_sites; s++)
    if (post->sites[s] && scope_has_site(&use->scope, s) && problem->service->tasks[task].at[s])
      return true;
  return false;
}

static bool can_share(const struct problem *problem, const struct rule_use *use, int clinician)
{
  for (int t = 0; t < problem->service->n_tasks; t++) {
    if (!scope_has_task(&use->scope, t))
      continue;
    for (int s = 0; s < problem->month->n_slots; s++) {
      const struct slot *at = &problem->month->slots[s];
      if (pattern_has(&use->scope.when, at->date, at->block) &&
          problem_present(problem, clinician, s) && !problem_is_extra(problem, clinician, s) &&
          scope_has_on(&use->scope, problem, clinician, at->date) &&
          clinician_can(problem->service, clinician, t, at->date) &&
          has_place(problem, use, clinician, t, at->date))
        return true;
    }
  }
  return false;
}

/* Whole hours, the half hour up. */
static int whole_hours(int minutes)
{
  return minutes / 60 + (minutes % 60 >= 30);
}

/* A quotient of figures that are not negative to the nearest, the half up; of nothing, nothing. */
static int nearest(int64_t amount, int64_t of)
{
  return of == 0 ? 0 : (int)(amount / of + (2 * (amount % of) >= of));
}

/* What the clinician has of a whole-time post this month, in hundredths, as somebody in scope
 * who is there. */
static int hundredths_now(const struct problem *problem, const struct rule_use *use, int clinician)
{
  int64_t had = 0, whole = 0;
  for (int s = problem->month->n_slots - 1; s >= 0; s--) {
    const struct slot *at = &problem->month->slots[s];
    const struct post *post = clinician_on(problem->service, clinician, at->date);
    bool counts = at->ordinary && problem_present(problem, clinician, s) &&
                  !problem_is_extra(problem, clinician, s) &&
                  scope_has_on(&use->scope, problem, clinician, at->date);
    had += counts ? (int64_t)post->wte_percent * at->minutes : 0;
    const struct pattern *week = clinician_week(problem->service, clinician, at->date);
    whole += at->ordinary && pattern_has(week, at->date, at->block) ? at->minutes : 0;
  }
  return nearest(had, whole);
}

/* The hundredths of a whole-time post that so many minutes due in that month make. */
static int hundredths_then(const struct service *service, const struct past_month *then, int due)
{
  int working[WEEK_DAYS] = {0}, a_week = 0, in_month = 0;
  for (int date = then->from; date <= then->until; date++)
    working[date_weekday(date)] += !service_is_holiday(service, date);
  for (int day = 0; day < WEEK_DAYS; day++)
    if (service->week.blocks[day]) {
      a_week++;
      in_month += working[day];
    }
  return nearest((int64_t)due * 100 * a_week, (int64_t)service->full_time_minutes * in_month);
}

static int part_of(const struct problem *problem, const struct rule_use *use, int clinician)
{
  const struct history *history = &problem->month->history;
  int hundredths = hundredths_now(problem, use, clinician);
  int due = whole_hours(reckoning_contract_minutes(problem, clinician, &use->scope));
  for (int i = 0; i < history->n_accounts; i++) {
    const struct past_account *account = &history->accounts[i];
    const struct past_month *then = &history->months[account->month];
    if (account->clinician != clinician ||
        !reckoning_looks_back(problem, use->values[LOOK_BACK_MONTHS], then->from))
      continue;
    hundredths += hundredths_then(problem->service, then, account->contract_minutes);
    due += whole_hours(account->contract_minutes);
  }
  return use->values[BY] == BY_CONTRACT ? due : hundredths;
}

static struct standing standing_of(const struct audit *audit, const struct rule_use *use,
                                   int clinician)
{
  const struct problem *problem = audit->problem;
  const struct rota *rota = audit->rota;
  struct standing standing = {0, 0, 0};
  if (!can_share(problem, use, clinician))
    return standing;
  standing.part = part_of(problem, use, clinician);
  int count;
  const struct past_assignment *past = history_of(&problem->month->history, clinician, &count);
  for (int i = 0; i < count; i++)
    standing.before += scope_has_past(&use->scope, problem, &past[i]) &&
                       reckoning_looks_back(problem, use->values[LOOK_BACK_MONTHS], past[i].date);
  for (int i = rota->cell[clinician * rota->n_slots];
       i < rota->cell[(clinician + 1) * rota->n_slots]; i++)
    standing.now += scope_has(&use->scope, problem, &rota->items[i]);
  return standing.part > 0 ? standing : (struct standing){0, 0, 0};
}

static void check_person(struct audit *audit, const struct rule_use *use, int clinician,
                         const struct standing *own, const struct standing *all)
{
  int64_t parts = all->part;
  int64_t fair = (int64_t)own->part * (all->now + all->before); /* times all parts */
  int64_t apart = (own->now + own->before) * parts - fair;
  int64_t beyond = ABS(apart) - use->values[WITHIN] * parts;
  if (beyond <= 0)
    return;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  g_autofree char *before = NULL;
  if (all->before > 0)
    before = g_strdup_printf(" and %d in the months before", own->before);
  audit_find(audit, label, beyond / parts + (beyond % parts > 0), rule_use_price(use),
             "%s has %d %s%s; the fair share is %.1f, give or take %d",
             audit->problem->service->clinicians[clinician].name, own->now,
             own->now == 1 ? "session" : "sessions", before ? before : "",
             (double)fair / (double)parts, use->values[WITHIN]);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  int n = audit->problem->service->n_clinicians;
  g_autofree struct standing *each = g_new(struct standing, (gsize)n + 1);
  struct standing all = {0, 0, 0};
  for (int c = 0; c < n; c++) {
    each[c] = standing_of(audit, use, c);
    all.part += each[c].part;
    all.before += each[c].before;
    all.now += each[c].now;
  }
  for (int c = 0; c < n; c++)
    if (each[c].part > 0)
      check_person(audit, use, c, &each[c], &all);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "everybody who can has a share by %s, give or take %d %s",
                         use->values[BY] == BY_WTE ? "whole-time equivalent" : "hours due",
                         use->values[WITHIN], use->values[WITHIN] == 1 ? "session" : "sessions");
  if (use->values[LOOK_BACK_MONTHS] > 0)
    g_string_append_printf(out, ", counting %d month%s before", use->values[LOOK_BACK_MONTHS],
                           use->values[LOOK_BACK_MONTHS] == 1 ? "" : "s");
  words_scope(problem, &use->scope, out);
}

static void recall(const struct rule_use *use, const struct problem *problem, int clinician,
                   GString *out)
{
  struct shares shares = shares_make(problem, use);
  if (shares.before[clinician] > 0 && shares.all_past > 0) {
    g_string_append_printf(out, "had %d of %" G_GINT64_FORMAT " sessions, a fair share is %.1f",
                           shares.past[clinician], shares.all_past,
                           (double)shares.before[clinician] * (double)shares.all_past /
                               (double)shares.all_before);
    words_scope(problem, &use->scope, out);
  }
  shares_clear(&shares);
}

const struct rule rule_fair_share = {
    .name = "fair_share",
    .summary = "A burden is shared in proportion to working time, counting earlier months.",
    .source = "local policy: \"supports equity\"",
    .nature = RULE_SOFT,
    .by_contract = true,
    .weight = 5,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .use = "{sessions: tue eve, within: 0}",
                .clinicians = "bob: {band: 6, wte: 0.5, works: {mon-fri: [am, pm], tue: [eve]},\n"
                              "      skills: {msk: yes}}\n",
                .candidates = "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-02 eve support remote\n"
                              "ann 2027-02-09 eve clinic hove\n"
                              "ann 2027-02-16 eve clinic hove\n"
                              "ann 2027-02-23 eve clinic hove\n"
                              "ann 2027-02-23 pm clinic hove\n"
                              "bob 2027-02-02 eve clinic hove\n"
                              "bob 2027-02-16 eve clinic hove\n"
                              "bob 2027-02-23 eve clinic hove\n"
                              "cat 2027-02-23 eve clinic hove\n",
                .good = "ann 2027-02-02 eve clinic hove\n"
                        "ann 2027-02-23 eve clinic hove\n"
                        "bob 2027-02-16 eve clinic hove\n"
                        "cat 2027-02-23 eve clinic hove\n",
                .bad = "ann 2027-02-02 eve clinic hove\n"
                       "bob 2027-02-16 eve clinic hove\n"
                       "bob 2027-02-23 eve clinic hove\n",
            },
            {
                /* Ann has a debt from January; Bob joined in February. */
                .clinicians = "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}}\n"
                              "cat: {band: 7, wte: 0.6, works: {mon-wed: [am, pm]},\n"
                              "      skills: {msk: yes}}\n",
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "accounts:\n"
                           "  ann: {contract: 9000, planned: 9000, balance: 0}\n"
                           "  cat: {contract: 5400, planned: 5400, balance: 0}\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-04 am 08:30-12:15 duty hove\n"
                           "    - 2027-01-29 pm 13:15-17:00 clinic hove\n"
                           "  cat:\n"
                           "    - 2027-01-04 pm 13:15-17:00 duty hove\n"
                           "    - 2027-01-18 am 08:30-12:15 duty hove\n"
                           "    - 2027-01-26 pm 13:15-17:00 duty remote\n"
                           "checksum: none\n"}},
                .use = "{task: duty, by: contract}",
                .candidates = "ann 2027-02-01 am duty hove\n"
                              "ann 2027-02-02 am duty remote\n"
                              "ann 2027-02-25 pm duty remote\n"
                              "ann 2027-02-26 pm duty hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "bob 2027-02-01 am duty hove\n"
                              "bob 2027-02-10 am duty hove\n"
                              "bob 2027-02-26 pm duty hove\n"
                              "cat 2027-02-01 pm duty hove\n"
                              "cat 2027-02-24 am duty crawley\n",
                .good = "ann 2027-02-01 am duty hove\n"
                        "ann 2027-02-26 pm duty hove\n"
                        "bob 2027-02-10 am duty hove\n",
                .bad = "bob 2027-02-10 am duty hove\n"
                       "cat 2027-02-24 am duty crawley\n",
            },
            {
                /* By contract, over January and December: 1 December counts, 30 November no more.
                 * Ann's 5430 minutes are 91 hours, her 5429 are 90. Cat's session is no whole half
                 * hour of her contract; Dan may not, and Eve is not sent where it is done. */
                .service = "tasks:\n"
                           "  clinic: {skill: msk, at: hub}\n"
                           "  spine: {skill: spine, at: hub}\n"
                           "  duty: {min_band: 7, at: [hub, remote]}\n",
                .clinicians =
                    "bob: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n"
                    "cat: {band: 7, wte: 0.05, works: {mon-fri: [am, pm]}, joins: 2027-02-26}\n"
                    "dan: {name: Dan Dove, band: 6, wte: 1.0, works: {mon-fri: [am, pm]}}\n"
                    "eve: {name: Eve East, band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      sites: [remote]}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "cat,2027-02-26,2027-02-26,annual,pm\n"
                           "ann,2027-02-03,2027-02-28,annual,\n"},
                          {"history/2026-11.yaml",
                           "month: 2026-11\n"
                           "accounts:\n"
                           "  bob: {contract: 9000, planned: 9000, balance: 0}\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2026-11-30 am 08:30-12:15 duty hove\n"
                           "checksum: none\n"},
                          {"history/2026-12.yaml",
                           "month: 2026-12\n"
                           "accounts:\n"
                           "  ann: {contract: 5430, planned: 0, balance: 0}\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2026-12-01 am 08:30-12:15 duty hove\n"
                           "    - 2026-12-02 am 08:30-12:15 duty remote\n"
                           "checksum: none\n"},
                          {"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "accounts:\n"
                           "  ann: {contract: 5429, planned: 0, balance: 0}\n"
                           "assignments:\n"
                           "  cat:\n"
                           "    - 2027-01-04 am 08:30-12:15 duty hove\n"
                           "  bob:\n"
                           "    - 2027-01-29 pm 13:15-17:00 duty crawley\n"
                           "checksum: none\n"}},
                .use = "{task: duty, at: hub, by: contract, look_back_months: 2, within: 0,\n"
                       " from: 2027-02-01}",
                .candidates = "ann 2027-02-01 am duty hove\n"
                              "ann 2027-02-02 am duty hove\n"
                              "ann 2027-02-02 pm duty remote\n"
                              "ann 2027-02-26 am duty hove\n"
                              "bob 2027-02-01 am duty crawley\n"
                              "bob 2027-02-26 am duty hove\n"
                              "cat 2027-02-26 am duty hove\n"
                              "dan 2027-02-25 am duty hove\n"
                              "eve 2027-02-25 am duty hove\n",
                .good = NULL,
                .bad = "ann 2027-02-01 am duty hove\n"
                       "ann 2027-02-26 am duty hove\n",
            },
            {
                /* By WTE, two months back: Ann has three whole months of it, Bob, who joined in
                 * January, two of half, and Cat, who is left out, none. */
                .clinicians = "bob: {band: 7, wte: 0.5, works: {mon-fri: [am, pm]}}\n"
                              "cat: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}}\n",
                .files = {{"history/2026-11.yaml",
                           "month: 2026-11\n"
                           "accounts:\n"
                           "  ann: {contract: 9450, planned: 0, balance: 0}\n"
                           "checksum: none\n"},
                          {"history/2026-12.yaml",
                           "month: 2026-12\n"
                           "accounts:\n"
                           "  ann: {contract: 10350, planned: 0, balance: 0}\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2026-12-31 am 08:30-12:15 duty hove\n"
                           "checksum: none\n"},
                          {"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "accounts:\n"
                           "  ann: {contract: 9450, planned: 0, balance: 0}\n"
                           "  bob: {contract: 4725, planned: 0, balance: 0}\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2027-01-04 am 08:30-12:15 duty hove\n"
                           "checksum: none\n"}},
                .use =
                    "{task: duty, look_back_months: 2, within: 0, who: {clinicians: [ann, bob]}}",
                .candidates = "ann 2027-02-01 am duty hove\n"
                              "ann 2027-02-02 am duty remote\n"
                              "ann 2027-02-03 am duty hove\n"
                              "ann 2027-02-04 am duty hove\n"
                              "bob 2027-02-01 am duty hove\n"
                              "bob 2027-02-02 am duty hove\n"
                              "bob 2027-02-26 pm duty hove\n"
                              "cat 2027-02-26 pm duty hove\n",
                .good = "ann 2027-02-01 am duty hove\n"
                        "ann 2027-02-02 am duty remote\n"
                        "cat 2027-02-26 pm duty hove\n",
                .bad = "bob 2027-02-01 am duty hove\n"
                       "bob 2027-02-02 am duty hove\n",
            },
            {
                /* Half an hour of contract is a whole one: of three Ann has one, from the 30
                 * minutes of January, and Bob two, from 90; 29 minutes are none. */
                .clinicians =
                    "ann: {band: 7, wte: 0.05, works: {mon-fri: [am, pm]}, joins: 2027-02-26,\n"
                    "      skills: {msk: yes, spine: yes}}\n"
                    "bob: {band: 7, wte: 0.05, works: {mon-fri: [am, pm]}, joins: 2027-02-26}\n",
                .files = {{"2027-02/leave.csv",
                           "clinician,from,to,kind,sessions\n"
                           "ann,2027-02-26,2027-02-26,annual,pm\n"
                           "bob,2027-02-26,2027-02-26,annual,pm\n"},
                          {"history/2026-12.yaml",
                           "month: 2026-12\n"
                           "accounts:\n"
                           "  ann: {contract: 29, planned: 0, balance: 0}\n"
                           "checksum: none\n"},
                          {"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "accounts:\n"
                           "  ann: {contract: 30, planned: 0, balance: 0}\n"
                           "  bob: {contract: 90, planned: 0, balance: 0}\n"
                           "checksum: none\n"}},
                .use = "{task: duty, by: contract, within: 0}",
                .candidates = "ann 2027-02-25 am duty hove\n"
                              "ann 2027-02-26 am duty hove\n"
                              "bob 2027-02-24 am duty hove\n"
                              "bob 2027-02-25 am duty hove\n"
                              "bob 2027-02-26 am duty hove\n",
                .good = "ann 2027-02-26 am duty hove\n"
                        "bob 2027-02-24 am duty hove\n"
                        "bob 2027-02-25 am duty hove\n",
                .bad = "ann 2027-02-26 am duty hove\n"
                       "bob 2027-02-24 am duty hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
    .recall = recall,
};
