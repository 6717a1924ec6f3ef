#include "planning/suggest.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/naming.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "model/json.h"
#include "planning/around.h"
#include "planning/assess.h"
#include "planning/rota_files.h"
#include "reports/suggest_report.h"

#include <stdio.h>
#include <string.h>

static const struct command_usage usage = {
    .name = "suggest",
    .arguments =
        "DIR ROTA --gap 'DATE SESSION TASK SITE'\n"
        "  rota suggest DIR ROTA --swap A B [--on DATE]...\n"
        "  rota suggest DIR ROTA --for C [--on DATE]...",
    .summary = "Ranks ways to fill a gap, to exchange sessions, to give somebody a day.",
    .examples =
        "  rota suggest sussex sussex/2027-01/rota.json --gap '2027-01-12 am clinic hove'\n"
        "  rota suggest sussex sussex/2027-01/rota.json --swap amrita omar\n"
        "  rota suggest sussex sussex/2027-01/rota.json --for amrita --on 2027-01-12\n"
        "  rota suggest sussex sussex/2027-01/rota.json --for amrita --apply 2\n",
    .details =
        "Each suggestion says what it changes, what the whole rota then costs more or less, who "
        "loses by it, and whether anything needed is missing; all of them are lawful, and the "
        "cheapest comes first. What one person's place needs of others comes with it: up to three "
        "further moves. Locked sessions and days before --today never move. The rest is listed "
        "under the rules that forbid it.\n"
        "--apply writes the suggestion of that number as the working copy, rota.json and rota.csv "
        "in DIR/M, for 'rota verify' and 'rota publish'; ask the same again and the numbers are "
        "the same.\n"
        "Exit status: 0 there are suggestions; 1 there are none, or the rota has somebody in two "
        "places at once; 2 bad usage or a file can't be read; 4 internal error.",
    .least = 2,
    .most = 3,
};

enum { MOST = 10, MOST_ALLOWED = 100, NOT_GIVEN = G_MININT };

struct wanted {
  char *month, *gap, *swap, *who, *today_text;
  char **on;
  GArray *dates; /* int, of `on` */
  int most, today;
  int apply; /* the number of a suggestion; NOT_GIVEN, and from is_fine on 0: none */
  gboolean json, force;
};

/* --- what is asked -------------------------------------------------------------------- */

/* `--swap A B` leaves B behind the other arguments; `--swap 'A B'` does not. */
static bool take_other(struct wanted *wanted, const char *other)
{
  if (other && wanted->swap) {
    char *both = g_strdup_printf("%s %s", wanted->swap, other);
    g_free(wanted->swap);
    wanted->swap = both;
  } else if (other)
    console_error("suggest: there is an argument too many: '%s'", other);
  return !other || wanted->swap;
}

static bool read_dates(struct wanted *wanted)
{
  for (char **text = wanted->on; text && *text; text++) {
    int date;
    if (!options_have_date(usage.name, "on", *text, DATE_NONE, &date))
      return false;
    g_array_append_val(wanted->dates, date);
  }
  return true;
}

static bool is_fine(struct wanted *wanted)
{
  const char *fault = NULL;
  if (!!wanted->gap + !!wanted->swap + !!wanted->who != 1)
    fault = "what is wanted? one of --gap, --swap and --for";
  else if (wanted->on && wanted->gap)
    fault = "--on goes with --swap or --for";
  if (fault)
    console_error("suggest: %s", fault);
  bool applies = wanted->apply != NOT_GIVEN;
  wanted->apply = applies ? wanted->apply : 0;
  return !fault && options_within(usage.name, "most", wanted->most, 1, MOST_ALLOWED) &&
         (!applies || options_within(usage.name, "apply", wanted->apply, 1, wanted->most)) &&
         options_have_date(usage.name, "today", wanted->today_text, date_today(), &wanted->today) &&
         read_dates(wanted);
}

static bool find_gap(const struct problem *problem, const struct wanted *wanted,
                     struct suggest_request *out)
{
  out->kind = SUGGEST_GAP;
  if (!naming_gap(usage.name, problem, wanted->gap, &out->gap))
    return false;
  if (problem->month->slots[out->gap.slot].date >= wanted->today)
    return true;
  console_error("suggest: '%s' is over; --today says from when on something may move", wanted->gap);
  return false;
}

static bool find_pair(const struct problem *problem, const struct wanted *wanted,
                      struct suggest_request *out)
{
  g_auto(GStrv) parts = g_strsplit(wanted->swap, " ", -1);
  out->kind = SUGGEST_SWAP;
  if (g_strv_length(parts) != 2) {
    console_error("suggest: --swap takes two people, as in --swap amrita omar");
    return false;
  }
  out->clinician = naming_clinician(usage.name, problem->service, parts[0]);
  out->other =
      out->clinician == NONE ? NONE : naming_clinician(usage.name, problem->service, parts[1]);
  if (out->other != NONE && out->other == out->clinician)
    console_error("suggest: '%s' can't exchange anything with themselves", parts[0]);
  return out->other != NONE && out->other != out->clinician;
}

static bool find_request(const struct problem *problem, const struct wanted *wanted,
                         struct suggest_request *out)
{
  for (guint i = 0; i < wanted->dates->len; i++) {
    int date = g_array_index(wanted->dates, int, i);
    if (date >= problem->month->from && date <= problem->month->until)
      continue;
    console_error("suggest: --on '%s' is not in %s", wanted->on[i], problem->month->name);
    return false;
  }
  if (wanted->gap)
    return find_gap(problem, wanted, out);
  if (wanted->swap)
    return find_pair(problem, wanted, out);
  out->kind = SUGGEST_DAY;
  out->clinician = naming_clinician(usage.name, problem->service, wanted->who);
  return out->clinician != NONE;
}

/* --- one of them, applied ---------------------------------------------------------------- */

static int apply(const struct wanted *wanted, const struct existing_rota *rota,
                 const char *directory, const struct suggest_answer *answer)
{
  g_autofree char *folder = g_build_filename(directory, rota->month_id, NULL);
  g_autofree char *changed = wanted->force ? NULL : rota_files_changed(folder);
  char *message = NULL;
  if (wanted->apply > (int)answer->suggestions->len) {
    console_error("suggest: there is no suggestion %d; there are %u", wanted->apply,
                  answer->suggestions->len);
    return EXIT_USAGE;
  }
  if (changed) {
    console_error("'%s' is not as rota wrote it; move it away, or let --force replace it", changed);
    return EXIT_USAGE;
  }
  const struct consequence *one =
      &g_array_index(answer->suggestions, struct consequence, wanted->apply - 1);
  const struct provenance run = {.version = ROTA_VERSION,
                                 .inputs =
                                     (const struct provenance_input *)(gpointer)rota->inputs->data,
                                 .n_inputs = (int)rota->inputs->len};
  struct audit *audit = audit_new(rota->folder.problem, one->alternative.rota);
  struct assessment *assessment = assess(audit, &run);
  int status = output_end(rota_files_write(folder, assessment, &message), &message);
  assessment_free(assessment);
  audit_free(audit);
  if (status == EXIT_DONE && !wanted->json)
    printf("suggestion %d is written: %s/rota.json and rota.csv\n", wanted->apply, folder);
  return status;
}

static void print(const struct wanted *wanted, const struct suggest_request *request,
                  const struct suggest_answer *answer)
{
  g_autofree char *text =
      wanted->json ? json_text(suggest_json(request, answer)) : suggest_text(request, answer);
  if (wanted->json || !wanted->apply)
    fputs(text, stdout);
}

/* `before`: the rota's audit, with all that it has among the candidates. */
static int suggest(const struct wanted *wanted, const struct existing_rota *rota,
                   const struct audit *before, const char *directory)
{
  struct suggest_request request = {.before = before,
                                    .dates = (const int *)(gpointer)wanted->dates->data,
                                    .n_dates = (int)wanted->dates->len,
                                    .today = wanted->today,
                                    .most = wanted->most};
  if (!reading_allows_answers(usage.name, rota, before))
    return EXIT_BROKEN;
  if (!find_request(before->problem, wanted, &request))
    return EXIT_USAGE;
  struct suggest_answer answer;
  suggest_find(&request, &answer);
  print(wanted, &request, &answer);
  int status = wanted->apply             ? apply(wanted, rota, directory, &answer)
               : answer.suggestions->len ? EXIT_DONE
                                         : EXIT_BROKEN;
  suggest_answer_clear(&answer);
  return status;
}

static int look(const struct wanted *wanted, const struct existing_rota *rota,
                const char *directory)
{
  struct problem *with;
  struct audit *audit = around_audit_new(rota->audit, DATE_NONE, &with);
  int status = suggest(wanted, rota, audit ? audit : rota->audit, directory);
  audit_free(audit);
  problem_free(with);
  return status;
}

/* Reads only once nobody else writes there, if it will write. */
static int run(const struct wanted *wanted, char **argv)
{
  struct folder_lock *lock = NULL;
  struct existing_rota rota = {0};
  int status = reading_is_folder(argv[1]) ? EXIT_DONE : EXIT_USAGE;
  if (status == EXIT_DONE && wanted->apply)
    status = reading_hold(argv[1], "a suggestion", &lock);
  if (status == EXIT_DONE)
    status = reading_rota(usage.name, argv[1], argv[2], wanted->month, &rota);
  if (status == EXIT_DONE)
    status = look(wanted, &rota, argv[1]);
  existing_rota_clear(&rota);
  folder_lock_free(lock);
  return status;
}

static void wanted_clear(struct wanted *wanted)
{
  g_free(wanted->month);
  g_free(wanted->gap);
  g_free(wanted->swap);
  g_free(wanted->who);
  g_free(wanted->today_text);
  g_strfreev(wanted->on);
  g_array_unref(wanted->dates);
}

int command_suggest(int argc, char **argv)
{
  struct wanted wanted = {
      .most = MOST, .apply = NOT_GIVEN, .dates = g_array_new(FALSE, FALSE, sizeof(int))};
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &wanted.month, "the month that the rota is of", "M"},
      {"gap", 0, 0, G_OPTION_ARG_FILENAME, &wanted.gap, "one more for that work",
       "'DATE SESSION TASK SITE'"},
      {"swap", 0, 0, G_OPTION_ARG_FILENAME, &wanted.swap, "which sessions the two can exchange",
       "A B"},
      {"for", 0, 0, G_OPTION_ARG_FILENAME, &wanted.who, "a day without work for this person", "C"},
      {"on", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wanted.on,
       "a date of the exchange, or that day (any)", "DATE"},
      {"today", 0, 0, G_OPTION_ARG_FILENAME, &wanted.today_text,
       "days before it never move (the machine's date)", "D"},
      {"most", 0, 0, G_OPTION_ARG_INT, &wanted.most, "so many suggestions at most (10)", "N"},
      {"apply", 0, 0, G_OPTION_ARG_INT, &wanted.apply,
       "write that suggestion as the month's working copy", "K"},
      {"force", 0, 0, G_OPTION_ARG_NONE, &wanted.force,
       "replace rota.json and rota.csv even if somebody changed them", NULL},
      {"json", 0, 0, G_OPTION_ARG_NONE, &wanted.json, "all of it, for programs", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status))
    status = take_other(&wanted, argv[3]) && is_fine(&wanted) ? run(&wanted, argv) : EXIT_USAGE;
  wanted_clear(&wanted);
  return status;
}
