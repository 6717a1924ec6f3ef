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

static bool is_lost(const struct second *second, const struct rule_use *use, int slot, int site)
{
  if (!second->slots[slot].ordinary || !second_when(second, use, slot))
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

static void read_weeks(const struct second *second, const struct rule_use *use, int site,
                       int64_t weekly, int sessions, struct second_sum *sum)
{
  for (int w = 0; w < second->n_weeks; w++) {
    int open = 0, lost = 0, n = 0;
    for (int s = 0; s < second->n_slots; s++) {
      if (second->days[second->slots[s].day].week != w)
        continue;
      lost += is_lost(second, use, s, site);
      if (is_open(second, use, s, site)) {
        open++;
        n += counted(second, use, s, site);
      }
    }
    int64_t due = second_round(weekly * open, sessions);
    second_find(sum, second_above(due, n), second_price(use));
    second_find(sum, second_round(weekly * (open + lost), sessions) - due, use->weight);
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
    const struct pcn *pcn = second->service->sites[p].pcn;
    int sessions, days;
    whole_week(second, use, p, &sessions, &days);
    if (!pcn || pcn->patients == 0 || !second_site(use, p) || sessions == 0)
      continue;
    int64_t weekly = second_up(pcn->patients, second_value(use, "patients_per_session"));
    read_weeks(second, use, p, weekly, sessions, sum);
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
