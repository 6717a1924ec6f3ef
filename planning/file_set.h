/* Files that are written together: all of them, whole, or none is changed. */
#ifndef ROTA_PLANNING_FILE_SET_H
#define ROTA_PLANNING_FILE_SET_H

#include "model/status.h"

struct file_set;

/* An empty set; free with file_set_free (NULL is fine). `directory` is a service's folder in which
 * all its files are, and which the caller holds (folder_lock.h): then even a machine that dies
 * leaves all or none to the next rota command. NULL: of no such folder. */
struct file_set *file_set_new(const char *directory);
void file_set_free(struct file_set *set);

/* Adds a file; its text is borrowed, and its folder has to be there when it is written. */
void file_set_add(struct file_set *set, const char *path, const char *text);

/* Writes each under a temporary name beside its own, and gives them their names once
 * all are on the disk; replaces what is there, with its rights. STATUS_IO: what was there is as it
 * was, and `*message` says why, for g_free. Of no folder, a machine that dies between two names
 * can leave a new file beside an old one, but never half a file. Once only. */
enum status file_set_write(struct file_set *set, char **message);

/* The same of one file. */
enum status file_set_write_one(const char *path, const char *text, char **message);

/* Makes the folder, and those it is in, if they are missing: for the owner and the group. */
enum status file_set_make_folder(const char *path, char **message);

#endif
