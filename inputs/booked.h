/* booked.csv in a month's folder: how many people the booking system has for whom and when. Only
 * a repair looks at it, so it is none of the month's inputs. */
#ifndef ROTA_INPUTS_BOOKED_H
#define ROTA_INPUTS_BOOKED_H

#include "model/diagnostics.h"
#include "model/month.h"
#include "model/status.h"

#include <glib.h>

struct booked {
  int clinician, people;
  int slot; /* NONE: a day or session that the month has not */
};

/* struct booked, one for each row; warns where no row is of the month. None where there is no such
 * file; g_array_unref it. STATUS_BAD_INPUT: the diagnostics say what is wrong, and `out` is not
 * set. */
enum status booked_read(const char *directory, const struct service *service,
                        const struct month *month, struct diagnostics *diagnostics, GArray **out);

#endif
