/* A list of builds to be run one by one, anywhere and in any order: months of
 * services as they are and as scenarios change them. Written a line each by
 * inputs/manifest_writer.h, read by inputs/manifest_reader.h. */
#ifndef ROTA_MODEL_MANIFEST_H
#define ROTA_MODEL_MANIFEST_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct manifest_build {
  char *service;  /* its folder, an absolute path */
  char *month;    /* "2027-01" */
  char *scenario; /* its file, an absolute path; NULL: the service as it is */
  char *inputs;   /* a hash of all that is read for it */
  int64_t seconds, gap_hundredths, seed, horizon_weeks;
  char *engine; /* by name, as the option has it; NULL: what there is where it runs */
  bool deterministic;
  char *key; /* a hash of its line: is an outcome that of this build? */
};

struct manifest {
  GPtrArray *builds; /* struct manifest_build, in order */
};

struct manifest *manifest_new(void);
void manifest_free(struct manifest *manifest); /* NULL is fine */
/* An empty build at the end, the manifest's. */
struct manifest_build *manifest_add(struct manifest *manifest);
const struct manifest_build *manifest_at(const struct manifest *manifest, int build);

/* The build of the same service and month as it is, which is itself for those;
 * -1: the manifest has none. */
int manifest_baseline(const struct manifest *manifest, int build);

#endif
