#include "model/matching.h"

#include <glib.h>
#include <string.h>

struct matching {
  const bool *can;
  int n_guests, n_places;
  int *left;   /* room left at each place */
  int *place;  /* of each guest */
  bool *tried; /* places that were asked for the guest in turn */
};

static bool seat(struct matching *matching, int guest);

/* Moves some guest of the place elsewhere, so that there is room again. */
static bool make_room(struct matching *matching, int place)
{
  for (int g = 0; g < matching->n_guests; g++)
    if (matching->place[g] == place && seat(matching, g)) {
      matching->left[place]++;
      return true;
    }
  return false;
}

static bool seat(struct matching *matching, int guest)
{
  for (int p = 0; p < matching->n_places; p++) {
    if (matching->tried[p] || !matching->can[guest * matching->n_places + p])
      continue;
    matching->tried[p] = true;
    if (matching->left[p] > 0 || make_room(matching, p)) {
      matching->left[p]--;
      matching->place[guest] = p;
      return true;
    }
  }
  return false;
}

int *matching_find(const bool *can, int n_guests, const int *room, int n_places)
{
  size_t places = (size_t)n_places;
  g_autofree int *left = g_memdup2(room, places * sizeof *left);
  g_autofree bool *tried = g_new(bool, places + 1);
  int *place = g_new(int, (gsize)n_guests + 1);
  struct matching matching = {can, n_guests, n_places, left, place, tried};
  for (int g = 0; g < n_guests; g++)
    place[g] = -1;
  for (int g = 0; g < n_guests; g++) {
    memset(tried, 0, places * sizeof *tried);
    seat(&matching, g);
  }
  return place;
}
