/* A clinician: hours, patterns, skills, sites and agreements. */
#include "inputs/history_people.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum {
  FILES_MAX = 1000,
  CLINICIANS_MAX = 1000,
  WTE_MAX = 120,
  MONTH_HOURS_MAX = 400,
  STAGE_MAX = 10
};

struct hours {
  int fewest, most; /* hundredths of an hour */
};

static const struct key skill_table[] = {
    {.name = "since", .read = key_date, .offset = offsetof(struct skill_held, from)},
    {.name = "until", .read = key_date, .offset = offsetof(struct skill_held, until)},
    {.name = "stage",
     .read = key_number,
     .offset = offsetof(struct skill_held, stage),
     .least = 0,
     .most = STAGE_MAX},
    {.name = "trainee", .read = key_switch, .offset = offsetof(struct skill_held, trainee)},
};
static const struct keys skill_keys = KEYS_OF("a skill", skill_table);

static bool read_skill(struct reader *reader, const struct node *name, const struct node *value,
                       struct skill_held *out)
{
  struct skill_held held = {.skill = NONE, .where = name->where};
  const char *word;
  bool holds = true;
  if (value_word(reader, name, "skill", &word))
    held.skill = vocabulary_find(&reader->service->skills, word);
  if (value->kind == NODE_MAP) {
    reader_map(reader, value, &skill_keys, &held);
    value_in_order(reader, value->where, held.from, held.until);
  } else {
    value_switch(reader, value, &holds);
  }
  *out = held;
  return holds && held.skill != NONE;
}

static void read_skills(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  struct clinician *clinician = field;
  (void)key;
  if (!reader_is_map(reader, value, "skills"))
    return;
  clinician->skills = ARENA_NEW(reader->arena, struct skill_held, value->count);
  for (int i = 0; i < value->count; i++)
    clinician->n_skills += read_skill(reader, value->keys[i], value->items[i],
                                      &clinician->skills[clinician->n_skills]);
}

static void read_team(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  const char *word;
  (void)key;
  if (value_word(reader, value, "team", &word))
    *(int *)field = vocabulary_find(&reader->service->teams, word);
}

static void read_tags(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  bool *tags = *(bool **)field;
  int count;
  const struct node *const *items = node_each(&value, &count);
  (void)key;
  for (int i = 0; i < count; i++) {
    const char *word;
    int tag = NONE;
    if (value_word(reader, items[i], "tag", &word))
      tag = vocabulary_find(&reader->service->tags, word);
    if (tag != NONE)
      tags[tag] = true;
  }
}

static void read_was(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  struct clinician *clinician = field;
  int count;
  const struct node *const *items = node_each(&value, &count);
  (void)key;
  clinician->was = ARENA_NEW(reader->arena, const char *, count);
  for (int i = 0; i < count; i++)
    if (value_is_id(reader, items[i], "clinician"))
      clinician->was[clinician->n_was++] = arena_strdup(reader->arena, items[i]->text);
}

enum { CYCLE_WEEKS = 4 }; /* of an arrangement that doesn't say */

struct arranged {
  struct arrangement arrangement;
  bool every;
  const struct node *weeks;
  int of; /* weeks in the cycle; 0: not said */
};

static void read_every(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct arranged *arranged = field;
  (void)key;
  arranged->every = true;
  when_pattern(reader, value, &arranged->arrangement.when);
}

static void read_never(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct arranged *arranged = field;
  (void)key;
  arranged->arrangement.never = true;
  when_pattern(reader, value, &arranged->arrangement.when);
}

static const struct key arrangement_table[] = {
    {.name = "every", .read = read_every},
    {.name = "never", .read = read_never},
    {.name = "at", .read = key_site_mask, .offset = offsetof(struct arranged, arrangement.sites)},
    {.name = "task", .read = key_task_mask, .offset = offsetof(struct arranged, arrangement.tasks)},
    {.name = "from", .read = key_from, .offset = offsetof(struct arranged, arrangement.when)},
    {.name = "until", .read = key_until, .offset = offsetof(struct arranged, arrangement.when)},
    {.name = "cycle",
     .read = key_monday,
     .offset = offsetof(struct arranged, arrangement.when.cycle)},
    {.name = "weeks", .read = key_node, .offset = offsetof(struct arranged, weeks)},
    {.name = "of",
     .read = key_number,
     .offset = offsetof(struct arranged, of),
     .least = 1,
     .most = CYCLE_WEEKS_MAX},
};
static const struct keys arrangement_keys = KEYS_OF("an arrangement", arrangement_table);

/* The weeks of the cycle in which it holds. */
static void read_turns(struct reader *reader, const struct node *weeks, struct pattern *when)
{
  int count;
  const struct node *const *items = node_each(&weeks, &count);
  if (count == 0)
    diagnostics_error(reader->diagnostics, weeks->where, "no week is named");
  for (int i = 0; i < count; i++) {
    int week;
    if (value_number(reader, items[i], 1, when->cycle_weeks, &week))
      when->turns |= UINT64_C(1) << (week - 1);
  }
}

/* A cycle is as long as the person's own, if it is in one. */
static void read_cycle(struct reader *reader, const struct node *node,
                       const struct clinician *clinician, struct arranged *arranged)
{
  struct pattern *when = &arranged->arrangement.when;
  const struct works *works = &clinician->works;
  if (!node_get(node, "cycle") && !arranged->weeks && !arranged->of)
    return;
  if (!node_get(node, "cycle") || !arranged->weeks) {
    diagnostics_error(reader->diagnostics, node->where, "a cycle needs 'cycle' and 'weeks'");
    return;
  }
  when->cycle_weeks = arranged->of                ? arranged->of
                      : works->cycle != DATE_NONE ? works->n_weeks
                                                  : CYCLE_WEEKS;
  read_turns(reader, arranged->weeks, when);
}

static bool read_arrangement(struct reader *reader, const struct node *node,
                             const struct clinician *clinician, struct arrangement *out)
{
  struct arranged arranged = {.arrangement = {.when = pattern_always(), .where = node->where}};
  if (!reader_map(reader, node, &arrangement_keys, &arranged))
    return false;
  const struct arrangement *arrangement = &arranged.arrangement;
  if (arranged.every == arrangement->never)
    diagnostics_error(reader->diagnostics, node->where, "an arrangement needs 'every' or 'never'%s",
                      arranged.every ? ", not both" : "");
  else if (arranged.every && !node_get(node, "at") && !node_get(node, "task"))
    diagnostics_error(reader->diagnostics, node->where,
                      "an arrangement with 'every' needs 'at' or 'task'");
  value_in_order(reader, node->where, arrangement->when.from, arrangement->when.until);
  read_cycle(reader, node, clinician, &arranged);
  *out = *arrangement;
  return true;
}

static void read_arrangements(struct reader *reader, const struct key *key,
                              const struct node *value, void *field)
{
  struct clinician *clinician = field;
  (void)key;
  if (!reader_is_list(reader, value, "arrangements"))
    return;
  clinician->arrangements = ARENA_NEW(reader->arena, struct arrangement, value->count);
  for (int i = 0; i < value->count; i++)
    clinician->n_arrangements += read_arrangement(
        reader, value->items[i], clinician, &clinician->arrangements[clinician->n_arrangements]);
}

static const struct key hours_table[] = {
    {.name = "fewest",
     .read = key_hundredths,
     .offset = offsetof(struct hours, fewest),
     .least = 0,
     .most = 100 * MONTH_HOURS_MAX},
    {.name = "most",
     .read = key_hundredths,
     .offset = offsetof(struct hours, most),
     .least = 0,
     .most = 100 * MONTH_HOURS_MAX},
};
static const struct keys hours_keys = KEYS_OF("hours", hours_table);

static int minutes_of(int hundredths)
{
  return hundredths == UNLIMITED ? UNLIMITED : (hundredths * 60 + 50) / 100;
}

static void read_hours(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct clinician *clinician = field;
  struct hours hours = {UNLIMITED, UNLIMITED};
  (void)key;
  reader_map(reader, value, &hours_keys, &hours);
  if (hours.fewest != UNLIMITED && hours.most != UNLIMITED && hours.fewest > hours.most)
    diagnostics_error(reader->diagnostics, value->where, "'fewest' is above 'most'");
  clinician->fewest_minutes = minutes_of(hours.fewest);
  clinician->most_minutes = minutes_of(hours.most);
}

static const struct key clinician_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct clinician, name)},
    {.name = "band",
     .read = key_band,
     .offset = offsetof(struct clinician, band),
     .required = true},
    {.name = "role", .read = key_text, .offset = offsetof(struct clinician, role)},
    {.name = "wte",
     .read = key_hundredths,
     .offset = offsetof(struct clinician, wte_percent),
     .least = 1,
     .most = WTE_MAX},
    {.name = "works",
     .read = key_works,
     .offset = offsetof(struct clinician, works),
     .required = true},
    {.name = "base", .read = key_site, .offset = offsetof(struct clinician, base)},
    {.name = "skills", .read = read_skills, .inside = &skill_keys},
    {.name = "sites", .read = key_site_mask, .offset = offsetof(struct clinician, sites)},
    {.name = "drives", .read = key_switch, .offset = offsetof(struct clinician, drives)},
    {.name = "supervisor", .read = key_clinician, .offset = offsetof(struct clinician, supervisor)},
    {.name = "team", .read = read_team, .offset = offsetof(struct clinician, team)},
    {.name = "arrangements", .read = read_arrangements, .inside = &arrangement_keys},
    {.name = "tags", .read = read_tags, .offset = offsetof(struct clinician, tags)},
    {.name = "hours", .read = read_hours, .inside = &hours_keys},
    {.name = "joins", .read = key_date, .offset = offsetof(struct clinician, joins)},
    {.name = "leaves", .read = key_date, .offset = offsetof(struct clinician, leaves)},
    {.name = "was", .read = read_was},
};
const struct keys clinician_keys = KEYS_OF("a clinician", clinician_table);

static bool works_when_open(const struct service *service, const struct clinician *clinician)
{
  for (int week = 0; week < clinician->works.n_weeks; week++)
    for (int day = 0; day < WEEK_DAYS; day++)
      if (clinician->works.weeks[week].blocks[day] & service->week.blocks[day])
        return true;
  return false;
}

static void check(struct reader *reader, const struct node *body, int index)
{
  const struct service *service = reader->service;
  const struct clinician *clinician = &service->clinicians[index];
  const struct node *base = node_get(body, "base"), *boss = node_get(body, "supervisor");
  if (clinician->supervisor == index)
    diagnostics_error(reader->diagnostics, boss->where, "nobody supervises themselves");
  if (clinician->base != NONE && !clinician->sites[clinician->base] && !reader->lost_kinds)
    diagnostics_error(reader->diagnostics, base->where, "the base '%s' is not among the sites",
                      service->sites[clinician->base].id);
  value_in_order(reader, body->where, clinician->joins, clinician->leaves);
}

static void read_entry(struct reader *reader, const struct node *body, int index)
{
  struct service *service = reader->draft;
  struct clinician *clinician = &service->clinicians[index];
  int errors = diagnostics_errors(reader->diagnostics);
  clinician->tags = ARENA_NEW(service->arena, bool, service->tags.count);
  reader_map(reader, body, &clinician_keys, clinician);
  if (!clinician->sites) {
    clinician->sites = ARENA_NEW(service->arena, bool, service->n_sites);
    for (int s = 0; s < service->n_sites; s++)
      clinician->sites[s] = true;
  }
  clinician->week_minutes = (service->full_time_minutes * clinician->wte_percent + 50) / 100;
  check(reader, body, index);
  if (diagnostics_errors(reader->diagnostics) == errors && !reader->lost_week &&
      !works_when_open(service, clinician))
    diagnostics_warning(reader->diagnostics, clinician->where,
                        "'%s' never works when the service is open", clinician->id);
}

void clinicians_read(struct reader *reader, const GPtrArray *entries)
{
  int index = 0;
  for (guint i = 0; i < entries->len; i++) {
    const struct clinician_entry *entry = entries->pdata[i];
    if (entry->body)
      read_entry(reader, entry->body, index++);
  }
  history_people_check_was(reader);
}
