#include "planning/ahead.h"

#include "model/formulation.h"
#include "planning/hold_events.h"
#include "planning/known_days.h"
#include "planning/recurring_weeks.h"
#include "planning/searches.h"

#include <assert.h>
#include <math.h>

/* Some weeks at work. */
struct weeks {
  const struct ahead *ahead;
  const struct variant_weeks *at;
  struct programme *programme;
  char *fingerprint;
  struct searched searched;
  GPtrArray *const *recurring; /* of each search: struct capacity of the weeks in which what comes
                                  back does */
};

/* Are they of the weeks' programme? A file of others may say so of a larger one. */
static bool are_of(const struct outcome_weeks *known, const struct weeks *weeks)
{
  const GArray *chosen = known->chosen;
  int last = chosen->len > 0 ? g_array_index(chosen, int, chosen->len - 1) : NONE;
  return g_strcmp0(known->fingerprint, weeks->fingerprint) == 0 &&
         last < weeks->at->problem->n_candidates;
}

/* What search `index` of them came to; the best, where fewer count. */
static const struct outcome_weeks *known_of(const struct outcome *outcome,
                                            const struct weeks *weeks, int index)
{
  const struct outcome_weeks *first = NULL;
  for (guint i = 0; outcome && i < outcome->ordinary->len; i++) {
    const struct outcome_weeks *known = g_ptr_array_index(outcome->ordinary, i);
    if (!are_of(known, weeks))
      continue;
    first = first ? first : known;
    if (index-- == 0)
      return known;
  }
  return first;
}

static const struct outcome_weeks *known(const struct weeks *weeks, int index)
{
  const struct outcome_weeks *own = known_of(weeks->ahead->outcome, weeks, index);
  return own ? own : known_of(weeks->ahead->baseline, weeks, index);
}

static int seconds_each(const struct variant_settings *settings)
{
  return MAX(1, settings->build.seconds / 2);
}

int ahead_seconds(const struct variant *variant, const struct variant_settings *settings)
{
  return (int)variant->weeks->len * seconds_each(settings);
}

/* The month's rota so many weeks later; the weeks begin where its first Monday comes to lie. */
static struct rota *start_of(const struct weeks *weeks)
{
  const struct problem *problem = weeks->ahead->variant->problem;
  int first = problem->month->from;
  int monday = first + (WEEK_DAYS - date_weekday(first)) % WEEK_DAYS;
  struct start *words = start_of_rota(problem, weeks->ahead->rota);
  struct rota *out = start_match_later(words, weeks->at->problem, weeks->at->month->from - monday);
  start_free(words);
  return out;
}

static char *explain(const struct weeks *weeks, const char *reason)
{
  return g_strdup_printf("what follows the month can't be said: %s: %s", weeks->at->month->name,
                         reason);
}

/* NULL: there is a lawful rota of them. */
static char *build(struct weeks *weeks, enum outcome_status *status)
{
  struct build_settings settings = weeks->ahead->settings->build;
  struct rota *start = start_of(weeks);
  settings.seconds = seconds_each(weeks->ahead->settings);
  settings.report = NULL;
  const struct build_request request = {weeks->at->problem, weeks->programme, start, &settings};
  searches_run(&request, weeks->ahead->searches, &weeks->searched);
  rota_free(start);
  struct build_result *built = &weeks->searched.best;
  if (!weeks->ahead->outcome->engine_fault)
    weeks->ahead->outcome->engine_fault = g_steal_pointer(&built->engine_fault);
  weeks->ahead->outcome->once_ahead |= weeks->searched.once;
  if (weeks->ahead->open)
    *weeks->ahead->open |= built->verdict == BUILD_DONE && !weeks->searched.settled;
  *status = built->verdict == BUILD_INFEASIBLE ? OUTCOME_UNLAWFUL
            : built->verdict == BUILD_NOTHING  ? OUTCOME_NOTHING
                                               : OUTCOME_FAILED;
  if (built->verdict != BUILD_DONE)
    return explain(weeks, built->reason);
  if (weeks->searched.unstaffed) {
    g_autofree char *unknown = hold_events_words(weeks->searched.unstaffed);
    *status = OUTCOME_UNSTAFFED;
    return explain(weeks, unknown);
  }
  if (built->audit->broken > 0)
    return explain(weeks, "the rota breaks hard limits by the rules' own check");
  return NULL;
}

static const struct rota *rota_of(const struct weeks *weeks, int index)
{
  const struct searched *searched = &weeks->searched;
  return index > 0 && index <= searched->n_others ? searched->others[index - 1].rota
                                                  : searched->best.rota;
}

static void note(const struct weeks *weeks, const struct rota *rota)
{
  struct outcome_weeks *out = outcome_add_weeks(weeks->ahead->outcome);
  out->fingerprint = g_strdup(weeks->fingerprint);
  for (int i = 0; i < rota->count; i++) {
    int candidate = problem_candidate(weeks->at->problem, &rota->items[i]);
    g_array_append_val(out->chosen, candidate);
  }
}

static struct rota *noted(const struct weeks *weeks, int index)
{
  const struct problem *problem = weeks->at->problem;
  const GArray *chosen = known(weeks, index)->chosen;
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)chosen->len + 1);
  for (guint i = 0; i < chosen->len; i++)
    items[i] = problem->candidates[g_array_index(chosen, int, i)];
  return rota_new(problem, items, (int)chosen->len);
}

/* A rota that is known of the very programme counts by the templates and areas of these weeks. */
static void tell(const struct weeks *weeks, int index, struct capacity *capacity)
{
  if (weeks->at->recurring)
    return;
  struct rota *ordinary = weeks->at->exception ? NULL : noted(weeks, index);
  struct capacity *own =
      capacity_new(weeks->at->problem, ordinary ? ordinary : rota_of(weeks, index));
  if (ordinary)
    capacity_go_on(capacity, weeks->at->from, own->usual);
  else
    capacity_except(capacity, own);
  capacity_free(own);
  rota_free(ordinary);
}

static char *add(struct weeks *weeks, struct capacity *const *capacities,
                 enum outcome_status *status)
{
  weeks->programme = formulation_build(weeks->at->problem);
  weeks->fingerprint = programme_fingerprint(weeks->programme);
  bool needed = weeks->at->exception || !known(weeks, 0);
  char *reason = needed ? build(weeks, status) : NULL;
  if (!needed && weeks->ahead->baseline)
    weeks->ahead->outcome->once_ahead |= weeks->ahead->baseline->once_ahead;
  for (int i = 0; needed && !reason && !weeks->at->exception && i <= weeks->searched.n_others; i++)
    note(weeks, rota_of(weeks, i));
  for (int i = 0; !reason && weeks->at->recurring && i < weeks->ahead->searches; i++)
    g_ptr_array_add(weeks->recurring[i], capacity_new(weeks->at->problem, rota_of(weeks, i)));
  for (int i = 0; !reason && i < weeks->ahead->searches; i++)
    tell(weeks, i, capacities[i]);
  return reason;
}

/* --- months that have a rota already, and what comes back -------------------------- */

enum { HUNDREDTHS = 100 * SCENARIO_ORDINARY_WEEKS };

/* What the days of them offer beside what is usual by the best search. */
static void note_known(const struct ahead *ahead, const struct capacity *capacity, int end)
{
  const GArray *known = ahead->variant->known;
  for (guint i = 0; known && i < known->len; i++) {
    const struct known_day *day = &g_array_index(known, struct known_day, i);
    const struct capacity_pattern *usual = capacity_pattern_on(capacity, day->date);
    struct outcome_day out = {.date = day->date, .attendees = day->offers.attendees};
    if (!usual || day->date >= end)
      continue;
    for (int k = 0; k < CAPACITY_KINDS; k++)
      out.more[k] =
          llround((day->offers.slots[k] - usual->usual[date_weekday(day->date)][k]) * HUNDREDTHS);
    g_array_append_val(ahead->outcome->known, out);
  }
}

static void use(const GArray *days, struct capacity *capacity)
{
  for (guint i = 0; i < days->len; i++) {
    const struct outcome_day *day = &g_array_index(days, struct outcome_day, i);
    struct capacity_exception exception = {.date = day->date, .attendees = (int)day->attendees};
    for (int k = 0; k < CAPACITY_KINDS; k++)
      exception.more[k] = (double)day->more[k] / HUNDREDTHS;
    capacity_except_on(capacity, &exception);
  }
}

/* The days of which there is a rota, as the service as it is knows them, and what comes back as the
 * scenario has it, by one of its searches. */
static GArray *days_of_its_own(const struct ahead *ahead, const struct capacity *capacity,
                               const GPtrArray *recurring, int end)
{
  GArray *days = g_array_new(FALSE, FALSE, sizeof(struct outcome_day));
  for (guint i = 0; ahead->baseline && i < ahead->baseline->known->len; i++) {
    const struct outcome_day *day = &g_array_index(ahead->baseline->known, struct outcome_day, i);
    if (!day->recurs)
      g_array_append_vals(days, day, 1);
  }
  recurring_weeks_note(capacity, recurring, end, days);
  return days;
}

/* A scenario changes what there is in those months as it changes ordinary weeks. */
static void use_known(const struct ahead *ahead, struct capacity *const *capacities,
                      GPtrArray *const *recurring, int end)
{
  const struct scenario *scenario = ahead->variant->scenario;
  const struct outcome *of = scenario ? ahead->baseline : ahead->outcome;
  for (int s = 0; s < ahead->searches; s++)
    if (scenario && scenario->recurring) {
      g_autoptr(GArray) days = days_of_its_own(ahead, capacities[s], recurring[s], end);
      use(days, capacities[s]);
    } else if (of) {
      use(of->known, capacities[s]);
    }
}

static void free_capacity(gpointer capacity)
{
  capacity_free(capacity);
}

char *ahead_build(const struct ahead *ahead, struct capacity *const *capacities,
                  enum outcome_status *status)
{
  const struct month *month = ahead->variant->month;
  const GArray *all = ahead->variant->weeks;
  int monday = month->from - date_weekday(month->from);
  int end = monday + ahead->settings->horizon_weeks * WEEK_DAYS;
  g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
  GPtrArray *recurring[SEARCHES_MOST];
  char *reason = NULL;
  assert(ahead->searches > 0);
  if (ahead->variant->scenario && ahead->variant->scenario->recurring)
    g_checksum_update(checksum, (const guchar *)"recurring\n", -1);
  for (int s = 0; s < ahead->searches; s++)
    recurring[s] = g_ptr_array_new_with_free_func(free_capacity);
  for (guint i = 0; i < all->len && !reason; i++) {
    struct weeks weeks = {
        .ahead = ahead, .at = &g_array_index(all, struct variant_weeks, i), .recurring = recurring};
    if (weeks.at->from >= end)
      continue;
    reason = add(&weeks, capacities, status);
    g_autofree char *line = g_strdup_printf("%d %s\n", weeks.at->from, weeks.fingerprint);
    if (!weeks.at->recurring)
      g_checksum_update(checksum, (const guchar *)line, -1);
    searched_clear(&weeks.searched);
    programme_free(weeks.programme);
    g_free(weeks.fingerprint);
  }
  if (!reason) {
    note_known(ahead, capacities[0], end);
    if (!ahead->variant->scenario)
      recurring_weeks_note(capacities[0], recurring[0], end, ahead->outcome->known);
    use_known(ahead, capacities, recurring, end);
  }
  for (int s = 0; s < ahead->searches; s++)
    g_ptr_array_unref(recurring[s]);
  ahead->outcome->ahead = g_strdup(g_checksum_get_string(checksum));
  return reason;
}
