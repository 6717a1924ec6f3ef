#include "tests/support/second/second.h"

/* Does the line have its task done at the site in that slot, or send it there from `from`? */
static bool is_of_line(const struct second *second, const struct demand *line, int slot, int from)
{
  const struct second_slot *at = &second->slots[slot];
  bool runs = line->slots
                  ? line->slots[slot]
                  : at->ordinary && second_falls(&line->when, second_date(second, slot), at->block);
  return runs && second->service->tasks[line->task].at[from] && (!line->sites || line->sites[from]);
}

static bool asks(const struct second *second, const struct demand *line, int slot, int from,
                 int site)
{
  struct assignment item = {0, slot, line->task, site, false};
  if (!is_of_line(second, line, slot, from))
    return false;
  if (from == site && (line->event != NONE || !second_event_work(second, &item)))
    return true;
  return line->event == NONE && second_moves(second, slot, line->task, from) == site;
}

/* A rule that asks, and names the task; or a task that may be done in spare time. */
static bool is_free(const struct second *second, int slot, int task, int site)
{
  static const char *const rules[] = {"capacity_floor", "duty_cover",   "fcp_cover",
                                      "supervision",    "support_time", "team_meeting"};
  bool free = second->service->tasks[task].spare;
  for (int u = 0; u < second->service->n_uses; u++) {
    const struct rule_use *use = &second->service->uses[u];
    bool asking = g_str_equal(use->rule->name, "count_limit") && second_given(use, "least") &&
                  second_value(use, "least") > 0;
    for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
      asking |= g_str_equal(use->rule->name, rules[i]);
    free |= asking && use->scope.tasks && second_task(use, task) && second_site(use, site) &&
            second_when(second, use, slot);
  }
  return free && second->service->tasks[task].at[site];
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
             month->agreed[i].works;
  for (int i = 0; i < person->n_arrangements; i++) {
    const struct arrangement *said = &person->arrangements[i];
    named |= !said->never && said->tasks && said->tasks[item->task] &&
             (!said->sites || said->sites[item->site]) &&
             second_falls(&said->when, second_date(second, item->slot), at->block);
  }
  return named;
}

static bool is_asked_by_a_line(const struct second *second, const struct assignment *item)
{
  for (guint l = 0; l < second->lines->len; l++) {
    const struct demand *line = second->lines->pdata[l];
    for (int from = 0; from < second->service->n_sites; from++)
      if (line->task == item->task && asks(second, line, item->slot, from, item->site))
        return true;
  }
  return false;
}

static bool bars(const struct second *second, const struct rule_use *use,
                 const struct assignment *item)
{
  (void)use;
  return !is_asked_by_a_line(second, item) &&
         !is_free(second, item->slot, item->task, item->site) && !is_by_name(second, item);
}

/* A line, at a site or (NONE) all of its sites, in a period. */
struct ask {
  const struct demand *line;
  int site, period;
  int64_t room;
  int group;
  bool *has; /* [slots * sites] */
};

static int period_of(const struct second *second, const struct demand *line, int slot)
{
  int day = second->slots[slot].day;
  int periods[PERIODS] = {slot, day, second->days[day].week, 0};
  return periods[line->per];
}

static int64_t room_of(const struct second *second, const struct demand *line, int site)
{
  int64_t need = line->need;
  int sites = 0, only = site;
  for (int p = 0; p < second->service->n_sites && site == NONE; p++)
    if (line->sites ? line->sites[p] : second->service->tasks[line->task].at[p]) {
      only = p;
      sites++;
    }
  if (line->patients_per_session > 0 && (site != NONE || sites == 1))
    need = second_up(need * second->service->sites[only].pcn->patients, line->patients_per_session);
  return MAX(line->most, MAX(line->target, need));
}

static void add_asks(const struct second *second, const struct demand *line, int site, GArray *all)
{
  int n_sites = second->service->n_sites, n_periods = 0;
  for (int s = 0; s < second->n_slots; s++)
    n_periods = MAX(n_periods, period_of(second, line, s) + 1);
  for (int period = 0; period < n_periods; period++) {
    struct ask ask = {line,          site,
                      period,        room_of(second, line, site),
                      (int)all->len, g_new0(bool, second->n_slots *n_sites + 1)};
    for (int s = 0; s < second->n_slots; s++)
      for (int p = 0; p < n_sites && period_of(second, line, s) == period; p++)
        for (int from = 0; from < n_sites; from++)
          ask.has[s * n_sites + p] |= (site == NONE || site == from) &&
                                      asks(second, line, s, from, p) &&
                                      !is_free(second, s, line->task, p);
    g_array_append_val(all, ask);
  }
}

/* Asks for one task that have a session at a site in common are of one group, and so on. */
static void group(const struct second *second, GArray *all)
{
  struct ask *asks = (struct ask *)(void *)all->data;
  int n = second->n_slots * second->service->n_sites;
  for (bool changed = true; changed;) {
    changed = false;
    for (int i = 0; i < n; i++) {
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

static bool group_has(const GArray *all, int group, int place)
{
  for (guint a = 0; a < all->len; a++) {
    const struct ask *ask = &g_array_index(all, struct ask, a);
    if (ask->group == group && ask->has[place])
      return true;
  }
  return false;
}

static bool is_by_name_in(const struct second *second, const GArray *all, int group, int task,
                          int clinician, int slot)
{
  for (int p = 0; p < second->service->n_sites; p++) {
    struct assignment item = {clinician, slot, task, p, false};
    if (group_has(all, group, slot * second->service->n_sites + p) &&
        second_candidate(second, &item) && is_by_name(second, &item))
      return true;
  }
  return false;
}

static void read_group(const struct second *second, const struct rule_use *use, const GArray *all,
                       int group, int task, struct second_sum *sum)
{
  int64_t room = 0, by_name = 0, n = 0;
  for (guint a = 0; a < all->len; a++)
    if (g_array_index(all, struct ask, a).group == group)
      room += g_array_index(all, struct ask, a).room;
  for (int i = 0; i < second->count; i++) {
    const struct assignment *item = &second->items[i];
    n += item->task == task &&
         group_has(all, group, item->slot * second->service->n_sites + item->site);
  }
  if (n <= room)
    return;
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int s = 0; s < second->n_slots; s++)
      by_name += is_by_name_in(second, all, group, task, c, s);
  second_find(sum, second_above(n, MAX(room, by_name)), second_price(use));
}

static void read_task(const struct second *second, const struct rule_use *use, int task,
                      struct second_sum *sum)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct ask));
  for (guint l = 0; l < second->lines->len; l++) {
    const struct demand *line = second->lines->pdata[l];
    if (line->task != task)
      continue;
    if (!line->each_site)
      add_asks(second, line, NONE, all);
    for (int p = 0; p < second->service->n_sites && line->each_site; p++)
      if (line->sites ? line->sites[p] : second->service->tasks[task].at[p])
        add_asks(second, line, p, all);
  }
  group(second, all);
  for (guint a = 0; a < all->len; a++)
    if (g_array_index(all, struct ask, a).group == (int)a)
      read_group(second, use, all, (int)a, task, sum);
  for (guint a = 0; a < all->len; a++)
    g_free(g_array_index(all, struct ask, a).has);
}

static void read_asked(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  for (int i = 0; i < second->count; i++)
    if (bars(second, use, &second->items[i]))
      second_find(sum, 1, second_price(use));
  for (int t = 0; t < second->service->n_tasks; t++)
    read_task(second, use, t, sum);
}

const struct second_reading second_asked = {
    .rule = "asked",
    .bars = bars,
    .read = read_asked,
    .uses = {""},
};
