#include "model/audit.h"
#include "model/demand_cell.h"
#include "model/formulation.h"
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

/* Adds the placements that count in the cell and returns how many they are. */
static int add_people(struct formulation *formulation, const struct demand_cell *cell)
{
  const struct problem *problem = formulation->problem;
  int task = problem->demands[cell->demand].task, from, end, people = 0;
  demand_cell_slots(problem, cell, &from, &end);
  for (int i = formulation->slot_first[from]; i < formulation->slot_first[end]; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    if (at->task == task && demand_cell_has(problem, cell, at->slot, at->site)) {
      formulation_term(formulation, column, 1);
      people++;
    }
  }
  return people;
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
  if (need_price != PRICE_HARD && cell->need > 0)
    formulation_term(formulation, formulation_column(formulation, label, 0, cell->need, need_price),
                     1);
  if (wanted > cell->need)
    formulation_term(formulation,
                     formulation_column(formulation, label, 0, wanted - cell->need, target_price),
                     1);
  return wanted;
}

static void emit_cell(struct formulation *formulation, const struct rule_use *use,
                      const struct demand_cell *cell)
{
  const struct problem *problem = formulation->problem;
  struct label label = label_of(formulation, cell);
  int64_t price = price_of_excess(use, &problem->demands[cell->demand]);
  int64_t most = cell->most == UNLIMITED || price == 0 ? PROGRAMME_INFINITY : cell->most;
  int people = add_people(formulation, cell);
  int64_t wanted = add_missing(formulation, use, cell, label);
  if (most < wanted) { /* at odds with itself: two rows, so that both are counted */
    formulation_row(formulation, label, wanted, PROGRAMME_INFINITY);
    add_people(formulation, cell);
    wanted = 0;
  }
  if (people > most && price != PRICE_HARD)
    formulation_term(formulation, formulation_column(formulation, label, 0, people - most, price),
                     -1);
  if (wanted > 0 || people > most)
    formulation_row(formulation, label, wanted > 0 ? wanted : -PROGRAMME_INFINITY, most);
  else
    programme_drop_terms(formulation->programme);
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

/* A line of demand at one place of its own, on the way through the month. */
struct line {
  const struct demand *demand;
  int site;  /* NONE: its sites together */
  int label; /* the site to speak of, or NONE */
  int usual; /* sessions of an ordinary week; 0 where a week is not cut short */
  struct {
    bool published;
    int asked, people;
  } beyond; /* what the published days of the week beyond the month's end have of it */
  /* of the period that is being counted: */
  int period, first_slot, asked, people;
};

static bool has_site(const struct audit *audit, const struct line *line, int site)
{
  if (line->site != NONE)
    return site == line->site;
  return line->demand->sites ? line->demand->sites[site]
                             : audit->problem->service->tasks[line->demand->task].at[site];
}

/* Sessions of an ordinary week in which a site of the line has its hours. */
static int usual_sessions(const struct audit *audit, const struct line *line)
{
  const struct service *service = audit->problem->service;
  int usual = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    for (int b = 0; b < service->n_blocks; b++) {
      bool open = false;
      for (int s = 0; s < service->n_sites; s++)
        open = open || (has_site(audit, line, s) && service_site_open(service, s, weekday, b));
      usual += open && (service->week.blocks[weekday] & 1U << b) != 0 &&
               (line->demand->when.blocks[weekday] & 1U << b) != 0;
    }
  return usual;
}

/* Is the line about that slot at all, and is it asked for there? */
static bool is_about(const struct audit *audit, const struct line *line, int slot)
{
  const struct slot *at = &audit->problem->month->slots[slot];
  return at->ordinary && pattern_has(&line->demand->when, at->date, at->block);
}

/* Not at a site that is closed, nor where an event does the line's task: that work
 * is the event's, and nobody asks for the ordinary one besides. */
static bool is_asked_at(const struct audit *audit, const struct line *line, int slot, int site)
{
  return problem_site_open(audit->problem, slot, site) &&
         !problem_is_event_work(audit->problem, slot, line->demand->task, site);
}

static bool is_asked(const struct audit *audit, const struct line *line, int slot)
{
  if (line->site != NONE)
    return is_asked_at(audit, line, slot, line->site);
  for (int s = 0; s < audit->problem->service->n_sites; s++)
    if (has_site(audit, line, s) && is_asked_at(audit, line, slot, s))
      return true;
  return false;
}

static int period_of(const struct audit *audit, enum period per, int slot)
{
  int day = audit->problem->month->slots[slot].day;
  if (per == PERIOD_SESSION)
    return slot;
  if (per == PERIOD_DAY)
    return day;
  return per == PERIOD_WEEK ? audit->problem->month->days[day].week : 0;
}

/* The number's share in a week of which only some sessions are asked for; less what is
 * published of it, where each session of the month's can take a session's share. */
static int share_of(const struct line *line, int number)
{
  int asked = line->asked + line->beyond.asked, share = number;
  if (asked < line->usual) {
    int rest = number * asked % line->usual;
    share = number * asked / line->usual + (2 * rest >= line->usual ? 1 : 0);
  }
  if (!line->beyond.published)
    return share;
  int at_once = 0;
  while (at_once * line->usual < number)
    at_once++;
  share = MAX(share - line->beyond.people, 0);
  return MIN(share, at_once * line->asked);
}

/* The week's published days beyond the month's end. */
static void read_beyond(const struct audit *audit, struct line *line)
{
  const struct service *service = audit->problem->service;
  struct shared_days shared;
  line->beyond.asked = line->beyond.people = 0;
  line->beyond.published = line->demand->per == PERIOD_WEEK &&
                           month_shares(audit->problem->month, line->period, &shared);
  if (!line->beyond.published)
    return;
  for (int date = shared.from; date <= shared.until; date++)
    for (int b = 0; b < service->n_blocks; b++) {
      bool open = false;
      if (!service_has_session(service, date, b) || !pattern_has(&line->demand->when, date, b))
        continue;
      for (int s = 0; s < service->n_sites; s++)
        open = open ||
               (has_site(audit, line, s) && service_site_open(service, s, date_weekday(date), b));
      line->beyond.asked += open;
    }
  const struct past_assignment *past;
  for (int at = 0; (past = history_next(shared.history, shared.from, shared.until, &at)) != NULL;)
    line->beyond.people += past->task == line->demand->task && past->site != NONE &&
                           past->block != NONE && has_site(audit, line, past->site) &&
                           pattern_has(&line->demand->when, past->date, past->block) &&
                           service_has_session(service, past->date, past->block);
}

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
  GString *text = g_string_new(problem->service->tasks[demand->task].name);
  if (line->label != NONE)
    g_string_append_printf(text, " at %s", problem->service->sites[line->label].name);
  g_string_append_printf(text, " %s", words_period(problem, demand->per, line->period, when));
  return g_string_free(text, FALSE);
}

/* `need` before its share of a week is taken. */
static void report(struct audit *audit, const struct rule_use *use, const struct line *line,
                   int need)
{
  const struct demand *demand = line->demand;
  int held = line->beyond.people;
  int target = share_of(line, demand->price_target > 0 ? MAX(demand->target, need) : need);
  int people = line->people,
      most = demand->most == UNLIMITED ? INT_MAX : MAX(demand->most - held, 0);
  need = share_of(line, need);
  if (line->asked == 0 || (people >= target && people <= most))
    return;
  struct label label = audit_label(audit);
  label.task = demand->task;
  label.site = line->label;
  label.slot = demand->per == PERIOD_MONTH ? NONE : line->first_slot;
  int index = (int)(demand - audit->problem->demands);
  bool single = demand->per == PERIOD_SESSION;
  const char *units = single ? "people" : "sessions";
  g_autofree char *what = subject(audit->problem, line);
  g_autofree char *besides = held ? g_strdup_printf(", besides %d published", held) : g_strdup("");
  if (people < need)
    audit_demand(audit, SHORTFALL_NEED, index, label, need - people,
                 price_at(use, line, MAX(demand->price_target, demand->price_need)),
                 "%s: %d of %d %s%s", what, people, need, single && need == 1 ? "person" : units,
                 besides);
  if (people < target)
    audit_demand(audit, SHORTFALL_TARGET, index, label, target - MAX(people, need),
                 demand->price_target * (int64_t)(use->hard ? 1 : use->weight),
                 "%s: %d %s, the target is %d%s", what, people, units, target, besides);
  if (people > most)
    audit_demand(audit, SHORTFALL_OVER, index, label, people - most,
                 price_at(use, line, demand->price_most), "%s: %d %s, %d too many%s", what, people,
                 units, people - most, besides);
}

/* Those of the line who are there in the slot. */
static int people_in(const struct audit *audit, const struct line *line, int slot)
{
  const struct rota *rota = audit->rota;
  int people = 0;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    people += item->task == line->demand->task && has_site(audit, line, item->site) &&
              !problem_is_event_work(audit->problem, slot, item->task, item->site);
  }
  return people;
}

/* Goes through the month, and reports each period when the next one begins. */
static void check_line(struct audit *audit, const struct rule_use *use, struct line *line, int need)
{
  const struct month *month = audit->problem->month;
  enum period per = line->demand->per;
  line->usual = per == PERIOD_WEEK ? usual_sessions(audit, line) : 0;
  for (int s = 0; s < month->n_slots; s++) {
    int period = period_of(audit, per, s);
    if (s == 0 || period != line->period) {
      if (s > 0)
        report(audit, use, line, need);
      line->period = period;
      line->first_slot = s;
      line->asked = line->people = 0;
      read_beyond(audit, line);
    }
    if (!is_about(audit, line, s))
      continue;
    line->asked += is_asked(audit, line, s);
    line->people += people_in(audit, line, s);
  }
  if (month->n_slots > 0)
    report(audit, use, line, need);
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

/* Each of the line's sites by itself, or all of them together. */
static void check_demand(struct audit *audit, const struct rule_use *use,
                         const struct demand *demand)
{
  struct line together = {.demand = demand, .site = NONE, .label = NONE};
  int sites = 0;
  for (int s = 0; s < audit->problem->service->n_sites; s++) {
    if (!has_site(audit, &together, s))
      continue;
    together.label = sites++ == 0 ? s : NONE;
    struct line line = {.demand = demand, .site = s, .label = s};
    if (demand->each_site)
      check_line(audit, use, &line, need_of(audit, demand, s));
  }
  if (!demand->each_site)
    check_line(audit, use, &together, need_of(audit, demand, together.label));
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int d = 0; d < audit->problem->n_demands; d++)
    if (audit->problem->demands[d].event == NONE)
      check_demand(audit, use, &audit->problem->demands[d]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  int lines = 0;
  for (int d = 0; d < problem->n_demands; d++)
    lines += problem->demands[d].event == NONE;
  g_string_append_printf(out, "each of the %d lines of demand has the people it needs%s", lines,
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
                         "  - {from: 2027-02-23}\n"
                         "  - {site: crawley, from: 2027-02-22, sessions: pm}\n"
                         "  - {site: goldstone, from: 2027-02-25}\n",
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
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
