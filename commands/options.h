/* Options that several subcommands have. */
#ifndef ROTA_COMMANDS_OPTIONS_H
#define ROTA_COMMANDS_OPTIONS_H

#include "planning/build.h"
#include "reports/terminal.h"

/* Rows of a command's table of options, for a struct build_settings and the words of
 * its help; options_are_fine holds what was given against what makes sense. */
#define OPTION_TIME(settings, words)                                                               \
  {                                                                                                \
    "time", 't', 0, G_OPTION_ARG_INT, &(settings)->seconds, words, "S"                             \
  }
#define OPTION_GAP(settings, words)                                                                \
  {                                                                                                \
    "gap", 0, 0, G_OPTION_ARG_DOUBLE, &(settings)->gap_percent, words, "P"                         \
  }
#define OPTION_THREADS(settings, letter, words)                                                    \
  {                                                                                                \
    "threads", letter, 0, G_OPTION_ARG_INT, &(settings)->threads, words, "N"                       \
  }
#define OPTION_SEED(settings, words)                                                               \
  {                                                                                                \
    "seed", 0, 0, G_OPTION_ARG_INT64, &(settings)->seed, words, "N"                                \
  }
#define OPTION_ENGINE(settings)                                                                    \
  {                                                                                                \
    "engine", 0, 0, G_OPTION_ARG_STRING, &(settings)->engine,                                      \
        "what solves beside GLPK: cbc or highs, glpk for nothing, auto for what is there (auto)",  \
        "NAME"                                                                                     \
  }
#define OPTION_DETERMINISTIC(settings, words)                                                      \
  {                                                                                                \
    "deterministic", 0, 0, G_OPTION_ARG_NONE, &(settings)->deterministic, words, NULL              \
  }

/* What of the rota a report shows, into a char * for g_free. */
#define OPTION_SHOW(words)                                                                         \
  {                                                                                                \
    "show", 0, 0, G_OPTION_ARG_FILENAME, words,                                                    \
        "print the rota by people or by sites; or what was missed, meetings, or none", "WHAT"      \
  }

/* Is it one of those, or not given? Then it is `*out`, by size where not given; if not, says so. */
bool options_have_show(const char *command, const char *show, enum terminal_show *out);

/* Are they? If not, says which and why. */
bool options_are_fine(const char *command, const struct build_settings *settings);

/* Is the option's value in that range? If not, says so. */
bool options_within(const char *command, const char *option, double value, double least,
                    double most);

/* The option's date, or `otherwise` where it is not given. If it is no date, says so. */
bool options_have_date(const char *command, const char *option, const char *text, int otherwise,
                       int *out);

/* Is a month given, and is it one? If not, says so. */
bool options_have_month(const char *command, const char *month_id);

#endif
