#include "model/waiting/recovery_flow.h"

#include <math.h>

double recovery_discount(const struct recovery_problem *problem, int week)
{
  return pow(1 - problem->list->removals, -week);
}

static double share_of(const struct recovery_problem *problem, int month, int week)
{
  return problem->share[month * problem->n_weeks + week - 1];
}

double recovery_share(const struct recovery_problem *problem, const struct recovery_lever *lever,
                      int month, int week)
{
  return lever->week > 0 ? lever->week == week : share_of(problem, month, week);
}

double recovery_validated(const struct recovery_problem *problem,
                          const struct recovery_lever *lever, int month, int week)
{
  double weeks = 0;
  for (int w = 1; w <= problem->n_weeks; w++)
    weeks += share_of(problem, month, w);
  return weeks > 0 ? lever->validated * share_of(problem, month, week) / weeks : 0;
}

double recovery_dna_change(const struct recovery_problem *problem, int area,
                           const struct recovery_lever *lever)
{
  double now = problem->list->dna_new, here = problem->areas[area].list->dna_new;
  if (lever->dna_new < 0)
    return 0;
  return now > 0 ? here * lever->dna_new / now - here : lever->dna_new - here;
}

/* What happens in one week. */
struct happening {
  double new_slots;
  double dna;        /* of those, and */
  double dna_change; /* what a lever adds to the rate of the base's slots, `base_slots` of them */
  double base_slots;
  double follow_ups;
  double attendees, validated;
  double referred;
};

/* Slots call people; of those who miss theirs some slots are filled by calling others. */
static void add(const struct recovery_problem *problem, int week, const struct happening *of,
                struct recovery_sums *out)
{
  const struct waiting_list *list = problem->list;
  double well = 1 - list->sickness, new_slots = of->new_slots * well;
  double missed = new_slots * of->dna + of->base_slots * well * of->dna_change;
  double called = new_slots + missed * list->backfill + of->attendees + of->validated;
  double seen = new_slots - missed * (1 - list->backfill);
  double kept = 1 - list->dna_follow_up * (1 - list->backfill);
  out->called[week] = out->called[week - 1] + called * recovery_discount(problem, week);
  out->referred[week] = out->referred[week - 1] + of->referred * recovery_discount(problem, week);
  out->returned[week] =
      out->returned[week - 1] + missed * list->dna_return * recovery_discount(problem, week + 1);
  for (int m = 0; m < problem->n_months; m++) {
    double share = share_of(problem, m, week);
    out->seen[m] += share * (seen + of->attendees * (1 - list->done_at_events));
    out->follow_ups[m] += share * of->follow_ups * well * kept;
  }
}

void recovery_base_sums(const struct recovery_problem *problem, int area, struct recovery_sums *out)
{
  const struct recovery_area *at = &problem->areas[area];
  *out = (struct recovery_sums){.called = {0}};
  for (int w = 1; w <= problem->n_weeks; w++) {
    const struct happening of = {.new_slots = at->base.new_slots[w - 1],
                                 .dna = at->list->dna_new,
                                 .follow_ups = problem->follow_ups[w - 1] * at->share,
                                 .attendees = at->base.attendees ? at->base.attendees[w - 1] : 0};
    add(problem, w, &of, out);
  }
}

void recovery_unit_sums(const struct recovery_problem *problem, int area,
                        const struct recovery_lever *lever, int month, struct recovery_sums *out)
{
  const struct recovery_area *at = &problem->areas[area];
  *out = (struct recovery_sums){.called = {0}};
  for (int w = 1; w <= problem->n_weeks; w++) {
    double share = recovery_share(problem, lever, month, w);
    const struct happening of = {
        .new_slots = lever->new_slots[area] * share,
        .dna = at->list->dna_new,
        .dna_change = recovery_dna_change(problem, area, lever),
        .base_slots = at->base.new_slots[w - 1] * share,
        .follow_ups = lever->follow_ups * share * at->share,
        .attendees = lever->week > 0 ? lever->attendees[area] * share : 0,
        .validated = recovery_validated(problem, lever, month, w) * at->share,
        .referred = lever->lost_fcp * problem->list->lost_fcp * share * at->share,
    };
    add(problem, w, &of, out);
  }
}

void recovery_slot_sums(const struct recovery_problem *problem, int area, struct recovery_sums *out)
{
  *out = (struct recovery_sums){.called = {0}};
  for (int w = 1; w <= problem->n_weeks; w++) {
    const struct happening of = {.new_slots = 1, .dna = problem->areas[area].list->dna_new};
    add(problem, w, &of, out);
  }
}
