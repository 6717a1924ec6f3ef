/* Everybody's absence, tried side by side. */
#ifndef ROTA_COMMANDS_ADVISE_ABSENCES_H
#define ROTA_COMMANDS_ADVISE_ABSENCES_H

#include "commands/advise_absence.h"

/* Tries a week's absence of each clinician, `settings.threads` at a time, and
 * appends a struct advice_absence for each, worst first; then, to `roles`, a
 * struct advice_role for whatever the service asks for, fewest holders first.
 * `show` (NULL: nobody) is told five times a second how many are done. */
void absences_add(const struct absence_ground *ground, GPtrArray *absences, GPtrArray *roles,
                  void (*show)(int done, int count));

#endif
