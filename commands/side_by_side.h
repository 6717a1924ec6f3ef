/* Many small pieces of work, each done by one thread. */
#ifndef ROTA_COMMANDS_SIDE_BY_SIDE_H
#define ROTA_COMMANDS_SIDE_BY_SIDE_H

/* Calls work(context, 0), ... work(context, count - 1), `threads` at a time; calls
 * must not touch each other's results. `show` (NULL: nobody) is told five times a
 * second how many are done. */
void side_by_side(int count, int threads, void (*work)(void *context, int index), void *context,
                  void (*show)(int done, int count));

#endif
