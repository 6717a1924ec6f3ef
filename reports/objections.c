#include "reports/objections.h"

#include "reports/explain_report.h"
#include "reports/explain_words.h"

char *objections_text(const struct problem *problem, const GArray *answers)
{
  GString *out = g_string_new(NULL);
  int clinician = NONE, refused = 0;
  bool unexplored = false;
  for (guint i = 0; i < answers->len; i++)
    refused += wish_is_refused(&g_array_index(answers, struct wish_answer, i).wish);
  if (answers->len)
    g_string_append_printf(out, "\nOBJECTIONS: %u, %d met, %d refused\n", answers->len,
                           (int)answers->len - refused, refused);
  for (guint i = 0; i < answers->len; i++) {
    const struct wish_answer *answer = &g_array_index(answers, struct wish_answer, i);
    g_autofree char *text = explain_wish_text(problem, answer);
    if (answer->wish.clinician != clinician)
      g_string_append_printf(out, "%s\n",
                             problem->service->clinicians[answer->wish.clinician].name);
    clinician = answer->wish.clinician;
    unexplored = unexplored || (answer->end == WISH_KEPT && wish_is_refused(&answer->wish));
    g_string_append(out, text);
  }
  if (unexplored)
    explain_append(out, 2,
                   "why the others are refused, 'rota explain DIR ROTA --clinician C' says");
  return g_string_free(out, FALSE);
}
