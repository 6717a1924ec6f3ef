#include "planning/repair_programme.h"

#include "model/formulation.h"
#include "model/integer.h"
#include "planning/repair_missing.h"
#include "planning/repair_past.h"

/* --- what was short already ---------------------------------------------------- */

/* The column of whoever could do the same, there and then: what is taken away counted for the
 * rota's needs as that would. NONE: nobody else could, and what was missing is overrated. */
static int stand_in(const struct problem *problem, const struct assignment *at)
{
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    struct assignment other = *at;
    other.clinician = c;
    int column = problem_candidate(problem, &other);
    if (column != NONE)
      return column;
  }
  return NONE;
}

/* [n_columns] the published rota, with what is taken away in the columns that stand in for it;
 * g_free it. */
static int64_t *as_published(const struct repair_ground *ground, int n_columns)
{
  int64_t *out = g_new0(int64_t, (gsize)n_columns + 1);
  for (guint i = 0; i < ground->items->len; i++) {
    const struct repair_item *item = &g_array_index(ground->items, struct repair_item, i);
    int column = item->candidate != NONE ? item->candidate : stand_in(ground->problem, &item->at);
    if (column != NONE)
      out[column]++;
  }
  return out;
}

/* How many units of the row's need the row can't do without beside those placements, all its
 * other counts being as helpful as they can. */
static void measure_row(const struct programme *programme, const struct row *row,
                        const int64_t *published, int64_t *missing)
{
  const struct term *terms = programme->terms + row->first;
  int64_t most = 0;
  int need = -1;
  for (int k = 0; k < row->count; k++) {
    const struct column *column = &programme->columns[terms[k].column];
    int64_t a = terms[k].coefficient;
    if (column->need > 0 && a > 0)
      need = k;
    else if (column->placement)
      most += a * published[terms[k].column];
    else
      most += a * (a > 0 ? column->upper : column->lower);
  }
  if (need < 0 || programme_is_infinite(row->lower) || most >= row->lower)
    return;
  int64_t units = integer_divide_up(row->lower - most, terms[need].coefficient);
  int column = terms[need].column;
  missing[column] = CLAMP(units, missing[column], programme->columns[column].upper);
}

static void measure_missing(const struct repair_ground *ground, struct repair_programme *made)
{
  const struct programme *programme = made->programme;
  g_autofree int64_t *published = as_published(ground, programme->n_columns);
  made->missing = g_new0(int64_t, (gsize)programme->n_columns + 1);
  for (int i = 0; i < programme->n_rows; i++)
    measure_row(programme, &programme->rows[i], published, made->missing);
  for (int j = 0; j < programme->n_columns && ground->missing; j++) {
    const struct column *column = &programme->columns[j];
    if (column->need > 0)
      made->missing[j] =
          MIN(made->missing[j],
              repair_missing_at(ground->missing, ground->problem, &column->label) / column->need);
  }
}

/* What is short beyond that is in a column of its own. */
static void add_losses(struct repair_programme *made)
{
  struct programme *programme = made->programme;
  for (int j = 0; j < made->n_columns; j++) {
    struct column column = programme->columns[j];
    if (column.need == 0 || made->missing[j] == 0 || made->missing[j] >= column.upper)
      continue;
    struct column loss = {
        .upper = column.upper - made->missing[j], .need = column.need, .label = column.label};
    programme_add_term(programme, programme_add_column(programme, loss), -1);
    programme_add_term(programme, j, 1);
    programme_add_row(programme, -PROGRAMME_INFINITY, made->missing[j], column.label);
  }
}

/* --- the aims' costs ----------------------------------------------------------- */

static int64_t *cost_losses(const struct repair_programme *made)
{
  const struct programme *programme = made->programme;
  int64_t *out = g_new0(int64_t, (gsize)programme->n_columns + 1);
  for (int j = 0; j < programme->n_columns; j++)
    if (j >= made->n_columns || made->missing[j] == 0)
      out[j] = programme->columns[j].need;
  return out;
}

/* A place that is kept saves a change; a placement in a session that was free, or was taken
 * away, is one. */
static void cost_changes(const struct repair_ground *ground, struct repair_programme *made)
{
  const struct problem *problem = ground->problem;
  gsize columns = (gsize)made->programme->n_columns + 1;
  made->changes = g_new0(int64_t, columns);
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *at = &problem->candidates[j];
    const struct repair_item *item = repair_ground_at(ground, at->clinician, at->slot);
    if (!item || item->candidate == NONE)
      made->changes[j] = 1;
    else if (item->candidate == j)
      made->changes[j] = -1;
  }
}

static void cost_booked(const struct repair_ground *ground, struct repair_programme *made)
{
  for (guint i = 0; i < ground->items->len; i++) {
    const struct repair_item *item = &g_array_index(ground->items, struct repair_item, i);
    if (item->candidate == NONE || item->booked == 0)
      continue;
    if (!made->booked)
      made->booked = g_new0(int64_t, (gsize)made->programme->n_columns + 1);
    made->booked[item->candidate] = -item->booked;
    made->kept_booked += item->booked;
  }
}

static void cost_price(struct repair_programme *made)
{
  made->price = g_new0(int64_t, (gsize)made->programme->n_columns + 1);
  for (int j = 0; j < made->programme->n_columns; j++)
    made->price[j] = made->programme->columns[j].cost;
}

/* --- all of it ----------------------------------------------------------------- */

static void set_start(const struct repair_ground *ground, struct repair_programme *made)
{
  made->start = g_new0(int64_t, (gsize)made->programme->n_columns + 1);
  for (guint i = 0; i < ground->items->len; i++) {
    const struct repair_item *item = &g_array_index(ground->items, struct repair_item, i);
    if (item->candidate == NONE)
      continue;
    made->start[item->candidate] = 1;
    made->kept++;
  }
}

void repair_programme_make(const struct repair_ground *ground, struct repair_programme *out)
{
  *out = (struct repair_programme){.programme = formulation_build(ground->problem)};
  out->n_columns = out->programme->n_columns;
  measure_missing(ground, out);
  add_losses(out);
  set_start(ground, out);
  repair_past_fix(ground, out->programme, out->start);
  out->losses = cost_losses(out);
  cost_changes(ground, out);
  cost_booked(ground, out);
  cost_price(out);
}

void repair_programme_clear(struct repair_programme *made)
{
  programme_free(made->programme);
  g_free(made->start);
  g_free(made->missing);
  g_free(made->losses);
  g_free(made->changes);
  g_free(made->booked);
  g_free(made->price);
  *made = (struct repair_programme){0};
}

void repair_programme_limit(struct repair_programme *made, int changes)
{
  for (int j = 0; j < made->programme->n_columns; j++)
    if (made->changes[j] != 0)
      programme_add_term(made->programme, j, made->changes[j]);
  programme_add_row(made->programme, -PROGRAMME_INFINITY, changes - made->kept, LABEL_NONE);
}

void repair_programme_fix(struct repair_programme *made, const int64_t *x)
{
  for (int j = 0; j < made->n_columns; j++)
    if (made->programme->columns[j].placement)
      made->programme->columns[j].lower = made->programme->columns[j].upper = x[j];
}
