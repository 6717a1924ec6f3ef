#include "inputs/month_folders.h"

#include "model/date.h"

#include <glib.h>

enum { YEAR_LEAST = 2000, YEAR_MOST = 2199 };

bool month_folders_parse(const char *id, int *year, int *month)
{
  g_autofree char *first = g_strconcat(id, "-01", NULL);
  int date;
  if (!date_parse(first, &date) || date_year(date) < YEAR_LEAST || date_year(date) > YEAR_MOST)
    return false;
  *year = date_year(date);
  *month = date_month(date);
  return true;
}

char **month_folders_list(const struct source *source)
{
  g_auto(GStrv) names = source_list(source, "", "");
  GPtrArray *months = g_ptr_array_new();
  int year, month;
  for (char **name = names; *name; name++)
    if (month_folders_parse(*name, &year, &month))
      g_ptr_array_add(months, g_strdup(*name));
  g_ptr_array_add(months, NULL);
  return (char **)g_ptr_array_free(months, FALSE);
}
