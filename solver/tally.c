#include "solver/tally.h"

#include "solver/toll.h"

enum {
  SHARED_FEW = 4,    /* in a row of no more, each is looked at whatever the row costs */
  FOLLOW_MOST = 400, /* counts that follow one move; a safeguard */
};

struct saved {
  int index; /* row, or -1 - column */
  int64_t value, price;
};

struct tally {
  const struct view *view;
  struct tolls tolls;
  int *shared_first; /* [rows + 1] */
  int *shared;       /* counts of several rows, by row */
  int *defined; /* [columns] of shared counts: the entry of the row that leaves no choice, or -1 */
  int64_t *x;   /* [columns]; counts of one row stay as they were */
  int64_t *activity; /* [rows] of all but the counts of one row */
  int64_t *price;    /* [rows] what that costs */
  int64_t cost, work;
  GArray *trail; /* struct saved */
  GArray *queue; /* shared counts to look at */
  bool *queued;  /* [columns] */
};

static int64_t row_price(struct tally *tally, int row, int64_t activity)
{
  tally->work++;
  return toll_price(&tally->tolls, row, activity);
}

static void save(struct tally *tally, int index, int64_t value, int64_t price)
{
  struct saved saved = {index, value, price};
  g_array_append_val(tally->trail, saved);
}

static void enqueue(struct tally *tally, int row)
{
  for (int k = tally->shared_first[row]; k < tally->shared_first[row + 1]; k++) {
    int column = tally->shared[k];
    if (tally->queued[column])
      continue;
    tally->queued[column] = true;
    g_array_append_val(tally->queue, column);
  }
}

static void put(struct tally *tally, int column, int64_t value)
{
  const struct view *view = tally->view;
  int64_t step = value - tally->x[column];
  save(tally, -1 - column, tally->x[column], 0);
  tally->x[column] = value;
  tally->cost += step * view->programme->columns[column].cost;
  for (int e = view->first[column]; e < view->first[column + 1]; e++) {
    int row = view->entries[e].row;
    int64_t activity = tally->activity[row] + step * view->entries[e].coefficient;
    int64_t price = row_price(tally, row, activity);
    int n_shared = tally->shared_first[row + 1] - tally->shared_first[row];
    save(tally, row, tally->activity[row], tally->price[row]);
    if (n_shared > 0 && (n_shared <= SHARED_FEW || price != tally->price[row]))
      enqueue(tally, row);
    tally->cost += price - tally->price[row];
    tally->activity[row] = activity;
    tally->price[row] = price;
  }
}

/* What all would cost more with this value of a shared count. */
static int64_t difference(struct tally *tally, int column, int64_t value)
{
  const struct view *view = tally->view;
  int64_t step = value - tally->x[column];
  int64_t sum = step * view->programme->columns[column].cost;
  for (int e = view->first[column]; e < view->first[column + 1]; e++) {
    int row = view->entries[e].row;
    sum += row_price(tally, row, tally->activity[row] + step * view->entries[e].coefficient) -
           tally->price[row];
  }
  return sum;
}

struct choice {
  int64_t value, difference;
};

/* The lesser value when they cost the same: counts then rest where nothing pushes. */
static void consider(struct tally *tally, int column, int64_t value, struct choice *best)
{
  const struct column *c = &tally->view->programme->columns[column];
  value = CLAMP(value, c->lower, c->upper);
  if (value == tally->x[column] || value == best->value)
    return;
  int64_t more = difference(tally, column, value);
  if (more < best->difference || (more == best->difference && value < best->value))
    *best = (struct choice){value, more};
}

/* The value at which a row that costs something would be within its bounds. */
static void consider_row(struct tally *tally, int column, const struct entry *entry,
                         struct choice *best)
{
  int row = entry->row;
  int64_t activity = tally->activity[row], size = ABS(entry->coefficient), need = 0;
  if (activity < tally->tolls.low[row])
    need = tally->tolls.low[row] - activity;
  else if (activity > tally->tolls.high[row])
    need = tally->tolls.high[row] - activity;
  if (tally->price[row] == 0 || need == 0)
    return;
  int64_t units = (ABS(need) + size - 1) / size;
  bool rises = (need > 0) == (entry->coefficient > 0);
  consider(tally, column, tally->x[column] + (rises ? units : -units), best);
}

/* The value that its row leaves to a defined count. */
static int64_t defined_value(const struct tally *tally, int column)
{
  const struct entry *entry = &tally->view->entries[tally->defined[column]];
  const struct column *c = &tally->view->programme->columns[column];
  int64_t need = tally->tolls.low[entry->row] - tally->activity[entry->row];
  return CLAMP(tally->x[column] + need * entry->coefficient, c->lower, c->upper);
}

/* Moves a shared count to where it costs least, as far as a look around tells. */
static void follow(struct tally *tally, int column)
{
  const struct view *view = tally->view;
  if (tally->defined[column] >= 0) {
    int64_t value = defined_value(tally, column);
    if (value != tally->x[column])
      put(tally, column, value);
    return;
  }
  struct choice best = {tally->x[column], 0};
  consider(tally, column, tally->x[column] - 1, &best);
  consider(tally, column, tally->x[column] + 1, &best);
  if (view->programme->columns[column].upper - view->programme->columns[column].lower > 1)
    for (int e = view->first[column]; e < view->first[column + 1]; e++)
      consider_row(tally, column, &view->entries[e], &best);
  if (best.value != tally->x[column])
    put(tally, column, best.value);
}

static void follow_all(struct tally *tally, guint most)
{
  for (guint k = 0; k < tally->queue->len; k++) {
    int column = g_array_index(tally->queue, int, k);
    tally->queued[column] = false;
    if (k < most)
      follow(tally, column);
  }
  g_array_set_size(tally->queue, 0);
}

void tally_set(struct tally *tally, int column, int64_t value)
{
  if (tally->x[column] != value)
    put(tally, column, value);
}

void tally_follow(struct tally *tally)
{
  follow_all(tally, FOLLOW_MOST);
}

guint tally_mark(const struct tally *tally)
{
  return tally->trail->len;
}

void tally_undo(struct tally *tally, guint mark)
{
  const struct column *columns = tally->view->programme->columns;
  for (guint k = tally->trail->len; k-- > mark;) {
    const struct saved *saved = &g_array_index(tally->trail, struct saved, k);
    if (saved->index < 0) {
      int column = -1 - saved->index;
      tally->cost += (saved->value - tally->x[column]) * columns[column].cost;
      tally->x[column] = saved->value;
    } else {
      tally->cost += saved->price - tally->price[saved->index];
      tally->activity[saved->index] = saved->value;
      tally->price[saved->index] = saved->price;
    }
  }
  g_array_set_size(tally->trail, mark);
}

void tally_keep(struct tally *tally)
{
  g_array_set_size(tally->trail, 0);
}

int64_t tally_value(const struct tally *tally, int column)
{
  return tally->x[column];
}

int64_t tally_cost(const struct tally *tally)
{
  return tally->cost;
}

int64_t tally_work(const struct tally *tally)
{
  return tally->work;
}

static void price_all(struct tally *tally)
{
  for (int i = 0; i < tally->view->programme->n_rows; i++) {
    int64_t price = row_price(tally, i, tally->activity[i]);
    tally->cost += price - tally->price[i];
    tally->price[i] = price;
  }
}

void tally_set_penalty(struct tally *tally, int64_t penalty)
{
  tally->tolls.penalty = penalty;
  price_all(tally);
  tally_keep(tally);
}

void tally_read(const struct tally *tally, int64_t *x)
{
  const struct programme *p = tally->view->programme;
  for (int j = 0; j < p->n_columns; j++)
    x[j] = tally->tolls.own[j] ? toll_cheap_end(&p->columns[j]) : tally->x[j];
  for (int i = 0; i < p->n_rows; i++)
    toll_read(&tally->tolls, i, tally->activity[i], x);
}

static void index_rows(struct tally *tally)
{
  const struct programme *p = tally->view->programme;
  GArray *shared = g_array_new(FALSE, FALSE, sizeof(int));
  for (int i = 0; i < p->n_rows; i++) {
    tally->shared_first[i] = (int)shared->len;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int column = p->terms[k].column;
      if (tally->tolls.own[column])
        continue;
      tally->activity[i] += p->terms[k].coefficient * tally->x[column];
      if (!p->columns[column].placement)
        g_array_append_val(shared, column);
    }
  }
  tally->shared_first[p->n_rows] = (int)shared->len;
  tally->shared = (int *)(void *)g_array_free(shared, FALSE);
}

/* An equation in which a count of coefficient 1 or -1 is the only one, such as
 * that of a sum, defines it. */
static void find_defined(struct tally *tally)
{
  const struct view *view = tally->view;
  const struct row *rows = view->programme->rows;
  for (int j = 0; j < view->programme->n_columns; j++) {
    tally->defined[j] = -1;
    for (int e = view->first[j]; e < view->first[j + 1]; e++) {
      int i = view->entries[e].row;
      bool only = tally->shared_first[i + 1] - tally->shared_first[i] == 1 &&
                  view->row_first[i + 1] - view->row_first[i] == 1;
      if (only && rows[i].lower == rows[i].upper && ABS(view->entries[e].coefficient) == 1)
        tally->defined[j] = e;
    }
  }
}

struct tally *tally_new(const struct view *view, const int64_t *x, int64_t penalty)
{
  const struct programme *p = view->programme;
  gsize rows = (gsize)p->n_rows + 1, columns = (gsize)p->n_columns + 1;
  struct tally *tally = g_new0(struct tally, 1);
  tally->view = view;
  tolls_open(&tally->tolls, view, penalty);
  tally->shared_first = g_new(int, rows);
  tally->x = g_new0(int64_t, columns);
  tally->activity = g_new0(int64_t, rows);
  tally->price = g_new0(int64_t, rows);
  tally->trail = g_array_new(FALSE, FALSE, sizeof(struct saved));
  tally->queue = g_array_new(FALSE, FALSE, sizeof(int));
  tally->queued = g_new0(bool, columns);
  tally->defined = g_new(int, columns);
  for (int j = 0; j < p->n_columns; j++) {
    const struct column *column = &p->columns[j];
    tally->x[j] = x[j];
    tally->cost += column->cost * (tally->tolls.own[j] ? toll_cheap_end(column) : x[j]);
  }
  index_rows(tally);
  find_defined(tally);
  price_all(tally);
  for (int i = 0; i < p->n_rows; i++)
    enqueue(tally, i);
  follow_all(tally, 10 * tally->queue->len);
  tally_keep(tally);
  return tally;
}

void tally_free(struct tally *tally)
{
  if (!tally)
    return;
  tolls_close(&tally->tolls);
  g_free(tally->shared_first);
  g_free(tally->shared);
  g_free(tally->x);
  g_free(tally->activity);
  g_free(tally->price);
  g_array_free(tally->trail, TRUE);
  g_array_free(tally->queue, TRUE);
  g_free(tally->queued);
  g_free(tally->defined);
  g_free(tally);
}
