/* holidays: the days on which the service is closed everywhere. */
#include "inputs/sections.h"
#include "inputs/value.h"
#include "model/bank_holidays.h"

#include <stdlib.h>
#include <string.h>

enum { HOLIDAYS_MAX = 400 };

static const char *const table_name = "england-and-wales";

static void add_table(struct service *service)
{
  for (int year = BANK_HOLIDAYS_FIRST_YEAR; year <= BANK_HOLIDAYS_LAST_YEAR; year++)
    service->n_holidays += bank_holidays_of_year(year, &service->holidays[service->n_holidays]);
  service->holidays_from = date_make(BANK_HOLIDAYS_FIRST_YEAR, 1, 1);
  service->holidays_until = date_make(BANK_HOLIDAYS_LAST_YEAR, 12, 31);
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
  int choice, table = (BANK_HOLIDAYS_LAST_YEAR - BANK_HOLIDAYS_FIRST_YEAR + 1) * BANK_HOLIDAYS_MAX;
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
