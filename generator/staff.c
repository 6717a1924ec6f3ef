/* Who is employed: how many at each hub, their bands, contracts and skills. */
#include "generator/steps.h"

static const int band_shares[] = {18, 34, 35, 13}; /* bands 5, 6, 7, 8 */
enum { BANDS = G_N_ELEMENTS(band_shares), FIRST_BAND = 5 };

static const int wte_percents[] = {100, 90, 80, 60, 50, 40};
static const int wte_shares[] = {45, 8, 22, 15, 6, 4};

static const char *const roles[BANDS] = {
    "Rotational physiotherapist",
    "Specialist physiotherapist",
    "Advanced practice physiotherapist",
    "Consultant physiotherapist",
};

static const int fcp_percents[BANDS] = {0, 15, 60, 80};
static const int specialties_per_100[BANDS] = {0, 70, 150, 170};

static int patients_of_hub(const struct plan *plan, int hub)
{
  int patients = 0;
  for (int s = 0; s < plan->n_sites; s++)
    if (plan->sites[s].hub == hub)
      patients += plan->sites[s].place->patients;
  return patients;
}

/* People by hub as patients are, to the nearest; in order of hub. */
static void place_people(struct plan *plan)
{
  int64_t total = 0, so_far = 0;
  for (int h = 0; h < plan->n_hubs; h++)
    total += patients_of_hub(plan, h);
  g_assert(total > 0);
  int person = 0;
  for (int h = 0; h < plan->n_hubs; h++) {
    so_far += patients_of_hub(plan, h);
    int until = (int)((so_far * plan->n_people + total / 2) / total);
    while (person < until)
      plan->people[person++].base = h;
  }
}

/* Spreads bands evenly over the hubs: each person gets the band that is most
 * behind its share; within a hub, senior people then come first. */
static void set_bands(struct plan *plan)
{
  int behind[BANDS] = {0};
  int of_hub[SITES_MAX][BANDS] = {{0}};
  for (int i = 0; i < plan->n_people; i++) {
    int most = BANDS - 1;
    for (int b = BANDS - 1; b >= 0; b--) {
      behind[b] += band_shares[b];
      if (behind[b] > behind[most])
        most = b;
    }
    behind[most] -= 100;
    of_hub[plan->people[i].base][most]++;
  }
  int person = 0;
  for (int h = 0; h < plan->n_hubs; h++)
    for (int b = BANDS - 1; b >= 0; b--)
      for (int i = 0; i < of_hub[h][b]; i++) {
        plan->people[person].band = FIRST_BAND + b;
        plan->people[person++].role = roles[b];
      }
}

/* Adds `percent` to what is owed; true each time that a whole one is. */
static bool falls_due(int *owed, int percent)
{
  *owed += percent;
  if (*owed < 100)
    return false;
  *owed -= 100;
  return true;
}

static void teach_fcp(struct plan *plan, struct dice *dice)
{
  int owed = dice_below(dice, 100);
  for (int i = 0; i < plan->n_people; i++) {
    struct plan_person *person = &plan->people[i];
    if (!falls_due(&owed, fcp_percents[person->band - FIRST_BAND]))
      continue;
    person->fcp_stage = person->band == 6 || dice_chance(dice, 25) ? 1 : 2;
    int years = person->fcp_stage == 1 ? 1 : dice_between(dice, 2, 5);
    person->fcp_since_year = date_year(plan->settings.first) - years;
  }
}

/* A large service trains its next FCPs: some of band 6. */
static void take_on_trainees(struct plan *plan)
{
  enum { WITH_TRAINEES = 100, BAND = 6, TRAINEE_PERCENT = 8 };
  int owed = 0;
  for (int i = 0; i < plan->n_people && plan->n_people >= WITH_TRAINEES; i++) {
    struct plan_person *person = &plan->people[i];
    if (person->band == BAND && person->fcp_stage == 0)
      person->fcp_trainee = falls_due(&owed, TRAINEE_PERCENT);
  }
}

/* The specialty of which the hub has fewest people; ties go to the earlier. */
static int scarcest_specialty(const struct plan *plan, int hub, unsigned except)
{
  int scarcest = NOBODY, fewest = 0;
  for (int k = 0; k < plan->n_specialties; k++) {
    int holders = 0;
    for (int i = 0; i < plan->n_people; i++)
      holders += plan->people[i].base == hub && (plan->people[i].specialties >> k & 1);
    if (!(except >> k & 1) && (scarcest == NOBODY || holders < fewest)) {
      scarcest = k;
      fewest = holders;
    }
  }
  return scarcest;
}

static void teach_specialties(struct plan *plan, struct dice *dice)
{
  int owed = dice_below(dice, 100);
  for (int i = 0; i < plan->n_people; i++) {
    struct plan_person *person = &plan->people[i];
    int specialties = specialties_per_100[person->band - FIRST_BAND];
    for (int n = 0; n < 2; n++) {
      int percent = CLAMP(specialties - 100 * n, 0, 100);
      if (!falls_due(&owed, percent))
        continue;
      int specialty = scarcest_specialty(plan, person->base, person->specialties);
      if (specialty != NOBODY)
        person->specialties |= 1U << specialty;
    }
    person->specialty_ends = person->specialties && dice_chance(dice, 5);
  }
}

/* Classes are led by bands 5 and 6, and by anybody where a hub has few of those. */
static void teach_rehab(struct plan *plan, struct dice *dice)
{
  enum { LEADERS_LEAST = 3 };
  int leaders[SITES_MAX] = {0};
  for (int i = plan->n_people - 1; i >= 0; i--) {
    struct plan_person *person = &plan->people[i];
    person->rehab = person->band == 5 || (person->band == 6 && dice_chance(dice, 60)) ||
                    leaders[person->base] < LEADERS_LEAST;
    leaders[person->base] += person->rehab;
  }
}

static void set_contracts(struct plan *plan, struct dice *dice)
{
  g_autofree int *deck = dice_deck(dice, wte_shares, G_N_ELEMENTS(wte_shares), plan->n_people);
  for (int i = 0; i < plan->n_people; i++)
    plan->people[i].wte_percent = wte_percents[deck[i]];
}

static void set_drivers(struct plan *plan, struct dice *dice)
{
  static const int shares[] = {10, 90}; /* of 100 people, 10 do not drive */
  g_autofree int *deck = dice_deck(dice, shares, G_N_ELEMENTS(shares), plan->n_people);
  for (int i = 0; i < plan->n_people; i++) {
    plan->people[i].drives = deck[i] != 0;
    plan->people[i].educator = plan->people[i].band >= 6 && dice_chance(dice, 12);
  }
}

void plan_hire(struct plan *plan)
{
  struct dice dice = dice_new(plan->settings.seed, DICE_STAFF);
  plan->names = names_draw(&dice, plan->n_people);
  for (int i = 0; i < plan->n_people; i++) {
    plan->people[i].id = plan->names[i].id;
    plan->people[i].name = plan->names[i].full;
    plan->people[i].supervisor = NOBODY;
  }
  place_people(plan);
  set_bands(plan);
  set_contracts(plan, &dice);
  set_drivers(plan, &dice);
  teach_fcp(plan, &dice);
  take_on_trainees(plan);
  teach_specialties(plan, &dice);
  teach_rehab(plan, &dice);
}
