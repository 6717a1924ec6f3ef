#include "planning/absence_roles.h"

#include "planning/absence.h"

#include <string.h>

struct work {
  const struct absence_ground *ground;
  GPtrArray *first; /* struct advice_role, one of each set of people */
};

static bool is_tried(const struct absence_ground *ground, const struct advice_role *role)
{
  return role->people->len > 1 && (int)role->people->len < ground->problem->service->n_clinicians;
}

static bool are_same_people(const struct advice_role *a, const struct advice_role *b)
{
  return a->people->len == b->people->len &&
         memcmp(a->people->data, b->people->data, a->people->len * sizeof(int)) == 0;
}

/* The first of the roles with these people; NULL: there is none. */
static struct advice_role *like(const GPtrArray *roles, const struct advice_role *role)
{
  for (guint i = 0; i < roles->len; i++)
    if (are_same_people(g_ptr_array_index(roles, i), role))
      return g_ptr_array_index(roles, i);
  return NULL;
}

static void try_one(void *context, int index)
{
  struct work *work = context;
  struct advice_role *role = g_ptr_array_index(work->first, (guint)index);
  g_autofree bool *away = g_new0(bool, (gsize)work->ground->problem->service->n_clinicians + 1);
  for (guint i = 0; i < role->people->len; i++)
    away[g_array_index(role->people, int, i)] = true;
  role->together = absence_try_all(work->ground, away);
}

void absence_roles_try(const struct absence_ground *ground, const GPtrArray *roles,
                       struct parallel_watch watch)
{
  struct work work = {ground, g_ptr_array_new()};
  for (guint i = 0; i < roles->len; i++) {
    struct advice_role *role = g_ptr_array_index(roles, i);
    if (is_tried(ground, role) && !like(work.first, role) && work.first->len < ABSENCE_ROLES_MOST)
      g_ptr_array_add(work.first, role);
  }
  parallel_run((int)work.first->len, ground->settings->threads, try_one, &work, watch);
  for (guint i = 0; i < roles->len; i++) {
    struct advice_role *role = g_ptr_array_index(roles, i);
    const struct advice_role *first = like(work.first, role);
    if (first && first != role) {
      role->together = advice_absence_new();
      advice_absence_take(role->together, first->together);
    }
  }
  g_ptr_array_unref(work.first);
}
