#include "inputs/rota_writer.h"

#include "inputs/figures_writer.h"
#include "inputs/rota_csv.h"
#include "inputs/rota_facts.h"
#include "model/json.h"

#include <stdlib.h>

static json_t *id_or_null(const char *const id)
{
  return id ? json_string(id) : json_null();
}

static json_t *where_or_null(const struct where *where)
{
  if (!where->file)
    return json_null();
  if (where->line == 0)
    return json_string(where->file);
  g_autofree char *text = g_strdup_printf("%s:%d", where->file, where->line);
  return json_string(text);
}

static void set_session(json_t *out, const struct problem *problem, int slot)
{
  const struct slot *at = slot == NONE ? NULL : &problem->month->slots[slot];
  char date[DATE_TEXT_SIZE];
  json_object_set_new(out, "date", id_or_null(at ? date_format(at->date, date) : NULL));
  json_object_set_new(out, "session",
                      id_or_null(at ? problem->service->blocks[at->block].id : NULL));
}

static json_t *id_of_clinician(const struct service *service, int clinician)
{
  return id_or_null(clinician == NONE ? NULL : service->clinicians[clinician].id);
}

static void set_place(json_t *out, const struct problem *problem, const struct label *at)
{
  const struct service *service = problem->service;
  json_object_set_new(out, "clinician", id_of_clinician(service, at->clinician));
  json_object_set_new(out, "task",
                      id_or_null(at->task == NONE ? NULL : service->tasks[at->task].id));
  json_object_set_new(out, "site",
                      id_or_null(at->site == NONE ? NULL : service->sites[at->site].id));
}

static json_t *time_string(int minute)
{
  g_autofree char *text = g_strdup_printf("%02d:%02d", minute / 60, minute % 60);
  return json_string(text);
}

static json_t *assignment_object(const struct problem *problem, const struct assignment *item)
{
  const struct block *block = &problem->service->blocks[problem->month->slots[item->slot].block];
  const struct label at = {NONE, item->clinician, item->slot, item->task, item->site};
  json_t *out = json_object();
  set_session(out, problem, item->slot);
  json_object_set_new(out, "from", time_string(block->from_minute));
  json_object_set_new(out, "to", time_string(block->to_minute));
  set_place(out, problem, &at);
  json_object_set_new(out, "locked", json_boolean(item->locked));
  return out;
}

static json_t *assignment_array(const struct assessment *assessment)
{
  const struct rota *rota = assessment->rota;
  json_t *out = json_array();
  for (int i = 0; i < rota->count; i++)
    json_array_append_new(out,
                          assignment_object(assessment->problem, &rota->items[rota->in_slot[i]]));
  return out;
}

static json_t *agreed_array(const struct problem *problem)
{
  json_t *out = json_array();
  for (int i = 0; i < problem->month->n_agreed; i++) {
    const struct agreed *agreed = &problem->month->agreed[i];
    json_t *object = json_object();
    set_session(object, problem, agreed->slot);
    json_object_set_new(object, "clinician",
                        json_string(problem->service->clinicians[agreed->clinician].id));
    json_object_set_new(object, "works", json_boolean(agreed->works));
    if (agreed->extra)
      json_object_set_new(object, "extra", json_true());
    json_object_set_new(object, "where", where_or_null(&agreed->where));
    json_array_append_new(out, object);
  }
  return out;
}

static json_t *shortfall_object(const struct problem *problem, const struct shortfall *shortfall)
{
  const struct finding *finding = shortfall->finding;
  bool hard = finding->price == PRICE_HARD;
  json_t *out = json_object();
  json_object_set_new(out, "rule", json_string(problem->service->uses[finding->at.use].name));
  json_object_set_new(out, "kind", json_string(shortfall_kind_names[finding->kind]));
  set_session(out, problem, finding->at.slot);
  set_place(out, problem, &finding->at);
  json_object_set_new(out, "text", json_string(finding->text));
  json_object_set_new(out, "missing", json_integer(finding->violation));
  json_object_set_new(out, "price", hard ? json_null() : json_integer(finding->price));
  json_object_set_new(out, "cost", hard ? json_null() : json_integer(shortfall->cost));
  return out;
}

static json_t *shortfall_array(const struct assessment *assessment)
{
  const GArray *shortfalls = assessment->shortfalls;
  json_t *out = json_array();
  for (guint i = 0; i < shortfalls->len; i++)
    json_array_append_new(out, shortfall_object(assessment->problem,
                                                &g_array_index(shortfalls, struct shortfall, i)));
  return out;
}

static const char *team_of(const struct service *service, int team)
{
  return team == NONE ? NULL : service->teams.words[team];
}

static json_t *meeting_object(const struct problem *problem, const struct meeting_figures *figures)
{
  const struct service *service = problem->service;
  const struct meeting *meeting = figures->meeting;
  json_t *out = json_object(), *attending = json_array(), *missing = json_array();
  json_t *crowded = json_array();
  for (int i = 0; i < figures->n_attending; i++) {
    const struct attendee *one = &figures->attending[i];
    json_t *object = json_object();
    json_object_set_new(object, "clinician", id_of_clinician(service, one->clinician));
    json_object_set_new(object, "site", json_string(service->sites[one->site].id));
    json_array_append_new(attending, object);
  }
  for (int i = 0; i < figures->n_missing; i++)
    json_array_append_new(missing, id_of_clinician(service, figures->missing[i]));
  for (int i = 0; i < figures->n_crowded; i++)
    json_array_append_new(crowded, id_of_clinician(service, figures->crowded[i]));
  json_object_set_new(out, "rule", json_string(service->uses[meeting->use].name));
  json_object_set_new(out, "team", id_or_null(team_of(service, meeting->team)));
  json_object_set_new(out, "clinician", id_of_clinician(service, meeting->clinician));
  json_object_set_new(out, "supervisor", id_of_clinician(service, meeting->supervisor));
  json_object_set_new(out, "minutes", json_integer(meeting->minutes));
  set_session(out, problem, meeting->slot);
  json_object_set_new(out, "attending", attending);
  json_object_set_new(out, "missing", missing);
  json_object_set_new(out, "crowded", crowded);
  return out;
}

static json_t *meeting_array(const struct assessment *assessment)
{
  const GArray *meetings = assessment->meetings;
  json_t *out = json_array();
  for (guint i = 0; i < meetings->len; i++)
    json_array_append_new(out, meeting_object(assessment->problem,
                                              &g_array_index(meetings, struct meeting_figures, i)));
  return out;
}

static json_t *use_object(const struct audit *audit, int index)
{
  const struct rule_use *use = &audit->problem->service->uses[index];
  const struct use_result *result = &audit->uses[index];
  json_t *out = json_object();
  json_object_set_new(out, "rule", json_string(use->rule->name));
  json_object_set_new(out, "name", json_string(use->name));
  json_object_set_new(out, "where", where_or_null(&use->where));
  json_object_set_new(out, "hard", json_boolean(use->hard));
  json_object_set_new(out, "weight", use->hard ? json_null() : json_integer(use->weight));
  json_object_set_new(out, "violations", json_integer(result->violation));
  json_object_set_new(out, "broken", json_integer(result->broken));
  json_object_set_new(out, "cost", json_integer(result->cost));
  return out;
}

static json_t *use_array(const struct audit *audit)
{
  json_t *out = json_array();
  for (int u = 0; u < audit->problem->service->n_uses; u++)
    json_array_append_new(out, use_object(audit, u));
  return out;
}

static json_t *input_array(const struct provenance *run)
{
  json_t *out = json_array();
  for (int i = 0; i < run->n_inputs; i++) {
    json_t *input = json_object();
    json_object_set_new(input, "path", json_string(run->inputs[i].path));
    json_object_set_new(input, "sha256", json_string(run->inputs[i].sha256));
    json_array_append_new(out, input);
  }
  return out;
}

static json_t *omission_array(const struct month *month)
{
  json_t *out = json_array();
  for (int i = 0; i < month->n_omissions; i++) {
    const struct omission *omission = &month->omissions[i];
    json_t *item = json_object();
    json_object_set_new(item, "where", where_or_null(&omission->where));
    json_object_set_new(item, "text", json_string(omission->text));
    json_array_append_new(out, item);
  }
  return out;
}

static json_t *not_sent_array(const struct assessment *assessment)
{
  json_t *out = json_array();
  for (int i = 0; i < assessment->n_not_sent; i++)
    json_array_append_new(out,
                          id_of_clinician(assessment->problem->service, assessment->not_sent[i]));
  return out;
}

/* Where the relaxation was, on whose wishes the gap is weighed. */
static json_t *relaxation_or_null(const struct provenance_relaxation *at)
{
  if (!at->known)
    return json_null();
  json_t *out = json_object();
  json_object_set_new(out, "cost", json_integer(at->cost));
  json_object_set_new(out, "wishes", json_integer(at->wishes));
  return out;
}

/* How the rota was made: what nobody can recompute from it. */
static json_t *run_object(const struct provenance *run)
{
  json_t *out = json_object();
  json_object_set_new(out, "seed", json_integer(run->seed));
  json_object_set_new(out, "threads", json_integer(run->threads));
  json_object_set_new(out, "deterministic", json_boolean(run->deterministic));
  json_object_set_new(out, "engines", run->engines ? json_string(run->engines) : json_null());
  json_object_set_new(out, "relaxation", relaxation_or_null(&run->relaxation));
  if (run->deterministic)
    return out;
  json_object_set_new(out, "time_limit_seconds", json_integer(run->time_limit_seconds));
  json_object_set_new(out, "seconds", json_hundredths((gint64)(run->seconds * 100 + 0.5)));
  json_object_set_new(out, "first_rota_seconds",
                      json_hundredths((gint64)(run->first_seconds * 100 + 0.5)));
  json_object_set_new(out, "interrupted", json_boolean(run->interrupted));
  return out;
}

static void set_quality(json_t *out, const struct assessment *assessment)
{
  const struct provenance *run = &assessment->run;
  json_object_set_new(out, "objective", json_integer(assessment->audit->cost));
  json_object_set_new(out, "bound", run->has_bound ? json_integer(run->bound) : json_null());
  json_object_set_new(out, "bound_by", run->bound_by ? json_string(run->bound_by) : json_null());
  json_object_set_new(out, "gap_percent", json_hundredths_or_null(assessment->gap_hundredths));
  json_object_set_new(out, "gap_of_wishes_percent",
                      json_hundredths_or_null(assessment->gap_of_wishes));
  json_object_set_new(out, "hard_limits_broken", json_integer(assessment->audit->broken));
}

char *rota_json_checksum(const json_t *document)
{
  json_t *content = json_copy((json_t *)(gpointer)document);
  json_object_del(content, "checksum");
  char *text = json_dumps(content, JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(15));
  json_decref(content);
  char *out = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text ? text : "", -1);
  free(text);
  return out;
}

json_t *rota_json_document(const struct assessment *assessment)
{
  const struct problem *problem = assessment->problem;
  const struct provenance *run = &assessment->run;
  g_autofree char *program = g_strconcat("rota ", run->version, NULL);
  g_autofree char *csv = rota_csv_text(problem, assessment->rota, NULL);
  g_autofree char *csv_sha256 = g_compute_checksum_for_string(G_CHECKSUM_SHA256, csv, -1);
  json_t *out = json_object();
  json_object_set_new(out, "program", json_string(program));
  json_object_set_new(out, "service", json_string(problem->service->name));
  json_object_set_new(out, "month", json_string(problem->month->id));
  if (problem->month->weeks > 0)
    json_object_set_new(out, "weeks", json_integer(problem->month->weeks));
  json_object_set_new(out, "inputs", input_array(run));
  json_object_set_new(out, "left_out", omission_array(problem->month));
  json_object_set_new(out, "not_sent", not_sent_array(assessment));
  json_object_set_new(out, "run", run_object(run));
  set_quality(out, assessment);
  json_object_set_new(out, "totals", figures_of_service(assessment));
  json_object_set_new(out, "assignments", assignment_array(assessment));
  json_object_set_new(out, "agreed", agreed_array(problem));
  json_object_set_new(out, "shortfalls", shortfall_array(assessment));
  json_object_set_new(out, "meetings", meeting_array(assessment));
  json_object_set_new(out, "rules", use_array(assessment->audit));
  json_object_set_new(out, "pcns", figures_of_pcns(assessment));
  json_object_set_new(out, "clinicians", figures_of_clinicians(assessment));
  rota_facts_set(out, problem);
  json_object_set_new(out, "csv_sha256", json_string(csv_sha256));
  g_autofree char *checksum = rota_json_checksum(out);
  json_object_set_new(out, "checksum", json_string(checksum));
  return out;
}
