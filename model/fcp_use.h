/* How first contact appointments were used, PCN by PCN and month by month, and the sessions that
 * the use asks for. docs/fcp-use.md says how. */
#ifndef ROTA_MODEL_FCP_USE_H
#define ROTA_MODEL_FCP_USE_H

#include "model/where.h"

#include <glib.h>

/* The last so many months that are known are looked at. */
enum { FCP_USE_MONTHS = 3 };
/* Sessions are planned so that so many percent of their appointments are booked. */
enum { FCP_USE_PLANNED = 90 };

/* One PCN's month. */
struct fcp_use_row {
  int month; /* its first day */
  int site;
  int offered, booked, attended; /* appointments */
  int days_to_third;             /* to the third next appointment that is free; NONE: not given */
  struct where where;
};

/* Months from and to; their first days. Both DATE_NONE: none. */
struct fcp_use_span {
  int from, until;
};

/* The last of the months of the rows (struct fcp_use_row) that ended before the date. */
struct fcp_use_span fcp_use_span(const GArray *rows, int before);

/* One PCN's mean month in a span. */
struct fcp_use_mean {
  int months; /* with a row; 0: nothing is known */
  double offered, booked, attended;
  double days_to_third; /* of the months that say; below 0: none does */
};
struct fcp_use_mean fcp_use_mean(const GArray *rows, const struct fcp_use_span *span, int site);

/* Sessions of so many slots that it asks for in a week. */
double fcp_use_sessions(const struct fcp_use_mean *mean, int slots);

#endif
