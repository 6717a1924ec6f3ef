/* Who has sent no preferences. */
#include "planning/assess_parts.h"

static bool is_here(const struct problem *problem, int clinician)
{
  for (int s = 0; s < problem->month->n_slots; s++)
    if (problem_present(problem, clinician, s))
      return true;
  return false;
}

/* Whoever sent a file that could not be read is told of that, and has sent one. */
static bool has_sent(const struct problem *problem, int clinician)
{
  const struct month *month = problem->month;
  g_autofree char *name =
      g_strdup_printf("/preferences/%s.yaml", problem->service->clinicians[clinician].id);
  for (int i = 0; i < month->n_omissions; i++)
    if (g_str_has_suffix(month->omissions[i].where.file, name))
      return true;
  const struct preferences *sent = month_preferences(month, clinician);
  return sent && sent->where.file;
}

void assess_senders(struct assessment *assessment)
{
  const struct problem *problem = assessment->problem;
  int people = problem->service->n_clinicians;
  assessment->not_sent = g_new(int, (gsize)people + 1);
  for (int c = 0; c < people; c++)
    if (is_here(problem, c) && !has_sent(problem, c))
      assessment->not_sent[assessment->n_not_sent++] = c;
}
