#include "planning/consequence.h"

#include "model/satisfaction.h"
#include "planning/losses.h"

#include <string.h>

/* A search on more days at once takes too long for what it finds. */
enum { DAYS_MOST = 5 };

/* --- the search ----------------------------------------------------------------- */

/* Everybody's places on the days of those slots; false: there are none, or too many. */
static bool open_days(struct around *around, const bool *slots)
{
  const struct month *month = around->problem->month;
  g_autofree bool *days = g_new0(bool, (gsize)month->n_days + 1);
  int count = 0;
  for (int s = 0; slots && s < month->n_slots; s++)
    if (slots[s] && !days[month->slots[s].day]) {
      days[month->slots[s].day] = true;
      count++;
    }
  if (count == 0 || count > DAYS_MOST)
    return false;
  for (int s = 0; s < month->n_slots; s++)
    if (days[month->slots[s].day])
      around_open_slot(around, s);
  return true;
}

/* What a wider search found, where it is better. */
static void prefer(struct alternative *best, struct alternative *wider)
{
  bool better =
      wider->verdict == BUILD_DONE && (best->verdict != BUILD_DONE || wider->dearer < best->dearer);
  if (!better) {
    alternative_clear(wider);
    return;
  }
  alternative_clear(best);
  *best = *wider;
}

static void search(struct around *around, const bool *slots, const struct build_settings *settings,
                   struct alternative *out)
{
  around_solve(around, settings->seconds, out);
  if (open_days(around, slots)) {
    struct alternative wider;
    around_solve(around, settings->seconds, &wider);
    prefer(out, &wider);
  }
  if (out->verdict != BUILD_INFEASIBLE && out->verdict != BUILD_NOTHING)
    return;
  alternative_clear(out);
  around_solve_whole(around, settings, out);
}

/* --- who gains, who loses ------------------------------------------------------- */

static int minutes_of(const struct audit *audit, int clinician)
{
  const struct rota *rota = audit->rota;
  int minutes = 0;
  for (int i = rota->cell[clinician * rota->n_slots];
       i < rota->cell[(clinician + 1) * rota->n_slots]; i++)
    minutes += audit->problem->month->slots[rota->items[i].slot].minutes;
  return minutes;
}

static gint losers_first(gconstpointer left, gconstpointer right)
{
  const struct consequence_person *a = left, *b = right;
  int gain_a = a->percent_after - a->percent_before, gain_b = b->percent_after - b->percent_before;
  return gain_a != gain_b ? gain_a - gain_b : a->clinician - b->clinician;
}

static void find_people(const struct audit *before, struct consequence *out)
{
  const struct problem *problem = before->problem;
  const struct audit *after = out->alternative.audit;
  g_autofree bool *changed = g_new0(bool, (gsize)problem->service->n_clinicians + 1);
  for (guint i = 0; i < out->alternative.changes->len; i++)
    changed[g_array_index(out->alternative.changes, struct around_change, i).clinician] = true;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    const struct consequence_person person = {c, satisfaction_percent(problem, before->rota, c),
                                              satisfaction_percent(problem, after->rota, c),
                                              minutes_of(after, c) - minutes_of(before, c)};
    if (changed[c] || person.percent_before != person.percent_after)
      g_array_append_val(out->people, person);
  }
  g_array_sort(out->people, losers_first);
}

static struct consequence_rule *rule_of(GArray *rules, const char *name)
{
  for (guint i = 0; i < rules->len; i++) {
    struct consequence_rule *rule = &g_array_index(rules, struct consequence_rule, i);
    if (strcmp(rule->name, name) == 0)
      return rule;
  }
  const struct consequence_rule rule = {name, 0};
  g_array_append_val(rules, rule);
  return &g_array_index(rules, struct consequence_rule, rules->len - 1);
}

static gint dearest_first(gconstpointer left, gconstpointer right)
{
  const struct consequence_rule *a = left, *b = right;
  if (a->dearer != b->dearer)
    return a->dearer < b->dearer ? 1 : -1;
  return strcmp(a->name, b->name);
}

static void find_rules(const struct audit *before, struct consequence *out)
{
  const struct service *service = before->problem->service;
  for (int u = 0; u < service->n_uses; u++)
    rule_of(out->rules, service->uses[u].name)->dearer +=
        out->alternative.audit->uses[u].cost - before->uses[u].cost;
  for (guint i = out->rules->len; i > 0; i--)
    if (g_array_index(out->rules, struct consequence_rule, i - 1).dearer == 0)
      g_array_remove_index(out->rules, i - 1);
  g_array_sort(out->rules, dearest_first);
}

static void open_lists(struct consequence *out)
{
  *out = (struct consequence){
      .people = g_array_new(FALSE, FALSE, sizeof(struct consequence_person)),
      .rules = g_array_new(FALSE, FALSE, sizeof(struct consequence_rule)),
  };
}

static void fill_lists(const struct audit *before, struct consequence *out)
{
  find_people(before, out);
  find_rules(before, out);
  out->missing = losses_missing(out->alternative.audit) - losses_missing(before);
}

void consequence_find(struct around *around, const bool *slots,
                      const struct build_settings *settings, struct consequence *out)
{
  open_lists(out);
  search(around, slots, settings, &out->alternative);
  if (out->alternative.verdict == BUILD_DONE)
    fill_lists(around->before, out);
}

void consequence_take(const struct audit *before, struct rota *rota, struct audit *audit,
                      struct consequence *out)
{
  open_lists(out);
  alternative_take(before, rota, audit, &out->alternative);
  fill_lists(before, out);
}

void consequence_clear(struct consequence *consequence)
{
  alternative_clear(&consequence->alternative);
  if (consequence->people)
    g_array_unref(consequence->people);
  if (consequence->rules)
    g_array_unref(consequence->rules);
  *consequence = (struct consequence){0};
}
