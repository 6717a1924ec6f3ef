#include "reports/explain_gaps.h"

#include "model/date.h"
#include "planning/reason.h"
#include "reports/explain_gap.h"
#include "reports/explain_words.h"
#include "reports/text.h"

static const struct shortfall *shortfall_at(const struct assessment *assessment, guint index)
{
  return &g_array_index(assessment->shortfalls, struct shortfall, index);
}

static void append_line(GString *out, const char *head, const char *text)
{
  if (!text)
    return;
  g_autofree char *line = g_strconcat(head, text, NULL);
  explain_append(out, 4, line);
}

static void append_shortfall(GString *out, const struct problem *problem,
                             const struct shortfall *shortfall)
{
  const struct finding *finding = shortfall->finding;
  g_autoptr(GString) line = g_string_new(finding->text);
  g_string_append(line, finding->price == PRICE_HARD ? " (hard" : " (costs ");
  if (finding->price != PRICE_HARD)
    text_number(line, shortfall->cost);
  g_string_append_c(line, ')');
  explain_append(out, 2, line->str);
  if (!shortfall->why)
    return;
  g_autofree char *closest = reason_closest(problem, shortfall->why);
  g_autofree char *reason = reason_text(problem, shortfall->why);
  append_line(out, "who: ", closest);
  append_line(out, "why: ", reason);
}

char *explain_gaps_text(const struct assessment *assessment)
{
  static const char *const heads[SHORTFALL_KINDS] = {
      [SHORTFALL_NEED] = "fewer than are needed",
      [SHORTFALL_COVER] = "cover that is missing",
      [SHORTFALL_NOT_OFFERED] = "not offered: it can be done nowhere",
      [SHORTFALL_OTHER] = "also asked for, and not met in full",
      [SHORTFALL_TARGET] = "enough, but short of a target",
      [SHORTFALL_OVER] = "more than wanted",
  };
  GString *out = g_string_new(NULL);
  for (int kind = 0; kind < SHORTFALL_KINDS; kind++) {
    bool any = false;
    for (guint i = 0; i < assessment->shortfalls->len; i++) {
      const struct shortfall *shortfall = shortfall_at(assessment, i);
      if ((int)shortfall->finding->kind != kind)
        continue;
      if (!any)
        g_string_append_printf(out, "%s%s\n", out->len ? "\n" : "", heads[kind]);
      any = true;
      append_shortfall(out, assessment->problem, shortfall);
    }
  }
  if (out->len == 0)
    g_string_append(out, "nothing is missing\n");
  return g_string_free(out, FALSE);
}

/* --- for programs ------------------------------------------------------------------- */

static json_t *id_or_null(int index, const char *id)
{
  return index == NONE ? json_null() : json_string(id);
}

static json_t *why_json(const struct problem *problem, const struct why *why)
{
  g_autofree char *closest = reason_closest(problem, why);
  g_autofree char *reason = reason_text(problem, why);
  return json_pack("{ss?, ss, si, so}", "closest", closest, "text", reason, "able", why->able,
                   "people", explain_gap_people_json(problem, why->people));
}

static json_t *shortfall_json(const struct problem *problem, const struct shortfall *shortfall)
{
  const struct finding *finding = shortfall->finding;
  const struct service *service = problem->service;
  const struct label *at = &finding->at;
  const struct slot *slot = at->slot == NONE ? NULL : &problem->month->slots[at->slot];
  char date[DATE_TEXT_SIZE];
  json_t *out = json_pack("{ss, ss, ss, sI}", "rule", service->uses[at->use].name, "kind",
                          shortfall_kind_names[finding->kind], "text", finding->text, "missing",
                          (json_int_t)finding->violation);
  json_object_set_new(out, "date", slot ? json_string(date_format(slot->date, date)) : json_null());
  json_object_set_new(out, "session",
                      slot ? json_string(service->blocks[slot->block].id) : json_null());
  json_object_set_new(out, "task",
                      id_or_null(at->task, at->task == NONE ? NULL : service->tasks[at->task].id));
  json_object_set_new(out, "site",
                      id_or_null(at->site, at->site == NONE ? NULL : service->sites[at->site].id));
  json_object_set_new(out, "cost",
                      finding->price == PRICE_HARD ? json_null() : json_integer(shortfall->cost));
  json_object_set_new(out, "why", shortfall->why ? why_json(problem, shortfall->why) : json_null());
  return out;
}

json_t *explain_gaps_json(const struct assessment *assessment)
{
  json_t *out = json_array();
  for (guint i = 0; i < assessment->shortfalls->len; i++)
    json_array_append_new(out, shortfall_json(assessment->problem, shortfall_at(assessment, i)));
  return out;
}
