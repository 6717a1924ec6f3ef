/* A clinician: who it is, the first post, agreements; what changes is in changes.c. */
#include "inputs/history_people.h"
#include "inputs/posts.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

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

/* It goes into the head of a message, so it is one word, of letters that any mail takes. */
static bool is_email(const char *text)
{
  const char *at = strchr(text, '@');
  for (const char *c = text; *c; c++)
    if (!g_ascii_isgraph(*c) || strchr("<>,;\"", *c))
      return false;
  return at && at != text && at[1] && !strchr(at + 1, '@');
}

static void read_email(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  const char *text = NULL;
  (void)key;
  if (!value_text(reader, value, "an email", &text))
    return;
  if (!is_email(text))
    diagnostics_error(reader->diagnostics, value->where, "'%s' is not an email address", text);
  else
    *(const char **)field = arena_strdup(reader->arena, text);
}

static void read_was(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  struct clinician *clinician = &((struct person *)field)->clinician;
  int count;
  const struct node *const *items = node_each(&value, &count);
  (void)key;
  clinician->was = ARENA_NEW(reader->arena, const char *, count);
  for (int i = 0; i < count; i++)
    if (value_is_id(reader, items[i], "clinician"))
      clinician->was[clinician->n_was++] = arena_strdup(reader->arena, items[i]->text);
}

struct arranged {
  struct arrangement arrangement;
  bool every;
  struct when_turns turns;
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
    WHEN_TURNS_KEYS(struct arranged, arrangement.when, turns),
};
static const struct keys arrangement_keys = KEYS_OF("an arrangement", arrangement_table);

static bool read_arrangement(struct reader *reader, const struct node *node,
                             const struct works *works, struct arrangement *out)
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
  /* A cycle is as long as the person's own, if it is in one. */
  when_take_turns(reader, node, &arranged.turns,
                  works->cycle != DATE_NONE ? works->n_weeks : WHEN_CYCLE_WEEKS,
                  &arranged.arrangement.when);
  *out = *arrangement;
  return true;
}

static void read_arrangements(struct reader *reader, const struct key *key,
                              const struct node *value, void *field)
{
  struct person *person = field;
  struct clinician *clinician = &person->clinician;
  (void)key;
  if (!reader_is_list(reader, value, "arrangements"))
    return;
  clinician->arrangements = ARENA_NEW(reader->arena, struct arrangement, value->count);
  for (int i = 0; i < value->count; i++)
    clinician->n_arrangements +=
        read_arrangement(reader, value->items[i], &person->post.works,
                         &clinician->arrangements[clinician->n_arrangements]);
}

static const struct key clinician_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct person, clinician.name)},
    {.name = "role", .read = key_text, .offset = offsetof(struct person, clinician.role)},
    {.name = "email", .read = read_email, .offset = offsetof(struct person, clinician.email)},
    POST_KEYS(true),
    {.name = "bank", .read = key_switch, .offset = offsetof(struct person, clinician.bank)},
    {.name = "drives", .read = key_switch, .offset = offsetof(struct person, clinician.drives)},
    {.name = "home_minutes",
     .read = key_number,
     .offset = offsetof(struct person, clinician.home_minutes),
     .least = 0,
     .most = TRAVEL_MINUTES_MAX},
    {.name = "supervisor",
     .read = key_clinician,
     .offset = offsetof(struct person, clinician.supervisor)},
    {.name = "arrangements", .read = read_arrangements, .inside = &arrangement_keys},
    {.name = "tags", .read = read_tags, .offset = offsetof(struct person, clinician.tags)},
    {.name = "joins", .read = key_date, .offset = offsetof(struct person, clinician.joins)},
    {.name = "leaves", .read = key_date, .offset = offsetof(struct person, clinician.leaves)},
    {.name = "changes",
     .read = key_node,
     .offset = offsetof(struct person, changes),
     .inside = &change_keys},
    {.name = "was", .read = read_was},
};
const struct keys clinician_keys = KEYS_OF("a clinician", clinician_table);

static void check(struct reader *reader, const struct node *body, int index)
{
  const struct clinician *clinician = &reader->service->clinicians[index];
  const struct node *boss = node_get(body, "supervisor");
  if (clinician->supervisor == index)
    diagnostics_error(reader->diagnostics, boss->where, "nobody supervises themselves");
  value_in_order(reader, body->where, clinician->joins, clinician->leaves);
}

static void read_entry(struct reader *reader, const struct node *body, int index)
{
  struct service *service = reader->draft;
  struct person person = {service->clinicians[index], service->posts[index], NULL};
  int errors = diagnostics_errors(reader->diagnostics);
  person.clinician.tags = ARENA_NEW(service->arena, bool, service->tags.count);
  reader_map(reader, body, &clinician_keys, &person);
  service->clinicians[index] = person.clinician;
  posts_finish(reader, body, &person);
  service->posts[index] = person.post;
  check(reader, body, index);
  if (diagnostics_errors(reader->diagnostics) == errors)
    posts_check_open(reader, &person.post);
  changes_read(reader, &person);
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
