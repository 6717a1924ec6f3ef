#include "planning/why_here.h"

void why_here_answer(const struct audit *audit, const struct assignment *item,
                     const struct build_settings *settings, struct here_answer *out)
{
  const struct problem *problem = audit->problem;
  struct around *around = around_new(audit);
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  *out = (struct here_answer){.item = *item};
  slots[item->slot] = true;
  around_bar(around, problem_candidate(problem, item));
  around_open_clinician(around, item->clinician);
  around_open_slot(around, item->slot);
  consequence_find(around, slots, settings, &out->consequence);
  around_free(around);
}

void here_answer_clear(struct here_answer *answer)
{
  consequence_clear(&answer->consequence);
}
