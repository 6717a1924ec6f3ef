#include "model/month_id.h"

#include <glib.h>
#include <string.h>

enum { YEAR_LEAST = 2000, YEAR_MOST = 2199 };

bool month_id_is_weeks(const char *id)
{
  return strlen(id) > strlen("2027-01");
}

bool month_id_parse(const char *id, int *first)
{
  g_autofree char *day = g_strconcat(id, month_id_is_weeks(id) ? "" : "-01", NULL);
  int date;
  if (!date_parse(day, &date) || date_year(date) < YEAR_LEAST || date_year(date) > YEAR_MOST)
    return false;
  *first = date;
  return true;
}

const char *month_id_format(int first, int weeks, char id[DATE_TEXT_SIZE])
{
  if (weeks > 0)
    return date_format(first, id);
  g_snprintf(id, DATE_TEXT_SIZE, "%04d-%02d", date_year(first), date_month(first));
  return id;
}

int month_id_last(int first, int weeks)
{
  int days =
      weeks > 0 ? weeks * WEEK_DAYS : date_days_in_month(date_year(first), date_month(first));
  return first + days - 1;
}

char *month_id_title(const char *id, int until)
{
  int from;
  if (!month_id_parse(id, &from))
    return g_strdup(id);
  if (!month_id_is_weeks(id))
    return g_strdup_printf("%s %d", date_month_names[date_month(from) - 1], date_year(from));
  char first[DATE_LONG_SIZE], last[DATE_LONG_SIZE];
  date_format_long(from, first);
  if (date_year(from) == date_year(until))
    *strrchr(first, ' ') = '\0';
  return g_strdup_printf("%s to %s", first, date_format_long(until, last));
}

char *month_id_days(const char *id, int until)
{
  char last[DATE_TEXT_SIZE];
  return month_id_is_weeks(id) ? g_strdup_printf("%s to %s", id, date_format(until, last))
                               : g_strdup(id);
}
