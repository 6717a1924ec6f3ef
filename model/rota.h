/* A rota: who does what, where, in which session. It can hold anything, lawful
 * or not, so that checks have something to find. */
#ifndef ROTA_MODEL_ROTA_H
#define ROTA_MODEL_ROTA_H

#include <stdbool.h>

struct problem;

struct assignment {
  int clinician, slot, task, site;
  bool locked; /* of candidates and of a rota's items: a lock of the month says so */
};

struct rota {
  struct assignment *items; /* in order of clinician, slot, task, site */
  int count;
  int *cell;    /* [clinicians * slots + 1]: items of a clinician in a slot */
  int *in_slot; /* [count] items in order of slot, then as above */
  int *slot;    /* [slots + 1]: where each slot starts in in_slot */
  int n_slots;
};

/* Takes a copy of the assignments, in any order; repeats are kept, for checks
 * to see. All indices must be valid; `locked` is found here. Free with rota_free (NULL is fine). */
struct rota *rota_new(const struct problem *problem, const struct assignment *items, int count);
void rota_free(struct rota *rota);

/* The items of a clinician in a slot: the first of `*count`. */
const struct assignment *rota_at(const struct rota *rota, int clinician, int slot, int *count);

#endif
