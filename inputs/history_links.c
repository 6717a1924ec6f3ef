#include "inputs/history_links.h"

#include "inputs/history_versions.h"
#include "inputs/value.h"

#include <string.h>

#define LATE(key, reader, field)                                                                   \
  {                                                                                                \
    .name = (key), .read = (reader), .offset = offsetof(struct history_link, field),               \
    .required = true                                                                               \
  }
static const struct key late_table[] = {
    LATE("on", key_date, late_on),
    LATE("after", key_text, late_after),
    LATE("after_sha256", key_text, after_sha256),
};
const struct keys history_late_keys = KEYS_OF("a late month", late_table);

void history_link_read_late(struct reader *reader, const struct node *node,
                            struct history_link *link)
{
  if (!reader_map(reader, node, &history_late_keys, link) || !link->after_sha256)
    link->late_after = NULL;
}

/* Files that do not say what was read are of a time when nothing was published late. */
bool history_link_has_read(const struct history_link *link, const struct history_link *other)
{
  return link->inputs ? node_get(link->inputs, other->file->path) != NULL : !other->late_after;
}

/* The accounts of a file of then, which is a version that another has replaced; NULL: it is not, or
 * is not kept, or the file was changed by hand. */
static const struct node *accounts_of_then(struct reader *reader, const struct source_file *now,
                                           const char *sha256)
{
  if (strcmp(now->sha256, sha256) == 0 || !history_version_accounts(reader, now->path, now->sha256))
    return NULL;
  return history_version_accounts(reader, now->path, sha256);
}

const struct node *history_link_accounts_of_then(struct reader *reader,
                                                 const struct history_link *link,
                                                 const struct history_link *other)
{
  const struct node *read = link->inputs ? node_get(link->inputs, other->file->path) : NULL;
  return read && read->text ? accounts_of_then(reader, other->file, read->text) : NULL;
}

/* Is the month before still the one that stood there when this one was published? */
static void compare_previous(struct reader *reader, const struct history_link *links, guint at)
{
  const struct history_link *link = &links[at], *before = NULL;
  struct where where = {link->file->path, 0, 0};
  for (guint i = at; i-- > 0 && !before;)
    if (!links[i].late_after || history_link_has_read(link, &links[i]))
      before = &links[i];
  if (link->previous && !before)
    diagnostics_warning(reader->diagnostics, where,
                        "the month it was published upon is no longer in the history");
  else if (link->previous && strcmp(link->previous, before->file->sha256) != 0 &&
           !accounts_of_then(reader, before->file, link->previous))
    diagnostics_warning(reader->diagnostics, where,
                        "published upon another '%s' than the one that is there now, and it can't "
                        "be told what is other: what it carries over is as it was then",
                        before->file->path);
}

/* Is the last month of then still what it was when this one was published late? */
static void compare_after(struct reader *reader, const GArray *links,
                          const struct history_link *link)
{
  g_autofree char *path = g_strdup_printf("history/%s.yaml", link->late_after);
  for (guint i = 0; i < links->len; i++) {
    const struct history_link *other = &g_array_index(links, struct history_link, i);
    if (strcmp(other->file->path, path) == 0 &&
        strcmp(other->file->sha256, link->after_sha256) != 0 &&
        !accounts_of_then(reader, other->file, link->after_sha256))
      diagnostics_warning(reader->diagnostics, (struct where){link->file->path, 0, 0},
                          "published after another '%s' than the one that is there now", path);
  }
}

void history_links_compare(struct reader *reader, const GArray *links)
{
  const struct history_link *all = (const struct history_link *)(const void *)links->data;
  for (guint i = 0; i < links->len; i++) {
    compare_previous(reader, all, i);
    if (all[i].late_after)
      compare_after(reader, links, &all[i]);
  }
}
