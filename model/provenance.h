/* What is known of a rota besides the rota itself: how it was made. Plain
 * figures, so that reports need not know the solver. */
#ifndef ROTA_MODEL_PROVENANCE_H
#define ROTA_MODEL_PROVENANCE_H

#include <stdbool.h>
#include <stdint.h>

struct provenance_input {
  const char *path, *sha256;
};

/* The month's relaxation, before anything is cut off it: the placements as shares, which is the
 * same for every rota of the month. */
struct provenance_relaxation {
  bool known;
  int64_t cost;   /* at its point, to the nearest whole one */
  int64_t wishes; /* of which so much is taken off for wishes: met less gone against */
};

struct provenance {
  const char *version;                   /* of the program that made the rota */
  const struct provenance_input *inputs; /* all that was read, in order of path */
  int n_inputs;
  bool has_bound;
  int64_t bound;        /* proven: no lawful rota costs less */
  const char *bound_by; /* "cbc": it is that engine's word; NULL: our own proof */
  struct provenance_relaxation relaxation;
  const char *engines;           /* "GLPK 5.0 and cbc 2.10.8"; NULL: not told */
  bool interrupted;              /* stopped by a person */
  bool deterministic;            /* then the seconds are not told */
  double seconds, first_seconds; /* in all; until the first rota */
  int time_limit_seconds, threads;
  int64_t seed;
};

/* (objective - bound) / |objective| in hundredths of a percent, rounded up, so
 * that 0 stands for proven; -1 without a bound. */
int64_t provenance_gap_hundredths(const struct provenance *run, int64_t objective);

/* (objective - bound) / what wishes come to in the relaxation, likewise; -1 also where nobody
 * wished for anything that can be had, or the relaxation is not known. */
int64_t provenance_gap_of_wishes(const struct provenance *run, int64_t objective);

#endif
