#include "solver/anneal/anneal.h"

#include "solver/anneal/rounding.h"
#include "solver/anneal/shared_annealing.h"
#include "solver/anneal/temperature.h"
#include "solver/pool.h"

enum {
  SAMPLE = 2000,      /* moves drawn to see what a move costs */
  DEAR = 2,           /* a broken row costs so many times what the dearest column does ... */
  DEAR_MOST = 32,     /* ... or up to so many times, where rounds end broken all the same */
  DESCENTS_MOST = 8,  /* passes over all cells, at most ... */
  DESCENT_SHARE = 50, /* ... and while one cell in so many becomes better */
  MOVES_EACH = 30,    /* moves for each placement in the first round */
  LONGER = 3,         /* each round has so many times the moves of the one before */
  /* The last round takes all that is left, if that is less than so many times as long as the one
   * before: of the work, and of the time. */
  LAST_MOST = 8,
  REST_MOST = 12,
  PENALTIES = 200,        /* changes of the penalty in a round: each prices all rows anew */
  OFFERS = 8,             /* of the rota in a round */
  PRICES_PER_WORK = 3000, /* row prices that take as long as a simplex iteration */
  /* Where time counts, moves after which annealing is over: so many, or so many for each
   * placement. */
  ENOUGH = 100000000,
  ENOUGH_EACH = 9000,
  /* The same where days bind each other, and moves of a round that begins anew. */
  BOUND_ENOUGH = 72000000,
  BOUND_ENOUGH_EACH = 27000,
  BOUND_ANEW = 12000000,
  BOUND_ANEW_EACH = 9000,
  BOUND_DEAR = 8,
};

/* Rounds, those that begin anew and LNS steps number their dice; theirs must differ. */
static const uint64_t first_dice = UINT64_C(1) << 40, first_chain = UINT64_C(1) << 20;

/* The share of the time or work that annealing has: where one thread does everything, otherwise,
 * and where days bind each other, as windows gain more there; and the most of the time that a
 * round which begins anew has there. */
static const double share_alone = 0.5, share = 0.7, share_bound = 0.4, share_anew = 0.15;
/* A round ends at a temperature of the median cost of a move divided by this ... */
static const int64_t last_share = 256;
/* ... and begins so many times twice as hot: the first round, later ones, one from a start that
 * should mostly be kept, and any where days bind each other: there what lies between two good
 * rotas leaves work undone. */
static const int hot = 4, warm = 3, cool = 1, bound = 7;
/* Broken rows at first cost this many times the first temperature. */
static const int64_t cheap_share = 2;
/* The share of a round after which broken rows are as dear as they become. Where days bind each
 * other that is before what is needed settles: else a broken row remains that stands for two
 * people who are missing, and no move can mend it without these. */
static const double dear_at = 0.5, dear_at_bound = 0.25;

/* How long a round of annealing may be; 0: no limit of that kind. */
struct round {
  uint64_t number; /* names its dice */
  int64_t moves, work;
  gint64 time_us;
  int64_t dear; /* times that a broken row is dearer than any column, at the end */
  int64_t made; /* moves, by all threads */
  bool rounded; /* there was one from the relaxation */
  bool last;    /* its rota goes to the pool */
  bool lawful;  /* it ended at a lawful rota */
  int broken;   /* otherwise, rows that were broken in the end, before any were mended */
};

struct anneal {
  struct run *run;
  struct annealer annealer;
  int64_t first_temperature; /* in 1 / TEMPERATURE_ONE */
  int halvings;              /* of the temperature in the round */
  int64_t cheap, dear;       /* penalties, first and last */
  struct round round;
  int64_t moves;
  gint64 started_us;
  int offers;
};

static int64_t dearest_of(const struct programme *p)
{
  int64_t dearest = 1;
  for (int j = 0; j < p->n_columns; j++)
    dearest = MAX(dearest, ABS(p->columns[j].cost));
  return dearest;
}

/* From the run's best, or, with a guide, from the relaxation. */
static void set_up(struct anneal *anneal, struct run *run, const struct placement_index *index,
                   const struct round *round, const struct guide *guide)
{
  *anneal = (struct anneal){
      .run = run, .round = *round, .dear = round->dear * dearest_of(run->programme)};
  struct solution *best = solution_new(run->view, NULL);
  gint version = -1;
  run_read_best(run, best, &version);
  if (guide)
    rounding_apply(index, guide->point, best->x);
  struct evaluator *evaluator = evaluator_new(run->view, best->x, anneal->dear);
  annealer_open(&anneal->annealer, run, index, evaluator, first_dice + round->number);
  solution_free(best);
}

/* Offers the evaluator's rota. True: it breaks no row. */
static bool offer_from(struct anneal *anneal, const struct evaluator *evaluator)
{
  g_autofree int64_t *x = g_new(int64_t, (gsize)anneal->run->programme->n_columns + 1);
  evaluator_read(evaluator, x);
  run_offer_values(anneal->run, x);
  return programme_first_broken(anneal->run->programme, x) < 0;
}

/* Offers the rota on the way, with what is held let go. */
static void offer(struct anneal *anneal)
{
  struct evaluator *copy = evaluator_copy(anneal->annealer.evaluator);
  evaluator_set_penalty(copy, anneal->dear);
  evaluator_release(copy);
  offer_from(anneal, copy);
  evaluator_free(copy);
}

static int64_t work_of(const struct anneal *anneal)
{
  return 1 + evaluator_work(anneal->annealer.evaluator) / PRICES_PER_WORK;
}

static void clear(struct anneal *anneal)
{
  run_add_work(anneal->run, work_of(anneal));
  annealer_close(&anneal->annealer);
}

/* True: it ends at a lawful rota. */
static bool descend(struct anneal *anneal)
{
  for (int pass = 0; pass < DESCENTS_MOST && !run_over(anneal->run); pass++)
    if (mover_descend(&anneal->annealer.mover) <=
        (int)anneal->annealer.mover.cells->len / DESCENT_SHARE)
      break;
  return offer_from(anneal, anneal->annealer.evaluator);
}

static void put_in_pool(struct anneal *anneal)
{
  const struct programme *p = anneal->run->programme;
  g_autofree int64_t *x = g_new(int64_t, (gsize)p->n_columns + 1);
  evaluator_read(anneal->annealer.evaluator, x);
  pool_add(anneal->run->pool, x, programme_objective(p, x));
}

void anneal_descend(struct run *run, const struct placement_index *index)
{
  struct anneal anneal;
  const struct round round = {.dear = DEAR};
  set_up(&anneal, run, index, &round, NULL);
  descend(&anneal);
  clear(&anneal);
}

static int ascending(const void *left, const void *right)
{
  const int64_t *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

static int broken_rows(const struct anneal *anneal)
{
  const struct column_view *view = anneal->run->view;
  g_autofree int64_t *x = g_new(int64_t, (gsize)view->programme->n_columns + 1);
  evaluator_read(anneal->annealer.evaluator, x);
  struct solution *solution = solution_new(view, x);
  int broken = 0;
  for (int i = 0; i < view->programme->n_rows; i++)
    broken += solution_row_excess(view, solution, i) > 0;
  solution_free(solution);
  return broken;
}

/* Offers the rota with its broken months mended. */
static void mend(struct anneal *anneal, const struct mending *mending)
{
  struct run *run = anneal->run;
  g_autofree int64_t *x = g_new(int64_t, (gsize)run->programme->n_columns + 1);
  evaluator_read(anneal->annealer.evaluator, x);
  mending->mend(mending->context, x);
  run_offer_values(run, x);
}

/* The median cost of the moves that cost anything and break nothing. */
static int64_t price_of_move(struct anneal *anneal)
{
  struct evaluator *evaluator = anneal->annealer.evaluator;
  int64_t costs[SAMPLE];
  int count = 0;
  for (int k = 0; k < SAMPLE; k++) {
    int64_t before = evaluator_cost(evaluator);
    evaluator_keep(evaluator);
    bool made = mover_draw(&anneal->annealer.mover);
    int64_t more = evaluator_cost(evaluator) - before;
    if (made && more > 0 && more < anneal->dear)
      costs[count++] = more;
    evaluator_undo(evaluator, 0);
  }
  qsort(costs, (size_t)count, sizeof *costs, ascending);
  return count > 0 ? costs[count / 2] : 1;
}

/* How much of the round is over, from 0 to 1. */
static double way_gone(const struct anneal *anneal)
{
  const struct round *round = &anneal->round;
  double way = 0;
  if (round->moves > 0)
    way = (double)anneal->moves / (double)round->moves;
  if (round->time_us > 0)
    way = MAX(way, (double)(g_get_monotonic_time() - anneal->started_us) / (double)round->time_us);
  if (round->work > 0)
    way = MAX(way, (double)work_of(anneal) / (double)round->work);
  return MIN(way, 1);
}

/* A batch of moves, at the temperature and the penalty of this point of the round. */
static void anneal_batch(struct anneal *anneal, struct shared_annealing *shared, double way)
{
  double dear_way = way / (run_days_bind(anneal->run) ? dear_at_bound : dear_at);
  anneal->moves = shared_annealing_go_on(
      shared, &anneal->annealer,
      temperature_falling(anneal->first_temperature, anneal->halvings, way),
      temperature_path(anneal->cheap, anneal->dear, temperature_step(dear_way, PENALTIES)));
  if (way * OFFERS > anneal->offers + 1) {
    anneal->offers++;
    offer(anneal);
  }
}

/* The round, with all threads that help. */
static void cool_down(struct anneal *anneal, struct shared_annealing *shared)
{
  shared_annealing_begin(shared, &anneal->annealer);
  for (double way = 0; way < 1 && !run_over(anneal->run); way = way_gone(anneal))
    anneal_batch(anneal, shared, way);
  shared_annealing_end_round(shared, &anneal->annealer);
}

static void set_temperatures(struct anneal *anneal, bool rounded)
{
  bool has_start = anneal->run->has_start, is_first = anneal->round.number == 1 && !rounded;
  int free = run_days_bind(anneal->run) ? bound : is_first ? hot : warm;
  anneal->halvings = has_start ? cool : free;
  int64_t price = price_of_move(anneal);
  if (run_days_bind(anneal->run)) /* where most moves break rows, others say little of the rest */
    price = run_dearest_move(anneal->run, price);
  int64_t first = temperature_first(price, last_share, anneal->halvings);
  anneal->first_temperature = first;
  anneal->cheap = MAX(1, cheap_share * first / TEMPERATURE_ONE);
  anneal->dear = MAX(anneal->dear, anneal->cheap);
  if (has_start)
    anneal->cheap = anneal->dear;
}

/* What the relaxation has decided is kept; what then can't be filled is let go at the end. */
static void hold(struct anneal *anneal, const struct guide *guide)
{
  for (int k = 0; guide && k < guide->n_held; k++)
    evaluator_hold(anneal->annealer.evaluator, guide->held[k]);
}

/* One round, from the run's best, or, the first time that there is a guide, from the
 * relaxation. How much work it was. */
static int64_t anneal_round(struct run *run, const struct placement_index *index,
                            struct shared_annealing *shared, const struct mending *mending,
                            struct round *round)
{
  struct anneal anneal;
  struct guide *guide = run_guide(run);
  bool rounded = guide && !round->rounded && !run->has_start;
  set_up(&anneal, run, index, round, rounded ? guide : NULL);
  anneal.started_us = g_get_monotonic_time();
  set_temperatures(&anneal, rounded);
  hold(&anneal, guide);
  guide_drop(guide);
  cool_down(&anneal, shared);
  evaluator_set_penalty(anneal.annealer.evaluator, anneal.dear);
  evaluator_release(anneal.annealer.evaluator);
  round->lawful = descend(&anneal);
  round->broken = round->lawful ? 0 : broken_rows(&anneal);
  if (!round->lawful && run_days_bind(run) && mending)
    mend(&anneal, mending);
  round->made = anneal.moves;
  if (round->lawful && round->last)
    put_in_pool(&anneal);
  round->rounded = round->rounded || rounded;
  int64_t work = work_of(&anneal);
  clear(&anneal);
  return work;
}

/* The time or work that annealing has. */
static struct round limits_of(const struct run *run)
{
  const struct solver_settings *settings = run->settings;
  double part = settings->deterministic || settings->threads < 2 ? share_alone : share;
  if (run_days_bind(run) && !settings->deterministic)
    part = share_bound;
  struct round limits = {0};
  if (run_work_limit(run) > 0)
    limits.work = MAX(1, (int64_t)(part * (double)run_work_limit(run)));
  if (run->deadline_us > 0)
    limits.time_us = MAX(1, (gint64)(part * (double)(run->deadline_us - g_get_monotonic_time())));
  return limits;
}

/* Takes what a round took, `work` and `time_us`, from the limits, and sets out the next.
 * False: too little is left for one, or there were enough moves. */
static bool next_round(struct round *limits, struct round *round, int64_t work, gint64 time_us,
                       int64_t enough)
{
  bool fits = true, rest = false, last = false;
  limits->made += round->made;
  int64_t moves = LONGER * round->moves, most = enough - limits->made;
  if (limits->work > 0) {
    fits = (limits->work -= work) > work / 2;
    rest = limits->work < LAST_MOST * work;
  } else if (limits->time_us > 0) {
    double times = (double)(limits->time_us -= time_us) / (double)MAX(time_us, 1);
    fits = times > 1 && most >= round->moves;
    if (times < REST_MOST)
      moves = (int64_t)(times * (double)round->moves);
    last = times < REST_MOST || moves >= most;
    moves = MIN(moves, most);
  }
  *round = (struct round){.number = round->number + 1,
                          .moves = rest ? 0 : moves,
                          .work = limits->work,
                          .time_us = limits->time_us,
                          .dear = round->lawful ? round->dear : MIN(2 * round->dear, DEAR_MOST),
                          .rounded = round->rounded,
                          .last = last};
  return fits;
}

/* Of all rounds together. */
static int64_t enough_moves(const struct run *run)
{
  int64_t placements = run->view->n_placements;
  return run_days_bind(run) ? MIN(BOUND_ENOUGH, BOUND_ENOUGH_EACH * placements)
                            : MIN(ENOUGH, ENOUGH_EACH * placements);
}

/* Of a round that begins anew: its rota is to be as good as that of the longest round before. */
static int64_t anew_moves(struct run *run)
{
  int64_t placements = run->view->n_placements;
  return run_days_bind(run) ? MIN(BOUND_ANEW, BOUND_ANEW_EACH * placements)
                            : MAX(MOVES_EACH * placements, g_atomic_int_get(&run->round_moves));
}

/* Where days bind each other, a round that ends with more rows broken than there are people is far
 * from any lawful rota, and no longer one comes nearer. */
static void judge(struct run *run, const struct round *round)
{
  if (run_days_bind(run) && round->broken > run->view->n_clinicians)
    run_set_anneals_in_vain(run);
}

void anneal_search(struct run *run, const struct placement_index *index,
                   struct shared_annealing *shared, bool once, const struct mending *mending)
{
  struct round limits = limits_of(run), round = limits;
  int64_t enough = enough_moves(run);
  run_set_phase(run, "annealing");
  bool bind = run_days_bind(run);
  round.number = 1;
  round.dear = DEAR;
  round.moves = MAX(1, (int64_t)MOVES_EACH * run->view->n_placements);
  for (bool more = true; more && !run_over(run);) {
    gint64 from = g_get_monotonic_time();
    bool rest = round.moves == 0;
    int64_t moves = round.moves;
    int64_t work = anneal_round(run, index, shared, mending, &round);
    if (round.made >= moves)
      g_atomic_int_set(&run->round_moves, (gint)MIN(round.made, ENOUGH));
    /* what stays broken after two rounds, moves of one slot do not mend */
    bool hopeless = run_is_broken(run) || (!round.lawful && round.number > 1 && !bind);
    if (!once)
      judge(run, &round);
    more = !once && !rest && !hopeless && !run_anneals_in_vain(run) &&
           next_round(&limits, &round, work, g_get_monotonic_time() - from, enough);
  }
  shared_annealing_finish(shared);
}

void anneal_anew(struct run *run, const struct placement_index *index,
                 const struct mending *mending)
{
  struct shared_annealing *alone = shared_annealing_new();
  struct round round = {.number = first_chain + (uint64_t)g_atomic_int_add(&run->chains, 1),
                        .moves = anew_moves(run),
                        .dear = run_days_bind(run) ? BOUND_DEAR : DEAR,
                        .last = true};
  if (run->deadline_us > 0)
    round.time_us = MAX(1, (run->deadline_us - g_get_monotonic_time()) / 2);
  if (run->deadline_us > 0 && run_days_bind(run))
    round.time_us = MIN(round.time_us, (gint64)(share_anew * 1000 * run->settings->time_limit_ms));
  anneal_round(run, index, alone, mending, &round);
  if (!run_over(run))
    judge(run, &round);
  shared_annealing_free(alone);
}
