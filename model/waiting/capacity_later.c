#include "model/waiting/capacity.h"

static void scale(double usual[WEEK_DAYS][CAPACITY_KINDS], double factor)
{
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    for (int k = 0; k < CAPACITY_KINDS; k++)
      usual[weekday][k] *= factor;
}

static struct capacity_change change_of(const struct capacity *capacity, const struct rota *rota,
                                        const struct later *later)
{
  struct capacity_change change = {.from = later->from, .until = later->until};
  switch (later->kind) {
  case LATER_GONE:
  case LATER_CLOSED:
    capacity_usual(capacity, rota, later->clinician, later->site, change.usual);
    scale(change.usual, -1);
    break;
  case LATER_MORE:
    capacity_usual(capacity, rota, later->clinician, NONE, change.usual);
    scale(change.usual, later->percent / 100.0);
    break;
  case LATER_EVENT:
    change.attendees = later->attendees;
    break;
  }
  return change;
}

void capacity_later(struct capacity *capacity, const struct rota *rota, const struct later *later,
                    int count)
{
  g_assert(!capacity->changes);
  capacity->changes = g_new0(struct capacity_change, (gsize)count + 1);
  for (int i = 0; i < count; i++)
    capacity->changes[capacity->n_changes++] = change_of(capacity, rota, &later[i]);
}
