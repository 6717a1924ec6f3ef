/* Files that a subcommand writes. */
#ifndef ROTA_COMMANDS_OUTPUT_H
#define ROTA_COMMANDS_OUTPUT_H

#include "planning/file_set.h"
#include "reports/whatif_report.h"

#include <glib.h>
#include <stdbool.h>

/* What a comparison's options say of where it goes. */
struct outputs {
  char *csv, *html; /* a file; "-": standard output; NULL: not wanted */
  gboolean json;    /* JSON instead of the report on standard output */
  gboolean quiet;   /* neither */
  gboolean force;   /* replace files that are there */
};

/* May the files be made, and is there one thing at most for standard output? If
 * not, says so. */
bool outputs_are_free(const char *command, const struct outputs *outputs);
/* Is there still something to be printed, the report or its JSON? */
bool outputs_has_report(const struct outputs *outputs);
/* Writes the texts, those that are wanted (otherwise NULL): the files together, then
 * standard output. EXIT_DONE, or, having said why, EXIT_INTERNAL. */
int outputs_write(const struct outputs *outputs, const char *csv, const char *html,
                  const char *report);
/* The same of a comparison. */
int outputs_write_comparison(const struct outputs *outputs, const struct whatif_report *report);
void outputs_clear(struct outputs *outputs);

/* Writes one file; "-" is standard output. EXIT_DONE, or, having said why,
 * EXIT_INTERNAL. */
int output_write(const char *path, const char *text);

/* What a command returns of an attempt to write: says and frees the message. */
int output_end(enum status status, char **message);

/* May a file be made at a path that somebody gave? Yes when its folder is there and
 * it is not, or when `force` and it is a plain file. Otherwise says why not. */
bool output_is_free(const char *path, bool force);

/* The same of a file of rota's own, which may be replaced, and whose folder is made. */
bool output_is_plain(const char *path);

#endif
