/* What people asked for, in points, and how satisfied that leaves them. For emit
 * and for whoever reports; a check has model/reckoning.h and
 * model/reckoning_range.h for all but satisfaction_meets. */
#ifndef ROTA_MODEL_SATISFACTION_H
#define ROTA_MODEL_SATISFACTION_H

#include "model/problem.h"

/* Points of one assignment by its place, task and session alone. People asked
 * for or avoided come on top: see preference_person_points. */
int preference_points(const struct problem *problem, const struct assignment *assignment);

/* What the request is worth, by its level, in a session in which it is met. */
int preference_request_points(const struct criteria *criteria,
                              const struct session_request *request);

/* Does the request speak of that slot? */
bool preference_request_applies(const struct problem *problem,
                                const struct session_request *request, int slot);

/* Points per session that `clinician` gives to working at one site with
 * `other`; 0 if not mentioned, or for oneself. */
int preference_person_points(const struct problem *problem, int clinician, int other);

/* The least and the most points that the month has for a clinician: of the candidates that
 * the demand offers, each as often as it offers them (model/offer.h); a person asked for or
 * avoided is taken to be there whenever some candidate of theirs is. False, and the same twice,
 * where nothing was asked for or nothing can change. */
struct satisfaction_range {
  int worst, best;
};
bool satisfaction_range(const struct problem *problem, int clinician,
                        struct satisfaction_range *out);

/* Is `other` at the item's site in its slot? Nobody is met at a remote site, nor
 * twice by somebody with two items at one site. */
bool satisfaction_meets(const struct problem *problem, const struct rota *rota,
                        const struct assignment *item, int other);

/* Points got in a rota, people included. */
int satisfaction_points(const struct problem *problem, const struct rota *rota, int clinician);

/* (points - worst) / (best - worst) in whole percent, rounded down, within 0 and
 * 100 even for an unlawful rota; -1: nothing was asked for. */
int satisfaction_percent(const struct problem *problem, const struct rota *rota, int clinician);

#endif
