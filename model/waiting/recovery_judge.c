/* What a plan leads to, by the simulation of waiting_path.h, which shares nothing with the
 * programme. */
#include "model/waiting/recovery.h"
#include "model/waiting/recovery_flow.h"
#include "model/waiting/waiting_path.h"

#include <glib.h>
#include <math.h>

/* By expected values, fewer people than this are nobody in an area. */
static const double SOMEBODY = 0.5;

/* --- the supply ------------------------------------------------------------------ */

/* Whole people and slots: what is left over of one week goes to the next. */
static int whole(double amount, double *left)
{
  double sum = amount + *left, out = MAX(floor(sum + 1e-9), 0);
  *left = sum - out;
  return (int)out;
}

/* What a week has beyond the base, in an area. */
struct beyond {
  double new_slots, attendees, dna, lost_fcp;
};

static struct beyond beyond_of(const struct recovery_problem *problem, const recovery_units *units,
                               int area, int week)
{
  double here = problem->areas[area].share;
  struct beyond out = {.dna = problem->areas[area].list->dna_new};
  for (int l = 0; units && l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++) {
      const struct recovery_lever *lever = &problem->levers[l];
      int used = units[l * problem->n_months + m];
      double share = used * recovery_share(problem, lever, m, week);
      out.new_slots += lever->new_slots[area] * share;
      out.attendees += lever->week > 0 ? lever->attendees[area] * share : 0;
      out.attendees += here * used * recovery_validated(problem, lever, m, week);
      out.lost_fcp += here * lever->lost_fcp * share;
      out.dna += recovery_dna_change(problem, area, lever) * share;
    }
  return out;
}

static double follow_ups_beyond(const struct recovery_problem *problem, const recovery_units *units,
                                int week)
{
  double out = 0;
  for (int l = 0; units && l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++)
      out += problem->levers[l].follow_ups * units[l * problem->n_months + m] *
             recovery_share(problem, &problem->levers[l], m, week);
  return out;
}

void recovery_supply_begin(const struct recovery_problem *problem, struct recovery_supply *out)
{
  gsize weeks = (gsize)problem->n_weeks;
  *out = (struct recovery_supply){.n_areas = problem->n_areas, .follow_ups = g_new0(int, weeks)};
  for (int a = 0; a < problem->n_areas; a++)
    out->of[a] = (struct recovery_flow){g_new0(int, weeks), g_new0(int, weeks),
                                        g_new0(double, weeks), g_new0(double, weeks)};
}

static void make_flow(const struct recovery_problem *problem, const recovery_units *units, int area,
                      struct recovery_flow *out)
{
  const struct waiting_supply *base = &problem->areas[area].base;
  double new_left = 0, attendees_left = 0;
  for (int w = 0; w < problem->n_weeks; w++) {
    struct beyond beyond = beyond_of(problem, units, area, w + 1);
    double attendees = base->attendees ? base->attendees[w] : 0;
    out->new_slots[w] = whole(base->new_slots[w] + beyond.new_slots, &new_left);
    out->attendees[w] = whole(attendees + beyond.attendees, &attendees_left);
    out->dna_new[w] = CLAMP(beyond.dna, 0, 1);
    out->lost_fcp[w] = MAX(beyond.lost_fcp, 0);
  }
}

void recovery_supply_make(const struct recovery_problem *problem, const recovery_units *units,
                          struct recovery_supply *out)
{
  double left = 0;
  recovery_supply_begin(problem, out);
  for (int a = 0; a < problem->n_areas; a++)
    make_flow(problem, units, a, &out->of[a]);
  for (int w = 0; w < problem->n_weeks; w++)
    out->follow_ups[w] =
        whole(problem->follow_ups[w] + follow_ups_beyond(problem, units, w + 1), &left);
}

void recovery_supply_clear(struct recovery_supply *supply)
{
  for (int a = 0; a < supply->n_areas; a++) {
    g_free(supply->of[a].new_slots);
    g_free(supply->of[a].attendees);
    g_free(supply->of[a].dna_new);
    g_free(supply->of[a].lost_fcp);
  }
  g_free(supply->follow_ups);
  *supply = (struct recovery_supply){0};
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

/* A course that the lists may take. */
struct course {
  const struct recovery_problem *problem;
  const struct recovery_supply *supply;
  const struct recovery_goal *goal;
  uint64_t seed;
};

static struct waiting_path *path_of(const struct course *course, int area, int replication)
{
  const struct recovery_area *at = &course->problem->areas[area];
  const struct recovery_flow *flow = &course->supply->of[area];
  const struct waiting_list list = with_standard(at->list, course->goal->over_weeks);
  const struct waiting_supply supply = {
      .n_weeks = course->problem->n_weeks,
      .new_slots = flow->new_slots,
      .follow_ups = course->supply->follow_ups,
      .attendees = flow->attendees,
      .dna_new = flow->dna_new,
      .lost_fcp = flow->lost_fcp,
      .clinicians = at->base.clinicians,
  };
  if (replication < 0)
    return waiting_path_expected(&list, &supply);
  return waiting_path_random(&list, &supply, course->seed + (uint64_t)area, replication);
}

/* [n_areas * (n_weeks + 1)] people over the goal in each area at the end of each week, in that
 * replication; below 0: by expected values. g_free it. */
static double *follow(const struct course *course, int replication)
{
  int areas = course->problem->n_areas, weeks = course->problem->n_weeks + 1;
  double *over = g_new0(double, areas *weeks);
  for (int a = 0; a < areas; a++) {
    struct waiting_path *path = path_of(course, a, replication);
    for (int w = 0; w < weeks; w++)
      over[a * weeks + w] =
          (double)path->of[w][course->goal->group][WAITING_LATE] / (double)path->unit;
    waiting_path_free(path);
  }
  return over;
}

/* In all areas together. */
static double over_at(const struct course *course, const double *over, int week)
{
  double out = 0;
  for (int a = 0; a < course->problem->n_areas; a++)
    out += over[a * (course->problem->n_weeks + 1) + week];
  return out;
}

/* In the areas where that is somebody. */
static double somebody_at(const struct course *course, const double *over, int week)
{
  double out = 0;
  for (int a = 0; a < course->problem->n_areas; a++) {
    double here = over[a * (course->problem->n_weeks + 1) + week];
    out += here >= SOMEBODY ? here : 0;
  }
  return out;
}

static double most_over(const struct course *course, const double *over)
{
  double out = 0;
  for (int w = course->goal->week; w <= course->problem->n_weeks; w++)
    out = MAX(out, somebody_at(course, over, w));
  return out;
}

static double most_over_in(const struct course *course, const double *over, int area)
{
  double out = 0;
  for (int w = course->goal->week; w <= course->problem->n_weeks; w++)
    out = MAX(out, over[area * (course->problem->n_weeks + 1) + w]);
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

static void replicate(const struct course *course, int replications, struct recovery_verdict *out)
{
  int n_weeks = course->problem->n_weeks, areas = course->problem->n_areas;
  gsize count = (gsize)replications, weeks = (gsize)n_weeks + 1;
  double *most = g_new(double, count), *all = g_new(double, count *weeks);
  double *most_in = g_new(double, count *(gsize)areas);
  int held = 0;
  for (int r = 0; r < replications; r++) {
    g_autofree double *over = follow(course, r);
    most[r] = most_over(course, over);
    held += most[r] == 0;
    for (int w = 0; w <= n_weeks; w++)
      all[w * replications + r] = over_at(course, over, w);
    for (int a = 0; a < areas; a++)
      most_in[a * replications + r] = most_over_in(course, over, a);
  }
  out->chance = (double)held / replications;
  out->over_high = high_of(most, replications);
  for (int a = 0; a < areas; a++)
    out->in[a].over_high = high_of(&most_in[a * replications], replications);
  for (int w = 0; w <= n_weeks; w++)
    out->high[w] = high_of(&all[w * replications], replications);
  g_free(most_in);
  g_free(all);
  g_free(most);
}

void recovery_judge(const struct recovery_problem *problem, const struct recovery_supply *supply,
                    const struct recovery_goal *goal, int replications, uint64_t seed,
                    struct recovery_verdict *out)
{
  const struct course course = {problem, supply, goal, seed};
  gsize weeks = (gsize)problem->n_weeks + 1;
  g_autofree double *over = follow(&course, -1);
  *out = (struct recovery_verdict){.met = -1,
                                   .over = most_over(&course, over),
                                   .expected = g_new0(double, weeks),
                                   .high = g_new0(double, weeks)};
  for (int w = 0; w <= problem->n_weeks; w++)
    out->expected[w] = over_at(&course, over, w);
  for (int a = 0; a < problem->n_areas; a++)
    out->in[a].over = most_over_in(&course, over, a);
  for (int w = problem->n_weeks; w >= 0 && somebody_at(&course, over, w) == 0; w--)
    out->met = w;
  if (replications > 0)
    replicate(&course, replications, out);
}

void recovery_verdict_clear(struct recovery_verdict *verdict)
{
  g_free(verdict->expected);
  g_free(verdict->high);
}

bool recovery_is_met(const struct recovery_verdict *verdict, int sure_percent)
{
  return verdict->over < 0.5 && 100 * verdict->chance >= sure_percent;
}
