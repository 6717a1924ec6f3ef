#include "reports/broken.h"

#include "reports/text.h"

static void append_part(GString *out, const char *separator, const char *text)
{
  g_string_append_printf(out, "%s%s", out->len ? separator : "", text);
}

char *broken_place(const struct problem *problem, const struct label *at)
{
  const struct service *service = problem->service;
  GString *out = g_string_new(NULL);
  char slot[32];
  if (at->clinician != NONE)
    append_part(out, ", ", service->clinicians[at->clinician].name);
  if (at->task != NONE)
    append_part(out, ", ", service->tasks[at->task].name);
  if (at->site != NONE)
    append_part(out, at->task != NONE ? " at " : ", ", service->sites[at->site].name);
  if (at->slot != NONE)
    append_part(out, ", ", month_slot_format(problem->month, service, at->slot, slot));
  return g_string_free(out, FALSE);
}

char *broken_rule(const struct rule_use *use)
{
  if (!use->where.file)
    return g_strdup(use->name);
  return g_strdup_printf("%s (%s:%d)", use->name, use->where.file, use->where.line);
}

char *broken_text(const struct audit *audit)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->price != PRICE_HARD)
      continue;
    g_autofree char *rule = broken_rule(&audit->problem->service->uses[finding->at.use]);
    g_autofree char *place = broken_place(audit->problem, &finding->at);
    g_autofree char *line = g_strdup_printf("%s: %s%s%s%s", rule, finding->text,
                                            place[0] ? " [" : "", place, place[0] ? "]" : "");
    g_string_append(out, "  ");
    text_wrap(out, line, 2);
  }
  return g_string_free(out, FALSE);
}
