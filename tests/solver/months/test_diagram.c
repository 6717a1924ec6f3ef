/* Decision diagrams against enumeration: their paths, as far as they keep within the resources, are
 * the block's solutions, each once. */
#include "solver/months/column_order.h"
#include "solver/months/diagram.h"
#include "tests/support/block.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { BLOCKS = 20 };

struct walk {
  const struct diagram *diagram;
  const struct programme *block;
  int64_t x[BLOCK_COLUMNS];
  bool *seen; /* [1 << BLOCK_COLUMNS] */
  int paths, lawful;
};

static int64_t used(const struct walk *walk, int resource)
{
  int64_t sum = 0;
  for (int l = 0; l < walk->diagram->n_layers; l++) {
    const struct diagram_layer *layer = &walk->diagram->layers[l];
    for (int u = layer->first_use; u < layer->first_use + layer->uses; u++)
      if (walk->diagram->uses[u].resource == resource)
        sum += walk->diagram->uses[u].coefficient * walk->x[layer->column];
  }
  return sum;
}

static void end_path(struct walk *walk)
{
  bool keeps = true;
  int number = 0;
  for (int r = 0; r < walk->diagram->n_resources; r++) {
    int64_t sum = used(walk, r);
    keeps = keeps && sum >= walk->diagram->resources[r].lower &&
            sum <= walk->diagram->resources[r].upper;
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

static void go_on(struct walk *walk, int layer, int node)
{
  if (layer == walk->diagram->n_layers) {
    end_path(walk);
    return;
  }
  const struct diagram_node *from = &walk->diagram->nodes[node];
  assert_true(from->count > 0); /* no way ends early */
  for (int a = from->first; a < from->first + from->count; a++) {
    walk->x[walk->diagram->layers[layer].column] = walk->diagram->arcs[a].value;
    go_on(walk, layer + 1, walk->diagram->arcs[a].to);
  }
}

static int count_lawful(const struct programme *block)
{
  int64_t x[BLOCK_COLUMNS];
  int n = 0;
  for (int number = 0; number < 1 << BLOCK_COLUMNS; number++)
    n += block_point(block, number, x);
  return n;
}

static void paths_are_the_solutions(void **state)
{
  (void)state;
  int with_resources = 0;
  for (uint64_t seed = 1; seed <= BLOCKS; seed++) {
    struct programme *block = block_drawn(seed);
    struct diagram *diagram = diagram_new(block);
    int lawful = count_lawful(block);
    if (!diagram) {
      assert_int_equal(lawful, 0);
      programme_free(block);
      continue;
    }
    struct walk walk = {.diagram = diagram, .block = block};
    walk.seen = g_new0(bool, 1 << BLOCK_COLUMNS);
    go_on(&walk, 0, 0);
    assert_int_equal(walk.lawful, lawful);
    with_resources += diagram->n_resources > 0 && walk.paths > walk.lawful;
    g_free(walk.seen);
    diagram_free(diagram);
    programme_free(block);
  }
  assert_true(with_resources > BLOCKS / 2);
}

/* Each count stands right behind the last day that it counts. */
static void counts_follow_what_they_count(void **state)
{
  (void)state;
  int order[BLOCK_COLUMNS];
  struct programme *block = block_drawn(1);
  column_order(block, order);
  for (int k = 0; k < BLOCK_COLUMNS; k++)
    assert_int_equal(order[k], k % 4 == 3 ? BLOCK_DAYS + k / 4 : k - k / 4);
  programme_free(block);
}

/* One that can have any value has no diagram, and neither has what can't be. */
static void there_is_not_always_one(void **state)
{
  (void)state;
  struct programme *wide = programme_new();
  sample_placement(wide, 0, 0, 1);
  sample_column(wide, 0, 1000, 1);
  sample_row(wide, 0, (int64_t[]){1, -1}, 1);
  assert_null(diagram_new(wide));
  programme_free(wide);
  struct programme *none = programme_new();
  sample_placement(none, 0, 0, 1);
  sample_placement(none, 0, 1, 1);
  sample_row(none, 2, (int64_t[]){1, 1}, 2);
  sample_row(none, 0, (int64_t[]){1, 1}, 1);
  assert_null(diagram_new(none));
  programme_free(none);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paths_are_the_solutions),
      cmocka_unit_test(counts_follow_what_they_count),
      cmocka_unit_test(there_is_not_always_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
