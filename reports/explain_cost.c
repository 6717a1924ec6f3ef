#include "reports/explain_cost.h"

#include "model/words.h"
#include "reports/explain_words.h"
#include "reports/text.h"

enum { LINES_SHOWN = 15, COST_WIDTH = 9 };

/* --- text ------------------------------------------------------------------------- */

typedef char *(*naming)(const struct service *service, int index);

static char *use_name(const struct service *service, int index)
{
  return words_use(&service->uses[index]);
}

static char *person_name(const struct service *service, int index)
{
  return g_strdup(index == NONE ? "nobody in particular" : service->clinicians[index].name);
}

static char *site_name(const struct service *service, int index)
{
  return g_strdup(index == NONE ? "nowhere in particular" : service->sites[index].name);
}

static void append_line(GString *out, int64_t cost, const char *text)
{
  g_autoptr(GString) number = g_string_new(NULL);
  text_number(number, cost);
  text_right(out, number->str, COST_WIDTH);
  g_string_append(out, "  ");
  text_wrap(out, text, COST_WIDTH + 2);
}

static void append_lines(GString *out, const struct service *service, const char *head,
                         const GArray *lines, naming name)
{
  int64_t rest = 0;
  g_string_append_printf(out, "\n%s\n", head);
  for (guint i = 0; i < lines->len; i++) {
    const struct cost_line *line = &g_array_index(lines, struct cost_line, i);
    g_autofree char *text = name(service, line->index);
    if (i < LINES_SHOWN)
      append_line(out, line->cost, text);
    else
      rest += line->cost;
  }
  if (lines->len > LINES_SHOWN) {
    g_autofree char *text = g_strdup_printf("the %u others together", lines->len - LINES_SHOWN);
    append_line(out, rest, text);
  }
}

/* A session of a wish is what people know the worth of. */
static void append_point(GString *out, const struct service *service)
{
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (use->hard || !g_str_equal(use->rule->name, "preferences"))
      continue;
    const struct levels *levels = &service->levels;
    g_autoptr(GString) text = g_string_new("A point: a session at a place or task");
    for (int l = 0; l < levels->count; l++)
      g_string_append_printf(text, "%s '%s' %s %d",
                             l == 0                ? " wished for at"
                             : l == levels->wished ? "; at"
                                                   : ", at",
                             levels->names[l], l < levels->wished ? "saves" : "costs",
                             use->weight * ABS(service->criteria.points[l]));
    g_string_append_printf(text, "; a session asked for at '%s' saves %d.", levels->names[0],
                           use->weight * service->criteria.request_points);
    explain_append(out, 0, text->str);
    return;
  }
}

char *explain_cost_text(const struct cost_account *account)
{
  const struct service *service = account->assessment->problem->service;
  GString *out = g_string_new("The rota costs ");
  text_number(out, account->assessment->audit->cost);
  g_string_append(out, " points: what it misses, less what wishes that are met gain.\n");
  append_point(out, service);
  append_lines(out, service, "by rule", account->uses, use_name);
  append_lines(out, service, "by person", account->people, person_name);
  append_lines(out, service, "by site", account->sites, site_name);
  g_string_append(out, "\nthe dearest\n");
  for (guint i = 0; i < account->dearest->len; i++) {
    const struct finding *finding = account->dearest->pdata[i];
    g_autofree char *use = use_name(service, finding->at.use);
    g_autofree char *text = g_strdup_printf("%s (%s)", finding->text, use);
    append_line(out, finding->price * finding->violation, text);
  }
  return g_string_free(out, FALSE);
}

/* --- for programs ------------------------------------------------------------------- */

static json_t *lines_json(const struct service *service, const GArray *lines, naming name)
{
  json_t *out = json_array();
  for (guint i = 0; i < lines->len; i++) {
    const struct cost_line *line = &g_array_index(lines, struct cost_line, i);
    g_autofree char *text = name(service, line->index);
    json_array_append_new(out, json_pack("{ss, sI, si}", "name", text, "cost",
                                         (json_int_t)line->cost, "findings", line->findings));
  }
  return out;
}

json_t *explain_cost_json(const struct cost_account *account)
{
  const struct service *service = account->assessment->problem->service;
  json_t *dearest = json_array();
  for (guint i = 0; i < account->dearest->len; i++) {
    const struct finding *finding = account->dearest->pdata[i];
    json_t *one =
        json_pack("{ss, ss}", "rule", service->uses[finding->at.use].name, "text", finding->text);
    json_object_set_new(one, "cost", json_integer(finding->price * finding->violation));
    json_array_append_new(dearest, one);
  }
  return json_pack("{sI, so, so, so, so}", "cost", (json_int_t)account->assessment->audit->cost,
                   "rules", lines_json(service, account->uses, use_name), "people",
                   lines_json(service, account->people, person_name), "sites",
                   lines_json(service, account->sites, site_name), "dearest", dearest);
}
