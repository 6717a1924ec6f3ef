/* The other engine (engine/outside.h) on the whole programme, beside the improvement. */
#ifndef ROTA_SOLVER_EXACT_OUTSIDE_PROOF_H
#define ROTA_SOLVER_EXACT_OUTSIDE_PROOF_H

#include "solver/bound/bound.h"

/* To the proof, on a small programme: `seconds` of the engine's time at most, 0: until the run is
 * over. Begins anew when the improvement has halved the gap meanwhile. */
void outside_proof_search(struct run *run, double seconds);

/* The same of solutions that cost at most `roof`, in what `bounding` has of them. */
void outside_proof_below(struct run *run, const struct bounding *bounding, int64_t roof,
                         double seconds);

/* Would its root end within `seconds`? By experience: docs/decisions/0039. */
bool outside_proof_affords(const struct run *run, double seconds);
/* The bound at its root alone, from our relaxation: what it finds beyond our cuts it finds far
 * sooner with them. */
void outside_proof_root(struct run *run, const struct bounding *bounding);

#endif
