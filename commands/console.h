/* The terminal: messages to standard error, colour where it is wanted. */
#ifndef ROTA_COMMANDS_CONSOLE_H
#define ROTA_COMMANDS_CONSOLE_H

#include "model/diagnostics.h"

#include <stdbool.h>
#include <stdio.h>

/* Is the stream a terminal that shows colours, and does NO_COLOR allow it? */
bool console_has_colour(FILE *stream);

/* "rota: message" on standard error. */
void console_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line of its own, without the program's name. */
void console_hint(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* All of them on standard error, in file and line order. Returns the number of
 * errors; warnings are marked as such. */
int console_diagnostics(struct diagnostics *diagnostics);
/* "3 mistakes in 2 files" */
void console_count_mistakes(struct diagnostics *diagnostics);

/* Ends what was written to standard output. False, with a message, when it
 * could not all be written (a full disk, a closed pipe). */
bool console_flush(void);

#endif
