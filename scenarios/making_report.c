#include "scenarios/making_report.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Is the same said, in the same place, of the service as it stands? */
static bool is_old(const struct diagnostic *said, struct diagnostics *before)
{
  int count;
  const struct diagnostic *items = diagnostics_sorted(before, &count);
  for (int i = 0; i < count; i++)
    if (g_strcmp0(items[i].where.file, said->where.file) == 0 &&
        items[i].where.line == said->where.line && strcmp(items[i].text, said->text) == 0)
      return true;
  return false;
}

/* Has it been said of this place already? Two new people from one line of `add` have
 * the same mistake. */
static bool is_repeated(const struct diagnostic *items, int index)
{
  const struct diagnostic *item = &items[index];
  for (int i = index - 1; i >= 0 && items[i].where.line == item->where.line &&
                          items[i].where.column == item->where.column;
       i--)
    if (g_strcmp0(items[i].where.file, item->where.file) == 0 &&
        strcmp(items[i].text, item->text) == 0)
      return true;
  return false;
}

void making_pass_on(struct diagnostics *from, struct diagnostics *before, const char *path,
                    struct diagnostics *to)
{
  g_autofree char *after = path ? g_strdup_printf(", after the changes of '%s'", path) : NULL;
  int count, errors = diagnostics_errors(from);
  const struct diagnostic *items = diagnostics_sorted(from, &count);
  for (int i = 0; i < count; i++) {
    bool own = path && g_strcmp0(items[i].where.file, path) == 0;
    bool lost = !own && errors > 0 && items[i].severity == SEVERITY_WARNING;
    if (lost || is_repeated(items, i))
      continue;
    if (own || !path)
      diagnostics_repeat(to, &items[i], "");
    else if (!is_old(&items[i], before))
      diagnostics_repeat(to, &items[i], after);
  }
}
