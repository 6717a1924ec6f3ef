/* What reading a scenario has to say to the person who wrote it. */
#ifndef ROTA_SCENARIOS_MAKING_REPORT_H
#define ROTA_SCENARIOS_MAKING_REPORT_H

#include "model/diagnostics.h"

/* Hands on what `before`, said of the service as it stands, has not, each thing
 * once. Where it cites another file than the scenario's `path`, it says whose
 * doing it is; `path` NULL: nobody's. With a mistake about, warnings about other
 * files are left out: they may be no more than its consequences. */
void making_pass_on(struct diagnostics *from, struct diagnostics *before, const char *path,
                    struct diagnostics *to);

#endif
