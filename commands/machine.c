#include "commands/machine.h"

#include "commands/command.h"

#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void say(const char *text)
{
  if (write(STDERR_FILENO, text, strlen(text)) < 0)
    return; /* there is nobody left to be told */
}

/* Memory may have run out and locks may be held: nothing here takes either. */
static void on_log(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (!(level & (G_LOG_FLAG_FATAL | G_LOG_LEVEL_ERROR))) {
    g_log_default_handler(domain, level, message, data);
    return;
  }
  say("rota: ");
  say(!message || strstr(message, "failed to allocate") ? "out of memory" : message);
  say("\n");
  _exit(EXIT_INTERNAL);
}

/* GLib gives up in this way where it can't even say why. */
static void on_abort(int signal_number)
{
  (void)signal_number;
  say("rota: out of memory, or a mistake of the program's own\n");
  _exit(EXIT_INTERNAL);
}

/* Opened the other way round, so that using it fails as it would have done. */
static void fill(int descriptor, int flags)
{
  if (fcntl(descriptor, F_GETFD) >= 0)
    return;
  int opened = open("/dev/null", flags);
  if (opened >= 0 && opened != descriptor) {
    dup2(opened, descriptor);
    close(opened);
  }
}

void machine_prepare(void)
{
  fill(STDIN_FILENO, O_WRONLY);
  fill(STDOUT_FILENO, O_RDONLY);
  fill(STDERR_FILENO, O_RDONLY);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  signal(SIGABRT, on_abort);
  signal(SIGTRAP, on_abort);
  g_log_set_default_handler(on_log, NULL);
  json_set_alloc_funcs(g_malloc, g_free);
}
