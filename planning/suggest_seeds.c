#include "planning/suggest_seeds.h"

#include "model/words.h"
#include "planning/stops.h"

#include <string.h>

/* --- refusals ---------------------------------------------------------------------- */

static void refusal_free(gpointer data)
{
  struct suggest_refusal *refusal = data;
  g_free(refusal->why);
  g_free(refusal->first);
  g_free(refusal);
}

GPtrArray *suggest_refusals_new(void)
{
  return g_ptr_array_new_with_free_func(refusal_free);
}

void suggest_refuse(GPtrArray *refusals, char *why, const char *what)
{
  struct suggest_refusal *refusal = NULL;
  for (guint i = 0; i < refusals->len && !refusal; i++) {
    struct suggest_refusal *one = refusals->pdata[i];
    refusal = strcmp(one->why, why) == 0 ? one : NULL;
  }
  if (!refusal) {
    refusal = g_new0(struct suggest_refusal, 1);
    refusal->why = g_steal_pointer(&why);
    refusal->first = g_strdup(what);
    g_ptr_array_add(refusals, refusal);
  }
  refusal->count++;
  g_free(why);
}

char *suggest_broken_text(const struct suggest_search *search, const struct suggest_plan *plan)
{
  g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(int));
  suggest_plan_breaks(search, plan, breaks);
  return stop_breaks_text(search->problem, breaks);
}

static void add(struct suggest_search *search, struct suggest_plan *plan, GArray *seeds)
{
  suggest_plan_price(search, plan);
  g_array_append_val(seeds, *plan);
}

/* --- a gap ------------------------------------------------------------------------- */

void suggest_seed_gap(struct suggest_search *search, const struct suggest_request *request,
                      GArray *seeds)
{
  const struct gap_question *gap = &request->gap;
  for (int c = 0; c < search->problem->service->n_clinicians; c++) {
    const struct assignment wanted = {c, gap->slot, gap->task, gap->site, false};
    int candidate = problem_candidate(search->problem, &wanted);
    struct suggest_plan plan = {0};
    if (candidate == NONE)
      continue;
    if (suggest_search_now(search, c, gap->slot) == candidate)
      suggest_search_pin(search, c, gap->slot);
    else if (suggest_plan_add(search, &plan, (struct suggest_move){c, gap->slot, candidate}))
      add(search, &plan, seeds);
  }
}

/* --- a swap ------------------------------------------------------------------------ */

struct swap {
  struct suggest_search *search;
  const struct suggest_request *request;
  GArray *seeds;
  GPtrArray *refusals;
};

/* Who has what in a slot. */
struct sides {
  int mine, theirs; /* candidates, or NONE */
};

static struct sides sides_of(const struct swap *swap, int slot)
{
  return (struct sides){suggest_search_now(swap->search, swap->request->clinician, slot),
                        suggest_search_now(swap->search, swap->request->other, slot)};
}

static char *when_text(const struct swap *swap, int first, int second)
{
  char one[WORDS_SIZE], two[WORDS_SIZE];
  const struct problem *problem = swap->search->problem;
  words_slot(problem, first, one);
  return first == second ? g_strdup(one)
                         : g_strdup_printf("%s with %s", one, words_slot(problem, second, two));
}

/* The clinician does what the candidate is, or nothing; false, and `*why` says it. */
static bool give(const struct swap *swap, struct suggest_plan *plan, int clinician, int slot,
                 int work, char **why)
{
  const struct problem *problem = swap->search->problem;
  struct suggest_move move = {clinician, slot, NONE};
  if (suggest_search_is_pinned(swap->search, clinician, slot)) {
    *why = g_strdup_printf("what %s does then is locked, or over",
                           problem->service->clinicians[clinician].name);
    return false;
  }
  if (work != NONE) {
    const struct gap_question question = {slot, problem->candidates[work].task,
                                          problem->candidates[work].site};
    const struct why_verdict verdict = why_gap_verdict(swap->request->before, &question, clinician);
    struct assignment wanted = problem->candidates[work];
    wanted.clinician = clinician;
    move.candidate = problem_candidate(problem, &wanted);
    if (move.candidate == NONE) {
      g_autofree char *stop = stop_text(problem, NULL, &verdict);
      *why = verdict.reason == WHY_AWAY
                 ? g_strdup(stop)
                 : g_strdup_printf("%s %s", problem->service->clinicians[clinician].name, stop);
      return false;
    }
  }
  return suggest_plan_add(swap->search, plan, move);
}

static bool exchange(const struct swap *swap, struct suggest_plan *plan, int slot, char **why)
{
  struct sides sides = sides_of(swap, slot);
  return give(swap, plan, swap->request->clinician, slot, sides.theirs, why) &&
         give(swap, plan, swap->request->other, slot, sides.mine, why);
}

static bool is_alike(const struct problem *problem, const struct sides *sides)
{
  const struct assignment *mine = &problem->candidates[sides->mine];
  const struct assignment *theirs = &problem->candidates[sides->theirs];
  return mine->task == theirs->task && mine->site == theirs->site;
}

/* Is that an exchange: of the same session, of a day's two, or of one's session for the other's? */
static bool is_exchange(const struct swap *swap, int first, int second)
{
  const struct problem *problem = swap->search->problem;
  const struct sides one = sides_of(swap, first), two = sides_of(swap, second);
  bool both_one = one.mine != NONE && one.theirs != NONE && !is_alike(problem, &one);
  bool both_two = two.mine != NONE && two.theirs != NONE && !is_alike(problem, &two);
  bool same_day = problem->month->slots[first].day == problem->month->slots[second].day;
  if (first == second)
    return both_one;
  if (both_one || both_two)
    return both_one && both_two && same_day;
  return (one.mine != NONE && one.theirs == NONE && two.mine == NONE && two.theirs != NONE) ||
         (one.mine == NONE && one.theirs != NONE && two.mine != NONE && two.theirs == NONE);
}

static bool has_dates(const struct swap *swap, int first, int second)
{
  const struct slot *slots = swap->search->problem->month->slots;
  for (int i = 0; i < swap->request->n_dates; i++)
    if (slots[first].date != swap->request->dates[i] &&
        slots[second].date != swap->request->dates[i])
      return false;
  return true;
}

static void try_swap(const struct swap *swap, int first, int second)
{
  struct suggest_plan plan = {0};
  char *why = NULL;
  if (!has_dates(swap, first, second) || !is_exchange(swap, first, second))
    return;
  if (exchange(swap, &plan, first, &why) &&
      (first == second || exchange(swap, &plan, second, &why))) {
    add(swap->search, &plan, swap->seeds);
    return;
  }
  g_autofree char *when = when_text(swap, first, second);
  suggest_refuse(swap->refusals, why, when);
}

void suggest_seed_swap(struct suggest_search *search, const struct suggest_request *request,
                       GArray *seeds, GPtrArray *refusals)
{
  const struct swap swap = {search, request, seeds, refusals};
  int slots = search->problem->month->n_slots;
  for (int first = 0; first < slots; first++)
    for (int second = first; second < slots; second++)
      try_swap(&swap, first, second);
}

/* --- a day ------------------------------------------------------------------------- */

static bool is_wanted(const struct suggest_request *request, int date)
{
  bool any = request->n_dates == 0;
  for (int i = 0; i < request->n_dates && !any; i++)
    any = request->dates[i] == date;
  return any;
}

/* Nothing on that day, and nothing else in its place; false: something of it must stay. */
static bool clear_day(struct suggest_search *search, const struct day *day, int clinician,
                      struct suggest_plan *plan)
{
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    if (suggest_search_now(search, clinician, s) != NONE &&
        !suggest_plan_add(search, plan, (struct suggest_move){clinician, s, NONE}))
      return false;
  return true;
}

static bool works(const struct suggest_search *search, const struct day *day, int clinician)
{
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    if (suggest_search_now(search, clinician, s) != NONE)
      return true;
  return false;
}

void suggest_seed_day(struct suggest_search *search, const struct suggest_request *request,
                      GArray *seeds, GPtrArray *refusals)
{
  const struct month *month = search->problem->month;
  for (int d = 0; d < month->n_days; d++) {
    const struct day *day = &month->days[d];
    struct suggest_plan plan = {0};
    if (!is_wanted(request, day->date) || !works(search, day, request->clinician))
      continue;
    if (clear_day(search, day, request->clinician, &plan)) {
      add(search, &plan, seeds);
      continue;
    }
    char when[DATE_TEXT_SIZE];
    suggest_refuse(refusals, g_strdup("something of it is locked, or over"),
                   date_format(day->date, when));
  }
}
