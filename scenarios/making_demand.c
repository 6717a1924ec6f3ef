#include "scenarios/making_demand.h"

#include "model/date.h"

#include <string.h>

static bool same(const struct node *a, const struct node *b)
{
  if (!a || !b)
    return a == b;
  if (a->kind != b->kind || a->count != b->count)
    return false;
  if (a->kind == NODE_SCALAR)
    return strcmp(a->text, b->text) == 0;
  for (int i = 0; i < a->count; i++)
    if (!same(a->items[i], b->items[i]))
      return false;
  return true;
}

static bool replaces(const struct node *line, const struct node *old)
{
  static const char *const keys[] = {"task", "who", "at", "sessions", "per"};
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    if (!same(node_get(line, keys[i]), node_get(old, keys[i])))
      return false;
  return true;
}

void making_ask(struct making *making, const struct node *line)
{
  const struct node *demand = making_section(making, MAKING_SERVICE, "demand", NODE_LIST);
  int index = 0;
  while (index < demand->count && !replaces(line, demand->items[index]))
    index++;
  demand = index < demand->count ? edit_replace(making->nodes, demand, index, line)
                                 : edit_append(making->nodes, demand, line);
  making_put_section(making, MAKING_SERVICE, line->where, "demand", demand);
}

const struct node *making_sessions(struct making *making, struct where where,
                                   const struct pattern *pattern)
{
  const struct service *service = making->service;
  const struct node *list = edit_list(making->nodes, where);
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int b = 0; b < service->n_blocks; b++)
      if (pattern->blocks[day] >> b & 1) {
        g_autofree char *text =
            g_strdup_printf("%s %s", date_weekday_names[day], service->blocks[b].id);
        list = edit_append(making->nodes, list, edit_scalar(making->nodes, where, text));
      }
  return list;
}
