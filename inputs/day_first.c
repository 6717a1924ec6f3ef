#include "inputs/day_first.h"

#include "model/date.h"

#include <stdio.h>
#include <string.h>

bool day_first_parse(const char *text, int *out)
{
  int day, month, year, used = 0;
  if (strspn(text, "0123456789/") != strlen(text) ||
      sscanf(text, "%2d/%2d/%4d%n", &day, &month, &year, &used) != 3 || text[used])
    return false;
  int date = date_make(year, month, day);
  if (date == DATE_NONE)
    return false;
  *out = date;
  return true;
}
