/* How ideas come about; between the files that think of them. */
#ifndef ROTA_COMMANDS_ADVISE_IDEAS_H
#define ROTA_COMMANDS_ADVISE_IDEAS_H

#include "commands/advise_candidates.h"

/* Appends an idea; takes the texts. */
void ideas_add(GPtrArray *ideas, enum candidate_kind kind, double estimate, char *words,
               char *change);

/* What the person could do best in the slot with any of these tasks, [tasks], at a
 * site where they may be sent, by the prices; 0 for nothing. */
double ideas_best(const struct worth *worth, int clinician, int slot, const bool *tasks);

/* Appends an idea for each person and session of the service's week that is not in
 * their pattern: that it were, as long as the contract stays within 1.0 WTE. */
void ideas_of_sessions(const struct worth *worth, GPtrArray *ideas);

#endif
