#include "solver/lns/improve.h"

#include "solver/anneal/anneal.h"
#include "solver/lns/attempt.h"

enum {
  ROUND = 8,         /* attempts a round, in deterministic mode */
  SWEEP_ONLY = -1,   /* a patience */
  HELP_ONLY = -2,    /* another: begins no round */
  MENDS_MOST = 40,   /* attempts before the sweep, which mends too, but dearly */
  MEND_COLUMNS = 10, /* in the first, twice as many in the second ... */
};

struct improver {
  struct run *run;
  struct placement_index *index;
  struct shared_annealing *shared; /* where threads anneal together */
  int *order;                      /* of clinicians, in the first sweep */
  int n_order;
  int n_broken; /* of these, at the front: rows of theirs alone are broken */
  GMutex lock;  /* over the rest */
  GCond turn;
  struct bandit bandit;
  int next;        /* number of the next attempt */
  int mends;       /* attempts around broken rows, before the sweep */
  int swept;       /* clinicians */
  int stale;       /* attempts on end that brought nothing */
  bool first_only; /* any lawful rota is enough */
  struct attempt round[ROUND];
  int handed_out, done;
};

struct improver *improver_new(struct run *run)
{
  struct improver *improver = g_new0(struct improver, 1);
  improver->run = run;
  improver->index = placement_index_new(run->view);
  improver->shared = shared_annealing_new();
  const GArray *clinicians = improver->index->clinicians;
  improver->n_order = (int)clinicians->len;
  improver->order = g_new0(int, (gsize)improver->n_order + 1);
  struct dice dice = dice_new(run->settings->seed, 0);
  for (int k = 0; k < improver->n_order; k++) {
    int at = dice_below(&dice, k + 1);
    improver->order[k] = improver->order[at];
    improver->order[at] = g_array_index(clinicians, int, k);
  }
  g_mutex_init(&improver->lock);
  g_cond_init(&improver->turn);
  bandit_begin(&improver->bandit);
  return improver;
}

void improver_free(struct improver *improver)
{
  if (!improver)
    return;
  for (int k = 0; k < ROUND; k++)
    attempt_clear(&improver->round[k]); /* of a round that was not ended */
  placement_index_free(improver->index);
  shared_annealing_free(improver->shared);
  g_free(improver->order);
  g_mutex_clear(&improver->lock);
  g_cond_clear(&improver->turn);
  g_free(improver);
}

/* Under the lock: the next piece of work. */
static struct attempt next_attempt(struct improver *improver)
{
  struct attempt attempt = {.number = (uint64_t)improver->next++, .clinician = NOBODY};
  if (improver->swept == improver->n_broken && improver->mends < MENDS_MOST &&
      run_is_broken(improver->run)) {
    attempt.mend = MEND_COLUMNS * ++improver->mends;
    return attempt;
  }
  if (improver->swept == improver->n_order)
    run_set_phase(improver->run, "improving");
  else
    attempt.clinician = improver->order[improver->swept++];
  return attempt;
}

/* Under the lock: what an attempt taught. */
static void learn(struct improver *improver, const struct attempt *attempt)
{
  improver->stale = attempt->gain > 0 ? 0 : improver->stale + 1;
  if (attempt->clinician == NOBODY)
    bandit_learn(&improver->bandit, &attempt->choice, attempt->gain, &attempt->result,
                 attempt->allowed);
}

static bool tired(const struct improver *improver, int patience)
{
  if (improver->first_only && !run_is_broken(improver->run))
    return true;
  bool swept = improver->swept == improver->n_order;
  return swept && (patience == SWEEP_ONLY || (patience > 0 && improver->stale >= patience));
}

/* Each thread for itself: as quick as can be. */
static void work_freely(struct improver *improver, struct hand *hand, int patience)
{
  bool enough = false;
  while (!enough && !run_over(improver->run)) {
    g_mutex_lock(&improver->lock);
    struct attempt attempt = next_attempt(improver);
    struct bandit bandit = improver->bandit;
    g_mutex_unlock(&improver->lock);
    attempt_make(hand, &bandit, &attempt);
    attempt_offer(hand, &attempt);
    g_mutex_lock(&improver->lock);
    learn(improver, &attempt);
    enough = tired(improver, patience);
    g_mutex_unlock(&improver->lock);
    run_add_work(improver->run, attempt.result.iterations);
    attempt_clear(&attempt);
  }
}

/* Under the lock, when all attempts of a round are made: offers them in order. */
static void close_round(struct improver *improver, struct hand *hand)
{
  int64_t work = 0;
  for (int k = 0; k < ROUND; k++) {
    struct attempt *attempt = &improver->round[k];
    attempt_offer(hand, attempt);
    learn(improver, attempt);
    work += 1 + attempt->result.iterations;
    attempt_clear(attempt);
  }
  improver->handed_out = improver->done = 0;
  run_add_work(improver->run, work);
  g_cond_broadcast(&improver->turn);
}

/* All threads on one base for a round. */
static void work_in_rounds(struct improver *improver, struct hand *hand, int patience)
{
  g_mutex_lock(&improver->lock);
  while (!run_over(improver->run)) {
    if (improver->handed_out == ROUND || (improver->handed_out == 0 && patience == HELP_ONLY)) {
      g_cond_wait_until(&improver->turn, &improver->lock, g_get_monotonic_time() + 50000);
      continue;
    }
    if (improver->handed_out == 0 && tired(improver, patience))
      break;
    int mine = improver->handed_out++;
    if (mine == 0)
      g_cond_broadcast(&improver->turn);
    struct attempt attempt = next_attempt(improver);
    struct bandit bandit = improver->bandit;
    g_mutex_unlock(&improver->lock);
    attempt_make(hand, &bandit, &attempt);
    g_mutex_lock(&improver->lock);
    improver->round[mine] = attempt;
    if (++improver->done == ROUND)
      close_round(improver, hand);
  }
  g_mutex_unlock(&improver->lock);
}

/* The clinician whose columns alone the row holds, or NOBODY. */
static int owner_of(const struct programme *p, const struct row *row)
{
  int owner = NOBODY;
  for (int k = row->first; k < row->first + row->count; k++) {
    int clinician = p->columns[p->terms[k].column].label.clinician;
    if (clinician < 0 || (owner != NOBODY && clinician != owner))
      return NOBODY;
    owner = clinician;
  }
  return owner;
}

/* Those first in the sweep whose month is broken by itself. */
static void put_broken_first(struct improver *improver, const struct solution *base)
{
  const struct view *view = improver->run->view;
  g_autofree bool *broken = g_new0(bool, (gsize)view->n_clinicians + 1);
  improver->n_broken = 0;
  for (int i = 0; i < view->programme->n_rows; i++) {
    if (solution_row_excess(view, base, i) == 0)
      continue;
    int owner = owner_of(view->programme, &view->programme->rows[i]);
    if (owner != NOBODY)
      broken[owner] = true;
  }
  for (int k = 0; k < improver->n_order; k++) {
    int clinician = improver->order[k];
    if (clinician >= view->n_clinicians || !broken[clinician])
      continue;
    improver->order[k] = improver->order[improver->n_broken];
    improver->order[improver->n_broken++] = clinician;
  }
}

static void settle(struct improver *improver, bool order)
{
  struct hand hand;
  hand_open(&hand, improver->run, improver->index);
  attempt_settle_counts(&hand);
  run_read_best(improver->run, hand.base, &hand.version);
  if (order)
    put_broken_first(improver, hand.base);
  hand_close(&hand);
}

void improver_settle(struct improver *improver)
{
  settle(improver, false);
}

void improver_begin(struct improver *improver)
{
  if (improver->run->has_start)
    settle(improver, false);
  anneal_descend(improver->run, improver->index);
  settle(improver, true);
}

void improver_anneal(struct improver *improver, bool once)
{
  anneal_search(improver->run, improver->index, improver->shared, once);
  settle(improver, false);
}

bool improver_first(struct improver *improver, int patience)
{
  improver->first_only = true;
  improver_work(improver, patience);
  improver->first_only = false;
  return !run_is_broken(improver->run);
}

void improver_sweep(struct improver *improver)
{
  improver_work(improver, SWEEP_ONLY);
}

void improver_help(struct improver *improver)
{
  bool deterministic = improver->run->settings->deterministic;
  if (!deterministic)
    shared_annealing_help(improver->shared, improver->run, improver->index);
  improver_work(improver, deterministic ? HELP_ONLY : 0);
}

void improver_work(struct improver *improver, int patience)
{
  struct hand hand;
  hand_open(&hand, improver->run, improver->index);
  if (improver->run->settings->deterministic)
    work_in_rounds(improver, &hand, patience);
  else
    work_freely(improver, &hand, patience);
  hand_close(&hand);
}
