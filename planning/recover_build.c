#include "planning/recover_build.h"

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
  const struct ahead ahead = {item->variant,     &further,      item->rota,
                              request->baseline, item->outcome, further.searches};
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

void recover_usual(const struct capacity *capacity, double slots[CAPACITY_KINDS])
{
  const struct capacity_pattern *pattern =
      capacity_pattern_on(capacity, capacity->problem->month->until + 1);
  for (int k = 0; k < CAPACITY_KINDS; k++) {
    slots[k] = 0;
    for (int d = 0; d < WEEK_DAYS; d++)
      slots[k] += pattern ? pattern->usual[d][k] : capacity->usual[d][k];
  }
}

/* --- the weeks of a plan ------------------------------------------------------------- */

struct day_offer {
  double new_slots, follow_ups, attendees;
};

static struct day_offer offer_of(const struct recover_ground *ground,
                                 const struct recover_item *months, int date)
{
  int month = recover_month_of(ground, date);
  bool before = date < ground->months[0].from;
  const struct recover_item *item = &months[month != NONE ? month
                                            : before      ? 0
                                                          : ground->problem.n_months - 1];
  if (month == NONE) {
    const double *usual = item->capacity->usual[date_weekday(date)];
    return (struct day_offer){usual[CAPACITY_NEW], usual[CAPACITY_FOLLOW_UP],
                              capacity_besides(ground->problem.list, usual)};
  }
  const struct capacity_day *day = &item->capacity->days[date - ground->months[month].from];
  return (struct day_offer){day->slots[CAPACITY_NEW], day->slots[CAPACITY_FOLLOW_UP],
                            day->attendees + capacity_besides(ground->problem.list, day->slots)};
}

/* Validated in the week by the plan, and the rate of what is missed, by its months' services. */
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

static double dna_in(const struct recover_ground *ground, const struct recover_item *months,
                     int week)
{
  const struct recovery_problem *problem = &ground->problem;
  double out = 0, shared = 0;
  for (int m = 0; m < problem->n_months; m++) {
    double share = problem->share[m * problem->base.n_weeks + week - 1];
    out += share * months[m].variant->service->waiting_list->dna_new;
    shared += share;
  }
  return out + (1 - shared) * problem->list->dna_new;
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
  int n_weeks = ground->problem.base.n_weeks;
  gsize weeks = (gsize)n_weeks;
  struct day_offer left = {0};
  *out = (struct recovery_supply){g_new(int, weeks), g_new(int, weeks), g_new(int, weeks),
                                  g_new(double, weeks)};
  for (int w = 0; w < n_weeks; w++) {
    struct day_offer sum = {.attendees = validated_in(ground, units, w + 1)};
    for (int d = 0; d < WEEK_DAYS; d++) {
      struct day_offer day = offer_of(ground, months, ground->monday + w * WEEK_DAYS + d);
      sum.new_slots += day.new_slots;
      sum.follow_ups += day.follow_ups;
      sum.attendees += day.attendees;
    }
    out->new_slots[w] = whole(sum.new_slots, &left.new_slots);
    out->follow_ups[w] = whole(sum.follow_ups, &left.follow_ups);
    out->attendees[w] = whole(sum.attendees, &left.attendees);
    out->dna_new[w] = dna_in(ground, months, w + 1);
  }
}
