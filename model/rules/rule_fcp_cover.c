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

/* What one network is owed, and when. */
struct network {
  int site;
  int weekly;    /* sessions in an ordinary week; 0: it is owed nothing */
  int most_gap;  /* open days in a row that may go without a session */
  bool shut;     /* no session fits into its hours: all is owed, and no day is open */
  bool *open;    /* [slots] ordinary, in scope, and the site is open */
  int *due;      /* [weeks] sessions, pro rata where the week is cut short */
  int *owed;     /* [weeks] sessions that were taken away */
  int *open_day; /* the days with an open slot, or one that was taken away, in order */
  int n_open_days;
};

/* Sessions and days of an ordinary week in which the site is open for the use; `shut`:
 * whatever its hours. */
static void ordinary_week(const struct rule_use *use, const struct service *service, int site,
                          bool shut, int *sessions, int *days)
{
  *sessions = *days = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    int before = *sessions;
    unsigned blocks = service->week.blocks[weekday] & use->scope.when.blocks[weekday];
    for (int b = 0; b < service->n_blocks; b++)
      *sessions += blocks >> b & 1 && (shut || service_site_open(service, site, weekday, b));
    *days += *sessions > before;
  }
}

static bool is_owed(const struct network *network, const struct problem *problem, int slot)
{
  return network->shut ? !problem_site_lapses(problem, slot, network->site)
                       : problem_owed_by(problem, slot, network->site) != NULL;
}

static void add_open_day(struct network *network, int day)
{
  int n = network->n_open_days;
  if (n == 0 || network->open_day[n - 1] != day)
    network->open_day[network->n_open_days++] = day;
}

/* Of so many of the week's sessions, to the nearest; halves go up. */
static int share(const struct network *network, int open, int sessions)
{
  return (int)((INT64_C(2) * network->weekly * open + sessions) / (INT64_C(2) * sessions));
}

/* A hard use has no gaps on days that were taken away: nobody could fill them. */
static void find_open(struct network *network, const struct rule_use *use,
                      const struct problem *problem, int sessions)
{
  const struct month *month = problem->month;
  g_autofree int *open_in_week = g_new0(int, (gsize)month->n_weeks + 1);
  g_autofree int *owed_in_week = g_new0(int, (gsize)month->n_weeks + 1);
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *slot = &month->slots[s];
    if (!slot->ordinary || !scope_has_slot(&use->scope, problem, s))
      continue;
    network->open[s] = problem_site_open(problem, s, network->site);
    bool owed = !network->open[s] && is_owed(network, problem, s);
    open_in_week[month->days[slot->day].week] += network->open[s];
    owed_in_week[month->days[slot->day].week] += owed;
    if (network->open[s] || (owed && !use->hard && !network->shut))
      add_open_day(network, slot->day);
  }
  for (int w = 0; w < month->n_weeks; w++) {
    network->due[w] = share(network, open_in_week[w], sessions);
    network->owed[w] =
        share(network, open_in_week[w] + owed_in_week[w], sessions) - network->due[w];
  }
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
  *network = (struct network){.site = site};
  ordinary_week(use, problem->service, site, false, &sessions, &days);
  network->shut = sessions == 0;
  if (network->shut)
    ordinary_week(use, problem->service, site, true, &sessions, &days);
  if (!pcn || pcn->patients == 0 || sessions == 0 || !scope_has_site(&use->scope, site))
    return;
  network->weekly = (int)(((int64_t)pcn->patients + per - 1) / per);
  network->most_gap = gap_allowed(use, network->weekly, days);
  network->open = g_new0(bool, (gsize)problem->month->n_slots + 1);
  network->due = g_new0(int, (gsize)problem->month->n_weeks + 1);
  network->owed = g_new0(int, (gsize)problem->month->n_weeks + 1);
  network->open_day = g_new0(int, (gsize)problem->month->n_days + 1);
  find_open(network, use, problem, sessions);
}

static void network_clear(struct network *network)
{
  g_free(network->open);
  g_free(network->due);
  g_free(network->owed);
  g_free(network->open_day);
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
    int week = month->days[from].week;
    add_sessions(formulation, use, network, from, last);
    formulation_limit(formulation, label, network->due[week], PROGRAMME_INFINITY, 1,
                      rule_use_price(use));
    formulation_constant(formulation, label, (int64_t)use->weight * network->owed[week]);
  }
}

/* One row for every run of open days that is a day too long to be empty. */
static void emit_gaps(struct formulation *formulation, const struct rule_use *use,
                      const struct network *network)
{
  for (int i = 0; i + network->most_gap < network->n_open_days; i++) {
    int from = network->open_day[i], last = network->open_day[i + network->most_gap];
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

/* One network's month as the rota has it. */
struct record {
  int site;
  int weekly;                     /* sessions owed in an ordinary week */
  int patience;                   /* open days in a row that may go without one */
  int usual_sessions, usual_days; /* of an ordinary week, with the site open by its hours */
  bool shut;                      /* it never is: these are all of the service's */
  bool *open;                     /* [days] with an open slot */
  int *open_slots, *sessions;     /* [days] */
  int *lost_slots;                /* [days] taken away, and owed */
};

/* Is the slot one of the use's at all? What an event opens is none. */
static bool counts(const struct audit *audit, const struct rule_use *use, int slot)
{
  const struct slot *at = &audit->problem->month->slots[slot];
  return at->ordinary && pattern_has(&use->scope.when, at->date, at->block);
}

/* Would there have been a session, that somebody closed? */
static bool is_lost(const struct audit *audit, const struct record *record, int slot)
{
  if (record->shut)
    return !problem_site_lapses(audit->problem, slot, record->site);
  return problem_owed_by(audit->problem, slot, record->site) != NULL;
}

static void read_week(const struct service *service, const struct rule_use *use,
                      struct record *record)
{
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    int sessions = 0;
    for (int b = 0; b < service->n_blocks; b++)
      if ((service->week.blocks[weekday] & use->scope.when.blocks[weekday] & 1U << b) != 0 &&
          (record->shut || service_site_open(service, record->site, weekday, b)))
        sessions++;
    record->usual_sessions += sessions;
    record->usual_days += MIN(sessions, 1);
  }
}

static void read_month(const struct audit *audit, const struct rule_use *use, struct record *record)
{
  const struct rota *rota = audit->rota;
  for (int s = 0; s < rota->n_slots; s++) {
    int day = audit->problem->month->slots[s].day;
    if (!counts(audit, use, s))
      continue;
    if (!problem_site_open(audit->problem, s, record->site)) {
      record->lost_slots[day] += is_lost(audit, record, s);
      continue;
    }
    record->open[day] = true;
    record->open_slots[day]++;
    for (int i = rota->slot[s]; i < rota->slot[s + 1]; i++) {
      const struct assignment *item = &rota->items[rota->in_slot[i]];
      record->sessions[day] +=
          item->site == record->site && scope_has_task(&use->scope, item->task);
    }
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

/* The share of the week that is due in so many of its sessions, halves up. */
static int due_in(const struct record *record, int slots)
{
  int all = record->weekly * slots, due = all / record->usual_sessions;
  return due + (2 * (all % record->usual_sessions) >= record->usual_sessions);
}

/* A week's sessions, and the first closure that took some away, or NULL. */
struct week {
  int first_day, have, open, lost, first_slot;
  const struct closure *closure;
};

static void report_week(struct audit *audit, const struct rule_use *use,
                        const struct record *record, const struct week *week)
{
  const struct problem *problem = audit->problem;
  int due = due_in(record, week->open);
  int owed = due_in(record, week->open + week->lost) - due;
  char when[WORDS_SIZE];
  const char *name = problem->service->sites[record->site].name;
  words_period(problem, PERIOD_WEEK, problem->month->days[week->first_day].week, when);
  if (week->have < due)
    audit_shortfall(audit, SHORTFALL_COVER, label_of(audit, use, record, week->first_slot),
                    due - week->have, rule_use_price(use), "%s %s: %d of %d FCP sessions", name,
                    when, week->have, due);
  if (owed == 0)
    return;
  g_autofree char *why = words_not_offered(problem, week->closure, record->site);
  audit_shortfall(audit, SHORTFALL_NOT_OFFERED, label_of(audit, use, record, week->first_slot),
                  owed, use->weight, "%s %s: %d %s %s", name, when, owed,
                  owed == 1 ? "session" : "sessions", why);
}

static void check_weeks(struct audit *audit, const struct rule_use *use,
                        const struct record *record)
{
  const struct month *month = audit->problem->month;
  for (int from = 0, end; from < month->n_days; from = end) {
    struct week week = {.first_day = from, .first_slot = NONE};
    for (end = from; end < month->n_days && month->days[end].week == month->days[from].week;
         end++) {
      const struct day *day = &month->days[end];
      week.have += record->sessions[end];
      week.open += record->open_slots[end];
      week.lost += record->lost_slots[end];
      for (int s = day->first_slot; s < day->first_slot + day->n_slots && !week.closure; s++)
        if (counts(audit, use, s))
          week.closure = problem_owed_by(audit->problem, s, record->site);
      if (week.first_slot == NONE && day->n_slots > 0)
        week.first_slot = day->first_slot;
    }
    report_week(audit, use, record, &week);
  }
}

/* Days in a row without a session, as days of the month. */
struct gap {
  int days, first, last;
  int closed; /* those of them that have no open slot left */
};

static void report_gap(struct audit *audit, const struct rule_use *use, const struct record *record,
                       const struct gap *gap)
{
  if (gap->days <= record->patience)
    return;
  const struct day *days = audit->problem->month->days;
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  audit_shortfall(audit, SHORTFALL_OTHER, label_of(audit, use, record, days[gap->first].first_slot),
                  gap->days - record->patience, use->hard ? PRICE_HARD : use->values[GAP_WEIGHT],
                  "%s: no FCP session on %d %sdays, %s to %s, at most %d",
                  audit->problem->service->sites[record->site].name, gap->days,
                  gap->closed > 0 ? "open or closed " : "open ",
                  date_format_short(days[gap->first].date, from),
                  date_format_short(days[gap->last].date, until), record->patience);
}

static void check_gaps(struct audit *audit, const struct rule_use *use, const struct record *record)
{
  struct gap gap = {0, 0, 0, 0};
  for (int d = 0; d < audit->problem->month->n_days; d++) {
    bool closed = !record->open[d] && record->lost_slots[d] > 0;
    if (!record->open[d] && (!closed || use->hard || record->shut))
      continue;
    if (record->sessions[d] > 0) {
      report_gap(audit, use, record, &gap);
      gap.days = gap.closed = 0;
      continue;
    }
    gap.closed += closed;
    if (gap.days == 0)
      gap.first = d;
    gap.last = d;
    gap.days++;
  }
  report_gap(audit, use, record, &gap);
}

static void check_network(struct audit *audit, const struct rule_use *use, int site)
{
  gsize n_days = (gsize)audit->problem->month->n_days;
  g_autofree bool *open = g_new0(bool, n_days);
  g_autofree int *open_slots = g_new0(int, n_days), *sessions = g_new0(int, n_days);
  g_autofree int *lost_slots = g_new0(int, n_days);
  struct record record = {.site = site,
                          .open = open,
                          .open_slots = open_slots,
                          .sessions = sessions,
                          .lost_slots = lost_slots};
  int patients = audit->problem->service->sites[site].pcn->patients;
  read_week(audit->problem->service, use, &record);
  record.shut = record.usual_sessions == 0;
  if (record.shut)
    read_week(audit->problem->service, use, &record);
  if (patients == 0 || record.usual_sessions == 0)
    return;
  while (record.weekly * (int64_t)use->values[PATIENTS_PER_SESSION] < patients)
    record.weekly++;
  /* one at best every `apart` open days: two weeks may have theirs at the far ends */
  int apart = record.usual_days / record.weekly + (record.usual_days % record.weekly > 0);
  record.patience = MAX(2 * apart - 2, use->values[MOST_GAP_DAYS]);
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
                .month =
                    "closures: [{site: goldstone, from: 2027-02-22, to: 2027-02-23, owed: no}]\n",
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
                .month = "closures: [{site: goldstone, from: 2027-02-15, owed: no},\n"
                         "           {site: goldstone, from: 2027-02-16, sessions: am, owed: no}]\n"
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
                .month = "closures: [{site: goldstone, from: 2027-02-24, to: 2027-02-25,\n"
                         "            sessions: am, owed: no}]\n",
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
                /* Of 3 sessions a week Goldstone is closed for 2 of 5 days: 2 are due, 1 is owed.
                 * Soft, its closed days are empty ones of a gap; one lapses. The hours of Haven
                 * hold no session: of its 2 both are owed, and no gap is asked. */
                .use = "{task: fcp, from: 2027-02-22, most_gap_days: 1}",
                .service =
                    "pcns:\n"
                    "  goldstone: {patients: 12000, rooms: 1, open: {mon-fri: \"08:00-12:30\"}}\n"
                    "  haven: {patients: 8000, open: {mon-fri: \"09:00-12:00\"}}\n",
                .month = "closures:\n"
                         "  - {site: goldstone, from: 2027-02-24, to: 2027-02-26}\n"
                         "  - {site: goldstone, from: 2027-02-26, owed: no}\n",
                .candidates = "ann 2027-02-22 am fcp goldstone\n"
                              "ann 2027-02-23 am fcp goldstone\n"
                              "ann 2027-02-23 pm fcp goldstone\n"
                              "ann 2027-02-24 am fcp goldstone\n"
                              "bob 2027-02-23 am fcp haven\n",
                .good = NULL,
                .bad = "ann 2027-02-22 am fcp goldstone\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
