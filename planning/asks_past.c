#include "planning/asks_past.h"

static void look_at(const struct pattern *when, struct where where, int first_date,
                    struct diagnostics *out)
{
  char date[DATE_TEXT_SIZE];
  if (when->until != DATE_NONE && when->until < first_date)
    diagnostics_warning(out, where, "this ended on %s, before any month that is here",
                        date_format(when->until, date));
}

static void look_at_criteria(const struct criteria *criteria, int first_date,
                             struct diagnostics *out)
{
  for (int i = 0; i < criteria->n_off; i++)
    look_at(&criteria->off[i].when, criteria->off[i].where, first_date, out);
}

void asks_past(const struct service *service, int first_date, struct diagnostics *out)
{
  for (int c = 0; c < service->n_clinicians; c++)
    for (int i = 0; i < service->clinicians[c].n_arrangements; i++)
      look_at(&service->clinicians[c].arrangements[i].when,
              service->clinicians[c].arrangements[i].where, first_date, out);
  for (int d = 0; d < service->n_demands; d++)
    look_at(&service->demands[d].when, service->demands[d].where, first_date, out);
  for (int d = 0; d < service->n_by_use; d++)
    look_at(&service->by_use[d].line.when, service->by_use[d].line.where, first_date, out);
  for (int e = 0; e < service->n_events; e++)
    look_at(&service->events[e].when, service->events[e].where, first_date, out);
  look_at_criteria(&service->criteria, first_date, out);
  for (int i = 0; i < service->n_special; i++)
    look_at_criteria(&service->special[i], first_date, out);
}
