#include "reports/by_use_words.h"

#include "reports/text.h"

static void append_head(GString *out, const struct month *month, const struct service *service,
                        const struct demand *line)
{
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  g_string_append_printf(out, "%s: %s by use", month->id,
                         line->name ? line->name : service->tasks[line->task].name);
  if (month->use_until != DATE_NONE)
    g_string_append_printf(out, " of %s to %s", month_id_format(month->use_from, 0, from),
                           month_id_format(month->use_until, 0, until));
  g_string_append_printf(out, " (%s:%d), sessions a week: ", line->where.file, line->where.line);
}

/* "Goldstone PCN 10 (12.1 by use)" */
static void append_pcn(GString *out, const struct service *service, const struct demand *line,
                       double sessions)
{
  for (int s = 0; s < service->n_sites; s++)
    if (line->sites[s])
      g_string_append_printf(out, "%s %d ", service->sites[s].name, line->need);
  if (sessions < 0)
    g_string_append(out, "(not known)");
  else
    g_string_append_printf(out, "(%.1f by use)", sessions);
}

/* Is the next one of the same line as written? */
static bool goes_on(const struct month *month, int index)
{
  if (index + 1 >= month->n_by_use)
    return false;
  struct where one = month->demands[month->by_use[index].demand].where;
  struct where next = month->demands[month->by_use[index + 1].demand].where;
  return g_strcmp0(one.file, next.file) == 0 && one.line == next.line && one.column == next.column;
}

char *by_use_words(const struct month *month, const struct service *service)
{
  GString *out = g_string_new(NULL);
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < month->n_by_use; i++) {
    const struct demand *line = &month->demands[month->by_use[i].demand];
    if (text->len == 0)
      append_head(text, month, service, line);
    append_pcn(text, service, line, month->by_use[i].sessions);
    if (goes_on(month, i)) {
      g_string_append(text, ", ");
      continue;
    }
    text_wrap(out, text->str, 2);
    g_string_truncate(text, 0);
  }
  return g_string_free(out, FALSE);
}
