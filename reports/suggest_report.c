#include "reports/suggest_report.h"

#include "model/words.h"
#include "reports/explain_gap.h"
#include "reports/explain_words.h"
#include "reports/text.h"

enum { REFUSALS_SHOWN = 10 };

static const char *name_of(const struct problem *problem, int clinician)
{
  return problem->service->clinicians[clinician].name;
}

/* What all of it is for: "one more for MSK clinic at Hove hub, Tue 12 Jan am". g_free it. */
static char *purpose(const struct suggest_request *request)
{
  const struct problem *problem = request->before->problem;
  char when[WORDS_SIZE];
  if (request->kind == SUGGEST_GAP)
    return g_strdup_printf("one more for %s at %s, %s",
                           problem->service->tasks[request->gap.task].name,
                           problem->service->sites[request->gap.site].name,
                           words_slot(problem, request->gap.slot, when));
  if (request->kind == SUGGEST_SWAP)
    return g_strdup_printf("sessions that %s and %s can exchange",
                           name_of(problem, request->clinician), name_of(problem, request->other));
  return g_strdup_printf("a day for %s", name_of(problem, request->clinician));
}

/* Who does it now. */
static int filler_of(const struct suggest_request *request, const struct consequence *one)
{
  const GArray *changes = one->alternative.changes;
  for (guint i = 0; i < changes->len; i++) {
    const struct around_change *change = &g_array_index(changes, struct around_change, i);
    if (change->slot == request->gap.slot && change->task_after == request->gap.task &&
        change->site_after == request->gap.site)
      return change->clinician;
  }
  return NONE;
}

/* The clinician's first and last session that changes; of a day, of those that become free. */
static void find_ends(const struct suggest_request *request, const struct consequence *one,
                      int *first, int *last)
{
  const GArray *changes = one->alternative.changes;
  *first = *last = NONE;
  for (guint i = 0; i < changes->len; i++) {
    const struct around_change *change = &g_array_index(changes, struct around_change, i);
    if (change->clinician != request->clinician ||
        (request->kind == SUGGEST_DAY && change->task_after != NONE))
      continue;
    *first = *first == NONE ? change->slot : *first;
    *last = change->slot;
  }
}

/* "1. Ann Lee does it", "2. Tue 12 Jan am with Thu 14 Jan am", "3. free on Tue 12 Jan". g_free it.
 */
static char *heading(const struct suggest_request *request, const struct consequence *one,
                     guint number)
{
  const struct problem *problem = request->before->problem;
  char from[WORDS_SIZE], to[WORDS_SIZE];
  int first, last;
  if (request->kind == SUGGEST_GAP)
    return g_strdup_printf("%u. %s does it", number, name_of(problem, filler_of(request, one)));
  find_ends(request, one, &first, &last);
  if (request->kind == SUGGEST_DAY)
    return g_strdup_printf(
        "%u. free %s", number,
        words_period(problem, PERIOD_DAY, problem->month->slots[first].day, from));
  words_slot(problem, first, from);
  return first == last
             ? g_strdup_printf("%u. %s", number, from)
             : g_strdup_printf("%u. %s with %s", number, from, words_slot(problem, last, to));
}

static void append_refusals(GString *out, const struct suggest_request *request,
                            const GPtrArray *refusals)
{
  const char *many = request->kind == SUGGEST_SWAP ? "exchanges" : "days";
  const char *single = request->kind == SUGGEST_SWAP ? "exchange" : "day";
  if (refusals->len)
    g_string_append(out, "what can't be\n");
  for (guint i = 0; i < refusals->len && i < REFUSALS_SHOWN; i++) {
    const struct suggest_refusal *refusal = refusals->pdata[i];
    g_autofree char *line =
        g_strdup_printf("%d %s: %s (%s%s)", refusal->count, refusal->count == 1 ? single : many,
                        refusal->why, refusal->count == 1 ? "" : "the first: ", refusal->first);
    explain_append(out, 2, line);
  }
  if (refusals->len > REFUSALS_SHOWN)
    g_string_append_printf(out, "  ... and %u more reasons\n", refusals->len - REFUSALS_SHOWN);
}

/* Why there is no suggestion. A day that is neither suggested nor refused is free already. */
static void append_nothing(GString *out, const struct suggest_request *request,
                           const struct suggest_answer *answer)
{
  bool is_free = request->kind == SUGGEST_DAY && answer->refusals->len == 0;
  explain_append(out, 2,
                 is_free ? "nothing to move: they have no work then as it is"
                         : "no lawful way was found");
  g_string_append_c(out, '\n');
}

char *suggest_text(const struct suggest_request *request, const struct suggest_answer *answer)
{
  GString *out = g_string_new(NULL);
  const struct problem *problem = request->before->problem;
  g_autofree char *what = purpose(request);
  explain_append(out, 0, what);
  g_string_append_c(out, '\n');
  if (answer->suggestions->len == 0)
    append_nothing(out, request, answer);
  for (guint i = 0; i < answer->suggestions->len; i++) {
    const struct consequence *one = &g_array_index(answer->suggestions, struct consequence, i);
    g_autofree char *head = heading(request, one, i + 1);
    explain_append_consequence(out, problem, one, NONE, head, "");
  }
  if (answer->suggestions->len && request->kind != SUGGEST_SWAP)
    explain_append(out, 0,
                   "a way that takes more moves may be cheaper: 'rota build' looks further\n");
  if (answer->people->len) {
    g_string_append(out, "who else has the skill, the band and the stage for it\n");
    explain_append_gap_people(out, request->before, answer->people);
  }
  append_refusals(out, request, answer->refusals);
  return g_string_free(out, FALSE);
}

/* --- for programs -------------------------------------------------------------------- */

json_t *suggest_json(const struct suggest_request *request, const struct suggest_answer *answer)
{
  static const char *const kinds[] = {
      [SUGGEST_GAP] = "gap", [SUGGEST_SWAP] = "swap", [SUGGEST_DAY] = "day"};
  const struct problem *problem = request->before->problem;
  json_t *suggestions = json_array(), *refused = json_array();
  for (guint i = 0; i < answer->suggestions->len; i++) {
    json_t *one = explain_consequence_json(
        problem, &g_array_index(answer->suggestions, struct consequence, i));
    json_object_set_new(one, "number", json_integer((json_int_t)i + 1));
    json_array_append_new(suggestions, one);
  }
  for (guint i = 0; i < answer->refusals->len; i++) {
    const struct suggest_refusal *refusal = answer->refusals->pdata[i];
    json_array_append_new(refused, json_pack("{ss, si, ss}", "why", refusal->why, "count",
                                             refusal->count, "first", refusal->first));
  }
  return json_pack("{ss, ss, so, so, so}", "month", problem->month->id, "kind",
                   kinds[request->kind], "suggestions", suggestions, "people",
                   explain_gap_people_json(problem, answer->people), "refused", refused);
}
