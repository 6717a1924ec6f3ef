#include "tests/support/second/second.h"

/* What the last published months left short of `good`. */
static int64_t debt_of(const struct second *second, const struct rule_use *use, int clinician)
{
  const struct history *history = &second->month->history;
  int64_t debt = 0;
  for (int i = 0; i < history->n_accounts; i++) {
    const struct past_account *account = &history->accounts[i];
    if (account->clinician == clinician && account->satisfaction >= 0 &&
        account->month >= history->n_months - second_value(use, "look_back_months"))
      debt += second_value(use, "good") - account->satisfaction;
  }
  return debt;
}

static void read_person(const struct second *second, const struct rule_use *use, int clinician,
                        struct second_sum *sum)
{
  static const char *const levels[] = {"good", "fair", "poor"};
  int64_t worst, best, short_of[3], all = 0, most = 0;
  if (!second_range(second, clinician, &worst, &best))
    return;
  int64_t range = best - worst, got = second_points(second, clinician) - worst;
  for (int i = 0; i < 3; i++) {
    int64_t level = second_value(use, levels[i]);
    if (level > 0)
      level = CLAMP(level + debt_of(second, use, clinician), 0, 100);
    short_of[i] = second_started(level * range - 100 * got, range);
    all += short_of[i];
    most = MAX(most, short_of[i]);
  }
  second_find(sum, use->hard ? most : all, second_price(use));
}

static void read_equity(const struct second *second, const struct rule_use *use,
                        struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    if (second_who_last(second, use, c))
      read_person(second, use, c, sum);
}

const struct second_reading second_equity = {
    .rule = "equity",
    .read = read_equity,
    .uses = {"", "good: 90, fair: 0, poor: 40, look_back_months: 1",
             "good: 100, fair: 60, poor: 10, look_back_months: 24, who: {clinicians: [ann, cat]}",
             "good: 30, fair: 80, poor: 5, look_back_months: 0",
             "good: 60, fair: 40, poor: 20, look_back_months: 2"},
};
