#include "reports/advice_report.h"
#include "reports/advice_words.h"
#include "reports/text.h"

/* The list that a row belongs to, and what it is about. */
struct row {
  const char *part, *item, *about, *when, *state;
};

static void append_row(GString *out, const struct row *row, const char *figure, const char *value)
{
  const char *const cells[] = {row->part, row->item, row->about, row->when, row->state, figure};
  for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) {
    text_csv(out, cells[i]);
    g_string_append_c(out, ',');
  }
  g_string_append(out, value);
  g_string_append_c(out, '\n');
}

static void append_number(GString *out, const struct row *row, const char *figure, int64_t value)
{
  char text[32];
  g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, value);
  append_row(out, row, figure, value == OUTCOME_UNKNOWN ? "" : text);
}

static void append_hundredths(GString *out, const struct row *row, const char *figure,
                              int64_t value)
{
  char text[32] = "";
  if (value != OUTCOME_UNKNOWN)
    g_snprintf(text, sizeof text, "%s%" G_GINT64_FORMAT ".%02d", value < 0 ? "-" : "",
               ABS(value) / 100, (int)(ABS(value) % 100));
  append_row(out, row, figure, text);
}

static void append_absence(GString *out, const struct advice_absence *absence, const char *part)
{
  struct row row = {part, absence->id, "", absence->week, absence_state_names[absence->state]};
  bool built = advice_absence_is_built(absence);
  append_number(out, &row, "sessions", absence->sessions);
  append_number(out, &row, "lost_alone", absence->alone);
  append_number(out, &row, "lost", built ? absence->lost : OUTCOME_UNKNOWN);
  for (guint i = 0; i < absence->by->len; i++) {
    const struct advice_loss *loss = g_ptr_array_index(absence->by, i);
    row.about = loss->words;
    append_number(out, &row, "lost", loss->missing);
  }
}

static void append_together(GString *out, const struct advice_absence *absence, const char *who,
                            const char *part)
{
  struct row row = {part, who, "", absence->week, absence_state_names[absence->state]};
  append_number(out, &row, "lost",
                advice_absence_is_built(absence) ? absence->lost : OUTCOME_UNKNOWN);
  for (guint i = 0; i < absence->by->len; i++) {
    const struct advice_loss *loss = g_ptr_array_index(absence->by, i);
    row.about = loss->words;
    append_number(out, &row, "lost", loss->missing);
  }
}

static void append_role(GString *out, const struct advice_role *role)
{
  g_autofree char *holders = advice_role_holders(role);
  const struct row row = {"role", role->words, holders, "", ""};
  append_number(out, &row, "holders", role->holders->len);
  append_number(out, &row, "lost", role->lost);
  if (role->together)
    append_together(out, role->together, role->words, "role_away");
}

static void append_pair(GString *out, const struct advice_pair *pair)
{
  g_autofree char *who = g_strconcat(pair->ids[0], " ", pair->ids[1], NULL);
  const struct row row = {"pair", who, "", pair->worst->week,
                          absence_state_names[pair->worst->state]};
  append_number(out, &row, "lost_apart", pair->apart);
  append_number(out, &row, "weeks", pair->weeks);
  append_together(out, pair->worst, who, "pair");
}

static void append_held(GString *out, const struct outcome *outcome, const char *item)
{
  for (guint i = 0; i < outcome->held->len; i++) {
    const struct outcome_held *held = g_ptr_array_index(outcome->held, i);
    const struct row row = {"held", item, held->words, "", held_by_names[held->by]};
    append_number(out, &row, "sessions", held->sessions);
  }
}

static void append_candidate(GString *out, const struct advice *advice,
                             const struct advice_candidate *candidate)
{
  static const enum outcome_measure shown[] = {MEASURE_GAPS,    MEASURE_COST,      MEASURE_BOUND,
                                               MEASURE_GAP,     MEASURE_FCP_LEAST, MEASURE_FCP_GAP,
                                               MEASURE_LIST_END};
  const struct outcome *outcome = candidate->outcome;
  g_autofree char *claim = advice_claim_words(advice, candidate);
  const struct row row = {"candidate", candidate->words, candidate_kind_names[candidate->kind], "",
                          claim};
  append_hundredths(out, &row, "estimate", candidate->estimate);
  append_number(out, &row, "proven_saving", advice_candidate_proven(candidate, advice->baseline));
  for (int aim = 0; aim < ADVICE_AIMS; aim++) {
    g_autofree char *figure = g_strconcat("rank_by_", advice_aim_names[aim], NULL);
    append_number(out, &row, figure,
                  candidate->ranks[aim] ? candidate->ranks[aim] : OUTCOME_UNKNOWN);
  }
  for (gsize m = 0; outcome && m < G_N_ELEMENTS(shown); m++) {
    const struct measure *measure = &outcome_measures[shown[m]];
    if (measure->decimals)
      append_hundredths(out, &row, measure->id, outcome->values[shown[m]]);
    else
      append_number(out, &row, measure->id, outcome->values[shown[m]]);
  }
  if (outcome)
    append_held(out, outcome, candidate->words);
}

char *advice_csv(const struct advice *advice)
{
  GString *out = g_string_new("part,item,about,when,state,figure,value\n");
  for (guint i = 0; i < advice->limits->len; i++) {
    const struct advice_limit *limit = g_ptr_array_index(advice->limits, i);
    const struct row row = {"limit", limit->words, limit->rule, limit->when, ""};
    append_hundredths(out, &row, "price", limit->price);
    append_hundredths(out, &row, "saves", limit->saves);
  }
  append_held(out, advice->baseline, "as it is");
  for (guint i = 0; i < advice->absences->len; i++)
    append_absence(out, advice->absences->pdata[i], "absence");
  for (guint i = 0; i < advice->absences->len; i++) {
    const struct advice_absence *absence = g_ptr_array_index(advice->absences, i);
    for (guint w = 0; w < absence->weeks->len; w++)
      append_absence(out, absence->weeks->pdata[w], "absence_week");
  }
  for (guint i = 0; i < advice->pairs->len; i++)
    append_pair(out, advice->pairs->pdata[i]);
  for (guint i = 0; i < advice->roles->len; i++)
    append_role(out, advice->roles->pdata[i]);
  for (guint i = 0; i < advice->candidates->len; i++)
    append_candidate(out, advice, advice->candidates->pdata[i]);
  return g_string_free(out, FALSE);
}
