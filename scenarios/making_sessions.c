#include "scenarios/making_sessions.h"

#include "inputs/overlay.h"

#include <string.h>

static bool is_known(const struct service *service, const char *id)
{
  for (int b = 0; b < service->n_blocks; b++)
    if (strcmp(service->blocks[b].id, id) == 0)
      return true;
  return false;
}

/* Of the values of one `set`, the sessions that are new; true: there were any. */
static bool put_sessions(struct making *making, const struct node *values)
{
  static const char section[] = "sessions.";
  bool any = false;
  for (int i = 0; values->kind == NODE_MAP && i < values->count; i++) {
    const char *path = values->keys[i]->text, *id = path + strlen(section);
    if (!g_str_has_prefix(path, section) || values->items[i]->kind != NODE_MAP || *id == '\0' ||
        id[strcspn(id, ".[")] != '\0' || is_known(making->service, id))
      continue;
    const struct node *sessions = making_section(making, MAKING_SERVICE, "sessions", NODE_MAP);
    struct where where = values->keys[i]->where;
    making_put_section(
        making, MAKING_SERVICE, where, "sessions",
        edit_put(making->nodes, sessions, edit_scalar(making->nodes, where, id), values->items[i]));
    any = true;
  }
  return any;
}

static bool put_all(struct making *making, const struct node *file)
{
  const struct node *changes = file->kind == NODE_MAP ? node_get(file, "changes") : NULL;
  bool any = false;
  for (int i = 0; changes && changes->kind == NODE_LIST && i < changes->count; i++) {
    const struct node *change = changes->items[i];
    const struct node *set = change->kind == NODE_MAP ? node_get(change, "set") : NULL;
    any = (set && put_sessions(making, set)) || any;
  }
  return any;
}

void making_sessions_read(struct making *making, const struct node *file, struct service **service,
                          struct month **month)
{
  const char *const ids[] = {making->month->id, NULL};
  *service = NULL;
  *month = NULL;
  if (put_all(making, file)) {
    struct diagnostics *unsaid = diagnostics_new();
    inputs_read_overlaid(making->reader.source, making->trees, ids, unsaid, service, month);
    if (diagnostics_errors(unsaid) > 0) {
      month_free(*month);
      service_free(*service);
      *month = NULL;
      *service = NULL;
    }
    diagnostics_free(unsaid);
  }
  g_hash_table_remove_all(making->trees);
}
