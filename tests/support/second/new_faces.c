#include "tests/support/second/second.h"

/* Was the clinician there in the published month of that index? */
static bool was_there(const struct second *second, const struct rule_use *use, int clinician,
                      int site, int month)
{
  const struct past_month *then = &second->month->history.months[month];
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].site == site && past[i].date >= then->from && past[i].date <= then->until &&
        second_past_in_scope(second, use, &past[i]))
      return true;
  return false;
}

static bool is_new(const struct second *second, const struct rule_use *use, int clinician, int site)
{
  bool comes = false;
  for (int m = 0; m < second->month->history.n_months; m++)
    if (second_looked_at(second, second_value(use, "look_back_months"), m) &&
        was_there(second, use, clinician, site, m))
      return false;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    comes |= second->items[i].site == site && second_in_scope(second, use, &second->items[i]);
  return comes;
}

static void read_new_faces(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  bool any = false;
  for (int m = 0; m < second->month->history.n_months; m++)
    any |= second_looked_at(second, second_value(use, "look_back_months"), m);
  for (int c = 0; c < second->service->n_clinicians && any; c++)
    for (int p = 0; p < second->service->n_sites; p++)
      if (!second->service->sites[p].remote)
        second_find(sum, is_new(second, use, c, p), second_price(use));
}

const struct second_reading second_new_faces = {
    .rule = "new_faces",
    .read = read_new_faces,
    .uses = {"", "look_back_months: 1, task: [clinic, duty], who: {not: {tag: admin}}",
             "at: hub, sessions: [all am, tue pm], from: MONTH-03, until: MONTH-25"},
};
