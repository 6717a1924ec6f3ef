#include "planning/leave.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/naming.h"
#include "commands/options.h"
#include "commands/progress.h"
#include "commands/reading.h"
#include "model/json.h"
#include "model/month_id.h"
#include "reports/leave_report.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "leave",
    .arguments = "DIR --clinician C --from D [--to D] [OPTION...]",
    .summary = "Says whether somebody's leave can be granted, and which days if not all.",
    .examples =
        "  rota leave sussex --clinician amrita --from 2027-01-11 --to 2027-01-15\n"
        "  rota leave sussex --clinician amrita --from 2027-06-07 --json\n",
    .details =
        "Where the month is published, or has a rota.json, by the repair that the leave would "
        "cost, as 'rota repair --absent' finds it: yes where no cover is lost. Before there is a "
        "rota, by people: who is there in each session, with the leave that is written so far, "
        "set against what the service needs, each person once a session. Nothing is written; to "
        "grant it, add the row to leave.csv, or repair.\n"
        "The leave lies in one month; ask for each of two. Days that C does not work count for "
        "nothing.\n"
        "Exit status: 0 yes; 1 no, and why is printed; 2 bad usage or bad input; 3 it was not "
        "found in the time; 4 internal error.",
    .least = 1,
    .most = 1,
};

enum { SECONDS = 20 };

struct wanted {
  char *month, *clinician, *from_text, *until_text, *today_text;
  int from, until, today;
  struct build_settings settings;
  gboolean json;
};

/* "2027-01" where no month is given. */
static void find_month(struct wanted *wanted)
{
  char text[DATE_TEXT_SIZE];
  if (!wanted->month)
    wanted->month = g_strndup(date_format(wanted->from, text), 7);
}

static bool is_fine(struct wanted *wanted)
{
  if (!wanted->clinician || !wanted->from_text) {
    console_error("leave: whose, and when? --clinician and --from");
    return false;
  }
  if (!options_are_fine(usage.name, &wanted->settings) ||
      !options_have_date(usage.name, "from", wanted->from_text, DATE_NONE, &wanted->from) ||
      !options_have_date(usage.name, "to", wanted->until_text, wanted->from, &wanted->until) ||
      !options_have_date(usage.name, "today", wanted->today_text, date_today(), &wanted->today))
    return false;
  if (wanted->until < wanted->from)
    console_error("leave: --to is before --from");
  find_month(wanted);
  return wanted->until >= wanted->from && reading_is_month(usage.name, wanted->month);
}

static int answer_request(const struct wanted *wanted, const struct folder *folder,
                          const struct leave_request *request)
{
  static const int ends[] = {
      [LEAVE_YES] = EXIT_DONE, [LEAVE_NO] = EXIT_BROKEN, [LEAVE_UNKNOWN] = EXIT_LIMIT};
  struct diagnostics *diagnostics = diagnostics_new();
  struct leave_answer answer;
  enum status status = leave_ask(folder, request, diagnostics, &answer);
  int end = EXIT_DONE;
  if (status != STATUS_OK)
    end = reading_end(diagnostics, status, request->directory);
  else {
    g_autofree char *text =
        wanted->json ? json_text(leave_json(request, &answer)) : leave_text(request, &answer);
    fputs(text, stdout);
    end = ends[answer.verdict];
    diagnostics_free(diagnostics);
  }
  leave_answer_clear(&answer);
  return end;
}

static int ask(const struct wanted *wanted, const struct folder *folder, const char *directory)
{
  const struct month *month = folder->month;
  const struct leave_request request = {
      .directory = directory,
      .month_id = wanted->month,
      .clinician = naming_clinician(usage.name, folder->service, wanted->clinician),
      .from = wanted->from,
      .until = wanted->until,
      .today = wanted->today,
      .settings = &wanted->settings};
  if (request.clinician == NONE)
    return EXIT_USAGE;
  if (wanted->from < month->from || wanted->until > month->until) {
    console_error("leave: the days are not all in %s; ask for each month", month->name);
    return EXIT_USAGE;
  }
  return answer_request(wanted, folder, &request);
}

int command_leave(int argc, char **argv)
{
  struct wanted wanted = {.settings = build_default_settings()};
  wanted.settings.seconds = SECONDS;
  const GOptionEntry entries[] = {
      {"clinician", 'c', 0, G_OPTION_ARG_FILENAME, &wanted.clinician, "whose leave", "C"},
      {"from", 0, 0, G_OPTION_ARG_FILENAME, &wanted.from_text, "first day of it", "D"},
      {"to", 0, 0, G_OPTION_ARG_FILENAME, &wanted.until_text, "last day of it (the first)", "D"},
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &wanted.month,
       "the month that the days are of (that of the first day)", "M"},
      {"today", 0, 0, G_OPTION_ARG_FILENAME, &wanted.today_text,
       "days before it never move (the machine's date)", "D"},
      OPTION_TIME(&wanted.settings, "stop each repair after so many seconds (20)"),
      OPTION_THREADS(&wanted.settings, 0, "cores to use (all)"),
      OPTION_DETERMINISTIC(&wanted.settings, "count work, not time"),
      {"json", 0, 0, G_OPTION_ARG_NONE, &wanted.json, "all of it, for programs", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    struct folder folder = {0};
    status = is_fine(&wanted) ? reading_folder(argv[1], wanted.month, &folder) : EXIT_USAGE;
    wanted.settings.stop = progress_stop_flag();
    if (status == EXIT_DONE)
      status = ask(&wanted, &folder, argv[1]);
    folder_clear(&folder);
    progress_stopped();
  }
  g_free(wanted.month);
  g_free(wanted.clinician);
  g_free(wanted.from_text);
  g_free(wanted.until_text);
  g_free(wanted.today_text);
  return status;
}
