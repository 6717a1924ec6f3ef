/* cover: {task: clinic, at: crawley, sessions: sat am, need: 2}: a line of demand,
 * in place of the one with the same task, at, sessions and per, if there is one. */
#include "inputs/sections.h"
#include "scenarios/levers.h"
#include "scenarios/making_demand.h"

void lever_cover(struct making *making, const struct node *body)
{
  if (!reader_is_map(&making->reader, body, "cover"))
    return;
  making_ask(making, body);
  GString *text = g_string_new("cover: ");
  edit_show(body, text);
  making_say(making, "%s", text->str);
  g_string_free(text, TRUE);
}
