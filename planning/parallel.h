/* Many small pieces of work, each done by one thread. */
#ifndef ROTA_PLANNING_PARALLEL_H
#define ROTA_PLANNING_PARALLEL_H

/* Who is told, five times a second, how many pieces are done. */
struct parallel_watch {
  void (*show)(void *context, int done, int count); /* NULL: nobody */
  void *context;
};

/* Calls work(context, 0), ... work(context, count - 1), `threads` at a time; calls
 * must not touch each other's results. */
void parallel_run(int count, int threads, void (*work)(void *context, int index), void *context,
                  struct parallel_watch watch);

#endif
