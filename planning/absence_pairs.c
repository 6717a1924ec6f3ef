#include "planning/absence_pairs.h"

#include <string.h>

/* Two people in a week in which both work. */
struct joint {
  int a, b, week;
  int64_t apart; /* what each loses by themselves, added up */
  int64_t seems; /* what the two repairs lose if both are done; OUTCOME_UNKNOWN: not lawful */
  struct advice_absence *absence; /* NULL: not tried */
};

struct work {
  const struct absence_ground *ground;
  const struct absence_singles *singles;
  int people, weeks;
  GArray **open; /* [people] struct joint of `a` that is not settled by the repairs of each */
  int *tried;    /* [people] pairs of `a` that work in some week together */
  GArray *all;   /* struct joint, of everybody */
};

static struct rota *mended_of(const struct work *work, int clinician, int week)
{
  return work->singles->mended[clinician * work->weeks + week];
}

/* What somebody's absence in the week loses; OUTCOME_UNKNOWN: they don't work in it. */
static int64_t lost_in(const struct work *work, int clinician, int week)
{
  const struct advice_absence *absence = work->singles->absences[clinician];
  for (guint i = 0; i < absence->weeks->len; i++) {
    const struct advice_absence *one = g_ptr_array_index(absence->weeks, i);
    if (one->index == week)
      return one->lost;
  }
  return OUTCOME_UNKNOWN;
}

/* --- both repairs together -------------------------------------------------------- */

static bool is_same(const struct assignment *items, int n, const struct assignment *others, int m)
{
  if (n != m)
    return false;
  for (int i = 0; i < n; i++)
    if (items[i].task != others[i].task || items[i].site != others[i].site)
      return false;
  return true;
}

static void take(const struct assignment *items, int count, GArray *out)
{
  if (count > 0)
    g_array_append_vals(out, items, (guint)count);
}

/* What one of the two repairs changes in the rota is changed; where both do, that for `first`
 * counts rather than that for `second`. */
static struct rota *join(const struct work *work, const struct absence_week *week, int index,
                         int first, int second)
{
  const struct problem *problem = work->ground->problem;
  const struct rota *for_first = mended_of(work, first, index);
  const struct rota *for_second = mended_of(work, second, index);
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int c = 0; c < work->people; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int n, m, k;
      const struct assignment *before = rota_at(work->ground->rota, c, s, &n);
      const struct assignment *one = rota_at(for_first, c, s, &m);
      const struct assignment *other = rota_at(for_second, c, s, &k);
      if (is_same(before, n, one, m))
        take(other, k, items);
      else
        take(one, m, items);
    }
  struct rota *both = rota_new(problem, (struct assignment *)(void *)items->data, (int)items->len);
  int sessions;
  struct rota *out = absence_week_without(week, both, &sessions);
  rota_free(both);
  return out;
}

/* The better of the two ways to join the repairs, and what it loses; NULL: neither is lawful. */
static struct rota *join_best(const struct work *work, const struct absence_week *week,
                              const struct joint *joint, int64_t *lost)
{
  struct rota *best = join(work, week, joint->week, joint->a, joint->b);
  *lost = absence_week_lost(week, best);
  if (*lost != OUTCOME_UNKNOWN && *lost <= joint->apart)
    return best;
  struct rota *other = join(work, week, joint->week, joint->b, joint->a);
  int64_t others = absence_week_lost(week, other);
  bool better = others != OUTCOME_UNKNOWN && (*lost == OUTCOME_UNKNOWN || others < *lost);
  rota_free(better ? best : other);
  best = better ? other : best;
  *lost = better ? others : *lost;
  if (*lost == OUTCOME_UNKNOWN)
    g_clear_pointer(&best, rota_free);
  return best;
}

/* Is it known without a search that they lose no more together? */
static bool is_settled(const struct work *work, struct joint *joint, const bool *away)
{
  struct absence_week *week = absence_week_new(work->ground, away, joint->week);
  rota_free(join_best(work, week, joint, &joint->seems));
  absence_week_free(week);
  return joint->seems != OUTCOME_UNKNOWN && joint->seems <= joint->apart;
}

static void try_pair(struct work *work, int a, int b)
{
  g_autofree bool *away = g_new0(bool, (gsize)work->people + 1);
  bool any = false;
  away[a] = away[b] = true;
  for (int week = 0; week < work->weeks; week++) {
    if (!mended_of(work, a, week) || !mended_of(work, b, week))
      continue;
    struct joint joint = {a, b, week, lost_in(work, a, week) + lost_in(work, b, week), 0, NULL};
    any = true;
    if (build_is_stopped(work->ground->settings) || !is_settled(work, &joint, away))
      g_array_append_val(work->open[a], joint);
  }
  work->tried[a] += any;
}

static void try_pairs_of(void *context, int a)
{
  struct work *work = context;
  work->open[a] = g_array_new(FALSE, FALSE, sizeof(struct joint));
  for (int b = a + 1; b < work->people; b++)
    try_pair(work, a, b);
}

/* --- mended without both ------------------------------------------------------------ */

static int64_t more_than_apart(const struct joint *joint)
{
  return joint->seems == OUTCOME_UNKNOWN ? INT64_MAX : joint->seems - joint->apart;
}

static gint seems_worst_first(gconstpointer left, gconstpointer right)
{
  const struct joint *a = left, *b = right;
  int64_t more = more_than_apart(a), other = more_than_apart(b);
  if (more != other)
    return more > other ? -1 : 1;
  if (a->week != b->week)
    return a->week - b->week;
  return a->a != b->a ? a->a - b->a : a->b - b->b;
}

/* Where the search has not ended, and both repairs together are as good as what it found. */
static void take_joined(const struct work *work, const struct absence_week *week,
                        struct joint *joint)
{
  struct advice_absence *absence = joint->absence;
  bool open = absence->state == ABSENCE_OPEN && absence->lost > joint->seems;
  if (joint->seems == OUTCOME_UNKNOWN || !(open || absence->state == ABSENCE_UNKNOWN))
    return;
  struct rota *rota = join_best(work, week, joint, &joint->seems);
  if (rota)
    absence_week_take(week, rota, joint->seems, absence);
  rota_free(rota);
}

static void mend(void *context, int index)
{
  struct work *work = context;
  struct joint *joint = &g_array_index(work->all, struct joint, index);
  g_autofree bool *away = g_new0(bool, (gsize)work->people + 1);
  if (build_is_stopped(work->ground->settings))
    return;
  away[joint->a] = away[joint->b] = true;
  joint->absence = advice_absence_new();
  struct absence_week *week = absence_week_new(work->ground, away, joint->week);
  rota_free(absence_week_mend(week, NULL, 0, joint->absence));
  take_joined(work, week, joint);
  absence_week_free(week);
}

/* --- the pairs ------------------------------------------------------------------------ */

/* Do the two lose more together in that week, as far as is known? */
static bool is_worse(const struct joint *joint)
{
  const struct advice_absence *absence = joint->absence;
  return absence && (absence->state == ABSENCE_UNLAWFUL ||
                     (advice_absence_is_built(absence) && absence->lost > joint->apart));
}

static bool is_unknown(const struct joint *joint)
{
  return !joint->absence || joint->absence->state == ABSENCE_UNKNOWN;
}

static struct advice_pair *pair_of(const struct work *work, const struct joint *joint,
                                   struct advice *advice)
{
  const struct clinician *people = work->ground->problem->service->clinicians;
  for (guint i = 0; i < advice->pairs->len; i++) {
    struct advice_pair *pair = g_ptr_array_index(advice->pairs, i);
    if (strcmp(pair->ids[0], people[joint->a].id) == 0 &&
        strcmp(pair->ids[1], people[joint->b].id) == 0)
      return pair;
  }
  struct advice_pair *pair = advice_pair_new();
  pair->ids[0] = g_strdup(people[joint->a].id);
  pair->ids[1] = g_strdup(people[joint->b].id);
  pair->names[0] = g_strdup(people[joint->a].name);
  pair->names[1] = g_strdup(people[joint->b].name);
  g_ptr_array_add(advice->pairs, pair);
  return pair;
}

static int64_t more_of(const struct advice_pair *pair)
{
  return pair->worst->state == ABSENCE_UNLAWFUL ? INT64_MAX : pair->worst->lost - pair->apart;
}

/* The pair keeps the worst of its weeks. */
static void add_worse(const struct work *work, struct joint *joint, struct advice *advice)
{
  struct advice_pair *pair = pair_of(work, joint, advice);
  struct advice_pair now = {.worst = joint->absence, .apart = joint->apart};
  pair->weeks++;
  if (pair->worst && more_of(pair) >= more_of(&now))
    return;
  advice_absence_free(pair->worst);
  pair->worst = g_steal_pointer(&joint->absence);
  pair->worst->week = absence_week_words(work->ground, joint->week);
  pair->apart = joint->apart;
}

static gint worst_first(gconstpointer left, gconstpointer right)
{
  const struct advice_pair *a = *(struct advice_pair *const *)left;
  const struct advice_pair *b = *(struct advice_pair *const *)right;
  if (more_of(a) != more_of(b))
    return more_of(a) > more_of(b) ? -1 : 1;
  if (a->weeks != b->weeks)
    return b->weeks - a->weeks;
  int order = strcmp(a->ids[0], b->ids[0]);
  return order ? order : strcmp(a->ids[1], b->ids[1]);
}

static void collect(struct work *work)
{
  for (int a = 0; a < work->people; a++) {
    g_array_append_vals(work->all, work->open[a]->data, work->open[a]->len);
    g_array_unref(work->open[a]);
  }
  g_array_sort(work->all, seems_worst_first);
}

/* How many pairs have a week of which it isn't known. */
static int count_unknown(const struct work *work)
{
  g_autofree bool *unknown = g_new0(bool, (gsize)(work->people * work->people) + 1);
  int out = 0;
  for (guint i = 0; i < work->all->len; i++) {
    const struct joint *joint = &g_array_index(work->all, struct joint, i);
    bool *at = &unknown[joint->a * work->people + joint->b];
    out += is_unknown(joint) && !*at;
    *at = *at || is_unknown(joint);
  }
  return out;
}

static void add_all(struct work *work, struct advice *advice)
{
  for (int a = 0; a < work->people; a++)
    advice->pairs_tried += work->tried[a];
  advice->pairs_unknown = count_unknown(work);
  for (guint i = 0; i < work->all->len; i++) {
    struct joint *joint = &g_array_index(work->all, struct joint, i);
    if (is_worse(joint))
      add_worse(work, joint, advice);
    advice_absence_free(joint->absence);
  }
  g_ptr_array_sort(advice->pairs, worst_first);
}

void absence_pairs_add(const struct absence_ground *ground, const struct absence_singles *singles,
                       struct advice *advice, struct parallel_watch watch)
{
  int people = ground->problem->service->n_clinicians, threads = ground->settings->threads;
  struct work work = {ground, singles, people, ground->problem->month->n_weeks, NULL, NULL, NULL};
  work.open = g_new0(GArray *, (gsize)people + 1);
  work.tried = g_new0(int, (gsize)people + 1);
  work.all = g_array_new(FALSE, FALSE, sizeof(struct joint));
  parallel_run(people, threads, try_pairs_of, &work, watch);
  collect(&work);
  parallel_run(MIN((int)work.all->len, ABSENCE_PAIRS_MOST), threads, mend, &work, watch);
  add_all(&work, advice);
  g_array_unref(work.all);
  g_free(work.tried);
  g_free(work.open);
}
