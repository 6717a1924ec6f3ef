#include "tests/support/second/second.h"

/* The site of one assignment of a day, and whether there is another. */
struct sites {
  int one;
  bool split;
};

static void add_site(const struct second *second, struct sites *sites, int site)
{
  if (site == NONE || second->service->sites[site].remote)
    return;
  sites->split |= sites->one != NONE && sites->one != site;
  sites->one = site;
}

static bool is_split(const struct second *second, int clinician, int date)
{
  struct sites sites = {NONE, false};
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == date && date >= second->known_from)
      add_site(second, &sites, past[i].site);
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->days[second->slots[second->items[i].slot].day].date == date)
      add_site(second, &sites, second->items[i].site);
  return sites.split;
}

static void read_split_days(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  int monday = second->first - second_weekday(second->first);
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int week = monday; week <= second->last && second_who_last(second, use, c); week += 7) {
      int before = 0, now = 0;
      for (int date = week; date < week + 7 && date <= second->last; date++)
        *(date < second->first ? &before : &now) += is_split(second, c, date);
      second_find(sum, second_above(now, second_above(second_value(use, "most"), before)),
                  second_price(use));
    }
}

const struct second_reading second_split_days = {
    .rule = "split_days",
    .read = read_split_days,
    .uses = {"", "most: 0", "most: 2, who: {not: {clinicians: bob}}"},
};
