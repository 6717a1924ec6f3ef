/* From a problem to its programme: a column for each candidate, then each use
 * of a rule adds what it wants. Here is what `emit` works with. */
#ifndef ROTA_MODEL_FORMULATION_H
#define ROTA_MODEL_FORMULATION_H

#include "model/demand_cell.h"
#include "model/problem.h"
#include "model/programme.h"

struct formulation {
  const struct problem *problem;
  struct programme *programme;
  const int *slot_candidates; /* candidates in order of slot, then as in the problem */
  const int *slot_first;      /* [slots + 1]: where each slot starts in them */
  int use;                    /* the use at work, in service.uses */
  GHashTable *meetings;       /* the columns of model/meeting.h */
};

/* The whole programme of a problem; free with programme_free. */
struct programme *formulation_build(const struct problem *problem);

/* Reads a rota from the values of the programme's columns; rota_free it. */
struct rota *formulation_rota(const struct problem *problem, const int64_t *x);

/* --- for emit -------------------------------------------------------------- */

/* LABEL_NONE but for the use at work. Set what the row or column is about. */
struct label formulation_label(const struct formulation *formulation);

/* Adds a term for column or candidate `column` to the row in the making. */
void formulation_term(struct formulation *formulation, int column, int64_t coefficient);

/* Adds 1 for each candidate in scope of the clinician at the site to the row in the making;
 * returns in how many sessions there are any. */
int formulation_add_at(struct formulation *formulation, const struct scope *scope, int clinician,
                       int site);

/* Adds 1 for each candidate that counts in the cell; returns how many they are. */
int formulation_add_cell(struct formulation *formulation, const struct demand_cell *cell);

/* Adds to the cost of a column. */
void formulation_cost(struct formulation *formulation, int column, int64_t cost);

/* The same for a cost that wishes make: below 0 where they are met, above 0 where gone against. */
void formulation_wish(struct formulation *formulation, int column, int64_t cost);

/* Says that each unit of the column leaves so many more people or sessions unmet of what is
 * needed, as check counts them under SHORTFALL_NEED or SHORTFALL_COVER. */
void formulation_need(struct formulation *formulation, int column, int64_t units);

/* An integer column of the rule's own. */
int formulation_column(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t upper, int64_t cost);

/* A cost that no rota avoids, on a column fixed at 1. */
void formulation_constant(struct formulation *formulation, struct label label, int64_t cost);

/* Closes the row: lower <= terms <= upper, which nothing may break. Use
 * -PROGRAMME_INFINITY and PROGRAMME_INFINITY for no bound. */
void formulation_row(struct formulation *formulation, struct label label, int64_t lower,
                     int64_t upper);

/* Closes the row at that price: PRICE_HARD makes it a row as above; otherwise
 * each started `unit` below lower or above upper costs the price. */
void formulation_limit(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t upper, int64_t unit, int64_t price);

/* A stretch of units at one price. */
struct formulation_step {
  int64_t width, price;
};

/* Closes the row: the first `width` started units below `lower` cost the first
 * step's price each, the next those of the second ..., any more the last's.
 * Prices must not fall from step to step. */
void formulation_floor(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t unit, const struct formulation_step *steps, int n_steps);

#endif
