#include "planning/waiting_pcns.h"

#include "inputs/waiting_counts.h"
#include "model/month_id.h"
#include "planning/waiting_counted.h"

/* --- which there are -------------------------------------------------------------------- */

static bool has_rows(const GArray *rows, int site)
{
  for (guint r = 0; r < rows->len; r++)
    if (g_array_index(rows, struct waiting_count, r).pcn == site)
      return true;
  return false;
}

/* Of a month, at that row, some of whose rows name a PCN: sorted, those come last. */
static bool is_by_pcn(const GArray *rows, guint at)
{
  int month = g_array_index(rows, struct waiting_count, at).month;
  for (guint r = at; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    if (row->month != month)
      return false;
    if (row->pcn != NONE)
      return true;
  }
  return false;
}

static bool has_others(const GArray *rows)
{
  for (guint r = 0; r < rows->len; r++)
    if (g_array_index(rows, struct waiting_count, r).pcn == NONE && is_by_pcn(rows, r))
      return true;
  return false;
}

static void find_places(struct waiting_record *record, const struct service *service,
                        const GArray *rows)
{
  record->places = g_new0(struct waiting_place, service->n_sites + 1);
  for (int s = 0; s < service->n_sites; s++) {
    const struct site *site = &service->sites[s];
    if (site->pcn && has_rows(rows, s))
      record->places[record->n_pcns++] = (struct waiting_place){
          .id = g_strdup(site->id),
          .name = g_strdup(site->name),
          .site = s,
          .patients = site->pcn->patients,
          .need_weight = site->pcn->need_weight,
      };
  }
  if (record->n_pcns > 0 && has_others(rows))
    record->places[record->n_pcns++] =
        (struct waiting_place){.name = g_strdup("of no PCN"), .site = NONE, .need_weight = 1};
}

/* --- what was counted ------------------------------------------------------------------- */

static struct waiting_pcn *pcn_of(const struct waiting_record *record, struct waiting_month *month,
                                  int site)
{
  for (int i = 0; i < record->n_pcns; i++)
    if (record->places[i].site == site)
      return &month->pcns[i];
  return NULL;
}

/* The month that the row is of; the record's months are in the rows' order. */
static struct waiting_month *month_of(const struct waiting_record *record,
                                      const struct waiting_count *row, int *at)
{
  char id[DATE_TEXT_SIZE];
  month_id_format(row->month, 0, id);
  while (g_strcmp0(record->months[*at].id, id) != 0)
    ++*at;
  return &record->months[*at];
}

static void count_rows(struct waiting_record *record, const GArray *rows)
{
  int at = 0;
  for (guint r = 0; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    struct waiting_month *month = month_of(record, row, &at);
    if (!month->pcns && is_by_pcn(rows, r))
      month->pcns = g_new0(struct waiting_pcn, record->n_pcns);
    if (!month->pcns)
      continue;
    struct waiting_pcn *pcn = pcn_of(record, month, row->pcn);
    pcn->is_counted = true;
    waiting_count_row(row, record->standards[row->class], pcn->counted);
  }
}

static double per_1000(double people, double patients)
{
  return people < 0 || patients <= 0 ? -1 : 1000 * people / patients;
}

static void reckon(const struct waiting_place *place, struct waiting_pcn *pcn)
{
  const struct waiting_counted *all = &pcn->counted[WAITING_ALL];
  double by_need = place->patients * place->need_weight;
  bool known = all->seen >= 0 && all->dna >= 0 && all->seen + all->dna > 0;
  double list[WAITING_BANDS];
  for (int b = 0; b < WAITING_BANDS; b++)
    list[b] = all->list[b];
  pcn->mean_weeks = waiting_mean_weeks(list);
  pcn->per_1000 = per_1000(all->waiting, place->patients);
  pcn->per_1000_by_need = per_1000(all->waiting, by_need);
  pcn->referred_by_need = per_1000(all->referrals, by_need);
  pcn->missed = known ? (double)all->dna / (all->seen + all->dna) : -1;
}

/* --- the gap ---------------------------------------------------------------------------- */

static bool is_longer(const struct waiting_record *record, const struct waiting_month *month,
                      int one, int other)
{
  double weeks = month->pcns[one].mean_weeks - month->pcns[other].mean_weeks;
  double need = record->places[one].need_weight - record->places[other].need_weight;
  return weeks > 0 || (weeks == 0 && need > 0);
}

int *waiting_record_order(const struct waiting_record *record, const struct waiting_month *month)
{
  int *order = g_new(int, (gsize)record->n_pcns + 1);
  for (int i = 0; i < record->n_pcns; i++) {
    int at = i;
    for (; at > 0 && is_longer(record, month, i, order[at - 1]); at--)
      order[at] = order[at - 1];
    order[at] = i;
  }
  return order;
}

/* Of the PCNs where people wait. */
static struct waiting_gap gap_of(const struct waiting_record *record,
                                 const struct waiting_month *month)
{
  struct waiting_gap gap = {NONE, NONE, 0};
  for (int i = 0; i < record->n_pcns; i++) {
    if (record->places[i].site == NONE || month->pcns[i].counted[WAITING_ALL].waiting == 0)
      continue;
    if (gap.longest == NONE || is_longer(record, month, i, gap.longest))
      gap.longest = i;
    if (gap.shortest == NONE || !is_longer(record, month, i, gap.shortest))
      gap.shortest = i;
  }
  if (gap.longest == gap.shortest)
    return (struct waiting_gap){NONE, NONE, 0};
  gap.weeks = month->pcns[gap.longest].mean_weeks - month->pcns[gap.shortest].mean_weeks;
  return gap;
}

/* --- all of it -------------------------------------------------------------------------- */

void waiting_pcns_count(struct waiting_record *record, const struct service *service,
                        const GArray *rows)
{
  find_places(record, service, rows);
  count_rows(record, rows);
  for (int m = 0; m < record->count; m++) {
    struct waiting_month *month = &record->months[m];
    for (int i = 0; i < record->n_pcns && month->pcns; i++)
      reckon(&record->places[i], &month->pcns[i]);
    month->gap = month->pcns ? gap_of(record, month) : (struct waiting_gap){NONE, NONE, 0};
  }
}

void waiting_pcns_free(struct waiting_record *record)
{
  for (int i = 0; i < record->n_pcns; i++) {
    g_free(record->places[i].id);
    g_free(record->places[i].name);
  }
  g_free(record->places);
  for (int m = 0; m < record->count; m++)
    g_free(record->months[m].pcns);
}
