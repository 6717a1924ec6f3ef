#include "planning/part_weeks.h"

#include <string.h>

/* Does the rule count by the week as it is used? */
static bool counts_by_week(const struct rule_use *use)
{
  for (int p = 0; p < use->rule->n_params; p++) {
    const struct rule_param *about = &use->rule->params[p];
    if (about->kind == PARAM_CHOICE && strcmp(about->name, "per") == 0)
      return strcmp(about->choices[use->values[p]], "week") == 0;
  }
  return use->rule == rule_find("fcp_cover") || use->rule == rule_find("split_days");
}

static bool anything_counts_by_week(const struct problem *problem)
{
  bool any = false;
  for (int d = 0; d < problem->n_demands; d++)
    any = any || (problem->demands[d].per == PERIOD_WEEK && problem->demands[d].event == NONE);
  for (int u = 0; u < problem->service->n_uses; u++)
    any = any || counts_by_week(&problem->service->uses[u]);
  return any;
}

/* Has the service a session on one of these weekdays in an ordinary week? */
static bool is_open(const struct service *service, int first, int last)
{
  bool open = false;
  for (int weekday = first; weekday <= last; weekday++)
    open = open || service->week.blocks[weekday] != 0;
  return open;
}

/* Next to a period of weeks may lie a month or other weeks. */
static void add(GPtrArray *out, const struct month *month, int monday, int neighbour)
{
  char week[DATE_TEXT_SIZE], other[DATE_TEXT_SIZE];
  g_autofree char *whose =
      month->weeks == 0
          ? g_strdup_printf("%s, which is", month_id_format(neighbour, 0, other))
          : g_strdup_printf("the days %s %s, which are",
                            neighbour < month->from ? "before" : "after", month->name);
  g_ptr_array_add(out, g_strdup_printf("the week of %s is shared with %s not published: its part "
                                       "counts by itself, pro rata",
                                       date_format_short(monday, week), whose));
}

GPtrArray *part_weeks(const struct problem *problem)
{
  const struct month *month = problem->month;
  const struct day *first = &month->days[0], *last = &month->days[month->n_days - 1];
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  struct shared_days shared;
  if (!anything_counts_by_week(problem))
    return out;
  if (is_open(problem->service, 0, first->weekday - 1) &&
      is_open(problem->service, first->weekday, WEEK_DAYS - 1) &&
      !month_shares(month, first->week, &shared))
    add(out, month, first->date - first->weekday, first->date - 1);
  if (is_open(problem->service, last->weekday + 1, WEEK_DAYS - 1) &&
      is_open(problem->service, 0, last->weekday) && !month_shares(month, last->week, &shared))
    add(out, month, last->date - last->weekday, last->date + 1);
  return out;
}
