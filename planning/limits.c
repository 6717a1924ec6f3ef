#include "planning/limits.h"

#include "model/rule.h"
#include "model/words.h"
#include "planning/limits_people.h"
#include "planning/limits_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Prices that a report would round to 0 are left out. */
static const double points_least = 0.005;

/* How long the period of a limit is, judged by the placements in its row. */
enum span { SPAN_SLOT, SPAN_DAY, SPAN_WEEK, SPAN_MONTH };

/* Rows of the programme that are reported as one limit. */
struct group {
  struct label label; /* slot: the first row's */
  enum span span;
  int weekday, block; /* of SPAN_SLOT; the weekday of SPAN_DAY; NONE otherwise */
  int room;           /* kind of room that its placements take, or NONE */
  bool loosens;       /* an upper limit */
  int64_t size;       /* of a session */
  GArray *rows;       /* int */
  double saves;
};

static void group_free(gpointer data)
{
  struct group *group = data;
  g_array_unref(group->rows);
  g_free(group);
}

/* --- rows ------------------------------------------------------------------- */

static gint by_size(gconstpointer left, gconstpointer right)
{
  int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
  return (a > b) - (a < b);
}

/* Fills the group with what the row's placements say, and returns how much of the
 * row one session takes: the middle one of its coefficients; 1 without any. */
static int64_t read_row(const struct problem *problem, const struct programme *programme, int row,
                        struct group *group)
{
  const struct slot *slots = problem->month->slots;
  g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(int64_t));
  int first = INT_MAX, last = NONE;
  const struct row *at = &programme->rows[row];
  for (int i = at->first; i < at->first + at->count; i++) {
    const struct term *term = &programme->terms[i];
    if (term->column >= problem->n_candidates)
      continue;
    const struct assignment *placed = &problem->candidates[term->column];
    int64_t size = term->coefficient < 0 ? -term->coefficient : term->coefficient;
    first = MIN(first, placed->slot);
    last = MAX(last, placed->slot);
    group->room = problem->service->tasks[placed->task].room;
    g_array_append_val(sizes, size);
  }
  group->span = SPAN_MONTH;
  group->weekday = group->block = NONE;
  if (last == NONE)
    return 1;
  const struct day *day = &problem->month->days[slots[first].day];
  const struct day *end = &problem->month->days[slots[last].day];
  if (day == end)
    group->span = first == last ? SPAN_SLOT : SPAN_DAY;
  else if (day->week == end->week)
    group->span = SPAN_WEEK;
  if (day == end)
    group->weekday = day->weekday;
  if (first == last)
    group->block = slots[first].block;
  g_array_sort(sizes, by_size);
  return g_array_index(sizes, int64_t, (sizes->len - 1) / 2);
}

static bool is_like(const struct group *a, const struct group *b)
{
  return a->label.use == b->label.use && a->label.task == b->label.task &&
         a->label.site == b->label.site && a->label.clinician == b->label.clinician &&
         a->span == b->span && a->weekday == b->weekday && a->block == b->block &&
         a->room == b->room && a->loosens == b->loosens && a->size == b->size;
}

static guint hash_group(gconstpointer data)
{
  const struct group *group = data;
  const int parts[] = {group->label.use,       group->label.task, group->label.site,
                       group->label.clinician, (int)group->span,  group->weekday,
                       group->block,           group->room,       group->loosens};
  guint out = 17;
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    out = out * 31 + (guint)parts[i];
  return out;
}

static gboolean equal_groups(gconstpointer left, gconstpointer right)
{
  return is_like(left, right);
}

/* Does the rota stay clear of the limit, going by its placements? Not certain, and so
 * false, where a column that a rule added might use up what is left. */
static bool is_slack(const struct problem *problem, const struct programme *programme, int row,
                     bool loosens, const bool *placed)
{
  const struct row *at = &programme->rows[row];
  int64_t activity = 0;
  for (int i = at->first; i < at->first + at->count; i++) {
    const struct term *term = &programme->terms[i];
    if (term->column < problem->n_candidates)
      activity += placed[term->column] ? term->coefficient : 0;
    else if ((term->coefficient > 0) == loosens || programme->columns[term->column].lower < 0)
      return false;
  }
  return loosens ? activity < at->upper : activity > at->lower;
}

/* struct group, in order of their first rows. A firm rule can't be loosened by
 * anybody: nobody is in two places at once. */
static GPtrArray *group_rows(const struct problem *problem, const struct programme *programme,
                             const double *prices, const bool *placed)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(group_free);
  GHashTable *known = g_hash_table_new(hash_group, equal_groups);
  for (int r = 0; r < programme->n_rows; r++) {
    struct label label = programme->rows[r].label;
    struct group group = {.label = label, .loosens = prices[r] < 0, .room = NONE};
    if (fabs(prices[r]) < points_least || problem->service->uses[label.use].rule->firm ||
        is_slack(problem, programme, r, group.loosens, placed))
      continue;
    group.size = read_row(problem, programme, r, &group);
    struct group *found = g_hash_table_lookup(known, &group);
    if (!found) {
      found = g_memdup2(&group, sizeof group);
      found->rows = g_array_new(FALSE, FALSE, sizeof(int));
      g_ptr_array_add(out, found);
      g_hash_table_add(known, found);
    }
    g_array_append_val(found->rows, r);
    found->saves += fabs(prices[r]) * (double)group.size;
  }
  g_hash_table_unref(known);
  return out;
}

/* --- words ------------------------------------------------------------------ */

static char *when_of(const struct problem *problem, enum span span, int weekday, int block)
{
  if (span == SPAN_SLOT)
    return limits_hour(problem, weekday, block);
  if (span == SPAN_DAY)
    return limits_weekday(weekday);
  return g_strdup(span == SPAN_WEEK ? "each week" : "in the month");
}

static char *room_words(const struct problem *problem, const struct group *group)
{
  const struct service *service = problem->service;
  const char *kind = group->room == NONE ? "room" : service->room_kinds.words[group->room];
  bool plain = strcmp(kind, "room") == 0;
  return g_strdup_printf("one more %s%s at %s", kind, plain ? "" : " room",
                         service->sites[group->label.site].name);
}

static char *words_of(const struct problem *problem, const struct group *group)
{
  const struct service *service = problem->service;
  const struct rule_use *use = &service->uses[group->label.use];
  const struct label *at = &group->label;
  g_autofree char *subject = limits_subject(problem, at->use, at->task, at->site);
  const char *more = group->loosens ? "more" : "less";
  g_autofree char *name = words_key(use->name);
  if (strcmp(use->rule->name, "rooms") == 0)
    return room_words(problem, group);
  if (at->clinician != NONE)
    return g_strdup_printf("%s: one session %s for %s", name, more,
                           service->clinicians[at->clinician].name);
  if (at->task != NONE && !group->loosens)
    return at->site == NONE
               ? g_strdup_printf("one more session of %s", service->tasks[at->task].name)
               : g_strdup_printf("one more session of %s", subject);
  if (at->task != NONE)
    return g_strdup_printf("%s: one session more allowed of %s", name, subject);
  return at->site == NONE
             ? g_strdup_printf("%s: one unit %s", name, more)
             : g_strdup_printf("%s: one unit %s at %s", name, more, service->sites[at->site].name);
}

static const char *id_or_empty(const char *id)
{
  return id ? id : "";
}

static struct advice_limit *limit_of(const struct problem *problem, const struct group *group)
{
  const struct service *service = problem->service;
  const struct label *at = &group->label;
  struct advice_limit *limit = advice_limit_new();
  limit->words = words_of(problem, group);
  limit->when = when_of(problem, group->span, group->weekday, group->block);
  limit->rule = g_strdup(service->uses[at->use].name);
  limit->task = g_strdup(id_or_empty(at->task == NONE ? NULL : service->tasks[at->task].id));
  limit->site = g_strdup(id_or_empty(at->site == NONE ? NULL : service->sites[at->site].id));
  limit->clinician =
      g_strdup(id_or_empty(at->clinician == NONE ? NULL : service->clinicians[at->clinician].id));
  g_array_append_vals(limit->rows, group->rows->data, group->rows->len);
  limit->size = group->size;
  limit->loosens = group->loosens;
  limit->price = llround(100 * group->saves);
  return limit;
}

/* --- all of it -------------------------------------------------------------- */

/* Proven savings come before prices, which are upper limits. */
static gint most_first(gconstpointer left, gconstpointer right)
{
  const struct advice_limit *a = *(struct advice_limit *const *)left;
  const struct advice_limit *b = *(struct advice_limit *const *)right;
  if (a->saves != b->saves)
    return a->saves < b->saves ? 1 : -1;
  if (a->price != b->price)
    return a->price < b->price ? 1 : -1;
  int order = strcmp(a->words, b->words);
  return order ? order : strcmp(a->when, b->when);
}

void limits_sort(GPtrArray *limits)
{
  g_ptr_array_sort(limits, most_first);
}

void limits_add(const struct problem *problem, const struct programme *programme,
                const double *prices, const struct rota *rota, GPtrArray *limits)
{
  g_autofree bool *placed = g_new0(bool, (gsize)problem->n_candidates + 1);
  for (int i = 0; i < rota->count; i++)
    placed[problem_candidate(problem, &rota->items[i])] = true;
  g_autoptr(GPtrArray) groups = group_rows(problem, programme, prices, placed);
  for (guint g = 0; g < groups->len; g++)
    g_ptr_array_add(limits, limit_of(problem, groups->pdata[g]));
  limits_add_people(problem, programme, prices, limits);
  limits_sort(limits);
}
