#include "solver/anneal/evaluator_inside.h"

enum {
  SHARED_FEW = 4,    /* a row of at most so many always has them looked at */
  FOLLOW_MOST = 400, /* counts looked at after a move; a safeguard */
};

static int64_t line_price(struct evaluator *evaluator, const struct row_state *line,
                          int64_t activity)
{
  evaluator->work++;
  return row_price_at(&evaluator->row_prices, &line->row_price, activity);
}

static void enqueue(struct evaluator *evaluator, const struct row_state *line)
{
  for (int k = line->shared; k < line->shared + line->n_shared; k++) {
    int column = evaluator->shared[k];
    if (evaluator->queued[column])
      continue;
    evaluator->queued[column] = true;
    g_array_append_val(evaluator->queue, column);
  }
}

static void mark_raised(struct evaluator *evaluator, int column, bool raised)
{
  for (int k = 0; k < EVALUATOR_BITS; k++) {
    int at = evaluator->bits[column].at[k];
    if (at < 0)
      continue;
    uint64_t bit = UINT64_C(1) << at % 64, *word = &evaluator->watched[at / 64];
    *word = raised ? *word | bit : *word & ~bit;
  }
}

static void assign(struct evaluator *evaluator, int column, int64_t value)
{
  const struct column *c = &evaluator->view->programme->columns[column];
  evaluator->cost += (value - evaluator->x[column]) * c->cost;
  evaluator->x[column] = value;
  evaluator->raised[column] = value > c->lower;
  if (c->placement && evaluator->bits)
    mark_raised(evaluator, column, value > c->lower);
}

static void reserve(struct evaluator *evaluator, guint more)
{
  if (evaluator->n_trail + more <= evaluator->trail_room)
    return;
  evaluator->trail_room = 2 * evaluator->trail_room + more;
  evaluator->trail = g_renew(struct saved, evaluator->trail, evaluator->trail_room);
}

static void put(struct evaluator *evaluator, int column, int64_t value)
{
  const struct column_view *view = evaluator->view;
  int64_t step = value - evaluator->x[column];
  reserve(evaluator, (guint)(view->first[column + 1] - view->first[column]) + 1);
  evaluator->trail[evaluator->n_trail++] = (struct saved){-1 - column, evaluator->x[column], 0};
  assign(evaluator, column, value);
  for (int e = view->first[column]; e < view->first[column + 1]; e++) {
    int row = view->entries[e].row;
    struct row_state *line = &evaluator->lines[row];
    int64_t activity = line->activity + step * view->entries[e].coefficient;
    int64_t price = line_price(evaluator, line, activity);
    evaluator->trail[evaluator->n_trail++] = (struct saved){row, line->activity, line->price};
    if (line->n_shared > 0 && (line->n_shared <= SHARED_FEW || price != line->price))
      enqueue(evaluator, line);
    evaluator->cost += price - line->price;
    line->activity = activity;
    line->price = price;
  }
}

/* How much more everything would cost with this value of a shared count; something above `most`
 * where that is plain before all rows are priced, as no row gains more than it costs. Work is
 * counted as if all were. */
static int64_t difference(struct evaluator *evaluator, int column, int64_t value, int64_t most)
{
  const struct column_view *view = evaluator->view;
  int64_t step = value - evaluator->x[column];
  int64_t sum = step * view->programme->columns[column].cost;
  evaluator->work += view->first[column + 1] - view->first[column];
  for (int e = view->first[column]; e < view->first[column + 1]; e++)
    sum -= evaluator->lines[view->entries[e].row].price;
  for (int e = view->first[column]; e < view->first[column + 1] && sum <= most; e++) {
    const struct row_state *line = &evaluator->lines[view->entries[e].row];
    sum += row_price_at(&evaluator->row_prices, &line->row_price,
                        line->activity + step * view->entries[e].coefficient);
  }
  return sum;
}

struct best_value {
  int64_t value, difference;
};

/* Of values that cost the same the lesser, so that the result is always the same. */
static void consider(struct evaluator *evaluator, int column, int64_t value,
                     struct best_value *best)
{
  const struct column *c = &evaluator->view->programme->columns[column];
  value = CLAMP(value, c->lower, c->upper);
  if (value == evaluator->x[column] || value == best->value)
    return;
  int64_t more = difference(evaluator, column, value, best->difference);
  if (more < best->difference || (more == best->difference && value < best->value))
    *best = (struct best_value){value, more};
}

/* Considers the value that brings a row which costs something to its bounds. */
static void consider_row(struct evaluator *evaluator, int column, const struct entry *entry,
                         struct best_value *best)
{
  const struct row_state *line = &evaluator->lines[entry->row];
  int64_t size = ABS(entry->coefficient), need = 0;
  if (line->activity < line->row_price.low)
    need = line->row_price.low - line->activity;
  else if (line->activity > line->row_price.high)
    need = line->row_price.high - line->activity;
  if (line->price == 0 || need == 0)
    return;
  int64_t units = (ABS(need) + size - 1) / size;
  bool rises = (need > 0) == (entry->coefficient > 0);
  consider(evaluator, column, evaluator->x[column] + (rises ? units : -units), best);
}

/* The value that its equation gives a defined count. */
static int64_t defined_value(const struct evaluator *evaluator, int column)
{
  const struct entry *entry = &evaluator->view->entries[evaluator->defined[column]];
  const struct column *c = &evaluator->view->programme->columns[column];
  const struct row_state *line = &evaluator->lines[entry->row];
  int64_t need = line->row_price.low - line->activity;
  return CLAMP(evaluator->x[column] + need * entry->coefficient, c->lower, c->upper);
}

/* Moves a shared count to the cheapest of the values considered. */
static void follow(struct evaluator *evaluator, int column)
{
  const struct column_view *view = evaluator->view;
  if (evaluator->defined[column] >= 0) {
    int64_t value = defined_value(evaluator, column);
    if (value != evaluator->x[column])
      put(evaluator, column, value);
    return;
  }
  struct best_value best = {evaluator->x[column], 0};
  consider(evaluator, column, evaluator->x[column] - 1, &best);
  consider(evaluator, column, evaluator->x[column] + 1, &best);
  if (view->programme->columns[column].upper - view->programme->columns[column].lower > 1)
    for (int e = view->first[column]; e < view->first[column + 1]; e++)
      consider_row(evaluator, column, &view->entries[e], &best);
  if (best.value != evaluator->x[column])
    put(evaluator, column, best.value);
}

static void follow_all(struct evaluator *evaluator, guint most)
{
  for (guint k = 0; k < evaluator->queue->len; k++) {
    int column = g_array_index(evaluator->queue, int, k);
    evaluator->queued[column] = false;
    if (k < most && !evaluator->held[column])
      follow(evaluator, column);
  }
  g_array_set_size(evaluator->queue, 0);
}

void evaluator_follow_everywhere(struct evaluator *evaluator)
{
  for (int i = 0; i < evaluator->view->programme->n_rows; i++)
    enqueue(evaluator, &evaluator->lines[i]);
  follow_all(evaluator, 10 * evaluator->queue->len);
}

void evaluator_set(struct evaluator *evaluator, int column, int64_t value)
{
  if (evaluator->x[column] != value)
    put(evaluator, column, value);
}

void evaluator_follow(struct evaluator *evaluator)
{
  follow_all(evaluator, FOLLOW_MOST);
}

void evaluator_hold(struct evaluator *evaluator, int column)
{
  evaluator->held[column] = true;
  evaluator_set(evaluator, column, evaluator->view->programme->columns[column].lower);
  evaluator_follow(evaluator);
  evaluator_keep(evaluator);
}

bool evaluator_release(struct evaluator *evaluator)
{
  const struct programme *p = evaluator->view->programme;
  bool rises = false;
  for (int j = 0; j < p->n_columns; j++) {
    if (!evaluator->held[j])
      continue;
    evaluator->held[j] = false;
    follow(evaluator, j);
    follow_all(evaluator, FOLLOW_MOST);
    rises = rises || evaluator->raised[j];
  }
  evaluator_keep(evaluator);
  return rises;
}

guint evaluator_mark(const struct evaluator *evaluator)
{
  return evaluator->n_trail;
}

void evaluator_undo(struct evaluator *evaluator, guint mark)
{
  for (guint k = evaluator->n_trail; k-- > mark;) {
    const struct saved *saved = &evaluator->trail[k];
    if (saved->index < 0) {
      assign(evaluator, -1 - saved->index, saved->value);
    } else {
      struct row_state *line = &evaluator->lines[saved->index];
      evaluator->cost += saved->price - line->price;
      line->activity = saved->value;
      line->price = saved->price;
    }
  }
  evaluator->n_trail = mark;
}

void evaluator_keep(struct evaluator *evaluator)
{
  evaluator->n_trail = 0;
}

bool evaluator_is_raised(const struct evaluator *evaluator, int column)
{
  return evaluator->raised[column];
}

const uint64_t *evaluator_watch(struct evaluator *evaluator, const struct evaluator_bits *bits,
                                int n_bits)
{
  g_free(evaluator->watched);
  evaluator->watched = g_new0(uint64_t, (gsize)n_bits / 64 + 1);
  evaluator->bits = bits;
  for (int j = 0; j < evaluator->view->programme->n_columns; j++)
    if (evaluator->raised[j])
      mark_raised(evaluator, j, true);
  return evaluator->watched;
}

int64_t evaluator_cost(const struct evaluator *evaluator)
{
  return evaluator->cost;
}

int64_t evaluator_work(const struct evaluator *evaluator)
{
  return evaluator->work;
}

void evaluator_price_rows(struct evaluator *evaluator)
{
  for (int i = 0; i < evaluator->view->programme->n_rows; i++) {
    struct row_state *line = &evaluator->lines[i];
    int64_t price = line_price(evaluator, line, line->activity);
    evaluator->cost += price - line->price;
    line->price = price;
  }
}

void evaluator_set_penalty(struct evaluator *evaluator, int64_t penalty)
{
  if (penalty == evaluator->row_prices.penalty)
    return;
  evaluator->row_prices.penalty = penalty;
  evaluator_price_rows(evaluator);
  evaluator_keep(evaluator);
}

void evaluator_broken_rows(const struct evaluator *evaluator, guint mark, int64_t penalty,
                           GArray *rows)
{
  for (guint k = mark; k < evaluator->n_trail; k++) {
    int row = evaluator->trail[k].index;
    if (row >= 0 && evaluator->lines[row].price >= penalty)
      g_array_append_val(rows, row);
  }
}

void evaluator_changes(const struct evaluator *evaluator, GArray *changes)
{
  g_array_set_size(changes, 0);
  for (guint k = 0; k < evaluator->n_trail; k++) {
    int column = -1 - evaluator->trail[k].index;
    struct change change = {column, column >= 0 ? evaluator->x[column] : 0};
    if (column >= 0)
      g_array_append_val(changes, change);
  }
}

void evaluator_take(struct evaluator *evaluator, const GArray *changes)
{
  for (guint k = 0; k < changes->len; k++) {
    const struct change *change = &g_array_index(changes, struct change, k);
    evaluator_set(evaluator, change->column, change->value);
  }
  follow_all(evaluator, 0);
  evaluator_keep(evaluator);
}

void evaluator_read(const struct evaluator *evaluator, int64_t *x)
{
  const struct programme *p = evaluator->view->programme;
  for (int j = 0; j < p->n_columns; j++)
    x[j] = evaluator->row_prices.own[j] ? row_price_cheap_end(&p->columns[j]) : evaluator->x[j];
  for (int i = 0; i < p->n_rows; i++)
    row_price_read(&evaluator->row_prices, i, evaluator->lines[i].activity, x);
}
