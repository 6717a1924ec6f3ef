#include "planning/why.h"

struct verdict {
  enum why_reason reason;
  int use; /* that bars */
  struct assignment wanted;
};

static bool does(const struct rota *rota, const struct assignment *wanted)
{
  int count;
  const struct assignment *items = rota_at(rota, wanted->clinician, wanted->slot, &count);
  for (int i = 0; i < count; i++)
    if (items[i].task == wanted->task && items[i].site == wanted->site)
      return true;
  return false;
}

static bool is_busy(const struct rota *rota, const struct assignment *wanted)
{
  int count = 0;
  if (rota)
    rota_at(rota, wanted->clinician, wanted->slot, &count);
  return count > 0;
}

static struct verdict judge(const struct problem *problem, const struct rota *rota,
                            const struct assignment *wanted)
{
  const struct slot *slot = &problem->month->slots[wanted->slot];
  struct verdict out = {WHY_FREE, NONE, *wanted};
  if (!clinician_can(problem->service, wanted->clinician, wanted->task, slot->date))
    out.reason = WHY_UNABLE;
  else if (rota && does(rota, wanted))
    out.reason = WHY_DOING;
  else if (!problem_present(problem, wanted->clinician, wanted->slot))
    out.reason = WHY_AWAY;
  else {
    const struct rule_use *use = problem_barred_by(problem, wanted);
    if (use) {
      out.reason = WHY_BARRED;
      out.use = (int)(use - problem->service->uses);
    } else if (is_busy(rota, wanted))
      out.reason = WHY_BUSY;
  }
  return out;
}

/* The best verdict on a clinician over all the places and sessions. */
static struct verdict judge_clinician(const struct problem *problem, const struct rota *rota,
                                      const struct why_question *question, int clinician)
{
  const struct service *service = problem->service;
  struct verdict best = {WHY_UNABLE, NONE, {clinician, NONE, question->task, NONE, false}};
  const bool *sites = question->sites ? question->sites : service->tasks[question->task].at;
  for (int s = 0; s < problem->month->n_slots; s++) {
    if (question->slots && !question->slots[s])
      continue;
    for (int place = 0; place < service->n_sites && best.reason < WHY_DOING; place++) {
      struct assignment wanted = {clinician, s, question->task, place, false};
      if (!sites[place])
        continue;
      struct verdict verdict = judge(problem, rota, &wanted);
      if (verdict.reason > best.reason)
        best = verdict;
    }
  }
  return best;
}

static void count_bar(struct why *why, int use)
{
  for (guint i = 0; i < why->bars->len; i++) {
    struct why_bar *bar = &g_array_index(why->bars, struct why_bar, i);
    if (bar->use == use) {
      bar->count++;
      return;
    }
  }
  struct why_bar bar = {use, 1};
  g_array_append_val(why->bars, bar);
}

static gint most_first(gconstpointer left, gconstpointer right)
{
  const struct why_bar *a = left, *b = right;
  return a->count != b->count ? b->count - a->count : a->use - b->use;
}

struct why *why_new(const struct problem *problem, const struct rota *rota,
                    const struct why_question *question)
{
  struct why *why = g_new0(struct why, 1);
  why->bars = g_array_new(FALSE, FALSE, sizeof(struct why_bar));
  why->free = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct verdict verdict = judge_clinician(problem, rota, question, c);
    why->count[verdict.reason]++;
    if (verdict.reason == WHY_BARRED)
      count_bar(why, verdict.use);
    if (verdict.reason == WHY_FREE)
      g_array_append_val(why->free, verdict.wanted);
  }
  g_array_sort(why->bars, most_first);
  return why;
}

void why_free(struct why *why)
{
  if (!why)
    return;
  g_array_free(why->bars, TRUE);
  g_array_free(why->free, TRUE);
  g_free(why);
}

int why_able(const struct why *why)
{
  int out = 0;
  for (int i = 0; i < WHY_REASONS; i++)
    out += i == WHY_UNABLE ? 0 : why->count[i];
  return out;
}
