#include "tests/support/second/second.h"

struct bounds {
  int64_t aim, fewest, most;
};

/* What the latest published account of the clinician leaves over. */
static int64_t carried(const struct second *second, int clinician)
{
  const struct history *history = &second->month->history;
  int64_t balance = 0;
  for (int i = 0; i < history->n_accounts; i++)
    if (history->accounts[i].clinician == clinician)
      balance = history->accounts[i].balance_minutes;
  return balance;
}

/* The mean over the days of the month of own hours, or UNLIMITED. */
static int64_t own_hours(const struct second *second, int clinician, bool most)
{
  int64_t sum = 0;
  for (int date = second->first; date <= second->last; date++) {
    const struct post *post = second_post(second, clinician, date);
    int own = most ? post->most_minutes : post->fewest_minutes;
    if (own == UNLIMITED)
      return UNLIMITED;
    sum += own;
  }
  return second_round(sum, second->n_days);
}

static struct bounds bounds_of(const struct second *second, const struct rule_use *use,
                               int clinician)
{
  int64_t own_fewest = own_hours(second, clinician, false);
  int64_t own_most = own_hours(second, clinician, true);
  int64_t most_carried = second_value(use, "carry_minutes");
  int64_t tolerance = second_value(use, "tolerance_minutes");
  int64_t aim = second_above(second_contract(second, NULL, clinician),
                             CLAMP(carried(second, clinician), -most_carried, most_carried));
  struct bounds out;
  if (own_fewest != UNLIMITED)
    aim = MAX(aim, own_fewest);
  if (own_most != UNLIMITED)
    aim = MIN(aim, own_most);
  out.aim = aim;
  out.fewest = own_fewest != UNLIMITED ? MIN(own_fewest, aim) : second_above(aim, tolerance);
  out.most = own_most != UNLIMITED ? own_most : aim + tolerance;
  return out;
}

static int64_t planned_minutes(const struct second *second, int clinician)
{
  int64_t minutes = 0;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (!second_extra(second, clinician, second->items[i].slot))
      minutes += second->slots[second->items[i].slot].minutes;
  return minutes;
}

static int64_t possible_minutes(const struct second *second, int clinician)
{
  static const struct rule_use everything = {
      .scope.when.blocks = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}};
  int64_t minutes = 0;
  for (int s = 0; s < second->n_slots; s++)
    if (second_could(second, &everything, clinician, s) && !second_extra(second, clinician, s))
      minutes += second->slots[s].minutes;
  return minutes;
}

static void read_contract_hours(const struct second *second, const struct rule_use *use,
                                struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++) {
    if (!second_who_last(second, use, c) || second->service->clinicians[c].bank)
      continue;
    struct bounds bounds = bounds_of(second, use, c);
    int64_t planned = planned_minutes(second, c);
    if (use->hard)
      second_find(sum, second_above(MIN(bounds.fewest, possible_minutes(second, c)), planned),
                  SECOND_HARD);
    else
      second_find(sum,
                  second_up(planned < bounds.aim ? bounds.aim - planned : planned - bounds.aim,
                            second_value(use, "per_minutes")),
                  use->weight);
    if (use->hard || second_value(use, "hard_above"))
      second_find(sum, second_above(planned, bounds.most), SECOND_HARD);
  }
}

const struct second_reading second_contract_hours = {
    .rule = "contract_hours",
    .read = read_contract_hours,
    .uses = {"", "tolerance_minutes: 0, per_minutes: 60, carry_minutes: 0",
             "hard_above: no, carry_minutes: 6000, per_minutes: 1, who: {band: [5, 6]}",
             "tolerance_minutes: 900, carry_minutes: 100, per_minutes: 7"},
};
