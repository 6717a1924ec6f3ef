/* criteria: what people may ask for, and what it is worth. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"

#include <stdlib.h>
#include <string.h>

enum { REQUESTS_MAX = 100, POINTS_MAX = 100, DAY_MAX = 28, REQUEST_POINTS = 4 };

static const int plain_points[LEVELS] = {2, 1, -1, -2};
static const char *const late_names[] = {"ignore", "half", "count", NULL};
static const int late_percents[] = {0, 50, 100};

/* "first day of the month before" or "10th of the month before". Months have
 * at least 28 days, so a later day would not always be there. */
static void read_day(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  const char *text;
  (void)key;
  if (!value_text(reader, value, "a day such as \"10th of the month before\"", &text))
    return;
  char *rest;
  long day = strtol(text, &rest, 10);
  if (g_str_has_prefix(text, "first day")) {
    day = 1;
    rest = (char *)text + strlen("first day");
  } else if (strspn(rest, "dhnrst") == 2) {
    rest += 2;
  }
  if (!g_ascii_isdigit(*text) && *text != 'f')
    day = 0;
  if (strcmp(rest, " of the month before") != 0 || day < 1 || day > DAY_MAX)
    diagnostics_error(reader->diagnostics, value->where,
                      "expected a day such as \"10th of the month before\", at most the 28th, "
                      "found %s",
                      reader_describe(reader, value));
  else
    *(int *)field = (int)day;
}

static void read_late(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  int choice;
  if (value_choice(reader, value, key->words, &choice))
    *(int *)field = late_percents[choice];
}

static const struct key requests_table[] = {
    {.name = "most",
     .read = key_number,
     .offset = offsetof(struct criteria, most_session_requests),
     .least = 0,
     .most = REQUESTS_MAX},
    {.name = "points",
     .read = key_number,
     .offset = offsetof(struct criteria, request_points),
     .least = 0,
     .most = POINTS_MAX},
};
static const struct keys requests_keys = KEYS_OF("session_requests", requests_table);

static const struct key avoid_table[] = {
    {.name = "sites",
     .read = key_number,
     .offset = offsetof(struct criteria, most_avoided_sites),
     .least = 0,
     .most = REQUESTS_MAX},
    {.name = "tasks",
     .read = key_number,
     .offset = offsetof(struct criteria, most_avoided_tasks),
     .least = 0,
     .most = REQUESTS_MAX},
};
static const struct keys avoid_keys = KEYS_OF("avoid", avoid_table);

static const struct key weights_table[] = {
    {.name = "love",
     .read = key_number,
     .offset = offsetof(struct criteria, points[LEVEL_LOVE]),
     .least = 1,
     .most = POINTS_MAX},
    {.name = "like",
     .read = key_number,
     .offset = offsetof(struct criteria, points[LEVEL_LIKE]),
     .least = 0,
     .most = POINTS_MAX},
    {.name = "dislike",
     .read = key_number,
     .offset = offsetof(struct criteria, points[LEVEL_DISLIKE]),
     .least = -POINTS_MAX,
     .most = 0},
    {.name = "avoid",
     .read = key_number,
     .offset = offsetof(struct criteria, points[LEVEL_AVOID]),
     .least = -POINTS_MAX,
     .most = 0},
};
static const struct keys weights_keys = KEYS_OF("weights", weights_table);

static const struct key publish_table[] = {
    {.name = "days_before",
     .read = key_number,
     .offset = offsetof(struct criteria, publish_days_before),
     .least = 0,
     .most = 365},
};
static const struct keys publish_keys = KEYS_OF("publish", publish_table);

static const struct key criteria_table[] = {
    {.name = "open", .read = read_day, .offset = offsetof(struct criteria, open_day)},
    {.name = "close", .read = read_day, .offset = offsetof(struct criteria, close_day)},
    {.name = "session_requests", .read = key_map, .inside = &requests_keys},
    {.name = "avoid", .read = key_map, .inside = &avoid_keys},
    {.name = "not_avoidable",
     .read = key_task_mask,
     .offset = offsetof(struct criteria, barred_tasks)},
    {.name = "weights", .read = key_map, .inside = &weights_keys},
    {.name = "late",
     .read = read_late,
     .offset = offsetof(struct criteria, late_percent),
     .words = late_names},
    {.name = "publish", .read = key_map, .inside = &publish_keys},
};
const struct keys criteria_keys = KEYS_OF("criteria", criteria_table);

static struct where where_of(const struct node *map, const char *key)
{
  const struct node *value = map ? node_get(map, key) : NULL;
  return value ? value->where : map ? map->where : (struct where){0};
}

static void check(struct reader *reader, const struct node *node, const struct criteria *criteria)
{
  if (criteria->open_day && criteria->close_day && criteria->close_day < criteria->open_day)
    diagnostics_error(reader->diagnostics, where_of(node, "close"),
                      "closes on day %d, before it opens on day %d", criteria->close_day,
                      criteria->open_day);
  const int *points = criteria->points;
  if (points[LEVEL_LOVE] < points[LEVEL_LIKE] || points[LEVEL_DISLIKE] < points[LEVEL_AVOID])
    diagnostics_error(reader->diagnostics, where_of(node, "weights"),
                      "'like' must not outweigh 'love', nor 'dislike' 'avoid'");
}

void criteria_read(struct reader *reader, const struct node *node)
{
  struct criteria *criteria = &reader->draft->criteria;
  *criteria = (struct criteria){
      .most_session_requests = UNLIMITED,
      .most_avoided_sites = UNLIMITED,
      .most_avoided_tasks = UNLIMITED,
      .request_points = REQUEST_POINTS,
  };
  memcpy(criteria->points, plain_points, sizeof plain_points);
  if (node)
    reader_map(reader, node, &criteria_keys, criteria);
  if (!criteria->barred_tasks)
    criteria->barred_tasks = ARENA_NEW(reader->arena, bool, reader->service->n_tasks);
  criteria->where = node ? node->where : (struct where){0};
  criteria->where_close = where_of(node, "close");
  criteria->where_publish = where_of(node, "publish");
  criteria->where_requests = where_of(node, "session_requests");
  criteria->where_barred = where_of(node, "not_avoidable");
  criteria->where_sites = criteria->where_tasks = where_of(node, "avoid");
  const struct node *avoid = node ? node_get(node, "avoid") : NULL;
  if (avoid) {
    criteria->where_sites = where_of(avoid, "sites");
    criteria->where_tasks = where_of(avoid, "tasks");
  }
  check(reader, node, criteria);
}
