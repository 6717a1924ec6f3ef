#include "reports/explain_gap.h"

#include "model/words.h"
#include "planning/stops.h"
#include "reports/explain_words.h"
#include "reports/text.h"

#include <string.h>

enum { NAMES_SHOWN = 12 };

/* --- what is in the way -------------------------------------------------------------- */

static char *stop_of(const struct problem *problem, const struct rota *rota,
                     const struct why_person *person)
{
  const struct why_verdict verdict = {person->reason, person->use, person->wanted};
  return stop_text(problem, rota, &verdict);
}

/* What several people may have in common; the head of their group, or of one who is alone in it. */
static char *head_of(const struct problem *problem, const struct why_person *person, bool alone)
{
  if (person->breaks->len > 0)
    return stop_breaks_text(problem, person->breaks);
  if (person->tried)
    return g_strdup(person->dearer <= 0 ? "would cost no more" : "would cost more elsewhere");
  switch (person->reason) {
  case WHY_OFF:
    return g_strdup(alone ? "doesn't work then" : "don't work then");
  case WHY_AWAY:
    return g_strdup(alone ? "is away then" : "are away then");
  case WHY_BUSY:
    return g_strdup("locked to something else");
  case WHY_DOING:
    return g_strdup(alone ? "does it" : "do it");
  default: /* the rule that bars */
    return stop_of(problem, NULL, person);
  }
}

/* What is said of one person in the group; "" for the name alone. */
static char *detail_of(const struct problem *problem, const struct audit *before,
                       const struct why_person *person)
{
  g_autofree char *busy =
      person->reason == WHY_BUSY ? stop_of(problem, before->rota, person) : NULL;
  if (person->reason == WHY_AWAY)
    return stop_of(problem, NULL, person);
  if (!person->tried || person->breaks->len > 0)
    return g_strdup("");
  g_autoptr(GString) out = g_string_new(busy ? busy : "");
  g_string_append(out, busy ? "; " : "");
  if (person->dearer == 0)
    g_string_append(out, "no more in all");
  else
    g_string_append_printf(out, "%" G_GINT64_FORMAT " point%s %s", ABS(person->dearer),
                           ABS(person->dearer) == 1 ? "" : "s",
                           person->dearer < 0 ? "less in all" : "more");
  if (person->elsewhere)
    g_string_append_printf(out, " (%s)", person->elsewhere);
  return g_strdup(out->str);
}

/* --- text ----------------------------------------------------------------------------- */

/* Appends the group that begins at `from`; returns where the next one does. */
static guint append_group(GString *out, const struct problem *problem, const struct audit *before,
                          const GPtrArray *people, guint from)
{
  g_autofree char *head = head_of(problem, people->pdata[from], false);
  g_autoptr(GString) names = g_string_new(NULL), lines = g_string_new(NULL);
  guint i = from, shown = 0;
  for (; i < people->len; i++) {
    const struct why_person *person = people->pdata[i];
    g_autofree char *other = head_of(problem, person, false);
    if (strcmp(other, head) != 0)
      break;
    g_autofree char *detail = detail_of(problem, before, person);
    const char *name = problem->service->clinicians[person->wanted.clinician].name;
    if (shown++ >= NAMES_SHOWN)
      continue;
    if (detail[0] && person->reason != WHY_AWAY) {
      g_autofree char *line = g_strdup_printf("%s: %s", name, detail);
      explain_append(lines, 4, line);
    } else if (detail[0])
      explain_append(lines, 4, detail);
    else
      g_string_append_printf(names, "%s%s", names->len ? ", " : "", name);
  }
  g_autofree char *said = head_of(problem, people->pdata[from], i - from == 1);
  g_autofree char *line =
      g_strdup_printf("%u %s%s%s", i - from, said, names->len ? ": " : "", names->str);
  explain_append(out, 2, line);
  g_string_append(out, lines->str);
  if (shown > NAMES_SHOWN)
    g_string_append_printf(out, "    ... and %u more\n", shown - NAMES_SHOWN);
  return i;
}

void explain_append_gap_people(GString *out, const struct audit *before, const GPtrArray *people)
{
  for (guint i = 0; i < people->len;)
    i = append_group(out, before->problem, before, people, i);
}

char *explain_gap_text(const struct problem *problem, const struct gap_answer *answer)
{
  GString *out = g_string_new(NULL);
  const struct gap_question *question = &answer->question;
  const struct alternative *alternative = &answer->consequence.alternative;
  char slot[WORDS_SIZE];
  g_autofree char *head = g_strdup_printf(
      "%s at %s, %s: %d %s it, %u have the skill, the band and the stage for it",
      problem->service->tasks[question->task].name, problem->service->sites[question->site].name,
      words_slot(problem, question->slot, slot), answer->done, answer->done == 1 ? "does" : "do",
      answer->people->len);
  explain_append(out, 0, head);
  g_string_append_c(out, '\n');
  explain_append_gap_people(out, answer->before, answer->people);
  g_string_append_c(out, '\n');
  if (alternative->verdict == BUILD_DONE)
    explain_append_consequence(out, problem, &answer->consequence, NONE, "with one more",
                               EXPLAIN_CUT_SHORT);
  else if (alternative->verdict == BUILD_INFEASIBLE)
    explain_append_impossible(out, "no lawful rota has one more:", alternative->reason);
  else
    explain_append(out, 4, "no rota with one more was found in the time; give it more with --time");
  return g_string_free(out, FALSE);
}

/* --- for programs ---------------------------------------------------------------------- */

static json_t *person_json(const struct problem *problem, const struct why_person *person)
{
  static const char *const reasons[WHY_REASONS] = {"unable", "off",  "away",   "barred",
                                                   "busy",   "free", "does it"};
  json_t *breaks = json_array();
  for (guint i = 0; i < person->breaks->len; i++)
    json_array_append_new(
        breaks, json_string(problem->service->uses[g_array_index(person->breaks, int, i)].name));
  json_t *out = json_pack("{ss, ss, so}", "clinician",
                          problem->service->clinicians[person->wanted.clinician].id, "reason",
                          reasons[person->reason], "breaks", breaks);
  if (person->reason == WHY_BARRED)
    json_object_set_new(out, "rule", json_string(problem->service->uses[person->use].name));
  if (person->tried)
    json_object_set_new(out, "dearer", json_integer(person->dearer));
  if (person->elsewhere)
    json_object_set_new(out, "elsewhere", json_string(person->elsewhere));
  return out;
}

json_t *explain_gap_people_json(const struct problem *problem, const GPtrArray *people)
{
  json_t *out = json_array();
  for (guint i = 0; i < people->len; i++)
    json_array_append_new(out, person_json(problem, people->pdata[i]));
  return out;
}

json_t *explain_gap_json(const struct problem *problem, const struct gap_answer *answer)
{
  json_t *out = json_pack("{si, si, so}", "done", answer->done, "unable", answer->unable, "people",
                          explain_gap_people_json(problem, answer->people));
  explain_set_consequence(out, problem, &answer->consequence);
  return out;
}
