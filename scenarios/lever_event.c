/* event: {kind: community day, at: crawley, on: 2027-02-13}: one
 * more event, which needs what the month's own of that kind do. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"
#include "scenarios/levers.h"
#include "scenarios/making_sites.h"
#include "scenarios/making_words.h"

#include <stdlib.h>
#include <string.h>

enum { ATTENDEES_MAX = 100000 };

struct extra {
  const char *kind, *name;
  const struct node *at, *on, *sessions, *need;
  int attendees;
};

static const struct key event_table[] = {
    {.name = "kind", .read = key_text, .offset = offsetof(struct extra, kind), .required = true},
    {.name = "name", .read = key_text, .offset = offsetof(struct extra, name)},
    {.name = "at", .read = key_node, .offset = offsetof(struct extra, at), .required = true},
    {.name = "on", .read = key_node, .offset = offsetof(struct extra, on), .required = true},
    {.name = "sessions", .read = key_node, .offset = offsetof(struct extra, sessions)},
    {.name = "attendees",
     .read = key_number,
     .offset = offsetof(struct extra, attendees),
     .least = 1,
     .most = ATTENDEES_MAX},
    {.name = "need", .read = key_node, .offset = offsetof(struct extra, need)},
};
const struct keys lever_event_keys = KEYS_OF("event", event_table);

/* --- what another event of the kind is like ------------------------------------ */

static const struct node *first_of(const struct node *events, const char *kind)
{
  for (int i = 0; i < events->count; i++) {
    const struct node *its = node_get(events->items[i], "kind");
    if (its && its->kind == NODE_SCALAR && strcmp(its->text, kind) == 0)
      return events->items[i];
  }
  return NULL;
}

/* The month's first event of the kind, as written, or the first that comes back in every
 * month; NULL: there is none. */
static const struct node *model_of(struct making *making, const char *kind)
{
  const struct node *own =
      first_of(making_section(making, making_month_path(making), "events", NODE_MAP), kind);
  return own ? own : first_of(making_section(making, MAKING_SERVICE, "events", NODE_MAP), kind);
}

static int attendees_of(const struct node *event)
{
  const struct node *attendees = node_get(event, "attendees");
  return attendees && attendees->kind == NODE_SCALAR ? atoi(attendees->text) : 0;
}

/* The number under that key times `over` / `under`, up to the next whole. */
static const struct node *scaled(struct making *making, const struct node *need, const char *key,
                                 int over, int under)
{
  const struct node *number = node_get(need, key);
  if (!number || number->kind != NODE_SCALAR)
    return need;
  int64_t people = atoi(number->text);
  g_autofree char *text = g_strdup_printf("%d", (int)((people * over + under - 1) / under));
  return edit_put_text(making->nodes, need, number->where, key, text);
}

/* As many people for each attendee as the other event has. */
static const struct node *need_of(struct making *making, const struct node *model, int attendees)
{
  static const char *const numbers[] = {"need", "target", "most"};
  const struct node *need = node_get(model, "need");
  int its = attendees_of(model);
  if (!need || need->kind != NODE_LIST || its == 0 || attendees == 0)
    return need;
  const struct node *list = edit_list(making->nodes, need->where);
  for (int i = 0; i < need->count; i++) {
    const struct node *line = need->items[i];
    for (size_t k = 0; line->kind == NODE_MAP && k < G_N_ELEMENTS(numbers); k++)
      line = scaled(making, line, numbers[k], attendees, its);
    list = edit_append(making->nodes, list, line);
  }
  return list;
}

/* "am pm" of the other's "2027-01-16 am pm"; NULL: whole days, or several dates. */
static const char *sessions_of(const struct node *model)
{
  const struct node *on = model ? node_get(model, "on") : NULL;
  const char *space = on && on->kind == NODE_SCALAR ? strchr(on->text, ' ') : NULL;
  return space ? space + 1 : NULL;
}

static void no_model(struct making *making, const struct node *body, const struct extra *extra)
{
  GPtrArray *known = g_ptr_array_new();
  for (int e = 0; e < making->month->n_events; e++)
    if (*making->month->events[e].kind)
      g_ptr_array_add(known, (gpointer)making->month->events[e].kind);
  g_autofree const char **words = g_new(const char *, known->len + 1);
  for (guint i = 0; i < known->len; i++)
    words[i] = known->pdata[i];
  words[known->len] = NULL;
  g_autofree char *all = g_strjoinv(", ", (char **)words);
  making_error(making, body->where,
               "event needs 'need': %s has no event of the kind '%s' to take it from%s%s",
               making->month->name, extra->kind, known->len ? ", only " : "", all);
  g_ptr_array_free(known, TRUE);
}

/* --- in the month -------------------------------------------------------------- */

/* "community-day-2": the kind as an id, with a number where it is taken. */
static const char *free_id(struct making *making, const char *kind)
{
  const struct node *events = making_section(making, making_month_path(making), "events", NODE_MAP);
  const struct node *standing = making_section(making, MAKING_SERVICE, "events", NODE_MAP);
  g_autofree char *stem = g_ascii_strdown(kind, ID_LENGTH_MAX - 4);
  for (char *c = stem; *c; c++)
    if (!g_ascii_isalnum(*c))
      *c = '-';
  g_autofree char *id = g_strdup_printf("%s%s", g_ascii_isalnum(*stem) ? "" : "event", stem);
  for (int number = 2; node_get(events, id) || node_get(standing, id); number++) {
    g_free(id);
    id = g_strdup_printf("%s%s-%d", g_ascii_isalnum(*stem) ? "" : "event", stem, number);
  }
  return arena_strdup(making->nodes, id);
}

/* The date with its sessions: those of `sessions`, or those of the other event. */
static const struct node *when(struct making *making, const struct extra *extra,
                               const struct node *model)
{
  const struct node *on = extra->on;
  if (on->kind != NODE_SCALAR || strchr(on->text, ' '))
    return on;
  GString *sessions = g_string_new(NULL);
  if (extra->sessions) {
    int count;
    const struct node *const *items = node_each(&extra->sessions, &count);
    for (int i = 0; i < count; i++)
      if (items[i]->kind == NODE_SCALAR)
        g_string_append_printf(sessions, " %s", items[i]->text);
  } else if (sessions_of(model)) {
    g_string_append_printf(sessions, " %s", sessions_of(model));
  }
  g_autofree char *text = g_strconcat(on->text, sessions->str, NULL);
  g_string_free(sessions, TRUE);
  return edit_scalar(making->nodes, on->where, text);
}

static const struct node *event_node(struct making *making, const struct node *body,
                                     const struct extra *extra, const struct node *model)
{
  struct arena *nodes = making->nodes;
  struct where where = body->where;
  const struct node *event = edit_map(nodes, where);
  const struct node *name = model ? node_get(model, "name") : NULL;
  for (int i = 0; i < body->count; i++)
    if (strcmp(body->keys[i]->text, "sessions") != 0)
      event = edit_put(nodes, event, body->keys[i], body->items[i]);
  if (name && !extra->name)
    event = edit_put(nodes, event, edit_scalar(nodes, where, "name"), name);
  if (!extra->attendees && model && node_get(model, "attendees"))
    event = edit_put(nodes, event, edit_scalar(nodes, where, "attendees"),
                     node_get(model, "attendees"));
  if (!extra->need)
    event = edit_put(nodes, event, edit_scalar(nodes, where, "need"),
                     need_of(making, model, extra->attendees));
  return edit_put(nodes, event, edit_scalar(nodes, where, "on"), when(making, extra, model));
}

static void add_in_month(struct making *making, const struct node *body, const char *id,
                         const struct node *event)
{
  const char *path = making_month_path(making);
  const struct node *events = making_section(making, path, "events", NODE_MAP);
  const struct node *key = edit_scalar(making->nodes, body->where, id);
  making_put_section(making, path, body->where, "events",
                     edit_put(making->nodes, events, key, event));
}

/* In weeks of its own, which need the people for it like those of the month. */
static void add_later(struct making *making, const struct node *body, const char *id,
                      const struct node *event, int date)
{
  if (attendees_of(event) == 0)
    making_error(making, body->where, "event needs 'attendees' when it is after %s",
                 making->month->name);
  const struct making_later later = {
      .later = {LATER_EVENT, date, date, body->where}, .id = id, .event = event};
  making_add_later(making, &later);
}

/* On that date, or on several, of which `date` is the last. */
static void add(struct making *making, const struct node *body, const struct extra *extra,
                int n_dates, int date)
{
  const struct node *model = model_of(making, extra->kind);
  if (!extra->need && (!model || !node_get(model, "need"))) {
    no_model(making, body, extra);
    return;
  }
  const char *id = free_id(making, extra->kind);
  const struct node *event = event_node(making, body, extra, model);
  if (n_dates == 1 && date > making_last(making))
    add_later(making, body, id, event, date);
  else
    add_in_month(making, body, id, event);
}

void lever_event(struct making *making, const struct node *body)
{
  struct extra extra = {.kind = ""};
  int errors = making_errors(making), date = DATE_NONE;
  uint8_t blocks;
  const char *at;
  reader_map(&making->reader, body, &lever_event_keys, &extra);
  if (making_errors(making) > errors || !value_text(&making->reader, extra.at, "a site", &at) ||
      !making_check_sites(making, extra.at))
    return;
  int count;
  const struct node *const *dates = node_each(&extra.on, &count);
  for (int i = 0; i < count; i++)
    when_dated(&making->reader, dates[i], &date, &blocks);
  if (count == 0)
    making_error(making, extra.on->where, "no session is named");
  if (making_errors(making) > errors)
    return;
  add(making, body, &extra, count, date);
  g_autoptr(GString) text = g_string_new(NULL);
  making_words(making, extra.on, text);
  if (extra.sessions) {
    g_string_append_c(text, ' ');
    making_words(making, extra.sessions, text);
  }
  if (extra.attendees)
    g_string_append_printf(text, ", for %d people", extra.attendees);
  making_say(making, "one more %s at %s on %s", extra.name ? extra.name : extra.kind,
             making_name(making, at), text->str);
}
