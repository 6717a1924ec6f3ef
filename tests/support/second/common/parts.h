/* What second_new is made of. */
#ifndef ROTA_TESTS_SUPPORT_SECOND_PARTS_H
#define ROTA_TESTS_SUPPORT_SECOND_PARTS_H

#include "tests/support/second/second.h"

void second_gather_demand(struct second *second);
/* The readings that bar rest on the facts before them. */
void second_find_candidates(struct second *second);
/* Is that one of the slots of the line; and what it needs at the site. */
bool second_of_line(const struct second *second, const struct demand *line, int slot);
int second_need(const struct second *second, const struct demand *line, int site);
void second_find_ranges(struct second *second);

#endif
