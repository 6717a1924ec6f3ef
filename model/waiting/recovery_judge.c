/* What a plan leads to, by the simulation of waiting_path.h, which shares nothing with the
 * programme. */
#include "model/waiting/recovery.h"
#include "model/waiting/recovery_flow.h"
#include "model/waiting/waiting_path.h"

#include <glib.h>
#include <math.h>

/* By expected values, fewer people than this are nobody. */
static const double SOMEBODY = 0.5;

/* --- the supply ------------------------------------------------------------------ */

/* Whole people and slots: what is left over of one week goes to the next. */
static int whole(double amount, double *left)
{
  double sum = amount + *left, out = MAX(floor(sum + 1e-9), 0);
  *left = sum - out;
  return (int)out;
}

/* What a week has beyond the base. */
struct beyond {
  double new_slots, follow_ups, attendees, dna;
};

static struct beyond beyond_of(const struct recovery_problem *problem, const recovery_units *units,
                               int week)
{
  double dna = problem->list->dna_new;
  struct beyond out = {.dna = dna};
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++) {
      const struct recovery_lever *lever = &problem->levers[l];
      double share = units[l * problem->n_months + m] * recovery_share(problem, lever, m, week);
      out.new_slots += lever->new_slots * share;
      out.follow_ups += lever->follow_ups * share;
      out.attendees += lever->week > 0 ? lever->attendees * share : 0;
      out.attendees +=
          units[l * problem->n_months + m] * recovery_validated(problem, lever, m, week);
      out.dna += lever->dna_new < 0 ? 0 : (lever->dna_new - dna) * share;
    }
  return out;
}

void recovery_supply_make(const struct recovery_problem *problem, const recovery_units *units,
                          struct recovery_supply *out)
{
  const struct waiting_supply *base = &problem->base;
  gsize weeks = (gsize)base->n_weeks;
  double new_left = 0, follow_up_left = 0, attendees_left = 0;
  *out = (struct recovery_supply){g_new(int, weeks), g_new(int, weeks), g_new(int, weeks),
                                  g_new(double, weeks)};
  for (int w = 0; w < base->n_weeks; w++) {
    struct beyond beyond = beyond_of(problem, units, w + 1);
    double attendees = base->attendees ? base->attendees[w] : 0;
    out->new_slots[w] = whole(base->new_slots[w] + beyond.new_slots, &new_left);
    out->follow_ups[w] = whole(base->follow_ups[w] + beyond.follow_ups, &follow_up_left);
    out->attendees[w] = whole(attendees + beyond.attendees, &attendees_left);
    out->dna_new[w] = CLAMP(beyond.dna, 0, 1);
  }
}

void recovery_supply_clear(struct recovery_supply *supply)
{
  g_free(supply->new_slots);
  g_free(supply->follow_ups);
  g_free(supply->attendees);
  g_free(supply->dna_new);
}

struct waiting_supply recovery_supply_of(const struct recovery_problem *problem,
                                         const struct recovery_supply *supply)
{
  return (struct waiting_supply){.n_weeks = problem->base.n_weeks,
                                 .new_slots = supply->new_slots,
                                 .follow_ups = supply->follow_ups,
                                 .attendees = supply->attendees,
                                 .dna_new = supply->dna_new,
                                 .clinicians = problem->base.clinicians};
}

/* --- the goals ------------------------------------------------------------------- */

/* The same list, with the goal as everybody's standard: who is late is over it. */
static struct waiting_list with_standard(const struct waiting_list *list, int weeks)
{
  struct waiting_list out = *list;
  for (int c = 0; c < WAITING_CLASSES; c++)
    out.classes[c].standard_weeks = weeks;
  return out;
}

static double over_at(const struct waiting_path *path, int group, int week)
{
  return (double)path->of[week][group][WAITING_LATE] / (double)path->unit;
}

static double most_over(const struct waiting_path *path, const struct recovery_goal *goal)
{
  double out = 0;
  for (int w = goal->week; w <= path->n_weeks; w++)
    out = MAX(out, over_at(path, goal->group, w));
  return out;
}

static int by_value(const void *a, const void *b)
{
  double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

/* At or under which 90% of them lie. */
static double high_of(double *values, int count)
{
  qsort(values, (size_t)count, sizeof *values, by_value);
  return values[(90 * count + 99) / 100 - 1];
}

static void replicate(const struct waiting_list *list, const struct waiting_supply *supply,
                      const struct recovery_goal *goal, int replications, uint64_t seed,
                      struct recovery_verdict *out)
{
  gsize count = (gsize)replications, weeks = (gsize)supply->n_weeks + 1;
  double *most = g_new(double, count), *over = g_new(double, count *weeks);
  int held = 0;
  for (int r = 0; r < replications; r++) {
    struct waiting_path *path = waiting_path_random(list, supply, seed, r);
    most[r] = most_over(path, goal);
    held += most[r] < SOMEBODY;
    for (int w = 0; w <= supply->n_weeks; w++)
      over[w * replications + r] = over_at(path, goal->group, w);
    waiting_path_free(path);
  }
  out->chance = (double)held / replications;
  out->over_high = high_of(most, replications);
  for (int w = 0; w <= supply->n_weeks; w++)
    out->high[w] = high_of(&over[w * replications], replications);
  g_free(over);
  g_free(most);
}

void recovery_judge(const struct recovery_problem *problem, const struct waiting_supply *supply,
                    const struct recovery_goal *goal, int replications, uint64_t seed,
                    struct recovery_verdict *out)
{
  const struct waiting_list list = with_standard(problem->list, goal->over_weeks);
  struct waiting_path *path = waiting_path_expected(&list, supply);
  gsize weeks = (gsize)supply->n_weeks + 1;
  *out = (struct recovery_verdict){.met = -1,
                                   .over = most_over(path, goal),
                                   .expected = g_new0(double, weeks),
                                   .high = g_new0(double, weeks)};
  for (int w = supply->n_weeks; w >= 0; w--)
    out->expected[w] = over_at(path, goal->group, w);
  for (int w = supply->n_weeks; w >= 0 && out->expected[w] < SOMEBODY; w--)
    out->met = w;
  if (replications > 0)
    replicate(&list, supply, goal, replications, seed, out);
  waiting_path_free(path);
}

void recovery_verdict_clear(struct recovery_verdict *verdict)
{
  g_free(verdict->expected);
  g_free(verdict->high);
}
