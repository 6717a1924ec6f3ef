#include "solver/anneal/spans.h"

/* Up to about half of the month, short ones more often. How many slots there are from this one. */
static int draw_length(const struct roster *roster, int slot, struct dice *dice)
{
  int n_slots = roster->index->n_slots, most = 1 + dice_below(dice, 1 + n_slots / 2);
  int length = 2 + dice_below(dice, most);
  return MIN(length, n_slots - slot);
}

bool span_exchange(struct roster *roster, int cell, int other, struct dice *dice)
{
  struct roster_cell one = roster_cell_at(roster, cell), two = roster_cell_at(roster, other);
  if (one.clinician == two.clinician)
    return false;
  int left = draw_length(roster, one.slot, dice), changed = 0;
  for (two.slot = one.slot; left > 0; left--, one.slot++, two.slot++) {
    int here = roster_cell_index(roster, one), there = roster_cell_index(roster, two);
    int mine = roster_set_in(roster, here), theirs = roster_set_in(roster, there);
    if (mine == theirs || !roster_fits(roster, here, theirs) || !roster_fits(roster, there, mine))
      continue;
    int taken = roster_same_in(roster, here, theirs), given = roster_same_in(roster, there, mine);
    changed += taken != mine;
    roster_change(roster, mine, taken);
    roster_change(roster, theirs, given);
  }
  return changed > 0;
}

bool span_fill(struct roster *roster, int cell, int column, struct dice *dice)
{
  struct roster_cell place = roster_cell_at(roster, cell);
  int left = draw_length(roster, place.slot, dice), changed = 0;
  for (; left > 0; left--, place.slot++) {
    int at = roster_cell_index(roster, place), set = roster_set_in(roster, at);
    int to = roster_same_in(roster, at, column);
    if (to == set || (to == ROSTER_NOTHING && column != ROSTER_NOTHING))
      continue;
    roster_change(roster, set, to);
    changed++;
  }
  return changed > 0;
}
