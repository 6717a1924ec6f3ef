#include "tests/support/ward.h"

#include "tests/support/sample.h"

enum { FEWEST = 18, MOST = 18, IN_A_ROW = 5, WEEKENDS = 4 };

/* A row of one nurse's days from `from` on, with these signs. */
static void add_days(struct programme *p, int nurse, int from, const int *signs, int count,
                     int64_t lower, int64_t upper)
{
  for (int k = 0; k < count; k++)
    programme_add_term(p, nurse * WARD_DAYS + from + k, signs[k]);
  programme_add_row(p, lower, upper, LABEL_NONE);
}

static void add_weekends(struct programme *p, int nurse)
{
  int first = p->n_columns;
  for (int w = 0; w < WEEKENDS; w++)
    programme_add_column(p,
                         (struct column){.upper = 1, .label = p->columns[nurse * WARD_DAYS].label});
  for (int d = 0; d < WARD_DAYS; d++)
    if (d % 7 >= 5) {
      programme_add_term(p, first + d / 7, 1);
      programme_add_term(p, nurse * WARD_DAYS + d, -1);
      programme_add_row(p, 0, 1, LABEL_NONE);
    }
  for (int w = 0; w < WEEKENDS; w++)
    programme_add_term(p, first + w, 1);
  programme_add_row(p, 0, 2, LABEL_NONE);
}

struct programme *ward_months(int nurses, int most)
{
  static const int ones[WARD_DAYS] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  struct programme *p = programme_new();
  for (int nurse = 0; nurse < nurses; nurse++)
    for (int d = 0; d < WARD_DAYS; d++)
      sample_placement(p, nurse, d, (nurse * 7 + d * 5) % 11);
  for (int nurse = 0; nurse < nurses; nurse++) {
    for (int d = 0; d + 2 < WARD_DAYS; d++)
      add_days(p, nurse, d, (int[]){1, -1, 1}, 3, 0, 1);
    for (int d = 0; d + IN_A_ROW < WARD_DAYS; d++)
      add_days(p, nurse, d, ones, IN_A_ROW + 1, 0, IN_A_ROW);
    add_days(p, nurse, 0, ones, WARD_DAYS, FEWEST, MOST);
    add_weekends(p, nurse);
  }
  for (int d = 0; d < WARD_DAYS; d++) {
    for (int nurse = 0; nurse < nurses; nurse++)
      programme_add_term(p, nurse * WARD_DAYS + d, 1);
    programme_add_row(p, 0, most, LABEL_NONE);
  }
  return p;
}

void ward_want(struct programme *ward, int nurses, int each_day, int64_t price)
{
  for (int d = 0; d < WARD_DAYS; d++) {
    int short_of = sample_column(ward, 0, each_day, price);
    for (int nurse = 0; nurse < nurses; nurse++)
      programme_add_term(ward, nurse * WARD_DAYS + d, 1);
    programme_add_term(ward, short_of, 1);
    programme_add_row(ward, each_day, PROGRAMME_INFINITY, LABEL_NONE);
  }
}
