#include "tests/support/second/second.h"

/* One person's day, block by block. */
struct blocks {
  bool slot[BLOCKS_MAX], present[BLOCKS_MAX], worked[BLOCKS_MAX];
};

static struct blocks blocks_of(const struct second *second, int clinician, int day)
{
  struct blocks blocks = {{false}, {false}, {false}};
  for (int s = 0; s < second->n_slots; s++)
    if (second->slots[s].day == day) {
      blocks.slot[second->slots[s].block] = true;
      blocks.present[second->slots[s].block] = second_present(second, clinician, s);
    }
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct second_slot *slot = &second->slots[second->items[i].slot];
    if (slot->day == day)
      blocks.worked[slot->block] = true;
  }
  return blocks;
}

static bool is_hole(const struct blocks *blocks, int block)
{
  bool before = false, after = false;
  for (int b = 0; b < BLOCKS_MAX; b++) {
    before |= b < block && blocks->worked[b];
    after |= b > block && blocks->worked[b];
  }
  return blocks->slot[block] && blocks->present[block] && !blocks->worked[block] && before && after;
}

static void read_day(const struct second *second, const struct rule_use *use,
                     const struct blocks *blocks, struct second_sum *sum)
{
  int64_t worked = 0, present = 0, short_price = second_value(use, "short_weight");
  for (int b = 0; b < second->service->n_blocks; b++) {
    const struct block *block = &second->service->blocks[b];
    second_find(sum, is_hole(blocks, b), second_price(use));
    worked += blocks->worked[b] ? block->to_minute - block->from_minute : 0;
    present += blocks->present[b] ? block->to_minute - block->from_minute : 0;
  }
  second_find(sum, worked > 0 && worked < MIN(second_value(use, "least_minutes"), present),
              second_price(use) == SECOND_HARD ? SECOND_HARD : short_price);
}

static void read_whole_days(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int d = 0; d < second->n_days; d++) {
      struct blocks blocks = blocks_of(second, c, d);
      if (second_who_on(second, use, c, second->days[d].date))
        read_day(second, use, &blocks, sum);
    }
}

const struct second_reading second_whole_days = {
    .rule = "whole_days",
    .read = read_whole_days,
    .uses = {"", "least_minutes: 300, short_weight: 7", "least_minutes: 0, who: {band: [5, 6]}"},
};
