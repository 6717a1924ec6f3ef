/* Negative wishes ("dislike", "avoid", wanting to be off), and how many of them a rota
 * keeps: throughout the month, and session by session. */
#ifndef ROTA_MODEL_AVOIDANCE_H
#define ROTA_MODEL_AVOIDANCE_H

#include "model/problem.h"

#include <glib.h>

/* Of the sessions, each is counted once for each wish that something the person could do
 * in it, or does, goes against. */
struct avoidance {
  int asked, met;             /* wishes; those that nothing in the month goes against */
  int sessions, sessions_met; /* sessions as above; those in which nothing does */
};

/* Of what the clinician asked for; `firm`: of the strongest alone, which are to avoid
 * something, or at "love" to be off. */
struct avoidance avoidance_of(const struct problem *problem, const struct rota *rota, int clinician,
                              bool firm);

/* One of the strongest wishes, and what goes against it. */
struct refusal {
  int clinician;
  int site, task, person;                /* not wanted; NONE: not spoken of */
  const struct session_request *request; /* NULL: in any session */
  int slot, sessions;                    /* the first, and how many go against it */
  struct where where;
};

/* Appends each of the clinician's that is not kept, in order of the file's sections. */
void avoidance_refusals(const struct problem *problem, const struct rota *rota, int clinician,
                        GArray *out);

/* Adds what is another's. */
void avoidance_add(struct avoidance *sum, const struct avoidance *other);

#endif
