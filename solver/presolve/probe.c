#include "solver/presolve/probe.h"

#include "solver/view.h"
#include "solver/whole.h"

#include <glib.h>

enum {
  LOOKS_MOST = 400, /* at rows, for one column */
  TERMS_MOST = 150, /* of a row worth a look: what follows at once follows from short ones */
  PASSES_MOST = 3,
};

/* What was changed, to be taken back. */
struct step {
  int column;
  int64_t lower, upper;
};

struct probe {
  struct programme *programme;
  struct view *view; /* which rows a column is in */
  GArray *trail;     /* of struct step */
  GArray *queue;     /* of rows to look at */
  bool *queued;      /* [rows] */
};

static void probe_open(struct probe *probe, struct programme *p)
{
  *probe = (struct probe){.programme = p};
  probe->view = view_new(p);
  probe->queued = g_new0(bool, (gsize)p->n_rows + 1);
  probe->trail = g_array_new(FALSE, FALSE, sizeof(struct step));
  probe->queue = g_array_new(FALSE, FALSE, sizeof(int));
}

static void probe_close(struct probe *probe)
{
  view_free(probe->view);
  g_free(probe->queued);
  g_array_free(probe->trail, TRUE);
  g_array_free(probe->queue, TRUE);
}

/* Narrows a column and queues its rows. False: nothing is left of it. */
static bool narrow(struct probe *probe, int j, int64_t lower, int64_t upper)
{
  struct column *column = &probe->programme->columns[j];
  struct step step = {j, column->lower, column->upper};
  if (lower <= column->lower && upper >= column->upper)
    return true;
  g_array_append_val(probe->trail, step);
  column->lower = MAX(lower, column->lower);
  column->upper = MIN(upper, column->upper);
  for (int e = probe->view->first[j]; e < probe->view->first[j + 1]; e++) {
    int row = probe->view->entries[e].row;
    if (probe->queued[row] || probe->programme->rows[row].count > TERMS_MOST)
      continue;
    probe->queued[row] = true;
    g_array_append_val(probe->queue, row);
  }
  return column->lower <= column->upper;
}

static int64_t least_of(const struct column *column, int64_t a)
{
  return a * (a > 0 ? column->lower : column->upper);
}

/* Follows sign * row <= end. False: it can't hold. */
static bool follow_side(struct probe *probe, const struct row *row, int sign, int64_t end)
{
  const struct programme *p = probe->programme;
  int64_t spare = end, widest = 0;
  if (whole_is_endless(end))
    return true;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &p->columns[p->terms[k].column];
    int64_t a = sign * p->terms[k].coefficient;
    if (whole_is_endless(column->lower) || whole_is_endless(column->upper))
      return true; /* says nothing here */
    spare -= least_of(column, a);
    widest = MAX(widest, ABS(a) * (column->upper - column->lower));
  }
  if (spare < 0)
    return false;
  for (int k = row->first; widest > spare && k < row->first + row->count; k++) {
    int j = p->terms[k].column;
    const struct column *column = &p->columns[j];
    int64_t a = sign * p->terms[k].coefficient;
    if (ABS(a) * (column->upper - column->lower) <= spare)
      continue;
    int64_t by = whole_divide_down(spare, ABS(a));
    if (!narrow(probe, j, a > 0 ? column->lower : column->upper - by,
                a > 0 ? column->lower + by : column->upper))
      return false;
  }
  return true;
}

/* Follows all that comes of what is queued. False: some row can't hold. */
static bool follow(struct probe *probe)
{
  bool fine = true;
  guint at = 0;
  for (; fine && at < probe->queue->len && at < LOOKS_MOST; at++) {
    int i = g_array_index(probe->queue, int, at);
    const struct row *row = &probe->programme->rows[i];
    probe->queued[i] = false;
    fine = follow_side(probe, row, 1, row->upper) &&
           follow_side(probe, row, -1,
                       row->lower <= -PROGRAMME_INFINITY ? PROGRAMME_INFINITY : -row->lower);
  }
  for (; at < probe->queue->len; at++)
    probe->queued[g_array_index(probe->queue, int, at)] = false;
  g_array_set_size(probe->queue, 0);
  return fine;
}

/* Can the column be 1? All is as before. */
static bool is_possible(struct probe *probe, int j)
{
  g_array_set_size(probe->trail, 0);
  bool possible = narrow(probe, j, 1, 1) && follow(probe);
  for (guint k = probe->trail->len; k > 0; k--) {
    const struct step *step = &g_array_index(probe->trail, struct step, k - 1);
    probe->programme->columns[step->column].lower = step->lower;
    probe->programme->columns[step->column].upper = step->upper;
  }
  return possible;
}

/* How many columns it fixed. */
static int probe_pass(struct probe *probe)
{
  int fixed = 0;
  for (int j = 0; j < probe->programme->n_columns; j++) {
    struct column *column = &probe->programme->columns[j];
    if (column->placement || column->lower != 0 || column->upper != 1 || is_possible(probe, j))
      continue;
    column->upper = 0;
    fixed++;
  }
  return fixed;
}

int probe_counts(struct programme *programme)
{
  struct probe probe;
  int fixed = 0, found = 1;
  probe_open(&probe, programme);
  for (int pass = 0; pass < PASSES_MOST && found > 0; pass++) {
    found = probe_pass(&probe);
    fixed += found;
  }
  probe_close(&probe);
  return fixed;
}
