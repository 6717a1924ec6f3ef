#include "commands/command.h"
#include "commands/compare.h"
#include "commands/console.h"
#include "commands/load_rota.h"
#include "reports/broken.h"
#include "reports/rota_json.h"
#include "reports/text.h"

#include <stdio.h>
#include <string.h>

static const struct command_usage usage = {
    .name = "verify",
    .arguments = "DIR ROTA [--month M]",
    .summary = "Rechecks any rota against the inputs: every hard rule, every figure it states.",
    .examples =
        "  rota verify sussex sussex/2027-01/rota.json\n"
        "  rota verify sussex from-another-system.csv --month 2027-01\n",
    .details =
        "ROTA is a rota.json, or a CSV with the columns date, session, clinician, task and site.\n"
        "The solver and its rows take no part: each rule reads the finished rota by itself.\n"
        "Exit status: 0 all rules are kept and all figures right; 1 not so, and what is printed;\n"
        "2 a file can't be read.\n",
    .least = 2,
    .most = 2,
};

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
  g_autofree char *text = broken_text(rota->audit);
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

static void print_fine(const struct load_rota *rota, const char *path)
{
  g_autoptr(GString) line = g_string_new(path);
  g_string_append(line, ": every hard rule is kept");
  g_string_append(line, rota->file->document ? " and every stated figure is right\n  " : "\n  ");
  text_count(line, rota->rota->count, "assignment", "assignments");
  g_string_append(line, ", objective ");
  text_number(line, rota->audit->cost);
  puts(line->str);
}

static int verify(const struct load_rota *rota, const char *path)
{
  int broken = rota->audit->broken + (int)rota->misfits->len;
  g_autoptr(GPtrArray) differences = g_ptr_array_new_with_free_func(g_free);
  if (rota->file->document)
    compare_figures(rota, differences);
  if (broken)
    print_broken(rota, path, broken);
  if (differences->len)
    print_differences(differences, path);
  if (broken || differences->len)
    return EXIT_BROKEN;
  print_fine(rota, path);
  return EXIT_DONE;
}

int command_verify(int argc, char **argv)
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month, "the month that the rota should be of", "M"},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  struct load_rota rota;
  status = load_rota(&rota, usage.name, argv[1], argv[2], month);
  if (status == EXIT_DONE)
    status = verify(&rota, argv[2]);
  load_rota_clear(&rota);
  return status;
}
