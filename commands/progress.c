#include "commands/progress.h"

#include "reports/text.h"
#include "reports/whatif_words.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_WIDTH = 79, HEAD_WIDTH = 16, FIGURES_WIDTH = 20, NAME_LEAST = 6 };

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

bool progress_is_watched(bool quiet)
{
  return !quiet && isatty(STDERR_FILENO);
}

/* --- one build --------------------------------------------------------------- */

void progress_show(void *context, const struct build_progress *progress)
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

/* --- many builds ------------------------------------------------------------ */

static void write_over(const char *text)
{
  g_autoptr(GString) line = g_string_new("\r");
  text_left(line, text, LINE_WIDTH);
  fputs(line->str, stderr);
  fflush(stderr);
}

static void append_gap(GString *line, const struct build_progress *progress)
{
  if (progress->best == INT64_MAX) {
    g_string_append(line, " no rota yet");
    return;
  }
  if (progress->bound == INT64_MIN) {
    g_string_append(line, " best ");
    text_number(line, progress->best);
    return;
  }
  double size = progress->best == 0 ? 1 : ABS((double)progress->best);
  g_string_append_printf(line, " gap %.2f%%",
                         100 * ((double)progress->best - (double)progress->bound) / size);
}

void progress_done(const struct outcome *outcome)
{
  g_autoptr(GString) line = g_string_new("\r\033[K  ");
  g_string_append(line, outcome->name);
  if (outcome->status != OUTCOME_BUILT) {
    g_string_append_printf(line, ": %s\n", whatif_status_words(outcome->status));
  } else {
    g_string_append(line, ": cost ");
    whatif_figure(line, &outcome_measures[MEASURE_COST], outcome->values[MEASURE_COST]);
    g_string_append(line, ", gap ");
    whatif_figure(line, &outcome_measures[MEASURE_GAP], outcome->values[MEASURE_GAP]);
    g_string_append_printf(line, ", %.0f s\n", (double)outcome->values[MEASURE_SECONDS] / 100);
  }
  fputs(line->str, stderr);
}

static void append_name(GString *line, const char *name, int width)
{
  if (line->len)
    g_string_append(line, "; ");
  text_left(line, name, MIN(width, text_width(name)));
}

void progress_queue(void *context, struct queued *items, int count)
{
  (void)context;
  g_autoptr(GString) running = g_string_new(NULL);
  int done = 0, at_work = 0;
  for (int i = 0; i < count; i++)
    at_work += items[i].state == QUEUED_RUNNING;
  int width = (LINE_WIDTH - HEAD_WIDTH) / MAX(1, at_work) - FIGURES_WIDTH;
  for (int i = 0; i < count; i++) {
    struct queued *item = &items[i];
    done += item->state == QUEUED_DONE;
    if (item->state == QUEUED_DONE && !item->told)
      progress_done(item->outcome);
    item->told = item->state == QUEUED_DONE;
    if (item->state != QUEUED_RUNNING)
      continue;
    append_name(running, variant_name(item->variant), MAX(width, NAME_LEAST));
    g_string_append_printf(running, " %.0f s",
                           (double)(g_get_monotonic_time() - item->begun_us) / 1e6);
    append_gap(running, &item->progress);
  }
  if (done == count) {
    progress_clear();
    return;
  }
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "  %d of %d done%s | %s", done, count, stop ? ", stopping" : "",
                         running->str);
  write_over(line->str);
}

void progress_baseline(void *context, const struct build_progress *progress)
{
  (void)context;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "  as it is %.0f s, %s,", progress->seconds, progress->phase);
  append_gap(line, progress);
  write_over(line->str);
}

void progress_parts(void *context, int done, int count)
{
  (void)context;
  fprintf(stderr, "\r  %d of %d\033[K", done, count);
  fflush(stderr);
}
