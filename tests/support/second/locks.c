#include "tests/support/second/second.h"

static bool is_kept(const struct second *second, const struct lock *lock)
{
  for (int i = 0; i < second->count; i++) {
    const struct assignment *item = &second->items[i];
    if (item->clinician == lock->clinician && item->slot == lock->slot &&
        item->task == lock->task && item->site == lock->site)
      return true;
  }
  return false;
}

static void read_locks(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  for (int i = 0; i < second->month->n_locks; i++)
    second_find(sum, !is_kept(second, &second->month->locks[i]), second_price(use));
}

const struct second_reading second_locks = {
    .rule = "locks",
    .read = read_locks,
    .uses = {""},
};
