#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

#include <string.h>

/* --- emit ------------------------------------------------------------------ */

/* One person's step from one day to the next: the rows of all pairs of sessions share the
 * column that says that it leads to another site. */
struct step {
  struct formulation *formulation;
  const struct rule_use *use;
  struct label label;
  int moved; /* NONE as yet, or where the rule is hard */
};

enum which { AT_SITE, ELSEWHERE, AT_ANY };

/* Adds the cell's candidates at the site, at all others, or at any; remote is none. How many? */
static int add_places(const struct step *step, int slot, enum which which, int site,
                      int64_t coefficient)
{
  const struct problem *problem = step->formulation->problem;
  int count, added = 0, first = problem_cell(problem, step->label.clinician, slot, &count);
  for (int i = first; i < first + count; i++) {
    int place = problem->candidates[i].site;
    if (problem->service->sites[place].remote ||
        (which != AT_ANY && (place == site) != (which == AT_SITE)))
      continue;
    formulation_term(step->formulation, i, coefficient);
    added++;
  }
  return added;
}

static void close_row(struct step *step, int64_t upper)
{
  if (!step->use->hard && step->moved == NONE)
    step->moved = formulation_column(step->formulation, step->label, 0, 1, step->use->weight);
  if (step->moved != NONE)
    formulation_term(step->formulation, step->moved, -1);
  formulation_row(step->formulation, step->label, -PROGRAMME_INFINITY, upper);
}

/* Who begins the day in this slot, after a day that ended in `last` (NONE: before the month) at
 * the site, begins it there. */
static void emit_pair(struct step *step, const struct day *before, int last, int slot, int site)
{
  const struct month *month = step->formulation->problem->month;
  const struct day *day = &month->days[month->slots[slot].day];
  if (add_places(step, slot, ELSEWHERE, site, 1) == 0 ||
      (last != NONE && add_places(step, last, AT_SITE, site, 1) == 0)) {
    programme_drop_terms(step->formulation->programme);
    return;
  }
  for (int s = day->first_slot; s < slot; s++)
    add_places(step, s, AT_ANY, NONE, -1);
  for (int s = last + 1; last != NONE && s < before->first_slot + before->n_slots; s++)
    add_places(step, s, AT_ANY, NONE, -1);
  close_row(step, last != NONE);
}

/* The site at which the past ended on the day before the month; NONE: at none. */
static int last_site_before(const struct problem *problem, int clinician)
{
  int count, site = NONE;
  const struct past_assignment *past = history_of(&problem->month->history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == problem->month->days[0].date - 1 && past[i].site != NONE &&
        !problem->service->sites[past[i].site].remote)
      site = past[i].site;
  return site;
}

static void emit_step(struct formulation *formulation, const struct rule_use *use, int clinician,
                      int d)
{
  const struct problem *problem = formulation->problem;
  const struct day *day = &problem->month->days[d], *before = d > 0 ? day - 1 : NULL;
  struct step step = {formulation, use, formulation_label(formulation), NONE};
  step.label.clinician = clinician;
  step.label.slot = day->first_slot;
  int site = before ? NONE : last_site_before(problem, clinician);
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    if (site != NONE)
      emit_pair(&step, NULL, NONE, s, site);
    for (int last = before ? before->first_slot : 0;
         before && last < before->first_slot + before->n_slots; last++)
      for (int p = 0; p < problem->service->n_sites; p++)
        if (!problem->service->sites[p].remote)
          emit_pair(&step, before, last, s, p);
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int d = 0; d < problem->month->n_days; d++)
      if (scope_has_on(&use->scope, problem, c, problem->month->days[d].date))
        emit_step(formulation, use, c, d);
}

/* --- check ----------------------------------------------------------------- */

/* [sites]: those of the clinician's first, or last, session of the day that is at one. */
static bool find_sites(const struct audit *audit, int clinician, const struct day *day, bool last,
                       bool *sites)
{
  const struct service *service = audit->problem->service;
  bool any = false;
  memset(sites, 0, sizeof *sites * (gsize)service->n_sites);
  for (int k = 0; k < day->n_slots && !any; k++) {
    int count, slot = day->first_slot + (last ? day->n_slots - 1 - k : k);
    const struct assignment *items = rota_at(audit->rota, clinician, slot, &count);
    for (int i = 0; i < count; i++)
      if (!service->sites[items[i].site].remote)
        sites[items[i].site] = any = true;
  }
  return any;
}

/* The same of the day before the month. */
static bool find_past(const struct audit *audit, int clinician, bool *sites)
{
  const struct problem *problem = audit->problem;
  int count, begins = NONE;
  const struct past_assignment *past = history_of(&problem->month->history, clinician, &count);
  memset(sites, 0, sizeof *sites * (gsize)problem->service->n_sites);
  for (; count > 0 && past[count - 1].date == problem->month->days[0].date - 1; count--) {
    const struct past_assignment *item = &past[count - 1];
    if (item->site == NONE || problem->service->sites[item->site].remote ||
        (begins != NONE && item->from_minute != begins))
      continue;
    begins = item->from_minute;
    sites[item->site] = true;
  }
  return begins != NONE;
}

static void check_step(struct audit *audit, const struct rule_use *use, int clinician, int d)
{
  const struct service *service = audit->problem->service;
  const struct day *day = &audit->problem->month->days[d];
  g_autofree bool *from = g_new(bool, (gsize)service->n_sites + 1);
  g_autofree bool *to = g_new(bool, (gsize)service->n_sites + 1);
  int left = NONE, reached = NONE;
  if (!find_sites(audit, clinician, day, false, to) ||
      !(d > 0 ? find_sites(audit, clinician, day - 1, true, from)
              : find_past(audit, clinician, from)))
    return;
  for (int s = 0; s < service->n_sites; s++) {
    if (from[s] && to[s])
      return;
    left = from[s] ? s : left;
    reached = to[s] ? s : reached;
  }
  struct label label = audit_label(audit);
  label.clinician = clinician;
  label.slot = day->first_slot;
  char date[DATE_TEXT_SIZE];
  audit_find(audit, label, 1, rule_use_price(use), "%s is at %s on %s, and the day before at %s",
             service->clinicians[clinician].name, service->sites[reached].name,
             date_format_short(day->date, date), service->sites[left].name);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int d = 0; d < problem->month->n_days; d++)
      if (scope_has_on(&use->scope, problem, c, problem->month->days[d].date))
        check_step(audit, use, c, d);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append(out, "who is at a site one day is at the same one on the next");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_same_site = {
    .name = "same_site",
    .summary = "Two days running are at one site: the second begins where the first ended.",
    .source = "local policy: time with patients and colleagues",
    .nature = RULE_SOFT,
    .weight = 1,
    .scope = SCOPE_WHO,
    .examples =
        {
            {
                .files = {{"history/2027-01.yaml",
                           "month: 2027-01\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-01-31 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-31 pm 13:15-17:00 clinic crawley\n"
                           "    - 2027-01-31 eve 17:00-20:00 support remote\n"
                           "  bob:\n"
                           "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
                           "    - 2027-01-31 am 08:30-12:15 clinic gone\n"
                           "checksum: none\n"}},
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am support remote\n"
                              "ann 2027-02-01 pm clinic crawley\n"
                              "ann 2027-02-01 pm fcp goldstone\n"
                              "ann 2027-02-02 am clinic crawley\n"
                              "ann 2027-02-02 pm spine hove\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-03 am clinic hove\n"
                              "ann 2027-02-03 am spine crawley\n"
                              "bob 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-26 am clinic crawley\n",
                .good = "ann 2027-02-01 am support remote\n"
                        "ann 2027-02-01 pm clinic crawley\n"
                        "ann 2027-02-02 am clinic crawley\n"
                        "ann 2027-02-02 pm spine hove\n"
                        "ann 2027-02-03 am clinic hove\n"
                        "bob 2027-02-01 am clinic crawley\n",
                .bad = "ann 2027-02-01 am clinic hove\n",
            },
            {
                .use = "{who: {clinicians: [ann]}, weight: 4}",
                .candidates = "ann 2027-02-23 pm clinic crawley\n"
                              "ann 2027-02-23 eve clinic hove\n"
                              "ann 2027-02-24 am support remote\n"
                              "ann 2027-02-24 am clinic hove\n"
                              "ann 2027-02-24 pm clinic crawley\n"
                              "ann 2027-02-25 pm clinic hove\n"
                              "ann 2027-02-26 am clinic crawley\n"
                              "bob 2027-02-25 pm clinic hove\n"
                              "bob 2027-02-26 am clinic crawley\n",
                .good = "ann 2027-02-23 pm clinic crawley\n"
                        "ann 2027-02-23 eve clinic hove\n"
                        "ann 2027-02-24 am clinic hove\n"
                        "ann 2027-02-26 am clinic crawley\n"
                        "bob 2027-02-25 pm clinic hove\n"
                        "bob 2027-02-26 am clinic crawley\n",
                .bad = "ann 2027-02-25 pm clinic hove\n"
                       "ann 2027-02-26 am clinic crawley\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
