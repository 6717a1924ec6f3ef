#include "planning/repair_changes.h"

#include "model/words.h"

static const struct leave *leave_of(const struct problem *problem, const struct assignment *at)
{
  const struct month *month = problem->month;
  const struct slot *slot = &month->slots[at->slot];
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    if (leave->clinician == at->clinician && leave->from <= slot->date &&
        slot->date <= leave->until && leave->blocks >> slot->block & 1)
      return leave;
  }
  return NULL;
}

/* What the month says now against something that was published. */
static char *why_gone(const struct problem *problem, const struct assignment *at)
{
  const struct service *service = problem->service;
  const struct leave *leave = leave_of(problem, at);
  char where[WORDS_SIZE];
  if (leave)
    return g_strdup_printf("away, %s%s", leave->kind, words_where(leave->where, where));
  if (!clinician_employed(service, at->clinician, problem->month->slots[at->slot].date))
    return g_strdup("not employed then");
  if (problem_site_closed(problem, at->slot, at->site))
    return g_strdup_printf("%s is closed", service->sites[at->site].name);
  if (!problem_present(problem, at->clinician, at->slot))
    return g_strdup("not in the working pattern");
  const struct rule_use *use = problem_barred_by(problem, at);
  return use ? words_use(use)
             : g_strdup_printf("%s is not done at %s", service->tasks[at->task].name,
                               service->sites[at->site].name);
}

static void add_change(const struct repair_ground *ground, const struct rota *rota, int clinician,
                       int slot, GArray *out)
{
  const struct repair_item *before = repair_ground_at(ground, clinician, slot);
  int count;
  const struct assignment *now = rota_at(rota, clinician, slot, &count);
  bool gone = before && before->candidate == NONE;
  if (!gone && (before ? count == 1 && now->task == before->at.task && now->site == before->at.site
                       : count == 0))
    return;
  struct repair_change change = {
      .clinician = clinician,
      .slot = slot,
      .task_before = before ? before->at.task : NONE,
      .site_before = before ? before->at.site : NONE,
      .task_after = count ? now->task : NONE,
      .site_after = count ? now->site : NONE,
      .why = gone ? why_gone(ground->problem, &before->at) : NULL,
      .booked = before ? before->booked : 0,
  };
  g_array_append_val(out, change);
}

static void change_clear(gpointer data)
{
  g_free(((struct repair_change *)data)->why);
}

GArray *repair_changes_new(const struct repair_ground *ground, const struct rota *rota)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct repair_change));
  g_array_set_clear_func(out, change_clear);
  for (int s = 0; s < ground->problem->month->n_slots; s++)
    for (int c = 0; c < ground->problem->service->n_clinicians; c++)
      add_change(ground, rota, c, s, out);
  return out;
}

bool repair_change_counts(const struct repair_change *change)
{
  return !change->why || change->task_after != NONE;
}
