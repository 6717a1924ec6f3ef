#include "reports/engine_notes.h"

/* What is said of an outcome; NULL: nothing. */
typedef const char *(*words_of)(const struct outcome *outcome);

static const char *claimant(const struct outcome *outcome)
{
  return outcome ? outcome->bound_by : NULL;
}

static const char *fault(const struct outcome *outcome)
{
  return outcome ? outcome->engine_fault : NULL;
}

/* "as it is, A": the outcomes of which these words are said; NULL: an earlier one has named them.
 */
static char *names_of(const struct outcome *const *outcomes, const char *const *names, int count,
                      int at, words_of words)
{
  GString *out = g_string_new(NULL);
  bool first = true;
  for (int i = 0; i < count; i++) {
    if (g_strcmp0(words(outcomes[i]), words(outcomes[at])) != 0)
      continue;
    first = first && i >= at;
    g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", names[i]);
  }
  return g_string_free(out, !first);
}

static void add(GPtrArray *notes, const struct outcome *const *outcomes, const char *const *names,
                int count, words_of words, const char *before, const char *after)
{
  for (int i = 0; i < count; i++) {
    const char *said = words(outcomes[i]);
    g_autofree char *who = said ? names_of(outcomes, names, count, i, words) : NULL;
    if (who)
      g_ptr_array_add(notes, g_strconcat(who, ": ", before, said, after, NULL));
  }
}

void engine_notes(GPtrArray *notes, const struct outcome *const *outcomes, const char *const *names,
                  int count)
{
  add(notes, outcomes, names, count, claimant, "the bound is the word of ", ", not proven here");
  add(notes, outcomes, names, count, fault, "", "; it was asked no more, and nothing rests on it");
}
