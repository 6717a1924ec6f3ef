/* cover: {task: clinic, at: crawley, sessions: sat am, need: 2}: a line of demand,
 * in place of the one with the same task, at, sessions and per, if there is one. */
#include "inputs/sections.h"
#include "scenarios/levers.h"
#include "scenarios/making_demand.h"
#include "scenarios/making_words.h"

void lever_cover(struct making *making, const struct node *body)
{
  if (!reader_is_map(&making->reader, body, "cover"))
    return;
  making_ask(making, body);
  static const char *const said[] = {"task", "at", "sessions", NULL};
  g_autoptr(GString) text = g_string_new("asked for: ");
  for (int i = 0; said[i]; i++) {
    const struct node *part = node_get(body, said[i]);
    if (part) {
      g_string_append(text, i == 1 ? " at " : i == 2 ? ", " : "");
      making_words(making, part, text);
    }
  }
  making_words_but(making, body, said, ": ", text);
  making_say(making, "%s", text->str);
}
