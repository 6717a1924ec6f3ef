#include "model/debrief.h"
#include "model/waiting/capacity.h"

int capacity_slots(const struct problem *problem, const struct assignment *item, int kind)
{
  const struct slot *slot = &problem->month->slots[item->slot];
  int percent = clinician_on(problem->service, item->clinician, slot->date)->sees_percent;
  int seen = (problem->service->tasks[item->task].slots[kind] * percent + 50) / 100;
  int left = slot->minutes - debrief_minutes(problem, item);
  return (200 * seen * left + slot->minutes) / (2 * slot->minutes);
}
