/* open: {site: hove}: a closure is lifted; {site: haywards, like: crawley}: there
 * is a new site. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "scenarios/levers.h"
#include "scenarios/making_sites.h"
#include "scenarios/making_words.h"

#include <string.h>

struct opened {
  const struct node *site, *minutes, *staff, *cover;
  int like, from, until;
};

static const struct key open_table[] = {
    {.name = "site", .read = key_node, .offset = offsetof(struct opened, site), .required = true},
    {.name = "like", .read = key_site, .offset = offsetof(struct opened, like)},
    {.name = "minutes", .read = key_node, .offset = offsetof(struct opened, minutes)},
    {.name = "staff", .read = key_node, .offset = offsetof(struct opened, staff)},
    {.name = "cover", .read = key_node, .offset = offsetof(struct opened, cover)},
    {.name = "from", .read = key_date, .offset = offsetof(struct opened, from)},
    {.name = "until", .read = key_date, .offset = offsetof(struct opened, until)},
};
const struct keys lever_open_keys = KEYS_OF("open", open_table);

/* The site's body with what `open` says of it. */
static const struct node *with_details(struct making *making, const struct node *site,
                                       const struct node *body)
{
  for (int i = 0; i < body->count; i++)
    if (!reader_has_key(&lever_open_keys, body->keys[i]->text))
      site = edit_put(making->nodes, site, body->keys[i], body->items[i]);
  return site;
}

/* --- a site that is there ---------------------------------------------------- */

static bool date_of(const struct node *map, const char *key, int *out)
{
  const struct node *node = node_get(map, key);
  return node && node->kind == NODE_SCALAR && date_parse(node->text, out);
}

/* Adds what is left of a closure before `from` and after `until`; true if that is
 * not all of it. */
static bool keep_around(struct making *making, const struct node **kept, const struct node *closure,
                        int from, int until)
{
  struct arena *nodes = making->nodes;
  const struct node *list = *kept;
  int first = DATE_NONE, last = DATE_NONE;
  char date[DATE_TEXT_SIZE];
  date_of(closure, "from", &first);
  last = date_of(closure, "to", &last) ? last : first;
  if (last < from || first > until) {
    *kept = edit_append(nodes, list, closure);
    return false;
  }
  if (first < from)
    list = edit_append(
        nodes, list,
        edit_put_text(nodes, closure, closure->where, "to", date_format(from - 1, date)));
  if (last > until) {
    closure = edit_put_text(nodes, closure, closure->where, "from", date_format(until + 1, date));
    closure = edit_put_text(nodes, closure, closure->where, "to", date_format(last, date));
    list = edit_append(nodes, list, closure);
  }
  *kept = list;
  return true;
}

/* How many closures of the site were lifted. */
static int lift_closures(struct making *making, const struct node *site, int from, int until)
{
  const char *path = making_month_path(making);
  const struct node *closures = making_section(making, path, "closures", NODE_LIST);
  const struct node *kept = edit_list(making->nodes, closures->where);
  int lifted = 0;
  for (int i = 0; i < closures->count; i++) {
    const struct node *closure = closures->items[i], *where = node_get(closure, "site");
    if (where && making_lists(where, site->text))
      lifted += keep_around(making, &kept, closure, from, until);
    else
      kept = edit_append(making->nodes, kept, closure);
  }
  if (lifted > 0)
    making_put_section(making, path, site->where, "closures", kept);
  return lifted;
}

static void reopen(struct making *making, const struct node *body, const struct opened *opened)
{
  const char *id = opened->site->text;
  const struct node *site = making_site(making, id), *made = with_details(making, site, body);
  int from = opened->from == DATE_NONE ? making_first(making) : opened->from;
  int until = opened->until == DATE_NONE ? making_last(making) : opened->until;
  int lifted = lift_closures(making, opened->site, from, until);
  if (opened->like != NONE)
    making_error(making, node_get(body, "like")->where,
                 "'%s' is a site already; 'like' is for new ones", id);
  else if (made == site && lifted == 0 && !opened->staff && !opened->cover)
    making_error(making, opened->site->where,
                 "'%s' has no closure in %s to be lifted, and nothing else is said of it", id,
                 making->month->name);
  if (made != site)
    making_put_site(making, body->where, id, made);
}

/* --- a new site -------------------------------------------------------------- */

/* Tasks that name the site it is like are done there too. */
static void offer_tasks(struct making *making, const char *like, const struct node *site)
{
  struct arena *nodes = making->nodes;
  const struct node *tasks = making_section(making, MAKING_SERVICE, "tasks", NODE_MAP);
  for (int i = 0; i < tasks->count; i++) {
    const struct node *at = node_get(tasks->items[i], "at");
    if (!at || !making_lists(at, like))
      continue;
    const struct node *key = edit_scalar(nodes, site->where, "at");
    const struct node *task = edit_put(nodes, tasks->items[i], key, making_join(making, at, site));
    tasks = edit_put(nodes, tasks, tasks->keys[i], task);
  }
  making_put_section(making, MAKING_SERVICE, site->where, "tasks", tasks);
}

static void send_staff(struct making *making, const struct opened *opened)
{
  int count;
  int *staff = refer_list(&making->reader, THING_CLINICIAN, opened->staff, &count);
  for (int i = 0; staff && i < count; i++)
    making_send_one(making, making->service->clinicians[staff[i]].id, opened->site);
}

/* Lines of demand, each at the new site. */
static void ask_for_cover(struct making *making, const struct opened *opened)
{
  struct arena *nodes = making->nodes;
  const struct node *demand = making_section(making, MAKING_SERVICE, "demand", NODE_LIST);
  int count;
  const struct node *const *lines = node_each(&opened->cover, &count);
  for (int i = 0; i < count; i++)
    if (reader_is_map(&making->reader, lines[i], "a line of cover")) {
      const struct node *key = edit_scalar(nodes, lines[i]->where, "at");
      demand = edit_append(nodes, demand, edit_put(nodes, lines[i], key, opened->site));
    }
  making_put_section(making, MAKING_SERVICE, opened->cover->where, "demand", demand);
}

/* It is closed before the first day and after the last, and nobody asks for it then. */
static void close_around(struct making *making, const struct opened *opened)
{
  const struct node *site = opened->site;
  const struct node *nothing = edit_scalar(making->nodes, site->where, "no");
  if (opened->from != DATE_NONE && opened->from > making_last(making))
    making_error(making, site->where, "opens after %s; try it in a month in which it is open",
                 making->month->name);
  else if (opened->from != DATE_NONE && opened->from > making_first(making))
    making_close(making, site->where,
                 &(struct shutting){.site = site->text,
                                    .from = making_first(making),
                                    .until = opened->from - 1,
                                    .owed = nothing});
  if (opened->until != DATE_NONE && opened->until < making_last(making))
    making_close(
        making, site->where,
        &(struct shutting){
            .site = site->text, .from = opened->until + 1, .until = DATE_NONE, .owed = nothing});
}

/* A way to the new site, in minutes by car. */
struct way {
  int site; /* as the service stands */
  int minutes;
};

struct ways {
  const char *site;
  int like; /* NONE: the default */
  struct way *ways;
  int n_ways;
};

static void set_way(struct service *service, int a, int b, int minutes, int without_car)
{
  int there = a * service->n_sites + b, back = b * service->n_sites + a;
  service->travel_minutes[there] = service->travel_minutes[back] = minutes;
  service->travel_minutes_without_car[there] = service->travel_minutes_without_car[back] =
      without_car;
}

static void lay_ways(struct making *making, struct service *service, struct month *month,
                     void *data)
{
  const struct ways *ways = data;
  int new = service_site(service, ways->site);
  (void)month;
  for (int s = 0; ways->like != NONE && s < making->service->n_sites; s++) {
    int like = service_site(service, making->service->sites[ways->like].id);
    int other = service_site(service, making->service->sites[s].id);
    int cell = like * service->n_sites + other;
    if (other != like)
      set_way(service, new, other, service->travel_minutes[cell],
              service->travel_minutes_without_car[cell]);
  }
  for (int i = 0; i < ways->n_ways; i++)
    set_way(service, new, service_site(service, making->service->sites[ways->ways[i].site].id),
            ways->ways[i].minutes, 2 * ways->ways[i].minutes);
}

static void read_ways(struct making *making, const struct opened *opened)
{
  const struct node *minutes = opened->minutes;
  struct ways ways = {arena_strdup(making->nodes, opened->site->text), opened->like, NULL, 0};
  if (minutes && reader_is_map(&making->reader, minutes, "minutes")) {
    ways.ways = ARENA_NEW(making->nodes, struct way, minutes->count);
    for (int i = 0; i < minutes->count; i++) {
      struct way *way = &ways.ways[ways.n_ways];
      way->site = refer(&making->reader, THING_SITE, minutes->keys[i]);
      ways.n_ways +=
          value_number(&making->reader, minutes->items[i], 0, TRAVEL_MINUTES_MAX, &way->minutes) &&
          way->site != NONE;
    }
  }
  making_finish(making, lay_ways, arena_copy(making->nodes, &ways, 1, sizeof ways));
}

static void open_new(struct making *making, const struct node *body, const struct opened *opened)
{
  struct arena *nodes = making->nodes;
  const struct node *site = edit_map(nodes, body->where);
  if (opened->like != NONE) {
    const char *like = making->service->sites[opened->like].id;
    site = edit_drop(nodes, making_site(making, like), "name");
    offer_tasks(making, like, opened->site);
    if (!opened->staff)
      making_send(making, like, opened->site);
  }
  making_put_site(making, opened->site->where, opened->site->text,
                  with_details(making, site, body));
  close_around(making, opened);
  read_ways(making, opened);
}

static void say_opened(struct making *making, const struct node *body, const struct opened *opened)
{
  static const char *const said[] = {"site", "name", "from", "until", "like", NULL};
  const struct node *name = node_get(body, "name");
  g_autoptr(GString) text = g_string_new(NULL);
  making_words(making, name ? name : opened->site, text);
  g_string_append(text, " opens");
  making_words_span(opened->from, opened->until, text);
  if (opened->like != NONE)
    g_string_append_printf(text, ", like %s", making->service->sites[opened->like].name);
  making_words_but(making, body, said, ": ", text);
  making_say(making, "%s", text->str);
}

void lever_open(struct making *making, const struct node *body)
{
  struct opened opened = {.like = NONE, .from = DATE_NONE, .until = DATE_NONE};
  struct keys keys = making_keys(making, &lever_open_keys, &site_keys);
  int errors = making_errors(making);
  const char *id;
  reader_map(&making->reader, body, &keys, &opened);
  value_in_order(&making->reader, body->where, opened.from, opened.until);
  if (making_errors(making) > errors || !value_text(&making->reader, opened.site, "a site", &id) ||
      !value_is_id(&making->reader, opened.site, "site"))
    return;
  if (opened.like != NONE && making->service->sites[opened.like].pcn)
    making_error(
        making, node_get(body, "like")->where,
        "'%s' is a PCN, and a new site is none; a PCN is added with 'set: {pcns.ID: {...}}'",
        making->service->sites[opened.like].id);
  else if (making_site(making, opened.site->text))
    reopen(making, body, &opened);
  else
    open_new(making, body, &opened);
  if (opened.staff)
    send_staff(making, &opened);
  if (opened.cover)
    ask_for_cover(making, &opened);
  say_opened(making, body, &opened);
}
