#include "planning/asks_twice.h"

#include "model/rule.h"

#include <string.h>

static bool same_mask(const bool *one, const bool *other, int count)
{
  if (!one || !other)
    return one == other;
  return memcmp(one, other, sizeof *one * (size_t)count) == 0;
}

static bool same_pattern(const struct pattern *one, const struct pattern *other)
{
  return memcmp(one->blocks, other->blocks, sizeof one->blocks) == 0 && one->from == other->from &&
         one->until == other->until && one->cycle == other->cycle &&
         one->cycle_weeks == other->cycle_weeks && one->turns == other->turns;
}

/* --- demand ---------------------------------------------------------------------- */

/* The same work of the same people in the same places and sessions? */
static bool same_work(const struct service *service, const struct demand *one,
                      const struct demand *other)
{
  struct demand ordinary = *one; /* as if of no event, of which the other must be */
  ordinary.event = NONE;
  return one->event == other->event && demand_replaces(service, &ordinary, other) &&
         same_pattern(&one->when, &other->when) &&
         one->patients_per_session == other->patients_per_session;
}

/* A hard line beside one that has its price, and two prices for two numbers, are meant. */
static bool same_numbers(const struct demand *one, const struct demand *other)
{
  return one->hard == other->hard && one->need == other->need && one->target == other->target &&
         one->most == other->most;
}

void asks_lines_twice(const struct problem *problem, struct diagnostics *out)
{
  for (int i = 0; i < problem->n_demands; i++)
    for (int k = 0; k < i; k++) {
      const struct demand *line = &problem->demands[i], *first = &problem->demands[k];
      if (!same_numbers(line, first) || !same_work(problem->service, line, first))
        continue;
      diagnostics_warning(out, line->where,
                          "this asks for what %s:%d asks for: the same people count for both, and "
                          "%s",
                          first->where.file, first->where.line,
                          line->hard ? "nothing more is asked for"
                                     : "whoever is missing is paid for twice");
      break;
    }
}

/* --- rules ----------------------------------------------------------------------- */

static int set_size(const struct service *service, enum param_kind kind)
{
  switch (kind) {
  case PARAM_WHO:
    return service->n_posts;
  case PARAM_TASKS:
    return service->n_tasks;
  case PARAM_SITES:
    return service->n_sites;
  case PARAM_CONTACTS:
    return service->slot_kinds.count;
  case PARAM_NUMBER:
  case PARAM_SWITCH:
  case PARAM_CHOICE:
  case PARAM_TASK:
  case PARAM_SESSIONS:
    break;
  }
  return 0;
}

static bool same_param(const struct service *service, const struct rule_use *one,
                       const struct rule_use *other, int param)
{
  int size = set_size(service, one->rule->params[param].kind);
  return one->values[param] == other->values[param] &&
         same_mask(one->sets[param], other->sets[param], size) &&
         same_pattern(&one->patterns[param], &other->patterns[param]);
}

/* Are both of the same rule, people, work and time, whatever their numbers `but` two say? */
static bool same_but(const struct service *service, const struct rule_use *one,
                     const struct rule_use *other, int but, int and_but)
{
  if (one->rule != other->rule ||
      !same_mask(one->scope.posts, other->scope.posts, service->n_posts) ||
      !same_mask(one->scope.tasks, other->scope.tasks, service->n_tasks) ||
      !same_mask(one->scope.sites, other->scope.sites, service->n_sites) ||
      !same_pattern(&one->scope.when, &other->scope.when))
    return false;
  for (int p = 0; p < one->rule->n_params; p++)
    if (p != but && p != and_but && !same_param(service, one, other, p))
      return false;
  return true;
}

static bool is_in_force(const struct rule_use *use)
{
  return use->where.file && (use->hard || use->weight != 0);
}

static void look_for_same(const struct service *service, int u, struct diagnostics *out)
{
  const struct rule_use *use = &service->uses[u];
  for (int k = 0; k < u; k++) {
    const struct rule_use *first = &service->uses[k];
    if (!is_in_force(first) || !same_but(service, use, first, NONE, NONE))
      continue;
    diagnostics_warning(out, use->where, "this asks for what %s:%d asks for: %s", first->where.file,
                        first->where.line,
                        use->hard || first->hard
                            ? "one of the two is enough"
                            : "both count, so whatever breaks one is paid for twice");
    return;
  }
}

/* A count that a hard `most` forbids, where it has its price; `decide` tells of two hard ones. */
static void look_for_forbidden(const struct service *service, int u, struct diagnostics *out)
{
  const struct rule_use *use = &service->uses[u];
  int least = rule_param(use->rule, "least"), most = rule_param(use->rule, "most");
  if (least == NONE || most == NONE || use->hard || use->values[least] == PARAM_UNSET)
    return;
  for (int k = 0; k < service->n_uses; k++) {
    const struct rule_use *limit = &service->uses[k];
    if (!is_in_force(limit) || !limit->hard || !same_but(service, use, limit, least, most) ||
        limit->values[most] == PARAM_UNSET || limit->values[most] >= use->values[least])
      continue;
    diagnostics_warning(
        out, use->where, "'least: %d' can't be kept: %s:%d allows no more than %d of the same",
        use->values[least], limit->where.file, limit->where.line, limit->values[most]);
    return;
  }
}

void asks_uses_twice(const struct service *service, struct diagnostics *out)
{
  for (int u = 0; u < service->n_uses; u++)
    if (is_in_force(&service->uses[u])) {
      look_for_same(service, u, out);
      look_for_forbidden(service, u, out);
    }
}
