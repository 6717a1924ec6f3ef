/* How acceptable is it? */
#include "model/words.h"
#include "reports/terminal_parts.h"

static void append_days(struct terminal *terminal)
{
  const struct totals *totals = &terminal->assessment->totals;
  const struct acceptability *all = &totals->acceptability;
  g_autoptr(GString) line = g_string_new(NULL);
  if (all->days == 0)
    return;
  text_count(line, all->days, "person-day: ", "person-days: ");
  g_string_append_printf(line, "%d with a hole, %d at two sites or more (%.1f%%); ", all->hole_days,
                         all->split_days, (double)totals->split_hundredths / 100);
  text_count(line, all->moves_without_time, "move", "moves");
  g_string_append(line, " without time for the way (by person: rota export --figures)");
  terminal_line(terminal, "days", line->str);
  g_string_truncate(line, 0);
  text_count(line, all->days_in_a_row, "day", "days");
  g_string_append(line, " at most");
  terminal_line(terminal, "in a row", line->str);
}

static void append_support(struct terminal *terminal)
{
  const struct acceptability *all = &terminal->assessment->totals.acceptability;
  g_autoptr(GString) line = g_string_new(NULL);
  if (all->support_minutes + all->support_asked_minutes == 0)
    return;
  g_autofree char *planned = words_minutes_asked(all->support_minutes, all->support_asked_minutes);
  text_count(line, all->support_days, "whole day, ", "whole days, ");
  text_count(line, all->support_halves, "whole half-day, ", "whole half-days, ");
  text_count(line, all->support_parts, "half-day", "half-days");
  g_string_append_printf(line, " with other work in it; %s", planned);
  terminal_line(terminal, "supporting time", line->str);
}

/* In all, then of each PCN: "Goldstone PCN 62.5% of 40, by 4 people". */
static void append_pcns(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  g_autoptr(GString) line = g_string_new(NULL);
  if (assessment->totals.named_hundredths < 0)
    return;
  g_string_append_printf(line, "%.1f%% of PCNs' sessions are done by those named for them",
                         (double)assessment->totals.named_hundredths / 100);
  for (guint i = 0; i < assessment->pcns->len; i++) {
    const struct pcn_figures *pcn = &g_array_index(assessment->pcns, struct pcn_figures, i);
    g_string_append_printf(line, "; %s ", assessment->problem->service->sites[pcn->site].name);
    if (pcn->named_hundredths >= 0)
      g_string_append_printf(line, "%.1f%% of ", (double)pcn->named_hundredths / 100);
    g_string_append_printf(line, "%d, by ", pcn->sessions);
    text_count(line, pcn->people, "person", "people");
  }
  terminal_line(terminal, "named FCPs", line->str);
}

static void append_ratio(struct terminal *terminal)
{
  const struct assessment *assessment = terminal->assessment;
  const struct totals *totals = &assessment->totals;
  const struct ratio_asked *ratio = &totals->person_ratio;
  g_autoptr(GString) line = g_string_new(NULL);
  if (totals->near_asked < 0 || assessment->n_by_generalist == 0)
    return;
  g_string_append_printf(line, "%d of %d who hold both kinds of skill are within ",
                         totals->near_asked, assessment->n_by_generalist);
  text_count(line, ratio->within, "point", "points");
  g_string_append_printf(line, " of %d:%d", ratio->generalist, ratio->specialist);
  terminal_line(terminal, "by person", line->str);
}

static void append_avoided(struct terminal *terminal, const char *label, const char *what,
                           const struct avoidance *avoided, const struct avoidance_percent *percent)
{
  g_autoptr(GString) line = g_string_new(NULL);
  if (avoided->asked == 0)
    return;
  g_string_append_printf(line, "%d of %d %s all month (%d%%)", avoided->met, avoided->asked, what,
                         percent->met);
  if (avoided->sessions > 0)
    g_string_append_printf(line, "; %d of %d sessions (%d%%)", avoided->sessions_met,
                           avoided->sessions, percent->sessions_met);
  terminal_line(terminal, label, line->str);
}

static char *strongest_words(const struct service *service)
{
  int against = service_level_against(service);
  g_autofree char *avoid =
      against == NONE ? g_strdup("") : g_strdup_printf("'%s' or ", service->levels.names[against]);
  return g_strdup_printf("of these, %soff at '%s', were kept", avoid, service->levels.names[0]);
}

/* "Ann Able: off, Tue 2 Feb am", "Bob Best: not Duty clinician, 3 sessions from Mon 1 Feb am" */
static void append_refusal(GString *out, const struct problem *problem,
                           const struct refusal *refusal)
{
  const struct service *service = problem->service;
  char slot[WORDS_SIZE], where[WORDS_SIZE];
  words_slot(problem, refusal->slot, slot);
  g_string_append_printf(out, "%s:", service->clinicians[refusal->clinician].name);
  if (refusal->request && refusal->request->off)
    g_string_append(out, " off");
  else
    g_string_append(out, " not");
  if (refusal->task != NONE)
    g_string_append_printf(out, " %s", service->tasks[refusal->task].name);
  if (refusal->site != NONE)
    g_string_append_printf(out, " at %s", service->sites[refusal->site].name);
  if (refusal->person != NONE)
    g_string_append_printf(out, " with %s", service->clinicians[refusal->person].name);
  if (refusal->sessions > 1)
    g_string_append_printf(out, ", %d sessions from %s", refusal->sessions, slot);
  else
    g_string_append_printf(out, ", %s", slot);
  g_string_append(out, words_where(refusal->where, where));
}

/* The strongest wishes that are not kept: somebody will ask. */
static void append_refusals(struct terminal *terminal)
{
  enum { NAMED_MOST = 8 };
  const GArray *refusals = terminal->assessment->refusals;
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < MIN(refusals->len, NAMED_MOST); i++) {
    g_string_append(line, i > 0 ? "; " : "");
    append_refusal(line, terminal->assessment->problem,
                   &g_array_index(refusals, struct refusal, i));
  }
  if (refusals->len > NAMED_MOST)
    g_string_append_printf(line, "; and %u more (rota report --show missed)",
                           refusals->len - NAMED_MOST);
  if (line->len > 0)
    terminal_line(terminal, "not kept", line->str);
}

void terminal_acceptable(struct terminal *terminal)
{
  const struct totals *totals = &terminal->assessment->totals;
  terminal_heading(terminal, "HOW ACCEPTABLE IS IT?");
  append_days(terminal);
  append_support(terminal);
  append_pcns(terminal);
  append_ratio(terminal);
  append_avoided(terminal, "avoided", "things that people asked to avoid were avoided",
                 &totals->acceptability.avoided, &totals->avoided_percent);
  g_autofree char *strongest = strongest_words(terminal->assessment->problem->service);
  append_avoided(terminal, "the strongest", strongest, &totals->acceptability.firmly_avoided,
                 &totals->firmly_avoided_percent);
  append_refusals(terminal);
}
