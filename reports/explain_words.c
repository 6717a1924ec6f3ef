#include "reports/explain_words.h"

#include "model/json.h"
#include "model/text_wrap.h"
#include "model/words.h"
#include "reports/text.h"

#include <string.h>

/* More of these tell a person nothing new. */
enum { CHANGES_SHOWN = 14, PEOPLE_SHOWN = 8, RULES_SHOWN = 6 };

void explain_append(GString *out, int indent, const char *text)
{
  for (int i = 0; i < indent; i++)
    g_string_append_c(out, ' ');
  text_wrap(out, text, indent);
}

void explain_append_impossible(GString *out, const char *head, const char *reason)
{
  static const char *const beginnings[] = {"No lawful rota exists, whatever is done:\n\n",
                                           "No lawful rota exists: "};
  explain_append(out, 4, head);
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(reason, beginnings[i]))
      reason += strlen(beginnings[i]);
  g_string_append_printf(out, "%s%s\n", reason[0] == ' ' ? "" : "    ", reason);
}

static void append_price(GString *out, const struct consequence *consequence, const char *doer,
                         const char *unproven)
{
  const struct alternative *alternative = &consequence->alternative;
  g_autoptr(GString) line = g_string_new(doer);
  g_string_append(line, ": the rota would cost ");
  if (alternative->dearer == 0)
    g_string_append(line, "the same");
  else {
    text_number(line, ABS(alternative->dearer));
    g_string_append(line, ABS(alternative->dearer) == 1 ? " point" : " points");
    g_string_append(line, alternative->dearer > 0 ? " more" : " less: a longer build may find it");
  }
  if (consequence->missing > 0)
    g_string_append_printf(line,
                           ", and %" G_GINT64_FORMAT
                           " more of what is needed would be "
                           "missing",
                           consequence->missing);
  if (consequence->missing < 0)
    g_string_append_printf(line,
                           ", and %" G_GINT64_FORMAT
                           " fewer of what is needed would be "
                           "missing",
                           -consequence->missing);
  if (!alternative->proven)
    g_string_append(line, unproven);
  explain_append(out, 4, line->str);
}

static void append_place(GString *out, const struct problem *problem, int task, int site)
{
  if (task == NONE)
    g_string_append(out, "nothing");
  else
    g_string_append_printf(out, "%s at %s", problem->service->tasks[task].name,
                           problem->service->sites[site].name);
}

static void append_changes(GString *out, const struct problem *problem, const GArray *changes)
{
  char slot[WORDS_SIZE];
  explain_append(out, 4, changes->len ? "what changes:" : "no place changes");
  for (guint i = 0; i < changes->len && i < CHANGES_SHOWN; i++) {
    const struct around_change *change = &g_array_index(changes, struct around_change, i);
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_append_printf(line, "%s, %s: ", words_slot(problem, change->slot, slot),
                           problem->service->clinicians[change->clinician].name);
    append_place(line, problem, change->task_after, change->site_after);
    g_string_append(line, ", not ");
    append_place(line, problem, change->task_before, change->site_before);
    explain_append(out, 6, line->str);
  }
  if (changes->len > CHANGES_SHOWN) {
    g_autofree char *more = g_strdup_printf("... and %u more", changes->len - CHANGES_SHOWN);
    explain_append(out, 6, more);
  }
}

static void append_person(GString *line, const struct problem *problem,
                          const struct consequence_person *person)
{
  char time[WORDS_SIZE];
  g_string_append(line, problem->service->clinicians[person->clinician].name);
  if (person->percent_before != person->percent_after)
    g_string_append_printf(line, " is satisfied to %d%%, not %d%%", person->percent_after,
                           person->percent_before);
  if (person->minutes != 0)
    g_string_append_printf(
        line, "%s %s %s", person->percent_before != person->percent_after ? " and works" : " works",
        words_minutes(ABS(person->minutes), time), person->minutes > 0 ? "more" : "less");
}

/* Who loses by it; who asked, and does not; all others. */
enum side { SIDE_LOSES, SIDE_ASKER, SIDE_OTHERS };

static enum side side_of(const struct consequence_person *person, int asker)
{
  if (person->percent_after < person->percent_before)
    return SIDE_LOSES;
  return person->clinician == asker ? SIDE_ASKER : SIDE_OTHERS;
}

static void append_people(GString *out, const struct problem *problem, const GArray *people,
                          int asker, enum side side)
{
  static const char *const heads[] = {[SIDE_LOSES] = "who loses: ",
                                      [SIDE_ASKER] = "what it brings: ",
                                      [SIDE_OTHERS] = "who else is touched: "};
  g_autoptr(GString) line = g_string_new(NULL);
  int shown = 0;
  for (guint i = 0; i < people->len; i++) {
    const struct consequence_person *person = &g_array_index(people, struct consequence_person, i);
    bool differs = person->minutes != 0 || person->percent_after != person->percent_before;
    if (side_of(person, asker) != side || !differs || shown == PEOPLE_SHOWN)
      continue;
    g_string_append(line, shown++ ? "; " : heads[side]);
    append_person(line, problem, person);
  }
  if (shown)
    explain_append(out, 4, line->str);
  else if (side == SIDE_LOSES)
    explain_append(out, 4, "nobody's wishes lose by it");
}

static void append_rules(GString *out, const GArray *rules)
{
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < rules->len && i < RULES_SHOWN; i++) {
    const struct consequence_rule *rule = &g_array_index(rules, struct consequence_rule, i);
    g_autofree char *name = g_strdelimit(g_strdup(rule->name), "_", ' ');
    g_string_append_printf(line, "%s%s %s", i ? ", " : "where the price comes from: ", name,
                           rule->dearer > 0 ? "+" : "");
    text_number(line, rule->dearer);
  }
  if (line->len)
    explain_append(out, 4, line->str);
}

void explain_append_consequence(GString *out, const struct problem *problem,
                                const struct consequence *consequence, int asker, const char *doer,
                                const char *unproven)
{
  append_price(out, consequence, doer, unproven);
  append_rules(out, consequence->rules);
  append_changes(out, problem, consequence->alternative.changes);
  for (enum side side = SIDE_LOSES; side <= SIDE_OTHERS; side++)
    append_people(out, problem, consequence->people, asker, side);
  g_string_append_c(out, '\n');
}

/* --- for programs --------------------------------------------------------------- */

static json_t *place_json(const struct problem *problem, int task, int site)
{
  if (task == NONE)
    return json_null();
  return json_pack("{ss, ss}", "task", problem->service->tasks[task].id, "site",
                   problem->service->sites[site].id);
}

static json_t *changes_json(const struct problem *problem, const GArray *changes)
{
  json_t *out = json_array();
  char slot[32];
  for (guint i = 0; i < changes->len; i++) {
    const struct around_change *change = &g_array_index(changes, struct around_change, i);
    json_array_append_new(
        out, json_pack("{ss, ss, so, so}", "clinician",
                       problem->service->clinicians[change->clinician].id, "session",
                       month_slot_format(problem->month, problem->service, change->slot, slot),
                       "before", place_json(problem, change->task_before, change->site_before),
                       "after", place_json(problem, change->task_after, change->site_after)));
  }
  return out;
}

static json_t *people_json(const struct problem *problem, const GArray *people)
{
  json_t *out = json_array();
  for (guint i = 0; i < people->len; i++) {
    const struct consequence_person *person = &g_array_index(people, struct consequence_person, i);
    json_array_append_new(
        out,
        json_pack("{ss, so, so, si}", "clinician",
                  problem->service->clinicians[person->clinician].id, "satisfaction_before",
                  json_number_or_null(person->percent_before), "satisfaction_after",
                  json_number_or_null(person->percent_after), "more_minutes", person->minutes));
  }
  return out;
}

static json_t *rules_json(const GArray *rules)
{
  json_t *out = json_array();
  for (guint i = 0; i < rules->len; i++) {
    const struct consequence_rule *rule = &g_array_index(rules, struct consequence_rule, i);
    json_array_append_new(
        out, json_pack("{ss, sI}", "rule", rule->name, "dearer", (json_int_t)rule->dearer));
  }
  return out;
}

json_t *explain_consequence_json(const struct problem *problem,
                                 const struct consequence *consequence)
{
  const struct alternative *alternative = &consequence->alternative;
  return json_pack(
      "{sI, sI, sb, sI, so, so, so}", "cost", (json_int_t)alternative->audit->cost, "dearer",
      (json_int_t)alternative->dearer, "proven_nearby", (int)alternative->proven, "more_missing",
      (json_int_t)consequence->missing, "changes", changes_json(problem, alternative->changes),
      "people", people_json(problem, consequence->people), "rules", rules_json(consequence->rules));
}

void explain_set_consequence(json_t *out, const struct problem *problem,
                             const struct consequence *consequence)
{
  const struct alternative *alternative = &consequence->alternative;
  if (alternative->verdict == BUILD_DONE)
    json_object_set_new(out, "alternative", explain_consequence_json(problem, consequence));
  else
    json_object_set_new(out, "reason", json_string(alternative->reason ? alternative->reason : ""));
}
