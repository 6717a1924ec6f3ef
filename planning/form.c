#include "planning/form.h"

#include "model/satisfaction.h"
#include "model/ways.h"
#include "planning/asks_wishes.h"

static json_t *number_or_null(int number)
{
  return number == UNLIMITED ? json_null() : json_integer(number);
}

static json_t *date_json(int date)
{
  char text[DATE_TEXT_SIZE];
  return json_string(date_format(date, text));
}

/* Text that may hold anything a person wrote. */
static json_t *text_json(const char *text)
{
  json_t *out = json_string(text);
  return out ? out : json_string("");
}

static json_t *named(const char *id, const char *name)
{
  json_t *out = json_object();
  json_object_set_new(out, "id", json_string(id));
  json_object_set_new(out, "name", text_json(name));
  return out;
}

/* --- the calendar ------------------------------------------------------------ */

/* All that the person could be given in the session, as [task's id, site's id]. */
static json_t *work_json(const struct problem *problem, int clinician, int slot)
{
  const struct service *service = problem->service;
  json_t *out = json_array();
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++) {
    const struct assignment *work = &problem->candidates[i];
    json_array_append_new(
        out, json_pack("[s, s]", service->tasks[work->task].id, service->sites[work->site].id));
  }
  return out;
}

static json_t *session_json(const struct problem *problem, int clinician, int slot)
{
  const struct month *month = problem->month;
  json_t *out = json_object();
  json_object_set_new(out, "slot", json_integer(slot));
  json_object_set_new(out, "block",
                      json_string(problem->service->blocks[month->slots[slot].block].id));
  json_object_set_new(out, "away", json_boolean(month_away(month, clinician, slot)));
  json_object_set_new(out, "work", work_json(problem, clinician, slot));
  return out;
}

static json_t *day_json(const struct problem *problem, int clinician, const struct day *day)
{
  json_t *out = json_object(), *sessions = json_array();
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    if (month_works(problem->month, problem->service, clinician, s))
      json_array_append_new(sessions, session_json(problem, clinician, s));
  json_object_set_new(out, "date", date_json(day->date));
  json_object_set_new(out, "weekday", json_integer(day->weekday));
  json_object_set_new(out, "week", json_integer(day->week));
  json_object_set_new(out, "holiday", json_boolean(day->holiday));
  json_object_set_new(out, "sessions", sessions);
  return out;
}

static json_t *days_json(const struct problem *problem, int clinician)
{
  json_t *out = json_array();
  for (int d = 0; d < problem->month->n_days; d++)
    json_array_append_new(out, day_json(problem, clinician, &problem->month->days[d]));
  return out;
}

/* --- what may be wished for -------------------------------------------------- */

static json_t *sites_json(const struct service *service, const struct month *month, int clinician)
{
  json_t *out = json_array();
  for (int s = 0; s < service->n_sites; s++)
    if (month_sends(month, service, clinician, s))
      json_array_append_new(out, named(service->sites[s].id, service->sites[s].name));
  return out;
}

/* The sessions and places where somebody could be asked to do it, as [slot, site's id]. */
static json_t *ways_json(const struct service *service, const struct month *month, int clinician,
                         int task)
{
  json_t *out = json_array();
  for (int s = 0; s < month->n_slots; s++)
    for (int p = 0; p < service->n_sites; p++)
      if (ways_has(service, month, clinician, task, s, p))
        json_array_append_new(out, json_pack("[i, s]", s, service->sites[p].id));
  return out;
}

static json_t *tasks_json(const struct service *service, const struct month *month, int clinician)
{
  const struct criteria *criteria = month_criteria(month, service, clinician);
  json_t *out = json_array();
  for (int t = 0; t < service->n_tasks; t++) {
    if (!month_can(month, service, clinician, t))
      continue;
    json_t *task = named(service->tasks[t].id, service->tasks[t].name);
    if (criteria->barred_tasks[t])
      json_object_set_new(task, "ways", ways_json(service, month, clinician, t));
    json_array_append_new(out, task);
  }
  return out;
}

/* Those whom the person can meet: they are here, and at one place with them in some session. */
static json_t *people_json(const struct problem *problem, int clinician)
{
  const struct clinician *people = problem->service->clinicians;
  json_t *out = json_array();
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (c != clinician && asks_could_meet(problem, clinician, c))
      json_array_append_new(out, named(people[c].id, people[c].name));
  return out;
}

/* --- how often --------------------------------------------------------------- */

static json_t *off_json(const struct service *service, const struct month *month, int clinician,
                        const struct off_limit *limit)
{
  json_t *out = json_object(), *slots = json_array();
  for (int s = 0; s < month->n_slots; s++)
    if (pattern_has(&limit->when, month->slots[s].date, month->slots[s].block) &&
        month_works(month, service, clinician, s))
      json_array_append_new(slots, json_integer(s));
  json_object_set_new(out, "most", json_integer(limit->most));
  json_object_set_new(out, "slots", slots);
  return out;
}

/* Limits of each person's or, if `at_once`, of how many may be off together: of these nobody can
 * know before all have asked. */
static json_t *offs_json(const struct service *service, const struct month *month, int clinician,
                         const struct criteria *criteria, bool at_once)
{
  int last = month->days[month->n_days - 1].date;
  json_t *out = json_array();
  for (int l = 0; l < criteria->n_off; l++) {
    const struct off_limit *limit = &criteria->off[l];
    if (limit->at_once == at_once &&
        (!limit->who || service_has_post(service, limit->who, clinician, last)))
      json_array_append_new(out, off_json(service, month, clinician, limit));
  }
  return out;
}

/* What each level is worth: of a place, task or person; of a session; of one off, if it may be
 * asked for at that level. */
static json_t *levels_json(const struct levels *levels, const struct criteria *criteria)
{
  json_t *out = json_array();
  for (int l = 0; l < levels->count; l++) {
    json_t *level = named(levels->names[l], levels->names[l]);
    struct session_request request = {.level = l};
    json_object_set_new(level, "points", json_integer(criteria->points[l]));
    json_object_set_new(level, "session",
                        json_integer(preference_request_points(criteria, &request)));
    request.off = true;
    json_object_set_new(level, "off",
                        l < levels->wished
                            ? json_integer(preference_request_points(criteria, &request))
                            : json_null());
    json_array_append_new(out, level);
  }
  return out;
}

static json_t *deadline_json(const struct month *month, int day)
{
  int date = month_deadline(month, day);
  return date == DATE_NONE ? json_null() : date_json(date);
}

static json_t *criteria_json(const struct service *service, const struct month *month,
                             int clinician)
{
  const struct criteria *criteria = month_criteria(month, service, clinician);
  json_t *out = json_object();
  json_object_set_new(out, "open", deadline_json(month, criteria->open_day));
  json_object_set_new(out, "close", deadline_json(month, criteria->close_day));
  json_object_set_new(out, "late", json_integer(criteria->late_percent));
  json_object_set_new(out, "requests", number_or_null(criteria->most_session_requests));
  json_object_set_new(out, "avoided_sites", number_or_null(criteria->most_avoided_sites));
  json_object_set_new(out, "avoided_tasks", number_or_null(criteria->most_avoided_tasks));
  json_object_set_new(out, "points", number_or_null(criteria->most_points));
  json_object_set_new(out, "levels", levels_json(&service->levels, criteria));
  json_object_set_new(out, "off", offs_json(service, month, clinician, criteria, false));
  json_object_set_new(out, "at_once", offs_json(service, month, clinician, criteria, true));
  return out;
}

json_t *form_document(const struct problem *problem, int clinician)
{
  const struct service *service = problem->service;
  const struct month *month = problem->month;
  json_t *out = json_object();
  json_object_set_new(out, "service", text_json(service->name));
  g_autofree char *title = month_id_title(month->id, month->until);
  json_object_set_new(out, "month", json_string(month->id));
  json_object_set_new(out, "title", json_string(title));
  json_object_set_new(
      out, "clinician",
      named(service->clinicians[clinician].id, service->clinicians[clinician].name));
  json_object_set_new(out, "criteria", criteria_json(service, month, clinician));
  json_object_set_new(out, "most_requests", json_integer(SESSION_REQUESTS_MAX));
  json_object_set_new(out, "days", days_json(problem, clinician));
  json_object_set_new(out, "sites", sites_json(service, month, clinician));
  json_object_set_new(out, "tasks", tasks_json(service, month, clinician));
  json_object_set_new(out, "people", people_json(problem, clinician));
  return out;
}
