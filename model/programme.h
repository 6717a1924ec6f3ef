/* The integer programme as data: minimise cost . x subject to
 * lower <= row . x <= upper, x within its bounds. Every number is an integer,
 * so objectives are exact. The first columns are the placements, one for each
 * candidate of the problem, in the same order. */
#ifndef ROTA_MODEL_PROGRAMME_H
#define ROTA_MODEL_PROGRAMME_H

#include "model/label.h"

#include <stdbool.h>
#include <stdint.h>

/* Bounds at or beyond these are no bounds. */
#define PROGRAMME_INFINITY (INT64_C(1) << 50)
static inline bool programme_is_infinite(int64_t bound)
{
  return bound <= -PROGRAMME_INFINITY || bound >= PROGRAMME_INFINITY;
}

struct column {
  int64_t lower, upper; /* all columns are integer */
  int64_t cost;
  int64_t need;   /* people or sessions of what is needed that one unit of it leaves unmet */
  int64_t wish;   /* what of its cost is for wishes: below 0 they are met, above 0 gone against */
  bool placement; /* one assignment, 0 or 1; otherwise a rule's own count */
  struct label label;
};

struct row {
  int64_t lower, upper;
  int first, count; /* its terms in programme.terms */
  struct label label;
};

struct term {
  int column;
  int64_t coefficient; /* never 0; a column occurs once in a row */
};

struct programme {
  struct column *columns;
  int n_columns, columns_room;
  struct row *rows;
  int n_rows, rows_room;
  struct term *terms;
  int n_terms, terms_room;
  int open_from; /* terms from here on are not yet in a row */
};

struct programme *programme_new(void);
void programme_free(struct programme *programme); /* NULL is fine */
struct programme *programme_copy(const struct programme *programme);

int programme_add_column(struct programme *programme, struct column column);
/* Collects a term for the next row; terms of one column add up. */
void programme_add_term(struct programme *programme, int column, int64_t coefficient);
/* Makes a row of the collected terms, even of none, and returns its index. */
int programme_add_row(struct programme *programme, int64_t lower, int64_t upper,
                      struct label label);
/* Forgets the collected terms. */
void programme_drop_terms(struct programme *programme);
/* Drops the rows of which `stays`[n_rows] is false, and the collected terms; the others keep their
 * order. */
void programme_keep_rows(struct programme *programme, const bool *stays);

/* The activity of a row, and the objective, at the values x[n_columns]. */
int64_t programme_activity(const struct programme *programme, int row, const int64_t *x);
int64_t programme_objective(const struct programme *programme, const int64_t *x);
/* The first row broken by x, or, past them, n_rows + the first column out of
 * its bounds; -1 when x satisfies everything. */
int programme_first_broken(const struct programme *programme, const int64_t *x);

/* A hash of all columns, rows and terms: two programmes with the same one have
 * the same solutions at the same cost. What rules call their rows and columns
 * has no part in it. g_free it. */
char *programme_fingerprint(const struct programme *programme);

#endif
