/* Is it fair? */
#include "model/words.h"
#include "reports/terminal_parts.h"

#include <stdlib.h>
#include <string.h>

enum { WORST_SHOWN = 3 };

static int use_value(const struct rule_use *use, const char *param)
{
  for (int i = 0; i < use->rule->n_params; i++)
    if (strcmp(use->rule->params[i].name, param) == 0)
      return use->values[i];
  return PARAM_UNSET;
}

/* The ratio that the service asks for, if a rule says so. */
static void append_asked_ratio(const struct service *service, GString *line)
{
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    int generalist = use_value(use, "generalist"), specialist = use_value(use, "specialist");
    if (generalist == PARAM_UNSET || specialist == PARAM_UNSET)
      continue;
    g_string_append_printf(line, " (asked for: %d:%d)", generalist, specialist);
    return;
  }
}

static void append_ratio(struct terminal *terminal)
{
  int64_t share = figures_generalist_hundredths(terminal->figures->streams);
  g_autoptr(GString) line = g_string_new(NULL);
  if (share < 0)
    return;
  g_string_append_printf(line, "%.1f%% generalist, %.1f%% specialist, over the whole service",
                         (double)share / 100, 100 - (double)share / 100);
  append_asked_ratio(terminal->audit->problem->service, line);
  terminal_line(terminal, "balance", line->str);
}

/* The clinician of the least satisfaction not yet in `seen`, or NONE. */
static int least_satisfied(const struct terminal *terminal, const bool *seen)
{
  int least = NONE;
  for (int c = 0; c < terminal->audit->problem->service->n_clinicians; c++) {
    int percent = terminal->figures->people[c].satisfaction_percent;
    if (percent < 0 || seen[c])
      continue;
    if (least == NONE || percent < terminal->figures->people[least].satisfaction_percent)
      least = c;
  }
  return least;
}

static void append_satisfaction(struct terminal *terminal)
{
  const struct service *service = terminal->audit->problem->service;
  const struct figures *figures = terminal->figures;
  g_autofree bool *seen = g_new0(bool, (gsize)service->n_clinicians + 1);
  g_autoptr(GString) line = g_string_new(NULL);
  if (figures->asked == 0) {
    terminal_line(terminal, "preferences", "nobody asked for anything");
    return;
  }
  g_string_append_printf(line, "%d%% satisfied on average, of ", figures->mean_satisfaction);
  text_count(line, figures->asked, "who asked; ", "who asked; ");
  g_string_append(line, figures->asked > 1 ? "the least: " : "");
  for (int i = 0, c; i < WORST_SHOWN && (c = least_satisfied(terminal, seen)) != NONE; i++) {
    seen[c] = true;
    g_string_append_printf(line, "%s%s %d%%", i ? ", " : "", service->clinicians[c].name,
                           figures->people[c].satisfaction_percent);
  }
  terminal_line(terminal, "preferences", line->str);
}

static void append_avoidance(struct terminal *terminal)
{
  struct avoidance all = terminal->figures->avoidance;
  if (all.asked == 0)
    return;
  g_autofree char *line =
      g_strdup_printf("%d of %d things that people asked to avoid were avoided (%d%%)", all.met,
                      all.asked, 100 * all.met / all.asked);
  terminal_line(terminal, "avoided", line);
}

static bool can_some_day(const struct problem *problem, int clinician, int task)
{
  for (int s = 0; s < problem->month->n_slots; s++)
    if (problem_present(problem, clinician, s) &&
        clinician_can(problem->service, clinician, task, problem->month->slots[s].date))
      return true;
  return false;
}

/* How evenly a burden is spread among those who can bear it. */
static void append_burden(struct terminal *terminal, int task)
{
  const struct problem *problem = terminal->audit->problem;
  const struct rota *rota = terminal->audit->rota;
  g_autofree int *sessions = g_new0(int, (gsize)problem->service->n_clinicians + 1);
  int able = 0, fewest = G_MAXINT, most = 0;
  for (int i = 0; i < rota->count; i++)
    sessions[rota->items[i].clinician] += rota->items[i].task == task;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (!sessions[c] && !can_some_day(problem, c, task))
      continue;
    able++;
    fewest = MIN(fewest, sessions[c]);
    most = MAX(most, sessions[c]);
  }
  if (able == 0)
    return;
  g_autofree char *line = g_strdup_printf("%s: %d to %d sessions each, of the %d who can do it",
                                          problem->service->tasks[task].name, fewest, most, able);
  terminal_line(terminal, "shared", line);
}

static int minutes_over(const struct terminal *terminal, int clinician)
{
  const struct person_figures *person = &terminal->figures->people[clinician];
  return person->minutes - person->contract_minutes;
}

static void append_hours_of(GString *line, const struct terminal *terminal, int clinician)
{
  int over = minutes_over(terminal, clinician);
  char text[WORDS_SIZE];
  g_string_append_printf(line, "%s %s%s",
                         terminal->audit->problem->service->clinicians[clinician].name,
                         over < 0 ? "-" : "+", words_minutes(abs(over), text));
}

/* Planned against contract: all together, and who is furthest off either way. */
static void append_hours(struct terminal *terminal)
{
  int64_t planned = 0, owed = 0;
  int least = 0, most = 0;
  for (int c = 0; c < terminal->audit->problem->service->n_clinicians; c++) {
    planned += terminal->figures->people[c].minutes;
    owed += terminal->figures->people[c].contract_minutes;
    if (minutes_over(terminal, c) < minutes_over(terminal, least))
      least = c;
    if (minutes_over(terminal, c) > minutes_over(terminal, most))
      most = c;
  }
  if (owed == 0)
    return;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "%.1f%% of the contracts' hours are planned",
                         100 * (double)planned / (double)owed);
  if (minutes_over(terminal, least) < 0 || minutes_over(terminal, most) > 0) {
    g_string_append(line, "; from ");
    append_hours_of(line, terminal, least);
    g_string_append(line, " to ");
    append_hours_of(line, terminal, most);
  } else
    g_string_append(line, ", everybody's to the minute");
  terminal_line(terminal, "hours", line->str);
}

void terminal_fair(struct terminal *terminal)
{
  const struct service *service = terminal->audit->problem->service;
  terminal_heading(terminal, "IS IT FAIR?");
  append_ratio(terminal);
  append_satisfaction(terminal);
  append_avoidance(terminal);
  append_hours(terminal);
  /* What can't be asked to be avoided is what weighs on people. */
  for (int t = 0; t < service->n_tasks; t++)
    if (service->criteria.barred_tasks && service->criteria.barred_tasks[t])
      append_burden(terminal, t);
}
