#include "commands/command.h"
#include "commands/console.h"
#include "inputs/word.h"
#include "model/rule.h"
#include "reports/catalogue.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "rules",
    .arguments = "[NAME] [--json | --markdown]",
    .summary = "Shows the catalogue of rules: what each says, its parameters and its scope.",
    .examples =
        "  rota rules\n"
        "  rota rules count_limit\n"
        "  rota rules --markdown > rules.md\n",
    .details =
        "A rule is used by a line under 'rules:' in service.yaml; one rule may be used many "
        "times, each with its own parameters, scope, and hard or a weight.",
    .least = 0,
    .most = 1,
};

static void report_unknown(const char *name)
{
  g_autofree const char **known = g_new(const char *, (gsize)rule_registry_count + 1);
  for (int i = 0; i < rule_registry_count; i++)
    known[i] = rule_registry[i]->name;
  const char *nearest = word_nearest(name, known, rule_registry_count);
  if (nearest)
    console_error("unknown rule '%s'; did you mean '%s'?", name, nearest);
  else
    console_error("unknown rule '%s'", name);
  console_hint("'rota rules' shows all %d", rule_registry_count);
}

int command_rules(int argc, char **argv)
{
  gboolean json = FALSE, markdown = FALSE;
  const GOptionEntry entries[] = {
      {"json", 0, 0, G_OPTION_ARG_NONE, &json, "for programs", NULL},
      {"markdown", 0, 0, G_OPTION_ARG_NONE, &markdown, "for a document", NULL},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (json && markdown) {
    console_error("rules: --json and --markdown exclude each other");
    return EXIT_USAGE;
  }
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
