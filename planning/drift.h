/* What is published stays; what lies in the service's folder may go on. These say, as
 * warnings, where the two have parted. */
#ifndef ROTA_PLANNING_DRIFT_H
#define ROTA_PLANNING_DRIFT_H

#include "planning/existing_rota.h"

/* Of each of the folder's months that is published: which of its inputs have changed
 * since, and where its rota.json is another rota. What all months share (the service,
 * its clinicians) is held against the last published month alone, for it goes on changing
 * with the months to come. And the months that are missing among the published ones. */
void drift_of_folder(const struct folder *folder, const char *directory,
                     struct diagnostics *diagnostics);

/* The same of a rota of a published month, called `path`, and of all its inputs. */
void drift_of_rota(const struct existing_rota *rota, const char *directory, const char *path,
                   struct diagnostics *diagnostics);

/* Where the month's own history file is cut short, or can't be read. */
void drift_of_history(const char *directory, const char *month_id, struct diagnostics *diagnostics);

/* Of a rota, called `path`, that states its inputs: which of them have changed since. */
void drift_since_written(const struct existing_rota *rota, const char *path,
                         struct diagnostics *diagnostics);

/* As a month is to be built: it is published already, or the month before it is not. */
void drift_before_build(const char *directory, const char *month_id,
                        struct diagnostics *diagnostics);

/* "3 of 230 assignments differ", the rota of the file at `path` against the published
 * one of that month; NULL: they are the same, or one can't be read. g_free it. */
char *drift_words(const char *directory, const char *month_id, const char *path);

#endif
