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

/* What is read of a row together, in one line of the processor's cache. */
struct line {
  struct toll toll;
  int64_t activity;     /* of all but the counts of one row */
  int64_t price;        /* what that costs */
  int shared, n_shared; /* the row's counts of several rows, in tally->shared */
};

struct tally {
  const struct view *view;
  struct tolls tolls;
  struct line *lines; /* [rows] */
  int *shared;
  int *defined; /* [columns] of shared counts: the entry of the row that leaves no choice, or -1 */
  int64_t *x;   /* [columns]; counts of one row stay as they were */
  int64_t *activity; /* [rows] of all but the counts of one row */
  int64_t *price;    /* [rows] what that costs */
  int64_t cost, work;
  struct saved *trail;
  guint n_trail, trail_room;
  GArray *queue; /* shared counts to look at */
  bool *queued;  /* [columns] */
};

static int64_t line_price(struct tally *tally, const struct line *line, int64_t activity)
{
  tally->work++;
  return toll_price(&tally->tolls, &line->toll, activity);
}

static void enqueue(struct tally *tally, const struct line *line)
{
  for (int k = line->shared; k < line->shared + line->n_shared; k++) {
    int column = tally->shared[k];
    if (tally->queued[column])
      continue;
    tally->queued[column] = true;
    g_array_append_val(tally->queue, column);
  }
}

static void reserve(struct tally *tally, guint more)
{
  if (tally->n_trail + more <= tally->trail_room)
    return;
  tally->trail_room = 2 * tally->trail_room + more;
  tally->trail = g_renew(struct saved, tally->trail, tally->trail_room);
}

static void put(struct tally *tally, int column, int64_t value)
{
  const struct view *view = tally->view;
  int64_t step = value - tally->x[column];
  reserve(tally, (guint)(view->first[column + 1] - view->first[column]) + 1);
  tally->trail[tally->n_trail++] = (struct saved){-1 - column, tally->x[column], 0};
  tally->x[column] = value;
  tally->cost += step * view->programme->columns[column].cost;
  for (int e = view->first[column]; e < view->first[column + 1]; e++) {
    int row = view->entries[e].row;
    struct line *line = &tally->lines[row];
    int64_t activity = line->activity + step * view->entries[e].coefficient;
    int64_t price = line_price(tally, line, activity);
    tally->trail[tally->n_trail++] = (struct saved){row, line->activity, line->price};
    if (line->n_shared > 0 && (line->n_shared <= SHARED_FEW || price != line->price))
      enqueue(tally, line);
    tally->cost += price - line->price;
    line->activity = activity;
    line->price = price;
  }
}

/* What all would cost more with this value of a shared count. */
static int64_t difference(struct tally *tally, int column, int64_t value)
{
  const struct view *view = tally->view;
  int64_t step = value - tally->x[column];
  int64_t sum = step * view->programme->columns[column].cost;
  for (int e = view->first[column]; e < view->first[column + 1]; e++) {
    const struct line *line = &tally->lines[view->entries[e].row];
    sum +=
        line_price(tally, line, line->activity + step * view->entries[e].coefficient) - line->price;
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
  const struct line *line = &tally->lines[entry->row];
  int64_t size = ABS(entry->coefficient), need = 0;
  if (line->activity < line->toll.low)
    need = line->toll.low - line->activity;
  else if (line->activity > line->toll.high)
    need = line->toll.high - line->activity;
  if (line->price == 0 || need == 0)
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
  const struct line *line = &tally->lines[entry->row];
  int64_t need = line->toll.low - line->activity;
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
  return tally->n_trail;
}

void tally_undo(struct tally *tally, guint mark)
{
  const struct column *columns = tally->view->programme->columns;
  for (guint k = tally->n_trail; k-- > mark;) {
    const struct saved *saved = &tally->trail[k];
    if (saved->index < 0) {
      int column = -1 - saved->index;
      tally->cost += (saved->value - tally->x[column]) * columns[column].cost;
      tally->x[column] = saved->value;
    } else {
      struct line *line = &tally->lines[saved->index];
      tally->cost += saved->price - line->price;
      line->activity = saved->value;
      line->price = saved->price;
    }
  }
  tally->n_trail = mark;
}

void tally_keep(struct tally *tally)
{
  tally->n_trail = 0;
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
    struct line *line = &tally->lines[i];
    int64_t price = line_price(tally, line, line->activity);
    tally->cost += price - line->price;
    line->price = price;
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
    toll_read(&tally->tolls, i, tally->lines[i].activity, x);
}

static void index_rows(struct tally *tally)
{
  const struct programme *p = tally->view->programme;
  GArray *shared = g_array_new(FALSE, FALSE, sizeof(int));
  for (int i = 0; i < p->n_rows; i++) {
    struct line *line = &tally->lines[i];
    *line = (struct line){.toll = tally->tolls.rows[i], .shared = (int)shared->len};
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int column = p->terms[k].column;
      if (tally->tolls.own[column])
        continue;
      line->activity += p->terms[k].coefficient * tally->x[column];
      if (!p->columns[column].placement)
        g_array_append_val(shared, column);
    }
    line->n_shared = (int)shared->len - line->shared;
  }
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
      bool only = tally->lines[i].n_shared == 1 && view->row_first[i + 1] - view->row_first[i] == 1;
      if (only && rows[i].lower == rows[i].upper && ABS(view->entries[e].coefficient) == 1)
        tally->defined[j] = e;
    }
  }
}

G_STATIC_ASSERT(sizeof(struct line) == 64);

struct tally *tally_new(const struct view *view, const int64_t *x, int64_t penalty)
{
  const struct programme *p = view->programme;
  gsize rows = (gsize)p->n_rows + 1, columns = (gsize)p->n_columns + 1;
  struct tally *tally = g_new0(struct tally, 1);
  tally->view = view;
  tolls_open(&tally->tolls, view, penalty);
  tally->lines = g_aligned_alloc(rows, sizeof *tally->lines, sizeof *tally->lines);
  tally->x = g_new0(int64_t, columns);
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
    enqueue(tally, &tally->lines[i]);
  follow_all(tally, 10 * tally->queue->len);
  tally_keep(tally);
  return tally;
}

void tally_free(struct tally *tally)
{
  if (!tally)
    return;
  tolls_close(&tally->tolls);
  g_aligned_free(tally->lines);
  g_free(tally->shared);
  g_free(tally->x);
  g_free(tally->trail);
  g_array_free(tally->queue, TRUE);
  g_free(tally->queued);
  g_free(tally->defined);
  g_free(tally);
}
