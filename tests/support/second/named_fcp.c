#include "tests/support/second/second.h"

static bool is_among(const int *people, int count, int clinician)
{
  for (int i = 0; i < count; i++)
    if (people[i] == clinician)
      return true;
  return false;
}

static bool covers(const struct second *second, const struct rule_use *use, int clinician, int site)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->items[i].site == site && second_in_scope(second, use, &second->items[i]))
      return true;
  return false;
}

static void read_pcn(const struct second *second, const struct rule_use *use, int site,
                     struct second_sum *sum)
{
  const struct pcn *pcn = second->service->sites[site].pcn;
  int64_t sessions = 0, own = 0, others = 0, people = 0;
  for (int i = 0; i < second->count; i++) {
    const struct assignment *item = &second->items[i];
    bool named = is_among(pcn->named, pcn->n_named, item->clinician);
    bool deputy = is_among(pcn->deputies, pcn->n_deputies, item->clinician);
    if (item->site != site || !second_in_scope(second, use, item))
      continue;
    sessions++;
    own += pcn->n_named > 0 ? named : deputy;
    others += !named && !deputy;
  }
  for (int c = 0; c < second->service->n_clinicians; c++)
    people += covers(second, use, c, site);
  second_find(sum, second_above(people, second_value(use, "people_most")),
              use->hard ? SECOND_HARD : second_value(use, "people_price"));
  if (pcn->n_named + pcn->n_deputies == 0)
    return;
  second_find(sum, second_above(second_up(second_value(use, "share") * sessions, 100), own),
              second_price(use));
  second_find(sum, others, second_value(use, "others_price"));
}

static void read_named_fcp(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  for (int p = 0; p < second->service->n_sites; p++)
    if (second->service->sites[p].pcn)
      read_pcn(second, use, p, sum);
  for (int c = 0; c < second->service->n_clinicians; c++) {
    int pcns = 0;
    for (int p = 0; p < second->service->n_sites; p++)
      pcns += second->service->sites[p].pcn && covers(second, use, c, p);
    second_find(sum, second_above(pcns, second_value(use, "sites_most")),
                use->hard ? SECOND_HARD : second_value(use, "sites_price"));
  }
}

const struct second_reading second_named_fcp = {
    .rule = "named_fcp",
    .read = read_named_fcp,
    .uses = {"task: fcp",
             "task: [fcp, calls], share: 90, sites_most: 1, sites_price: 4, "
             "people_most: 1, others_price: 3",
             "task: fcp, at: deans, sessions: mon-thu, from: MONTH-02, until: MONTH-25, share: 35, "
             "sites_most: 2, sites_price: 0, people_most: 2, people_price: 6, others_price: 0"},
};
