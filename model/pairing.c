#include "model/pairing.h"

#include "model/matching.h"

#include <glib.h>
#include <string.h>

/* From the bottom up: how many of those below each person, at whatever depth, can have their
 * meetings. A person's own meeting takes a place of theirs at its time, which costs one of those
 * below at the most, so that it is worth holding only when it costs none: when they are free.
 * Then each takes care of those directly below alone, which is a matching. */
struct pairing {
  const int *above;
  int n_people, n_times;
  const bool *can;
  const int *room; /* [people * times] */
  int *taken;      /* [people * times] places taken before, by the meeting that opens a circle */
  bool *fit;       /* [people * times]: can meet the one above, and is free for it */
  int *guests;     /* [people] those directly below the person at work on */
  int *time;       /* [people] */
};

static int cell(const struct pairing *pairing, int person, int time)
{
  return person * pairing->n_times + time;
}

/* The times of those directly below, as far as possible; `own` (or -1) is when the person is
 * with the one above. In `count` how many they are. g_free it. */
static int *match(const struct pairing *pairing, int person, int own, int *count)
{
  int n_times = pairing->n_times;
  g_autofree bool *can = g_new(bool, (gsize)pairing->n_people *(gsize)n_times + 1);
  g_autofree int *room = g_new(int, (gsize)n_times + 1);
  *count = 0;
  for (int c = 0; c < pairing->n_people; c++)
    if (pairing->above[c] == person) {
      memcpy(&can[*count * n_times], &pairing->fit[cell(pairing, c, 0)],
             (size_t)n_times * sizeof *can);
      pairing->guests[(*count)++] = c;
    }
  for (int t = 0; t < n_times; t++) {
    int at = cell(pairing, person, t);
    room[t] = pairing->room[at] - pairing->taken[at] - (t == own);
  }
  return matching_find(can, *count, room, n_times);
}

static int matched(const struct pairing *pairing, int person, int own)
{
  int count, out = 0;
  g_autofree int *times = match(pairing, person, own, &count);
  for (int i = 0; i < count; i++)
    out += times[i] >= 0;
  return out;
}

/* Returns how many below the person can meet, and finds when the person is free. */
static int look_below(struct pairing *pairing, int person)
{
  int below = 0;
  for (int c = 0; c < pairing->n_people; c++)
    if (pairing->above[c] == person)
      below += look_below(pairing, c);
  int most = matched(pairing, person, -1);
  for (int t = 0; t < pairing->n_times; t++) {
    int at = cell(pairing, person, t);
    pairing->fit[at] = pairing->can[at] && pairing->room[at] > pairing->taken[at] &&
                       matched(pairing, person, t) == most;
  }
  return below + most;
}

static void give_below(struct pairing *pairing, int person)
{
  int count;
  g_autofree int *times = match(pairing, person, pairing->time[person], &count);
  g_autofree int *guests = g_memdup2(pairing->guests, (gsize)count * sizeof *guests);
  for (int i = 0; i < count; i++)
    pairing->time[guests[i]] = times[i];
  for (int i = 0; i < count; i++)
    give_below(pairing, guests[i]);
}

/* Takes (1), or gives back (-1), the places that the person's own meeting needs at that time. */
static void take(struct pairing *pairing, int person, int above, int time, int change)
{
  if (time < 0)
    return;
  pairing->taken[cell(pairing, person, time)] += change;
  pairing->taken[cell(pairing, above, time)] += change;
}

/* Have both time for the person's own meeting then? */
static bool can_open(const struct pairing *pairing, int person, int above, int time)
{
  return pairing->can[cell(pairing, person, time)] &&
         pairing->room[cell(pairing, person, time)] > 0 &&
         pairing->room[cell(pairing, above, time)] > 0;
}

/* The person becomes the top of a circle, and the own meeting is tried at no time and at each. */
static void give_circle(struct pairing *pairing, int person, int above)
{
  int best = -1, most = -1;
  for (int t = -1; t < pairing->n_times; t++) {
    if (t >= 0 && !can_open(pairing, person, above, t))
      continue;
    take(pairing, person, above, t, 1);
    int met = (t >= 0) + look_below(pairing, person);
    take(pairing, person, above, t, -1);
    if (met > most) {
      most = met;
      best = t;
    }
  }
  take(pairing, person, above, best, 1);
  look_below(pairing, person);
  give_below(pairing, person);
  take(pairing, person, above, best, -1);
  pairing->time[person] = best;
}

/* Does the way up from the person lead back? */
static bool is_in_circle(const int *above, int n_people, int person)
{
  int at = above[person];
  for (int i = 0; i < n_people && at >= 0 && at != person; i++)
    at = above[at];
  return at == person;
}

int *pairing_find(const int *above, int n_people, const bool *can, const int *room, int n_times)
{
  gsize cells = (gsize)n_people * (gsize)n_times + 1;
  g_autofree int *up = g_memdup2(above, (gsize)n_people * sizeof *up);
  g_autofree int *taken = g_new0(int, cells), *guests = g_new(int, (gsize)n_people + 1);
  g_autofree bool *fit = g_new0(bool, cells);
  int *time = g_new(int, (gsize)n_people + 1);
  struct pairing pairing = {up, n_people, n_times, can, room, taken, fit, guests, time};
  for (int c = 0; c < n_people; c++)
    time[c] = -1;
  for (int c = 0; c < n_people; c++) {
    if (up[c] < 0) {
      look_below(&pairing, c);
      give_below(&pairing, c);
    } else if (is_in_circle(up, n_people, c)) {
      up[c] = -1;
      give_circle(&pairing, c, above[c]);
    }
  }
  return time;
}
