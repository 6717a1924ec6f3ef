/* What the service needs in some sessions, and how much of it could be met without somebody: the
 * most that fits people to needs, each person once a session (a flow). What a build must also
 * heed, hours and rest above all, is left out: no rota meets more, but it may meet less. */
#ifndef ROTA_PLANNING_LEAVE_COVER_H
#define ROTA_PLANNING_LEAVE_COVER_H

#include "model/label.h"
#include "model/problem.h"

#include <glib.h>

/* One thing that is needed: of a session, or of a week or more that holds some of them. */
struct leave_need {
  struct label at;
  int slot;   /* NONE: not of one session */
  int needed; /* people or sessions */
  int able;   /* of a session: people who could, without that somebody */
  int met;    /* with everybody there */
  int left;   /* without that somebody */
};

/* The session as a whole. */
struct leave_session {
  int slot;
  int there;           /* people at work then, without that somebody */
  int needed, left;    /* over its own needs */
  int tightest, spare; /* in the needs: the one with the fewest people to spare, NONE: there is
                          none; and so many */
};

struct leave_cover {
  GArray *needs;    /* struct leave_need, in the order of the programme's rows */
  GArray *sessions; /* struct leave_session, those of the days that the clinician works in */
};

/* Of the clinician's absence on the days from `from` to `until`. For leave_cover_clear. */
void leave_cover_find(const struct problem *problem, int clinician, int from, int until,
                      struct leave_cover *out);
void leave_cover_clear(struct leave_cover *cover);

#endif
