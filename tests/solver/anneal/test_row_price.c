/* What a row charges for its activity, against every value of its own counts. */
#include "solver/anneal/row_price.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { PENALTY = 1000 };

/* Of counts whose coefficients are 1 or -1: two placements of 3 and 5, missing ones at 7
 * up to 2 and at 4 up to 1, too many at 6 up to 3, and one that gains 2 by being there. */
struct charged {
  struct programme *programme;
  struct column_view *view;
  struct row_prices prices;
};

static void open_charged(struct charged *charged, int64_t lower, int64_t upper)
{
  static const int64_t row[] = {3, 5, 1, 1, -1, 1};
  charged->programme = programme_new();
  sample_placement(charged->programme, 0, 0, 0);
  sample_placement(charged->programme, 1, 0, 0);
  sample_column(charged->programme, 0, 2, 7);
  sample_column(charged->programme, 0, 1, 4);
  sample_column(charged->programme, 0, 3, 6);
  sample_column(charged->programme, 0, 1, -2);
  sample_row(charged->programme, lower, row, upper);
  charged->view = column_view_new(charged->programme);
  row_prices_open(&charged->prices, charged->view, PENALTY);
}

static void close_charged(struct charged *charged)
{
  row_prices_close(&charged->prices);
  column_view_free(charged->view);
  programme_free(charged->programme);
}

/* The least that all values of the counts cost, more than they do where they rest. */
static int64_t least_charge(const struct row *row, int64_t activity)
{
  int64_t least = INT64_MAX;
  for (int point = 0; point < 3 * 2 * 4 * 2; point++) {
    int few = point % 3, cheap = point / 3 % 2, many = point / 6 % 4, gain = point / 24;
    int64_t at = activity + few + cheap - many + gain;
    int64_t cost = 7 * few + 4 * cheap + 6 * many + 2 * (1 - gain);
    if (at < row->lower)
      cost += PENALTY * (row->lower - at);
    if (at > row->upper)
      cost += PENALTY * (at - row->upper);
    least = MIN(least, cost);
  }
  return least;
}

static void rows_charge_what_their_counts_cost(void **state)
{
  (void)state;
  static const int64_t ends[][2] = {
      {4, 6}, {5, 5}, {4, PROGRAMME_INFINITY}, {-PROGRAMME_INFINITY, 3}, {0, 8}};
  for (gsize k = 0; k < G_N_ELEMENTS(ends); k++) {
    struct charged charged;
    open_charged(&charged, ends[k][0], ends[k][1]);
    const struct row_price *row_price = &charged.prices.rows[0];
    for (int64_t activity = -3; activity <= 12; activity++)
      assert_int_equal(row_price_at(&charged.prices, row_price, activity),
                       least_charge(&charged.programme->rows[0], activity));
    close_charged(&charged);
  }
}

/* The counts that are read off cost what was charged, and keep the row where no
 * penalty was. */
static void counts_are_what_was_charged_for(void **state)
{
  (void)state;
  struct charged charged;
  open_charged(&charged, 4, 6);
  const struct row_price *row_price = &charged.prices.rows[0];
  for (int64_t activity = -3; activity <= 12; activity++) {
    int64_t x[6] = {0}, cost = 2;
    for (int j = 2; j < 6; j++) {
      assert_true(charged.prices.own[j]);
      x[j] = row_price_cheap_end(&charged.programme->columns[j]);
    }
    row_price_read(&charged.prices, 0, activity, x);
    for (int j = 2; j < 6; j++) {
      assert_in_range(x[j], 0, charged.programme->columns[j].upper);
      cost += charged.programme->columns[j].cost * x[j];
    }
    int64_t at = activity + x[2] + x[3] - x[4] + x[5];
    int64_t beyond = MAX(0, MAX(4 - at, at - 6));
    assert_int_equal(cost + PENALTY * beyond, row_price_at(&charged.prices, row_price, activity));
  }
  close_charged(&charged);
}

static void whose_count_it_is(void **state)
{
  (void)state;
  static const int64_t rows[][4] = {{1, 2, 4, 0}, {1, 0, 4, 0}};
  struct programme *programme = programme_new();
  struct row_prices prices;
  sample_placement(programme, 0, 0, 0);
  sample_column(programme, 0, 3, 1); /* of one row */
  sample_column(programme, 0, 3, 1); /* of both */
  sample_column(programme, 0, 3, 1); /* of none */
  sample_row(programme, 4, rows[0], PROGRAMME_INFINITY);
  sample_row(programme, 4, rows[1], PROGRAMME_INFINITY);
  struct column_view *view = column_view_new(programme);
  row_prices_open(&prices, view, PENALTY);
  static const bool own[] = {false, true, false, true};
  assert_memory_equal(prices.own, own, sizeof own);
  /* steps of 2: three units lacking take two of them; a penalty is for the least step */
  assert_int_equal(row_price_at(&prices, &prices.rows[0], 1), 2);
  assert_int_equal(row_price_at(&prices, &prices.rows[0], -4), 3 + 2 * PENALTY);
  assert_int_equal(row_price_at(&prices, &prices.rows[1], 1), 3 * PENALTY);
  row_prices_close(&prices);
  column_view_free(view);
  programme_free(programme);
}

static void counts_rest_at_their_cheaper_end(void **state)
{
  (void)state;
  static const struct column columns[] = {
      {.lower = -2, .upper = 5, .cost = 1},
      {.lower = -2, .upper = 5, .cost = 0},
      {.lower = -2, .upper = 5, .cost = -1},
      {.lower = 1, .upper = PROGRAMME_INFINITY, .cost = -1},
      {.lower = -PROGRAMME_INFINITY, .upper = 4, .cost = 1},
  };
  static const int64_t ends[] = {-2, -2, 5, 1, 4};
  for (gsize k = 0; k < G_N_ELEMENTS(columns); k++)
    assert_int_equal(row_price_cheap_end(&columns[k]), ends[k]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_charge_what_their_counts_cost),
      cmocka_unit_test(counts_are_what_was_charged_for),
      cmocka_unit_test(whose_count_it_is),
      cmocka_unit_test(counts_rest_at_their_cheaper_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
