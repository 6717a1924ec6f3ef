/* The door to scenarios: a service and a month, edited in memory as a scenario's
 * file says. */
#ifndef ROTA_SCENARIOS_SCENARIOS_H
#define ROTA_SCENARIOS_SCENARIOS_H

#include "inputs/inputs.h"
#include "model/scenario.h"

/* What can be written in a scenario's file; docs/format.md shows each. */
struct keys;
extern const struct keys scenario_keys;

/* What a scenario makes of the service and this month, in memory: the service's
 * files stay as they are. The scenario's file is `path` of `scenarios`, which may
 * be another source than the service's: source_folder("") reads paths as they are
 * given. Mistakes are cited in the scenario's file; warnings of the service as it
 * stands are not repeated. STATUS_OK: all three are the caller's, for
 * scenario_free, service_free and month_free, in any order. STATUS_BAD_INPUT:
 * nothing is handed out. */
enum status scenario_read(struct source *source, struct source *scenarios, const char *path,
                          const char *month_id, struct diagnostics *diagnostics,
                          struct scenario **scenario, struct service **service,
                          struct month **month);

#endif
