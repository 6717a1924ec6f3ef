#include "model/waiting/areas.h"

#include <math.h>

/* --- which there are --------------------------------------------------------------------- */

bool waiting_is_locality(const struct waiting_list *list, int site)
{
  for (int c = 0; c < WAITING_CLASSES; c++)
    if (list->classes[c].at && list->classes[c].at[site] > 0)
      return true;
  return false;
}

/* Without a word, a PCN's site serves its own people, and any other site everybody. */
static bool serves(const struct service *service, int place, int locality)
{
  const struct site *site = &service->sites[place];
  if (site->serves)
    return site->serves[locality];
  return !site->pcn || place == locality;
}

static bool sees_new_patients(const struct service *service, int place)
{
  int kind = vocabulary_find(&service->slot_kinds, capacity_kind_names[CAPACITY_NEW]);
  for (int t = 0; kind != NONE && t < service->n_tasks; t++)
    if (service->tasks[t].slots[kind] > 0 && service->tasks[t].at[place])
      return true;
  return false;
}

static int root_of(int *parent, int site)
{
  while (parent[site] != site)
    site = parent[site] = parent[parent[site]];
  return site;
}

/* Brings together the localities that the place serves. */
static void join(const struct service *service, int place, int *parent)
{
  int first = NONE;
  for (int s = 0; s < service->n_sites; s++) {
    if (!waiting_is_locality(service->waiting_list, s) || !serves(service, place, s))
      continue;
    if (first == NONE)
      first = s;
    int one = root_of(parent, first), other = root_of(parent, s);
    parent[MAX(one, other)] = MIN(one, other);
  }
}

/* The only area of the localities that the place serves; NONE: there are several, or none. */
static int area_of_place(const struct service *service, int place, const int *home)
{
  int area = NONE;
  for (int s = 0; s < service->n_sites; s++) {
    if (home[s] == NONE || !serves(service, place, s) || home[s] == area)
      continue;
    if (area != NONE)
      return NONE;
    area = home[s];
  }
  return area;
}

static bool says_whom(const struct service *service)
{
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].serves)
      return true;
  return false;
}

/* Numbers the areas of the localities; NONE for other sites. Returns how many there are. */
static int number(const struct service *service, int *parent, int *home)
{
  int count = 0;
  for (int s = 0; s < service->n_sites; s++) {
    home[s] = NONE;
    if (waiting_is_locality(service->waiting_list, s))
      home[s] = root_of(parent, s) == s ? count++ : home[root_of(parent, s)];
  }
  return count;
}

int waiting_areas_find(struct service *service)
{
  struct waiting_list *list = service->waiting_list;
  if (!list || !says_whom(service))
    return 1;
  g_autofree int *parent = g_new(int, service->n_sites);
  int *home = ARENA_NEW(service->arena, int, service->n_sites);
  int *place = ARENA_NEW(service->arena, int, service->n_sites);
  for (int s = 0; s < service->n_sites; s++)
    parent[s] = s;
  for (int s = 0; s < service->n_sites; s++)
    if (sees_new_patients(service, s))
      join(service, s, parent);
  int count = number(service, parent, home);
  for (int s = 0; s < service->n_sites; s++)
    place[s] = area_of_place(service, s, home);
  if (count > 1 && count <= WAITING_AREAS_MAX) {
    list->n_areas = count;
    list->home_area = home;
    list->place_area = place;
  }
  return MAX(count, 1);
}

bool waiting_area_is_served(const struct service *service, int area)
{
  for (int s = 0; s < service->n_sites; s++)
    if (service->waiting_list->place_area[s] == area && sees_new_patients(service, s))
      return true;
  return false;
}

char *waiting_area_name(const struct service *service, int area)
{
  GString *out = g_string_new(NULL);
  for (int s = 0; s < service->n_sites; s++)
    if (service->waiting_list->home_area[s] == area)
      g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", service->sites[s].name);
  return g_string_free(out, FALSE);
}

/* --- what each has ------------------------------------------------------------------------ */

/* Divides whole things in proportion to the weights: those of the first areas together are always
 * the nearest to their share. */
static void divide(int things, const double *weights, int n, int *out)
{
  double all = 0, so_far = 0;
  int given = 0;
  for (int a = 0; a < n; a++)
    all += weights[a];
  for (int a = 0; a < n; a++) {
    so_far += weights[a];
    int then = all > 0 ? (int)llround(things * so_far / all) : a == n - 1 ? things : 0;
    out[a] = then - given;
    given = then;
  }
}

/* Referrals of a class by area; where it doesn't say from where, its share of the others'. */
static void find_referrals(const struct waiting_list *list, int n_sites,
                           double referrals[WAITING_CLASSES][WAITING_AREAS_MAX])
{
  double known[WAITING_AREAS_MAX] = {0}, all = 0;
  for (int c = 0; c < WAITING_CLASSES; c++)
    for (int s = 0; s < n_sites && list->classes[c].at; s++)
      if (list->home_area[s] != NONE) {
        known[list->home_area[s]] += list->classes[c].at[s];
        all += list->classes[c].at[s];
      }
  for (int c = 0; c < WAITING_CLASSES; c++) {
    for (int a = 0; a < list->n_areas; a++)
      referrals[c][a] =
          list->classes[c].at || all == 0 ? 0 : known[a] / all * list->classes[c].a_week;
    for (int s = 0; s < n_sites && list->classes[c].at; s++)
      if (list->home_area[s] != NONE)
        referrals[c][list->home_area[s]] += list->classes[c].at[s];
  }
}

/* People of a band: those counted by PCN where they are from, the others by referrals. What a
 * scenario has written of a band is divided as the count is. */
static void divide_band(const struct waiting_list *list, int class, int band, int n_sites,
                        const double *referrals, int out[WAITING_AREAS_MAX])
{
  const struct waiting_referrals *of = &list->classes[class];
  double counted[WAITING_AREAS_MAX] = {0};
  int all = 0, others[WAITING_AREAS_MAX];
  for (int s = 0; s < n_sites && of->list_at; s++)
    if (list->home_area[s] != NONE) {
      counted[list->home_area[s]] += of->list_at[s][band];
      all += of->list_at[s][band];
    }
  if (all > of->list[band] || (of->assumed[band] && all > 0)) {
    divide(of->list[band], counted, list->n_areas, out);
    return;
  }
  divide(of->list[band] - all, referrals, list->n_areas, others);
  for (int a = 0; a < list->n_areas; a++)
    out[a] = (int)counted[a] + others[a];
}

/* By referrals of its localities. */
double waiting_area_missed(const struct waiting_list *list, int area, int n_sites)
{
  double missed = 0, referrals = 0;
  for (int c = 0; c < WAITING_CLASSES && list->dna_at; c++)
    for (int s = 0; s < n_sites && list->classes[c].at; s++)
      if (list->home_area[s] == area) {
        missed += list->classes[c].at[s] * list->dna_at[s];
        referrals += list->classes[c].at[s];
      }
  return referrals > 0 ? missed / referrals : list->dna_new;
}

static void divide_lists(const struct waiting_list *list, int n_sites, GArray *parts,
                         double *weights)
{
  double referrals[WAITING_CLASSES][WAITING_AREAS_MAX];
  find_referrals(list, n_sites, referrals);
  for (int a = 0; a < list->n_areas; a++) {
    struct waiting_part *part = &g_array_index(parts, struct waiting_part, a);
    part->list = *list;
    part->list.n_areas = 0;
    part->list.dna_new = waiting_area_missed(list, a, n_sites);
    weights[a] = 0;
    for (int c = 0; c < WAITING_CLASSES; c++) {
      part->list.classes[c].a_week = referrals[c][a];
      weights[a] += referrals[c][a];
    }
  }
  for (int c = 0; c < WAITING_CLASSES; c++)
    for (int b = 0; b < WAITING_BANDS; b++) {
      int people[WAITING_AREAS_MAX];
      divide_band(list, c, b, n_sites, referrals[c], people);
      for (int a = 0; a < list->n_areas; a++)
        g_array_index(parts, struct waiting_part, a).list.classes[c].list[b] = people[a];
    }
}

static void free_part(gpointer data)
{
  struct waiting_part *part = data;
  g_free(part->attendees);
  g_free(part->calls);
  g_free(part->removals);
  g_free(part->lost_fcp);
}

/* Of each week's people who are seen at events of no single area, the share by referrals. */
static void divide_attendees(const struct capacity_horizon *horizon, const double *weights,
                             GArray *parts)
{
  int others[WAITING_AREAS_MAX], n = (int)parts->len;
  for (int w = 0; w < horizon->n_weeks; w++) {
    int left = horizon->attendees[w];
    for (int a = 0; a < n; a++)
      left -= horizon->slots[CAPACITY_AREA_EVENTS + a][w];
    divide(left, weights, n, others);
    for (int a = 0; a < n; a++)
      g_array_index(parts, struct waiting_part, a).attendees[w] =
          horizon->slots[CAPACITY_AREA_EVENTS + a][w] + others[a];
  }
}

/* An area's share of each week's things, in whole ones: what is left over of a week goes to the
 * next, so that few a week are nobody's for good. */
static void share_out(const int *things, int n_weeks, double share, int *out)
{
  double left = 0;
  for (int w = 0; w < n_weeks && things; w++) {
    left += things[w] * share;
    out[w] = (int)(left + 1e-6);
    left -= out[w];
  }
}

/* Calls, validation and first contacts that are lost are of no place: the share by referrals. So
 * are the clinicians who may be ill, but one in each area at least. */
static void divide_the_rest(const struct waiting_supply *supply, const double *weights,
                            GArray *parts)
{
  int people[WAITING_AREAS_MAX], n = (int)parts->len;
  double all = 0;
  for (int a = 0; a < n; a++)
    all += weights[a];
  divide(supply->clinicians, weights, n, people);
  for (int a = 0; a < n; a++) {
    struct waiting_part *part = &g_array_index(parts, struct waiting_part, a);
    double share = all > 0 ? weights[a] / all : 0;
    part->supply.clinicians = MAX(1, people[a]);
    share_out(supply->calls, supply->n_weeks, share, part->calls);
    share_out(supply->removals, supply->n_weeks, share, part->removals);
    for (int w = 0; w < supply->n_weeks && supply->lost_fcp; w++)
      part->lost_fcp[w] = supply->lost_fcp[w] * share;
  }
}

GArray *waiting_parts_new(const struct service *service, const struct capacity_horizon *horizon,
                          const struct waiting_supply *supply)
{
  const struct waiting_list *list = service->waiting_list;
  GArray *parts = g_array_new(FALSE, TRUE, sizeof(struct waiting_part));
  double weights[WAITING_AREAS_MAX];
  g_array_set_clear_func(parts, free_part);
  g_array_set_size(parts, (guint)list->n_areas);
  divide_lists(list, service->n_sites, parts, weights);
  for (int a = 0; a < list->n_areas; a++) {
    struct waiting_part *part = &g_array_index(parts, struct waiting_part, a);
    part->supply = *supply;
    part->supply.new_slots = horizon->slots[CAPACITY_AREA_NEW + a];
    part->supply.attendees = part->attendees = g_new0(int, horizon->n_weeks);
    part->supply.calls = part->calls = g_new0(int, horizon->n_weeks);
    part->supply.removals = part->removals = g_new0(int, horizon->n_weeks);
    part->supply.lost_fcp = part->lost_fcp = g_new0(double, horizon->n_weeks);
  }
  divide_attendees(horizon, weights, parts);
  divide_the_rest(supply, weights, parts);
  return parts;
}
