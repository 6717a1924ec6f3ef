#include "planning/recover_build.h"

#include "model/waiting/areas.h"
#include "model/waiting/recovery_flow.h"
#include "planning/ahead.h"

#include <math.h>

struct work {
  struct recover_item *items;
  const struct build_settings *settings;
  const struct start *from;
  const struct recover_ahead *ahead; /* NULL: nobody looks ahead */
};

static void take(struct recover_item *item, struct variant_result *built)
{
  int missed;
  item->outcome = g_steal_pointer(&built->outcome);
  item->words = g_steal_pointer(&built->rota);
  if (item->words) {
    item->rota = start_match(item->words, item->variant->problem, &missed);
    item->capacity = capacity_new(item->variant->problem, item->rota);
  }
  variant_result_clear(built);
}

/* The ordinary weeks after it, told to its capacity; without them there is none. */
static void look_ahead(struct recover_item *item, const struct variant_settings *settings,
                       const struct recover_ahead *request)
{
  struct variant_settings further = *settings;
  enum outcome_status status;
  if (!item->capacity)
    return;
  further.horizon_weeks = request->weeks;
  const struct ahead ahead = {.variant = item->variant,
                              .settings = &further,
                              .rota = item->rota,
                              .baseline = request->baseline,
                              .outcome = item->outcome,
                              .searches = further.searches,
                              .open = &item->open};
  g_clear_pointer(&item->outcome->ahead, g_free); /* of no weeks, by its build */
  char *reason = ahead_build(&ahead, &item->capacity, &status);
  if (!reason)
    return;
  g_free(item->outcome->reason);
  item->outcome->reason = reason;
  item->outcome->status = status;
  g_clear_pointer(&item->capacity, capacity_free);
}

static void build_one(void *context, int index)
{
  struct work *work = context;
  struct recover_item *item = &work->items[index];
  struct variant_settings settings = {*work->settings, 1, 1};
  struct variant_result built;
  settings.build.threads = 1;
  settings.build.report = NULL;
  variant_build(item->variant, &settings, work->from, NULL, &built);
  take(item, &built);
  if (work->ahead)
    look_ahead(item, &settings, work->ahead);
}

void recover_build(struct recover_item *items, int count, const struct build_settings *settings,
                   const struct start *from, const struct recover_ahead *ahead,
                   struct parallel_watch watch)
{
  struct work work = {items, settings, from, ahead};
  parallel_run(count, settings->threads, build_one, &work, watch);
}

void recover_build_first(struct recover_item *item, const struct build_settings *settings,
                         const char *directory, int weeks)
{
  const struct variant_settings all = {*settings, 1, 1};
  struct start *start = start_written(item->variant->problem, directory);
  struct variant_result built;
  variant_build(item->variant, &all, start, NULL, &built);
  take(item, &built);
  look_ahead(item, &all, &(struct recover_ahead){weeks, NULL});
  start_free(start);
}

void recover_item_clear(struct recover_item *item)
{
  capacity_free(item->capacity);
  rota_free(item->rota);
  start_free(item->words);
  outcome_free(item->outcome);
  variant_free(item->variant);
}

/* --- what is offered ----------------------------------------------------------------- */

static void add_offer(const struct recover_ground *ground, const double slots[CAPACITY_KINDS],
                      double attendees, struct recover_offer *out)
{
  const struct recovery_problem *problem = &ground->problem;
  double nowhere = attendees; /* people at events of no single area */
  for (int a = 0; a < problem->n_areas && problem->n_areas > 1; a++)
    nowhere -= slots[CAPACITY_AREA_EVENTS + a];
  for (int a = 0; a < problem->n_areas; a++) {
    bool one = problem->n_areas == 1;
    double besides = capacity_besides(problem->list, slots) + nowhere;
    out->new_slots[a] += slots[one ? CAPACITY_NEW : CAPACITY_AREA_NEW + a];
    out->attendees[a] += one ? 0 : slots[CAPACITY_AREA_EVENTS + a];
    out->attendees[a] += besides * ground->areas[a].share;
  }
  out->follow_ups += slots[CAPACITY_FOLLOW_UP];
  out->fcp += slots[CAPACITY_FCP];
}

void recover_usual(const struct recover_ground *ground, const struct capacity *capacity,
                   struct recover_offer *out)
{
  const struct capacity_pattern *pattern =
      capacity_pattern_on(capacity, capacity->problem->month->until + 1);
  *out = (struct recover_offer){.fcp = 0};
  for (int d = 0; d < WEEK_DAYS; d++)
    add_offer(ground, pattern ? pattern->usual[d] : capacity->usual[d], 0, out);
}

bool recover_has_areas_of(const struct service *service, const struct service *as_it_is)
{
  const struct waiting_list *list = service->waiting_list, *now = as_it_is->waiting_list;
  bool out = list && list->n_areas == now->n_areas;
  for (int s = 0; s < as_it_is->n_sites && out && now->n_areas > 0; s++) {
    int site = service_site(service, as_it_is->sites[s].id);
    out = (site == NONE ? NONE : list->home_area[site]) == now->home_area[s];
  }
  return out;
}

/* --- the weeks of a plan ------------------------------------------------------------- */

static void add_day(const struct recover_ground *ground, const struct recover_item *months,
                    int date, struct recover_offer *out)
{
  int month = recover_month_of(ground, date);
  bool before = date < ground->months[0].from;
  const struct recover_item *item = &months[month != NONE ? month
                                            : before      ? 0
                                                          : ground->problem.n_months - 1];
  if (month == NONE) {
    add_offer(ground, item->capacity->usual[date_weekday(date)], 0, out);
    return;
  }
  const struct capacity_day *day = &item->capacity->days[date - ground->months[month].from];
  add_offer(ground, day->slots, day->attendees, out);
}

/* Validated in the week by the plan. */
static double validated_in(const struct recover_ground *ground, const recovery_units *units,
                           int week)
{
  const struct recovery_problem *problem = &ground->problem;
  double out = 0;
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++)
      out += units[l * problem->n_months + m] *
             recovery_validated(problem, &problem->levers[l], m, week);
  return out;
}

/* First contacts fewer by the plan's levers: those of a month built differ week by week for other
 * reasons too. */
static double lost_in(const struct recover_ground *ground, const recovery_units *units, int week)
{
  const struct recovery_problem *problem = &ground->problem;
  double out = 0;
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++)
      out += problem->levers[l].lost_fcp * units[l * problem->n_months + m] *
             recovery_share(problem, &problem->levers[l], m, week);
  return out;
}

/* An area's rate by a month's service. */
static double dna_of(const struct service *service, int area)
{
  const struct waiting_list *list = service->waiting_list;
  return list->n_areas > 1 ? waiting_area_missed(list, area, service->n_sites) : list->dna_new;
}

static double dna_in(const struct recover_ground *ground, const struct recover_item *months,
                     int area, int week)
{
  const struct recovery_problem *problem = &ground->problem;
  double out = 0, shared = 0;
  for (int m = 0; m < problem->n_months; m++) {
    double share = problem->share[m * problem->n_weeks + week - 1];
    out += share * dna_of(months[m].variant->service, area);
    shared += share;
  }
  return out + (1 - shared) * ground->areas[area].list->dna_new;
}

/* What is left over of one week goes to the next. */
static int whole(double amount, double *left)
{
  double sum = amount + *left, out = floor(sum + 1e-9);
  *left = sum - out;
  return (int)out;
}

void recover_built_supply(const struct recover_ground *ground, const struct recover_item *months,
                          const recovery_units *units, struct recovery_supply *out)
{
  struct recover_offer left = {.fcp = 0};
  recovery_supply_begin(&ground->problem, out);
  for (int w = 0; w < ground->problem.n_weeks; w++) {
    struct recover_offer sum = {.fcp = 0};
    double validated = validated_in(ground, units, w + 1);
    double lost = lost_in(ground, units, w + 1);
    for (int d = 0; d < WEEK_DAYS; d++)
      add_day(ground, months, ground->monday + w * WEEK_DAYS + d, &sum);
    for (int a = 0; a < out->n_areas; a++) {
      double share = ground->areas[a].share;
      out->of[a].new_slots[w] = whole(sum.new_slots[a], &left.new_slots[a]);
      out->of[a].attendees[w] = whole(sum.attendees[a] + validated * share, &left.attendees[a]);
      out->of[a].dna_new[w] = dna_in(ground, months, a, w + 1);
      out->of[a].lost_fcp[w] = lost * share;
    }
    out->follow_ups[w] = whole(sum.follow_ups, &left.follow_ups);
  }
}
