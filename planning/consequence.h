/* What would come of a demand on a rota: the rota solved again around it, and who gains and
 * who loses by that. */
#ifndef ROTA_PLANNING_CONSEQUENCE_H
#define ROTA_PLANNING_CONSEQUENCE_H

#include "planning/around.h"

/* How somebody is with the alternative. */
struct consequence_person {
  int clinician;
  int percent_before, percent_after; /* satisfaction; -1: nothing was asked for */
  int minutes;                       /* more work than before; negative: less */
};

/* What the uses of one name cost more, or less, than before. */
struct consequence_rule {
  const char *name; /* borrowed of the service */
  int64_t dearer;
};

struct consequence {
  struct alternative alternative;
  GArray *people;  /* struct consequence_person, of all whose places change, losers first */
  GArray *rules;   /* struct consequence_rule that differ, the dearest first */
  int64_t missing; /* people and sessions of what is needed that it lacks more than before */
};

/* Solves around the demand: with what is open, then with those days, unless they are many
 * (slots, NULL: none), then, only where nothing was found, with everything. The consequence
 * is the caller's, for consequence_clear. */
void consequence_find(struct around *around, const bool *slots,
                      const struct build_settings *settings, struct consequence *out);
/* The same of a rota that was found in another way; takes it and its audit. */
void consequence_take(const struct audit *before, struct rota *rota, struct audit *audit,
                      struct consequence *out);
void consequence_clear(struct consequence *consequence);

#endif
