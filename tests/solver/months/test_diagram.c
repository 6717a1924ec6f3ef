/* Decision diagrams against enumeration: their paths, as far as they keep within the resources, are
 * the block's solutions, each once; where counts fall, those of them that count no more than they
 * have to. */
#include "solver/months/diagram.h"
#include "solver/months/month_order.h"
#include "tests/support/block.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <string.h>

enum { BLOCKS = 30, RESOURCES = 12 };

static const bool none_fall[BLOCK_COLUMNS];

struct walk {
  const struct diagram *diagram;
  const struct programme *block;
  int64_t x[BLOCK_COLUMNS];
  int used[RESOURCES]; /* so far */
  bool *seen;          /* [1 << BLOCK_COLUMNS] */
  int paths, lawful;
};

static void end_path(struct walk *walk)
{
  bool keeps = true;
  int number = 0;
  for (int r = 0; r < walk->diagram->n_resources; r++) {
    const struct diagram_resource *resource = &walk->diagram->resources[r];
    int64_t sum = programme_activity(walk->block, resource->row, walk->x);
    assert_int_equal(sum, walk->used[r]);
    keeps = keeps && sum >= resource->lower && sum <= resource->upper;
    assert_true(sum >= walk->diagram->least[r] && sum <= walk->diagram->most[r]);
  }
  for (int j = 0; j < BLOCK_COLUMNS; j++)
    number |= (int)walk->x[j] << j;
  assert_false(walk->seen[number]);
  walk->seen[number] = true;
  walk->paths++;
  assert_int_equal(keeps, programme_first_broken(walk->block, walk->x) < 0);
  walk->lawful += keeps;
}

static void go_on(struct walk *walk, int layer, int node);

static void step(struct walk *walk, int layer, const struct diagram_arc *arc)
{
  const struct diagram *diagram = walk->diagram;
  const int *uses = &diagram->uses[arc->step * diagram->n_resources];
  struct walk before = *walk;
  diagram_set(diagram, arc->step, walk->x);
  for (int r = 0; r < diagram->n_resources; r++)
    walk->used[r] += uses[r];
  go_on(walk, layer + 1, arc->to);
  memcpy(walk->x, before.x, sizeof before.x);
  memcpy(walk->used, before.used, sizeof before.used);
}

static void go_on(struct walk *walk, int layer, int node)
{
  if (layer == walk->diagram->n_layers) {
    end_path(walk);
    return;
  }
  const struct diagram_node *from = &walk->diagram->nodes[node];
  assert_true(from->count > 0); /* no way ends early */
  for (int a = from->first; a < from->first + from->count; a++)
    step(walk, layer, &walk->diagram->arcs[a]);
}

/* Could one of its counts be 0 and is not? */
static bool counts_too_much(const struct programme *block, const int64_t *x)
{
  int64_t less[BLOCK_COLUMNS];
  for (int k = 0; k < BLOCK_COUNTS; k++) {
    memcpy(less, x, sizeof less);
    less[BLOCK_DAYS + k] = 0;
    if (x[BLOCK_DAYS + k] > 0 && programme_first_broken(block, less) < 0)
      return true;
  }
  return false;
}

static int count_lawful(const struct programme *block, bool counts_fall)
{
  int64_t x[BLOCK_COLUMNS];
  int n = 0;
  for (int number = 0; number < 1 << BLOCK_COLUMNS; number++)
    n += block_point(block, number, x) && !(counts_fall && counts_too_much(block, x));
  return n;
}

/* How many paths of the block's diagram break a row that is a resource. */
static int check_paths(const struct programme *block, bool counts_fall)
{
  bool falls[BLOCK_COLUMNS];
  for (int j = 0; j < BLOCK_COLUMNS; j++)
    falls[j] = counts_fall && j >= BLOCK_DAYS;
  struct diagram *diagram = diagram_new(block, falls);
  int lawful = count_lawful(block, counts_fall);
  if (!diagram) {
    assert_int_equal(lawful, 0);
    return 0;
  }
  struct walk walk = {.diagram = diagram, .block = block};
  walk.seen = g_new0(bool, 1 << BLOCK_COLUMNS);
  go_on(&walk, 0, 0);
  assert_int_equal(walk.lawful, lawful);
  g_free(walk.seen);
  diagram_free(diagram);
  return walk.paths - walk.lawful;
}

static void check_all(bool counts_fall)
{
  int with_resources = 0;
  for (uint64_t seed = 1; seed <= BLOCKS; seed++) {
    struct programme *block = block_drawn(seed);
    with_resources += check_paths(block, counts_fall) > 0;
    programme_free(block);
  }
  assert_true(with_resources > BLOCKS / 3);
}

static void paths_are_the_solutions(void **state)
{
  (void)state;
  check_all(false);
}

static void counts_that_fall_are_the_least(void **state)
{
  (void)state;
  check_all(true);
}

/* Each count stands right behind the last day that it counts. */
static void counts_follow_what_they_count(void **state)
{
  (void)state;
  struct month_order order;
  struct programme *block = block_drawn(1);
  month_order_open(&order, block, none_fall);
  assert_int_equal(order.n_items, BLOCK_COLUMNS);
  for (int k = 0; k < BLOCK_COLUMNS; k++)
    assert_int_equal(order.columns[k], k % 4 == 3 ? BLOCK_DAYS + k / 4 : k - k / 4);
  month_order_close(&order);
  programme_free(block);
}

/* Of two days and two slots each one placement is done; late, then early is not lawful. A count of
 * what is late stands behind its day, as it falls, and not behind the one that it speaks of too. */
static void what_excludes_each_other_is_one_item(void **state)
{
  (void)state;
  static const int columns[] = {0, 1, 4, 2, 3}, firsts[] = {0, 2, 3};
  static const bool falls[] = {false, false, false, false, true};
  struct programme *p = programme_new();
  struct month_order order;
  for (int slot = 0; slot < 4; slot++)
    sample_placement(p, 0, slot, -1);
  sample_column(p, 0, 1, 0);
  sample_row(p, 0, (int64_t[]){1, 1, 0, 0, 0}, 1);
  sample_row(p, 0, (int64_t[]){0, 0, 1, 1, 0}, 1);
  sample_row(p, -1, (int64_t[]){0, 1, 0, 0, -1}, 0);
  sample_row(p, 0, (int64_t[]){0, 0, 1, 0, 1}, 1);
  month_order_open(&order, p, falls);
  assert_int_equal(order.n_items, 3);
  for (int k = 0; k < 3; k++) {
    assert_int_equal(order.items[k].first, firsts[k]);
    assert_int_equal(order.items[k].count, k == 1 ? 1 : 2);
  }
  for (int k = 0; k < 5; k++)
    assert_int_equal(order.columns[k], columns[k]);
  month_order_close(&order);
  struct diagram *diagram = diagram_new(p, falls);
  assert_int_equal(diagram->n_layers, 2);
  assert_int_equal(diagram->layers[1].count, 2); /* late, or not */
  diagram_free(diagram);
  programme_free(p);
}

/* One that can have any value has no diagram, and neither has what can't be. */
static void there_is_not_always_one(void **state)
{
  (void)state;
  struct programme *wide = programme_new();
  sample_placement(wide, 0, 0, 1);
  sample_column(wide, 0, 1000, 1);
  sample_row(wide, 0, (int64_t[]){1, -1}, 1);
  assert_null(diagram_new(wide, none_fall));
  programme_free(wide);
  struct programme *none = programme_new();
  sample_placement(none, 0, 0, 1);
  sample_placement(none, 0, 1, 1);
  sample_row(none, 2, (int64_t[]){1, 1}, 2);
  sample_row(none, 0, (int64_t[]){1, 1}, 1);
  assert_null(diagram_new(none, none_fall));
  programme_free(none);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paths_are_the_solutions),
      cmocka_unit_test(counts_that_fall_are_the_least),
      cmocka_unit_test(counts_follow_what_they_count),
      cmocka_unit_test(what_excludes_each_other_is_one_item),
      cmocka_unit_test(there_is_not_always_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
