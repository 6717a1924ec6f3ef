/* serves: whose people are seen at which site. */
#include "model/waiting/areas.h"
#include "inputs/sections.h"

static void check_serves(struct reader *reader)
{
  const struct service *service = reader->service;
  for (int p = 0; p < service->n_sites; p++)
    for (int s = 0; s < service->n_sites && service->sites[p].serves; s++)
      if (service->sites[p].serves[s] && !waiting_is_locality(service->waiting_list, s))
        diagnostics_warning(reader->diagnostics, service->sites[p].where,
                            "serves '%s', from where 'referrals' has nobody", service->sites[s].id);
}

static void check_area(struct reader *reader, int area)
{
  const struct service *service = reader->service;
  if (waiting_area_is_served(service, area))
    return;
  g_autofree char *name = waiting_area_name(service, area);
  diagnostics_warning(reader->diagnostics, service->waiting_list->where,
                      "no site with new appointments serves %s: nobody from there is ever seen",
                      name);
}

void areas_read(struct reader *reader)
{
  struct waiting_list *list = reader->draft->waiting_list;
  if (!list)
    return;
  check_serves(reader);
  int count = waiting_areas_find(reader->draft);
  if (count > WAITING_AREAS_MAX)
    diagnostics_error(reader->diagnostics, list->where,
                      "people are seen in %d areas apart; at most %d can be followed", count,
                      WAITING_AREAS_MAX);
  for (int a = 0; a < list->n_areas; a++)
    check_area(reader, a);
}
