/* The service's history: months that are published, one after the other. */
#ifndef ROTA_PLANNING_PUBLISH_H
#define ROTA_PLANNING_PUBLISH_H

#include "planning/existing_rota.h"

/* The months that are published, such as "2027-02" or "2027-03-01", ascending;
 * g_ptr_array_unref them. */
GPtrArray *publish_months(const char *directory);

/* Where the month would be published: history/MONTH.yaml in the folder; g_free it. */
char *publish_path(const char *directory, const char *month_id);

/* What is to be said where people get shorter notice than the service's criteria ask for if
 * it is published on that day, for g_free; NULL: nothing. */
char *publish_short_notice(const struct existing_rota *rota, int today);

/* How many days before the month begins its rota is published: negative, after that. */
struct notice {
  bool published; /* or, if it is not yet: published today */
  int from;       /* that day; DATE_NONE, and no days: its file does not say */
  int days;
};
struct notice publish_notice(const char *directory, const struct month *month, int today);

/* Freezes the rota, which is read from `path` and resolved, into its folder's history. A
 * later month may be published already: then the file says when this one came. Where the month is
 * published, this is its next version, for `reason`; otherwise the first, and the reason NULL.
 * STATUS_IO:
 * `*message` says why it could not be written, for g_free. */
enum status publish_rota(const struct existing_rota *rota, const char *directory, const char *path,
                         const char *version, const char *reason, char **message);

#endif
