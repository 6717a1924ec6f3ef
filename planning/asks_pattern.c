#include "planning/asks_pattern.h"

#include "model/audit.h"

#include <string.h>

/* Rules that see when somebody works, whatever the work and wherever. */
static bool is_on_hours(const struct rule_use *use)
{
  return use->hard && !use->scope.tasks && !use->scope.sites &&
         (strcmp(use->rule->name, "working_time") == 0 ||
          strcmp(use->rule->name, "consecutive") == 0);
}

/* Everybody works all of their pattern: at any work at all. */
static struct rota *whole_patterns(const struct problem *problem)
{
  const struct service *service = problem->service;
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      const struct slot *slot = &problem->month->slots[s];
      const struct assignment item = {c, s, 0, 0, false};
      if (slot->ordinary && clinician_works(service, c, slot->date, slot->block))
        g_array_append_val(items, item);
    }
  return rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
}

/* Of each person's findings the first is kept: one is enough to see what is wrong. */
static void tell(const struct audit *audit, const struct rule_use *use, struct asks_ledger *ledger)
{
  const struct clinician *people = audit->problem->service->clinicians;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    int clinician = finding->at.clinician;
    if (clinician != NONE && finding->violation > 0)
      asks_ledger_idle(ledger, people[clinician].where,
                       "'%s' can never work all of the pattern, by '%s': %s", people[clinician].id,
                       use->name, finding->text);
  }
}

static void look_at(const struct problem *problem, struct rule_use *use, struct asks_ledger *ledger)
{
  struct service service = *problem->service;
  struct month month = *problem->month;
  struct problem alone = *problem;
  month.history = (struct history){0};
  service.uses = use;
  service.n_uses = 1;
  alone.service = &service;
  alone.month = &month;
  struct rota *rota = whole_patterns(&alone);
  struct audit *audit = audit_new(&alone, rota);
  tell(audit, use, ledger);
  audit_free(audit);
  rota_free(rota);
}

void asks_pattern(const struct problem *problem, struct asks_ledger *ledger)
{
  for (int u = 0; u < problem->service->n_uses; u++) {
    struct rule_use use = problem->service->uses[u];
    if (is_on_hours(&use))
      look_at(problem, &use, ledger);
  }
}
