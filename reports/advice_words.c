#include "reports/advice_words.h"

#include "reports/engine_notes.h"
#include "reports/text.h"
#include "reports/whatif_words.h"

const char *const advice_limits_caveat =
    "What one session, room or unit more in every such place of the month would save, in points. A "
    "figure by itself was found by building the month again. After <= stands the most that it can "
    "be, by the solver's prices; the month was not built with it. Lines don't add up: one cause "
    "can "
    "show in several.";
const char *const advice_absences_caveat =
    "Each person away for each week in which they work; the worst is shown. The others may step in "
    "that week, by the service's own rules; their other weeks stay as they are.";
const char *const advice_pairs_caveat =
    "Two people away in the same week, of all in which both work the worst is shown. Apart: what "
    "each loses alone in that week, added up.";
const char *const advice_candidates_caveat =
    "A hire of each kind of post, and what the prices point at. Each is built and compared with "
    "the rota as it is. Where the two proofs' gaps overlap, no "
    "saving is claimed.";

/* Hundredths of points as whole points, or with two decimals under 10. */
static void add_points(GString *out, int64_t hundredths)
{
  enum { WHOLE_FROM = 1000 };
  int64_t size = ABS(hundredths);
  if (size >= WHOLE_FROM) {
    text_number(out, (hundredths + (hundredths < 0 ? -50 : 50)) / 100);
    return;
  }
  g_string_append_printf(out, "%s%d.%02d", hundredths < 0 ? "-" : "", (int)(size / 100),
                         (int)(size % 100));
}

char *advice_limit_points(const struct advice_limit *limit)
{
  bool solved = limit->saves != OUTCOME_UNKNOWN;
  GString *out = g_string_new(solved ? "" : "<= ");
  add_points(out, solved ? limit->saves : limit->price);
  return g_string_free(out, FALSE);
}

char *advice_absences_summary(const struct advice *advice)
{
  const struct absence_counts counts = advice_absence_counts(advice);
  int hurt = counts.hurt, unknown = counts.unknown;
  if (unknown == (int)advice->absences->len && unknown > 0)
    return g_strdup("nobody's absence could be tried in the time");
  GString *out = g_string_new(NULL);
  if (hurt == 0 && unknown == 0)
    g_string_append(out, "nobody's absence for a week loses cover");
  else if (hurt == 0)
    g_string_append(out, "of those that could be tried, nobody's absence for a week loses cover");
  else
    text_count(out, hurt, "person's absence for a week loses cover",
               "people's absences for a week, each alone, lose cover");
  if (unknown > 0) {
    g_string_append(out, "; of ");
    text_count(out, unknown, "person", "people");
    g_string_append(out, " it is not known");
  }
  return g_string_free(out, FALSE);
}

char *advice_absence_by(const struct advice_absence *absence)
{
  if (absence->state == ABSENCE_UNLAWFUL)
    return g_strdup("no lawful rota of that week without them");
  if (absence->state == ABSENCE_UNTRIED)
    return g_strdup("not tried");
  if (absence->state == ABSENCE_UNKNOWN)
    return g_strdup("no rota of that week was found in the time");
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < absence->by->len; i++) {
    const struct advice_loss *loss = g_ptr_array_index(absence->by, i);
    g_string_append_printf(out, "%s%s %" G_GINT64_FORMAT, i ? ", " : "", loss->words,
                           loss->missing);
  }
  return g_string_free(out, FALSE);
}

char *advice_absence_lost(const struct advice_absence *absence)
{
  if (!advice_absence_is_built(absence))
    return g_strdup("-");
  return g_strdup_printf("%s%" G_GINT64_FORMAT, absence->state == ABSENCE_OPEN ? "0-" : "",
                         absence->lost);
}

char *advice_absence_weeks(const struct advice_absence *absence)
{
  return g_strdup_printf("%d of %u", advice_absence_hurt_weeks(absence), absence->weeks->len);
}

const char *advice_absence_sureness(const struct advice_absence *absence)
{
  if (absence->state == ABSENCE_OPEN)
    return "not proven";
  return absence->state == ABSENCE_PROVEN || absence->state == ABSENCE_UNLAWFUL ? "proven" : "";
}

char *advice_role_holders(const struct advice_role *role)
{
  if (role->holders->len == 0)
    return g_strdup("nobody");
  if (role->holders->len == 1)
    return g_strdup_printf("only %s", (const char *)role->holders->pdata[0]);
  return g_strdup_printf("%u people", role->holders->len);
}

char *advice_role_together(const struct advice_role *role)
{
  const struct advice_absence *together = role->together;
  if (!together)
    return g_strdup("");
  g_autofree char *lost = advice_absence_lost(together), *by = advice_absence_by(together);
  g_autofree char *who =
      role->holders->len == 2 ? g_strdup("both") : g_strdup_printf("all %u", role->holders->len);
  if (!advice_absence_is_built(together))
    return g_strdup_printf("%s away %s: %s", who, together->week, by);
  return g_strdup_printf("%s away %s: %s lost%s%s%s", who, together->week, lost, *by ? " (" : "",
                         by, *by ? ")" : "");
}

char *advice_pairs_summary(const struct advice *advice)
{
  GString *out = g_string_new("of ");
  text_count(out, advice->pairs_tried, "pair", "pairs");
  g_string_append_c(out, ' ');
  if (advice->pairs->len == 0)
    g_string_append(out, "none loses");
  else {
    text_number(out, advice->pairs->len);
    g_string_append(out, advice->pairs->len == 1 ? " loses" : " lose");
  }
  g_string_append(out, " more cover together than each alone");
  if (advice->pairs_unknown > 0) {
    g_string_append(out, "; of ");
    text_number(out, advice->pairs_unknown);
    g_string_append(out, " it is not known of every week");
  }
  return g_string_free(out, FALSE);
}

char *advice_pair_names(const struct advice_pair *pair)
{
  return g_strdup_printf("%s and %s", pair->names[0], pair->names[1]);
}

/* --- candidates ------------------------------------------------------------- */

char *advice_candidate_changes(const struct advice *advice,
                               const struct advice_candidate *candidate)
{
  static const enum outcome_measure shown[] = {MEASURE_SLOTS_NEW, MEASURE_SLOTS_FOLLOW_UP,
                                               MEASURE_SLOTS_FCP, MEASURE_BELOW_TARGET};
  GString *out = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(shown); i++) {
    int64_t difference = advice_candidate_difference(candidate, advice->baseline, shown[i]);
    if (difference == OUTCOME_UNKNOWN || difference == 0)
      continue;
    g_string_append_printf(out, "%s%s ", out->len ? ", " : "", outcome_measures[shown[i]].words);
    whatif_difference(out, &outcome_measures[shown[i]], difference);
  }
  return g_string_free(out, FALSE);
}

enum { BEST_MOST = 5 };

/* The numbers in the list of those that are better by the aim than the service as it is, the best
 * first. */
static char *best_for(const struct advice *advice, enum advice_aim aim)
{
  GString *out = g_string_new(NULL);
  int shown = 0;
  for (int rank = 1; rank <= (int)advice->candidates->len; rank++)
    for (guint i = 0; i < advice->candidates->len && shown < BEST_MOST; i++) {
      const struct advice_candidate *candidate = g_ptr_array_index(advice->candidates, i);
      int64_t change = advice_candidate_change(candidate, advice->baseline, aim);
      if (candidate->ranks[aim] != rank || change >= 0)
        continue;
      g_string_append_printf(out, "%s%u (", shown++ ? ", " : "", i + 1);
      text_number(out, change);
      g_string_append_c(out, ')');
    }
  return g_string_free(out, FALSE);
}

/* Where nothing is better by the aim. Fewer people may wait all the same, but no more than chance
 * may bring. */
static const char *none_is_better(const struct advice *advice, enum advice_aim aim)
{
  for (guint i = 0; aim == AIM_WAITING && i < advice->candidates->len; i++) {
    int64_t fewer = advice_candidate_difference(g_ptr_array_index(advice->candidates, i),
                                                advice->baseline, MEASURE_LIST_END);
    if (fewer != OUTCOME_UNKNOWN && fewer < 0)
      return "none by more than chance may bring";
  }
  return "none is better than as it is";
}

GPtrArray *advice_best(const struct advice *advice)
{
  static const char *const words[ADVICE_AIMS] = {[AIM_POINTS] = "fewest points",
                                                 [AIM_COVER] = "fewest needed sessions missing",
                                                 [AIM_WAITING] = "fewest people waiting"};
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  for (int aim = 0; aim < ADVICE_AIMS; aim++) {
    g_autofree char *best = best_for(advice, (enum advice_aim)aim);
    bool known = aim != AIM_WAITING || advice->baseline->weeks;
    if (known)
      g_ptr_array_add(out,
                      g_strdup_printf("%s: %s", words[aim],
                                      *best ? best : none_is_better(advice, (enum advice_aim)aim)));
  }
  return out;
}

char *advice_claim_words(const struct advice *advice, const struct advice_candidate *candidate)
{
  static const char *const words[] = {[CLAIM_NO_CHANGE] = "changes nothing",
                                      [CLAIM_PROVEN] = "proven",
                                      [CLAIM_AT_LEAST] = "proven",
                                      [CLAIM_NO_SAVING] = "saves nothing",
                                      [CLAIM_WITHIN_GAP] = "within the proof's gap"};
  enum candidate_claim claim = advice_candidate_claim(candidate, advice->baseline);
  if (!candidate->outcome)
    return g_strdup("not built");
  if (claim == CLAIM_NOTHING)
    return g_strdup(whatif_status_words(candidate->outcome->status));
  GString *out = g_string_new(words[claim]);
  const char *by = candidate->outcome->bound_by;
  by = by ? by : advice->baseline->bound_by;
  if (by && (claim == CLAIM_PROVEN || claim == CLAIM_AT_LEAST))
    g_string_append_printf(out, " by %s", by);
  if (claim == CLAIM_AT_LEAST) {
    g_string_append(out, ": at least ");
    text_number(out, advice_candidate_proven(candidate, advice->baseline));
  }
  return g_string_free(out, FALSE);
}

GPtrArray *advice_engine_notes(const struct advice *advice)
{
  guint count = 1 + advice->candidates->len;
  GPtrArray *notes = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) names = g_new0(char *, (gsize)count + 1);
  g_autofree const struct outcome **outcomes = g_new0(const struct outcome *, count);
  names[0] = g_strdup("as it is");
  outcomes[0] = advice->baseline;
  for (guint i = 1; i < count; i++) {
    const struct advice_candidate *candidate = g_ptr_array_index(advice->candidates, i - 1);
    names[i] = g_strdup_printf("%u", i);
    outcomes[i] = candidate->outcome;
  }
  engine_notes(notes, outcomes, (const char *const *)names, (int)count);
  return notes;
}
