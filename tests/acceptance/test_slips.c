/* Slips of the kinds that people make, each put by itself into services of all kinds:
 * `rota check` names each at its line. A slip is a row of the table; more are welcome. */
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SERVICES = 15, CLINICIANS_LEAST = 8, CLINICIANS_MOST = 15, EDITS_MOST = 2 };

/* One change of a file. In all texts $who stands for a clinician of the service, $hub for a
 * hub and $pcn for a PCN. */
struct edit {
  enum { NOTHING, ADD, WRITE, REPLACE, RENAME } how;
  const char *path;
  const char *find; /* REPLACE: the first of these in the file */
  const char *text; /* ADD: a line at the end; WRITE: all of it; REPLACE: what is put there;
                       RENAME: the new path */
};

struct slip {
  const char *kind;
  struct edit edits[EDITS_MOST]; /* the last one is the slip; before it, what leads to it */
  int line;                      /* where it is named; 0: at the last edit; WHOLE: the file */
  const char *says;              /* a part of what is said there */
};

enum { WHOLE = -1 };

#define LEAVE "2027-01/leave.csv"
#define LOCKS "2027-01/locks.csv"
#define MONTH "2027-01/month.yaml"
#define WISHES "2027-01/preferences/$who.yaml"
#define LEAVER "gone: {band: 6, works: {mon-fri: [am, pm]}, leaves: 2026-12-31}"
#define WISHES_HEAD "clinician: $who\nmonth: 2027-01\nsubmitted: 2026-12-03\n"

static const struct slip slips[] = {
    {"a name misspelt",
     {{ADD, LEAVE, NULL, "$whoo,2027-01-12,2027-01-12,annual,"}},
     0,
     "unknown clinician"},
    {"leave that ends before it begins",
     {{ADD, LEAVE, NULL, "$who,2027-01-12,2027-01-11,annual,"}},
     0,
     "before it begins"},
    {"a day that is none",
     {{ADD, LEAVE, NULL, "$who,2027-01-32,2027-02-01,annual,"}},
     0,
     "expected a date"},
    {"a date as it is said",
     {{ADD, LEAVE, NULL, "$who,12/01/2027,12/01/2027,annual,"}},
     0,
     "expected a date"},
    {"a row cut short", {{ADD, LEAVE, NULL, "$who,2027-01-12"}}, 0, "as many cells as the header"},
    {"a column renamed", {{REPLACE, LEAVE, "kind", "reason"}}, 0, "unknown column 'reason'"},
    {"a key misspelt", {{REPLACE, MONTH, "closures:", "closure:"}}, 0, "unknown key"},
    {"a closure of another month",
     {{WRITE, MONTH, NULL, "closures:\n  - {site: $hub, from: 2027-02-03}\n"}},
     2,
     "is not in 2027-01"},
    {"a site misspelt in a closure",
     {{WRITE, MONTH, NULL, "closures:\n  - {site: $hubb, from: 2027-01-13}\n"}},
     2,
     "unknown site"},
    {"an event on last year's date",
     {{WRITE, MONTH, NULL,
       "events:\n  fair:\n    at: $hub\n    on: 2026-01-13 am\n"
       "    need: [{task: clinic, need: 1}]\n"}},
     4,
     "is not in 2027-01"},
    {"a lock of another month",
     {{ADD, LOCKS, NULL, "$who,2027-02-12,am,support,remote"}},
     0,
     "is not in 2027-01"},
    {"two locks in one session",
     {{ADD, LOCKS, NULL, "$who,2027-01-14,am,support,remote"},
      {ADD, LOCKS, NULL, "$who,2027-01-14,am,calls,remote"}},
     0,
     "is locked in this session already"},
    {"a lock where the task is not done",
     {{ADD, LOCKS, NULL, "$who,2027-01-14,pm,fcp,$hub"}},
     0,
     "is not done at"},
    {"a lock on a holiday",
     {{ADD, LOCKS, NULL, "$who,2027-01-01,am,support,remote"}},
     0,
     "the service is closed"},
    {"a task misspelt in a wish",
     {{WRITE, WISHES, NULL, WISHES_HEAD "tasks: {clinc: love}\n"}},
     4,
     "unknown task 'clinc'"},
    {"a level that is none",
     {{WRITE, WISHES, NULL, WISHES_HEAD "locations: {$hub: adore}\n"}},
     4,
     "expected one of"},
    {"wishes of another month",
     {{WRITE, WISHES, NULL, "clinician: $who\nmonth: 2027-02\nsubmitted: 2026-12-03\n"}},
     2,
     "2027-02"},
    /* whoever works two days a week wants more than four sessions here, two weeks of leave or not
     */
    {"more wishes than are allowed",
     {{WRITE, WISHES, NULL,
       WISHES_HEAD "sessions:\n"
                   "  - {on: 2027-01-05, want: off}\n  - {on: 2027-01-06, want: off}\n"
                   "  - {on: 2027-01-07, want: off}\n  - {on: 2027-01-08, want: off}\n"
                   "  - {on: 2027-01-11, want: off}\n  - {on: 2027-01-12, want: off}\n"
                   "  - {on: 2027-01-13, want: off}\n  - {on: 2027-01-14, want: off}\n"
                   "  - {on: 2027-01-15, want: off}\n  - {on: 2027-01-18, want: off}\n"
                   "  - {on: 2027-01-19, want: off}\n  - {on: 2027-01-20, want: off}\n"
                   "  - {on: 2027-01-21, want: off}\n  - {on: 2027-01-22, want: off}\n"
                   "  - {on: 2027-01-25, want: off}\n  - {on: 2027-01-26, want: off}\n"
                   "  - {on: 2027-01-27, want: off}\n  - {on: 2027-01-28, want: off}\n"
                   "  - {on: 2027-01-29, want: off}\n"}},
     WHOLE,
     "session request"},
    {"a task avoided that can't be",
     {{WRITE, WISHES, NULL, WISHES_HEAD "tasks: {duty: avoid}\n"}},
     4,
     "can't be asked to be avoided"},
    {"a file that is no YAML", {{WRITE, WISHES, NULL, WISHES_HEAD "tasks: {duty: [}\n"}}, 4, ""},
    {"a rule misspelt",
     {{REPLACE, "service.yaml", "- one_place:", "- one_plaice:"}},
     0,
     "unknown rule"},
    {"a parameter misspelt", {{REPLACE, "service.yaml", "most_days:", "most_day:"}}, 0, "most_day"},
    {"a rule for nobody",
     {{REPLACE, "service.yaml", "  - one_place: # nobody is in two places at once\n",
       "  - count_limit: {who: {band: 9}, task: duty, per: week, most: 1}\n"}},
     0,
     "nobody"},
    {"a day misspelt in a pattern",
     {{REPLACE, "clinicians.yaml", "works: {mon", "works: {mno"}},
     0,
     "mno"},
    {"a base that is no site",
     {{REPLACE, "clinicians.yaml", "base: $hub", "base: nowhere"}},
     0,
     "unknown site 'nowhere'"},
    {"leave under a capital", {{RENAME, LEAVE, NULL, "2027-01/Leave.csv"}}, WHOLE, "leave.csv"},
    {"leave as a spreadsheet's text",
     {{RENAME, LEAVE, NULL, "2027-01/leave.csv.txt"}},
     WHOLE,
     "leave.csv"},
    {"the month's file with another ending",
     {{RENAME, MONTH, NULL, "2027-01/month.yml"}},
     WHOLE,
     "month.yaml"},
    {"wishes in a folder of another name",
     {{RENAME, "2027-01/preferences", NULL, "2027-01/preference"}},
     WHOLE,
     "preferences"},
    {"a month with one digit",
     {{WRITE, "2027-1/leave.csv", NULL,
       "clinician,from,to,kind\n$who,2027-01-12,2027-01-12,annual\n"}},
     WHOLE,
     "2027-01"},
    {"leave of last year", {{ADD, LEAVE, NULL, "$who,2026-01-12,2026-01-13,annual,"}}, 0, ""},
    {"cells parted by semicolons",
     {{WRITE, LEAVE, NULL, "clinician;from;to;kind\n$who;2027-01-12;2027-01-12;annual\n"}},
     1,
     ""},
    {"a rule that touches nothing",
     {{REPLACE, "service.yaml", "  - one_place: # nobody is in two places at once\n",
       "  - count_limit: {task: fcp, at: $hub, per: week, most: 1}\n"}},
     0,
     ""},
    {"a named FCP who has left",
     {{ADD, "clinicians.yaml", NULL, LEAVER},
      {REPLACE, "service.yaml", "named: [", "named: [gone, "}},
     0,
     ""},
    {"a lock of somebody who has left",
     {{ADD, "clinicians.yaml", NULL, LEAVER},
      {ADD, LOCKS, NULL, "gone,2027-01-14,am,support,remote"}},
     0,
     ""},
    {"leave of somebody who has left",
     {{ADD, "clinicians.yaml", NULL, LEAVER},
      {ADD, LEAVE, NULL, "gone,2027-01-14,2027-01-15,annual,"}},
     0,
     ""},
    {"a lock on leave",
     {{ADD, LEAVE, NULL, "$who,2027-01-14,2027-01-14,annual,"},
      {ADD, LOCKS, NULL, "$who,2027-01-14,am,support,remote"}},
     0,
     ""},
    {"a full post in one session",
     {{ADD, "clinicians.yaml", NULL, "few: {band: 6, wte: 1, works: {mon: [am]}}"}},
     0,
     ""},
    {"odd and even weeks over week 53",
     {{ADD, "clinicians.yaml", NULL,
       "turn: {band: 6, wte: 0.2, works: {odd: {mon: [am, pm]}, even: {tue: [am, pm]}}}"}},
     0,
     ""},
    {"wishes without a date",
     {{WRITE, WISHES, NULL, "clinician: $who\nmonth: 2027-01\ntasks: {clinic: like}\n"}},
     WHOLE,
     "submitted"},
    {"wishes for every day written as one",
     {{WRITE, WISHES, NULL, WISHES_HEAD "sessions:\n  - {every: mon-fri, want: off}\n"}},
     5,
     ""},
};

/* --- a service --------------------------------------------------------------- */

struct service {
  struct scratch *scratch;
  const char *folder;
  char *who, *hub, *pcn;
  char *baseline; /* what check says without any slip */
};

static char *read_text(const char *path)
{
  char *text = NULL;
  return g_file_get_contents(path, &text, NULL, NULL) ? text : NULL;
}

static char *first_match(const char *text, const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  assert_true(g_regex_match(regex, text, 0, &match));
  return g_match_info_fetch(match, 1);
}

/* All that `rota check` says to people. */
static char *check(const char *folder)
{
  const char *words[] = {ROTA_PROGRAM, "check", folder, NULL};
  char *errors = NULL;
  assert_true(g_spawn_sync(NULL, (char **)(gpointer)words, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                           NULL, NULL, &errors, NULL, NULL));
  return errors;
}

static void make_service(struct service *service, int seed)
{
  int clinicians = CLINICIANS_LEAST + seed % (CLINICIANS_MOST - CLINICIANS_LEAST + 1);
  service->scratch = scratch_new();
  service->folder = scratch_path(service->scratch, "service");
  g_autofree char *line =
      g_strdup_printf("'%s' init '%s' --clinicians %d --seed %d --month 2027-01 >/dev/null",
                      ROTA_PROGRAM, service->folder, clinicians, seed);
  assert_int_equal(system(line), 0);
  g_autofree char *people = read_text(scratch_path(service->scratch, "service/clinicians.yaml"));
  g_autofree char *places = read_text(scratch_path(service->scratch, "service/service.yaml"));
  service->who = first_match(people, "^([a-z0-9-]+):$");
  service->hub = first_match(places, "^  ([a-z0-9-]+):\\n    \\{name: [^,]*, kind: hub");
  service->pcn = first_match(places, "^  ([a-z0-9-]+):\\n    \\{name: [^,]* PCN,");
  service->baseline = check(service->folder);
}

static void clear_service(struct service *service)
{
  scratch_free(service->scratch);
  g_free(service->who);
  g_free(service->hub);
  g_free(service->pcn);
  g_free(service->baseline);
}

/* --- a slip in it ------------------------------------------------------------ */

static char *filled_in(const struct service *service, const char *text)
{
  GString *out = g_string_new(text);
  g_string_replace(out, "$who", service->who, 0);
  g_string_replace(out, "$hub", service->hub, 0);
  g_string_replace(out, "$pcn", service->pcn, 0);
  return g_string_free(out, FALSE);
}

static int lines_of(const char *text, const char *until)
{
  int count = 0;
  for (; text < until; text++)
    count += *text == '\n';
  return count;
}

/* Makes the edit; returns the line it stands on. */
static int apply(const struct service *service, const struct edit *edit)
{
  g_autofree char *name = filled_in(service, edit->path), *text = filled_in(service, edit->text);
  g_autofree char *path = g_build_filename(service->folder, name, NULL);
  g_autofree char *before = read_text(path);
  g_autofree char *after = NULL;
  int line = 1;
  if (edit->how == RENAME) {
    g_autofree char *to = g_build_filename(service->folder, text, NULL);
    assert_int_equal(g_rename(path, to), 0);
    return line;
  }
  if (edit->how == ADD) {
    assert_non_null(before);
    line = lines_of(before, before + strlen(before)) + 1;
    after = g_strconcat(before, text, "\n", NULL);
  } else if (edit->how == REPLACE) {
    g_autofree char *find = filled_in(service, edit->find);
    const char *at = before ? strstr(before, find) : NULL;
    assert_non_null(at);
    line = lines_of(before, at) + 1;
    g_autofree char *head = g_strndup(before, (gsize)(at - before));
    after = g_strconcat(head, text, at + strlen(find), NULL);
  } else
    after = g_strdup(text);
  g_autofree char *folder = g_path_get_dirname(path);
  assert_int_equal(g_mkdir_with_parents(folder, 0777), 0);
  assert_true(g_file_set_contents(path, after, -1, NULL));
  return line;
}

/* Is there a line that starts with the place and holds the words? */
static bool is_said(const char *said, const char *place, const char *words)
{
  g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
  for (char **line = lines; *line; line++)
    if (g_str_has_prefix(*line, place) && strstr(*line + strlen(place), words))
      return true;
  return false;
}

static bool is_named(const struct service *service, const struct slip *slip)
{
  const struct edit *last = NULL;
  int line = 0;
  for (const struct edit *edit = slip->edits; edit < slip->edits + EDITS_MOST; edit++)
    if (edit->how != NOTHING) {
      line = apply(service, edit);
      last = edit;
    }
  g_autofree char *name = filled_in(service, last->how == RENAME ? last->text : last->path);
  g_autofree char *place = slip->line == WHOLE || last->how == RENAME
                               ? g_strdup(name)
                               : g_strdup_printf("%s:%d:", name, slip->line ? slip->line : line);
  g_autofree char *words = filled_in(service, slip->says);
  g_autofree char *said = check(service->folder);
  bool named = is_said(said, place, words) && !is_said(service->baseline, place, words);
  if (!named && slip->line == WHOLE) { /* a folder that is not read is named for its files */
    g_autofree char *folder = g_path_get_dirname(name);
    named = is_said(said, folder, words) && !is_said(service->baseline, folder, words);
  }
  if (!named)
    print_error("%s: '%s ... %s' is not said, but:\n%s\n", slip->kind, place, words, said);
  return named;
}

/* Each slip gets the service as it was. */
static bool is_named_alone(struct service *service, const struct slip *slip)
{
  g_autofree char *kept = g_strconcat(service->folder, ".kept", NULL);
  g_autofree char *save = g_strdup_printf("cp -r '%s' '%s'", service->folder, kept);
  g_autofree char *restore =
      g_strdup_printf("chmod -R u+rw '%s'; rm -r '%s' && mv '%s' '%s'", service->folder,
                      service->folder, kept, service->folder);
  assert_int_equal(system(save), 0);
  bool named = is_named(service, slip);
  assert_int_equal(system(restore), 0);
  return named;
}

static void every_slip_is_named_at_its_line(void **state)
{
  (void)state;
  const char *wanted = g_getenv("ROTA_SLIPS_SERVICES");
  int services = wanted ? atoi(wanted) : SERVICES, missed = 0;
  for (int seed = 1; seed <= services; seed++) {
    struct service service;
    make_service(&service, seed);
    for (size_t i = 0; i < G_N_ELEMENTS(slips); i++)
      if (!is_named_alone(&service, &slips[i])) {
        print_error("seed %d: not named: %s\n", seed, slips[i].kind);
        missed++;
      }
    clear_service(&service);
  }
  printf("%zu kinds of slip in %d services: %d not named\n", G_N_ELEMENTS(slips), services, missed);
  assert_int_equal(missed, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_slip_is_named_at_its_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
