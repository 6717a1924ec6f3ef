#include "planning/folder_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder_lock {
  char *path;
  int descriptor;
};

static bool lock_whole(int descriptor)
{
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  int result;
  do
    result = fcntl(descriptor, F_SETLK, &whole);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

/* Whoever held it before takes its name away as they let go. */
static bool is_still_there(int descriptor, const char *path)
{
  struct stat open_file, named;
  return fstat(descriptor, &open_file) == 0 && stat(path, &named) == 0 &&
         open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

/* "build of 2027-01 by maya, process 4711, since 2026-12-18 09:30" */
static void sign(int descriptor, const char *what)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  g_autofree char *since = g_date_time_format(now, "%Y-%m-%d %H:%M");
  g_autofree char *text = g_strdup_printf("%s by %s, process %ld, since %s\n", what,
                                          g_get_user_name(), (long)getpid(), since);
  if (ftruncate(descriptor, 0) == 0 && write(descriptor, text, strlen(text)) < 0)
    errno = 0; /* it is held all the same */
}

static char *held_words(const char *directory, const char *path)
{
  g_autofree char *who = NULL;
  if (g_file_get_contents(path, &who, NULL, NULL))
    g_strstrip(who);
  return g_strdup_printf("'%s' is in use: %s; try again when that is over", directory,
                         who && *who ? who : "somebody writes a rota");
}

enum status folder_lock_take(const char *directory, const char *what, struct folder_lock **out,
                             char **message)
{
  g_autofree char *path = g_build_filename(directory, ".rota-lock", NULL);
  *out = NULL;
  for (;;) {
    int descriptor = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
    if (descriptor < 0)
      return STATUS_OK;
    if (!lock_whole(descriptor)) {
      bool held = errno == EACCES || errno == EAGAIN;
      close(descriptor);
      *message = held ? held_words(directory, path) : NULL;
      return held ? STATUS_BAD_INPUT : STATUS_OK;
    }
    if (is_still_there(descriptor, path)) {
      sign(descriptor, what);
      *out = g_new(struct folder_lock, 1);
      **out = (struct folder_lock){g_steal_pointer(&path), descriptor};
      return STATUS_OK;
    }
    close(descriptor);
  }
}

void folder_lock_free(struct folder_lock *lock)
{
  if (!lock)
    return;
  g_unlink(lock->path);
  close(lock->descriptor);
  g_free(lock->path);
  g_free(lock);
}
