/* How acceptable a rota is: what docs/model.md, section 7, counts for each person and PCN. */
#include "planning/assess_parts.h"

#include "model/contract.h"
#include "model/workdays.h"

enum { NOON = 12 * 60, EVENING_FROM = 17 * 60 };
enum { MORNING, AFTERNOON, EVENING, DAY_PARTS };

/* --- one person's day --------------------------------------------------------- */

/* One day of a clinician in the rota: its assignments, in order of slot. */
struct day_worked {
  const struct assignment *items;
  int count;
};

static struct day_worked day_of(const struct assessment *assessment, int clinician,
                                const struct day *day)
{
  const struct rota *rota = assessment->rota;
  const int *cell = rota->cell + clinician * rota->n_slots + day->first_slot;
  return (struct day_worked){rota->items + cell[0], cell[day->n_slots] - cell[0]};
}

/* Is a session of the person's pattern left unworked between two that are worked? */
static bool has_hole(const struct problem *problem, const struct day_worked *worked)
{
  for (int i = 1; i < worked->count; i++)
    for (int s = worked->items[i - 1].slot + 1; s < worked->items[i].slot; s++)
      if (problem_present(problem, worked->items[i].clinician, s))
        return true;
  return false;
}

static bool is_split(const struct problem *problem, const struct day_worked *worked)
{
  int place = NONE;
  for (int i = 0; i < worked->count; i++) {
    int site = worked->items[i].site;
    if (problem->service->sites[site].remote)
      continue;
    if (place != NONE && place != site)
      return true;
    place = site;
  }
  return false;
}

/* Is the way between the two longer than the time between them? */
static bool too_far(const struct problem *problem, const struct assignment *from,
                    const struct assignment *to)
{
  const struct block *blocks = problem->service->blocks;
  const struct slot *slots = problem->month->slots;
  int minutes =
      blocks[slots[to->slot].block].from_minute - blocks[slots[from->slot].block].to_minute;
  int way = service_travel_minutes(problem->service, to->clinician, from->site, to->site);
  return way > 0 && way > minutes;
}

static int moves_without_time(const struct problem *problem, const struct day_worked *worked)
{
  int out = 0;
  for (int i = 1; i < worked->count; i++) {
    bool late = false;
    for (int j = 0; j < i; j++)
      late = late || too_far(problem, &worked->items[j], &worked->items[i]);
    out += late;
  }
  return out;
}

/* Of which tasks is supporting time made? Those that a use of support_time names. */
static bool *support_tasks(const struct service *service)
{
  const struct rule *rule = rule_find("support_time");
  bool *out = g_new0(bool, (gsize)service->n_tasks + 1);
  for (int u = 0; u < service->n_uses; u++)
    for (int t = 0; service->uses[u].rule == rule && t < service->n_tasks; t++)
      out[t] = out[t] || scope_has_task(&service->uses[u].scope, t);
  return out;
}

static int part_of_day(const struct problem *problem, int slot)
{
  int from = problem->service->blocks[problem->month->slots[slot].block].from_minute;
  return from < NOON ? MORNING : from < EVENING_FROM ? AFTERNOON : EVENING;
}

static void add_support(const struct problem *problem, const struct day_worked *worked,
                        const bool *support, struct acceptability *out)
{
  int supporting[DAY_PARTS] = {0}, other[DAY_PARTS] = {0}, whole = 0;
  for (int i = 0; i < worked->count; i++) {
    const struct assignment *item = &worked->items[i];
    int part = part_of_day(problem, item->slot);
    ++*(support[item->task] ? &supporting[part] : &other[part]);
    out->support_minutes += support[item->task] ? problem->month->slots[item->slot].minutes : 0;
  }
  for (int part = 0; part < DAY_PARTS; part++) {
    whole += part != EVENING && supporting[part] && !other[part];
    out->support_halves += supporting[part] && !other[part];
    out->support_parts += supporting[part] && other[part];
  }
  if (whole == 2) {
    out->support_days++;
    out->support_halves -= 2;
  }
}

/* What the uses of support_time ask for of the person. */
static int support_asked(const struct problem *problem, int clinician)
{
  const struct rule *rule = rule_find("support_time");
  int64_t out = 0;
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (use->rule == rule && scope_has_clinician(&use->scope, problem, clinician))
      out += (int64_t)contract_minutes(problem, clinician, &use->scope) *
             rule_use_value(use, "share") / 100;
  }
  return (int)out;
}

/* --- one person's month ------------------------------------------------------- */

/* Working days in a row, of which one at least is in the month. */
static int days_in_a_row(const struct audit *audit, int clinician)
{
  const struct scope all = {.when = pattern_always()};
  struct workdays days = workdays_read(audit, &all, clinician);
  int out = 0, run = 0;
  for (int day = -WORKDAYS_PAST; day < days.n_days; day++) {
    run = workdays_has(&days, day) ? run + 1 : 0;
    if (day >= 0)
      out = MAX(out, run);
  }
  return out;
}

static struct acceptability of_person(const struct assessment *assessment, int clinician,
                                      const bool *support)
{
  const struct problem *problem = assessment->problem;
  struct acceptability out = {.days_in_a_row = days_in_a_row(assessment->audit, clinician),
                              .support_asked_minutes = support_asked(problem, clinician),
                              .avoided = avoidance_of(problem, assessment->rota, clinician, false),
                              .firmly_avoided =
                                  avoidance_of(problem, assessment->rota, clinician, true)};
  for (int d = 0; d < problem->month->n_days; d++) {
    const struct day *day = &problem->month->days[d];
    if (day->n_slots == 0)
      continue;
    struct day_worked worked = day_of(assessment, clinician, day);
    out.days += worked.count > 0;
    out.hole_days += has_hole(problem, &worked);
    out.split_days += is_split(problem, &worked);
    out.moves_without_time += moves_without_time(problem, &worked);
    add_support(problem, &worked, support, &out);
  }
  return out;
}

static void add_person(struct acceptability *sum, const struct acceptability *person)
{
  sum->days += person->days;
  sum->hole_days += person->hole_days;
  sum->split_days += person->split_days;
  sum->moves_without_time += person->moves_without_time;
  sum->days_in_a_row = MAX(sum->days_in_a_row, person->days_in_a_row);
  sum->support_days += person->support_days;
  sum->support_halves += person->support_halves;
  sum->support_parts += person->support_parts;
  sum->support_minutes += person->support_minutes;
  sum->support_asked_minutes += person->support_asked_minutes;
  avoidance_add(&sum->avoided, &person->avoided);
  avoidance_add(&sum->firmly_avoided, &person->firmly_avoided);
}

/* --- PCNs --------------------------------------------------------------------- */

static bool is_among(const int *clinicians, int count, int clinician)
{
  for (int i = 0; i < count; i++)
    if (clinicians[i] == clinician)
      return true;
  return false;
}

static int64_t hundredths(int64_t part, int64_t whole)
{
  return whole == 0 ? -1 : (20000 * part + whole) / (2 * whole);
}

static struct pcn_figures of_pcn(const struct assessment *assessment, int site)
{
  const struct problem *problem = assessment->problem;
  const struct pcn *pcn = problem->service->sites[site].pcn;
  struct pcn_figures out = {.site = site};
  g_autofree bool *met = g_new0(bool, (gsize)problem->service->n_clinicians + 1);
  for (int i = 0; i < assessment->rota->count; i++) {
    const struct assignment *item = &assessment->rota->items[i];
    if (item->site != site || problem_is_event_work(problem, item->slot, item->task, site))
      continue;
    out.sessions++;
    out.named += is_among(pcn->named, pcn->n_named, item->clinician);
    out.deputies += is_among(pcn->deputies, pcn->n_deputies, item->clinician);
    out.people += !met[item->clinician];
    met[item->clinician] = true;
  }
  out.named_hundredths = pcn->n_named == 0 ? -1 : hundredths(out.named, out.sessions);
  return out;
}

static void assess_pcns(struct assessment *assessment)
{
  const struct service *service = assessment->problem->service;
  struct totals *totals = &assessment->totals;
  int sessions = 0, named = 0;
  assessment->pcns = g_array_new(FALSE, FALSE, sizeof(struct pcn_figures));
  for (int p = 0; p < service->n_sites; p++) {
    if (!service->sites[p].pcn)
      continue;
    struct pcn_figures pcn = of_pcn(assessment, p);
    bool has_named = service->sites[p].pcn->n_named > 0;
    sessions += has_named ? pcn.sessions : 0;
    named += pcn.named;
    totals->most_at_a_pcn = MAX(totals->most_at_a_pcn, pcn.people);
    g_array_append_val(assessment->pcns, pcn);
  }
  totals->named_hundredths = hundredths(named, sessions);
}

/* --- all of it ---------------------------------------------------------------- */

static struct avoidance_percent percent_of(const struct avoidance *avoided)
{
  return (struct avoidance_percent){
      avoided->asked ? 100 * avoided->met / avoided->asked : -1,
      avoided->sessions ? 100 * avoided->sessions_met / avoided->sessions : -1};
}

/* Is the person's generalist share as near as is asked? */
static bool is_near(const struct ratio_asked *ratio, const struct streams *streams)
{
  int64_t asked = ratio->generalist + ratio->specialist;
  int64_t all = streams->generalist_minutes + streams->specialist_minutes;
  int64_t off = asked * streams->generalist_minutes - ratio->generalist * all;
  return 100 * ABS(off) <= ratio->within * asked * all;
}

static int count_near(const struct assessment *assessment)
{
  const struct ratio_asked *ratio = &assessment->totals.person_ratio;
  int out = 0;
  if (ratio->generalist + ratio->specialist == 0)
    return -1;
  for (int i = 0; i < assessment->n_by_generalist; i++)
    out += is_near(ratio, &assessment->people[assessment->by_generalist[i]].streams);
  return out;
}

void assess_acceptability(struct assessment *assessment)
{
  const struct service *service = assessment->problem->service;
  struct totals *totals = &assessment->totals;
  struct acceptability *sum = &totals->acceptability;
  g_autofree bool *support = support_tasks(service);
  for (int c = 0; c < service->n_clinicians; c++) {
    assessment->people[c].acceptability = of_person(assessment, c, support);
    add_person(sum, &assessment->people[c].acceptability);
  }
  totals->split_hundredths = hundredths(sum->split_days, sum->days);
  totals->avoided_percent = percent_of(&sum->avoided);
  totals->firmly_avoided_percent = percent_of(&sum->firmly_avoided);
  totals->near_asked = count_near(assessment);
  assess_pcns(assessment);
  assessment->refusals = g_array_new(FALSE, FALSE, sizeof(struct refusal));
  for (int c = 0; c < assessment->problem->service->n_clinicians; c++)
    avoidance_refusals(assessment->problem, assessment->rota, c, assessment->refusals);
}
