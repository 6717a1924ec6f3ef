#include "planning/limits_people.h"

#include "planning/limits_words.h"
#include "planning/worth.h"

#include <math.h>

/* Prices that a report would round to 0 are left out. */
static const double points_least = 0.005;

/* One more session of somebody of this band and base, for each hour of the week. */
struct extra {
  int band, base;
  double *hours; /* [weekdays * blocks] points, all weeks of the month together */
};

static void extra_free(gpointer data)
{
  struct extra *extra = data;
  g_free(extra->hours);
  g_free(extra);
}

static struct extra *extra_of(GPtrArray *extras, const struct post *like)
{
  for (guint i = 0; i < extras->len; i++) {
    struct extra *extra = g_ptr_array_index(extras, i);
    if (extra->band == like->band && extra->base == like->base)
      return extra;
  }
  struct extra *extra = g_new0(struct extra, 1);
  extra->band = like->band;
  extra->base = like->base;
  extra->hours = g_new0(double, (gsize)(WEEK_DAYS * BLOCKS_MAX));
  g_ptr_array_add(extras, extra);
  return extra;
}

/* In each slot the most that anybody of that band and base could do. */
static void add_slot(const struct worth *worth, int slot, GPtrArray *extras)
{
  const struct problem *problem = worth->problem;
  const struct slot *at = &problem->month->slots[slot];
  int hour = problem->month->days[at->day].weekday * BLOCKS_MAX + at->block;
  g_autofree double *best = g_new0(double, (gsize)extras->len + 1);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    double value = worth_session(worth, c, slot);
    const struct extra *extra = extra_of(extras, clinician_on(problem->service, c, at->date));
    for (guint e = 0; e < extras->len; e++)
      if (extras->pdata[e] == extra)
        best[e] = MAX(best[e], value);
  }
  for (guint e = 0; e < extras->len; e++) {
    struct extra *extra = extras->pdata[e];
    extra->hours[hour] += best[e];
  }
}

static void add_extra(const struct problem *problem, const struct extra *extra, GPtrArray *limits)
{
  const struct service *service = problem->service;
  int best = 0;
  for (int h = 1; h < WEEK_DAYS * BLOCKS_MAX; h++)
    if (extra->hours[h] > extra->hours[best])
      best = h;
  if (extra->hours[best] < points_least)
    return;
  struct advice_limit *limit = advice_limit_new();
  const char *base = extra->base == NONE ? NULL : service->sites[extra->base].name;
  limit->words = g_strdup_printf("one more session of a band %d%s%s", extra->band,
                                 base ? " based at " : "", base ? base : "");
  limit->when = limits_hour(problem, best / BLOCKS_MAX, best % BLOCKS_MAX);
  limit->rule = g_strdup("");
  limit->task = g_strdup("");
  limit->site = g_strdup(base ? service->sites[extra->base].id : "");
  limit->clinician = g_strdup("");
  limit->price = llround(100 * extra->hours[best]);
  g_ptr_array_add(limits, limit);
}

void limits_add_people(const struct problem *problem, const struct programme *programme,
                       const double *prices, GPtrArray *limits)
{
  struct worth *worth = worth_new(problem, programme, prices);
  g_autoptr(GPtrArray) extras = g_ptr_array_new_with_free_func(extra_free);
  for (int p = 0; p < problem->service->n_posts; p++)
    extra_of(extras, &problem->service->posts[p]);
  for (int s = 0; s < problem->month->n_slots; s++)
    add_slot(worth, s, extras);
  for (guint e = 0; e < extras->len; e++)
    add_extra(problem, extras->pdata[e], limits);
  worth_free(worth);
}
