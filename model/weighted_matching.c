#include "model/weighted_matching.h"

#include <glib.h>
#include <limits.h>
#include <stdbool.h>

enum { NOWHERE = -1 };

struct seating {
  const int *gain;
  int n_guests, n_places;
  int *left;  /* room left at each place */
  int *place; /* of each guest, or NOWHERE */
  /* Of the guest in turn, for each place: the gain of the best way to have one guest more there,
   * others moving on, and the last of them to move. */
  int *reach, *mover;
};

static int gain_of(const struct seating *seating, int guest, int place)
{
  return seating->gain[guest * seating->n_places + place];
}

static bool reach_place(struct seating *seating, int place, int guest, int reach)
{
  if (gain_of(seating, guest, place) <= 0 || reach <= seating->reach[place])
    return false;
  seating->reach[place] = reach;
  seating->mover[place] = guest;
  return true;
}

/* Moves on from every place that is full. No way round gains anything, for those before are
 * seated as well as can be: so this ends. */
static void spread(struct seating *seating)
{
  for (bool changed = true; changed;) {
    changed = false;
    for (int g = 0; g < seating->n_guests; g++) {
      int from = seating->place[g];
      if (from == NOWHERE || seating->left[from] > 0 || seating->reach[from] == INT_MIN)
        continue;
      int without = seating->reach[from] - gain_of(seating, g, from);
      for (int p = 0; p < seating->n_places; p++)
        if (reach_place(seating, p, g, without + gain_of(seating, g, p)))
          changed = true;
    }
  }
}

/* Everybody on the way to the place moves one step, back to the guest in turn. */
static void move_all(struct seating *seating, int place, int guest)
{
  for (int mover = NOWHERE; mover != guest;) {
    mover = seating->mover[place];
    int before = seating->place[mover];
    seating->place[mover] = place;
    place = before;
  }
}

/* Seats the guest where that gains most in all; somebody may have to leave for it. */
static int seat(struct seating *seating, int guest)
{
  int best = 0, end = NOWHERE, leaver = NOWHERE;
  for (int p = 0; p < seating->n_places; p++)
    seating->reach[p] = INT_MIN;
  for (int p = 0; p < seating->n_places; p++)
    reach_place(seating, p, guest, gain_of(seating, guest, p));
  spread(seating);
  for (int p = 0; p < seating->n_places; p++)
    if (seating->left[p] > 0 && seating->reach[p] > best) {
      best = seating->reach[p];
      end = p;
    }
  for (int g = 0; g < guest; g++) {
    int from = seating->place[g];
    if (from == NOWHERE || seating->left[from] > 0 || seating->reach[from] == INT_MIN ||
        seating->reach[from] - gain_of(seating, g, from) <= best)
      continue;
    best = seating->reach[from] - gain_of(seating, g, from);
    end = from;
    leaver = g;
  }
  if (end == NOWHERE)
    return 0;
  if (leaver != NOWHERE)
    seating->place[leaver] = NOWHERE;
  else
    seating->left[end]--;
  move_all(seating, end, guest);
  return best;
}

int weighted_matching(const int *gain, int n_guests, const int *room, int n_places)
{
  gsize places = (gsize)n_places + 1;
  g_autofree int *left = g_new(int, places);
  g_autofree int *reach = g_new(int, places);
  g_autofree int *mover = g_new(int, places);
  g_autofree int *place = g_new(int, (gsize)n_guests + 1);
  struct seating seating = {gain, n_guests, n_places, left, place, reach, mover};
  int sum = 0;
  for (int p = 0; p < n_places; p++)
    left[p] = room[p];
  for (int g = 0; g < n_guests; g++)
    place[g] = NOWHERE;
  for (int g = 0; g < n_guests; g++)
    sum += seat(&seating, g);
  return sum;
}
