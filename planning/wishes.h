/* All that one person asked for, line by line, and what a rota makes of it. */
#ifndef ROTA_PLANNING_WISHES_H
#define ROTA_PLANNING_WISHES_H

#include "model/problem.h"

#include <glib.h>

enum wish_kind { WISH_SITE, WISH_TASK, WISH_PERSON, WISH_SESSION };

struct wish_line {
  int clinician;
  enum wish_kind kind;
  int item;                              /* site, task or person; NONE: a session's */
  const struct session_request *request; /* of a session, otherwise NULL */
  int level;                             /* in service.levels */
  bool against;                          /* something is not wanted: off, or a level against it */
  struct where where;
  /* In the month's sessions: */
  int possible; /* it speaks of, and the month's candidates could keep or break it in */
  int kept;     /* of these, in which the rota keeps it */
  int spoken;   /* it speaks of at all, the person being at work */
};

/* struct wish_line, in order of file and line. g_array_unref it. */
GArray *wishes_new(const struct problem *problem, const struct rota *rota, int clinician);

/* Is the wish refused? One for a place, task or person in general is once it is kept in no
 * session of the month, any other once it is broken in one. */
bool wish_is_refused(const struct wish_line *wish);

/* Does the assignment, of the wish's clinician, do what the wish speaks of? Of a person:
 * anywhere where the two can meet. */
bool wish_has(const struct problem *problem, const struct wish_line *wish,
              const struct assignment *item);

/* Does the rota have, in that slot, what the wish speaks of? */
bool wish_is_done(const struct problem *problem, const struct rota *rota,
                  const struct wish_line *wish, int slot);

/* Could some candidate of the clinician's have it there? */
bool wish_could_be_done(const struct problem *problem, const struct wish_line *wish, int slot);

#endif
