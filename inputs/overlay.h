/* Reading a service with other trees in place of some of its files. */
#ifndef ROTA_INPUTS_OVERLAY_H
#define ROTA_INPUTS_OVERLAY_H

#include "inputs/inputs.h"

#include <glib.h>

/* As inputs_read, but a file whose path is in `trees` (to its root, a struct node) is
 * read from there. File names in the nodes' places must live longer than the service
 * and the months. */
enum status inputs_read_overlaid(struct source *source, GHashTable *trees,
                                 const char *const *month_ids, struct diagnostics *diagnostics,
                                 struct service **service, struct month **months);

#endif
