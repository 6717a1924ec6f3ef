/* move: {from: fcp, to: clinic, sessions: 2, at: hove}: so many sessions a week
 * are no longer asked for at one task, and as many more at another. */
#include "inputs/refer.h"
#include "inputs/value.h"
#include "scenarios/levers.h"
#include "scenarios/move.h"

enum { SESSIONS_MAX = 200 };

static const struct key move_table[] = {
    {.name = "from", .read = key_task, .offset = offsetof(struct moved, from), .required = true},
    {.name = "to", .read = key_task, .offset = offsetof(struct moved, to), .required = true},
    {.name = "sessions",
     .read = key_number,
     .offset = offsetof(struct moved, sessions),
     .least = 1,
     .most = SESSIONS_MAX,
     .required = true},
    {.name = "at", .read = key_site, .offset = offsetof(struct moved, at), .required = true},
    {.name = "from_at", .read = key_site, .offset = offsetof(struct moved, from_at)},
};
const struct keys lever_move_keys = KEYS_OF("move", move_table);

void lever_move(struct making *making, const struct node *body)
{
  const struct service *service = making->service;
  struct moved moved = {NONE, NONE, 0, NONE, NONE};
  int errors = making_errors(making);
  reader_map(&making->reader, body, &lever_move_keys, &moved);
  if (making_errors(making) > errors)
    return;
  struct owed owed;
  refer_is_done_at(&making->reader, node_get(body, "at")->where, moved.to, moved.at);
  if (move_find_owed(service, moved.from, &owed))
    move_shift_owed(making, body, &owed, -moved.sessions);
  else
    move_from_line(making, body, &moved);
  if (move_find_owed(service, moved.to, &owed))
    move_shift_owed(making, body, &owed, moved.sessions);
  else
    move_to_line(making, body, &moved);
  making_say(making,
             moved.sessions == 1 ? "%d session a week of %s becomes %s at %s"
                                 : "%d sessions a week of %s become %s at %s",
             moved.sessions, service->tasks[moved.from].name, service->tasks[moved.to].name,
             service->sites[moved.at].name);
}
