#include "inputs/plain_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads an open file to its end or just past the bound; false: errno says why. */
static bool read_all(int fd, gsize most, GByteArray *into)
{
  guint8 buffer[16384];
  while (into->len <= most) {
    ssize_t got = read(fd, buffer, sizeof buffer);
    if (got == 0)
      return true;
    if (got < 0 && errno != EINTR)
      return false;
    if (got > 0)
      g_byte_array_append(into, buffer, (guint)got);
  }
  return true;
}

/* O_NONBLOCK, because opening a named pipe would otherwise wait for somebody to write into it. */
GBytes *plain_file_read(const char *path, gsize most, const char **reason)
{
  int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat about;
  if (fd < 0) {
    int error = errno;
    *reason = error == ENOENT && lstat(path, &about) == 0 ? "a link to nothing"
              : error == ENOENT || error == ENOTDIR       ? ""
                                                          : g_strerror(error);
    return NULL;
  }
  GByteArray *bytes = g_byte_array_new();
  *reason = NULL;
  if (fstat(fd, &about) == 0 && !S_ISREG(about.st_mode))
    *reason = "not a file";
  else if (!read_all(fd, most, bytes))
    *reason = g_strerror(errno);
  close(fd);
  if (!*reason)
    return g_byte_array_free_to_bytes(bytes);
  g_byte_array_free(bytes, TRUE);
  return NULL;
}

char *plain_file_text(const char *path, gsize *length, const char **reason)
{
  GBytes *bytes = plain_file_read(path, PLAIN_FILE_MOST, reason);
  gsize size;
  if (!bytes)
    return NULL;
  const char *data = g_bytes_get_data(bytes, &size);
  char *out = size > PLAIN_FILE_MOST ? NULL : g_strndup(data ? data : "", size);
  if (!out)
    *reason = "larger than 64 MiB";
  if (length)
    *length = size;
  g_bytes_unref(bytes);
  return out;
}

char *plain_file_sha256(const char *path)
{
  const char *reason;
  gsize length = 0;
  g_autofree char *text = plain_file_text(path, &length, &reason);
  return text ? g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length) : NULL;
}
