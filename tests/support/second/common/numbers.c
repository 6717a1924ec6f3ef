#include "tests/support/second/second.h"

int64_t second_round(int64_t a, int64_t b)
{
  return (2 * a + b) / (2 * b);
}

int64_t second_up(int64_t a, int64_t b)
{
  return (a + b - 1) / b;
}

int64_t second_started(int64_t a, int64_t b)
{
  return a > 0 ? second_up(a, b) : 0;
}

int64_t second_above(int64_t a, int64_t b)
{
  return a > b ? a - b : 0;
}

/* Day 1, 1 January of year 1, was a Monday. */
int second_weekday(int date)
{
  return (date - 1) % 7;
}

static int new_year(int year)
{
  int before = year - 1;
  return 365 * before + before / 4 - before / 100 + before / 400 + 1;
}

/* Days are counted off, a month at a time, from the year's first. */
int second_months_before(int date, int months)
{
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year = 1 + date / 366, ends[60] = {0}, n = 0, first;
  while (new_year(year + 1) <= date)
    year++;
  first = new_year(year - 4);
  for (int y = year - 4; y <= year; y++)
    for (int m = 0; m < 12; m++, n++)
      ends[n] = (n ? ends[n - 1] : first - 1) + lengths[m] +
                (m == 1 && new_year(y + 1) - new_year(y) == 366);
  int own = 48;
  while (ends[own] < date)
    own++;
  int then = ends[own - months - 1] + date - ends[own - 1];
  return then < ends[own - months] ? then : ends[own - months];
}

int second_week_of(int monday, int weeks, int date)
{
  int whole = 7 * weeks, days = date - monday;
  while (days < 0)
    days += whole;
  return days % whole / 7;
}

/* A week is of the year in which its Thursday lies. */
bool second_even_week(int date)
{
  int thursday = date - second_weekday(date) + 3;
  int year = thursday / 366;
  while (new_year(year + 1) <= thursday)
    year++;
  return ((thursday - new_year(year)) / 7 + 1) % 2 == 0;
}
