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

/* What moves from the PCN to the other site in the week. */
static int64_t sent(const struct second *second, const struct rule_use *use, int site, int week,
                    int to)
{
  int64_t weekly = weekly_of(second, use, site), sessions = sessions_of(second, use, site);
  int before = open_in(second, use, site, week);
  if (weekly == 0 || sessions == 0)
    return 0;
  for (int q = 0; q < to; q++)
    before += moved_in(second, use, site, week, q);
  int after = before + moved_in(second, use, site, week, to);
  return second_round(weekly * after, sessions) - second_round(weekly * before, sessions);
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
  int64_t weekly = weekly_of(second, use, site), sessions = sessions_of(second, use, site);
  for (int w = 0; w < second->n_weeks; w++) {
    int64_t due = 0, lost = 0;
    for (int p = 0; p < second->service->n_sites; p++)
      due += sent(second, use, p, w, site);
    if (weekly > 0 && sessions > 0) {
      int slots = open_in(second, use, site, w);
      due += second_round(weekly * slots, sessions);
      for (int q = 0; q < second->service->n_sites; q++)
        slots += moved_in(second, use, site, w, q);
      lost = second_round(weekly * (slots + lost_in(second, use, site, w)), sessions) -
             second_round(weekly * slots, sessions);
    }
    second_find(sum, second_above(due, counted_in(second, use, site, w)), second_price(use));
    second_find(sum, lost, use->weight);
  }
}

/* Runs of open days without a session. */
static void read_gaps(const struct second *second, const struct rule_use *use, int site,
                      int64_t most, struct second_sum *sum)
{
  int64_t price = use->hard ? SECOND_HARD : second_value(use, "gap_weight"), run = 0;
  if (holds_none(second, use, site))
    return;
  for (int d = 0; d < second->n_days; d++) {
    bool open = false, seen = false;
    for (int s = 0; s < second->n_slots; s++) {
      if (second->slots[s].day != d)
        continue;
      open |= !use->hard && is_lost(second, use, s, site);
      if (is_open(second, use, s, site)) {
        open = true;
        seen |= counted(second, use, s, site) > 0;
      }
    }
    if (seen)
      second_find(sum, second_above(run, most), price);
    if (open)
      run = seen ? 0 : run + 1;
  }
  second_find(sum, second_above(run, most), price);
}

static void read_fcp_cover(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  for (int p = 0; p < second->service->n_sites; p++) {
    int sessions, days;
    int64_t weekly = weekly_of(second, use, p);
    read_weeks(second, use, p, sum);
    whole_week(second, use, p, &sessions, &days);
    if (weekly > 0 && sessions > 0)
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
