/* objections/ID.yaml: what each clinician says against a draft of the rota, or for something in its
 * place: session requests more, by the criteria. What is wrong here is a slip, as in preferences;
 * so is what came after the draft's last day for comments. */
#include "inputs/draft_file.h"
#include "inputs/sections.h"
#include "inputs/sent_file.h"
#include "inputs/value.h"

#include <string.h>

enum { DRAFTS_MAX = 10000 };

static const struct key objections_table[] = {
    {.name = "clinician",
     .read = key_node,
     .offset = offsetof(struct sent_file, clinician),
     .required = true},
    {.name = "month", .read = key_month, .required = true},
    {.name = "draft", .read = key_node, .offset = offsetof(struct sent_file, draft)},
    {.name = "submitted", .read = key_node, .offset = offsetof(struct sent_file, submitted)},
    {.name = "sessions",
     .read = key_requests,
     .offset = offsetof(struct sent_file, preferences),
     .inside = &request_keys},
};
const struct keys objections_keys = KEYS_OF("a file of objections", objections_table);

/* --- in time for its draft? ------------------------------------------------------- */

/* The draft of that number, or, with 0, the last. False: there is none. It is none of the inputs: a
 * rota that takes up the objections stays as it is when it is shown as the next draft. */
static bool find_draft(struct reader *reader, int number, struct draft *out)
{
  g_autofree char *folder = g_build_filename("history", reader->month->id, NULL);
  g_autoptr(GArray) numbers = source_numbers(reader->source, folder, DRAFT_PREFIX);
  for (guint i = numbers->len; i > 0; i--) {
    int one = g_array_index(numbers, int, i - 1);
    if (number != 0 && one != number)
      continue;
    g_autofree char *path = draft_path(reader->month->id, one, ".yaml");
    const struct node *file = reader_tree(reader, path, NULL);
    *out = file ? draft_parse(file, one) : (struct draft){one, DATE_NONE, DATE_NONE, 0, 0, ""};
    source_set_aside(reader->source, path);
    return true;
  }
  return false;
}

static bool is_in_time(struct reader *reader, const struct sent_file *file,
                       const struct draft *draft)
{
  char date[DATE_TEXT_SIZE];
  if (draft->comments == DATE_NONE || file->preferences.submitted <= draft->comments)
    return true;
  diagnostics_error(reader->diagnostics, file->submitted->where,
                    "late: comments on draft %d of %s closed on %s; this does not count",
                    draft->number, reader->month->name, date_format(draft->comments, date));
  return false;
}

/* Is it to a draft that there was, while it was shown? */
static bool is_timely(struct reader *reader, struct sent_file *file)
{
  struct draft draft;
  int number = 0;
  const struct where where = file->preferences.where;
  if (file->draft && !value_number(reader, file->draft, 1, DRAFTS_MAX, &number))
    return false;
  bool found = find_draft(reader, number, &draft);
  if (!found && file->draft) {
    diagnostics_error(reader->diagnostics, file->draft->where, "there is no draft %d of %s", number,
                      reader->month->name);
    return false;
  }
  if (!found)
    diagnostics_warning(reader->diagnostics, where, "no draft of %s was shown; taken to be in time",
                        reader->month->name);
  if (!file->submitted)
    diagnostics_warning(reader->diagnostics, where, "no 'submitted' date; taken to be in time");
  if (!file->submitted || !value_date(reader, file->submitted, &file->preferences.submitted))
    return !file->submitted;
  return !found || is_in_time(reader, file, &draft);
}

/* --- what they ask ------------------------------------------------------------------ */

/* What the person sent before, if it counts; NULL: nothing. Months' entries are not sorted yet. */
static struct preferences *sent_before(const struct reader *reader, int n_sent, int clinician)
{
  for (int i = 0; i < n_sent; i++)
    if (reader->month->preferences[i].clinician == clinician)
      return &reader->month->preferences[i];
  return NULL;
}

void objections_read(struct reader *reader, const char *folder, char **names)
{
  struct month *month = reader->month;
  int n_sent = month->n_preferences;
  for (; *names; names++) {
    struct sent_file file;
    if (!sent_file_read(reader, folder, *names, &objections_keys, &file) ||
        !is_timely(reader, &file))
      continue;
    struct preferences *objections = &file.preferences;
    const struct preferences *before = sent_before(reader, n_sent, objections->clinician);
    for (int i = 0; i < objections->n_requests; i++)
      objections->requests[i].objection = true;
    objections->percent = 100;
    preferences_check_objections(reader, before && before->percent ? before : NULL, objections);
    preferences_check_possible(reader, objections);
    month->preferences[month->n_preferences++] = *objections;
  }
}

/* Nothing of a file that counts for nothing stays beside what counts. */
static void join(struct reader *reader, struct preferences *before,
                 const struct preferences *objections)
{
  int count = before->n_requests;
  if (before->percent == 0) {
    before->n_sites = before->n_tasks = before->n_people = count = 0;
    before->percent = 100;
  }
  struct session_request *all =
      ARENA_NEW(reader->month->arena, struct session_request, count + objections->n_requests);
  for (int i = 0; i < count; i++)
    all[i] = before->requests[i];
  for (int i = 0; i < objections->n_requests; i++)
    all[count + i] = objections->requests[i];
  before->requests = all;
  before->n_requests = count + objections->n_requests;
}

void objections_join(struct reader *reader, int first)
{
  struct month *month = reader->month;
  int count = month->n_preferences;
  month->n_preferences = first;
  for (int i = first; i < count; i++) {
    struct preferences objections = month->preferences[i];
    struct preferences *before = sent_before(reader, first, objections.clinician);
    if (before)
      join(reader, before, &objections);
    else if (objections.n_requests > 0) {
      objections.where = (struct where){0};
      objections.submitted = DATE_NONE;
      month->preferences[month->n_preferences++] = objections;
    }
  }
}
