/* Preferences against the service's criteria, and against what is possible. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "model/ways.h"

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

/* --- what can't be avoided ------------------------------------------------------ */

bool preferences_speaks_of(const struct session_request *request, const struct slot *slot)
{
  return (request->date == DATE_NONE || request->date == slot->date) &&
         pattern_has(&request->when, slot->date, slot->block);
}

static bool works_in(const struct reader *reader, int clinician, const struct slot *slot)
{
  return month_works(reader->month, reader->service, clinician, (int)(slot - reader->month->slots));
}

static bool is_strongest_against(const struct reader *reader, int level)
{
  return level == service_level_against(reader->service);
}

static bool avoids(const struct reader *reader, const struct preferences *preferences, int task,
                   int site, const struct slot *slot)
{
  for (int i = 0; i < preferences->n_sites; i++)
    if (is_strongest_against(reader, preferences->sites[i].level) &&
        preferences->sites[i].item == site)
      return true;
  for (int i = 0; i < preferences->n_requests; i++) {
    const struct session_request *request = &preferences->requests[i];
    if (preferences_speaks_of(request, slot) &&
        (request->off || (is_strongest_against(reader, request->level) &&
                          (request->task == NONE || request->task == task) &&
                          (request->site == NONE || request->site == site))))
      return true;
  }
  return false;
}

/* In how many sessions and places could the person do the task; or, if `kept`, could and
 * did not ask to avoid it? */
static int count_ways(const struct reader *reader, const struct preferences *preferences, int task,
                      bool kept)
{
  const struct service *service = reader->service;
  const struct month *month = reader->month;
  int ways = 0;
  for (int s = 0; s < month->n_slots; s++)
    for (int p = 0; p < service->n_sites; p++)
      ways += ways_has(service, month, preferences->clinician, task, s, p) &&
              !(kept && avoids(reader, preferences, task, p, &month->slots[s]));
  return ways;
}

/* Do the wishes so far avoid a task altogether that can't be avoided? Then the one at
 * `where` is a wish too many. */
static bool leaves_all_tasks(struct reader *reader, const struct preferences *preferences,
                             struct where where)
{
  const struct criteria *criteria =
      month_criteria(reader->month, reader->service, preferences->clinician);
  for (int t = 0; t < reader->service->n_tasks; t++)
    if (criteria->barred_tasks[t] && count_ways(reader, preferences, t, true) == 0 &&
        count_ways(reader, preferences, t, false) > 0) {
      diagnostics_error(reader->diagnostics, where,
                        "leaves no session and place for '%s', which can't be asked to be "
                        "avoided (%s:%d)",
                        reader->service->tasks[t].id, criteria->where_barred.file,
                        criteria->where_barred.line);
      return false;
    }
  return true;
}

/* Nobody can wish to be off whenever they work: that is leave. */
static bool leaves_work(struct reader *reader, const struct preferences *preferences,
                        struct where where)
{
  int works = 0, kept = 0;
  for (int s = 0; s < reader->month->n_slots; s++) {
    const struct slot *slot = &reader->month->slots[s];
    if (!works_in(reader, preferences->clinician, slot))
      continue;
    bool off = false;
    for (int i = 0; i < preferences->n_requests && !off; i++)
      off = preferences->requests[i].off && preferences_speaks_of(&preferences->requests[i], slot);
    works++;
    kept += !off;
  }
  if (works == 0 || kept > 0)
    return true;
  diagnostics_error(reader->diagnostics, where,
                    "'%s' would be off in every session; who is away all month is on leave",
                    reader->service->clinicians[preferences->clinician].id);
  return false;
}

static bool may_avoid(struct reader *reader, int clinician, int task, struct where where)
{
  const struct criteria *criteria = month_criteria(reader->month, reader->service, clinician);
  if (!criteria->barred_tasks[task])
    return true;
  diagnostics_error(reader->diagnostics, where, "'%s' can't be asked to be avoided (%s:%d)",
                    reader->service->tasks[task].id, criteria->where_barred.file,
                    criteria->where_barred.line);
  return false;
}

/* --- each wish, in the order of the file: allowed, or left out ------------------- */

/* Is one more thing to avoid one too many? */
static bool is_within(struct reader *reader, struct where where, int avoided, const char *what,
                      int most, struct where rule)
{
  if (most == UNLIMITED || avoided <= most)
    return true;
  report_too_many(reader, where, avoided, what, most, rule);
  return false;
}

static void keep_sites(struct reader *reader, const struct preferences *asked,
                       struct preferences *kept)
{
  const struct criteria *criteria =
      month_criteria(reader->month, reader->service, asked->clinician);
  int avoided = 0;
  for (int i = 0; i < asked->n_sites; i++) {
    struct wish wish = asked->sites[i];
    kept->sites[kept->n_sites++] = wish;
    if (is_strongest_against(reader, wish.level) &&
        (!is_within(reader, wish.where, ++avoided, "site to avoid", criteria->most_avoided_sites,
                    criteria->where_sites) ||
         !leaves_all_tasks(reader, kept, wish.where)))
      kept->n_sites--;
  }
}

static void keep_tasks(struct reader *reader, const struct preferences *asked,
                       struct preferences *kept)
{
  const struct criteria *criteria =
      month_criteria(reader->month, reader->service, asked->clinician);
  int avoided = 0;
  for (int i = 0; i < asked->n_tasks; i++) {
    struct wish wish = asked->tasks[i];
    bool avoided_at_all = is_strongest_against(reader, wish.level);
    bool allowed = !avoided_at_all || may_avoid(reader, asked->clinician, wish.item, wish.where);
    if (avoided_at_all)
      allowed = is_within(reader, wish.where, ++avoided, "task to avoid",
                          criteria->most_avoided_tasks, criteria->where_tasks) &&
                allowed;
    if (allowed)
      kept->tasks[kept->n_tasks++] = wish;
  }
}

static void keep_people(struct reader *reader, const struct preferences *asked,
                        struct preferences *kept)
{
  for (int i = 0; i < asked->n_people; i++)
    if (asked->people[i].item != asked->clinician)
      kept->people[kept->n_people++] = asked->people[i];
    else
      diagnostics_error(reader->diagnostics, asked->people[i].where,
                        "nobody is with or without themselves");
}

/* The sessions of the request's date, or else of the week, in which the person works and is
 * not away; of these the ones in the pattern. */
static int count_sessions(const struct reader *reader, int clinician,
                          const struct session_request *request, const struct pattern *within)
{
  bool seen[WEEK_DAYS][BLOCKS_MAX] = {{false}};
  int count = 0;
  for (int s = 0; s < reader->month->n_slots; s++) {
    const struct slot *slot = &reader->month->slots[s];
    bool *counted = &seen[date_weekday(slot->date)][slot->block];
    if (*counted || !preferences_speaks_of(request, slot) || !works_in(reader, clinician, slot) ||
        month_away(reader->month, clinician, s) || !pattern_has(within, slot->date, slot->block))
      continue;
    *counted = true;
    count++;
  }
  return count;
}

static bool is_about(const struct reader *reader, const struct off_limit *limit, int clinician)
{
  int last = reader->month->days[reader->month->n_days - 1].date;
  return !limit->who || service_has_post(reader->service, limit->who, clinician, last);
}

/* Do the requests so far, of which this is the last, ask to be off more often than one of
 * the limits for each person allows? */
static bool is_within_off(struct reader *reader, const struct preferences *so_far,
                          const struct session_request *request)
{
  const struct criteria *criteria =
      month_criteria(reader->month, reader->service, so_far->clinician);
  for (int l = 0; l < criteria->n_off; l++) {
    const struct off_limit *limit = &criteria->off[l];
    int sessions = 0, more = count_sessions(reader, so_far->clinician, request, &limit->when);
    for (int i = 0; i < so_far->n_requests; i++)
      if (so_far->requests[i].off)
        sessions += count_sessions(reader, so_far->clinician, &so_far->requests[i], &limit->when);
    if (limit->at_once || !is_about(reader, limit, so_far->clinician) || more == 0 ||
        sessions <= limit->most)
      continue;
    diagnostics_error(reader->diagnostics, request->where,
                      "asks to be off in %d of these sessions; the service allows %d (%s:%d)",
                      sessions, limit->most, limit->where.file, limit->where.line);
    return false;
  }
  return true;
}

/* Counts on from `*number`, the requests before this one. */
static bool is_within_requests(struct reader *reader, int clinician,
                               const struct session_request *request, int *number)
{
  const struct criteria *criteria = month_criteria(reader->month, reader->service, clinician);
  int first = *number + 1, last = *number += request->sessions;
  int most = criteria->most_session_requests;
  char from[16], to[16];
  if (most == UNLIMITED || last <= most || request->sessions == 0)
    return true;
  if (first == last)
    report_too_many(reader, request->where, first, "session request", most,
                    criteria->where_requests);
  else
    diagnostics_error(reader->diagnostics, request->where,
                      "the %s %s %s session request, one for each session; the service "
                      "allows %d (%s:%d)",
                      ordinal(first, from), last == first + 1 ? "and" : "to the", ordinal(last, to),
                      most, criteria->where_requests.file, criteria->where_requests.line);
  return false;
}

/* Does one of the first so many of the requests ask to be off whenever this one does? */
static bool is_off_anyhow(const struct reader *reader, const struct preferences *so_far, int count,
                          const struct session_request *request)
{
  for (int i = 0; i < count; i++) {
    bool whenever = so_far->requests[i].off;
    for (int s = 0; s < reader->month->n_slots && whenever; s++)
      whenever = !preferences_speaks_of(request, &reader->month->slots[s]) ||
                 preferences_speaks_of(&so_far->requests[i], &reader->month->slots[s]);
    if (whenever)
      return true;
  }
  return false;
}

/* `n_before`: so many of the requests so far were asked before, in another file. */
static bool may_ask(struct reader *reader, const struct preferences *so_far, int n_before,
                    const struct session_request *request, int *number)
{
  if (!is_within_requests(reader, so_far->clinician, request, number))
    return false;
  if (request->off && is_off_anyhow(reader, so_far, n_before, request))
    return true;
  if (request->off)
    return is_within_off(reader, so_far, request) && leaves_work(reader, so_far, request->where) &&
           leaves_all_tasks(reader, so_far, request->where);
  if (!is_strongest_against(reader, request->level))
    return true;
  return request->task != NONE ? may_avoid(reader, so_far->clinician, request->task, request->where)
                               : leaves_all_tasks(reader, so_far, request->where);
}

static void keep_requests(struct reader *reader, const struct preferences *asked,
                          struct preferences *kept)
{
  const struct pattern always = pattern_always();
  int number = 0, n_before = kept->n_requests;
  for (int i = 0; i < asked->n_requests; i++) {
    struct session_request request = asked->requests[i];
    request.sessions = count_sessions(reader, asked->clinician, &request, &always);
    kept->requests[kept->n_requests++] = request;
    if (!may_ask(reader, kept, n_before, &request, &number))
      kept->n_requests--;
  }
}

static void check_criteria(struct reader *reader, struct preferences *preferences)
{
  const struct preferences asked = *preferences;
  preferences->n_sites = preferences->n_tasks = preferences->n_people = 0;
  preferences->n_requests = 0;
  keep_sites(reader, &asked, preferences);
  keep_tasks(reader, &asked, preferences);
  keep_people(reader, &asked, preferences);
  keep_requests(reader, &asked, preferences);
}

static void check_submitted(struct reader *reader, const struct node *submitted,
                            struct preferences *preferences)
{
  const struct criteria *criteria =
      month_criteria(reader->month, reader->service, preferences->clinician);
  char date[DATE_TEXT_SIZE];
  preferences->percent = 100;
  if (!submitted)
    diagnostics_warning(reader->diagnostics, preferences->where,
                        "no 'submitted' date; taken to be in time");
  if (!submitted || !value_date(reader, submitted, &preferences->submitted))
    return;
  int open = month_deadline(reader->month, criteria->open_day);
  int close = month_deadline(reader->month, criteria->close_day);
  if (open != DATE_NONE && preferences->submitted < open)
    diagnostics_error(reader->diagnostics, submitted->where,
                      "submitted before %s, when requests for %s open", date_format(open, date),
                      reader->month->name);
  if (close == DATE_NONE || preferences->submitted <= close)
    return;
  preferences->late = true;
  preferences->percent = criteria->late_percent;
  diagnostics_warning(reader->diagnostics, submitted->where,
                      "late: requests for %s closed on %s; this counts %d%% (%s:%d)",
                      reader->month->name, date_format(close, date), preferences->percent,
                      criteria->where_close.file, criteria->where_close.line);
}

/* --- wishes that can't come true: allowed, but with a warning ------------------ */

/* A scenario in which somebody leaves is not told that they no longer work. */
static bool leaves_this_month(const struct reader *reader, const struct clinician *person)
{
  const struct month *month = reader->month;
  return person->leaves != DATE_NONE && person->leaves < month->days[month->n_days - 1].date;
}

static bool works_ever(const struct reader *reader, int clinician,
                       const struct session_request *request)
{
  for (int s = 0; s < reader->month->n_slots; s++)
    if (preferences_speaks_of(request, &reader->month->slots[s]) &&
        works_in(reader, clinician, &reader->month->slots[s]))
      return true;
  return false;
}

void preferences_check_possible(struct reader *reader, const struct preferences *preferences)
{
  const struct clinician *person = &reader->service->clinicians[preferences->clinician];
  for (int i = 0; i < preferences->n_sites; i++)
    if (!month_sends(reader->month, reader->service, preferences->clinician,
                     preferences->sites[i].item))
      diagnostics_warning(reader->diagnostics, preferences->sites[i].where,
                          "'%s' is never sent to '%s'", person->id,
                          refer_id(reader->service, THING_SITE, preferences->sites[i].item));
  for (int i = 0; i < preferences->n_tasks; i++)
    if (!month_can(reader->month, reader->service, preferences->clinician,
                   preferences->tasks[i].item))
      diagnostics_warning(reader->diagnostics, preferences->tasks[i].where,
                          "'%s' can't do '%s' this month", person->id,
                          refer_id(reader->service, THING_TASK, preferences->tasks[i].item));
  for (int i = 0; i < preferences->n_requests; i++) {
    const struct session_request *request = &preferences->requests[i];
    if (request->sessions == 0 && !leaves_this_month(reader, person))
      diagnostics_warning(
          reader->diagnostics, request->where,
          "this is no wish, and counts as none: '%s' %s in these sessions anyway", person->id,
          works_ever(reader, preferences->clinician, request) ? "is away" : "does not work");
  }
}

void preferences_check(struct reader *reader, const struct node *submitted,
                       struct preferences *preferences)
{
  check_criteria(reader, preferences);
  check_submitted(reader, submitted, preferences);
}

void preferences_check_objections(struct reader *reader, const struct preferences *before,
                                  struct preferences *objections)
{
  const struct preferences asked = *objections;
  struct preferences kept = before ? *before : (struct preferences){.clinician = asked.clinician};
  int n_before = kept.n_requests;
  struct session_request *all =
      ARENA_NEW(reader->month->arena, struct session_request, n_before + asked.n_requests);
  for (int i = 0; i < n_before; i++)
    all[i] = before->requests[i];
  kept.requests = all;
  keep_requests(reader, &asked, &kept);
  objections->requests = all + n_before;
  objections->n_requests = kept.n_requests - n_before;
}
