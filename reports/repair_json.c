#include "model/json.h"
#include "model/problem.h"
#include "planning/reason.h"
#include "planning/repair_changes.h"
#include "planning/repair_frontier.h"
#include "reports/repair_report.h"

static json_t *aim(const struct repair_aim *aim)
{
  return json_pack("{s:I, s:b}", "value", (json_int_t)aim->value, "proven", aim->proven);
}

static json_t *place(const struct problem *problem, int task, int site)
{
  if (task == NONE)
    return json_null();
  return json_pack("{s:s, s:s}", "task", problem->service->tasks[task].id, "site",
                   problem->service->sites[site].id);
}

static json_t *change_of(const struct problem *problem, const struct repair_change *change)
{
  const struct slot *slot = &problem->month->slots[change->slot];
  char date[DATE_TEXT_SIZE];
  return json_pack("{s:s, s:s, s:s, s:o, s:o, s:s?, s:b, s:i}", "date",
                   date_format(slot->date, date), "session",
                   problem->service->blocks[slot->block].id, "clinician",
                   problem->service->clinicians[change->clinician].id, "before",
                   place(problem, change->task_before, change->site_before), "after",
                   place(problem, change->task_after, change->site_after), "taken_away",
                   change->why, "counts", repair_change_counts(change), "booked", change->booked);
}

static json_t *loss_of(const struct repair_report *report, const struct repair_loss *loss)
{
  const struct shortfall *shortfall = repair_loss_shortfall(report, loss);
  const struct problem *problem = report->ground->problem;
  g_autofree char *why = shortfall && shortfall->why ? reason_text(problem, shortfall->why) : NULL;
  return json_pack("{s:s, s:I, s:s?, s:s?}", "rule", problem->service->uses[loss->at.use].name,
                   "missing", (json_int_t)loss->missing, "text",
                   shortfall ? shortfall->finding->text : NULL, "why", why);
}

/* What days that are over break. */
static json_t *broken_of(const struct assessment *assessment)
{
  json_t *out = json_array();
  for (guint i = 0; i < assessment->broken->len; i++) {
    const struct finding *finding = g_ptr_array_index(assessment->broken, i);
    json_array_append_new(out, json_pack("{s:s, s:s}", "rule",
                                         assessment->problem->service->uses[finding->at.use].name,
                                         "text", finding->text));
  }
  return out;
}

static json_t *points_of(const GArray *points)
{
  json_t *out = json_array();
  for (guint i = 0; points && i < points->len; i++) {
    const struct repair_point *point = &g_array_index(points, struct repair_point, i);
    json_array_append_new(out, json_pack("{s:i, s:o, s:o}", "changes", point->changes, "lost",
                                         aim(&point->lost), "price", aim(&point->price)));
  }
  return out;
}

json_t *repair_json(const struct repair_report *report)
{
  const struct repair_result *result = report->result;
  const struct problem *problem = report->ground->problem;
  json_t *changes = json_array(), *losses = json_array(),
         *unknown = json_texts(report->ground->unknown);
  json_t *closed = json_array();
  g_autoptr(GPtrArray) not_offered = repair_not_offered(report);
  char today[DATE_TEXT_SIZE];
  for (guint i = 0; i < report->changes->len; i++)
    json_array_append_new(
        changes, change_of(problem, &g_array_index(report->changes, struct repair_change, i)));
  for (guint i = 0; i < result->losses->len; i++)
    json_array_append_new(losses,
                          loss_of(report, &g_array_index(result->losses, struct repair_loss, i)));
  for (guint i = 0; i < not_offered->len; i++)
    json_array_append_new(closed,
                          json_string(((const struct finding *)not_offered->pdata[i])->text));
  return json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:o, s:o}",
                   "month", problem->month->id, "published", report->ground->published, "today",
                   date_format(report->ground->today, today), "lost", aim(&result->lost), "changes",
                   aim(&result->changes), "booked", aim(&result->booked), "price",
                   aim(&result->price), "booked_left_out", report->ground->booked_elsewhere,
                   "losses", losses, "not_offered", closed, "places", changes, "unknown", unknown,
                   "frontier", points_of(report->points), "broken", broken_of(report->assessment));
}
