/* What a clinician asks for in certain sessions: to be off, or some work or place. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

static void read_on(struct reader *reader, const struct key *key, const struct node *value,
                    void *field)
{
  struct session_request *request = field;
  const struct month *month = reader->month;
  int date;
  uint8_t blocks;
  (void)key;
  if (!when_dated(reader, value, &date, &blocks))
    return;
  if (date < month->days[0].date || date > month->days[month->n_days - 1].date) {
    diagnostics_error(reader->diagnostics, value->where, "the date is not in %s", month->name);
    return;
  }
  request->date = date;
  memset(request->when.blocks, blocks, sizeof request->when.blocks);
}

static const struct key want_table[] = {
    {.name = "task", .read = key_task, .offset = offsetof(struct session_request, task)},
    {.name = "at", .read = key_site, .offset = offsetof(struct session_request, site)},
};
static const struct keys want_keys = KEYS_OF("want", want_table);

static void read_want(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  struct session_request *request = field;
  if (value->kind == NODE_SCALAR && strcmp(value->text, "off") == 0)
    request->off = true;
  else if (value->kind != NODE_MAP || value->count == 0)
    diagnostics_error(reader->diagnostics, value->where,
                      "expected off, or {task: ..., at: ...}, found %s",
                      reader_describe(reader, value));
  else
    reader_map(reader, value, key->inside, request);
}

static void read_how(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  (void)key;
  value_choice(reader, value, reader->service->levels.names,
               &((struct session_request *)field)->level);
}

static const struct key request_table[] = {
    {.name = "on", .read = read_on},
    {.name = "every", .read = key_pattern, .offset = offsetof(struct session_request, when)},
    {.name = "want", .read = read_want, .required = true, .inside = &want_keys},
    {.name = "how", .read = read_how},
};
const struct keys request_keys = KEYS_OF("a session request", request_table);

static void report_off(struct reader *reader, struct where where)
{
  const struct levels *levels = &reader->service->levels;
  g_autoptr(GString) words = g_string_new(NULL);
  for (int l = 0; l < levels->wished; l++)
    g_string_append_printf(words, "%s'%s'",
                           l == 0                    ? ""
                           : l == levels->wished - 1 ? " or "
                                                     : ", ",
                           levels->names[l]);
  diagnostics_error(reader->diagnostics, where, "off is asked for at %s", words->str);
}

static bool read_request(struct reader *reader, const struct node *node,
                         struct session_request *out)
{
  struct session_request request = {.when = pattern_always(),
                                    .date = DATE_NONE,
                                    .task = NONE,
                                    .site = NONE,
                                    .where = node->where};
  int mistakes = diagnostics_mistakes(reader->diagnostics);
  if (!reader_map(reader, node, &request_keys, &request))
    return false;
  const struct node *on = node_get(node, "on"), *every = node_get(node, "every");
  if (!on == !every)
    diagnostics_error(reader->diagnostics, node->where, "a session request needs 'on' or 'every'%s",
                      on ? ", not both" : "");
  if (request.task != NONE && request.site != NONE)
    refer_is_done_at(reader, node_get(node, "want")->where, request.task, request.site);
  if (request.off && request.level >= reader->service->levels.wished)
    report_off(reader, node_get(node, "how")->where);
  *out = request;
  return diagnostics_mistakes(reader->diagnostics) == mistakes;
}

void key_requests(struct reader *reader, const struct key *key, const struct node *value,
                  void *field)
{
  struct preferences *preferences = field;
  (void)key;
  if (!reader_is_list(reader, value, "sessions") ||
      !reader_bound(reader, value->where, "session requests", value->count, SESSION_REQUESTS_MAX))
    return;
  preferences->requests = ARENA_NEW(reader->arena, struct session_request, value->count);
  for (int i = 0; i < value->count; i++)
    preferences->n_requests +=
        read_request(reader, value->items[i], &preferences->requests[preferences->n_requests]);
}
