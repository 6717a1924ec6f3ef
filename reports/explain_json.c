#include "model/json.h"
#include "reports/explain_report.h"
#include "reports/explain_words.h"

static json_t *burdens_json(const struct problem *problem, const GArray *burdens)
{
  json_t *out = json_array();
  for (guint i = 0; i < burdens->len; i++) {
    const struct carried_burden *burden = &g_array_index(burdens, struct carried_burden, i);
    json_array_append_new(out, json_pack("{ss, si, si, sf}", "task",
                                         problem->service->tasks[burden->task].id, "sessions",
                                         burden->sessions, "able", burden->able, "mean",
                                         (double)burden->mean_tenths / 10));
  }
  return out;
}

json_t *explain_account_json(const struct problem *problem, const struct person_account *account)
{
  return json_pack("{ss, so, so, si, si, si, si, si, si, so, so}", "clinician",
                   problem->service->clinicians[account->clinician].id, "satisfaction",
                   json_number_or_null(account->figures->satisfaction_percent), "mean_satisfaction",
                   json_number_or_null(account->mean_percent), "points", account->points,
                   "least_points", account->worst, "most_points", account->best, "minutes",
                   account->figures->minutes, "contract_minutes",
                   account->figures->contract_minutes, "carried_minutes", account->balance_minutes,
                   "burdens", burdens_json(problem, account->burdens), "from_published_months",
                   json_texts(account->recalls));
}

static json_t *item_json(const struct problem *problem, const struct wish_line *wish)
{
  const struct service *service = problem->service;
  switch (wish->kind) {
  case WISH_SITE:
    return json_pack("{ss}", "site", service->sites[wish->item].id);
  case WISH_TASK:
    return json_pack("{ss}", "task", service->tasks[wish->item].id);
  case WISH_PERSON:
    return json_pack("{ss}", "person", service->clinicians[wish->item].id);
  default:
    return json_pack("{sb}", "off", (int)wish->request->off);
  }
}

json_t *explain_wish_json(const struct problem *problem, const struct wish_answer *answer)
{
  static const char *const ends[] = {"kept", "possible", "impossible", "not found", "over"};
  const struct wish_line *wish = &answer->wish;
  const char *reason = answer->consequence.alternative.reason;
  json_t *out =
      json_pack("{si, so, ss, ss, si, ss, si, si}", "wish", answer->number, "what",
                item_json(problem, wish), "level", problem->service->levels.names[wish->level],
                "file", wish->where.file ? wish->where.file : "", "line", wish->where.line,
                "answer", ends[answer->end], "kept", wish->kept, "of", wish->possible);
  if (answer->end == WISH_PRICED)
    json_object_set_new(out, "alternative",
                        explain_consequence_json(problem, &answer->consequence));
  if (reason)
    json_object_set_new(out, "reason", json_string(reason));
  return out;
}

json_t *explain_here_json(const struct problem *problem, const struct here_answer *answer,
                          const GPtrArray *facts)
{
  json_t *out = json_pack("{so}", "facts", json_texts(facts));
  explain_set_consequence(out, problem, &answer->consequence);
  return out;
}
