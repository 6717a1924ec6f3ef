/* What a month's CSV files mean: leave cut to the month, locks, and files on a disk. */
#include "inputs/month_folders.h"
#include "tests/support/check.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#include <glib/gstdio.h>

static struct world *with(const char *path, const char *text)
{
  const struct rule_example example = {.files = {{path, text}}};
  return world_new(&example, NULL);
}

/* February 2027 has 28 days. */
static void test_leave_is_cut_to_the_month(void **state)
{
  (void)state;
  struct world *world = with("2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "ann,2027-01-20,2027-01-31,annual,\n"
                             "ann,2027-01-20,2027-02-01,annual,\n"
                             "bob,2027-02-28,2027-03-05,study,pm\n"
                             "bob,2027-03-01,2027-03-05,study,\n"
                             "cat,2027-02-03,2027-02-03,sick,am eve\n");
  const struct month *month = world->month;
  static const struct {
    int from, until, blocks;
    const char *kind;
  } wanted[] = {{1, 1, 0xff, "annual"}, {28, 28, 2, "study"}, {3, 3, 5, "sick"}};
  assert_int_equal(month->n_leaves, 3);
  for (int i = 0; i < 3; i++) {
    assert_int_equal(month->leaves[i].clinician, i);
    assert_int_equal(month->leaves[i].from, date_make(2027, 2, wanted[i].from));
    assert_int_equal(month->leaves[i].until, date_make(2027, 2, wanted[i].until));
    assert_int_equal(month->leaves[i].blocks, wanted[i].blocks);
    assert_string_equal(month->leaves[i].kind, wanted[i].kind);
  }
  world_free(world);
}

static void test_locks(void **state)
{
  (void)state;
  struct world *world = with("2027-02/locks.csv",
                             "date,session,task,site,clinician\n"
                             "2027-02-01,am,clinic,hove,ann\n"
                             "\n"
                             "2027-02-26,pm,\"support\",\"remote\",cat\r\n");
  const struct month *month = world->month;
  const struct service *service = world->service;
  assert_int_equal(month->n_locks, 2);
  assert_int_equal(month->locks[0].clinician, 0);
  assert_int_equal(month->locks[0].slot, 0);
  assert_int_equal(month->locks[1].clinician, 2);
  assert_int_equal(month->locks[1].slot, month->n_slots - 1);
  assert_int_equal(month->locks[1].task, service_task(service, "support"));
  assert_int_equal(month->locks[1].site, service_site(service, "remote"));
  assert_int_equal(month->locks[1].where.line, 4);
  world_free(world);
}

/* The same from a disk, where folders hold what is no part of a service besides. */
static void test_a_folder_on_a_disk(void **state)
{
  (void)state;
  g_autofree char *root = g_dir_make_tmp("rota-XXXXXX", NULL);
  static const char *const folders[] = {"2027-01", "2027-02", "2027-13", "notes", ".2027-03"};
  for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *folder = g_build_filename(root, folders[i], NULL);
    assert_int_equal(g_mkdir(folder, 0700), 0);
  }
  g_autofree char *file = g_build_filename(root, "service.yaml", NULL);
  assert_true(g_file_set_contents(file, "service: Tiny\n", -1, NULL));
  struct source *source = source_folder(root);
  g_auto(GStrv) months = month_folders_list(source);
  assert_int_equal(g_strv_length(months), 2);
  assert_string_equal(months[0], "2027-01");
  assert_string_equal(months[1], "2027-02");
  g_auto(GStrv) files = source_list(source, "", ".yaml");
  assert_int_equal(g_strv_length(files), 1);
  assert_string_equal(files[0], "service.yaml");
  g_auto(GStrv) none = source_list(source, "nowhere", "");
  assert_int_equal(g_strv_length(none), 0);
  source_free(source);
  g_remove(file);
  for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *folder = g_build_filename(root, folders[i], NULL);
    g_rmdir(folder);
  }
  g_rmdir(root);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_leave_is_cut_to_the_month),
      cmocka_unit_test(test_locks),
      cmocka_unit_test(test_a_folder_on_a_disk),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
