#include "planning/publish.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "planning/drafts.h"
#include "planning/month_order.h"
#include "planning/past_breaks.h"
#include "planning/verify.h"
#include "planning/versions.h"
#include "reports/verdict.h"

#include <stdio.h>
#include <string.h>

static const struct command_usage usage = {
    .name = "publish",
    .arguments =
        "DIR ROTA [--reason WORDS] [--skips M] [--today D]\n"
        "  rota publish DIR ROTA --draft [--comments D]",
    .summary = "Freezes a verified rota into the service's history, for later months to look back.",
    .examples =
        "  rota publish sussex sussex/2027-01/rota.json\n"
        "  rota publish sussex sussex/2027-03/rota.json --skips 2027-02\n"
        "  rota publish sussex sussex/2027-01/rota.json --reason 'Zara was ill'\n"
        "  rota publish sussex sussex/2027-01/rota.json --draft --comments 2026-12-20\n",
    .details =
        "Writes DIR/history/MONTH.yaml: every assignment, each clinician's hours and "
        "satisfaction, and the hashes of the inputs, of the rota and of the month before, so "
        "that a changed past is noticed. A month that is published already gets a new version, "
        "for a --reason of one line; the old ones are kept in DIR/history/MONTH. One that would "
        "leave out the month before needs --skips; a month that was left out can be published "
        "later. A rota that breaks a hard rule or misstates itself is refused; what days before "
        "--today alone break, as the current version has them, is as it is, named, and no bar. "
        "Where people get shorter notice than the criteria's publish: days_before, that is "
        "said.\n"
        "A --draft is shown for comments and not published: it is kept as "
        "DIR/history/MONTH/draft-1.yaml, .json and .csv, then draft-2 and so on, and no later "
        "month looks back at it. Objections to it go into DIR/MONTH/objections, a file for each "
        "clinician as preferences are; the next build reads them, and its report answers each. "
        "Publishing ends it.\n"
        "Exit status: 0 done; 1 refused: the rota breaks a hard rule or misstates itself; 2 bad "
        "usage or mistakes in the input; 4 it can't be written.",
    .least = 2,
    .most = 2,
};

enum { REASON_MOST = 100 };

struct publish {
  const char *directory, *path;
  char *reason; /* of another version; NULL: not given */
  char **skips; /* months to be left out, each perhaps several with commas; NULL: none */
  gboolean draft;
  char *comments; /* on a draft: the last day; NULL: as the criteria say */
  int until;      /* that day; DATE_NONE: likewise */
  char *today_text;
  int today; /* days before it are over */
};

/* The months named by --skips; g_ptr_array_unref them. */
static GPtrArray *skips_of(const struct publish *publish)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  for (char **word = publish->skips; word && *word; word++) {
    g_auto(GStrv) parts = g_strsplit(*word, ",", -1);
    for (char **part = parts; *part; part++)
      g_ptr_array_add(out, g_strdup(*part));
  }
  return out;
}

/* The first that is left out and not confirmed; NULL: all are. */
static const struct skipped *first_unconfirmed(const GPtrArray *skipped, GPtrArray *skips)
{
  for (guint i = 0; i < skipped->len; i++) {
    const struct skipped *at = skipped->pdata[i];
    if (!g_ptr_array_find_with_equal_func(skips, at->id, g_str_equal, NULL))
      return at;
  }
  return NULL;
}

/* The first that is confirmed and not left out; NULL: none is. */
static const char *first_idle(const GPtrArray *skips, const GPtrArray *skipped)
{
  for (guint i = 0; i < skips->len; i++) {
    bool is_skipped = false;
    for (guint j = 0; j < skipped->len; j++) {
      const struct skipped *at = skipped->pdata[j];
      is_skipped = is_skipped || strcmp(at->id, skips->pdata[i]) == 0;
    }
    if (!is_skipped)
      return skips->pdata[i];
  }
  return NULL;
}

/* A version's reason is a line of `rota versions`. */
static bool is_one_line(const char *text)
{
  for (; *text; text = g_utf8_next_char(text))
    if (g_unichar_iscntrl(g_utf8_get_char(text)))
      return false;
  return true;
}

/* Is it not published yet, and are the months confirmed that it leaves out? */
static bool may_publish(const struct publish *publish, const char *month_id)
{
  g_autofree char *target = publish_path(publish->directory, month_id);
  g_autoptr(GPtrArray) skipped = month_order_skipped(publish->directory, month_id);
  g_autoptr(GPtrArray) skips = skips_of(publish);
  bool again = g_file_test(target, G_FILE_TEST_EXISTS);
  const struct skipped *missing = again ? NULL : first_unconfirmed(skipped, skips);
  const char *idle = first_idle(skips, skipped);
  if (again && !publish->reason)
    console_error(
        "publish: %s is published already, in '%s'; a new version of it needs --reason, and the "
        "old one is kept",
        month_id, target);
  else if (publish->reason && !again)
    console_error("publish: %s is not published yet, and its first version has no --reason",
                  month_id);
  else if (publish->reason && !g_utf8_validate(publish->reason, -1, NULL))
    console_error("publish: --reason is not UTF-8");
  else if (publish->reason &&
           (!*publish->reason || g_utf8_strlen(publish->reason, -1) > REASON_MOST))
    console_error("publish: --reason should be 1 to %d letters long", REASON_MOST);
  else if (publish->reason && !is_one_line(publish->reason))
    console_error("publish: --reason should be one line, without tabs and control characters");
  else if (missing && missing->days)
    console_error("publish: nothing is published of %s before it; leave that out with --skips %s",
                  missing->days, missing->id);
  else if (missing)
    console_error(
        "publish: %s before it is not published; publish it first, or leave it out with "
        "--skips %s",
        missing->id, missing->id);
  else if (idle)
    console_error("publish: --skips %s: %s leaves out no such month", idle, month_id);
  else
    return true;
  return false;
}

static bool is_good(const struct publish *publish, const struct existing_rota *rota)
{
  struct verification found;
  char today[DATE_TEXT_SIZE];
  verify_rota(rota, ROTA_VERSION, &found);
  bool past = found.broken && found.differences->len == 0 &&
              past_breaks_alone(rota, publish->directory, publish->today);
  bool good = past || verification_is_good(&found);
  g_autofree char *text = verdict_text(rota, &found, publish->path);
  fputs(text, stdout);
  if (past)
    puts("by days that are over alone, and published with that");
  if (!good)
    console_error("publish: '%s' is not published%s%s%s", publish->path,
                  found.broken && publish->reason ? "; not all of that is by days before " : "",
                  found.broken && publish->reason ? date_format(publish->today, today) : "",
                  found.broken && publish->reason ? " alone" : "");
  verification_clear(&found);
  return good;
}

/* A month that comes late is told of, and a new version of one: later ones were published without
 * it. */
static void print_published(const char *target, int number, const char *last, const char *month_id)
{
  bool again = number > 1;
  printf("published: %s, version %d\n", target, number);
  if (strcmp(last, month_id) > 0 && again)
    printf(
        "%s was published upon an earlier version of it: the hours in which they differ go into "
        "the months to come\n",
        last);
  else if (strcmp(last, month_id) > 0)
    printf("%s was published before it: what %s carries over goes into the months to come\n", last,
           month_id);
}

/* --- a draft ---------------------------------------------------------------------- */

/* Do the options go together? */
static bool is_fine(struct publish *publish)
{
  const char *fault = NULL;
  if (publish->draft && publish->reason)
    fault = "a draft has no --reason; it is given as the version is published";
  else if (publish->draft && publish->skips)
    fault = "a draft leaves nothing out: --skips is for the version that is published";
  else if (publish->comments && !publish->draft)
    fault = "--comments is for a --draft";
  if (fault)
    console_error("publish: %s", fault);
  return !fault &&
         options_have_date(usage.name, "comments", publish->comments, DATE_NONE, &publish->until) &&
         options_have_date(usage.name, "today", publish->today_text, date_today(), &publish->today);
}

/* The last day for comments on the draft; DATE_NONE, having said why. */
static int comments_day(const struct publish *publish, const struct existing_rota *rota)
{
  const struct month *month = rota->folder.month;
  int day = publish->until != DATE_NONE ? publish->until : draft_comments_day(&rota->folder);
  char date[DATE_TEXT_SIZE];
  if (day == DATE_NONE)
    console_error(
        "publish: until when can the draft be commented on? --comments D, or 'comments' "
        "in the criteria");
  else if (day > month->days[month->n_days - 1].date) {
    console_error("publish: comments until %s? %s is over then", date_format(day, date),
                  month->name);
    day = DATE_NONE;
  } else if (day < date_today())
    console_hint("warning: comments end on %s, which is past: no objection of today counts",
                 date_format(day, date));
  return day;
}

static int show_draft(const struct publish *publish, const struct existing_rota *rota)
{
  struct draft draft;
  char *message = NULL, date[DATE_TEXT_SIZE];
  int comments = comments_day(publish, rota);
  if (comments == DATE_NONE)
    return EXIT_USAGE;
  if (!is_good(publish, rota))
    return EXIT_BROKEN;
  int status = output_end(
      draft_show(rota, publish->directory, publish->path, ROTA_VERSION, comments, &draft, &message),
      &message);
  if (status != EXIT_DONE)
    return status;
  g_autofree char *path = drafts_path(publish->directory, rota->month_id, draft.number);
  printf("draft %d of %s: %s\n", draft.number, rota->month_id, path);
  printf("open for comments until %s: objections go into %s/%s/objections\n",
         date_format(draft.comments, date), publish->directory, rota->month_id);
  return status;
}

/* --- a version --------------------------------------------------------------------- */

static int run(const struct publish *publish, const struct existing_rota *rota)
{
  g_autofree char *target = publish_path(publish->directory, rota->month_id);
  g_autoptr(GPtrArray) months = publish_months(publish->directory);
  char *message = NULL;
  if (!may_publish(publish, rota->month_id))
    return EXIT_USAGE;
  if (!is_good(publish, rota))
    return EXIT_BROKEN;
  int status = output_end(publish_rota(rota, publish->directory, publish->path, ROTA_VERSION,
                                       publish->reason, &message),
                          &message);
  if (status != EXIT_DONE)
    return status;
  g_autoptr(GArray) versions = versions_read(publish->directory, rota->month_id);
  print_published(target, versions_next(versions) - 1,
                  months->len ? months->pdata[months->len - 1] : "", rota->month_id);
  g_autofree char *short_notice = publish_short_notice(rota, date_today());
  if (short_notice)
    console_hint("warning: %s", short_notice);
  return status;
}

int command_publish(int argc, char **argv)
{
  struct publish publish = {0};
  const GOptionEntry entries[] = {
      {"skips", 0, 0, G_OPTION_ARG_STRING_ARRAY, &publish.skips,
       "publish without this month before it, which is not published", "M"},
      {"reason", 0, 0, G_OPTION_ARG_FILENAME, &publish.reason,
       "why there is a new version of a published month", "WORDS"},
      {"draft", 0, 0, G_OPTION_ARG_NONE, &publish.draft,
       "show it for comments, and do not publish it", NULL},
      {"today", 0, 0, G_OPTION_ARG_FILENAME, &publish.today_text,
       "what days before it alone break is no bar (the machine's date)", "D"},
      {"comments", 0, 0, G_OPTION_ARG_FILENAME, &publish.comments,
       "the last day for them, such as 2026-12-20", "D"},
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    struct existing_rota rota = {0};
    publish.directory = argv[1];
    publish.path = argv[2];
    struct folder_lock *lock = NULL;
    status = is_fine(&publish) && reading_is_folder(publish.directory)
                 ? reading_hold(publish.directory, "publish", &lock)
                 : EXIT_USAGE;
    if (status == EXIT_DONE)
      status = reading_rota(usage.name, publish.directory, publish.path, NULL, &rota);
    if (status == EXIT_DONE)
      status = publish.draft ? show_draft(&publish, &rota) : run(&publish, &rota);
    folder_lock_free(lock);
    existing_rota_clear(&rota);
  }
  g_strfreev(publish.skips);
  g_free(publish.reason);
  g_free(publish.comments);
  g_free(publish.today_text);
  return status;
}
