#include "reports/meetings_csv.h"

#include "model/date.h"
#include "reports/text.h"

/* A cell and the comma behind it. */
static void append(GString *out, const char *text)
{
  text_csv(out, text);
  g_string_append_c(out, ',');
}

static void append_clinician(GString *out, const struct service *service, int clinician)
{
  append(out, clinician == NONE ? "" : service->clinicians[clinician].id);
}

static void append_time(GString *out, int minute)
{
  g_string_append_printf(out, "%02d:%02d,", minute / 60, minute % 60);
}

static void append_session(GString *out, const struct problem *problem, int slot)
{
  if (slot == NONE) {
    g_string_append(out, ",,,,");
    return;
  }
  const struct slot *at = &problem->month->slots[slot];
  const struct block *block = &problem->service->blocks[at->block];
  char date[DATE_TEXT_SIZE];
  append(out, date_format(at->date, date));
  append(out, block->id);
  append_time(out, block->from_minute);
  append_time(out, block->to_minute);
}

static void add_word(GString *words, const char *word)
{
  g_string_append_printf(words, "%s%s", words->len ? " " : "", word);
}

/* Each site once. */
static char *sites_of(const struct service *service, const struct meeting_figures *figures)
{
  GString *out = g_string_new(NULL);
  for (int i = 0; i < figures->n_attending; i++) {
    bool again = false;
    for (int j = 0; j < i; j++)
      again = again || figures->attending[j].site == figures->attending[i].site;
    if (!again)
      add_word(out, service->sites[figures->attending[i].site].id);
  }
  return g_string_free(out, FALSE);
}

static void append_meeting(GString *out, const struct problem *problem,
                           const struct meeting_figures *figures)
{
  const struct service *service = problem->service;
  const struct meeting *meeting = figures->meeting;
  g_autofree char *sites = sites_of(service, figures);
  g_autoptr(GString) attending = g_string_new(NULL), missing = g_string_new(NULL);
  for (int i = 0; i < figures->n_attending; i++)
    add_word(attending, service->clinicians[figures->attending[i].clinician].id);
  for (int i = 0; i < figures->n_missing; i++)
    add_word(missing, service->clinicians[figures->missing[i]].id);
  append_session(out, problem, meeting->slot);
  g_string_append_printf(out, "%d,", meeting->minutes);
  append(out, service->uses[meeting->use].name);
  append(out, meeting->team == NONE ? "" : service->teams.words[meeting->team]);
  append_clinician(out, service, meeting->clinician);
  append_clinician(out, service, meeting->supervisor);
  append(out, sites);
  append(out, attending->str);
  text_csv(out, missing->str);
  g_string_append_c(out, '\n');
}

char *meetings_csv_text(const struct assessment *assessment)
{
  GString *out = g_string_new(
      "date,session,from,to,minutes,rule,team,clinician,supervisor,sites,attending,missing\n");
  for (guint i = 0; i < assessment->meetings->len; i++)
    append_meeting(out, assessment->problem,
                   &g_array_index(assessment->meetings, struct meeting_figures, i));
  return g_string_free(out, FALSE);
}
