/* What another engine did in the builds that are compared: whose word a bound is, and who failed.
 */
#ifndef ROTA_REPORTS_ENGINE_NOTES_H
#define ROTA_REPORTS_ENGINE_NOTES_H

#include "model/waiting/outcome.h"

/* Adds sentences (char *), each naming the outcomes it is of: "as it is, A: ...". names[count] are
 * what the outcomes are called; an outcome may be NULL. */
void engine_notes(GPtrArray *notes, const struct outcome *const *outcomes, const char *const *names,
                  int count);

#endif
