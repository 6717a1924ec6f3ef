#include "planning/reason.h"

#include "model/words.h"

#include <string.h>

static void add_part(GPtrArray *parts, int count, const char *one, const char *many)
{
  if (count > 0)
    g_ptr_array_add(parts, g_strdup_printf("%d %s", count, count == 1 ? one : many));
}

static void add_uses(GPtrArray *parts, const struct problem *problem, const GArray *uses,
                     const char *one, const char *many)
{
  for (guint i = 0; i < uses->len; i++) {
    const struct why_use *item = &g_array_index(uses, struct why_use, i);
    if (strcmp(problem->service->uses[item->use].rule->name, "availability") == 0) {
      add_part(parts, item->count, "is not sent there, or has something else agreed",
               "are not sent there, or have something else agreed");
      continue;
    }
    g_ptr_array_add(parts, g_strdup_printf("%d %s '%s'", item->count, item->count == 1 ? one : many,
                                           problem->service->uses[item->use].name));
  }
}

/* What keeps those who are free from it. */
static void add_free(GPtrArray *parts, const struct problem *problem, const struct why *why)
{
  add_uses(parts, problem, why->breaks, "would break", "would break");
  add_part(parts, why->trials[WHY_DEARER], "is free, but it would cost more elsewhere",
           "are free, but it would cost more elsewhere");
  add_part(parts, why->trials[WHY_CHEAPER], "is free: a longer build may use them",
           "are free: a longer build may use them");
  add_part(parts, why->trials[WHY_UNTRIED], "is free, but kept off by other rules or prices",
           "are free, but kept off by other rules or prices");
}

static char *joined(GPtrArray *parts)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < parts->len; i++) {
    const char *separator = i == 0 ? "" : i + 1 == parts->len ? " and " : ", ";
    g_string_append_printf(out, "%s%s", separator, (const char *)parts->pdata[i]);
  }
  return g_string_free(out, FALSE);
}

char *reason_text(const struct problem *problem, const struct why *why)
{
  if (why->able == 0)
    return g_strdup("nobody has the skill, band and stage for it");
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  add_part(parts, why->count[WHY_DOING], "does it", "do it");
  add_part(parts, why->count[WHY_OFF], "does not work then", "don't work then");
  add_part(parts, why->count[WHY_AWAY], "is away", "are away");
  add_uses(parts, problem, why->bars, "is kept off by", "are kept off by");
  add_part(parts, why->count[WHY_BUSY], "is busy elsewhere", "are busy elsewhere");
  if (why->of_rota)
    add_free(parts, problem, why);
  else
    add_part(parts, why->count[WHY_FREE], "could", "could");
  g_autofree char *list = joined(parts);
  g_autofree char *closed = why->moved ? words_closure(problem, why->moved) : NULL;
  return g_strdup_printf("of %d who can do it, %s%s%s", why->able, list,
                         closed ? "; some of it is moved here: " : "", closed ? closed : "");
}
