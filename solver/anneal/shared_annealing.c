#include "solver/anneal/shared_annealing.h"

#include "solver/anneal/temperature.h"

enum { ROOM = 1 << 16 }; /* accepted changes that a thread may be behind by; a power of two */

/* Helpers number their dice from here, away from rounds and LNS steps. */
static const uint64_t first_dice = UINT64_C(1) << 41;

struct shared_annealing {
  GMutex lock; /* over the rest */
  GCond turn;
  GPtrArray *annealers, *waiting; /* those in the round; those who wait for a copy */
  struct change *accepted;        /* [ROOM] the last changes, change n at n modulo ROOM */
  guint n_accepted;               /* so far, modulo 2^32; also read without the lock */
  int round; /* its number, which goes up when a round ends: annealers of an older one stop */
  bool finished;
  int64_t temperature, penalty, moves;
  uint64_t helpers; /* how many copies were given, which numbers their dice */
};

/* Completes an annealer that has its evaluator. */
static void equip(struct annealer *annealer, struct run *run, const struct placement_index *index,
                  uint64_t number)
{
  annealer->run = run;
  annealer->changes = g_array_new(FALSE, FALSE, sizeof(struct change));
  mover_open(&annealer->mover, index, annealer->evaluator,
             dice_numbered(run->settings->seed, number));
  annealer->mover.spans = run_days_bind(run);
}

void annealer_open(struct annealer *annealer, struct run *run, const struct placement_index *index,
                   struct evaluator *evaluator, uint64_t number)
{
  *annealer = (struct annealer){.evaluator = evaluator};
  equip(annealer, run, index, number);
}

void annealer_close(struct annealer *annealer)
{
  mover_close(&annealer->mover);
  evaluator_free(annealer->evaluator);
  guide_drop(annealer->guide);
  g_array_free(annealer->changes, TRUE);
}

struct shared_annealing *shared_annealing_new(void)
{
  struct shared_annealing *shared = g_new0(struct shared_annealing, 1);
  g_mutex_init(&shared->lock);
  g_cond_init(&shared->turn);
  shared->annealers = g_ptr_array_new();
  shared->waiting = g_ptr_array_new();
  shared->accepted = g_new(struct change, ROOM);
  return shared;
}

void shared_annealing_free(struct shared_annealing *shared)
{
  if (!shared)
    return;
  g_mutex_clear(&shared->lock);
  g_cond_clear(&shared->turn);
  g_ptr_array_free(shared->annealers, TRUE);
  g_ptr_array_free(shared->waiting, TRUE);
  g_free(shared->accepted);
  g_free(shared);
}

/* Prefers likely placements as soon as there is a guide, and aims at wanted ones:
 * docs/decisions/0027 and 0077. */
static void follow_guide(struct annealer *annealer)
{
  guide_drop(annealer->guide);
  annealer->guide = run_guide(annealer->run);
  annealer->mover.guide = annealer->guide;
}

/* Under the lock: is this annealer in the present round? */
static bool is_in(const struct shared_annealing *shared, const struct annealer *annealer)
{
  return annealer->round == shared->round;
}

/* Under the lock: makes the changes that others have accepted since. */
static void take(struct shared_annealing *shared, struct annealer *annealer)
{
  g_array_set_size(annealer->changes, 0);
  for (; annealer->read != shared->n_accepted; annealer->read++)
    g_array_append_val(annealer->changes, shared->accepted[annealer->read % ROOM]);
  evaluator_take(annealer->evaluator, annealer->changes);
}

/* False: the round is over. */
static bool catch_up(struct shared_annealing *shared, struct annealer *annealer)
{
  if (!annealer->together || (guint)g_atomic_int_get(&shared->n_accepted) == annealer->read)
    return true;
  g_mutex_lock(&shared->lock);
  bool in = is_in(shared, annealer);
  if (in)
    take(shared, annealer);
  g_mutex_unlock(&shared->lock);
  return in;
}

/* Under the lock: is there room for `count` more, which somebody has not read yet? */
static bool has_room(const struct shared_annealing *shared, guint count)
{
  for (guint k = 0; k < shared->annealers->len; k++) {
    const struct annealer *annealer = g_ptr_array_index(shared->annealers, k);
    if (shared->n_accepted - annealer->read + count > ROOM)
      return false;
  }
  return true;
}

/* Publishes the move just made. False: another was accepted first, so it must be undone. */
static bool tell(struct shared_annealing *shared, struct annealer *annealer)
{
  if (!annealer->together)
    return true;
  GArray *changes = annealer->changes;
  evaluator_changes(annealer->evaluator, changes);
  g_mutex_lock(&shared->lock);
  bool told = is_in(shared, annealer) && annealer->read == shared->n_accepted &&
              has_room(shared, changes->len);
  for (guint k = 0; told && k < changes->len; k++)
    shared->accepted[(shared->n_accepted + k) % ROOM] = g_array_index(changes, struct change, k);
  if (told) {
    annealer->read += changes->len;
    g_atomic_int_set(&shared->n_accepted, annealer->read);
  }
  g_mutex_unlock(&shared->lock);
  return told;
}

/* False: the round is over. */
static bool draw_moves(struct shared_annealing *shared, struct annealer *annealer,
                       int64_t temperature)
{
  struct evaluator *evaluator = annealer->evaluator;
  for (int k = 0; k < SHARED_ANNEALING_BATCH; k++) {
    if (!catch_up(shared, annealer))
      return false;
    int64_t before = evaluator_cost(evaluator);
    evaluator_keep(evaluator);
    if (!mover_draw(&annealer->mover))
      continue;
    int64_t more = evaluator_cost(evaluator) - before;
    if (!temperature_accepts(temperature, more, &annealer->mover.dice) || !tell(shared, annealer))
      evaluator_undo(evaluator, 0);
  }
  return true;
}

/* A batch of moves of the leader or of a helper. False: the round is over. */
static bool go_on(struct shared_annealing *shared, struct annealer *annealer)
{
  g_mutex_lock(&shared->lock);
  bool in = is_in(shared, annealer);
  int64_t temperature = shared->temperature, penalty = shared->penalty;
  g_mutex_unlock(&shared->lock);
  if (!in)
    return false;
  evaluator_set_penalty(annealer->evaluator, penalty);
  follow_guide(annealer);
  in = draw_moves(shared, annealer, temperature);
  g_mutex_lock(&shared->lock);
  shared->moves += SHARED_ANNEALING_BATCH;
  g_mutex_unlock(&shared->lock);
  return in;
}

/* Under the lock, by the leader: gives a copy of its rota to each who waits. */
static void admit(struct shared_annealing *shared, struct annealer *leader)
{
  if (shared->waiting->len == 0)
    return;
  take(shared, leader);
  for (guint k = 0; k < shared->waiting->len; k++) {
    struct annealer *annealer = g_ptr_array_index(shared->waiting, k);
    *annealer = (struct annealer){.evaluator = evaluator_copy(leader->evaluator),
                                  .together = true,
                                  .round = shared->round,
                                  .read = shared->n_accepted};
    g_ptr_array_add(shared->annealers, annealer);
  }
  g_ptr_array_set_size(shared->waiting, 0);
  leader->together = true;
  g_cond_broadcast(&shared->turn);
}

void shared_annealing_begin(struct shared_annealing *shared, struct annealer *leader)
{
  g_mutex_lock(&shared->lock);
  g_ptr_array_set_size(shared->annealers, 0);
  g_ptr_array_add(shared->annealers, leader);
  leader->round = shared->round;
  leader->read = shared->n_accepted;
  leader->together = false;
  shared->moves = 0;
  g_mutex_unlock(&shared->lock);
}

int64_t shared_annealing_go_on(struct shared_annealing *shared, struct annealer *leader,
                               int64_t temperature, int64_t penalty)
{
  g_mutex_lock(&shared->lock);
  shared->temperature = temperature;
  shared->penalty = penalty;
  admit(shared, leader);
  g_mutex_unlock(&shared->lock);
  go_on(shared, leader);
  g_mutex_lock(&shared->lock);
  int64_t moves = shared->moves;
  g_mutex_unlock(&shared->lock);
  return moves;
}

void shared_annealing_end_round(struct shared_annealing *shared, struct annealer *leader)
{
  g_mutex_lock(&shared->lock);
  take(shared, leader);
  shared->round++;
  g_mutex_unlock(&shared->lock);
}

void shared_annealing_finish(struct shared_annealing *shared)
{
  g_mutex_lock(&shared->lock);
  shared->finished = true;
  g_cond_broadcast(&shared->turn);
  g_mutex_unlock(&shared->lock);
}

/* Waits for a copy of the leader's rota. False: there are no more rounds. */
static bool join(struct shared_annealing *shared, struct annealer *annealer, uint64_t *number)
{
  *annealer = (struct annealer){0};
  g_mutex_lock(&shared->lock);
  g_ptr_array_add(shared->waiting, annealer);
  while (!annealer->evaluator && !shared->finished)
    g_cond_wait(&shared->turn, &shared->lock);
  g_ptr_array_remove(shared->waiting, annealer);
  *number = first_dice + shared->helpers++;
  g_mutex_unlock(&shared->lock);
  return annealer->evaluator != NULL;
}

void shared_annealing_help(struct shared_annealing *shared, struct run *run,
                           const struct placement_index *index)
{
  struct annealer annealer;
  uint64_t number;
  while (join(shared, &annealer, &number)) {
    equip(&annealer, run, index, number);
    while (go_on(shared, &annealer))
      continue;
    annealer_close(&annealer);
  }
}
