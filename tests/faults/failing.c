/* A library to be loaded before a program (LD_PRELOAD): what it does to the files under $FAIL_UNDER
 * is counted, and goes wrong at the one of number $FAIL_AT. $FAIL_HOW:
 *   once  it fails
 *   on    it and all that follow fail: a disk that is full, or can't be written to any more
 *   kill  the program is killed
 *   stop  the program waits there for a SIGCONT, and nothing fails
 * What is written fails halfway. $FAIL_TALLY is a file in which it says how many there were. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int count;

static bool is_under(const char *path)
{
  const char *under = getenv("FAIL_UNDER");
  return under && path && strncmp(path, under, strlen(under)) == 0;
}

static bool is_file_under(int descriptor)
{
  char name[64], path[4096];
  snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(name, path, sizeof path - 1);
  path[length < 0 ? 0 : length] = '\0';
  return is_under(path);
}

/* Is this the one that goes wrong? `half` of what is to be written comes before. */
static bool goes_wrong(bool counts, int descriptor, const void *half, size_t size)
{
  const char *at = getenv("FAIL_AT"), *how = getenv("FAIL_HOW");
  int number = at ? atoi(at) : 0;
  if (!counts || ++count < number || number == 0)
    return false;
  bool stops = how && strcmp(how, "stop") == 0;
  if (count > number && how && (stops || strcmp(how, "once") == 0))
    return false;
  if (stops) {
    raise(SIGSTOP);
    return false;
  }
  if (half && count == number)
    syscall(SYS_write, descriptor, half, size);
  if (how && strcmp(how, "kill") == 0)
    kill(getpid(), SIGKILL);
  errno = how && strcmp(how, "on") == 0 ? ENOSPC : EIO;
  return true;
}

__attribute__((destructor)) static void tell(void)
{
  const char *path = getenv("FAIL_TALLY");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file)
    return;
  fprintf(file, "%d\n", count);
  fclose(file);
}

static int opened(const char *path, int flags, mode_t mode)
{
  bool writes = (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0;
  if (goes_wrong(writes && is_under(path), -1, NULL, 0))
    return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
  if (goes_wrong(is_file_under(descriptor), descriptor, bytes, size / 2))
    return -1;
  return syscall(SYS_write, descriptor, bytes, size);
}

int fsync(int descriptor)
{
  return goes_wrong(is_file_under(descriptor), -1, NULL, 0) ? -1
                                                            : (int)syscall(SYS_fsync, descriptor);
}

/* It is closed all the same, as the kernel does. */
int close(int descriptor)
{
  bool writes = (fcntl(descriptor, F_GETFL) & (O_WRONLY | O_RDWR)) != 0;
  bool fails = goes_wrong(writes && is_file_under(descriptor), -1, NULL, 0);
  int error = errno;
  int result = (int)syscall(SYS_close, descriptor);
  if (fails)
    errno = error;
  return fails ? -1 : result;
}

int ftruncate(int descriptor, off_t length)
{
  bool fails = goes_wrong(is_file_under(descriptor), -1, NULL, 0);
  return fails ? -1 : (int)syscall(SYS_ftruncate, descriptor, length);
}

int ftruncate64(int descriptor, off64_t length)
{
  bool fails = goes_wrong(is_file_under(descriptor), -1, NULL, 0);
  return fails ? -1 : (int)syscall(SYS_ftruncate, descriptor, length);
}

int fchmod(int descriptor, mode_t mode)
{
  bool fails = goes_wrong(is_file_under(descriptor), -1, NULL, 0);
  return fails ? -1 : (int)syscall(SYS_fchmod, descriptor, mode);
}

int rename(const char *from, const char *to)
{
  bool fails = goes_wrong(is_under(to), -1, NULL, 0);
  return fails ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
  bool fails = goes_wrong(is_under(to), -1, NULL, 0);
  return fails ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
  return goes_wrong(is_under(path), -1, NULL, 0) ? -1
                                                 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int mkdir(const char *path, mode_t mode)
{
  bool fails = goes_wrong(is_under(path), -1, NULL, 0);
  return fails ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}
