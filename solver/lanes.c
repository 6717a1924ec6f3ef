#include "solver/lanes.h"

#include "model/splitmix.h"
#include "solver/solution.h"

#include <string.h>

struct lanes {
  const struct view *view;
  GMutex lock; /* over all that follows */
  GCond turned;
  bool shut;
  int members;    /* the leader and those who joined */
  int arrived;    /* of them, where all have to meet */
  int meetings;   /* so far */
  int waiting;    /* to join */
  int admitted;   /* of those who wait; they have the numbers below `members` */
  int64_t *x;     /* [columns] for those who join */
  int most;       /* members */
  GArray **moved; /* [most] struct change of each member, which alone fills its own */
  int round;      /* of the leader's */
  struct stretch stretch;
};

struct lanes *lanes_new(const struct view *view, int most)
{
  struct lanes *lanes = g_new0(struct lanes, 1);
  lanes->view = view;
  lanes->x = g_new0(int64_t, (gsize)view->programme->n_columns + 1);
  lanes->most = most;
  lanes->moved = g_new(GArray *, (gsize)most + 1);
  for (int k = 0; k < most; k++)
    lanes->moved[k] = g_array_new(FALSE, FALSE, sizeof(struct change));
  g_mutex_init(&lanes->lock);
  g_cond_init(&lanes->turned);
  return lanes;
}

void lanes_free(struct lanes *lanes)
{
  if (!lanes)
    return;
  for (int k = 0; k < lanes->most; k++)
    g_array_free(lanes->moved[k], TRUE);
  g_free(lanes->moved);
  g_free(lanes->x);
  g_mutex_clear(&lanes->lock);
  g_cond_clear(&lanes->turned);
  g_free(lanes);
}

/* Under the lock: goes on when all members have come here. */
static void meet(struct lanes *lanes)
{
  int meeting = lanes->meetings;
  if (++lanes->arrived == lanes->members) {
    lanes->arrived = 0;
    lanes->meetings++;
    g_cond_broadcast(&lanes->turned);
  }
  while (lanes->meetings == meeting)
    g_cond_wait(&lanes->turned, &lanes->lock);
}

static void open_lane(struct lane *lane, struct lanes *lanes, int number)
{
  *lane = (struct lane){.lanes = lanes,
                        .number = number,
                        .round = lanes->round,
                        .mine = g_new0(bool, (gsize)lanes->view->n_clinicians + 1),
                        .seen = g_new0(int64_t, (gsize)lanes->view->programme->n_columns + 1)};
}

static void close_lane(struct lane *lane)
{
  g_free(lane->mine);
  g_free(lane->seen);
  *lane = (struct lane){0};
}

/* Draws the clinicians of this lane, the same way on all threads. */
static void draw(struct lane *lane, const struct stretch *stretch)
{
  uint64_t state = stretch->number;
  for (int c = 0; c <= lane->lanes->view->n_clinicians; c++)
    lane->mine[c] = splitmix_next(&state) % (uint64_t)stretch->lanes == (uint64_t)lane->number;
}

void lanes_lead(struct lanes *lanes, struct tally *tally, struct lane *lane)
{
  g_mutex_lock(&lanes->lock);
  open_lane(lane, lanes, 0);
  lanes->members = 1;
  g_mutex_unlock(&lanes->lock);
  lane->tally = tally;
}

/* Under the lock: lets in all who wait, to where the leader is. */
static void admit(struct lane *lane)
{
  struct lanes *lanes = lane->lanes;
  if (lanes->waiting == 0)
    return;
  g_assert(lanes->members + lanes->waiting <= lanes->most);
  tally_read(lane->tally, lanes->x);
  memcpy(lane->seen, lanes->x, (size_t)lanes->view->programme->n_columns * sizeof *lane->seen);
  lanes->admitted = lanes->waiting;
  lanes->members += lanes->waiting;
  lanes->waiting = 0;
  g_cond_broadcast(&lanes->turned);
}

void lanes_set_out(struct lane *lane, struct stretch *stretch)
{
  struct lanes *lanes = lane->lanes;
  g_mutex_lock(&lanes->lock);
  admit(lane);
  stretch->lanes = lanes->members;
  stretch->number = lanes->stretch.number + 1;
  lanes->stretch = *stretch;
  meet(lanes);
  g_mutex_unlock(&lanes->lock);
  draw(lane, stretch);
}

void lanes_stop(struct lane *lane)
{
  struct lanes *lanes = lane->lanes;
  g_mutex_lock(&lanes->lock);
  lanes->round++;
  meet(lanes);
  lanes->members = 0;
  g_mutex_unlock(&lanes->lock);
  close_lane(lane);
}

void lanes_shut(struct lanes *lanes)
{
  g_mutex_lock(&lanes->lock);
  lanes->shut = true;
  g_cond_broadcast(&lanes->turned);
  g_mutex_unlock(&lanes->lock);
}

bool lanes_join(struct lanes *lanes, struct lane *lane, int64_t *x)
{
  g_mutex_lock(&lanes->lock);
  lanes->waiting++;
  while (lanes->admitted == 0 && !lanes->shut)
    g_cond_wait(&lanes->turned, &lanes->lock);
  bool admitted = lanes->admitted > 0;
  if (admitted) {
    open_lane(lane, lanes, lanes->members - lanes->admitted--);
    memcpy(lane->seen, lanes->x, (size_t)lanes->view->programme->n_columns * sizeof *x);
    memcpy(x, lanes->x, (size_t)lanes->view->programme->n_columns * sizeof *x);
  } else {
    lanes->waiting--;
  }
  g_mutex_unlock(&lanes->lock);
  return admitted;
}

bool lanes_follow(struct lane *lane, struct stretch *stretch)
{
  struct lanes *lanes = lane->lanes;
  g_mutex_lock(&lanes->lock);
  meet(lanes);
  bool led = lanes->round == lane->round;
  *stretch = lanes->stretch;
  g_mutex_unlock(&lanes->lock);
  if (led)
    draw(lane, stretch);
  return led;
}

void lanes_leave(struct lane *lane)
{
  close_lane(lane);
}

/* What this lane moved, for the others. */
static void publish(struct lane *lane, GArray *moved)
{
  const struct programme *p = lane->lanes->view->programme;
  g_array_set_size(moved, 0);
  for (int j = 0; j < p->n_columns; j++) {
    struct change change = {j, tally_value(lane->tally, j)};
    if (!p->columns[j].placement || change.value == lane->seen[j])
      continue;
    g_array_append_val(moved, change);
    lane->seen[j] = change.value;
  }
}

/* Takes over what another lane moved. No two lanes move the same placement. */
static void take_over(struct lane *lane, const GArray *moved)
{
  for (guint k = 0; k < moved->len; k++) {
    const struct change *change = &g_array_index(moved, struct change, k);
    tally_set(lane->tally, change->column, change->value);
    lane->seen[change->column] = change->value;
  }
}

void lanes_exchange(struct lane *lane)
{
  struct lanes *lanes = lane->lanes;
  int members = lanes->stretch.lanes;
  if (members == 1)
    return;
  GArray *own = lanes->moved[lane->number];
  publish(lane, own);
  g_mutex_lock(&lanes->lock);
  meet(lanes);
  g_mutex_unlock(&lanes->lock);
  tally_keep(lane->tally);
  for (int k = 0; k < members; k++)
    if (k != lane->number)
      take_over(lane, lanes->moved[k]);
  tally_follow(lane->tally);
  tally_keep(lane->tally);
}
