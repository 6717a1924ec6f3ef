#include "planning/ideas.h"

#include "planning/ideas_sessions.h"

#include <string.h>

/* What rounds to nothing in a report promises nothing. */
static const double points_least = 0.005;

/* What the person is on the month's first day, when a scenario begins. */
static const struct post *post_on(const struct problem *problem, int clinician)
{
  return clinician_on(problem->service, clinician, problem->month->days[0].date);
}

static const struct post *post_of(const struct worth *worth, int clinician)
{
  return post_on(worth->problem, clinician);
}

/* --- hires ------------------------------------------------------------------ */

static bool has_skill(const struct post *post, int skill)
{
  for (int i = 0; i < post->n_skills; i++)
    if (post->skills[i].skill == skill)
      return true;
  return false;
}

/* Are both of one kind of post: role and band? */
static bool is_same_post(const struct problem *problem, int one, int other)
{
  const struct clinician *people = problem->service->clinicians;
  return post_on(problem, one)->band == post_on(problem, other)->band &&
         strcmp(people[one].role, people[other].role) == 0;
}

int ideas_posts(const struct problem *problem)
{
  int out = 0;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    bool first = !problem->service->clinicians[c].bank;
    for (int o = 0; o < c && first; o++)
      first = problem->service->clinicians[o].bank || !is_same_post(problem, c, o);
    out += first;
  }
  return out;
}

static bool is_alike(const struct worth *worth, int one, int other)
{
  const struct service *service = worth->problem->service;
  const struct post *a = post_of(worth, one), *b = post_of(worth, other);
  if (!is_same_post(worth->problem, one, other) || a->base != b->base)
    return false;
  for (int s = 0; s < service->skills.count; s++)
    if (has_skill(a, s) != has_skill(b, s))
      return false;
  return true;
}

static double hire_estimate(const struct worth *worth, int like)
{
  double out = 0;
  for (int s = 0; s < worth->problem->month->n_slots; s++)
    out += worth_session(worth, like, s);
  return out;
}

static void add_hire(const struct worth *worth, int like, GPtrArray *ideas)
{
  const struct service *service = worth->problem->service;
  const struct clinician *person = &service->clinicians[like];
  const struct post *post = post_of(worth, like);
  const char *base = post->base == NONE ? NULL : service->sites[post->base].name;
  struct idea *idea =
      idea_add(ideas, CANDIDATE_HIRE, hire_estimate(worth, like),
               g_strdup_printf("hire: a band %d like %s%s%s, %d.%02d WTE", post->band, person->name,
                               base ? ", based at " : "", base ? base : "", post->wte_percent / 100,
                               post->wte_percent % 100),
               g_strdup_printf("add: {like: %s}", person->id));
  idea->like = like;
}

/* Somebody like the fullest post of each kind: same role, band, base and skills. */
static void think_of_hires(const struct worth *worth, GPtrArray *ideas)
{
  const struct service *service = worth->problem->service;
  for (int c = 0; c < service->n_clinicians; c++) {
    bool fullest = !service->clinicians[c].bank;
    for (int o = 0; o < service->n_clinicians && fullest; o++) {
      int more = post_of(worth, o)->wte_percent - post_of(worth, c)->wte_percent;
      fullest = o == c || !is_alike(worth, c, o) || more < 0 || (more == 0 && o > c);
    }
    if (fullest)
      add_hire(worth, c, ideas);
  }
}

/* --- skills ----------------------------------------------------------------- */

static double skill_estimate(const struct worth *worth, int clinician, const bool *tasks)
{
  double out = 0;
  for (int s = 0; s < worth->problem->month->n_slots; s++)
    if (problem_present(worth->problem, clinician, s)) {
      double now = worth_session(worth, clinician, s);
      out += MAX(idea_worth(worth, clinician, s, tasks) - now, 0);
    }
  return out;
}

/* The tasks that the skill opens to a person of that band, and the stage it takes. */
static int open_tasks(const struct service *service, int skill, int band, bool *tasks)
{
  int stage = NONE;
  for (int t = 0; t < service->n_tasks; t++) {
    const struct task *task = &service->tasks[t];
    tasks[t] = task->skill == skill && task->min_band <= band;
    if (tasks[t])
      stage = MAX(stage, task->min_stage);
  }
  return stage;
}

static void add_skill(const struct worth *worth, int clinician, int skill, GPtrArray *ideas)
{
  const struct service *service = worth->problem->service;
  const struct clinician *person = &service->clinicians[clinician];
  int band = post_of(worth, clinician)->band;
  g_autofree bool *tasks = g_new0(bool, (gsize)service->n_tasks + 1);
  int stage = open_tasks(service, skill, band, tasks);
  if (stage == NONE)
    return;
  const char *word = service->skills.words[skill];
  g_autofree char *held = stage == 0 ? g_strdup("yes") : g_strdup_printf("{stage: %d}", stage);
  idea_add(ideas, CANDIDATE_SKILL, skill_estimate(worth, clinician, tasks),
           g_strdup_printf("skill: '%s' for %s (band %d)", word, person->name, band),
           g_strdup_printf("set: {clinicians.%s.skills.%s: %s}", person->id, word, held));
}

static void think_of_skills(const struct worth *worth, GPtrArray *ideas)
{
  const struct service *service = worth->problem->service;
  for (int k = 0; k < service->skills.count; k++)
    for (int c = 0; c < service->n_clinicians; c++)
      if (!has_skill(post_of(worth, c), k))
        add_skill(worth, c, k, ideas);
}

/* --- rooms ------------------------------------------------------------------ */

/* A bare number will do where no other kind is counted. */
static char *room_path(const struct service *service, int site, int kind)
{
  const struct site *at = &service->sites[site];
  const char *section = at->pcn ? "pcns" : "sites";
  bool bare = strcmp(service->room_kinds.words[kind], "room") == 0;
  for (int k = 0; k < service->room_kinds.count; k++)
    bare = bare && (k == kind || at->rooms[k] == UNLIMITED);
  return bare ? g_strdup_printf("%s.%s.rooms", section, at->id)
              : g_strdup_printf("%s.%s.rooms.%s", section, at->id, service->room_kinds.words[kind]);
}

static void think_of_rooms(const struct worth *worth, GPtrArray *ideas)
{
  const struct service *service = worth->problem->service;
  for (int s = 0; s < service->n_sites; s++)
    for (int k = 0; k < service->room_kinds.count; k++) {
      const struct site *site = &service->sites[s];
      double estimate = worth->rooms[s * service->room_kinds.count + k];
      if (site->remote || site->rooms[k] == UNLIMITED || estimate < points_least)
        continue;
      const char *kind = service->room_kinds.words[k];
      g_autofree char *path = room_path(service, s, k);
      idea_add(ideas, CANDIDATE_ROOM, estimate,
               g_strdup_printf("room: one more %s%s at %s", kind,
                               strcmp(kind, "room") == 0 ? "" : " room", site->name),
               g_strdup_printf("set: {%s: %d}", path, site->rooms[k] + 1));
    }
}

/* --- the choice ------------------------------------------------------------- */

static gint most_first(gconstpointer left, gconstpointer right)
{
  const struct idea *a = *(struct idea *const *)left, *b = *(struct idea *const *)right;
  if (a->estimate < b->estimate || a->estimate > b->estimate)
    return a->estimate < b->estimate ? 1 : -1;
  return strcmp(a->words, b->words);
}

/* Takes the best that is left of the kind out of `all`; NULL for none. */
static struct idea *take_best(GPtrArray *all, enum candidate_kind kind)
{
  for (guint i = 0; i < all->len; i++) {
    struct idea *idea = g_ptr_array_index(all, i);
    if (idea->kind == kind && idea->estimate >= points_least)
      return g_ptr_array_steal_index(all, i);
  }
  return NULL;
}

/* Moves the first hire of each kind of post from `all`, which is in order, to `out`. */
static void take_posts(const struct problem *problem, GPtrArray *all, GPtrArray *out)
{
  for (guint i = 0; i < all->len;) {
    const struct idea *idea = g_ptr_array_index(all, i);
    bool wanted = idea->kind == CANDIDATE_HIRE;
    for (guint o = 0; o < out->len && wanted; o++) {
      const struct idea *other = g_ptr_array_index(out, o);
      wanted = !is_same_post(problem, idea->like, other->like);
    }
    if (wanted)
      g_ptr_array_add(out, g_ptr_array_steal_index(all, i));
    else
      i++;
  }
}

GPtrArray *ideas_new(const struct worth *worth, int most)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(idea_free);
  GPtrArray *out = g_ptr_array_new_with_free_func(idea_free);
  think_of_hires(worth, all);
  think_of_skills(worth, all);
  think_of_rooms(worth, all);
  ideas_sessions_add(worth, all);
  g_ptr_array_sort(all, most_first);
  take_posts(worth->problem, all, out);
  int end = (int)out->len + most;
  for (bool found = true; found && (int)out->len < end;) {
    found = false;
    for (int k = 0; k < CANDIDATE_KINDS && (int)out->len < end; k++) {
      struct idea *idea = take_best(all, (enum candidate_kind)k);
      found = found || idea;
      if (idea)
        g_ptr_array_add(out, idea);
    }
  }
  return out;
}
