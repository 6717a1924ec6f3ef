#include "model/waiting/waiting_path.h"

#include "model/waiting/chance.h"

#include <assert.h>
#include <glib.h>

/* People are kept by the week they were referred in. The list of now reaches
 * back as far as its last band is spread. */
enum { PAST = 104, COHORTS = PAST + WAITING_WEEKS_MAX };

struct queue {
  int64_t people[COHORTS]; /* [week + PAST - 1], week 0 being the last before the horizon */
  int64_t called[COHORTS]; /* of those, have had a call: they need to be seen in person */
  int oldest;              /* nobody waits in a cohort before it */
};

/* What chance is for: each purpose has chance of its own in each week. Those after PURPOSES are
 * drawn by another seed, so that whoever does without them has the numbers of ever. */
enum purpose {
  OF_REFERRAL,
  OF_ATTENDANCE = WAITING_CLASSES,
  OF_REMOVAL,
  PURPOSES,
  OF_CALL = PURPOSES,
  OF_WANT,
  OF_SICKNESS,
};

struct walk {
  const struct waiting_list *list;
  const struct waiting_supply *supply;
  struct waiting_path *path;
  bool random;
  uint64_t seed;
  uint64_t replication;
  int week;
  int64_t ill;     /* of the supply's clinicians, this week */
  double for_want; /* referred for want of first contact up to now, without variation */
  struct queue queues[WAITING_CLASSES];
};

static int64_t *counts(const struct walk *walk, int group)
{
  return walk->path->of[walk->week][group];
}

static struct chance chance_of(const struct walk *walk, enum purpose purpose)
{
  uint64_t week = walk->replication * (WAITING_WEEKS_MAX + 1) + (uint64_t)walk->week;
  return chance_new(purpose < PURPOSES ? walk->seed : ~walk->seed,
                    week * PURPOSES + purpose % PURPOSES);
}

/* That fraction of n: as chance has it, or to the nearest unit. */
static int64_t share(const struct walk *walk, struct chance *chance, int64_t n, double fraction)
{
  if (walk->random)
    return chance_binomial(chance, n, fraction);
  return (int64_t)((double)n * fraction + 0.5);
}

static int cohort_of(int week)
{
  return week + PAST - 1;
}

/* Everybody in a band is spread evenly over its weeks; the youngest weeks take
 * those who are left over. */
static void spread(struct walk *walk, int class)
{
  struct queue *queue = &walk->queues[class];
  for (int b = 0; b < WAITING_BANDS; b++) {
    const struct waiting_band *band = &waiting_bands[b];
    int weeks = band->until - band->from, people = walk->list->classes[class].list[b];
    for (int age = band->from; age < band->until; age++)
      queue->people[cohort_of(-age)] =
          walk->path->unit * (people / weeks + (age - band->from < people % weeks));
  }
}

/* Without variation, what makes the sum of all weeks right, rounded down. */
static int64_t referrals(const struct walk *walk, int class)
{
  double a_week = walk->list->classes[class].a_week;
  if (walk->random && !walk->list->constant_demand) {
    struct chance chance = chance_of(walk, (enum purpose)(OF_REFERRAL + class));
    return chance_poisson(&chance, a_week);
  }
  double unit = a_week * (double)walk->path->unit;
  return (int64_t)(unit * walk->week) - (int64_t)(unit * (walk->week - 1));
}

/* Routine referrals for want of first contact, likewise. */
static int64_t for_want(struct walk *walk)
{
  double a_week = waiting_for_want(walk->list, walk->supply, walk->week);
  if (walk->random && !walk->list->constant_demand) {
    struct chance chance = chance_of(walk, OF_WANT);
    return chance_poisson(&chance, a_week);
  }
  int64_t before = (int64_t)walk->for_want;
  walk->for_want += a_week * (double)walk->path->unit;
  return (int64_t)walk->for_want - before;
}

static void refer(struct walk *walk)
{
  for (int c = 0; c < WAITING_CLASSES; c++) {
    int64_t people = referrals(walk, c) + (c == WAITING_ROUTINE ? for_want(walk) : 0);
    counts(walk, c)[WAITING_ARRIVED] = people;
    walk->queues[c].people[cohort_of(walk->week)] += people;
  }
}

/* Of the supply's clinicians each is ill with the same probability, and then all week. */
static int clinicians_of(const struct walk *walk)
{
  return MAX(1, walk->supply->clinicians);
}

static void fall_ill(struct walk *walk)
{
  struct chance chance = chance_of(walk, OF_SICKNESS);
  if (walk->random)
    walk->ill = chance_binomial(&chance, clinicians_of(walk), walk->list->sickness);
}

/* What sickness leaves of so many slots, of which everybody has as many, to the nearest. NULL:
 * there are none. */
static int64_t offered(const struct walk *walk, const int *weeks)
{
  int64_t n = weeks ? weeks[walk->week - 1] * walk->path->unit : 0, all = clinicians_of(walk);
  if (!walk->random)
    return (int64_t)((double)n * (1 - walk->list->sickness) + 0.5);
  return (2 * n * (all - walk->ill) + all) / (2 * all);
}

/* Off the list go first those of a week who have had a call. */
static void take_off(struct queue *queue, int cohort, int64_t people)
{
  queue->people[cohort] -= people;
  queue->called[cohort] -= MIN(queue->called[cohort], people);
}

/* Gives slots to those of a class who wait longest; that fraction of them does
 * not attend. Returns the slots that are left. */
static int64_t serve_class(struct walk *walk, int class, int64_t slots, double dna,
                           struct chance *chance)
{
  struct queue *queue = &walk->queues[class];
  int64_t *count = counts(walk, class);
  for (; slots > 0 && queue->oldest <= cohort_of(walk->week); queue->oldest++) {
    int64_t called = MIN(queue->people[queue->oldest], slots);
    int64_t missed = share(walk, chance, called, dna), seen = called - missed;
    int waited = cohort_of(walk->week) - queue->oldest;
    count[WAITING_MISSED] += missed;
    count[WAITING_SEEN] += seen;
    count[WAITING_SEEN_LATE] += waited >= walk->list->classes[class].standard_weeks ? seen : 0;
    count[WAITING_WEEKS] += seen * waited;
    take_off(queue, queue->oldest, called);
    slots -= called;
    if (queue->people[queue->oldest] > 0)
      break;
  }
  return slots;
}

static int64_t serve(struct walk *walk, int64_t slots, double dna, struct chance *chance)
{
  for (int c = 0; c < WAITING_CLASSES; c++)
    slots = serve_class(walk, c, slots, dna, chance);
  return slots;
}

/* Calls those of a class who wait longest and have had no call; a share of them is settled, and
 * the others keep their place. Returns the calls that are left. */
static int64_t call_class(struct walk *walk, int class, int64_t calls, struct chance *chance)
{
  struct queue *queue = &walk->queues[class];
  int64_t *count = counts(walk, class);
  for (int i = queue->oldest; i <= cohort_of(walk->week) && calls > 0; i++) {
    int64_t called = MIN(queue->people[i] - queue->called[i], calls);
    int64_t settled = share(walk, chance, called, walk->list->calls_settled);
    int waited = cohort_of(walk->week) - i;
    count[WAITING_CALLED] += called;
    count[WAITING_SETTLED] += settled;
    count[WAITING_SEEN] += settled;
    count[WAITING_SEEN_LATE] += waited >= walk->list->classes[class].standard_weeks ? settled : 0;
    count[WAITING_WEEKS] += settled * waited;
    queue->people[i] -= settled;
    queue->called[i] += called - settled;
    calls -= called;
  }
  return calls;
}

static void call(struct walk *walk)
{
  int64_t left = offered(walk, walk->supply->calls);
  struct chance chance = chance_of(walk, OF_CALL);
  for (int c = 0; c < WAITING_CLASSES; c++)
    left = call_class(walk, c, left, &chance);
}

/* Events first; then calls; then the slots; then, with others from the list, the slots that
 * were not attended. */
static void see(struct walk *walk)
{
  const struct waiting_supply *supply = walk->supply;
  int64_t attendees = supply->attendees ? supply->attendees[walk->week - 1] * walk->path->unit : 0;
  int64_t slots = offered(walk, supply->new_slots), missed = 0;
  struct chance chance = chance_of(walk, OF_ATTENDANCE);
  int64_t unused = serve(walk, attendees, 0, &chance);
  for (int c = 0; c < WAITING_CLASSES; c++)
    counts(walk, c)[WAITING_AT_EVENTS] = counts(walk, c)[WAITING_SEEN];
  call(walk);
  double dna = supply->dna_new ? supply->dna_new[walk->week - 1] : walk->list->dna_new;
  unused += serve(walk, slots, dna, &chance);
  for (int c = 0; c < WAITING_CLASSES; c++)
    missed += counts(walk, c)[WAITING_MISSED];
  int64_t again = share(walk, &chance, missed, walk->list->backfill);
  int64_t *all = counts(walk, WAITING_ALL);
  all[WAITING_OFFERED] = attendees + slots;
  all[WAITING_LOST] = missed - again + serve(walk, again, 0, &chance);
  all[WAITING_UNUSED] = unused;
  for (int c = 0; c < WAITING_CLASSES; c++)
    counts(walk, c)[WAITING_RETURNED] =
        share(walk, &chance, counts(walk, c)[WAITING_MISSED], walk->list->dna_return);
}

/* Validation finds that the longest waits, of either class, need nothing any more. */
static void validate(struct walk *walk)
{
  int64_t left = offered(walk, walk->supply->removals);
  for (int i = 0; i <= cohort_of(walk->week) && left > 0; i++)
    for (int c = WAITING_CLASSES - 1; c >= 0; c--) {
      int64_t removed = MIN(walk->queues[c].people[i], left);
      take_off(&walk->queues[c], i, removed);
      counts(walk, c)[WAITING_REMOVED] += removed;
      left -= removed;
    }
}

static void remove_some(struct walk *walk)
{
  struct chance chance = chance_of(walk, OF_REMOVAL);
  for (int c = 0; c < WAITING_CLASSES; c++)
    for (int i = walk->queues[c].oldest; i <= cohort_of(walk->week); i++) {
      int64_t *called = &walk->queues[c].called[i], *people = &walk->queues[c].people[i];
      int64_t removed = share(walk, &chance, *people - *called, walk->list->removals);
      int64_t of_called = share(walk, &chance, *called, walk->list->removals);
      *people -= removed + of_called;
      *called -= of_called;
      counts(walk, c)[WAITING_REMOVED] += removed + of_called;
    }
}

static int band_of(int weeks)
{
  int band = WAITING_BANDS - 1;
  while (weeks < waiting_bands[band].from)
    band--;
  return band;
}

static void count_waiting(struct walk *walk)
{
  for (int c = 0; c < WAITING_CLASSES; c++) {
    int64_t *count = counts(walk, c);
    for (int i = walk->queues[c].oldest; i <= cohort_of(walk->week); i++) {
      int waited = cohort_of(walk->week) - i;
      int64_t people = walk->queues[c].people[i];
      count[WAITING_SIZE] += people;
      count[WAITING_LATE] += waited >= walk->list->classes[c].standard_weeks ? people : 0;
      count[WAITING_BAND + band_of(waited)] += people;
      count[WAITING_LONG] += waited >= WAITING_LONG_WEEKS ? people : 0;
    }
    for (int q = 0; q < WAITING_OFFERED; q++)
      counts(walk, WAITING_ALL)[q] += count[q];
  }
}

/* Those who come back join at the end, with a new clock: they are called from
 * next week on. */
static void take_back(struct walk *walk)
{
  for (int c = 0; c < WAITING_CLASSES; c++) {
    struct queue *queue = &walk->queues[c];
    queue->people[cohort_of(walk->week)] += counts(walk, c)[WAITING_RETURNED];
    queue->oldest = MIN(queue->oldest, cohort_of(walk->week));
  }
}

static struct waiting_path *run(struct walk *walk)
{
  int n_weeks = walk->supply->n_weeks;
  assert(n_weeks >= 1 && n_weeks <= WAITING_WEEKS_MAX);
  struct waiting_path *path = g_new0(struct waiting_path, 1);
  path->n_weeks = n_weeks;
  path->unit = walk->random ? 1 : WAITING_PATH_FRACTION;
  path->of = g_malloc0_n((gsize)n_weeks + 1, sizeof *path->of);
  walk->path = path;
  for (int c = 0; c < WAITING_CLASSES; c++)
    spread(walk, c);
  count_waiting(walk);
  for (walk->week = 1; walk->week <= n_weeks; walk->week++) {
    refer(walk);
    fall_ill(walk);
    see(walk);
    validate(walk);
    remove_some(walk);
    take_back(walk);
    count_waiting(walk);
  }
  return path;
}

struct waiting_path *waiting_path_expected(const struct waiting_list *list,
                                           const struct waiting_supply *supply)
{
  struct walk walk = {.list = list, .supply = supply};
  return run(&walk);
}

struct waiting_path *waiting_path_random(const struct waiting_list *list,
                                         const struct waiting_supply *supply, uint64_t seed,
                                         int replication)
{
  struct walk walk = {.list = list,
                      .supply = supply,
                      .random = true,
                      .seed = seed,
                      .replication = (uint64_t)replication};
  return run(&walk);
}

void waiting_path_free(struct waiting_path *path)
{
  if (!path)
    return;
  g_free(path->of);
  g_free(path);
}
