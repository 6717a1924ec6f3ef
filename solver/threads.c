#include "solver/threads.h"

#include "solver/anneal/anneal.h"
#include "solver/bound/bound.h"
#include "solver/engine.h"
#include "solver/engine/outside.h"
#include "solver/exact/destructive.h"
#include "solver/exact/exact.h"
#include "solver/exact/infeasible.h"
#include "solver/exact/outside_proof.h"
#include "solver/lns/lns.h"
#include "solver/months/months.h"
#include "solver/months/nearest_months.h"

enum {
  PATIENCE = 300,      /* steps without gain before something else is tried */
  PATIENCE_EXACT = 20, /* the same, where a proof may end it all the sooner */
  PATIENCE_DIVES = 3,  /* and of rotas made of months */
  IDLE_SHARE = 2, /* times as long as annealing took, without gain, before it begins anew ... */
  IDLE_LEAST = 5, /* and so many seconds */
  MOVES_EACH_ANOTHER = 1000, /* for each placement: a round of fewer is not worth a second rota */
  REPORT_EVERY_MS = 200,
  WINDOWS_SECONDS = 3, /* between two looks at what there is to prove */
  SETTLE_MS = 500,     /* past the limit, at most */
};

/* What all threads are given. */
struct threads {
  struct run *run;
  struct placement_index *index;
  struct shared_annealing *shared;
  struct lns *lns;
  GMutex lock;
  GCond ended;     /* a thread has ended */
  int at_work;     /* threads that have not; under the lock */
  double annealed; /* seconds that the leader last took for that */
  gint composing;  /* does the leader compose months? */
};

/* Does one thread do everything, in turn? */
static bool alone(const struct run *run)
{
  return run->settings->deterministic || run->settings->threads < 2;
}

/* Does the leader raise the bound as well, once there is a lawful rota? In deterministic
 * mode prepare_thread has done so before. */
static bool leader_bounds(const struct run *run)
{
  return alone(run) && !run->settings->deterministic && !exact_comes_first(run) && bound_suits(run);
}

/* The share of the time by which a second annealed rota should be there. */
static const double another_share = 0.6;

/* The other engine's share of the time, where one thread does everything: at first, on a
 * programme that it may well prove at once. */
static const double first_share = 0.15;

/* Of the time that is left, for its root on a larger one: the rest is for windows, and of a thread
 * that does everything for more. */
static const double root_share = 0.4, root_share_alone = 0.25;

static void prove_outside(struct threads *crew)
{
  struct run *run = crew->run;
  if (!outside_serves(run->outside))
    return;
  exact_try(run);
  outside_proof_search(run, alone(run) ? first_share * run->settings->time_limit_ms / 1000 : 0);
}

/* What is proven at once needs no more, where one thread does everything. */
static void prove_at_first(struct threads *crew)
{
  if (outside_serves(crew->run->outside))
    prove_outside(crew);
  else
    exact_try(crew->run);
}

/* Does the leader prove as well, once improving brings no more? Otherwise the second thread
 * does. */
static bool leader_proves(const struct run *run)
{
  bool second = exact_comes_first(run) || outside_serves(run->outside);
  return exact_suits(run) && (alone(run) || !second);
}

/* Is what is left below a roof small enough for the other engine? */
static bool roofs_suit(struct run *run)
{
  return exact_suits(run) && !run_days_bind(run) && outside_serves(run->outside) &&
         !run_is_broken(run);
}

/* False: it was given up, and may be begun anew. The other engine has half of the time that is
 * left to a thread alone, so that its windows have the other half; unless it fails, that is all. */
static bool prove_whole(struct run *run, const struct bounding *bounding)
{
  if (!outside_serves(run->outside) || run->settings->deterministic)
    return exact_search(run, false);
  if (bounding && roofs_suit(run))
    destructive_search(run, bounding);
  else
    outside_proof_search(run, (double)(run->deadline_us - g_get_monotonic_time()) / 2e6);
  return outside_serves(run->outside);
}

static void mend_months(void *context, int64_t *x)
{
  const struct threads *crew = context;
  lns_mend(crew->lns, x);
}

static void anneal(struct threads *crew)
{
  bool once = exact_comes_first(crew->run) && !run_days_bind(crew->run);
  const struct mending mending = {mend_months, crew};
  double from = run_seconds(crew->run);
  anneal_search(crew->run, crew->index, crew->shared, once, &mending);
  crew->annealed = run_seconds(crew->run) - from;
  lns_settle(crew->lns);
}

static void anneal_another(struct threads *crew)
{
  const struct mending mending = {mend_months, crew};
  double from = run_seconds(crew->run);
  anneal_anew(crew->run, crew->index, &mending);
  crew->annealed = run_seconds(crew->run) - from;
}

/* Is another round of annealing what most often brings something? */
static bool gains_by_rounds(const struct run *run)
{
  return run_days_bind(run) && !run_anneals_in_vain(run) && !run->settings->deterministic;
}

/* Whole months, by one thread. False: they don't suit the programme, which is soon seen. */
static bool search_months(struct threads *crew)
{
  struct run *run = crew->run;
  if (run->settings->deterministic || run_is_broken(run))
    return false;
  struct generation *months = months_new(run);
  if (!months)
    return false;
  g_atomic_int_set(&crew->composing, TRUE);
  shared_annealing_finish(crew->shared); /* nobody waits for this thread to anneal */
  months_search(months, crew->lns, leader_proves(run) && !run_days_bind(run) ? PATIENCE_DIVES : 0);
  months_free(months);
  g_atomic_int_set(&crew->composing, FALSE);
  return true;
}

/* Should a second rota be annealed at once, for the first to be combined with? Not after rounds so
 * short that pieces bring more, nor where it would leave little time. */
static bool affords_another(const struct threads *crew)
{
  struct run *run = crew->run;
  double limit = (double)run->settings->time_limit_ms / 1000;
  bool long_round =
      g_atomic_int_get(&run->round_moves) / MOVES_EACH_ANOTHER >= run->view->n_placements;
  return run->deadline_us > 0 && !alone(run) && !gains_by_rounds(run) && !run_is_broken(run) &&
         long_round && run_seconds(run) + crew->annealed <= another_share * limit;
}

/* A first rota where descent breaks rows: a little annealing, then each person's month. */
static void mend(struct threads *crew)
{
  const struct mending mending = {mend_months, crew};
  struct shared_annealing *alone = shared_annealing_new();
  anneal_search(crew->run, crew->index, alone, true, &mending);
  shared_annealing_free(alone);
  lns_settle(crew->lns);
  run_set_days_bind(crew->run, run_is_broken(crew->run));
  if (run_is_broken(crew->run))
    nearest_months(crew->run, crew->lns);
  lns_order(crew->lns);
  lns_first(crew->lns, PATIENCE);
  lns_order(crew->lns);
}

/* Our bound, and then that of the other engine's root, if it would come in this share of the time
 * that is left. */
static void bound(struct run *run, struct bounding *bounding, double share)
{
  bounding_search(bounding);
  double left = (double)(run->deadline_us - g_get_monotonic_time()) / 1e6;
  if (!exact_suits(run) && outside_proof_affords(run, share * left))
    outside_proof_root(run, bounding);
}

/* Is what the leader does better than what another engine proves or frees? */
static bool leads_by_far(const struct threads *crew)
{
  return g_atomic_int_get(&crew->composing) || run_anneals_in_vain(crew->run);
}

/* One roof after the other; when that brings no more, windows until there is a better best. */
static void lower_roofs(struct threads *crew, const struct bounding *bounding)
{
  struct run *run = crew->run;
  int64_t before = 0, best = 0;
  while (!run_over(run) && roofs_suit(run)) {
    destructive_search(run, bounding);
    run_best_cost(run, &before);
    for (best = before; best == before && !run_over(run) && roofs_suit(run);) {
      lns_windows(crew->lns, WINDOWS_SECONDS);
      run_best_cost(run, &best);
    }
  }
}

static void bound_whole(struct threads *crew)
{
  struct bounding *bounding = bounding_new(crew->run);
  if (bounding) {
    bound(crew->run, bounding, leads_by_far(crew) ? 0 : root_share);
    lower_roofs(crew, bounding);
  }
  bounding_free(bounding);
}

/* How many steps without gain are enough; 0: none are. */
static int patience_of(bool lawful, bool prove_next, bool tried)
{
  if (lawful && !prove_next)
    return 0;
  return lawful && !tried ? PATIENCE_EXACT : PATIENCE;
}

/* Seconds without gain that are enough. Where there are pairs of slots, pieces and windows have
 * been seen to gain next to nothing in what annealing left, and another rota to gain most. */
static double idle_enough(const struct threads *crew)
{
  bool soon = gains_by_rounds(crew->run) || crew->index->has_mates;
  return soon ? IDLE_LEAST : MAX(IDLE_LEAST, IDLE_SHARE * crew->annealed);
}

/* The first thread makes rotas of whole months where these are paths; elsewhere, or where that has
 * no way on, it improves, and when that brings no more, proves: that there is no lawful
 * solution, or no better one. The proof of the whole is given up and begun anew, each time for
 * longer, as improvement is what more often brings something. Where there is no proof to try, it
 * anneals anew, for another rota to combine the best with. */
static void lead(struct threads *crew)
{
  struct run *run = crew->run;
  bool to_prove = true, tried = false;
  struct bounding *bounding = leader_bounds(run) ? bounding_new(run) : NULL;
  if (alone(run) && !run->settings->deterministic && exact_comes_first(run))
    prove_at_first(crew);
  if (bounding && !run_is_broken(run))
    bounding_advise(bounding);
  if (!run->settings->deterministic) {
    if (run_is_broken(run))
      mend(crew);
    bool composed = search_months(crew);
    anneal(crew);
    if (affords_another(crew))
      anneal_another(crew);
    if (!composed && run_anneals_in_vain(run)) /* not all need be paths then */
      search_months(crew);
  }
  lns_order(crew->lns);
  lns_sweep(crew->lns); /* what follows depends on whether this ends lawful */
  if (bounding && lns_first(crew->lns, PATIENCE))
    bound(run, bounding, root_share_alone);
  bool served = outside_serves(run->outside);
  while (!run_over(run)) {
    bool lawful = !run_is_broken(run), serves = outside_serves(run->outside);
    to_prove = to_prove || (served && !serves); /* what it had taken on is GLPK's again */
    served = serves;
    bool prove_next = to_prove && leader_proves(run) && (!lawful || !gains_by_rounds(run));
    if (lawful && !prove_next && !run->settings->deterministic)
      lns_until_idle(crew->lns, idle_enough(crew));
    else
      lns_work(crew->lns, patience_of(lawful, prove_next, tried));
    if (run_over(run))
      break;
    if (run_is_broken(run)) {
      infeasible_search(run);
    } else if (prove_next) {
      to_prove = !prove_whole(run, bounding);
      tried = true;
    } else if (lawful && !run->settings->deterministic && !run_anneals_in_vain(run)) {
      anneal_another(crew);
    }
  }
  bounding_free(bounding);
}

static void end_thread(struct threads *crew)
{
  engine_leave();
  g_mutex_lock(&crew->lock);
  crew->at_work--;
  g_cond_signal(&crew->ended);
  g_mutex_unlock(&crew->lock);
}

static gpointer lead_thread(gpointer data)
{
  struct threads *crew = data;
  lead(crew);
  run_end(crew->run);
  end_thread(crew);
  return NULL;
}

/* The other threads help to anneal and to improve; the second first raises the bound. */
static gpointer help_thread(gpointer data)
{
  struct threads *crew = data;
  if (!crew->run->settings->deterministic)
    shared_annealing_help(crew->shared, crew->run, crew->index);
  lns_help(crew->lns);
  end_thread(crew);
  return NULL;
}

/* One thread in four anneals anew, again and again, so that not all of many threads work on
 * one chain. Where that is what brings most, each does, and in between all improve. */
static gpointer anneal_thread(gpointer data)
{
  struct threads *crew = data;
  const struct mending mending = {mend_months, crew};
  struct run *run = crew->run;
  if (!run->settings->deterministic) {
    shared_annealing_help(crew->shared, run, crew->index);
    while (!run_over(run) && !run_is_broken(run) && !run_anneals_in_vain(run)) {
      if (gains_by_rounds(run))
        lns_until_idle(crew->lns, IDLE_LEAST);
      anneal_anew(run, crew->index, &mending);
    }
  }
  lns_help(crew->lns);
  end_thread(crew);
  return NULL;
}

/* The second thread: the bound, and what the other engine is good at. */
static void prove(struct threads *crew)
{
  struct run *run = crew->run;
  if (exact_comes_first(run)) {
    prove_outside(crew);
    if (!run_days_bind(run))
      exact_search(run, true);
    else if (bound_suits(run))
      bound_whole(crew);
  } else if (bound_suits(run)) {
    bound_whole(crew);
  }
  if (leads_by_far(crew))
    return;
  if (!run_days_bind(run)) /* windows gain little in what is better by the next round */
    shared_annealing_help(crew->shared, run, crew->index);
  if (exact_suits(run) && !exact_comes_first(run))
    outside_proof_search(run, 0);
  lns_windows(crew->lns, 0);
}

static gpointer bound_thread(gpointer data)
{
  struct threads *crew = data;
  if (!alone(crew->run))
    prove(crew);
  bool anneals = run_days_bind(crew->run) || g_atomic_int_get(&crew->composing);
  return anneals ? anneal_thread(data) : help_thread(data);
}

/* A first rota by descent, with its counts set to follow its placements; or why there is none, if
 * that is plain. */
static void begin(struct threads *crew)
{
  if (crew->run->has_start)
    lns_settle(crew->lns);
  anneal_descend(crew->run, crew->index);
  lns_settle(crew->lns);
  lns_order(crew->lns);
  if (!run_is_broken(crew->run))
    return;
  if (infeasible_at_sight(crew->run))
    infeasible_search(crew->run);
  else
    infeasible_relaxed(crew->run);
}

/* Before the other threads: the first rota; in deterministic mode also the bound and the
 * annealing, which elsewhere run beside each other. */
static gpointer prepare_thread(gpointer data)
{
  struct threads *crew = data;
  struct run *run = crew->run;
  begin(crew);
  if (run->settings->deterministic && run_is_broken(run))
    mend(crew);
  if (run->settings->deterministic && !exact_comes_first(run) && bound_suits(run))
    bound_search(run);
  if (run->settings->deterministic)
    anneal(crew);
  engine_leave();
  return NULL;
}

static gpointer settle_thread(gpointer data)
{
  struct threads *crew = data;
  lns_settle(crew->lns);
  engine_leave();
  return NULL;
}

static void report(struct run *run)
{
  const struct solver_settings *settings = run->settings;
  if (!settings->report)
    return;
  struct solver_progress progress = {.seconds = run_seconds(run), .best = INT64_MAX};
  g_mutex_lock(&run->lock);
  if (run->best->excess == 0)
    progress.best = run->best->cost;
  progress.phase = run->phase;
  g_mutex_unlock(&run->lock);
  if (!run_bound(run, &progress.bound))
    progress.bound = INT64_MIN;
  settings->report(settings->report_context, &progress);
}

/* Reports now and then until every thread has ended. */
static void wait_for_all(struct threads *crew)
{
  g_mutex_lock(&crew->lock);
  while (crew->at_work > 0) {
    g_mutex_unlock(&crew->lock);
    report(crew->run);
    g_mutex_lock(&crew->lock);
    gint64 next = g_get_monotonic_time() + (gint64)REPORT_EVERY_MS * 1000;
    while (crew->at_work > 0 && g_cond_wait_until(&crew->ended, &crew->lock, next))
      continue;
  }
  g_mutex_unlock(&crew->lock);
}

static void crew_open(struct threads *crew, struct run *run, int threads)
{
  struct placement_index *index = placement_index_new(run->view);
  *crew = (struct threads){.run = run,
                           .index = index,
                           .shared = shared_annealing_new(),
                           .lns = lns_new(run, index),
                           .at_work = threads};
  g_mutex_init(&crew->lock);
  g_cond_init(&crew->ended);
}

static void crew_close(struct threads *crew)
{
  lns_free(crew->lns);
  shared_annealing_free(crew->shared);
  placement_index_free(crew->index);
  g_mutex_clear(&crew->lock);
  g_cond_clear(&crew->ended);
}

/* The first leads, the second bounds, and of the others one in four anneals anew. */
static GThreadFunc role_of(int thread)
{
  if (thread < 2)
    return thread == 0 ? lead_thread : bound_thread;
  return thread % 4 == 3 ? anneal_thread : help_thread;
}

void threads_solve(struct run *run)
{
  int count = MAX(1, run->settings->threads);
  struct threads crew;
  crew_open(&crew, run, count);
  g_autofree GThread **threads = g_new(GThread *, (gsize)count);
  g_thread_join(g_thread_new("prepare", prepare_thread, &crew));
  for (int k = 0; k < count; k++)
    threads[k] = g_thread_new("solve", role_of(k), &crew);
  wait_for_all(&crew);
  for (int k = 0; k < count; k++)
    g_thread_join(threads[k]);
  /* time may have run out when placements had moved and counts had not followed yet */
  if (run->deadline_us > 0)
    run->deadline_us = g_get_monotonic_time() + (gint64)SETTLE_MS * 1000;
  g_thread_join(g_thread_new("settle", settle_thread, &crew));
  report(run);
  crew_close(&crew);
}
