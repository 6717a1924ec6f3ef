/* criteria: what people may ask for, and what it is worth. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"
#include "inputs/who.h"

#include <stdlib.h>
#include <string.h>

enum {
  REQUESTS_MAX = 500,
  POINTS_MAX = 100,
  ALL_POINTS_MAX = 10000,
  LIMITS_MAX = 100,
  OFF_MAX = 1000,
  DAY_MAX = 28,
  DAYS_BEFORE_MAX = 365,
  REQUEST_POINTS = 4
};

static const int plain_points[] = {2, 1, -1, -2};
static const char *const late_names[] = {"ignore", "half", "count", NULL};
static const int late_percents[] = {0, 50, 100};

/* "first day of the month before" or "10th of the month before" as a day of it: months have at
 * least 28 days, so a later day would not always be there. "21 days before" as -21. */
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
  bool counted = strcmp(rest, day == 1 ? " day before" : " days before") == 0;
  if (counted && day >= 1 && day <= DAYS_BEFORE_MAX)
    *(int *)field = (int)-day;
  else if (strcmp(rest, " of the month before") == 0 && day >= 1 && day <= DAY_MAX)
    *(int *)field = (int)day;
  else
    diagnostics_error(reader->diagnostics, value->where,
                      "expected a day such as \"10th of the month before\", at most the 28th, "
                      "or \"21 days before\", found %s",
                      reader_describe(reader, value));
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

/* --- levels: their names and what they are worth ---------------------------------- */

struct worth {
  int points, off;
};

static const struct key worth_table[] = {
    {.name = "points",
     .read = key_number,
     .offset = offsetof(struct worth, points),
     .least = -POINTS_MAX,
     .most = POINTS_MAX,
     .required = true},
    {.name = "off",
     .read = key_number,
     .offset = offsetof(struct worth, off),
     .least = 0,
     .most = POINTS_MAX},
};
static const struct keys worth_keys = KEYS_OF("what a level is worth", worth_table);

/* 2, or {points: 2, off: 6} */
static bool read_worth(struct reader *reader, const struct node *value, struct worth *out)
{
  *out = (struct worth){0, UNLIMITED};
  int mistakes = diagnostics_mistakes(reader->diagnostics);
  if (value->kind == NODE_MAP)
    reader_map(reader, value, &worth_keys, out);
  else
    value_number(reader, value, -POINTS_MAX, POINTS_MAX, &out->points);
  if (diagnostics_mistakes(reader->diagnostics) > mistakes)
    return false;
  if (out->off == UNLIMITED || out->points > 0)
    return true;
  diagnostics_error(reader->diagnostics, node_get(value, "off")->where,
                    "to be off is asked for at a level above 0");
  return false;
}

/* The levels of the service, once, before all sets of criteria; `base` gets their worth. That
 * their order is that of their worth is for `check` to see. */
static void read_levels(struct reader *reader, const struct node *node, struct criteria *base)
{
  struct levels own = {.count = 0};
  if (!reader_is_map(reader, node, "levels") ||
      !reader_bound(reader, node->where, "levels", node->count, LEVELS_MAX))
    return;
  for (int i = 0; i < node->count; i++) {
    const struct node *name = node->keys[i], *value = node->items[i];
    struct worth worth;
    if (!value_is_id(reader, name, "level") || !read_worth(reader, value, &worth))
      return;
    if (worth.points == 0)
      diagnostics_error(reader->diagnostics, value->where,
                        "a level is for something, above 0, or against it, below 0");
    base->points[own.count] = worth.points;
    base->off_points[own.count] = worth.off;
    own.wished += worth.points > 0;
    own.names[own.count++] = arena_strdup(reader->arena, name->text);
  }
  reader->draft->levels = own;
  if (own.wished == 0)
    diagnostics_error(reader->diagnostics, node->where,
                      "no level is for something: one at least is above 0");
}

/* Levels are read before all criteria, which name them. */
static void read_before(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  (void)reader, (void)key, (void)value, (void)field;
}

static void read_points(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  struct criteria *criteria = field;
  const struct levels *levels = &reader->service->levels;
  if (!reader_is_map(reader, value, key->name))
    return;
  for (int i = 0; i < value->count; i++) {
    const struct node *name = value->keys[i], *item = value->items[i];
    struct worth worth;
    int level = 0;
    while (level < levels->count && strcmp(levels->names[level], name->text) != 0)
      level++;
    if (level == levels->count) {
      reader_unknown(reader, name->where, "level", name->text, levels->names, levels->count);
      continue;
    }
    if (!read_worth(reader, item, &worth))
      continue;
    bool wished = level < levels->wished;
    if (wished ? worth.points < (level == 0) : worth.points > 0)
      diagnostics_error(reader->diagnostics, item->where, "'%s' is worth %s", name->text,
                        level == 0 ? "1 or more"
                        : wished   ? "0 or more"
                                   : "0 or less");
    criteria->points[level] = worth.points;
    criteria->off_points[level] = worth.off;
  }
}

static const struct key publish_table[] = {
    {.name = "days_before",
     .read = key_number,
     .offset = offsetof(struct criteria, publish_days_before),
     .least = 0,
     .most = 365},
};
static const struct keys publish_keys = KEYS_OF("publish", publish_table);

static const struct key points_table[] = {
    {.name = "most",
     .read = key_number,
     .offset = offsetof(struct criteria, most_points),
     .least = 1,
     .most = ALL_POINTS_MAX,
     .required = true},
};
static const struct keys points_keys = KEYS_OF("points", points_table);

static void read_who(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  (void)key;
  *(bool **)field = who_read(reader, value);
}

/* --- off: what the business needs ------------------------------------------------ */

static const char *const off_periods[] = {"person", "session", NULL};

static void read_off_per(struct reader *reader, const struct key *key, const struct node *value,
                         void *field)
{
  int choice;
  if (value_choice(reader, value, key->words, &choice))
    ((struct off_limit *)field)->at_once = choice == 1;
}

static const struct key off_table[] = {
    {.name = "who",
     .read = read_who,
     .offset = offsetof(struct off_limit, who),
     .inside = &who_keys},
    {.name = "sessions", .read = key_pattern, .offset = offsetof(struct off_limit, when)},
    {.name = "from", .read = key_from, .offset = offsetof(struct off_limit, when)},
    {.name = "until", .read = key_until, .offset = offsetof(struct off_limit, when)},
    {.name = "per", .read = read_off_per, .words = off_periods},
    {.name = "most",
     .read = key_number,
     .offset = offsetof(struct off_limit, most),
     .least = 0,
     .most = OFF_MAX,
     .required = true},
};
static const struct keys off_keys = KEYS_OF("a limit on being off", off_table);

static void read_off(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  struct criteria *criteria = field;
  int count;
  const struct node *const *items = node_each(&value, &count);
  if (!reader_bound(reader, value->where, "limits on being off", count, LIMITS_MAX))
    return;
  criteria->off = ARENA_NEW(reader->arena, struct off_limit, count);
  for (int i = 0; i < count; i++) {
    struct off_limit limit = {.when = pattern_always(), .where = items[i]->where};
    if (reader_map(reader, items[i], key->inside, &limit) &&
        value_in_order(reader, items[i]->where, limit.when.from, limit.when.until))
      criteria->off[criteria->n_off++] = limit;
  }
}

static const struct key criteria_table[] = {
    {.name = "who",
     .read = read_who,
     .offset = offsetof(struct criteria, who),
     .inside = &who_keys},
    {.name = "open", .read = read_day, .offset = offsetof(struct criteria, open_day)},
    {.name = "close", .read = read_day, .offset = offsetof(struct criteria, close_day)},
    {.name = "comments", .read = read_day, .offset = offsetof(struct criteria, comments_day)},
    {.name = "session_requests", .read = key_map, .inside = &requests_keys},
    {.name = "avoid", .read = key_map, .inside = &avoid_keys},
    {.name = "off", .read = read_off, .inside = &off_keys},
    {.name = "points", .read = key_map, .inside = &points_keys},
    {.name = "not_avoidable",
     .read = key_task_mask,
     .offset = offsetof(struct criteria, barred_tasks)},
    {.name = "levels", .read = read_before},
    {.name = "weights", .read = read_points},
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

/* A draft is of what was asked for. */
static void check_comments(struct reader *reader, const struct node *node,
                           const struct criteria *criteria)
{
  int close = criteria->close_day, comments = criteria->comments_day;
  if (comments != 0 && (close < 0) == (comments < 0) && comments <= close && close != 0)
    diagnostics_error(reader->diagnostics, where_of(node, "comments"),
                      "comments on a draft end before requests have closed");
}

static void check_days(struct reader *reader, const struct node *node,
                       const struct criteria *criteria)
{
  int open = criteria->open_day, close = criteria->close_day;
  struct where where = where_of(node, "close");
  if (open == 0 || close == 0)
    return;
  if ((open < 0) != (close < 0))
    diagnostics_error(reader->diagnostics, where,
                      "say both as days of the month before, or both as days before");
  else if (close < open && open > 0)
    diagnostics_error(reader->diagnostics, where, "closes on day %d, before it opens on day %d",
                      close, open);
  else if (close < open)
    diagnostics_error(reader->diagnostics, where,
                      "closes %d days before, before it opens %d days before", -close, -open);
}

static void check(struct reader *reader, const struct node *node, const struct criteria *criteria)
{
  check_days(reader, node, criteria);
  check_comments(reader, node, criteria);
  const struct levels *levels = &reader->service->levels;
  for (int l = 0; node && l + 1 < levels->count; l++)
    if (criteria->points[l] < criteria->points[l + 1]) {
      diagnostics_error(
          reader->diagnostics, where_of(node, node_get(node, "weights") ? "weights" : "levels"),
          "levels go from the most wished for to the least: '%s' (%d) stands before "
          "'%s' (%d)",
          levels->names[l], criteria->points[l], levels->names[l + 1], criteria->points[l + 1]);
      return;
    }
}

/* What holds where nothing else is written: nothing is limited. */
static struct criteria read_base(struct reader *reader, const struct node *const *sets, int count)
{
  struct criteria base = {
      .most_session_requests = UNLIMITED,
      .most_avoided_sites = UNLIMITED,
      .most_avoided_tasks = UNLIMITED,
      .most_points = UNLIMITED,
      .request_points = REQUEST_POINTS,
  };
  memcpy(base.points, plain_points, sizeof plain_points);
  for (int l = 0; l < LEVELS_MAX; l++)
    base.off_points[l] = UNLIMITED;
  for (int i = 0; i < count; i++) {
    const struct node *levels = node_get(sets[i], "levels");
    if (levels && node_get(sets[i], "who"))
      diagnostics_error(reader->diagnostics, levels->where,
                        "levels are the same words for all; they belong to the criteria without "
                        "'who', and 'weights' here says what they are worth");
    else if (levels)
      read_levels(reader, levels, &base);
  }
  return base;
}

static struct criteria read_one(struct reader *reader, const struct node *node,
                                const struct criteria *base)
{
  struct criteria criteria = *base;
  if (node)
    reader_map(reader, node, &criteria_keys, &criteria);
  if (!criteria.barred_tasks)
    criteria.barred_tasks = ARENA_NEW(reader->arena, bool, reader->service->n_tasks);
  criteria.where = node ? node->where : (struct where){0};
  criteria.where_close = where_of(node, "close");
  criteria.where_publish = where_of(node, "publish");
  criteria.where_requests = where_of(node, "session_requests");
  criteria.where_barred = where_of(node, "not_avoidable");
  criteria.where_sites = criteria.where_tasks = where_of(node, "avoid");
  const struct node *avoid = node ? node_get(node, "avoid") : NULL;
  if (avoid) {
    criteria.where_sites = where_of(avoid, "sites");
    criteria.where_tasks = where_of(avoid, "tasks");
  }
  check(reader, node, &criteria);
  return criteria;
}

/* Criteria of some people: is there anything that can't differ, and anybody at all? */
static void check_special(struct reader *reader, const struct node *node,
                          const struct criteria *criteria)
{
  const struct node *comments = node_get(node, "comments");
  const struct node *at_once = comments ? comments : node_get(node, "publish");
  bool anybody = false;
  for (int p = 0; p < reader->service->n_posts; p++)
    anybody |= criteria->who[p];
  if (!anybody)
    diagnostics_warning(reader->diagnostics, node_get(node, "who")->where,
                        "nobody is meant by this");
  if (at_once)
    diagnostics_error(reader->diagnostics, at_once->where,
                      "the whole rota is published at once; this belongs to the criteria without "
                      "'who'");
}

void criteria_read(struct reader *reader, const struct node *node)
{
  struct service *service = reader->draft;
  int count = 0;
  const struct node *const *items = node ? node_each(&node, &count) : NULL;
  const struct criteria base = read_base(reader, items, count);
  service->criteria = read_one(reader, NULL, &base);
  if (!reader_bound(reader, node ? node->where : reader->where, "sets of criteria", count,
                    LIMITS_MAX))
    return;
  service->special = ARENA_NEW(reader->arena, struct criteria, count);
  for (int i = 0; i < count; i++) {
    struct criteria criteria = read_one(reader, items[i], &base);
    if (criteria.who) {
      check_special(reader, items[i], &criteria);
      service->special[service->n_special++] = criteria;
    } else {
      service->criteria = criteria;
      if (i < count - 1)
        diagnostics_error(reader->diagnostics, items[i]->where,
                          "these criteria are for everybody, so those below are for nobody; write "
                          "them last");
    }
  }
}
