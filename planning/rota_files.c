#include "planning/rota_files.h"

#include "inputs/plain_file.h"
#include "inputs/rota_csv.h"
#include "inputs/rota_reader.h"
#include "inputs/rota_writer.h"
#include "model/json.h"
#include "planning/file_set.h"

#include <string.h>

char *rota_files_json(const char *folder)
{
  return g_build_filename(folder, "rota.json", NULL);
}

char *rota_files_csv(const char *folder)
{
  return g_build_filename(folder, "rota.csv", NULL);
}

static bool has_text(const json_t *document, const char *key, const char *wanted)
{
  const char *text = json_string_value(json_object_get(document, key));
  return text && strcmp(text, wanted) == 0;
}

/* Is the document as rota wrote it, to the last figure? */
static bool is_untouched(const json_t *document)
{
  if (!json_is_object(document))
    return false;
  g_autofree char *checksum = rota_json_checksum(document);
  return has_text(document, "checksum", checksum);
}

/* Is the CSV the one that was written with the document? */
static bool is_of(const char *path, const json_t *document)
{
  g_autofree char *sha256 = plain_file_sha256(path);
  return sha256 && has_text(document, "csv_sha256", sha256);
}

char *rota_files_changed(const char *folder)
{
  g_autofree char *json = rota_files_json(folder), *csv = rota_files_csv(folder);
  json_t *document = rota_document_load(json);
  char *out = NULL;
  if (g_file_test(json, G_FILE_TEST_EXISTS) && !is_untouched(document))
    out = g_steal_pointer(&json);
  else if (g_file_test(csv, G_FILE_TEST_EXISTS) && !is_of(csv, document))
    out = g_steal_pointer(&csv);
  json_decref(document);
  return out;
}

/* What has happened, in their folder; `paths` keeps their names until they are written. */
static enum status add_orders(const struct repair_orders *orders, struct file_set *files,
                              GPtrArray *paths, char **message)
{
  enum status status = STATUS_OK;
  for (guint i = 0; orders && i < orders->files->len && status == STATUS_OK; i++) {
    const struct folder_file *file = &g_array_index(orders->files, struct folder_file, i);
    char *path = g_build_filename(orders->directory, file->path, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_ptr_array_add(paths, path);
    file_set_add(files, path, file->text);
    status = file_set_make_folder(folder, message);
  }
  return status;
}

enum status rota_files_write_repair(const char *folder, const struct assessment *assessment,
                                    const struct repair_orders *orders, char **message)
{
  g_autofree char *json_path = rota_files_json(folder), *csv_path = rota_files_csv(folder);
  g_autofree char *json = json_text(rota_json_document(assessment));
  g_autofree char *csv = rota_csv_text(assessment->problem, assessment->rota, NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *directory = g_path_get_dirname(folder);
  struct file_set *files = file_set_new(directory);
  file_set_add(files, json_path, json);
  file_set_add(files, csv_path, csv);
  enum status status = file_set_make_folder(folder, message);
  if (status == STATUS_OK)
    status = add_orders(orders, files, paths, message);
  if (status == STATUS_OK)
    status = file_set_write(files, message);
  file_set_free(files);
  return status;
}

enum status rota_files_write(const char *folder, const struct assessment *assessment,
                             char **message)
{
  return rota_files_write_repair(folder, assessment, NULL, message);
}
