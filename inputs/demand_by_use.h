/* Lines of demand whose need follows the use of first contact, fcp_use.csv: docs/fcp-use.md. */
#ifndef ROTA_INPUTS_DEMAND_BY_USE_H
#define ROTA_INPUTS_DEMAND_BY_USE_H

#include "inputs/when.h"

/* A line as it is written. */
struct demand_line {
  struct demand demand;
  int least; /* of a need from use; NONE: not given */
  bool from_use;
  struct when_turns turns;
};

/* Reports what a line from use can't be. */
void demand_by_use_check(struct reader *reader, const struct node *node,
                         const struct demand_line *line);
/* Puts it among the service's, of which there will be so many at most. */
void demand_by_use_keep(struct reader *reader, const struct demand_line *line, int most);

/* Adds to a month's lines what the service's from use come to in it, one for each PCN, and says
 * where the use is not known, or is old. */
void demand_by_use_take(struct reader *reader, GArray *demands);

#endif
