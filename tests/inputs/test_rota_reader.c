/* Rotas read back, from JSON and from CSV: each row as it was, and all that is said of
 * those that are not in order. */
#include "inputs/rota_reader.h"
#include "tests/support/check.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#include <glib/gstdio.h>

static const char json[] =
    "{\"month\": \"2027-02\", \"assignments\": ["
    "{\"date\": \"2027-02-01\", \"session\": \"am\", \"clinician\": \"ann\", \"task\": \"clinic\","
    " \"site\": \"hove\", \"locked\": true},"
    "{\"date\": \"2027-02-06\", \"session\": \"pm\", \"clinician\": \"bob\", \"task\": \"duty\","
    " \"site\": \"remote\"}]}";
static const char csv[] =
    "date,session,from,to,clinician,task,site,locked\n"
    "2027-02-01,am,08:30,12:15,ann,clinic,hove,yes\n"
    "2027-02-06,pm,13:15,17:00,bob,duty,remote,\n";

/* Reads a file of that name and text; what is said, to g_free. */
static struct rota_file *read(const char *name, const char *text, enum status wanted, char **said)
{
  g_autofree char *folder = g_dir_make_tmp("rota-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, name, NULL);
  struct diagnostics *diagnostics = diagnostics_new();
  struct rota_file *file = NULL;
  if (text)
    assert_true(g_file_set_contents(path, text, -1, NULL));
  assert_int_equal(rota_file_read(path, diagnostics, &file), wanted);
  assert_int_equal(file != NULL, wanted == STATUS_OK);
  g_autofree char *report = written_said(diagnostics);
  g_auto(GStrv) parts = g_strsplit(report, path, -1); /* the folder is another each time */
  *said = g_strjoinv("", parts);
  for (guint i = 0; file && i < file->rows->len; i++) /* the path goes, the rows stay */
    g_array_index(file->rows, struct rota_row, i).where.file = name;
  if (file)
    file->path = name;
  diagnostics_free(diagnostics);
  g_remove(path);
  g_rmdir(folder);
  return file;
}

static void test_both_forms_say_the_same(void **state)
{
  (void)state;
  for (int form = 0; form < 2; form++) {
    g_autofree char *said = NULL;
    struct rota_file *file =
        read(form == 0 ? "rota.json" : "rota.csv", form == 0 ? json : csv, STATUS_OK, &said);
    assert_string_equal(said, "");
    assert_string_equal(file->month_id, "2027-02");
    assert_int_equal(file->document != NULL, form == 0);
    assert_int_equal(file->rows->len, 2);
    const struct rota_row *row = &g_array_index(file->rows, struct rota_row, 1);
    assert_string_equal(row->date, "2027-02-06");
    assert_string_equal(row->session, "pm");
    assert_string_equal(row->clinician, "bob");
    assert_string_equal(row->task, "duty");
    assert_string_equal(row->site, "remote");
    assert_int_equal(row->where.line, form == 0 ? 0 : 3);
    rota_file_free(file);
  }
  rota_file_free(NULL);
}

static void assert_said(const char *name, const char *text, enum status status, const char *wanted)
{
  g_autofree char *said = NULL;
  rota_file_free(read(name, text, status, &said));
  assert_string_equal(said, wanted);
}

static void test_what_is_no_rota(void **state)
{
  (void)state;
  assert_said("rota.json", NULL, STATUS_IO, ":0:0: can't be read: No such file or directory\n");
  assert_said("rota.json", "[1]", STATUS_BAD_INPUT,
              ":0:0: is not a rota: it should be an object, { ... }\n");
  assert_said("rota.json", "{", STATUS_BAD_INPUT,
              ":1:1: is not JSON: string or '}' expected near end of file\n");
  assert_said("rota.json", "{}", STATUS_BAD_INPUT,
              ":0:0: the rota: no 'month'\n:0:0: the rota: no 'assignments'\n");
  assert_said("rota.json", "{\"month\": 3, \"assignments\": {}}", STATUS_BAD_INPUT,
              ":0:0: the rota: 'month' should be a text\n"
              ":0:0: 'assignments' should be a list, [ ... ]\n");
  assert_said("rota.json", "{\"month\": \"2027-13\", \"assignments\": []}", STATUS_BAD_INPUT,
              ":0:0: '2027-13' is not a month; write it as 2027-01\n");
  assert_said("rota.json", "{\"month\": \"2027-011\", \"assignments\": []}", STATUS_BAD_INPUT,
              ":0:0: '2027-011' is not a month; write it as 2027-01\n");
  assert_said("rota.json", "{\"month\": \"2027-01\", \"assignments\": []}", STATUS_OK, "");
  assert_said("rota.json", "{\"month\": \"2027-01\", \"assignments\": [{}, 5]}", STATUS_BAD_INPUT,
              ":0:0: assignment 1: no 'date'\n"
              ":0:0: assignment 1: no 'session'\n"
              ":0:0: assignment 1: no 'clinician'\n"
              ":0:0: assignment 1: no 'task'\n"
              ":0:0: assignment 1: no 'site'\n"
              ":0:0: assignment 2 should be an object, { ... }\n");
  assert_said("rota.csv", "date,session,clinician,task,site\n", STATUS_BAD_INPUT,
              ":0:0: has no assignments, so its month is unknown\n");
  assert_said("rota.csv", "date,session,clinician,task,site\n2027-2-1,am,ann,clinic,hove\n",
              STATUS_BAD_INPUT, ":2:1: '2027-2-1' is not a date; write it as 2027-01-12\n");
  assert_said("rota.json", "", STATUS_BAD_INPUT,
              ":1:0: is not JSON: '[' or '{' expected near end of file\n");
  assert_said("rota.csv", "day,session,clinician,task,site,date\n", STATUS_BAD_INPUT,
              ":1:1: unknown column 'day'\n");
  assert_said("rota.csv", "date,session,clinician,task,site,date\n", STATUS_BAD_INPUT,
              ":1:34: the column 'date' is here twice\n");
  assert_said("rota.csv", "date,session,clinician,task\n", STATUS_BAD_INPUT,
              ":1:1: the column 'site' is missing\n");
}

static void test_a_folder_is_no_rota(void **state)
{
  (void)state;
  struct diagnostics *diagnostics = diagnostics_new();
  struct rota_file *file = NULL;
  assert_int_equal(rota_file_read("/", diagnostics, &file), STATUS_IO);
  assert_int_equal(rota_file_read("/dev/null", diagnostics, &file), STATUS_IO);
  g_autofree char *said = written_said(diagnostics);
  assert_string_equal(said,
                      "/:0:0: is a folder; a rota.json or rota.csv is wanted\n"
                      "/dev/null:0:0: is not a plain file\n");
  diagnostics_free(diagnostics);
}

/* What the rows mean in the tiny world: a Saturday is a misfit, not a mistake. */
static void test_rows_become_a_rota(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct diagnostics *diagnostics = diagnostics_new();
  g_autofree char *said = NULL;
  g_autoptr(GArray) misfits = g_array_new(FALSE, FALSE, sizeof(struct rota_misfit));
  struct rota_file *file = read("rota.csv", csv, STATUS_OK, &said);
  struct rota *rota = NULL;
  assert_int_equal(rota_file_resolve(file, problem, diagnostics, &rota, misfits), STATUS_OK);
  assert_int_equal(rota->count, 1);
  assert_int_equal(rota->items[0].clinician, service_clinician(world->service, "ann"));
  assert_int_equal(rota->items[0].task, service_task(world->service, "clinic"));
  assert_int_equal(rota->items[0].site, service_site(world->service, "hove"));
  assert_int_equal(rota->items[0].slot, month_slot(world->month, date_make(2027, 2, 1), 0));
  assert_int_equal(misfits->len, 1);
  const struct rota_misfit *misfit = &g_array_index(misfits, struct rota_misfit, 0);
  assert_int_equal(misfit->clinician, service_clinician(world->service, "bob"));
  assert_int_equal(misfit->task, service_task(world->service, "duty"));
  assert_int_equal(misfit->site, service_site(world->service, "remote"));
  assert_int_equal(misfit->date, date_make(2027, 2, 6));
  assert_int_equal(misfit->block, 1);
  rota_free(rota);
  rota_file_free(file);
  diagnostics_free(diagnostics);
  problem_free(problem);
  world_free(world);
}

static void assert_unknown(const char *name, const char *text, const char *wanted)
{
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct diagnostics *diagnostics = diagnostics_new();
  g_autofree char *said = NULL;
  g_autoptr(GArray) misfits = g_array_new(FALSE, FALSE, sizeof(struct rota_misfit));
  struct rota_file *file = read(name, text, STATUS_OK, &said);
  struct rota *rota = NULL;
  assert_int_equal(rota_file_resolve(file, problem, diagnostics, &rota, misfits), STATUS_BAD_INPUT);
  assert_null(rota);
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  g_autoptr(GString) words = g_string_new(NULL);
  for (int i = 0; i < count; i++)
    g_string_append_printf(words, "%d: %s\n", items[i].where.line, items[i].text);
  assert_string_equal(words->str, wanted);
  rota_file_free(file);
  diagnostics_free(diagnostics);
  problem_free(problem);
  world_free(world);
}

static void test_unknown_words(void **state)
{
  (void)state;
  assert_unknown("rota.csv",
                 "date,session,clinician,task,site\n"
                 "2027-02-01,noon,anne,clinics,hull\n"
                 "2027-02-30,am,ann,clinic,hove\n",
                 "2: unknown session 'noon'\n"
                 "2: unknown clinician 'anne'\n"
                 "2: unknown task 'clinics'\n"
                 "2: unknown site 'hull'\n"
                 "3: not a date such as 2027-01-12: '2027-02-30'\n");
  assert_unknown("rota.json",
                 "{\"month\": \"2027-02\", \"assignments\": ["
                 "{\"date\": \"2027-02-01\", \"session\": \"am\", \"clinician\": \"ann\","
                 " \"task\": \"clinic\", \"site\": \"hove\"},"
                 "{\"date\": \"2027-02-01\", \"session\": \"am\", \"clinician\": \"anne\","
                 " \"task\": \"clinic\", \"site\": \"hove\"}]}",
                 "0: assignment 2: unknown clinician 'anne'\n");
}

/* Times and locks that follow from the rest: what was changed in them is named, row by row. */
static void test_what_is_not_taken_up(void **state)
{
  static const char text[] =
      "date,session,from,to,clinician,task,site,locked\n"
      "2027-02-01,am,08:30,12:15,ann,clinic,hove,yes\n"
      "2027-02-02,am,8:30,12:15:00,ann,clinic,hove,No\n"
      "2027-02-03,am,09:00,12:15,ann,clinic,hove,\n"
      "2027-02-04,am,,13:00,ann,clinic,hove,yes\n"
      "2027-02-05,am,half past,12:15,ann,clinic,hove,no\n"
      "2027-02-08,pm,13:15,17:00,ann,clinic,hove,no\n";
  static const struct rule_example example = {
      .files = {{"2027-02/locks.csv",
                 "clinician,date,session,task,site\nann,2027-02-01,am,clinic,hove\n"
                 "ann,2027-02-08,pm,clinic,hove\n"}}};
  struct world *world = world_new(&example, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct diagnostics *diagnostics = diagnostics_new();
  g_autofree char *said = NULL;
  g_autoptr(GArray) misfits = g_array_new(FALSE, FALSE, sizeof(struct rota_misfit));
  struct rota_file *file = read("rota.csv", text, STATUS_OK, &said);
  struct rota *rota = NULL;
  (void)state;
  assert_int_equal(rota_file_resolve(file, problem, diagnostics, &rota, misfits), STATUS_OK);
  assert_int_equal(rota->count, 6);
  g_autofree char *words = written_said(diagnostics);
  assert_string_equal(
      words,
      "rota.csv:4:1: warning: 'from: 09:00' is not taken up: the session 'am' is from 08:30 to "
      "12:15\n"
      "rota.csv:5:1: warning: 'to: 13:00' is not taken up: the session 'am' is from 08:30 to "
      "12:15\n"
      "rota.csv:5:1: warning: 'locked: yes' holds for 'rota repair' alone: no line of locks.csv "
      "locks this\n"
      "rota.csv:6:1: warning: 'from: half past' is not taken up: the session 'am' is from 08:30 to "
      "12:15\n"
      "rota.csv:7:1: warning: 'locked: no' is not taken up: 2027-02/locks.csv:3 locks this\n");
  rota_free(rota);
  rota_file_free(file);
  diagnostics_free(diagnostics);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_both_forms_say_the_same), cmocka_unit_test(test_what_is_no_rota),
      cmocka_unit_test(test_a_folder_is_no_rota),     cmocka_unit_test(test_rows_become_a_rota),
      cmocka_unit_test(test_unknown_words),           cmocka_unit_test(test_what_is_not_taken_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
