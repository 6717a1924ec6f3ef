/* Why no lawful rota exists, and what would end it. A clash is an irreducible set of what people
 * wrote and what stands unwritten: nothing can keep all its members, and without any one of them
 * all the others can be kept. Found and proven by solving, exactly. */
#ifndef ROTA_PLANNING_CLASH_H
#define ROTA_PLANNING_CLASH_H

#include "model/where.h"
#include "planning/hard_core.h"

/* What can't be given up is no member: that nobody is in two places at once, who is at work, and
 * who may do what where. */
struct clash_member {
  struct hard_item item;
  struct where where; /* file NULL: it stands without being written */
  GArray *rows;       /* int: of the core's programme, of the first such clash */
  char *sentence;     /* "at most 1 duty a week" */
  GPtrArray *places;  /* char *: of whom and when, as far as the sentence does not say so */
};

/* A member given up, as little as possible, with all else kept. */
struct clash_way {
  struct hard_item item;
  struct where where;
  int64_t price;     /* points, at the prices of hard_core_new; of a lock its rule's weight */
  bool proven;       /* for less it can't be had; false: not known */
  GPtrArray *breaks; /* char *: what is then broken, in the rule's own words; none of a lock */
  GArray *instead;   /* int: clinicians, any of whom would do as well as the one in it */
  struct rota *rota; /* that shows it, of the core's problem */
};

struct clash {
  GPtrArray *members; /* struct clash_member: rules, then lines of demand, then locks */
  GArray *rows;       /* int: of the core's programme, of it and of all others of those members */
  bool irreducible;   /* false: the work came to its limit, and some may have no part in it */
  int more;           /* others, of the same members in other places */
  GPtrArray *ways;    /* struct clash_way, the cheapest first; each ends the clash and those others,
                         whatever becomes of the other clashes */
  GPtrArray *unpriced; /* struct clash_member, borrowed: what of giving it up is not known */
  bool ways_known;     /* false: a limit came first, and there may be others, and cheaper ones */
};

struct clashes {
  struct hard_core *core; /* with nothing given up */
  GPtrArray *list;        /* struct clash, each of which shares no row with another; none: there is
                             a lawful rota, if complete */
  bool complete;          /* proven: with these ended there is a lawful rota */
  int64_t deadline_us;    /* as given */
  bool together;          /* with the first way of each taken there is one, and it costs, at most */
  int64_t price;
  bool price_proven; /* and no less */
};

/* Work is counted: the same problem, the same clashes. But past `deadline_us`
 * (g_get_monotonic_time; 0: none) nothing more is proven, and what was found by then is told. The
 * problem must outlive them. Free with clashes_free (NULL is fine). */
struct clashes *clashes_new(const struct problem *problem, int64_t deadline_us);
void clashes_free(struct clashes *clashes);

#endif
