#include "planning/batch.h"

#include "inputs/manifest_reader.h"
#include "inputs/members.h"
#include "inputs/outcome_reader.h"
#include "inputs/outcome_writer.h"
#include "inputs/plain_file.h"
#include "model/json.h"
#include "planning/file_set.h"

#include <string.h>

enum { OUTCOME_BYTES_MOST = 16 << 20 };

enum status batch_open(const char *path, struct diagnostics *diagnostics, struct batch **out)
{
  struct manifest *manifest = NULL;
  enum status status = manifest_read(path, diagnostics, &manifest);
  if (status != STATUS_OK)
    return status;
  struct batch *batch = g_new0(struct batch, 1);
  batch->path = g_strdup(path);
  batch->folder = g_strconcat(path, ".outcomes", NULL);
  batch->manifest = manifest;
  *out = batch;
  return STATUS_OK;
}

void batch_free(struct batch *batch)
{
  if (!batch)
    return;
  g_free(batch->path);
  g_free(batch->folder);
  manifest_free(batch->manifest);
  g_free(batch);
}

void batch_item_clear(struct batch_item *item)
{
  outcome_free(item->outcome);
  g_free(item->rota);
  g_free(item->why);
  *item = (struct batch_item){0};
}

char *batch_name(const struct batch *batch, int build)
{
  const struct manifest_build *at = manifest_at(batch->manifest, build);
  g_autofree char *file = at->scenario ? g_path_get_basename(at->scenario) : NULL;
  g_autofree char *service = g_path_get_basename(at->service);
  return g_strdup_printf("task %d, %s %s %s", build + 1, service, at->month,
                         file ? file : "as it is");
}

/* --- what is kept ----------------------------------------------------------- */

static char *outcome_path(const struct batch *batch, int build)
{
  g_autofree char *name = g_strdup_printf("%d.json", build + 1);
  return g_build_filename(batch->folder, name, NULL);
}

/* The rota's file is called by its content: whoever has read an outcome finds the
 * very rota that it speaks of, even while the build is run again. */
static char *rota_name(int build, const char *csv)
{
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, csv, -1);
  return g_strdup_printf("%d-%.12s.csv", build + 1, sum);
}

static char *document_text(const struct batch *batch, int build, const struct outcome *outcome,
                           const char *rota)
{
  json_t *document = json_object();
  json_object_set_new(document, "build", json_string(manifest_at(batch->manifest, build)->key));
  json_object_set_new(document, "rota", rota ? json_string(rota) : json_null());
  json_object_set_new(document, "outcome", outcome_json(outcome));
  return json_text(document);
}

enum status batch_keep(const struct batch *batch, int build, const struct outcome *outcome,
                       const char *rota_csv, char **message)
{
  g_autofree char *rota = rota_csv ? rota_name(build, rota_csv) : NULL;
  g_autofree char *rota_path = rota ? g_build_filename(batch->folder, rota, NULL) : NULL;
  g_autofree char *path = outcome_path(batch, build);
  g_autofree char *text = document_text(batch, build, outcome, rota);
  struct file_set *files = file_set_new(NULL);
  if (rota)
    file_set_add(files, rota_path, rota_csv);
  file_set_add(files, path, text);
  enum status status = file_set_make_folder(batch->folder, message);
  if (status == STATUS_OK)
    status = file_set_write(files, message);
  file_set_free(files);
  return status;
}

/* --- what is found ---------------------------------------------------------- */

/* The outcome in a document that was kept; NULL: it is none. */
static struct outcome *decode(const json_t *document, const char *path)
{
  struct outcome *out = NULL;
  struct diagnostics *diagnostics = diagnostics_new();
  outcome_decode(json_object_get(document, "outcome"), path, diagnostics, &out);
  diagnostics_free(diagnostics);
  return out;
}

static void missing(struct batch_item *out, const char *why)
{
  batch_item_clear(out);
  *out = (struct batch_item){.state = BATCH_MISSING, .why = g_strdup(why)};
}

static void failed(struct batch_item *out, const char *why)
{
  out->state = BATCH_FAILED;
  out->why = g_strdup(why);
}

/* Whoever sends outcomes in decides neither what is read elsewhere nor by a link. */
static bool is_link(const char *path)
{
  return g_file_test(path, G_FILE_TEST_IS_SYMLINK);
}

/* Is it a name as rota_name makes them, and no link? */
static bool is_of_folder(const struct batch *batch, int build, const char *rota)
{
  g_autofree char *front = g_strdup_printf("%d-", build + 1);
  g_autofree char *path = g_build_filename(batch->folder, rota, NULL);
  return g_str_has_prefix(rota, front) && g_str_has_suffix(rota, ".csv") && !strchr(rota, '/') &&
         members_is_plain(rota) && !is_link(path);
}

static void take(const struct batch *batch, int build, const json_t *document, const char *path,
                 struct batch_item *out)
{
  const char *key = json_string_value(json_object_get(document, "build"));
  const char *rota = json_string_value(json_object_get(document, "rota"));
  if (g_strcmp0(key, manifest_at(batch->manifest, build)->key) != 0) {
    missing(out, "what is there is of another manifest");
    return;
  }
  if (rota && !is_of_folder(batch, build, rota)) {
    missing(out, "its rota is not a file in the outcomes' folder");
    return;
  }
  out->state = BATCH_DONE;
  out->outcome = decode(document, path);
  out->rota = rota ? g_build_filename(batch->folder, rota, NULL) : NULL;
  if (!out->outcome)
    missing(out, "its outcome can't be read");
  else if (out->outcome->status == OUTCOME_FAILED)
    failed(out, out->outcome->reason ? out->outcome->reason : "it failed");
}

/* NULL, and why: no document. */
static json_t *read_document(const char *path, const char **why)
{
  const char *reason;
  g_autoptr(GBytes) bytes = plain_file_read(path, OUTCOME_BYTES_MOST, &reason);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  *why = bytes || *reason ? "its outcome can't be read" : "not built";
  if (!text || length > OUTCOME_BYTES_MOST || is_link(path))
    return NULL;
  return json_loadb(text, length, JSON_REJECT_DUPLICATES, NULL);
}

static void look_at_file(const struct batch *batch, int build, struct batch_item *out)
{
  g_autofree char *path = outcome_path(batch, build);
  const char *why;
  json_t *document = read_document(path, &why);
  *out = (struct batch_item){0};
  if (document)
    take(batch, build, document, path, out);
  else
    missing(out, why);
  json_decref(document);
}

/* One programme has one answer: a scenario that changes nothing in it has the
 * rota of the service as it is, unless it was built before that. */
static bool has_rota_of_its_own(const struct outcome *outcome, const struct outcome *baseline)
{
  return baseline->status == OUTCOME_BUILT && outcome->status == OUTCOME_BUILT &&
         g_strcmp0(outcome->fingerprint, baseline->fingerprint) == 0 &&
         (outcome->values[MEASURE_COST] != baseline->values[MEASURE_COST] ||
          outcome->values[MEASURE_BOUND] != baseline->values[MEASURE_BOUND]);
}

void batch_look(const struct batch *batch, int build, struct batch_item *out)
{
  look_at_file(batch, build, out);
  int baseline = manifest_baseline(batch->manifest, build);
  if (out->state != BATCH_DONE || baseline < 0 || baseline == build)
    return;
  struct batch_item as_it_is;
  look_at_file(batch, baseline, &as_it_is);
  if (as_it_is.state == BATCH_DONE && has_rota_of_its_own(out->outcome, as_it_is.outcome))
    failed(out, "built before the service as it is, whose rota it should have");
  batch_item_clear(&as_it_is);
}
