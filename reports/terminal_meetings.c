/* The 1:1s and meetings that rules ask for: when and where each can be held, who is
 * missing, and who gets none. */
#include "model/words.h"
#include "reports/terminal_parts.h"

enum { WHEN_WIDTH = 15 };

static const struct meeting_figures *figures_at(const struct terminal *terminal, guint index)
{
  return &g_array_index(terminal->assessment->meetings, struct meeting_figures, index);
}

static const char *name_of(const struct terminal *terminal, int clinician)
{
  return terminal->assessment->problem->service->clinicians[clinician].name;
}

/* "at Hove hub", "at Hove hub and Remote" */
static void append_sites(GString *line, const struct terminal *terminal,
                         const struct meeting_figures *figures)
{
  const struct service *service = terminal->assessment->problem->service;
  const char *before = " at ";
  for (int i = 0; i < figures->n_attending; i++) {
    bool again = false;
    for (int j = 0; j < i; j++)
      again = again || figures->attending[j].site == figures->attending[i].site;
    if (again)
      continue;
    g_string_append_printf(line, "%s%s", before, service->sites[figures->attending[i].site].name);
    before = " and ";
  }
}

/* "; on leave: Ann Able, Bob Best", of those who are missing that way. */
static void append_missing(GString *line, const struct terminal *terminal,
                           const struct meeting_figures *figures, enum attendance attendance,
                           const char *words)
{
  const struct assessment *assessment = terminal->assessment;
  bool any = false;
  for (int i = 0; i < figures->n_missing; i++) {
    int clinician = figures->missing[i], n_slots = assessment->problem->month->n_slots;
    if (assessment->attendance[clinician * n_slots + figures->meeting->slot] != attendance)
      continue;
    if (any)
      g_string_append_printf(line, ", %s", name_of(terminal, clinician));
    else
      g_string_append_printf(line, "; %s: %s", words, name_of(terminal, clinician));
    any = true;
  }
}

/* "; more meetings than the session has time: Ann Able" */
static void append_crowded(GString *line, const struct terminal *terminal,
                           const struct meeting_figures *figures)
{
  for (int i = 0; i < figures->n_crowded; i++)
    g_string_append_printf(line, "%s%s",
                           i == 0 ? "; more meetings than the session has time: " : ", ",
                           name_of(terminal, figures->crowded[i]));
}

static void append_one_to_one(GString *line, const struct terminal *terminal,
                              const struct meeting_figures *figures)
{
  g_string_append_printf(line, "%s with %s", name_of(terminal, figures->meeting->clinician),
                         name_of(terminal, figures->meeting->supervisor));
  append_sites(line, terminal, figures);
}

static void append_group(GString *line, const struct terminal *terminal,
                         const struct meeting_figures *figures)
{
  const struct meeting *meeting = figures->meeting;
  if (meeting->team == NONE)
    g_string_append(line, "together");
  else
    g_string_append_printf(line, "team %s",
                           terminal->assessment->problem->service->teams.words[meeting->team]);
  if (meeting->slot == NONE)
    return;
  g_string_append_printf(line, ": %d of %d", figures->n_attending,
                         figures->n_attending + figures->n_missing);
  append_sites(line, terminal, figures);
  append_missing(line, terminal, figures, ATTENDANCE_WORKS, "missing, at other work");
  append_missing(line, terminal, figures, ATTENDANCE_FREE, "missing, with nothing planned");
  append_missing(line, terminal, figures, ATTENDANCE_LEAVE, "on leave");
  append_missing(line, terminal, figures, ATTENDANCE_CLOSED, "closed");
  append_missing(line, terminal, figures, ATTENDANCE_OFF, "not at work");
}

/* "  Tue 12 Jan pm  Bob Best with Ann Able at Hove hub" */
static void append_meeting(struct terminal *terminal, const struct meeting_figures *figures)
{
  const struct meeting *meeting = figures->meeting;
  g_autoptr(GString) line = g_string_new(NULL);
  char when[WORDS_SIZE];
  if (meeting->clinician != NONE)
    append_one_to_one(line, terminal, figures);
  else
    append_group(line, terminal, figures);
  append_crowded(line, terminal, figures);
  g_string_append(terminal->out, "    ");
  text_left(terminal->out,
            meeting->slot == NONE ? "none"
                                  : words_slot(terminal->assessment->problem, meeting->slot, when),
            WHEN_WIDTH);
  text_wrap(terminal->out, line->str, WHEN_WIDTH + 4);
}

/* The meetings of one use, from `first` to before the index that is returned. */
static guint append_use(struct terminal *terminal, guint first)
{
  const GArray *meetings = terminal->assessment->meetings;
  const struct meeting *of_use = figures_at(terminal, first)->meeting;
  int use = of_use->use, held = 0;
  bool pairs = of_use->clinician != NONE;
  bool all =
      !pairs || terminal->show == TERMINAL_SHOW_PEOPLE || terminal->show == TERMINAL_SHOW_MEETINGS;
  guint end = first;
  for (; end < meetings->len && figures_at(terminal, end)->meeting->use == use; end++)
    held += figures_at(terminal, end)->meeting->slot != NONE;
  g_autoptr(GString) line = g_string_new(terminal->assessment->problem->service->uses[use].name);
  g_string_append_printf(line, ": %d of %u %s can be held%s", held, end - first,
                         pairs                  ? "1:1s"
                         : of_use->team == NONE ? "meetings"
                                                : "team meetings",
                         all || held == 0 ? "" : "; each: rota report --show meetings");
  g_string_append(terminal->out, "  ");
  text_wrap(terminal->out, line->str, 2);
  for (guint i = first; i < end; i++)
    if (all || figures_at(terminal, i)->meeting->slot == NONE)
      append_meeting(terminal, figures_at(terminal, i));
  return end;
}

void terminal_meetings(struct terminal *terminal)
{
  const GArray *meetings = terminal->assessment->meetings;
  if (meetings->len > 0)
    terminal_heading(terminal, "WHO MEETS WHEN?");
  for (guint i = 0; i < meetings->len;)
    i = append_use(terminal, i);
}
