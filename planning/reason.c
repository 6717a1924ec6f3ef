#include "planning/reason.h"

#include "model/words.h"
#include "planning/why_people.h"

#include <string.h>

/* People are named up to so many characters, in groups of so many. */
enum { CHARACTERS_MOST = 160, TOGETHER_MOST = 3 };

static const struct why_person *person_at(const struct why *why, guint index)
{
  return g_ptr_array_index(why->people, index);
}

/* Where those who are alike with the one at `from` end. */
static guint end_of_like(const struct why *why, guint from)
{
  guint i = from + 1;
  while (i < why->people->len && why_person_is_like(person_at(why, i), person_at(why, from)))
    i++;
  return i;
}

/* "'rest' and 'travel'" */
static char *broken_names(const struct problem *problem, const struct why_person *person)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < person->breaks->len; i++) {
    int use = g_array_index(person->breaks, int, i);
    g_ptr_array_add(names, g_strdup_printf("'%s'", problem->service->uses[use].name));
  }
  return words_joined(names);
}

/* --- who comes closest -------------------------------------------------------------- */

/* What stops people that are alike, after their names. */
static char *stop_of(const struct problem *problem, const struct why_person *person, bool one)
{
  if (person->breaks->len > 0) {
    g_autofree char *names = broken_names(problem, person);
    return g_strdup_printf("would break %s", names);
  }
  switch (person->reason) {
  case WHY_OFF:
    return g_strdup(one ? "does not work then" : "don't work then");
  case WHY_AWAY:
    return g_strdup(one ? "is away" : "are away");
  case WHY_BARRED:
    return g_strdup_printf("%s kept off by '%s'", one ? "is" : "are",
                           problem->service->uses[person->use].name);
  case WHY_BUSY:
    return g_strdup_printf("%s %s", one ? "is" : "are",
                           person->locked ? "locked to something else" : "busy elsewhere");
  default:
    return g_strdup(one ? "is free" : "are free");
  }
}

/* "Ann Lee could, for 35 points more (then MSK clinic at Hove hub: 1 of 2 people)" */
static char *price_of(const struct problem *problem, const struct why_person *person)
{
  GString *out = g_string_new(problem->service->clinicians[person->wanted.clinician].name);
  int64_t points = ABS(person->dearer);
  if (points == 0)
    g_string_append(out, " could, for no more");
  else
    g_string_append_printf(out, " could, for %" G_GINT64_FORMAT " point%s %s", points,
                           points == 1 ? "" : "s", person->dearer > 0 ? "more" : "less");
  if (person->elsewhere && person->dearer > 0)
    g_string_append_printf(out, " (then %s)", person->elsewhere);
  return g_string_free(out, FALSE);
}

/* Of those who are alike from `from` on as many as are named together; sets `*end`. */
static char *together(const struct problem *problem, const struct why *why, guint from, guint *end)
{
  const struct why_person *person = person_at(why, from);
  *end = from + 1;
  if (why_person_is_lawful(person))
    return price_of(problem, person);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  *end = MIN(end_of_like(why, from), from + TOGETHER_MOST);
  for (guint i = from; i < *end; i++)
    g_ptr_array_add(
        names, g_strdup(problem->service->clinicians[person_at(why, i)->wanted.clinician].name));
  g_autofree char *list = words_joined(names), *stop = stop_of(problem, person, names->len == 1);
  return g_strdup_printf("%s %s", list, stop);
}

char *reason_closest(const struct problem *problem, const struct why *why)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < why->people->len && person_at(why, i)->reason != WHY_DOING;) {
    g_autofree char *part = together(problem, why, i, &i);
    if (out->len && out->len + strlen(part) > CHARACTERS_MOST)
      break;
    g_string_append_printf(out, "%s%s", out->len ? "; " : "", part);
  }
  return g_string_free(out, out->len == 0);
}

/* --- everybody ---------------------------------------------------------------------- */

static char *barred_part(const struct problem *problem, const struct why_person *person, int count)
{
  const struct rule_use *use = &problem->service->uses[person->use];
  if (strcmp(use->rule->name, "availability") == 0)
    return g_strdup_printf("%d %s not sent there or %s something else agreed", count,
                           count == 1 ? "is" : "are", count == 1 ? "has" : "have");
  return g_strdup_printf("%d %s kept off by '%s'", count, count == 1 ? "is" : "are", use->name);
}

/* So many who are alike with the person. */
static char *part_of(const struct problem *problem, const struct why *why,
                     const struct why_person *person, int count)
{
  static const char *const words[WHY_REASONS][2] = {
      [WHY_OFF] = {"does not work then", "don't work then"},
      [WHY_AWAY] = {"is away", "are away"},
      [WHY_BUSY] = {"is busy elsewhere", "are busy elsewhere"},
      [WHY_DOING] = {"does it", "do it"},
  };
  bool one = count == 1;
  if (why_person_is_lawful(person))
    return g_strdup_printf("%d would cost more elsewhere", count);
  if (person->reason == WHY_BARRED)
    return barred_part(problem, person, count);
  if (person->reason == WHY_FREE)
    return g_strdup_printf("%d %s", count,
                           !why->of_rota ? "could"
                           : one         ? "is free, but kept off by other rules or prices"
                                         : "are free, but kept off by other rules or prices");
  if (person->locked)
    return g_strdup_printf("%d %s locked to something else", count, one ? "is" : "are");
  return g_strdup_printf("%d %s", count, words[person->reason][one ? 0 : 1]);
}

static bool breaks_any(const struct why_person *person)
{
  return person->breaks->len > 0;
}

/* "9 would break hard rules ('rooms' 9, 'travel' 2)": of those from `from` on, who come together;
 * sets `*end`. */
static char *breaking_part(const struct problem *problem, const struct why *why, guint from,
                           guint *end)
{
  g_autofree int *count = g_new0(int, (gsize)problem->service->n_uses + 1);
  guint i = from;
  for (; i < why->people->len && breaks_any(person_at(why, i)); i++)
    for (guint k = 0; k < person_at(why, i)->breaks->len; k++)
      count[g_array_index(person_at(why, i)->breaks, int, k)]++;
  *end = i;
  if (why_person_is_like(person_at(why, from), person_at(why, i - 1))) {
    g_autofree char *names = broken_names(problem, person_at(why, from));
    return g_strdup_printf("%u would break %s", i - from, names);
  }
  g_autoptr(GString) uses = g_string_new(NULL);
  for (int u = 0; u < problem->service->n_uses; u++)
    if (count[u])
      g_string_append_printf(uses, "%s'%s' %d", uses->len ? ", " : "",
                             problem->service->uses[u].name, count[u]);
  return g_strdup_printf("%u would break hard rules (%s)", i - from, uses->str);
}

/* Those who would cost less than `points` more, of the people from `from` on: the cheapest come
 * first. */
static guint count_cheaper(const struct why *why, guint from, int64_t points)
{
  guint i = from;
  while (i < why->people->len && why_person_is_lawful(person_at(why, i)) &&
         person_at(why, i)->dearer < points)
    i++;
  return i - from;
}

char *reason_text(const struct problem *problem, const struct why *why)
{
  if (why->able == 0)
    return g_strdup("nobody has the skill, band and stage for it");
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  guint saving = count_cheaper(why, 0, 0), alike = count_cheaper(why, saving, 1);
  if (saving)
    g_ptr_array_add(parts,
                    g_strdup_printf("%u could for less: a longer build may use them", saving));
  if (alike)
    g_ptr_array_add(parts, g_strdup_printf("%u could, at the price of as much elsewhere", alike));
  for (guint i = saving + alike; i < why->people->len;) {
    const struct why_person *person = person_at(why, i);
    guint end = end_of_like(why, i);
    g_ptr_array_add(parts, breaks_any(person) ? breaking_part(problem, why, i, &end)
                                              : part_of(problem, why, person, (int)(end - i)));
    i = end;
  }
  g_autofree char *list = words_joined(parts);
  g_autofree char *closed = why->moved ? words_closure(problem, why->moved) : NULL;
  return g_strdup_printf("%d can do it: %s%s%s", why->able, list,
                         closed ? "; some of it is moved here: " : "", closed ? closed : "");
}
