#include "planning/past_breaks.h"

#include "planning/repair.h"
#include "planning/worked_record.h"

#include <string.h>

/* The day after the last that is recorded as worked, if that is later. */
static int day_after_worked(const char *directory, const char *month_id, int today)
{
  g_autoptr(GHashTable) recorded = worked_recorded(directory, month_id);
  GHashTableIter at;
  gpointer key;
  g_hash_table_iter_init(&at, recorded);
  while (g_hash_table_iter_next(&at, &key, NULL)) {
    g_autofree char *date = g_strndup(key, strlen("2027-01-12"));
    int day;
    if (date_parse(date, &day))
      today = MAX(today, day + 1);
  }
  return today;
}

/* What of the rota is over, and nothing else. */
static struct rota *what_is_over(const struct existing_rota *rota,
                                 const struct repair_ground *ground)
{
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int i = 0; i < rota->rota->count; i++)
    if (repair_ground_is_over(ground, rota->rota->items[i].clinician, rota->rota->items[i].slot))
      g_array_append_val(items, rota->rota->items[i]);
  return rota_new(rota->folder.problem, (const struct assignment *)(const void *)items->data,
                  (int)items->len);
}

/* By the checks: each limit is broken as much by that, were nothing to follow. */
static bool is_broken_before(const struct existing_rota *rota, const struct repair_ground *ground)
{
  struct rota *past = what_is_over(rota, ground);
  struct audit *audit = audit_new(rota->folder.problem, past);
  bool out = audit_breaks_no_more(rota->audit, audit);
  audit_free(audit);
  rota_free(past);
  return out;
}

/* By the rows as well: what nothing that follows could have mended. */
static bool is_of_days_before(const struct existing_rota *rota, const char *directory, int today)
{
  struct diagnostics *unsaid = diagnostics_new();
  struct repair_ground *ground = NULL;
  bool out =
      repair_ground_open(directory, rota->folder.problem, today, unsaid, &ground) == STATUS_OK &&
      ground && is_broken_before(rota, ground) && repair_allows(ground, rota->rota);
  repair_ground_free(ground);
  diagnostics_free(unsaid);
  return out;
}

bool past_breaks_alone(const struct existing_rota *rota, const char *directory, int today)
{
  int worked = day_after_worked(directory, rota->month_id, today);
  return rota->misfits->len == 0 &&
         (is_of_days_before(rota, directory, today) ||
          (worked > today && is_of_days_before(rota, directory, worked)));
}
