/* Agreed patterns for about one person in seven, and those who join, leave or
 * come back in steps. */
#include "generator/steps.h"

enum { WITH_CHANGES = 30 };

/* A weekday and session that the person works in every week; false: none. */
static bool pick_session(const struct plan_person *person, struct dice *dice, int *weekday,
                         int *session)
{
  int start = dice_below(dice, WEEKDAYS * 2);
  for (int i = 0; i < WEEKDAYS * 2; i++) {
    int half = (start + i) % (WEEKDAYS * 2);
    *weekday = half / 2;
    *session = half % 2 ? PM : AM;
    if (person->works[WEEK_ONE][*weekday] & person->works[WEEK_TWO][*weekday] & *session)
      return true;
  }
  return false;
}

static bool works_evenings(const struct plan_person *person)
{
  for (int day = 0; day < WEEKDAYS; day++)
    if (person->works[WEEK_ONE][day] & EVE)
      return true;
  return false;
}

/* A hub or PCN other than the base, or NOBODY. */
static int other_site(const struct plan *plan, const struct plan_person *person)
{
  for (int s = plan->n_hubs + plan->n_pcns - 1; s >= 0; s--)
    if (s != person->base && person->sites >> s & 1)
      return s;
  return NOBODY;
}

static void arrange(const struct plan *plan, struct plan_person *person, struct dice *dice)
{
  static const enum arrangement kinds[] = {EVERY_AT_REMOTE, EVERY_SUPPORT, NEVER_EVE, NEVER_AT};
  if (!pick_session(person, dice, &person->arranged_day, &person->arranged_session))
    return;
  person->arrangement = kinds[dice_below(dice, G_N_ELEMENTS(kinds))];
  person->arranged_site = other_site(plan, person);
  if (person->arrangement == NEVER_EVE && (works_evenings(person) || plan->n_evenings == 0))
    person->arrangement = EVERY_AT_REMOTE;
  if (person->arrangement == NEVER_AT && person->arranged_site == NOBODY)
    person->arrangement = EVERY_SUPPORT;
}

static bool is_named(const struct plan *plan, int person)
{
  for (int s = 0; s < plan->n_sites; s++) {
    if (plan->sites[s].deputy == person || plan_is_named(&plan->sites[s], person))
      return true;
  }
  return false;
}

/* Somebody of that band and contract without an arrangement, from `start` on; nobody whom a PCN has
 * as its own. */
static int ordinary_person(const struct plan *plan, int start, int band)
{
  for (int i = 0; i < plan->n_people; i++) {
    int person = (start + i) % plan->n_people;
    const struct plan_person *who = &plan->people[person];
    if (who->band == band && who->wte_percent >= 80 && who->arrangement == ARRANGED_NOTHING &&
        !who->joins && !who->leaves && !who->phased_return && !is_named(plan, person))
      return person;
  }
  return NOBODY;
}

static void change_staff(struct plan *plan, struct dice *dice)
{
  int joiner = ordinary_person(plan, dice_below(dice, plan->n_people), 5);
  if (joiner != NOBODY)
    plan->people[joiner].joins = dice_between(dice, 8, 14);
  int leaver = ordinary_person(plan, dice_below(dice, plan->n_people), 6);
  if (leaver != NOBODY)
    plan->people[leaver].leaves = dice_between(dice, 19, 25);
  int returner = ordinary_person(plan, dice_below(dice, plan->n_people), 6);
  if (returner != NOBODY)
    plan->people[returner].phased_return = true;
}

void plan_arrange(struct plan *plan)
{
  static const int shares[] = {15, 85};
  struct dice dice = dice_new(plan->settings.seed, DICE_ARRANGEMENTS);
  g_autofree int *deck = dice_deck(&dice, shares, G_N_ELEMENTS(shares), plan->n_people);
  for (int i = 0; i < plan->n_people; i++)
    if (deck[i] == 0)
      arrange(plan, &plan->people[i], &dice);
  if (plan->n_people >= WITH_CHANGES)
    change_staff(plan, &dice);
}
