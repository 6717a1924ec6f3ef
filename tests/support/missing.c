#include "tests/support/missing.h"

#include <string.h>

static bool is_needed(const struct problem *problem, const struct finding *finding)
{
  static const char *const rules[] = {"cover", "duty_cover", "fcp_cover", "event", NULL};
  return (finding->kind == SHORTFALL_NEED || finding->kind == SHORTFALL_COVER) &&
         g_strv_contains(rules, problem->service->uses[finding->at.use].rule->name);
}

static char *key_of(const struct problem *problem, struct label at)
{
  if (strcmp(problem->service->uses[at.use].rule->name, "event") == 0)
    at.slot = at.task = NONE; /* an event is held or not, as a whole */
  return g_strdup_printf("%d %d %d %d", at.use, at.slot, at.task, at.site);
}

GHashTable *missing_in(const struct audit *audit)
{
  GHashTable *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (!is_needed(audit->problem, finding))
      continue;
    char *key = key_of(audit->problem, finding->at);
    int before = GPOINTER_TO_INT(g_hash_table_lookup(out, key));
    g_hash_table_replace(out, key, GINT_TO_POINTER(before + (int)finding->violation));
  }
  return out;
}

void missing_price(struct programme *programme, const struct problem *problem, GHashTable *before,
                   int64_t weight)
{
  int own = programme->n_columns;
  for (int j = 0; j < own; j++) {
    const struct column column = programme->columns[j];
    if (column.need == 0)
      continue;
    g_autofree char *key = key_of(problem, column.label);
    int64_t free_units = GPOINTER_TO_INT(g_hash_table_lookup(before, key)) / column.need;
    struct column loss = {.upper = column.upper, .cost = weight * column.need};
    programme_add_term(programme, j, 1);
    programme_add_term(programme, programme_add_column(programme, loss), -1);
    programme_add_row(programme, -PROGRAMME_INFINITY, free_units, LABEL_NONE);
  }
}
