/* Section 2: the assignments that no hard use bars by itself. */
#include "tests/support/second/common/parts.h"

static int64_t place_of(const struct second *second, const struct assignment *item)
{
  const struct service *service = second->service;
  int64_t cell = (int64_t)item->clinician * second->n_slots + item->slot;
  return (cell * service->n_tasks + item->task) * service->n_sites + item->site;
}

struct barring {
  const struct rule_use *use;
  const struct second_reading *reading;
};

static GArray *barring_uses(const struct second *second)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct barring));
  for (int u = 0; u < second->service->n_uses; u++) {
    const struct rule_use *use = &second->service->uses[u];
    struct barring barring = {use, second_find_reading(use->rule->name)};
    if (use->hard && barring.reading && barring.reading->bars)
      g_array_append_val(out, barring);
  }
  return out;
}

static bool is_barred(const struct second *second, const GArray *uses,
                      const struct assignment *item)
{
  for (guint i = 0; i < uses->len; i++) {
    const struct barring *barring = &g_array_index(uses, struct barring, i);
    if (barring->reading->bars(second, barring->use, item))
      return true;
  }
  return false;
}

void second_find_candidates(struct second *second)
{
  const struct service *service = second->service;
  g_autoptr(GArray) uses = barring_uses(second);
  second->candidate = g_new0(bool, (gsize)(service->n_clinicians * second->n_slots) *
                                       (gsize)(service->n_tasks * service->n_sites));
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; s < second->n_slots; s++)
      for (int t = 0; t < service->n_tasks; t++)
        for (int p = 0; p < service->n_sites; p++) {
          struct assignment item = {c, s, t, p, false};
          second->candidate[place_of(second, &item)] =
              service->tasks[t].at[p] && !is_barred(second, uses, &item);
        }
}

bool second_candidate(const struct second *second, const struct assignment *item)
{
  return second->candidate[place_of(second, item)];
}

bool second_could(const struct second *second, const struct rule_use *use, int clinician, int slot)
{
  for (int t = 0; t < second->service->n_tasks; t++)
    for (int p = 0; p < second->service->n_sites; p++) {
      struct assignment item = {clinician, slot, t, p, false};
      if (second_in_scope(second, use, &item) && second_candidate(second, &item))
        return true;
    }
  return false;
}
