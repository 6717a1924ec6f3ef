#include "tests/support/second/second.h"

#include <string.h>

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

/* Are both members of one meeting of that use in the slot? */
static bool are_members(const struct second *second, const struct rule_use *use, int clinician,
                        int other, int slot)
{
  int date = second_date(second, slot), team = second_post(second, clinician, date)->team;
  bool same = second_value(use, "together") ||
              (team != NONE && second_post(second, other, date)->team == team);
  return same && second_who_on(second, use, clinician, date) &&
         second_who_on(second, use, other, date);
}

/* The pairs that are asked: below each person those who are to meet them. Where they lead in a
 * circle one pair is cut out, and tried in each slot. */
struct pairs {
  const struct second *second;
  const struct rule_use *use;
  int *above;       /* [clinicians]: NONE: asked to meet nobody, or cut out */
  int *spent;       /* [clinicians * slots] minutes given to the pair that is cut out */
  int64_t *best;    /* [clinicians * (slots + 1)]: of most_below; -1: not yet known */
  int64_t *minutes; /* [clinicians * slots]: of time_left; 0: not yet known */
  bool *crowded; /* [clinicians]: teams take most of the sessions of that one and the one above */
};

/* Minutes of the slot that the team meetings that may be in it leave the clinician, 1 at least. */
static int64_t time_left(const struct pairs *pairs, int clinician, int slot)
{
  const struct second *second = pairs->second;
  int64_t *known = &pairs->minutes[clinician * second->n_slots + slot];
  int64_t minutes = second->slots[slot].minutes;
  if (*known > 0)
    return *known;
  for (int u = 0; u < second->service->n_uses; u++) {
    const struct rule_use *team = &second->service->uses[u];
    bool met = false;
    if (strcmp(team->rule->name, "team_meeting") != 0 || !fits(second, team, slot))
      continue;
    for (int c = 0; c < second->service->n_clinicians; c++)
      met = met || (c != clinician && second_present(second, c, slot) &&
                    are_members(second, team, clinician, c, slot));
    minutes -= met ? second_value(team, "minutes") : 0;
  }
  return *known = MAX(minutes, 1);
}

/* The same for these meetings, of which one has its time in any case. */
static int64_t minutes_of(const struct pairs *pairs, int clinician, int slot)
{
  return MAX(time_left(pairs, clinician, slot), second_value(pairs->use, "minutes"));
}

/* Do team meetings leave either of the two too little time for theirs? */
static bool is_taken(const struct pairs *pairs, int clinician, int other, int slot)
{
  return MIN(time_left(pairs, clinician, slot), time_left(pairs, other, slot)) <
         second_value(pairs->use, "minutes");
}

/* Is that so in most of the slots in which both are there? */
static bool is_crowded(const struct pairs *pairs, int clinician, int other)
{
  const struct second *second = pairs->second;
  int slots = 0, taken = 0;
  for (int s = 0; s < second->n_slots; s++)
    if (fits(second, pairs->use, s) && second_present(second, clinician, s) &&
        second_present(second, other, s) &&
        second_who_on(second, pairs->use, clinician, second_date(second, s))) {
      slots++;
      taken += is_taken(pairs, clinician, other, s);
    }
  return 2 * taken > slots;
}

/* Is the slot one in which the pair can meet, other meetings apart? */
static bool is_theirs(const struct pairs *pairs, int clinician, int other, int slot)
{
  const struct second *second = pairs->second;
  return fits(second, pairs->use, slot) &&
         second_who_on(second, pairs->use, clinician, second_date(second, slot)) &&
         can_meet(second, pairs->use, clinician, other, slot) &&
         (pairs->crowded[clinician] || !is_taken(pairs, clinician, other, slot));
}

/* Puts people into slots, by augmenting paths. */
struct seats {
  struct pairs *pairs;
  int above, own; /* whose time it is, and when they meet the one above */
  int *slot_of;   /* [clinicians] */
  bool *seen;     /* [slots] */
};

static int64_t most_below(struct pairs *pairs, int clinician, int own);

/* Is it one meeting more to have the clinician's own in the slot, with all that hangs on it? */
static bool gains(const struct seats *seats, int clinician, int slot)
{
  struct pairs *pairs = seats->pairs;
  const struct second *second = pairs->second;
  int64_t minutes = second_value(pairs->use, "minutes");
  int64_t spent = pairs->spent[clinician * second->n_slots + slot];
  return spent + minutes <= minutes_of(pairs, clinician, slot) &&
         is_theirs(pairs, clinician, seats->above, slot) &&
         most_below(pairs, clinician, slot) == most_below(pairs, clinician, NONE);
}

static int64_t minutes_left(const struct seats *seats, int slot)
{
  const struct second *second = seats->pairs->second;
  int64_t minutes = second_value(seats->pairs->use, "minutes");
  int64_t left = minutes_of(seats->pairs, seats->above, slot) -
                 seats->pairs->spent[seats->above * second->n_slots + slot] -
                 (slot == seats->own ? minutes : 0);
  for (int c = 0; c < second->service->n_clinicians; c++)
    left -= seats->slot_of[c] == slot ? minutes : 0;
  return left;
}

static bool find_seat(struct seats *seats, int clinician)
{
  const struct second *second = seats->pairs->second;
  int64_t minutes = second_value(seats->pairs->use, "minutes");
  for (int s = 0; s < second->n_slots; s++) {
    if (seats->seen[s] || !gains(seats, clinician, s))
      continue;
    seats->seen[s] = true;
    bool free = minutes_left(seats, s) >= minutes;
    for (int other = 0; other < second->service->n_clinicians && !free; other++)
      free = seats->slot_of[other] == s && find_seat(seats, other);
    if (!free)
      continue;
    seats->slot_of[clinician] = s;
    return true;
  }
  return false;
}

/* How many below the clinician, at whatever depth, can meet when the own meeting is in that slot
 * (NONE: in none). */
static int64_t most_below(struct pairs *pairs, int clinician, int own)
{
  const struct second *second = pairs->second;
  int people = second->service->n_clinicians;
  int64_t *known = &pairs->best[clinician * (second->n_slots + 1) + own + 1], sum = 0;
  if (*known >= 0)
    return *known;
  g_autofree int *slot_of = g_new(int, (gsize)people);
  g_autofree bool *seen = g_new(bool, (gsize)second->n_slots);
  struct seats seats = {pairs, clinician, own, slot_of, seen};
  for (int c = 0; c < people; c++)
    slot_of[c] = NONE;
  for (int c = 0; c < people; c++) {
    if (pairs->above[c] != clinician)
      continue;
    for (int s = 0; s < second->n_slots; s++)
      seen[s] = false;
    sum += most_below(pairs, c, NONE) + find_seat(&seats, c);
  }
  return *known = sum;
}

static int64_t most_from(struct pairs *pairs, int top)
{
  gsize count = (gsize)pairs->second->service->n_clinicians * ((gsize)pairs->second->n_slots + 1);
  for (gsize i = 0; i < count; i++)
    pairs->best[i] = -1;
  return most_below(pairs, top, NONE);
}

/* With the clinician's own pair cut out of a circle: in no slot, or in the best one. */
static int64_t most_of_circle(struct pairs *pairs, int top, int above)
{
  const struct second *second = pairs->second;
  int minutes = second_value(pairs->use, "minutes");
  int64_t most = most_from(pairs, top);
  for (int s = 0; s < second->n_slots; s++) {
    if (!is_theirs(pairs, top, above, s))
      continue;
    pairs->spent[top * second->n_slots + s] += minutes;
    pairs->spent[above * second->n_slots + s] += minutes;
    most = MAX(most, 1 + most_from(pairs, top));
    pairs->spent[top * second->n_slots + s] -= minutes;
    pairs->spent[above * second->n_slots + s] -= minutes;
  }
  return most;
}

static bool leads_back(const struct pairs *pairs, int clinician)
{
  int at = pairs->above[clinician];
  for (int i = 0; at != NONE && at != clinician && i < pairs->second->service->n_clinicians; i++)
    at = pairs->above[at];
  return at == clinician;
}

static void read_supervision(const struct second *second, const struct rule_use *use,
                             struct second_sum *sum)
{
  int people = second->service->n_clinicians;
  gsize cells = (gsize)people * ((gsize)second->n_slots + 1);
  g_autofree int *above = g_new(int, (gsize)people), *spent = g_new0(int, cells);
  g_autofree int64_t *best = g_new(int64_t, cells), *minutes = g_new0(int64_t, cells);
  g_autofree bool *crowded = g_new0(bool, (gsize)people + 1);
  struct pairs pairs = {second, use, above, spent, best, minutes, crowded};
  int64_t asked = 0, met = 0;
  for (int c = 0; c < people; c++) {
    above[c] = second->service->clinicians[c].supervisor;
    if (above[c] != NONE &&
        (!is_here(second, use, c, true) || !is_here(second, use, above[c], false)))
      above[c] = NONE;
    asked += above[c] != NONE;
    crowded[c] = above[c] != NONE && is_crowded(&pairs, c, above[c]);
  }
  for (int c = 0; c < people; c++) {
    int supervisor = above[c];
    if (supervisor != NONE && !leads_back(&pairs, c))
      continue;
    above[c] = NONE;
    met += supervisor == NONE ? most_from(&pairs, c) : most_of_circle(&pairs, c, supervisor);
  }
  for (int64_t i = met; i < asked; i++)
    second_find(sum, 1, second_price(use));
}

const struct second_reading second_supervision = {
    .rule = "supervision",
    .read = read_supervision,
    .uses = {"task: support",
             "task: [support, calls], at: [hub, remote], minutes: 120, sessions: [all am, tue "
             "eve], who: {not: {clinicians: eli}}",
             "task: [support, clinic], minutes: 230, from: MONTH-08, until: MONTH-19"},
};
