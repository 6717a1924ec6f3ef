#include "solver/bound/narrowing.h"

#include "model/integer.h"
#include "solver/bound/lagrangian.h"
#include "solver/presolve/probing.h"

#include <glib.h>

/* A step away from its cheaper bound costs a column so much: only so many steps have room. */
static void fix_by_costs(struct programme *programme, const int64_t *costs, int64_t room)
{
  for (int j = 0; j < programme->n_columns; j++) {
    struct column *column = &programme->columns[j];
    int64_t most = costs[j] != 0 ? room / ABS(costs[j]) : INT64_MAX;
    if (column->upper - column->lower <= most)
      continue;
    if (costs[j] > 0)
      column->upper = column->lower + most;
    else
      column->lower = column->upper - most;
  }
}

/* All these steps together have no more room either. */
static void add_cost_row(struct programme *programme, const int64_t *costs, int64_t room)
{
  for (int j = 0; j < programme->n_columns; j++) {
    const struct column *column = &programme->columns[j];
    if (costs[j] == 0 || column->lower == column->upper)
      continue;
    programme_add_term(programme, j, costs[j]);
    room += costs[j] * (costs[j] > 0 ? column->lower : column->upper);
  }
  programme_add_row(programme, -PROGRAMME_INFINITY, room, LABEL_NONE);
}

static void drop_last_row(struct programme *programme)
{
  g_autofree bool *stays = g_new(bool, (gsize)programme->n_rows + 1);
  for (int i = 0; i < programme->n_rows; i++)
    stays[i] = i < programme->n_rows - 1;
  programme_keep_rows(programme, stays);
}

static bool narrow(struct programme *programme, const int64_t *costs, int64_t room)
{
  if (room < 0)
    return false;
  fix_by_costs(programme, costs, room);
  add_cost_row(programme, costs, room);
  bool possible = probing_narrow(programme);
  drop_last_row(programme);
  return possible;
}

bool narrowing_apply(struct programme *programme, const double *prices, int64_t roof)
{
  struct decomposition *loose = decomposition_loose(programme);
  struct lagrangian lagrangian;
  int64_t least, room = 0;
  lagrangian_open(&lagrangian, loose);
  lagrangian_set_prices(&lagrangian, prices);
  bool known = lagrangian_rest(&lagrangian, &least) &&
               integer_add_product(&room, LAGRANGIAN_SCALE, roof) &&
               integer_add_product(&room, -1, least);
  bool possible = !known || narrow(programme, lagrangian.costs, room);
  lagrangian_close(&lagrangian);
  decomposition_free(loose);
  return possible;
}
