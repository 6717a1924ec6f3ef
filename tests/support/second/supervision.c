#include "tests/support/second/second.h"

static bool fits(const struct second *second, const struct rule_use *use, int slot)
{
  return second_when(second, use, slot) &&
         second->slots[slot].minutes >= second_value(use, "minutes");
}

static bool is_here(const struct second *second, const struct rule_use *use, int clinician,
                    bool in_scope)
{
  for (int s = 0; s < second->n_slots; s++)
    if (fits(second, use, s) && second_present(second, clinician, s) &&
        (!in_scope || second_who_on(second, use, clinician, second_date(second, s))))
      return true;
  return false;
}

/* Does the assignment do for a meeting, whoever's it is? */
static bool does(const struct rule_use *use, const struct assignment *item)
{
  return second_task(use, item->task) && second_site(use, item->site);
}

static bool can_meet(const struct second *second, const struct rule_use *use, int clinician,
                     int other, int slot)
{
  const struct site *sites = second->service->sites;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    for (int j = second->of[other]; j < second->of[other + 1]; j++) {
      const struct assignment *a = &second->items[i], *b = &second->items[j];
      if (a->slot == slot && b->slot == slot && does(use, a) && does(use, b) &&
          (a->site == b->site || sites[a->site].remote || sites[b->site].remote))
        return true;
    }
  return false;
}

/* People to places in a supervisor's slots, by augmenting paths. */
struct matching {
  const struct second *second;
  const struct rule_use *use;
  int supervisor, places; /* in each slot there is room for so many, at most */
  int *taken_by;          /* [slots * places]: a clinician + 1, or 0: free */
  bool *seen;             /* [slots] */
};

static bool find_place(struct matching *m, int clinician)
{
  for (int s = 0; s < m->second->n_slots; s++) {
    if (m->seen[s] || !fits(m->second, m->use, s) ||
        !second_who_on(m->second, m->use, clinician, second_date(m->second, s)) ||
        !can_meet(m->second, m->use, clinician, m->supervisor, s))
      continue;
    m->seen[s] = true;
    int room = m->second->slots[s].minutes / second_value(m->use, "minutes");
    for (int k = 0; k < MIN(room, m->places); k++) {
      int *place = &m->taken_by[s * m->places + k];
      if (*place == 0 || find_place(m, *place - 1)) {
        *place = clinician + 1;
        return true;
      }
    }
  }
  return false;
}

static void read_supervisor(const struct second *second, const struct rule_use *use, int supervisor,
                            struct second_sum *sum)
{
  int n_clinicians = second->service->n_clinicians;
  g_autofree int *taken_by = g_new0(int, (gsize)second->n_slots *(gsize)n_clinicians);
  g_autofree bool *seen = g_new(bool, (gsize)second->n_slots);
  struct matching matching = {second, use, supervisor, n_clinicians, taken_by, seen};
  for (int c = 0; c < n_clinicians; c++) {
    if (second->service->clinicians[c].supervisor != supervisor || !is_here(second, use, c, true) ||
        !is_here(second, use, supervisor, false))
      continue;
    for (int s = 0; s < second->n_slots; s++)
      seen[s] = false;
    second_find(sum, !find_place(&matching, c), second_price(use));
  }
}

static void read_supervision(const struct second *second, const struct rule_use *use,
                             struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    read_supervisor(second, use, c, sum);
}

const struct second_reading second_supervision = {
    .rule = "supervision",
    .read = read_supervision,
    .uses = {"task: support",
             "task: [support, calls], at: [hub, remote], minutes: 120, sessions: [all am, tue "
             "eve], who: {not: {clinicians: eli}}",
             "task: [support, clinic], minutes: 230, from: MONTH-08, until: MONTH-19"},
};
