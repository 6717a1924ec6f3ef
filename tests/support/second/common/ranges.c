/* Section 6: the least and the most points that there are for somebody. */
#include "tests/support/second/common/parts.h"

#include <string.h>

/* --- what is offered ------------------------------------------------------------ */

/* A number that says which pool, with `room` in it; FREELY is none, and room 0 no offer. */
struct offer {
  int64_t pool;
  int room;
};
enum { FREELY = -1 };

static bool comes_from_elsewhere(const struct second *second, const struct assignment *item)
{
  for (int p = 0; p < second->service->n_sites; p++)
    if (second_moves(second, item->slot, item->task, p) == item->site)
      return true;
  return false;
}

static bool is_locked(const struct second *second, const struct assignment *item)
{
  for (int i = 0; i < second->month->n_locks; i++) {
    const struct lock *lock = &second->month->locks[i];
    if (lock->clinician == item->clinician && lock->slot == item->slot &&
        lock->task == item->task && lock->site == item->site)
      return true;
  }
  return false;
}

static bool is_named(const struct second *second, int task)
{
  static const char *const asking[] = {"duty_cover", "fcp_cover", "support_time", "supervision",
                                       "team_meeting"};
  for (int u = 0; u < second->service->n_uses; u++)
    for (int i = 0; i < 5; i++)
      if (strcmp(second->service->uses[u].rule->name, asking[i]) == 0 &&
          second_task(&second->service->uses[u], task))
        return true;
  return false;
}

/* A pool's number: which line or use, which site, which period. */
static int64_t pool(const struct second *second, int which, int site, enum period per, int slot)
{
  int day = second->slots[slot].day, period = 0;
  if (per == PERIOD_DAY)
    period = day;
  if (per == PERIOD_WEEK)
    period = second->days[day].week;
  return (which * (int64_t)1000 + site) * 1000 + period;
}

static int limit_of(const struct second *second, const struct demand *line, int site)
{
  if (line->most != UNLIMITED)
    return line->most;
  int need = line->patients_per_session > 0 ? second_need(second, line, site) : line->need;
  return MAX(line->target, need);
}

static bool line_offers(const struct second *second, const struct demand *line,
                        const struct assignment *item)
{
  bool at =
      line->sites ? line->sites[item->site] : second->service->tasks[line->task].at[item->site];
  if (!at || !second_of_line(second, line, item->slot) || limit_of(second, line, item->site) == 0)
    return false;
  return line->event != NONE ||
         (second_open(second, item->slot, item->site) && !second_event_work(second, item));
}

static struct offer by_lines(const struct second *second, const struct assignment *item)
{
  struct offer offer = {FREELY, 0};
  int of_task = 0, offering = 0;
  for (guint i = 0; i < second->lines->len; i++) {
    const struct demand *line = second->lines->pdata[i];
    if (line->tasks || line->who)
      continue;
    of_task += line->task == item->task;
    if (line->task != item->task || !line_offers(second, line, item))
      continue;
    offering++;
    offer.room = limit_of(second, line, item->site);
    if (line->per != PERIOD_SESSION)
      offer.pool =
          pool(second, (int)i, line->each_site ? item->site + 1 : 0, line->per, item->slot);
  }
  if (of_task == 0 || offering > 1)
    return (struct offer){FREELY, 1};
  return offer;
}

static struct offer by_counts(const struct second *second, const struct assignment *item)
{
  for (int u = 0; u < second->service->n_uses; u++) {
    const struct rule_use *use = &second->service->uses[u];
    if (strcmp(use->rule->name, "count_limit") != 0 || !use->hard || !second_given(use, "most") ||
        !second_is(use, "count", "sessions") || !second_in_scope(second, use, item))
      continue;
    enum period per = PERIOD_MONTH;
    if (second_is(use, "per", "week"))
      per = PERIOD_WEEK;
    if (second_is(use, "per", "day"))
      per = PERIOD_DAY;
    int which = (int)second->lines->len + u;
    return (struct offer){pool(second, which, 0, per, item->slot), second_value(use, "most")};
  }
  return (struct offer){FREELY, 1};
}

static struct offer offer_of(const struct second *second, const struct assignment *item)
{
  struct offer offer = {FREELY, 1};
  if (!comes_from_elsewhere(second, item) && !is_locked(second, item) &&
      !is_named(second, item->task))
    offer = by_lines(second, item);
  return offer.pool == FREELY && offer.room > 0 ? by_counts(second, item) : offer;
}

/* --- the most of it --------------------------------------------------------------- */

/* A place in a pool, which slots bid for, so that it goes to who gains most by it. */
struct seat {
  int pool;  /* in choice.pools */
  int owner; /* a slot, or NONE */
  int64_t price;
};

/* What each slot can gain in each pool, over what comes freely. */
struct choice {
  int n_slots;
  GArray *pools, *seats; /* int64_t, struct seat */
  GPtrArray *gains;      /* for each pool: int64_t [slots] */
};

static int64_t gain_in(const struct choice *choice, int slot, int pool)
{
  return ((const int64_t *)choice->gains->pdata[pool])[slot];
}

/* The slot bids for the seat that it likes best, as much as that is better than the next best,
 * and one more. Whoever loses a seat is returned, otherwise NONE. */
static int bid(const struct choice *choice, int slot)
{
  int64_t best = 0, next = 0, scale = choice->n_slots + 1;
  struct seat *wanted = NULL;
  for (guint i = 0; i < choice->seats->len; i++) {
    struct seat *seat = &g_array_index(choice->seats, struct seat, i);
    int64_t net = scale * gain_in(choice, slot, seat->pool) - seat->price;
    if (net > best) {
      next = best;
      best = net;
      wanted = seat;
    } else {
      next = MAX(next, net);
    }
  }
  if (!wanted)
    return NONE;
  int out = wanted->owner;
  wanted->owner = slot;
  wanted->price += best - next + 1;
  return out;
}

/* By auction (Bertsekas): prices that are off by less than one in all, once gains are scaled by
 * more than there are slots. */
static int64_t most_by_auction(const struct choice *choice)
{
  int64_t sum = 0;
  for (int s = 0; s < choice->n_slots; s++)
    for (int bidder = s; bidder != NONE;)
      bidder = bid(choice, bidder);
  for (guint i = 0; i < choice->seats->len; i++) {
    const struct seat *seat = &g_array_index(choice->seats, struct seat, i);
    if (seat->owner != NONE)
      sum += gain_in(choice, seat->owner, seat->pool);
  }
  return sum;
}

/* What the pool gives the slot; a new one is opened with its seats. */
static int64_t *place_for(struct choice *choice, struct offer offer, int slot)
{
  guint i = 0;
  while (i < choice->pools->len && g_array_index(choice->pools, int64_t, i) != offer.pool)
    i++;
  if (i == choice->pools->len) {
    struct seat seat = {(int)i, NONE, 0};
    g_array_append_val(choice->pools, offer.pool);
    g_ptr_array_add(choice->gains, g_new0(int64_t, (gsize)choice->n_slots));
    for (int n = 0; n < MIN(offer.room, choice->n_slots); n++)
      g_array_append_val(choice->seats, seat);
  }
  return &((int64_t *)choice->gains->pdata[i])[slot];
}

/* --- the range ---------------------------------------------------------------------- */

static bool could_be_at(const struct second *second, int clinician, int slot, int site)
{
  for (int t = 0; t < second->service->n_tasks; t++)
    if (second_candidate(second, &(struct assignment){clinician, slot, t, site, false}))
      return true;
  return false;
}

/* Of the people who could be met there: what those come to who are worth something that way. */
static int64_t people_met(const struct second *second, const struct assignment *item, int sign)
{
  int64_t sum = 0;
  for (int c = 0; c < second->service->n_clinicians; c++) {
    int64_t worth = sign * second_person_points(second, item->clinician, c);
    if (worth > 0 && !second->service->sites[item->site].remote &&
        could_be_at(second, c, item->slot, item->site))
      sum += worth;
  }
  return sum;
}

/* What the slot is worth freely; what it is worth in pools goes into the choice. */
static int64_t look_at_slot(const struct second *second, int clinician, int slot, int sign,
                            struct choice *choice)
{
  int64_t freely = 0;
  for (int t = 0; t < second->service->n_tasks; t++)
    for (int p = 0; p < second->service->n_sites; p++) {
      struct assignment item = {clinician, slot, t, p, false};
      if (!second_candidate(second, &item))
        continue;
      int64_t worth = sign * second_points_of(second, &item) + people_met(second, &item, sign);
      struct offer offer = offer_of(second, &item);
      int64_t *place = offer.pool == FREELY ? &freely : place_for(choice, offer, slot);
      if (offer.room > 0)
        *place = MAX(*place, worth);
    }
  return freely;
}

static int64_t extreme(const struct second *second, int clinician, int sign)
{
  struct choice choice = {second->n_slots, g_array_new(FALSE, FALSE, sizeof(int64_t)),
                          g_array_new(FALSE, FALSE, sizeof(struct seat)),
                          g_ptr_array_new_with_free_func(g_free)};
  int64_t sum = 0;
  for (int s = 0; s < second->n_slots; s++) {
    int64_t freely = look_at_slot(second, clinician, s, sign, &choice);
    for (guint i = 0; i < choice.pools->len; i++)
      ((int64_t *)choice.gains->pdata[i])[s] -= freely;
    sum += freely;
  }
  sum += most_by_auction(&choice);
  g_array_unref(choice.pools);
  g_array_unref(choice.seats);
  g_ptr_array_unref(choice.gains);
  return sign * sum;
}

void second_find_ranges(struct second *second)
{
  second->worst = g_new0(int64_t, (gsize)second->service->n_clinicians);
  second->best = g_new0(int64_t, (gsize)second->service->n_clinicians);
  for (int c = 0; c < second->service->n_clinicians; c++)
    if (second_preferences_of(second, c)) {
      second->worst[c] = extreme(second, c, -1);
      second->best[c] = extreme(second, c, 1);
    }
}
