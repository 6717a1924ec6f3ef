#include "reports/placements_csv.h"

char *placements_csv_text(const struct problem *problem)
{
  const struct service *service = problem->service;
  GString *out = g_string_new("column,date,session,clinician,task,site\n");
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *item = &problem->candidates[j];
    const struct slot *slot = &problem->month->slots[item->slot];
    char date[DATE_TEXT_SIZE];
    g_string_append_printf(out, "x%d,%s,%s,%s,%s,%s\n", j + 1, date_format(slot->date, date),
                           service->blocks[slot->block].id, service->clinicians[item->clinician].id,
                           service->tasks[item->task].id, service->sites[item->site].id);
  }
  return g_string_free(out, FALSE);
}
