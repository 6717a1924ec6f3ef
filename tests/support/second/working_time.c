#include "tests/support/second/second.h"

/* Everything counts: the use without its scope. */
static const struct rule_use everything = {
    .scope.when.blocks = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}};

static int64_t planned_between(const struct second *second, int clinician, int from, int until)
{
  int64_t minutes = 0;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct second_slot *slot = &second->slots[second->items[i].slot];
    int date = second->days[slot->day].date;
    minutes += from <= date && date <= until ? slot->minutes : 0;
  }
  return minutes;
}

static int64_t past_between(const struct second *second, int clinician, int from, int until)
{
  int64_t minutes = 0;
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (from <= past[i].date && past[i].date <= until)
      minutes += past[i].to_minute - past[i].from_minute;
  return minutes;
}

static void read_average(const struct second *second, const struct rule_use *use, int clinician,
                         struct second_sum *sum)
{
  const struct clinician *person = &second->service->clinicians[clinician];
  const bool *opted_out = second_set(use, "opted_out");
  if (opted_out && second_among(second, opted_out, clinician, second->last))
    return;
  int until = second->last;
  if (person->leaves != DATE_NONE)
    until = MIN(until, person->leaves);
  int from = MAX(until - 7 * second_value(use, "weeks") + 1, second->known_from);
  if (person->joins != DATE_NONE)
    from = MAX(from, person->joins);
  int64_t days = second_above(until + 1, from);
  int64_t limit = 60 * second_value(use, "average_hours") * days / 7;
  int64_t allowed = second_above(limit, past_between(second, clinician, from, until));
  second_find(sum, second_started(planned_between(second, clinician, from, until) - allowed, 60),
              second_price(use));
}

/* The first start and the last end of each day, from the day before the month. */
struct hours {
  bool works;
  int from, to;
};

static void stretch(struct hours *hours, int from, int to)
{
  hours->from = hours->works ? MIN(hours->from, from) : from;
  hours->to = hours->works ? MAX(hours->to, to) : to;
  hours->works = true;
}

static struct hours *hours_of(const struct second *second, int clinician)
{
  struct hours *hours = g_new0(struct hours, (gsize)second->n_days + 1);
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == second->first - 1)
      stretch(&hours[0], past[i].from_minute, past[i].to_minute);
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct second_slot *slot = &second->slots[second->items[i].slot];
    stretch(&hours[slot->day + 1], slot->from, slot->to);
  }
  return hours;
}

static void read_daily_rest(const struct second *second, const struct rule_use *use, int clinician,
                            struct second_sum *sum)
{
  g_autofree struct hours *hours = hours_of(second, clinician);
  for (int d = 1; d <= second->n_days; d++)
    second_find(sum,
                hours[d].works && hours[d - 1].works &&
                    24 * 60 - hours[d - 1].to + hours[d].from <
                        60 * second_value(use, "rest_hours"),
                second_price(use));
}

static void read_weekly_rest(const struct second *second, const struct rule_use *use, int clinician,
                             struct second_sum *sum)
{
  int k = second_is(use, "weekly_rest", "1 in 7") ? 7 : 14;
  if (second_is(use, "weekly_rest", "none"))
    return;
  g_autofree bool *worked = second_worked(second, &everything, clinician, second->first - k);
  for (int end = second->first; end <= second->last; end++) {
    int before = 0, now = 0;
    for (int date = end - k + 1; date <= end; date++)
      *(date < second->first ? &before : &now) += worked[date - (second->first - k)];
    second_find(sum, second_above(now, second_above(k - k / 7, before)), second_price(use));
  }
}

static bool is_breakless(const struct second *second, const struct rule_use *use,
                         const bool *blocks, int day)
{
  int minutes = 0, last_end = NONE;
  for (int b = 0; b < second->service->n_blocks; b++) {
    const struct block *block = &second->service->blocks[b];
    int length = block->to_minute - block->from_minute;
    if (!blocks[day * BLOCKS_MAX + b])
      continue;
    if (length > 6 * 60 ||
        (last_end != NONE && block->from_minute - last_end >= second_value(use, "break_minutes")))
      return false;
    minutes += length;
    last_end = block->to_minute;
  }
  return minutes > 6 * 60;
}

static void read_breaks(const struct second *second, const struct rule_use *use, int clinician,
                        struct second_sum *sum)
{
  g_autofree bool *blocks = g_new0(bool, (gsize)(second->n_days * BLOCKS_MAX));
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct second_slot *slot = &second->slots[second->items[i].slot];
    blocks[slot->day * BLOCKS_MAX + slot->block] = true;
  }
  for (int d = 0; d < second->n_days; d++)
    second_find(sum, is_breakless(second, use, blocks, d), second_price(use));
}

static void read_working_time(const struct second *second, const struct rule_use *use,
                              struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++) {
    if (!second_who_last(second, use, c))
      continue;
    read_average(second, use, c, sum);
    read_daily_rest(second, use, c, sum);
    read_weekly_rest(second, use, c, sum);
    read_breaks(second, use, c, sum);
  }
}

const struct second_reading second_working_time = {
    .rule = "working_time",
    .read = read_working_time,
    .uses = {"", "average_hours: 20, weeks: 5, rest_hours: 12, weekly_rest: 2 in 14",
             "average_hours: 10, weeks: 1, opted_out: {clinicians: [cat, dan]}, weekly_rest: none, "
             "rest_hours: 0, break_minutes: 0",
             "average_hours: 15, weeks: 9, who: {band: [5, 6]}, rest_hours: 16, break_minutes: 75"},
};
