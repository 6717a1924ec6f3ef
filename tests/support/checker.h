/* The cost of a rota under some rules, worked out a second time from the words
 * of docs/model.md. Of model/ it uses the plain structs alone: none of the
 * functions that rows and checks share. */
#ifndef ROTA_TESTS_SUPPORT_CHECKER_H
#define ROTA_TESTS_SUPPORT_CHECKER_H

#include "model/problem.h"

/* The raw facts, and the rota as a list. */
struct checker {
  const struct service *service;
  const struct month *month;
  const struct assignment *items;
  int count;
};

/* The cost of a use of cover, duty_cover, contract_hours, support_time, ratio
 * or preferences that is not hard; hard parts apart. False for other rules. */
bool checker_cost(const struct checker *checker, const struct rule_use *use, int64_t *cost);

/* For checker_cost: section 2 of docs/model.md. */
bool checker_open(const struct checker *checker, int slot, int site);
int64_t checker_contract_minutes(const struct checker *checker, int clinician);
bool checker_in_scope(const struct checker *checker, const struct rule_use *use,
                      const struct assignment *item);
int64_t checker_cover(const struct checker *checker, const struct rule_use *use);

#endif
