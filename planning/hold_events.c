#include "planning/hold_events.h"

/* Does it cost something that the event is cancelled? */
static bool is_cancelled(const struct audit *audit, int event)
{
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->kind == SHORTFALL_NEED && finding->price > 0 && finding->demand != NONE &&
        audit->problem->demands[finding->demand].event == event)
      return true;
  }
  return false;
}

/* By the bound itself: a build may also stop within a gap. */
static bool is_best(const struct build_result *built)
{
  return built->has_bound && built->bound >= built->audit->cost;
}

/* Every event but those that the rota cancels, and this one. */
static void require(const struct audit *audit, int event, struct demand *demands)
{
  for (int d = 0; d < audit->problem->n_demands; d++) {
    int own = demands[d].event;
    if (own != NONE && (own == event || !is_cancelled(audit, own)))
      demands[d].hard = true;
  }
}

/* What `next` has come to, of the problem as it is. */
static void take(const struct problem *problem, struct build_result *next,
                 struct build_result *built)
{
  built->seconds += next->seconds;
  built->stopped = built->stopped || next->stopped;
  if (!built->engine_fault)
    built->engine_fault = g_steal_pointer(&next->engine_fault);
  if (next->verdict == BUILD_FAILED || next->verdict == BUILD_REFUSED) {
    built->verdict = next->verdict;
    built->reason = g_steal_pointer(&next->reason);
  }
  if (next->verdict != BUILD_DONE)
    return;
  audit_free(built->audit);
  rota_free(built->rota);
  built->rota = g_steal_pointer(&next->rota);
  built->audit = audit_new(problem, built->rota);
  built->proven = false;
}

/* Is it known now whether the event can be held? */
static bool hold(const struct build_request *request, int event, struct build_result *built)
{
  if (build_is_stopped(request->settings))
    return false;
  const struct problem *problem = request->problem;
  g_autofree struct demand *demands =
      g_memdup2(problem->demands, sizeof *demands * (gsize)problem->n_demands);
  require(built->audit, event, demands);
  struct problem strict = *problem;
  strict.demands = demands;
  const struct build_request again = {&strict, NULL, built->rota, request->settings};
  struct build_result next;
  build_rota(&again, &next);
  bool known = next.verdict != BUILD_NOTHING;
  take(problem, &next, built);
  build_result_clear(&next);
  return known;
}

char *hold_events(const struct build_request *request, struct build_result *built)
{
  const struct month *month = request->problem->month;
  GString *unknown = g_string_new(NULL);
  for (int e = 0; e < month->n_events && built->verdict == BUILD_DONE && !is_best(built); e++)
    if (is_cancelled(built->audit, e) && !hold(request, e, built))
      g_string_append_printf(unknown, "%s%s", unknown->len > 0 ? ", " : "", month->events[e].name);
  return g_string_free(unknown, unknown->len == 0);
}

char *hold_events_words(const char *names)
{
  return g_strdup_printf(
      "%s: not staffed in the time, and nothing shows that this can't be "
      "done; give it more with --time",
      names);
}
