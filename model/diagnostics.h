/* Every mistake found in what people wrote, gathered so that one run reports
 * them all, in file and line order.
 *
 * A slip is a mistake in what one person wrote for themselves: what is wrong is left
 * out, so that it stops nobody else. Errors stop, and where the diagnostics are strict
 * so do slips. */
#ifndef ROTA_MODEL_DIAGNOSTICS_H
#define ROTA_MODEL_DIAGNOSTICS_H

#include "model/where.h"

#include <stdbool.h>

enum severity { SEVERITY_ERROR, SEVERITY_SLIP, SEVERITY_WARNING };

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

/* From now on slips stop as errors do, or no longer. */
void diagnostics_set_strict(struct diagnostics *diagnostics, bool strict);
bool diagnostics_strict(const struct diagnostics *diagnostics);
/* From now on what is reported as an error is a slip, or no longer. */
void diagnostics_set_lenient(struct diagnostics *diagnostics, bool lenient);
/* Says of one what another said, with more words behind it; errors and slips stay what
 * they were. */
void diagnostics_repeat(struct diagnostics *diagnostics, const struct diagnostic *said,
                        const char *more);

/* What was said of `file`, a copy that nobody has, is said of `original`. */
void diagnostics_cite(struct diagnostics *diagnostics, const char *file, const char *original);

/* Sorted by file, line and column; equal places keep the order they came in.
 * Borrowed until the next error or warning is added. */
const struct diagnostic *diagnostics_sorted(struct diagnostics *diagnostics, int *count);
/* How many of them stop; and how many mistakes there are in all, slips included. */
int diagnostics_errors(const struct diagnostics *diagnostics);
int diagnostics_mistakes(const struct diagnostics *diagnostics);

#endif
