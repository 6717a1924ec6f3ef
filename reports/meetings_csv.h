/* The meetings of a rota as CSV, for whoever puts them into diaries. */
#ifndef ROTA_REPORTS_MEETINGS_CSV_H
#define ROTA_REPORTS_MEETINGS_CSV_H

#include "model/assessment.h"

/* A row for each 1:1 and meeting that rules ask for, in the assessment's order: date, session,
 * from, to, minutes, rule, team, clinician, supervisor, sites, attending, missing. Words
 * are ids, with spaces between several; the first four are empty where it can't be held.
 * g_free it. */
char *meetings_csv_text(const struct assessment *assessment);

#endif
