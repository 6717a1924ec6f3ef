/* The days a clinician works, past and present and in a published month after, as check
 * reads them from the history and a finished rota. Days count from the month's first, which is 0;
 * the past has negative ones. For check, and for whoever reports; emit has timeline.h. */
#ifndef ROTA_MODEL_WORKDAYS_H
#define ROTA_MODEL_WORKDAYS_H

#include "model/audit.h"

enum { WORKDAYS_PAST = 63, WORKDAYS_MONTH = MONTH_DAYS_MAX };

struct workdays {
  int n_days;  /* of the month */
  int n_known; /* with those of the month after, if it is published */
  bool worked[WORKDAYS_PAST + 2 * WORKDAYS_MONTH]; /* [day + WORKDAYS_PAST] */
};

/* The days with an assignment in scope. */
struct workdays workdays_read(const struct audit *audit, const struct scope *scope, int clinician);

/* False for days beyond what was read. */
bool workdays_has(const struct workdays *workdays, int day);

/* "Tue 2 Feb" in `text`; the day may be outside the month. */
const char *workdays_format(const struct problem *problem, int day, char text[DATE_TEXT_SIZE]);

/* About the clinician on that day of the month, or on its last. */
struct label workdays_label(const struct audit *audit, int clinician, int day);

#endif
