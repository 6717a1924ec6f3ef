#include "model/line_guests.h"

#include <limits.h>

static void clear(gpointer data)
{
  g_free(((struct line_guest *)data)->slots);
}

GArray *line_guests_new(void)
{
  GArray *guests = g_array_new(FALSE, FALSE, sizeof(struct line_guest));
  g_array_set_clear_func(guests, clear);
  return guests;
}

static struct line_guest *guest_at(const struct problem *problem, GArray *guests,
                                   const struct demand *demand, int to, int slot)
{
  int period = line_period(problem, demand->per, slot);
  for (guint i = 0; i < guests->len; i++) {
    struct line_guest *guest = &g_array_index(guests, struct line_guest, i);
    if (guest->demand == demand && guest->to == to && guest->period == period)
      return guest;
  }
  int first = slot;
  while (first > 0 && line_period(problem, demand->per, first - 1) == period)
    first--;
  struct line_guest guest = {.demand = demand,
                             .to = to,
                             .period = period,
                             .first_slot = first,
                             .slots = g_new0(bool, (gsize)problem->month->n_slots)};
  g_array_append_val(guests, guest);
  return &g_array_index(guests, struct line_guest, guests->len - 1);
}

/* Sends the line's numbers of the period, of which so many slots are asked for here, to the
 * sites that its other slots go to: to each what its slots bring on top. */
static void send_period(const struct problem *problem, struct line *line, int need, int asked,
                        const int *goes, int from, int end, GArray *guests)
{
  int target = MAX(line->demand->target, need), slots = asked;
  line->period = line_period(problem, line->demand->per, from);
  line_read_beyond(problem, line);
  for (int site = 0; site < problem->service->n_sites; site++) {
    int before = slots;
    struct line_guest *guest = NULL;
    for (int s = from; s < end; s++) {
      if (goes[s] != site)
        continue;
      guest = guest_at(problem, guests, line->demand, site, s);
      guest->slots[s] = true;
      slots++;
    }
    if (!guest)
      continue;
    guest->need += line_share(line, need, slots) - line_share(line, need, before);
    guest->target += line_share(line, target, slots) - line_share(line, target, before);
  }
}

void line_guests_send(const struct problem *problem, struct line *line, int need, GArray *guests)
{
  const struct month *month = problem->month;
  enum period per = line->demand->per;
  if (demand_is_joint(line->demand))
    return;
  g_autofree int *goes = g_new(int, (gsize)month->n_slots + 1);
  line->usual = per == PERIOD_WEEK ? line_usual_sessions(problem, line) : 0;
  for (int from = 0, end = 0; from < month->n_slots; from = end) {
    int asked = 0;
    for (;
         end < month->n_slots && line_period(problem, per, end) == line_period(problem, per, from);
         end++) {
      bool about = line_is_about(problem, line, end),
           here = about && line_is_asked(problem, line, end);
      asked += here;
      goes[end] = about && !here ? line_goes_to(problem, line, end) : NONE;
    }
    send_period(problem, line, need, asked, goes, from, end, guests);
  }
}

/* Does the other line ask, at the site alone, for the same in each slot that goes there? */
static bool takes_in(const struct problem *problem, const struct demand *demand,
                     const struct line_guest *guest)
{
  struct line line = {.demand = demand, .site = demand->each_site ? guest->to : NONE};
  if (demand->event != NONE || demand_is_joint(demand) || demand->task != guest->demand->task ||
      demand->per != guest->demand->per)
    return false;
  struct line together = {.demand = demand, .site = NONE};
  for (int s = 0; s < problem->service->n_sites; s++)
    if (line_has_site(problem, &together, s) != (s == guest->to) &&
        (!demand->each_site || s == guest->to))
      return false;
  for (int s = 0; s < problem->month->n_slots; s++)
    if (guest->slots[s] && !(line_is_about(problem, &line, s) && line_is_asked(problem, &line, s)))
      return false;
  return true;
}

void line_guests_place(const struct problem *problem, GArray *guests)
{
  for (guint i = 0; i < guests->len; i++) {
    struct line_guest *guest = &g_array_index(guests, struct line_guest, i);
    for (int d = 0; d < problem->n_demands && !guest->host; d++)
      if (takes_in(problem, &problem->demands[d], guest))
        guest->host = &problem->demands[d];
  }
}

/* What the line's period has on top of its own, and from how many it may be. */
void line_guests_take(const GArray *guests, const struct line *line, int *need, int *target,
                      int *most)
{
  for (guint i = 0; guests && i < guests->len && line->label != NONE; i++) {
    const struct line_guest *guest = &g_array_index(guests, struct line_guest, i);
    if (guest->host != line->demand || guest->to != line->label || guest->period != line->period)
      continue;
    *need += guest->need;
    *target += MAX(guest->target, guest->need);
    *most += *most == INT_MAX ? 0 : MAX(guest->target, guest->need);
  }
}
