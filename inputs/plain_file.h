/* Reading a file that somebody else may have put there. */
#ifndef ROTA_INPUTS_PLAIN_FILE_H
#define ROTA_INPUTS_PLAIN_FILE_H

#include <glib.h>

/* The bytes of a plain file, for g_bytes_unref: all of them, or just past `most` where there are
 * more. NULL: `*reason` says why not, and is empty where there is no such file. A pipe, a device
 * or a folder is refused at once. */
GBytes *plain_file_read(const char *path, gsize most, const char **reason);

/* The same as a text that ends in NUL, for g_free, of at most PLAIN_FILE_MOST bytes; NULL:
 * `*reason` says why not, or is empty. `length` may be NULL. */
enum { PLAIN_FILE_MOST = 64 << 20 };
char *plain_file_text(const char *path, gsize *length, const char **reason);

/* The SHA-256 of the same, in hexadecimal, for g_free; NULL: it can't be read. */
char *plain_file_sha256(const char *path);

#endif
