#include "reports/leave_report.h"

#include "model/json.h"
#include "model/words.h"
#include "planning/repair_changes.h"
#include "reports/explain_words.h"
#include "reports/text.h"

#include <string.h>

enum { SHOWN = 20 };

static const char *const verdict_names[] = {
    [LEAVE_YES] = "yes", [LEAVE_NO] = "no", [LEAVE_UNKNOWN] = "unknown"};

static const char *day_text(const struct problem *problem, int date, char text[WORDS_SIZE])
{
  for (int d = 0; d < problem->month->n_days; d++)
    if (problem->month->days[d].date == date)
      return words_period(problem, PERIOD_DAY, d, text) + strlen("on ");
  return "";
}

/* --- the answer --------------------------------------------------------------------- */

static void append_yes(GString *out, const struct leave_answer *answer)
{
  static const char not_at_work[] = "they are not at work then as it is";
  g_autoptr(GString) line = g_string_new("yes: ");
  if (!answer->has_rota)
    g_string_append(line, answer->cover.sessions->len
                              ? "what is needed can be covered in every session without them"
                              : not_at_work);
  else if (answer->moved->len == 0)
    g_string_append(line, not_at_work);
  else {
    g_string_append_printf(line, "the rota%s can be mended, and no cover is lost: ",
                           answer->published ? " as published" : ", which is not published yet,");
    text_count(line, answer->changes, "other place changes", "other places change");
    if (answer->known) {
      g_string_append(line, ", and it costs ");
      text_number(line, ABS(answer->dearer));
      g_string_append(line, answer->dearer < 0 ? " points less" : " points more");
    }
  }
  explain_append(out, 0, line->str);
}

static void append_no(GString *out, const struct leave_answer *answer)
{
  explain_append(out, 0,
                 answer->verdict == LEAVE_UNKNOWN
                     ? "not known: no repair without loss was found in the time; give it more with "
                       "--time"
                 : answer->lost->len ? "no: this would be lost"
                                     : "no: no lawful rota would be left");
  for (guint i = 0; i < answer->lost->len && i < SHOWN; i++)
    explain_append(out, 2, answer->lost->pdata[i]);
  if (answer->lost->len > SHOWN)
    g_string_append_printf(out, "  ... and %u more\n", answer->lost->len - SHOWN);
  if (answer->reason)
    g_string_append_printf(out, "\n%s%s", answer->reason,
                           g_str_has_suffix(answer->reason, "\n") ? "" : "\n");
}

static void append_days(GString *out, const struct leave_answer *answer, enum leave_verdict verdict,
                        const char *heading)
{
  g_autoptr(GString) line = g_string_new(heading);
  char text[WORDS_SIZE];
  bool any = false;
  for (guint i = 0; i < answer->days->len; i++) {
    const struct leave_day *day = &g_array_index(answer->days, struct leave_day, i);
    if (day->verdict != verdict)
      continue;
    g_string_append_printf(line, "%s%s", any ? ", " : "",
                           day_text(answer->problem, day->date, text));
    any = true;
  }
  if (any)
    explain_append(out, 0, line->str);
}

/* --- what stands behind it ------------------------------------------------------------- */

static void append_place(GString *line, const struct problem *problem, int task, int site)
{
  if (task == NONE)
    g_string_append(line, "nothing");
  else
    g_string_append_printf(line, "%s at %s", problem->service->tasks[task].name,
                           problem->service->sites[site].name);
}

static void append_moved(GString *out, const struct leave_answer *answer)
{
  const struct problem *problem = answer->problem;
  if (answer->moved->len)
    g_string_append(out, "\nwhat would change\n");
  for (guint i = 0; i < answer->moved->len && i < SHOWN; i++) {
    const struct repair_change *change = &g_array_index(answer->moved, struct repair_change, i);
    g_autoptr(GString) line = g_string_new(NULL);
    char when[WORDS_SIZE];
    g_string_append_printf(line, "%s, %s: ", words_slot(problem, change->slot, when),
                           problem->service->clinicians[change->clinician].name);
    append_place(line, problem, change->task_after, change->site_after);
    g_string_append(line, ", was ");
    append_place(line, problem, change->task_before, change->site_before);
    explain_append(out, 2, line->str);
  }
  if (answer->moved->len > SHOWN)
    g_string_append_printf(out, "  ... and %u more\n", answer->moved->len - SHOWN);
}

static void append_cover(GString *out, const struct leave_answer *answer)
{
  const struct problem *problem = answer->problem;
  if (!answer->cover.sessions || answer->cover.sessions->len == 0)
    return;
  g_string_append(out,
                  "\nwithout them     there  needed  covered  tightest, and people to spare\n");
  for (guint i = 0; i < answer->cover.sessions->len; i++) {
    const struct leave_session *session =
        &g_array_index(answer->cover.sessions, struct leave_session, i);
    char when[WORDS_SIZE];
    g_string_append(out, "  ");
    text_left(out, words_slot(problem, session->slot, when), 14);
    g_string_append_printf(out, "%6d  %6d  %7d", session->there, session->needed, session->left);
    if (session->tightest != NONE) {
      const struct label *at =
          &g_array_index(answer->cover.needs, struct leave_need, session->tightest).at;
      g_autofree char *what =
          words_label(problem, &(struct label){NONE, NONE, NONE, at->task, at->site});
      g_autofree char *name = text_fitted(*what ? what : problem->service->uses[at->use].name, 31);
      g_string_append_printf(out, "  %s: %d", name, session->spare);
    }
    g_string_append_c(out, '\n');
  }
}

/* Who else is away on one of the days. */
static void append_away(GString *out, const struct leave_request *request,
                        const struct leave_answer *answer)
{
  const struct problem *problem = answer->problem;
  g_autofree bool *away = g_new0(bool, (gsize)problem->service->n_clinicians + 1);
  g_autoptr(GString) line = g_string_new(NULL);
  for (int i = 0; i < problem->month->n_leaves; i++) {
    const struct leave *leave = &problem->month->leaves[i];
    if (leave->until >= request->from && leave->from <= request->until &&
        leave->clinician != request->clinician)
      away[leave->clinician] = true;
  }
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (away[c])
      g_string_append_printf(line, "%s%s", line->len ? ", " : "who else is away: ",
                             problem->service->clinicians[c].name);
  g_string_append_c(out, '\n');
  explain_append(out, 0, line->len ? line->str : "nobody else is away then, as far as is written");
}

char *leave_text(const struct leave_request *request, const struct leave_answer *answer)
{
  GString *out = g_string_new(NULL);
  char from[WORDS_SIZE], until[WORDS_SIZE];
  g_string_append_printf(out, "%s, ",
                         answer->problem->service->clinicians[request->clinician].name);
  g_string_append(out, day_text(answer->problem, request->from, from));
  if (request->until != request->from)
    g_string_append_printf(out, " to %s", day_text(answer->problem, request->until, until));
  g_string_append(out, "\n\n");
  if (answer->verdict == LEAVE_YES)
    append_yes(out, answer);
  else
    append_no(out, answer);
  append_days(out, answer, LEAVE_YES, "each of these days alone could be: ");
  append_days(out, answer, LEAVE_NO, "these could not: ");
  append_days(out, answer, LEAVE_UNKNOWN, "not known in the time: ");
  append_moved(out, answer);
  append_cover(out, answer);
  append_away(out, request, answer);
  if (!answer->has_rota)
    explain_append(out, 0,
                   "there is no rota yet: people are counted once a session; hours, rest and "
                   "wishes are weighed by a build");
  return g_string_free(out, FALSE);
}

/* --- for programs ------------------------------------------------------------------------ */

static json_t *sessions_json(const struct leave_answer *answer)
{
  json_t *out = json_array();
  for (guint i = 0; answer->cover.sessions && i < answer->cover.sessions->len; i++) {
    const struct leave_session *one =
        &g_array_index(answer->cover.sessions, struct leave_session, i);
    char slot[32];
    json_array_append_new(
        out, json_pack("{ss, si, si, si, so}", "session",
                       month_slot_format(answer->problem->month, answer->problem->service,
                                         one->slot, slot),
                       "there", one->there, "needed", one->needed, "covered", one->left, "spare",
                       one->tightest == NONE ? json_null() : json_integer(one->spare)));
  }
  return out;
}

json_t *leave_json(const struct leave_request *request, const struct leave_answer *answer)
{
  json_t *lost = json_texts(answer->lost), *days = json_array();
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  for (guint i = 0; i < answer->days->len; i++) {
    const struct leave_day *day = &g_array_index(answer->days, struct leave_day, i);
    json_array_append_new(days, json_pack("{ss, ss}", "date", date_format(day->date, from),
                                          "granted", verdict_names[day->verdict]));
  }
  json_t *out =
      json_pack("{ss, ss, ss, ss, ss, so, so, so, ss*}", "month", answer->problem->month->id,
                "clinician", answer->problem->service->clinicians[request->clinician].id, "from",
                date_format(request->from, from), "to", date_format(request->until, until),
                "granted", verdict_names[answer->verdict], "lost", lost, "days", days, "sessions",
                sessions_json(answer), "reason", answer->reason);
  if (answer->has_rota) {
    json_object_set_new(out, "changes", json_integer(answer->changes));
    json_object_set_new(out, "dearer", answer->known ? json_integer(answer->dearer) : json_null());
  }
  return out;
}
