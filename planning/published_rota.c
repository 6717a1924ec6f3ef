#include "planning/published_rota.h"

#include "inputs/history_people.h"
#include "inputs/published.h"

bool published_rota_read(const struct problem *problem, const char *key, const char *value,
                         struct assignment *out)
{
  const struct service *service = problem->service;
  g_auto(GStrv) when = g_strsplit(key, " ", 3), what = g_strsplit(value, " at ", 2);
  int date = DATE_NONE;
  if (g_strv_length(when) != 3 || g_strv_length(what) != 2 || !date_parse(when[0], &date))
    return false;
  int block = service_block(service, when[1]);
  *out = (struct assignment){.clinician = history_person(service, when[2]),
                             .slot = block == NONE ? NONE : month_slot(problem->month, date, block),
                             .task = service_task(service, what[0]),
                             .site = service_site(service, what[1])};
  return out->clinician != NONE && out->slot != NONE && out->task != NONE && out->site != NONE;
}

struct rota *published_rota_new(const struct problem *problem, const struct published *published)
{
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  GHashTableIter at;
  gpointer key, value;
  g_hash_table_iter_init(&at, published->assignments);
  while (g_hash_table_iter_next(&at, &key, &value)) {
    struct assignment item;
    if (published_rota_read(problem, key, value, &item))
      g_array_append_val(items, item);
  }
  return rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
}
