/* `rota`: finds the subcommand and runs it. */
#include "commands/command.h"
#include "commands/console.h"
#include "commands/machine.h"
#include "model/nearest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct command commands[] = {
    {"init", "a service to start from", command_init},
    {"check", "read everything, report every mistake at once", command_check},
    {"form", "the form in which a clinician writes preferences", command_form},
    {"preferences", "who has sent preferences, and what everybody wants", command_preferences},
    {"build", "build a month's rota", command_build},
    {"verify", "recheck any rota against the inputs, without the solver", command_verify},
    {"report", "print the report of any rota again, without a build", command_report},
    {"explain", "why this gap, why not me, why so dear", command_explain},
    {"publish", "freeze a rota into the history", command_publish},
    {"repair", "the smallest change to a published rota after something happened", command_repair},
    {"suggest", "ranked ways to fill a gap, to swap, to give somebody a day", command_suggest},
    {"leave", "can it be granted, and which days if not all", command_leave},
    {"diff", "what is other in a rota than in another, and for whom", command_diff},
    {"lock", "fix what a rota has, for the next build or repair", command_lock},
    {"versions", "the versions of a published month, and why there are more", command_versions},
    {"undo", "go back to the version before", command_undo},
    {"worked", "record what was really worked", command_worked},
    {"history", "who is owed what by published months", command_history},
    {"export", "a rota as CSV or JSON; the programme as MPS or LP", command_export},
    {"whatif", "scenarios side by side, with the waiting list", command_whatif},
    {"advise", "what holds a month back, whom it can't spare, what would help", command_advise},
    {"recover", "the cheapest plan back to short waits, month by month", command_recover},
    {"waiting", "the waiting list as counted, beside what was expected", command_waiting},
    {"fcp", "how first contact is used at each PCN, beside what is provided", command_fcp},
    {"rules", "the catalogue of rules", command_rules},
};

static const struct command *find_command(const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
    if (strcmp(commands[i].name, name) == 0)
      return &commands[i];
  }
  return NULL;
}

static void print_help(void)
{
  printf(
      "rota builds the monthly timetable of a clinical service.\n\n"
      "examples:\n"
      "  rota check examples/small                       is what we wrote in order?\n"
      "  rota build examples/small --month 2027-01       next month's rota\n"
      "  rota verify examples/small examples/small/2027-01/rota.json\n"
      "\n"
      "usage:\n"
      "  rota COMMAND [ARGUMENT...] [OPTION...]\n"
      "\n"
      "commands:\n");
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    printf("  %-13s%s\n", commands[i].name, commands[i].summary);
  printf(
      "\n"
      "options:\n"
      "  -h, --help          show this help\n"
      "  --version           show the version\n"
      "\n"
      "'rota help COMMAND' tells more about each.\n"
      "\n"
      "exit status: 0 done; 1 hard rules are broken, or no lawful rota exists;\n"
      "2 bad usage or bad input; 3 stopped by a limit with no rota; 4 internal error,\n"
      "or a failing machine: no memory, no thread, a full disk\n");
}

static int unknown_command(const char *name)
{
  const char *known[G_N_ELEMENTS(commands)];
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    known[i] = commands[i].name;
  const char *nearest = nearest_word(name, known, (int)G_N_ELEMENTS(commands));
  if (nearest)
    console_error("unknown command '%s'; did you mean '%s'?", name, nearest);
  else
    console_error("unknown command '%s'", name);
  console_hint("see 'rota --help'");
  return EXIT_USAGE;
}

/* What could not be printed was not told, whatever else came of the command. */
static int finish(int status)
{
  return console_flush() ? status : EXIT_INTERNAL;
}

static int run(const struct command *command, int argc, char **argv)
{
  argv[0] = (char *)command->name;
  return finish(command->run(argc, argv));
}

static int help(int argc, char **argv)
{
  if (argc < 2) {
    print_help();
    return finish(EXIT_DONE);
  }
  const struct command *command = find_command(argv[1]);
  if (!command)
    return unknown_command(argv[1]);
  char *words[] = {NULL, (char *)"--help", NULL};
  return run(command, 2, words);
}

int main(int argc, char **argv)
{
  machine_prepare();
  if (argc < 2) {
    console_error("which command?");
    console_hint("see 'rota --help'");
    return EXIT_USAGE;
  }
  const char *name = argv[1];
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
    return help(1, argv + 1);
  if (strcmp(name, "help") == 0)
    return help(argc - 1, argv + 1);
  if (strcmp(name, "--version") == 0) {
    printf("rota %s\n", ROTA_VERSION);
    return finish(EXIT_DONE);
  }
  const struct command *command = find_command(name);
  return command ? run(command, argc - 1, argv + 1) : unknown_command(name);
}
