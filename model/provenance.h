/* What is known of a rota besides the rota itself: how it was made. Plain
 * figures, so that reports need not know the solver. */
#ifndef ROTA_MODEL_PROVENANCE_H
#define ROTA_MODEL_PROVENANCE_H

#include <stdbool.h>
#include <stdint.h>

struct provenance_input {
  const char *path, *sha256;
};

struct provenance {
  const char *version;                   /* of the program that made the rota */
  const struct provenance_input *inputs; /* all that was read, in order of path */
  int n_inputs;
  bool has_bound;
  int64_t bound;                 /* proven: no lawful rota costs less */
  const char *bound_by;          /* "cbc": it is that engine's word; NULL: our own proof */
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

#endif
