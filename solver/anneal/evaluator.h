/* Incremental evaluation: what a set of placements costs, with the rules' own columns
 * (counts) set to follow it, kept up to date move by move in microseconds without a linear
 * programme. Counts of one row are part of that row's price (row_price.h). Shared counts,
 * which are in several rows, each move to where they cost least, one at a time. So the
 * cost is exact, or somewhat too high where counts would have to move together. */
#ifndef ROTA_SOLVER_ANNEAL_EVALUATOR_H
#define ROTA_SOLVER_ANNEAL_EVALUATOR_H

#include "solver/solution.h"

#include <glib.h>

struct evaluator;

/* At x[columns]. A broken row costs `penalty` for each multiple of its smallest coefficient,
 * begun or whole. The view must outlive it. Free with evaluator_free (NULL is fine). */
struct evaluator *evaluator_new(const struct column_view *view, const int64_t *x, int64_t penalty);
struct evaluator *evaluator_copy(const struct evaluator *evaluator);
void evaluator_free(struct evaluator *evaluator);

/* Is the column above its lower bound? */
bool evaluator_is_raised(const struct evaluator *evaluator, int column);

enum { EVALUATOR_BITS = 3 };
/* Bits that are kept for a column: set when it is raised, cleared when it is not. */
struct evaluator_bits {
  int at[EVALUATOR_BITS]; /* -1: none */
};
/* Keeps so many bits for `bits`[columns], which is borrowed. They are set as the columns are now,
 * and stay where they are as long as the evaluator. */
const uint64_t *evaluator_watch(struct evaluator *evaluator, const struct evaluator_bits *bits,
                                int n_bits);
/* Costs and penalties. */
int64_t evaluator_cost(const struct evaluator *evaluator);
/* Changes the penalty, and keeps what was set. */
void evaluator_set_penalty(struct evaluator *evaluator, int64_t penalty);

/* Sets a placement. */
void evaluator_set(struct evaluator *evaluator, int column, int64_t value);
/* Lets the shared counts follow what was set; before that the cost is not right. */
void evaluator_follow(struct evaluator *evaluator);
/* Puts a shared count at its lower bound, where it stays whatever is set ... */
void evaluator_hold(struct evaluator *evaluator, int column);
/* ... until all that are held may follow again. True: one of them rises. */
bool evaluator_release(struct evaluator *evaluator);
/* A point that evaluator_undo can go back to: what was set since is taken back ... */
guint evaluator_mark(const struct evaluator *evaluator);
void evaluator_undo(struct evaluator *evaluator, guint mark);
/* ... until it is kept: earlier marks are then void. */
void evaluator_keep(struct evaluator *evaluator);

/* Adds to `rows` (int) those that were touched since the mark and cost `penalty` or more, each as
 * often as it was touched. */
void evaluator_broken_rows(const struct evaluator *evaluator, guint mark, int64_t penalty,
                           GArray *rows);

/* Fills `changes`, of struct change, with the columns that were set or followed since it was
 * last kept, and their present values ... */
void evaluator_changes(const struct evaluator *evaluator, GArray *changes);
/* ... and makes these changes to a copy, and keeps them. */
void evaluator_take(struct evaluator *evaluator, const GArray *changes);

/* The values of all columns, counts included. */
void evaluator_read(const struct evaluator *evaluator, int64_t *x);

/* Row prices computed so far: a measure of work that is the same on every machine. */
int64_t evaluator_work(const struct evaluator *evaluator);

#endif
