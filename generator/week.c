/* Working patterns: as many sessions a week as the contract pays for, with days
 * off spread evenly over the week and the hub. Evenings take the place of a
 * morning of the same day; the Saturday of an appointment day comes on top. */
#include "generator/steps.h"

enum {
  SATURDAY_PERCENT = 20,
  EVENING_STAFF = 3,
  EVENING_PERCENT_LESS = 2 /* 45 minutes of 37.5 hours */
};

static const int evening_weekdays[] = {TUESDAY, THURSDAY};

struct week_offs {
  int days[SITES_MAX][WEEKDAYS]; /* half-days off so far, by hub and weekday */
};

/* The weekday, among those the person still works, that the hub's people are
 * off least often; now and then just any of them. */
static int pick_day_off(const struct plan_person *person, const struct week_offs *offs,
                        struct dice *dice)
{
  int start = dice_below(dice, WEEKDAYS), best = NOBODY;
  bool any = dice_chance(dice, 20);
  for (int i = 0; i < WEEKDAYS; i++) {
    int day = (start + i) % WEEKDAYS;
    if (person->works[WEEK_TWO][day] != (AM | PM))
      continue;
    if (best == NOBODY || (!any && offs->days[person->base][day] < offs->days[person->base][best]))
      best = day;
  }
  return best;
}

static void take_off(struct plan_person *person, struct week_offs *offs, int day, int weeks,
                     int sessions)
{
  for (int week = 0; week < FORTNIGHT; week++)
    if (weeks >> week & 1)
      person->works[week][day] &= (uint8_t)~sessions;
  offs->days[person->base][day] += (weeks == 3 ? 2 : 1) * (sessions == (AM | PM) ? 2 : 1);
}

static void set_days(struct plan_person *person, struct week_offs *offs, struct dice *dice)
{
  enum { BOTH = 3, WEEK_TWO_ONLY = 2, SESSIONS = 10 };
  for (int week = 0; week < FORTNIGHT; week++)
    for (int day = 0; day < WEEKDAYS; day++)
      person->works[week][day] = AM | PM;
  int off = SESSIONS - person->wte_percent / 10;
  for (; off >= 2; off -= 2)
    take_off(person, offs, pick_day_off(person, offs, dice), BOTH, AM | PM);
  if (off == 0)
    return;
  int day = pick_day_off(person, offs, dice);
  if (person->wte_percent == 90) /* a nine-day fortnight */
    take_off(person, offs, day, WEEK_TWO_ONLY, AM | PM);
  else
    take_off(person, offs, day, BOTH, dice_chance(dice, 50) ? AM : PM);
}

static bool works_whole_day(const struct plan_person *person, int day)
{
  return person->works[WEEK_ONE][day] == (AM | PM) && person->works[WEEK_TWO][day] == (AM | PM);
}

/* How many evenings a week does the person already have? */
static int evenings_of(const struct plan_person *person)
{
  int evenings = 0;
  for (int e = 0; e < (int)G_N_ELEMENTS(evening_weekdays); e++)
    evenings += (person->works[WEEK_ONE][evening_weekdays[e]] & EVE) != 0;
  return evenings;
}

/* Indices of all people in random order; g_free it. */
static int *shuffled_people(const struct plan *plan, struct dice *dice)
{
  int *order = g_new(int, (gsize)plan->n_people);
  for (int i = 0; i < plan->n_people; i++)
    order[i] = i;
  dice_shuffle(dice, order, plan->n_people);
  return order;
}

/* How many of the hub, seniors or others, can leave that weekday's morning for its evening: half
 * of those who work all of it. */
static int free_for_evening(const struct plan *plan, int hub, bool senior, int weekday)
{
  int people = 0;
  for (int i = 0; i < plan->n_people; i++) {
    const struct plan_person *person = &plan->people[i];
    people +=
        person->base == hub && (person->band >= 7) == senior && works_whole_day(person, weekday);
  }
  return people / 2;
}

/* At each hub that opens, a few senior people, of whom one is on duty, and as
 * many others. */
static void staff_evening(struct plan *plan, int weekday, struct dice *dice)
{
  g_autofree int *order = shuffled_people(plan, dice);
  int left[SITES_MAX][2];
  for (int h = 0; h < plan->n_hubs; h++)
    for (int senior = 0; senior < 2; senior++)
      left[h][senior] = MIN(EVENING_STAFF, free_for_evening(plan, h, senior, weekday));
  for (int i = 0; i < plan->n_people; i++) {
    struct plan_person *person = &plan->people[order[i]];
    int *mine = &left[person->base][person->band >= 7];
    if (person->base >= plan->n_evening_hubs || !works_whole_day(person, weekday) ||
        evenings_of(person) > 0 || *mine == 0)
      continue;
    person->works[WEEK_ONE][weekday] = PM | EVE;
    person->works[WEEK_TWO][weekday] = PM | EVE;
    person->wte_percent -= EVENING_PERCENT_LESS;
    --*mine;
  }
}

/* Those who may work an appointment day, on top of their week: a fifth, from the
 * hubs near it. The service's own Saturdays are closed. */
static void offer_saturday(struct plan *plan, struct dice *dice)
{
  enum { NEAR_MINUTES = 60 };
  int wanted = plan->n_people * SATURDAY_PERCENT / 100;
  g_autofree int *order = shuffled_people(plan, dice);
  for (int i = 0; i < plan->n_people && wanted > 0; i++) {
    struct plan_person *person = &plan->people[order[i]];
    const struct place *hub = plan->sites[person->base].place;
    if (!person->drives || place_minutes(hub, plan->sites[plan->cad_site].place) > NEAR_MINUTES)
      continue;
    person->works[WEEK_ONE][SATURDAY] = AM | PM;
    person->works[WEEK_TWO][SATURDAY] = AM | PM;
    person->saturdays = true;
    wanted--;
  }
}

void plan_fill_week(struct plan *plan)
{
  struct dice dice = dice_new(plan->settings.seed, DICE_WEEK);
  struct week_offs offs = {{{0}}};
  const int n_evenings = plan->n_evenings;
  g_assert(n_evenings <= (int)G_N_ELEMENTS(evening_weekdays));
  for (int i = 0; i < plan->n_people; i++)
    set_days(&plan->people[i], &offs, &dice);
  for (int e = 0; e < n_evenings; e++)
    staff_evening(plan, evening_weekdays[e], &dice);
  if (plan->cad_day)
    offer_saturday(plan, &dice);
}
