/* who: to which clinicians a use of a rule applies. */
#include "inputs/who.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"

/* Is it so of whoever has the post? */
typedef bool fits(const struct service *service, int post, const void *what);

/* Of a list, every item widens; of a mapping, every key narrows. */
static void narrow(const struct service *service, bool *mask, const bool *to)
{
  for (int p = 0; p < service->n_posts; p++)
    mask[p] = mask[p] && to[p];
}

static bool *mask_of(struct reader *reader, fits *fit, const void *what, bool *mask)
{
  const struct service *service = reader->service;
  if (!mask)
    mask = ARENA_NEW(reader->arena, bool, service->n_posts);
  for (int p = 0; p < service->n_posts; p++)
    mask[p] = mask[p] || fit(service, p, what);
  return mask;
}

static bool has_band(const struct service *service, int post, const void *what)
{
  return service->posts[post].band == *(const int *)what;
}

static bool in_team(const struct service *service, int post, const void *what)
{
  return service->posts[post].team == *(const int *)what;
}

static bool has_tag(const struct service *service, int post, const void *what)
{
  const struct clinician *clinician = &service->clinicians[service->posts[post].clinician];
  return clinician->tags && clinician->tags[*(const int *)what];
}

static bool has_skill(const struct service *service, int post, const void *what)
{
  for (int i = 0; i < service->posts[post].n_skills; i++)
    if (service->posts[post].skills[i].skill == *(const int *)what)
      return true;
  return false;
}

static bool has_base(const struct service *service, int post, const void *what)
{
  int base = service->posts[post].base;
  return base != NONE && ((const bool *)what)[base];
}

static bool is_one_of(const struct service *service, int post, const void *what)
{
  return ((const bool *)what)[service->posts[post].clinician];
}

static void read_clinicians(struct reader *reader, const struct key *key, const struct node *value,
                            void *field)
{
  (void)key;
  const bool *mask = refer_mask(reader, THING_CLINICIAN, value);
  if (mask)
    narrow(reader->service, field, mask_of(reader, is_one_of, mask, NULL));
}

static void read_bands(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  int count, band;
  const struct node *const *items = node_each(&value, &count);
  bool *mask = ARENA_NEW(reader->arena, bool, reader->service->n_posts);
  (void)key;
  for (int i = 0; i < count; i++)
    if (value_band(reader, items[i], &band))
      mask_of(reader, has_band, &band, mask);
  narrow(reader->service, field, mask);
}

static void read_words(struct reader *reader, const struct vocabulary *words, const char *what,
                       fits *fit, const struct node *value, void *field)
{
  int count;
  const struct node *const *items = node_each(&value, &count);
  bool *mask = ARENA_NEW(reader->arena, bool, reader->service->n_posts);
  for (int i = 0; i < count; i++) {
    int word = refer_word(reader, words, what, items[i]);
    if (word != NONE)
      mask_of(reader, fit, &word, mask);
  }
  narrow(reader->service, field, mask);
}

static void read_teams(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  (void)key;
  read_words(reader, &reader->service->teams, "team", in_team, value, field);
}

static void read_tags(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  (void)key;
  read_words(reader, &reader->service->tags, "tag", has_tag, value, field);
}

/* So that a skill that nothing goes by can be told of. */
static void name_skill(struct reader *reader, const struct node *node)
{
  struct service *service = reader->draft;
  int skill = node->text ? vocabulary_find(&reader->service->skills, node->text) : NONE;
  if (!service || skill == NONE)
    return;
  if (!service->skills_named)
    service->skills_named = ARENA_NEW(service->arena, bool, service->skills.count);
  service->skills_named[skill] = true;
}

static void read_skills(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  int count;
  const struct node *const *items = node_each(&value, &count);
  (void)key;
  read_words(reader, &reader->service->skills, "skill", has_skill, value, field);
  for (int i = 0; i < count; i++)
    name_skill(reader, items[i]);
}

static void read_bases(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  (void)key;
  const bool *sites = refer_sites(reader, value);
  if (sites)
    narrow(reader->service, field, mask_of(reader, has_base, sites, NULL));
}

static void read_not(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  (void)key;
  bool *others = who_read(reader, value);
  for (int p = 0; others && p < reader->service->n_posts; p++)
    others[p] = !others[p];
  if (others)
    narrow(reader->service, field, others);
}

static const struct key who_table[] = {
    {.name = "clinicians", .read = read_clinicians},
    {.name = "band", .read = read_bands},
    {.name = "team", .read = read_teams},
    {.name = "tag", .read = read_tags},
    {.name = "skill", .read = read_skills},
    {.name = "base", .read = read_bases},
    {.name = "not", .read = read_not},
};
const struct keys who_keys = KEYS_OF("who", who_table);

bool *who_read(struct reader *reader, const struct node *node)
{
  const struct service *service = reader->service;
  bool *mask = ARENA_NEW(reader->arena, bool, service->n_posts);
  for (int p = 0; p < service->n_posts; p++)
    mask[p] = true;
  return reader_map(reader, node, &who_keys, mask) ? mask : NULL;
}
