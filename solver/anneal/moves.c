#include "solver/anneal/moves.h"

#include "solver/anneal/spans.h"

enum {
  TOGETHER_MOST = 3,
  UNLIKELY = 4, /* one in so many moves to an unlikely placement is made */
  WANTED = 80,  /* of 100 moves that set any placement, those that aim at a wanted one */
};

/* How often each kind of move is drawn. Rectangles leave each clinician's tasks and each
 * slot's cover as they are, so they are still accepted at low temperatures; TOGETHER is for
 * work that nobody may do alone; those of PAIRs for rules that bind the halves of a day; SPAN and
 * RUN for rules that bind days to each other: they take some ten times as long. */
enum kind {
  CHANGE,
  HAND_OVER,
  WITH_ANOTHER,
  WITHIN_MONTH,
  RECTANGLE,
  TOGETHER,
  PAIR_WITH_ANOTHER,
  PAIR_WITHIN_MONTH,
  SPAN,
  RUN,
  KINDS
};
static const int weights[KINDS] = {5, 10, 20, 5, 60, 2, 0, 0, 0, 0};
static const int weights_of_pairs[KINDS] = {5, 10, 15, 5, 50, 2, 10, 5, 0, 0};
static const int weights_of_spans[KINDS] = {30, 20, 40, 20, 20, 2, 0, 0, 15, 10};

void mover_open(struct mover *mover, const struct placement_index *index,
                struct evaluator *evaluator, struct dice dice)
{
  *mover = (struct mover){.dice = dice, .wish = ROSTER_NOTHING};
  roster_open(&mover->roster, index, evaluator);
  mover->cells = g_array_new(FALSE, FALSE, sizeof(int));
  for (int cell = 0; cell < index->cells.count; cell++)
    if (index->cells.first[cell] < index->cells.first[cell + 1])
      g_array_append_val(mover->cells, cell);
  for (guint k = mover->cells->len; k-- > 1;) {
    guint at = (guint)dice_below(&mover->dice, (int)k + 1);
    int cell = g_array_index(mover->cells, int, k);
    g_array_index(mover->cells, int, k) = g_array_index(mover->cells, int, at);
    g_array_index(mover->cells, int, at) = cell;
  }
}

void mover_close(struct mover *mover)
{
  g_array_free(mover->cells, TRUE);
  roster_close(&mover->roster);
}

static int any_cell(struct mover *mover)
{
  return g_array_index(mover->cells, int, (guint)dice_below(&mover->dice, (int)mover->cells->len));
}

static int cell_of(const struct mover *mover, int column)
{
  return mover->roster.cell_of[column];
}

/* The wish, which is in the cell, or else one of the cell's placements at random, or nothing, if
 * something is set there. */
static int any_choice(struct mover *mover, int cell, int set)
{
  if (mover->wish != ROSTER_NOTHING)
    return mover->wish;
  const struct cells *cells = &mover->roster.index->cells;
  int count = cells->first[cell + 1] - cells->first[cell];
  int at = dice_below(&mover->dice, count + (set != ROSTER_NOTHING));
  return at < count ? cells->columns[cells->first[cell] + at] : ROSTER_NOTHING;
}

/* Should this placement be tried? */
static bool dares(struct mover *mover, int column)
{
  return column == ROSTER_NOTHING || !mover->guide || mover->guide->likely[column] ||
         dice_below(&mover->dice, UNLIKELY) == 0;
}

/* Another placement in the cell, or none. With `hand_over`, whoever did that
 * work takes over what was done here, or has nothing to do. */
static bool draw_change(struct mover *mover, int cell, bool hand_over)
{
  struct roster *roster = &mover->roster;
  int from = roster_set_in(roster, cell), to = any_choice(mover, cell, from);
  if (to == from || !dares(mover, to))
    return false;
  int colleague = hand_over && to != ROSTER_NOTHING ? roster_colleague(roster, to, &mover->dice)
                                                    : ROSTER_NOTHING;
  roster_change(roster, from, to);
  if (colleague != ROSTER_NOTHING)
    roster_change(roster, colleague, roster_same_in(roster, cell_of(mover, colleague), from));
  return true;
}

/* Two cells, each to take over the other's work. */
struct exchange {
  int here, there;       /* what is set */
  int to_here, to_there; /* what will be */
};

/* False: they can't, or it changes nothing, or an unlikely placement is not to be tried. */
static bool plan_exchange(struct mover *mover, int cell, int other, struct exchange *exchange)
{
  const struct roster *roster = &mover->roster;
  if (cell == other)
    return false;
  int here = roster_set_in(roster, cell), there = roster_set_in(roster, other);
  if (here == there || !roster_fits(roster, cell, there) || !roster_fits(roster, other, here))
    return false;
  *exchange = (struct exchange){here, there, roster_same_in(roster, cell, there),
                                roster_same_in(roster, other, here)};
  return exchange->to_here != here && dares(mover, exchange->to_here) &&
         dares(mover, exchange->to_there);
}

static void make_exchange(struct roster *roster, const struct exchange *exchange)
{
  roster_change(roster, exchange->here, exchange->to_here);
  roster_change(roster, exchange->there, exchange->to_there);
}

/* `pairs`: and what their mates have, if both have one; what can't be exchanged stays. */
static bool draw_exchange(struct mover *mover, int cell, int other, bool pairs)
{
  const int *mates = mover->roster.index->mates;
  int mate = mates[cell], other_mate = mates[other];
  struct exchange first, second;
  bool here = plan_exchange(mover, cell, other, &first);
  bool there = pairs && mate >= 0 && other_mate >= 0 && mate != other &&
               plan_exchange(mover, mate, other_mate, &second);
  if (here)
    make_exchange(&mover->roster, &first);
  if (there)
    make_exchange(&mover->roster, &second);
  return here || there;
}

/* A cell of the same slot to exchange with: of somebody who does work that fits this cell,
 * or who has none; -1: there is none. */
static int any_partner(struct mover *mover, int cell)
{
  const struct roster *roster = &mover->roster;
  int set = roster_set_in(roster, cell), wish = any_choice(mover, cell, set);
  if (wish != ROSTER_NOTHING) {
    int colleague = roster_colleague(roster, wish, &mover->dice);
    return colleague != ROSTER_NOTHING ? cell_of(mover, colleague) : -1;
  }
  struct roster_cell place = roster_cell_at(roster, cell);
  place.clinician = roster_cell_at(roster, any_cell(mover)).clinician;
  int other = roster_cell_index(roster, place);
  return roster_set_in(roster, other) == ROSTER_NOTHING ? other : -1;
}

static bool try_return(struct mover *mover, int one, int other, int slot, struct exchange *back)
{
  const struct roster *roster = &mover->roster;
  return plan_exchange(mover, roster_cell_index(roster, (struct roster_cell){one, slot}),
                       roster_cell_index(roster, (struct roster_cell){other, slot}), back);
}

/* The exchange in another slot that gives both clinicians back the tasks which the first
 * exchange takes away. */
static bool plan_return(struct mover *mover, struct roster_cell one, struct roster_cell other,
                        const struct exchange *first, struct exchange *back)
{
  const struct roster *roster = &mover->roster;
  int from = dice_below(&mover->dice, roster->index->n_slots), words = roster->slot_words;
  int given = roster_task(roster, first->here), taken = roster_task(roster, first->there);
  for (int k = 0; k <= words; k++) { /* the first word again, for what is before `from` */
    int word = (from / 64 + k) % words;
    uint64_t after = ~UINT64_C(0) << from % 64;
    uint64_t slots = roster_slots(roster, one.clinician, taken, word) &
                     roster_slots(roster, other.clinician, given, word);
    if (k == 0)
      slots &= after;
    else if (k == words)
      slots &= ~after;
    for (; slots; slots &= slots - 1) {
      int slot = 64 * word + __builtin_ctzll(slots);
      if (slot != one.slot && try_return(mover, one.clinician, other.clinician, slot, back))
        return true;
    }
  }
  return false;
}

/* Two clinicians exchange their work in one slot, and back in another. */
static bool draw_rectangle(struct mover *mover, int cell)
{
  struct roster *roster = &mover->roster;
  struct exchange first, back;
  int partner = any_partner(mover, cell);
  if (partner < 0 || !plan_exchange(mover, cell, partner, &first))
    return false;
  if (roster_task(roster, first.here) != roster_task(roster, first.there)) {
    if (!plan_return(mover, roster_cell_at(roster, cell), roster_cell_at(roster, partner), &first,
                     &back))
      return false;
    make_exchange(roster, &back);
  }
  make_exchange(roster, &first);
  return true;
}

/* Two or three begin what nobody does in that slot. */
static bool draw_together(struct mover *mover)
{
  struct roster *roster = &mover->roster;
  int group = roster->group[dice_below(&mover->dice, (int)roster->index->placements->len)];
  int from = roster->group_first[group], to = roster->group_first[group + 1];
  int chosen[TOGETHER_MOST];
  int wanted = TOGETHER_MOST - (dice_below(&mover->dice, 4) > 0), count = 0, seen = 0;
  for (int k = from; k < to; k++) {
    if (roster_is_set(roster, roster->alike[k]))
      return false;
    int at = count < wanted ? count++ : dice_below(&mover->dice, seen + 1);
    seen++;
    if (at < wanted)
      chosen[at] = roster->alike[k];
  }
  if (count < wanted)
    return false;
  for (int k = 0; k < count; k++)
    roster_change(roster, roster_set_in(roster, cell_of(mover, chosen[k])), chosen[k]);
  return true;
}

static enum kind any_kind(struct mover *mover)
{
  const int *of = weights;
  if (mover->spans)
    of = weights_of_spans;
  else if (mover->roster.index->has_mates)
    of = weights_of_pairs;
  int total = 0, kind = 0;
  for (int k = 0; k < KINDS; k++)
    total += of[k];
  for (int at = dice_below(&mover->dice, total); at >= of[kind]; kind++)
    at -= of[kind];
  return (enum kind)kind;
}

/* Should a move of this kind set what the relaxation wants? */
static bool aims(struct mover *mover, enum kind kind)
{
  return mover->guide && mover->guide->n_wanted > 0 && !mover->spans &&
         (kind == CHANGE || kind == HAND_OVER || kind == RECTANGLE) &&
         dice_below(&mover->dice, 100) < WANTED;
}

static bool draw(struct mover *mover)
{
  const struct roster *roster = &mover->roster;
  int cell = any_cell(mover);
  enum kind kind = any_kind(mover);
  mover->wish = ROSTER_NOTHING;
  if (aims(mover, kind)) {
    mover->wish = mover->guide->wanted[dice_below(&mover->dice, mover->guide->n_wanted)];
    if (roster_is_set(roster, mover->wish))
      return false;
    cell = cell_of(mover, mover->wish);
  }
  struct roster_cell place = roster_cell_at(roster, cell);
  switch (kind) {
  case CHANGE:
    return draw_change(mover, cell, false);
  case HAND_OVER:
    return draw_change(mover, cell, true);
  case WITH_ANOTHER:
  case PAIR_WITH_ANOTHER:
    place.clinician = dice_below(&mover->dice, roster->index->n_clinicians);
    return draw_exchange(mover, cell, roster_cell_index(roster, place), kind == PAIR_WITH_ANOTHER);
  case WITHIN_MONTH:
  case PAIR_WITHIN_MONTH:
    place.slot = dice_below(&mover->dice, roster->index->n_slots);
    return draw_exchange(mover, cell, roster_cell_index(roster, place), kind == PAIR_WITHIN_MONTH);
  case RECTANGLE:
    return draw_rectangle(mover, cell);
  case TOGETHER:
    return draw_together(mover);
  case SPAN:
    return span_exchange(&mover->roster, cell, any_cell(mover), &mover->dice);
  case RUN:
    return span_fill(&mover->roster, cell, any_choice(mover, cell, roster_set_in(roster, cell)),
                     &mover->dice);
  case KINDS:
    break;
  }
  g_assert_not_reached();
}

bool mover_draw(struct mover *mover)
{
  if (mover->cells->len == 0 || !draw(mover))
    return false;
  evaluator_follow(mover->roster.evaluator);
  return true;
}

/* Sets this placement of a cell, or ROSTER_NOTHING, and no other. */
static void choose(struct roster *roster, int cell, int column)
{
  const struct cells *cells = &roster->index->cells;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    if (cells->columns[k] != column)
      roster_change(roster, cells->columns[k], ROSTER_NOTHING);
  roster_change(roster, ROSTER_NOTHING, column);
  evaluator_follow(roster->evaluator);
}

/* The cheapest placement of a cell, or none, if that costs less than it does now. */
static bool descend_cell(struct roster *roster, int cell)
{
  const struct cells *cells = &roster->index->cells;
  struct evaluator *evaluator = roster->evaluator;
  int64_t least = evaluator_cost(evaluator);
  int cheapest = ROSTER_NOTHING;
  bool better = false;
  guint start = evaluator_mark(evaluator);
  for (int k = cells->first[cell] - 1; k < cells->first[cell + 1]; k++) {
    int column = k < cells->first[cell] ? ROSTER_NOTHING : cells->columns[k];
    choose(roster, cell, column);
    if (evaluator_cost(evaluator) < least) {
      least = evaluator_cost(evaluator);
      cheapest = column;
      better = true;
    }
    evaluator_undo(evaluator, start);
  }
  if (better)
    choose(roster, cell, cheapest);
  evaluator_keep(evaluator);
  return better;
}

int mover_descend(struct mover *mover)
{
  int better = 0;
  evaluator_keep(mover->roster.evaluator);
  for (guint k = 0; k < mover->cells->len; k++)
    better += descend_cell(&mover->roster, g_array_index(mover->cells, int, k));
  return better;
}
