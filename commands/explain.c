#include "commands/command.h"
#include "commands/console.h"
#include "commands/naming.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "model/json.h"
#include "planning/around.h"
#include "planning/assess.h"
#include "planning/clash.h"
#include "planning/documents.h"
#include "planning/facts.h"
#include "reports/clash_report.h"
#include "reports/explain_cost.h"
#include "reports/explain_gap.h"
#include "reports/explain_gaps.h"
#include "reports/explain_report.h"

#include <stdio.h>
#include <string.h>

static const struct command_usage usage = {
    .name = "explain",
    .arguments =
        "DIR ROTA --clinician C [--wish K]\n"
        "  rota explain DIR ROTA --gaps\n"
        "  rota explain DIR ROTA --gap 'DATE SESSION TASK SITE' | --gap N\n"
        "  rota explain DIR ROTA --assignment 'DATE SESSION C'\n"
        "  rota explain DIR ROTA --cost\n"
        "  rota explain DIR --month M",
    .summary = "Says why: why not me, why this gap, why here, why so dear, why no rota.",
    .examples =
        "  rota explain sussex sussex/2027-01/rota.json --clinician amrita\n"
        "  rota explain sussex sussex/2027-01/rota.json --clinician amrita --wish 3 \\\n"
        "       --write with-it.json      the rota that has it, for 'rota verify'\n"
        "  rota explain sussex january.csv --gaps   who could fill each?\n"
        "  rota explain sussex january.csv --gap '2027-01-12 am clinic hove'\n"
        "  rota explain sussex january.csv --assignment '2027-01-12 am amrita'\n"
        "  rota explain sussex january.csv --clinician amrita --today 2027-01-14\n"
        "  rota explain sussex --month 2027-01     is there a rota at all? if not, why?\n",
    .details =
        "Each wish that the rota refuses is demanded, as one more in a gap is, and the rota built "
        "again around it, with everything that is far from it as it is: what that costs, who "
        "changes places and who loses. The price is that of the cheapest rota found near by; a "
        "rota that differs more may "
        "be cheaper. A place, task or person that is liked counts as refused where it was never to "
        "be had; "
        "--wish tells what once more would cost. Where nothing near has the wish, everything may "
        "change, and if no lawful rota "
        "has it, the rules that are in the way are named.\n"
        "Without a rota: which of what must be kept clashes, each with its line, and what would "
        "end it at what price.\n"
        "--today is for a month that has begun: what is over stays, and answers are of what is to "
        "come. Of a rota that breaks hard rules, as one does of which days past have come "
        "otherwise, no "
        "answer breaks more.\n"
        "Exit status: 0 done; 1 the rota has somebody in two places at once, or at none of the "
        "month's sessions, so that nothing can be said, or there is no lawful rota; 2 bad usage or "
        "a file can't be read; 3 nothing to write was found, or it could not be found out.",
    .least = 1,
    .most = 2,
};

/* By default: in each step around a rota, and for all that is told without one. */
enum { SECONDS = 2, SECONDS_WITHOUT_ROTA = 60, SECONDS_MOST = 3600 };

struct wanted {
  char *month, *clinician, *gap, *assignment, *write, *today_text;
  int today; /* days before it stay; DATE_NONE: not given */
  int wish;  /* from 1; 0: all that are refused */
  int seconds;
  gboolean gaps, cost, json, force;
};

/* What is at work. */
struct explaining {
  const struct wanted *wanted;
  const struct existing_rota *rota;
  const struct audit *before; /* the rota's, with all that it has among the problem's candidates */
  struct build_settings settings;
  json_t *document; /* NULL: text is printed */
  int status;
};

/* --- what is asked ------------------------------------------------------------------ */

static bool is_fine(struct wanted *wanted)
{
  const char *fault = NULL;
  if (!!wanted->clinician + !!wanted->gaps + !!wanted->gap + !!wanted->assignment +
          !!wanted->cost !=
      1)
    fault = "what is to be explained? one of --clinician, --gaps, --gap, --assignment and --cost";
  else if (wanted->wish && !wanted->clinician)
    fault = "--wish needs --clinician";
  else if (wanted->write && (wanted->cost || wanted->gaps || (wanted->clinician && !wanted->wish)))
    fault = "--write needs --wish, --gap or --assignment: which alternative is to be written?";
  if (fault)
    console_error("explain: %s", fault);
  return !fault && options_within(usage.name, "time", wanted->seconds, 1, SECONDS_MOST) &&
         options_within(usage.name, "wish", wanted->wish, 0, G_MAXINT16) &&
         options_have_date(usage.name, "today", wanted->today_text, DATE_NONE, &wanted->today) &&
         (!wanted->write || output_is_free(wanted->write, wanted->force));
}

/* The rota's item that the words "2027-01-12 am amrita" name; NULL, having said why. */
static const struct assignment *find_item(const struct existing_rota *rota, const char *words)
{
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  if (g_strv_length(parts) != 3) {
    console_error("explain: '%s' should be like '2027-01-12 am amrita'", words);
    return NULL;
  }
  int slot = naming_slot(usage.name, rota->folder.problem, parts[0], parts[1]), count = 0;
  int clinician =
      slot == NONE ? NONE : naming_clinician(usage.name, rota->folder.service, parts[2]);
  const struct assignment *item =
      clinician == NONE ? NULL : rota_at(rota->rota, clinician, slot, &count);
  if (clinician != NONE && count == 0)
    console_error("explain: '%s' has nothing planned on %s %s", parts[2], parts[0], parts[1]);
  return count ? item : NULL;
}

/* --- answers --------------------------------------------------------------------------- */

/* Prints the text, or adds the document. Takes both. */
static void tell(struct explaining *at, char *text, const char *key, json_t *document)
{
  if (!at->document)
    fputs(text, stdout);
  else if (strcmp(key, "wishes") == 0) {
    json_t *list = json_object_get(at->document, key);
    if (!list)
      json_object_set_new(at->document, key, list = json_array());
    json_array_append(list, document);
  } else
    json_object_set(at->document, key, document);
  json_decref(document);
  g_free(text);
}

/* Our mistakes are said, and nothing is written then. */
static bool is_sound(struct explaining *at, const struct alternative *alternative)
{
  if (alternative->verdict != BUILD_FAILED && alternative->verdict != BUILD_REFUSED)
    return true;
  console_error("explain: %s", alternative->reason ? alternative->reason : "the solver failed");
  at->status = EXIT_INTERNAL;
  return false;
}

/* The alternative, as a rota of its own. */
static void write_alternative(struct explaining *at, const struct alternative *alternative)
{
  if (!is_sound(at, alternative) || !at->wanted->write)
    return;
  if (!alternative->rota) {
    console_error("explain: there is no such rota, so nothing is written");
    at->status = EXIT_LIMIT;
    return;
  }
  const struct provenance run = {
      .version = ROTA_VERSION,
      .inputs = (const struct provenance_input *)(gpointer)at->rota->inputs->data,
      .n_inputs = (int)at->rota->inputs->len};
  struct audit *audit = audit_new(at->rota->folder.problem, alternative->rota);
  struct assessment *assessment = assess(audit, &run);
  g_autofree char *text = json_text(documents_rota(assessment));
  at->status = output_write(at->wanted->write, text);
  assessment_free(assessment);
  audit_free(audit);
}

/* The rota itself has the wish: there is no other to be written. */
static void refuse_kept(struct explaining *at, int number)
{
  if (!at->wanted->write)
    return;
  console_error("explain: wish %d is kept as it is, so there is no other rota to write", number);
  at->status = EXIT_LIMIT;
}

static void explain_wish(struct explaining *at, const struct wish_line *wish, int number)
{
  const struct problem *problem = at->rota->folder.problem;
  bool explored = at->wanted->wish == number || (!at->wanted->wish && wish_is_refused(wish));
  struct wish_answer answer = {.number = number, .wish = *wish};
  if (explored)
    why_not_answer(at->before, wish, number, &at->settings, &answer);
  if (explored || !at->wanted->wish)
    tell(at, explain_wish_text(problem, &answer), "wishes", explain_wish_json(problem, &answer));
  if (explored && answer.end == WISH_KEPT)
    refuse_kept(at, number);
  else if (explored)
    write_alternative(at, &answer.consequence.alternative);
  wish_answer_clear(&answer);
}

static void explain_clinician(struct explaining *at)
{
  const struct existing_rota *rota = at->rota;
  const struct problem *problem = rota->folder.problem;
  int clinician = naming_clinician(usage.name, problem->service, at->wanted->clinician);
  if (clinician == NONE) {
    at->status = EXIT_USAGE;
    return;
  }
  g_autoptr(GArray) wishes = wishes_new(problem, rota->rota, clinician);
  if (at->wanted->wish > (int)wishes->len) {
    console_error("explain: there is no wish %d; there are %u", at->wanted->wish, wishes->len);
    at->status = EXIT_USAGE;
    return;
  }
  struct person_account *account = person_account_new(rota->assessment, clinician);
  tell(at, explain_account_text(problem, account), "person",
       explain_account_json(problem, account));
  person_account_free(account);
  if (!at->document && wishes->len)
    puts("");
  for (guint i = 0; i < wishes->len; i++)
    explain_wish(at, &g_array_index(wishes, struct wish_line, i), (int)i + 1);
}

/* Is the session of the words still to come? If not, says so. */
static bool is_to_come(const struct explaining *at, int slot, const char *words)
{
  bool over = problem_is_over(at->before->problem, slot);
  if (over)
    console_error("explain: '%s' is over, by --today %s", words, at->wanted->today_text);
  return !over;
}

static void explain_assignment(struct explaining *at)
{
  const struct problem *problem = at->rota->folder.problem;
  const struct assignment *item = find_item(at->rota, at->wanted->assignment);
  if (!item || !is_to_come(at, item->slot, at->wanted->assignment)) {
    at->status = EXIT_USAGE;
    return;
  }
  struct here_answer answer;
  why_here_answer(at->before, item, &at->settings, &answer);
  g_autoptr(GPtrArray) facts = facts_of(at->rota->assessment, item);
  tell(at, explain_here_text(problem, &answer, facts), "assignment",
       explain_here_json(problem, &answer, facts));
  write_alternative(at, &answer.consequence.alternative);
  here_answer_clear(&answer);
}

/* Is the shortfall of one task, at one site, in one session? */
static bool is_of_session(const struct problem *problem, const struct finding *finding)
{
  return finding->demand != NONE && problem->demands[finding->demand].per == PERIOD_SESSION &&
         finding->at.task != NONE && finding->at.site != NONE && finding->at.slot != NONE;
}

static void explain_short(struct explaining *at, const struct finding *finding)
{
  const struct problem *problem = at->rota->folder.problem;
  struct short_answer answer;
  why_short_answer(at->before, finding, &at->settings, &answer);
  tell(at, explain_short_text(problem, &answer), "shortfall", explain_short_json(problem, &answer));
  write_alternative(at, &answer.consequence.alternative);
  short_answer_clear(&answer);
}

/* The shortfall of that number in --gaps; NULL, having said why. */
static const struct finding *find_shortfall(struct explaining *at)
{
  const GArray *shortfalls = at->rota->assessment->shortfalls;
  gint64 number = g_ascii_strtoll(at->wanted->gap, NULL, 10);
  if (number >= 1 && number <= shortfalls->len)
    return g_array_index(shortfalls, struct shortfall, number - 1).finding;
  console_error("explain: there is no shortfall %s; there are %u", at->wanted->gap,
                shortfalls->len);
  return NULL;
}

static bool is_number(const char *words)
{
  return words[0] && strspn(words, "0123456789") == strlen(words);
}

static void explain_gap(struct explaining *at)
{
  const struct problem *problem = at->rota->folder.problem;
  const struct finding *finding = NULL;
  struct gap_question question;
  if (is_number(at->wanted->gap)) {
    finding = find_shortfall(at);
    at->status = finding ? at->status : EXIT_USAGE;
    if (finding && !is_of_session(problem, finding))
      explain_short(at, finding);
    if (!finding || !is_of_session(problem, finding))
      return;
    question = (struct gap_question){finding->at.slot, finding->at.task, finding->at.site};
  } else if (!naming_gap(usage.name, problem, at->wanted->gap, &question)) {
    at->status = EXIT_USAGE;
    return;
  }
  if (!is_to_come(at, question.slot, at->wanted->gap)) {
    at->status = EXIT_USAGE;
    return;
  }
  struct gap_answer answer;
  why_gap_answer(at->before, &question, &at->settings, &answer);
  tell(at, explain_gap_text(problem, &answer), "gap", explain_gap_json(problem, &answer));
  write_alternative(at, &answer.consequence.alternative);
  gap_answer_clear(&answer);
}

static void explain_gaps(struct explaining *at)
{
  struct assessment *assessment = at->rota->assessment;
  assess_reasons(assessment);
  tell(at, explain_gaps_text(assessment), "shortfalls", explain_gaps_json(assessment));
}

static void explain_cost(struct explaining *at)
{
  struct cost_account *account = cost_account_new(at->rota->assessment);
  tell(at, explain_cost_text(account), "cost", explain_cost_json(account));
  cost_account_free(account);
}

static void answer_question(struct explaining *at)
{
  const struct wanted *wanted = at->wanted;
  at->document = wanted->json ? json_object() : NULL;
  if (wanted->clinician)
    explain_clinician(at);
  else if (wanted->gaps)
    explain_gaps(at);
  else if (wanted->gap)
    explain_gap(at);
  else if (wanted->assignment)
    explain_assignment(at);
  else
    explain_cost(at);
  if (at->document && at->status != EXIT_USAGE) {
    g_autofree char *text = json_text(json_incref(at->document));
    fputs(text, stdout);
  }
  json_decref(at->document);
}

/* What a rota breaks, as one does of which days past have come otherwise, is no reason to say
 * nothing. */
static int explain(const struct wanted *wanted, const struct existing_rota *rota)
{
  struct explaining at = {.wanted = wanted, .rota = rota, .settings = build_default_settings()};
  struct problem *with;
  struct audit *audit = around_audit_new(rota->audit, wanted->today, &with);
  at.before = audit ? audit : rota->audit;
  at.settings.seconds = wanted->seconds;
  at.settings.deterministic = TRUE;
  if (!wanted->gaps && !reading_allows_answers(usage.name, rota, at.before))
    at.status = EXIT_BROKEN;
  else
    answer_question(&at);
  audit_free(audit);
  problem_free(with);
  return at.status;
}

/* --- no rota -------------------------------------------------------------------------- */

static bool is_fine_without_rota(const struct wanted *wanted)
{
  if (wanted->clinician || wanted->gaps || wanted->gap || wanted->assignment || wanted->cost ||
      wanted->write || wanted->wish) {
    console_error("explain: of which rota? it is the second argument");
    return false;
  }
  return options_within(usage.name, "time", wanted->seconds, 1, SECONDS_MOST) &&
         options_have_month(usage.name, wanted->month);
}

static int explain_clashes(const struct wanted *wanted, const struct problem *problem)
{
  struct clashes *clashes =
      clashes_new(problem, g_get_monotonic_time() + wanted->seconds * (int64_t)G_USEC_PER_SEC);
  int status = clashes->list->len ? EXIT_BROKEN : clashes->complete ? EXIT_DONE : EXIT_LIMIT;
  g_autofree char *text =
      wanted->json ? json_text(clash_report_json(clashes)) : clash_report_text(clashes);
  fputs(text, stdout);
  clashes_free(clashes);
  return status;
}

static int explain_month(const struct wanted *wanted, const char *directory)
{
  struct folder folder = {0};
  int status = reading_folder(directory, wanted->month, &folder);
  g_autofree char *path = g_build_filename(directory, wanted->month, NULL);
  if (status == EXIT_DONE && !g_file_test(path, G_FILE_TEST_IS_DIR))
    console_hint(
        "explain: there is no folder '%s': this is of the service, without anything that "
        "is of that month alone",
        path);
  if (status == EXIT_DONE)
    status = explain_clashes(wanted, folder.problem);
  folder_clear(&folder);
  return status;
}

static void wanted_clear(struct wanted *wanted)
{
  g_free(wanted->month);
  g_free(wanted->clinician);
  g_free(wanted->gap);
  g_free(wanted->assignment);
  g_free(wanted->write);
  g_free(wanted->today_text);
}

int command_explain(int argc, char **argv)
{
  struct wanted wanted = {.seconds = NONE};
  const GOptionEntry entries[] = {
      {"month", 'm', 0, G_OPTION_ARG_FILENAME, &wanted.month,
       "the month, or the one that the rota is of", "M"},
      {"clinician", 'c', 0, G_OPTION_ARG_FILENAME, &wanted.clinician,
       "why did this person not get what was asked for?", "C"},
      {"wish", 0, 0, G_OPTION_ARG_INT, &wanted.wish, "that wish of theirs alone", "K"},
      {"gaps", 0, 0, G_OPTION_ARG_NONE, &wanted.gaps,
       "all that is missing: who could do it, and what stops each?", NULL},
      {"gap", 0, 0, G_OPTION_ARG_FILENAME, &wanted.gap,
       "who could do one more of it, and what stops each? or N of --gaps",
       "'DATE SESSION TASK SITE'"},
      {"assignment", 0, 0, G_OPTION_ARG_FILENAME, &wanted.assignment,
       "why does this person do that then?", "'DATE SESSION C'"},
      {"cost", 0, 0, G_OPTION_ARG_NONE, &wanted.cost, "where does the rota's cost come from?",
       NULL},
      {"today", 0, 0, G_OPTION_ARG_FILENAME, &wanted.today_text,
       "days before it are over, and stay as they are (all may change)", "D"},
      {"write", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.write,
       "write the alternative as a rota.json", "FILE"},
      {"force", 0, 0, G_OPTION_ARG_NONE, &wanted.force, "replace a file that is there", NULL},
      {"json", 0, 0, G_OPTION_ARG_NONE, &wanted.json, "all of it, for programs", NULL},
      OPTION_TIME(&wanted,
                  "search for about S seconds in each step (2), without a rota in all (60)"),
      OPTION_STRICT,
      G_OPTION_ENTRY_NULL,
  };
  int status;
  if (command_parse(&usage, entries, &argc, &argv, &status)) {
    status = EXIT_USAGE;
    if (wanted.seconds == NONE)
      wanted.seconds = argc == 2 ? SECONDS_WITHOUT_ROTA : SECONDS;
    if (argc == 2) {
      if (is_fine_without_rota(&wanted))
        status = explain_month(&wanted, argv[1]);
    } else if (is_fine(&wanted)) {
      struct existing_rota rota;
      status = reading_rota(usage.name, argv[1], argv[2], wanted.month, &rota);
      if (status == EXIT_DONE)
        status = explain(&wanted, &rota);
      existing_rota_clear(&rota);
    }
  }
  wanted_clear(&wanted);
  return status;
}
