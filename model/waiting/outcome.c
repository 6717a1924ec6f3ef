#include "model/waiting/outcome.h"

#include "model/month_id.h"

const char *const outcome_status_names[OUTCOME_STATUSES] = {
    [OUTCOME_BUILT] = "built",   [OUTCOME_UNLAWFUL] = "unlawful",
    [OUTCOME_NOTHING] = "none",  [OUTCOME_UNSTAFFED] = "unstaffed",
    [OUTCOME_FAILED] = "failed", [OUTCOME_INTERRUPTED] = "interrupted",
};

const char *const held_by_names[HELD_KINDS] = {"rooms", "opening", "skills", "hours", "rules"};

const char *const measure_group_names[MEASURE_GROUPS] = {
    [GROUP_ROTA] = "The rota",     [GROUP_COVER] = "Cover",
    [GROUP_FCP] = "First contact", [GROUP_CLINICS] = "Contacts offered in the month",
    [GROUP_PEOPLE] = "People",     [GROUP_WAITING] = "Waiting list",
};

/* What is shown everywhere, and what is left out where there is little room. */
#define ANSWER(id, words, unit, decimals, better, group)                                           \
  {                                                                                                \
    id, words, unit, decimals, BETTER_##better, GROUP_##group, false                               \
  }
#define DETAIL(id, words, unit, decimals, better, group)                                           \
  {                                                                                                \
    id, words, unit, decimals, BETTER_##better, GROUP_##group, true                                \
  }

const struct measure outcome_measures[OUTCOME_MEASURES] = {
    [MEASURE_COST] = ANSWER("cost", "cost", "points", 0, LOWER, ROTA),
    [MEASURE_BOUND] = ANSWER("bound", "no lawful rota costs less than", "points", 0, NEITHER, ROTA),
    [MEASURE_GAP] = ANSWER("gap", "proven gap between the two", "%", 2, NEVER, ROTA),
    [MEASURE_SECONDS] = DETAIL("seconds", "time taken", "s", 2, NEVER, ROTA),
    [MEASURE_GAPS] = ANSWER("gaps", "needed sessions not filled", "sessions", 0, LOWER, COVER),
    [MEASURE_BELOW_TARGET] =
        ANSWER("below_target", "sessions below target", "sessions", 0, LOWER, COVER),
    [MEASURE_SHORTFALL_POINTS] =
        ANSWER("shortfall_points", "cost of all that is short", "points", 0, LOWER, COVER),
    [MEASURE_FCP_SESSIONS] =
        ANSWER("fcp_sessions", "FCP sessions in the month", "sessions", 0, HIGHER, FCP),
    [MEASURE_FCP_PER_10000] =
        ANSWER("fcp_per_10000", "a week per 10,000 patients", "sessions", 2, HIGHER, FCP),
    [MEASURE_FCP_LEAST] = ANSWER("fcp_least_per_10000", "the same, of the PCN with least",
                                 "sessions", 2, HIGHER, FCP),
    [MEASURE_FCP_GAP] =
        ANSWER("fcp_worst_gap", "longest run of days without", "days", 0, LOWER, FCP),
    [MEASURE_SLOTS_NEW] = ANSWER("slots_new", "new appointments", "contacts", 0, HIGHER, CLINICS),
    [MEASURE_SLOTS_FOLLOW_UP] =
        ANSWER("slots_follow_up", "follow-up appointments", "contacts", 0, HIGHER, CLINICS),
    [MEASURE_SLOTS_FCP] = ANSWER("slots_fcp", "FCP appointments", "contacts", 0, HIGHER, CLINICS),
    [MEASURE_SLOTS_CALL] = ANSWER("slots_call", "calls offered", "contacts", 0, HIGHER, CLINICS),
    [MEASURE_ATTENDEES] =
        ANSWER("attendees", "people seen at events", "people", 0, HIGHER, CLINICS),
    [MEASURE_LOST_NEW] = ANSWER("lost_new", "new lost to DNA", "contacts", 0, LOWER, CLINICS),
    [MEASURE_LOST_FOLLOW_UP] =
        ANSWER("lost_follow_up", "follow-up lost to DNA", "contacts", 0, LOWER, CLINICS),
    [MEASURE_SESSIONS] = ANSWER("sessions", "sessions worked", "sessions", 0, NEITHER, PEOPLE),
    [MEASURE_GENERALIST] =
        ANSWER("generalist", "generalist share (80:20)", "%", 2, NEITHER, PEOPLE),
    [MEASURE_SATISFACTION] = ANSWER("satisfaction", "satisfaction, mean", "%", 0, HIGHER, PEOPLE),
    [MEASURE_SATISFACTION_LEAST] =
        ANSWER("satisfaction_least", "satisfaction, worst", "%", 0, HIGHER, PEOPLE),
    [MEASURE_SPLIT_DAYS] =
        ANSWER("split_days", "days at two sites or more", "days", 0, LOWER, PEOPLE),
    [MEASURE_HOLE_DAYS] = ANSWER("hole_days", "days with a hole", "days", 0, LOWER, PEOPLE),
    [MEASURE_WITHOUT_TIME] =
        ANSWER("moves_without_time", "moves without time for the way", "moves", 0, LOWER, PEOPLE),
    [MEASURE_NAMED] = ANSWER("named", "PCN sessions by named FCPs", "%", 2, HIGHER, PEOPLE),
    [MEASURE_AVOIDED] = ANSWER("avoided", "avoid and off kept, sessions", "%", 0, HIGHER, PEOPLE),
    [MEASURE_TRAVEL] =
        ANSWER("travel", "travel between sites, minutes", "minutes", 0, LOWER, PEOPLE),
    [MEASURE_PREMIUM] =
        ANSWER("premium", "extra pay, evenings etc., hours", "hours", 2, LOWER, PEOPLE),
    [MEASURE_LIST_NOW] = ANSWER("list_now", "waiting now", "people", 0, NEITHER, WAITING),
    [MEASURE_LIST_END] = ANSWER("list_end", "waiting at the end", "people", 0, LOWER, WAITING),
    [MEASURE_LIST_END_LOW] =
        ANSWER("list_end_p10", "in one case of ten, fewer than", "people", 0, LOWER, WAITING),
    [MEASURE_LIST_END_HIGH] =
        ANSWER("list_end_p90", "in one case of ten, more than", "people", 0, LOWER, WAITING),
    [MEASURE_PRIORITY_END] =
        ANSWER("priority_end", "at the end, priority", "people", 0, LOWER, WAITING),
    [MEASURE_ROUTINE_END] =
        DETAIL("routine_end", "at the end, routine", "people", 0, LOWER, WAITING),
    [MEASURE_OVER_18_END] =
        ANSWER("over_18_end", "at the end, 18 weeks or longer", "people", 0, LOWER, WAITING),
    [MEASURE_OVER_52_END] =
        ANSWER("over_52_end", "at the end, 52 weeks or longer", "people", 0, LOWER, WAITING),
    [MEASURE_SEEN] = ANSWER("seen", "seen by then", "people", 0, HIGHER, WAITING),
    [MEASURE_SETTLED] =
        ANSWER("settled", "of those, settled by a call", "people", 0, HIGHER, WAITING),
    [MEASURE_SLOTS_SICK] =
        ANSWER("slots_sick", "new slots lost to sickness", "contacts", 0, LOWER, WAITING),
    [MEASURE_CALLS_UNUSED] =
        ANSWER("calls_unused", "calls with nobody left to call", "contacts", 0, LOWER, WAITING),
    [MEASURE_SLOTS_LOST] =
        ANSWER("slots_lost", "new slots lost to DNA by then", "contacts", 0, LOWER, WAITING),
    [MEASURE_SLOTS_UNUSED] =
        ANSWER("slots_unused", "new slots nobody waits for", "contacts", 0, LOWER, WAITING),
    [MEASURE_FOLLOW_UPS_SHORT] =
        ANSWER("follow_ups_short", "follow-ups without a slot", "contacts", 0, LOWER, WAITING),
    [MEASURE_AREA_GAP] =
        ANSWER("area_gap", "between areas' mean waits", "weeks", 2, LOWER, WAITING),
    [MEASURE_FCP_LOST] =
        ANSWER("fcp_lost", "first contacts fewer by then", "contacts", 0, LOWER, WAITING),
    [MEASURE_FCP_LOST_SHARE] =
        DETAIL("fcp_lost_share", "of those, taken to be referred", "%", 2, NEITHER, WAITING),
    [MEASURE_FCP_REFERRED] =
        ANSWER("fcp_referred", "referred for want of an FCP", "people", 0, LOWER, WAITING),
    [MEASURE_LOAD + WAITING_PRIORITY] =
        DETAIL("load_priority", "load, priority", "%", 2, LOWER, WAITING),
    [MEASURE_LOAD + WAITING_ROUTINE] =
        DETAIL("load_routine", "load, routine", "%", 2, LOWER, WAITING),
    [MEASURE_LOAD + WAITING_ALL] =
        ANSWER("load", "load: demand over capacity", "%", 2, LOWER, WAITING),
    [MEASURE_TARGET_QUEUE + WAITING_PRIORITY] =
        DETAIL("target_queue_priority", "target queue, priority", "people", 0, NEITHER, WAITING),
    [MEASURE_TARGET_QUEUE + WAITING_ROUTINE] =
        DETAIL("target_queue_routine", "target queue, routine", "people", 0, NEITHER, WAITING),
    [MEASURE_TARGET_QUEUE + WAITING_ALL] =
        ANSWER("target_queue", "target queue", "people", 0, NEITHER, WAITING),
    [MEASURE_RELIEF + WAITING_PRIORITY] =
        DETAIL("relief_priority", "relief capacity a week, priority", "people", 0, LOWER, WAITING),
    [MEASURE_RELIEF + WAITING_ROUTINE] =
        DETAIL("relief_routine", "relief capacity a week, routine", "people", 0, LOWER, WAITING),
    [MEASURE_RELIEF + WAITING_ALL] =
        ANSWER("relief", "relief capacity a week", "people", 0, LOWER, WAITING),
};

static void free_shortfall(gpointer data)
{
  struct outcome_shortfall *shortfall = data;
  g_free(shortfall->rule);
  g_free(shortfall->kind);
  g_free(shortfall);
}

static void free_pcn(gpointer data)
{
  struct outcome_pcn *pcn = data;
  g_free(pcn->id);
  g_free(pcn->name);
  g_free(pcn);
}

static void free_held(gpointer data)
{
  struct outcome_held *held = data;
  g_free(held->words);
  g_free(held->site);
  g_free(held->task);
  g_free(held);
}

static void free_area(gpointer data)
{
  g_free(((struct outcome_area *)data)->name);
  g_free(data);
}

static void free_weeks(gpointer data)
{
  struct outcome_weeks *weeks = data;
  g_free(weeks->fingerprint);
  g_array_unref(weeks->chosen);
  g_free(weeks);
}

bool outcome_is_within(const struct outcome_spread *spread, const struct outcome_spread *other)
{
  return spread->mean >= other->low && spread->mean <= other->high;
}

const char *outcome_series_name(enum outcome_series series)
{
  static const char *const names[OUTCOME_SERIES] = {
      [SERIES_SIZE] = "size",         [SERIES_LONG] = "over 24", [SERIES_REFERRED] = "referred",
      [SERIES_RETURNED] = "returned", [SERIES_SEEN] = "seen",    [SERIES_MISSED] = "missed",
      [SERIES_REMOVED] = "removed",   [SERIES_SLOTS] = "slots",  [SERIES_FCP] = "fcp",
  };
  bool is_band = series >= SERIES_BAND && series < SERIES_LONG;
  return is_band ? waiting_bands[series - SERIES_BAND].name : names[series];
}

static void free_other(gpointer data)
{
  outcome_free(data);
}

struct outcome *outcome_new(void)
{
  struct outcome *outcome = g_new0(struct outcome, 1);
  outcome->status = OUTCOME_FAILED;
  outcome->changes = g_new0(char *, 1);
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    outcome->values[m] = OUTCOME_UNKNOWN;
  outcome->shortfalls = g_ptr_array_new_with_free_func(free_shortfall);
  outcome->pcns = g_ptr_array_new_with_free_func(free_pcn);
  outcome->held = g_ptr_array_new_with_free_func(free_held);
  outcome->areas = g_ptr_array_new_with_free_func(free_area);
  outcome->ordinary = g_ptr_array_new_with_free_func(free_weeks);
  outcome->known = g_array_new(FALSE, TRUE, sizeof(struct outcome_day));
  outcome->others = g_ptr_array_new_with_free_func(free_other);
  return outcome;
}

void outcome_free(struct outcome *outcome)
{
  if (!outcome)
    return;
  g_free(outcome->name);
  g_free(outcome->scenario);
  g_free(outcome->service);
  g_free(outcome->month);
  g_strfreev(outcome->changes);
  g_free(outcome->reason);
  g_free(outcome->fingerprint);
  g_free(outcome->bound_by);
  g_free(outcome->engine_fault);
  g_ptr_array_unref(outcome->shortfalls);
  g_ptr_array_unref(outcome->pcns);
  g_ptr_array_unref(outcome->held);
  g_ptr_array_unref(outcome->areas);
  g_ptr_array_unref(outcome->ordinary);
  g_array_unref(outcome->known);
  g_free(outcome->ahead);
  g_ptr_array_unref(outcome->others);
  g_free(outcome->weeks);
  g_free(outcome);
}

struct outcome_shortfall *outcome_add_shortfall(struct outcome *outcome)
{
  struct outcome_shortfall *shortfall = g_new0(struct outcome_shortfall, 1);
  g_ptr_array_add(outcome->shortfalls, shortfall);
  return shortfall;
}

struct outcome_pcn *outcome_add_pcn(struct outcome *outcome)
{
  struct outcome_pcn *pcn = g_new0(struct outcome_pcn, 1);
  g_ptr_array_add(outcome->pcns, pcn);
  return pcn;
}

struct outcome_held *outcome_add_held(struct outcome *outcome)
{
  struct outcome_held *held = g_new0(struct outcome_held, 1);
  g_ptr_array_add(outcome->held, held);
  return held;
}

struct outcome_area *outcome_add_area(struct outcome *outcome)
{
  struct outcome_area *area = g_new0(struct outcome_area, 1);
  g_ptr_array_add(outcome->areas, area);
  return area;
}

struct outcome_weeks *outcome_add_weeks(struct outcome *outcome)
{
  struct outcome_weeks *weeks = g_new0(struct outcome_weeks, 1);
  weeks->chosen = g_array_new(FALSE, FALSE, sizeof(int));
  g_ptr_array_add(outcome->ordinary, weeks);
  return weeks;
}

struct outcome *outcome_add_other(struct outcome *outcome)
{
  struct outcome *other = outcome_new();
  other->status = OUTCOME_BUILT;
  g_ptr_array_add(outcome->others, other);
  return other;
}

int64_t outcome_difference(int64_t value, int64_t baseline)
{
  return value == OUTCOME_UNKNOWN || baseline == OUTCOME_UNKNOWN ? OUTCOME_UNKNOWN
                                                                 : value - baseline;
}

/* The cheapest lawful rota costs between these two. */
struct range {
  int64_t least, most;
};

static struct range range_of(const struct outcome *outcome)
{
  int64_t bound = outcome->values[MEASURE_BOUND], cost = outcome->values[MEASURE_COST];
  return (struct range){bound, cost == OUTCOME_UNKNOWN ? INT64_MAX : cost};
}

bool outcome_ends_within(const struct outcome *outcome, const struct outcome *baseline, int group)
{
  return outcome->weeks && baseline->weeks && outcome->n_weeks == baseline->n_weeks &&
         outcome_is_within(&outcome->weeks[outcome->n_weeks].of[group][SERIES_SIZE],
                           &baseline->weeks[baseline->n_weeks].of[group][SERIES_SIZE]);
}

int outcome_week_ends(const struct outcome *outcome, int week)
{
  int date;
  if (!outcome->month || !month_id_parse(outcome->month, &date))
    return DATE_NONE;
  return date - date_weekday(date) + WEEK_DAYS * week - 1;
}

bool outcome_is_same(const struct outcome *outcome, const struct outcome *baseline)
{
  return outcome->fingerprint && g_strcmp0(outcome->fingerprint, baseline->fingerprint) == 0;
}

bool outcome_is_same_ahead(const struct outcome *outcome, const struct outcome *baseline)
{
  return outcome_is_same(outcome, baseline) && g_strcmp0(outcome->ahead, baseline->ahead) == 0;
}

bool outcome_is_open(const struct outcome *outcome, const struct outcome *baseline)
{
  struct range a = range_of(outcome), b = range_of(baseline);
  bool proven = a.least == a.most && b.least == b.most;
  return !outcome_is_same(outcome, baseline) && !proven && a.least <= b.most && b.least <= a.most;
}
