/* Lanes: whoever takes part holds the same placements after every stretch, nobody
 * moves another's, and all come and go without waiting for ever. */
#include "solver/atlas.h"
#include "solver/lanes.h"
#include "solver/moves.h"
#include "tests/support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { CLINICIANS = 8, FOLLOWERS = 2, ROUNDS = 5, STRETCHES = 40, MOVES = 200, PENALTY = 1000 };

struct team {
  struct view *view;
  struct atlas *atlas;
  struct lanes *lanes;
  GMutex lock;
  GHashTable *said; /* stretch number: what its placements came to, as the first said */
  int agreed, differed, moved_others, joined;
};

static uint64_t placements_of(const struct team *team, const struct tally *tally)
{
  uint64_t sum = 14695981039346656037U;
  for (int j = 0; j < team->view->programme->n_columns; j++)
    if (team->view->programme->columns[j].placement)
      sum = (sum ^ (uint64_t)tally_value(tally, j)) * 1099511628211U;
  return sum;
}

/* All who took part in a stretch must say the same of it. */
static void say(struct team *team, uint64_t number, const struct tally *tally)
{
  uint64_t now = placements_of(team, tally);
  g_mutex_lock(&team->lock);
  gpointer key = GUINT_TO_POINTER((guint)number), said;
  if (!g_hash_table_lookup_extended(team->said, key, NULL, &said)) {
    g_hash_table_insert(team->said, key, GUINT_TO_POINTER((guint)now));
  } else {
    if (GPOINTER_TO_UINT(said) == (guint)now)
      team->agreed++;
    else
      team->differed++;
  }
  g_mutex_unlock(&team->lock);
}

/* Moves about and keeps everything. */
static void wander(struct team *team, struct lane *lane, struct mover *mover,
                   const struct stretch *stretch)
{
  const struct programme *p = team->view->programme;
  mover->mine = stretch->lanes > 1 ? lane->mine : NULL;
  for (int64_t k = 0; k < stretch->moves; k++) {
    tally_keep(lane->tally);
    mover_draw(mover);
  }
  int others = 0;
  for (int j = 0; stretch->lanes > 1 && j < p->n_columns; j++)
    others += p->columns[j].placement && tally_value(lane->tally, j) != lane->seen[j] &&
              !lane->mine[p->columns[j].label.clinician];
  lanes_exchange(lane);
  say(team, stretch->number, lane->tally);
  g_mutex_lock(&team->lock);
  team->moved_others += others;
  g_mutex_unlock(&team->lock);
}

static gpointer follower(gpointer data)
{
  struct team *team = data;
  struct lane lane;
  struct stretch stretch;
  g_autofree int64_t *x = g_new(int64_t, (gsize)team->view->programme->n_columns + 1);
  while (lanes_join(team->lanes, &lane, x)) {
    struct tally *tally = tally_new(team->view, x, PENALTY);
    struct mover mover;
    lane.tally = tally;
    mover_open(&mover, team->atlas, tally, dice_new(7, (uint64_t)lane.number));
    g_mutex_lock(&team->lock);
    team->joined++;
    g_mutex_unlock(&team->lock);
    while (lanes_follow(&lane, &stretch))
      wander(team, &lane, &mover, &stretch);
    mover_close(&mover);
    tally_free(tally);
    lanes_leave(&lane);
  }
  return NULL;
}

static void lead_a_round(struct team *team, uint64_t round)
{
  g_autofree int64_t *x = g_new0(int64_t, (gsize)team->view->programme->n_columns + 1);
  struct tally *tally = tally_new(team->view, x, PENALTY);
  struct lane lane;
  struct mover mover;
  mover_open(&mover, team->atlas, tally, dice_new(8, round));
  lanes_lead(team->lanes, tally, &lane);
  for (int k = 0; k < STRETCHES; k++) {
    struct stretch stretch = {.temperature = 1, .penalty = PENALTY, .moves = MOVES};
    lanes_set_out(&lane, &stretch);
    wander(team, &lane, &mover, &stretch);
  }
  lanes_stop(&lane);
  mover_close(&mover);
  tally_free(tally);
}

static void all_agree_after_every_stretch(void **state)
{
  (void)state;
  struct programme *programme = sample_month(CLINICIANS, 1);
  struct team team = {.view = view_new(programme)};
  team.atlas = atlas_new(team.view);
  team.lanes = lanes_new(team.view, 1 + FOLLOWERS);
  team.said = g_hash_table_new(NULL, NULL);
  g_mutex_init(&team.lock);
  GThread *threads[FOLLOWERS];
  for (int k = 0; k < FOLLOWERS; k++)
    threads[k] = g_thread_new("follow", follower, &team);
  for (uint64_t round = 0; round < ROUNDS || team.agreed + team.differed == 0; round++)
    lead_a_round(&team, round);
  lanes_shut(team.lanes);
  for (int k = 0; k < FOLLOWERS; k++)
    g_thread_join(threads[k]);
  assert_true(team.joined >= 1);
  assert_true(team.agreed > 0);
  assert_int_equal(team.differed, 0);
  assert_int_equal(team.moved_others, 0);
  g_hash_table_destroy(team.said);
  g_mutex_clear(&team.lock);
  lanes_free(team.lanes);
  atlas_free(team.atlas);
  view_free(team.view);
  programme_free(programme);
}

static void nobody_comes(void **state)
{
  (void)state;
  struct programme *programme = sample_month(CLINICIANS, 1);
  struct view *view = view_new(programme);
  struct lanes *lanes = lanes_new(view, 2);
  struct lane lane;
  g_autofree int64_t *x = g_new0(int64_t, (gsize)programme->n_columns + 1);
  lanes_shut(lanes);
  assert_false(lanes_join(lanes, &lane, x));
  lanes_free(lanes);
  lanes_free(NULL);
  view_free(view);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_agree_after_every_stretch),
      cmocka_unit_test(nobody_comes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
