#include "model/bank_holidays.h"

#include "model/date.h"

/* Bank holidays of England and Wales, by the rules they follow: the Banking and
 * Financial Dealings Act 1971, and Good Friday and Christmas Day by common law. They
 * agree with those published for 2026 to 2028 (www.gov.uk/bank-holidays). A special
 * bank holiday, and one moved for once, is proclaimed: a service adds it to its list
 * when it is, so the rules are trusted for some years only. */
static bool is_weekend(int date)
{
  return date_weekday(date) >= 5;
}

static int monday_from(int date)
{
  return date + (WEEK_DAYS - date_weekday(date)) % WEEK_DAYS;
}

/* The anonymous Gregorian algorithm, as in Meeus, Astronomical Algorithms, chapter 8. */
static int easter_sunday(int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return date_make(year, f / 31, f % 31 + 1);
}

static bool has(const int *dates, int count, int date)
{
  for (int i = 0; i < count; i++)
    if (dates[i] == date)
      return true;
  return false;
}

/* What falls on a Saturday or Sunday has a substitute besides: the next weekday that is
 * no holiday itself. A service that opens at weekends is closed on both. */
static int add_substitutes(int *dates, int count)
{
  int written = count;
  for (int i = 0; i < written; i++) {
    int date = dates[i];
    if (!is_weekend(date))
      continue;
    while (is_weekend(date) || has(dates, count, date))
      date++;
    dates[count++] = date;
  }
  return count;
}

int bank_holidays_of_year(int year, int *out)
{
  int easter = easter_sunday(year), count = 0;
  out[count++] = date_make(year, 1, 1);
  out[count++] = easter - 2;
  out[count++] = easter + 1;
  out[count++] = monday_from(date_make(year, 5, 1));  /* the first of May */
  out[count++] = monday_from(date_make(year, 5, 25)); /* the last of May */
  out[count++] = monday_from(date_make(year, 8, 25)); /* the last of August */
  out[count++] = date_make(year, 12, 25);
  out[count++] = date_make(year, 12, 26);
  return add_substitutes(out, count);
}

bool bank_holidays_has(int date)
{
  int dates[BANK_HOLIDAYS_MAX];
  return has(dates, bank_holidays_of_year(date_year(date), dates), date);
}
