#include "solver/lns/lns.h"

#include "solver/engine/outside.h"
#include "solver/lns/lns_step.h"

#include <string.h>

enum {
  ROUND = 8,         /* steps in a round, in deterministic mode */
  SWEEP_ONLY = -1,   /* in place of a patience: stop after the sweep */
  HELP_ONLY = -2,    /* the same: begin no round */
  UNTIL_IDLE = -3,   /* the same: stop when nothing has gained for some time */
  MENDS_MOST = 40,   /* steps around broken rows before the sweep goes on */
  MEND_COLUMNS = 10, /* freed in the first of these, twice as many in the second ... */
  STEP_WORK = 10,    /* what a step takes beside its search, in simplex iterations */
};

/* What was spent so long ago counts no more, and what a kind of step gained so much of its own time
 * ago. */
static const double lately_us = 20e6, own_lately_us = 6e6;

/* Of the time, what gains more gets. */
static const double better_share = 0.8;

struct lns {
  struct run *run;
  const struct placement_index *index;
  int *order; /* of clinicians, in the first sweep */
  int n_order;
  int n_broken; /* of these, the first: rows of their own were broken */
  GMutex lock;  /* over the rest */
  GCond turn;
  struct choices choices[2]; /* of subproblems, of windows */
  double lately_us[2];       /* spent on subproblems, on windows; less the longer ago it was */
  double own_us[2];          /* the same, less the longer ago by the kind's own time ... */
  double gained[2];          /* ... and likewise, what they took off the cost */
  int next;                  /* number of the next step */
  int mends;                 /* steps around broken rows, before the sweep */
  int swept;                 /* clinicians so far */
  int stale;                 /* steps in a row that gained nothing */
  gint64 gained_us;          /* when one last did */
  gint64 idle_us;            /* for UNTIL_IDLE */
  bool first_only;           /* any lawful rota is enough */
  struct lns_step round[ROUND];
  int handed_out, done;
};

struct lns *lns_new(struct run *run, const struct placement_index *index)
{
  struct lns *lns = g_new0(struct lns, 1);
  lns->run = run;
  lns->index = index;
  const GArray *clinicians = index->clinicians;
  lns->n_order = (int)clinicians->len;
  lns->order = g_new0(int, (gsize)lns->n_order + 1);
  struct dice dice = dice_numbered(run->settings->seed, 0);
  for (int k = 0; k < lns->n_order; k++) {
    int at = dice_below(&dice, k + 1);
    lns->order[k] = lns->order[at];
    lns->order[at] = g_array_index(clinicians, int, k);
  }
  g_mutex_init(&lns->lock);
  g_cond_init(&lns->turn);
  choices_begin(&lns->choices[false], false, run->view->n_placements);
  choices_begin(&lns->choices[true], true, run->view->n_placements);
  return lns;
}

void lns_free(struct lns *lns)
{
  if (!lns)
    return;
  for (int k = 0; k < ROUND; k++)
    lns_step_clear(&lns->round[k]); /* of an unfinished round */
  g_free(lns->order);
  g_mutex_clear(&lns->lock);
  g_cond_clear(&lns->turn);
  g_free(lns);
}

/* Under the lock: the share of the time that windows get: most of it where they lately gained more
 * in the same time, little where they gained less. */
static double share_of_windows(const struct lns *lns)
{
  double rate[2];
  for (int window = 0; window < 2; window++)
    rate[window] = (1 + lns->gained[window]) / (G_USEC_PER_SEC + lns->own_us[window]);
  return rate[true] > rate[false] ? better_share : 1 - better_share;
}

/* Under the lock: should the next step be a window? Of a round it is the first step. */
static bool window_next(const struct lns *lns)
{
  const struct solver_settings *settings = lns->run->settings;
  if (!outside_serves(lns->run->outside) || run_is_broken(lns->run))
    return false;
  if (settings->deterministic)
    return lns->handed_out == 1;
  double both = lns->lately_us[true] + lns->lately_us[false];
  return lns->lately_us[true] <= share_of_windows(lns) * both;
}

/* Under the lock: what to do next. */
static struct lns_step next_step(struct lns *lns)
{
  struct lns_step step = {.number = (uint64_t)lns->next++, .clinician = NOBODY};
  if (lns->swept == lns->n_broken && lns->mends < MENDS_MOST && run_is_broken(lns->run)) {
    step.mend = MEND_COLUMNS * ++lns->mends;
    return step;
  }
  if (lns->swept == lns->n_order) {
    run_set_phase(lns->run, "improving");
    step.window = window_next(lns);
  } else {
    step.clinician = lns->order[lns->swept++];
  }
  return step;
}

/* Under the lock: takes note of what a step gained. */
static void learn(struct lns *lns, const struct lns_step *step)
{
  lns->stale = step->better ? 0 : lns->stale + 1;
  if (step->better)
    lns->gained_us = g_get_monotonic_time();
  if (step->clinician == NOBODY)
    choices_learn(&lns->choices[step->window], &step->choice, &step->result, step->allowed);
}

static bool tired(const struct lns *lns, int patience)
{
  if (lns->first_only && !run_is_broken(lns->run))
    return true;
  bool swept = lns->swept == lns->n_order;
  if (patience == UNTIL_IDLE)
    return swept && g_get_monotonic_time() - lns->gained_us > lns->idle_us;
  return swept && (patience == SWEEP_ONLY || (patience > 0 && lns->stale >= patience));
}

/* Under the lock: what a step of a thread by itself took, and gained. */
static void note(struct lns *lns, bool window, double us, double gain)
{
  double stays = MAX(0, 1 - us / lately_us), own_stays = MAX(0, 1 - us / own_lately_us);
  for (int k = 0; k < 2; k++)
    lns->lately_us[k] *= stays;
  lns->lately_us[window] += us;
  lns->own_us[window] = own_stays * lns->own_us[window] + us;
  lns->gained[window] = own_stays * lns->gained[window] + gain;
}

/* Solves a step, offers what came of it, and learns from that. */
static void make_step(struct lns *lns, struct lns_worker *worker, struct lns_step *step)
{
  gint64 from = g_get_monotonic_time();
  int64_t before = G_MAXINT64, after = G_MAXINT64;
  g_mutex_lock(&lns->lock);
  struct choices choices = lns->choices[step->window];
  g_mutex_unlock(&lns->lock);
  lns_step_solve(worker, &choices, step);
  bool lawful = run_best_cost(lns->run, &before);
  lns_step_offer(worker, step);
  lawful = lawful && run_best_cost(lns->run, &after);
  g_mutex_lock(&lns->lock);
  learn(lns, step);
  note(lns, step->window, (double)(g_get_monotonic_time() - from),
       lawful ? (double)(before - after) : 0);
  g_mutex_unlock(&lns->lock);
  run_add_work(lns->run, STEP_WORK + step->result.iterations);
}

/* Each thread for itself, offering each step when it is solved. */
static void work_freely(struct lns *lns, struct lns_worker *worker, int patience)
{
  bool enough = false;
  while (!enough && !run_over(lns->run)) {
    g_mutex_lock(&lns->lock);
    struct lns_step step = next_step(lns);
    g_mutex_unlock(&lns->lock);
    make_step(lns, worker, &step);
    lns_step_clear(&step);
    g_mutex_lock(&lns->lock);
    enough = tired(lns, patience);
    g_mutex_unlock(&lns->lock);
  }
}

void lns_windows(struct lns *lns, double seconds)
{
  struct lns_worker worker;
  gint64 until = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
  lns_worker_open(&worker, lns->run, lns->index);
  while (!run_over(lns->run) && outside_serves(lns->run->outside) && !run_is_broken(lns->run)) {
    g_mutex_lock(&lns->lock);
    bool more = seconds > 0 ? g_get_monotonic_time() < until : lns->swept == 0;
    struct lns_step step = {.number = (uint64_t)lns->next, .clinician = NOBODY, .window = true};
    lns->next += more;
    g_mutex_unlock(&lns->lock);
    if (!more)
      break;
    make_step(lns, &worker, &step);
    lns_step_clear(&step);
  }
  lns_worker_close(&worker);
}

/* Under the lock, when all steps of a round are solved: offers them in their order. */
static void close_round(struct lns *lns, struct lns_worker *worker)
{
  int64_t work = 0;
  for (int k = 0; k < ROUND; k++) {
    struct lns_step *step = &lns->round[k];
    lns_step_offer(worker, step);
    learn(lns, step);
    work += STEP_WORK + step->result.iterations;
    lns_step_clear(step);
  }
  lns->handed_out = lns->done = 0;
  run_add_work(lns->run, work);
  g_cond_broadcast(&lns->turn);
}

/* All threads solve the steps of a round from one base. */
static void work_in_rounds(struct lns *lns, struct lns_worker *worker, int patience)
{
  g_mutex_lock(&lns->lock);
  while (!run_over(lns->run)) {
    if (lns->handed_out == ROUND || (lns->handed_out == 0 && patience == HELP_ONLY)) {
      g_cond_wait_until(&lns->turn, &lns->lock, g_get_monotonic_time() + 50000);
      continue;
    }
    if (lns->handed_out == 0 && tired(lns, patience))
      break;
    int mine = lns->handed_out++;
    if (mine == 0)
      g_cond_broadcast(&lns->turn);
    struct lns_step step = next_step(lns);
    struct choices choices = lns->choices[step.window];
    g_mutex_unlock(&lns->lock);
    lns_step_solve(worker, &choices, &step);
    g_mutex_lock(&lns->lock);
    lns->round[mine] = step;
    if (++lns->done == ROUND)
      close_round(lns, worker);
  }
  g_mutex_unlock(&lns->lock);
}

/* Moves those to the front of the sweep whose own rows are broken. */
static void put_broken_first(struct lns *lns, const struct solution *base)
{
  const struct column_view *view = lns->run->view;
  g_autofree bool *broken = g_new0(bool, (gsize)view->n_clinicians + 1);
  lns->n_broken = 0;
  for (int i = 0; i < view->programme->n_rows; i++) {
    if (solution_row_excess(view, base, i) == 0)
      continue;
    int owner = column_view_row_owner(view->programme, &view->programme->rows[i]);
    if (owner != NOBODY)
      broken[owner] = true;
  }
  for (int k = 0; k < lns->n_order; k++) {
    int clinician = lns->order[k];
    if (clinician >= view->n_clinicians || !broken[clinician])
      continue;
    lns->order[k] = lns->order[lns->n_broken];
    lns->order[lns->n_broken++] = clinician;
  }
}

void lns_settle(struct lns *lns)
{
  struct lns_worker worker;
  lns_worker_open(&worker, lns->run, lns->index);
  lns_step_settle_counts(&worker);
  lns_worker_close(&worker);
}

void lns_mend(struct lns *lns, int64_t *x)
{
  struct lns_worker worker;
  g_mutex_lock(&lns->lock);
  uint64_t number = (uint64_t)lns->next++;
  g_mutex_unlock(&lns->lock);
  lns_worker_open(&worker, lns->run, lns->index);
  lns_worker_mend(&worker, number, x);
  lns_worker_close(&worker);
}

void lns_order(struct lns *lns)
{
  struct solution *best = solution_new(lns->run->view, NULL);
  gint version = -1;
  run_read_best(lns->run, best, &version);
  g_mutex_lock(&lns->lock);
  lns->swept = 0;
  put_broken_first(lns, best);
  g_mutex_unlock(&lns->lock);
  solution_free(best);
}

void lns_until_idle(struct lns *lns, double seconds)
{
  g_mutex_lock(&lns->lock);
  lns->gained_us = g_get_monotonic_time();
  lns->idle_us = (gint64)(seconds * G_USEC_PER_SEC);
  g_mutex_unlock(&lns->lock);
  lns_work(lns, UNTIL_IDLE);
}

/* A run within the run, that sets out from x[columns]. */
static void begin_within(struct run *run, const int64_t *x, struct run *inner)
{
  run_begin(inner, run->view, run->settings, x);
  inner->within = run;
  inner->outside = run->outside;
  inner->deadline_us = run->deadline_us;
}

/* Ends it, and reads x[columns]. */
static void end_within(struct run *inner, int64_t *x)
{
  memcpy(x, inner->best->x, (gsize)inner->programme->n_columns * sizeof *x);
  run_clear(inner);
}

void lns_settle_values(struct lns *lns, int64_t *x)
{
  struct run inner;
  begin_within(lns->run, x, &inner);
  struct lns *settling = lns_new(&inner, lns->index);
  lns_settle(settling);
  lns_free(settling);
  end_within(&inner, x);
}

void lns_improve(struct lns *lns, int64_t *x, double seconds, double idle)
{
  struct run *run = lns->run, inner;
  begin_within(run, x, &inner);
  inner.deadline_us = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
  run_set_days_bind(&inner, run_days_bind(run));
  if (run_anneals_in_vain(run))
    run_set_anneals_in_vain(&inner);
  struct lns *improving = lns_new(&inner, lns->index);
  lns_settle(improving);
  lns_sweep(improving); /* is no idleness, though it may take long and bring nothing */
  lns_until_idle(improving, idle);
  lns_free(improving);
  end_within(&inner, x);
}

bool lns_first(struct lns *lns, int patience)
{
  lns->first_only = true;
  lns_work(lns, patience);
  lns->first_only = false;
  return !run_is_broken(lns->run);
}

void lns_sweep(struct lns *lns)
{
  lns_work(lns, SWEEP_ONLY);
}

void lns_help(struct lns *lns)
{
  lns_work(lns, lns->run->settings->deterministic ? HELP_ONLY : 0);
}

void lns_work(struct lns *lns, int patience)
{
  struct lns_worker worker;
  lns_worker_open(&worker, lns->run, lns->index);
  if (lns->run->settings->deterministic)
    work_in_rounds(lns, &worker, patience);
  else
    work_freely(lns, &worker, patience);
  lns_worker_close(&worker);
}
