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

/* "Ann Lee has 7 h of supporting time, less than 30% of 135 h (costs 40)" */
static void append_finding(GString *line, const struct finding *finding)
{
  g_string_append(line, finding->text);
  if (finding->price == PRICE_HARD) {
    g_string_append(line, " (hard)");
    return;
  }
  g_string_append(line, " (costs ");
  text_number(line, finding->price * finding->violation);
  g_string_append_c(line, ')');
}

static void append_shortfall(GString *out, const struct problem *problem,
                             const struct shortfall *shortfall, guint number)
{
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_printf(line, "%u. ", number);
  append_finding(line, shortfall->finding);
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
      append_shortfall(out, assessment->problem, shortfall, i + 1);
    }
  }
  if (out->len == 0)
    g_string_append(out, "nothing is missing\n");
  return g_string_free(out, FALSE);
}

char *explain_short_text(const struct problem *problem, const struct short_answer *answer)
{
  GString *out = g_string_new(NULL);
  const struct alternative *alternative = &answer->consequence.alternative;
  g_autoptr(GString) head = g_string_new(NULL);
  append_finding(head, answer->finding);
  explain_append(out, 0, head->str);
  g_string_append_c(out, '\n');
  if (!answer->counted)
    explain_append(out, 4, "its rule counts it only together with others: no rota was looked for");
  else if (alternative->verdict == BUILD_DONE)
    explain_append_consequence(out, problem, &answer->consequence, NONE, "met in full",
                               EXPLAIN_CUT_SHORT);
  else if (alternative->verdict == BUILD_INFEASIBLE)
    explain_append_impossible(out, "no lawful rota meets it in full:", alternative->reason);
  else
    explain_append(out, 4, "no rota that meets it was found in the time; give it more with --time");
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

static json_t *shortfall_json(const struct problem *problem, const struct shortfall *shortfall,
                              guint number)
{
  const struct finding *finding = shortfall->finding;
  const struct service *service = problem->service;
  const struct label *at = &finding->at;
  const struct slot *slot = at->slot == NONE ? NULL : &problem->month->slots[at->slot];
  char date[DATE_TEXT_SIZE];
  json_t *out = json_pack("{si, ss, ss, ss, sI}", "number", (int)number, "rule",
                          service->uses[at->use].name, "kind", shortfall_kind_names[finding->kind],
                          "text", finding->text, "missing", (json_int_t)finding->violation);
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
    json_array_append_new(out,
                          shortfall_json(assessment->problem, shortfall_at(assessment, i), i + 1));
  return out;
}

json_t *explain_short_json(const struct problem *problem, const struct short_answer *answer)
{
  json_t *out = json_pack("{ss, sb}", "text", answer->finding->text, "counted", answer->counted);
  explain_set_consequence(out, problem, &answer->consequence);
  return out;
}
