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

/* What is lost in a week, and how sure that is. */
static void set_lost(json_t *out, const struct advice_absence *absence)
{
  bool built = advice_absence_is_built(absence);
  int64_t least = absence->state == ABSENCE_OPEN ? 0 : absence->lost;
  set_text(out, "week", absence->week);
  json_object_set_new(out, "lost", built ? json_integer(absence->lost) : json_null());
  json_object_set_new(out, "lost_at_least", built ? json_integer(least) : json_null());
  json_object_set_new(out, "by", loss_array(absence->by));
  set_text(out, "state", absence_state_names[absence->state]);
}

/* What is the same of the worst week and of each. */
static void set_week(json_t *out, const struct advice_absence *absence)
{
  json_object_set_new(out, "sessions", json_integer(absence->sessions));
  json_object_set_new(out, "lost_alone", json_integer(absence->alone));
  set_lost(out, absence);
}

static json_t *week_object(const struct advice_absence *week)
{
  json_t *out = json_object();
  set_week(out, week);
  return out;
}

static json_t *absence_object(const struct advice_absence *absence)
{
  json_t *out = json_object(), *weeks = json_array();
  for (guint i = 0; i < absence->weeks->len; i++)
    json_array_append_new(weeks, week_object(g_ptr_array_index(absence->weeks, i)));
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
  json_object_set_new(out, "all_away", role->together ? week_object(role->together) : json_null());
  return out;
}

static json_t *pair_object(const struct advice_pair *pair)
{
  json_t *out = json_object(), *who = json_array(), *names = json_array();
  for (int i = 0; i < 2; i++) {
    json_array_append_new(who, json_string(pair->ids[i]));
    json_array_append_new(names, json_string(pair->names[i]));
  }
  json_object_set_new(out, "clinicians", who);
  json_object_set_new(out, "names", names);
  json_object_set_new(out, "lost_apart", json_integer(pair->apart));
  json_object_set_new(out, "weeks", json_integer(pair->weeks));
  set_lost(out, pair->worst);
  return out;
}

/* null where pairs were not asked for. */
static json_t *pairs_object(const struct advice *advice)
{
  if (!advice->has_pairs)
    return json_null();
  json_t *out = json_object(), *pairs = json_array();
  for (guint i = 0; i < advice->pairs->len; i++)
    json_array_append_new(pairs, pair_object(advice->pairs->pdata[i]));
  json_object_set_new(out, "tried", json_integer(advice->pairs_tried));
  json_object_set_new(out, "unknown", json_integer(advice->pairs_unknown));
  json_object_set_new(out, "pairs", pairs);
  return out;
}

static json_t *rank_object(const struct advice_candidate *candidate)
{
  json_t *out = json_object();
  for (int aim = 0; aim < ADVICE_AIMS; aim++) {
    int rank = candidate->ranks[aim];
    json_object_set_new(out, advice_aim_names[aim], rank ? json_integer(rank) : json_null());
  }
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
  json_object_set_new(out, "ranks", rank_object(candidate));
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
  json_object_set_new(out, "pairs", pairs_object(advice));
  json_object_set_new(out, "candidates", candidates);
  return out;
}
