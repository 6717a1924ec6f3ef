/* Files that a subcommand writes. */
#ifndef ROTA_COMMANDS_OUTPUT_H
#define ROTA_COMMANDS_OUTPUT_H

#include <stdbool.h>

/* Writes the text under a temporary name and renames it, so that there is never
 * half a file; replaces what is there. "-" is standard output. On failure says
 * why and returns false. */
bool output_write(const char *path, const char *text);

/* A new, empty file next to `path` (or in the folder for temporary files, for
 * "-"), to be filled and then handed to output_finish. NULL, having said why,
 * if there can be none. g_free the name. */
char *output_temporary(const char *path);

/* Gives the temporary file the name `path`, or copies it to standard output for
 * "-"; if not `complete`, only removes it. False if that fails. */
bool output_finish(const char *temporary, const char *path, bool complete);

/* May a file of that name be made? Yes when there is none, or when `force` and
 * it is a plain file. Otherwise says why not. */
bool output_is_free(const char *path, bool force);

/* Makes the folder, and those it is in, if they are missing. */
bool output_make_folder(const char *path);

#endif
