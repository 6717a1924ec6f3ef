#include "inputs/history_versions.h"

#include "inputs/history_people.h"

#include <stdlib.h>
#include <string.h>

const struct node *history_version_accounts(struct reader *reader, const char *path,
                                            const char *sha256)
{
  g_autofree char *folder = g_strndup(path, strlen(path) - strlen(".yaml"));
  g_auto(GStrv) names = source_list(reader->source, folder, ".yaml");
  for (char **name = names; *name; name++) {
    g_autofree char *version = g_build_filename(folder, *name, NULL);
    const struct source_file *file = source_read(reader->source, version, reader->diagnostics);
    if (!file)
      continue;
    const struct node *tree =
        strcmp(file->sha256, sha256) == 0 ? reader_tree(reader, version, NULL) : NULL;
    if (tree && tree->kind == NODE_MAP && node_get(tree, "accounts"))
      return node_get(tree, "accounts");
    source_set_aside(reader->source, version);
  }
  return NULL;
}

static int minutes_of(const struct node *account, const char *key)
{
  const struct node *value = account->kind == NODE_MAP ? node_get(account, key) : NULL;
  return value && value->text ? atoi(value->text) : 0;
}

int history_version_minutes(const struct reader *reader, const struct node *accounts, int clinician)
{
  for (int i = 0; accounts->kind == NODE_MAP && i < accounts->count; i++)
    if (history_person(reader->service, accounts->keys[i]->text) == clinician)
      return minutes_of(accounts->items[i], "planned") - minutes_of(accounts->items[i], "contract");
  return 0;
}
