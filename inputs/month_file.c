/* month.yaml: closures, events and the demand that differs this month. */
#include "inputs/demand_by_use.h"
#include "inputs/month_folders.h"
#include "inputs/refer.h"
#include "inputs/repairs.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum { EVENTS_MAX = 200, CLOSURES_MAX = 500, ATTENDEES_MAX = 100000 };

/* What month.yaml holds, before the month is laid out. */
struct content {
  const struct node *period, *closures, *events, *demand, *agreed;
};

static const struct key closure_table[] = {
    {.name = "site", .read = key_site, .offset = offsetof(struct closure, site)},
    {.name = "from", .read = key_date, .offset = offsetof(struct closure, from), .required = true},
    {.name = "to", .read = key_date, .offset = offsetof(struct closure, until)},
    {.name = "sessions", .read = key_blocks, .offset = offsetof(struct closure, blocks)},
    {.name = "reason", .read = key_text, .offset = offsetof(struct closure, reason)},
    {.name = "owed", .read = key_switch, .offset = offsetof(struct closure, owed)},
    {.name = "moves_to", .read = key_site, .offset = offsetof(struct closure, moves_to)},
};
static const struct keys closure_keys = KEYS_OF("a closure", closure_table);

/* An event, and the sessions it runs in on each day of the month. */
struct happening {
  struct event event;
  uint8_t *blocks; /* [month days] */
  const struct node *need;
  const struct recurring *recurring; /* whose needs stand; NULL: the month's own */
};

static void read_on(struct reader *reader, const struct key *key, const struct node *value,
                    void *field)
{
  struct happening *happening = field;
  int count;
  const struct node *const *items = node_each(&value, &count);
  (void)key;
  if (count == 0)
    diagnostics_error(reader->diagnostics, value->where, "no session is named");
  for (int i = 0; i < count; i++) {
    int date;
    uint8_t blocks;
    if (!when_dated(reader, items[i], &date, &blocks))
      continue;
    if (date < reader->month->from || date > reader->month->until)
      diagnostics_error(reader->diagnostics, items[i]->where, "the date is not in %s",
                        reader->month->name);
    else
      happening->blocks[date - reader->month->from] |= blocks;
  }
}

static const struct key event_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct happening, event.name)},
    {.name = "kind", .read = key_text, .offset = offsetof(struct happening, event.kind)},
    {.name = "at",
     .read = key_site,
     .offset = offsetof(struct happening, event.site),
     .required = true},
    {.name = "on", .read = read_on, .required = true},
    {.name = "attendees",
     .read = key_number,
     .offset = offsetof(struct happening, event.attendees),
     .least = 0,
     .most = ATTENDEES_MAX},
    {.name = "need",
     .read = key_node,
     .offset = offsetof(struct happening, need),
     .required = true,
     .inside = &need_keys},
};
static const struct keys event_keys = KEYS_OF("an event", event_table);

static const struct key month_table[] = {
    {.name = "period",
     .read = key_node,
     .offset = offsetof(struct content, period),
     .inside = &period_keys},
    {.name = "closures",
     .read = key_node,
     .offset = offsetof(struct content, closures),
     .inside = &closure_keys},
    {.name = "events",
     .read = key_node,
     .offset = offsetof(struct content, events),
     .inside = &event_keys},
    {.name = "demand",
     .read = key_node,
     .offset = offsetof(struct content, demand),
     .inside = &month_demand_keys},
    {.name = "agreed",
     .read = key_node,
     .offset = offsetof(struct content, agreed),
     .inside = &agreed_keys},
};
const struct keys month_keys = KEYS_OF("month.yaml", month_table);

/* What may be said of a month after it was published. */
static const struct key repair_table[] = {
    {.name = "closures",
     .read = key_node,
     .offset = offsetof(struct content, closures),
     .inside = &closure_keys},
    {.name = "events",
     .read = key_node,
     .offset = offsetof(struct content, events),
     .inside = &event_keys},
};
static const struct keys repair_keys = KEYS_OF("a repair", repair_table);

/* Is there a place where the work goes, and does it go? */
static void check_move(struct reader *reader, const struct node *node,
                       const struct closure *closure)
{
  const struct node *to = node_get(node, "moves_to");
  const char *fault = NULL;
  if (closure->moves_to == NONE)
    return;
  if (closure->site == NONE)
    fault = "the whole service is closed, and has nowhere to move to; name the 'site'";
  else if (closure->site == closure->moves_to)
    fault = "this is the site that is closed";
  else if (!closure->owed)
    fault = "what moves is asked for there; leave out 'owed' or 'moves_to'";
  if (fault)
    diagnostics_error(reader->diagnostics, to->where, "%s", fault);
}

static bool read_closure(struct reader *reader, const struct node *node, struct closure *out)
{
  struct closure closure = {.site = NONE,
                            .blocks = 0xff,
                            .reason = "",
                            .owed = true,
                            .moves_to = NONE,
                            .where = node->where};
  reader_map(reader, node, &closure_keys, &closure);
  if (closure.from == DATE_NONE)
    return false;
  if (closure.until == DATE_NONE)
    closure.until = closure.from;
  if (!value_in_order(reader, node->where, closure.from, closure.until))
    return false;
  value_check_length(reader, node->where, closure.from, closure.until);
  check_move(reader, node, &closure);
  if (closure.until < reader->month->from || closure.from > reader->month->until)
    diagnostics_error(reader->diagnostics, node->where, "the closure is not in %s",
                      reader->month->name);
  *out = closure;
  return true;
}

static void read_closures(struct reader *reader, const struct node *list, GArray *closures)
{
  struct closure closure;
  if (!list || !reader_is_list(reader, list, "closures") ||
      !reader_bound(reader, list->where, "closures", list->count, CLOSURES_MAX))
    return;
  for (int i = 0; i < list->count; i++)
    if (read_closure(reader, list->items[i], &closure))
      g_array_append_val(closures, closure);
}

static bool has_event(const GArray *happenings, const char *id)
{
  for (guint i = 0; i < happenings->len; i++)
    if (strcmp(g_array_index(happenings, struct happening, i).event.id, id) == 0)
      return true;
  return false;
}

static void read_event(struct reader *reader, const struct node *id, const struct node *body,
                       GArray *happenings)
{
  struct happening happening = {.event = {.kind = "", .site = NONE, .where = id->where}};
  if (!value_is_id(reader, id, "event"))
    return;
  if (has_event(happenings, id->text)) {
    diagnostics_error(reader->diagnostics, id->where, "the month has an event '%s' already",
                      id->text);
    return;
  }
  happening.event.id = happening.event.name = arena_strdup(reader->arena, id->text);
  happening.blocks = ARENA_NEW(reader->nodes, uint8_t, MONTH_DAYS_MAX);
  if (reader_map(reader, body, &event_keys, &happening))
    g_array_append_val(happenings, happening);
}

static void read_events(struct reader *reader, const struct node *map, GArray *happenings)
{
  if (!map || !reader_is_map(reader, map, "events") ||
      !reader_bound(reader, map->where, "events", map->count, EVENTS_MAX))
    return;
  for (int i = 0; i < map->count; i++)
    read_event(reader, map->keys[i], map->items[i], happenings);
}

/* The service's events that come back in the month, but for those it has its own of. */
static void take_recurring(struct reader *reader, GArray *happenings)
{
  const struct service *service = reader->service;
  int first = reader->month->from, n_days = reader->month->until + 1 - first, times;
  for (int e = 0; e < service->n_events; e++) {
    const struct recurring *event = &service->events[e];
    struct happening happening = {.event = {.id = event->id,
                                            .name = event->name,
                                            .kind = event->kind,
                                            .site = event->site,
                                            .attendees = event->attendees,
                                            .where = event->where},
                                  .recurring = event};
    happening.blocks = ARENA_NEW(reader->nodes, uint8_t, MONTH_DAYS_MAX);
    times = 0;
    for (int day = 0; day < n_days; day++) {
      happening.blocks[day] = recurring_blocks(service, event, first + day);
      times += happening.blocks[day] != 0;
    }
    happening.event.attendees *= times; /* so many come each time */
    if (times > 0 && !has_event(happenings, event->id))
      g_array_append_val(happenings, happening);
  }
}

static void lay_out(struct reader *reader, const GArray *happenings)
{
  uint8_t extra[MONTH_DAYS_MAX] = {0};
  for (guint i = 0; i < happenings->len; i++)
    for (int day = 0; day < MONTH_DAYS_MAX; day++)
      extra[day] |= g_array_index(happenings, struct happening, i).blocks[day];
  month_lay_out(reader->month, reader->service, extra);
}

static void take_needs(struct reader *reader, const struct happening *happening, GArray *demands)
{
  int event = reader->month->n_events++;
  guint first = demands->len;
  if (happening->recurring)
    g_array_append_vals(demands, happening->recurring->needs, (guint)happening->recurring->n_needs);
  else
    demand_read_needs(reader, happening->need, happening->event.site, demands);
  for (guint i = first; i < demands->len; i++) {
    g_array_index(demands, struct demand, i).event = event;
    g_array_index(demands, struct demand, i).slots = reader->month->events[event].slots;
  }
}

static void take_events(struct reader *reader, const GArray *happenings, GArray *demands)
{
  struct month *month = reader->month;
  month->events = ARENA_NEW(month->arena, struct event, happenings->len);
  for (guint i = 0; i < happenings->len; i++) {
    const struct happening *happening = &g_array_index(happenings, struct happening, i);
    struct event *event = &month->events[month->n_events];
    *event = happening->event;
    event->slots = ARENA_NEW(month->arena, bool, month->n_slots);
    for (int s = 0; s < month->n_slots; s++)
      event->slots[s] = happening->blocks[month->slots[s].day] >> month->slots[s].block & 1;
    take_needs(reader, happening, demands);
  }
}

static void read_repairs(struct reader *reader, GArray *closures, GArray *happenings)
{
  g_autofree char *folder = repairs_folder(reader->month->id);
  g_auto(GStrv) names = source_list(reader->source, folder, ".yaml");
  for (char **name = names; *name; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    const struct node *file = reader_tree(reader, path, NULL);
    struct content content = {.period = NULL};
    if (file && !node_is_empty(file))
      reader_map(reader, file, &repair_keys, &content);
    read_closures(reader, content.closures, closures);
    read_events(reader, content.events, happenings);
  }
}

void month_read_file(struct reader *reader)
{
  struct month *month = reader->month;
  g_autofree char *path = g_build_filename(month->id, "month.yaml", NULL);
  const struct node *file = reader_tree(reader, path, NULL);
  struct content content = {.period = NULL};
  if (file && !node_is_empty(file))
    reader_map(reader, file, &month_keys, &content);
  if (content.period && month->weeks == 0)
    month_weeks_of_calendar(reader, content.period, month->id);
  GArray *happenings = g_array_new(FALSE, FALSE, sizeof(struct happening));
  GArray *demands = g_array_new(FALSE, FALSE, sizeof(struct demand));
  GArray *closures = g_array_new(FALSE, FALSE, sizeof(struct closure));
  struct demand *lines = NULL;
  int n_lines;
  read_closures(reader, content.closures, closures);
  read_events(reader, content.events, happenings);
  read_repairs(reader, closures, happenings);
  month->closures = arena_copy(month->arena, closures->data, closures->len, sizeof(struct closure));
  month->n_closures = (int)closures->len;
  g_array_free(closures, TRUE);
  take_recurring(reader, happenings);
  lay_out(reader, happenings);
  agreed_read(reader, content.agreed);
  demand_read(reader, content.demand, &lines, &n_lines);
  if (n_lines > 0)
    g_array_append_vals(demands, lines, (guint)n_lines);
  take_events(reader, happenings, demands);
  demand_by_use_take(reader, demands);
  month->demands = arena_copy(month->arena, demands->data, demands->len, sizeof(struct demand));
  month->n_demands = (int)demands->len;
  g_array_free(happenings, TRUE);
  g_array_free(demands, TRUE);
}
