#include "solver/anneal/anneal.h"

#include "solver/anneal/shared_annealing.h"
#include "solver/anneal/temperature.h"

#include <math.h>

enum {
  SAMPLE = 2000,          /* moves that tell what a move costs */
  DESCENTS_MOST = 8,      /* passes over all cells, as long as */
  DESCENT_SHARE = 50,     /* one cell of so many becomes better */
  MOVES_EACH = 30,        /* placement has in the first round ... */
  LONGER = 3,             /* ... and so many times as many in the next */
  LAST_MOST = 8,          /* the last is no longer than so many times the one before */
  PENALTIES = 200,        /* on the way: to set one is dear */
  OFFERS = 8,             /* on the way */
  PRICES_PER_WORK = 3000, /* row prices that take as long as a simplex iteration */
};

/* Far from the numbers of steps. */
static const uint64_t first_dice = UINT64_C(1) << 40;

/* Of the time or work of the run: where one thread does everything, and else. */
static const double share_alone = 0.5, share = 0.7;
/* The last temperature, as a share of what a move costs in the middle; how many times
 * as hot the first round begins, the later ones, and one from a start that is to be
 * kept in the main; and how many times as much as that broken rows cost at first. */
static const int64_t last_share = 256, hot = 16, warm = 8, cool = 2, cheap_share = 2;
/* The way is gone by so much when broken rows have become as dear as they will. */
static const double dear_at = 0.5;

/* How far a round of annealing may go; 0: no limit of that kind. */
struct round {
  uint64_t number; /* names its dice */
  int64_t moves, work;
  gint64 time_us;
};

struct anneal {
  struct run *run;
  struct annealer annealer;
  int64_t first_temperature; /* in 1 / TEMPERATURE_ONE */
  int64_t fall;              /* of the temperature */
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

static void set_up(struct anneal *anneal, struct run *run, const struct placement_index *index,
                   uint64_t number)
{
  *anneal = (struct anneal){.run = run, .dear = 2 * dearest_of(run->programme)};
  struct solution *best = solution_new(run->view, NULL);
  gint version = -1;
  run_read_best(run, best, &version);
  struct evaluator *evaluator = evaluator_new(run->view, best->x, anneal->dear);
  annealer_open(&anneal->annealer, run, index, evaluator, first_dice + number);
  solution_free(best);
}

static void offer(struct anneal *anneal)
{
  g_autofree int64_t *x = g_new(int64_t, (gsize)anneal->run->programme->n_columns + 1);
  evaluator_read(anneal->annealer.evaluator, x);
  run_offer_values(anneal->run, x);
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

static void descend(struct anneal *anneal)
{
  for (int pass = 0; pass < DESCENTS_MOST && !run_over(anneal->run); pass++)
    if (mover_descend(&anneal->annealer.mover) <=
        (int)anneal->annealer.mover.cells->len / DESCENT_SHARE)
      break;
  offer(anneal);
}

void anneal_descend(struct run *run, const struct placement_index *index)
{
  struct anneal anneal;
  set_up(&anneal, run, index, 0);
  descend(&anneal);
  clear(&anneal);
}

static int ascending(const void *left, const void *right)
{
  const int64_t *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

/* What a move costs that costs anything and breaks nothing, in the middle. */
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

/* How much of the way is gone, from 0 to 1. */
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

/* A stretch of the way. */
static void anneal_batch(struct anneal *anneal, struct shared_annealing *shared, double way)
{
  int64_t dearer = anneal->dear / anneal->cheap;
  double step = floor(way / dear_at * PENALTIES) / PENALTIES;
  anneal->moves =
      shared_annealing_go_on(shared, &anneal->annealer,
                             temperature_along(anneal->first_temperature, anneal->fall, way, true),
                             temperature_along(anneal->cheap, dearer, MIN(1, step), false));
  if (way * OFFERS > anneal->offers + 1) {
    anneal->offers++;
    offer(anneal);
  }
}

/* From the first temperature to the last, with all who help. */
static void cool_down(struct anneal *anneal, struct shared_annealing *shared)
{
  shared_annealing_begin(shared, &anneal->annealer);
  for (double way = 0; way < 1 && !run_over(anneal->run); way = way_gone(anneal))
    anneal_batch(anneal, shared, way);
  shared_annealing_end_round(shared, &anneal->annealer);
}

static void set_temperatures(struct anneal *anneal)
{
  bool has_start = anneal->run->has_start;
  anneal->fall = has_start ? cool : anneal->round.number == 1 ? hot : warm;
  int64_t first = MAX(1, price_of_move(anneal) * anneal->fall * TEMPERATURE_ONE / last_share);
  anneal->first_temperature = first;
  anneal->dear = MAX(anneal->dear, first / TEMPERATURE_ONE);
  anneal->cheap = has_start ? anneal->dear : MAX(1, cheap_share * first / TEMPERATURE_ONE);
}

/* One round from the run's best; how much work it was. */
static int64_t anneal_round(struct run *run, const struct placement_index *index,
                            struct shared_annealing *shared, const struct round *round)
{
  struct anneal anneal;
  set_up(&anneal, run, index, round->number);
  anneal.round = *round;
  anneal.started_us = g_get_monotonic_time();
  set_temperatures(&anneal);
  cool_down(&anneal, shared);
  evaluator_set_penalty(anneal.annealer.evaluator, anneal.dear);
  descend(&anneal);
  int64_t work = work_of(&anneal);
  clear(&anneal);
  return work;
}

/* What is left at most for rounds, by time or by work. */
static struct round limits_of(const struct run *run)
{
  const struct solver_settings *settings = run->settings;
  double part = settings->deterministic || settings->threads < 2 ? share_alone : share;
  struct round limits = {0};
  if (run_work_limit(run) > 0)
    limits.work = MAX(1, (int64_t)(part * (double)run_work_limit(run)));
  if (run->deadline_us > 0)
    limits.time_us = MAX(1, (gint64)(part * (double)(run->deadline_us - g_get_monotonic_time())));
  return limits;
}

/* Takes from the limits what a round took, which was told by `work` and `time_us`;
 * false: too little is left for another. The last round takes all there is. */
static bool next_round(struct round *limits, struct round *round, int64_t work, gint64 time_us)
{
  bool fits = true, last = false;
  if (limits->work > 0) {
    fits = (limits->work -= work) > work / 2;
    last = limits->work < LAST_MOST * work;
  } else if (limits->time_us > 0) {
    fits = (limits->time_us -= time_us) > time_us / 2;
    last = limits->time_us < LAST_MOST * time_us;
  }
  *round = (struct round){.number = round->number + 1,
                          .moves = last ? 0 : LONGER * round->moves,
                          .work = limits->work,
                          .time_us = limits->time_us};
  return fits;
}

void anneal_search(struct run *run, const struct placement_index *index,
                   struct shared_annealing *shared, bool once)
{
  struct round limits = limits_of(run), round = limits;
  run_set_phase(run, "annealing");
  round.number = 1;
  round.moves = MAX(1, (int64_t)MOVES_EACH * run->view->n_placements);
  for (bool more = true; more && !run_over(run);) {
    gint64 from = g_get_monotonic_time();
    bool last = round.moves == 0;
    int64_t work = anneal_round(run, index, shared, &round);
    more = !once && !last && !run_is_broken(run) &&
           next_round(&limits, &round, work, g_get_monotonic_time() - from);
  }
  shared_annealing_finish(shared);
}
