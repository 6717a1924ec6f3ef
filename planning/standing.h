/* The rota that lies in a month's folder as a build begins: the build goes on from it,
 * and does not replace it by a worse one. */
#ifndef ROTA_PLANNING_STANDING_H
#define ROTA_PLANNING_STANDING_H

#include "planning/build.h"
#include "planning/folder.h"

#include <jansson.h>

struct standing {
  struct rota *rota;     /* its assignments that still fit the problem; NULL: there is none */
  struct audit *audit;   /* only where it is a rota of the very same inputs, as rota wrote it,
                            and lawful; otherwise NULL */
  json_t *document;      /* its rota.json, where there is an audit */
  GArray *inputs;        /* of folder_inputs, likewise */
  struct provenance run; /* how it was made, as the document says; likewise */
};

/* Reads the rota of the folder's month from `month_folder`. The folder must outlive what
 * comes out, which is the caller's, for standing_clear. */
void standing_read(const struct folder *folder, const char *month_folder, struct standing *out);
void standing_clear(struct standing *standing);

/* Should it stay? Yes where it costs less than what was built, or as little and is proven to
 * be nearer the best, or where nothing was built in the time. Its cost is recomputed. */
bool standing_is_better(const struct standing *standing, const struct build_result *built);

#endif
