#include "planning/asks_sessions.h"

#include "planning/asks_hours.h"
#include "planning/asks_named.h"

#include <string.h>

/* Are the days of the pattern named, so that they differ, or only sessions of every day? */
static bool names_days(const struct pattern *when)
{
  for (int day = 1; day < WEEK_DAYS; day++)
    if (when->blocks[day] != when->blocks[0])
      return true;
  return false;
}

static bool is_all_day(const struct pattern *when, int day)
{
  return when->blocks[day] == 0xff;
}

/* What a line says of a session: a day alone means those of its sessions that there are. */
static bool is_named(const struct pattern *when, int day, int block)
{
  return !is_all_day(when, day) && when->blocks[day] >> block & 1;
}

/* Where the work of a line is done, in a week of the service. */
struct scene {
  const struct service *service;
  const bool *sites;
};

/* Could something come of the session: is a site open in it, or, as is told of with its hours,
 * for the better part of it? */
static bool is_had(const struct scene *scene, int day, int block)
{
  if (!(scene->service->week.blocks[day] >> block & 1))
    return false;
  for (int s = 0; s < scene->service->n_sites; s++)
    if (scene->sites[s] && asks_hours_hold_half(scene->service, s, day, block))
      return true;
  return false;
}

static bool is_day_had(const struct scene *scene, const struct pattern *when, int day)
{
  for (int b = 0; b < scene->service->n_blocks; b++)
    if (when->blocks[day] >> b & 1 && is_had(scene, day, b))
      return true;
  return false;
}

static void append(GString *out, const char *day, const char *block)
{
  g_string_append_printf(out, "%s%s%s%s", out->len > 0 ? ", " : "", day, block[0] ? " " : "",
                         block);
}

/* "am pm", of every day and not all that there is: a block that no day has is named as it is. */
static void append_lost_blocks(GString *out, const struct scene *scene, const struct pattern *when)
{
  for (int b = 0; b < scene->service->n_blocks; b++) {
    bool asked = false, had = false;
    for (int day = 0; day < WEEK_DAYS; day++) {
      asked = asked || (!is_all_day(when, day) && when->blocks[day] >> b & 1 &&
                        scene->service->week.blocks[day] >> b & 1);
      had = had || is_had(scene, day, b);
    }
    if (asked && !had)
      append(out, scene->service->blocks[b].id, "");
  }
}

/* Of a day on which the service is not open in what is named, the day; otherwise its sessions.
 * A session that other days have, and this one has not, came with them: "mon-fri am eve". */
static void append_lost(GString *out, const struct scene *scene, const struct pattern *when,
                        int day)
{
  const struct service *service = scene->service;
  if (when->blocks[day] && !is_day_had(scene, when, day)) {
    append(out, date_weekday_names[day], "");
    return;
  }
  for (int b = 0; b < service->n_blocks; b++)
    if (is_named(when, day, b) && service->week.blocks[day] >> b & 1 && !is_had(scene, day, b))
      append(out, date_weekday_names[day], service->blocks[b].id);
}

static bool is_any_had(const struct scene *scene, const struct pattern *when)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    if (is_day_had(scene, when, day))
      return true;
  return false;
}

static void look_at(const struct scene *scene, const struct pattern *when, struct where where,
                    struct diagnostics *out)
{
  g_autoptr(GString) lost = g_string_new(NULL);
  if (!is_any_had(scene, when))
    return;
  if (names_days(when))
    for (int day = 0; day < WEEK_DAYS; day++)
      append_lost(lost, scene, when, day);
  else
    append_lost_blocks(lost, scene, when);
  if (lost->len > 0)
    diagnostics_warning(out, where, "nothing comes of '%s' here: no site of this is open then",
                        lost->str);
}

/* --- lines of demand, and rules ------------------------------------------------- */

static void look_at_line(const struct problem *problem, const struct demand *line,
                         struct diagnostics *out)
{
  const struct service *service = problem->service;
  g_autofree bool *sites = g_new0(bool, (gsize)service->n_sites + 1);
  for (int site = 0; site < service->n_sites; site++)
    sites[site] = demand_has_site(service, line, site);
  const struct scene scene = {service, sites};
  if (line->event == NONE)
    look_at(&scene, &line->when, line->where, out);
}

static bool asks_for_cover(const struct rule_use *use)
{
  static const char *const rules[] = {"capacity_floor", "duty_cover", "fcp_cover"};
  for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
    if (strcmp(use->rule->name, rules[i]) == 0)
      return use->where.file;
  return false;
}

static void look_at_use(const struct problem *problem, const struct rule_use *use,
                        struct diagnostics *out)
{
  const struct service *service = problem->service;
  g_autofree bool *sites = g_new0(bool, (gsize)service->n_sites + 1);
  const struct scene scene = {service, sites};
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++)
      sites[s] = sites[s] || (service->tasks[t].at[s] && scope_has_task(&use->scope, t) &&
                              scope_has_site(&use->scope, s));
  look_at(&scene, &use->scope.when, use->where, out);
}

/* --- arrangements ---------------------------------------------------------------- */

/* What is agreed leaves something that the person can do in the slot, by hours, skills and where
 * they are sent. */
static bool leaves_work(const struct problem *problem, int clinician,
                        const struct arrangement *agreed, int slot)
{
  const struct service *service = problem->service;
  const struct slot *at = &problem->month->slots[slot];
  const struct post *post = clinician_on(service, clinician, at->date);
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++)
      if ((!agreed->tasks || agreed->tasks[t]) && (!agreed->sites || agreed->sites[s]) &&
          service->tasks[t].at[s] && post->sites[s] &&
          asks_hours_hold_half(service, s, problem->month->days[at->day].weekday, at->block) &&
          clinician_can(service, clinician, t, at->date))
        return true;
  return false;
}

/* Where somebody is to be, or what to do, and nothing else may be done. */
static void look_at_arrangement(const struct problem *problem, int clinician,
                                const struct arrangement *agreed, struct diagnostics *out)
{
  const struct service *service = problem->service;
  const struct month *month = problem->month;
  g_autoptr(GString) lost = g_string_new(NULL);
  bool any = false, works = false;
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *at = &month->slots[s];
    const char *day = date_weekday_names[month->days[at->day].weekday];
    if (!at->ordinary || !pattern_has(&agreed->when, at->date, at->block))
      continue;
    any = true;
    if (!month_works(month, service, clinician, s))
      continue;
    works = true;
    g_autofree char *session = g_strdup_printf("%s %s", day, service->blocks[at->block].id);
    if (!leaves_work(problem, clinician, agreed, s) && !strstr(lost->str, session))
      append(lost, day, service->blocks[at->block].id);
  }
  const char *id = service->clinicians[clinician].id;
  if (any && !works)
    diagnostics_warning(out, agreed->where, "nothing comes of this: '%s' never works then", id);
  if (lost->len > 0)
    diagnostics_warning(
        out, agreed->where,
        "'%s' can do nothing on '%s': this leaves no work for which a site is open, "
        "and to which they may be sent and able",
        id, lost->str);
}

/* Would the two leave nothing of the task at the site? Never there, or only elsewhere. */
static bool leaves(const struct arrangement *agreed, int task, int site)
{
  bool in = (!agreed->tasks || agreed->tasks[task]) && (!agreed->sites || agreed->sites[site]);
  return agreed->never ? !in : in;
}

static bool leave_work(const struct problem *problem, int clinician,
                       const struct arrangement *const agreed[2], int slot)
{
  const struct service *service = problem->service;
  const struct slot *at = &problem->month->slots[slot];
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++)
      if (leaves(agreed[0], t, s) && leaves(agreed[1], t, s) && service->tasks[t].at[s] &&
          clinician_on(service, clinician, at->date)->sites[s] &&
          clinician_can(service, clinician, t, at->date))
        return true;
  return false;
}

/* Two that can each be kept, and not both, in a session that the person works. */
static void look_at_both(const struct problem *problem, int clinician,
                         const struct arrangement *const agreed[2], struct diagnostics *out)
{
  const struct month *month = problem->month;
  const struct service *service = problem->service;
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *at = &month->slots[s];
    const struct arrangement *const first[] = {agreed[0], agreed[0]};
    const struct arrangement *const second[] = {agreed[1], agreed[1]};
    if (!at->ordinary || !pattern_has(&agreed[0]->when, at->date, at->block) ||
        !pattern_has(&agreed[1]->when, at->date, at->block) ||
        !month_works(month, service, clinician, s) ||
        (!agreed[0]->never && !leave_work(problem, clinician, first, s)) ||
        (!agreed[1]->never && !leave_work(problem, clinician, second, s)) ||
        leave_work(problem, clinician, agreed, s))
      continue;
    diagnostics_warning(
        out, agreed[1]->where, "with what %s:%d says, this leaves '%s' nothing to do on '%s %s'",
        agreed[0]->where.file, agreed[0]->where.line, service->clinicians[clinician].id,
        date_weekday_names[month->days[at->day].weekday], service->blocks[at->block].id);
    return;
  }
}

static void look_at_person(const struct problem *problem, int clinician, struct diagnostics *out)
{
  const struct clinician *person = &problem->service->clinicians[clinician];
  for (int i = 0; i < person->n_arrangements; i++)
    if (!person->arrangements[i].never)
      look_at_arrangement(problem, clinician, &person->arrangements[i], out);
  for (int i = 0; i < person->n_arrangements; i++)
    for (int j = i + 1; j < person->n_arrangements; j++) {
      const struct arrangement *const both[] = {&person->arrangements[i], &person->arrangements[j]};
      if (!both[0]->never || !both[1]->never)
        look_at_both(problem, clinician, both, out);
    }
}

void asks_sessions(const struct problem *problem, struct diagnostics *out)
{
  char text[64];
  for (int d = 0; d < problem->n_demands; d++)
    look_at_line(problem, &problem->demands[d], out);
  for (int u = 0; u < problem->service->n_uses; u++)
    if (asks_for_cover(&problem->service->uses[u]))
      look_at_use(problem, &problem->service->uses[u], out);
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (!asks_absence_in_month(problem, c, text))
      look_at_person(problem, c, out);
}
