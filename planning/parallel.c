#include "planning/parallel.h"

#include <glib.h>

enum { SHOW_EVERY_MS = 200 };

struct shared {
  int count;
  void (*work)(void *context, int index);
  void *context;
  gint next; /* atomic */
  GMutex lock;
  GCond changed;     /* under the lock, as what follows */
  int done, at_work; /* pieces, threads */
};

static gpointer work_thread(gpointer data)
{
  struct shared *shared = data;
  for (;;) {
    int index = g_atomic_int_add(&shared->next, 1);
    if (index >= shared->count)
      break;
    shared->work(shared->context, index);
    g_mutex_lock(&shared->lock);
    shared->done++;
    g_mutex_unlock(&shared->lock);
  }
  g_mutex_lock(&shared->lock);
  shared->at_work--;
  g_cond_signal(&shared->changed);
  g_mutex_unlock(&shared->lock);
  return NULL;
}

void parallel_run(int count, int threads, void (*work)(void *context, int index), void *context,
                  struct parallel_watch watch)
{
  struct shared shared = {.count = count, .work = work, .context = context};
  shared.at_work = CLAMP(threads, 1, MAX(count, 1));
  int n_threads = shared.at_work;
  g_autofree GThread **all = g_new(GThread *, (gsize)n_threads);
  g_mutex_init(&shared.lock);
  g_cond_init(&shared.changed);
  for (int t = 0; t < n_threads; t++)
    all[t] = g_thread_new("part", work_thread, &shared);
  g_mutex_lock(&shared.lock);
  while (shared.at_work > 0) {
    if (watch.show)
      watch.show(watch.context, shared.done, count);
    g_cond_wait_until(&shared.changed, &shared.lock,
                      g_get_monotonic_time() + (gint64)SHOW_EVERY_MS * 1000);
  }
  g_mutex_unlock(&shared.lock);
  for (int t = 0; t < n_threads; t++)
    g_thread_join(all[t]);
  g_mutex_clear(&shared.lock);
  g_cond_clear(&shared.changed);
}
