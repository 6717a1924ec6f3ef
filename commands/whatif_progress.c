#include "commands/whatif_progress.h"

#include "commands/progress.h"
#include "reports/text.h"
#include "reports/whatif_words.h"

#include <stdio.h>

enum { LINE_WIDTH = 79, HEAD_WIDTH = 16, FIGURES_WIDTH = 20, NAME_LEAST = 6 };

static void write_over(const char *text)
{
  g_autoptr(GString) line = g_string_new("\r");
  text_left(line, text, LINE_WIDTH);
  fputs(line->str, stderr);
  fflush(stderr);
}

static void append_gap(GString *line, const struct solver_progress *progress)
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

void whatif_progress_done(const struct outcome *outcome)
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

void whatif_progress_show(void *context, struct crew_item *items, int count)
{
  const struct whatif_settings *settings = context;
  g_autoptr(GString) running = g_string_new(NULL);
  int done = 0, at_work = 0;
  for (int i = 0; i < count; i++)
    at_work += items[i].state == CREW_RUNNING;
  int width = (LINE_WIDTH - HEAD_WIDTH) / MAX(1, at_work) - FIGURES_WIDTH;
  for (int i = 0; i < count; i++) {
    struct crew_item *item = &items[i];
    done += item->state == CREW_DONE;
    if (item->state == CREW_DONE && !item->told)
      whatif_progress_done(item->outcome);
    item->told = item->state == CREW_DONE;
    if (item->state != CREW_RUNNING)
      continue;
    append_name(running, whatif_case_name(item->c), MAX(width, NAME_LEAST));
    g_string_append_printf(running, " %.0f s",
                           (double)(g_get_monotonic_time() - item->begun_us) / 1e6);
    append_gap(running, &item->progress);
  }
  if (done == count) {
    progress_clear();
    return;
  }
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "  %d of %d done%s | %s", done, count,
                         settings->stop && *settings->stop ? ", stopping" : "", running->str);
  write_over(line->str);
}

void whatif_progress_baseline(void *context, const struct solver_progress *progress)
{
  (void)context;
  g_autoptr(GString) line = g_string_new(NULL);
  g_string_append_printf(line, "  as it is %.0f s, %s,", progress->seconds, progress->phase);
  append_gap(line, progress);
  write_over(line->str);
}

static char *duration(int seconds)
{
  if (seconds < 90)
    return g_strdup_printf("%d seconds", seconds);
  return g_strdup_printf("about %d minutes", (seconds + 30) / 60);
}

char *whatif_progress_estimate(const struct whatif_settings *settings, int scenarios)
{
  int rounds = (scenarios + settings->threads - 1) / settings->threads;
  g_autofree char *time = duration((WHATIF_BASELINE_TIMES + rounds) * settings->seconds);
  GString *out = g_string_new(NULL);
  text_count(out, 1 + scenarios, "build", "builds");
  if (settings->deterministic)
    g_string_append(out, ", as much work as it takes (--deterministic)");
  else
    g_string_append_printf(out, ", at most %s", time);
  g_string_append_printf(out, " on %d core%s", settings->threads,
                         settings->threads == 1 ? "" : "s");
  return g_string_free(out, FALSE);
}
