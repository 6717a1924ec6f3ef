#include "planning/asks_people.h"

#include "model/contract.h"
#include "planning/asks_named.h"

static void look_at_preferences(const struct problem *problem, struct diagnostics *out)
{
  const struct clinician *people = problem->service->clinicians;
  char text[64];
  for (int i = 0; i < problem->month->n_preferences; i++) {
    const struct preferences *asked = &problem->month->preferences[i];
    if (asks_absence_in_month(problem, asked->clinician, text)) {
      diagnostics_warning(out, asked->where, "nothing comes of these: '%s' %s",
                          people[asked->clinician].id, text);
      continue;
    }
    for (int w = 0; w < asked->n_people; w++)
      if (asks_absence_in_month(problem, asked->people[w].item, text))
        diagnostics_warning(out, asked->people[w].where, "nothing comes of this: '%s' %s",
                            people[asked->people[w].item].id, text);
  }
}

static void look_at_leave(const struct problem *problem, struct diagnostics *out)
{
  char text[64];
  for (int i = 0; i < problem->month->n_leaves; i++) {
    const struct leave *leave = &problem->month->leaves[i];
    if (asks_absence_between(problem->service, leave->clinician, leave->from, leave->until, text))
      diagnostics_warning(out, leave->where, "nothing comes of this leave: '%s' %s",
                          problem->service->clinicians[leave->clinician].id, text);
  }
}

static void look_at_names(const struct problem *problem, struct diagnostics *out)
{
  const struct service *service = problem->service;
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  char text[64];
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct clinician *person = &service->clinicians[c];
    if (asks_absence_in_month(problem, c, text))
      continue;
    const struct clinician *other = g_hash_table_lookup(names, person->name);
    if (other)
      diagnostics_warning(out, person->where,
                          "'%s' has the same name as '%s', by which reports tell people apart",
                          person->id, other->id);
    else
      g_hash_table_insert(names, (gpointer)person->name, (gpointer)person);
  }
}

enum { WEEKEND = 5 }; /* the first day of it, 0 Monday */

/* --- contract and pattern ------------------------------------------------------ */

/* On how many days from Monday to Friday does the service have the block? */
static int weekdays_of(const struct service *service, int block)
{
  int days = 0;
  for (int day = 0; day < WEEKEND; day++)
    days += service->week.blocks[day] >> block & 1;
  return days;
}

/* Evenings and weekends that the service has on a few days only are in a pattern besides the
 * sessions that they are worked instead of. */
static bool is_daytime(const struct service *service, int day, int block)
{
  return day < WEEKEND && 2 * weekdays_of(service, block) > WEEKEND;
}

/* The two longest sessions of a day; the one that there is, if it is one. */
static int longest_day(const struct service *service)
{
  int first = 0, second = 0;
  for (int b = 0; b < service->n_blocks; b++) {
    int minutes = service->blocks[b].to_minute - service->blocks[b].from_minute;
    second = MAX(MIN(first, minutes), second);
    first = MAX(first, minutes);
  }
  return first + second;
}

/* Minutes of all the weeks that take turns; or only of what is had on most days, and of each day
 * what can be a day's work: who is on call may be so every evening, and is not meant to work them
 * all. */
static int64_t pattern_minutes(const struct service *service, const struct works *works,
                               bool daytime)
{
  int64_t minutes = 0;
  for (int week = 0; week < works->n_weeks; week++)
    for (int day = 0; day < WEEK_DAYS; day++) {
      int of_day = 0;
      for (int b = 0; b < service->n_blocks; b++)
        if (works->weeks[week].blocks[day] >> b & 1 && (!daytime || is_daytime(service, day, b)))
          of_day += service->blocks[b].to_minute - service->blocks[b].from_minute;
      minutes += daytime ? MIN(of_day, longest_day(service)) : of_day;
    }
  return minutes;
}

static int shortest_block(const struct service *service)
{
  int shortest = 24 * 60;
  for (int b = 0; b < service->n_blocks; b++)
    shortest = MIN(shortest, service->blocks[b].to_minute - service->blocks[b].from_minute);
  return shortest;
}

/* "18 h 45" */
static const char *hours(int64_t minutes, char text[32])
{
  g_snprintf(text, 32, minutes % 60 == 0 ? "%d h" : "%d h %02d", (int)(minutes / 60),
             (int)(minutes % 60));
  return text;
}

/* A contract is met by whole sessions, so a part of one is nothing to speak of; and more may be in
 * a pattern than is worked, but not a whole day. */
static void look_at_post(const struct service *service, int clinician, const struct post *post,
                         struct diagnostics *out)
{
  int64_t weeks = post->works.n_weeks, owes = weeks * post->week_minutes;
  int64_t holds = pattern_minutes(service, &post->works, false);
  bool below = holds + weeks * shortest_block(service) <= owes;
  bool above = post->most_minutes == UNLIMITED &&
               pattern_minutes(service, &post->works, true) >= owes + weeks * longest_day(service);
  char held[32], owed[32];
  if (weeks > 0 && (below || above) && !service->clinicians[clinician].bank)
    diagnostics_warning(out, post->where,
                        "the pattern of '%s' holds %s a week, and the contract is %s",
                        service->clinicians[clinician].id, hours(holds / weeks, held),
                        hours(post->week_minutes, owed));
}

bool asks_offers_more(const struct service *service, const struct post *post)
{
  int64_t weeks = post->works.n_weeks;
  return pattern_minutes(service, &post->works, false) >=
         weeks * (post->week_minutes + longest_day(service));
}

/* Each post that holds on a day of the month. */
static void look_at_contract(const struct problem *problem, int clinician, struct diagnostics *out)
{
  const struct post *last = NULL;
  for (int d = 0; d < problem->month->n_days; d++) {
    const struct post *post =
        clinician_on(problem->service, clinician, problem->month->days[d].date);
    if (post != last)
      look_at_post(problem->service, clinician, post, out);
    last = post;
  }
}

/* " from 2027-01-15 on", where somebody is not here all month. */
static char *part_of_month(const struct problem *problem, int clinician)
{
  const struct month *month = problem->month;
  const struct clinician *person = &problem->service->clinicians[clinician];
  GString *out = g_string_new(NULL);
  char date[DATE_TEXT_SIZE];
  if (person->joins != DATE_NONE && person->joins > month->days[0].date)
    g_string_append_printf(out, " from %s on", date_format(person->joins, date));
  if (person->leaves != DATE_NONE && person->leaves < month->days[month->n_days - 1].date)
    g_string_append_printf(out, " until %s", date_format(person->leaves, date));
  return g_string_free(out, FALSE);
}

/* Leave aside, for it may come late: what the month's sessions come to. The fewest hours are those
 * of a month, however much of it somebody is here. */
static void look_at_fewest(const struct problem *problem, int clinician, struct diagnostics *out)
{
  const struct clinician *person = &problem->service->clinicians[clinician];
  const struct month *month = problem->month;
  int fewest = contract_own_hours(problem, clinician).fewest;
  int64_t holds = 0;
  char held[32], owed[32];
  for (int s = 0; s < month->n_slots; s++)
    if (month_works(month, problem->service, clinician, s))
      holds += month->slots[s].minutes;
  if (fewest <= holds)
    return;
  g_autofree char *part = part_of_month(problem, clinician);
  diagnostics_warning(out, person->where,
                      "the pattern of '%s' holds %s in %s%s, and the fewest are %s%s", person->id,
                      hours(holds, held), month->name, part, hours(fewest, owed),
                      *part ? " of a whole month" : "");
}

void asks_people(const struct problem *problem, struct diagnostics *out)
{
  char text[64];
  look_at_preferences(problem, out);
  look_at_leave(problem, out);
  look_at_names(problem, out);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (asks_absence_in_month(problem, c, text))
      continue;
    look_at_contract(problem, c, out);
    look_at_fewest(problem, c, out);
  }
}
