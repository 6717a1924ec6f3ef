/* Calendars in iCalendar (RFC 5545), for phones: of a person, or of a site. */
#ifndef ROTA_REPORTS_ICAL_H
#define ROTA_REPORTS_ICAL_H

#include "model/problem.h"

/* Whose calendar: one of the two, the other NONE. */
struct ical_of {
  int clinician, site;
};

/* Of the last of the versions of one month's rota, the others being those published before,
 * the oldest first. An event keeps its UID from version to version; its SEQUENCE says how often
 * it changed, and what is no more is CANCELLED, so that a calendar that took an earlier version
 * follows. Times are Europe/London's; nothing is said of patients or of leave. `stamp`: when it
 * is made, such as "20270104T083000Z". g_free it. */
char *ical_text(const struct problem *problem, const struct rota *const *versions, int n_versions,
                struct ical_of of, const char *stamp);

#endif
