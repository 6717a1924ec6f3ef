/* Where people go: their base, remote work, perhaps a second hub or a venue, and for
 * first contact practitioners a few PCNs; who a PCN's own are; who supervises. */
#include "generator/steps.h"

enum { NEAR_MINUTES = 35, PCNS_EACH = 3, HOLDERS_LEAST = 3, BUS_LEAST = 7 };
enum { VENUE_LEAST = 6 }; /* some of them are always at work that nobody else does */
enum { NAMED_FIRST = 2 }; /* of a PCN, and more where these have not the time */
enum { SECOND_HUB_PERCENT = 25, VENUE_PERCENT = 40, BUS_PERCENT = 15 };

static void send_to(struct plan_person *person, int site)
{
  g_assert(site >= 0);
  person->sites |= UINT32_C(1) << site;
}

static bool goes_to(const struct plan_person *person, int site)
{
  return person->sites >> site & 1;
}

static int minutes_between(const struct plan *plan, int from, int to)
{
  return place_minutes(plan->sites[from].place, plan->sites[to].place);
}

static int nearest_other_hub(const struct plan *plan, int hub)
{
  int nearest = NOBODY;
  for (int h = 0; h < plan->n_hubs; h++)
    if (h != hub && minutes_between(plan, hub, h) <= NEAR_MINUTES &&
        (nearest == NOBODY || minutes_between(plan, hub, h) < minutes_between(plan, hub, nearest)))
      nearest = h;
  return nearest;
}

static void send_by_kind(struct plan *plan, struct plan_person *person, struct dice *dice)
{
  send_to(person, person->base);
  send_to(person, plan->remote);
  int second = nearest_other_hub(plan, person->base);
  if (second != NOBODY && person->drives && dice_chance(dice, SECOND_HUB_PERCENT))
    send_to(person, second);
  for (int s = 0; s < plan->n_sites; s++)
    if (plan->sites[s].place->kind == PLACE_VENUE && s != plan->cad_site &&
        plan->sites[s].hub == person->base && dice_chance(dice, VENUE_PERCENT))
      send_to(person, s);
  if (plan->bus != NOBODY && person->band >= 6 && dice_chance(dice, BUS_PERCENT))
    send_to(person, plan->bus);
  if (person->saturdays)
    send_to(person, plan->cad_site);
}

/* Sees to it that `least` people who work that weekday's afternoon go to the
 * site, for leave takes some away. */
static void fill_thin_site(struct plan *plan, int site, int weekday, int least)
{
  int count = 0;
  for (int round = 0; round < 2; round++)
    for (int i = plan->n_people - 1; i >= 0; i--) {
      struct plan_person *person = &plan->people[i];
      if (!(person->works[WEEK_ONE][weekday] & person->works[WEEK_TWO][weekday] & PM))
        continue;
      bool near = site == plan->bus || person->base == plan->sites[site].hub;
      if (round == 0)
        count += goes_to(person, site);
      else if (count < least && near && !goes_to(person, site)) {
        send_to(person, site);
        count++;
      }
    }
}

static void fill_thin_sites(struct plan *plan)
{
  for (int s = 0; s < plan->n_sites; s++)
    if (plan->sites[s].place->kind == PLACE_VENUE && s != plan->cad_site)
      fill_thin_site(plan, s, plan_venue_weekday(plan, s), VENUE_LEAST);
  if (plan->bus != NOBODY) {
    fill_thin_site(plan, plan->bus, TUESDAY, BUS_LEAST);
    fill_thin_site(plan, plan->bus, THURSDAY, BUS_LEAST);
  }
}

static int holders(const struct plan *plan, int pcn)
{
  int count = 0;
  for (int i = 0; i < plan->n_people; i++)
    count += plan->people[i].fcp_stage > 0 && goes_to(&plan->people[i], pcn);
  return count;
}

/* The PCN, of those near enough, with most patients to each of its people. */
static int neediest_pcn(const struct plan *plan, const struct plan_person *person, bool own)
{
  int neediest = NOBODY, most = 0;
  for (int s = plan->n_hubs; s < plan->n_hubs + plan->n_pcns; s++) {
    bool near = plan->sites[s].hub == person->base ||
                (!own && minutes_between(plan, person->base, s) <= NEAR_MINUTES);
    int patients = plan->sites[s].place->patients / (holders(plan, s) + 1);
    if (near && !goes_to(person, s) && patients > most) {
      neediest = s;
      most = patients;
    }
  }
  return neediest;
}

static void send_to_pcns(struct plan *plan, struct dice *dice)
{
  for (int round = 0; round < PCNS_EACH; round++)
    for (int i = 0; i < plan->n_people; i++) {
      struct plan_person *person = &plan->people[i];
      if (person->fcp_stage == 0 || (round == PCNS_EACH - 1 && dice_chance(dice, 60)))
        continue;
      int pcn = neediest_pcn(plan, person, true);
      if (pcn == NOBODY && round < 2)
        pcn = neediest_pcn(plan, person, false);
      if (pcn != NOBODY)
        send_to(person, pcn);
    }
}

/* A PCN with few people gets any others of the hub that can go. */
static void fill_thin_pcns(struct plan *plan)
{
  for (int s = plan->n_hubs; s < plan->n_hubs + plan->n_pcns; s++)
    for (int i = 0; i < plan->n_people && holders(plan, s) < HOLDERS_LEAST; i++)
      if (plan->people[i].fcp_stage > 0 && plan->people[i].base == plan->sites[s].hub)
        send_to(&plan->people[i], s);
}

static int times_named(const struct plan *plan, int person)
{
  int times = 0;
  for (int s = 0; s < plan->n_sites; s++)
    for (int n = 0; n < NAMED_MOST; n++)
      times += plan->sites[s].named[n] == person;
  return times;
}

/* Patients of the PCNs for which the person is named, and of this one, to each percent of a post.
 */
static int burden_of(const struct plan *plan, int person, const struct plan_site *site)
{
  int patients = site->place->patients;
  for (int s = 0; s < plan->n_sites; s++)
    for (int n = 0; n < NAMED_MOST; n++)
      patients += plan->sites[s].named[n] == person ? plan->sites[s].place->patients : 0;
  return patients / NAMED_FIRST / plan->people[person].wte_percent;
}

/* Who has time for most of what its patients need, with some liking for the fully signed off. */
static int rank_of(const struct plan *plan, int person, const struct plan_site *site)
{
  enum { OVER_ANY = 10000, SIGNED_OFF = 150 };
  const struct plan_person *who = &plan->people[person];
  return OVER_ANY + SIGNED_OFF * who->fcp_stage - burden_of(plan, person, site);
}

static int next_to_name(const struct plan *plan, const struct plan_site *site, int pcn)
{
  int best = NOBODY, best_rank = 0;
  for (int i = 0; i < plan->n_people; i++) {
    const struct plan_person *person = &plan->people[i];
    if (person->fcp_stage == 0 || !goes_to(person, pcn) || plan_is_named(site, i) ||
        person->joins || person->leaves || person->phased_return)
      continue;
    int rank = rank_of(plan, i, site);
    if (rank > best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

static void name_fcps(struct plan *plan)
{
  for (int s = plan->n_hubs; s < plan->n_hubs + plan->n_pcns; s++) {
    struct plan_site *site = &plan->sites[s];
    for (int n = 0; n < NAMED_FIRST; n++)
      site->named[n] = next_to_name(plan, site, s);
    site->deputy = next_to_name(plan, site, s);
  }
}

/* Sessions a week, in hundredths, that those named for the PCN have for it beside their other PCNs
 * and, in a part of their time, clinics at the hub. */
static int time_of_named(const struct plan *plan, const struct plan_site *site, const int *off_duty)
{
  enum { AT_PCNS_PERCENT = 50 };
  int time = 0;
  for (int n = 0; n < NAMED_MOST; n++)
    if (site->named[n] != NOBODY)
      time += off_duty[site->named[n]] * AT_PCNS_PERCENT / 100 / times_named(plan, site->named[n]);
  return time;
}

static void name(struct plan_site *site, int person)
{
  int n = 0;
  while (site->named[n] != NOBODY)
    n++;
  site->named[n] = person;
}

/* One more for each in turn, as whoever is named for two PCNs has less time for either. */
void plan_name_more(struct plan *plan, const int *off_duty)
{
  enum { SHARE_PERCENT = 60 }; /* of a PCN's sessions, as the rules ask of its named people */
  for (int n = NAMED_FIRST; n < NAMED_MOST; n++)
    for (int s = plan->n_hubs; s < plan->n_hubs + plan->n_pcns; s++) {
      struct plan_site *site = &plan->sites[s];
      if (site->deputy == NOBODY ||
          time_of_named(plan, site, off_duty) >= site->fcp_sessions * SHARE_PERCENT)
        continue;
      name(site, site->deputy);
      site->deputy = next_to_name(plan, site, s);
    }
}

static bool share_a_session(const struct plan *plan, int one, int other)
{
  for (int week = 0; week < FORTNIGHT; week++)
    for (int day = 0; day < WEEKDAYS; day++)
      if (plan->people[one].works[week][day] & plan->people[other].works[week][day])
        return true;
  return false;
}

/* The first of the seniors, from `turn` on, who works when the person does; otherwise the one
 * whose turn it is. */
static int supervisor_for(const struct plan *plan, int person, int first, int seniors, int turn)
{
  for (int i = 0; i < seniors; i++) {
    int senior = first + (turn + i) % seniors;
    if (share_a_session(plan, person, senior))
      return senior;
  }
  return first + turn;
}

/* The team's first, the service's, or whoever of the seniors is there with both. */
static int senior_for(const struct plan *plan, int senior, int first, int seniors, int lead)
{
  if (senior == first || share_a_session(plan, senior, first))
    return first;
  if (share_a_session(plan, senior, lead))
    return lead;
  for (int i = first + 1; i < first + seniors; i++)
    if (share_a_session(plan, senior, i) && share_a_session(plan, i, first))
      return i;
  return first;
}

/* The service's first, or, for a team's first who is never there with them, another senior who
 * is; a service where there is none has nobody above that one. */
static int head_for(const struct plan *plan, int first, int until, int lead)
{
  if (first == lead || share_a_session(plan, first, lead))
    return first == lead ? NOBODY : lead;
  for (int i = 0; i < plan->n_people; i++)
    if ((i < first || i >= until) && plan->people[i].band >= 7 && share_a_session(plan, first, i))
      return i;
  return NOBODY;
}

/* People of each team are supervised by its seniors in turn, and those by the
 * team's first; the first of the first team has nobody above. */
static void set_supervisors(struct plan *plan)
{
  int lead = 0;
  for (int first = 0; first < plan->n_people;) {
    int until = first, seniors = 0, turn = 0;
    for (; until < plan->n_people && plan->people[until].base == plan->people[first].base; until++)
      seniors += plan->people[until].band >= 7;
    seniors = CLAMP(seniors, 1, (until - first + 5) / 6);
    for (int i = first; i < until; i++)
      plan->people[i].supervisor = i < first + seniors
                                       ? senior_for(plan, i, first, seniors, lead)
                                       : supervisor_for(plan, i, first, seniors, turn++ % seniors);
    plan->people[first].supervisor = head_for(plan, first, until, lead);
    first = until;
  }
}

/* Trainees learn at one PCN near their base. */
static void send_trainees(struct plan *plan)
{
  for (int i = 0; i < plan->n_people; i++) {
    struct plan_person *person = &plan->people[i];
    int pcn = person->fcp_trainee ? neediest_pcn(plan, person, true) : NOBODY;
    if (pcn != NOBODY)
      send_to(person, pcn);
  }
}

void plan_post(struct plan *plan)
{
  struct dice dice = dice_new(plan->settings.seed, DICE_POSTS);
  for (int i = 0; i < plan->n_people; i++)
    send_by_kind(plan, &plan->people[i], &dice);
  fill_thin_sites(plan);
  send_to_pcns(plan, &dice);
  fill_thin_pcns(plan);
  send_trainees(plan);
  name_fcps(plan);
  set_supervisors(plan);
}
