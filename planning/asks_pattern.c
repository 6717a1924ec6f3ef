#include "planning/asks_pattern.h"

#include "model/audit.h"
#include "planning/asks_people.h"

#include <string.h>

/* --- sessions that the service never has -------------------------------------------- */

/* Does the month have the session on any such day, for an event if for nothing else? */
static bool has_session(const struct month *month, int weekday, int block)
{
  for (int s = 0; s < month->n_slots; s++)
    if (month->slots[s].block == block && month->days[month->slots[s].day].weekday == weekday)
      return true;
  return false;
}

/* "sat am, sun am": what the pattern has and the service has not. */
static char *never_had(const struct problem *problem, const struct works *works)
{
  const struct service *service = problem->service;
  GString *out = g_string_new(NULL);
  for (int day = 0; day < WEEK_DAYS; day++)
    for (int b = 0; b < service->n_blocks; b++) {
      bool worked = false;
      for (int week = 0; week < works->n_weeks; week++)
        worked = worked || works->weeks[week].blocks[day] >> b & 1;
      if (worked && !(service->week.blocks[day] >> b & 1) && !has_session(problem->month, day, b))
        g_string_append_printf(out, "%s%s %s", out->len > 0 ? ", " : "", date_weekday_names[day],
                               service->blocks[b].id);
    }
  return g_string_free(out, FALSE);
}

/* Whoever is here in the month with that post, by its pattern. */
static void look_at_post(const struct problem *problem, const struct post *post,
                         struct asks_ledger *ledger)
{
  g_autofree char *never = never_had(problem, &post->works);
  if (*never)
    asks_ledger_idle(ledger, post->works.where,
                     "'%s' works '%s' by this pattern, when the service is never open and no event "
                     "runs",
                     problem->service->clinicians[post->clinician].id, never);
  else
    asks_ledger_counts(ledger, post->works.where);
}

static void look_at_posts(const struct problem *problem, struct asks_ledger *ledger)
{
  const struct service *service = problem->service;
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct post *last = NULL;
    for (int d = 0; d < problem->month->n_days; d++) {
      int date = problem->month->days[d].date;
      const struct post *post = clinician_on(service, c, date);
      if (post == last || !clinician_employed(service, c, date))
        continue;
      look_at_post(problem, post, ledger);
      last = post;
    }
  }
}

/* --- what law and rules let be worked ------------------------------------------------ */

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

/* Of each person's findings the first is kept: one is enough to see what is wrong. Of whose pattern
 * is more than their contract nothing is said: it is what they can be asked for. */
static void tell(const struct audit *audit, const struct rule_use *use, struct asks_ledger *ledger)
{
  const struct clinician *people = audit->problem->service->clinicians;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    int clinician = finding->at.clinician;
    if (clinician != NONE && finding->violation > 0 &&
        !asks_offers_more(
            audit->problem->service,
            clinician_on(audit->problem->service, clinician, audit->problem->month->days[0].date)))
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
  look_at_posts(problem, ledger);
  for (int u = 0; u < problem->service->n_uses; u++) {
    struct rule_use use = problem->service->uses[u];
    if (is_on_hours(&use))
      look_at(problem, &use, ledger);
  }
}
