#include "solver/improve.h"

#include "solver/attempt.h"

enum {
  ROUND = 8,       /* attempts a round, in deterministic mode */
  SWEEP_ONLY = -1, /* a patience */
};

struct improver {
  struct run *run;
  struct atlas *atlas;
  int *order; /* of clinicians, in the first sweep */
  int n_order;
  GMutex lock; /* over the rest */
  GCond turn;
  struct bandit bandit;
  int next;        /* number of the next attempt */
  int stale;       /* attempts on end that brought nothing */
  bool first_only; /* any lawful rota is enough */
  struct attempt round[ROUND];
  int handed_out, done;
};

struct improver *improver_new(struct run *run)
{
  struct improver *improver = g_new0(struct improver, 1);
  improver->run = run;
  improver->atlas = atlas_new(run->view);
  const int *clinicians = atlas_clinicians(improver->atlas, &improver->n_order);
  improver->order = g_new0(int, (gsize)improver->n_order + 1);
  struct dice dice = dice_new(run->settings->seed, 0);
  for (int k = 0; k < improver->n_order; k++) {
    int at = dice_below(&dice, k + 1);
    improver->order[k] = improver->order[at];
    improver->order[at] = clinicians[k];
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
  atlas_free(improver->atlas);
  g_free(improver->order);
  g_mutex_clear(&improver->lock);
  g_cond_clear(&improver->turn);
  g_free(improver);
}

/* Under the lock: the next piece of work. */
static struct attempt next_attempt(struct improver *improver)
{
  int number = improver->next++;
  if (number == improver->n_order)
    run_set_phase(improver->run, "improving");
  return (struct attempt){
      .number = (uint64_t)number,
      .clinician = number < improver->n_order ? improver->order[number] : -1,
  };
}

/* Under the lock: what an attempt taught. */
static void learn(struct improver *improver, const struct attempt *attempt)
{
  improver->stale = attempt->gain > 0 ? 0 : improver->stale + 1;
  if (attempt->clinician < 0)
    bandit_learn(&improver->bandit, attempt->kind, attempt->gain, &attempt->result,
                 attempt->allowed);
}

static bool tired(const struct improver *improver, int patience)
{
  int64_t cost;
  if (improver->first_only && run_best_cost(improver->run, &cost))
    return true;
  if (patience == SWEEP_ONLY)
    return improver->next >= improver->n_order;
  return patience > 0 && improver->next > improver->n_order && improver->stale >= patience;
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
    if (improver->handed_out == ROUND) {
      g_cond_wait_until(&improver->turn, &improver->lock, g_get_monotonic_time() + 50000);
      continue;
    }
    if (improver->handed_out == 0 && tired(improver, patience))
      break;
    int mine = improver->handed_out++;
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

void improver_settle_counts(struct improver *improver)
{
  struct hand hand;
  hand_open(&hand, improver->run, improver->atlas);
  attempt_settle_counts(&hand);
  hand_close(&hand);
}

bool improver_first(struct improver *improver, int patience)
{
  int64_t cost;
  improver->first_only = true;
  improver_work(improver, patience);
  improver->first_only = false;
  return run_best_cost(improver->run, &cost);
}

void improver_sweep(struct improver *improver)
{
  improver_work(improver, SWEEP_ONLY);
}

void improver_work(struct improver *improver, int patience)
{
  struct hand hand;
  hand_open(&hand, improver->run, improver->atlas);
  if (improver->run->settings->deterministic)
    work_in_rounds(improver, &hand, patience);
  else
    work_freely(improver, &hand, patience);
  hand_close(&hand);
}
