/* Every mistake found in what people wrote, gathered so that one run reports
 * them all, in file and line order. */
#ifndef ROTA_MODEL_DIAGNOSTICS_H
#define ROTA_MODEL_DIAGNOSTICS_H

#include "model/where.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

struct diagnostic {
  enum severity severity;
  struct where where;
  const char *text; /* lower case, no full stop */
};

struct diagnostics;

struct diagnostics *diagnostics_new(void);
void diagnostics_free(struct diagnostics *diagnostics); /* NULL is fine */

void diagnostics_error(struct diagnostics *diagnostics, struct where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diagnostics_warning(struct diagnostics *diagnostics, struct where where, const char *format,
                         ...) __attribute__((format(printf, 3, 4)));

/* Sorted by file, line and column; equal places keep the order they came in.
 * Borrowed until the next error or warning is added. */
const struct diagnostic *diagnostics_sorted(struct diagnostics *diagnostics, int *count);
int diagnostics_errors(const struct diagnostics *diagnostics);

#endif
