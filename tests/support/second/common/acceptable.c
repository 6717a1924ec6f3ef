/* How acceptable a rota is to one person: section 7, and what section 6 says of negative
 * wishes. */
#include "tests/support/second/second.h"

#include <string.h>

/* --- negative wishes ------------------------------------------------------------- */

static bool is_negative(const struct second *second, int level, bool firm)
{
  const struct levels *levels = &second->service->levels;
  return level >= levels->wished && (!firm || level == levels->count - 1);
}

/* Does the assignment go against the request? */
static bool is_against(const struct second *second, const struct session_request *request,
                       const struct assignment *item)
{
  return second_speaks(second, request, item->slot) &&
         (request->off || ((request->task == NONE || request->task == item->task) &&
                           (request->site == NONE || request->site == item->site)));
}

/* One wish: a site, a task or a person, or a request; the others NULL. */
struct wished {
  const struct wish *site, *task, *person;
  const struct session_request *request;
};

static bool has_candidate_at(const struct second *second, int clinician, int slot, int site)
{
  bool out = false;
  for (int t = 0; t < second->service->n_tasks; t++)
    out |= second_candidate(second, &(struct assignment){clinician, slot, t, site, false});
  return out;
}

/* Would that piece of work go against the wish, whoever else is there? */
static bool could_go_against(const struct second *second, const struct wished *wished,
                             const struct assignment *item)
{
  if (wished->site)
    return item->site == wished->site->item;
  if (wished->task)
    return item->task == wished->task->item;
  if (wished->person)
    return !second->service->sites[item->site].remote &&
           has_candidate_at(second, wished->person->item, item->slot, item->site);
  return is_against(second, wished->request, item);
}

static bool can_be_broken(const struct second *second, const struct wished *wished, int clinician,
                          int slot)
{
  for (int t = 0; t < second->service->n_tasks; t++)
    for (int p = 0; p < second->service->n_sites; p++) {
      struct assignment item = {clinician, slot, t, p, false};
      if (second_candidate(second, &item) && could_go_against(second, wished, &item))
        return true;
    }
  return false;
}

static bool is_broken(const struct second *second, const struct wished *wished, int clinician,
                      int slot)
{
  for (int p = 0; wished->person && p < second->service->n_sites; p++)
    if (second_meets(second, clinician, wished->person->item, slot, p))
      return true;
  for (int i = second->of[clinician]; !wished->person && i < second->of[clinician + 1]; i++)
    if (second->items[i].slot == slot && could_go_against(second, wished, &second->items[i]))
      return true;
  return false;
}

static void add_wish(const struct second *second, const struct wished *wished, int clinician,
                     struct second_avoided *sum)
{
  bool kept = true;
  for (int s = 0; s < second->n_slots; s++) {
    bool broken = is_broken(second, wished, clinician, s);
    kept &= !broken;
    if (broken || can_be_broken(second, wished, clinician, s)) {
      sum->sessions += 1;
      sum->sessions_met += broken ? 0 : 1;
    }
  }
  sum->asked += 1;
  sum->met += kept ? 1 : 0;
}

struct second_avoided second_avoided_by(const struct second *second, int clinician, bool firm)
{
  struct second_avoided out = {0, 0, 0, 0};
  const struct preferences *file = second_preferences_of(second, clinician);
  for (int w = 0; file && w < file->n_sites; w++)
    if (is_negative(second, file->sites[w].level, firm))
      add_wish(second, &(struct wished){.site = &file->sites[w]}, clinician, &out);
  for (int w = 0; file && w < file->n_tasks; w++)
    if (is_negative(second, file->tasks[w].level, firm))
      add_wish(second, &(struct wished){.task = &file->tasks[w]}, clinician, &out);
  for (int w = 0; file && w < file->n_people; w++)
    if (is_negative(second, file->people[w].level, firm))
      add_wish(second, &(struct wished){.person = &file->people[w]}, clinician, &out);
  for (int r = 0; file && r < file->n_requests; r++) {
    const struct session_request *request = &file->requests[r];
    bool counts =
        request->off ? !firm || request->level == 0 : is_negative(second, request->level, firm);
    if (counts && second_sessions_of(second, clinician, request) > 0)
      add_wish(second, &(struct wished){.request = request}, clinician, &out);
  }
  return out;
}

/* --- days -------------------------------------------------------------------------- */

enum { FURTHEST_BACK = 63 };

static bool works_in(const struct second *second, int clinician, int slot)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->items[i].slot == slot)
      return true;
  return false;
}

/* Three slots of the day: worked, the person's and not worked, worked. */
static bool has_hole(const struct second *second, int clinician, int day)
{
  for (int a = 0; a < second->n_slots; a++)
    for (int b = a + 1; b < second->n_slots; b++)
      for (int c = b + 1; c < second->n_slots; c++)
        if (second->slots[a].day == day && second->slots[c].day == day &&
            works_in(second, clinician, a) && !works_in(second, clinician, b) &&
            works_in(second, clinician, c) && second_present(second, clinician, b))
          return true;
  return false;
}

static int way(const struct second *second, int clinician, int from, int to)
{
  const struct service *service = second->service;
  int own = service->clinicians[clinician].home_minutes;
  if (from == to || (service->sites[from].remote && service->sites[to].remote))
    return 0;
  if (service->sites[from].remote || service->sites[to].remote)
    return own == NONE ? service->home_minutes : own;
  return (service->clinicians[clinician].drives
              ? service->travel_minutes
              : service->travel_minutes_without_car)[from * service->n_sites + to];
}

static bool is_before(const struct assignment *a, const struct assignment *b)
{
  if (a->slot != b->slot)
    return a->slot < b->slot;
  return a->task != b->task ? a->task < b->task : a->site < b->site;
}

static bool cant_be_in_time(const struct second *second, const struct assignment *item)
{
  for (int i = second->of[item->clinician]; i < second->of[item->clinician + 1]; i++) {
    const struct assignment *other = &second->items[i];
    int minutes = way(second, item->clinician, other->site, item->site);
    if (second->slots[other->slot].day == second->slots[item->slot].day && is_before(other, item) &&
        minutes > 0 && minutes > second->slots[item->slot].from - second->slots[other->slot].to)
      return true;
  }
  return false;
}

static bool is_supporting(const struct second *second, int task)
{
  for (int u = 0; u < second->service->n_uses; u++)
    if (strcmp(second->service->uses[u].rule->name, "support_time") == 0 &&
        second_task(&second->service->uses[u], task))
      return true;
  return false;
}

/* What one day adds. */
static void add_day(const struct second *second, int clinician, int day, struct second_days *sum)
{
  int ends[] = {12 * 60, 17 * 60}, support[3] = {0}, other[3] = {0}, items = 0;
  bool split = false;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct assignment *item = &second->items[i];
    int part = 0;
    if (second->slots[item->slot].day != day)
      continue;
    items++;
    while (part < 2 && second->slots[item->slot].from >= ends[part])
      part++;
    *(is_supporting(second, item->task) ? &support[part] : &other[part]) += 1;
    if (is_supporting(second, item->task))
      sum->support_minutes += second->slots[item->slot].minutes;
    sum->without_time += cant_be_in_time(second, item) ? 1 : 0;
    for (int j = second->of[clinician]; j < second->of[clinician + 1]; j++)
      split |= second->slots[second->items[j].slot].day == day &&
               second->items[j].site != item->site && !second->service->sites[item->site].remote &&
               !second->service->sites[second->items[j].site].remote;
  }
  bool whole[3];
  for (int part = 0; part < 3; part++) {
    whole[part] = support[part] > 0 && other[part] == 0;
    sum->support_parts += support[part] > 0 && other[part] > 0 ? 1 : 0;
  }
  bool all_day = whole[0] && whole[1];
  sum->support_days += all_day ? 1 : 0;
  sum->support_halves += (all_day ? 0 : whole[0] + whole[1]) + whole[2];
  sum->days += items > 0 ? 1 : 0;
  sum->split += split ? 1 : 0;
  sum->holes += has_hole(second, clinician, day) ? 1 : 0;
}

static bool works_on(const struct second *second, int clinician, int date)
{
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date == date)
      return true;
  for (int s = 0; s < second->n_slots; s++)
    if (second->days[second->slots[s].day].date == date && works_in(second, clinician, s))
      return true;
  return false;
}

struct second_days second_days_of(const struct second *second, int clinician)
{
  struct second_days out = {0};
  for (int u = 0; u < second->service->n_uses; u++) {
    const struct rule_use *use = &second->service->uses[u];
    if (strcmp(use->rule->name, "support_time") == 0 && second_who(second, use, clinician))
      out.support_asked +=
          (int)(second_value(use, "share") * second_contract(second, use, clinician) / 100);
  }
  for (int day = 0; day < second->n_days; day++)
    add_day(second, clinician, day, &out);
  for (int last = second->first; last <= second->last; last++) {
    int run = 0;
    while (last - run >= second->first - FURTHEST_BACK && works_on(second, clinician, last - run))
      run++;
    out.in_a_row = MAX(out.in_a_row, run);
  }
  return out;
}
