#include "tests/support/second/second.h"

static bool is_open(const struct second *second, const struct rule_use *use, int slot, int site)
{
  return second->slots[slot].ordinary && second_when(second, use, slot) &&
         second_open(second, slot, site);
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
         second_shared_in_scope(use, past);
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
           second_weekly(&use->scope.when, weekday, b) && second_hours(second, site, weekday, b);
    *sessions += n;
    *days += n > 0;
  }
}

/* Of the week's number what a published neighbour leaves. */
static int64_t due(const struct second *second, const struct rule_use *use, int site, int week,
                   int64_t weekly, int sessions, int own)
{
  int open = 0, held = 0, d = 0;
  bool shared = false;
  while (second->days[d].week != week)
    d++;
  int monday = second->days[d].date - second->days[d].weekday;
  for (int date = monday; date < monday + 7; date++) {
    if (date >= second->first && date <= second->last)
      continue;
    shared |= second_published(second, date) != NULL;
    add_published(second, use, date, site, &open, &held);
  }
  int64_t all = second_round(weekly * (own + open), sessions);
  return shared ? MIN(second_above(all, held), own * second_up(weekly, sessions)) : all;
}

static void read_weeks(const struct second *second, const struct rule_use *use, int site,
                       int64_t weekly, int sessions, struct second_sum *sum)
{
  for (int w = 0; w < second->n_weeks; w++) {
    int open = 0, n = 0;
    for (int s = 0; s < second->n_slots; s++)
      if (second->days[second->slots[s].day].week == w && is_open(second, use, s, site)) {
        open++;
        n += counted(second, use, s, site);
      }
    if (open > 0)
      second_find(sum, second_above(due(second, use, site, w, weekly, sessions, open), n),
                  second_price(use));
  }
}

/* An open day of a run: of the month or not, with a session or not. */
struct open_day {
  bool own, served;
};

static GArray *open_days(const struct second *second, const struct rule_use *use, int site)
{
  GArray *days = g_array_new(FALSE, FALSE, sizeof(struct open_day));
  for (int date = second->known_from; date <= second->known_until; date++) {
    int open = 0, held = 0;
    struct open_day day = {date >= second->first && date <= second->last, false};
    for (int s = 0; s < second->n_slots; s++)
      if (second->days[second->slots[s].day].date == date && is_open(second, use, s, site)) {
        open++;
        held += counted(second, use, s, site);
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
