#include "model/waiting/capacity.h"

int capacity_slots(const struct problem *problem, const struct assignment *item, int kind)
{
  const struct post *post =
      clinician_on(problem->service, item->clinician, problem->month->slots[item->slot].date);
  return (problem->service->tasks[item->task].slots[kind] * post->sees_percent + 50) / 100;
}
