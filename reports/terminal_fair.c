/* Is it fair? */
#include "model/words.h"
#include "reports/terminal_parts.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_SHOWN = 3 };

static void append_ratio(struct terminal *terminal)
{
  const struct totals *totals = &terminal->assessment->totals;
  const struct ratio_asked *asked = &totals->service_ratio;
  double share = (double)totals->streams.generalist_hundredths / 100;
  g_autoptr(GString) line = g_string_new(NULL);
  if (share < 0)
    return;
  g_string_append_printf(line, "%.1f%% generalist, %.1f%% specialist, over the whole service",
                         share, 100 - share);
  if (asked->generalist + asked->specialist > 0)
    g_string_append_printf(line, " (asked for: %d:%d)", asked->generalist, asked->specialist);
  terminal_line(terminal, "balance", line->str);
}

/* The same of each who holds both kinds of skill, the least generalist first. */
static void append_ratio_of_each(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  g_autoptr(GString) line = g_string_new(NULL);
  for (int i = 0; i < assessment->n_by_generalist; i++) {
    int c = assessment->by_generalist[i];
    double share = (double)assessment->people[c].streams.generalist_hundredths / 100;
    g_string_append_printf(line, "%s%s %.1f%%%s", i ? ", " : "",
                           assessment->problem->service->clinicians[c].name, share,
                           i ? "" : " generalist");
  }
  if (line->len > 0)
    terminal_line(terminal, "who does both", line->str);
}

static void append_satisfaction(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  const struct totals *totals = &assessment->totals;
  g_autoptr(GString) line = g_string_new(NULL);
  if (totals->asked == 0) {
    terminal_line(terminal, "preferences", "nobody asked for anything");
    return;
  }
  g_string_append_printf(line, "%d%% satisfied on average, of ", totals->satisfaction_percent);
  text_count(line, totals->asked, "who asked; ", "who asked; ");
  g_string_append(line, totals->asked > 1 ? "the least: " : "");
  for (int i = 0; i < LEAST_SHOWN && i < totals->asked; i++) {
    int c = assessment->by_satisfaction[i];
    g_string_append_printf(line, "%s%s %d%%", i ? ", " : "",
                           assessment->problem->service->clinicians[c].name,
                           assessment->people[c].satisfaction_percent);
  }
  terminal_line(terminal, "preferences", line->str);
}

static void append_not_sent(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  g_autoptr(GString) line = g_string_new(NULL);
  for (int i = 0; i < assessment->n_not_sent; i++)
    g_string_append_printf(line, "%s%s", i ? ", " : "",
                           assessment->problem->service->clinicians[assessment->not_sent[i]].name);
  if (line->len > 0)
    terminal_line(terminal, "nothing sent", line->str);
}

/* Wishes that came late, and what they count for. */
static void append_late(struct terminal *terminal)
{
  const struct problem *problem = terminal->assessment->problem;
  g_autoptr(GString) line = g_string_new(NULL);
  for (int i = 0; i < problem->month->n_preferences; i++) {
    const struct preferences *sent = &problem->month->preferences[i];
    if (sent->late)
      g_string_append_printf(line, "%s%s (counts %d%%)", line->len ? ", " : "",
                             problem->service->clinicians[sent->clinician].name, sent->percent);
  }
  if (line->len > 0)
    terminal_line(terminal, "sent late", line->str);
}

/* Wishes that do not count because they were written wrongly, or are not allowed. */
static void append_omissions(struct terminal *terminal)
{
  const struct month *month = terminal->assessment->problem->month;
  for (int i = 0; i < month->n_omissions; i++) {
    const struct omission *omission = &month->omissions[i];
    g_autoptr(GString) line = g_string_new(omission->where.file);
    if (omission->where.line > 0)
      g_string_append_printf(line, ":%d", omission->where.line);
    g_string_append_printf(line, ": %s", omission->text);
    terminal_line(terminal, "left out", line->str);
  }
}

/* How evenly a burden is spread among those who can bear it. */
static void append_burden(struct terminal *terminal, const struct burden *burden)
{
  const struct service *service = terminal->assessment->problem->service;
  g_autofree char *line = g_strdup_printf("%s: %d to %d session%s each, of the %d who can do it",
                                          service->tasks[burden->task].name, burden->fewest,
                                          burden->most, burden->most == 1 ? "" : "s", burden->able);
  terminal_line(terminal, "shared", line);
}

static void append_hours_of(GString *line, const struct assessment *assessment, int clinician)
{
  int over = assessment->people[clinician].over_minutes;
  char text[WORDS_SIZE];
  g_string_append_printf(line, "%s %s%s", assessment->problem->service->clinicians[clinician].name,
                         over < 0 ? "-" : "+", words_minutes(abs(over), text));
}

/* Planned against contract: all together, and who is furthest off either way. */
static void append_hours(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  const struct totals *totals = &assessment->totals;
  if (totals->contract_minutes == 0)
    return;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "%.1f%% of the contracts' hours are planned",
                         totals->planned_percent);
  if (assessment->people[totals->least_over].over_minutes < 0 ||
      assessment->people[totals->most_over].over_minutes > 0) {
    g_string_append(line, "; from ");
    append_hours_of(line, assessment, totals->least_over);
    g_string_append(line, " to ");
    append_hours_of(line, assessment, totals->most_over);
  } else
    g_string_append(line, ", everybody's to the minute");
  terminal_line(terminal, "hours", line->str);
}

/* Sessions beyond all contracts: how many, whose, and at what price. */
static void append_extra(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  const struct problem *problem = assessment->problem;
  g_autoptr(GString) line = g_string_new(NULL);
  int offered = 0;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0, count; s < problem->month->n_slots; s++) {
      problem_cell(problem, c, s, &count);
      offered += count > 0 && problem_is_extra(problem, c, s);
    }
  if (offered + assessment->totals.extra_sessions == 0)
    return;
  text_count(line, assessment->totals.extra_sessions, "session", "sessions");
  g_string_append_printf(line, " beyond contracts, of %d offered", offered);
  const char *separator = ": ";
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (assessment->people[c].extra_sessions == 0)
      continue;
    g_string_append_printf(line, "%s%s %d", separator, problem->service->clinicians[c].name,
                           assessment->people[c].extra_sessions);
    separator = ", ";
  }
  if (assessment->totals.extra_sessions > 0) {
    g_string_append(line, "; price ");
    text_number(line, assessment->totals.extra_cost);
  }
  terminal_line(terminal, "extra", line->str);
}

static bool is_same_line(const struct agreed *one, const struct agreed *other)
{
  return one->where.line == other->where.line && one->where.column == other->where.column &&
         strcmp(one->where.file, other->where.file) == 0;
}

/* Sessions swapped or added, as somebody will ask why they are not of the pattern; all that one
 * line says together. */
static void append_agreed(struct terminal *terminal)
{
  const struct problem *problem = terminal->assessment->problem;
  const struct month *month = problem->month;
  g_autoptr(GString) line = g_string_new(NULL);
  char slot[WORDS_SIZE], where[WORDS_SIZE];
  for (int i = 0; i < month->n_agreed; i++) {
    const struct agreed *agreed = &month->agreed[i];
    bool begins = i == 0 || !is_same_line(&month->agreed[i - 1], agreed);
    bool ends = i + 1 == month->n_agreed || !is_same_line(agreed, &month->agreed[i + 1]);
    if (begins)
      g_string_append_printf(line, "%s%s %s on ", i > 0 ? "; " : "",
                             problem->service->clinicians[agreed->clinician].name,
                             agreed->extra   ? "offers more"
                             : agreed->works ? "is at work"
                                             : "is off");
    g_string_append_printf(line, "%s%s%s", begins ? "" : ", ",
                           words_slot(problem, agreed->slot, slot),
                           ends ? words_where(agreed->where, where) : "");
  }
  if (line->len > 0)
    terminal_line(terminal, "agreed", line->str);
}

void terminal_fair(struct terminal *terminal)
{
  const GArray *burdens = terminal->assessment->burdens;
  terminal_heading(terminal, "IS IT FAIR?");
  append_ratio(terminal);
  append_ratio_of_each(terminal);
  append_satisfaction(terminal);
  append_not_sent(terminal);
  append_late(terminal);
  append_omissions(terminal);
  append_hours(terminal);
  append_extra(terminal);
  append_agreed(terminal);
  for (guint i = 0; i < burdens->len; i++)
    append_burden(terminal, &g_array_index(burdens, struct burden, i));
}
