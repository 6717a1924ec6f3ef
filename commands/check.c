#include "commands/command.h"
#include "commands/console.h"
#include "commands/reading.h"
#include "model/bank_holidays.h"
#include "model/waiting/waiting.h"
#include "planning/asks.h"
#include "planning/decide.h"
#include "planning/drift.h"
#include "planning/part_weeks.h"
#include "reports/by_use_words.h"
#include "reports/text.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "check",
    .arguments = "DIR [--month M]",
    .summary = "Reads a service's folder and reports every mistake in it at once.",
    .examples =
        "  rota check sussex                    the service and all its months\n"
        "  rota check sussex --month 2027-01    the service and one month\n",
    .details =
        "Mistakes are printed as file:line:column: message. Warnings do not fail the check; among "
        "them: what is no longer as it was when a month was published.\n"
        "What no rota can keep is a mistake too: a lock on a day of leave, more needed than can "
        "be there. What has a price and can't be met whatever is done is a warning, and so is what "
        "asks for nothing: a rule that no rota can break, a named person who has left.\n"
        "Then it says what it read: files, people, and of each month the sessions, absences, "
        "wishes, events, closures and locks, and which weeks are shared with a month that is not "
        "published.\n"
        "Exit status: 0 all is in order; 2 there are mistakes.",
    .least = 1,
    .most = 1,
};

static void say_service(const struct service *service)
{
  g_autoptr(GString) line = g_string_new(service->name);
  g_string_append(line, ": ");
  text_count(line, service->n_clinicians, "clinician", "clinicians");
  g_string_append(line, ", ");
  text_count(line, service->n_sites, "site", "sites");
  g_string_append(line, ", ");
  text_count(line, service->n_tasks, "task", "tasks");
  g_string_append(line, ", ");
  text_count(line, service->n_demands + service->n_by_use, "line of demand", "lines of demand");
  g_string_append(line, ", ");
  text_count(line, service->n_uses, "rule in force", "rules in force");
  puts(line->str);
}

/* "waiting list: 4,360 people, 14.3 in 1,000 of the 305,000 served" */
static void say_waiting_list(const struct waiting_list *list)
{
  g_autoptr(GString) line = g_string_new("waiting list: ");
  int people = 0;
  for (int class = 0; class < WAITING_CLASSES; class ++)
    people += waiting_size(list, class);
  text_number(line, people);
  g_string_append(line, people == 1 ? " person" : " people");
  if (list->population > 0) {
    g_string_append_printf(line, ", %.1f in 1,000 of the ",
                           1000.0 * (double)people / list->population);
    text_number(line, list->population);
    g_string_append(line, " served");
  }
  if (list->counted_on != DATE_NONE) {
    char day[DATE_LONG_SIZE];
    g_string_append_printf(line, ", counted on %s", date_format_long(list->counted_on, day));
  }
  puts(line->str);
}

/* What was sent for the month. */
struct sent {
  int files, wishes, objections;
};

static struct sent sent_for(const struct month *month)
{
  struct sent out = {0};
  for (int i = 0; i < month->n_preferences; i++) {
    const struct preferences *asked = &month->preferences[i];
    int objections = 0;
    for (int r = 0; r < asked->n_requests; r++)
      objections += asked->requests[r].objection;
    out.files += asked->where.file != NULL;
    out.objections += objections;
    out.wishes +=
        asked->n_sites + asked->n_tasks + asked->n_people + asked->n_requests - objections;
  }
  return out;
}

static int written_elsewhere(const struct month *month)
{
  int count = 0;
  for (int i = 0; i < month->n_leaves; i++)
    count += !month_owns(month, month->leaves[i].where.file);
  return count;
}

/* What becomes different of people in that month. */
static int changes_in(const struct month *month, const struct service *service)
{
  int count = 0, last = month->days[month->n_days - 1].date;
  for (int p = service->n_clinicians; p < service->n_posts; p++)
    count += service->posts[p].from >= month->days[0].date && service->posts[p].from <= last;
  return count;
}

/* "; worked, though bank holidays: Fri 1 Jan": whoever left 'holidays' out may not know it. */
static void say_bank_holidays(const struct month *month, GString *line)
{
  const char *before = "; worked, though a bank holiday: ";
  for (int d = 0; d < month->n_days; d++) {
    const struct day *day = &month->days[d];
    bool ordinary = false;
    for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
      ordinary = ordinary || month->slots[s].ordinary;
    if (!ordinary || !bank_holidays_has(day->date))
      continue;
    char date[DATE_TEXT_SIZE];
    g_string_append_printf(line, "%s%s", before, date_format_short(day->date, date));
    before = ", ";
  }
}

static void say_month(const struct month *month, const struct service *service)
{
  g_autoptr(GString) line = g_string_new(month->id);
  if (month->weeks > 0) {
    g_string_append(line, ", ");
    text_count(line, month->weeks, "week", "weeks");
  }
  int elsewhere = written_elsewhere(month), due = month_due(month, service);
  int changes = changes_in(month, service);
  const struct sent sent = sent_for(month);
  char date[DATE_TEXT_SIZE];
  g_string_append(line, ": ");
  text_count(line, month->n_slots, "session", "sessions");
  g_string_append(line, ", ");
  text_count(line, month->n_leaves, "absence", "absences");
  if (elsewhere)
    g_string_append_printf(line, " (%d from other months' files)", elsewhere);
  g_string_append(line, ", ");
  text_count(line, sent.files, "preference file", "preference files");
  g_string_append(line, " with ");
  text_count(line, sent.wishes, "wish", "wishes");
  if (sent.objections > 0) {
    g_string_append(line, ", ");
    text_count(line, sent.objections, "objection", "objections");
  }
  g_string_append(line, ", ");
  text_count(line, month->n_events, "event", "events");
  g_string_append(line, ", ");
  text_count(line, month->n_closures, "closure", "closures");
  g_string_append(line, ", ");
  text_count(line, month->n_locks, "lock", "locks");
  if (changes > 0) {
    g_string_append(line, ", ");
    text_count(line, changes, "change of people", "changes of people");
  }
  say_bank_holidays(month, line);
  if (due != DATE_NONE)
    g_string_append_printf(line, "; to be published by %s", date_format(due, date));
  puts(line->str);
  g_autofree char *by_use = by_use_words(month, service);
  fputs(by_use, stdout);
}

/* "read: 13 files; all in order", which is said where there is nothing to look at. */
static void say_end(const struct folder *folder, int warnings)
{
  g_autoptr(GArray) inputs = folder_inputs(folder);
  g_autoptr(GString) line = g_string_new("read: ");
  text_count(line, (int)inputs->len, "file", "files");
  if (folder->n_months == 0)
    g_string_append(line, "; there is no month's folder yet");
  if (warnings > 0) {
    g_string_append(line, "; no mistakes, ");
    text_count(line, warnings, "warning", "warnings");
  } else {
    g_string_append(line, "; all in order");
  }
  puts(line->str);
}

static void say_all(const struct folder *folder, const char *shared, int warnings)
{
  say_service(folder->service);
  if (folder->service->waiting_list)
    say_waiting_list(folder->service->waiting_list);
  for (int i = 0; i < folder->n_months; i++)
    say_month(folder->months[i], folder->service);
  fputs(shared, stdout);
  if (folder->service->criteria.close_day == 0)
    puts("requests are taken until the rota is built: the criteria have no 'close'");
  say_end(folder, warnings);
}

/* A word, and no warning: the month before or after may be published one day. */
static void append_part_weeks(GString *out, const struct problem *problem)
{
  g_autoptr(GPtrArray) weeks = part_weeks(problem);
  for (guint w = 0; w < weeks->len; w++)
    g_string_append_printf(out, "%s: %s\n", problem->month->id, (const char *)weeks->pdata[w]);
}

/* What no rota of a month can keep is a mistake of what was written; what asks for nothing
 * is worth a word. `all`: are these all the months that there are? The weeks that they share
 * with others go to `shared`. */
static enum status decide_months(const struct folder *folder, bool all,
                                 struct diagnostics *diagnostics, GString *shared)
{
  struct asks *asks = asks_new(folder->service, diagnostics);
  for (int i = 0; i < folder->n_months; i++) {
    struct problem *problem = problem_new(folder->service, folder->months[i]);
    decide(problem, diagnostics);
    asks_month(asks, problem);
    append_part_weeks(shared, problem);
    problem_free(problem);
  }
  if (folder->n_months > 0)
    asks_end(asks, all);
  asks_free(asks);
  return diagnostics_errors(diagnostics) > 0 ? STATUS_BAD_INPUT : STATUS_OK;
}

/* The service and its months in one go: a mistake in one hides none in another. */
static int check(const char *directory, const char *month)
{
  struct folder folder;
  g_autoptr(GString) shared = g_string_new(NULL);
  struct diagnostics *diagnostics = diagnostics_new();
  diagnostics_set_strict(diagnostics, true);
  enum status read = month ? folder_read(directory, month, diagnostics, &folder)
                           : folder_read_all(directory, diagnostics, &folder);
  if (read == STATUS_OK)
    folder_check_booked(&folder, directory, diagnostics);
  if (read == STATUS_OK)
    read = decide_months(&folder, month == NULL, diagnostics, shared);
  if (read == STATUS_OK)
    drift_of_folder(&folder, directory, diagnostics);
  int said;
  diagnostics_sorted(diagnostics, &said);
  int warnings = said - diagnostics_errors(diagnostics);
  int status = reading_end(diagnostics, read, directory);
  if (status == EXIT_DONE)
    say_all(&folder, shared->str, warnings);
  folder_clear(&folder);
  return status;
}

int command_check(int argc, char **argv)
{
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &month,
       "only this month, such as 2027-01, or the first day of weeks", "M"},
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  if (!reading_is_folder(argv[1]) || (month && !reading_is_month(usage.name, month)))
    return EXIT_USAGE;
  return check(argv[1], month);
}
