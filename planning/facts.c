#include "planning/facts.h"

#include "model/asked.h"
#include "model/satisfaction.h"
#include "model/words.h"

static void add(GPtrArray *facts, struct where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The sentence, and where it is written. */
static void add(GPtrArray *facts, struct where where, const char *format, ...)
{
  char at[WORDS_SIZE];
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_ptr_array_add(facts, g_strconcat(text, words_where(where, at), NULL));
}

static void add_lock(GPtrArray *facts, const struct problem *problem, const struct assignment *item)
{
  const struct month *month = problem->month;
  for (int i = 0; i < month->n_locks; i++) {
    const struct lock *lock = &month->locks[i];
    if (lock->clinician == item->clinician && lock->slot == item->slot &&
        lock->task == item->task && lock->site == item->site)
      add(facts, lock->where, "locked before the build");
  }
  const struct agreed *agreed = month_agreed(month, item->clinician, item->slot);
  if (agreed && agreed->works)
    add(facts, agreed->where, "this session was agreed");
}

static void add_event(GPtrArray *facts, const struct problem *problem,
                      const struct assignment *item)
{
  const struct month *month = problem->month;
  if (!problem_is_event_work(problem, item->slot, item->task, item->site))
    return;
  for (int i = 0; i < month->n_events; i++)
    if (month->events[i].site == item->site && month->events[i].slots[item->slot])
      add(facts, month->events[i].where, "work of an event: %s", month->events[i].name);
}

/* A line of several tasks, or of some people, is said by its name. */
static void add_line(GPtrArray *facts, const struct problem *problem, const struct demand *line)
{
  g_autoptr(GString) of = g_string_new(NULL);
  if (demand_is_joint(line) || line->name) {
    g_string_append(of, " for ");
    words_line(problem, line, of);
  }
  if (line->target > line->need)
    add(facts, line->where, "asked for%s, %d needed and %d the target in each %s", of->str,
        line->need, line->target, period_names[line->per]);
  else
    add(facts, line->where, "asked for%s, %d in each %s", of->str, line->need,
        period_names[line->per]);
}

static void add_lines(GPtrArray *facts, const struct problem *problem,
                      const struct assignment *item)
{
  for (int d = 0; d < problem->n_demands; d++)
    if (asked_by_line(problem, &problem->demands[d], item->slot, item->task, item->site) &&
        demand_has_person(problem->service, &problem->demands[d], item->clinician,
                          problem->month->slots[item->slot].date))
      add_line(facts, problem, &problem->demands[d]);
}

/* Rules that name the task ask for it as lines do: duty, first contact, supporting time. */
static void add_rules(GPtrArray *facts, const struct problem *problem,
                      const struct assignment *item)
{
  const struct service *service = problem->service;
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (use->rule->asks && use->rule->asks(use) && use->scope.tasks &&
        scope_has(&use->scope, problem, item))
      add(facts, use->where, "asked for by the rule %s", use->name);
  }
}

static bool is_among(const int *clinicians, int count, int clinician)
{
  for (int i = 0; i < count; i++)
    if (clinicians[i] == clinician)
      return true;
  return false;
}

static void add_pcn(GPtrArray *facts, const struct problem *problem, const struct assignment *item)
{
  const struct pcn *pcn = problem->service->sites[item->site].pcn;
  if (pcn && is_among(pcn->named, pcn->n_named, item->clinician))
    add(facts, pcn->where_fcp, "named first contact practitioner here");
  else if (pcn && is_among(pcn->deputies, pcn->n_deputies, item->clinician))
    add(facts, pcn->where_fcp, "deputy first contact practitioner here");
}

static void add_wishes_for(GPtrArray *facts, const struct levels *levels, const struct wish *wishes,
                           int count, int item, const char *what)
{
  for (int i = 0; i < count; i++)
    if (wishes[i].item == item)
      add(facts, wishes[i].where, "the person's word on this %s is '%s'", what,
          levels->names[wishes[i].level]);
}

static void add_wishes(GPtrArray *facts, const struct problem *problem,
                       const struct assignment *item)
{
  const struct preferences *sent = month_preferences(problem->month, item->clinician);
  const struct levels *levels = &problem->service->levels;
  if (!sent)
    return;
  add_wishes_for(facts, levels, sent->tasks, sent->n_tasks, item->task, "task");
  add_wishes_for(facts, levels, sent->sites, sent->n_sites, item->site, "site");
  for (int i = 0; i < sent->n_requests; i++) {
    const struct session_request *request = &sent->requests[i];
    if (!preference_request_applies(problem, request, item->slot))
      continue;
    if (request->off)
      add(facts, request->where, "the person asked to be off then");
    else if ((request->task == NONE || request->task == item->task) &&
             (request->site == NONE || request->site == item->site))
      add(facts, request->where, "the person's word on this session is '%s'",
          levels->names[request->level]);
  }
}

/* What rules find in this very session of this very person. */
static void add_findings(GPtrArray *facts, const struct assessment *assessment,
                         const struct assignment *item)
{
  const GArray *findings = assessment->audit->findings;
  for (guint i = 0; i < findings->len; i++) {
    const struct finding *finding = &g_array_index(findings, struct finding, i);
    if (finding->at.clinician != item->clinician || finding->at.slot != item->slot)
      continue;
    if (finding->price == PRICE_HARD)
      g_ptr_array_add(facts, g_strconcat("breaks a hard rule: ", finding->text, NULL));
    else if (finding->violation * finding->price > 0)
      g_ptr_array_add(facts, g_strdup_printf("costs %" G_GINT64_FORMAT ": %s",
                                             finding->violation * finding->price, finding->text));
  }
}

GPtrArray *facts_of_work(const struct problem *problem, const struct assignment *item)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func(g_free);
  add_lock(facts, problem, item);
  add_event(facts, problem, item);
  add_lines(facts, problem, item);
  add_rules(facts, problem, item);
  add_pcn(facts, problem, item);
  return facts;
}

GPtrArray *facts_of(const struct assessment *assessment, const struct assignment *item)
{
  GPtrArray *facts = facts_of_work(assessment->problem, item);
  add_wishes(facts, assessment->problem, item);
  add_findings(facts, assessment, item);
  return facts;
}
