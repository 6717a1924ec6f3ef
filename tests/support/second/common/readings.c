#include "tests/support/second/second.h"

#include <string.h>

void second_find(struct second_sum *sum, int64_t violation, int64_t price)
{
  if (violation == 0)
    return;
  sum->violation += violation;
  if (price == SECOND_HARD)
    sum->broken++;
  else
    sum->cost += violation * price;
}

int64_t second_price(const struct rule_use *use)
{
  return use->hard ? SECOND_HARD : use->weight;
}

const struct second_reading *second_find_reading(const char *rule)
{
  for (int i = 0; second_readings[i]; i++)
    if (strcmp(second_readings[i]->rule, rule) == 0)
      return second_readings[i];
  return NULL;
}

static void read_bars(const struct second *second, const struct rule_use *use,
                      const struct second_reading *reading, struct second_sum *sum)
{
  for (int i = 0; i < second->count; i++)
    second_find(sum, reading->bars(second, use, &second->items[i]), second_price(use));
}

struct second_sum second_read(const struct second *second, const struct rule_use *use)
{
  struct second_sum sum = {0, 0, 0};
  const struct second_reading *reading = second_find_reading(use->rule->name);
  if (!reading)
    g_error("no second reading of %s", use->rule->name);
  if (reading->read)
    reading->read(second, use, &sum);
  else
    read_bars(second, use, reading, &sum);
  return sum;
}
