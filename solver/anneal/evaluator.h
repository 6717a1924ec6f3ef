/* What a set of placements costs, with the rules' own counts following it: kept
 * up to date move by move, in microseconds, without a linear programme. Counts
 * of one row are part of that row's price (see row_price.h); those of several rows
 * follow one at a time, each to where it costs least. So the cost is exact, or
 * somewhat too high where counts would have to move together. */
#ifndef ROTA_SOLVER_ANNEAL_EVALUATOR_H
#define ROTA_SOLVER_ANNEAL_EVALUATOR_H

#include "solver/solution.h"

#include <glib.h>

struct evaluator;

/* Begins at x[columns]. A broken row is charged `penalty` for each unit, which is
 * its smallest coefficient. The view must outlive it. Free with evaluator_free (NULL
 * is fine). */
struct evaluator *evaluator_new(const struct column_view *view, const int64_t *x, int64_t penalty);
struct evaluator *evaluator_copy(const struct evaluator *evaluator);
void evaluator_free(struct evaluator *evaluator);

/* Is the column above its lower bound? */
bool evaluator_is_raised(const struct evaluator *evaluator, int column);
/* Costs and penalties at present. */
int64_t evaluator_cost(const struct evaluator *evaluator);
/* Charges another penalty from now on, and keeps what was set. */
void evaluator_set_penalty(struct evaluator *evaluator, int64_t penalty);

/* Sets a placement. */
void evaluator_set(struct evaluator *evaluator, int column, int64_t value);
/* Lets the counts follow what was set; until then the cost is not to be relied on. */
void evaluator_follow(struct evaluator *evaluator);
/* What is set from now on can be taken back, as far as to this point ... */
guint evaluator_mark(const struct evaluator *evaluator);
void evaluator_undo(struct evaluator *evaluator, guint mark);
/* ... until it is kept: then no mark of before holds any more. */
void evaluator_keep(struct evaluator *evaluator);

/* The columns that were set, or followed, since it was last kept, as they are now, in
 * place of what is in `changes`: an array of struct change ... */
void evaluator_changes(const struct evaluator *evaluator, GArray *changes);
/* ... and makes the same of a copy, and keeps it. */
void evaluator_take(struct evaluator *evaluator, const GArray *changes);

/* All columns, the counts of one row too. */
void evaluator_read(const struct evaluator *evaluator, int64_t *x);

/* Prices of rows asked for so far: a measure of work that is the same everywhere. */
int64_t evaluator_work(const struct evaluator *evaluator);

#endif
