#include "solver/exact/strengthen.h"

#include "solver/bound/pdhg.h"
#include "solver/presolve/coefficient_tightening.h"
#include "solver/presolve/probing.h"

#include <glib.h>

enum {
  CHUNK = 100,
  CHUNKS_A_ROUND = 15, /* at most */
  ROUNDS = 6,
  CUTS_WORTH = 2, /* with fewer new ones there are no more rounds */
};

static const double error_good = 1e-3;

/* One round: the relaxation is nearly solved, and cuts are made at its point; how many.
 * *method is replaced by one for the rows there are now. */
static int cut_once(struct strengthened *out, struct pdhg **method, bool (*ended)(void *context),
                    void *context, double *point)
{
  struct pdhg *next = pdhg_new(out->programme);
  if (*method)
    pdhg_warm_start(next, *method, NULL, NULL, pdhg_rows(*method));
  pdhg_free(*method);
  *method = next;
  double error = 1;
  for (int chunk = 0; chunk < CHUNKS_A_ROUND && error > error_good; chunk++) {
    if (ended(context))
      return 0;
    error = pdhg_iterate(next, CHUNK);
    out->work += CHUNK;
  }
  pdhg_values(next, point);
  return cuts_add(out->cuts, point);
}

void strengthen_make(const struct programme *programme, bool (*ended)(void *context), void *context,
                     struct strengthened *out)
{
  *out = (struct strengthened){.rows = sparsify_make(programme)};
  out->programme = out->rows.programme;
  coefficient_tightening_apply(out->programme);
  probing_fix_counts(out->programme);
  out->cuts = cuts_new(out->programme);
  cuts_end_when(out->cuts, ended, context);
  g_autofree double *point = g_new0(double, (gsize)programme->n_columns + 1);
  struct pdhg *method = NULL;
  for (int round = 0; round < ROUNDS; round++)
    if (cut_once(out, &method, ended, context, point) < CUTS_WORTH)
      break;
  cuts_end_when(out->cuts, NULL, NULL); /* `context` may not outlive this */
  pdhg_free(method);
}

void strengthen_credit(const struct strengthened *strengthened, double *prices, int n_priced)
{
  cuts_credit(strengthened->cuts, prices, n_priced);
  sparsify_credit(&strengthened->rows, prices);
}

void strengthen_clear(struct strengthened *strengthened)
{
  cuts_free(strengthened->cuts);
  sparsify_clear(&strengthened->rows);
  *strengthened = (struct strengthened){0};
}
