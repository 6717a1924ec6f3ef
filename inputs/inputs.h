/* Reads what people write into plain structs. Every mistake of every file goes to
 * the diagnostics as file:line:column; a struct is handed out only when there was
 * none. */
#ifndef ROTA_INPUTS_INPUTS_H
#define ROTA_INPUTS_INPUTS_H

#include "inputs/source.h"
#include "model/month.h"
#include "model/rota.h"
#include "model/service.h"
#include "model/status.h"

/* The service and these of its months (ids of model/month_id.h; NULL ends the list) in one
 * go, so that a mistake in the service hides none in a month. STATUS_OK: the
 * service is the caller's, and so is months[i], one for each id, for
 * service_free and month_free. STATUS_BAD_INPUT: nothing is handed out. */
enum status inputs_read(struct source *source, const char *const *month_ids,
                        struct diagnostics *diagnostics, struct service **service,
                        struct month **months);

/* The service alone: service.yaml, clinicians.yaml or clinicians/, travel.csv. */
enum status inputs_read_service(struct source *source, struct diagnostics *diagnostics,
                                struct service **out);

/* One more month of a service: in the folder "2027-01", month.yaml, leave.csv, preferences/,
 * locks.csv; any of them, and the folder itself, may be missing, but for the month.yaml of a
 * period of weeks, which says of how many. The published months before it come along as its
 * history. */
enum status inputs_read_month(struct source *source, const struct service *service,
                              const char *month_id, struct diagnostics *diagnostics,
                              struct month **out);

#endif
