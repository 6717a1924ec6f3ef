/* One programme searched several times, by other seeds: the best rota is the answer, and how far
 * the others lie from it says what is chance of the search. */
#ifndef ROTA_PLANNING_SEARCHES_H
#define ROTA_PLANNING_SEARCHES_H

#include "planning/build.h"

enum { SEARCHES_MOST = 9 };

struct searched {
  struct build_result best; /* with the best bound of all; why there is none, where there is none */
  struct build_result others[SEARCHES_MOST]; /* rotas that count besides, in order of their seeds */
  int n_others;
  bool settled; /* nothing is cheaper, and nothing as cheap sees more new patients, proven: only
                   others that are as good in both are among `others` then */
  bool once;    /* others were wanted, but there was time for one, and it isn't settled: how far its
                   figures are    chance of the search isn't known */
  char *unstaffed; /* events of the best rota of which nothing is known, as in hold_events.h */
};

/* Searches `count` times within the seconds of the request, of which the first search has half;
 * once where that leaves the others too little, or where the first still finds cheaper rotas at the
 * end. Each ends with a look for a rota of the same cost that sees more (most_seen.h), and with
 * events held (hold_events.h). The result is the caller's, for searched_clear, whatever came of it.
 */
void searches_run(const struct build_request *request, int count, struct searched *out);
void searched_clear(struct searched *searched);

#endif
