/* What lies in a service's folder and is not read is named, and what can't be read is a
 * mistake. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/written.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define LEAVE "clinician,from,to,kind\nann,2027-02-01,2027-02-02,annual\n"
#define MEANT(path, what, name)                                                                    \
  path ":0:0: warning: this " what " is not read; did you mean '" name "'?\n"
#define UNKNOWN(path, what) path ":0:0: warning: this " what " is not read\n"

static const struct mistake files[] = {
    /* a month's folder */
    {"2027-02/Leave.csv", NULL, LEAVE, MEANT("2027-02/Leave.csv", "file", "leave.csv")},
    {"2027-02/leave.CSV", NULL, LEAVE, MEANT("2027-02/leave.CSV", "file", "leave.csv")},
    {"2027-02/leave.csv.txt", NULL, LEAVE, MEANT("2027-02/leave.csv.txt", "file", "leave.csv")},
    {"2027-02/leave.xlsx", NULL, "PK", MEANT("2027-02/leave.xlsx", "file", "leave.csv")},
    {"2027-02/leaves.csv", NULL, LEAVE, MEANT("2027-02/leaves.csv", "file", "leave.csv")},
    {"2027-02/lock.csv", NULL, "", MEANT("2027-02/lock.csv", "file", "locks.csv")},
    {"2027-02/month.yml", NULL, "", MEANT("2027-02/month.yml", "file", "month.yaml")},
    {"2027-02/preference/ann.yaml", NULL, "", MEANT("2027-02/preference", "folder", "preferences")},
    {"2027-02/ann.yaml", NULL, "", MEANT("2027-02/ann.yaml", "file", "preferences/ann.yaml")},
    {"2027-02/travel.csv", NULL, "", MEANT("2027-02/travel.csv", "file", "../travel.csv")},
    {"2027-02/minutes of the meeting.docx", NULL, "",
     UNKNOWN("2027-02/minutes of the meeting.docx", "file")},
    {"2027-02/old/leave.csv", NULL, "", UNKNOWN("2027-02/old", "folder")},
    /* preferences */
    {"2027-02/preferences/ann.yml", NULL, "",
     MEANT("2027-02/preferences/ann.yml", "file", "ann.yaml")},
    {"2027-02/preferences/Ann.YAML", NULL, "",
     MEANT("2027-02/preferences/Ann.YAML", "file", "ann.yaml")},
    {"2027-02/preferences/ann.yaml.txt", NULL, "",
     MEANT("2027-02/preferences/ann.yaml.txt", "file", "ann.yaml")},
    {"2027-02/preferences/form.docx", NULL, "",
     "2027-02/preferences/form.docx:0:0: warning: this file is not read; files here end in "
     "'.yaml'\n"},
    {"2027-02/preferences/late/ann.yaml", NULL, "", UNKNOWN("2027-02/preferences/late", "folder")},
    /* repairs */
    {"2027-02/repairs/1-ann.csv.txt", NULL, "",
     "2027-02/repairs/1-ann.csv.txt:0:0: warning: this file is not read; files here end in '.yaml' "
     "or '.csv'\n"},
    {"2027-02/repairs/1.yml", NULL, "", MEANT("2027-02/repairs/1.yml", "file", "1.yaml")},
    {"2027-02/repairs/old/1.csv", NULL, "", UNKNOWN("2027-02/repairs/old", "folder")},
    {"2027-02/repairs/1.csv", NULL, LEAVE, ""},
    {"2027-02/repairs/1.yaml", NULL, "closures: [{site: hove, from: 2027-02-03}]\n", ""},
    /* the service */
    {"2027-2/leave.csv", NULL, LEAVE, MEANT("2027-2", "folder", "2027-02")},
    {"2027_02/leave.csv", NULL, LEAVE, MEANT("2027_02", "folder", "2027-02")},
    {"202702/leave.csv", NULL, LEAVE, MEANT("202702", "folder", "2027-02")},
    {"2027-13/leave.csv", NULL, LEAVE, UNKNOWN("2027-13", "folder")},
    {"Clinicians/ann.yaml", NULL, "", MEANT("Clinicians", "folder", "clinicians")},
    {"History/2026-12.yaml", NULL, "", MEANT("History", "folder", "history")},
    {"clinician.yaml", NULL, "", MEANT("clinician.yaml", "file", "clinicians.yaml")},
    {"service.yml", NULL, "", MEANT("service.yml", "file", "service.yaml")},
    {"travel.xlsx", NULL, "", MEANT("travel.xlsx", "file", "travel.csv")},
    {"leave.csv", NULL, LEAVE, MEANT("leave.csv", "file", "YYYY-MM/leave.csv")},
    {"clinicians/cat.yml", NULL, "", MEANT("clinicians/cat.yml", "file", "cat.yaml")},
    {"history/2026-12.yml", NULL, "", MEANT("history/2026-12.yml", "file", "2026-12.yaml")},
    /* what nobody needs to be told of */
    {"README.md", NULL, "", ""},
    {"2027-02/readme.txt", NULL, "", ""},
    {".gitignore", NULL, "", ""},
    {"2027-02/.~lock.leave.csv#", NULL, "", ""},
    {"2027-02/rota.json", NULL, "", ""},
    {"2027-02/rota.csv", NULL, "", ""},
    {"scenarios/one.yaml", NULL, "", ""},
    {"scenarios/notes.txt", NULL, "", ""},
    {"builds.jsonl", NULL, "", ""},
    {"builds.jsonl.outcomes/1.json", NULL, "", ""},
    /* another month is read when it is asked for */
    {"2027-03/Leave.csv", NULL, LEAVE, ""},
};

static void each_file_is_accounted_for(void **state)
{
  (void)state;
  mistakes_are_said(files, (int)G_N_ELEMENTS(files));
}

/* --- on a disk ---------------------------------------------------------------------- */

static char *root;

static int make_root(void **state)
{
  (void)state;
  root = g_dir_make_tmp("rota-XXXXXX", NULL);
  return root ? 0 : -1;
}

static int remove_root(void **state)
{
  (void)state;
  const char *const command[] = {"rm", "-rf", root, NULL};
  g_spawn_sync(NULL, (char **)(gpointer)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
               NULL, NULL);
  g_free(root);
  return 0;
}

static char *in_root(const char *path)
{
  return g_build_filename(root, path, NULL);
}

static void write_file(const char *path, const char *text)
{
  g_autofree char *full = in_root(path);
  assert_true(g_file_set_contents(full, text, -1, NULL));
}

static void make_folder(const char *path)
{
  g_autofree char *full = in_root(path);
  assert_int_equal(g_mkdir_with_parents(full, 0700), 0);
}

/* What is said of February, and then the thing is removed. */
static void assert_said(const char *path, const char *said)
{
  g_autofree char *full = in_root(path);
  struct source *source = source_folder(root);
  g_autofree char *report = written_report(source, "2027-02");
  assert_string_equal(report, said);
  source_free(source);
  assert_int_equal(g_remove(full), 0);
}

static void what_is_no_file_is_a_mistake(void **state)
{
  (void)state;
  g_autofree char *leave = in_root("2027-02/leave.csv"),
                  *preferences = in_root("2027-02/preferences");
  g_autofree char *month = in_root("2027-02"), *stray = in_root("2027-02/leeve.csv");
  write_file("service.yaml",
             "service: Tiny\n"
             "sessions: {am: {from: \"08:30\", to: \"12:15\"}}\n"
             "week: {mon-fri: [am]}\n"
             "sites: {hove: {kind: hub}}\n"
             "tasks: {clinic: {at: hub}}\n");
  write_file("clinicians.yaml", "ann: {band: 7, works: {mon-fri: [am]}}\n");
  make_folder("2027-02");
  make_folder("2027-02/leave.csv");
  assert_said("2027-02/leave.csv", "2027-02/leave.csv:0:0: can't read the file: not a file\n");
  assert_int_equal(mkfifo(leave, 0600), 0);
  assert_said("2027-02/leave.csv", "2027-02/leave.csv:0:0: can't read the file: not a file\n");
  assert_int_equal(symlink("/dev/null", leave), 0);
  assert_said("2027-02/leave.csv", "2027-02/leave.csv:0:0: can't read the file: not a file\n");
  assert_int_equal(symlink("nowhere", leave), 0);
  assert_said("2027-02/leave.csv",
              "2027-02/leave.csv:0:0: can't read the file: a link to nothing\n");
  assert_int_equal(symlink("leave.csv", leave), 0);
  assert_said("2027-02/leave.csv",
              "2027-02/leave.csv:0:0: can't read the file: Too many levels of symbolic links\n");
  assert_int_equal(symlink("nowhere", stray), 0);
  assert_said("2027-02/leeve.csv",
              "2027-02/leeve.csv:0:0: warning: this link to nothing is not "
              "read; did you mean 'leave.csv'?\n");
  write_file("2027-02/preferences", "");
  assert_said("2027-02/preferences",
              "2027-02/preferences:0:0: can't read the folder: Not a directory\n");
  assert_int_equal(symlink("nowhere", preferences), 0);
  assert_said("2027-02/preferences",
              "2027-02/preferences:0:0: can't read the folder: No such file or directory\n");
  make_folder("2027-02/preferences/ann.yaml");
  assert_said("2027-02/preferences/ann.yaml",
              "2027-02/preferences/ann.yaml:0:0: can't read the file: not a file\n");
  assert_int_equal(g_remove(preferences), 0);
  assert_int_equal(g_remove(month), 0);
  write_file("2027-02", "");
  assert_said("2027-02", "2027-02:0:0: can't read the folder: Not a directory\n");
  write_file("clinicians", "");
  assert_said("clinicians", "clinicians:0:0: can't read the folder: Not a directory\n");
  if (geteuid() != 0) { /* root may read everything */
    make_folder("history");
    g_autofree char *history = in_root("history");
    assert_int_equal(g_chmod(history, 0), 0);
    assert_said("history", "history:0:0: can't read the folder: Permission denied\n");
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_file_is_accounted_for),
      cmocka_unit_test_setup_teardown(what_is_no_file_is_a_mistake, make_root, remove_root),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
