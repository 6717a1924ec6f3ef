/* sessions and week: the blocks of the day, and when the service is open. */
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

static void read_clock(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  (void)key;
  value_clock(reader, value, field);
}

static const struct key session_table[] = {
    {.name = "from",
     .read = read_clock,
     .offset = offsetof(struct block, from_minute),
     .required = true},
    {.name = "to",
     .read = read_clock,
     .offset = offsetof(struct block, to_minute),
     .required = true},
};
const struct keys session_keys = KEYS_OF("a session", session_table);

static int by_start(const void *left, const void *right)
{
  const struct block *a = left, *b = right;
  return (a->from_minute > b->from_minute) - (a->from_minute < b->from_minute);
}

static void check_overlap(struct reader *reader)
{
  const struct service *service = reader->service;
  for (int b = 1; b < service->n_blocks; b++) {
    const struct block *before = &service->blocks[b - 1], *block = &service->blocks[b];
    if (block->from_minute < before->to_minute)
      diagnostics_error(reader->diagnostics, block->where,
                        "the session '%s' begins before '%s' has ended", block->id, before->id);
  }
}

static bool read_session(struct reader *reader, const struct node *id, const struct node *body,
                         struct block *out)
{
  struct block block = {.where = id->where, .from_minute = -1, .to_minute = -1};
  if (!value_is_id(reader, id, "session"))
    return false;
  block.id = arena_strdup(reader->arena, id->text);
  reader_map(reader, body, &session_keys, &block);
  bool timed = block.from_minute >= 0 && block.to_minute >= 0;
  if (timed && block.to_minute <= block.from_minute)
    diagnostics_error(reader->diagnostics, id->where, "the session '%s' ends before it begins",
                      id->text);
  *out = block;
  return true;
}

void sessions_read(struct reader *reader, const struct node *sessions)
{
  struct service *service = reader->draft;
  reader->lost[THING_BLOCK] = true;
  if (!sessions || !reader_is_map(reader, sessions, "sessions"))
    return;
  if (sessions->count == 0)
    diagnostics_error(reader->diagnostics, sessions->where, "no session is named");
  if (sessions->count == 0 ||
      !reader_bound(reader, sessions->where, "sessions", sessions->count, BLOCKS_MAX))
    return;
  for (int i = 0; i < sessions->count; i++)
    if (read_session(reader, sessions->keys[i], sessions->items[i],
                     &service->blocks[service->n_blocks]))
      service->n_blocks++;
  reader->lost[THING_BLOCK] = service->n_blocks < sessions->count;
  qsort(service->blocks, (size_t)service->n_blocks, sizeof *service->blocks, by_start);
  check_overlap(reader);
}

static bool is_open(const struct service *service)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int b = 0; b < service->n_blocks; b++)
      if (service->week.blocks[day] >> b & 1)
        return true;
  return false;
}

void week_read(struct reader *reader, const struct node *week)
{
  reader->lost_week = true;
  if (!week || !when_week(reader, week, &reader->draft->week) || reader->lost[THING_BLOCK])
    return;
  if (is_open(reader->service))
    reader->lost_week = false;
  else
    diagnostics_error(reader->diagnostics, week->where, "the service is never open");
}
