/* One thing that might help, before it is built. */
#ifndef ROTA_PLANNING_IDEA_H
#define ROTA_PLANNING_IDEA_H

#include "planning/advice.h"
#include "planning/worth.h"

/* What it is called, and the one change that makes it so. */
struct idea {
  enum candidate_kind kind;
  char *words;
  char *change;    /* as in a scenario's file: "add: {like: amrita}" */
  double estimate; /* points saved, by price */
  int like;        /* of a hire: whom it is like */
};

void idea_free(gpointer data); /* a struct idea */

/* Appends an idea, and returns it; takes the texts. */
struct idea *idea_add(GPtrArray *ideas, enum candidate_kind kind, double estimate, char *words,
                      char *change);

/* What the person could do best in the slot with any of these tasks, [tasks], at a
 * site where they may be sent, by the prices; 0 for nothing. */
double idea_worth(const struct worth *worth, int clinician, int slot, const bool *tasks);

#endif
