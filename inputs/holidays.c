/* holidays: the days on which the service is closed everywhere. */
#include "inputs/sections.h"
#include "inputs/value.h"

#include <stdlib.h>
#include <string.h>

/* Bank holidays of England and Wales, by the rules they follow: the Banking and
 * Financial Dealings Act 1971, and Good Friday and Christmas Day by common law. They
 * agree with those published for 2026 to 2028 (www.gov.uk/bank-holidays). A special
 * bank holiday, and one moved for once, is proclaimed: a service adds it to its list
 * when it is, so the rules are trusted for some years only. */
enum { FIRST_YEAR = 2026, LAST_YEAR = 2035, YEAR_HOLIDAYS_MAX = 12, HOLIDAYS_MAX = 400 };

static const char *const table_name = "england-and-wales";

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

static int add_year(int year, int *out)
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

static void add_table(struct service *service)
{
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    service->n_holidays += add_year(year, &service->holidays[service->n_holidays]);
  service->holidays_from = date_make(FIRST_YEAR, 1, 1);
  service->holidays_until = date_make(LAST_YEAR, 12, 31);
}

static bool is_table(const struct node *node)
{
  return node->kind == NODE_SCALAR && strcmp(node->text, table_name) == 0;
}

static int by_date(const void *left, const void *right)
{
  const int *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

static void read_list(struct reader *reader, const struct node *const *items, int count)
{
  struct service *service = reader->draft;
  for (int i = 0; i < count; i++)
    if (!is_table(items[i]))
      service->n_holidays += value_date(reader, items[i], &service->holidays[service->n_holidays]);
    else if (service->holidays_from == DATE_NONE)
      add_table(service);
  qsort(service->holidays, (size_t)service->n_holidays, sizeof *service->holidays, by_date);
}

void holidays_read(struct reader *reader, const struct node *holidays)
{
  const char *const choices[] = {table_name, "none", NULL};
  int choice, table = (LAST_YEAR - FIRST_YEAR + 1) * YEAR_HOLIDAYS_MAX;
  struct service *service = reader->draft;
  if (!holidays)
    return;
  service->where_holidays = holidays->where;
  bool list = holidays->kind == NODE_LIST;
  if (list && !reader_bound(reader, holidays->where, "holidays", holidays->count, HOLIDAYS_MAX))
    return;
  service->holidays = ARENA_NEW(service->arena, int, table + (list ? holidays->count : 0));
  if (list)
    read_list(reader, holidays->items, holidays->count);
  else if (holidays->kind == NODE_MAP)
    reader_is_list(reader, holidays, "holidays");
  else if (value_choice(reader, holidays, choices, &choice) && choice == 0)
    read_list(reader, &holidays, 1);
}
