/* One at a time: whoever writes a rota into a service's folder holds the folder for as long. The
 * system lets go of it when the process ends, however it ends. */
#ifndef ROTA_PLANNING_FOLDER_LOCK_H
#define ROTA_PLANNING_FOLDER_LOCK_H

#include "model/status.h"

struct folder_lock;

/* Holds the folder for `what`, "build of 2027-01", and ends what somebody left half done there who
 * was killed (journal.h). STATUS_OK: `out` is the caller's, for
 * folder_lock_free; of a folder that can't be written to it is NULL, and writing will say so.
 * STATUS_BAD_INPUT: somebody else has it, and `*message` says who; STATUS_IO: what is half done
 * can't be ended, and it says why; for g_free. */
enum status folder_lock_take(const char *directory, const char *what, struct folder_lock **out,
                             char **message);
/* For who only reads: nothing in the folder is half done when it returns. Waits for who writes just
 * now; ends what somebody left. Statuses as above. */
enum status folder_lock_settle(const char *directory, char **message);
void folder_lock_free(struct folder_lock *lock); /* NULL is fine */

#endif
