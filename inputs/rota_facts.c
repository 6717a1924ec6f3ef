#include "inputs/rota_facts.h"

static void set_text(json_t *out, const char *key, const char *const text)
{
  json_object_set_new(out, key, text && *text ? json_string(text) : json_null());
}

static void set_date(json_t *out, const char *key, int date)
{
  char text[DATE_TEXT_SIZE];
  set_text(out, key, date_format(date, text));
}

static json_t *people_array(const struct service *service, const int *people, int count)
{
  json_t *out = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(out, json_string(service->clinicians[people[i]].id));
  return out;
}

static json_t *site_object(const struct service *service, const struct site *site)
{
  json_t *out = json_object();
  set_text(out, "id", site->id);
  set_text(out, "name", site->name);
  set_text(out, "kind", service->kinds.words[site->kind]);
  if (!site->pcn)
    return out;
  set_text(out, "ods", site->pcn->ods);
  json_object_set_new(out, "named", people_array(service, site->pcn->named, site->pcn->n_named));
  json_object_set_new(out, "deputies",
                      people_array(service, site->pcn->deputies, site->pcn->n_deputies));
  return out;
}

static json_t *event_object(const struct service *service, const struct event *event)
{
  json_t *out = json_object();
  set_text(out, "id", event->id);
  set_text(out, "name", event->name);
  set_text(out, "kind", event->kind);
  set_text(out, "site", service->sites[event->site].id);
  json_object_set_new(out, "attendees", json_integer(event->attendees));
  return out;
}

static json_t *closure_object(const struct service *service, const struct closure *closure)
{
  json_t *out = json_object(), *sessions = json_array();
  for (int b = 0; b < service->n_blocks; b++)
    if (closure->blocks >> b & 1)
      json_array_append_new(sessions, json_string(service->blocks[b].id));
  set_text(out, "site", closure->site == NONE ? NULL : service->sites[closure->site].id);
  set_date(out, "from", closure->from);
  set_date(out, "to", closure->until);
  json_object_set_new(out, "sessions", sessions);
  set_text(out, "reason", closure->reason);
  return out;
}

void rota_facts_set(json_t *out, const struct problem *problem)
{
  const struct service *service = problem->service;
  const struct month *month = problem->month;
  json_t *sites = json_array(), *events = json_array(), *closures = json_array();
  for (int s = 0; s < service->n_sites; s++)
    json_array_append_new(sites, site_object(service, &service->sites[s]));
  for (int e = 0; e < month->n_events; e++)
    json_array_append_new(events, event_object(service, &month->events[e]));
  for (int i = 0; i < month->n_closures; i++)
    json_array_append_new(closures, closure_object(service, &month->closures[i]));
  json_object_set_new(out, "sites", sites);
  json_object_set_new(out, "events", events);
  json_object_set_new(out, "closures", closures);
}

void rota_facts_set_person(json_t *out, const struct problem *problem, int clinician)
{
  const struct service *service = problem->service;
  const struct clinician *person = &service->clinicians[clinician];
  int last = problem->month->days[problem->month->n_days - 1].date;
  const struct post *post = clinician_on(service, clinician, last);
  set_text(out, "id", person->id);
  set_text(out, "name", person->name);
  set_text(out, "role", person->role);
  set_text(out, "team", post->team == NONE ? NULL : service->teams.words[post->team]);
  set_text(out, "base", post->base == NONE ? NULL : service->sites[post->base].id);
  json_t *tags = json_array();
  for (int t = 0; t < service->tags.count; t++)
    if (person->tags[t])
      json_array_append_new(tags, json_string(service->tags.words[t]));
  json_object_set_new(out, "tags", tags);
  set_text(out, "supervisor",
           person->supervisor == NONE ? NULL : service->clinicians[person->supervisor].id);
}
