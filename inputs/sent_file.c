#include "inputs/sent_file.h"

#include "inputs/refer.h"
#include "inputs/value.h"

#include <string.h>

void key_month(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  struct sent_file *file = field;
  const char *text;
  (void)key;
  if (!value_text(reader, value, "a month such as 2027-01", &text))
    return;
  file->other_month = strcmp(text, reader->month->id) != 0;
  if (file->other_month)
    diagnostics_error(reader->diagnostics, value->where, "for %s, but in the folder of %s",
                      reader_describe(reader, value), reader->month->id);
}

/* Is the file named for whom it is about? */
static bool check_name(struct reader *reader, const struct sent_file *file, const char *name)
{
  g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".yaml"));
  if (strcmp(file->clinician->text, stem) == 0)
    return true;
  diagnostics_error(reader->diagnostics, file->clinician->where,
                    "'%s' in a file that is named for '%s'", file->clinician->text, stem);
  return false;
}

bool sent_file_read(struct reader *reader, const char *folder, const char *name,
                    const struct keys *keys, struct sent_file *out)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  const struct node *node = reader_tree(reader, path, NULL);
  *out = (struct sent_file){.preferences = {.clinician = NONE, .submitted = DATE_NONE}};
  if (!node || !reader_map(reader, node, keys, out) || !out->clinician)
    return false;
  out->preferences.where = (struct where){node->where.file, 0, 0};
  out->preferences.clinician = refer(reader, THING_CLINICIAN, out->clinician);
  return out->preferences.clinician != NONE && check_name(reader, out, name) && !out->other_month;
}
