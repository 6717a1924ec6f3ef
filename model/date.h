/* Dates as day numbers (GLib's Julian days: 1 is 1 January of year 1), so that
 * days can be compared, subtracted and used as array offsets. */
#ifndef ROTA_MODEL_DATE_H
#define ROTA_MODEL_DATE_H

#include <stdbool.h>

enum { DATE_NONE = 0, DATE_TEXT_SIZE = 16, DATE_LONG_SIZE = 32, WEEK_DAYS = 7, YEAR_MONTHS = 12 };

extern const char *const date_weekday_names[WEEK_DAYS];  /* mon ... sun */
extern const char *const date_month_names[YEAR_MONTHS];  /* January ... */
extern const char *const date_months_short[YEAR_MONTHS]; /* Jan ... */

/* The day number, or DATE_NONE where year-month-day is not a date. */
int date_make(int year, int month, int day);
/* Reads exactly "2027-01-12"; false, and `out` untouched, for anything else. */
bool date_parse(const char *text, int *out);
/* Writes "2027-01-12" to `text` and returns it. */
const char *date_format(int date, char text[DATE_TEXT_SIZE]);
/* Writes "Tue 12 Jan" to `text` and returns it. */
const char *date_format_short(int date, char text[DATE_TEXT_SIZE]);

/* Writes "12 January 2027" to `text` and returns it. */
const char *date_format_long(int date, char text[DATE_LONG_SIZE]);

/* By the machine's clock and time zone. For what is written on a published month and told
 * to people; never for a decision. */
int date_today(void);

int date_weekday(int date);  /* 0 Monday ... 6 Sunday */
int date_iso_week(int date); /* 1 ... 53 */
int date_year(int date);
int date_month(int date); /* 1 ... 12 */
int date_day(int date);   /* 1 ... 31 */
int date_days_in_month(int year, int month);

#endif
