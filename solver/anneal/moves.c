#include "solver/anneal/moves.h"

enum {
  TOGETHER_MOST = 3,
  UNLIKELY = 4, /* of so many moves to a placement that is not likely, one is made */
};

/* How often each kind of move is drawn. Rectangles keep what each has to do in the
 * month and what each slot needs, so they are what is left when it is cold; moves
 * together are for work that nobody may begin alone. */
enum kind { CHANGE, HAND_OVER, WITH_ANOTHER, WITHIN_MONTH, RECTANGLE, TOGETHER, KINDS };
static const int weights[KINDS] = {5, 10, 20, 5, 60, 2};

void mover_open(struct mover *mover, const struct atlas *atlas, struct tally *tally,
                struct dice dice)
{
  *mover = (struct mover){.dice = dice};
  seating_open(&mover->seating, atlas, tally);
  mover->cells = g_array_new(FALSE, FALSE, sizeof(int));
  for (int cell = 0; cell < atlas->cells.n_keys; cell++)
    if (atlas->cells.first[cell] < atlas->cells.first[cell + 1])
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
  seating_close(&mover->seating);
}

static int any_cell(struct mover *mover)
{
  return g_array_index(mover->cells, int, (guint)dice_below(&mover->dice, (int)mover->cells->len));
}

static int cell_of(const struct mover *mover, int column)
{
  const struct atlas *atlas = mover->seating.atlas;
  return atlas_cell(atlas, &atlas->view->programme->columns[column].label);
}

/* One of the cell's placements at random or, if something is set there, nothing. */
static int any_choice(struct mover *mover, int cell, int set)
{
  const struct shelf *cells = &mover->seating.atlas->cells;
  int count = cells->first[cell + 1] - cells->first[cell];
  int at = dice_below(&mover->dice, count + (set != SEATING_NOTHING));
  return at < count ? cells->columns[cells->first[cell] + at] : SEATING_NOTHING;
}

/* Is a move to this placement worth its while? */
static bool dares(struct mover *mover, int column)
{
  return column == SEATING_NOTHING || !mover->likely || mover->likely[column] ||
         dice_below(&mover->dice, UNLIKELY) == 0;
}

/* Another placement in the cell, or none. With `hand_over`, whoever did that
 * work takes over what was done here, or has nothing to do. */
static bool draw_change(struct mover *mover, int cell, bool hand_over)
{
  struct seating *seating = &mover->seating;
  int from = seating_set_in(seating, cell), to = any_choice(mover, cell, from);
  if (to == from || !dares(mover, to))
    return false;
  int colleague = hand_over && to != SEATING_NOTHING ? seating_colleague(seating, to, &mover->dice)
                                                     : SEATING_NOTHING;
  seating_change(seating, from, to);
  if (colleague != SEATING_NOTHING)
    seating_change(seating, colleague, seating_same_in(seating, cell_of(mover, colleague), from));
  return true;
}

/* Two cells, each to take over the other's work. */
struct exchange {
  int here, there;       /* what is set */
  int to_here, to_there; /* what will be */
};

/* False: they can't, or had better not, or it changes nothing. */
static bool plan_exchange(struct mover *mover, int cell, int other, struct exchange *exchange)
{
  const struct seating *seating = &mover->seating;
  if (cell == other)
    return false;
  int here = seating_set_in(seating, cell), there = seating_set_in(seating, other);
  if (here == there || !seating_fits(seating, cell, there) || !seating_fits(seating, other, here))
    return false;
  *exchange = (struct exchange){here, there, seating_same_in(seating, cell, there),
                                seating_same_in(seating, other, here)};
  return exchange->to_here != here && dares(mover, exchange->to_here) &&
         dares(mover, exchange->to_there);
}

static void make_exchange(struct seating *seating, const struct exchange *exchange)
{
  seating_change(seating, exchange->here, exchange->to_here);
  seating_change(seating, exchange->there, exchange->to_there);
}

static bool draw_exchange(struct mover *mover, int cell, int other)
{
  struct exchange exchange;
  if (!plan_exchange(mover, cell, other, &exchange))
    return false;
  make_exchange(&mover->seating, &exchange);
  return true;
}

/* A cell of the same slot to exchange with: of one who does what this cell might,
 * or who has nothing to do; or -1. */
static int any_partner(struct mover *mover, int cell)
{
  const struct seating *seating = &mover->seating;
  int set = seating_set_in(seating, cell), wish = any_choice(mover, cell, set);
  if (wish != SEATING_NOTHING) {
    int colleague = seating_colleague(seating, wish, &mover->dice);
    return colleague != SEATING_NOTHING ? cell_of(mover, colleague) : -1;
  }
  struct seat seat = seating_seat(seating, cell);
  seat.clinician = seating_seat(seating, any_cell(mover)).clinician;
  int other = seating_cell(seating, seat);
  return seating_set_in(seating, other) == SEATING_NOTHING ? other : -1;
}

/* The exchange of the same two clinicians, in another slot, that gives each the
 * task which the first takes away. */
static bool plan_return(struct mover *mover, struct seat one, struct seat other,
                        const struct exchange *first, struct exchange *back)
{
  const struct seating *seating = &mover->seating;
  int n_slots = seating->atlas->n_slots, from = dice_below(&mover->dice, n_slots);
  int given = seating_task(seating, first->here), taken = seating_task(seating, first->there);
  for (int k = 0; k < n_slots; k++) {
    int slot = (from + k) % n_slots;
    int cell = seating_cell(seating, (struct seat){one.clinician, slot});
    int others = seating_cell(seating, (struct seat){other.clinician, slot});
    if (slot != one.slot && seating_task(seating, seating_set_in(seating, cell)) == taken &&
        seating_task(seating, seating_set_in(seating, others)) == given &&
        plan_exchange(mover, cell, others, back))
      return true;
  }
  return false;
}

/* Two clinicians exchange their work in one slot, and back in another. */
static bool draw_rectangle(struct mover *mover, int cell)
{
  struct seating *seating = &mover->seating;
  struct exchange first, back;
  int partner = any_partner(mover, cell);
  if (partner < 0 || !plan_exchange(mover, cell, partner, &first))
    return false;
  if (seating_task(seating, first.here) != seating_task(seating, first.there)) {
    if (!plan_return(mover, seating_seat(seating, cell), seating_seat(seating, partner), &first,
                     &back))
      return false;
    make_exchange(seating, &back);
  }
  make_exchange(seating, &first);
  return true;
}

/* Two or three begin what nobody does in that slot. */
static bool draw_together(struct mover *mover)
{
  struct seating *seating = &mover->seating;
  int from = dice_below(&mover->dice, (int)seating->atlas->placements->len), to = from;
  int group = seating->group[from], chosen[TOGETHER_MOST];
  while (from > 0 && seating->group[from - 1] == group)
    from--;
  while (seating->group[to] == group)
    to++;
  int wanted = TOGETHER_MOST - (dice_below(&mover->dice, 4) > 0), count = 0, seen = 0;
  for (int k = from; k < to; k++) {
    if (seating_is_set(seating, seating->alike[k]))
      return false;
    int at = count < wanted ? count++ : dice_below(&mover->dice, seen + 1);
    seen++;
    if (at < wanted)
      chosen[at] = seating->alike[k];
  }
  if (count < wanted)
    return false;
  for (int k = 0; k < count; k++)
    seating_change(seating, seating_set_in(seating, cell_of(mover, chosen[k])), chosen[k]);
  return true;
}

static enum kind any_kind(struct mover *mover)
{
  int total = 0, kind = 0;
  for (int k = 0; k < KINDS; k++)
    total += weights[k];
  for (int at = dice_below(&mover->dice, total); at >= weights[kind]; kind++)
    at -= weights[kind];
  return (enum kind)kind;
}

static bool draw(struct mover *mover)
{
  const struct seating *seating = &mover->seating;
  int cell = any_cell(mover);
  struct seat seat = seating_seat(seating, cell);
  switch (any_kind(mover)) {
  case CHANGE:
    return draw_change(mover, cell, false);
  case HAND_OVER:
    return draw_change(mover, cell, true);
  case WITH_ANOTHER:
    seat.clinician = dice_below(&mover->dice, seating->atlas->n_clinicians);
    return draw_exchange(mover, cell, seating_cell(seating, seat));
  case WITHIN_MONTH:
    seat.slot = dice_below(&mover->dice, seating->atlas->n_slots);
    return draw_exchange(mover, cell, seating_cell(seating, seat));
  case RECTANGLE:
    return draw_rectangle(mover, cell);
  case TOGETHER:
    return draw_together(mover);
  case KINDS:
    break;
  }
  g_assert_not_reached();
}

bool mover_draw(struct mover *mover)
{
  if (mover->cells->len == 0 || !draw(mover))
    return false;
  tally_follow(mover->seating.tally);
  return true;
}

/* Sets this placement of a cell, or SEATING_NOTHING, and no other. */
static void choose(struct seating *seating, int cell, int column)
{
  const struct shelf *cells = &seating->atlas->cells;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    if (cells->columns[k] != column)
      seating_change(seating, cells->columns[k], SEATING_NOTHING);
  seating_change(seating, SEATING_NOTHING, column);
  tally_follow(seating->tally);
}

/* The cheapest placement of a cell, or none, if that costs less than it does now. */
static bool descend_cell(struct seating *seating, int cell)
{
  const struct shelf *cells = &seating->atlas->cells;
  struct tally *tally = seating->tally;
  int64_t least = tally_cost(tally);
  int cheapest = SEATING_NOTHING;
  bool better = false;
  guint start = tally_mark(tally);
  for (int k = cells->first[cell] - 1; k < cells->first[cell + 1]; k++) {
    int column = k < cells->first[cell] ? SEATING_NOTHING : cells->columns[k];
    choose(seating, cell, column);
    if (tally_cost(tally) < least) {
      least = tally_cost(tally);
      cheapest = column;
      better = true;
    }
    tally_undo(tally, start);
  }
  if (better)
    choose(seating, cell, cheapest);
  tally_keep(tally);
  return better;
}

int mover_descend(struct mover *mover)
{
  int better = 0;
  tally_keep(mover->seating.tally);
  for (guint k = 0; k < mover->cells->len; k++)
    better += descend_cell(&mover->seating, g_array_index(mover->cells, int, k));
  return better;
}
