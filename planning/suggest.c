#include "planning/suggest.h"

#include "model/words.h"
#include "planning/suggest_search.h"
#include "planning/suggest_seeds.h"
#include "planning/why_people.h"

enum {
  WIDTH = 4,       /* plans that are taken further at a time */
  STEPS = 3,       /* beyond what is asked for */
  TAKEN_WIDE = 10, /* beginnings that are taken that far; others one step */
  SPARE = 4,       /* more are audited than are shown, for the audits have the last word */
};

/* --- from a beginning on -------------------------------------------------------------- */

/* Adds the lawful ones that are cheaper than all that are as near to the beginning. */
static void keep(const GArray *plans, struct suggest_plan *best, GArray *found)
{
  for (guint i = 0; i < plans->len; i++) {
    const struct suggest_plan *plan = &g_array_index(plans, struct suggest_plan, i);
    if (plan->lawful && (!best->lawful || plan->cost < best->cost))
      g_array_append_val(found, *plan);
  }
  for (guint i = 0; i < plans->len; i++) {
    const struct suggest_plan *plan = &g_array_index(plans, struct suggest_plan, i);
    if (plan->cost < best->cost)
      *best = *plan;
  }
}

static void drop_repeats(GArray *plans, guint most)
{
  g_array_sort(plans, suggest_plan_cheaper);
  for (guint i = 1; i < plans->len;) {
    const struct suggest_plan *one = &g_array_index(plans, struct suggest_plan, i);
    bool repeats = false;
    for (guint k = i; k > 0 && !repeats; k--)
      repeats = suggest_plan_is_same(&g_array_index(plans, struct suggest_plan, k - 1), one);
    if (repeats)
      g_array_remove_index(plans, i);
    else
      i++;
  }
  if (plans->len > most)
    g_array_set_size(plans, most);
}

/* Step by step, the cheapest few of each step further. */
static void grow(const struct suggest_search *search, const struct suggest_plan *seed, int steps,
                 guint width, GArray *found)
{
  GArray *plans = g_array_new(FALSE, FALSE, sizeof(struct suggest_plan));
  struct suggest_plan best = *seed;
  g_array_append_val(plans, *seed);
  if (seed->lawful)
    g_array_append_val(found, *seed);
  for (int step = 0; step < steps && plans->len > 0; step++) {
    GArray *next = g_array_new(FALSE, FALSE, sizeof(struct suggest_plan));
    for (guint i = 0; i < plans->len; i++)
      suggest_search_extend(search, &g_array_index(plans, struct suggest_plan, i), width, next);
    drop_repeats(next, width);
    keep(next, &best, found);
    g_array_unref(plans);
    plans = next;
  }
  g_array_unref(plans);
}

/* Of what one beginning leads to, the cheapest with the fewest moves, and the cheapest of all. */
static void add_two(GArray *grown, GArray *found)
{
  guint shortest = 0;
  g_array_sort(grown, suggest_plan_cheaper);
  for (guint i = 1; i < grown->len; i++)
    if (g_array_index(grown, struct suggest_plan, i).n_moves <
        g_array_index(grown, struct suggest_plan, shortest).n_moves)
      shortest = i;
  if (grown->len > 0)
    g_array_append_val(found, g_array_index(grown, struct suggest_plan, 0));
  if (shortest > 0)
    g_array_append_val(found, g_array_index(grown, struct suggest_plan, shortest));
}

/* One beginning alone shows all that it leads to. */
static void grow_all(const struct suggest_search *search, const struct suggest_request *request,
                     GArray *seeds, GArray *found)
{
  guint width = seeds->len == 1 ? (guint)request->most : WIDTH;
  g_array_sort(seeds, suggest_plan_cheaper);
  for (guint i = 0; i < seeds->len; i++) {
    const struct suggest_plan *seed = &g_array_index(seeds, struct suggest_plan, i);
    int steps = request->kind == SUGGEST_SWAP ? 0 : i < TAKEN_WIDE ? STEPS : 1;
    GArray *grown = g_array_new(FALSE, FALSE, sizeof(struct suggest_plan));
    grow(search, seed, steps, width, grown);
    if (seeds->len == 1)
      g_array_append_vals(found, grown->data, grown->len);
    else
      add_two(grown, found);
    g_array_unref(grown);
  }
}

/* --- what comes of them --------------------------------------------------------------- */

static gint best_first(gconstpointer left, gconstpointer right)
{
  const struct alternative *a = &((const struct consequence *)left)->alternative;
  const struct alternative *b = &((const struct consequence *)right)->alternative;
  if (a->dearer != b->dearer)
    return a->dearer < b->dearer ? -1 : 1;
  return (int)a->changes->len - (int)b->changes->len;
}

static void clear_consequence(gpointer data)
{
  consequence_clear(data);
}

/* The rules have the last word on what is lawful, and on what it costs. */
static void judge(const struct suggest_search *search, const struct suggest_request *request,
                  GArray *found, GArray *out)
{
  drop_repeats(found, (guint)request->most + SPARE);
  for (guint i = 0; i < found->len; i++) {
    const struct suggest_plan *plan = &g_array_index(found, struct suggest_plan, i);
    struct rota *rota = suggest_plan_rota(search, plan);
    struct audit *audit = audit_new(search->problem, rota);
    struct consequence consequence;
    if (!audit_breaks_no_more(audit, request->before)) {
      audit_free(audit);
      rota_free(rota);
      continue;
    }
    consequence_take(request->before, rota, audit, &consequence);
    g_array_append_val(out, consequence);
  }
  g_array_sort(out, best_first);
  if (out->len > (guint)request->most)
    g_array_set_size(out, (guint)request->most);
}

/* --- the rest ------------------------------------------------------------------------- */

/* Is it what the clinician does in one of the suggestions? */
static bool is_suggested(const struct suggest_answer *answer, const struct assignment *wanted)
{
  for (guint i = 0; i < answer->suggestions->len; i++) {
    const struct consequence *one = &g_array_index(answer->suggestions, struct consequence, i);
    int count;
    const struct assignment *item =
        rota_at(one->alternative.rota, wanted->clinician, wanted->slot, &count);
    if (count && item->task == wanted->task && item->site == wanted->site)
      return true;
  }
  return false;
}

static const struct suggest_plan *seed_of(const GArray *seeds, int clinician)
{
  for (guint i = 0; i < seeds->len; i++) {
    const struct suggest_plan *seed = &g_array_index(seeds, struct suggest_plan, i);
    if (seed->moves[0].clinician == clinician)
      return seed;
  }
  return NULL;
}

/* Those who have the skill and are in no suggestion. */
static void list_people(const struct suggest_search *search, const struct suggest_request *request,
                        const GArray *seeds, struct suggest_answer *out)
{
  const struct audit *before = request->before;
  for (int c = 0; c < before->problem->service->n_clinicians; c++) {
    const struct why_verdict verdict = why_gap_verdict(before, &request->gap, c);
    if (verdict.reason == WHY_UNABLE || verdict.reason == WHY_DOING ||
        is_suggested(out, &verdict.wanted))
      continue;
    struct why_person *person = why_people_add(out->people, before->rota, &verdict);
    const struct suggest_plan *seed = seed_of(seeds, c);
    if (!seed)
      continue;
    person->tried = true;
    if (seed->lawful)
      person->dearer = seed->cost - before->cost;
    else
      suggest_plan_breaks(search, seed, person->breaks);
  }
  why_people_sort(out->people);
}

/* Exchanges, or days, that no lawful rota was found for. */
static void list_unlawful(const struct suggest_search *search,
                          const struct suggest_request *request, const GArray *seeds,
                          const GArray *found, GPtrArray *refusals)
{
  const struct problem *problem = search->problem;
  for (guint i = 0; i < seeds->len; i++) {
    const struct suggest_plan *seed = &g_array_index(seeds, struct suggest_plan, i);
    const struct suggest_move *first = &seed->moves[0], *last = &seed->moves[seed->n_moves - 1];
    bool grown = seed->lawful;
    char one[WORDS_SIZE], two[WORDS_SIZE];
    for (guint k = 0; k < found->len && !grown; k++) {
      const struct suggest_move *other = g_array_index(found, struct suggest_plan, k).moves;
      grown = other->clinician == first->clinician && other->slot == first->slot;
    }
    if (grown)
      continue;
    words_slot(problem, first->slot, one);
    words_slot(problem, last->slot, two);
    g_autofree char *when = request->kind == SUGGEST_DAY || first->slot == last->slot
                                ? g_strdup(one)
                                : g_strdup_printf("%s with %s", one, two);
    suggest_refuse(refusals, suggest_broken_text(search, seed), when);
  }
}

static gint most_first(gconstpointer left, gconstpointer right)
{
  const struct suggest_refusal *a = *(struct suggest_refusal *const *)left;
  const struct suggest_refusal *b = *(struct suggest_refusal *const *)right;
  return b->count - a->count;
}

void suggest_find(const struct suggest_request *request, struct suggest_answer *out)
{
  struct suggest_search *search = suggest_search_new(request->before, request->today);
  g_autoptr(GArray) seeds = g_array_new(FALSE, FALSE, sizeof(struct suggest_plan));
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct suggest_plan));
  *out = (struct suggest_answer){
      .suggestions = g_array_new(FALSE, FALSE, sizeof(struct consequence)),
      .people = why_people_new(),
      .refusals = suggest_refusals_new(),
  };
  g_array_set_clear_func(out->suggestions, clear_consequence);
  if (request->kind == SUGGEST_GAP)
    suggest_seed_gap(search, request, seeds);
  else if (request->kind == SUGGEST_SWAP)
    suggest_seed_swap(search, request, seeds, out->refusals);
  else
    suggest_seed_day(search, request, seeds, out->refusals);
  grow_all(search, request, seeds, found);
  if (request->kind != SUGGEST_GAP)
    list_unlawful(search, request, seeds, found, out->refusals);
  judge(search, request, found, out->suggestions);
  if (request->kind == SUGGEST_GAP)
    list_people(search, request, seeds, out);
  g_ptr_array_sort(out->refusals, most_first);
  suggest_search_free(search);
}

void suggest_answer_clear(struct suggest_answer *answer)
{
  if (answer->suggestions)
    g_array_unref(answer->suggestions);
  if (answer->people)
    g_ptr_array_unref(answer->people);
  if (answer->refusals)
    g_ptr_array_unref(answer->refusals);
  *answer = (struct suggest_answer){0};
}
