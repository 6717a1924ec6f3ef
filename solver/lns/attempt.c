#include "solver/lns/attempt.h"

enum {
  /* Past the relaxation. GLPK's nodes are dear (some 0.3 ms an iteration), and
   * most of what a piece can give comes early: see docs/decisions/0012. */
  PIECE_ITERATIONS = 300,
  CLINICIAN_ITERATIONS = 100,
  COUNTS_ITERATIONS = 100000,
  PIECE_LIMIT_MS = 2000, /* a safeguard; iterations come first */
};

void hand_open(struct hand *hand, struct run *run, const struct placement_index *index)
{
  *hand = (struct hand){.run = run,
                        .index = index,
                        .cutter = cutter_new(run->view),
                        .base = solution_new(run->view, NULL),
                        .version = -1,
                        .picked = g_array_new(FALSE, FALSE, sizeof(int))};
}

void hand_close(struct hand *hand)
{
  cutter_free(hand->cutter);
  solution_free(hand->base);
  g_array_free(hand->picked, TRUE);
}

void attempt_clear(struct attempt *attempt)
{
  g_free(attempt->changes);
  *attempt = (struct attempt){0};
}

/* Solves a piece of hand->base for costs up to `cutoff`. */
static void solve_piece(struct hand *hand, struct piece *piece, int64_t cutoff,
                        struct attempt *attempt)
{
  struct run *run = hand->run;
  struct branch_limits limits = {.cutoff = cutoff, .iterations = attempt->allowed};
  if (run->deadline_us > 0)
    limits.deadline_us =
        MIN(run->deadline_us, g_get_monotonic_time() + (gint64)PIECE_LIMIT_MS * 1000);
  g_autofree int64_t *x = g_new(int64_t, (gsize)piece->programme->n_columns + 1);
  enum status status = branch_solve(piece->programme, &limits, x, &attempt->result);
  if (status != STATUS_OK) {
    attempt->result = (struct branch_result){.end = BRANCH_LIMIT};
    run_setback(run, status);
  }
  if (attempt->result.end == BRANCH_OPTIMAL || attempt->result.end == BRANCH_FOUND) {
    attempt->changes = g_new(struct change, (gsize)piece->n_free + 1);
    attempt->n_changes = piece_changes(piece, hand->base, x, attempt->changes);
  }
  piece_clear(piece);
}

static void cut_picked(struct hand *hand, struct piece *piece)
{
  piece_cut(hand->cutter, hand->base, (const int *)(const void *)hand->picked->data,
            (int)hand->picked->len, piece);
}

/* Picks columns as the bandit says, or around what is broken. */
static void pick(struct hand *hand, const struct bandit *bandit, struct attempt *attempt)
{
  struct guide *guide = run_guide(hand->run);
  struct dice dice = dice_new(hand->run->settings->seed, attempt->number + 1);
  struct choice *choice = &attempt->choice;
  *choice = bandit_draw(bandit, guide != NULL, &dice);
  if (hand->base->excess > 0 && (attempt->mend > 0 || dice_below(&dice, 2) == 0))
    *choice = (struct choice){NEIGHBOURHOOD_BROKEN, BREADTH_ALL, choice->size};
  if (attempt->mend > 0)
    choice->size = attempt->mend;
  neighbourhood_draw(hand->index, choice->kind, hand->base,
                     guide && choice->breadth == BREADTH_LIKELY ? guide->likely : NULL,
                     choice->size, &dice, hand->picked);
  guide_drop(guide);
}

void attempt_make(struct hand *hand, const struct bandit *bandit, struct attempt *attempt)
{
  run_read_best(hand->run, hand->base, &hand->version);
  g_array_set_size(hand->picked, 0);
  if (attempt->clinician != NOBODY) {
    attempt->allowed = CLINICIAN_ITERATIONS;
    neighbourhood_clinician(hand->index, attempt->clinician, hand->picked);
  } else {
    attempt->allowed = PIECE_ITERATIONS;
    pick(hand, bandit, attempt);
  }
  struct piece piece;
  cut_picked(hand, &piece);
  solve_piece(hand, &piece, piece.cost - 1, attempt);
}

/* Puts the attempt's placements into hand->base and picks the counts of their
 * rows. Returns what was moved; it now holds the values from before. */
static GArray *move_placements(struct hand *hand, const struct attempt *attempt)
{
  const struct view *view = hand->run->view;
  GArray *moved = g_array_new(FALSE, FALSE, sizeof(struct change));
  g_array_set_size(hand->picked, 0);
  for (int k = 0; k < attempt->n_changes; k++) {
    int column = attempt->changes[k].column;
    if (!view->programme->columns[column].placement)
      continue;
    g_array_append_val(moved, attempt->changes[k]);
    for (int e = view->first[column]; e < view->first[column + 1]; e++) {
      int row = view->entries[e].row;
      g_array_append_vals(hand->picked, view->counts + view->row_first[row],
                          (guint)(view->row_first[row + 1] - view->row_first[row]));
    }
  }
  solution_swap(view, hand->base, (struct change *)(void *)moved->data, (int)moved->len);
  return moved;
}

/* Others changed the best meanwhile: moves the placements over to it and lets
 * the counts follow. */
static bool offer_moved(struct hand *hand, const struct attempt *attempt)
{
  const struct view *view = hand->run->view;
  run_read_best(hand->run, hand->base, &hand->version);
  int64_t excess = hand->base->excess, cost = hand->base->cost;
  GArray *moved = move_placements(hand, attempt);
  struct attempt counts = {.allowed = PIECE_ITERATIONS};
  struct piece piece;
  cut_picked(hand, &piece);
  solve_piece(hand, &piece, INT64_MAX, &counts);
  if (counts.n_changes > 0)
    g_array_append_vals(moved, counts.changes, (guint)counts.n_changes);
  solution_swap(view, hand->base, counts.changes, counts.n_changes);
  bool kept = false;
  if (hand->base->excess < excess || (hand->base->excess == excess && hand->base->cost < cost)) {
    for (guint k = 0; k < moved->len; k++) {
      struct change *change = &g_array_index(moved, struct change, k);
      change->value = hand->base->x[change->column];
    }
    kept = run_offer(hand->run, (struct change *)(void *)moved->data, (int)moved->len, false);
  }
  hand->version = -1; /* the base is no longer what it was */
  attempt_clear(&counts);
  g_array_free(moved, TRUE);
  return kept;
}

void attempt_offer(struct hand *hand, struct attempt *attempt)
{
  struct run *run = hand->run;
  attempt->gain = 0;
  if (attempt->n_changes == 0)
    return;
  run_read_best(run, hand->base, &hand->version);
  int64_t before = hand->base->cost, excess = hand->base->excess;
  g_autofree struct change *changes =
      g_memdup2(attempt->changes, (gsize)attempt->n_changes * sizeof *changes);
  if (!run_offer(run, changes, attempt->n_changes, false) && !offer_moved(hand, attempt))
    return;
  run_read_best(run, hand->base, &hand->version);
  attempt->gain = hand->base->excess < excess ? (double)(excess - hand->base->excess) * 100
                                              : (double)MAX(1, before - hand->base->cost);
}

void attempt_settle_counts(struct hand *hand)
{
  struct attempt attempt = {.allowed = COUNTS_ITERATIONS};
  struct piece piece;
  run_read_best(hand->run, hand->base, &hand->version);
  piece_cut_counts(hand->cutter, hand->base, &piece);
  solve_piece(hand, &piece, piece.cost - 1, &attempt);
  run_offer(hand->run, attempt.changes, attempt.n_changes, false);
  attempt_clear(&attempt);
}
