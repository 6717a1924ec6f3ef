#include "commands/whatif_crew.h"

enum { SHOW_EVERY_MS = 200 };

struct crew {
  struct crew_item *items;
  int n_items;
  const struct whatif_settings *settings;
  const struct start *start;
  const struct outcome *baseline;
  GMutex lock;
  GCond changed; /* an item is done */
  int next;      /* item to be begun; under the lock, as are all items */
  int at_work;   /* threads */
};

struct crew *crew_new(const struct whatif_case *const *cases, int count,
                      const struct whatif_settings *settings, const struct start *start,
                      const struct outcome *baseline)
{
  struct crew *crew = g_new0(struct crew, 1);
  crew->items = g_new0(struct crew_item, (gsize)count + 1);
  crew->n_items = count;
  crew->settings = settings;
  crew->start = start;
  crew->baseline = baseline;
  for (int i = 0; i < count; i++) {
    crew->items[i].c = cases[i];
    crew->items[i].progress = (struct solver_progress){0, INT64_MAX, INT64_MIN, ""};
  }
  g_mutex_init(&crew->lock);
  g_cond_init(&crew->changed);
  return crew;
}

void crew_free(struct crew *crew)
{
  if (!crew)
    return;
  for (int i = 0; i < crew->n_items; i++)
    outcome_free(crew->items[i].outcome);
  g_mutex_clear(&crew->lock);
  g_cond_clear(&crew->changed);
  g_free(crew->items);
  g_free(crew);
}

/* Where a build's progress goes. */
struct desk {
  struct crew *crew;
  struct crew_item *item;
};

static void note_progress(void *context, const struct solver_progress *progress)
{
  struct desk *desk = context;
  g_mutex_lock(&desk->crew->lock);
  desk->item->progress = *progress;
  g_mutex_unlock(&desk->crew->lock);
}

/* The next case, begun; NULL when all are. */
static struct crew_item *begin_next(struct crew *crew)
{
  struct crew_item *item = NULL;
  g_mutex_lock(&crew->lock);
  if (crew->next < crew->n_items) {
    item = &crew->items[crew->next++];
    item->state = CREW_RUNNING;
    item->begun_us = g_get_monotonic_time();
  }
  g_mutex_unlock(&crew->lock);
  return item;
}

static gpointer work_thread(gpointer data)
{
  struct crew *crew = data;
  struct desk desk = {.crew = crew};
  struct whatif_settings settings = *crew->settings;
  settings.threads = 1;
  settings.report = note_progress;
  settings.report_context = &desk;
  while ((desk.item = begin_next(crew))) {
    struct outcome *outcome =
        whatif_run(desk.item->c, &settings, crew->start, crew->baseline, NULL);
    g_mutex_lock(&crew->lock);
    desk.item->outcome = outcome;
    desk.item->state = CREW_DONE;
    g_cond_signal(&crew->changed);
    g_mutex_unlock(&crew->lock);
  }
  g_mutex_lock(&crew->lock);
  crew->at_work--;
  g_cond_signal(&crew->changed);
  g_mutex_unlock(&crew->lock);
  return NULL;
}

void crew_work(struct crew *crew, void (*show)(void *context, struct crew_item *items, int count),
               void *context)
{
  int count = CLAMP(crew->settings->threads, 1, MAX(crew->n_items, 1));
  g_autofree GThread **threads = g_new(GThread *, (gsize)count);
  crew->at_work = count;
  for (int t = 0; t < count; t++)
    threads[t] = g_thread_new("whatif", work_thread, crew);
  g_mutex_lock(&crew->lock);
  while (crew->at_work > 0) {
    if (show)
      show(context, crew->items, crew->n_items);
    g_cond_wait_until(&crew->changed, &crew->lock,
                      g_get_monotonic_time() + (gint64)SHOW_EVERY_MS * 1000);
  }
  g_mutex_unlock(&crew->lock);
  for (int t = 0; t < count; t++)
    g_thread_join(threads[t]);
  if (show)
    show(context, crew->items, crew->n_items);
}

struct outcome *crew_take(struct crew *crew, int index)
{
  return g_steal_pointer(&crew->items[index].outcome);
}
