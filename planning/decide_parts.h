/* What the parts of a decision share. */
#ifndef ROTA_PLANNING_DECIDE_PARTS_H
#define ROTA_PLANNING_DECIDE_PARTS_H

#include "model/diagnostics.h"
#include "model/problem.h"
#include "model/programme.h"
#include "planning/propagation.h"

#include <string.h>

struct deciding {
  const struct problem *problem;
  const struct programme *programme;
  struct propagation *propagation;
  bool *in;           /* [rows] still to be looked at; the others have been told of */
  GPtrArray *clashes; /* of decide_words: what is still to be told */
  bool unfinished;    /* there may be more of these */
  struct diagnostics *out;
};

/* The use that a row is of; NULL: no rule's, but a demand that was added to the programme. */
static inline const struct rule_use *deciding_use(const struct deciding *at, int row)
{
  int use = at->programme->rows[row].label.use;
  return use == NONE ? NULL : &at->problem->service->uses[use];
}

static inline bool deciding_is_lock(const struct deciding *at, int row)
{
  const struct rule_use *use = deciding_use(at, row);
  return use && strcmp(use->rule->name, "locks") == 0;
}

/* Locks that a hard rule bars by themselves. */
void decide_locks(struct deciding *at);
/* Lines of demand and events that ask for more than can be there. */
void decide_needs(struct deciding *at);
/* Hard rows that can't hold: by themselves, or one because of others, such as locks. */
void decide_rows(struct deciding *at);
/* Hard needs that can each be met, but not together. */
void decide_flow(struct deciding *at);
/* What else can't be kept of a whole problem, as far as a short search shows; told at once. */
void decide_search(struct deciding *at);

#endif
