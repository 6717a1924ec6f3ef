#include "planning/waiting_counted.h"

#include "inputs/waiting_counts.h"

bool waiting_is_edge(int weeks)
{
  for (int b = 0; b < WAITING_BANDS; b++)
    if (waiting_bands[b].from == weeks)
      return true;
  return false;
}

int waiting_count_over(const int list[WAITING_BANDS], int weeks)
{
  int out = 0;
  for (int b = 0; b < WAITING_BANDS; b++)
    out += waiting_bands[b].from >= weeks ? list[b] : 0;
  return out;
}

/* What is not known of a part is not known of the whole. */
static void add_known(int *to, int number)
{
  *to = *to < 0 || number < 0 ? NONE : *to + number;
}

static void add(const struct waiting_count *row, int late, struct waiting_counted *counted)
{
  for (int b = 0; b < WAITING_BANDS; b++) {
    counted->list[b] += row->list[b];
    counted->waiting += row->list[b];
  }
  add_known(&counted->late, late);
  add_known(&counted->referrals, row->referrals);
  add_known(&counted->seen, row->seen);
  add_known(&counted->dna, row->dna);
}

void waiting_count_row(const struct waiting_count *row, int standard,
                       struct waiting_counted counted[WAITING_GROUPS])
{
  int late = waiting_is_edge(standard) ? waiting_count_over(row->list, standard) : NONE;
  add(row, late, &counted[row->class]);
  add(row, late, &counted[WAITING_ALL]);
}
