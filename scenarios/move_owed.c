/* Sessions that PCNs get by their numbers of patients. */
#include "model/rule.h"
#include "scenarios/move.h"

#include <string.h>

enum { PATIENTS_LEAST = 100, PATIENTS_MOST = 1000000 };

static bool is_at(struct where a, struct where b)
{
  return g_strcmp0(a.file, b.file) == 0 && a.line == b.line && a.column == b.column;
}

bool move_find_owed(const struct service *service, int task, struct owed *out)
{
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (strcmp(use->rule->name, "fcp_cover") == 0 && use->where.file &&
        scope_has_task(&use->scope, task)) {
      *out = (struct owed){use->scope.sites, 1, rule_use_value(use, "patients_per_session"),
                           use->where, true};
      return true;
    }
  }
  for (int d = 0; d < service->n_demands; d++) {
    const struct demand *line = &service->demands[d];
    if (line->task == task && line->patients_per_session && line->per == PERIOD_WEEK) {
      *out = (struct owed){line->sites, line->need, line->patients_per_session, line->where, false};
      return true;
    }
  }
  return false;
}

/* Sessions a week of all these PCNs, per so many patients. */
static int owed_sessions(const struct service *service, const struct owed *owed, int patients)
{
  int64_t sessions = 0;
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn && (!owed->sites || owed->sites[s]))
      sessions +=
          ((int64_t)service->sites[s].pcn->patients * owed->sessions + patients - 1) / patients;
  return (int)sessions;
}

/* The number of patients to a session, nearest to that of now, with which the PCNs get
 * `wanted` sessions; where no number gives just so many, the next one past it. NONE:
 * there is none within the bounds. */
static int patients_for(const struct service *service, const struct owed *owed, int wanted)
{
  int step = wanted < owed_sessions(service, owed, owed->patients) ? 1 : -1;
  for (int patients = owed->patients; patients >= PATIENTS_LEAST && patients <= PATIENTS_MOST;
       patients += step) {
    int then = owed_sessions(service, owed, patients);
    if (step > 0 ? then <= wanted : then >= wanted)
      return patients;
  }
  return NONE;
}

/* The item of the list that was written there; NONE: another change has taken it out. */
static int item_at(const struct node *list, const struct owed *owed)
{
  for (int i = 0; i < list->count; i++) {
    const struct node *item = list->items[i];
    bool use = owed->is_rule && item->kind == NODE_MAP && item->count == 1;
    if (is_at(use ? item->keys[0]->where : item->where, owed->where))
      return i;
  }
  return NONE;
}

static void put_patients(struct making *making, struct where where, const struct owed *owed,
                         int patients)
{
  struct arena *nodes = making->nodes;
  const char *section = owed->is_rule ? "rules" : "demand";
  const struct node *list = making_section(making, MAKING_SERVICE, section, NODE_LIST);
  int index = item_at(list, owed);
  if (index == NONE) {
    making_error(making, where, "another change has taken out what is moved here");
    return;
  }
  const struct node *item = list->items[index], *made;
  g_autofree char *text = owed->is_rule
                              ? g_strdup_printf("%d", patients)
                              : g_strdup_printf("%d per %d patients", owed->sessions, patients);
  if (owed->is_rule) {
    const struct node *params = item->items[0];
    params = params->kind == NODE_MAP ? params : edit_map(nodes, where);
    params = edit_put_text(nodes, params, where, "patients_per_session", text);
    made = edit_put(nodes, item, item->keys[0], params);
  } else {
    made = edit_put_text(nodes, edit_drop(nodes, item, "target"), where, "need", text);
  }
  making_put_section(making, MAKING_SERVICE, where, section,
                     edit_replace(nodes, list, index, made));
}

void move_shift_owed(struct making *making, const struct node *body, const struct owed *owed,
                     int more)
{
  int now = owed_sessions(making->service, owed, owed->patients);
  int then = patients_for(making->service, owed, now + more);
  if (then == NONE)
    making_error(making, node_get(body, "sessions")->where,
                 "the PCNs have %d sessions a week; %d can't be moved", now, ABS(more));
  else
    put_patients(making, body->where, owed, then);
}
