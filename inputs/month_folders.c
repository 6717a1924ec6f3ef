#include "inputs/month_folders.h"

#include "inputs/value.h"

#include <string.h>

struct said {
  int from, weeks;
};

static const struct key period_table[] = {
    {.name = "from", .read = key_date, .offset = offsetof(struct said, from), .required = true},
    {.name = "weeks",
     .read = key_number,
     .offset = offsetof(struct said, weeks),
     .least = 1,
     .most = MONTH_WEEKS_MAX,
     .required = true},
};
const struct keys period_keys = KEYS_OF("a period", period_table);

bool month_weeks_take(struct reader *reader, const struct node *node, const char *id, int *weeks)
{
  struct said said = {.from = DATE_NONE};
  char begins[DATE_TEXT_SIZE];
  if (!reader_map(reader, node, &period_keys, &said) || said.from == DATE_NONE || said.weeks == 0)
    return false;
  if (strcmp(date_format(said.from, begins), id) != 0) {
    diagnostics_error(reader->diagnostics, node_get(node, "from")->where,
                      "begins on %s, in what is called '%s'; a period is called by its first day",
                      begins, id);
    return false;
  }
  *weeks = said.weeks;
  return true;
}

void month_weeks_of_calendar(struct reader *reader, const struct node *period, const char *id)
{
  diagnostics_error(reader->diagnostics, period->where,
                    "'%s' is a calendar month; a period of weeks is called by its first day, as in "
                    "'2027-01-04'",
                    id);
}

bool month_weeks_read(struct reader *reader, const char *id, int *weeks)
{
  *weeks = 0;
  if (!month_id_is_weeks(id))
    return true;
  int mistakes = diagnostics_mistakes(reader->diagnostics);
  g_autofree char *path = g_build_filename(id, "month.yaml", NULL);
  const struct node *file = reader_tree(reader, path, NULL);
  const struct node *period = file && file->kind == NODE_MAP ? node_get(file, "period") : NULL;
  if (period)
    return month_weeks_take(reader, period, id, weeks);
  if (diagnostics_mistakes(reader->diagnostics) == mistakes)
    diagnostics_error(reader->diagnostics, (struct where){path, 0, 0},
                      "a period of how many weeks? say 'period: {from: %s, weeks: 4}'", id);
  return false;
}

char **month_folders_list(const struct source *source)
{
  g_auto(GStrv) names = source_list(source, "", "");
  GPtrArray *months = g_ptr_array_new();
  int first;
  for (char **name = names; *name; name++)
    if (month_id_parse(*name, &first))
      g_ptr_array_add(months, g_strdup(*name));
  g_ptr_array_add(months, NULL);
  return (char **)g_ptr_array_free(months, FALSE);
}

/* What is wrong with the file is told when the month is read. */
static void add_folder(struct reader *reader, const char *id, bool is_there, bool is_asked,
                       GArray *out)
{
  struct month_folder folder = {g_intern_string(id), .is_there = is_there, .is_asked = is_asked};
  g_autofree char *path = g_build_filename(id, "month.yaml", NULL);
  int weeks;
  if (!month_id_parse(id, &folder.from))
    return;
  folder.until =
      month_id_last(folder.from, month_weeks_read(reader, id, &weeks) ? weeks : MONTH_WEEKS_MAX);
  source_set_aside(reader->source, path);
  g_array_append_val(out, folder);
}

GArray *month_folders_read(struct source *source, GHashTable *trees, const char *const *asked)
{
  struct reader reader = {.source = source, .diagnostics = diagnostics_new(), .trees = trees};
  reader.arena = reader.nodes = arena_new();
  g_auto(GStrv) there = month_folders_list(source);
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct month_folder));
  for (char **id = there; *id; id++)
    add_folder(&reader, *id, true, g_strv_contains(asked, *id), out);
  for (; *asked; asked++)
    if (!g_strv_contains((const char *const *)there, *asked))
      add_folder(&reader, *asked, false, true, out);
  diagnostics_free(reader.diagnostics);
  arena_free(reader.nodes);
  return out;
}
