#include "planning/why_gap.h"

#include "planning/why_people.h"
#include "planning/why_try.h"

struct why_verdict why_gap_verdict(const struct audit *audit, const struct gap_question *question,
                                   int clinician)
{
  const struct problem *problem = audit->problem;
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  g_autofree bool *sites = g_new0(bool, (gsize)problem->service->n_sites + 1);
  slots[question->slot] = sites[question->site] = true;
  const struct why_question asked = {question->task, sites, slots, NULL};
  return why_clinician(problem, audit->rota, &asked, clinician);
}

static void judge(const struct audit *audit, struct gap_answer *out)
{
  const struct problem *problem = audit->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    const struct why_verdict verdict = why_gap_verdict(audit, &out->question, c);
    out->done += verdict.reason == WHY_DOING;
    out->unable += verdict.reason == WHY_UNABLE;
    if (verdict.reason == WHY_UNABLE)
      continue;
    struct why_person *person = why_people_add(out->people, audit->rota, &verdict);
    if (why_person_is_open(person))
      why_try_person(audit, person);
  }
  why_people_sort(out->people);
}

/* One more than now. */
static void fill(const struct audit *audit, const struct build_settings *settings,
                 struct gap_answer *out)
{
  const struct problem *problem = audit->problem;
  const struct gap_question *question = &out->question;
  struct around *around = around_new(audit);
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  int able = 0;
  slots[question->slot] = true;
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *at = &problem->candidates[j];
    if (at->slot != question->slot || at->task != question->task || at->site != question->site)
      continue;
    programme_add_term(around->programme, j, 1);
    able++;
  }
  around_want(around, out->done + 1, NONE, question->slot);
  around_open_slot(around, question->slot);
  if (able > out->done)
    consequence_find(around, slots, settings, &out->consequence);
  else
    out->consequence.alternative = (struct alternative){
        .verdict = BUILD_INFEASIBLE,
        .reason = g_strdup("nobody else could do it, whatever else is in the rota")};
  around_free(around);
}

void why_gap_answer(const struct audit *audit, const struct gap_question *question,
                    const struct build_settings *settings, struct gap_answer *out)
{
  *out = (struct gap_answer){.before = audit, .question = *question, .people = why_people_new()};
  judge(audit, out);
  fill(audit, settings, out);
}

void gap_answer_clear(struct gap_answer *answer)
{
  consequence_clear(&answer->consequence);
  if (answer->people)
    g_ptr_array_unref(answer->people);
  *answer = (struct gap_answer){0};
}
