#include "commands/build_files.h"

#include "commands/console.h"
#include "commands/output.h"
#include "inputs/rota_csv.h"
#include "inputs/rota_writer.h"
#include "model/json.h"

#include <string.h>

static bool refuse(const char *path, const char *why)
{
  console_error("'%s' %s; move it away, or let --force replace it", path, why);
  return false;
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

static bool may_replace_json(const char *path, json_t **document)
{
  if (!output_is_free(path, true))
    return false;
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return true;
  *document = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
  return is_untouched(*document) || refuse(path, "is not as rota wrote it");
}

static bool may_replace_csv(const char *path, const json_t *document)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  if (!output_is_free(path, true))
    return false;
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return true;
  if (!g_file_get_contents(path, &text, &length, NULL))
    return refuse(path, "can't be read");
  g_autofree char *sha256 =
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
  return has_text(document, "csv_sha256", sha256) || refuse(path, "is not as rota wrote it");
}

bool build_files_free(const char *folder, bool force)
{
  g_autofree char *json_path = g_build_filename(folder, "rota.json", NULL);
  g_autofree char *csv_path = g_build_filename(folder, "rota.csv", NULL);
  if (force)
    return output_is_free(json_path, true) && output_is_free(csv_path, true);
  json_t *document = NULL;
  bool out = may_replace_json(json_path, &document) && may_replace_csv(csv_path, document);
  json_decref(document);
  return out;
}

bool build_files_write(const char *folder, const struct assessment *assessment)
{
  g_autofree char *json_path = g_build_filename(folder, "rota.json", NULL);
  g_autofree char *csv_path = g_build_filename(folder, "rota.csv", NULL);
  g_autofree char *json = json_text(rota_json_document(assessment));
  g_autofree char *csv = rota_csv_text(assessment->problem, assessment->rota, NULL);
  return output_make_folder(folder) && output_write(json_path, json) && output_write(csv_path, csv);
}
