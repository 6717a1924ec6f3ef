/* Can leave be granted? Where there is a rota, by the repair that it would cost; before, by what
 * the service could still cover. */
#ifndef ROTA_PLANNING_LEAVE_H
#define ROTA_PLANNING_LEAVE_H

#include "planning/folder.h"
#include "planning/leave_cover.h"
#include "planning/repair.h"

struct leave_request {
  const char *directory, *month_id;
  int clinician; /* of the service */
  int from, until;
  int today; /* nothing before it moves */
  const struct build_settings *settings;
};

enum leave_verdict {
  LEAVE_YES,     /* nothing that is needed is lost */
  LEAVE_NO,      /* something is, or nothing lawful is left */
  LEAVE_UNKNOWN, /* not found in the time */
};

struct leave_day {
  int date;
  enum leave_verdict verdict; /* of leave on that day alone */
};

struct leave_answer {
  const struct problem *problem; /* of the month without the leave */
  enum leave_verdict verdict;
  GPtrArray *lost; /* char: what would be missing, a line each */
  char *reason; /* of LEAVE_NO, where no lawful rota is left with it, perhaps in lines; or NULL */
  GArray *days; /* struct leave_day, those on which the clinician works; where there are several
                   and the verdict isn't yes; otherwise empty */
  bool has_rota;
  bool published;           /* the rota is the published one; otherwise the working copy */
  int changes;              /* with a rota: other places that change */
  int64_t dearer;           /* and what the mended rota costs more */
  bool known;               /* `dearer` is: the rota was lawful before */
  GArray *moved;            /* struct repair_change, with a rota; otherwise empty */
  struct leave_cover cover; /* without one */
};

/* The folder is of the request's month. STATUS_BAD_INPUT: the diagnostics say what is wrong. The
 * answer is the caller's, for leave_answer_clear, whatever the status. */
enum status leave_ask(const struct folder *folder, const struct leave_request *request,
                      struct diagnostics *diagnostics, struct leave_answer *out);
void leave_answer_clear(struct leave_answer *answer);

#endif
