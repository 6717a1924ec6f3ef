#include "tests/support/second/second.h"

/* When a day's first, or last, session at a site begins. */
static int begins_at(const struct second *second, int clinician, int date, bool last)
{
  int at = NONE, count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == date && past[i].site != NONE &&
        !second->service->sites[past[i].site].remote &&
        (at == NONE || (last ? past[i].from_minute > at : past[i].from_minute < at)))
      at = past[i].from_minute;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    int from = second->slots[second->items[i].slot].from;
    if (second_date(second, second->items[i].slot) == date &&
        !second->service->sites[second->items[i].site].remote &&
        (at == NONE || (last ? from > at : from < at)))
      at = from;
  }
  return at;
}

static bool is_there(const struct second *second, int clinician, int date, int from, int site)
{
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == date && past[i].from_minute == from && past[i].site == site)
      return true;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second_date(second, second->items[i].slot) == date && second->items[i].site == site &&
        second->slots[second->items[i].slot].from == from)
      return true;
  return false;
}

static bool moves(const struct second *second, int clinician, int date)
{
  int ended = begins_at(second, clinician, date - 1, true);
  int begins = begins_at(second, clinician, date, false);
  for (int p = 0; p < second->service->n_sites; p++)
    if (!second->service->sites[p].remote && is_there(second, clinician, date - 1, ended, p) &&
        is_there(second, clinician, date, begins, p))
      return false;
  return ended != NONE && begins != NONE;
}

static void read_same_site(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int date = second->first; date <= second->last; date++)
      if (second_who_on(second, use, c, date))
        second_find(sum, moves(second, c, date), second_price(use));
}

const struct second_reading second_same_site = {
    .rule = "same_site",
    .read = read_same_site,
    .uses = {"", "who: {not: {clinicians: bob}}"},
};
