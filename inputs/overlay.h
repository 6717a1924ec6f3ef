/* Reading a service with other trees in place of some of its files. */
#ifndef ROTA_INPUTS_OVERLAY_H
#define ROTA_INPUTS_OVERLAY_H

#include "inputs/inputs.h"

#include <glib.h>

/* As inputs_read, save that a file that `trees` has, path to struct node, is
 * read from there. The places in these must outlive what is made. */
enum status inputs_read_overlaid(struct source *source, GHashTable *trees,
                                 const char *const *month_ids, struct diagnostics *diagnostics,
                                 struct service **service, struct month **months);

#endif
