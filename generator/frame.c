/* Which part of the geography a service of this size has, and the days of its
 * month on which something special happens. */
#include "generator/steps.h"

#include "model/date.h"

#include <string.h>

enum { WITH_EVENINGS = 40, WITH_TWO_EVENINGS = 100, WITH_BUS = 100, WITH_CAD = 40 };

int generator_pcns_most(int clinicians)
{
  return MIN(clinicians / GENERATOR_CLINICIANS_A_PCN, PCNS_MAX);
}

int generator_hubs_most(int clinicians, int pcns)
{
  int most = CLAMP(clinicians / GENERATOR_CLINICIANS_A_HUB, 1, HUBS_MAX);
  return pcns > 0 ? MIN(most, pcns) : most;
}

int generator_pcns_usual(int clinicians)
{
  return CLAMP((clinicians + 5) / 10, 2, PCNS_MAX);
}

static int pcns_for(const struct generator_settings *settings)
{
  return settings->pcns > 0 ? settings->pcns
                            : MAX(generator_pcns_usual(settings->clinicians), settings->hubs);
}

static bool has_site(const struct plan *plan, const char *id)
{
  for (int s = 0; s < plan->n_sites; s++)
    if (strcmp(plan_site_id(plan, s), id) == 0)
      return true;
  return false;
}

/* Is the hub the base of one of the first `n_pcns` PCNs? */
static bool hub_needed(const char *hub, int n_pcns)
{
  for (int p = 0; p < places_count && n_pcns > 0; p++) {
    if (places[p].kind != PLACE_PCN)
      continue;
    if (strcmp(places[p].hub, hub) == 0)
      return true;
    n_pcns--;
  }
  return false;
}

int generator_hubs_usual(int clinicians, int pcns)
{
  int hubs = 0;
  for (int p = 0; p < places_count; p++)
    hubs += places[p].kind == PLACE_HUB && hub_needed(places[p].id, pcns);
  return MIN(hubs, generator_hubs_most(clinicians, pcns));
}

/* The hubs that were asked for are the first; otherwise those that the first PCNs belong to,
 * as far as there are people for them. */
static void choose_hubs(const struct generator_settings *settings, int n_pcns, bool *chosen)
{
  int left =
      settings->hubs > 0 ? settings->hubs : generator_hubs_most(settings->clinicians, n_pcns);
  for (int p = 0; p < places_count; p++)
    if (places[p].kind == PLACE_HUB && left > 0 &&
        (settings->hubs > 0 || hub_needed(places[p].id, n_pcns))) {
      chosen[p] = true;
      left--;
    }
}

/* The PCN of that hub (NULL: of any) that a growing service takes on next, or NOBODY. */
static int next_pcn(const char *hub, const bool *chosen)
{
  for (int p = 0; p < places_count; p++)
    if (places[p].kind == PLACE_PCN && !chosen[p] && (!hub || strcmp(places[p].hub, hub) == 0))
      return p;
  return NOBODY;
}

static int next_of_chosen_hubs(const bool *chosen)
{
  int next = NOBODY;
  for (int h = 0; h < places_count; h++) {
    int pcn = places[h].kind == PLACE_HUB && chosen[h] ? next_pcn(places[h].id, chosen) : NOBODY;
    if (pcn != NOBODY && (next == NOBODY || pcn < next))
      next = pcn;
  }
  return next;
}

/* The first of each hub, then others of these hubs, then some that a hub further away serves. */
static void choose_pcns(int n_pcns, bool *chosen)
{
  for (int h = 0; h < places_count; h++)
    if (places[h].kind == PLACE_HUB && chosen[h]) {
      chosen[next_pcn(places[h].id, chosen)] = true;
      n_pcns--;
    }
  for (; n_pcns > 0; n_pcns--) {
    int next = next_of_chosen_hubs(chosen);
    chosen[next != NOBODY ? next : next_pcn(NULL, chosen)] = true;
  }
}

static bool wanted(const struct plan *plan, const struct place *place, const bool *chosen)
{
  switch (place->kind) {
  case PLACE_HUB:
  case PLACE_PCN:
    return chosen[place - places];
  case PLACE_VENUE:
    return has_site(plan, place->hub) &&
           (strcmp(place->id, "seafront") != 0 || plan->n_people >= WITH_CAD);
  case PLACE_BUS:
    return plan->n_people >= WITH_BUS;
  default:
    return true;
  }
}

static int nearest_hub(const struct plan *plan, const struct place *place)
{
  int nearest = 0;
  for (int h = 1; h < plan->n_hubs; h++)
    if (place_minutes(place, plan->sites[h].place) <
        place_minutes(place, plan->sites[nearest].place))
      nearest = h;
  return nearest;
}

static void add_site(struct plan *plan, const struct place *place)
{
  g_assert(plan->n_sites < SITES_MAX);
  int s = plan->n_sites++;
  plan->sites[s] = (struct plan_site){.place = place, .hub = NOBODY, .deputy = NOBODY};
  for (int n = 0; n < NAMED_MOST; n++)
    plan->sites[s].named[n] = NOBODY;
  if (place->kind == PLACE_PCN || place->kind == PLACE_BUS)
    plan->sites[s].hub = nearest_hub(plan, place);
  for (int h = 0; h < plan->n_hubs; h++)
    if (strcmp(place->hub, plan_site_id(plan, h)) == 0)
      plan->sites[s].hub = h;
  if (place->kind == PLACE_HUB)
    plan->sites[s].hub = plan->n_hubs++;
  if (place->kind == PLACE_PCN)
    plan->n_pcns++;
  if (place->kind == PLACE_BUS)
    plan->bus = s;
  if (place->kind == PLACE_REMOTE)
    plan->remote = s;
  if (strcmp(place->id, "hangleton") == 0)
    plan->venue = s;
  if (strcmp(place->id, "seafront") == 0)
    plan->cad_site = s;
}

/* The n-th such weekday on or after the 8th. From Tuesday to Thursday, between
 * the 8th and the 21st, there is no bank holiday in England and Wales. */
static int weekday_from_8th(const struct plan *plan, int weekday, int n)
{
  int day = 8;
  while (plan_weekday(plan, day) != weekday)
    day++;
  return day + WEEK_DAYS * (n - 1);
}

/* Of the ISO year's first week, so that all months of a year have the same fortnights. */
static int first_monday_of(int year)
{
  int date = date_make(year, 1, 4);
  return date - date_weekday(date);
}

void plan_set_out(struct plan *plan)
{
  plan->bus = NOBODY;
  plan->cad_site = NOBODY;
  int n_pcns = pcns_for(&plan->settings);
  g_autofree bool *chosen = g_new0(bool, (gsize)places_count);
  choose_hubs(&plan->settings, n_pcns, chosen);
  choose_pcns(n_pcns, chosen);
  for (int p = 0; p < places_count; p++)
    if (wanted(plan, &places[p], chosen))
      add_site(plan, &places[p]);
  plan->n_specialties = plan->n_people < 20 ? 2 : plan->n_people < 100 ? 3 : SPECIALTIES_MAX;
  plan->n_evenings = (plan->n_people >= WITH_EVENINGS || plan->settings.evenings) +
                     (plan->n_people >= WITH_TWO_EVENINGS);
  plan->n_evening_hubs = MIN(plan->n_hubs, plan->n_people / 60 + 1);
  if (plan->n_evening_hubs > 3)
    plan->n_evening_hubs = 3;
  plan->first_date = plan->settings.first;
  plan->n_days = month_id_last(plan->first_date, plan->settings.weeks) - plan->first_date + 1;
  plan->first_monday = first_monday_of(date_year(plan->first_date));
  plan->event_day = weekday_from_8th(plan, THURSDAY, 1);
  plan->cad_day = plan->n_people >= WITH_CAD ? weekday_from_8th(plan, SATURDAY, 2) : 0;
  plan->closed_day = weekday_from_8th(plan, WEDNESDAY, 2);
}
