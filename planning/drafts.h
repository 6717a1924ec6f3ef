/* Drafts of a month's rota: shown to clinicians for a time, kept beside its versions, and never
 * looked back at. What is published next ends the last of them. */
#ifndef ROTA_PLANNING_DRAFTS_H
#define ROTA_PLANNING_DRAFTS_H

#include "model/draft.h"
#include "planning/existing_rota.h"

/* Where its rota is kept: history/2027-01/draft-1.json in the folder; g_free it. */
char *drafts_path(const char *directory, const char *month_id, int number);

/* Of the month, in order, struct draft; g_array_unref it. */
GArray *drafts_read(const char *directory, const char *month_id);

/* The last of them if nothing has been published since it was shown; NULL: none is open. */
const struct draft *drafts_open(const GArray *drafts, int next_version);

/* "draft 2 of 2027-01, comments until 2026-12-20", of a rota with these rows (struct
 * rota_row), of the drafts the last that is the same; NULL: none is. g_free it. */
char *draft_words(const char *directory, const char *month_id, const GArray *rows);

/* The last day for comments that the service's criteria give the month; DATE_NONE: they do not
 * say. */
int draft_comments_day(const struct folder *folder);

/* Keeps the rota, which is read from `path`, resolved and lawful, as the month's next draft, open
 * for comments until that day; `out` says what it is. STATUS_IO: `*message` says why not, for
 * g_free. The folder is held by the caller. */
enum status draft_show(const struct existing_rota *rota, const char *directory, const char *path,
                       const char *program, int comments, struct draft *out, char **message);

#endif
