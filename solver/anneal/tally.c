#include "solver/anneal/tally_inside.h"

enum {
  SHARED_FEW = 4,    /* in a row of no more, each is looked at whatever the row costs */
  FOLLOW_MOST = 400, /* counts that follow one move; a safeguard */
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

static void assign(struct tally *tally, int column, int64_t value)
{
  const struct column *c = &tally->view->programme->columns[column];
  tally->cost += (value - tally->x[column]) * c->cost;
  tally->x[column] = value;
  tally->raised[column] = value > c->lower;
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
  assign(tally, column, value);
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

void tally_follow_everywhere(struct tally *tally)
{
  for (int i = 0; i < tally->view->programme->n_rows; i++)
    enqueue(tally, &tally->lines[i]);
  follow_all(tally, 10 * tally->queue->len);
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
  for (guint k = tally->n_trail; k-- > mark;) {
    const struct saved *saved = &tally->trail[k];
    if (saved->index < 0) {
      assign(tally, -1 - saved->index, saved->value);
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

bool tally_is_raised(const struct tally *tally, int column)
{
  return tally->raised[column];
}

int64_t tally_cost(const struct tally *tally)
{
  return tally->cost;
}

int64_t tally_work(const struct tally *tally)
{
  return tally->work;
}

void tally_price_rows(struct tally *tally)
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
  if (penalty == tally->tolls.penalty)
    return;
  tally->tolls.penalty = penalty;
  tally_price_rows(tally);
  tally_keep(tally);
}

void tally_changes(const struct tally *tally, GArray *changes)
{
  g_array_set_size(changes, 0);
  for (guint k = 0; k < tally->n_trail; k++) {
    int column = -1 - tally->trail[k].index;
    struct change change = {column, column >= 0 ? tally->x[column] : 0};
    if (column >= 0)
      g_array_append_val(changes, change);
  }
}

void tally_take(struct tally *tally, const GArray *changes)
{
  for (guint k = 0; k < changes->len; k++) {
    const struct change *change = &g_array_index(changes, struct change, k);
    tally_set(tally, change->column, change->value);
  }
  follow_all(tally, 0);
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
