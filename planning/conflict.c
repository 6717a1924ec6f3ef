#include "planning/conflict.h"

#include "model/text_wrap.h"
#include "model/words.h"
#include "planning/conflict_sources.h"
#include "planning/reason.h"
#include "planning/why.h"

/* So many places of one rule are shown; more tell a manager nothing new. */
enum { PLACES_MOST = 8 };

static void append_indented(GString *out, int indent, const char *text)
{
  for (int i = 0; i < indent; i++)
    g_string_append_c(out, ' ');
  text_wrap(out, text, indent);
}

/* Why the one named assignment, such as a lock, is impossible by itself. */
static char *why_not(const struct problem *problem, const struct label *at)
{
  const struct assignment wanted = {at->clinician, at->slot, at->task, at->site, false};
  const struct rule_use *use = problem_barred_by(problem, &wanted);
  char *absence = conflict_absence(problem, at->clinician, at->slot);
  if (absence || !use)
    return absence;
  g_autofree char *rule = words_use(use);
  g_autoptr(GString) sentence = g_string_new(NULL);
  use->rule->explain(use, problem, sentence);
  return g_strdup_printf("barred by %s: %s", rule, sentence->str);
}

/* Who could be there at all, for a row about a task in a session. */
static char *who_could(const struct problem *problem, const struct label *at)
{
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  g_autofree bool *sites = g_memdup2(problem->service->tasks[at->task].at,
                                     sizeof(bool) * (gsize)problem->service->n_sites);
  slots[at->slot] = true;
  for (int s = 0; s < problem->service->n_sites; s++)
    sites[s] = at->site == NONE ? sites[s] : s == at->site;
  const struct why_question question = {at->task, sites, slots, NULL};
  struct why *why = why_new(problem, NULL, &question);
  char *out = reason_text(problem, why);
  why_free(why);
  return out;
}

char *conflict_reason(const struct problem *problem, const struct label *at)
{
  if (at->task == NONE || at->slot == NONE)
    return NULL;
  if (at->clinician == NONE)
    return who_could(problem, at);
  return at->site == NONE ? NULL : why_not(problem, at);
}

static void append_place(GString *out, const struct problem *problem,
                         const struct programme *programme, int row)
{
  const struct label *at = &programme->rows[row].label;
  g_autofree char *place = words_label(problem, at);
  char line[WORDS_SIZE];
  g_autofree char *what =
      g_strconcat(place[0] ? place : "the service as a whole",
                  words_where(conflict_row_where(problem, programme, row), line), NULL);
  g_autofree char *reason = conflict_reason(problem, at);
  append_indented(out, 4, what);
  if (reason)
    append_indented(out, 6, reason);
}

static void append_use(GString *out, const struct problem *problem,
                       const struct programme *programme, const int *rows, int count, int use)
{
  int places = 0;
  for (int i = 0; i < count; i++) {
    const struct label *at = &programme->rows[rows[i]].label;
    if (at->use != use)
      continue;
    if (places == 0 && use != NONE) {
      const struct rule_use *rule = &problem->service->uses[use];
      g_autofree char *name = words_use(rule);
      g_autoptr(GString) line = g_string_new(name);
      g_string_append(line, ": ");
      rule->rule->explain(rule, problem, line);
      append_indented(out, 2, line->str);
    } else if (places == 0)
      append_indented(out, 2, "what is demanded:");
    if (places < PLACES_MOST)
      append_place(out, problem, programme, rows[i]);
    places++;
  }
  if (places > PLACES_MOST)
    g_string_append_printf(out, "    ... and %d more %s\n", places - PLACES_MOST,
                           places - PLACES_MOST == 1 ? "place" : "places");
}

char *conflict_text(const struct problem *problem, const struct programme *programme,
                    const int *rows, int count, bool irreducible)
{
  GString *out = g_string_new(NULL);
  text_wrap(out, "No lawful rota exists: these rules can't all be kept.", 0);
  text_wrap(out,
            irreducible ? "Relax any one of them (or what it is about) and the others can be."
                        : "There was no time to find the fewest; some may have no part in it.",
            0);
  g_string_append_c(out, '\n');
  for (int use = NONE; use < problem->service->n_uses; use++)
    append_use(out, problem, programme, rows, count, use);
  return g_string_free(out, FALSE);
}
