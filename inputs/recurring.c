/* events of service.yaml: those that come back in every month, such as each 2nd Wednesday. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum { EVENTS_MAX = 200, ATTENDEES_MAX = 100000 };

static const char *const ordinals[RECURS_LAST + 1] = {"1st", "2nd", "3rd", "4th", "5th", "last"};

static int ordinal_of(const char *word)
{
  for (int i = 0; i <= RECURS_LAST; i++)
    if (g_ascii_strcasecmp(word, ordinals[i]) == 0)
      return i;
  return NONE;
}

/* "2nd wed pm": takes the ordinals off and leaves "wed pm". */
static char *without_ordinals(const char *text, uint8_t *turns)
{
  g_auto(GStrv) words = g_strsplit_set(text, " ,", -1);
  GString *rest = g_string_new(NULL);
  for (char **word = words; *word; word++) {
    int ordinal = ordinal_of(*word);
    if (ordinal != NONE)
      *turns |= (uint8_t)(1u << ordinal);
    else if (**word)
      g_string_append_printf(rest, "%s%s", rest->len ? " " : "", *word);
  }
  return g_string_free(rest, FALSE);
}

static bool names_all_days(const struct pattern *when)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    if (!when->blocks[day])
      return false;
  return true;
}

static void read_every(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct recurring *event = field;
  const char *text;
  uint8_t turns = 0;
  (void)key;
  if (!value_text(reader, value, "sessions such as \"2nd wed pm\"", &text))
    return;
  g_autofree char *sessions = without_ordinals(text, &turns);
  struct node rest = *value;
  rest.text = sessions;
  if (!when_pattern(reader, &rest, &event->when))
    return;
  if (turns != 0 && names_all_days(&event->when))
    diagnostics_error(reader->diagnostics, value->where,
                      "say of which weekday, such as \"2nd wed pm\"");
  event->turns = turns;
}

/* When an event is, as it is written. */
struct held_on {
  struct recurring event;
  struct when_turns turns;
};

static const struct key on_table[] = {
    {.name = "every", .read = read_every, .required = true},
    {.name = "from", .read = key_from, .offset = offsetof(struct held_on, event.when)},
    {.name = "until", .read = key_until, .offset = offsetof(struct held_on, event.when)},
    WHEN_TURNS_KEYS(struct held_on, event.when, turns),
};
static const struct keys on_keys = KEYS_OF("an event that recurs", on_table);

static void read_on(struct reader *reader, const struct key *key, const struct node *value,
                    void *field)
{
  struct recurring *event = field;
  struct held_on on = {.event = *event};
  (void)key;
  if (value->kind != NODE_MAP)
    diagnostics_error(reader->diagnostics, value->where,
                      "an event of the service recurs, 'on: {every: 2nd wed pm}'; one with a date "
                      "goes into its month");
  else if (reader_map(reader, value, &on_keys, &on)) {
    value_in_order(reader, value->where, on.event.when.from, on.event.when.until);
    when_take_turns(reader, value, &on.turns, WHEN_CYCLE_WEEKS, &on.event.when);
    *event = on.event;
  }
}

/* What is read of one event, and its needs as written. */
struct written {
  struct recurring event;
  const struct node *need;
};

static const struct key event_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct written, event.name)},
    {.name = "kind", .read = key_text, .offset = offsetof(struct written, event.kind)},
    {.name = "at",
     .read = key_site,
     .offset = offsetof(struct written, event.site),
     .required = true},
    {.name = "on",
     .read = read_on,
     .offset = offsetof(struct written, event),
     .required = true,
     .inside = &on_keys},
    {.name = "attendees",
     .read = key_number,
     .offset = offsetof(struct written, event.attendees),
     .least = 0,
     .most = ATTENDEES_MAX},
    {.name = "need",
     .read = key_node,
     .offset = offsetof(struct written, need),
     .required = true,
     .inside = &need_keys},
};
const struct keys recurring_keys = KEYS_OF("an event", event_table);

static bool read_event(struct reader *reader, const struct node *id, const struct node *body,
                       struct recurring *out)
{
  struct written written = {.event = {.kind = "", .site = NONE, .where = id->where}};
  if (!value_is_id(reader, id, "event"))
    return false;
  written.event.when = (struct pattern){.from = DATE_NONE, .until = DATE_NONE};
  written.event.id = written.event.name = arena_strdup(reader->arena, id->text);
  if (!reader_map(reader, body, &recurring_keys, &written))
    return false;
  GArray *needs = g_array_new(FALSE, FALSE, sizeof(struct demand));
  demand_read_needs(reader, written.need, written.event.site, needs);
  written.event.needs = arena_copy(reader->arena, needs->data, needs->len, sizeof(struct demand));
  written.event.n_needs = (int)needs->len;
  g_array_free(needs, TRUE);
  *out = written.event;
  return true;
}

void recurring_read(struct reader *reader, const struct node *events)
{
  struct service *service = reader->draft;
  if (!events || !reader_is_map(reader, events, "events") ||
      !reader_bound(reader, events->where, "events", events->count, EVENTS_MAX))
    return;
  service->events = ARENA_NEW(service->arena, struct recurring, events->count);
  for (int i = 0; i < events->count; i++)
    service->n_events +=
        read_event(reader, events->keys[i], events->items[i], &service->events[service->n_events]);
}

uint8_t recurring_blocks(const struct service *service, const struct recurring *event, int date)
{
  int day = date_day(date), nth = (day - 1) / WEEK_DAYS;
  bool last = day + WEEK_DAYS > date_days_in_month(date_year(date), date_month(date));
  uint8_t blocks = 0;
  if (service_is_holiday(service, date) ||
      !(event->turns == 0 || event->turns >> nth & 1 || (last && event->turns >> RECURS_LAST & 1)))
    return 0;
  for (int b = 0; b < service->n_blocks; b++)
    if (pattern_has(&event->when, date, b))
      blocks |= (uint8_t)(1u << b);
  return blocks;
}
