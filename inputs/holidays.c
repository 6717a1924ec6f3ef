/* holidays: the days on which the service is closed everywhere. */
#include "inputs/sections.h"
#include "inputs/value.h"

#include <string.h>

/* Bank holidays in England and Wales, in the order of the calendar. Source:
 * www.gov.uk/bank-holidays, as published for 2026 to 2028; contains public
 * sector information licensed under the Open Government Licence v3.0. */
enum { FIRST_YEAR = 2026, LAST_YEAR = 2028, HOLIDAYS_MAX = 400 };

static const struct {
  int year, month, day;
} england_and_wales[] = {
    {2026, 1, 1},   {2026, 4, 3},   {2026, 4, 6},   {2026, 5, 4},   {2026, 5, 25},  {2026, 8, 31},
    {2026, 12, 25}, {2026, 12, 28}, {2027, 1, 1},   {2027, 3, 26},  {2027, 3, 29},  {2027, 5, 3},
    {2027, 5, 31},  {2027, 8, 30},  {2027, 12, 27}, {2027, 12, 28}, {2028, 1, 3},   {2028, 4, 14},
    {2028, 4, 17},  {2028, 5, 1},   {2028, 5, 29},  {2028, 8, 28},  {2028, 12, 25}, {2028, 12, 26},
};

static void take_table(struct service *service)
{
  int count = (int)G_N_ELEMENTS(england_and_wales);
  service->holidays = ARENA_NEW(service->arena, int, count);
  service->n_holidays = count;
  for (int i = 0; i < count; i++)
    service->holidays[i] =
        date_make(england_and_wales[i].year, england_and_wales[i].month, england_and_wales[i].day);
  service->holidays_from = date_make(FIRST_YEAR, 1, 1);
  service->holidays_until = date_make(LAST_YEAR, 12, 31);
}

static int by_date(const void *left, const void *right)
{
  const int *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

static void take_list(struct reader *reader, const struct node *list)
{
  struct service *service = reader->draft;
  if (!reader_bound(reader, list->where, "holidays", list->count, HOLIDAYS_MAX))
    return;
  service->holidays = ARENA_NEW(service->arena, int, list->count);
  for (int i = 0; i < list->count; i++)
    if (value_date(reader, list->items[i], &service->holidays[service->n_holidays]))
      service->n_holidays++;
  qsort(service->holidays, (size_t)service->n_holidays, sizeof *service->holidays, by_date);
}

void holidays_read(struct reader *reader, const struct node *holidays)
{
  static const char *const choices[] = {"england-and-wales", "none", NULL};
  int choice = 0;
  if (!holidays)
    return;
  reader->draft->where_holidays = holidays->where;
  if (holidays->kind == NODE_LIST)
    take_list(reader, holidays);
  else if (holidays->kind == NODE_MAP)
    reader_is_list(reader, holidays, "holidays");
  else if (value_choice(reader, holidays, choices, &choice) && choice == 0)
    take_table(reader->draft);
}
