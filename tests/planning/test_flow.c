/* The most that flows is what the least cut lets through, and what is reached once it
 * has run is what is short. */
#include "planning/flow.h"
#include "tests/support/check.h"

#include <glib.h>

enum { NODES = 8, TRIES = 400 };

struct network {
  struct flow *flow;
  int room[NODES][NODES];
  int arc[NODES][NODES];
};

static struct network draw(GRand *dice)
{
  struct network network = {.flow = flow_new()};
  for (int i = 2; i < NODES; i++)
    assert_int_equal(flow_add_node(network.flow), i);
  for (int i = 0; i < NODES; i++)
    for (int j = 0; j < NODES; j++)
      if (i != j && g_rand_int_range(dice, 0, 3) == 0) {
        network.room[i][j] = g_rand_int_range(dice, 0, 7);
        network.arc[i][j] = flow_add_arc(network.flow, i, j, network.room[i][j]);
      }
  return network;
}

/* Of all sets with the source and without the sink, the least that leads out of one. */
static int least_cut(const struct network *network)
{
  int least = FLOW_UNBOUNDED;
  for (unsigned set = 0; set < 1U << NODES; set++) {
    int cut = 0;
    if (!(set >> FLOW_SOURCE & 1) || set >> FLOW_SINK & 1)
      continue;
    for (int i = 0; i < NODES; i++)
      for (int j = 0; j < NODES; j++)
        if (set >> i & 1 && !(set >> j & 1))
          cut += network->room[i][j];
    least = MIN(least, cut);
  }
  return least;
}

static void the_most_is_the_least_cut(void **state)
{
  GRand *dice = g_rand_new_with_seed(7);
  (void)state;
  for (int i = 0; i < TRIES; i++) {
    struct network network = draw(dice);
    assert_int_equal(flow_nodes(network.flow), NODES);
    assert_int_equal(flow_run(network.flow), least_cut(&network));
    for (int from = 0; from < NODES; from++)
      for (int to = 0; to < NODES; to++)
        if (network.room[from][to] > 0)
          assert_in_range(flow_left(network.flow, network.arc[from][to]), 0,
                          network.room[from][to]);
    flow_free(network.flow);
  }
  g_rand_free(dice);
}

/* Three needs of one person each: the first two have only one person for both. */
static void what_competes_is_reached(void **state)
{
  struct flow *flow = flow_new();
  int a = flow_add_node(flow), b = flow_add_node(flow), c = flow_add_node(flow);
  int one = flow_add_node(flow), two = flow_add_node(flow);
  bool reached[7];
  (void)state;
  flow_add_arc(flow, FLOW_SOURCE, a, 1);
  flow_add_arc(flow, FLOW_SOURCE, b, 1);
  flow_add_arc(flow, FLOW_SOURCE, c, 1);
  flow_add_arc(flow, a, one, FLOW_UNBOUNDED);
  flow_add_arc(flow, b, one, FLOW_UNBOUNDED);
  flow_add_arc(flow, c, two, FLOW_UNBOUNDED);
  flow_add_arc(flow, one, FLOW_SINK, 1);
  flow_add_arc(flow, two, FLOW_SINK, 1);
  assert_int_equal(flow_run(flow), 2);
  flow_reach(flow, a, reached);
  assert_true(reached[a] && reached[b] && reached[one]);
  assert_false(reached[c] || reached[two] || reached[FLOW_SOURCE] || reached[FLOW_SINK]);
  flow_free(flow);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_most_is_the_least_cut),
      cmocka_unit_test(what_competes_is_reached),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
