/* What a rota offers to patients, and where. */
#include "planning/outcome_measure.h"

#include <math.h>

/* Unknown where no task of the service offers contacts of that kind. */
static int64_t offered(const struct capacity *capacity, enum capacity_kind kind)
{
  double out = 0;
  if (!capacity_is_offered(capacity->problem->service, kind))
    return OUTCOME_UNKNOWN;
  for (int d = 0; d < capacity->problem->month->n_days; d++)
    out += capacity->days[d].slots[kind];
  return llround(out);
}

static int64_t attendees(const struct capacity *capacity)
{
  int64_t out = 0;
  if (capacity->problem->month->n_events == 0)
    return OUTCOME_UNKNOWN;
  for (int d = 0; d < capacity->problem->month->n_days; d++)
    out += capacity->days[d].attendees;
  return out;
}

static int64_t lost(int64_t slots, double dna, double backfill)
{
  return slots == OUTCOME_UNKNOWN ? slots : llround((double)slots * dna * (1 - backfill));
}

static void measure_contacts(struct outcome *outcome, const struct capacity *capacity,
                             const struct waiting_list *list)
{
  int64_t *values = outcome->values;
  values[MEASURE_SLOTS_NEW] = offered(capacity, CAPACITY_NEW);
  values[MEASURE_SLOTS_FOLLOW_UP] = offered(capacity, CAPACITY_FOLLOW_UP);
  values[MEASURE_SLOTS_FCP] = offered(capacity, CAPACITY_FCP);
  values[MEASURE_SLOTS_CALL] = offered(capacity, CAPACITY_CALL);
  values[MEASURE_ATTENDEES] = attendees(capacity);
  if (!list)
    return;
  values[MEASURE_LOST_NEW] = lost(values[MEASURE_SLOTS_NEW], list->dna_new, list->backfill);
  values[MEASURE_LOST_FOLLOW_UP] =
      lost(values[MEASURE_SLOTS_FOLLOW_UP], list->dna_follow_up, list->backfill);
}

static void measure_pcn(struct outcome *outcome, const struct service *service,
                        const struct capacity_pcn *from)
{
  const struct site *site = &service->sites[from->site];
  struct outcome_pcn *pcn = outcome_add_pcn(outcome);
  pcn->id = g_strdup(site->id);
  pcn->name = g_strdup(site->name);
  pcn->patients = site->pcn->patients;
  pcn->sessions = from->sessions;
  pcn->per_10000 = pcn->patients > 0 ? llround(100 * from->per_10000) : OUTCOME_UNKNOWN;
  pcn->worst_gap_days = from->longest_gap_days;
}

static void measure_pcns(struct outcome *outcome, const struct capacity *capacity)
{
  int64_t sessions = 0, patients = 0, least = INT64_MAX, gap = 0;
  double a_week = 0;
  for (int i = 0; i < capacity->n_pcns; i++) {
    measure_pcn(outcome, capacity->problem->service, &capacity->pcns[i]);
    const struct outcome_pcn *pcn = g_ptr_array_index(outcome->pcns, (guint)i);
    sessions += pcn->sessions;
    gap = MAX(gap, pcn->worst_gap_days);
    if (pcn->per_10000 == OUTCOME_UNKNOWN)
      continue;
    patients += pcn->patients;
    a_week += capacity->pcns[i].sessions_a_week;
    least = MIN(least, pcn->per_10000);
  }
  outcome->values[MEASURE_FCP_SESSIONS] = sessions;
  outcome->values[MEASURE_FCP_GAP] = gap;
  if (patients == 0)
    return;
  outcome->values[MEASURE_FCP_PER_10000] = llround(100 * a_week * 10000 / (double)patients);
  outcome->values[MEASURE_FCP_LEAST] = least;
}

void outcome_measure_capacity(struct outcome *outcome, const struct capacity *capacity,
                              const struct waiting_list *list)
{
  measure_contacts(outcome, capacity, list);
  if (capacity->n_pcns > 0 && outcome->values[MEASURE_SLOTS_FCP] != OUTCOME_UNKNOWN)
    measure_pcns(outcome, capacity);
}
