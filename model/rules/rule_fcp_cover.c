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

/* A day on which the network's site is open, or was to be: of the month, or a published one. */
struct open_day {
  int day;     /* of the month; NONE: published */
  bool served; /* a published day that had a session */
};

/* What a published neighbour has of a week. */
struct beyond {
  bool published;
  int open, held; /* slots, and sessions in them */
};

/* What one network is owed, and when; or a site to which others' sessions move. */
struct network {
  int site;
  int weekly;    /* sessions in an ordinary week; 0: it is owed nothing */
  int usual;     /* of so many slots of an ordinary week */
  int most_gap;  /* open days in a row that may go without a session */
  bool shut;     /* no session fits into its hours: all is owed, and no day is open */
  bool *open;    /* [slots] ordinary, in scope, and the site is open */
  bool *counted; /* [slots] these, and those in which a session of another moves here */
  int *due;      /* [weeks] sessions, pro rata where the week is cut short, and what moves here */
  int *owed;     /* [weeks] sessions that were taken away */
  GArray *days;  /* struct open_day, in order: as far as they are published without a gap */
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

/* Where a task of the use moves to from the network in that slot, or NONE. */
static int goes_to(const struct rule_use *use, const struct problem *problem, int slot, int site)
{
  int to = NONE;
  for (int t = 0; t < problem->service->n_tasks && to == NONE; t++)
    if (scope_has_task(&use->scope, t))
      to = problem_moves_to(problem, slot, t, site);
  return to;
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
                               const struct problem *problem, const struct history *history,
                               int from, int until)
{
  int *sessions = g_new0(int, (gsize)MAX(until - from + 1, 0) + 1);
  const struct past_assignment *past;
  for (int at = 0; (past = history_next(history, from, until, &at)) != NULL;)
    sessions[past->date - from] +=
        past->site == network->site && scope_has_shared(&use->scope, problem, past) &&
        was_open(use, problem->service, network->site, past->date, past->block);
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
                               const struct problem *problem, const struct history *history,
                               int from, int until)
{
  g_autofree int *sessions = published_sessions(network, use, problem, history, from, until);
  for (int date = from; date <= until; date++) {
    struct open_day day = {NONE, sessions[date - from] > 0};
    if (open_sessions(network, use, problem->service, date) > 0)
      g_array_append_val(network->days, day);
  }
}

static struct beyond beyond_of(const struct network *network, const struct rule_use *use,
                               const struct problem *problem, int week)
{
  struct shared_days shared;
  struct beyond beyond = {false, 0, 0};
  if (!month_shares(problem->month, week, &shared))
    return beyond;
  g_autofree int *sessions =
      published_sessions(network, use, problem, shared.history, shared.from, shared.until);
  beyond.published = true;
  for (int date = shared.from; date <= shared.until; date++) {
    beyond.open += open_sessions(network, use, problem->service, date);
    beyond.held += sessions[date - shared.from];
  }
  return beyond;
}

/* What so many of the month's slots of a week come to: the week's sessions, to the nearest,
 * halves up; of a week that a published month shares the rest, as far as each slot can take a
 * slot's share. */
static int share(const struct network *network, const struct beyond *beyond, int slots)
{
  int usual = network->usual, apiece = (network->weekly + usual - 1) / usual;
  int due =
      (int)((INT64_C(2) * network->weekly * (slots + beyond->open) + usual) / (INT64_C(2) * usual));
  return beyond->published ? CLAMP(due - beyond->held, 0, slots * apiece) : due;
}

/* The slots of a week by what becomes of them. */
struct week_slots {
  int open, owed;
  int *moved; /* [sites] */
};

/* What each kind of slot brings, one on top of the other. */
static void share_out(struct network *networks, struct network *network, int week, int n_sites,
                      const struct week_slots *slots, const struct beyond *beyond)
{
  int so_far = slots->open;
  network->due[week] += share(network, beyond, so_far);
  for (int q = 0; q < n_sites; q++) {
    int before = so_far;
    so_far += slots->moved[q];
    networks[q].due[week] += share(network, beyond, so_far) - share(network, beyond, before);
  }
  network->owed[week] =
      share(network, beyond, so_far + slots->owed) - share(network, beyond, so_far);
}

static void add_open_day(struct network *network, int day)
{
  guint n = network->days->len;
  struct open_day open = {day, false};
  if (n == 0 || g_array_index(network->days, struct open_day, n - 1).day != day)
    g_array_append_val(network->days, open);
}

/* A hard use has no gaps on days that were taken away: nobody could fill them. */
static void find_open(struct network *networks, struct network *network, const struct rule_use *use,
                      const struct problem *problem)
{
  const struct month *month = problem->month;
  int n_sites = problem->service->n_sites;
  g_autofree int *moved = g_new0(int, (gsize)(month->n_weeks * n_sites) + 1);
  g_autofree struct week_slots *weeks = g_new0(struct week_slots, (gsize)month->n_weeks + 1);
  for (int w = 0; w < month->n_weeks; w++)
    weeks[w].moved = moved + w * n_sites;
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *slot = &month->slots[s];
    struct week_slots *week = &weeks[month->days[slot->day].week];
    if (!slot->ordinary || !scope_has_slot(&use->scope, problem, s))
      continue;
    bool open = problem_site_open(problem, s, network->site);
    int to = open ? NONE : goes_to(use, problem, s, network->site);
    bool owed = !open && to == NONE && is_owed(network, problem, s);
    network->open[s] = open;
    network->counted[s] |= open;
    week->open += open;
    week->owed += owed;
    if (to != NONE) {
      week->moved[to]++;
      networks[to].counted[s] = true;
    }
    if (open || (owed && !use->hard && !network->shut))
      add_open_day(network, slot->day);
  }
  for (int w = 0; w < month->n_weeks; w++) {
    struct beyond beyond = beyond_of(network, use, problem, w);
    share_out(networks, network, w, n_sites, &weeks[w], &beyond);
  }
}

/* The days before, of the month and after. */
static void find_days(struct network *networks, struct network *network, const struct rule_use *use,
                      const struct problem *problem)
{
  const struct month *month = problem->month;
  int first = month->days[0].date, next = first + month->n_days;
  add_published_days(network, use, problem, &month->history,
                     history_known_from(&month->history, first), first - 1);
  find_open(networks, network, use, problem);
  if (month->later.n_months > 0)
    add_published_days(network, use, problem, &month->later, next, month->later.months[0].until);
}

/* Where sessions are few they can't be close together: spread evenly they are
 * `apart` open days apart, and two weeks may put them at the far ends of that,
 * which leaves 2 x (apart - 1) days between them. */
static int gap_allowed(const struct rule_use *use, int weekly, int days)
{
  int apart = (days + weekly - 1) / weekly;
  return MAX(use->values[MOST_GAP_DAYS], 2 * (apart - 1));
}

/* What the network's patients ask for, here and where it moves. */
static void network_ask(struct network *networks, struct network *network,
                        const struct rule_use *use, const struct problem *problem)
{
  const struct pcn *pcn = problem->service->sites[network->site].pcn;
  int sessions, days, per = use->values[PATIENTS_PER_SESSION];
  ordinary_week(use, problem->service, network->site, false, &sessions, &days);
  network->shut = sessions == 0;
  if (network->shut)
    ordinary_week(use, problem->service, network->site, true, &sessions, &days);
  if (!pcn || pcn->patients == 0 || sessions == 0 || !scope_has_site(&use->scope, network->site))
    return;
  network->weekly = (int)(((int64_t)pcn->patients + per - 1) / per);
  network->most_gap = gap_allowed(use, network->weekly, days);
  network->usual = sessions;
  find_days(networks, network, use, problem);
}

/* [sites]; free with networks_free. */
static struct network *networks_new(const struct rule_use *use, const struct problem *problem)
{
  int n_sites = problem->service->n_sites;
  const struct month *month = problem->month;
  struct network *networks = g_new0(struct network, (gsize)n_sites + 1);
  for (int s = 0; s < n_sites; s++)
    networks[s] = (struct network){.site = s,
                                   .open = g_new0(bool, (gsize)month->n_slots + 1),
                                   .counted = g_new0(bool, (gsize)month->n_slots + 1),
                                   .due = g_new0(int, (gsize)month->n_weeks + 1),
                                   .owed = g_new0(int, (gsize)month->n_weeks + 1),
                                   .days = g_array_new(FALSE, FALSE, sizeof(struct open_day))};
  for (int s = 0; s < n_sites; s++)
    network_ask(networks, &networks[s], use, problem);
  return networks;
}

static void networks_free(struct network *networks, int count)
{
  for (int s = 0; s < count; s++) {
    g_free(networks[s].open);
    g_free(networks[s].counted);
    g_free(networks[s].due);
    g_free(networks[s].owed);
    g_array_unref(networks[s].days);
  }
  g_free(networks);
}

/* Adds the sessions at the network's site on the days `from` to `last`, in those slots. */
static void add_sessions(struct formulation *formulation, const struct rule_use *use,
                         const struct network *network, const bool *slots, int from, int last)
{
  const struct problem *problem = formulation->problem;
  const struct day *days = problem->month->days;
  for (int s = days[from].first_slot; s < days[last].first_slot + days[last].n_slots; s++)
    for (int i = formulation->slot_first[s]; i < formulation->slot_first[s + 1]; i++) {
      int column = formulation->slot_candidates[i];
      const struct assignment *at = &problem->candidates[column];
      if (slots[s] && at->site == network->site && scope_has_task(&use->scope, at->task))
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
    add_sessions(formulation, use, network, network->counted, from, last);
    int missing = formulation->programme->n_columns;
    formulation_limit(formulation, label, network->due[week], PROGRAMME_INFINITY, 1,
                      rule_use_price(use));
    if (missing < formulation->programme->n_columns)
      formulation_need(formulation, missing, 1);
    formulation_constant(formulation, label, (int64_t)use->weight * network->owed[week]);
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
    add_sessions(formulation, use, network, network->open, from, last);
    formulation_limit(formulation, label, 1, PROGRAMME_INFINITY, 1,
                      use->hard ? PRICE_HARD : use->values[GAP_WEIGHT]);
  }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  struct network *networks = networks_new(use, problem);
  for (int s = 0; s < problem->service->n_sites; s++) {
    emit_weeks(formulation, use, &networks[s]);
    if (networks[s].weekly > 0)
      emit_gaps(formulation, use, &networks[s]);
  }
  networks_free(networks, problem->service->n_sites);
}

/* --- check ----------------------------------------------------------------- */

/* One network's month as the rota has it, between the published days around it. */
struct record {
  int site;
  int weekly;                     /* sessions owed in an ordinary week */
  int patience;                   /* open days in a row that may go without one */
  int usual_sessions, usual_days; /* of an ordinary week, with the site open by its hours */
  bool shut;                      /* it never is: these are all of the service's */
  int from, n_days;               /* the first date, and how many: all that is known */
  int first;                      /* which of these is the month's first */
  int *open_slots, *sessions;     /* [n_days] */
  int *lost_slots;                /* [n_days] taken away, and owed */
  int *kept_slots;                /* [n_days] taken away, and asked for elsewhere */
};

/* What moves to each site from others: sessions due in a week, and the slots they come from. */
struct arrivals {
  int n_weeks, n_slots;
  int *due;    /* [sites * weeks] */
  bool *slots; /* [sites * slots] */
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

static int moves_to(const struct audit *audit, const struct rule_use *use, int slot, int site)
{
  for (int t = 0; t < audit->problem->service->n_tasks; t++) {
    int to =
        scope_has_task(&use->scope, t) ? problem_moves_to(audit->problem, slot, t, site) : NONE;
    if (to != NONE)
      return to;
  }
  return NONE;
}

/* Those of the use at the site in the slot. */
static int sessions_in(const struct audit *audit, const struct rule_use *use, int slot, int site)
{
  const struct rota *rota = audit->rota;
  int sessions = 0;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    sessions += item->site == site && scope_has_task(&use->scope, item->task);
  }
  return sessions;
}

static void read_month(const struct audit *audit, const struct rule_use *use, struct record *record)
{
  for (int s = 0; s < audit->rota->n_slots; s++) {
    int day = audit->problem->month->slots[s].date - record->from;
    if (!counts(audit, use, s))
      continue;
    if (problem_site_open(audit->problem, s, record->site)) {
      record->open_slots[day]++;
      record->sessions[day] += sessions_in(audit, use, s, record->site);
    } else if (moves_to(audit, use, s, record->site) != NONE)
      record->kept_slots[day]++;
    else
      record->lost_slots[day] += is_lost(audit, record, s);
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
        scope_has_shared(&use->scope, audit->problem, item) &&
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

/* The week's sessions, to the nearest, halves up, for so many of the month's slots; of a week that
 * is shared with a published month what is left of them, while each slot of the month takes as many
 * as one of a whole week would. */
static int due_in(const struct audit *audit, const struct record *record, int week, int slots)
{
  struct shared_days beyond = {NULL, 0, 0};
  bool shared = month_shares(audit->problem->month, week, &beyond);
  int all = slots, held = 0;
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
  return due > held ? MIN(due - held, in_each * slots) : 0;
}

/* A week's sessions, and the first closure of whose nothing is asked for, or NULL. */
struct week {
  int number, have, open, kept, lost, arrived, first_slot;
  const struct closure *closure;
};

static void report_week(struct audit *audit, const struct rule_use *use,
                        const struct record *record, const struct week *week)
{
  const struct problem *problem = audit->problem;
  int kept = week->open + week->kept;
  int due = due_in(audit, record, week->number, week->open) + week->arrived;
  int owed = due_in(audit, record, week->number, kept + week->lost) -
             due_in(audit, record, week->number, kept);
  char when[WORDS_SIZE];
  const char *name = problem->service->sites[record->site].name;
  words_period(problem, PERIOD_WEEK, week->number, when);
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

static void read_day(const struct audit *audit, const struct rule_use *use,
                     const struct record *record, const struct arrivals *arrivals, int index,
                     struct week *week)
{
  const struct day *day = &audit->problem->month->days[index];
  week->have += record->sessions[record->first + index];
  week->open += record->open_slots[record->first + index];
  week->kept += record->kept_slots[record->first + index];
  week->lost += record->lost_slots[record->first + index];
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    bool own = record->weekly > 0 && problem_site_open(audit->problem, s, record->site);
    if (arrivals->slots[record->site * arrivals->n_slots + s] && !own)
      week->have += sessions_in(audit, use, s, record->site);
    if (counts(audit, use, s) && !week->closure && moves_to(audit, use, s, record->site) == NONE)
      week->closure = problem_owed_by(audit->problem, s, record->site);
  }
  if (week->first_slot == NONE && day->n_slots > 0)
    week->first_slot = day->first_slot;
}

static void check_weeks(struct audit *audit, const struct rule_use *use,
                        const struct record *record, const struct arrivals *arrivals)
{
  const struct month *month = audit->problem->month;
  for (int from = 0, end; from < month->n_days; from = end) {
    int number = month->days[from].week;
    struct week week = {.number = number, .first_slot = NONE};
    week.arrived = arrivals->due[record->site * arrivals->n_weeks + number];
    for (end = from; end < month->n_days && month->days[end].week == number; end++)
      read_day(audit, use, record, arrivals, end, &week);
    report_week(audit, use, record, &week);
  }
}

/* Days in a row without a session: the first and the last date, and the first day of the
 * month. */
struct gap {
  int days, first, last, own;
  int before, after; /* those of them that lie before the month and after */
  int closed;        /* those that have no open slot left */
};

static void report_gap(struct audit *audit, const struct rule_use *use, const struct record *record,
                       const struct gap *gap)
{
  const struct month *month = audit->problem->month;
  int windows = MAX(gap->days - record->patience, 0) - MAX(gap->before - record->patience, 0) -
                MAX(gap->after - record->patience, 0);
  if (windows <= 0 || gap->before + gap->after == gap->days)
    return;
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  audit_shortfall(
      audit, SHORTFALL_OTHER, label_of(audit, use, record, month->days[gap->own].first_slot),
      windows, use->hard ? PRICE_HARD : use->values[GAP_WEIGHT],
      "%s: no FCP session on %d %sdays, %s to %s, at most %d",
      audit->problem->service->sites[record->site].name, gap->days,
      gap->closed > 0 ? "open or closed " : "open ", date_format_short(gap->first, from),
      date_format_short(gap->last, until), record->patience);
}

static void check_gaps(struct audit *audit, const struct rule_use *use, const struct record *record)
{
  struct gap gap = {0};
  for (int d = 0; d < record->n_days; d++) {
    bool closed = record->open_slots[d] == 0;
    if (closed && (record->lost_slots[d] == 0 || use->hard || record->shut))
      continue;
    if (record->sessions[d] > 0) {
      report_gap(audit, use, record, &gap);
      gap = (struct gap){0};
      continue;
    }
    if (gap.days++ == 0)
      gap.first = record->from + d;
    gap.last = record->from + d;
    gap.closed += closed;
    gap.before += d < record->first;
    gap.after += d >= record->first + audit->problem->month->n_days;
    if (gap.days == gap.before + 1)
      gap.own = d - record->first;
  }
  report_gap(audit, use, record, &gap);
}

/* Reads the site's month; what its patients ask for, if anything, stands in `weekly`. */
static struct record record_new(const struct audit *audit, const struct rule_use *use, int site)
{
  const struct service *service = audit->problem->service;
  const struct month *month = audit->problem->month;
  int first = month->days[0].date, from = history_known_from(&month->history, first);
  int end = month->later.n_months > 0 ? month->later.months[0].until + 1 : first + month->n_days;
  gsize n_days = (gsize)(end - from);
  struct record record = {.site = site,
                          .from = from,
                          .n_days = end - from,
                          .first = first - from,
                          .open_slots = g_new0(int, n_days),
                          .sessions = g_new0(int, n_days),
                          .lost_slots = g_new0(int, n_days),
                          .kept_slots = g_new0(int, n_days)};
  bool asked = service->sites[site].pcn && scope_has_site(&use->scope, site);
  int patients = asked ? service->sites[site].pcn->patients : 0;
  read_week(service, use, &record);
  record.shut = record.usual_sessions == 0;
  if (record.shut)
    read_week(service, use, &record);
  if (patients == 0 || record.usual_sessions == 0) {
    record.usual_sessions = 1; /* of which nothing is due */
    return record;
  }
  while (record.weekly * (int64_t)use->values[PATIENTS_PER_SESSION] < patients)
    record.weekly++;
  /* one at best every `apart` open days: two weeks may have theirs at the far ends */
  int apart = record.usual_days / record.weekly + (record.usual_days % record.weekly > 0);
  record.patience = MAX(2 * apart - 2, use->values[MOST_GAP_DAYS]);
  read_published(audit, use, &month->history, &record);
  read_published(audit, use, &month->later, &record);
  read_month(audit, use, &record);
  return record;
}

static void record_clear(struct record *record)
{
  g_free(record->open_slots);
  g_free(record->sessions);
  g_free(record->lost_slots);
  g_free(record->kept_slots);
}

/* Sends what the week's moving slots bring, on top of its open ones, to where each goes. */
static void depart(const struct audit *audit, const struct rule_use *use,
                   const struct record *record, int week, struct arrivals *arrivals)
{
  const struct month *month = audit->problem->month;
  int slots = 0;
  for (int d = 0; d < month->n_days; d++)
    slots += month->days[d].week == week ? record->open_slots[record->first + d] : 0;
  for (int to = 0; to < audit->problem->service->n_sites; to++) {
    int before = due_in(audit, record, week, slots);
    for (int s = 0; s < month->n_slots; s++)
      if (month->days[month->slots[s].day].week == week && counts(audit, use, s) &&
          !problem_site_open(audit->problem, s, record->site) &&
          moves_to(audit, use, s, record->site) == to) {
        arrivals->slots[to * arrivals->n_slots + s] = true;
        slots++;
      }
    arrivals->due[to * arrivals->n_weeks + week] += due_in(audit, record, week, slots) - before;
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct month *month = audit->problem->month;
  int n_sites = audit->problem->service->n_sites;
  g_autofree int *due = g_new0(int, (gsize)(n_sites * month->n_weeks) + 1);
  g_autofree bool *slots = g_new0(bool, (gsize)(n_sites * month->n_slots) + 1);
  struct arrivals arrivals = {month->n_weeks, month->n_slots, due, slots};
  g_autofree struct record *records = g_new(struct record, (gsize)n_sites + 1);
  for (int s = 0; s < n_sites; s++) {
    records[s] = record_new(audit, use, s);
    for (int w = 0; w < month->n_weeks && records[s].weekly > 0; w++)
      depart(audit, use, &records[s], w, &arrivals);
  }
  for (int s = 0; s < n_sites; s++) {
    check_weeks(audit, use, &records[s], &arrivals);
    if (records[s].weekly > 0)
      check_gaps(audit, use, &records[s]);
    record_clear(&records[s]);
  }
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
            {
                /* Goldstone has 5 sessions a week, one each morning: the 2 of its closed mornings
                 * go to Haven, on top of what Haven has. Of Haven's own 2 in 10 sessions 1.4 stay
                 * in the 7 that are open, which is 1, and one goes to Hove. */
                .use = "{task: fcp, from: 2027-02-22, most_gap_days: 2, sessions: mon-fri am pm}",
                .service = "week: {mon-fri: [am, pm]}\n"
                           "tasks:\n"
                           "  fcp: {skill: fcp, at: [pcn, hove]}\n"
                           "pcns:\n"
                           "  goldstone: {patients: 20000, open: {mon-fri: \"08:00-12:30\"}}\n"
                           "  haven: {patients: 8000}\n",
                .month =
                    "closures:\n"
                    "  - {site: goldstone, from: 2027-02-22, to: 2027-02-23, moves_to: haven}\n"
                    "  - {site: haven, from: 2027-02-24, to: 2027-02-26, sessions: pm,\n"
                    "     moves_to: hove}\n",
                .candidates = "ann 2027-02-22 am fcp haven\n"
                              "bob 2027-02-22 am fcp haven\n"
                              "ann 2027-02-23 pm fcp haven\n"
                              "ann 2027-02-24 am fcp goldstone\n"
                              "bob 2027-02-25 am fcp goldstone\n"
                              "ann 2027-02-26 am fcp goldstone\n"
                              "bob 2027-02-24 am fcp haven\n"
                              "bob 2027-02-24 pm fcp hove\n"
                              "ann 2027-02-25 am fcp hove\n",
                .good = NULL,
                .bad = "ann 2027-02-22 am fcp haven\n",
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
            {
                /* June begins on a Tuesday. Of 5 sessions a week May has one: Tuesday and Friday
                 * have one each, Wednesday's goes to Haven, on top of its own, and Thursday's is
                 * owed; that day is an empty one of a gap. Of the last week July has one. */
                .month_id = "2027-06",
                .files = {{"history/2027-05.yaml",
                           "month: 2027-05\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-05-31 am 08:30-12:15 fcp goldstone\n"
                           "checksum: none\n"},
                          {"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  gone:\n"
                           "    - 2027-07-01 am 08:30-12:15 fcp goldstone\n"
                           "checksum: none\n"}},
                .service = "pcns:\n"
                           "  goldstone: {patients: 20000, rooms: 1}\n"
                           "  haven: {patients: 8000}\n",
                .month = "closures:\n"
                         "  - {site: goldstone, from: 2027-06-02, moves_to: haven}\n"
                         "  - {site: goldstone, from: 2027-06-03}\n"
                         "  - {site: goldstone, from: 2027-06-29, to: 2027-06-30}\n",
                .use = "{task: fcp, most_gap_days: 1, sessions: mon-fri am}",
                .candidates = "ann 2027-06-01 am fcp goldstone\n"
                              "ann 2027-06-02 am fcp haven\n"
                              "bob 2027-06-02 am fcp haven\n"
                              "ann 2027-06-04 am fcp goldstone\n"
                              "bob 2027-06-25 am fcp goldstone\n"
                              "ann 2027-06-28 am fcp goldstone\n"
                              "ann 2027-06-30 am fcp haven\n",
                .good = NULL,
                .bad = "ann 2027-06-01 am fcp goldstone\n",
            },
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
