/* A post: band, contract, pattern, places, team and skills of a clinician. */
#include "inputs/posts.h"

enum { HOURS_MAX = 600, STAGE_MAX = 10, BAND_MIN = 2, BAND_MAX = 9 };

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
const struct keys skill_keys = KEYS_OF("a skill", skill_table);

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

/* Is the skill named among the first so many? */
static bool is_named(const struct skill_held *skills, int count, int skill)
{
  for (int i = 0; i < count; i++)
    if (skills[i].skill == skill)
      return true;
  return false;
}

void posts_read_skills(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct post *post = &((struct person *)field)->post;
  const struct skill_held *before = post->skills;
  int n_before = post->n_skills, named = 0, count = 0;
  (void)key;
  if (!reader_is_map(reader, value, "skills"))
    return;
  struct skill_held *held = ARENA_NEW(reader->arena, struct skill_held, value->count + n_before);
  g_autofree struct skill_held *all = g_new0(struct skill_held, (gsize)value->count + 1);
  for (int i = 0; i < value->count; i++, named++)
    if (read_skill(reader, value->keys[i], value->items[i], &all[i]))
      held[count++] = all[i];
  for (int i = 0; i < n_before; i++)
    if (!is_named(all, named, before[i].skill))
      held[count++] = before[i];
  post->skills = held;
  post->n_skills = count;
}

void posts_read_team(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  const char *word;
  (void)key;
  if (value_word(reader, value, "team", &word))
    ((struct person *)field)->post.team = vocabulary_find(&reader->service->teams, word);
}

static const struct key hours_table[] = {
    {.name = "fewest",
     .read = key_hundredths,
     .offset = offsetof(struct hours, fewest),
     .least = 0,
     .most = 100 * HOURS_MAX},
    {.name = "most",
     .read = key_hundredths,
     .offset = offsetof(struct hours, most),
     .least = 0,
     .most = 100 * HOURS_MAX},
};
const struct keys hours_keys = KEYS_OF("hours", hours_table);

static int minutes_of(int hundredths)
{
  return hundredths == UNLIMITED ? UNLIMITED : (hundredths * 60 + 50) / 100;
}

void posts_read_hours(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  struct post *post = &((struct person *)field)->post;
  struct hours hours = {UNLIMITED, UNLIMITED};
  (void)key;
  reader_map(reader, value, &hours_keys, &hours);
  if (hours.fewest != UNLIMITED && hours.most != UNLIMITED && hours.fewest > hours.most)
    diagnostics_error(reader->diagnostics, value->where, "'fewest' is above 'most'");
  post->fewest_minutes = minutes_of(hours.fewest);
  post->most_minutes = minutes_of(hours.most);
}

static void refuse_contract(struct reader *reader, const struct node *value)
{
  if (value)
    diagnostics_error(reader->diagnostics, value->where,
                      "who is of the bank has no contract, so neither 'wte' nor 'hours'");
}

void posts_finish(struct reader *reader, const struct node *body, struct person *person)
{
  const struct service *service = reader->service;
  struct post *post = &person->post;
  const struct node *base = node_get(body, "base"), *sites = node_get(body, "sites");
  if (!post->sites) {
    post->sites = ARENA_NEW(reader->arena, bool, service->n_sites);
    for (int s = 0; s < service->n_sites; s++)
      post->sites[s] = true;
  }
  if (person->clinician.bank) {
    refuse_contract(reader, node_get(body, "wte"));
    refuse_contract(reader, node_get(body, "hours"));
    post->wte_percent = 0;
  }
  post->week_minutes = (service->full_time_minutes * post->wte_percent + 50) / 100;
  if ((base || sites) && post->base != NONE && !post->sites[post->base] && !reader->lost_kinds)
    diagnostics_error(reader->diagnostics, base ? base->where : sites->where,
                      "the base '%s' is not among the sites", service->sites[post->base].id);
}

void posts_settle_sees(struct reader *reader, const struct node *node)
{
  struct service *service = reader->draft;
  int by_band[BAND_MAX + 1], band, percent;
  for (int b = 0; b <= BAND_MAX; b++)
    by_band[b] = 100;
  bool given = node && reader_is_map(reader, node, "sees");
  for (int i = 0; given && i < node->count; i++)
    if (value_number(reader, node->keys[i], BAND_MIN, BAND_MAX, &band) &&
        value_number(reader, node->items[i], 0, SEES_MAX, &percent))
      by_band[band] = percent;
  for (int p = 0; p < service->n_posts; p++) {
    struct post *post = &service->posts[p];
    if (post->sees_percent == UNLIMITED)
      post->sees_percent = by_band[CLAMP(post->band, 0, BAND_MAX)];
  }
}

static bool works_when_open(const struct service *service, const struct works *works)
{
  for (int week = 0; week < works->n_weeks; week++)
    for (int day = 0; day < WEEK_DAYS; day++)
      if (works->weeks[week].blocks[day] & service->week.blocks[day])
        return true;
  return false;
}

void posts_check_open(struct reader *reader, const struct post *post)
{
  const struct service *service = reader->service;
  if (!reader->lost_week && !works_when_open(service, &post->works))
    diagnostics_warning(reader->diagnostics, post->where,
                        "'%s' never works when the service is open",
                        service->clinicians[post->clinician].id);
}
