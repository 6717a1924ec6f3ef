#include "planning/asks_numbers.h"

#include "model/rule.h"
#include "model/waiting/capacity.h"

#include <string.h>

enum { WHOLE = 100 }; /* percent */

/* --- rules ----------------------------------------------------------------------- */

/* 80:20 is the usual way; of some people, or of some work, another may well be meant. */
static void look_at_ratio(const struct rule_use *use, struct diagnostics *out)
{
  int generalist = rule_use_value(use, "generalist"),
      specialist = rule_use_value(use, "specialist");
  int within = rule_use_value(use, "within"), both = generalist + specialist;
  const struct scope *scope = &use->scope;
  if (specialist > generalist && !scope->posts && !scope->tasks && !scope->sites)
    diagnostics_warning(out, use->where,
                        "%d:%d asks the whole service for more specialist than generalist work; "
                        "is it the other way round?",
                        generalist, specialist);
  if (within * both >= WHOLE * MAX(generalist, specialist))
    diagnostics_warning(
        out, use->where,
        "no rota is ever more than %d points off %d:%d, so nothing is asked by this", within,
        generalist, specialist);
}

static void look_at_share(const struct rule_use *use, struct diagnostics *out)
{
  if (rule_use_value(use, "share") >= WHOLE)
    diagnostics_warning(out, use->where,
                        "a share of %d%% leaves those meant by this no time for anything else",
                        rule_use_value(use, "share"));
}

static void look_at_uses(const struct service *service, struct diagnostics *out)
{
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (!use->where.file || (!use->hard && use->weight == 0))
      continue;
    if (strcmp(use->rule->name, "ratio") == 0)
      look_at_ratio(use, out);
    else if (strcmp(use->rule->name, "support_time") == 0)
      look_at_share(use, out);
  }
}

/* --- prices and points --------------------------------------------------------------- */

static void look_at_prices(const struct service *service, struct diagnostics *out)
{
  for (int d = 0; d < service->n_demands; d++) {
    const struct demand *line = &service->demands[d];
    if (line->need > 0 && line->price_need == 0 && !line->hard)
      diagnostics_warning(out, line->where,
                          "at a price of 0 nobody need be there: 'need' asks for "
                          "nothing");
    if (line->target > line->need && line->price_target == 0)
      diagnostics_warning(out, line->where,
                          "at a price of 0 nobody more need be there: 'target' asks for nothing");
  }
}

static void look_at_points(const struct criteria *criteria, struct diagnostics *out)
{
  if (criteria->request_points == 0 && criteria->most_session_requests != 0)
    diagnostics_warning(out, criteria->where_requests,
                        "at 0 points nothing comes of any session that is asked for");
}

/* --- the waiting list ------------------------------------------------------------------ */

static void look_at_all(double share, const char *name, const struct waiting_list *list,
                        struct diagnostics *out)
{
  if (share >= 1)
    diagnostics_warning(out, list->where, "'%s: 1' is all of them; 1%% is written 0.01", name);
}

/* What nobody is asked for by, or sees nobody. */
static void look_at_contacts(const struct service *service, struct diagnostics *out)
{
  const struct waiting_list *list = service->waiting_list;
  bool calls = capacity_is_offered(service, CAPACITY_CALL);
  int kind = vocabulary_find(&service->slot_kinds, capacity_kind_names[CAPACITY_CALL]);
  if (list->calls_settled > 0 && !calls)
    diagnostics_warning(out, list->where,
                        "no task has slots of kind 'call': 'calls' settles nobody");
  if (list->calls_settled <= 0 && kind != NONE)
    diagnostics_warning(out, list->where,
                        "tasks have slots of kind 'call', but no share of those called is settled "
                        "('calls'): to the waiting list they are nothing");
  if (list->lost_fcp > 0 && !capacity_is_offered(service, CAPACITY_FCP))
    diagnostics_warning(out, list->where,
                        "no task has slots of kind 'fcp': 'lost_fcp' is a share of nothing");
}

static void look_at_list(const struct waiting_list *list, struct diagnostics *out)
{
  int people = 0;
  for (int class = 0; class < WAITING_CLASSES; class ++)
    people += waiting_size(list, class);
  if (list->population > 0 && people > list->population)
    diagnostics_warning(out, list->where, "%d people wait, more than the %d who are served", people,
                        list->population);
  look_at_all(list->removals, "removals", list, out);
  look_at_all(list->dna_new, "new", list, out);
  look_at_all(list->sickness, "sickness", list, out);
  look_at_all(list->dna_follow_up, "follow_up", list, out);
}

void asks_numbers(const struct service *service, struct diagnostics *out)
{
  look_at_uses(service, out);
  look_at_prices(service, out);
  look_at_points(&service->criteria, out);
  for (int i = 0; i < service->n_special; i++)
    look_at_points(&service->special[i], out);
  if (!service->waiting_list)
    return;
  look_at_list(service->waiting_list, out);
  look_at_contacts(service, out);
}
