#include "inputs/figures_writer.h"

#include "inputs/rota_facts.h"
#include "model/json.h"

static void set_streams(json_t *out, const struct streams *streams)
{
  json_object_set_new(out, "generalist_minutes", json_integer(streams->generalist_minutes));
  json_object_set_new(out, "specialist_minutes", json_integer(streams->specialist_minutes));
  json_object_set_new(out, "generalist_percent",
                      json_hundredths_or_null(streams->generalist_hundredths));
}

static void set_avoidance(json_t *out, const char *what, const struct avoidance *avoided)
{
  const struct {
    const char *member;
    int value;
  } members[] = {
      {"asked", avoided->asked},
      {"met", avoided->met},
      {"sessions", avoided->sessions},
      {"sessions_met", avoided->sessions_met},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(members); i++) {
    g_autofree char *name = g_strconcat(what, "_", members[i].member, NULL);
    json_object_set_new(out, name, json_integer(members[i].value));
  }
}

/* How acceptable the rota is to a person, or in all. */
static void set_acceptability(json_t *out, const struct acceptability *figures)
{
  json_object_set_new(out, "days", json_integer(figures->days));
  json_object_set_new(out, "hole_days", json_integer(figures->hole_days));
  json_object_set_new(out, "split_days", json_integer(figures->split_days));
  json_object_set_new(out, "moves_without_time", json_integer(figures->moves_without_time));
  json_object_set_new(out, "days_in_a_row", json_integer(figures->days_in_a_row));
  json_object_set_new(out, "support_days", json_integer(figures->support_days));
  json_object_set_new(out, "support_halves", json_integer(figures->support_halves));
  json_object_set_new(out, "support_parts", json_integer(figures->support_parts));
  json_object_set_new(out, "support_minutes", json_integer(figures->support_minutes));
  json_object_set_new(out, "support_asked_minutes", json_integer(figures->support_asked_minutes));
  set_avoidance(out, "avoid", &figures->avoided);
  set_avoidance(out, "avoid_firmly", &figures->firmly_avoided);
}

static json_t *clinician_object(const struct assessment *assessment, int clinician)
{
  const struct person_figures *person = &assessment->people[clinician];
  json_t *out = json_object();
  rota_facts_set_person(out, assessment->problem, clinician);
  json_object_set_new(out, "sessions", json_integer(person->sessions));
  json_object_set_new(out, "minutes", json_integer(person->minutes));
  json_object_set_new(out, "contract_minutes", json_integer(person->contract_minutes));
  json_object_set_new(out, "extra_sessions", json_integer(person->extra_sessions));
  json_object_set_new(out, "extra_minutes", json_integer(person->extra_minutes));
  set_streams(out, &person->streams);
  json_object_set_new(out, "holds_both_streams", json_boolean(person->holds_both));
  json_object_set_new(out, "satisfaction_percent",
                      json_number_or_null(person->satisfaction_percent));
  set_acceptability(out, &person->acceptability);
  return out;
}

json_t *figures_of_clinicians(const struct assessment *assessment)
{
  json_t *out = json_array();
  for (int c = 0; c < assessment->problem->service->n_clinicians; c++)
    json_array_append_new(out, clinician_object(assessment, c));
  return out;
}

json_t *figures_of_pcns(const struct assessment *assessment)
{
  json_t *out = json_array();
  for (guint i = 0; i < assessment->pcns->len; i++) {
    const struct pcn_figures *pcn = &g_array_index(assessment->pcns, struct pcn_figures, i);
    json_t *object = json_object();
    json_object_set_new(object, "id",
                        json_string(assessment->problem->service->sites[pcn->site].id));
    json_object_set_new(object, "sessions", json_integer(pcn->sessions));
    json_object_set_new(object, "people", json_integer(pcn->people));
    json_object_set_new(object, "named_sessions", json_integer(pcn->named));
    json_object_set_new(object, "deputy_sessions", json_integer(pcn->deputies));
    json_object_set_new(object, "named_percent", json_hundredths_or_null(pcn->named_hundredths));
    json_array_append_new(out, object);
  }
  return out;
}

json_t *figures_of_service(const struct assessment *assessment)
{
  const struct totals *totals = &assessment->totals;
  const struct problem *problem = assessment->problem;
  json_t *out = json_object();
  json_object_set_new(out, "clinicians", json_integer(problem->service->n_clinicians));
  json_object_set_new(out, "sessions", json_integer(problem->month->n_slots));
  json_object_set_new(out, "assignments", json_integer(assessment->rota->count));
  json_object_set_new(out, "locked", json_integer(totals->locked));
  set_streams(out, &totals->streams);
  json_object_set_new(out, "hold_both_streams", json_integer(assessment->n_by_generalist));
  json_object_set_new(out, "near_ratio", json_number_or_null(totals->near_asked));
  json_object_set_new(out, "satisfaction_percent",
                      json_number_or_null(totals->satisfaction_percent));
  json_object_set_new(out, "satisfaction_least_percent",
                      json_number_or_null(totals->least_percent));
  set_acceptability(out, &totals->acceptability);
  json_object_set_new(out, "split_days_percent", json_hundredths_or_null(totals->split_hundredths));
  json_object_set_new(out, "most_people_at_a_pcn", json_integer(totals->most_at_a_pcn));
  json_object_set_new(out, "named_percent", json_hundredths_or_null(totals->named_hundredths));
  return out;
}
