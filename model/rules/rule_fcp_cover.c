#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { PATIENTS_PER_SESSION, MOST_GAP_DAYS, GAP_WEIGHT };

static const struct rule_param params[] = {
    {.name = "patients_per_session",
     .kind = PARAM_NUMBER,
     .unit = "patients",
     .summary = "a network has one session a week per so many patients, rounded up",
     .initial = 4000,
     .least = 100,
     .most = 1000000},
    {.name = "most_gap_days",
     .kind = PARAM_NUMBER,
     .unit = "days",
     .summary = "most open days in a row without a session; more where the sessions are too few",
     .initial = 3,
     .most = 31},
    {.name = "gap_weight",
     .kind = PARAM_NUMBER,
     .unit = "points",
     .summary = "what each day by which a gap is too long costs",
     .initial = 30,
     .most = 1000000},
};

/* --- emit ------------------------------------------------------------------ */

/* A day on which the network's site is open: one of the month's, or a published one. */
struct open_day {
  int day;     /* of the month; NONE: published */
  bool served; /* a published day that had a session */
};

/* What one network is owed, and when. */
struct network {
  int site;
  int weekly;   /* sessions in an ordinary week; 0: it is owed nothing */
  int most_gap; /* open days in a row that may go without a session */
  bool *open;   /* [slots] ordinary, in scope, and the site is open */
  int *due;     /* [weeks] sessions, pro rata where the week is cut short */
  GArray *days; /* struct open_day, in order: as far as they are published without a gap */
};

/* Sessions and days of an ordinary week in which the site is open for the use. */
static void ordinary_week(const struct rule_use *use, const struct service *service, int site,
                          int *sessions, int *days)
{
  *sessions = *days = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    int before = *sessions;
    unsigned blocks = service->week.blocks[weekday] & use->scope.when.blocks[weekday];
    for (int b = 0; b < service->n_blocks; b++)
      *sessions += blocks >> b & 1 && service_site_open(service, site, weekday, b);
    *days += *sessions > before;
  }
}

/* Was the site open then, for the use? What was closed in another month is not known here. */
static bool was_open(const struct rule_use *use, const struct service *service, int site, int date,
                     int block)
{
  return block != NONE && service_has_session(service, date, block) &&
         pattern_has(&use->scope.when, date, block) &&
         service_site_open(service, site, date_weekday(date), block);
}

/* [until - from + 1] the network's sessions on published days; g_free it. */
static int *published_sessions(const struct network *network, const struct rule_use *use,
                               const struct service *service, const struct history *history,
                               int from, int until)
{
  int *sessions = g_new0(int, (gsize)MAX(until - from + 1, 0) + 1);
  const struct past_assignment *past;
  for (int at = 0; (past = history_next(history, from, until, &at)) != NULL;)
    sessions[past->date - from] += past->site == network->site &&
                                   scope_has_shared(&use->scope, past) &&
                                   was_open(use, service, network->site, past->date, past->block);
  return sessions;
}

static int open_sessions(const struct network *network, const struct rule_use *use,
                         const struct service *service, int date)
{
  int sessions = 0;
  for (int b = 0; b < service->n_blocks; b++)
    sessions += was_open(use, service, network->site, date, b);
  return sessions;
}

static void add_published_days(struct network *network, const struct rule_use *use,
                               const struct service *service, const struct history *history,
                               int from, int until)
{
  g_autofree int *sessions = published_sessions(network, use, service, history, from, until);
  for (int date = from; date <= until; date++) {
    struct open_day day = {NONE, sessions[date - from] > 0};
    if (open_sessions(network, use, service, date) > 0)
      g_array_append_val(network->days, day);
  }
}

/* Sessions due in a week with so many open slots in the month, `usual` in an ordinary one:
 * the week's, to the nearest, halves up; of a week that a published month shares the rest, as
 * far as each open slot can take a slot's share. */
static int due_in(const struct network *network, const struct rule_use *use,
                  const struct problem *problem, int week, int open, int usual)
{
  struct shared_days shared;
  int all = open, held = 0, apiece = (network->weekly + usual - 1) / usual;
  bool is_shared = month_shares(problem->month, week, &shared);
  if (is_shared) {
    g_autofree int *sessions = published_sessions(network, use, problem->service, shared.history,
                                                  shared.from, shared.until);
    for (int date = shared.from; date <= shared.until; date++) {
      all += open_sessions(network, use, problem->service, date);
      held += sessions[date - shared.from];
    }
  }
  int due = (int)((INT64_C(2) * network->weekly * all + usual) / (INT64_C(2) * usual));
  return is_shared ? CLAMP(due - held, 0, open * apiece) : due;
}

static void find_open(struct network *network, const struct rule_use *use,
                      const struct problem *problem, int sessions)
{
  const struct month *month = problem->month;
  g_autofree int *open_in_week = g_new0(int, (gsize)month->n_weeks + 1);
  int last_day = NONE;
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *slot = &month->slots[s];
    network->open[s] = slot->ordinary && scope_has_slot(&use->scope, problem, s) &&
                       problem_site_open(problem, s, network->site);
    if (!network->open[s])
      continue;
    open_in_week[month->days[slot->day].week]++;
    struct open_day day = {slot->day, false};
    if (slot->day != last_day)
      g_array_append_val(network->days, day);
    last_day = slot->day;
  }
  for (int w = 0; w < month->n_weeks; w++)
    network->due[w] = due_in(network, use, problem, w, open_in_week[w], sessions);
}

/* The days before, of the month and after. */
static void find_days(struct network *network, const struct rule_use *use,
                      const struct problem *problem, int sessions)
{
  const struct month *month = problem->month;
  int first = month->days[0].date, next = first + month->n_days;
  add_published_days(network, use, problem->service, &month->history,
                     history_known_from(&month->history, first), first - 1);
  find_open(network, use, problem, sessions);
  if (month->later.n_months > 0)
    add_published_days(network, use, problem->service, &month->later, next,
                       month->later.months[0].until);
}

/* Where sessions are few they can't be close together: spread evenly they are
 * `apart` open days apart, and two weeks may put them at the far ends of that,
 * which leaves 2 x (apart - 1) days between them. */
static int gap_allowed(const struct rule_use *use, int weekly, int days)
{
  int apart = (days + weekly - 1) / weekly;
  return MAX(use->values[MOST_GAP_DAYS], 2 * (apart - 1));
}

static void network_init(struct network *network, const struct rule_use *use,
                         const struct problem *problem, int site)
{
  const struct pcn *pcn = problem->service->sites[site].pcn;
  int sessions, days, per = use->values[PATIENTS_PER_SESSION];
  ordinary_week(use, problem->service, site, &sessions, &days);
  *network = (struct network){.site = site};
  if (!pcn || pcn->patients == 0 || sessions == 0 || !scope_has_site(&use->scope, site))
    return;
  network->weekly = (int)(((int64_t)pcn->patients + per - 1) / per);
  network->most_gap = gap_allowed(use, network->weekly, days);
  network->open = g_new0(bool, (gsize)problem->month->n_slots + 1);
  network->due = g_new0(int, (gsize)problem->month->n_weeks + 1);
  network->days = g_array_new(FALSE, FALSE, sizeof(struct open_day));
  find_days(network, use, problem, sessions);
}

static void network_clear(struct network *network)
{
  g_free(network->open);
  g_free(network->due);
  if (network->days)
    g_array_unref(network->days);
}

/* Adds the sessions at the network's site on the days `from` to `last`. */
static void add_sessions(struct formulation *formulation, const struct rule_use *use,
                         const struct network *network, int from, int last)
{
  const struct problem *problem = formulation->problem;
  const struct day *days = problem->month->days;
  for (int s = days[from].first_slot; s < days[last].first_slot + days[last].n_slots; s++)
    for (int i = formulation->slot_first[s]; i < formulation->slot_first[s + 1]; i++) {
      int column = formulation->slot_candidates[i];
      const struct assignment *at = &problem->candidates[column];
      if (network->open[s] && at->site == network->site && scope_has_task(&use->scope, at->task))
        formulation_term(formulation, column, 1);
    }
}

static void emit_weeks(struct formulation *formulation, const struct rule_use *use,
                       const struct network *network)
{
  const struct month *month = formulation->problem->month;
  for (int from = 0, last; from < month->n_days; from = last + 1) {
    for (last = from; last + 1 < month->n_days; last++)
      if (month->days[last + 1].week != month->days[from].week)
        break;
    struct label label = formulation_label(formulation);
    label.site = network->site;
    label.task = scope_only_task(&use->scope, formulation->problem);
    label.slot = month->days[from].first_slot;
    add_sessions(formulation, use, network, from, last);
    formulation_limit(formulation, label, network->due[month->days[from].week], PROGRAMME_INFINITY,
                      1, rule_use_price(use));
  }
}

/* The month's days among `most_gap` + 1 open ones; false: none is, or a published one of
 * them had a session. */
static bool own_days(const struct network *network, int first, int *from, int *last)
{
  *from = *last = NONE;
  for (int i = first; i <= first + network->most_gap; i++) {
    const struct open_day *day = &g_array_index(network->days, struct open_day, i);
    if (day->served)
      return false;
    if (*from == NONE)
      *from = day->day;
    if (day->day != NONE)
      *last = day->day;
  }
  return *from != NONE;
}

/* One row for every run of open days that is a day too long to be empty. */
static void emit_gaps(struct formulation *formulation, const struct rule_use *use,
                      const struct network *network)
{
  for (int i = 0; i + network->most_gap < (int)network->days->len; i++) {
    int from, last;
    if (!own_days(network, i, &from, &last))
      continue;
    struct label label = formulation_label(formulation);
    label.site = network->site;
    label.task = scope_only_task(&use->scope, formulation->problem);
    label.slot = formulation->problem->month->days[from].first_slot;
    add_sessions(formulation, use, network, from, last);
    formulation_limit(formulation, label, 1, PROGRAMME_INFINITY, 1,
                      use->hard ? PRICE_HARD : use->values[GAP_WEIGHT]);
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  for (int s = 0; s < formulation->problem->service->n_sites; s++) {
    struct network network;
    network_init(&network, use, formulation->problem, s);
    if (network.weekly > 0) {
      emit_weeks(formulation, use, &network);
      emit_gaps(formulation, use, &network);
    }
    network_clear(&network);
  }
}

/* --- check ----------------------------------------------------------------- */

/* One network's month as the rota has it, between the published days around it. */
struct record {
  int site;
  int weekly;                     /* sessions owed in an ordinary week */
  int patience;                   /* open days in a row that may go without one */
  int usual_sessions, usual_days; /* of an ordinary week, with the site open by its hours */
  int from, n_days;               /* the first date, and how many: all that is known */
  int *open_slots, *sessions;     /* [n_days] */
};

/* Is the network's site open in that slot, for the use? An event does not open it. */
static bool counts(const struct audit *audit, const struct rule_use *use, int site, int slot)
{
  const struct slot *at = &audit->problem->month->slots[slot];
  return problem_site_open(audit->problem, slot, site) && at->ordinary &&
         pattern_has(&use->scope.when, at->date, at->block);
}

static void read_week(const struct service *service, const struct rule_use *use,
                      struct record *record)
{
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    int sessions = 0;
    for (int b = 0; b < service->n_blocks; b++)
      if ((service->week.blocks[weekday] & use->scope.when.blocks[weekday] & 1U << b) != 0 &&
          service_site_open(service, record->site, weekday, b))
        sessions++;
    record->usual_sessions += sessions;
    record->usual_days += MIN(sessions, 1);
  }
}

static void read_month(const struct audit *audit, const struct rule_use *use, struct record *record)
{
  const struct rota *rota = audit->rota;
  for (int s = 0; s < rota->n_slots; s++) {
    int day = audit->problem->month->slots[s].date - record->from;
    if (!counts(audit, use, record->site, s))
      continue;
    record->open_slots[day]++;
    for (int i = rota->slot[s]; i < rota->slot[s + 1]; i++) {
      const struct assignment *item = &rota->items[rota->in_slot[i]];
      record->sessions[day] +=
          item->site == record->site && scope_has_task(&use->scope, item->task);
    }
  }
}

/* The published days around the month, by the hours of the site: its closures of another
 * month are not known. */
static void read_published(const struct audit *audit, const struct rule_use *use,
                           const struct history *history, struct record *record)
{
  const struct service *service = audit->problem->service;
  for (int m = 0; m < history->n_months; m++)
    for (int date = MAX(history->months[m].from, record->from); date <= history->months[m].until;
         date++)
      for (int b = 0; b < service->n_blocks; b++)
        record->open_slots[date - record->from] +=
            service_has_session(service, date, b) && pattern_has(&use->scope.when, date, b) &&
            service_site_open(service, record->site, date_weekday(date), b);
  for (int i = 0; i < history->n_assignments; i++) {
    const struct past_assignment *item = &history->assignments[i];
    if (item->date >= record->from && item->site == record->site && item->block != NONE &&
        scope_has_shared(&use->scope, item) &&
        service_has_session(service, item->date, item->block) &&
        service_site_open(service, record->site, date_weekday(item->date), item->block))
      record->sessions[item->date - record->from]++;
  }
}

static struct label label_of(const struct audit *audit, const struct rule_use *use,
                             const struct record *record, int slot)
{
  struct label label = audit_label(audit);
  label.site = record->site;
  label.task = scope_only_task(&use->scope, audit->problem);
  label.slot = slot;
  return label;
}

/* The week's sessions, to the nearest, halves up, for so many open slots; of a week that is
 * shared with a published month what is left of them, while each slot of the month takes as many
 * as one of a whole week would. */
static int due_in_week(const struct audit *audit, const struct record *record, int week, int open)
{
  struct shared_days beyond = {NULL, 0, 0};
  bool shared = month_shares(audit->problem->month, week, &beyond);
  int all = open, held = 0;
  for (int date = beyond.from; shared && date <= beyond.until; date++) {
    all += record->open_slots[date - record->from];
    held += record->sessions[date - record->from];
  }
  int due = record->weekly * all / record->usual_sessions;
  if (2 * (record->weekly * all % record->usual_sessions) >= record->usual_sessions)
    due++;
  if (!shared)
    return due;
  int in_each = record->weekly / record->usual_sessions;
  in_each += in_each * record->usual_sessions < record->weekly;
  return due > held ? MIN(due - held, in_each * open) : 0;
}

static void check_weeks(struct audit *audit, const struct rule_use *use,
                        const struct record *record)
{
  const struct month *month = audit->problem->month;
  int offset = month->days[0].date - record->from;
  for (int from = 0, end; from < month->n_days; from = end) {
    int have = 0, open = 0, first_slot = NONE;
    for (end = from; end < month->n_days && month->days[end].week == month->days[from].week;
         end++) {
      have += record->sessions[offset + end];
      open += record->open_slots[offset + end];
      if (first_slot == NONE && month->days[end].n_slots > 0)
        first_slot = month->days[end].first_slot;
    }
    int due = due_in_week(audit, record, month->days[from].week, open);
    char when[WORDS_SIZE];
    if (have < due)
      audit_shortfall(audit, SHORTFALL_COVER, label_of(audit, use, record, first_slot), due - have,
                      rule_use_price(use), "%s %s: %d of %d FCP sessions",
                      audit->problem->service->sites[record->site].name,
                      words_period(audit->problem, PERIOD_WEEK, month->days[from].week, when), have,
                      due);
  }
}

/* Open days in a row without a session: dates, and how many lie before the month and after. */
struct gap {
  int days, first, last, before, after;
};

static void report_gap(struct audit *audit, const struct rule_use *use, const struct record *record,
                       const struct gap *gap)
{
  const struct month *month = audit->problem->month;
  int windows = MAX(gap->days - record->patience, 0) - MAX(gap->before - record->patience, 0) -
                MAX(gap->after - record->patience, 0);
  if (windows <= 0 || gap->before + gap->after == gap->days)
    return;
  int day = MAX(gap->first - month->days[0].date, 0);
  while (record->open_slots[month->days[day].date - record->from] == 0)
    day++;
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  audit_shortfall(audit, SHORTFALL_OTHER, label_of(audit, use, record, month->days[day].first_slot),
                  windows, use->hard ? PRICE_HARD : use->values[GAP_WEIGHT],
                  "%s: no FCP session on %d open days, %s to %s, at most %d",
                  audit->problem->service->sites[record->site].name, gap->days,
                  date_format_short(gap->first, from), date_format_short(gap->last, until),
                  record->patience);
}

static void check_gaps(struct audit *audit, const struct rule_use *use, const struct record *record)
{
  const struct month *month = audit->problem->month;
  struct gap gap = {0, 0, 0, 0, 0};
  for (int d = 0; d < record->n_days; d++) {
    if (record->open_slots[d] == 0)
      continue;
    if (record->sessions[d] > 0) {
      report_gap(audit, use, record, &gap);
      gap = (struct gap){0, 0, 0, 0, 0};
      continue;
    }
    gap.last = record->from + d;
    if (gap.days++ == 0)
      gap.first = gap.last;
    gap.before += gap.last < month->days[0].date;
    gap.after += gap.last > month->days[month->n_days - 1].date;
  }
  report_gap(audit, use, record, &gap);
}

static void check_network(struct audit *audit, const struct rule_use *use, int site)
{
  const struct month *month = audit->problem->month;
  int first = month->days[0].date, from = history_known_from(&month->history, first);
  int end = month->later.n_months > 0 ? month->later.months[0].until + 1 : first + month->n_days;
  g_autofree int *open_slots = g_new0(int, (gsize)(end - from));
  g_autofree int *sessions = g_new0(int, (gsize)(end - from));
  struct record record = {.site = site,
                          .from = from,
                          .n_days = end - from,
                          .open_slots = open_slots,
                          .sessions = sessions};
  int patients = audit->problem->service->sites[site].pcn->patients;
  read_week(audit->problem->service, use, &record);
  if (patients == 0 || record.usual_sessions == 0)
    return;
  while (record.weekly * (int64_t)use->values[PATIENTS_PER_SESSION] < patients)
    record.weekly++;
  /* one at best every `apart` open days: two weeks may have theirs at the far ends */
  int apart = record.usual_days / record.weekly + (record.usual_days % record.weekly > 0);
  record.patience = MAX(2 * apart - 2, use->values[MOST_GAP_DAYS]);
  read_published(audit, use, &month->history, &record);
  read_published(audit, use, &month->later, &record);
  read_month(audit, use, &record);
  check_weeks(audit, use, &record);
  check_gaps(audit, use, &record);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn && scope_has_site(&use->scope, s))
      check_network(audit, use, s);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out,
                         "every network has a session a week per %d patients, and no more than %d "
                         "open days in a row without one where its number allows",
                         use->values[PATIENTS_PER_SESSION], use->values[MOST_GAP_DAYS]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_fcp_cover = {
    .name = "fcp_cover",
    .summary = "Every PCN has its FCP sessions every week, spread over the week.",
    .source = "\"FCP presence in every PCN\", \"equity of access\"",
    .nature = RULE_ELASTIC,
    .weight = 120,
    .scope = SCOPE_TASKS | SCOPE_SITES | SCOPE_SESSIONS | SCOPE_DATES,
    .needs_scope = SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* Gaps count over the weekend and to the very end of the month. */
                .use = "{task: fcp, most_gap_days: 2, from: 2027-02-17, sessions: mon-fri am}",
                .service = "pcns: {goldstone: {patients: 12000, rooms: 1}}\n",
                .candidates = "ann 2027-02-17 am fcp goldstone\n"
                              "ann 2027-02-18 am fcp goldstone\n"
                              "ann 2027-02-19 am fcp goldstone\n"
                              "ann 2027-02-22 am fcp goldstone\n"
                              "bob 2027-02-22 am fcp goldstone\n"
                              "bob 2027-02-22 pm fcp goldstone\n"
                              "ann 2027-02-23 am fcp goldstone\n"
                              "ann 2027-02-24 am fcp goldstone\n"
                              "ann 2027-02-25 am fcp goldstone\n"
                              "ann 2027-02-26 am fcp goldstone\n",
                .good = "ann 2027-02-18 am fcp goldstone\n"
                        "ann 2027-02-19 am fcp goldstone\n"
                        "ann 2027-02-22 am fcp goldstone\n"
                        "ann 2027-02-24 am fcp goldstone\n"
                        "ann 2027-02-26 am fcp goldstone\n",
                .bad = "ann 2027-02-17 am fcp goldstone\n"
                       "ann 2027-02-18 am fcp goldstone\n"
                       "ann 2027-02-22 am fcp goldstone\n"
                       "bob 2027-02-22 am fcp goldstone\n"
                       "ann 2027-02-23 am fcp goldstone\n",
            },
            {
                /* Closed on the Monday and Tuesday: two of three sessions are due. */
                .use = "{task: fcp, from: 2027-02-22}",
                .service =
                    "pcns:\n"
                    "  goldstone: {patients: 12000, rooms: 1, open: {mon-fri: \"08:00-12:30\"}}\n",
                .month = "closures: [{site: goldstone, from: 2027-02-22, to: 2027-02-23}]\n",
                .candidates = "ann 2027-02-24 am fcp goldstone\n"
                              "ann 2027-02-24 pm fcp goldstone\n"
                              "ann 2027-02-25 am fcp goldstone\n"
                              "bob 2027-02-25 am fcp goldstone\n"
                              "bob 2027-02-26 am fcp goldstone\n",
                .good = "ann 2027-02-24 am fcp goldstone\n"
                        "bob 2027-02-26 am fcp goldstone\n",
                .bad = "ann 2027-02-24 am fcp goldstone\n"
                       "ann 2027-02-24 pm fcp goldstone\n",
            },
            {
                /* Two sessions a week, of which 8 of 11 are left in the first: 1.45 is 1. One at
                 * best every 3 days, so 4 days may go without. The event's Saturday is no open day,
                 * and Haven PCN has no patients. */
                .use = "{task: fcp, from: 2027-02-15, gap_weight: 7}",
                .service = "pcns:\n"
                           "  goldstone: {patients: 8000, rooms: 1}\n"
                           "  haven: {name: Haven PCN, rooms: 1}\n"
                           "tasks:\n"
                           "  clinic: {skill: msk, at: hub}\n"
                           "  spine: {skill: spine, at: hub}\n"
                           "  fcp: {skill: fcp, at: pcn}\n"
                           "  screening: {at: pcn}\n",
                .month = "closures: [{site: goldstone, from: 2027-02-15},\n"
                         "           {site: goldstone, from: 2027-02-16, sessions: am}]\n"
                         "events:\n"
                         "  fair: {name: Fair, kind: fair, at: goldstone, on: 2027-02-27 am,\n"
                         "         need: [{task: fcp, need: 1}]}\n",
                .candidates = "ann 2027-02-12 am fcp goldstone\n"
                              "ann 2027-02-15 am fcp goldstone\n"
                              "ann 2027-02-17 am fcp goldstone\n"
                              "ann 2027-02-19 pm fcp goldstone\n"
                              "bob 2027-02-22 am fcp goldstone\n"
                              "bob 2027-02-24 pm fcp goldstone\n"
                              "cat 2027-02-24 am screening goldstone\n"
                              "cat 2027-02-23 am fcp haven\n"
                              "ann 2027-02-26 am fcp goldstone\n"
                              "bob 2027-02-27 am fcp goldstone\n",
                .good = "ann 2027-02-19 pm fcp goldstone\n"
                        "bob 2027-02-22 am fcp goldstone\n"
                        "ann 2027-02-26 am fcp goldstone\n",
                .bad = "ann 2027-02-15 am fcp goldstone\n"
                       "ann 2027-02-19 pm fcp goldstone\n"
                       "bob 2027-02-22 am fcp goldstone\n"
                       "bob 2027-02-27 am fcp goldstone\n",
            },
            {
                /* 8001 patients are one session more than 8000. Of 3 a week, in 4 sessions, half
                 * are left in either week: 1.5 is 2. One at best every 2 of 4 days: 2 may go
                 * without. */
                .use = "{task: fcp, from: 2027-02-17, sessions: mon-thu am, most_gap_days: 1}",
                .service = "pcns: {goldstone: {patients: 8001, rooms: 1}}\n",
                .month = "closures: [{site: goldstone, from: 2027-02-24, to: 2027-02-25, sessions: "
                         "am}]\n",
                .candidates = "ann 2027-02-17 am fcp goldstone\n"
                              "bob 2027-02-17 am fcp goldstone\n"
                              "ann 2027-02-18 am fcp goldstone\n"
                              "ann 2027-02-22 am fcp goldstone\n"
                              "bob 2027-02-22 am fcp goldstone\n"
                              "ann 2027-02-23 am fcp goldstone\n"
                              "bob 2027-02-23 pm fcp goldstone\n"
                              "ann 2027-02-24 am fcp goldstone\n",
                .good = "ann 2027-02-17 am fcp goldstone\n"
                        "bob 2027-02-17 am fcp goldstone\n"
                        "bob 2027-02-22 am fcp goldstone\n"
                        "ann 2027-02-23 am fcp goldstone\n",
                .bad = "ann 2027-02-17 am fcp goldstone\n"
                       "bob 2027-02-17 am fcp goldstone\n"
                       "ann 2027-02-23 am fcp goldstone\n"
                       "bob 2027-02-23 pm fcp goldstone\n",
            },
            {
                /* One every second of four days: two may go without. */
                .use = "{task: fcp, from: 2027-02-15, sessions: mon-thu am, most_gap_days: 1}",
                .service = "pcns: {goldstone: {patients: 8000, rooms: 1}}\n",
                .candidates = "ann 2027-02-15 am fcp goldstone\n"
                              "ann 2027-02-16 am fcp goldstone\n"
                              "ann 2027-02-17 am fcp goldstone\n"
                              "ann 2027-02-18 am fcp goldstone\n"
                              "ann 2027-02-22 am fcp goldstone\n"
                              "ann 2027-02-23 am fcp goldstone\n"
                              "ann 2027-02-24 am fcp goldstone\n"
                              "ann 2027-02-25 am fcp goldstone\n",
                .good = "ann 2027-02-15 am fcp goldstone\n"
                        "ann 2027-02-18 am fcp goldstone\n"
                        "ann 2027-02-24 am fcp goldstone\n"
                        "ann 2027-02-25 am fcp goldstone\n",
                .bad = "ann 2027-02-15 am fcp goldstone\n"
                       "ann 2027-02-16 am fcp goldstone\n"
                       "ann 2027-02-23 am fcp goldstone\n"
                       "ann 2027-02-24 am fcp goldstone\n",
            },
            {
                /* June begins on a Tuesday. Of three sessions a week May has one, on the Monday,
                 * and of two open days without a session it may have none before. */
                .month_id = "2027-06",
                .files =
                    {{"history/2027-05.yaml",
                      "month: 2027-05\n"
                      "assignments:\n"
                      "  ann:\n"
                      "    - 2027-05-27 am 08:30-12:15 fcp goldstone\n    - 2027-05-28 am "
                      "08:30-12:15 clinic hove\n    - 2027-05-31 am 08:30-12:15 fcp goldstone\n"
                      "checksum: none\n"}},
                .service = "pcns: {goldstone: {patients: 12000, rooms: 1}}\n",
                .use = "{task: fcp, most_gap_days: 2, until: 2027-06-06, sessions: mon-fri am}",
                .candidates = "ann 2027-06-01 am fcp goldstone\n"
                              "ann 2027-06-02 am fcp goldstone\n"
                              "bob 2027-06-02 am fcp goldstone\n"
                              "ann 2027-06-03 am fcp goldstone\n"
                              "bob 2027-06-03 pm fcp goldstone\n"
                              "ann 2027-06-04 am fcp goldstone\n",
                .good = "ann 2027-06-03 am fcp goldstone\n"
                        "ann 2027-06-04 am fcp goldstone\n",
                .bad = "ann 2027-06-04 am fcp goldstone\n"
                       "bob 2027-06-03 pm fcp goldstone\n",
            },
            {
                /* May ends with two days without a session, and July begins with two. */
                .month_id = "2027-06",
                .files = {{"history/2027-05.yaml",
                           "month: 2027-05\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-05-27 am 08:30-12:15 fcp goldstone\n"
                           "checksum: none\n"},
                          {"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  gone:\n"
                           "    - 2027-07-05 am 08:30-12:15 fcp goldstone\n    - 2027-07-02 am "
                           "08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .service = "pcns: {goldstone: {patients: 12000, rooms: 1}}\n",
                .use = "{task: fcp, most_gap_days: 4, from: 2027-05-27, sessions: mon-fri am}",
                .candidates = "ann 2027-06-01 am fcp goldstone\n"
                              "ann 2027-06-02 am fcp goldstone\n"
                              "bob 2027-06-03 am fcp goldstone\n"
                              "ann 2027-06-28 am fcp goldstone\n"
                              "ann 2027-06-29 am fcp goldstone\n"
                              "bob 2027-06-29 am fcp goldstone\n"
                              "bob 2027-06-30 am fcp goldstone\n",
                .bad = "ann 2027-06-01 am fcp goldstone\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
