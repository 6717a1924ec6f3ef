#include "reports/held_words.h"

#include "reports/text.h"

#include <string.h>

enum { LINES_MOST = 3 };

/* What it held back in the baseline. */
static int64_t held_before(const struct outcome *baseline, const struct outcome_held *held)
{
  for (guint i = 0; i < baseline->held->len; i++) {
    const struct outcome_held *one = g_ptr_array_index(baseline->held, i);
    if (strcmp(one->words, held->words) == 0)
      return one->sessions;
  }
  return 0;
}

static const char *became_of(enum held_by by, bool one)
{
  static const char *const words[HELD_KINDS][2] = {
      [HELD_ROOMS] = {" went elsewhere", " went elsewhere"},
      [HELD_OPENING] = {" can't be offered", " can't be offered"},
      [HELD_SKILLS] = {" that nobody can do", " that nobody can do"},
      [HELD_HOURS] = {"; whoever could do it is away or needed elsewhere",
                      "; whoever could do them is away or needed elsewhere"},
      [HELD_RULES] = {"; whoever is free is kept off by a rule or its price",
                      "; whoever is free is kept off by a rule or its price"},
  };
  return words[by][one ? 0 : 1];
}

static char *line_of(const struct outcome_held *held, int64_t before, bool beside)
{
  GString *out = g_string_new(held->words);
  bool one = held->sessions == 1;
  g_string_append(out, held->by == HELD_ROOMS ? ": at least " : ": ");
  text_number(out, held->sessions);
  g_string_append(out, one ? " session" : " sessions");
  if (beside) {
    g_string_append(out, " (");
    text_number(out, held->sessions - before);
    g_string_append(out, " more than as it is)");
  }
  g_string_append(out, became_of(held->by, one));
  if (held->by == HELD_ROOMS)
    g_string_append_printf(out,
                           held->at_once == 1 ? "; %" G_GINT64_FORMAT " more room would take %s"
                                              : "; %" G_GINT64_FORMAT " more rooms would take %s",
                           held->at_once, one ? "it" : "them");
  return g_string_free(out, FALSE);
}

GPtrArray *held_lines(const struct outcome *outcome, const struct outcome *baseline)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  if (baseline && baseline->status != OUTCOME_BUILT)
    return lines;
  for (guint i = 0; i < outcome->held->len && lines->len < LINES_MOST; i++) {
    const struct outcome_held *held = g_ptr_array_index(outcome->held, i);
    int64_t before = baseline ? held_before(baseline, held) : 0;
    if (held->sessions > before)
      g_ptr_array_add(lines, line_of(held, before, baseline && before > 0));
  }
  return lines;
}
