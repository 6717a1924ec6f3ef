#include "planning/folder_lock.h"

#include "inputs/plain_file.h"
#include "planning/journal.h"

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
  const char *reason;
  g_autofree char *who = plain_file_text(path, NULL, &reason);
  if (who)
    g_strstrip(who);
  return g_strdup_printf("'%s' is in use: %s; try again when that is over", directory,
                         who && *who ? who : "somebody writes a rota");
}

/* It is locked: what is left there is nobody's who lives. */
static enum status begin(int descriptor, char *path, const char *directory, const char *what,
                         struct folder_lock **out, char **message)
{
  struct folder_lock *lock = g_new(struct folder_lock, 1);
  *lock = (struct folder_lock){path, descriptor};
  sign(descriptor, what);
  enum status status = journal_mend(directory, message);
  if (status == STATUS_OK)
    *out = lock;
  else
    folder_lock_free(lock);
  return status;
}

/* Nobody can hold a folder that can't be written to, nor end what is left there. */
static enum status go_without(const char *directory, int error, char **message)
{
  if (!journal_is_open(directory))
    return STATUS_OK;
  *message =
      g_strdup_printf("'%s': rota was ended while it wrote there, and that can't be put right: %s",
                      directory, g_strerror(error));
  return STATUS_IO;
}

/* Others would not be kept out, and nobody would know. */
static enum status refuse_folder(const char *path, char **message)
{
  *message = g_strdup_printf("'%s' is a folder, where rota notes who writes; move it away", path);
  return STATUS_BAD_INPUT;
}

enum status folder_lock_take(const char *directory, const char *what, struct folder_lock **out,
                             char **message)
{
  g_autofree char *path = g_build_filename(directory, ".rota-lock", NULL);
  *out = NULL;
  for (;;) {
    int descriptor = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
    if (descriptor < 0 && errno == EISDIR)
      return refuse_folder(path, message);
    if (descriptor < 0)
      return go_without(directory, errno, message);
    if (!lock_whole(descriptor)) {
      int error = errno;
      close(descriptor);
      if (error != EACCES && error != EAGAIN)
        return go_without(directory, error, message);
      *message = held_words(directory, path);
      return STATUS_BAD_INPUT;
    }
    if (is_still_there(descriptor, path))
      return begin(descriptor, g_steal_pointer(&path), directory, what, out, message);
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

enum { SETTLE_TRIES = 200, SETTLE_WAIT_US = 50000 };

enum status folder_lock_settle(const char *directory, char **message)
{
  for (int attempt = 0; journal_is_open(directory); attempt++) {
    struct folder_lock *lock = NULL;
    enum status status = folder_lock_take(directory, "mending", &lock, message);
    folder_lock_free(lock);
    if (status == STATUS_OK || status == STATUS_IO || attempt == SETTLE_TRIES)
      return status;
    g_clear_pointer(message, g_free);
    g_usleep(SETTLE_WAIT_US);
  }
  return STATUS_OK;
}
