/* What the subcommands of `rota` share: how one is called, what it returns, how
 * its options are read and its help is printed.
 *
 * A subcommand is one file, commands/NAME.c, with one function
 * `int command_NAME(int argc, char **argv)`; argv[0] is its name. It gets a
 * line in the table of main.c. Results go to standard output, messages to
 * standard error. */
#ifndef ROTA_COMMANDS_COMMAND_H
#define ROTA_COMMANDS_COMMAND_H

#include "model/waiting/outcome.h"

#include <glib.h>
#include <stdbool.h>

/* The exit status of every subcommand. */
enum exit_status {
  EXIT_DONE = 0,
  EXIT_BROKEN = 1,   /* done, but hard rules are broken or no lawful rota exists */
  EXIT_USAGE = 2,    /* bad usage or bad input */
  EXIT_LIMIT = 3,    /* stopped by a limit without a rota */
  EXIT_INTERNAL = 4, /* our mistake, or the machine's: never the user's */
};

struct command {
  const char *name;
  const char *summary; /* a few words for `rota --help` */
  int (*run)(int argc, char **argv);
};

/* The manual of a subcommand, as `--help` prints it. */
struct command_usage {
  const char *name;
  const char *arguments; /* "DIR --month M" */
  const char *summary;   /* one sentence */
  const char *examples;  /* whole lines, indented by two spaces */
  const char *details;   /* paragraphs, a line each, or NULL */
  int least, most;       /* how many arguments it takes besides options */
};

/* Reads the options into where the entries point and takes them out of argv,
 * which then holds the name and the other arguments. False: the command is to
 * return `*exit_status` at once, help or the mistake having been printed. Use
 * G_OPTION_ARG_FILENAME, not STRING, for words: it takes any bytes as they are. */
bool command_parse(const struct command_usage *usage, const GOptionEntry *entries, int *argc,
                   char ***argv, int *exit_status);

/* What a command returns where a build has this outcome; one that failed, which is never
 * the user's mistake, is said, however quiet the command is. */
int command_outcome(const struct outcome *outcome);

int command_advise(int argc, char **argv);
int command_build(int argc, char **argv);
int command_check(int argc, char **argv);
int command_diff(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_export(int argc, char **argv);
int command_fcp(int argc, char **argv);
int command_waiting(int argc, char **argv);
int command_form(int argc, char **argv);
int command_init(int argc, char **argv);
int command_history(int argc, char **argv);
int command_leave(int argc, char **argv);
int command_lock(int argc, char **argv);
int command_preferences(int argc, char **argv);
int command_publish(int argc, char **argv);
int command_recover(int argc, char **argv);
int command_repair(int argc, char **argv);
int command_report(int argc, char **argv);
int command_rules(int argc, char **argv);
int command_suggest(int argc, char **argv);
int command_undo(int argc, char **argv);
int command_verify(int argc, char **argv);
int command_versions(int argc, char **argv);
int command_whatif(int argc, char **argv);
int command_worked(int argc, char **argv);

#endif
