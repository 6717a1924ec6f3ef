/* March 2027 of a generated service, built in the work of a second: the ground of tests of what is
 * asked of a rota afterwards. */
#ifndef ROTA_TESTS_SUPPORT_BUILT_MONTH_H
#define ROTA_TESTS_SUPPORT_BUILT_MONTH_H

#include "planning/build.h"
#include "tests/support/generated.h"

struct built_month {
  struct generated generated;
  struct problem *problem;
  struct build_settings settings; /* deterministic, one thread */
  struct build_result built;
};

/* Fails the test where there is no rota. Free with built_month_end. */
void built_month_begin(struct built_month *at, int clinicians, uint64_t seed);
void built_month_end(struct built_month *at);

#endif
