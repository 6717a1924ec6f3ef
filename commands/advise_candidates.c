#include "commands/advise_candidates.h"

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
static struct whatif_case *read_idea(struct source *source, const char *month_id,
                                     const struct idea *idea)
{
  static const char path[] = "idea.yaml";
  g_autofree char *name = quoted(idea->words);
  g_autofree char *text = g_strdup_printf("scenario: %s\nchanges:\n  - %s\n", name, idea->change);
  struct whatif_case *c = g_new0(struct whatif_case, 1);
  struct diagnostics *diagnostics = diagnostics_new();
  struct source *scenarios = source_memory();
  source_add(scenarios, path, text);
  enum status status = scenario_read(source, scenarios, path, month_id, diagnostics, &c->scenario,
                                     &c->service, &c->month);
  if (status == STATUS_OK)
    c->problem = problem_new(c->service, c->month);
  source_free(scenarios);
  diagnostics_free(diagnostics);
  if (status == STATUS_OK)
    return c;
  whatif_case_free(c);
  return NULL;
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

void candidates_add(struct source *source, const char *month_id, const GPtrArray *ideas,
                    const struct whatif_settings *settings, const struct start *start,
                    const struct outcome *baseline, GPtrArray *candidates,
                    void (*show)(void *context, struct crew_item *items, int count))
{
  g_autofree struct whatif_case **cases = g_new0(struct whatif_case *, (gsize)ideas->len + 1);
  int count = 0;
  for (guint i = 0; i < ideas->len; i++) {
    const struct idea *idea = g_ptr_array_index(ideas, i);
    cases[count] = read_idea(source, month_id, idea);
    if (!cases[count])
      continue;
    struct advice_candidate *candidate = advice_candidate_new();
    candidate->kind = idea->kind;
    candidate->words = g_strdup(idea->words);
    candidate->estimate = llround(100 * idea->estimate);
    g_ptr_array_add(candidates, candidate);
    count++;
  }
  struct whatif_settings each = *settings;
  struct crew *crew =
      crew_new((const struct whatif_case *const *)cases, count, &each, start, baseline);
  crew_work(crew, show, &each);
  for (int i = 0; i < count; i++) {
    ((struct advice_candidate *)candidates->pdata[i])->outcome = crew_take(crew, i);
    whatif_case_free(cases[i]);
  }
  crew_free(crew);
  g_ptr_array_sort(candidates, best_first);
}
