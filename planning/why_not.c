#include "planning/why_not.h"

#include "model/satisfaction.h"
#include "planning/stops.h"
#include "planning/why.h"

/* --- the demand --------------------------------------------------------------- */

/* Is the wish at issue in the slot, which is still to come: broken there, or, for the month as a
 * whole, to be had? */
static bool is_at_issue(const struct audit *audit, const struct wish_line *wish, int slot)
{
  const struct problem *problem = audit->problem;
  if (problem_is_over(problem, slot) ||
      (wish->request && !preference_request_applies(problem, wish->request, slot)))
    return false;
  return wish_is_done(problem, audit->rota, wish, slot) == wish->against &&
         wish_could_be_done(problem, wish, slot);
}

static void bar_all(struct around *around, const struct wish_line *wish)
{
  const struct problem *problem = around->problem;
  for (int j = problem->cell[wish->clinician * problem->month->n_slots];
       j < problem->cell[(wish->clinician + 1) * problem->month->n_slots]; j++)
    if (wish_has(problem, wish, &problem->candidates[j]))
      around_bar(around, j);
}

/* Collects the clinician's candidates at the site in the slot; false: there is none. */
static bool add_at(struct around *around, int clinician, int slot, int site, int64_t coefficient)
{
  int count, first = problem_cell(around->problem, clinician, slot, &count);
  bool any = false;
  for (int j = first; j < first + count; j++)
    if (around->problem->candidates[j].site == site) {
      programme_add_term(around->programme, j, coefficient);
      any = true;
    }
  return any;
}

/* The two never at one site. */
static void keep_apart(struct around *around, const struct wish_line *wish)
{
  const struct service *service = around->problem->service;
  for (int s = 0; s < around->problem->month->n_slots; s++)
    for (int site = 0; site < service->n_sites; site++) {
      if (service->sites[site].remote || problem_is_over(around->problem, s))
        continue;
      if (add_at(around, wish->clinician, s, site, -1) && add_at(around, wish->item, s, site, -1))
        around_want(around, -1, wish->clinician, s);
      else
        programme_drop_terms(around->programme);
    }
}

/* A count that is 1 only where the clinician is at the site in the slot. */
static void tie(struct around *around, int count, int clinician, int slot, int site)
{
  add_at(around, clinician, slot, site, 1);
  programme_add_term(around->programme, count, -1);
  around_want(around, 0, clinician, slot);
}

/* The two at one site at least so often. */
static void bring_together(struct around *around, const struct wish_line *wish, int times)
{
  const struct problem *problem = around->problem;
  g_autoptr(GArray) counts = g_array_new(FALSE, FALSE, sizeof(int));
  for (int s = 0; s < problem->month->n_slots; s++)
    for (int site = 0; site < problem->service->n_sites; site++) {
      bool both = !problem->service->sites[site].remote &&
                  add_at(around, wish->clinician, s, site, 1) &&
                  add_at(around, wish->item, s, site, 1);
      programme_drop_terms(around->programme);
      if (!both)
        continue;
      int count =
          programme_add_column(around->programme, (struct column){.upper = 1, .label = LABEL_NONE});
      tie(around, count, wish->clinician, s, site);
      tie(around, count, wish->item, s, site);
      g_array_append_val(counts, count);
    }
  for (guint i = 0; i < counts->len; i++)
    programme_add_term(around->programme, g_array_index(counts, int, i), 1);
  around_want(around, times, wish->clinician, NONE);
}

/* Collects what has the wish in the slot. */
static void add_slot(struct around *around, const struct wish_line *wish, int slot)
{
  int count, first = problem_cell(around->problem, wish->clinician, slot, &count);
  for (int j = first; j < first + count; j++)
    if (wish_has(around->problem, wish, &around->problem->candidates[j]))
      programme_add_term(around->programme, j, 1);
}

/* Once more than now, anywhere in the month; of a session, in each in which it was refused. */
static void want_all(struct around *around, const struct wish_line *wish)
{
  const struct audit *audit = around->before;
  for (int s = 0; s < around->problem->month->n_slots; s++) {
    if (wish->kind != WISH_SESSION) {
      add_slot(around, wish, s);
      continue;
    }
    if (!is_at_issue(audit, wish, s))
      continue;
    add_slot(around, wish, s);
    around_want(around, 1, wish->clinician, s);
  }
  if (wish->kind != WISH_SESSION)
    around_want(around, wish->kept + 1, wish->clinician, NONE);
}

/* Lets change whoever has, in that slot, what the wish is for. */
static void open_holders(struct around *around, const struct wish_line *wish, int slot)
{
  const struct rota *rota = around->before->rota;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if (wish_has(around->problem, wish, item))
      around_open_cell(around, item->clinician, slot);
  }
}

static void open_near(struct around *around, const struct wish_line *wish)
{
  around_open_clinician(around, wish->clinician);
  if (wish->kind == WISH_PERSON)
    around_open_clinician(around, wish->item);
  for (int s = 0; s < around->problem->month->n_slots; s++) {
    if (!is_at_issue(around->before, wish, s))
      continue;
    if (wish->against || wish->request)
      around_open_slot(around, s);
    else
      open_holders(around, wish, s);
  }
}

/* Demands the wish: in the sessions in which it was refused, or once more than now where it speaks
 * of the whole month. Opens what is near. */
static void demand_wish(struct around *around, const struct wish_line *wish)
{
  if (wish->kind == WISH_PERSON && wish->against)
    keep_apart(around, wish);
  else if (wish->kind == WISH_PERSON)
    bring_together(around, wish, wish->kept + 1);
  else if (wish->against)
    bar_all(around, wish);
  else
    want_all(around, wish);
  open_near(around, wish);
}

/* --- the answer ---------------------------------------------------------------- */

/* Why nothing that the clinician could do has the wish: what comes closest to a yes. */
static char *reason_of(const struct problem *problem, const struct wish_line *wish)
{
  const struct service *service = problem->service;
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  g_autofree bool *sites = g_new0(bool, (gsize)service->n_sites + 1);
  struct why_verdict best = {WHY_UNABLE, NONE, {wish->clinician, NONE, NONE, NONE, false}};
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < problem->month->n_slots; s++)
      for (int site = 0; site < service->n_sites; site++) {
        const struct assignment wanted = {wish->clinician, s, t, site, false};
        if (!service->tasks[t].at[site] || !wish_has(problem, wish, &wanted))
          continue;
        slots[s] = sites[site] = true;
        const struct why_question question = {t, sites, slots, NULL};
        struct why_verdict verdict = why_clinician(problem, NULL, &question, wish->clinician);
        slots[s] = sites[site] = false;
        if (verdict.reason > best.reason)
          best = verdict;
      }
  return stop_text(problem, NULL, &best);
}

static void demand(const struct audit *audit, const struct build_settings *settings,
                   struct wish_answer *out)
{
  const struct problem *problem = audit->problem;
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  bool any = false;
  for (int s = 0; s < problem->month->n_slots; s++)
    any |= slots[s] = is_at_issue(audit, &out->wish, s);
  if (!any && problem->over_before != DATE_NONE) {
    out->end = WISH_OVER;
    return;
  }
  struct around *around = around_new(audit);
  demand_wish(around, &out->wish);
  consequence_find(around, slots, settings, &out->consequence);
  around_free(around);
  enum build_verdict verdict = out->consequence.alternative.verdict;
  out->end = verdict == BUILD_DONE         ? WISH_PRICED
             : verdict == BUILD_INFEASIBLE ? WISH_IMPOSSIBLE
                                           : WISH_UNKNOWN;
}

void why_not_answer(const struct audit *audit, const struct wish_line *wish, int number,
                    const struct build_settings *settings, struct wish_answer *out)
{
  *out = (struct wish_answer){.number = number, .wish = *wish, .end = WISH_KEPT};
  if (wish->kept < wish->possible)
    demand(audit, settings, out);
  else if (wish_is_refused(wish)) {
    out->end = WISH_IMPOSSIBLE;
    out->consequence.alternative.reason = reason_of(audit->problem, wish);
  }
}

void wish_answer_clear(struct wish_answer *answer)
{
  consequence_clear(&answer->consequence);
}
