#include "commands/command.h"
#include "commands/console.h"
#include "commands/reading.h"
#include "model/nearest.h"
#include "model/rule.h"
#include "reports/catalogue.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "rules",
    .arguments = "[NAME] [--json | --markdown] | --unused DIR...",
    .summary = "Shows the catalogue of rules: what each says, its parameters and its scope.",
    .examples =
        "  rota rules\n"
        "  rota rules count_limit\n"
        "  rota rules --markdown > rules.md\n"
        "  rota rules --unused sussex\n",
    .details =
        "A rule is used by a line under 'rules:' in service.yaml; one rule may be used many "
        "times, each with its own parameters, scope, and hard or a weight.\n"
        "Exit status: 0 done; 2 there is no such rule, or DIR can't be read.",
    .least = 0,
    .most = 1000,
};

static void report_unknown(const char *name)
{
  g_autofree const char **known = g_new(const char *, (gsize)rule_registry_count + 1);
  for (int i = 0; i < rule_registry_count; i++)
    known[i] = rule_registry[i]->name;
  const char *nearest = nearest_word(name, known, rule_registry_count);
  if (nearest)
    console_error("unknown rule '%s'; did you mean '%s'?", name, nearest);
  else
    console_error("unknown rule '%s'", name);
  console_hint("'rota rules' shows all %d", rule_registry_count);
}

/* Marks the rules that the service's own lines use. */
static int mark_used(const char *directory, bool *used)
{
  struct folder folder;
  int status = reading_folder(directory, NULL, &folder);
  for (int i = 0; status == EXIT_DONE && i < rule_registry_count; i++)
    for (int u = 0; u < folder.service->n_uses; u++)
      if (folder.service->uses[u].rule == rule_registry[i] && folder.service->uses[u].where.file)
        used[i] = true;
  folder_clear(&folder);
  return status;
}

/* Names the rules that none of the services writes, a line each. */
static int list_unused(char **directories)
{
  g_autofree bool *used = g_new0(bool, (gsize)rule_registry_count + 1);
  int status = EXIT_DONE;
  for (; *directories && status == EXIT_DONE; directories++)
    status = mark_used(*directories, used);
  for (int i = 0; i < rule_registry_count && status == EXIT_DONE; i++)
    if (!used[i])
      puts(rule_registry[i]->name);
  return status;
}

int command_rules(int argc, char **argv)
{
  gboolean json = FALSE, markdown = FALSE, unused = FALSE;
  const GOptionEntry entries[] = {
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, "for programs", NULL},
      {"markdown", 0, 0, G_OPTION_ARG_NONE, &markdown, "for a document", NULL},
      {"unused", 0, 0, G_OPTION_ARG_NONE, &unused, "the rules that none of the services writes",
       NULL},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (json + markdown + unused > 1) {
    console_error("rules: --json, --markdown and --unused exclude each other");
    return EXIT_USAGE;
  }
  if (unused ? argc < 2 : argc > 2) {
    console_error(unused ? "rules: --unused of which service?" : "rules: one rule at a time");
    return EXIT_USAGE;
  }
  if (unused)
    return list_unused(argv + 1);
  const struct rule *rule = argc > 1 ? rule_find(argv[1]) : NULL;
  if (argc > 1 && !rule) {
    report_unknown(argv[1]);
    return EXIT_USAGE;
  }
  g_autofree char *text = json       ? catalogue_json(rule)
                          : markdown ? catalogue_markdown(rule)
                                     : catalogue_text(rule);
  fputs(text, stdout);
  return EXIT_DONE;
}
