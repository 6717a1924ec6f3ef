#include "planning/stops.h"

#include "model/words.h"
#include "planning/conflict_sources.h"

#include <string.h>

static char *busy_text(const struct problem *problem, const struct rota *rota,
                       const struct assignment *wanted)
{
  int count = 0;
  const struct assignment *items =
      rota ? rota_at(rota, wanted->clinician, wanted->slot, &count) : NULL;
  if (count == 0)
    return g_strdup("does something else then");
  return g_strdup_printf("already does %s at %s%s", problem->service->tasks[items[0].task].name,
                         problem->service->sites[items[0].site].name,
                         items[0].locked ? ", locked" : "");
}

static char *barred_text(const struct problem *problem, int use_index)
{
  const struct rule_use *use = &problem->service->uses[use_index];
  g_autofree char *rule = words_use(use);
  /* Of all that the rule says only this is left: who is away or off is told so. */
  if (strcmp(use->rule->name, "availability") == 0)
    return g_strdup_printf("kept off by %s: not sent there, or something else is agreed", rule);
  g_autoptr(GString) sentence = g_string_new(NULL);
  use->rule->explain(use, problem, sentence);
  return g_strdup_printf("kept off by %s: %s", rule, sentence->str);
}

char *stop_text(const struct problem *problem, const struct rota *rota,
                const struct why_verdict *verdict)
{
  switch (verdict->reason) {
  case WHY_UNABLE:
    return g_strdup("lacks the skill, the band or the stage for it, or it is done nowhere");
  case WHY_OFF:
    return g_strdup("does not work then");
  case WHY_AWAY:
    return conflict_absence(problem, verdict->wanted.clinician, verdict->wanted.slot);
  case WHY_BARRED:
    return barred_text(problem, verdict->use);
  case WHY_BUSY:
    return busy_text(problem, rota, &verdict->wanted);
  case WHY_DOING:
    return g_strdup("does it");
  default:
    return g_strdup("is free");
  }
}

char *stop_breaks_text(const struct problem *problem, const GArray *breaks)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  bool unasked = false;
  for (guint i = 0; i < breaks->len; i++) {
    const struct rule_use *use = &problem->service->uses[g_array_index(breaks, int, i)];
    if (strcmp(use->rule->name, "asked") == 0)
      unasked = true; /* a rule that nobody wrote, and whose name says little */
    else
      g_ptr_array_add(names, words_use(use));
  }
  g_autofree char *list = words_joined(names);
  GString *out = g_string_new(names->len ? "would break " : "");
  g_string_append(out, list);
  if (unasked)
    g_string_append_printf(out, "%sbe work that nobody asks for", names->len ? ", and " : "would ");
  return g_string_free(out, FALSE);
}
