#include "model/json.h"
#include "planning/documents.h"
#include "reports/advice_report.h"
#include "reports/advice_words.h"

static void set_text(json_t *object, const char *key, const char *text)
{
  json_object_set_new(object, key, text && *text ? json_string(text) : json_null());
}

static json_t *limit_object(const struct advice_limit *limit)
{
  json_t *out = json_object();
  set_text(out, "words", limit->words);
  set_text(out, "when", limit->when);
  set_text(out, "rule", limit->rule);
  set_text(out, "task", limit->task);
  set_text(out, "site", limit->site);
  set_text(out, "clinician", limit->clinician);
  json_object_set_new(out, "limits", json_integer(limit->rows->len));
  json_object_set_new(out, "price", json_hundredths(limit->price));
  json_object_set_new(
      out, "saves", limit->saves == OUTCOME_UNKNOWN ? json_null() : json_hundredths(limit->saves));
  return out;
}

static json_t *loss_array(const GPtrArray *losses)
{
  json_t *out = json_array();
  for (guint i = 0; i < losses->len; i++) {
    const struct advice_loss *loss = g_ptr_array_index(losses, i);
    json_t *item = json_object();
    set_text(item, "what", loss->words);
    json_object_set_new(item, "missing", json_integer(loss->missing));
    json_array_append_new(out, item);
  }
  return out;
}

/* What is the same of the worst week and of each. */
static void set_week(json_t *out, const struct advice_absence *absence)
{
  bool built = advice_absence_is_built(absence);
  int64_t least = absence->state == ABSENCE_OPEN ? 0 : absence->lost;
  set_text(out, "week", absence->week);
  json_object_set_new(out, "sessions", json_integer(absence->sessions));
  json_object_set_new(out, "lost_alone", json_integer(absence->alone));
  json_object_set_new(out, "lost", built ? json_integer(absence->lost) : json_null());
  json_object_set_new(out, "lost_at_least", built ? json_integer(least) : json_null());
  json_object_set_new(out, "by", loss_array(absence->by));
  set_text(out, "state", absence_state_names[absence->state]);
}

static json_t *absence_object(const struct advice_absence *absence)
{
  json_t *out = json_object(), *weeks = json_array();
  for (guint i = 0; i < absence->weeks->len; i++) {
    json_t *week = json_object();
    set_week(week, g_ptr_array_index(absence->weeks, i));
    json_array_append_new(weeks, week);
  }
  set_text(out, "clinician", absence->id);
  set_text(out, "name", absence->name);
  set_text(out, "role", absence->role);
  json_object_set_new(out, "band", json_integer(absence->band));
  set_week(out, absence);
  json_object_set_new(out, "weeks", weeks);
  return out;
}

static json_t *role_object(const struct advice_role *role)
{
  json_t *out = json_object();
  set_text(out, "role", role->words);
  json_object_set_new(out, "holders", json_texts(role->holders));
  json_object_set_new(out, "lost", json_integer(role->lost));
  return out;
}

static json_t *candidate_object(const struct advice *advice,
                                const struct advice_candidate *candidate)
{
  const struct outcome *outcome = candidate->outcome;
  int64_t proven = advice_candidate_proven(candidate, advice->baseline);
  g_autofree char *claim = advice_claim_words(advice, candidate);
  json_t *out = json_object();
  set_text(out, "kind", candidate_kind_names[candidate->kind]);
  set_text(out, "words", candidate->words);
  json_object_set_new(out, "estimate", json_hundredths(candidate->estimate));
  set_text(out, "claim", claim);
  json_object_set_new(out, "proven_saving",
                      proven == OUTCOME_UNKNOWN ? json_null() : json_integer(proven));
  json_object_set_new(out, "outcome", outcome ? documents_outcome(outcome) : json_null());
  if (outcome)
    json_object_set_new(out, "difference", documents_difference(outcome, advice->baseline));
  return out;
}

json_t *advice_json(const struct advice *advice)
{
  json_t *out = json_object(), *limits = json_array(), *absences = json_array();
  json_t *roles = json_array(), *candidates = json_array();
  for (guint i = 0; i < advice->limits->len; i++)
    json_array_append_new(limits, limit_object(advice->limits->pdata[i]));
  for (guint i = 0; i < advice->absences->len; i++)
    json_array_append_new(absences, absence_object(advice->absences->pdata[i]));
  for (guint i = 0; i < advice->roles->len; i++)
    json_array_append_new(roles, role_object(advice->roles->pdata[i]));
  for (guint i = 0; i < advice->candidates->len; i++)
    json_array_append_new(candidates, candidate_object(advice, advice->candidates->pdata[i]));
  json_object_set_new(out, "baseline", documents_outcome(advice->baseline));
  json_object_set_new(out, "priced", json_boolean(advice->priced));
  json_object_set_new(out, "limits", limits);
  json_object_set_new(out, "absences", absences);
  json_object_set_new(out, "roles", roles);
  json_object_set_new(out, "candidates", candidates);
  return out;
}
