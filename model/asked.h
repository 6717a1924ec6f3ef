/* What work is asked for, in which slot, at which site; and of whom. Nothing else is planned:
 * see rule `asked`. */
#ifndef ROTA_MODEL_ASKED_H
#define ROTA_MODEL_ASKED_H

#include "model/problem.h"

/* Does anybody ask for the task at the site in that slot? */
enum asked {
  ASKED_NOT,
  ASKED_JOINTLY,  /* lines of several tasks, or of some people, do alone, up to their numbers */
  ASKED_BY_LINES, /* lines of demand do, up to their numbers */
  ASKED_ANYHOW,   /* a rule does that names it, the task may be done in spare time, or a line has a
                     price for more than it asks */
};
enum asked asked_at(const struct problem *problem, int slot, int task, int site);
/* Is that what the line asks for: its slot, one of its tasks, at a site of its own, and no event's
 * work but its own? And where, in a slot of its own, the line's work at that site moves to, or
 * NONE: that of a joint line does not. */
bool asked_by_line(const struct problem *problem, const struct demand *line, int slot, int task,
                   int site);
int asked_where_moved(const struct problem *problem, const struct demand *line, int slot, int site);
/* Is it asked of this very person: by a lock, by an arrangement that names the task, or by
 * what was agreed for the session? */
bool asked_of(const struct problem *problem, const struct assignment *assignment);

/* The table problem.asked, once the demand and the work of events stand; g_free it. */
uint8_t *asked_new(const struct problem *problem);

#endif
