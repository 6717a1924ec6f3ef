/* Everything that a rota misses and that costs something, rule by rule. */
#include "planning/assess_parts.h"

#include <string.h>

static int64_t cost_of(const struct finding *finding)
{
  return finding->price * finding->violation;
}

static int compare(int64_t a, int64_t b)
{
  return (a > b) - (a < b);
}

static gint dearest_finding(gconstpointer left, gconstpointer right)
{
  const struct finding *a = *(const struct finding *const *)left;
  const struct finding *b = *(const struct finding *const *)right;
  int order = compare(cost_of(b), cost_of(a));
  order = order ? order : compare(a->at.slot, b->at.slot);
  order = order ? order : compare(a->at.site, b->at.site);
  order = order ? order : compare(a->at.clinician, b->at.clinician);
  return order ? order : strcmp(a->text, b->text);
}

static gint dearest_rule(gconstpointer left, gconstpointer right)
{
  const struct missed *a = left, *b = right;
  int order = compare(b->cost, a->cost);
  return order ? order : strcmp(a->name, b->name);
}

static void clear(gpointer data)
{
  g_ptr_array_free(((struct missed *)data)->findings, TRUE);
}

static struct missed *missed_by(GArray *all, const char *name)
{
  for (guint i = 0; i < all->len; i++)
    if (strcmp(g_array_index(all, struct missed, i).name, name) == 0)
      return &g_array_index(all, struct missed, i);
  struct missed item = {name, 0, g_ptr_array_new()};
  g_array_append_val(all, item);
  return &g_array_index(all, struct missed, all->len - 1);
}

void assess_missed(struct assessment *assessment)
{
  const struct audit *audit = assessment->audit;
  GArray *all = g_array_new(FALSE, FALSE, sizeof(struct missed));
  g_array_set_clear_func(all, clear);
  for (guint i = 0; i < audit->findings->len; i++) {
    struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->price == PRICE_HARD || cost_of(finding) <= 0)
      continue;
    struct missed *missed = missed_by(all, audit->problem->service->uses[finding->at.use].name);
    missed->cost += cost_of(finding);
    g_ptr_array_add(missed->findings, finding);
  }
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_sort(g_array_index(all, struct missed, i).findings, dearest_finding);
  g_array_sort(all, dearest_rule);
  assessment->missed = all;
}
