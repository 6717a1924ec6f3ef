#include "planning/why_short.h"

#include <string.h>

/* A count that the rule pays for, in the programme of every build: what is said of one person or
 * place has its label. */
static bool is_counted_by(const struct column *column, const struct finding *finding)
{
  return !column->placement && column->cost > 0 &&
         memcmp(&column->label, &finding->at, sizeof finding->at) == 0;
}

/* None of it is to be left; false: nothing counts it by itself. */
static bool want_all(struct around *around, const struct finding *finding)
{
  bool any = false;
  for (int j = 0; j < around->programme->n_columns; j++)
    if (is_counted_by(&around->programme->columns[j], finding)) {
      around->programme->columns[j].upper = 0;
      any = true;
    }
  return any;
}

void why_short_answer(const struct audit *audit, const struct finding *finding,
                      const struct build_settings *settings, struct short_answer *out)
{
  struct around *around = around_new(audit);
  *out = (struct short_answer){
      .finding = finding, .counted = finding->price != PRICE_HARD && want_all(around, finding)};
  if (finding->at.clinician != NONE)
    around_open_clinician(around, finding->at.clinician);
  if (finding->at.slot != NONE)
    around_open_slot(around, finding->at.slot);
  if (out->counted)
    consequence_find(around, NULL, settings, &out->consequence);
  else
    out->consequence.alternative.verdict = BUILD_NOTHING;
  around_free(around);
}

void short_answer_clear(struct short_answer *answer)
{
  consequence_clear(&answer->consequence);
  *answer = (struct short_answer){0};
}
