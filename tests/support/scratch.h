/* A folder for one test, gone when it ends. */
#ifndef ROTA_TESTS_SUPPORT_SCRATCH_H
#define ROTA_TESTS_SUPPORT_SCRATCH_H

#include <stdbool.h>

struct scratch;

struct scratch *scratch_new(void);
void scratch_free(struct scratch *scratch); /* removes the folder and all in it */

/* "/tmp/rota-test-x/NAME", with the folders that it is in; borrowed. */
const char *scratch_path(struct scratch *scratch, const char *name);

/* Writes a file of that name, and returns its path. */
const char *scratch_write(struct scratch *scratch, const char *name, const char *text);

/* Copies a folder of the sources, such as "tests/commands/tiny"; its path here. */
const char *scratch_copy(struct scratch *scratch, const char *folder, const char *name);

/* What is in the folder, temporary files and all: "a.csv b/ c.json", sorted; borrowed. */
const char *scratch_list(struct scratch *scratch, const char *folder);

/* Does the file hold just that text? NULL: is it not there? */
bool scratch_holds(struct scratch *scratch, const char *name, const char *text);

#endif
