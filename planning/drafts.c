#include "planning/drafts.h"

#include "inputs/draft_file.h"
#include "inputs/rota_csv.h"
#include "inputs/rota_reader.h"
#include "inputs/source.h"
#include "inputs/tree.h"
#include "model/json.h"
#include "planning/file_set.h"
#include "planning/versions.h"

char *drafts_path(const char *directory, const char *month_id, int number)
{
  g_autofree char *name = draft_path(month_id, number, ".json");
  return g_build_filename(directory, name, NULL);
}

GArray *drafts_read(const char *directory, const char *month_id)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct draft));
  struct source *source = source_folder(directory);
  struct arena *nodes = arena_new();
  struct diagnostics *unsaid = diagnostics_new();
  g_autofree char *folder = g_build_filename("history", month_id, NULL);
  g_autoptr(GArray) numbers = source_numbers(source, folder, DRAFT_PREFIX);
  for (guint i = 0; i < numbers->len; i++) {
    int number = g_array_index(numbers, int, i);
    g_autofree char *path = draft_path(month_id, number, ".yaml");
    const struct source_file *file = source_read(source, path, unsaid);
    const struct node *tree = file ? tree_read(file, path, nodes, unsaid) : NULL;
    const struct draft nothing = {.number = number, .shown = DATE_NONE, .comments = DATE_NONE};
    const struct draft draft = tree ? draft_parse(tree, number) : nothing;
    g_array_append_val(out, draft);
  }
  diagnostics_free(unsaid);
  arena_free(nodes);
  source_free(source);
  return out;
}

const struct draft *drafts_open(const GArray *drafts, int next_version)
{
  const struct draft *last =
      drafts->len ? &g_array_index(drafts, struct draft, drafts->len - 1) : NULL;
  return last && last->version == next_version ? last : NULL;
}

char *draft_words(const char *directory, const char *month_id, const GArray *rows)
{
  g_autoptr(GArray) drafts = drafts_read(directory, month_id);
  if (drafts->len == 0)
    return NULL;
  g_autoptr(GArray) versions = versions_read(directory, month_id);
  g_autofree char *sha256 = draft_sha256(rows);
  const struct draft *open = drafts_open(drafts, versions_next(versions)), *found = NULL;
  for (guint i = 0; i < drafts->len; i++) {
    const struct draft *draft = &g_array_index(drafts, struct draft, i);
    if (g_strcmp0(draft->rota_sha256, sha256) == 0)
      found = draft;
  }
  char date[DATE_TEXT_SIZE];
  if (!found)
    return NULL;
  if (found == open && open->comments != DATE_NONE)
    return g_strdup_printf("draft %d of %s, comments until %s", found->number, month_id,
                           date_format(open->comments, date));
  return g_strdup_printf("draft %d of %s, %s", found->number, month_id,
                         found == open ? "open for comments" : "which is over");
}

int draft_comments_day(const struct folder *folder)
{
  return month_deadline(folder->month, folder->service->criteria.comments_day);
}

/* --- one more --------------------------------------------------------------------- */

/* The rota as JSON: its own file, if it is one of rota's, and otherwise as it is found to be. */
static char *json_of(const struct existing_rota *rota, const char *path, const char *program)
{
  return rota->document ? versions_text(path) : json_text(existing_rota_document(rota, program));
}

static struct draft draft_of(const struct existing_rota *rota, const char *directory, int comments)
{
  g_autoptr(GArray) drafts = drafts_read(directory, rota->month_id);
  g_autoptr(GArray) versions = versions_read(directory, rota->month_id);
  g_autofree char *sha256 = draft_sha256(rota->file->rows);
  struct draft out = {.number = 1,
                      .shown = date_today(),
                      .comments = comments,
                      .version = versions_next(versions),
                      .assignments = rota->rota->count};
  if (drafts->len)
    out.number = g_array_index(drafts, struct draft, drafts->len - 1).number + 1;
  g_strlcpy(out.rota_sha256, sha256, sizeof out.rota_sha256);
  return out;
}

enum status draft_show(const struct existing_rota *rota, const char *directory, const char *path,
                       const char *program, int comments, struct draft *out, char **message)
{
  static const char *const suffixes[] = {".json", ".csv", ".yaml"};
  const struct draft draft = draft_of(rota, directory, comments);
  g_autofree char *json = json_of(rota, path, program);
  g_autofree char *csv = rota_csv_text(rota->folder.problem, rota->rota, NULL);
  g_autofree char *text = draft_text(&draft, rota->month_id, program);
  const char *const texts[] = {json, csv, text};
  char *paths[G_N_ELEMENTS(suffixes)];
  struct file_set *files = file_set_new(directory);
  for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
    g_autofree char *name = draft_path(rota->month_id, draft.number, suffixes[i]);
    paths[i] = g_build_filename(directory, name, NULL);
    if (texts[i])
      file_set_add(files, paths[i], texts[i]);
  }
  g_autofree char *folder = g_path_get_dirname(paths[0]);
  enum status status = file_set_make_folder(folder, message);
  if (status == STATUS_OK)
    status = file_set_write(files, message);
  file_set_free(files);
  for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
    g_free(paths[i]);
  if (status == STATUS_OK)
    *out = draft;
  return status;
}
