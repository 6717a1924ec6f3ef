#include "planning/documents.h"

#include "inputs/outcome_writer.h"
#include "inputs/rota_csv.h"
#include "inputs/rota_writer.h"

json_t *documents_rota(const struct assessment *assessment)
{
  return rota_json_document(assessment);
}

char *documents_rota_csv(const struct problem *problem, const struct rota *rota,
                         const char *columns, char **message)
{
  struct rota_csv_layout *layout = columns ? rota_csv_layout_parse(columns, message) : NULL;
  char *out = columns && !layout ? NULL : rota_csv_text(problem, rota, layout);
  rota_csv_layout_free(layout);
  return out;
}

json_t *documents_outcome(const struct outcome *outcome)
{
  return outcome_json(outcome);
}

json_t *documents_difference(const struct outcome *outcome, const struct outcome *baseline)
{
  int64_t differences[OUTCOME_MEASURES];
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    differences[m] = outcome_difference(outcome->values[m], baseline->values[m]);
  return outcome_measures_json(differences);
}
