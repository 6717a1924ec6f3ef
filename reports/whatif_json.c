#include "planning/answers.h"
#include "planning/documents.h"
#include "reports/whatif_report.h"

/* The answers whose difference in that column is not clear. */
static json_t *unclear_array(const GPtrArray *answers, int column)
{
  json_t *out = json_array();
  for (guint i = 0; i < answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(answers, i);
    const char *about = answer->about;
    g_autofree char *name = g_strconcat(answer->measure.id, *about ? "/" : "", about, NULL);
    if (answer->cells[column].unclear)
      json_array_append_new(out, json_string(name));
  }
  return out;
}

json_t *whatif_json(const struct whatif_report *report)
{
  json_t *out = json_object(), *scenarios = json_array();
  g_autoptr(GPtrArray) answers =
      answers_new(report->baseline, report->scenarios, report->n_scenarios);
  for (int s = 0; s < report->n_scenarios; s++) {
    const struct outcome *outcome = report->scenarios[s];
    json_t *item = json_object();
    json_object_set_new(item, "outcome", documents_outcome(outcome));
    json_object_set_new(item, "difference", documents_difference(outcome, report->baseline));
    json_object_set_new(item, "difference_is_proven",
                        json_boolean(!outcome_is_open(outcome, report->baseline)));
    json_object_set_new(item, "not_clear", unclear_array(answers, 1 + s));
    json_array_append_new(scenarios, item);
  }
  json_object_set_new(out, "baseline", documents_outcome(report->baseline));
  json_object_set_new(out, "scenarios", scenarios);
  return out;
}
