#include "planning/repair.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/progress.h"
#include "commands/reading.h"
#include "model/json.h"
#include "model/month_id.h"
#include "planning/assess.h"
#include "planning/repair_changes.h"
#include "planning/repair_frontier.h"
#include "planning/rota_files.h"
#include "reports/repair_report.h"

#include <stdio.h>
#include <string.h>

static const struct command_usage usage = {
    .name = "repair",
    .arguments = "DIR [ROTA] --month M [OPTION...]",
    .summary = "Mends a published rota after something has happened, with the fewest changes.",
    .examples =
        "  rota repair sussex -m 2027-01 --absent zara --from 2027-01-21 --to 2027-01-22\n"
        "  rota repair sussex -m 2027-01 --left omar --close hove --from 2027-01-25\n"
        "  rota repair sussex -m 2027-01                 after any change of the inputs\n"
        "  rota repair sussex edited.csv -m 2027-01       rows that say locked: yes stay\n"
        "  rota repair sussex -m 2027-01 --dry-run --frontier\n",
    .details =
        "In this order: no cover is lost that a lawful rota can keep; as few places as possible "
        "are other than published; as few booked people as possible are put off (booked.csv); "
        "the price is the least. Each is proven, or said not to be. What the absence itself takes "
        "away is listed and not counted. Days before --today never move.\n"
        "ROTA is a rota edited in a spreadsheet: of its rows from today on those whose column "
        "'locked' says yes are locks, and stand in locks.csv from then on.\n"
        "--from, --to and --kind are of the --absent or --close before them; without --from "
        "today, without --to that one day. What has happened is written into DIR/M/repairs, one "
        "file for each, and counts for every later command; the mended rota is the working copy: "
        "rota.json and rota.csv in DIR/M, for 'rota publish'.\n"
        "Exit status: 0 there is a rota; 1 there is, but days that are over break a hard rule, or "
        "there is no lawful one beside them, and why is printed; 2 mistakes in the input; 3 no "
        "rota was found in the time; 4 internal error.",
    .least = 1,
    .most = 2,
};

enum { BEYOND = 3 }; /* changes more than the fewest, in a frontier */
enum { NOT_GIVEN = G_MININT };

enum order_kind { ORDER_ABSENT, ORDER_LEFT, ORDER_CLOSE, ORDER_LEAVE_FILE, ORDER_EVENT_FILE };

/* One thing that has happened, as the options say it. */
struct order {
  enum order_kind kind;
  char *what; /* a clinician, a site or a file */
  char *from, *until, *leave_kind;
};

struct repair_command {
  const char *directory, *edited; /* a rota whose marked rows lock; NULL: none */
  char *month, *today_text;
  int today;
  struct order first; /* what is said before anything has happened: of all that follows */
  GArray *said;       /* struct order */
  struct build_settings settings;
  gboolean json, quiet, force, keep_gaps, frontier, dry_run;
  int budget;
  /* what comes of it */
  struct folder_lock *lock;
  struct repair_orders *orders;
  struct folder folder;
  struct repair_ground *ground;
  struct repair_result result;
  struct assessment *assessment;
  GArray *changes, *points;
};

/* --- what has happened --------------------------------------------------------- */

static void order_clear(gpointer data)
{
  struct order *order = data;
  g_free(order->what);
  g_free(order->from);
  g_free(order->until);
  g_free(order->leave_kind);
}

static void put(char **field, const char *value)
{
  g_free(*field);
  *field = g_strdup(value);
}

static const char *const order_names[] = {[ORDER_ABSENT] = "--absent",
                                          [ORDER_LEFT] = "--left",
                                          [ORDER_CLOSE] = "--close",
                                          [ORDER_LEAVE_FILE] = "--leave",
                                          [ORDER_EVENT_FILE] = "--open-event"};

/* A date is said of the last order, and of those before it that have none of their own. */
static void put_dates(struct repair_command *command, const char *name, const char *value)
{
  bool from = strcmp(name, "--from") == 0;
  for (guint i = command->said->len; i > 0; i--) {
    struct order *order = &g_array_index(command->said, struct order, i - 1);
    char **field = from ? &order->from : &order->until;
    if (i < command->said->len && *field)
      return;
    put(field, value);
  }
}

/* One option with its value, in the order of the command line. */
static void take_option(struct repair_command *command, const char *name, const char *value)
{
  guint count = command->said->len;
  struct order *last =
      count ? &g_array_index(command->said, struct order, count - 1) : &command->first;
  if (count && (strcmp(name, "--from") == 0 || strcmp(name, "--to") == 0))
    put_dates(command, name, value);
  else if (strcmp(name, "--from") == 0)
    put(&last->from, value);
  else if (strcmp(name, "--to") == 0)
    put(&last->until, value);
  else if (strcmp(name, "--kind") == 0)
    put(&last->leave_kind, value);
  for (gsize k = 0; k < G_N_ELEMENTS(order_names); k++)
    if (strcmp(name, order_names[k]) == 0) {
      const struct order order = {(enum order_kind)k, g_strdup(value),
                                  g_strdup(command->first.from), g_strdup(command->first.until),
                                  g_strdup(command->first.leave_kind)};
      g_array_append_val(command->said, order);
    }
}

/* GLib's options keep no order among different ones, and here it has a meaning. */
static void take_options(struct repair_command *command, int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
    const char *value = strchr(argv[i], '=');
    g_autofree char *name =
        value ? g_strndup(argv[i], (gsize)(value - argv[i])) : g_strdup(argv[i]);
    if (g_str_has_prefix(name, "--") && (value || i + 1 < argc))
      take_option(command, name, value ? value + 1 : argv[i + 1]);
  }
}

/* The last day of what is repaired; of weeks, of which only their month.yaml says how many there
 * are, the last that it may be. */
static int last_day(const char *month_id, int *first)
{
  month_id_parse(month_id, first);
  return month_id_last(*first, month_id_is_weeks(month_id) ? MONTH_WEEKS_MAX : 0);
}

/* What becomes part of a file's name: as ids are formed. */
static bool is_word(const char *option, const char *text)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  if (!text || (*text && *text != '-' && text[strspn(text, letters)] == '\0'))
    return true;
  console_error("repair: %s '%s': use small letters, digits, '-' and '_' only", option, text);
  return false;
}

static bool is_given_before(const struct repair_command *command, const struct order *order)
{
  const struct order *other = (const struct order *)(const void *)command->said->data;
  while (other < order && (other->kind != order->kind || strcmp(other->what, order->what) != 0))
    other++;
  return other < order;
}

static bool give_file(struct repair_command *command, const struct order *order)
{
  char *message = NULL;
  if (is_given_before(command, order)) {
    console_error("repair: %s '%s' is given twice", order_names[order->kind], order->what);
    return false;
  }
  if (repair_orders_add_file(command->orders, order->what, order->kind == ORDER_LEAVE_FILE,
                             &message))
    return true;
  console_error("repair: %s", message);
  g_free(message);
  return false;
}

/* A name that nobody has is said as it was given; of a service that can't be read it is told
 * later. */
static bool is_known(const struct repair_command *command, const struct order *order)
{
  struct diagnostics *unsaid = diagnostics_new();
  struct folder folder;
  bool known = true;
  if (folder_read(command->directory, command->month, unsaid, &folder) == STATUS_OK)
    known = order->kind == ORDER_CLOSE ? service_site(folder.service, order->what) != NONE
                                       : service_clinician(folder.service, order->what) != NONE;
  folder_clear(&folder);
  diagnostics_free(unsaid);
  if (!known)
    console_error("repair: %s: unknown %s '%s'", order_names[order->kind],
                  order->kind == ORDER_CLOSE ? "site" : "clinician", order->what);
  return known;
}

static bool give_order(struct repair_command *command, const struct order *order)
{
  int from, until, first, last = last_day(command->month, &first);
  bool left = order->kind == ORDER_LEFT;
  if (order->kind == ORDER_LEAVE_FILE || order->kind == ORDER_EVENT_FILE)
    return give_file(command, order);
  if (!is_word(order_names[order->kind], order->what) || !is_word("--kind", order->leave_kind))
    return false;
  if (!is_known(command, order))
    return false;
  if (!options_have_date(usage.name, "from", order->from, command->today, &from) ||
      !options_have_date(usage.name, "to", order->until, left ? last : from, &until))
    return false;
  if (until < from || from > last || until < first) {
    char begin[DATE_TEXT_SIZE], end[DATE_TEXT_SIZE];
    date_format(from, begin);
    date_format(until, end);
    console_error("repair: '%s' from %s to %s: that %s%s%s", order->what, begin, end,
                  until < from ? "ends before it begins" : "is not in ",
                  until < from ? "" : command->month,
                  order->from ? "" : "; without --from it begins today");
    return false;
  }
  if (order->kind == ORDER_CLOSE)
    repair_orders_close(command->orders, order->what, from, until);
  else
    repair_orders_absent(command->orders, order->what, from, until,
                         left                ? "left"
                         : order->leave_kind ? order->leave_kind
                                             : "sick");
  return true;
}

/* The rows that an edited rota locks. */
static bool give_locks(struct repair_command *command)
{
  struct diagnostics *diagnostics = diagnostics_new();
  enum status status =
      repair_orders_lock(command->orders, command->edited, command->today, diagnostics);
  console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
  return status == STATUS_OK;
}

static bool give_orders(struct repair_command *command)
{
  const struct order *first = &command->first;
  command->orders = repair_orders_new(command->directory, command->month);
  if (command->said->len == 0 && (first->from || first->until || first->leave_kind)) {
    console_error("repair: --from, --to and --kind go with --absent, --left or --close");
    return false;
  }
  for (guint i = 0; i < command->said->len; i++)
    if (!give_order(command, &g_array_index(command->said, struct order, i)))
      return false;
  return !command->edited || give_locks(command);
}

/* --- the repair ---------------------------------------------------------------- */

static int read_all(struct repair_command *command)
{
  struct diagnostics *diagnostics = reading_diagnostics();
  enum status status =
      folder_read_over(command->directory, command->month,
                       (const struct folder_file *)(const void *)command->orders->files->data,
                       (int)command->orders->files->len, diagnostics, &command->folder);
  if (status == STATUS_OK)
    status = repair_ground_open(command->directory, command->folder.problem, command->today,
                                diagnostics, &command->ground);
  if (command->dry_run || status != STATUS_OK || diagnostics_errors(diagnostics) > 0)
    repair_orders_cite_given(command->orders, diagnostics);
  int end = reading_end(diagnostics, status, command->directory);
  if (end == EXIT_DONE && !command->ground) {
    console_error("repair: %s is not published; build it instead", command->month);
    return EXIT_USAGE;
  }
  return end;
}

static int report_failure(const struct repair_command *command)
{
  const struct repair_result *result = &command->result;
  if (result->verdict == BUILD_INFEASIBLE) {
    fputs(result->reason, stdout);
    return EXIT_BROKEN;
  }
  console_error("%s", result->reason);
  return result->verdict == BUILD_NOTHING ? EXIT_LIMIT : EXIT_INTERNAL;
}

static struct provenance run_of(const struct repair_command *command, const GArray *inputs)
{
  const struct build_result built = {.seconds = command->result.seconds,
                                     .first_seconds = command->result.seconds};
  struct provenance run = build_provenance(&built, &command->settings);
  run.version = ROTA_VERSION;
  run.inputs = (const struct provenance_input *)(const void *)inputs->data;
  run.n_inputs = (int)inputs->len;
  return run;
}

static void print(const struct repair_command *command, const char *folder)
{
  const struct repair_report report = {.ground = command->ground,
                                       .result = &command->result,
                                       .changes = command->changes,
                                       .assessment = command->assessment,
                                       .points = command->points};
  if (command->json) {
    g_autofree char *text = json_text(repair_json(&report));
    fputs(text, stdout);
    return;
  }
  if (command->quiet)
    return;
  g_autofree char *text = repair_text(&report);
  fputs(text, stdout);
  if (command->dry_run)
    puts("\nnothing was written");
  else
    printf("\nwritten: %s/rota.json and rota.csv\n", folder);
}

static bool are_files_free(const struct repair_command *command, const char *folder)
{
  g_autofree char *changed = command->force || command->dry_run ? NULL : rota_files_changed(folder);
  if (changed)
    console_error("'%s' is not as rota wrote it; move it away, or let --force replace it", changed);
  return !changed;
}

static int deliver(struct repair_command *command, const struct repair_request *request,
                   const char *folder)
{
  g_autoptr(GArray) inputs = folder_inputs(&command->folder);
  const struct provenance run = run_of(command, inputs);
  char *message = NULL;
  command->assessment = assess(command->result.audit, &run);
  command->changes = repair_changes_new(command->ground, command->result.rota);
  bool asked = command->result.lost.value > 0 || command->budget != NOT_GIVEN;
  if (command->frontier)
    command->points = repair_frontier_new(request, &command->result, BEYOND);
  else if (asked && (command->json || !command->quiet)) {
    command->points = g_array_new(FALSE, FALSE, sizeof(struct repair_point));
    repair_frontier_add(request, (int)command->result.changes.value + 1, command->points);
  }
  if (!command->dry_run) {
    if (!are_files_free(command, folder)) /* the search took its time */
      return EXIT_USAGE;
    int status = output_end(
        rota_files_write_repair(folder, command->assessment, command->orders, &message), &message);
    if (status != EXIT_DONE)
      return status;
  }
  assess_reasons(command->assessment);
  print(command, folder);
  return command->result.audit->broken ? EXIT_BROKEN : EXIT_DONE;
}

static int hold(struct repair_command *command)
{
  g_autofree char *what = g_strdup_printf("repair of %s", command->month);
  return command->dry_run ? EXIT_DONE : reading_hold(command->directory, what, &command->lock);
}

static int run(struct repair_command *command)
{
  g_autofree char *folder = g_build_filename(command->directory, command->month, NULL);
  int status = hold(command);
  if (status != EXIT_DONE)
    return status;
  if (!give_orders(command))
    return EXIT_USAGE;
  status = read_all(command);
  if (status != EXIT_DONE)
    return status;
  if (!are_files_free(command, folder))
    return EXIT_USAGE;
  command->settings.stop = progress_stop_flag();
  const struct repair_request request = {.ground = command->ground,
                                         .settings = &command->settings,
                                         .keep_gaps = command->keep_gaps,
                                         .budget = command->budget == NOT_GIVEN ? REPAIR_ANY
                                                                                : command->budget};
  repair_rota(&request, &command->result);
  status = command->result.verdict == BUILD_DONE ? deliver(command, &request, folder)
                                                 : report_failure(command);
  progress_stopped();
  return status;
}

static bool are_options_fine(struct repair_command *command)
{
  return options_have_month(usage.name, command->month) && reading_is_folder(command->directory) &&
         options_are_fine(usage.name, &command->settings) &&
         options_have_date(usage.name, "today", command->today_text, date_today(),
                           &command->today) &&
         (command->budget == NOT_GIVEN ||
          options_within(usage.name, "budget", command->budget, 0, 10000));
}

static void clear(struct repair_command *command)
{
  g_clear_pointer(&command->changes, g_array_unref);
  g_clear_pointer(&command->points, g_array_unref);
  assessment_free(command->assessment);
  repair_result_clear(&command->result);
  repair_ground_free(command->ground);
  folder_clear(&command->folder);
  repair_orders_free(command->orders);
  folder_lock_free(command->lock);
  g_array_unref(command->said);
  order_clear(&command->first);
  g_free(command->month);
  g_free(command->today_text);
}

int command_repair(int argc, char **argv)
{
  struct repair_command command = {.settings = build_default_settings(), .budget = NOT_GIVEN};
  command.said = g_array_new(FALSE, TRUE, sizeof(struct order));
  g_array_set_clear_func(command.said, order_clear);
  g_auto(GStrv) taken = NULL; /* by take_options */
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &command.month, "the month, such as 2027-01", "M"},
      {"absent", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken, "somebody is away", "WHO"},
      {"left", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken,
       "somebody has left, for the rest of the month", "WHO"},
      {"close", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken, "a site is closed", "SITE"},
      {"from", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken, "first day of it (today)", "D"},
      {"to", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken, "last day of it (the first)", "D"},
      {"kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken, "kind of leave (sick)", "KIND"},
      {"leave", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken, "more leave, as in leave.csv", "FILE"},
      {"open-event", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken,
       "more events or closures, as in month.yaml", "FILE"},
      {"today", 0, 0, G_OPTION_ARG_FILENAME, &command.today_text,
       "days before it never move (the machine's date)", "D"},
      {"keep-gaps", 0, 0, G_OPTION_ARG_NONE, &command.keep_gaps,
       "the fewest changes first, then cover", NULL},
      {"budget", 0, 0, G_OPTION_ARG_INT, &command.budget,
       "the best within so many changes, instead of the fewest", "N"},
      {"frontier", 0, 0, G_OPTION_ARG_NONE, &command.frontier,
       "cover and price against the number of changes", NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &command.dry_run, "write nothing", NULL},
      OPTION_TIME(&command.settings, "stop after so many seconds (60)"),
      OPTION_THREADS(&command.settings, 0, "cores to use (all)"),
      OPTION_SEED(&command.settings, "another seed, another path (1)"),
      OPTION_DETERMINISTIC(&command.settings, "count work, not time"),
      {"json", 0, 0, G_OPTION_ARG_NONE, &command.json, "print the repair as JSON", NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &command.quiet, "print nothing but mistakes and --json",
       NULL},
      {"force", 0, 0, G_OPTION_ARG_NONE, &command.force,
       "replace rota.json and rota.csv even if somebody changed them", NULL},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  take_options(&command, argc, argv);
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    command.directory = argv[1];
    command.edited = argc > 2 ? argv[2] : NULL;
    status = are_options_fine(&command) ? run(&command) : EXIT_USAGE;
  }
  clear(&command);
  return status;
}
