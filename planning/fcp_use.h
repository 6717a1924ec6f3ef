/* How first contact is used, PCN by PCN: fcp_use.csv beside what a month's rota provides, and the
 * sessions that the use asks for. docs/fcp-use.md says how. */
#ifndef ROTA_PLANNING_FCP_USE_H
#define ROTA_PLANNING_FCP_USE_H

#include "model/diagnostics.h"
#include "model/fcp_use.h"
#include "model/status.h"

#include <stdbool.h>

/* Under so many percent booked, sessions stand empty; at so many or more, or where the third next
 * appointment is over so many days away, people wait. */
enum { FCP_USE_EMPTY = 80, FCP_USE_FULL = 97, FCP_USE_DAYS = 10 };

enum fcp_verdict { FCP_FITS, FCP_EMPTY, FCP_WAITING, FCP_UNKNOWN };

struct fcp_use {
  char *id, *name;
  int patients;                     /* 0: not given */
  int months;                       /* of those looked at, with a row */
  double offered, booked, attended; /* appointments a month */
  double days_to_third;             /* mean of the months that say; below 0: none does */
  double attended_per_10000;        /* a month; below 0: the patients are not given */
  double offered_per_10000;
  double provided; /* sessions a week in the month's rota; below 0: there is none */
  double wanted;   /* sessions a week by use; below 0: not known */
  enum fcp_verdict verdict;
};

struct fcp_uses {
  char *service;
  char *from, *until;   /* months looked at; NULL: there are none */
  struct fcp_use *pcns; /* in the service's order */
  int count;
  char *task; /* what first contact is: the first task with slots of kind fcp */
  int slots;  /* of one of its sessions */
};

/* `month`: whose rota.json is put beside, and before which the use is looked at; NULL: none, and
 * the last use that is known. STATUS_OK: `out` is the caller's, for fcp_uses_free; otherwise the
 * diagnostics say what is wrong. */
enum status fcp_uses_read(const char *directory, const char *month, struct diagnostics *diagnostics,
                          struct fcp_uses **out);
void fcp_uses_free(struct fcp_uses *uses); /* NULL is fine */

/* A scenario that asks for the wanted sessions in a week at each PCN for which they are known, at
 * least one; for `rota whatif`. NULL: there is none. g_free it. */
char *fcp_uses_scenario(const struct fcp_uses *uses);

#endif
