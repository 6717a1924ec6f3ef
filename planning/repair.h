/* The smallest lawful change to a published rota, after something in its month has changed:
 * first no cover is lost that a lawful rota can keep, then as few places as possible are
 * other than published, then as few booked people as possible are put off, then the price is
 * the least. Each step says whether it is proven. docs/repair.md defines all four. */
#ifndef ROTA_PLANNING_REPAIR_H
#define ROTA_PLANNING_REPAIR_H

#include "planning/build.h"
#include "planning/repair_ground.h"

enum { REPAIR_ANY = -1 }; /* no limit to the changes */

struct repair_request {
  const struct repair_ground *ground;
  const struct build_settings *settings;
  bool keep_gaps;   /* the fewest changes come before cover */
  bool cover_alone; /* neither people put off nor the price are an aim: that is quicker */
  uint64_t others; /* with cover alone: another number, other people who step in, where several can;
                      0: nobody is preferred */
  int budget;      /* at most so many changes, of which none counts; or REPAIR_ANY */
};

struct repair_aim {
  int64_t value;
  bool proven; /* nothing lawful that is as good in the aims before has less */
};

/* A need that is met less than published. */
struct repair_loss {
  struct label at; /* what asks for it */
  int64_t missing; /* people or sessions more than were missing */
};

struct repair_result {
  enum build_verdict verdict;
  char *reason; /* why there is no rota; NULL when done */
  struct rota *rota;
  struct audit *audit;
  struct repair_aim lost;    /* people and sessions of what is needed */
  struct repair_aim changes; /* cells of clinician and slot that are other than published; what
                                is taken away is not counted */
  struct repair_aim booked;  /* people put off, of places that could have been kept */
  struct repair_aim price;
  GArray *losses; /* struct repair_loss */
  double seconds;
};

/* The result is the caller's, for repair_result_clear, whatever the verdict. What days past alone
 * break is still broken in the rota, no worse than they make it, and in its audit; nothing else is.
 * BUILD_INFEASIBLE: beside that, nothing lawful has the past days as they are, and the changes
 * asked for. */
void repair_rota(const struct repair_request *request, struct repair_result *out);
void repair_result_clear(struct repair_result *result);

/* Could a repair have made this rota of the ground's month, whatever it loses and costs: days past
 * as they are, what they alone break no worse than that, and every other row kept? */
bool repair_allows(const struct repair_ground *ground, const struct rota *rota);

#endif
