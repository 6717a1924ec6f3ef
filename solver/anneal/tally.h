/* What a set of placements costs, with the rules' own counts following it: kept
 * up to date move by move, in microseconds, without a linear programme. Counts
 * of one row are part of that row's price (see toll.h); those of several rows
 * follow one at a time, each to where it costs least. So the cost is exact, or
 * somewhat too high where counts would have to move together. */
#ifndef ROTA_SOLVER_ANNEAL_TALLY_H
#define ROTA_SOLVER_ANNEAL_TALLY_H

#include "solver/solution.h"

#include <glib.h>

struct tally;

/* Begins at x[columns]. A broken row is charged `penalty` for each unit, which is
 * its smallest coefficient. The view must outlive it. Free with tally_free (NULL
 * is fine). */
struct tally *tally_new(const struct view *view, const int64_t *x, int64_t penalty);
struct tally *tally_copy(const struct tally *tally);
void tally_free(struct tally *tally);

/* Is the column above its lower bound? */
bool tally_is_raised(const struct tally *tally, int column);
/* Costs and penalties at present. */
int64_t tally_cost(const struct tally *tally);
/* Charges another penalty from now on, and keeps what was set. */
void tally_set_penalty(struct tally *tally, int64_t penalty);

/* Sets a placement. */
void tally_set(struct tally *tally, int column, int64_t value);
/* Lets the counts follow what was set; until then the cost is not to be relied on. */
void tally_follow(struct tally *tally);
/* What is set from now on can be taken back, as far as to this point ... */
guint tally_mark(const struct tally *tally);
void tally_undo(struct tally *tally, guint mark);
/* ... until it is kept: then no mark of before holds any more. */
void tally_keep(struct tally *tally);

/* The columns that were set, or followed, since it was last kept, as they are now, in
 * place of what is in `changes`: an array of struct change ... */
void tally_changes(const struct tally *tally, GArray *changes);
/* ... and makes the same of a copy, and keeps it. */
void tally_take(struct tally *tally, const GArray *changes);

/* All columns, the counts of one row too. */
void tally_read(const struct tally *tally, int64_t *x);

/* Prices of rows asked for so far: a measure of work that is the same everywhere. */
int64_t tally_work(const struct tally *tally);

#endif
