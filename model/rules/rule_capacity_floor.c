#include "model/audit.h"
#include "model/debrief.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

/* Of the month, contacts are counted in hundredths: a debrief at the end of a session takes part
 * of what it offers. */

enum { LEAST, PER, CONTACTS };
enum { PER_WEEK, PER_MONTH };

static const char *const per_choices[] = {"week", "month", NULL};

static const struct rule_param params[] = {
    {
        .name = "least",
        .kind = PARAM_NUMBER,
        .unit = "contacts",
        .summary = "contacts to be offered; a week cut short offers its share",
        .initial = PARAM_UNSET,
        .least = 1,
        .most = 1000000,
        .required = true,
    },
    {
        .name = "per",
        .kind = PARAM_CHOICE,
        .unit = "",
        .summary = "in what time",
        .initial = PER_WEEK,
        .choices = per_choices,
    },
    {
        .name = "contacts",
        .kind = PARAM_CONTACTS,
        .unit = "",
        .summary = "which kinds of contact count; all of them, and calls, if not given",
        .initial = PARAM_UNSET,
    },
};

/* --- emit ------------------------------------------------------------------ */

/* The share of contacts that somebody sees on that date; all of it where that is nobody's. */
static int seen_percent(const struct problem *problem, int clinician, int date)
{
  return clinician == NONE ? 100 : clinician_on(problem->service, clinician, date)->sees_percent;
}

/* Contacts that one assignment of the task offers in a session of so many minutes to whoever
 * sees such a share of them, to the nearest, halves up; of calls whole ones. */
static int offered(const struct problem *problem, const struct rule_use *use, int task, int minutes,
                   int percent)
{
  const struct task *work = &problem->service->tasks[task];
  const bool *kinds = use->sets[CONTACTS];
  int contacts = 0, slots = 0;
  for (int k = 0; k < problem->service->slot_kinds.count; k++) {
    contacts += !kinds || kinds[k] ? (work->slots[k] * percent + 50) / 100 : 0;
    slots += work->slots[k];
  }
  if (slots == 0 && !kinds && work->minutes_per_contact > 0)
    contacts = minutes * percent / (100 * work->minutes_per_contact);
  return contacts;
}

/* What a candidate offers, in hundredths, in the time that debriefs leave: of the slots that the
 * person sees that share, to the nearest, and the calls that fit. */
static int offered_hundredths(const struct problem *problem, const struct rule_use *use,
                              const struct assignment *at)
{
  const struct slot *slot = &problem->month->slots[at->slot];
  int minutes = slot->minutes, left = minutes - debrief_minutes(problem, at), slots = 0;
  int percent = seen_percent(problem, at->clinician, slot->date);
  for (int k = 0; k < problem->service->slot_kinds.count; k++)
    slots += problem->service->tasks[at->task].slots[k];
  if (slots == 0)
    return 100 * offered(problem, use, at->task, left, percent);
  return (200 * offered(problem, use, at->task, minutes, percent) * left + minutes) / (2 * minutes);
}

/* Sessions of the scope in an ordinary week of the service. */
static int ordinary_sessions(const struct problem *problem, const struct rule_use *use)
{
  int sessions = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    for (int b = 0; b < problem->service->n_blocks; b++)
      sessions += use->scope.when.blocks[weekday] & problem->service->week.blocks[weekday] & 1U << b
                      ? 1
                      : 0;
  return sessions;
}

/* `least`, or the share of it due in `open` of `ordinary` sessions, to the
 * nearest; halves go up. */
static int share(const struct rule_use *use, int open, int ordinary)
{
  if (open >= ordinary && open > 0)
    return use->values[LEAST];
  if (ordinary == 0)
    return 0;
  return (int)((INT64_C(2) * use->values[LEAST] * open + ordinary) / (2 * ordinary));
}

/* What is due in `open` sessions of the month's: of a week that a published month shares the
 * rest, and no more than a session's share, rounded up, in each. */
static int due(const struct rule_use *use, const struct problem *problem, int week, int open)
{
  const struct service *service = problem->service;
  int ordinary = ordinary_sessions(problem, use), all = open, held = 0;
  struct shared_days shared;
  if (use->values[PER] == PER_MONTH)
    return use->values[LEAST];
  if (!month_shares(problem->month, week, &shared))
    return share(use, open, ordinary);
  for (int date = shared.from; date <= shared.until; date++)
    for (int b = 0; b < service->n_blocks; b++)
      all += service_has_session(service, date, b) && pattern_has(&use->scope.when, date, b);
  const struct past_assignment *past;
  for (int at = 0; (past = history_next(shared.history, shared.from, shared.until, &at)) != NULL;)
    if (past->task != NONE && scope_has_shared(&use->scope, problem, past))
      held += offered(problem, use, past->task, past->to_minute - past->from_minute,
                      seen_percent(problem, past->clinician, past->date));
  int apiece = ordinary == 0 ? 0 : (use->values[LEAST] + ordinary - 1) / ordinary;
  return CLAMP(share(use, all, ordinary) - held, 0, open * apiece);
}

static void emit_period(struct formulation *formulation, const struct rule_use *use, int from,
                        int end)
{
  const struct problem *problem = formulation->problem;
  int open = 0;
  for (int s = from; s < end; s++)
    open += problem->month->slots[s].ordinary && scope_has_slot(&use->scope, problem, s);
  for (int i = formulation->slot_first[from]; i < formulation->slot_first[end]; i++) {
    int column = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[column];
    int contacts = scope_has(&use->scope, problem, at) ? offered_hundredths(problem, use, at) : 0;
    if (contacts > 0)
      formulation_term(formulation, column, contacts);
  }
  struct label label = formulation_label(formulation);
  label.slot = use->values[PER] == PER_WEEK ? from : NONE;
  int week = problem->month->days[problem->month->slots[from].day].week;
  formulation_limit(formulation, label, INT64_C(100) * due(use, problem, week, open),
                    PROGRAMME_INFINITY, 100, rule_use_price(use));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct month *month = formulation->problem->month;
  for (int from = 0, end; from < month->n_slots; from = end) {
    int week = month->days[month->slots[from].day].week;
    for (end = from + 1; end < month->n_slots; end++)
      if (use->values[PER] == PER_WEEK && month->days[month->slots[end].day].week != week)
        break;
    emit_period(formulation, use, from, end);
  }
}

/* --- check ----------------------------------------------------------------- */

/* What is offered, and how many sessions there are to offer it in. */
struct tally {
  int64_t hundredths;
  int open, first_slot;
};

/* What a number of slots comes to at so many percent. */
static int seen(int slots, int percent)
{
  int all = slots * percent;
  return all / 100 + (all % 100 >= 50);
}

/* Contacts of the kinds that count, or of all; without any kind, calls. Who has left saw all. */
static int contacts_of(const struct audit *audit, const struct rule_use *use, int done, int minutes,
                       int clinician, int date)
{
  const struct service *service = audit->problem->service;
  int percent = 100;
  if (clinician != NONE)
    percent = clinician_on(service, clinician, date)->sees_percent;
  const struct task *task = &service->tasks[done];
  int all = 0, named = 0, to_see = 0;
  for (int k = service->slot_kinds.count - 1; k >= 0; k--) {
    all += task->slots[k];
    to_see += seen(task->slots[k], percent);
    if (use->sets[CONTACTS] && use->sets[CONTACTS][k])
      named += seen(task->slots[k], percent);
  }
  if (use->sets[CONTACTS])
    return named;
  if (all > 0 || task->minutes_per_contact == 0)
    return to_see;
  return minutes * percent / 100 / task->minutes_per_contact;
}

/* What one assignment offers before the debrief at its end, of a session with slots pro rata. */
static int64_t hundredths_of(const struct audit *audit, const struct rule_use *use,
                             const struct assignment *at, int date)
{
  const struct problem *problem = audit->problem;
  const struct task *task = &problem->service->tasks[at->task];
  int64_t whole = problem->month->slots[at->slot].minutes, lost = debrief_minutes(problem, at);
  bool by_slots = false;
  for (int k = 0; k < problem->service->slot_kinds.count; k++)
    by_slots = by_slots || task->slots[k] > 0;
  if (!by_slots)
    return INT64_C(100) *
           contacts_of(audit, use, at->task, (int)(whole - lost), at->clinician, date);
  int64_t contacts = contacts_of(audit, use, at->task, (int)whole, at->clinician, date);
  int64_t parts = INT64_C(100) * contacts * (whole - lost);
  return parts / whole + (2 * (parts % whole) >= whole ? 1 : 0);
}

static void count_day(const struct audit *audit, const struct rule_use *use, const struct day *day,
                      struct tally *tally)
{
  const struct problem *problem = audit->problem;
  const struct rota *rota = audit->rota;
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    if (!pattern_has(&use->scope.when, day->date, problem->month->slots[s].block))
      continue;
    tally->open += problem->month->slots[s].ordinary;
    for (int i = rota->slot[s]; i < rota->slot[s + 1]; i++) {
      const struct assignment *at = &rota->items[rota->in_slot[i]];
      if (scope_has_on(&use->scope, problem, at->clinician, day->date) &&
          scope_has_task(&use->scope, at->task) && scope_has_site(&use->scope, at->site))
        tally->hundredths += hundredths_of(audit, use, at, day->date);
    }
  }
}

static int usual_sessions(const struct rule_use *use, const struct service *service)
{
  int usual = 0;
  for (int day = 0; day < WEEK_DAYS; day++)
    for (unsigned both = use->scope.when.blocks[day] & service->week.blocks[day]; both; both >>= 1)
      usual += (int)(both & 1);
  return usual;
}

/* The floor's share for a week with so many sessions left, whatever its dates. */
static int share_of_week(const struct rule_use *use, const struct service *service, int left)
{
  int usual = usual_sessions(use, service);
  if (usual == 0 || left >= usual)
    return usual == 0 ? 0 : use->values[LEAST];
  int64_t share = (int64_t)use->values[LEAST] * left / usual;
  int64_t rest = (int64_t)use->values[LEAST] * left % usual;
  return (int)share + (2 * rest >= usual ? 1 : 0);
}

/* Of a week that goes on on published days of another month: the floor's share for both, less
 * what is published, but no more than its share in each session of the month's, rounded up. */
static int rest_of_week(const struct audit *audit, const struct rule_use *use, int week, int left)
{
  const struct service *service = audit->problem->service;
  struct shared_days beyond;
  if (!month_shares(audit->problem->month, week, &beyond))
    return share_of_week(use, service, left);
  int there = 0, offered_there = 0;
  const struct past_assignment *item;
  for (int at = 0; (item = history_next(beyond.history, beyond.from, beyond.until, &at)) != NULL;)
    if (item->task != NONE && scope_has_shared(&use->scope, audit->problem, item))
      offered_there += contacts_of(audit, use, item->task, item->to_minute - item->from_minute,
                                   item->clinician, item->date);
  for (int date = beyond.from; date <= beyond.until; date++)
    for (int b = service->n_blocks - 1; b >= 0; b--)
      if (pattern_has(&use->scope.when, date, b) && service_has_session(service, date, b))
        there++;
  int rest = share_of_week(use, service, left + there) - offered_there;
  int usual = usual_sessions(use, service), each = 0;
  while (usual > 0 && each * usual < use->values[LEAST])
    each++;
  return MAX(MIN(rest, each * left), 0);
}

static void check_tally(struct audit *audit, const struct rule_use *use, int week,
                        const struct tally *tally)
{
  bool weekly = use->values[PER] == PER_WEEK;
  int least = weekly ? rest_of_week(audit, use, week, tally->open) : use->values[LEAST];
  struct label label = audit_label(audit);
  label.slot = weekly ? tally->first_slot : NONE;
  int offered_whole = (int)(tally->hundredths / 100);
  char when[WORDS_SIZE];
  audit_shortfall(audit, SHORTFALL_COVER, label, MAX(least - offered_whole, 0), rule_use_price(use),
                  "%s: %d %s offered %s; the floor is %d", use->name, offered_whole,
                  offered_whole == 1 ? "contact is" : "contacts are",
                  words_period(audit->problem, weekly ? PERIOD_WEEK : PERIOD_MONTH, week, when),
                  least);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct month *month = audit->problem->month;
  struct tally tally = {0, 0, NONE};
  for (int d = 0; d < month->n_days; d++) {
    const struct day *day = &month->days[d];
    if (tally.first_slot == NONE && day->n_slots > 0)
      tally.first_slot = day->first_slot;
    count_day(audit, use, day, &tally);
    bool ends = d + 1 == month->n_days ||
                (use->values[PER] == PER_WEEK && month->days[d + 1].week != day->week);
    if (!ends)
      continue;
    if (tally.first_slot != NONE)
      check_tally(audit, use, use->values[PER] == PER_WEEK ? day->week : 0, &tally);
    tally = (struct tally){0, 0, NONE};
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_autoptr(GString) kinds = g_string_new(NULL);
  for (int k = 0; use->sets[CONTACTS] && k < problem->service->slot_kinds.count; k++)
    if (use->sets[CONTACTS][k])
      g_string_append_printf(kinds, "%s%s", kinds->len ? " and " : "",
                             problem->service->slot_kinds.words[k]);
  g_string_append_printf(out, "at least %d %s%s%s offered per %s", use->values[LEAST], kinds->str,
                         kinds->len ? " " : "",
                         use->values[LEAST] == 1 ? "contact is" : "contacts are",
                         per_choices[use->values[PER]]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_capacity_floor = {
    .name = "capacity_floor",
    .summary = "The contacts offered, new or follow-up, reach a floor each week or month.",
    .source = "NHS improvement framework: capacity that meets the waiting list's demand",
    .nature = RULE_ELASTIC,
    .weight = 10,
    .scope = SCOPE_ALL,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* A month has all of its floor, however few sessions are in scope. */
                .service = "tasks:\n"
                           "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
                           "  spine: {skill: spine, at: hub, slots: {new: 2}}\n"
                           "  calls: {at: remote, minutes_per_contact: 40}\n"
                           "  support: {at: [hub, remote]}\n",
                .use = "{least: 7, per: month, contacts: new, at: [hove, remote],\n"
                       " from: 2027-02-25}",
                .candidates = "ann 2027-02-24 am clinic hove\n"
                              "ann 2027-02-25 am clinic hove\n"
                              "ann 2027-02-25 pm spine hove\n"
                              "bob 2027-02-25 am clinic crawley\n"
                              "bob 2027-02-26 pm clinic hove\n"
                              "cat 2027-02-25 am support hove\n"
                              "cat 2027-02-26 am calls remote\n"
                              "cat 2027-02-26 pm spine hove\n",
                .good = "ann 2027-02-25 am clinic hove\n"
                        "ann 2027-02-25 pm spine hove\n"
                        "cat 2027-02-26 pm spine hove\n",
                .bad = "ann 2027-02-24 am clinic hove\n"
                       "ann 2027-02-25 pm spine hove\n"
                       "bob 2027-02-25 am clinic crawley\n"
                       "bob 2027-02-26 pm clinic hove\n",
            },
            {
                /* A session of 225 minutes has 5 calls; the last week has 3 of the
                 * week's 6 sessions: 4.5 contacts are due, rounded up. */
                .service = "week: {mon-tue: [am, pm], wed: [am], fri: [pm]}\n"
                           "holidays: [2027-02-23, 2027-02-24]\n"
                           "tasks:\n"
                           "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 1}}\n"
                           "  calls: {at: remote, minutes_per_contact: 40}\n",
                .use = "{least: 9, from: 2027-02-15, who: {clinicians: [ann, bob]}}",
                .candidates = "ann 2027-02-15 am clinic hove\n"
                              "bob 2027-02-17 am calls remote\n"
                              "bob 2027-02-19 pm calls remote\n"
                              "cat 2027-02-15 am clinic hove\n"
                              "ann 2027-02-22 am calls remote\n"
                              "ann 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-15 am clinic hove\n"
                        "bob 2027-02-19 pm calls remote\n"
                        "ann 2027-02-22 am calls remote\n",
                .bad = "ann 2027-02-15 am clinic hove\n"
                       "bob 2027-02-17 am calls remote\n"
                       "ann 2027-02-26 pm clinic hove\n",
            },
            {
                /* Of a week's 4 sessions 2, 1, 3 and 3 are left: 3.5 are due, 1.75, 5.25 and 5.25,
                 * to the nearest. The Saturday is open for an event only, but what is offered then
                 * counts; a task with slots has no calls besides. */
                .service =
                    "week: {mon-thu: [am]}\n"
                    "holidays: [2027-02-02, 2027-02-03, 2027-02-08, 2027-02-09, 2027-02-10,\n"
                    "           2027-02-15, 2027-02-22]\n"
                    "tasks:\n"
                    "  group: {at: hub, slots: {new: 3, follow_up: 0}, minutes_per_contact: 45}\n"
                    "  one: {at: hub, slots: {follow_up: 1}}\n"
                    "  calls: {at: remote, minutes_per_contact: 112}\n"
                    "  support: {skill: msk, at: remote}\n"
                    "  spine: {skill: spine, at: hub, slots: {new: 2}}\n",
                .month = "events:\n"
                         "  fair: {name: Fair, kind: fair, at: hove, on: 2027-02-27 am,\n"
                         "         need: [{task: group, need: 1}]}\n",
                .use = "{least: 7}",
                .candidates = "ann 2027-02-01 am group hove\n"
                              "bob 2027-02-04 am one hove\n"
                              "ann 2027-02-11 am calls remote\n"
                              "bob 2027-02-11 am one hove\n"
                              "ann 2027-02-16 am group hove\n"
                              "bob 2027-02-17 am calls remote\n"
                              "cat 2027-02-17 am support remote\n"
                              "cat 2027-02-18 am one hove\n"
                              "ann 2027-02-23 am calls remote\n"
                              "cat 2027-02-25 am one hove\n"
                              "bob 2027-02-27 am group hove\n",
                .good = "ann 2027-02-01 am group hove\n"
                        "bob 2027-02-04 am one hove\n"
                        "ann 2027-02-11 am calls remote\n"
                        "ann 2027-02-16 am group hove\n"
                        "bob 2027-02-17 am calls remote\n"
                        "ann 2027-02-23 am calls remote\n"
                        "bob 2027-02-27 am group hove\n",
                .bad = "ann 2027-02-01 am group hove\n"
                       "bob 2027-02-04 am one hove\n"
                       "bob 2027-02-11 am one hove\n"
                       "ann 2027-02-16 am group hove\n"
                       "bob 2027-02-17 am calls remote\n"
                       "ann 2027-02-23 am calls remote\n"
                       "bob 2027-02-27 am group hove\n",
            },
            {
                /* Of two kinds that are named, both count; calls are of neither. A fifth of 27 is
                 * 5.4, and 5 are due. */
                .service =
                    "week: {mon-fri: [am]}\n"
                    "tasks:\n"
                    "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 2, group: 4}}\n"
                    "  spine: {skill: spine, at: hub, slots: {follow_up: 3, group: 1}}\n"
                    "  calls: {at: remote, minutes_per_contact: 40}\n",
                .use = "{least: 27, contacts: [new, follow_up], from: 2027-02-26}",
                .candidates = "ann 2027-02-19 am clinic hove\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "cat 2027-02-26 am spine hove\n"
                              "bob 2027-02-26 am spine hove\n"
                              "bob 2027-02-26 am calls remote\n",
                .good = "ann 2027-02-26 am clinic hove\n",
                .bad = "cat 2027-02-26 am spine hove\n"
                       "bob 2027-02-26 am calls remote\n",
            },
            {
                /* June begins on a Tuesday and ends on a Wednesday, and both neighbours are
                 * published: 5 of 20 are left of the first week; of the last 20, less 3, is more
                 * than 4 in each of three sessions. */
                .month_id = "2027-06",
                .files = {{"history/2027-05.yaml",
                           "month: 2027-05\n"
                           "assignments:\n"
                           "  ann:\n"
                           "    - 2027-05-30 am 08:30-12:15 clinic hove\n"
                           "    - 2027-05-31 am 08:30-12:15 clinic hove\n"
                           "    - 2027-05-31 pm 13:15-17:00 calls remote\n"
                           "  gone:\n"
                           "    - 2027-05-31 am 08:30-12:15 clinic hove\n"
                           "    - 2027-05-31 pm 13:15-17:00 gone hove\n"
                           "checksum: none\n"},
                          {"history/2027-07.yaml",
                           "month: 2027-07\n"
                           "assignments:\n"
                           "  bob:\n"
                           "    - 2027-07-02 am 08:30-12:15 spine hove\n"
                           "    - 2027-07-05 am 08:30-12:15 clinic hove\n"
                           "checksum: none\n"}},
                .service = "week: {mon-fri: [am]}\n"
                           "holidays: [2027-06-09, 2027-06-10, 2027-06-11, 2027-06-14]\n"
                           "tasks:\n"
                           "  clinic: {skill: msk, at: hub, slots: {new: 4, follow_up: 1}}\n"
                           "  spine: {at: hub, slots: {new: 3}}\n"
                           "  calls: {at: remote, minutes_per_contact: 45}\n",
                .use = "{least: 20}",
                .candidates = "ann 2027-06-01 am clinic hove\n"
                              "bob 2027-06-02 am spine hove\n"
                              "ann 2027-06-04 am calls remote\n"
                              "ann 2027-06-28 am clinic hove\n"
                              "bob 2027-06-28 am clinic hove\n"
                              "bob 2027-06-29 am spine hove\n"
                              "cat 2027-06-30 am clinic hove\n",
                .bad = "ann 2027-06-01 am clinic hove\n"
                       "bob 2027-06-02 am spine hove\n",
            },
            {
                /* 7.47 of clinic where a debrief is, and 2 calls, or 4 without one; of Bob's, who
                 * leads none, always 4. The last Friday's afternoon is closed at Crawley. */
                .service = "tasks:\n"
                           "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
                           "  calls: {at: remote, minutes_per_contact: 50}\n",
                .month = "closures: [{site: crawley, from: 2027-02-26, sessions: pm}]\n",
                .use = "{least: 26, per: month}",
                .beside = "{debrief: {leaders: {band: 7}, weight: 0}},\n"
                          " {debrief: {leaders: {band: 7}, weight: 0, minutes: 120, at: crawley}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm calls remote\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-01 pm calls remote\n"
                              "cat 2027-02-02 pm clinic hove\n"
                              "ann 2027-02-26 pm calls remote\n"
                              "bob 2027-02-26 am clinic crawley\n"
                              "bob 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "bob 2027-02-01 pm clinic hove\n"
                       "bob 2027-02-26 pm clinic hove\n",
            },
            {
                /* Of a clinic's 3 and 5 Ann sees half, 2 and 3, Bob of band 6 a third, 1 and 2, and
                 * Cat, of band 5 until the 9th, all; then she sees a third. Of 5 calls Ann has 2.
                 */
                .service = "sees: {6: 33}\n"
                           "tasks:\n"
                           "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
                           "  calls: {at: remote, minutes_per_contact: 45}\n"
                           "pcns: {}\n",
                .clinicians = "ann: {band: 7, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                              "      sees: 50}\n"
                              "cat: {band: 5, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                              "      changes: [{from: 2027-02-10, band: 6}]}\n",
                .use = "{least: 50, until: 2027-02-12}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-02 am calls remote\n"
                              "bob 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 pm clinic hove\n"
                              "cat 2027-02-02 am clinic hove\n"
                              "cat 2027-02-02 pm clinic hove\n"
                              "cat 2027-02-08 am clinic hove\n"
                              "cat 2027-02-09 pm clinic hove\n"
                              "cat 2027-02-10 am clinic hove\n"
                              "cat 2027-02-12 am clinic hove\n",
                .good = NULL,
                .bad = "ann 2027-02-01 am clinic hove\n",
            },
            {
                /* In 155 of 225 minutes: of clinic Ann has 5 and 3.44, Bob 3 and 2.07, and Cat 8
                 * and 5.51; of calls Ann has 2 and 1, Bob 1. */
                .service = "sees: {6: 33}\n"
                           "tasks:\n"
                           "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
                           "  calls: {at: remote, minutes_per_contact: 40}\n",
                .clinicians = "ann: {band: 7, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                              "      sees: 50}\n",
                .use = "{least: 17, per: month}",
                .beside = "{debrief: {leaders: {band: 7}, weight: 0, minutes: 70}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-02 am calls remote\n"
                              "ann 2027-02-03 pm calls remote\n"
                              "bob 2027-02-01 pm clinic hove\n"
                              "bob 2027-02-03 pm calls remote\n"
                              "cat 2027-02-01 am clinic crawley\n"
                              "cat 2027-02-01 pm clinic crawley\n",
                .bad = "bob 2027-02-01 pm clinic hove\n",
            },
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
