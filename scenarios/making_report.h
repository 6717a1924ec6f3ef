/* What is said to the person who wrote a scenario. */
#ifndef ROTA_SCENARIOS_MAKING_REPORT_H
#define ROTA_SCENARIOS_MAKING_REPORT_H

#include "model/diagnostics.h"

/* Hands on to `to` what `from` says of the changed service, each thing once, but for
 * what `before` says too, of the service as it stands. A message about another file
 * than the scenario's, `path`, names the scenario as the reason; with `path` NULL there
 * is no scenario to name. Where there is an error, warnings about other files are left
 * out: they may only follow from it. */
void making_pass_on(struct diagnostics *from, struct diagnostics *before, const char *path,
                    struct diagnostics *to);

#endif
