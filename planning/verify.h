/* The verdict on a rota that was written before: are its rules kept, and is what it
 * says of itself right? */
#ifndef ROTA_PLANNING_VERIFY_H
#define ROTA_PLANNING_VERIFY_H

#include "planning/existing_rota.h"

struct verification {
  int broken;             /* hard limits, and assignments at no session of the month */
  GPtrArray *differences; /* a sentence (char *) for each stated figure that is not right */
};

/* Holds the rota, which is resolved, against the rules, and every figure of its
 * document against what its assignments add up to. For verification_clear. */
void verify_rota(const struct existing_rota *rota, const char *version, struct verification *out);
void verification_clear(struct verification *verification);

bool verification_is_good(const struct verification *verification);

#endif
