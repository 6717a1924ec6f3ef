/* evenings: {at: hove, sessions: tue thu eve, task: clinic, need: 2}: the service
 * and the site open for these sessions, people are asked for, and those who come
 * have them in their pattern. Their hours stay as they are. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"
#include "scenarios/levers.h"
#include "scenarios/making_demand.h"
#include "scenarios/making_posts.h"
#include "scenarios/making_sites.h"
#include "scenarios/making_words.h"

#include <string.h>

enum { PEOPLE_MAX = 200 };

struct evenings {
  int site, task, from;
  struct pattern when;
  int *clinicians;
  int n_clinicians;
  int people; /* how many to pick; 0: those named */
};

static void read_clinicians(struct reader *reader, const struct key *key, const struct node *value,
                            void *field)
{
  struct evenings *evenings = field;
  int count;
  (void)key;
  int *list = refer_list(reader, THING_CLINICIAN, value, &count);
  if (!list)
    return;
  evenings->clinicians = list;
  evenings->n_clinicians = count;
}

static const struct key evenings_table[] = {
    {.name = "at", .read = key_site, .offset = offsetof(struct evenings, site), .required = true},
    {.name = "sessions",
     .read = key_pattern,
     .offset = offsetof(struct evenings, when),
     .required = true},
    {.name = "task", .read = key_task, .offset = offsetof(struct evenings, task), .required = true},
    {.name = "clinicians", .read = read_clinicians},
    {.name = "people",
     .read = key_number,
     .offset = offsetof(struct evenings, people),
     .least = 1,
     .most = PEOPLE_MAX},
    {.name = "from", .read = key_date, .offset = offsetof(struct evenings, from)},
};
const struct keys lever_evenings_keys = KEYS_OF("evenings", evenings_table);

static bool has(const struct evenings *evenings, int day, int block)
{
  return evenings->when.blocks[day] >> block & 1;
}

/* --- opening ------------------------------------------------------------------- */

/* A week as it is written, with one more session on a day. Lines that name the same
 * day add up. */
static const struct node *add_session(struct making *making, const struct node *week,
                                      struct where where, int day, const char *block)
{
  struct arena *nodes = making->nodes;
  const struct node *session = edit_scalar(nodes, where, block);
  const struct node *there = node_get(week, date_weekday_names[day]);
  return edit_put(nodes, week, edit_scalar(nodes, where, date_weekday_names[day]),
                  there ? making_join(making, there, session) : session);
}

static void open_service(struct making *making, struct where where, const struct evenings *evenings)
{
  const struct service *service = making->service;
  const struct node *week = making_section(making, MAKING_SERVICE, "week", NODE_MAP);
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int b = 0; b < service->n_blocks; b++)
      if (has(evenings, day, b) && !(service->week.blocks[day] >> b & 1))
        week = add_session(making, week, where, day, service->blocks[b].id);
  making_put_section(making, MAKING_SERVICE, where, "week", week);
}

/* Opening times of the day that hold the block too. Of several lines that name a day
 * the last is in force, so the day's own line is put at the end. */
static const struct node *open_for(struct making *making, const struct node *open,
                                   struct where where, int site, int day, int block)
{
  struct arena *nodes = making->nodes;
  const struct opening *opening = &making->service->sites[site].open[day];
  const struct block *at = &making->service->blocks[block];
  bool closed = opening->to_minute == 0;
  int from = closed ? at->from_minute : MIN(opening->from_minute, at->from_minute);
  int to = closed ? at->to_minute : MAX(opening->to_minute, at->to_minute);
  g_autofree char *text =
      g_strdup_printf("%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
  open = edit_drop(nodes, open, date_weekday_names[day]);
  return edit_put_text(nodes, open, where, date_weekday_names[day], text);
}

static void open_site(struct making *making, struct where where, const struct evenings *evenings)
{
  const struct service *service = making->service;
  const char *id = service->sites[evenings->site].id;
  const struct node *body = making_site(making, id), *open = node_get(body, "open");
  const struct node *hours = open;
  if (!open || open->kind != NODE_MAP)
    return;
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int b = 0; b < service->n_blocks; b++)
      if (has(evenings, day, b) && !service_site_open(service, evenings->site, day, b))
        hours = open_for(making, hours, where, evenings->site, day, b);
  const struct node *key = edit_scalar(making->nodes, where, "open");
  if (hours != open)
    making_put_site(making, where, id, edit_put(making->nodes, body, key, hours));
}

/* --- who comes ----------------------------------------------------------------- */

static bool works_then(const struct works *works, const struct evenings *evenings)
{
  for (int week = 0; week < works->n_weeks; week++)
    for (int day = 0; day < WEEK_DAYS; day++)
      if (evenings->when.blocks[day] & ~works->weeks[week].blocks[day])
        return false;
  return true;
}

/* Has it been agreed that this person never works then? */
static bool is_excused(const struct clinician *person, const struct evenings *evenings)
{
  for (int a = 0; a < person->n_arrangements; a++)
    for (int day = 0; day < WEEK_DAYS; day++)
      if (person->arrangements[a].never &&
          person->arrangements[a].when.blocks[day] & evenings->when.blocks[day])
        return true;
  return false;
}

static bool can_come(const struct making *making, const struct evenings *evenings, int clinician)
{
  const struct clinician *person = &making->service->clinicians[clinician];
  const struct post *post = clinician_on(making->service, clinician, making_first(making));
  return post->sites[evenings->site] && !works_then(&post->works, evenings) &&
         !is_excused(person, evenings) &&
         clinician_can(making->service, clinician, evenings->task, making_first(making));
}

/* First those whose base the site is, then the others; each in the service's order. */
static void pick_people(struct making *making, const struct node *body, struct evenings *evenings)
{
  const struct service *service = making->service;
  int wanted = evenings->people, count = 0;
  int *people = ARENA_NEW(making->nodes, int, wanted);
  for (int round = 0; round < 2; round++)
    for (int c = 0; c < service->n_clinicians && count < wanted; c++)
      if ((clinician_on(service, c, making_first(making))->base == evenings->site) ==
              (round == 0) &&
          can_come(making, evenings, c))
        people[count++] = c;
  if (count < wanted)
    making_error(making, node_get(body, "people")->where,
                 "only %d can do '%s' at '%s' and are not there then already", count,
                 service->tasks[evenings->task].id, service->sites[evenings->site].id);
  evenings->clinicians = people;
  evenings->n_clinicians = count;
}

static const struct node *add_to_week(struct making *making, const struct node *week,
                                      struct where where, const struct evenings *evenings,
                                      const struct pattern *works)
{
  const struct service *service = making->service;
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int b = 0; b < service->n_blocks; b++)
      if (has(evenings, day, b) && !(works->blocks[day] >> b & 1))
        week = add_session(making, week, where, day, service->blocks[b].id);
  return week;
}

/* The person's own week; a change before this one may have written more of them. */
static const struct pattern *own_week(const struct works *works, int week)
{
  return &works->weeks[week % works->n_weeks];
}

/* One week after the other, as they are written. */
static const struct node *add_to_cycle(struct making *making, const struct node *works,
                                       struct where where, const struct evenings *evenings,
                                       const struct works *own)
{
  struct arena *nodes = making->nodes;
  const struct node *weeks = node_get(works, "weeks");
  if (!weeks || weeks->kind != NODE_LIST)
    return works;
  for (int i = 0; i < weeks->count; i++)
    if (weeks->items[i]->kind == NODE_MAP)
      weeks = edit_replace(nodes, weeks, i,
                           add_to_week(making, weeks->items[i], where, evenings, own_week(own, i)));
  return edit_put(nodes, works, edit_scalar(nodes, where, "weeks"), weeks);
}

static const struct node *add_to_parities(struct making *making, const struct node *works,
                                          struct where where, const struct evenings *evenings,
                                          const struct works *own)
{
  static const char *const parities[] = {"odd", "even"};
  struct arena *nodes = making->nodes;
  for (int i = 0; i < 2; i++) {
    const struct node *week = node_get(works, parities[i]);
    week = week && week->kind == NODE_MAP ? week : edit_map(nodes, where);
    works = edit_put(nodes, works, edit_scalar(nodes, where, parities[i]),
                     add_to_week(making, week, where, evenings, own_week(own, i)));
  }
  return works;
}

/* Evenings that a clinician comes for, at the place of the lever. */
struct coming {
  const struct evenings *evenings;
  struct where where;
  int clinician;
};

static const struct node *add_to_works(struct making *making, const struct node *works, int date,
                                       void *data)
{
  const struct coming *coming = data;
  const struct evenings *evenings = coming->evenings;
  const struct works *own = &clinician_on(making->service, coming->clinician, date)->works;
  if (works->kind != NODE_MAP)
    return works;
  if (node_get(works, "cycle"))
    return add_to_cycle(making, works, coming->where, evenings, own);
  if (node_get(works, "odd") || node_get(works, "even"))
    return add_to_parities(making, works, coming->where, evenings, own);
  return add_to_week(making, works, coming->where, evenings, own_week(own, 0));
}

static void add_to_pattern(struct making *making, struct where where,
                           const struct evenings *evenings, int clinician)
{
  const char *id = making->service->clinicians[clinician].id;
  const struct node *body = making_posts_begin(making, making_clinician(making, id));
  struct coming coming = {evenings, where, clinician};
  making_put_clinician(making, edit_scalar(making->nodes, body->where, id),
                       making_posts_edit(making, body, "works", add_to_works, &coming));
}

/* --- what is asked for ----------------------------------------------------------- */

static void ask(struct making *making, const struct node *body)
{
  struct arena *nodes = making->nodes;
  const struct node *line = edit_drop(nodes, edit_drop(nodes, body, "clinicians"), "people");
  if (!node_get(body, "need") && !node_get(body, "target"))
    line = edit_put_text(nodes, line, body->where, "need", "1");
  making_ask(making, line);
}

static void say_evenings(struct making *making, const struct node *body,
                         const struct evenings *evenings)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_append_printf(text, "%s at %s on ", making->service->tasks[evenings->task].name,
                         making->service->sites[evenings->site].name);
  making_words(making, node_get(body, "sessions"), text);
  g_string_append(text, " too");
  making_words_span(evenings->from, DATE_NONE, text);
  for (int i = 0; i < evenings->n_clinicians; i++)
    g_string_append_printf(text, i ? ", %s" : ", by %s",
                           making->service->clinicians[evenings->clinicians[i]].name);
  making_say(making, "%s", text->str);
}

void lever_evenings(struct making *making, const struct node *body)
{
  struct evenings evenings = {.site = NONE, .task = NONE, .when = pattern_always()};
  int errors = making_errors(making);
  struct keys keys = making_keys(making, &lever_evenings_keys, &people_keys);
  reader_map(&making->reader, body, &keys, &evenings);
  if (making_errors(making) > errors)
    return;
  for (int day = 0; day < WEEK_DAYS; day++)
    evenings.when.blocks[day] &= (uint8_t)((1u << making->service->n_blocks) - 1);
  if (!evenings.clinicians == !evenings.people)
    making_error(making, body->where, "evenings needs 'clinicians' or 'people'%s",
                 evenings.people ? ", not both" : "");
  else if (evenings.people)
    pick_people(making, body, &evenings);
  open_service(making, body->where, &evenings);
  open_site(making, body->where, &evenings);
  ask(making, body);
  for (int i = 0; i < evenings.n_clinicians; i++)
    add_to_pattern(making, body->where, &evenings, evenings.clinicians[i]);
  say_evenings(making, body, &evenings);
}
