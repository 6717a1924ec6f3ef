#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { MOST };

static const struct rule_param params[] = {
    {.name = "most",
     .kind = PARAM_NUMBER,
     .unit = "days a week",
     .summary = "most days a week at two or more sites; remote is no site",
     .initial = 1,
     .least = 0,
     .most = 7},
};

/* --- emit ------------------------------------------------------------------ */

static bool is_place(const struct problem *problem, int site)
{
  return site != NONE && !problem->service->sites[site].remote;
}

/* Split days of the week that are published, outside the month. */
static int split_published(const struct problem *problem, int clinician, int week)
{
  struct shared_days shared;
  int count, split = 0;
  if (!month_shares(problem->month, week, &shared))
    return 0;
  const struct past_assignment *past = history_of(shared.history, clinician, &count);
  for (int date = shared.from; date <= shared.until; date++) {
    int site = NONE;
    bool two = false;
    for (int i = 0; i < count; i++) {
      if (past[i].date != date || !is_place(problem, past[i].site))
        continue;
      two = two || (site != NONE && site != past[i].site);
      site = past[i].site;
    }
    split += two;
  }
  return split;
}

/* A day of one clinician that may be split, and the column that says so. */
struct split {
  struct formulation *formulation;
  struct label label;
  int column; /* NONE as yet */
};

/* Adds the cell's candidates at that site, or at all others; how many? */
static int add_places(struct formulation *formulation, struct label cell, int site, bool there)
{
  const struct problem *problem = formulation->problem;
  int count, added = 0, first = problem_cell(problem, cell.clinician, cell.slot, &count);
  for (int i = first; i < first + count; i++) {
    int place = problem->candidates[i].site;
    if (!is_place(problem, place) || (place == site) != there)
      continue;
    formulation_term(formulation, i, 1);
    added++;
  }
  return added;
}

/* At this site in one session and elsewhere in the other: then the day is split. */
static void emit_pair(struct split *split, int slot, int other, int site)
{
  struct formulation *formulation = split->formulation;
  struct label cell = split->label;
  cell.slot = slot;
  int here = add_places(formulation, cell, site, true);
  cell.slot = other;
  int elsewhere = add_places(formulation, cell, site, false);
  if (here == 0 || elsewhere == 0) {
    programme_drop_terms(formulation->programme);
    return;
  }
  if (split->column == NONE)
    split->column = formulation_column(formulation, split->label, 0, 1, 0);
  formulation_term(formulation, split->column, -1);
  formulation_row(formulation, split->label, -PROGRAMME_INFINITY, 1);
}

/* The column that is 1 when the day is split, or NONE where it can't be. */
static int emit_day(struct formulation *formulation, int clinician, const struct day *day)
{
  struct split split = {formulation, formulation_label(formulation), NONE};
  split.label.clinician = clinician;
  split.label.slot = day->first_slot;
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    for (int t = s + 1; t < day->first_slot + day->n_slots; t++)
      for (int site = 0; site < formulation->problem->service->n_sites; site++)
        emit_pair(&split, s, t, site);
  return split.column;
}

static void emit_person(struct formulation *formulation, const struct rule_use *use, int clinician)
{
  const struct month *month = formulation->problem->month;
  for (int d = 0, end; d < month->n_days; d = end) {
    int columns[WEEK_DAYS], count = 0;
    int published = split_published(formulation->problem, clinician, month->days[d].week);
    for (end = d; end < month->n_days && month->days[end].week == month->days[d].week; end++) {
      int column = emit_day(formulation, clinician, &month->days[end]);
      if (column != NONE)
        columns[count++] = column;
    }
    for (int i = 0; i < count; i++)
      formulation_term(formulation, columns[i], 1);
    struct label label = formulation_label(formulation);
    label.clinician = clinician;
    formulation_limit(formulation, label, -PROGRAMME_INFINITY,
                      MAX(use->values[MOST] - published, 0), 1, rule_use_price(use));
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int c = 0; c < formulation->problem->service->n_clinicians; c++)
    if (scope_has_month(&use->scope, formulation->problem, c))
      emit_person(formulation, use, c);
}

/* --- check ----------------------------------------------------------------- */

/* The places of a day, one after the other: at two of them, the day is split.
 * Remote work is at no place, and neither is work where a site has since gone. */
struct visits {
  int site;
  bool split;
};

static void visit(struct visits *visits, const struct service *service, int site)
{
  if (site == NONE || service->sites[site].remote)
    return;
  if (visits->site == NONE)
    visits->site = site;
  visits->split = visits->split || visits->site != site;
}

static bool is_split(const struct audit *audit, int clinician, const struct day *day)
{
  struct visits visits = {NONE, false};
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    int count;
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    for (int i = 0; i < count; i++)
      visit(&visits, audit->problem->service, items[i].site);
  }
  return visits.split;
}

/* Split days of the week that the month before or after has, and has published. */
static int split_beyond(const struct audit *audit, int clinician, int week)
{
  struct shared_days beyond;
  struct visits days[WEEK_DAYS];
  int count, split = 0;
  for (int d = 0; d < WEEK_DAYS; d++)
    days[d] = (struct visits){NONE, false};
  if (!month_shares(audit->problem->month, week, &beyond))
    return 0;
  const struct past_assignment *past = history_of(beyond.history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date >= beyond.from && past[i].date <= beyond.until)
      visit(&days[past[i].date - beyond.from], audit->problem->service, past[i].site);
  for (int d = 0; d < WEEK_DAYS; d++)
    split += days[d].split;
  return split;
}

static void check_week(struct audit *audit, const struct rule_use *use, int clinician, int week)
{
  const struct problem *problem = audit->problem;
  int split = 0, beyond = split_beyond(audit, clinician, week);
  for (int d = 0; d < problem->month->n_days; d++)
    split += problem->month->days[d].week == week &&
             is_split(audit, clinician, &problem->month->days[d]);
  int over = split - MAX(use->values[MOST] - beyond, 0);
  if (over <= 0)
    return;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  char when[WORDS_SIZE];
  audit_find(audit, label, over, rule_use_price(use),
             "%s is at two or more sites on %d day%s %s; the most is %d",
             problem->service->clinicians[clinician].name, split + beyond,
             split + beyond == 1 ? "" : "s", words_period(problem, PERIOD_WEEK, week, when),
             use->values[MOST]);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int c = 0; c < audit->problem->service->n_clinicians; c++)
    for (int week = 0; week < audit->problem->month->n_weeks; week++)
      if (scope_has_month(&use->scope, audit->problem, c))
        check_week(audit, use, c, week);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  if (use->values[MOST] == 0)
    g_string_append(out, "nobody works at two sites on one day");
  else
    g_string_append_printf(out, "nobody works at two sites on more than %d %s a week",
                           use->values[MOST], use->values[MOST] == 1 ? "day" : "days");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_split_days = {
    .name = "split_days",
    .summary = "Few days at two sites or more.",
    .source = "local policy: few business miles, time with patients",
    .nature = RULE_SOFT,
    .weight = 2,
    .scope = SCOPE_WHO,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .use = "{most: 1}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic crawley\n"
                              "ann 2027-02-01 pm support remote\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 am clinic crawley\n"
                              "ann 2027-02-02 pm support remote\n"
                              "ann 2027-02-02 eve clinic crawley\n"
                              "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-22 pm fcp goldstone\n"
                              "ann 2027-02-26 am clinic crawley\n"
                              "ann 2027-02-26 pm clinic crawley\n"
                              "ann 2027-02-26 pm spine hove\n"
                              "bob 2027-02-26 am clinic crawley\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-01 pm clinic crawley\n"
                        "ann 2027-02-02 am clinic hove\n"
                        "ann 2027-02-02 pm support remote\n"
                        "ann 2027-02-22 am clinic hove\n"
                        "ann 2027-02-22 pm fcp goldstone\n"
                        "ann 2027-02-26 am clinic crawley\n"
                        "ann 2027-02-26 pm clinic crawley\n",
                .bad = "ann 2027-02-22 am clinic hove\n"
                       "ann 2027-02-22 pm fcp goldstone\n"
                       "ann 2027-02-26 am clinic crawley\n"
                       "ann 2027-02-26 pm spine hove\n",
            },
            {
                /* January 2027 begins on a Friday: its first week is December's as well. */
                .month_id = "2027-01",
                .files = {{"history/2026-12.yaml",
                           "month: 2026-12\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2026-12-27 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-27 pm 13:15-17:00 clinic crawley\n"
                           "    - 2026-12-28 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-28 pm 13:15-17:00 duty remote\n"
                           "    - 2026-12-29 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-29 pm 13:15-17:00 clinic hove\n"
                           "    - 2026-12-30 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-30 pm 13:15-17:00 fcp goldstone\n"
                           "    - 2026-12-31 pm 13:15-17:00 clinic gone\n"
                           "    - 2026-12-31 am 08:30-12:15 clinic crawley\n"
                           "  bob:\n"
                           "    - 2026-12-27 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-27 pm 13:15-17:00 clinic crawley\n"
                           "  cat:\n"
                           "    - 2026-12-28 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-28 pm 13:15-17:00 clinic crawley\n"
                           "    - 2026-12-31 am 08:30-12:15 clinic hove\n"
                           "    - 2026-12-31 pm 13:15-17:00 clinic crawley\n"
                           "checksum: none\n"}},
                .service = "week: {mon-sun: [am, pm]}\n",
                .use = "{most: 2}",
                .candidates = "ann 2027-01-01 am clinic hove\n"
                              "ann 2027-01-01 pm clinic crawley\n"
                              "ann 2027-01-03 am fcp goldstone\n"
                              "ann 2027-01-03 pm clinic hove\n"
                              "bob 2027-01-01 am clinic hove\n"
                              "bob 2027-01-01 pm clinic crawley\n"
                              "cat 2027-01-02 am clinic hove\n"
                              "cat 2027-01-02 pm clinic crawley\n"
                              "ann 2027-01-30 am clinic hove\n"
                              "ann 2027-01-30 pm clinic crawley\n"
                              "ann 2027-01-31 am clinic hove\n"
                              "ann 2027-01-31 pm fcp goldstone\n",
                .good = "ann 2027-01-01 am clinic hove\n"
                        "ann 2027-01-01 pm clinic crawley\n"
                        "ann 2027-01-03 pm clinic hove\n"
                        "bob 2027-01-01 am clinic hove\n"
                        "bob 2027-01-01 pm clinic crawley\n"
                        "ann 2027-01-31 am clinic hove\n"
                        "ann 2027-01-31 pm fcp goldstone\n",
                .bad = "ann 2027-01-01 am clinic hove\n"
                       "ann 2027-01-01 pm clinic crawley\n"
                       "ann 2027-01-03 am fcp goldstone\n"
                       "ann 2027-01-03 pm clinic hove\n",
            },
            {
                .use = "{most: 0, who: {clinicians: bob}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic crawley\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-01 pm support crawley\n"
                              "bob 2027-02-26 am fcp goldstone\n"
                              "bob 2027-02-26 am support remote\n"
                              "bob 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-01 pm clinic crawley\n"
                        "bob 2027-02-26 am support remote\n"
                        "bob 2027-02-26 pm clinic hove\n",
                .bad = "bob 2027-02-26 am fcp goldstone\n"
                       "bob 2027-02-26 pm clinic hove\n",
            },
            {
                /* June ends on a Wednesday, and July is published: one of two is left. */
                .month_id = "2027-06",
                .files = {{"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-07-01 am 08:30-12:15 clinic hove\n"
                           "    - 2027-07-01 pm 13:15-17:00 clinic crawley\n"
                           "    - 2027-07-05 am 08:30-12:15 clinic hove\n"
                           "    - 2027-07-05 pm 13:15-17:00 clinic crawley\n"
                           "checksum: none\n"}},
                .use = "{most: 2}",
                .candidates = "ann 2027-06-24 am clinic hove\n"
                              "ann 2027-06-24 pm clinic crawley\n"
                              "ann 2027-06-28 am clinic hove\n"
                              "ann 2027-06-28 pm clinic crawley\n"
                              "ann 2027-06-29 am clinic hove\n"
                              "ann 2027-06-29 pm fcp goldstone\n"
                              "bob 2027-06-29 am clinic hove\n"
                              "bob 2027-06-29 pm fcp goldstone\n",
                .good = "ann 2027-06-24 am clinic hove\n"
                        "ann 2027-06-24 pm clinic crawley\n"
                        "ann 2027-06-29 am clinic hove\n"
                        "ann 2027-06-29 pm fcp goldstone\n",
                .bad = "ann 2027-06-28 am clinic hove\n"
                       "ann 2027-06-28 pm clinic crawley\n"
                       "ann 2027-06-29 am clinic hove\n"
                       "ann 2027-06-29 pm fcp goldstone\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
