#include "solver/months/generation.h"

#include "solver/bound/pdhg.h"

#include <math.h>

enum {
  CHUNK = 100,       /* PDHG iterations between looks at the clock */
  CHUNKS_MOST = 200, /* for the first prices */
  ITERATIONS = 1000, /* of the simplex method, for a month */
};

/* The relaxation's error at which its prices do to begin with. */
static const double error_enough = 1e-3;

bool generation_is_over(struct generation *generation)
{
  return run_over(generation->run) || g_get_monotonic_time() >= generation->until_us;
}

static bool over(void *context)
{
  return generation_is_over(context);
}

/* Where not all need be diagrams, all that can be are. */
static void open_diagrams(struct generation *generation, bool all)
{
  bool binds = false;
  generation->by_diagrams = true;
  generation->diagrams = g_new0(struct diagram *, (gsize)generation->n_blocks + 1);
  generation->proving_paths = g_new(int, (gsize)generation->n_blocks + 1);
  generation->cheapest = g_new0(struct cheapest_month, (gsize)generation->n_blocks + 1);
  for (int k = 0; k < generation->n_blocks && (generation->by_diagrams || !all); k++) {
    const struct diagonal_block *block = &generation->decomposition->items[generation->blocks[k]];
    generation->diagrams[k] = diagram_new(block->programme, block->falls);
    generation->proving_paths[k] = GENERATION_PATHS;
    generation->by_diagrams = generation->by_diagrams && generation->diagrams[k];
    if (!generation->diagrams[k])
      continue;
    cheapest_month_open(&generation->cheapest[k], generation->diagrams[k], GENERATION_PATHS);
    binds = binds || diagram_binds(generation->diagrams[k]);
  }
  generation->by_diagrams = generation->by_diagrams && binds;
}

static void close_diagrams(struct generation *generation)
{
  for (int k = 0; k < generation->n_blocks; k++) {
    cheapest_month_close(&generation->cheapest[k]);
    diagram_free(generation->diagrams[k]);
  }
  g_free(generation->cheapest);
  g_free(generation->proving_paths);
  g_free(generation->diagrams);
}

static void open_lagrangian(struct generation *generation)
{
  lagrangian_open(&generation->lagrangian, generation->decomposition);
  generation->lagrangian.iterations_allowed = ITERATIONS;
  generation->lagrangian.deadline_us = generation->run->deadline_us;
  generation->lagrangian.ended = over;
  generation->lagrangian.context = generation;
}

struct generation *generation_new(struct run *run)
{
  struct reduction reduction;
  if (!reduction_make(run->programme, &reduction))
    return NULL;
  const struct programme *p = reduction.programme;
  struct decomposition *decomposition = decomposition_new(p);
  struct generation *out = g_new0(struct generation, 1);
  *out = (struct generation){.run = run,
                             .reduction = reduction,
                             .decomposition = decomposition,
                             .master = master_new(decomposition),
                             .blocks = g_new(int, (gsize)decomposition->count + 1),
                             .centre = g_new0(double, (gsize)p->n_rows + 1),
                             .centre_value = INT64_MIN,
                             .prices = g_new0(double, (gsize)p->n_rows + 1),
                             .x = g_new0(int64_t, (gsize)p->n_columns + 1),
                             .costs = g_new0(int64_t, (gsize)p->n_columns + 1),
                             .fixed = g_new0(int, (gsize)p->n_columns + 1),
                             .until_us = G_MAXINT64,
                             .settled = INFINITY};
  for (int b = 0; b < decomposition->count; b++)
    if (decomposition->items[b].programme->n_columns > 0)
      out->blocks[out->n_blocks++] = b;
  open_lagrangian(out);
  open_diagrams(out, !run_anneals_in_vain(run));
  return out;
}

void generation_free(struct generation *generation)
{
  if (!generation)
    return;
  master_free(generation->master);
  close_diagrams(generation);
  lagrangian_close(&generation->lagrangian);
  decomposition_free(generation->decomposition);
  reduction_clear(&generation->reduction);
  g_free(generation->blocks);
  g_free(generation->centre);
  g_free(generation->prices);
  g_free(generation->x);
  g_free(generation->costs);
  g_free(generation->fixed);
  g_free(generation);
}

void generation_find_centre(struct generation *generation)
{
  struct pdhg *method = pdhg_new(generation->reduction.programme);
  double error = INFINITY;
  for (int k = 0; k < CHUNKS_MOST && error > error_enough && !run_over(generation->run); k++)
    error = pdhg_iterate(method, CHUNK);
  pdhg_duals(method, generation->centre);
  pdhg_free(method);
  for (int k = 0; k < generation->n_blocks; k++) {
    if (!generation->diagrams[k])
      continue;
    const struct diagonal_block *block = &generation->decomposition->items[generation->blocks[k]];
    g_autofree double *own = g_new(double, (gsize)block->programme->n_rows + 1);
    for (int i = 0; i < block->programme->n_rows; i++)
      own[i] = generation->centre[block->rows[i]];
    cheapest_month_set_prices(&generation->cheapest[k], own, LAGRANGIAN_SCALE);
  }
}
