#include "tests/support/second/second.h"

static bool is_open(const struct second *second, const struct rule_use *use, int slot, int site)
{
  return second->slots[slot].ordinary && second_when(second, use, slot) &&
         second_open(second, slot, site);
}

/* Do the hours hold none of the sessions in scope? */
static bool holds_none(const struct second *second, const struct rule_use *use, int site)
{
  for (int weekday = 0; weekday < 7; weekday++)
    for (int b = 0; b < second->service->n_blocks; b++)
      if (second_weekly(&second->service->week, weekday, b) &&
          second_weekly(&use->scope.when, weekday, b) && second_hours(second, site, weekday, b))
        return false;
  return true;
}

static int moves_to(const struct second *second, const struct rule_use *use, int slot, int site)
{
  if (!second->slots[slot].ordinary || !second_when(second, use, slot))
    return NONE;
  for (int t = 0; t < second->service->n_tasks; t++)
    if (second_task(use, t) && second_moves(second, slot, t, site) != NONE)
      return second_moves(second, slot, t, site);
  return NONE;
}

static bool is_lost(const struct second *second, const struct rule_use *use, int slot, int site)
{
  if (!second->slots[slot].ordinary || !second_when(second, use, slot) ||
      moves_to(second, use, slot, site) != NONE)
    return false;
  return holds_none(second, use, site) ? !second_lapses(second, slot, site)
                                       : second_taken(second, slot, site);
}

static int counted(const struct second *second, const struct rule_use *use, int slot, int site)
{
  int n = 0;
  for (int i = 0; i < second->count; i++)
    n += second->items[i].slot == slot && second->items[i].site == site &&
         second_in_scope(second, use, &second->items[i]);
  return n;
}

/* A session on a day outside the month, and what is published of it: is the site open by the
 * week, the holidays and its hours? */
static bool open_then(const struct second *second, const struct rule_use *use, int date, int block,
                      int site)
{
  int weekday = second_weekday(date);
  bool holiday = false;
  for (int i = 0; i < second->service->n_holidays; i++)
    holiday |= second->service->holidays[i] == date;
  return !holiday && second_weekly(&second->service->week, weekday, block) &&
         second_falls(&use->scope.when, date, block) && second_hours(second, site, weekday, block);
}

static int published(const struct second *second, const struct rule_use *use, int date, int block,
                     int site)
{
  const struct history *history = second_published(second, date);
  int n = 0;
  for (int i = 0; i < history->n_assignments; i++) {
    const struct past_assignment *past = &history->assignments[i];
    n += past->date == date && past->block == block && past->site == site &&
         second_shared_in_scope(second, use, past);
  }
  return n;
}

/* Adds what a date outside the month has of open sessions and of held ones. */
static void add_published(const struct second *second, const struct rule_use *use, int date,
                          int site, int *open, int *held)
{
  for (int b = 0; b < second->service->n_blocks && second_published(second, date); b++)
    if (open_then(second, use, date, b, site)) {
      (*open)++;
      *held += published(second, use, date, b, site);
    }
}

/* Sessions, and days with any, of a week of the service. */
static void whole_week(const struct second *second, const struct rule_use *use, int site,
                       int *sessions, int *days)
{
  *sessions = *days = 0;
  for (int weekday = 0; weekday < 7; weekday++) {
    int n = 0;
    for (int b = 0; b < second->service->n_blocks; b++)
      n += second_weekly(&second->service->week, weekday, b) &&
           second_weekly(&use->scope.when, weekday, b) &&
           (second_hours(second, site, weekday, b) || holds_none(second, use, site));
    *sessions += n;
    *days += n > 0;
  }
}

/* What is asked of the PCN: sessions a week, of so many; 0: nothing. */
static int64_t weekly_of(const struct second *second, const struct rule_use *use, int site)
{
  const struct pcn *pcn = second->service->sites[site].pcn;
  if (!pcn || pcn->patients == 0 || !second_site(use, site))
    return 0;
  return second_up(pcn->patients, second_value(use, "patients_per_session"));
}

/* Slots of the week that are open, move to `to`, or are lost. */
static int open_in(const struct second *second, const struct rule_use *use, int site, int week)
{
  int n = 0;
  for (int s = 0; s < second->n_slots; s++)
    n += second->days[second->slots[s].day].week == week && is_open(second, use, s, site);
  return n;
}

static int moved_in(const struct second *second, const struct rule_use *use, int site, int week,
                    int to)
{
  int n = 0;
  for (int s = 0; s < second->n_slots; s++)
    n += second->days[second->slots[s].day].week == week && moves_to(second, use, s, site) == to;
  return n;
}

static int lost_in(const struct second *second, const struct rule_use *use, int site, int week)
{
  int n = 0;
  for (int s = 0; s < second->n_slots; s++)
    n += second->days[second->slots[s].day].week == week && is_lost(second, use, s, site);
  return n;
}

static int64_t sessions_of(const struct second *second, const struct rule_use *use, int site)
{
  int sessions, days;
  whole_week(second, use, site, &sessions, &days);
  return sessions;
}

/* What so many of the month's slots of the week come to, of which a neighbour has had some. */
static int64_t part(const struct second *second, const struct rule_use *use, int site, int week,
                    int slots)
{
  int64_t weekly = weekly_of(second, use, site), sessions = sessions_of(second, use, site);
  int open = 0, held = 0, d = 0;
  bool shared = false;
  if (weekly == 0 || sessions == 0 || slots == 0)
    return 0;
  while (second->days[d].week != week)
    d++;
  int monday = second->days[d].date - second->days[d].weekday;
  for (int date = monday; date < monday + 7; date++) {
    if (date >= second->first && date <= second->last)
      continue;
    shared |= second_published(second, date) != NULL;
    add_published(second, use, date, site, &open, &held);
  }
  int64_t due = second_round(weekly * (slots + open), sessions);
  return shared ? MIN(second_above(due, held), slots * second_up(weekly, sessions)) : due;
}

/* What moves from the PCN to the other site in the week. */
static int64_t sent(const struct second *second, const struct rule_use *use, int site, int week,
                    int to)
{
  int before = open_in(second, use, site, week);
  for (int q = 0; q < to; q++)
    before += moved_in(second, use, site, week, q);
  return part(second, use, site, week, before + moved_in(second, use, site, week, to)) -
         part(second, use, site, week, before);
}

static bool takes_in(const struct second *second, const struct rule_use *use, int slot, int site)
{
  for (int p = 0; p < second->service->n_sites; p++)
    if (weekly_of(second, use, p) > 0 && moves_to(second, use, slot, p) == site)
      return true;
  return false;
}

static int64_t counted_in(const struct second *second, const struct rule_use *use, int site,
                          int week)
{
  bool own = weekly_of(second, use, site) > 0;
  int64_t n = 0;
  for (int s = 0; s < second->n_slots; s++)
    if (second->days[second->slots[s].day].week == week &&
        ((own && is_open(second, use, s, site)) || takes_in(second, use, s, site)))
      for (int i = 0; i < second->count; i++)
        n += second->items[i].slot == s && second->items[i].site == site &&
             second_task(use, second->items[i].task);
  return n;
}

static void read_weeks(const struct second *second, const struct rule_use *use, int site,
                       struct second_sum *sum)
{
  for (int w = 0; w < second->n_weeks; w++) {
    int slots = open_in(second, use, site, w);
    int64_t due = part(second, use, site, w, slots);
    for (int p = 0; p < second->service->n_sites; p++)
      due += sent(second, use, p, w, site);
    for (int q = 0; q < second->service->n_sites; q++)
      slots += moved_in(second, use, site, w, q);
    int64_t lost = part(second, use, site, w, slots + lost_in(second, use, site, w)) -
                   part(second, use, site, w, slots);
    second_find(sum, second_above(due, counted_in(second, use, site, w)), second_price(use));
    second_find(sum, lost, use->weight);
  }
}

/* An open day of a run, or a lost one: of the month or not, with a session or not. */
struct open_day {
  bool own, served;
};

static GArray *open_days(const struct second *second, const struct rule_use *use, int site)
{
  GArray *days = g_array_new(FALSE, FALSE, sizeof(struct open_day));
  for (int date = second->known_from; date <= second->known_until; date++) {
    int open = 0, held = 0;
    struct open_day day = {date >= second->first && date <= second->last, false};
    for (int s = 0; s < second->n_slots; s++) {
      if (second->days[second->slots[s].day].date != date)
        continue;
      open += is_open(second, use, s, site) || (!use->hard && is_lost(second, use, s, site));
      held += is_open(second, use, s, site) ? counted(second, use, s, site) : 0;
    }
    if (!day.own)
      add_published(second, use, date, site, &open, &held);
    day.served = held > 0;
    if (open > 0)
      g_array_append_val(days, day);
  }
  return days;
}

/* Windows of one open day more than may go without, told once a run. */
static void read_gaps(const struct second *second, const struct rule_use *use, int site,
                      int64_t most, struct second_sum *sum)
{
  int64_t price = use->hard ? SECOND_HARD : second_value(use, "gap_weight"), windows = 0;
  g_autoptr(GArray) days = open_days(second, use, site);
  for (int i = 0; i < (int)days->len; i++) {
    bool own = false, served = i < most;
    for (int j = MAX(i - (int)most, 0); j <= i; j++) {
      own |= g_array_index(days, struct open_day, j).own;
      served |= g_array_index(days, struct open_day, j).served;
    }
    if (served) {
      second_find(sum, windows, price);
      windows = 0;
    } else {
      windows += own;
    }
  }
  second_find(sum, windows, price);
}

static void read_fcp_cover(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  for (int p = 0; p < second->service->n_sites; p++) {
    int sessions, days;
    int64_t weekly = weekly_of(second, use, p);
    read_weeks(second, use, p, sum);
    whole_week(second, use, p, &sessions, &days);
    if (weekly > 0 && sessions > 0 && !holds_none(second, use, p))
      read_gaps(second, use, p,
                MAX(second_value(use, "most_gap_days"), 2 * (second_up(days, weekly) - 1)), sum);
  }
}

const struct second_reading second_fcp_cover = {
    .rule = "fcp_cover",
    .read = read_fcp_cover,
    .uses = {"task: fcp", "task: fcp, patients_per_session: 2500, most_gap_days: 0, gap_weight: 0",
             "task: [fcp, calls], at: goldstone, patients_per_session: 1300, most_gap_days: 1, "
             "gap_weight: 7, sessions: mon-thu, from: MONTH-03, until: MONTH-25"},
};
