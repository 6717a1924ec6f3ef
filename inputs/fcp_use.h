/* fcp_use.csv: how first contact appointments were used, as practice systems export it. */
#ifndef ROTA_INPUTS_FCP_USE_H
#define ROTA_INPUTS_FCP_USE_H

#include "inputs/reader.h"
#include "model/status.h"

#include <glib.h>

extern const struct keys fcp_use_columns;

/* One PCN's month. */
struct fcp_use_row {
  int month; /* its first day */
  int site;
  int offered, booked, attended; /* appointments */
  int days_to_third;             /* to the third next appointment that is free; NONE: not given */
  struct where where;
};

/* STATUS_OK: `out`, struct fcp_use_row in order of writing, is the caller's, for g_array_unref;
 * empty where there is no such file. Otherwise the diagnostics say what is wrong. */
enum status fcp_use_read(struct source *source, const struct service *service,
                         struct diagnostics *diagnostics, GArray **out);

#endif
