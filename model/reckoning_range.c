#include "model/reckoning_range.h"

#include "model/reckoning.h"
#include "model/reckoning_offer.h"

/* --- what it is worth ----------------------------------------------------------- */

/* Can the clinician be at that site in that slot? */
static bool can_be_at(const struct problem *problem, int clinician, int slot, int site)
{
  int count, i = problem_cell(problem, clinician, slot, &count);
  for (; count > 0 && problem->candidates[i].site != site; count--)
    i++;
  return count > 0;
}

/* What the candidate may come to with the best (sign 1), or the worst (sign -1),
 * that colleagues can do to it. */
static int extreme_of(const struct problem *problem, const struct assignment *item, int sign)
{
  const struct preferences *file = month_preferences(problem->month, item->clinician);
  int points = reckoning_points(problem, item);
  if (problem->service->sites[item->site].remote)
    return points;
  for (int i = 0; i < file->n_people; i++) {
    int other = file->people[i].item, worth;
    worth = reckoning_person_points(problem, item->clinician, other);
    if (sign * worth > 0 && can_be_at(problem, other, item->slot, item->site))
      points += worth;
  }
  return points;
}

/* --- the choice of a month -------------------------------------------------------- */

/* What each slot is worth in each pool (0: nothing) and, last, freely; and where it is. */
struct choice {
  int n_slots, n_pools;
  int *worth; /* [slots * (pools + 1)] */
  int *in;    /* [slots]: a pool, or n_pools: what comes freely */
  int *left;  /* [pools] */
};

static int worth_in(const struct choice *choice, int slot, int pool)
{
  return choice->worth[slot * (choice->n_pools + 1) + pool];
}

/* The best of the slots to go from one pool to another, NONE where a place that stays empty does
 * for it, and what it gains; G_MININT: there is neither. */
static int best_step(const struct choice *choice, int from, int to, int *gain)
{
  int freely = choice->n_pools, best = NONE;
  bool empty = from == freely || (to == freely && choice->left[from] > 0);
  *gain = empty ? 0 : G_MININT;
  for (int s = 0; s < choice->n_slots; s++) {
    int more = worth_in(choice, s, to) - worth_in(choice, s, from);
    if (choice->in[s] != from || more <= *gain)
      continue;
    best = s;
    *gain = more;
  }
  return best;
}

/* One step in a round of changes. */
struct step {
  int from, slot;
};

static void take_round(struct choice *choice, const struct step *steps, int start)
{
  int to = start;
  do {
    const struct step *step = &steps[to];
    if (step->slot != NONE)
      choice->in[step->slot] = to;
    else if (to == choice->n_pools)
      choice->left[step->from]--;
    else
      choice->left[to]++;
    to = step->from;
  } while (to != start);
}

/* Looks for pools round which slots gain by changing places (Bellman and Ford), and goes round;
 * false when there are none: then it can't be better. */
static bool go_round(struct choice *choice)
{
  int n = choice->n_pools + 1, last = NONE;
  g_autofree int *gains = g_new(int, (gsize)(n * n));
  g_autofree int *slots = g_new(int, (gsize)(n * n));
  g_autofree int *reach = g_new0(int, (gsize)n);
  g_autofree struct step *steps = g_new0(struct step, (gsize)n);
  for (int i = 0; i < n * n; i++)
    slots[i] = best_step(choice, i / n, i % n, &gains[i]);
  for (int round = 0; round <= n; round++) {
    last = NONE;
    for (int i = 0; i < n * n; i++) {
      int from = i / n, to = i % n;
      if (from == to || gains[i] == G_MININT || reach[from] + gains[i] <= reach[to])
        continue;
      reach[to] = reach[from] + gains[i];
      steps[to] = (struct step){from, slots[i]};
      last = to;
    }
  }
  for (int i = 0; last != NONE && i < n; i++)
    last = steps[last].from;
  if (last != NONE)
    take_round(choice, steps, last);
  return last != NONE;
}

/* Each slot for itself, in order, as far as there is room; then in rounds. */
static int most_of(struct choice *choice)
{
  int sum = 0;
  for (int s = 0; s < choice->n_slots; s++) {
    int best = choice->n_pools;
    for (int p = 0; p < choice->n_pools; p++)
      if (choice->left[p] > 0 && worth_in(choice, s, p) > worth_in(choice, s, best))
        best = p;
    choice->in[s] = best;
    if (best < choice->n_pools)
      choice->left[best]--;
  }
  while (go_round(choice))
    ;
  for (int s = 0; s < choice->n_slots; s++)
    sum += worth_in(choice, s, choice->in[s]);
  return sum;
}

/* What a candidate comes to, and where it is from. */
struct worth {
  int slot, pool, points; /* pool NONE: freely */
};

static int find_pool(GArray *pools, const struct pool *pool)
{
  for (guint i = 0; i < pools->len; i++) {
    const struct pool *known = &g_array_index(pools, struct pool, i);
    if (known->of == pool->of && known->site == pool->site && known->period == pool->period)
      return (int)i;
  }
  g_array_append_val(pools, *pool);
  return (int)pools->len - 1;
}

/* All candidates that bring something (sign 1), or cost something (sign -1). */
static GArray *look_through(const struct problem *problem, int clinician, int sign, GArray *pools)
{
  GArray *worths = g_array_new(FALSE, FALSE, sizeof(struct worth));
  const int *cell = &problem->cell[clinician * problem->month->n_slots];
  for (int i = cell[0]; i < cell[problem->month->n_slots]; i++) {
    const struct assignment *item = &problem->candidates[i];
    struct pool pool;
    struct worth worth = {item->slot, NONE, sign * extreme_of(problem, item, sign)};
    enum offered offered = worth.points > 0 ? reckoning_offer(problem, item, &pool) : OFFERED_NOT;
    if (offered == OFFERED_NOT)
      continue;
    if (offered == OFFERED_POOL)
      worth.pool = find_pool(pools, &pool);
    g_array_append_val(worths, worth);
  }
  return worths;
}

static int extreme(const struct problem *problem, int clinician, int sign)
{
  if (!month_preferences(problem->month, clinician))
    return 0;
  int n_slots = problem->month->n_slots;
  g_autoptr(GArray) pools = g_array_new(FALSE, FALSE, sizeof(struct pool));
  g_autoptr(GArray) worths = look_through(problem, clinician, sign, pools);
  int n_pools = (int)pools->len;
  g_autofree int *worth = g_new0(int, (gsize)(n_slots * (n_pools + 1)) + 1);
  g_autofree int *in = g_new(int, (gsize)n_slots + 1);
  g_autofree int *left = g_new(int, (gsize)n_pools + 1);
  for (guint i = 0; i < worths->len; i++) {
    const struct worth *one = &g_array_index(worths, struct worth, i);
    int *at = &worth[one->slot * (n_pools + 1) + (one->pool == NONE ? n_pools : one->pool)];
    *at = MAX(*at, one->points);
  }
  for (int p = 0; p < n_pools; p++)
    left[p] = g_array_index(pools, struct pool, p).room;
  struct choice choice = {n_slots, n_pools, worth, in, left};
  return sign * most_of(&choice);
}

int reckoning_best(const struct problem *problem, int clinician)
{
  return extreme(problem, clinician, 1);
}

int reckoning_worst(const struct problem *problem, int clinician)
{
  return extreme(problem, clinician, -1);
}
