/* Folders in memory for the tests of inputs, and what reading them says. */
#ifndef ROTA_TESTS_SUPPORT_WRITTEN_H
#define ROTA_TESTS_SUPPORT_WRITTEN_H

#include "inputs/inputs.h"

struct written_file {
  const char *path, *text;
};

/* The complete example of docs/format.md, file by file, until a NULL path.
 * Borrowed; made once. */
const struct written_file *written_example(void);

/* Reads service and month from the source and returns all that was said, a line
 * each, "file:line:column: warning: message", for g_free. Fails the test when a
 * status and what was said don't agree. */
char *written_report(struct source *source, const char *month_id);

/* What the diagnostics say, in the same form; for g_free. */
char *written_said(struct diagnostics *diagnostics);

#endif
