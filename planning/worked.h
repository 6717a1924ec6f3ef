/* What was really worked: the published month with what came differently. */
#ifndef ROTA_PLANNING_WORKED_H
#define ROTA_PLANNING_WORKED_H

#include "planning/existing_rota.h"

/* The rota of the month as it is published in `directory`, with the rows of the file at `path` in
 * the place of what the same people had in the same sessions; a row with the task `none` says
 * that nothing was worked. Ready to be published: what was worked is as it is, lawful or not.
 * STATUS_BAD_INPUT: the diagnostics say what is wrong. Either way it is the caller's, for
 * existing_rota_clear; `path` must outlive it. */
enum status worked_read(const char *directory, const char *month_id, const char *path,
                        struct diagnostics *diagnostics, struct existing_rota *out);

#endif
