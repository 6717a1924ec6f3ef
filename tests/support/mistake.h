/* Golden mistakes: edits of a small service, and all that is then said. */
#ifndef ROTA_TESTS_SUPPORT_MISTAKE_H
#define ROTA_TESTS_SUPPORT_MISTAKE_H

#include "inputs/source.h"

struct mistake {
  const char *path;
  const char *find; /* NULL: the whole file, which may be a new one */
  const char *put;
  const char *said; /* a line each: see written_report */
};

/* The service with these mistakes in it. Free with source_free. */
struct source *mistake_source(const struct mistake *list, int count);

/* Makes each mistake alone, reads 2027-02, and fails the test where not just that is said. */
void mistakes_are_said(const struct mistake *mistakes, int count);

#endif
