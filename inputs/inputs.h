/* All that comes in: what people write, to plain structs. Every mistake of
 * every file goes to the diagnostics as file:line:column; a struct is handed
 * out only when there was none. */
#ifndef ROTA_INPUTS_INPUTS_H
#define ROTA_INPUTS_INPUTS_H

#include "inputs/source.h"
#include "model/month.h"
#include "model/rota.h"
#include "model/service.h"
#include "model/status.h"

/* service.yaml, clinicians.yaml or clinicians/, travel.csv. On STATUS_OK `out`
 * is the caller's, for service_free; otherwise STATUS_BAD_INPUT or STATUS_IO. */
enum status inputs_read_service(struct source *source, struct diagnostics *diagnostics,
                                struct service **out);

/* The folder "2027-01": month.yaml, leave.csv, preferences/, locks.csv; any of
 * them, and the folder itself, may be missing. For month_free. */
enum status inputs_read_month(struct source *source, const struct service *service,
                              const char *month_id, struct diagnostics *diagnostics,
                              struct month **out);

/* The folders named like a month, sorted; g_strfreev them. */
char **inputs_months(const struct source *source);

#endif
