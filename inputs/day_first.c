#include "inputs/day_first.h"

#include "model/date.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

bool day_first_parse(const char *text, int *out)
{
  g_auto(GStrv) parts = g_strsplit(text, "/", 4);
  if (g_strv_length(parts) != 3 || strlen(parts[2]) != 4)
    return false;
  for (char **part = parts; *part; part++)
    if (!**part || strlen(*part) > 4 || strspn(*part, "0123456789") != strlen(*part))
      return false;
  int date = date_make(atoi(parts[2]), atoi(parts[1]), atoi(parts[0]));
  if (date == DATE_NONE)
    return false;
  *out = date;
  return true;
}
