/* Reading what a subcommand works on. All that is wrong goes to standard error; each
 * function that returns an exit status returns EXIT_DONE, or what the command is to
 * return. */
#ifndef ROTA_COMMANDS_READING_H
#define ROTA_COMMANDS_READING_H

#include "planning/existing_rota.h"
#include "planning/fcp_use.h"
#include "planning/folder_lock.h"

#include <glib.h>

/* `--strict` among the options of a subcommand that reads preferences. */
extern gboolean reading_strict;
#define OPTION_STRICT                                                                              \
  {                                                                                                \
    "strict", 0, 0, G_OPTION_ARG_NONE, &reading_strict,                                            \
        "stop at a mistake in a preference file too, instead of leaving it out", NULL              \
  }

/* New diagnostics, as strict as the person asked for. */
struct diagnostics *reading_diagnostics(void);

/* Is it a month's name such as "2027-01"? If not, says so. */
bool reading_is_month(const char *command, const char *month_id);

/* Is there such a folder? If not, says so. */
bool reading_is_folder(const char *directory);

/* Holds the folder for `what`, "build of 2027-01", until folder_lock_free. EXIT_DONE, or, having
 * said who has it, EXIT_USAGE. */
int reading_hold(const char *directory, const char *what, struct folder_lock **out);

/* Says and frees the diagnostics of reading something called `what`. */
int reading_end(struct diagnostics *diagnostics, enum status status, const char *what);

/* The service, and the month and its problem unless `month_id` is NULL. Either way
 * the folder is the caller's, for folder_clear. */
int reading_folder(const char *directory, const char *month_id, struct folder *out);

/* How first contact was used, of a service that has been read; the caller's, for fcp_uses_free. */
int reading_uses(const char *directory, struct fcp_uses **out);

/* DIR and ROTA, checked. `month_id` may be NULL: then it is the rota's own. Either way
 * the rota is the caller's, for existing_rota_clear. */
int reading_rota(const char *command, const char *directory, const char *path, const char *month_id,
                 struct existing_rota *out);

/* Can questions be answered by changing that rota, `before` being its audit with all that it has
 * among the candidates? Says what is in the way, or that it breaks hard rules. */
bool reading_allows_answers(const char *command, const struct existing_rota *rota,
                            const struct audit *before);

#endif
