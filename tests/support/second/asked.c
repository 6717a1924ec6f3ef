#include "tests/support/second/second.h"

static bool is_joint(const struct demand *line)
{
  return line->tasks || line->who;
}

static bool has_task(const struct demand *line, int task)
{
  return line->tasks ? line->tasks[task] : line->task == task;
}

/* Does the line have the task done at the site in that slot, or send it there from `from`? */
static bool is_of_line(const struct second *second, const struct demand *line, int slot, int task,
                       int from)
{
  const struct second_slot *at = &second->slots[slot];
  bool runs = line->slots
                  ? line->slots[slot]
                  : at->ordinary && second_falls(&line->when, second_date(second, slot), at->block);
  return runs && has_task(line, task) && second->service->tasks[task].at[from] &&
         (!line->sites || line->sites[from]);
}

static bool asks(const struct second *second, const struct demand *line, int slot, int task,
                 int from, int site)
{
  struct assignment item = {0, slot, task, site, false};
  if (!is_of_line(second, line, slot, task, from))
    return false;
  if (from == site && (line->event != NONE || !second_event_work(second, &item)))
    return true;
  return line->event == NONE && !is_joint(line) && second_moves(second, slot, task, from) == site;
}

static bool is_asking(const struct rule_use *use)
{
  static const char *const rules[] = {"capacity_floor", "duty_cover",   "fcp_cover",
                                      "supervision",    "support_time", "team_meeting"};
  bool asking = g_str_equal(use->rule->name, "count_limit") && second_given(use, "least") &&
                second_value(use, "least") > 0;
  for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
    asking |= g_str_equal(use->rule->name, rules[i]);
  return asking;
}

/* A line of one task and everybody says what each above its most costs, and asks for the work. */
static bool is_beyond(const struct second *second, int slot, int task, int site)
{
  for (guint l = 0; l < second->lines->len; l++) {
    const struct demand *line = second->lines->pdata[l];
    for (int from = 0; from < second->service->n_sites; from++)
      if (line->beyond && !is_joint(line) && asks(second, line, slot, task, from, site))
        return true;
  }
  return false;
}

/* A rule that asks, and names the task; or a task that may be done in spare time. */
static bool is_free(const struct second *second, int slot, int task, int site)
{
  bool free = second->service->tasks[task].spare;
  for (int u = 0; u < second->service->n_uses && !free; u++) {
    const struct rule_use *use = &second->service->uses[u];
    free = use->scope.tasks && second_task(use, task) && second_site(use, site) &&
           second_when(second, use, slot) && is_asking(use);
  }
  return (free || is_beyond(second, slot, task, site)) && second->service->tasks[task].at[site];
}

/* Of this person, whatever the lines say. */
static bool is_by_name(const struct second *second, const struct assignment *item)
{
  const struct month *month = second->month;
  const struct clinician *person = &second->service->clinicians[item->clinician];
  const struct second_slot *at = &second->slots[item->slot];
  bool named = false;
  for (int i = 0; i < month->n_locks; i++)
    named |= month->locks[i].clinician == item->clinician && month->locks[i].slot == item->slot &&
             month->locks[i].task == item->task && month->locks[i].site == item->site;
  for (int i = 0; i < month->n_agreed; i++)
    named |= month->agreed[i].clinician == item->clinician && month->agreed[i].slot == item->slot &&
             month->agreed[i].works && !month->agreed[i].extra;
  for (int i = 0; i < person->n_arrangements; i++) {
    const struct arrangement *said = &person->arrangements[i];
    named |= !said->never && said->tasks && said->tasks[item->task] &&
             (!said->sites || said->sites[item->site]) &&
             second_falls(&said->when, second_date(second, item->slot), at->block);
  }
  return named;
}

/* By a line of one task and everybody, or, of the joint ones, by one that is not. */
static bool is_asked_by(const struct second *second, const struct assignment *item, bool joint)
{
  for (guint l = 0; l < second->lines->len; l++) {
    const struct demand *line = second->lines->pdata[l];
    for (int from = 0; from < second->service->n_sites; from++)
      if (is_joint(line) == joint && asks(second, line, item->slot, item->task, from, item->site))
        return true;
  }
  return false;
}

static bool bars(const struct second *second, const struct rule_use *use,
                 const struct assignment *item)
{
  (void)use;
  return !is_asked_by(second, item, false) && !is_asked_by(second, item, true) &&
         !is_free(second, item->slot, item->task, item->site) && !is_by_name(second, item);
}

/* A line, at a site or (NONE) all of its sites, in a period. */
struct ask {
  const struct demand *line;
  int site, period;
  int64_t room;
  int group;
  bool *has; /* [slots * tasks * sites] */
};

static int period_of(const struct second *second, const struct demand *line, int slot)
{
  int day = second->slots[slot].day;
  int periods[PERIODS] = {slot, day, second->days[day].week, 0};
  return periods[line->per];
}

static bool is_at(const struct second *second, const struct demand *line, int site)
{
  bool at = false;
  for (int t = 0; t < second->service->n_tasks; t++)
    at |= has_task(line, t) && (line->sites || second->service->tasks[t].at[site]);
  return at && (!line->sites || line->sites[site]);
}

/* Is the work at the task, from the site or anywhere, the ask's, and no line's of more say? */
static bool is_its_work(const struct second *second, const struct demand *line, int site,
                        const struct assignment *item)
{
  if (!has_task(line, item->task) || is_free(second, item->slot, item->task, item->site) ||
      (is_joint(line) && is_asked_by(second, item, false)))
    return false;
  for (int from = 0; from < second->service->n_sites; from++)
    if ((site == NONE || site == from) &&
        asks(second, line, item->slot, item->task, from, item->site))
      return true;
  return false;
}

static size_t place_of(const struct second *second, const struct assignment *item)
{
  int place = (item->slot * second->service->n_tasks + item->task) * second->service->n_sites;
  return (size_t)place + (size_t)item->site;
}

static size_t places(const struct second *second)
{
  return (size_t)second->n_slots * (size_t)second->service->n_tasks *
         (size_t)second->service->n_sites;
}

static int64_t room_of(const struct second *second, const struct demand *line, int site)
{
  int64_t need = line->need;
  int sites = 0, only = site;
  for (int p = 0; p < second->service->n_sites && site == NONE; p++)
    if (is_at(second, line, p)) {
      only = p;
      sites++;
    }
  if (line->patients_per_session > 0 && (site != NONE || sites == 1))
    need = second_up(need * second->service->sites[only].pcn->patients, line->patients_per_session);
  return MAX(line->most, MAX(line->target, need));
}

static void add_asks(const struct second *second, const struct demand *line, int site, GArray *all)
{
  int n_sites = second->service->n_sites, n_tasks = second->service->n_tasks, n_periods = 0;
  for (int s = 0; s < second->n_slots; s++)
    n_periods = MAX(n_periods, period_of(second, line, s) + 1);
  for (int period = 0; period < n_periods; period++) {
    struct ask ask = {line,          site,
                      period,        room_of(second, line, site),
                      (int)all->len, g_new0(bool, places(second) + 1)};
    for (int s = 0; s < second->n_slots; s++)
      for (int i = 0; i < n_tasks * n_sites && period_of(second, line, s) == period; i++) {
        struct assignment item = {0, s, i / n_sites, i % n_sites, false};
        ask.has[place_of(second, &item)] = is_its_work(second, line, site, &item);
      }
    g_array_append_val(all, ask);
  }
}

/* Asks that have a task in a session at a site in common are of one group, and so on. */
static void group(const struct second *second, GArray *all)
{
  struct ask *asks = (struct ask *)(void *)all->data;
  size_t n = places(second);
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t i = 0; i < n; i++) {
      int least = INT_MAX;
      for (guint a = 0; a < all->len; a++)
        if (asks[a].has[i])
          least = MIN(least, asks[a].group);
      for (guint a = 0; a < all->len; a++)
        if (asks[a].has[i] && asks[a].group != least) {
          asks[a].group = least;
          changed = true;
        }
    }
  }
}

static bool group_has(const GArray *all, int group, size_t place)
{
  for (guint a = 0; a < all->len; a++) {
    const struct ask *ask = &g_array_index(all, struct ask, a);
    if (ask->group == group && ask->has[place])
      return true;
  }
  return false;
}

static bool is_by_name_in(const struct second *second, const GArray *all, int group, int clinician,
                          int slot)
{
  int n_sites = second->service->n_sites;
  for (int i = 0; i < second->service->n_tasks * n_sites; i++) {
    struct assignment item = {clinician, slot, i / n_sites, i % n_sites, false};
    if (group_has(all, group, place_of(second, &item)) && second_candidate(second, &item) &&
        is_by_name(second, &item))
      return true;
  }
  return false;
}

static void read_group(const struct second *second, const struct rule_use *use, const GArray *all,
                       int group, struct second_sum *sum)
{
  int64_t room = 0, by_name = 0, n = 0;
  for (guint a = 0; a < all->len; a++)
    if (g_array_index(all, struct ask, a).group == group)
      room += g_array_index(all, struct ask, a).room;
  for (int i = 0; i < second->count; i++) {
    n += group_has(all, group, place_of(second, &second->items[i]));
  }
  if (n <= room)
    return;
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int s = 0; s < second->n_slots; s++)
      by_name += is_by_name_in(second, all, group, c, s);
  second_find(sum, second_above(n, MAX(room, by_name)), second_price(use));
}

/* Of one task, or (NONE) the joint ones, which may speak of any. */
static void read_lines(const struct second *second, const struct rule_use *use, int task,
                       struct second_sum *sum)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct ask));
  for (guint l = 0; l < second->lines->len; l++) {
    const struct demand *line = second->lines->pdata[l];
    if (is_joint(line) ? task != NONE : line->task != task)
      continue;
    if (!line->each_site)
      add_asks(second, line, NONE, all);
    for (int p = 0; p < second->service->n_sites && line->each_site; p++)
      if (is_at(second, line, p))
        add_asks(second, line, p, all);
  }
  group(second, all);
  for (guint a = 0; a < all->len; a++)
    if (g_array_index(all, struct ask, a).group == (int)a)
      read_group(second, use, all, (int)a, sum);
  for (guint a = 0; a < all->len; a++)
    g_free(g_array_index(all, struct ask, a).has);
}

static void read_asked(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  for (int i = 0; i < second->count; i++)
    if (bars(second, use, &second->items[i]))
      second_find(sum, 1, second_price(use));
  for (int t = NONE; t < second->service->n_tasks; t++)
    read_lines(second, use, t, sum);
}

const struct second_reading second_asked = {
    .rule = "asked",
    .bars = bars,
    .read = read_asked,
    .uses = {""},
};
