#include "inputs/published.h"

#include "inputs/tree.h"
#include "model/month_id.h"

#include <stdlib.h>
#include <string.h>

static void read_inputs(struct published *out, const struct node *node)
{
  if (!node || node->kind != NODE_MAP)
    return;
  out->inputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (int i = 0; i < node->count; i++)
    g_hash_table_replace(out->inputs, g_strdup(node->keys[i]->text),
                         g_strdup(node->items[i]->text ? node->items[i]->text : ""));
}

static int read_day(const struct node *node)
{
  int out = DATE_NONE;
  if (node && node->text)
    date_parse(node->text, &out);
  return out;
}

/* A file that does not rightly say of how many weeks it is, is an error where it is read. */
static int last_day(const char *month_id, const struct node *period)
{
  const struct node *weeks = period ? node_get(period, "weeks") : NULL;
  int first = DATE_NONE, count = weeks && weeks->text ? atoi(weeks->text) : 0;
  month_id_parse(month_id, &first);
  return month_id_last(first, month_id_is_weeks(month_id) ? CLAMP(count, 1, MONTH_WEEKS_MAX) : 0);
}

/* "2026-12-01 am 08:30-12:15 fcp goldstone", perhaps with "extra" behind it */
static void read_assignment(struct published *out, const char *clinician, const struct node *node)
{
  g_auto(GStrv) words = g_strsplit(node->text ? node->text : "", " ", 6);
  if (g_strv_length(words) >= 5)
    g_hash_table_replace(out->assignments,
                         g_strdup_printf("%s %s %s", words[0], words[1], clinician),
                         g_strdup_printf("%s at %s", words[3], words[4]));
}

static void read_assignments(struct published *out, const struct node *node)
{
  for (int c = 0; node && node->kind == NODE_MAP && c < node->count; c++)
    for (int i = 0; i < node->items[c]->count; i++)
      read_assignment(out, node->keys[c]->text, node->items[c]->items[i]);
}

static void read_planned(struct published *out, const struct node *accounts)
{
  for (int c = 0; accounts && accounts->kind == NODE_MAP && c < accounts->count; c++) {
    const struct node *planned = node_get(accounts->items[c], "planned");
    if (planned && planned->text)
      g_hash_table_replace(out->planned, g_strdup(accounts->keys[c]->text),
                           GINT_TO_POINTER(MAX(0, atoi(planned->text))));
  }
}

struct published *published_empty(void)
{
  struct published *out = g_new0(struct published, 1);
  out->assignments = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  out->planned = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  out->on = out->until = DATE_NONE;
  return out;
}

struct published *published_read_file(const char *directory, const char *month_id, const char *path,
                                      struct diagnostics *diagnostics)
{
  struct source *source = source_folder(directory);
  struct arena *nodes = arena_new();
  struct published *out = NULL;
  const struct source_file *file = source_read(source, path, diagnostics);
  const struct node *tree = file ? tree_read(file, path, nodes, diagnostics) : NULL;
  if (tree) {
    out = published_empty();
    out->month_id = g_strdup(month_id);
    out->path = g_strdup(path);
    out->whole = node_get(tree, "checksum") != NULL;
    out->until = last_day(month_id, node_get(tree, "period"));
    const struct node *version = node_get(tree, "version"), *reason = node_get(tree, "reason");
    out->version = version && version->text ? MAX(1, atoi(version->text)) : 1;
    const struct node *same_as = node_get(tree, "same_as");
    out->same_as = same_as && same_as->text ? MAX(0, atoi(same_as->text)) : 0;
    const struct node *replaces = node_get(tree, "replaces_sha256");
    out->replaces_sha256 = g_strdup(replaces ? replaces->text : NULL);
    out->reason = g_strdup(reason ? reason->text : NULL);
    const struct node *sha256 = node_get(tree, "rota_sha256");
    out->rota_sha256 = g_strdup(sha256 ? sha256->text : NULL);
    out->on = read_day(node_get(tree, "published"));
    read_inputs(out, node_get(tree, "inputs"));
    read_planned(out, node_get(tree, "accounts"));
    read_assignments(out, node_get(tree, "assignments"));
  }
  arena_free(nodes);
  source_free(source);
  return out;
}

struct published *published_read(const char *directory, const char *month_id,
                                 struct diagnostics *diagnostics)
{
  g_autofree char *path = g_strdup_printf("history/%s.yaml", month_id);
  return published_read_file(directory, month_id, path, diagnostics);
}

void published_free(struct published *published)
{
  if (!published)
    return;
  if (published->inputs)
    g_hash_table_unref(published->inputs);
  g_hash_table_unref(published->assignments);
  g_hash_table_unref(published->planned);
  g_free(published->reason);
  g_free(published->replaces_sha256);
  g_free(published->rota_sha256);
  g_free(published->month_id);
  g_free(published->path);
  g_free(published);
}
