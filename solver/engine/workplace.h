/* A folder for one run of an engine: of this user alone, in the system's folder for what is
 * temporary, gone with all that is in it when the run is over. */
#ifndef ROTA_SOLVER_ENGINE_WORKPLACE_H
#define ROTA_SOLVER_ENGINE_WORKPLACE_H

#include <stdint.h>

/* The path, for workplace_remove; NULL: there is no room for one. */
char *workplace_new(void);
void workplace_remove(char *folder); /* NULL is fine */

/* How many bytes the files in it have. */
int64_t workplace_size(const char *folder);

#endif
