/* Writes the section demand of service.yaml. */
#include "generator/policies.h"
#include "generator/template.h"
#include "generator/writers.h"

/* "mon am pm, thu am" */
static char *half_days(const bool asked[HALF_DAYS])
{
  GString *list = g_string_new(NULL);
  for (int h = 0; h < HALF_DAYS; h += 2)
    if (asked[h] || asked[h + 1])
      g_string_append_printf(list, "%s%s%s%s", list->len ? ", " : "", weekday_ids[h / 2],
                             asked[h] ? " am" : "", asked[h + 1] ? " pm" : "");
  return g_string_free(list, FALSE);
}

static void write_line(const struct plan *plan, const struct plan_line *line, GString *out)
{
  struct template_values *values = template_values_new();
  if (line->site != NOBODY) {
    template_set(values, "site", "%s", plan_site_id(plan, line->site));
    template_set(values, "site_name", "%s", plan->sites[line->site].place->name);
    template_set(values, "weekday", "%s", weekday_ids[plan_venue_weekday(plan, line->site)]);
  }
  if (line->task) {
    g_autofree char *asked = half_days(line->asked);
    template_set(values, "task", "%s", line->task);
    template_set(values, "half_days", "%s", asked);
    template_set(values, "need", "%d", line->need);
    template_set(values, "target", "%d", line->target);
  }
  template_write_part(policy_demand, line->part, values, out);
  template_values_free(values);
}

void write_demand(const struct plan *plan, GString *out)
{
  for (guint i = 0; i < plan->demand->len; i++)
    write_line(plan, &g_array_index(plan->demand, struct plan_line, i), out);
}
