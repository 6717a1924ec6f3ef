#include "commands/command.h"
#include "commands/console.h"
#include "reports/text.h"

#include <stdio.h>
#include <string.h>

enum { OPTION_COLUMN = 26 };

/* Each line of the text wrapped, its first at column `indent`. */
static void print_wrapped(const char *text, int indent)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line || line == lines)
      text_wrap(out, *line, indent);
  fputs(out->str, stdout);
}

static void print_option(const GOptionEntry *entry)
{
  g_autofree char *flag = entry->short_name ? g_strdup_printf("-%c, ", entry->short_name) : NULL;
  g_autofree char *left = g_strdup_printf("  %s--%s%s%s", flag ? flag : "", entry->long_name,
                                          entry->arg_description ? " " : "",
                                          entry->arg_description ? entry->arg_description : "");
  if (strlen(left) + 2 > OPTION_COLUMN)
    printf("%s\n%*s", left, OPTION_COLUMN, "");
  else
    printf("%-*s", OPTION_COLUMN, left);
  print_wrapped(entry->description, OPTION_COLUMN);
}

static void print_help(const struct command_usage *usage, const GOptionEntry *entries)
{
  print_wrapped(usage->summary, 0);
  putchar('\n');
  printf("examples:\n%s\n", usage->examples);
  printf("usage:\n  rota %s %s\n\n", usage->name, usage->arguments);
  printf("options:\n");
  for (const GOptionEntry *entry = entries; entry && entry->long_name; entry++)
    print_option(entry);
  printf("%-*s%s\n", OPTION_COLUMN, "  -h, --help", "show this help");
  if (usage->details) {
    putchar('\n');
    print_wrapped(usage->details, 0);
  }
}

/* "--to 'x' is not a number", where GLib says "Cannot parse integer value “x” for --to", or that it
 * is out of range; NULL: it says something else. */
static char *number_words(const char *message)
{
  const char *value = strstr(message, "“"), *end = value ? strstr(value, "”") : NULL;
  const char *option = end ? strstr(end, "--") : NULL;
  if (!option)
    return NULL;
  value += strlen("“");
  return g_strdup_printf("%.*s '%.*s' is not a number%s", (int)strcspn(option, " "), option,
                         (int)(end - value), value,
                         strstr(option, " ") ? " that can be taken" : "");
}

/* GLib says "Unknown option --foo"; ours begin in lower case and name the command. */
static void report_mistake(const struct command_usage *usage, const char *message)
{
  g_autofree char *words = number_words(message);
  if (words)
    console_error("%s: %s", usage->name, words);
  else
    console_error("%s: %c%s", usage->name, g_ascii_tolower(message[0]), message + 1);
  console_hint("see 'rota %s --help'", usage->name);
}

static bool parse_entries(const struct command_usage *usage, const GOptionEntry *entries,
                          gboolean *help, int *argc, char ***argv)
{
  const GOptionEntry help_entries[] = {
      {"help", 'h', 0, G_OPTION_ARG_NONE, help, "", NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = g_option_context_new(NULL);
  g_option_context_set_help_enabled(context, FALSE);
  g_option_context_add_main_entries(context, help_entries, NULL);
  if (entries)
    g_option_context_add_main_entries(context, entries, NULL);
  if (g_option_context_parse(context, argc, argv, &error))
    return true;
  report_mistake(usage, error->message);
  return false;
}

/* After "--" everything is an argument; GLib leaves the "--" itself in place. */
static void drop_separator(int *argc, char **argv)
{
  for (int i = 1; i < *argc; i++) {
    if (strcmp(argv[i], "--") != 0)
      continue;
    memmove(&argv[i], &argv[i + 1], (size_t)(*argc - i) * sizeof *argv);
    --*argc;
    return;
  }
}

static bool right_count(const struct command_usage *usage, int argc, char **argv)
{
  int given = argc - 1;
  if (given > usage->most)
    console_error("%s: '%s' is one argument too many", usage->name, argv[usage->most + 1]);
  else if (given < usage->least)
    console_error("%s: %s", usage->name,
                  given == 0 ? "an argument is missing" : "another argument is missing");
  else
    return true;
  console_hint("usage: rota %s %s", usage->name, usage->arguments);
  return false;
}

bool command_parse(const struct command_usage *usage, const GOptionEntry *entries, int *argc,
                   char ***argv, int *exit_status)
{
  gboolean help = FALSE;
  *exit_status = EXIT_USAGE;
  if (!parse_entries(usage, entries, &help, argc, argv))
    return false;
  if (help) {
    print_help(usage, entries);
    *exit_status = EXIT_DONE;
    return false;
  }
  drop_separator(argc, *argv);
  return right_count(usage, *argc, *argv);
}

int command_outcome(const struct outcome *outcome)
{
  static const int statuses[OUTCOME_STATUSES] = {
      [OUTCOME_BUILT] = EXIT_DONE,        [OUTCOME_UNLAWFUL] = EXIT_BROKEN,
      [OUTCOME_NOTHING] = EXIT_LIMIT,     [OUTCOME_FAILED] = EXIT_INTERNAL,
      [OUTCOME_INTERRUPTED] = EXIT_LIMIT, [OUTCOME_UNSTAFFED] = EXIT_LIMIT,
  };
  if (outcome->status == OUTCOME_FAILED)
    console_error("%s: %s", outcome->name, outcome->reason);
  return statuses[outcome->status];
}
