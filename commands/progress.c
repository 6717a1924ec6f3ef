#include "commands/progress.h"

#include "reports/text.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static volatile sig_atomic_t stop;

static void remember(int signal_number)
{
  (void)signal_number;
  stop = 1;
}

const volatile sig_atomic_t *progress_stop_flag(void)
{
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = remember;
  action.sa_flags = (int)(SA_RESETHAND | SA_RESTART);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  return &stop;
}

bool progress_stopped(void)
{
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  return stop != 0;
}

void progress_show(void *context, const struct solver_progress *progress)
{
  (void)context;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "\r%5.0f s  %s", progress->seconds, progress->phase);
  if (progress->best != INT64_MAX) {
    g_string_append(line, "  best ");
    text_number(line, progress->best);
  }
  if (progress->bound != INT64_MIN) {
    g_string_append(line, "  bound ");
    text_number(line, progress->bound);
  }
  if (progress->best != INT64_MAX && progress->bound != INT64_MIN && progress->best != 0)
    g_string_append_printf(line, "  gap %.2f%%",
                           100.0 * ((double)progress->best - (double)progress->bound) /
                               (double)ABS(progress->best));
  g_string_append(line, "\033[K");
  fputs(line->str, stderr);
  fflush(stderr);
}

void progress_clear(void)
{
  fputs("\r\033[K", stderr);
  fflush(stderr);
}
