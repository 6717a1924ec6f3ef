#include "model/service.h"

#include "model/rule.h"

#include <string.h>

static const struct levels plain_levels = {
    .names = {"love", "like", "dislike", "avoid"}, .count = 4, .wished = 2};

struct service *service_new(void)
{
  struct service *service = g_new0(struct service, 1);
  service->arena = arena_new();
  service->levels = plain_levels;
  return service;
}

void service_free(struct service *service)
{
  if (!service)
    return;
  g_clear_pointer(&service->clinician_by_id, g_hash_table_unref);
  g_clear_pointer(&service->site_by_id, g_hash_table_unref);
  g_clear_pointer(&service->task_by_id, g_hash_table_unref);
  arena_free(service->arena);
  g_free(service);
}

/* Values are the index plus one, because a missing key gives NULL. */
static void remember(GHashTable *table, const char *id, int index)
{
  g_hash_table_insert(table, (gpointer)id, GINT_TO_POINTER(index + 1));
}

static int recall(GHashTable *table, const char *id)
{
  return GPOINTER_TO_INT(g_hash_table_lookup(table, id)) - 1;
}

static GHashTable *renew(GHashTable *table)
{
  if (table)
    g_hash_table_unref(table);
  return g_hash_table_new(g_str_hash, g_str_equal);
}

void service_index(struct service *service)
{
  service->clinician_by_id = renew(service->clinician_by_id);
  service->site_by_id = renew(service->site_by_id);
  service->task_by_id = renew(service->task_by_id);
  for (int c = 0; c < service->n_clinicians; c++)
    remember(service->clinician_by_id, service->clinicians[c].id, c);
  for (int s = 0; s < service->n_sites; s++)
    remember(service->site_by_id, service->sites[s].id, s);
  for (int t = 0; t < service->n_tasks; t++)
    remember(service->task_by_id, service->tasks[t].id, t);
}

int service_clinician(const struct service *service, const char *id)
{
  return recall(service->clinician_by_id, id);
}

int service_site(const struct service *service, const char *id)
{
  return recall(service->site_by_id, id);
}

int service_task(const struct service *service, const char *id)
{
  return recall(service->task_by_id, id);
}

int service_block(const struct service *service, const char *id)
{
  for (int b = 0; b < service->n_blocks; b++)
    if (strcmp(service->blocks[b].id, id) == 0)
      return b;
  return NONE;
}

int vocabulary_find(const struct vocabulary *vocabulary, const char *word)
{
  for (int i = 0; i < vocabulary->count; i++)
    if (strcmp(vocabulary->words[i], word) == 0)
      return i;
  return NONE;
}

int service_travel_minutes(const struct service *service, int clinician, int from, int to)
{
  const struct clinician *person = &service->clinicians[clinician];
  const int *minutes =
      person->drives ? service->travel_minutes : service->travel_minutes_without_car;
  if (service->sites[from].remote != service->sites[to].remote)
    return person->home_minutes != NONE ? person->home_minutes : service->home_minutes;
  return minutes[from * service->n_sites + to];
}

bool service_site_open(const struct service *service, int site, int weekday, int block)
{
  const struct opening *open = &service->sites[site].open[weekday];
  return open->from_minute <= service->blocks[block].from_minute &&
         open->to_minute >= service->blocks[block].to_minute;
}

bool service_is_holiday(const struct service *service, int date)
{
  for (int i = 0; i < service->n_holidays; i++)
    if (service->holidays[i] == date)
      return true;
  return false;
}

bool service_has_session(const struct service *service, int date, int block)
{
  return !service_is_holiday(service, date) &&
         (service->week.blocks[date_weekday(date)] & 1U << block) != 0;
}

int clinician_post(const struct service *service, int clinician, int date)
{
  const struct clinician *person = &service->clinicians[clinician];
  int post = clinician;
  for (int i = person->changed; i < person->changed + person->n_changes; i++)
    if (service->posts[i].from <= date)
      post = i;
  return post;
}

const struct post *clinician_on(const struct service *service, int clinician, int date)
{
  return &service->posts[clinician_post(service, clinician, date)];
}

bool service_has_post(const struct service *service, const bool *posts, int clinician, int date)
{
  return posts[clinician_post(service, clinician, date)];
}

/* The skill as held on that date, or NULL. */
static const struct skill_held *held_skill(const struct service *service, int clinician, int skill,
                                           int date)
{
  const struct post *post = clinician_on(service, clinician, date);
  for (int i = 0; i < post->n_skills; i++) {
    const struct skill_held *held = &post->skills[i];
    if (held->skill == skill && (held->from == DATE_NONE || date >= held->from) &&
        (held->until == DATE_NONE || date <= held->until))
      return held;
  }
  return NULL;
}

int clinician_stage(const struct service *service, int clinician, int skill, int date)
{
  const struct skill_held *held = held_skill(service, clinician, skill, date);
  return held ? held->stage : NONE;
}

bool clinician_is_trainee(const struct service *service, int clinician, int task, int date)
{
  const struct task *work = &service->tasks[task];
  const struct skill_held *held = held_skill(service, clinician, work->skill, date);
  return held && held->trainee && held->stage < work->min_stage;
}

bool clinician_can(const struct service *service, int clinician, int task, int date)
{
  const struct task *work = &service->tasks[task];
  if (clinician_on(service, clinician, date)->band < work->min_band)
    return false;
  return work->skill == NONE ||
         clinician_stage(service, clinician, work->skill, date) >= work->min_stage ||
         clinician_is_trainee(service, clinician, task, date);
}

const struct pattern *clinician_week(const struct service *service, int clinician, int date)
{
  const struct works *works = &clinician_on(service, clinician, date)->works;
  if (works->n_weeks == 1)
    return &works->weeks[0];
  if (works->cycle == DATE_NONE)
    return &works->weeks[date_iso_week(date) % 2 == 0];
  return &works->weeks[pattern_cycle_week(works->cycle, works->n_weeks, date)];
}

bool clinician_employed(const struct service *service, int clinician, int date)
{
  const struct clinician *person = &service->clinicians[clinician];
  return (person->joins == DATE_NONE || date >= person->joins) &&
         (person->leaves == DATE_NONE || date <= person->leaves);
}

bool clinician_works(const struct service *service, int clinician, int date, int block)
{
  return pattern_has(clinician_week(service, clinician, date), date, block) &&
         clinician_employed(service, clinician, date);
}

int service_level_against(const struct service *service)
{
  const struct levels *levels = &service->levels;
  return levels->wished < levels->count ? levels->count - 1 : NONE;
}
