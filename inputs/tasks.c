/* tasks: what is done, by whom, and what it needs. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/vocabulary.h"

#include <string.h>

enum { TASKS_MAX = 150, SLOTS_MAX = 500, STAGE_MAX = 10 };

static const char *const stream_names[] = {"neither", "generalist", "specialist", NULL};

static void read_stream(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  int stream;
  if (value_choice(reader, value, key->words, &stream))
    ((struct task *)field)->stream = (enum stream)stream;
}

static void read_skill(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  const char *word;
  (void)key;
  if (value_word(reader, value, "skill", &word))
    *(int *)field = vocabulary_find(&reader->service->skills, word);
}

/* "none" and 0 say the same: what people with `rooms:` in mind write. */
static void read_room(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  (void)key;
  if (value->kind == NODE_SCALAR && strcmp(value->text, "none") == 0) {
    *(int *)field = NONE;
    return;
  }
  int kind = refer_word(reader, &reader->service->room_kinds, "kind of room", value);
  if (kind != NONE)
    *(int *)field = kind;
}

static void read_rooms(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  (void)key;
  if (value->kind == NODE_SCALAR && strcmp(value->text, "0") == 0)
    *(int *)field = NONE;
  else
    diagnostics_error(reader->diagnostics, value->where,
                      "rooms can only be 0, for none; a kind of room is written under 'room'");
}

static void read_slots(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  int *slots = ((struct task *)field)->slots;
  bool any = value->count == 0;
  if (!reader_is_map(reader, value, "slots"))
    return;
  for (int i = 0; i < value->count; i++) {
    const char *word;
    int kind = NONE, count;
    if (value_word(reader, value->keys[i], "kind of slot", &word))
      kind = vocabulary_find(&reader->service->slot_kinds, word);
    bool read = value_number(reader, value->items[i], key->least, key->most, &count);
    if (read && kind != NONE)
      slots[kind] = count;
    any = any || !read || count > 0;
  }
  if (!any)
    diagnostics_warning(reader->diagnostics, value->where,
                        "no contacts are offered by this: leave 'slots' out if that is meant");
}

static const struct key task_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct task, name)},
    {.name = "stream", .read = read_stream, .words = stream_names},
    {.name = "skill", .read = read_skill, .offset = offsetof(struct task, skill)},
    {.name = "min_band", .read = key_band, .offset = offsetof(struct task, min_band)},
    {.name = "min_stage",
     .read = key_number,
     .offset = offsetof(struct task, min_stage),
     .least = 1,
     .most = STAGE_MAX},
    {.name = "at", .read = key_site_mask, .offset = offsetof(struct task, at)},
    {.name = "room", .read = read_room, .offset = offsetof(struct task, room)},
    {.name = "rooms", .read = read_rooms, .offset = offsetof(struct task, room)},
    {.name = "slots", .read = read_slots, .least = 0, .most = SLOTS_MAX},
    {.name = "minutes_per_contact",
     .read = key_number,
     .offset = offsetof(struct task, minutes_per_contact),
     .least = 1,
     .most = 480},
    {.name = "spare", .read = key_switch, .offset = offsetof(struct task, spare)},
};
const struct keys task_keys = KEYS_OF("a task", task_table);

void tasks_declare(struct reader *reader, const struct node *tasks)
{
  struct service *service = reader->draft;
  reader->lost[THING_TASK] = true;
  if (!tasks || !reader_is_map(reader, tasks, "tasks") ||
      !reader_bound(reader, tasks->where, "tasks", tasks->count, TASKS_MAX))
    return;
  if (tasks->count == 0)
    diagnostics_error(reader->diagnostics, tasks->where, "the service has no task");
  service->tasks = ARENA_NEW(service->arena, struct task, tasks->count);
  for (int i = 0; i < tasks->count; i++) {
    if (!value_is_id(reader, tasks->keys[i], "task"))
      continue;
    struct task *task = &service->tasks[service->n_tasks++];
    *task = (struct task){.skill = NONE, .where = tasks->keys[i]->where};
    task->id = task->name = arena_strdup(service->arena, tasks->keys[i]->text);
    const struct node *skill = node_get(tasks->items[i], "skill");
    if (skill && skill->kind == NODE_SCALAR)
      vocabulary_add_node(reader, &service->skills, skill);
    const struct node *slots = node_get(tasks->items[i], "slots");
    if (slots && slots->kind == NODE_MAP)
      vocabulary_add_node(reader, &service->slot_kinds, slots);
  }
  reader->lost[THING_TASK] = service->n_tasks < tasks->count;
}

static bool *everywhere(struct reader *reader)
{
  bool *sites = ARENA_NEW(reader->arena, bool, reader->service->n_sites);
  for (int s = 0; s < reader->service->n_sites; s++)
    sites[s] = true;
  return sites;
}

static void read_task(struct reader *reader, const struct node *body, struct task *task)
{
  struct service *service = reader->draft;
  task->slots = ARENA_NEW(service->arena, int, service->slot_kinds.count);
  task->room = vocabulary_find(&service->room_kinds, "room");
  if (!node_is_empty(body))
    reader_map(reader, body, &task_keys, task);
  if (!task->at)
    task->at = everywhere(reader);
  const struct node *room = node_get(body, "room"), *rooms = node_get(body, "rooms");
  if (room && rooms)
    diagnostics_error(reader->diagnostics, rooms->where, "either 'room' or 'rooms', not both");
  const struct node *stage = node_get(body, "min_stage");
  if (stage && !node_get(body, "skill"))
    diagnostics_error(reader->diagnostics, stage->where, "'min_stage' without a 'skill'");
}

void tasks_read(struct reader *reader, const struct node *tasks)
{
  struct service *service = reader->draft;
  for (int i = 0; service->n_tasks > 0 && i < tasks->count; i++) {
    int index = service_task(service, tasks->keys[i]->text);
    if (index != NONE)
      read_task(reader, tasks->items[i], &service->tasks[index]);
  }
}
