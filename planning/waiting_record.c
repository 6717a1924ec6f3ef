#include "planning/waiting_record.h"

#include "inputs/waiting_counts.h"
#include "model/month_id.h"
#include "model/waiting/areas.h"
#include "planning/folder.h"
#include "planning/month_rota.h"
#include "planning/waiting_counted.h"
#include "planning/waiting_pcns.h"

/* --- what was counted --------------------------------------------------------------------- */

static void count_months(struct waiting_record *record, const GArray *rows)
{
  record->months = g_new0(struct waiting_month, rows->len + 1);
  for (guint r = 0; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    int until = month_id_last(row->month, 0);
    if (record->count == 0 || record->months[record->count - 1].until != until) {
      record->months[record->count].until = until;
      month_id_format(row->month, 0, record->months[record->count++].id);
    }
    waiting_count_row(row, record->standards[row->class],
                      record->months[record->count - 1].counted);
  }
}

static void count_over_standard(struct waiting_record *record)
{
  for (int c = 0; c < WAITING_CLASSES && record->count > 0; c++) {
    const struct waiting_month *newest = &record->months[record->count - 1];
    record->over[c] = waiting_count_over(newest->counted[c].list, record->standards[c]);
    record->at_least[c] = !waiting_is_edge(record->standards[c]);
  }
}

/* --- rates --------------------------------------------------------------------------------- */

static int month_days(const struct waiting_month *month)
{
  return date_day(month->until);
}

/* Those of the last months, so far as they say. */
static double found_referrals(const struct waiting_record *record, int class)
{
  int days = 0, referred = 0;
  for (int m = MAX(0, record->count - WAITING_RECORD_MONTHS); m < record->count; m++) {
    const struct waiting_month *month = &record->months[m];
    if (month->counted[class].referrals < 0)
      continue;
    days += month_days(month);
    referred += month->counted[class].referrals;
  }
  return days > 0 ? (double)referred * WEEK_DAYS / days : -1;
}

static double found_dna(const struct waiting_record *record)
{
  int seen = 0, dna = 0;
  for (int m = MAX(0, record->count - WAITING_RECORD_MONTHS); m < record->count; m++) {
    const struct waiting_counted *all = &record->months[m].counted[WAITING_ALL];
    if (all->seen < 0 || all->dna < 0)
      continue;
    seen += all->seen;
    dna += all->dna;
  }
  return seen + dna > 0 ? (double)dna / (seen + dna) : -1;
}

static void find_rates(struct waiting_record *record, const struct waiting_list *list)
{
  for (int c = 0; c < WAITING_CLASSES; c++) {
    record->referrals[c].said = list ? list->classes[c].a_week : -1;
    record->referrals[c].found = found_referrals(record, c);
  }
  record->dna.said = list ? list->dna_new : -1;
  record->dna.found = found_dna(record);
}

/* --- what was expected ---------------------------------------------------------------------- */

/* A month is the whole weeks between the Sundays that are nearest to its beginning and its end. */
static int nearest_monday(int date)
{
  int weekday = date_weekday(date);
  return date - weekday + (weekday > WEEK_DAYS / 2 ? WEEK_DAYS : 0);
}

static struct waiting_expected expected_of(const struct waiting_forecast *forecast, int group,
                                           int days)
{
  const struct waiting_figure *end = forecast->weeks[forecast->n_weeks].of[group];
  struct waiting_expected out = {.waiting = end[WAITING_SIZE], .late = end[WAITING_LATE]};
  for (int w = 1; w <= forecast->n_weeks; w++) {
    const struct waiting_figure *week = forecast->weeks[w].of[group];
    out.referrals += week[WAITING_ARRIVED].mean;
    out.seen += week[WAITING_SEEN].mean;
    out.dna += week[WAITING_MISSED].mean;
  }
  double to_month = (double)days / (WEEK_DAYS * forecast->n_weeks);
  out.referrals *= to_month;
  out.seen *= to_month;
  out.dna *= to_month;
  return out;
}

/* The supply from a later week on. */
static void skip(struct waiting_supply *supply, int weeks, int n_weeks)
{
  supply->new_slots += weeks;
  supply->follow_ups += weeks;
  supply->attendees += weeks;
  supply->calls += weeks;
  supply->removals += weeks;
  supply->lost_fcp = NULL; /* the rota is the service as it is */
  supply->n_weeks = n_weeks;
}

/* What was counted of an area's PCNs; below 0: not known. */
static int counted_in(const struct waiting_record *record, const struct waiting_month *month,
                      const struct waiting_list *list, int area)
{
  int out = 0;
  if (!month->pcns)
    return -1;
  for (int i = 0; i < record->n_pcns; i++) {
    int site = record->places[i].site;
    if (site != NONE && list->home_area[site] == area)
      out += month->pcns[i].counted[WAITING_ALL].waiting;
  }
  return out;
}

static void take_areas(const struct service *service, const struct waiting_record *record,
                       struct waiting_forecast *const *each, struct waiting_month *month)
{
  month->n_areas = service->waiting_list->n_areas;
  month->areas = g_new0(struct waiting_area, month->n_areas);
  for (int a = 0; a < month->n_areas; a++)
    month->areas[a] = (struct waiting_area){
        .name = waiting_area_name(service, a),
        .counted = counted_in(record, month, service->waiting_list, a),
        .expected = each[a]->weeks[each[a]->n_weeks].of[WAITING_ALL][WAITING_SIZE],
    };
}

/* Of several lists, one for each area. */
static struct waiting_forecast *forecast_areas(const struct service *service,
                                               const struct waiting_record *record,
                                               const struct capacity_horizon *horizon, int skipped,
                                               int n_weeks, const struct waiting_settings *settings,
                                               struct waiting_month *month)
{
  const struct waiting_supply all = capacity_supply(horizon);
  GArray *parts = waiting_parts_new(service, horizon, &all);
  const struct waiting_list *lists[WAITING_AREAS_MAX];
  const struct waiting_supply *supplies[WAITING_AREAS_MAX];
  struct waiting_forecast *each[WAITING_AREAS_MAX];
  for (guint a = 0; a < parts->len; a++) {
    struct waiting_part *part = &g_array_index(parts, struct waiting_part, a);
    skip(&part->supply, skipped, n_weeks);
    lists[a] = &part->list;
    supplies[a] = &part->supply;
  }
  struct waiting_forecast *out =
      waiting_forecast_join(lists, supplies, (int)parts->len, settings, each);
  take_areas(service, record, each, month);
  for (guint a = 0; a < parts->len; a++)
    waiting_forecast_free(each[a]);
  g_array_unref(parts);
  return out;
}

static void follow(const struct folder *folder, const struct waiting_record *record,
                   const struct rota *rota, struct waiting_month *month)
{
  enum { SEED = 1, WEEKS_MOST = 6 };
  int first = folder->month->from, begin = nearest_monday(first);
  struct capacity *capacity = capacity_new(folder->problem, rota);
  struct capacity_horizon *horizon = capacity_carry_on(capacity, WEEKS_MOST);
  struct waiting_supply supply = capacity_supply(horizon);
  const struct waiting_list *list = folder->service->waiting_list;
  const struct waiting_settings settings = {WAITING_REPLICATIONS, SEED};
  int skipped = (begin - horizon->monday) / WEEK_DAYS;
  month->weeks = (nearest_monday(month->until + 1) - begin) / WEEK_DAYS;
  skip(&supply, skipped, month->weeks);
  struct waiting_forecast *forecast = list->n_areas > 1
                                          ? forecast_areas(folder->service, record, horizon,
                                                           skipped, month->weeks, &settings, month)
                                          : waiting_forecast_new(list, &supply, &settings);
  month->is_expected = true;
  for (int g = 0; g < WAITING_GROUPS; g++)
    month->expected[g] = expected_of(forecast, g, month_days(month));
  waiting_forecast_free(forecast);
  capacity_horizon_free(horizon);
  capacity_free(capacity);
}

/* From the list of the month before, which is what the month is read with. */
static enum status expect_month(const char *directory, const struct waiting_record *record,
                                struct waiting_month *month, struct diagnostics *diagnostics)
{
  struct folder folder;
  enum status status = folder_read(directory, month->id, diagnostics, &folder);
  struct rota *rota =
      status == STATUS_OK ? month_rota_new(&folder, directory, &month->published) : NULL;
  if (rota)
    follow(&folder, record, rota, month);
  rota_free(rota);
  folder_clear(&folder);
  return status;
}

static enum status expect_months(const char *directory, struct waiting_record *record,
                                 struct diagnostics *diagnostics)
{
  for (int m = 1; m < record->count && record->has_list; m++) {
    struct waiting_month *month = &record->months[m];
    bool follows = month[-1].until + month_days(month) == month->until;
    if (!follows || !month_rota_is_there(directory, month->id)) /* read only then */
      continue;
    enum status status = expect_month(directory, record, month, diagnostics);
    if (status != STATUS_OK)
      return status;
  }
  return STATUS_OK;
}

/* --- all of it ------------------------------------------------------------------------------- */

static struct waiting_record *record_of(const struct service *service, const GArray *rows)
{
  static const int plain_standards[WAITING_CLASSES] = {2, 12};
  const struct waiting_list *list = service->waiting_list;
  struct waiting_record *out = g_new0(struct waiting_record, 1);
  out->service = g_strdup(service->name);
  out->has_list = list != NULL;
  for (int c = 0; c < WAITING_CLASSES; c++)
    out->standards[c] = list ? list->classes[c].standard_weeks : plain_standards[c];
  count_months(out, rows);
  waiting_pcns_count(out, service, rows);
  count_over_standard(out);
  find_rates(out, list);
  return out;
}

enum status waiting_record_read(const char *directory, struct diagnostics *diagnostics,
                                struct waiting_record **out)
{
  struct folder folder;
  struct waiting_record *record = NULL;
  GArray *rows = NULL;
  enum status status = folder_read(directory, NULL, diagnostics, &folder);
  if (status == STATUS_OK)
    status = waiting_counts_read(folder.source, folder.service, diagnostics, &rows);
  if (status == STATUS_OK) {
    record = record_of(folder.service, rows);
    status = expect_months(directory, record, diagnostics);
  }
  if (rows)
    g_array_unref(rows);
  folder_clear(&folder);
  if (status == STATUS_OK)
    *out = record;
  else
    waiting_record_free(record);
  return status;
}

void waiting_record_free(struct waiting_record *record)
{
  if (!record)
    return;
  waiting_pcns_free(record);
  for (int m = 0; m < record->count; m++) {
    for (int a = 0; a < record->months[m].n_areas; a++)
      g_free(record->months[m].areas[a].name);
    g_free(record->months[m].areas);
  }
  g_free(record->months);
  g_free(record->service);
  g_free(record);
}

bool waiting_record_needs_plan(const struct waiting_record *record)
{
  for (int c = 0; c < WAITING_CLASSES; c++)
    if (record->over[c] > 0)
      return true;
  return false;
}
