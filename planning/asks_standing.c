#include "planning/asks_standing.h"

#include "model/rule.h"
#include "model/waiting/waiting.h"

#include <string.h>

/* Journeys that nobody makes which are named; the rest are counted, for whoever keeps a table
 * of all of them has many. */
enum { NAMED_MOST = 3 };

/* Does somebody with this post hold the task's skill at any date, or train for it, and its band? */
static bool could_ever(const struct service *service, const struct post *post, int task)
{
  const struct task *work = &service->tasks[task];
  if (post->band < work->min_band)
    return false;
  for (int i = 0; i < post->n_skills; i++)
    if (post->skills[i].skill == work->skill &&
        (post->skills[i].trainee || post->skills[i].stage >= work->min_stage))
      return true;
  return work->skill == NONE;
}

static bool could_work_at(const struct service *service, const struct post *post, int site)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (service->tasks[t].at[site] && could_ever(service, post, t))
      return post->sites[site];
  return false;
}

static bool could_anybody(const struct service *service, int task)
{
  for (int p = 0; p < service->n_posts; p++)
    for (int s = 0; s < service->n_sites && could_ever(service, &service->posts[p], task); s++)
      if (service->tasks[task].at[s] && service->posts[p].sites[s])
        return true;
  return false;
}

static void look_at_tasks(const struct service *service, struct diagnostics *out)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (!could_anybody(service, t))
      diagnostics_warning(out, service->tasks[t].where,
                          "nobody who may be sent to where it is done can do '%s'",
                          service->tasks[t].id);
}

static void look_at_sites(const struct service *service, struct diagnostics *out)
{
  for (int s = 0; s < service->n_sites; s++) {
    bool has_task = false, has_person = false;
    for (int t = 0; t < service->n_tasks; t++)
      has_task = has_task || service->tasks[t].at[s];
    for (int p = 0; p < service->n_posts; p++)
      has_person = has_person || could_work_at(service, &service->posts[p], s);
    if (!has_task)
      diagnostics_warning(out, service->sites[s].where, "no task is done at '%s'",
                          service->sites[s].id);
    else if (!has_person)
      diagnostics_warning(out, service->sites[s].where,
                          "nobody who may be sent to '%s' can do what is done there",
                          service->sites[s].id);
  }
}

/* --- journeys ---------------------------------------------------------------- */

static bool makes_anybody(const struct service *service, int from, int to)
{
  for (int p = 0; p < service->n_posts; p++)
    if (could_work_at(service, &service->posts[p], from) &&
        could_work_at(service, &service->posts[p], to))
      return true;
  return false;
}

static void look_at_journey(const struct service *service, int from, int to, struct where where,
                            struct diagnostics *out)
{
  const struct site *a = &service->sites[from], *b = &service->sites[to];
  if (a->remote || b->remote)
    diagnostics_warning(out, where, "nobody travels to or from '%s', which is remote",
                        a->remote ? a->id : b->id);
  else
    diagnostics_warning(out, where, "nobody works at both '%s' and '%s'", a->id, b->id);
}

static bool has_row(const struct service *service, int from, int to)
{
  return service->travel_rows[from * service->n_sites + to].line > 0;
}

static bool is_in_table(const struct service *service, int site)
{
  for (int other = 0; other < service->n_sites; other++)
    if (has_row(service, site, other) || has_row(service, other, site))
      return true;
  return false;
}

/* Does the table say how far it is between any two of the sites in it, three or more? Then it is
 * of all of them, whoever goes there. */
static bool is_full_table(const struct service *service)
{
  int sites = 0;
  for (int from = 0; from < service->n_sites; from++) {
    if (!is_in_table(service, from))
      continue;
    sites++;
    for (int to = from + 1; to < service->n_sites; to++)
      if (is_in_table(service, to) && !has_row(service, from, to) && !has_row(service, to, from))
        return false;
  }
  return sites > 2;
}

static void look_at_travel(const struct service *service, struct diagnostics *out)
{
  int idle = 0;
  struct where last = {NULL, 0, 0};
  if (is_full_table(service))
    return;
  for (int from = 0; from < service->n_sites; from++)
    for (int to = 0; to < service->n_sites; to++) {
      struct where where = service->travel_rows[from * service->n_sites + to];
      bool still = service->sites[from].remote || service->sites[to].remote;
      if (!where.line || (!still && makes_anybody(service, from, to)))
        continue;
      last = where;
      if (idle++ < NAMED_MOST)
        look_at_journey(service, from, to, where, out);
    }
  if (idle > NAMED_MOST)
    diagnostics_warning(out, last,
                        "one of %d journeys that nobody makes, of which the first %d are named",
                        idle, NAMED_MOST);
}

/* --- skills and contacts ----------------------------------------------------- */

static bool is_gone_by(const struct service *service, int skill)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (service->tasks[t].skill == skill)
      return true;
  return service->skills_named && service->skills_named[skill];
}

static void look_at_skills(const struct service *service, struct diagnostics *out)
{
  for (int p = 0; p < service->n_posts; p++)
    for (int i = 0; i < service->posts[p].n_skills; i++) {
      const struct skill_held *held = &service->posts[p].skills[i];
      if (!is_gone_by(service, held->skill))
        diagnostics_warning(out, held->where, "no task takes the skill '%s', and no 'who' names it",
                            service->skills.words[held->skill]);
    }
}

/* Contacts of all kinds, so that calls are counted too? */
static bool counts_calls(const struct rule_use *use, int task)
{
  if (strcmp(use->rule->name, "capacity_floor") != 0 || !scope_has_task(&use->scope, task))
    return false;
  for (int p = 0; p < use->rule->n_params; p++)
    if (use->rule->params[p].kind == PARAM_CONTACTS && use->sets[p])
      return false;
  return true;
}

static void look_at_contacts(const struct service *service, struct diagnostics *out)
{
  for (int t = 0; t < service->n_tasks; t++) {
    bool counted = service->tasks[t].minutes_per_contact == 0 ||
                   (service->waiting_list && service->waiting_list->calls_settled > 0);
    for (int u = 0; u < service->n_uses && !counted; u++)
      counted = counts_calls(&service->uses[u], t);
    if (!counted)
      diagnostics_warning(out, service->tasks[t].where,
                          "nothing counts the contacts of '%s' by 'minutes_per_contact': no "
                          "'capacity_floor' without 'contacts' is about it",
                          service->tasks[t].id);
  }
}

void asks_standing(const struct service *service, struct diagnostics *out)
{
  look_at_tasks(service, out);
  look_at_sites(service, out);
  look_at_travel(service, out);
  look_at_skills(service, out);
  look_at_contacts(service, out);
}
