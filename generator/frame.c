/* Which part of the geography a service of this size has, and the days of its
 * month on which something special happens. */
#include "generator/steps.h"

#include "model/date.h"

#include <string.h>

enum { WITH_EVENINGS = 40, WITH_TWO_EVENINGS = 100, WITH_BUS = 100, WITH_CAD = 40 };

static int pcns_for(int clinicians)
{
  return CLAMP((clinicians + 5) / 10, 2, PCNS_MAX);
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

static bool wanted(const struct plan *plan, const struct place *place, int n_pcns)
{
  switch (place->kind) {
  case PLACE_HUB:
    return hub_needed(place->id, n_pcns);
  case PLACE_PCN:
    return plan->n_pcns < n_pcns;
  case PLACE_VENUE:
    return has_site(plan, place->hub) &&
           (strcmp(place->id, "seafront") != 0 || plan->n_people >= WITH_CAD);
  case PLACE_BUS:
    return plan->n_people >= WITH_BUS;
  default:
    return true;
  }
}

static void add_site(struct plan *plan, const struct place *place)
{
  g_assert(plan->n_sites < SITES_MAX);
  int s = plan->n_sites++;
  plan->sites[s] = (struct plan_site){
      .place = place, .hub = NOBODY, .named = {NOBODY, NOBODY}, .deputy = NOBODY};
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
  int n_pcns = pcns_for(plan->n_people);
  for (int p = 0; p < places_count; p++)
    if (wanted(plan, &places[p], n_pcns))
      add_site(plan, &places[p]);
  plan->n_specialties = plan->n_people < 20 ? 2 : plan->n_people < 100 ? 3 : SPECIALTIES_MAX;
  plan->n_evenings = (plan->n_people >= WITH_EVENINGS) + (plan->n_people >= WITH_TWO_EVENINGS);
  plan->n_evening_hubs = MIN(plan->n_hubs, plan->n_people / 60 + 1);
  if (plan->n_evening_hubs > 3)
    plan->n_evening_hubs = 3;
  plan->first_date = date_make(plan->settings.year, plan->settings.month, 1);
  plan->n_days = date_days_in_month(plan->settings.year, plan->settings.month);
  plan->first_monday = first_monday_of(plan->settings.year);
  plan->event_day = weekday_from_8th(plan, THURSDAY, 1);
  plan->cad_day = plan->n_people >= WITH_CAD ? weekday_from_8th(plan, SATURDAY, 2) : 0;
  plan->closed_day = weekday_from_8th(plan, WEDNESDAY, 2);
}
