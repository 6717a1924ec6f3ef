#include "model/debrief.h"
#include "model/waiting/capacity.h"

int capacity_left(const struct problem *problem, const struct assignment *item, int slots)
{
  int minutes = problem->month->slots[item->slot].minutes;
  return (200 * slots * (minutes - debrief_minutes(problem, item)) + minutes) / (2 * minutes);
}
