#include "commands/verdict.h"

#include "commands/compare.h"
#include "inputs/rota_writer.h"
#include "reports/broken.h"

#include <string.h>

static void differ(GPtrArray *differences, const char *text)
{
  g_ptr_array_add(differences, g_strdup(text));
}

/* Holds every figure of the file against what its assignments add up to. */
static void compare_figures(const struct load_rota *rota, GPtrArray *differences)
{
  json_t *stated = rota->file->document;
  json_t *truth = load_rota_document(rota);
  g_autofree char *checksum = rota_json_checksum(stated);
  const char *stated_checksum = json_string_value(json_object_get(stated, "checksum"));
  bool unchanged = stated_checksum && strcmp(stated_checksum, checksum) == 0;
  const json_t *bound = json_object_get(stated, "bound");
  if (json_is_integer(bound) && json_integer_value(bound) > rota->audit->cost)
    differ(differences, "bound: is above the objective, so it can't be a bound");
  json_object_del(stated, "checksum");
  compare_documents(truth, stated, differences);
  if (!unchanged)
    differ(differences, stated_checksum ? "checksum: the file was changed after rota wrote it"
                                        : "checksum is left out");
  json_decref(truth);
}

static void print_broken(const struct load_rota *rota, const char *path, int broken)
{
  g_autofree char *text = broken_text(rota->assessment);
  printf("%s: %d hard limit%s broken\n%s", path, broken, broken == 1 ? " is" : "s are", text);
  load_rota_misfits(rota, stdout);
}

static void print_differences(const GPtrArray *differences, const char *path)
{
  printf("%s: %u stated figure%s not right\n", path, differences->len,
         differences->len == 1 ? " is" : "s are");
  for (guint i = 0; i < differences->len; i++)
    printf("  %s\n", (const char *)differences->pdata[i]);
}

bool verdict_is_good(const struct load_rota *rota, const char *path)
{
  int broken = rota->audit->broken + (int)rota->misfits->len;
  g_autoptr(GPtrArray) differences = g_ptr_array_new_with_free_func(g_free);
  if (rota->file->document)
    compare_figures(rota, differences);
  if (broken)
    print_broken(rota, path, broken);
  if (differences->len)
    print_differences(differences, path);
  return broken == 0 && differences->len == 0;
}
