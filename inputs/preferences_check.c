/* Preferences against the service's criteria, and against what is possible. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"

static const char *ordinal(int number, char text[16])
{
  static const char *const words[] = {"first", "second",  "third",  "fourth", "fifth",
                                      "sixth", "seventh", "eighth", "ninth",  "tenth"};
  if (number <= (int)G_N_ELEMENTS(words))
    return words[number - 1];
  g_snprintf(text, 16, "%dth", number);
  return text;
}

static void report_too_many(struct reader *reader, struct where where, int number, const char *what,
                            int most, struct where rule)
{
  char text[16];
  diagnostics_error(reader->diagnostics, where, "the %s %s; the service allows %d (%s:%d)",
                    ordinal(number, text), what, most, rule.file, rule.line);
}

static void check_avoided(struct reader *reader, const struct wish *wishes, int count,
                          const char *what, int most, struct where rule)
{
  int avoided = 0;
  for (int i = 0; i < count; i++)
    if (wishes[i].level == LEVEL_AVOID && ++avoided > most && most != UNLIMITED)
      report_too_many(reader, wishes[i].where, avoided, what, most, rule);
}

static void check_criteria(struct reader *reader, const struct preferences *preferences)
{
  const struct criteria *criteria = &reader->service->criteria;
  int most = criteria->most_session_requests;
  for (int i = most; most != UNLIMITED && i < preferences->n_requests; i++)
    report_too_many(reader, preferences->requests[i].where, i + 1, "session request", most,
                    criteria->where_requests);
  check_avoided(reader, preferences->sites, preferences->n_sites, "site to avoid",
                criteria->most_avoided_sites, criteria->where_sites);
  check_avoided(reader, preferences->tasks, preferences->n_tasks, "task to avoid",
                criteria->most_avoided_tasks, criteria->where_tasks);
  for (int i = 0; i < preferences->n_people; i++)
    if (preferences->people[i].item == preferences->clinician)
      diagnostics_error(reader->diagnostics, preferences->people[i].where,
                        "nobody is with or without themselves");
  for (int i = 0; i < preferences->n_tasks; i++) {
    const struct wish *wish = &preferences->tasks[i];
    if (wish->level == LEVEL_AVOID && criteria->barred_tasks[wish->item])
      diagnostics_error(reader->diagnostics, wish->where,
                        "'%s' can't be asked to be avoided (%s:%d)",
                        reader->service->tasks[wish->item].id, criteria->where_barred.file,
                        criteria->where_barred.line);
  }
}

/* Day `day` of the month before the one being read. */
static int day_before(const struct month *month, int day)
{
  return month->month > 1 ? date_make(month->year, month->month - 1, day)
                          : date_make(month->year - 1, 12, day);
}

static void check_submitted(struct reader *reader, const struct node *submitted,
                            struct preferences *preferences)
{
  const struct criteria *criteria = &reader->service->criteria;
  char date[DATE_TEXT_SIZE];
  preferences->percent = 100;
  if (!submitted && criteria->close_day)
    diagnostics_warning(reader->diagnostics, preferences->where,
                        "no 'submitted' date; taken to be in time");
  if (!submitted || !value_date(reader, submitted, &preferences->submitted))
    return;
  int open = criteria->open_day ? day_before(reader->month, criteria->open_day) : DATE_NONE;
  int close = criteria->close_day ? day_before(reader->month, criteria->close_day) : DATE_NONE;
  if (open != DATE_NONE && preferences->submitted < open)
    diagnostics_error(reader->diagnostics, submitted->where,
                      "submitted before %s, when requests for %s open", date_format(open, date),
                      reader->month->id);
  if (close == DATE_NONE || preferences->submitted <= close)
    return;
  preferences->late = true;
  preferences->percent = criteria->late_percent;
  diagnostics_warning(reader->diagnostics, submitted->where,
                      "late: requests for %s closed on %s; this counts %d%% (%s:%d)",
                      reader->month->id, date_format(close, date), preferences->percent,
                      criteria->where_close.file, criteria->where_close.line);
}

/* --- wishes that can't come true: allowed, but with a warning ------------------ */

static bool can_do(const struct reader *reader, int clinician, int task)
{
  for (int d = 0; d < reader->month->n_days; d++)
    if (clinician_can(reader->service, clinician, task, reader->month->days[d].date))
      return true;
  return false;
}

static bool is_at_work(const struct reader *reader, int clinician,
                       const struct session_request *request)
{
  for (int s = 0; s < reader->month->n_slots; s++) {
    const struct slot *slot = &reader->month->slots[s];
    const struct agreed *agreed = month_agreed(reader->month, clinician, s);
    const struct pattern *week = clinician_week(reader->service, clinician, slot->date);
    if ((request->date == DATE_NONE || request->date == slot->date) &&
        pattern_has(&request->when, slot->date, slot->block) &&
        (agreed ? agreed->works : pattern_has(week, slot->date, slot->block)))
      return true;
  }
  return false;
}

void preferences_check_possible(struct reader *reader, const struct preferences *preferences)
{
  const struct clinician *person = &reader->service->clinicians[preferences->clinician];
  for (int i = 0; i < preferences->n_sites; i++)
    if (!person->sites[preferences->sites[i].item])
      diagnostics_warning(reader->diagnostics, preferences->sites[i].where,
                          "'%s' is never sent to '%s'", person->id,
                          refer_id(reader->service, THING_SITE, preferences->sites[i].item));
  for (int i = 0; i < preferences->n_tasks; i++)
    if (!can_do(reader, preferences->clinician, preferences->tasks[i].item))
      diagnostics_warning(reader->diagnostics, preferences->tasks[i].where,
                          "'%s' can't do '%s' this month", person->id,
                          refer_id(reader->service, THING_TASK, preferences->tasks[i].item));
  for (int i = 0; i < preferences->n_requests; i++)
    if (!is_at_work(reader, preferences->clinician, &preferences->requests[i]))
      diagnostics_warning(reader->diagnostics, preferences->requests[i].where,
                          "'%s' does not work in these sessions anyway", person->id);
}

void preferences_check(struct reader *reader, const struct node *submitted,
                       struct preferences *preferences)
{
  check_criteria(reader, preferences);
  check_submitted(reader, submitted, preferences);
}
