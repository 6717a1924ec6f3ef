#include "reports/submissions.h"

#include "model/words.h"
#include "reports/text.h"

#include <string.h>

enum { NAME_COLUMNS = 30, LEVEL_COLUMNS = 9, OFF_SHOWN = 12 };

static const struct service *service_of(const struct submissions *submissions)
{
  return submissions->problem->service;
}

static void append_names(const struct submissions *submissions, enum submission which,
                         const char *label, GString *out)
{
  g_autoptr(GString) line = g_string_new(NULL);
  const struct service *service = service_of(submissions);
  if (submissions->counts[which] == 0)
    return;
  for (int c = 0; c < service->n_clinicians; c++)
    if (submissions->of[c] == which)
      g_string_append_printf(line, "%s%s", line->len ? ", " : "", service->clinicians[c].name);
  g_string_append_printf(out, "%s (%d)\n  ", label, submissions->counts[which]);
  text_wrap(out, line->str, 2);
}

/* What was a mistake, or more than is allowed, and is left out. */
static void append_left_out(const struct submissions *submissions, GString *out)
{
  const struct month *month = submissions->problem->month;
  if (month->n_omissions > 0)
    g_string_append(out, "\nLeft out:\n");
  for (int i = 0; i < month->n_omissions; i++) {
    const struct omission *omission = &month->omissions[i];
    g_autofree char *line =
        g_strdup_printf("%s:%d: %s", omission->where.file, omission->where.line, omission->text);
    g_string_append(out, "  ");
    text_wrap(out, line, 4);
  }
}

static void append_wanted(const struct submissions *submissions, const GArray *wanted,
                          const char *what, bool sites, GString *out)
{
  const struct service *service = service_of(submissions);
  if (wanted->len == 0)
    return;
  g_string_append_c(out, '\n');
  text_left(out, what, NAME_COLUMNS);
  const struct levels *levels = &service->levels;
  int columns = LEVEL_COLUMNS;
  for (int l = 0; l < levels->count; l++)
    columns = MAX(columns, (int)strlen(levels->names[l]) + 2);
  for (int l = 0; l < levels->count; l++)
    text_right(out, levels->names[l], columns);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < wanted->len; i++) {
    const struct wanted *one = &g_array_index(wanted, struct wanted, i);
    text_left(out, sites ? service->sites[one->item].name : service->tasks[one->item].name,
              NAME_COLUMNS);
    for (int l = 0; l < levels->count; l++) {
      g_autofree char *number = g_strdup_printf("%d", one->levels[l]);
      text_right(out, one->levels[l] ? number : "", columns);
    }
    g_string_append_c(out, '\n');
  }
}

static void append_off(const struct submissions *submissions, GString *out)
{
  char when[WORDS_SIZE];
  const GArray *offs = submissions->off;
  if (offs->len > 0)
    g_string_append(out, "\nAsked to be off, the most first:\n");
  for (guint i = 0; i < offs->len && i < OFF_SHOWN; i++) {
    const struct wanted_off *off = &g_array_index(offs, struct wanted_off, i);
    g_string_append_printf(out, "  %-15s %d of the %d who work then\n",
                           words_slot(submissions->problem, off->slot, when), off->people,
                           off->present);
  }
  if (offs->len > OFF_SHOWN)
    g_string_append_printf(out, "  ... and %u more sessions; all are in --json\n",
                           offs->len - OFF_SHOWN);
}

static void append_work(const struct submissions *submissions, GString *out)
{
  const struct service *service = service_of(submissions);
  const GArray *work = submissions->work;
  if (work->len > 0)
    g_string_append(out, "\nAsked for in sessions, the most first:\n");
  for (guint i = 0; i < work->len && i < OFF_SHOWN; i++) {
    const struct wanted_work *one = &g_array_index(work, struct wanted_work, i);
    g_autoptr(GString) line = g_string_new(NULL);
    words_request(submissions->problem, one->request, line);
    g_string_append_printf(line, ": %s, ", service->levels.names[one->request->level]);
    text_count(line, one->people, "person", "people");
    g_string_append(out, "  ");
    text_wrap(out, line->str, 4);
  }
  if (work->len > OFF_SHOWN)
    g_string_append_printf(out, "  ... and %u more; all are in --json\n", work->len - OFF_SHOWN);
  if (submissions->colleagues > 0) {
    g_string_append(out, "\nWith whom, or not, to work: ");
    text_count(out, submissions->colleagues, "wish", "wishes");
    g_string_append(out, ", in the files\n");
  }
}

char *submissions_text(const struct submissions *submissions)
{
  GString *out = g_string_new(NULL);
  const struct month *month = submissions->problem->month;
  g_autofree char *title = month_id_title(month->id, month->until);
  g_string_append_printf(out, "%s: preferences for %s\n\n", service_of(submissions)->name, title);
  append_names(submissions, SUBMISSION_IN_TIME, "sent", out);
  append_names(submissions, SUBMISSION_LATE, "sent late", out);
  append_names(submissions, SUBMISSION_NONE, "nothing sent", out);
  append_names(submissions, SUBMISSION_NOT_ASKED, "not here that month", out);
  append_left_out(submissions, out);
  append_wanted(submissions, submissions->sites, "Places, by how many", true, out);
  append_wanted(submissions, submissions->tasks, "Tasks, by how many", false, out);
  append_off(submissions, out);
  append_work(submissions, out);
  return g_string_free(out, FALSE);
}

char *submissions_remind(const struct submissions *submissions)
{
  const struct service *service = service_of(submissions);
  GString *out = g_string_new(NULL);
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct clinician *person = &service->clinicians[c];
    if (submissions->of[c] == SUBMISSION_NONE)
      g_string_append_printf(out, "%s: %s%s%s\n", person->id, person->name,
                             person->email ? ", " : "", person->email ? person->email : "");
  }
  return g_string_free(out, FALSE);
}

static json_t *wanted_json(const GArray *wanted, const struct service *service, bool sites)
{
  json_t *out = json_object();
  for (guint i = 0; i < wanted->len; i++) {
    const struct wanted *one = &g_array_index(wanted, struct wanted, i);
    json_t *levels = json_object();
    for (int l = 0; l < service->levels.count; l++)
      json_object_set_new(levels, service->levels.names[l], json_integer(one->levels[l]));
    json_object_set_new(out, sites ? service->sites[one->item].id : service->tasks[one->item].id,
                        levels);
  }
  return out;
}

static json_t *off_json(const struct submissions *submissions)
{
  const struct problem *problem = submissions->problem;
  json_t *out = json_array();
  for (guint i = 0; i < submissions->off->len; i++) {
    const struct wanted_off *off = &g_array_index(submissions->off, struct wanted_off, i);
    char date[DATE_TEXT_SIZE];
    const struct slot *slot = &problem->month->slots[off->slot];
    json_array_append_new(out,
                          json_pack("{s:s, s:s, s:i, s:i}", "date", date_format(slot->date, date),
                                    "session", problem->service->blocks[slot->block].id, "people",
                                    off->people, "present", off->present));
  }
  return out;
}

/* Sessions are in words, as many as the request speaks of. */
static json_t *work_json(const struct submissions *submissions)
{
  const struct service *service = service_of(submissions);
  json_t *out = json_array();
  for (guint i = 0; i < submissions->work->len; i++) {
    const struct wanted_work *one = &g_array_index(submissions->work, struct wanted_work, i);
    const struct session_request *request = one->request;
    g_autoptr(GString) words = g_string_new(NULL);
    words_request(submissions->problem, request, words);
    json_array_append_new(
        out, json_pack("{s:s, s:s?, s:s?, s:s, s:i}", "words", words->str, "task",
                       request->task == NONE ? NULL : service->tasks[request->task].id, "site",
                       request->site == NONE ? NULL : service->sites[request->site].id, "level",
                       service->levels.names[request->level], "people", one->people));
  }
  return out;
}

json_t *submissions_json(const struct submissions *submissions)
{
  static const char *const words[] = {"none", "in_time", "late", "not_asked"};
  const struct service *service = service_of(submissions);
  json_t *people = json_object(), *out = json_object();
  for (int c = 0; c < service->n_clinicians; c++)
    json_object_set_new(people, service->clinicians[c].id, json_string(words[submissions->of[c]]));
  json_object_set_new(out, "month", json_string(submissions->problem->month->id));
  json_object_set_new(out, "sent", people);
  json_object_set_new(out, "sites", wanted_json(submissions->sites, service, true));
  json_object_set_new(out, "tasks", wanted_json(submissions->tasks, service, false));
  json_object_set_new(out, "off", off_json(submissions));
  json_object_set_new(out, "work", work_json(submissions));
  json_object_set_new(out, "colleagues", json_integer(submissions->colleagues));
  return out;
}
