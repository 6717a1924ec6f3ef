#include "reports/advice_words.h"

#include "reports/text.h"
#include "reports/whatif_words.h"

const char *const advice_limits_caveat =
    "What one session, room or unit more in every such place of the month would save, in points. A "
    "figure by itself was found by building the month again; <= is a price of the proven bound, "
    "which holds at the margin and is the most that the bound can fall. Lines don't add up: one "
    "cause can show in several.";
const char *const advice_absences_caveat =
    "Each person away for the week in which most cover hangs on them. The others may step in that "
    "week, by the service's own rules and prices; their other weeks stay as they are.";
const char *const advice_candidates_caveat =
    "Each is built and compared with the rota as it is. Where the two proofs' gaps overlap, no "
    "saving is claimed.";

void advice_points(GString *out, int64_t hundredths)
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
  advice_points(out, solved ? limit->saves : limit->price);
  return g_string_free(out, FALSE);
}

static int count_states(const struct advice *advice, enum absence_state state)
{
  int out = 0;
  for (guint i = 0; i < advice->absences->len; i++) {
    const struct advice_absence *absence = g_ptr_array_index(advice->absences, i);
    out += absence->state == state;
  }
  return out;
}

char *advice_absences_summary(const struct advice *advice)
{
  int hurt = 0,
      unknown = count_states(advice, ABSENCE_UNKNOWN) + count_states(advice, ABSENCE_UNTRIED);
  for (guint i = 0; i < advice->absences->len; i++)
    hurt += advice_absence_hurts(g_ptr_array_index(advice->absences, i));
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

const char *advice_absence_sureness(const struct advice_absence *absence)
{
  if (absence->state == ABSENCE_OPEN)
    return "at most: not proven";
  return absence->state == ABSENCE_PROVEN || absence->state == ABSENCE_UNLAWFUL ? "proven" : "";
}

bool advice_role_matters(const struct advice_role *role)
{
  return role->holders->len <= 1 || role->lost > 0;
}

char *advice_role_holders(const struct advice_role *role)
{
  if (role->holders->len == 0)
    return g_strdup("nobody");
  if (role->holders->len == 1)
    return g_strdup_printf("only %s", (const char *)role->holders->pdata[0]);
  return g_strdup_printf("%u people", role->holders->len);
}

char *advice_candidate_claim(const struct advice *advice, const struct advice_candidate *candidate)
{
  const struct outcome *outcome = candidate->outcome, *baseline = advice->baseline;
  if (!outcome)
    return g_strdup("not built");
  if (outcome->status != OUTCOME_BUILT)
    return g_strdup(whatif_status_words(outcome->status));
  int64_t proven = advice_candidate_proven(candidate, baseline);
  int64_t saved = baseline->values[MEASURE_COST] - outcome->values[MEASURE_COST];
  GString *out = g_string_new(NULL);
  if (outcome->fingerprint && g_strcmp0(outcome->fingerprint, baseline->fingerprint) == 0) {
    g_string_append(out, "changes nothing");
  } else if (proven != OUTCOME_UNKNOWN && proven > 0) {
    bool exact = proven == saved && outcome->values[MEASURE_BOUND] == outcome->values[MEASURE_COST];
    g_string_append(out, exact ? "proven" : "proven: at least ");
    if (!exact)
      text_number(out, proven);
  } else if (!outcome_is_open(outcome, baseline)) {
    g_string_append(out, "saves nothing");
  } else {
    g_string_append(out, "within the proof's gap");
  }
  return g_string_free(out, FALSE);
}
