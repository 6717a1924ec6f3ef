#include "tests/support/second/second.h"

static int way(const struct second *second, int clinician, int from, int to)
{
  const struct service *service = second->service;
  const struct clinician *c = &service->clinicians[clinician];
  int remote = service->sites[from].remote + service->sites[to].remote;
  if (from == to || remote == 2)
    return 0;
  if (remote == 1)
    return c->home_minutes >= 0 ? c->home_minutes : service->home_minutes;
  const int *minutes = c->drives ? service->travel_minutes : service->travel_minutes_without_car;
  return minutes[from * service->n_sites + to];
}

static bool is_too_far(const struct second *second, const struct rule_use *use,
                       const struct assignment *a, const struct assignment *b)
{
  const struct second_slot *before = &second->slots[a->slot], *after = &second->slots[b->slot];
  int minutes = way(second, a->clinician, a->site, b->site);
  return before->day == after->day && before->block < after->block && minutes > 0 &&
         minutes > after->from - before->to - second_value(use, "break_minutes");
}

static void read_travel(const struct second *second, const struct rule_use *use,
                        struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int i = second->of[c]; i < second->of[c + 1] && second_who_last(second, use, c); i++)
      for (int j = second->of[c]; j < second->of[c + 1]; j++)
        second_find(sum, is_too_far(second, use, &second->items[i], &second->items[j]),
                    second_price(use));
}

const struct second_reading second_travel = {
    .rule = "travel",
    .read = read_travel,
    .uses = {"", "break_minutes: 0", "break_minutes: 40, who: {clinicians: [ann, bob, eli]}"},
};
