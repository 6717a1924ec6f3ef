/* What follows from the rows of a programme without trying anything out: bounds of
 * columns that rows enforce, from row to row, until a row can't hold or nothing more
 * follows (Savelsbergh 1994). Of the placements of one clinician in one slot at most
 * one is 1: that is firm, and taken for granted. */
#ifndef ROTA_PLANNING_PROPAGATION_H
#define ROTA_PLANNING_PROPAGATION_H

#include "model/programme.h"

#include <glib.h>

struct propagation;

/* The programme is borrowed. Free with propagation_free (NULL is fine). */
struct propagation *propagation_new(const struct programme *programme);
void propagation_free(struct propagation *propagation);

/* Begins with the programme's own bounds, and follows the rows in[rows]. Returns a
 * row that can't hold, or -1. What is too long to follow is left. */
int propagation_run(struct propagation *propagation, const bool *in);

/* After a run that broke `row`: appends the rows (int) that led there, with itself. */
void propagation_trace(const struct propagation *propagation, int row, GArray *rows);

/* The least and the most that the row can come to, by the bounds as they now stand;
 * -+PROGRAMME_INFINITY where it has no end. */
void propagation_range(struct propagation *propagation, int row, int64_t *least, int64_t *most);

/* The bounds of a column, as they now stand. */
int64_t propagation_lower(const struct propagation *propagation, int column);
int64_t propagation_upper(const struct propagation *propagation, int column);

/* The first of the placements that share clinician and slot with this one. */
int propagation_cell(const struct propagation *propagation, int column);

#endif
