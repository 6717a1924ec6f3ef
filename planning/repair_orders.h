/* What has happened, as `rota repair` is told: files for a month's folder "repairs", one for
 * each. They are laid over the folder for the repair, and written beside the mended rota. */
#ifndef ROTA_PLANNING_REPAIR_ORDERS_H
#define ROTA_PLANNING_REPAIR_ORDERS_H

#include "planning/folder.h"

#include <glib.h>

struct repair_orders {
  char *directory, *month_id;
  GArray *files;     /* struct folder_file */
  GHashTable *given; /* of those that are copies: path, and that of the file that was given */
};

/* Free with repair_orders_free (NULL is fine). */
struct repair_orders *repair_orders_new(const char *directory, const char *month_id);
void repair_orders_free(struct repair_orders *orders);

/* The clinician is away from one date to another, both included. */
void repair_orders_absent(struct repair_orders *orders, const char *clinician, int from, int until,
                          const char *kind);
/* The site is closed from one date to another; what it takes away is owed all the same. */
void repair_orders_close(struct repair_orders *orders, const char *site, int from, int until);
/* A file as it is: rows of leave (`is_leave`), or closures and events. False: it can't be read,
 * and `*message` says why, for g_free. */
bool repair_orders_add_file(struct repair_orders *orders, const char *path, bool is_leave,
                            char **message);

/* Mistakes in copies that are not written are those of the files that were given. */
void repair_orders_cite_given(const struct repair_orders *orders, struct diagnostics *diagnostics);

/* Rows of an edited rota, from that day on, whose column `locked` says yes are locks as well: the
 * month's locks.csv with them, if there are any more. STATUS_BAD_INPUT: the diagnostics say what is
 * wrong with the rota; a folder that can't be read is told when it is. */
enum status repair_orders_lock(struct repair_orders *orders, const char *path, int from,
                               struct diagnostics *diagnostics);

#endif
