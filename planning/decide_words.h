/* Rows of a programme, for people. */
#ifndef ROTA_PLANNING_DECIDE_WORDS_H
#define ROTA_PLANNING_DECIDE_WORDS_H

#include "planning/decide_parts.h"

/* Where the first of the rows' causes was written: a lock or a line of demand, or the
 * rule's own line; the service's file where it stands unwritten. */
struct where decide_words_where(const struct deciding *at, const int *rows, int count);

/* Appends "rooms (service.yaml:9): Hove hub, 2027-01-12 am; locks: Ann Lee, ...
 * (2027-01/locks.csv:2), ...", use by use. */
void decide_words_rows(const struct deciding *at, const int *rows, int count, GString *out);

/* Notes that these rows can't all hold: "INTRODUCTION: ROWS". Clashes of the same lines
 * are told once, when all are known. */
void decide_words_clash(struct deciding *at, const int *rows, int count, const char *introduction);
void decide_words_tell_clashes(struct deciding *at);

#endif
