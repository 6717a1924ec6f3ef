/* waiting.csv in the service's folder: the waiting list as it was counted at the end of each month,
 * by class, perhaps by PCN, and by how long people had waited, and who was referred, seen and
 * missed in it. */
#ifndef ROTA_INPUTS_WAITING_COUNTS_H
#define ROTA_INPUTS_WAITING_COUNTS_H

#include "inputs/reader.h"
#include "model/status.h"
#include "model/waiting/waiting.h"

#include <glib.h>

/* The columns, for docs/format.md's test. */
extern const struct keys waiting_counts_columns;

/* One row. */
struct waiting_count {
  int month; /* its first day */
  int class;
  int pcn;                 /* the site whose patients they are; NONE: not said, or of no PCN here */
  int list[WAITING_BANDS]; /* at the end of its last day */
  int referrals, seen, dna; /* in the month; NONE: not given */
  struct where where;
};

/* STATUS_OK: `out` (struct waiting_count, in order of month, PCN and class) is the caller's, for
 * g_array_unref; empty where there is no such file. Otherwise the diagnostics say what is wrong. */
enum status waiting_counts_read(struct source *source, const struct service *service,
                                struct diagnostics *diagnostics, GArray **out);

/* While the service is read, after its `waiting_list`: that list is the newest one counted before
 * the last of these months (ids; none: the newest of all), but for what a scenario has written. */
void waiting_counts_apply(struct reader *reader, const char *const *month_ids);

#endif
