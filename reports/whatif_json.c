#include "planning/documents.h"
#include "reports/whatif_report.h"

json_t *whatif_json(const struct whatif_report *report)
{
  json_t *out = json_object(), *scenarios = json_array();
  for (int s = 0; s < report->n_scenarios; s++) {
    const struct outcome *outcome = report->scenarios[s];
    json_t *item = json_object();
    json_object_set_new(item, "outcome", documents_outcome(outcome));
    json_object_set_new(item, "difference", documents_difference(outcome, report->baseline));
    json_object_set_new(item, "difference_is_proven",
                        json_boolean(!outcome_is_open(outcome, report->baseline)));
    json_array_append_new(scenarios, item);
  }
  json_object_set_new(out, "baseline", documents_outcome(report->baseline));
  json_object_set_new(out, "scenarios", scenarios);
  return out;
}
