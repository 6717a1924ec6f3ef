#include "inputs/outcome_writer.h"
#include "reports/whatif_report.h"

static json_t *difference_object(const struct outcome *outcome, const struct outcome *baseline)
{
  int64_t differences[OUTCOME_MEASURES];
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    differences[m] = outcome_difference(outcome->values[m], baseline->values[m]);
  return outcome_measures_json(differences);
}

json_t *whatif_json(const struct whatif_report *report)
{
  json_t *out = json_object(), *scenarios = json_array();
  for (int s = 0; s < report->n_scenarios; s++) {
    const struct outcome *outcome = report->scenarios[s];
    json_t *item = json_object();
    json_object_set_new(item, "outcome", outcome_json(outcome));
    json_object_set_new(item, "difference", difference_object(outcome, report->baseline));
    json_object_set_new(item, "difference_is_proven",
                        json_boolean(!outcome_is_open(outcome, report->baseline)));
    json_array_append_new(scenarios, item);
  }
  json_object_set_new(out, "baseline", outcome_json(report->baseline));
  json_object_set_new(out, "scenarios", scenarios);
  return out;
}
