#include "planning/candidates.h"

#include "planning/idea.h"

#include <math.h>
#include <string.h>

/* As a text in single quotes, where YAML knows one escape. */
static char *quoted(const char *text)
{
  GString *out = g_string_new("'");
  for (const char *at = text; *at; at++) {
    if (*at == '\'')
      g_string_append_c(out, '\'');
    g_string_append_c(out, *at);
  }
  g_string_append_c(out, '\'');
  return g_string_free(out, FALSE);
}

/* NULL: the service can't take it. */
static struct variant *read_idea(const struct comparison *comparison, const struct idea *idea)
{
  const char *month_id = comparison->variants[0]->month->id;
  g_autofree char *name = quoted(idea->words);
  g_autofree char *text = g_strdup_printf("scenario: %s\nchanges:\n  - %s\n", name, idea->change);
  struct variant *out = NULL;
  struct diagnostics *diagnostics = diagnostics_new();
  variant_read_text(comparison->source, month_id, text, diagnostics, &out);
  diagnostics_free(diagnostics);
  return out;
}

/* What costs a service least to do comes first where savings are equal. */
static int effort(enum candidate_kind kind)
{
  static const int order[CANDIDATE_KINDS] = {
      [CANDIDATE_SKILL] = 0, [CANDIDATE_ROOM] = 1, [CANDIDATE_SESSION] = 2, [CANDIDATE_HIRE] = 3};
  return order[kind];
}

static bool is_built(const struct advice_candidate *candidate)
{
  return candidate->outcome->status == OUTCOME_BUILT;
}

static gint best_first(gconstpointer left, gconstpointer right)
{
  const struct advice_candidate *a = *(struct advice_candidate *const *)left;
  const struct advice_candidate *b = *(struct advice_candidate *const *)right;
  int64_t a_cost = a->outcome->values[MEASURE_COST], b_cost = b->outcome->values[MEASURE_COST];
  if (is_built(a) != is_built(b))
    return is_built(a) ? -1 : 1;
  if (is_built(a) && a_cost != b_cost)
    return a_cost < b_cost ? -1 : 1;
  int order = effort(a->kind) - effort(b->kind);
  return order ? order : strcmp(a->words, b->words);
}

void candidates_add(const struct comparison *comparison, const GPtrArray *ideas,
                    const struct variant_settings *settings, const struct start *rota,
                    struct variant_queue_watch watch, GPtrArray *candidates)
{
  g_autofree struct variant **variants = g_new0(struct variant *, (gsize)ideas->len + 1);
  g_autofree struct outcome **outcomes = g_new0(struct outcome *, (gsize)ideas->len + 1);
  int count = 0;
  for (guint i = 0; i < ideas->len; i++) {
    const struct idea *idea = g_ptr_array_index(ideas, i);
    variants[count] = read_idea(comparison, idea);
    if (!variants[count])
      continue;
    struct advice_candidate *candidate = advice_candidate_new();
    candidate->kind = idea->kind;
    candidate->words = g_strdup(idea->words);
    candidate->estimate = llround(100 * idea->estimate);
    g_ptr_array_add(candidates, candidate);
    count++;
  }
  variant_queue_build((const struct variant *const *)variants, count, settings, rota,
                      comparison->outcomes[0], watch, outcomes, NULL);
  for (int i = 0; i < count; i++) {
    ((struct advice_candidate *)candidates->pdata[i])->outcome = outcomes[i];
    variant_free(variants[i]);
  }
  g_ptr_array_sort(candidates, best_first);
  advice_rank(candidates, comparison->outcomes[0]);
}
