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

/* Weeks after the month as the service then is: whoever has joined by that Monday is there, and
 * whoever has left is not. They have no holidays, preferences, locks, events or history, leave
 * that is spread evenly, and of what a scenario closes only what is closed from then on. */
struct scenario_weeks {
  int monday;     /* after the month */
  int exception;  /* of the scenario's `later`, which they have besides; NONE: none */
  double leave;   /* share of working days that everybody is away */
  bool recurring; /* what comes back in every month takes place */
};

/* Reads such weeks of the service as it stands (`path` NULL) or as the scenario leaves it; the
 * rest as above. Only mistakes are told: the month has been read, and has said the rest. */
enum status scenario_read_weeks(struct source *source, struct source *scenarios, const char *path,
                                const char *month_id, const struct scenario_weeks *weeks,
                                struct diagnostics *diagnostics, struct service **service,
                                struct month **month);

#endif
