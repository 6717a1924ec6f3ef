#include "planning/variant_queue.h"

#include "planning/parallel.h"

struct queue {
  struct queued *items;
  int count;
  const struct variant_settings *settings;
  const struct start *start;
  const struct outcome *baseline;
  struct variant_queue_watch watch;
  GMutex lock; /* of the items */
};

/* Where a build's progress goes. */
struct place {
  struct queue *queue;
  struct queued *item;
};

static void note_progress(void *context, const struct build_progress *progress)
{
  struct place *place = context;
  g_mutex_lock(&place->queue->lock);
  place->item->progress = *progress;
  g_mutex_unlock(&place->queue->lock);
}

static void build_one(void *context, int index)
{
  struct queue *queue = context;
  struct queued *item = &queue->items[index];
  struct place place = {queue, item};
  struct variant_settings settings = *queue->settings;
  struct variant_result result;
  settings.build.threads = 1;
  settings.build.report = note_progress;
  settings.build.report_context = &place;
  g_mutex_lock(&queue->lock);
  item->state = QUEUED_RUNNING;
  item->begun_us = g_get_monotonic_time();
  g_mutex_unlock(&queue->lock);
  variant_build(item->variant, &settings, queue->start, queue->baseline, &result);
  g_mutex_lock(&queue->lock);
  item->outcome = g_steal_pointer(&result.outcome);
  item->rota = g_steal_pointer(&result.rota);
  item->state = QUEUED_DONE;
  g_mutex_unlock(&queue->lock);
  variant_result_clear(&result);
}

static void show_all(void *context, int done, int count)
{
  struct queue *queue = context;
  (void)done;
  g_mutex_lock(&queue->lock);
  queue->watch.show(queue->watch.context, queue->items, count);
  g_mutex_unlock(&queue->lock);
}

void variant_queue_build(const struct variant *const *variants, int count,
                         const struct variant_settings *settings, const struct start *start,
                         const struct outcome *baseline, struct variant_queue_watch watch,
                         struct outcome **outcomes, struct start **rotas)
{
  struct queue queue = {NULL, count, settings, start, baseline, watch, {0}};
  struct parallel_watch progress = {watch.show ? show_all : NULL, &queue};
  queue.items = g_new0(struct queued, (gsize)count + 1);
  for (int i = 0; i < count; i++) {
    queue.items[i].variant = variants[i];
    queue.items[i].progress = (struct build_progress){0, INT64_MAX, INT64_MIN, ""};
  }
  g_mutex_init(&queue.lock);
  parallel_run(count, settings->build.threads, build_one, &queue, progress);
  if (watch.show)
    show_all(&queue, count, count);
  for (int i = 0; i < count; i++) {
    outcomes[i] = queue.items[i].outcome;
    if (rotas)
      rotas[i] = queue.items[i].rota;
    else
      start_free(queue.items[i].rota);
  }
  g_mutex_clear(&queue.lock);
  g_free(queue.items);
}
