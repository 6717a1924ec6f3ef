#include "model/date.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

const char *const date_weekday_names[WEEK_DAYS] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
const char *const date_month_names[YEAR_MONTHS] = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
const char *const date_months_short[YEAR_MONTHS] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static GDate to_gdate(int date)
{
  GDate gdate;
  g_date_clear(&gdate, 1);
  g_date_set_julian(&gdate, (guint32)date);
  return gdate;
}

int date_make(int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return DATE_NONE;
  if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return DATE_NONE;
  GDate gdate;
  g_date_clear(&gdate, 1);
  g_date_set_dmy(&gdate, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (int)g_date_get_julian(&gdate);
}

int date_today(void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  return date_make(g_date_time_get_year(now), g_date_time_get_month(now),
                   g_date_time_get_day_of_month(now));
}

bool date_parse(const char *text, int *out)
{
  static const char shape[] = "dddd-dd-dd";
  if (strlen(text) != sizeof shape - 1)
    return false;
  for (size_t i = 0; shape[i]; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i])
      return false;
  int date = date_make(atoi(text), atoi(text + 5), atoi(text + 8));
  if (date == DATE_NONE)
    return false;
  *out = date;
  return true;
}

const char *date_format(int date, char text[DATE_TEXT_SIZE])
{
  GDate gdate = to_gdate(date);
  g_date_strftime(text, DATE_TEXT_SIZE, "%Y-%m-%d", &gdate);
  return text;
}

const char *date_format_long(int date, char text[DATE_LONG_SIZE])
{
  g_snprintf(text, DATE_LONG_SIZE, "%d %s %d", date_day(date),
             date_month_names[date_month(date) - 1], date_year(date));
  return text;
}

const char *date_format_short(int date, char text[DATE_TEXT_SIZE])
{
  static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  snprintf(text, DATE_TEXT_SIZE, "%s %d %s", days[date_weekday(date)], date_day(date),
           date_months_short[date_month(date) - 1]);
  return text;
}

int date_weekday(int date)
{
  return (date - 1) % WEEK_DAYS; /* 1 January of year 1 was a Monday */
}

int date_iso_week(int date)
{
  GDate gdate = to_gdate(date);
  return (int)g_date_get_iso8601_week_of_year(&gdate);
}

int date_year(int date)
{
  GDate gdate = to_gdate(date);
  return g_date_get_year(&gdate);
}

int date_month(int date)
{
  GDate gdate = to_gdate(date);
  return (int)g_date_get_month(&gdate);
}

int date_day(int date)
{
  GDate gdate = to_gdate(date);
  return g_date_get_day(&gdate);
}

int date_days_in_month(int year, int month)
{
  return g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
}
