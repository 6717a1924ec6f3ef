#include "solver/anneal/walk.h"

#include "solver/anneal/heat.h"

enum { ROOM = 1 << 16 }; /* changes that a thread may fall behind by; a power of two */

/* Of helpers; far from the numbers of rounds and of attempts. */
static const uint64_t first_dice = UINT64_C(1) << 41;

struct walk {
  GMutex lock; /* over the rest */
  GCond turn;
  GPtrArray *walkers, *waiting; /* at it; for a copy */
  struct change *made;          /* [ROOM] the last ones, by their number modulo ROOM */
  guint n_made;                 /* in all, modulo 2^32; also read without the lock */
  int round;                    /* rises when one ends: who was in it is so no more */
  bool finished;
  int64_t temperature, penalty, moves;
  uint64_t helpers; /* copies given */
};

/* Gives a walker who has a tally what else is needed. */
static void equip(struct walker *walker, struct run *run, const struct atlas *atlas,
                  uint64_t number)
{
  walker->run = run;
  walker->changes = g_array_new(FALSE, FALSE, sizeof(struct change));
  mover_open(&walker->mover, atlas, walker->tally, dice_new(run->settings->seed, number));
}

void walker_open(struct walker *walker, struct run *run, const struct atlas *atlas,
                 struct tally *tally, uint64_t number)
{
  *walker = (struct walker){.tally = tally};
  equip(walker, run, atlas, number);
}

void walker_close(struct walker *walker)
{
  mover_close(&walker->mover);
  tally_free(walker->tally);
  guide_drop(walker->guide);
  g_array_free(walker->changes, TRUE);
}

struct walk *walk_new(void)
{
  struct walk *walk = g_new0(struct walk, 1);
  g_mutex_init(&walk->lock);
  g_cond_init(&walk->turn);
  walk->walkers = g_ptr_array_new();
  walk->waiting = g_ptr_array_new();
  walk->made = g_new(struct change, ROOM);
  return walk;
}

void walk_free(struct walk *walk)
{
  if (!walk)
    return;
  g_mutex_clear(&walk->lock);
  g_cond_clear(&walk->turn);
  g_ptr_array_free(walk->walkers, TRUE);
  g_ptr_array_free(walk->waiting, TRUE);
  g_free(walk->made);
  g_free(walk);
}

/* Prefers likely placements as soon as it is known which are: docs/decisions/0027. */
static void follow_guide(struct walker *walker)
{
  guide_drop(walker->guide);
  walker->guide = run_guide(walker->run);
  walker->mover.likely = walker->guide ? walker->guide->likely : NULL;
}

/* Under the lock: is this walker still one of the round? */
static bool is_in(const struct walk *walk, const struct walker *walker)
{
  return walker->round == walk->round;
}

/* Under the lock: makes what the others have made. */
static void take(struct walk *walk, struct walker *walker)
{
  g_array_set_size(walker->changes, 0);
  for (; walker->read != walk->n_made; walker->read++)
    g_array_append_val(walker->changes, walk->made[walker->read % ROOM]);
  tally_take(walker->tally, walker->changes);
}

/* False: the round is over. */
static bool catch_up(struct walk *walk, struct walker *walker)
{
  if (!walker->together || (guint)g_atomic_int_get(&walk->n_made) == walker->read)
    return true;
  g_mutex_lock(&walk->lock);
  bool in = is_in(walk, walker);
  if (in)
    take(walk, walker);
  g_mutex_unlock(&walk->lock);
  return in;
}

/* Under the lock: has everybody read so much that `count` more find room? */
static bool has_room(const struct walk *walk, guint count)
{
  for (guint k = 0; k < walk->walkers->len; k++) {
    const struct walker *walker = g_ptr_array_index(walk->walkers, k);
    if (walk->n_made - walker->read + count > ROOM)
      return false;
  }
  return true;
}

/* Tells the others of the move just made. False: they were quicker. */
static bool tell(struct walk *walk, struct walker *walker)
{
  if (!walker->together)
    return true;
  GArray *changes = walker->changes;
  tally_changes(walker->tally, changes);
  g_mutex_lock(&walk->lock);
  bool told = is_in(walk, walker) && walker->read == walk->n_made && has_room(walk, changes->len);
  for (guint k = 0; told && k < changes->len; k++)
    walk->made[(walk->n_made + k) % ROOM] = g_array_index(changes, struct change, k);
  if (told) {
    walker->read += changes->len;
    g_atomic_int_set(&walk->n_made, walker->read);
  }
  g_mutex_unlock(&walk->lock);
  return told;
}

/* False: the round is over. */
static bool wander(struct walk *walk, struct walker *walker, int64_t temperature)
{
  struct tally *tally = walker->tally;
  for (int k = 0; k < WALK_STRETCH; k++) {
    if (!catch_up(walk, walker))
      return false;
    int64_t before = tally_cost(tally);
    tally_keep(tally);
    if (!mover_draw(&walker->mover))
      continue;
    int64_t more = tally_cost(tally) - before;
    if (!heat_accepts(temperature, more, &walker->mover.dice) || !tell(walk, walker))
      tally_undo(tally, 0);
  }
  return true;
}

/* A stretch of anybody's. False: the round is over. */
static bool go_on(struct walk *walk, struct walker *walker)
{
  g_mutex_lock(&walk->lock);
  bool in = is_in(walk, walker);
  int64_t temperature = walk->temperature, penalty = walk->penalty;
  g_mutex_unlock(&walk->lock);
  if (!in)
    return false;
  tally_set_penalty(walker->tally, penalty);
  follow_guide(walker);
  in = wander(walk, walker, temperature);
  g_mutex_lock(&walk->lock);
  walk->moves += WALK_STRETCH;
  g_mutex_unlock(&walk->lock);
  return in;
}

/* Under the lock, the leader: gives those who wait a copy of its rota. */
static void admit(struct walk *walk, struct walker *leader)
{
  if (walk->waiting->len == 0)
    return;
  take(walk, leader);
  for (guint k = 0; k < walk->waiting->len; k++) {
    struct walker *walker = g_ptr_array_index(walk->waiting, k);
    *walker = (struct walker){.tally = tally_copy(leader->tally),
                              .together = true,
                              .round = walk->round,
                              .read = walk->n_made};
    g_ptr_array_add(walk->walkers, walker);
  }
  g_ptr_array_set_size(walk->waiting, 0);
  leader->together = true;
  g_cond_broadcast(&walk->turn);
}

void walk_begin(struct walk *walk, struct walker *leader)
{
  g_mutex_lock(&walk->lock);
  g_ptr_array_set_size(walk->walkers, 0);
  g_ptr_array_add(walk->walkers, leader);
  leader->round = walk->round;
  leader->read = walk->n_made;
  leader->together = false;
  walk->moves = 0;
  g_mutex_unlock(&walk->lock);
}

int64_t walk_on(struct walk *walk, struct walker *leader, int64_t temperature, int64_t penalty)
{
  g_mutex_lock(&walk->lock);
  walk->temperature = temperature;
  walk->penalty = penalty;
  admit(walk, leader);
  g_mutex_unlock(&walk->lock);
  go_on(walk, leader);
  g_mutex_lock(&walk->lock);
  int64_t moves = walk->moves;
  g_mutex_unlock(&walk->lock);
  return moves;
}

void walk_rest(struct walk *walk, struct walker *leader)
{
  g_mutex_lock(&walk->lock);
  take(walk, leader);
  walk->round++;
  g_mutex_unlock(&walk->lock);
}

void walk_finish(struct walk *walk)
{
  g_mutex_lock(&walk->lock);
  walk->finished = true;
  g_cond_broadcast(&walk->turn);
  g_mutex_unlock(&walk->lock);
}

/* Waits for a copy of the leader's rota. False: it is all over. */
static bool join(struct walk *walk, struct walker *walker, uint64_t *number)
{
  *walker = (struct walker){0};
  g_mutex_lock(&walk->lock);
  g_ptr_array_add(walk->waiting, walker);
  while (!walker->tally && !walk->finished)
    g_cond_wait(&walk->turn, &walk->lock);
  g_ptr_array_remove(walk->waiting, walker);
  *number = first_dice + walk->helpers++;
  g_mutex_unlock(&walk->lock);
  return walker->tally != NULL;
}

void walk_help(struct walk *walk, struct run *run, const struct atlas *atlas)
{
  struct walker walker;
  uint64_t number;
  while (join(walk, &walker, &number)) {
    equip(&walker, run, atlas, number);
    while (go_on(walk, &walker))
      continue;
    walker_close(&walker);
  }
}
