/* Plans to change a rota in a few places, priced on the rows of its programme. */
#ifndef ROTA_PLANNING_SUGGEST_SEARCH_H
#define ROTA_PLANNING_SUGGEST_SEARCH_H

#include "model/audit.h"
#include "model/programme.h"

struct solver_trial; /* solver/solver.h */

/* What a clinician does in a slot, from now on. */
struct suggest_move {
  int clinician, slot;
  int candidate; /* of the problem; NONE: nothing */
};

enum { SUGGEST_MOVES_MOST = 12 };

struct suggest_plan {
  struct suggest_move moves[SUGGEST_MOVES_MOST]; /* each of another cell, in order of finding */
  int n_moves;
  int64_t cost; /* of the rota with it; exact, or somewhat too high */
  bool lawful; /* it breaks nothing that the rota keeps, nor any limit further */
};

struct suggest_search {
  const struct problem *problem;
  const struct rota *rota;
  struct programme *programme;
  struct solver_trial *trial;
  bool *pinned; /* [clinicians * slots] nothing moves there */
};

/* Of a rota that around_is_possible; what is locked, or before `today`, is pinned. The audit must
 * outlive it. Free with suggest_search_free (NULL is fine). */
struct suggest_search *suggest_search_new(const struct audit *before, int today);
void suggest_search_free(struct suggest_search *search);

void suggest_search_pin(struct suggest_search *search, int clinician, int slot);
bool suggest_search_is_pinned(const struct suggest_search *search, int clinician, int slot);
/* What the clinician does in the slot, as a candidate; NONE: nothing. */
int suggest_search_now(const struct suggest_search *search, int clinician, int slot);

/* Adds a move; false, and nothing is added: the cell is pinned or moved already, it is no change,
 * or there is no room. */
bool suggest_plan_add(const struct suggest_search *search, struct suggest_plan *plan,
                      struct suggest_move move);
/* Sets its cost, and whether it is lawful. */
void suggest_plan_price(const struct suggest_search *search, struct suggest_plan *plan);
/* Fills `uses` (int, in order) with those whose hard limits it breaks. */
void suggest_plan_breaks(const struct suggest_search *search, const struct suggest_plan *plan,
                         GArray *uses);

/* The same moves, in any order. */
bool suggest_plan_is_same(const struct suggest_plan *plan, const struct suggest_plan *other);

/* Adds to `out` (struct suggest_plan) the cheapest `most` that go one step beyond the plan:
 * somebody takes on what it leaves undone, or somebody who is in it gives up work, hands it over or
 * takes more on. Of equals the first found comes first. */
void suggest_search_extend(const struct suggest_search *search, const struct suggest_plan *plan,
                           guint most, GArray *out);

/* The cheapest at the head; of equals that with fewer moves. */
gint suggest_plan_cheaper(gconstpointer left, gconstpointer right);

/* The rota with the plan; rota_free it. */
struct rota *suggest_plan_rota(const struct suggest_search *search,
                               const struct suggest_plan *plan);

#endif
