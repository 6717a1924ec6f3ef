#include "model/words.h"
#include "planning/reason.h"
#include "planning/repair_changes.h"
#include "planning/repair_frontier.h"
#include "planning/shortfall.h"
#include "reports/broken.h"
#include "reports/repair_report.h"
#include "reports/text.h"

const struct shortfall *repair_loss_shortfall(const struct repair_report *report,
                                              const struct repair_loss *loss)
{
  const struct assessment *assessment = report->assessment;
  for (guint i = 0; i < assessment->shortfalls->len; i++) {
    const struct shortfall *one = &g_array_index(assessment->shortfalls, struct shortfall, i);
    const struct label *at = &one->finding->at;
    if (shortfall_is_gap(one) && at->use == loss->at.use &&
        (loss->at.slot == NONE || at->slot == loss->at.slot) &&
        (loss->at.task == NONE || at->task == loss->at.task) &&
        (loss->at.site == NONE || at->site == loss->at.site))
      return one;
  }
  return NULL;
}

/* Was something published taken away where that is asked for? */
static bool was_done(const struct repair_report *report, const struct finding *finding)
{
  const struct problem *problem = report->ground->problem;
  bool of_session =
      finding->demand == NONE || problem->demands[finding->demand].per == PERIOD_SESSION;
  for (guint i = 0; i < report->changes->len; i++) {
    const struct repair_change *change = &g_array_index(report->changes, struct repair_change, i);
    const struct label *at = &finding->at;
    if (change->why && (at->site == NONE || at->site == change->site_before) &&
        (at->task == NONE || at->task == change->task_before) &&
        (at->slot == NONE || !of_session || at->slot == change->slot))
      return true;
  }
  return false;
}

GPtrArray *repair_not_offered(const struct repair_report *report)
{
  GPtrArray *out = g_ptr_array_new();
  for (guint i = 0; i < report->assessment->shortfalls->len; i++) {
    const struct finding *finding =
        g_array_index(report->assessment->shortfalls, struct shortfall, i).finding;
    if (finding->kind == SHORTFALL_NOT_OFFERED && was_done(report, finding))
      g_ptr_array_add(out, (gpointer)finding);
  }
  return out;
}

static const char *proof(const struct repair_aim *aim, const char *yes)
{
  return aim->proven ? yes : "not proven in the time";
}

static void write_aims(GString *out, const struct repair_report *report)
{
  const struct repair_result *result = report->result;
  g_autoptr(GPtrArray) closed = repair_not_offered(report);
  if (result->lost.value == 0)
    g_string_append_printf(out, "cover: nothing that was published is lost%s\n",
                           closed->len ? " but what is not offered any more" : "");
  else
    g_string_append_printf(
        out, "cover: %" G_GINT64_FORMAT " less than published (%s)\n", result->lost.value,
        proof(&result->lost, "proven: no lawful rota of these changes has more"));
  g_string_append(out, "changes: ");
  text_number(out, result->changes.value);
  g_string_append_printf(out, " (%s)\n", proof(&result->changes, "proven: none has fewer"));
  if (result->booked.value > 0)
    g_string_append_printf(out, "booked people to be put off: %" G_GINT64_FORMAT " (%s)\n",
                           result->booked.value,
                           proof(&result->booked, "proven: as few as can be"));
  g_string_append(out, "price: ");
  text_number(out, result->price.value);
  g_string_append_printf(out, " (%s)\n", proof(&result->price, "proven: the least of those"));
}

static void write_broken(GString *out, const struct repair_report *report)
{
  g_autofree char *broken = broken_text(report->assessment);
  if (*broken)
    g_string_append_printf(
        out, "\nbroken by days that are over, and no more than they alone make it\n%s", broken);
}

static void write_place(GString *out, const struct problem *problem, int task, int site)
{
  if (task == NONE)
    g_string_append(out, "nothing");
  else
    g_string_append_printf(out, "%s at %s", problem->service->tasks[task].name,
                           problem->service->sites[site].name);
}

static void write_change(GString *out, const struct repair_report *report,
                         const struct repair_change *change, bool counted)
{
  const struct problem *problem = report->ground->problem;
  char when[WORDS_SIZE];
  g_string_append_printf(out, "  %s  %s: ", words_slot(problem, change->slot, when),
                         problem->service->clinicians[change->clinician].name);
  if (counted) {
    write_place(out, problem, change->task_after, change->site_after);
    g_string_append(out, ", was ");
  }
  write_place(out, problem, change->task_before, change->site_before);
  if (!counted)
    g_string_append_printf(out, " (%s)", change->why);
  g_string_append_c(out, '\n');
}

/* Those that count, or those that are only taken away. */
static void write_changes(GString *out, const struct repair_report *report, bool counted,
                          const char *heading)
{
  bool any = false;
  for (guint i = 0; i < report->changes->len; i++) {
    const struct repair_change *change = &g_array_index(report->changes, struct repair_change, i);
    if (counted ? !repair_change_counts(change) : !change->why)
      continue;
    if (!any)
      g_string_append_printf(out, "\n%s\n", heading);
    any = true;
    write_change(out, report, change, counted);
  }
}

/* What no rota of the month can hold any more, days that are over among it. */
static void write_unknown(GString *out, const GPtrArray *unknown)
{
  if (unknown->len > 0)
    g_string_append(out,
                    "\nleft out, as the service has no such person, session, task or site any "
                    "more\n");
  for (guint i = 0; i < unknown->len; i++)
    g_string_append_printf(out, "  %s\n", (const char *)unknown->pdata[i]);
  if (unknown->len > 0)
    g_string_append(out,
                    "  who leaves is given 'leaves:' in clinicians.yaml: what was worked stays\n");
}

static void write_losses(GString *out, const struct repair_report *report)
{
  const struct problem *problem = report->ground->problem;
  if (report->result->losses->len > 0)
    g_string_append(out, "\nless than published\n");
  for (guint i = 0; i < report->result->losses->len; i++) {
    const struct repair_loss *loss = &g_array_index(report->result->losses, struct repair_loss, i);
    const struct shortfall *shortfall = repair_loss_shortfall(report, loss);
    g_autofree char *label = words_label(problem, &loss->at);
    g_string_append_printf(out, "  %s\n", shortfall ? shortfall->finding->text : label);
    if (shortfall && shortfall->why) {
      g_autofree char *closest = reason_closest(problem, shortfall->why);
      g_autofree char *reason = reason_text(problem, shortfall->why);
      if (closest)
        g_string_append_printf(out, "    who: %s\n", closest);
      g_string_append_printf(out, "    why: %s\n", reason);
    }
  }
}

static void write_not_offered(GString *out, const struct repair_report *report)
{
  g_autoptr(GPtrArray) closed = repair_not_offered(report);
  if (closed->len > 0)
    g_string_append(out, "\nnot offered any more\n");
  for (guint i = 0; i < closed->len; i++)
    g_string_append_printf(out, "  %s\n", ((const struct finding *)closed->pdata[i])->text);
}

static void write_booked(GString *out, const struct repair_report *report)
{
  const struct problem *problem = report->ground->problem;
  bool any = false;
  for (guint i = 0; i < report->changes->len; i++) {
    const struct repair_change *change = &g_array_index(report->changes, struct repair_change, i);
    char when[WORDS_SIZE];
    if (change->booked == 0)
      continue;
    if (!any)
      g_string_append(out, "\nto be cancelled or rebooked\n");
    any = true;
    g_string_append_printf(out, "  %s  %s: ", words_slot(problem, change->slot, when),
                           problem->service->clinicians[change->clinician].name);
    write_place(out, problem, change->task_before, change->site_before);
    g_string_append(out, ", ");
    text_count(out, change->booked, "person", "people");
    g_string_append_c(out, '\n');
  }
}

static void write_booked_elsewhere(GString *out, const struct repair_report *report)
{
  int rows = report->ground->booked_elsewhere;
  if (rows == 0)
    return;
  g_string_append(out, "\n");
  text_count(out, rows, "row of booked.csv is", "rows of booked.csv are");
  g_string_append(out, " left out: of other months, or where nothing was published\n");
}

/* Where one more change would lead, of a repair that is short of cover or of changes. */
static void write_next(GString *out, const struct repair_result *result,
                       const struct repair_point *next)
{
  int64_t cover = result->lost.value - next->lost.value;
  int64_t price = result->price.value - next->price.value;
  g_string_append(out, "\none more change would save ");
  if (cover > 0)
    g_string_append_printf(out, "%" G_GINT64_FORMAT " of cover and ", cover);
  text_number(out, cover > 0 ? price : MAX(price, 0));
  g_string_append_printf(out, " of the price%s\n",
                         next->price.proven ? "" : ", as far as was found in the time");
}

static void write_points(GString *out, const struct repair_report *report)
{
  const GArray *points = report->points;
  if (!points || points->len == 0)
    return;
  const struct repair_point *first = &g_array_index(points, struct repair_point, 0);
  if (points->len == 1 && first->changes > report->result->changes.value) {
    write_next(out, report->result, first);
    return;
  }
  g_string_append(out, "\n   changes at most    cover lost         price\n");
  for (guint i = 0; i < points->len; i++) {
    const struct repair_point *point = &g_array_index(points, struct repair_point, i);
    g_autoptr(GString) price = g_string_new(NULL);
    text_number(price, point->price.value);
    g_string_append_printf(out, "  %16d  %12" G_GINT64_FORMAT "%s %12s%s\n", point->changes,
                           point->lost.value, point->lost.proven ? " " : "?", price->str,
                           point->price.proven ? "" : "?");
  }
  g_string_append(out, "  ?: not proven in the time\n");
}

char *repair_text(const struct repair_report *report)
{
  GString *out = g_string_new(NULL);
  char today[DATE_TEXT_SIZE];
  const struct month *month = report->ground->problem->month;
  g_autofree char *title = month_id_title(month->id, month->until);
  g_string_append_printf(out, "%s, repaired from %s on, against %s\n\n", title,
                         date_format(report->ground->today, today), report->ground->published);
  if (report->ground->today > month->until)
    g_string_append(out, "All its days are over: nothing moves.\n\n");
  write_aims(out, report);
  write_broken(out, report);
  write_losses(out, report);
  write_not_offered(out, report);
  write_changes(out, report, true, "changes");
  write_changes(out, report, false, "taken away, and not counted");
  write_unknown(out, report->ground->unknown);
  write_booked(out, report);
  write_booked_elsewhere(out, report);
  write_points(out, report);
  return g_string_free(out, FALSE);
}
