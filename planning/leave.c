#include "planning/leave.h"

#include "inputs/published.h"
#include "inputs/rota_reader.h"
#include "model/words.h"
#include "planning/decide.h"
#include "planning/repair_changes.h"
#include "planning/repair_missing.h"
#include "planning/rota_files.h"

#include <string.h>

/* --- with a rota: the repair ------------------------------------------------------------ */

/* What is at work. */
struct asking {
  const struct folder *folder;
  const struct leave_request *request;
  struct diagnostics *diagnostics;
  char *path;                     /* of the working copy */
  struct rota_file *file;         /* it, where nothing is published; NULL otherwise */
  struct repair_ground *now;      /* the rota without the leave; NULL: there is none */
  struct repair_result *as_it_is; /* what its own repair loses, once that is asked */
  struct leave_answer *out;
};

/* The working copy in the words of a published month. */
static struct repair_ground *ground_of_file(const struct asking *at, const struct problem *problem)
{
  struct published published = {.assignments =
                                    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
  for (guint i = 0; i < at->file->rows->len; i++) {
    const struct rota_row *row = &g_array_index(at->file->rows, struct rota_row, i);
    g_hash_table_insert(published.assignments,
                        g_strdup_printf("%s %s %s", row->date, row->session, row->clinician),
                        g_strdup_printf("%s at %s", row->task, row->site));
  }
  struct repair_ground *ground = repair_ground_new(problem, &published, at->request->today);
  if (at->file->document)
    repair_ground_take_missing(ground, repair_missing_of_document(at->file->document));
  g_hash_table_unref(published.assignments);
  return ground;
}

/* The rota there is, seen from the problem; NULL: there is none. */
static enum status open_ground(struct asking *at, const struct problem *problem,
                               struct repair_ground **out)
{
  enum status status = STATUS_OK;
  *out = NULL;
  if (!at->file)
    status = repair_ground_open(at->request->directory, problem, at->request->today,
                                at->diagnostics, out);
  if (status == STATUS_OK && at->file)
    *out = ground_of_file(at, problem);
  return status;
}

/* Something may have come since the rota that isn't mended yet: what that loses is no matter of
 * this leave. */
static const struct repair_result *lost_as_it_is(struct asking *at)
{
  if (!at->as_it_is) {
    const struct repair_request repair = {
        .ground = at->now, .settings = at->request->settings, .budget = REPAIR_ANY};
    at->as_it_is = g_new0(struct repair_result, 1);
    repair_rota(&repair, at->as_it_is);
  }
  return at->as_it_is;
}

static bool is_lost_anyway(struct asking *at, const struct repair_loss *loss)
{
  const GArray *losses = lost_as_it_is(at)->losses;
  for (guint i = 0; losses && i < losses->len; i++) {
    const struct repair_loss *other = &g_array_index(losses, struct repair_loss, i);
    if (memcmp(&other->at, &loss->at, sizeof loss->at) == 0 && other->missing >= loss->missing)
      return true;
  }
  return false;
}

static void note_losses(struct asking *at, const struct problem *problem,
                        const struct repair_result *result, GPtrArray *lost)
{
  for (guint i = 0; i < result->losses->len; i++) {
    const struct repair_loss *loss = &g_array_index(result->losses, struct repair_loss, i);
    if (is_lost_anyway(at, loss))
      continue;
    g_autofree char *label = words_label(problem, &loss->at);
    g_ptr_array_add(lost,
                    g_strdup_printf("%s: %" G_GINT64_FORMAT " fewer (%s)", label, loss->missing,
                                    problem->service->uses[loss->at.use].name));
  }
}

/* Does the rota lose as much without the leave, whatever one does? */
static bool is_no_loss_of_leave(struct asking *at, const struct repair_result *result)
{
  const struct repair_result *without = lost_as_it_is(at);
  return without->verdict == BUILD_DONE && without->lost.proven &&
         result->lost.value <= without->lost.value;
}

/* Hours worked already can be more than the leave would let them be. */
static bool breaks_more(struct asking *at, const struct repair_result *result)
{
  return result->audit->broken > 0 && (lost_as_it_is(at)->verdict != BUILD_DONE ||
                                       result->audit->broken > lost_as_it_is(at)->audit->broken);
}

/* What it breaks, a line each; g_free it. */
static char *broken_words(const struct audit *audit)
{
  GString *out = g_string_new("with it, days that are over break what can't be broken:\n");
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    g_autofree char *rule = words_use(&audit->problem->service->uses[finding->at.use]);
    if (finding->price == PRICE_HARD)
      g_string_append_printf(out, "  %s: %s\n", rule, finding->text);
  }
  return g_string_free(out, FALSE);
}

static enum leave_verdict verdict_of(struct asking *at, const struct repair_result *result)
{
  if (result->verdict == BUILD_INFEASIBLE)
    return LEAVE_NO;
  if (result->verdict != BUILD_DONE)
    return LEAVE_UNKNOWN;
  if (breaks_more(at, result))
    return LEAVE_NO;
  if (result->lost.value == 0 || is_no_loss_of_leave(at, result))
    return LEAVE_YES;
  return result->lost.proven ? LEAVE_NO : LEAVE_UNKNOWN;
}

/* Mends the rota as if the leave were granted. `whole`: it is all that is asked for, and what comes
 * of it is noted. */
static enum status mend(struct asking *at, int from, int until, bool whole,
                        enum leave_verdict *verdict)
{
  const struct leave_request *request = at->request;
  struct repair_orders *orders = repair_orders_new(request->directory, request->month_id);
  struct repair_ground *ground = NULL;
  struct repair_result result = {0};
  struct folder folder;
  repair_orders_absent(orders, at->folder->service->clinicians[request->clinician].id, from, until,
                       "annual");
  enum status status =
      folder_read_over(request->directory, request->month_id,
                       (const struct folder_file *)(const void *)orders->files->data,
                       (int)orders->files->len, at->diagnostics, &folder);
  if (status == STATUS_OK)
    status = open_ground(at, folder.problem, &ground);
  if (status == STATUS_OK) {
    const struct repair_request repair = {
        .ground = ground, .settings = request->settings, .budget = REPAIR_ANY};
    repair_rota(&repair, &result);
    *verdict = verdict_of(at, &result);
  }
  if (status == STATUS_OK && whole && result.verdict == BUILD_DONE) {
    if (breaks_more(at, &result))
      at->out->reason = broken_words(result.audit);
    if (*verdict != LEAVE_YES)
      note_losses(at, folder.problem, &result, at->out->lost);
    g_array_unref(at->out->moved);
    at->out->moved = repair_changes_new(ground, result.rota);
    at->out->changes = (int)result.changes.value;
    at->out->dearer = result.price.value;
  } else if (whole)
    at->out->reason = g_strdup(result.reason);
  repair_result_clear(&result);
  repair_ground_free(ground);
  folder_clear(&folder);
  repair_orders_free(orders);
  return status;
}

/* What the rota costs as it is: then the mended one is so much dearer. */
static void compare(struct asking *at, const struct repair_ground *now)
{
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (guint i = 0; i < now->items->len; i++)
    g_array_append_val(items, g_array_index(now->items, struct repair_item, i).at);
  struct rota *rota =
      rota_new(now->problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct audit *audit = audit_new(now->problem, rota);
  at->out->known = audit->broken == 0;
  at->out->dearer -= audit->cost;
  audit_free(audit);
  rota_free(rota);
}

/* --- before a rota: what could be covered ----------------------------------------------- */

/* Does the leave alone make the month impossible? */
static char *why_impossible(const struct asking *at)
{
  const struct leave_request *request = at->request;
  struct repair_orders *orders = repair_orders_new(request->directory, request->month_id);
  struct diagnostics *diagnostics = diagnostics_new();
  struct folder folder;
  char *out = NULL;
  g_autofree char *before = decide_text(at->folder->problem, NULL, true);
  repair_orders_absent(orders, at->folder->service->clinicians[request->clinician].id,
                       request->from, request->until, "annual");
  if (!before && folder_read_over(request->directory, request->month_id,
                                  (const struct folder_file *)(const void *)orders->files->data,
                                  (int)orders->files->len, diagnostics, &folder) == STATUS_OK)
    out = decide_text(folder.problem, NULL, true);
  if (!before)
    folder_clear(&folder);
  diagnostics_free(diagnostics);
  repair_orders_free(orders);
  return out;
}

static bool is_short(const struct leave_cover *cover)
{
  int met = 0, left = 0;
  for (guint i = 0; i < cover->needs->len; i++) {
    met += g_array_index(cover->needs, struct leave_need, i).met;
    left += g_array_index(cover->needs, struct leave_need, i).left;
  }
  return left < met;
}

/* "Duty clinician, 2027-01-20 am: 0 of 1 needed (duty_cover)"; g_free it. */
static char *need_text(const struct problem *problem, const struct leave_need *need)
{
  struct label what = need->at;
  char when[WORDS_SIZE] = "";
  if (need->slot == NONE && what.slot != NONE) {
    words_period(problem, PERIOD_WEEK,
                 problem->month->days[problem->month->slots[what.slot].day].week, when);
    what.slot = NONE;
  }
  g_autofree char *label = words_label(problem, &what);
  return g_strdup_printf("%s%s%s: %d of %d needed (%s)", label, *when ? ", " : "", when, need->left,
                         need->needed, problem->service->uses[need->at.use].name);
}

static void look_ahead(struct asking *at)
{
  const struct leave_request *request = at->request;
  const struct problem *problem = at->folder->problem;
  struct leave_answer *out = at->out;
  leave_cover_find(problem, request->clinician, request->from, request->until, &out->cover);
  for (guint i = 0; i < out->cover.needs->len; i++) {
    const struct leave_need *need = &g_array_index(out->cover.needs, struct leave_need, i);
    if (need->left < need->met)
      g_ptr_array_add(out->lost, need_text(problem, need));
  }
  out->reason = why_impossible(at);
  out->verdict = is_short(&out->cover) || out->reason ? LEAVE_NO : LEAVE_YES;
}

static enum leave_verdict look_at_day(const struct asking *at, int date)
{
  struct leave_cover cover;
  leave_cover_find(at->folder->problem, at->request->clinician, date, date, &cover);
  bool lost = is_short(&cover);
  leave_cover_clear(&cover);
  return lost ? LEAVE_NO : LEAVE_YES;
}

/* --- both --------------------------------------------------------------------------------- */

static bool works_on(const struct problem *problem, const struct day *day, int clinician)
{
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    if (problem_present(problem, clinician, s))
      return true;
  return false;
}

/* Of those asked for, day by day. */
static enum status ask_days(struct asking *at)
{
  const struct leave_request *request = at->request;
  const struct month *month = at->folder->month;
  enum status status = STATUS_OK;
  for (int d = 0; d < month->n_days && status == STATUS_OK; d++) {
    struct leave_day day = {month->days[d].date, LEAVE_UNKNOWN};
    if (day.date < request->from || day.date > request->until || request->from == request->until ||
        !works_on(at->folder->problem, &month->days[d], request->clinician))
      continue;
    if (at->out->has_rota)
      status = mend(at, day.date, day.date, false, &day.verdict);
    else
      day.verdict = look_at_day(at, day.date);
    g_array_append_val(at->out->days, day);
  }
  return status;
}

/* The working copy, where nothing is published. */
static enum status open_file(struct asking *at, bool published)
{
  g_autofree char *folder = g_build_filename(at->request->directory, at->request->month_id, NULL);
  at->path = rota_files_json(folder);
  if (published || !g_file_test(at->path, G_FILE_TEST_EXISTS))
    return STATUS_OK;
  return rota_file_read(at->path, at->diagnostics, &at->file);
}

static void change_clear(gpointer data)
{
  g_free(((struct repair_change *)data)->why);
}

enum status leave_ask(const struct folder *folder, const struct leave_request *request,
                      struct diagnostics *diagnostics, struct leave_answer *out)
{
  struct asking at = {.folder = folder, .request = request, .diagnostics = diagnostics, .out = out};
  *out = (struct leave_answer){
      .problem = folder->problem,
      .lost = g_ptr_array_new_with_free_func(g_free),
      .days = g_array_new(FALSE, FALSE, sizeof(struct leave_day)),
      .moved = g_array_new(FALSE, FALSE, sizeof(struct repair_change)),
  };
  g_array_set_clear_func(out->moved, change_clear);
  enum status status = open_ground(&at, folder->problem, &at.now);
  out->published = at.now != NULL;
  if (status == STATUS_OK)
    status = open_file(&at, out->published);
  if (status == STATUS_OK && at.file)
    at.now = ground_of_file(&at, folder->problem);
  out->has_rota = at.now != NULL;
  if (status == STATUS_OK && at.now)
    status = mend(&at, request->from, request->until, true, &out->verdict);
  else if (status == STATUS_OK)
    look_ahead(&at);
  if (status == STATUS_OK && at.now)
    compare(&at, at.now);
  if (status == STATUS_OK && out->verdict != LEAVE_YES)
    status = ask_days(&at);
  if (at.as_it_is)
    repair_result_clear(at.as_it_is);
  g_free(at.as_it_is);
  repair_ground_free(at.now);
  rota_file_free(at.file);
  g_free(at.path);
  return status;
}

void leave_answer_clear(struct leave_answer *answer)
{
  if (answer->lost)
    g_ptr_array_unref(answer->lost);
  if (answer->days)
    g_array_unref(answer->days);
  if (answer->moved)
    g_array_unref(answer->moved);
  leave_cover_clear(&answer->cover);
  g_free(answer->reason);
  *answer = (struct leave_answer){0};
}
