/* What months are called. "2027-01" is a calendar month; "2027-01-04" is a period of whole
 * weeks from that day on, and its month.yaml says of how many. As texts they are in order of
 * their first days. */
#ifndef ROTA_MODEL_MONTH_ID_H
#define ROTA_MODEL_MONTH_ID_H

#include "model/date.h"

enum { MONTH_WEEKS_MAX = 13, MONTH_DAYS_MAX = MONTH_WEEKS_MAX * WEEK_DAYS };

/* The first day of what is called so; false, and nothing is set, for another text. */
bool month_id_parse(const char *id, int *first);
/* Of an id: is it a period of weeks? */
bool month_id_is_weeks(const char *id);
/* Writes the id of so many weeks from that day, or, with 0 weeks, of its calendar month. */
const char *month_id_format(int first, int weeks, char id[DATE_TEXT_SIZE]);
/* The last day of so many weeks, or, with 0, of the calendar month that begins then. */
int month_id_last(int first, int weeks);

/* In a title: "January 2027", and a period by its days, "4 January to 31 January 2027"; g_free
 * it. */
char *month_id_title(const char *id, int until);

/* In a sentence: "2027-01", and a period by its days, "2027-02-01 to 2027-02-28"; g_free it. */
char *month_id_days(const char *id, int until);

#endif
