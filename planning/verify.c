#include "planning/verify.h"

#include "inputs/rota_writer.h"
#include "planning/differences.h"

#include <string.h>

static void differ(struct verification *out, const char *text)
{
  g_ptr_array_add(out->differences, g_strdup(text));
}

static void check_figures(const struct existing_rota *rota, const char *version,
                          struct verification *out)
{
  json_t *truth = existing_rota_document(rota, version);
  json_t *stated = json_copy((json_t *)(gpointer)rota->document);
  const json_t *bound = json_object_get(stated, "bound");
  g_autofree char *checksum = rota_json_checksum(stated);
  const char *stated_checksum = json_string_value(json_object_get(stated, "checksum"));
  const char *fault = !stated_checksum ? "checksum is left out"
                      : strcmp(stated_checksum, checksum) != 0
                          ? "checksum: the file was changed after rota wrote it"
                          : NULL;
  if (json_is_integer(bound) && json_integer_value(bound) > rota->audit->cost)
    differ(out, "bound: is above the objective, so it can't be a bound");
  json_object_del(stated, "checksum");
  json_object_del(truth, "checksum");
  differences_add(truth, stated, out->differences);
  if (fault)
    differ(out, fault);
  json_decref(stated);
  json_decref(truth);
}

void verify_rota(const struct existing_rota *rota, const char *version, struct verification *out)
{
  *out = (struct verification){.broken = rota->audit->broken + (int)rota->misfits->len,
                               .differences = g_ptr_array_new_with_free_func(g_free)};
  if (rota->document)
    check_figures(rota, version, out);
}

void verification_clear(struct verification *verification)
{
  g_ptr_array_unref(verification->differences);
  *verification = (struct verification){0};
}

bool verification_is_good(const struct verification *verification)
{
  return verification->broken == 0 && verification->differences->len == 0;
}
