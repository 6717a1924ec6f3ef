#include "model/audit.h"
#include "model/demand_cell.h"
#include "model/formulation.h"
#include "model/line_guests.h"
#include "model/rule.h"
#include "model/words.h"

/* --- emit ------------------------------------------------------------------ */

/* A hard use makes need and most hard; targets stay wishes, at weight 1. */
static int64_t weight_of(const struct rule_use *use)
{
  return use->hard ? 1 : use->weight;
}

/* Nobody missing below the need is cheaper than one missing below the target. */
static int64_t price_of_need(const struct rule_use *use, const struct demand *demand)
{
  if (use->hard || demand->hard)
    return PRICE_HARD;
  return MAX(demand->price_need, demand->price_target) * weight_of(use);
}

static int64_t price_of_excess(const struct rule_use *use, const struct demand *demand)
{
  return use->hard || demand->hard ? PRICE_HARD : demand->price_most * weight_of(use);
}

static struct label label_of(struct formulation *formulation, const struct demand_cell *cell)
{
  const struct problem *problem = formulation->problem;
  struct label label = formulation_label(formulation);
  const struct demand *demand = &problem->demands[cell->demand];
  int end;
  demand_cell_slots(problem, cell, &label.slot, &end);
  if (demand->per == PERIOD_MONTH)
    label.slot = NONE;
  label.task = demand->task;
  label.site = demand_cell_site(problem, cell);
  return label;
}

/* Adds those missing below the need and below the target, and returns what they
 * and the people there must reach together. */
static int64_t add_missing(struct formulation *formulation, const struct rule_use *use,
                           const struct demand_cell *cell, struct label label)
{
  const struct demand *demand = &formulation->problem->demands[cell->demand];
  int64_t need_price = price_of_need(use, demand);
  int64_t target_price = demand->price_target * weight_of(use);
  int64_t wanted = target_price > 0 ? cell->target : cell->need;
  if (need_price == 0)
    return 0;
  if (need_price != PRICE_HARD && cell->need > 0) {
    int missing = formulation_column(formulation, label, 0, cell->need, need_price);
    formulation_need(formulation, missing, 1);
    formulation_term(formulation, missing, 1);
  }
  if (wanted > cell->need)
    formulation_term(formulation,
                     formulation_column(formulation, label, 0, wanted - cell->need, target_price),
                     1);
  return wanted;
}

/* What is owed and can't be had, at its price, and never hard. */
static void emit_owed(struct formulation *formulation, const struct rule_use *use,
                      const struct demand_cell *cell, struct label label)
{
  const struct demand *demand = &formulation->problem->demands[cell->demand];
  int64_t need_price = MAX(demand->price_need, demand->price_target);
  int64_t more = demand->price_target > 0 ? cell->target_owed - cell->need_owed : 0;
  formulation_constant(formulation, label,
                       weight_of(use) *
                           (need_price * cell->need_owed + demand->price_target * MAX(more, 0)));
}

static void emit_cell(struct formulation *formulation, const struct rule_use *use,
                      const struct demand_cell *cell)
{
  const struct problem *problem = formulation->problem;
  struct label label = label_of(formulation, cell);
  int64_t price = price_of_excess(use, &problem->demands[cell->demand]);
  int64_t most = cell->most == UNLIMITED || price == 0 ? PROGRAMME_INFINITY : cell->most;
  int people = formulation_add_cell(formulation, cell);
  int64_t wanted = add_missing(formulation, use, cell, label);
  if (most < wanted) { /* at odds with itself: two rows, so that both are counted */
    formulation_row(formulation, label, wanted, PROGRAMME_INFINITY);
    formulation_add_cell(formulation, cell);
    wanted = 0;
  }
  if (people > most && price != PRICE_HARD)
    formulation_term(formulation, formulation_column(formulation, label, 0, people - most, price),
                     -1);
  if (wanted > 0 || people > most)
    formulation_row(formulation, label, wanted > 0 ? wanted : -PROGRAMME_INFINITY, most);
  else
    programme_drop_terms(formulation->programme);
  emit_owed(formulation, use, cell, label);
}

/* The needs of an event stand and fall together: see rule `event`. */
static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int d = 0; d < formulation->problem->n_demands; d++) {
    if (formulation->problem->demands[d].event != NONE)
      continue;
    int count;
    g_autofree struct demand_cell *cells = demand_cells(formulation->problem, d, &count);
    for (int i = 0; i < count; i++)
      emit_cell(formulation, use, &cells[i]);
  }
}

/* --- check ----------------------------------------------------------------- */

/* What one more person missing, or one too many, costs. */
static int64_t price_at(const struct rule_use *use, const struct line *line, int price)
{
  if (use->hard || line->demand->hard)
    return PRICE_HARD;
  return (int64_t)use->weight * price;
}

/* "Spinal clinic at Hove hub on Tue 12 Jan am" */
static char *subject(const struct problem *problem, const struct line *line)
{
  const struct demand *demand = line->demand;
  char when[WORDS_SIZE];
  GString *text = g_string_new(NULL);
  words_line(problem, demand, text);
  if (line->label != NONE)
    g_string_append_printf(text, " at %s", problem->service->sites[line->label].name);
  g_string_append_printf(text, " %s", words_period(problem, demand->per, line->period, when));
  return g_string_free(text, FALSE);
}

static struct label label_of_line(const struct audit *audit, const struct line *line)
{
  struct label label = audit_label(audit);
  label.task = line->demand->task;
  label.site = line->label;
  label.slot = line->demand->per == PERIOD_MONTH ? NONE : line->first_slot;
  return label;
}

/* What so many of the line are. */
static const char *units_of(const struct line *line, int number)
{
  if (line->demand->per != PERIOD_SESSION)
    return number == 1 ? "session" : "sessions";
  return number == 1 ? "person" : "people";
}

static void report_asked(struct audit *audit, const struct rule_use *use, const struct line *line,
                         int need, int target, int most)
{
  const struct demand *demand = line->demand;
  int people = line->people, held = line->beyond.people;
  if (line->asked == 0 || (people >= target && people <= most))
    return;
  struct label label = label_of_line(audit, line);
  int index = (int)(demand - audit->problem->demands);
  g_autofree char *what = subject(audit->problem, line);
  g_autofree char *besides = held ? g_strdup_printf(", besides %d published", held) : g_strdup("");
  if (people < need)
    audit_demand(audit, SHORTFALL_NEED, index, label, need - people,
                 price_at(use, line, MAX(demand->price_target, demand->price_need)),
                 "%s: %d of %d %s%s", what, people, need, units_of(line, need), besides);
  if (people < target)
    audit_demand(audit, SHORTFALL_TARGET, index, label, target - MAX(people, need),
                 demand->price_target * (int64_t)(use->hard ? 1 : use->weight),
                 "%s: %d %s, the target is %d%s", what, people, units_of(line, people), target,
                 besides);
  if (people > most)
    audit_demand(audit, SHORTFALL_OVER, index, label, people - most,
                 price_at(use, line, demand->price_most), "%s: %d %s, %d too many%s", what, people,
                 units_of(line, people), people - most, besides);
}

/* What was taken away is owed at its price, however hard the line is. */
static void report_owed(struct audit *audit, const struct rule_use *use, const struct line *line,
                        int need, int target)
{
  if (need <= 0 && target <= 0)
    return;
  const struct demand *demand = line->demand;
  int index = (int)(demand - audit->problem->demands);
  int64_t weight = use->hard ? 1 : use->weight;
  g_autofree char *what = subject(audit->problem, line);
  g_autofree char *why = words_not_offered(audit->problem, line->closure, line->label);
  audit_demand(audit, SHORTFALL_NOT_OFFERED, index, label_of_line(audit, line), need,
               weight * MAX(demand->price_target, demand->price_need), "%s: %d %s %s", what, need,
               units_of(line, need), why);
  audit_demand(audit, SHORTFALL_TARGET, index, label_of_line(audit, line), MAX(target - need, 0),
               weight * demand->price_target, "%s: %d %s to the target %s", what, target - need,
               units_of(line, target - need), why);
}

static int most_of(const struct demand *demand)
{
  return demand->most == UNLIMITED ? INT_MAX : demand->most;
}

/* What is left of the line's most. */
static int most_left(const struct line *line)
{
  int most = most_of(line->demand);
  return most == INT_MAX ? INT_MAX : MAX(most - line->beyond.people, 0);
}

/* `need` before its share of a week is taken. */
static void report(struct audit *audit, const struct rule_use *use, const struct line *line,
                   int need, const GArray *guests)
{
  bool aims = line->demand->price_target > 0;
  int target = aims ? MAX(line->demand->target, need) : need, most = most_left(line);
  int here = line_share(line, need, line->asked),
      target_here = line_share(line, target, line->asked);
  int kept = line->asked + line->moved, all = kept + line->owed;
  report_owed(audit, use, line, line_share(line, need, all) - line_share(line, need, kept),
              line_share(line, target, all) - line_share(line, target, kept));
  line_guests_take(guests, line, &here, &target_here, &most);
  report_asked(audit, use, line, here, aims ? target_here : here, most);
}

/* Those of the line who are there in the slot. */
static int people_in(const struct audit *audit, const struct line *line, int slot)
{
  const struct rota *rota = audit->rota;
  int people = 0;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    people += line_counts(audit->problem, line, item);
  }
  return people;
}

/* Goes through the month, and reports each period when the next one begins. */
static void check_line(struct audit *audit, const struct rule_use *use, struct line *line, int need,
                       const GArray *guests)
{
  const struct month *month = audit->problem->month;
  enum period per = line->demand->per;
  line->usual = per == PERIOD_WEEK ? line_usual_sessions(audit->problem, line) : 0;
  for (int s = 0; s < month->n_slots; s++) {
    int period = line_period(audit->problem, per, s);
    if (s == 0 || period != line->period) {
      if (s > 0)
        report(audit, use, line, need, guests);
      line->period = period;
      line->first_slot = s;
      line->asked = line->people = line->moved = line->owed = 0;
      line->closure = NULL;
      line_read_beyond(audit->problem, line);
    }
    if (!line_is_about(audit->problem, line, s))
      continue;
    if (line_is_asked(audit->problem, line, s))
      line->asked++;
    else
      line_count_taken(audit->problem, line, s);
    line->people += people_in(audit, line, s);
  }
  if (month->n_slots > 0)
    report(audit, use, line, need, guests);
}

/* How many the line asks for, at its one site if it is a PCN's patients that ask. */
static int need_of(const struct audit *audit, const struct demand *demand, int site)
{
  int per = demand->patients_per_session;
  if (per == 0 || site == NONE)
    return demand->need;
  int64_t due = (int64_t)demand->need * audit->problem->service->sites[site].pcn->patients;
  return (int)(due / per) + (due % per > 0);
}

/* What a walk over the lines is for: to find `guests`, or, with a use, to report. */
struct walk {
  struct audit *audit;
  const struct rule_use *use;
  GArray *guests; /* NULL: nothing moves */
};

static void walk_line(const struct walk *walk, struct line *line)
{
  int need = need_of(walk->audit, line->demand, line->label);
  if (walk->use)
    check_line(walk->audit, walk->use, line, need, walk->guests);
  else
    line_guests_send(walk->audit->problem, line, need, walk->guests);
}

/* Each of the line's sites by itself, or all of them together. Where the hours of all hold no
 * session the line is shut; a PCN's patients ask even if the hours of another do. */
static void walk_demand(const struct walk *walk, const struct demand *demand)
{
  const struct audit *audit = walk->audit;
  struct line together = {.demand = demand, .site = NONE, .label = NONE};
  together.shut = line_usual_sessions(audit->problem, &together) == 0;
  int sites = 0;
  for (int s = 0; s < audit->problem->service->n_sites; s++) {
    if (!line_has_site(audit->problem, &together, s))
      continue;
    together.label = sites++ == 0 ? s : NONE;
    struct line line = {.demand = demand, .site = s, .label = s};
    line.shut = together.shut || (demand->patients_per_session > 0 &&
                                  line_usual_sessions(audit->problem, &line) == 0);
    if (demand->each_site)
      walk_line(walk, &line);
  }
  if (!demand->each_site)
    walk_line(walk, &together);
}

static void walk_all(const struct walk *walk)
{
  for (int d = 0; d < walk->audit->problem->n_demands; d++)
    if (walk->audit->problem->demands[d].event == NONE)
      walk_demand(walk, &walk->audit->problem->demands[d]);
}

/* What moves to where nobody asks for the same stands by itself. */
static void check_guest(struct audit *audit, const struct rule_use *use,
                        const struct line_guest *guest)
{
  const struct rota *rota = audit->rota;
  struct line line = {.demand = guest->demand,
                      .site = guest->to,
                      .label = guest->to,
                      .period = guest->period,
                      .first_slot = guest->first_slot,
                      .asked = 1};
  for (int s = 0; s < audit->problem->month->n_slots; s++)
    for (int i = rota->slot[s]; i < rota->slot[s + 1] && guest->slots[s]; i++) {
      const struct assignment *item = &rota->items[rota->in_slot[i]];
      line.people += item->task == guest->demand->task && item->site == guest->to;
    }
  report_asked(audit, use, &line, guest->need,
               guest->demand->price_target > 0 ? MAX(guest->target, guest->need) : guest->need,
               most_of(guest->demand));
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct month *month = audit->problem->month;
  struct walk walk = {audit, NULL, NULL};
  for (int i = 0; i < month->n_closures && !walk.guests; i++)
    if (month->closures[i].moves_to != NONE)
      walk.guests = line_guests_new();
  if (walk.guests) {
    walk_all(&walk);
    line_guests_place(audit->problem, walk.guests);
  }
  walk.use = use;
  walk_all(&walk);
  for (guint i = 0; walk.guests && i < walk.guests->len; i++)
    if (!g_array_index(walk.guests, struct line_guest, i).host)
      check_guest(audit, use, &g_array_index(walk.guests, struct line_guest, i));
  if (walk.guests)
    g_array_unref(walk.guests);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  int lines = 0;
  for (int d = 0; d < problem->n_demands; d++)
    lines += problem->demands[d].event == NONE;
  g_string_append_printf(out, "each of the %d line%s of demand has the people it needs%s", lines,
                         lines == 1 ? "" : "s",
                         use->hard ? "" : "; whoever is missing or over is named and priced");
}

const struct rule rule_cover = {
    .name = "cover",
    .summary = "Every line of demand has the people it needs, better its target, and not too many.",
    .source = "the service's demand",
    .nature = RULE_ELASTIC,
    .weight = 1,
    .standing = true,
    .examples =
        {
            {
                .service = "demand:\n"
                           "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 2,\n"
                           "     most: 2, until: 2027-02-01}\n"
                           "  - {task: duty, sessions: mon am, need: 1, until: 2027-02-01}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 am duty remote\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic crawley\n",
                .good = "ann 2027-02-01 am duty remote\n"
                        "bob 2027-02-01 am clinic hove\n"
                        "cat 2027-02-01 am clinic hove\n",
                .bad = "ann 2027-02-01 am duty remote\n"
                       "ann 2027-02-01 pm clinic hove\n"
                       "cat 2027-02-01 am clinic crawley\n",
            },
            {
                /* The month ends on a Sunday; the last week is whole, the first too. */
                .service = "demand:\n"
                           "  - {task: fcp, at: every pcn, per: week, need: 1 per 4000 patients,\n"
                           "     from: 2027-02-22}\n"
                           "  - {task: clinic, per: day, sessions: fri, need: 2, most: 2,\n"
                           "     from: 2027-02-26, hard: yes}\n",
                .use = "{}",
                .candidates = "ann 2027-02-22 am fcp goldstone\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm fcp goldstone\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 pm clinic crawley\n"
                              "bob 2027-02-25 pm fcp goldstone\n",
                .good = "ann 2027-02-22 am fcp goldstone\n"
                        "ann 2027-02-26 am clinic hove\n"
                        "ann 2027-02-26 pm fcp goldstone\n"
                        "bob 2027-02-26 pm clinic crawley\n",
                .bad = "ann 2027-02-26 am clinic hove\n"
                       "ann 2027-02-26 pm fcp goldstone\n",
            },
            {
                /* Clinics at Hove and Crawley together: 7 sessions of a usual week, which Thursday
                 * afternoon is none of. 4 are left of the last: the Tuesday is closed, and so is
                 * Crawley on Monday afternoon. The patients of the PCN ask for 3 sessions in a week
                 * of 4, of which 2 are left. */
                .service =
                    "sites:\n"
                    "  hove:    {kind: hub, rooms: 2, open: {mon-thu: \"08:00-13:00\"}}\n"
                    "  crawley: {kind: hub, rooms: 1, open: {mon-wed: \"08:00-18:00\"}}\n"
                    "  remote:  {kind: remote}\n"
                    "pcns:\n"
                    "  goldstone: {patients: 8000, open: {mon-fri: \"08:00-13:00\"}}\n"
                    "demand:\n"
                    "  - {task: clinic, at: [hove, crawley], per: week, sessions: mon-thu am pm,\n"
                    "     need: 3, target: 6, most: 6, from: 2027-02-22}\n"
                    "  - {task: fcp, at: goldstone, per: week, sessions: mon-thu,\n"
                    "     from: 2027-02-22,\n"
                    "     need: 1 per 3000 patients, most: 2}\n",
                .month = "closures:\n"
                         "  - {from: 2027-02-23, owed: no}\n"
                         "  - {site: crawley, from: 2027-02-22, sessions: pm, owed: no}\n"
                         "  - {site: goldstone, from: 2027-02-25, owed: no}\n",
                .use = "{}",
                .candidates = "ann 2027-02-19 am clinic hove\n"
                              "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-22 pm clinic crawley\n"
                              "bob 2027-02-22 am clinic crawley\n"
                              "bob 2027-02-24 pm clinic hove\n"
                              "cat 2027-02-24 am clinic crawley\n"
                              "cat 2027-02-25 pm clinic crawley\n"
                              "cat 2027-02-26 am clinic hove\n"
                              "ann 2027-02-24 am fcp goldstone\n"
                              "ann 2027-02-25 am fcp goldstone\n"
                              "bob 2027-02-25 am fcp goldstone\n"
                              "ann 2027-02-26 am fcp goldstone\n",
                .good = "ann 2027-02-22 am clinic hove\n"
                        "cat 2027-02-24 am clinic crawley\n"
                        "cat 2027-02-25 pm clinic crawley\n"
                        "ann 2027-02-24 am fcp goldstone\n"
                        "ann 2027-02-25 am fcp goldstone\n",
                .bad = "ann 2027-02-22 am clinic hove\n"
                       "cat 2027-02-26 am clinic hove\n"
                       "ann 2027-02-24 am fcp goldstone\n"
                       "ann 2027-02-25 am fcp goldstone\n",
            },
            {
                /* A month, a day, and each of two hubs. A target that costs nothing to miss is
                 * none; nobody missing below need is cheaper than below target; and the patients of
                 * the PCN ask for more than the line allows. */
                .service =
                    "demand:\n"
                    "  - {task: spine, per: month, need: 2, target: 3, most: 3,\n"
                    "     prices: {target: 0}}\n"
                    "  - {task: duty, per: day, sessions: mon, need: 1, most: 1,\n"
                    "     from: 2027-02-15}\n"
                    "  - {task: clinic, at: \"every [hove, crawley]\", sessions: fri am, need: 1,\n"
                    "     target: 2, most: 2, from: 2027-02-26,\n"
                    "     prices: {need: 5, target: 40, most: 0}}\n"
                    "  - {task: fcp, at: goldstone, sessions: fri pm, need: 1 per 4000 patients,\n"
                    "     most: 1, from: 2027-02-26}\n",
                .use = "{}",
                .candidates = "ann 2027-02-01 am spine hove\n"
                              "ann 2027-02-15 pm spine crawley\n"
                              "ann 2027-02-22 am spine hove\n"
                              "ann 2027-02-26 pm spine hove\n"
                              "bob 2027-02-15 am duty hove\n"
                              "bob 2027-02-22 am duty hove\n"
                              "cat 2027-02-22 pm duty remote\n"
                              "ann 2027-02-26 am clinic crawley\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "cat 2027-02-26 am clinic hove\n"
                              "bob 2027-02-26 pm fcp goldstone\n"
                              "cat 2027-02-26 pm fcp goldstone\n",
                .good = NULL,
                .bad = "ann 2027-02-01 am spine hove\n"
                       "bob 2027-02-22 am duty hove\n"
                       "cat 2027-02-22 pm duty remote\n",
            },
            {
                /* While the event does clinics at Hove nobody asks for the ordinary ones there, and
                 * whoever does them counts for the event alone: 3 of the last week's 4 sessions are
                 * left, and the line for both hubs is Crawley's on Monday. */
                .service =
                    "demand:\n"
                    "  - {task: clinic, at: \"every [hove]\", per: week, sessions: mon-thu am,\n"
                    "     need: 3, from: 2027-02-18}\n"
                    "  - {task: clinic, sessions: mon am, need: 1, most: 1, from: 2027-02-22}\n"
                    "  - {task: clinic, at: hove, sessions: mon am, need: 1, from: 2027-02-22}\n"
                    "  - {task: support, at: hove, sessions: mon am, need: 1, from: 2027-02-22}\n",
                .month =
                    "events:\n"
                    "  mass: {name: Mass clinic, kind: mass-clinic, at: hove, on: 2027-02-22 am,\n"
                    "         need: [{task: clinic, need: 2}]}\n",
                .use = "{}",
                .candidates = "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-22 am clinic crawley\n"
                              "bob 2027-02-22 am clinic hove\n"
                              "bob 2027-02-22 am clinic crawley\n"
                              "cat 2027-02-22 am support hove\n"
                              "ann 2027-02-23 am clinic hove\n"
                              "ann 2027-02-25 am clinic hove\n"
                              "ann 2027-02-25 pm clinic hove\n"
                              "bob 2027-02-18 am clinic hove\n",
                .good = "bob 2027-02-18 am clinic hove\n"
                        "ann 2027-02-22 am clinic crawley\n"
                        "bob 2027-02-22 am clinic hove\n"
                        "cat 2027-02-22 am support hove\n"
                        "ann 2027-02-23 am clinic hove\n"
                        "ann 2027-02-25 am clinic hove\n",
                .bad = "ann 2027-02-22 am clinic crawley\n"
                       "bob 2027-02-22 am clinic hove\n"
                       "cat 2027-02-22 am support hove\n"
                       "ann 2027-02-23 am clinic hove\n",
            },
            {
                /* Of the last week's 4 mornings Hove is closed on two, one of which lapses. Of a
                 * need of 5 and a target of 7, 2.5 and 3.5 are asked for, which are 3 and 4;
                 * to 3.75 and 5.25, which are 4 and 5, one is owed, and none besides to the target.
                 * Crawley's hours hold no session of its line, so that its Friday is owed; on the
                 * Friday before the service is closed, and none is. */
                .service =
                    "sites:\n"
                    "  hove:    {kind: hub, rooms: 2}\n"
                    "  crawley: {kind: hub, open: {mon-fri: \"09:00-17:00\"}}\n"
                    "  remote:  {kind: remote}\n"
                    "demand:\n"
                    "  - {task: clinic, at: hove, per: week, sessions: mon-thu am, need: 5,\n"
                    "     target: 7, most: 7, from: 2027-02-22}\n"
                    "  - {task: clinic, at: crawley, sessions: fri am, need: 1, target: 2,\n"
                    "     from: 2027-02-15, hard: yes}\n",
                .month = "closures:\n"
                         "  - {site: hove, from: 2027-02-22, to: 2027-02-23}\n"
                         "  - {site: hove, from: 2027-02-23, owed: no}\n"
                         "  - {from: 2027-02-19, owed: no}\n",
                .use = "{}",
                .candidates = "ann 2027-02-22 am clinic hove\n"
                              "ann 2027-02-24 am clinic hove\n"
                              "ann 2027-02-24 pm clinic hove\n"
                              "bob 2027-02-24 am clinic hove\n"
                              "bob 2027-02-25 am clinic hove\n"
                              "cat 2027-02-25 am clinic hove\n"
                              "cat 2027-02-26 am clinic crawley\n"
                              "ann 2027-02-26 pm clinic crawley\n",
                .good = NULL,
                .bad = "ann 2027-02-24 am clinic hove\n"
                       "bob 2027-02-24 am clinic hove\n"
                       "bob 2027-02-25 am clinic hove\n"
                       "cat 2027-02-25 am clinic hove\n",
            },
            {
                /* Hove's clinics of Thursday and Friday go to Crawley: in the mornings on top of
                 * what is asked there, in the afternoon by themselves. Of the 3 spinal clinics of a
                 * week of 4 sessions 1.5 stay in the 2 that are open, which are 2, and one goes. */
                .service =
                    "demand:\n"
                    "  - {task: clinic, at: hove, sessions: [thu am pm, fri am], need: 1, target: "
                    "2,\n"
                    "     most: 2, from: 2027-02-25}\n"
                    "  - {task: clinic, at: \"every [crawley]\", sessions: am, need: 1, most: 1,\n"
                    "     from: 2027-02-25}\n"
                    "  - {task: spine, at: hove, per: week, sessions: [tue am, thu am, fri am "
                    "pm],\n"
                    "     need: 3, from: 2027-02-22}\n",
                .month = "closures:\n"
                         "  - {site: hove, from: 2027-02-25, to: 2027-02-26, sessions: am,\n"
                         "     moves_to: crawley}\n"
                         "  - {site: hove, from: 2027-02-25, sessions: pm, moves_to: crawley}\n",
                .use = "{}",
                .candidates = "ann 2027-02-25 am clinic crawley\n"
                              "bob 2027-02-25 am clinic crawley\n"
                              "cat 2027-02-25 am clinic crawley\n"
                              "bob 2027-02-25 pm clinic crawley\n"
                              "cat 2027-02-25 pm clinic crawley\n"
                              "ann 2027-02-25 pm clinic crawley\n"
                              "cat 2027-02-26 am clinic crawley\n"
                              "ann 2027-02-26 am spine crawley\n"
                              "ann 2027-02-23 am spine hove\n"
                              "ann 2027-02-26 pm spine hove\n",
                .good = NULL,
                .bad = "ann 2027-02-25 am clinic crawley\n"
                       "bob 2027-02-25 am clinic crawley\n"
                       "ann 2027-02-26 pm spine hove\n",
            },
            {
                /* June begins on a Tuesday and ends on a Wednesday, and both neighbours are
                 * published: of the first week two of three are left, and one may be there besides;
                 * of the last, where a week has two and July has one, one. */
                .month_id = "2027-06",
                .files = {{"history/2027-05.yaml",
                           "month: 2027-05\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-05-30 am 08:30-12:15 clinic hove\n    - 2027-05-31 am "
                           "08:30-12:15 clinic hove\n"
                           "checksum: none\n"},
                          {"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  gone:\n"
                           "    - 2027-07-01 am 08:30-12:15 duty remote\n"
                           "checksum: none\n"}},
                .service =
                    "demand:\n"
                    "  - {task: clinic, at: hove, sessions: mon-fri am, per: week, need: 3,\n"
                    "     most: 4, until: 2027-06-06}\n"
                    "  - {task: duty, per: week, need: 2, target: 3, most: 3, from: 2027-06-28}\n",
                .use = "{}",
                .candidates = "ann 2027-06-01 am clinic hove\n"
                              "bob 2027-06-01 am clinic hove\n"
                              "bob 2027-06-02 am clinic hove\n"
                              "bob 2027-06-02 pm clinic hove\n"
                              "ann 2027-06-04 am clinic hove\n"
                              "ann 2027-06-28 am duty remote\n"
                              "ann 2027-06-29 pm duty hove\n"
                              "ann 2027-06-30 am duty remote\n",
                .good = "ann 2027-06-01 am clinic hove\n"
                        "bob 2027-06-01 am clinic hove\n"
                        "ann 2027-06-04 am clinic hove\n"
                        "ann 2027-06-29 pm duty hove\n"
                        "ann 2027-06-30 am duty remote\n",
                .bad = "ann 2027-06-01 am clinic hove\n"
                       "bob 2027-06-02 pm clinic hove\n"
                       "ann 2027-06-29 pm duty hove\n"
                       "ann 2027-06-30 am duty remote\n",
            },
            {
                /* June begins on a Tuesday, with 4 of 5 clinics left: of the open Tuesday and
                 * Friday one each, of Wednesday's closure one, which goes to Crawley, and of
                 * Thursday's one that is owed. June ends on a Wednesday, and the first of July is
                 * published: of 3 two are left, and the Monday and Tuesday are closed. */
                .month_id = "2027-06",
                .files = {{"history/2027-05.yaml",
                           "month: 2027-05\n"
                           "assignments:\n"
                           "  ann: [2027-05-31 am 08:30-12:15 clinic hove]\n"
                           "  gone: [2027-05-31 am 08:30-12:15 clinic crawley]\n"
                           "checksum: none\n"},
                          {"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  ann: [2027-07-01 am 08:30-12:15 spine hove]\n"
                           "checksum: none\n"}},
                .service =
                    "demand:\n"
                    "  - {task: clinic, at: hove, sessions: mon-fri am, per: week, need: 5,\n"
                    "     most: 5, until: 2027-06-06}\n"
                    "  - {task: clinic, at: crawley, sessions: mon-fri am, per: week, need: 0,\n"
                    "     most: 1, until: 2027-06-06}\n"
                    "  - {task: spine, at: hove, sessions: mon-fri am, per: week, need: 3,\n"
                    "     target: 5, from: 2027-06-28}\n",
                .month = "closures:\n"
                         "  - {site: hove, from: 2027-06-02, moves_to: crawley}\n"
                         "  - {site: hove, from: 2027-06-03}\n"
                         "  - {site: hove, from: 2027-06-28, to: 2027-06-29}\n",
                .use = "{}",
                .candidates = "ann 2027-06-01 am clinic hove\n"
                              "bob 2027-06-01 am clinic hove\n"
                              "ann 2027-06-02 am clinic crawley\n"
                              "bob 2027-06-02 am clinic crawley\n"
                              "ann 2027-06-04 am clinic hove\n"
                              "ann 2027-06-30 am spine hove\n",
                .good = NULL,
                .bad = "ann 2027-06-01 am clinic hove\n"
                       "ann 2027-06-02 am clinic crawley\n"
                       "bob 2027-06-02 am clinic crawley\n",
            },
            {
                /* Of clinics and spinal clinics two in all, one of them Ann's or Cat's, who is of
                 * band 7 from the 24th; what the event does is its own, and Crawley's Thursday goes
                 * to Hove, where the line has no say. Friday's is owed. */
                .service =
                    "demand:\n"
                    "  - {task: [clinic, spine], at: hub, sessions: mon am, need: 2, target: 3,\n"
                    "     most: 3, from: 2027-02-22}\n"
                    "  - {task: clinic, who: {band: 7}, at: \"every [hove, crawley]\", per: week,\n"
                    "     sessions: mon-fri am, need: 4, from: 2027-02-22}\n",
                .clinicians = "cat: {band: 5, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                              "      changes: [{from: 2027-02-24, band: 7}]}\n",
                .month =
                    "closures:\n"
                    "  - {site: crawley, from: 2027-02-25, moves_to: hove}\n"
                    "  - {site: crawley, from: 2027-02-26}\n"
                    "events:\n"
                    "  mass: {name: Mass clinic, kind: mass-clinic, at: hove, on: 2027-02-22 am,\n"
                    "         need: [{task: clinic, need: 1}]}\n",
                .use = "{}",
                .candidates = "ann 2027-02-22 am spine hove\n"
                              "ann 2027-02-22 am clinic crawley\n"
                              "bob 2027-02-22 am clinic hove\n"
                              "bob 2027-02-22 am clinic crawley\n"
                              "cat 2027-02-22 am clinic crawley\n"
                              "cat 2027-02-23 am clinic hove\n"
                              "ann 2027-02-23 am clinic crawley\n"
                              "cat 2027-02-24 am clinic crawley\n"
                              "cat 2027-02-25 am clinic hove\n"
                              "ann 2027-02-25 am clinic hove\n"
                              "bob 2027-02-25 am clinic hove\n",
                .good = NULL,
                .bad = "ann 2027-02-22 am spine hove\n"
                       "bob 2027-02-22 am clinic hove\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
