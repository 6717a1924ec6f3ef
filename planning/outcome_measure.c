#include "planning/outcome_measure.h"

#include "planning/figures.h"
#include "planning/shortfall.h"

#include <string.h>

enum { QUARTERS_AN_HOUR = 4 };

/* Rules of the same name and kind are one line. */
static struct outcome_shortfall *shortfall_of(struct outcome *outcome, const char *rule,
                                              const char *kind)
{
  for (guint i = 0; i < outcome->shortfalls->len; i++) {
    struct outcome_shortfall *item = g_ptr_array_index(outcome->shortfalls, i);
    if (strcmp(item->rule, rule) == 0 && strcmp(item->kind, kind) == 0)
      return item;
  }
  struct outcome_shortfall *item = outcome_add_shortfall(outcome);
  item->rule = g_strdup(rule);
  item->kind = g_strdup(kind);
  return item;
}

static gint dearest_first(gconstpointer left, gconstpointer right)
{
  const struct outcome_shortfall *a = *(struct outcome_shortfall *const *)left;
  const struct outcome_shortfall *b = *(struct outcome_shortfall *const *)right;
  if (a->points != b->points)
    return a->points < b->points ? 1 : -1;
  int order = strcmp(a->rule, b->rule);
  return order ? order : strcmp(a->kind, b->kind);
}

static void measure_cover(struct outcome *outcome, const struct audit *audit)
{
  g_autoptr(GArray) shortfalls = shortfalls_new(audit);
  int64_t points = 0;
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = &g_array_index(shortfalls, struct shortfall, i);
    const struct finding *finding = shortfall->finding;
    struct outcome_shortfall *item =
        shortfall_of(outcome, audit->problem->service->uses[finding->at.use].name,
                     shortfall_kind_names[shortfall->kind]);
    int64_t price = finding->price == PRICE_HARD ? 0 : finding->price;
    item->count++;
    item->missing += finding->violation;
    item->points += price * finding->violation;
    points += price * finding->violation;
  }
  g_ptr_array_sort(outcome->shortfalls, dearest_first);
  outcome->values[MEASURE_GAPS] = shortfalls_missing(shortfalls, SHORTFALL_NEED) +
                                  shortfalls_missing(shortfalls, SHORTFALL_COVER);
  outcome->values[MEASURE_BELOW_TARGET] = shortfalls_missing(shortfalls, SHORTFALL_TARGET);
  outcome->values[MEASURE_SHORTFALL_POINTS] = points;
}

static void measure_satisfaction(struct outcome *outcome, const struct figures *figures, int people)
{
  if (figures->mean_satisfaction < 0)
    return;
  int least = 100;
  for (int c = 0; c < people; c++)
    if (figures->people[c].satisfaction_percent >= 0)
      least = MIN(least, figures->people[c].satisfaction_percent);
  outcome->values[MEASURE_SATISFACTION] = figures->mean_satisfaction;
  outcome->values[MEASURE_SATISFACTION_LEAST] = least;
}

/* From each place of work to the next of that day, and days with more than one. */
static void measure_travel(struct outcome *outcome, const struct audit *audit)
{
  const struct service *service = audit->problem->service;
  const struct slot *slots = audit->problem->month->slots;
  const struct rota *rota = audit->rota;
  int64_t minutes = 0, split = 0;
  int counted = NONE; /* the item with which the last split day began */
  for (int i = 1, first = 0; i < rota->count; i++) {
    const struct assignment *before = &rota->items[i - 1], *at = &rota->items[i];
    if (before->clinician != at->clinician || slots[before->slot].day != slots[at->slot].day) {
      first = i;
      continue;
    }
    minutes += service_travel_minutes(service, at->clinician, before->site, at->site);
    for (int j = first; j < i && counted != first; j++)
      if (rota->items[j].site != at->site && !service->sites[rota->items[j].site].remote &&
          !service->sites[at->site].remote) {
        counted = first;
        split++;
      }
  }
  outcome->values[MEASURE_TRAVEL] = minutes;
  outcome->values[MEASURE_SPLIT_DAYS] = split;
}

/* In hours paid on top, by the service's own use of the rule. */
static int64_t premium_hundredths(const struct audit *audit)
{
  const struct service *service = audit->problem->service;
  int64_t quarters = OUTCOME_UNKNOWN;
  for (int u = 0; u < service->n_uses; u++)
    if (strcmp(service->uses[u].rule->name, "premium_hours") == 0)
      quarters = MAX(quarters, 0) + audit->uses[u].violation;
  return quarters == OUTCOME_UNKNOWN ? OUTCOME_UNKNOWN : quarters * 100 / QUARTERS_AN_HOUR;
}

void outcome_measure_rota(struct outcome *outcome, const struct audit *audit)
{
  struct figures *figures = figures_new(audit->problem, audit->rota);
  int64_t share = figures_generalist_hundredths(figures->streams);
  outcome->values[MEASURE_COST] = audit->cost;
  outcome->values[MEASURE_SESSIONS] = audit->rota->count;
  outcome->values[MEASURE_GENERALIST] = share < 0 ? OUTCOME_UNKNOWN : share;
  outcome->values[MEASURE_PREMIUM] = premium_hundredths(audit);
  measure_satisfaction(outcome, figures, audit->problem->service->n_clinicians);
  measure_cover(outcome, audit);
  measure_travel(outcome, audit);
  figures_free(figures);
}
