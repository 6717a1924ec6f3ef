#include "tests/support/second/second.h"

/* The day on which the months that are looked back at begin: the first of a month. */
static int begins(const struct second *second, const struct rule_use *use)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int date = second->first, year = second->month->year, month = second->month->month;
  for (int i = 0; i < second_value(use, "look_back_months"); i++) {
    month = month == 1 ? 12 : month - 1;
    year -= month == 12;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    date -= days[month - 1] + (month == 2 && leap);
  }
  return date;
}

static bool is_new(const struct second *second, const struct rule_use *use, int clinician, int site,
                   int from)
{
  int count;
  bool comes = false;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].site == site && past[i].date >= from && second_past_in_scope(second, use, &past[i]))
      return false;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    comes |= second->items[i].site == site && second_in_scope(second, use, &second->items[i]);
  return comes;
}

static void read_new_faces(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  const struct history *history = &second->month->history;
  int from = begins(second, use);
  bool any = false;
  for (int m = 0; m < history->n_months; m++)
    any |= history->months[m].from >= from;
  for (int c = 0; c < second->service->n_clinicians && any; c++)
    for (int p = 0; p < second->service->n_sites; p++)
      if (!second->service->sites[p].remote)
        second_find(sum, is_new(second, use, c, p, from), second_price(use));
}

const struct second_reading second_new_faces = {
    .rule = "new_faces",
    .read = read_new_faces,
    .uses = {"", "look_back_months: 1, task: [clinic, duty], who: {not: {tag: admin}}",
             "at: hub, sessions: [all am, tue pm], from: MONTH-03, until: MONTH-25"},
};
