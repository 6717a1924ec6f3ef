/* What a scenario makes of a service: each change in the structs, and the
 * service as it stands untouched. */
#include "model/formulation.h"
#include "model/rule.h"
#include "scenarios/scenarios.h"
#include "tests/support/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void set_changes_a_value(void **state)
{
  (void)state;
  struct made made = made_new("  - set: {tasks.clinic.slots.new: 4, clinicians.tom.wte: 0.5}\n");
  assert_int_equal(made_slots(&made, "clinic", "new"), 4);
  assert_int_equal(made_slots(&made, "clinic", "follow_up"), 5);
  assert_int_equal(made_post(&made, "tom")->wte_percent, 50);
  assert_int_equal(made.scenario->n_changes, 2);
  assert_string_equal(made.scenario->changes[0],
                      "MSK clinic: 4 new patients a session instead of 3");
  assert_string_equal(made.scenario->changes[1], "Tom Baker: 0.5 WTE");
  made_free(&made);
}

static void add_makes_people_like_one(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - add: {clinicians: 2, like: amrita, base: crawley, wte: 0.5,"
      " named_fcp: goldstone}\n");
  const struct service *service = made.service;
  assert_int_equal(service->n_clinicians, 5);
  const struct clinician *new = made_person(&made, "amrita-3");
  const struct post *model = made_post(&made, "amrita"), *post = made_post(&made, "amrita-3");
  assert_string_equal(new->name, "New 2, like Amrita Shah");
  assert_int_equal(post->band, 7);
  assert_int_equal(post->wte_percent, 50);
  assert_int_equal(post->n_skills, model->n_skills);
  assert_int_equal(post->base, service_site(service, "crawley"));
  assert_true(post->sites[post->base]);
  assert_int_equal(new->n_arrangements, 0);
  assert_int_equal(post->fewest_minutes, UNLIMITED);
  assert_int_equal(new->joins, DATE_NONE);
  assert_int_equal(post->works.n_weeks, 1);
  assert_memory_equal(post->works.weeks, model->works.weeks, sizeof *model->works.weeks);
  const struct pcn *pcn = service->sites[service_site(service, "goldstone")].pcn;
  assert_int_equal(pcn->n_named, 4);
  assert_int_equal(pcn->named[3], service_clinician(service, "amrita-3"));
  assert_string_equal(made.scenario->changes[0],
                      "2 more of band 7 at Crawley hub, like Amrita Shah, named first contact at "
                      "Goldstone PCN: wte 0.5");
  assert_null(month_preferences(made.month, service_clinician(service, "amrita-2")));
  made_free(&made);
}

static void add_after_the_month_joins_then(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - add: {clinicians: 2, like: amrita, wte: 0.4, from: 2027-03-01}\n"
      "  - add: {like: lee, from: 2027-01-18}\n");
  assert_int_equal(made.scenario->n_later, 0);
  assert_int_equal(made_person(&made, "amrita-2")->joins, date_make(2027, 3, 1));
  assert_int_equal(made_person(&made, "lee-2")->joins, date_make(2027, 1, 18));
  for (int c = 0; c < made.service->n_clinicians; c++)
    assert_int_equal(made.scenario->is_new[c], c >= made.service->n_clinicians - 3);
  made_free(&made);
}

/* No contract, so there is no share of one to add to the weeks after the month. */
static void who_comes_from_the_bank_has_no_contract(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - set: {clinicians.lee.bank: yes}\n"
      "  - add: {like: lee, from: 2027-03-01}\n");
  assert_true(made_person(&made, "lee-2")->bank);
  assert_int_equal(made_post(&made, "lee-2")->wte_percent, 0);
  assert_int_equal(made_post(&made, "lee-2")->week_minutes, 0);
  made_free(&made);
}

static void removed_people_are_named_but_not_there(void **state)
{
  (void)state;
  struct made made = made_new("  - remove: {clinicians: [tom, amrita]}\n");
  assert_int_equal(made.service->n_clinicians, 3);
  assert_int_equal(made_person(&made, "tom")->leaves, date_make(2026, 12, 31));
  assert_int_equal(made_person(&made, "amrita")->supervisor,
                   service_clinician(made.service, "tom"));
  assert_int_equal(made.month->n_locks, 0);
  assert_int_equal(made.month->n_preferences, 0);
  assert_string_equal(made.scenario->changes[0], "without Tom Baker, Amrita Shah");
  made_free(&made);
}

static void people_may_leave_in_the_month_or_after_it(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - remove: {clinicians: tom, from: 2027-01-20}\n"
      "  - remove: {clinicians: lee, from: 2027-04-01}\n");
  assert_int_equal(made_person(&made, "tom")->leaves, date_make(2027, 1, 19));
  assert_int_equal(made.month->n_locks, 1);
  assert_int_equal(made.month->n_preferences, 2); /* and his objections to a draft */
  assert_int_equal(made.scenario->n_later, 0);
  assert_int_equal(made_person(&made, "lee")->leaves, date_make(2027, 3, 31));
  made_free(&made);
}

static void vacancy_takes_the_nearest_posts(void **state)
{
  (void)state;
  /* posts: amrita 0.8, tom 1.0, lee 1.0 */
  struct made made = made_new("  - vacancy: {who: {skill: msk}, wte: 1.75}\n");
  assert_int_equal(made_person(&made, "amrita")->leaves, date_make(2026, 12, 31));
  assert_int_equal(made_person(&made, "tom")->leaves, DATE_NONE);
  assert_int_equal(made_person(&made, "lee")->leaves, date_make(2026, 12, 31));
  assert_string_equal(made.scenario->changes[0], "1.75 WTE vacant: Amrita Shah, Lee Park");
  made_free(&made);
  made = made_new(
      "  - remove: {clinicians: lee}\n"
      "  - vacancy: {who: {skill: msk}, wte: 1}\n");
  assert_int_equal(made_person(&made, "tom")->leaves, date_make(2026, 12, 31));
  assert_int_equal(made_person(&made, "amrita")->leaves, date_make(2028, 8, 31));
  made_free(&made);
}

static void set_finds_its_way(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - set:\n"
      "      rules.ratio.generalist: 70\n"
      "      rules.ratio.specialist: 30\n"
      "      rules.few calls for the newly qualified.most: 3\n"
      "      'rules.count_limit[duty].most': 2\n"
      "      'rules.count_limit[3].most': 4\n"
      "      rules.consecutive.most_days: 5\n"
      "      demand.spine: off\n"
      "      'demand.clinic[hub].target': 5\n"
      "      sites.hove.rooms.gym: 2\n"
      "      clinicians.tom.arrangements: [{never: eve}]\n"
      "      month.events.cad.attendees: 300\n"
      "      tasks.class.slots.follow_up: 12\n");
  const struct service *service = made.service;
  const int *ratio = NULL;
  int limits[3] = {0}, n_limits = 0, lines = 0;
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (strcmp(use->rule->name, "ratio") == 0)
      ratio = use->values;
    if (strcmp(use->rule->name, "count_limit") == 0)
      for (int i = 0; i < use->rule->n_params; i++)
        if (strcmp(use->rule->params[i].name, "most") == 0)
          limits[n_limits++] = use->values[i];
    if (strcmp(use->rule->name, "consecutive") == 0)
      assert_string_equal(use->where.file, MADE_PATH);
  }
  assert_non_null(ratio);
  assert_int_equal(ratio ? ratio[0] : 0, 70);
  assert_int_equal(ratio ? ratio[1] : 0, 30);
  assert_int_equal(limits[0], 2);
  assert_int_equal(limits[1], 3);
  assert_int_equal(limits[2], 4);
  for (int d = 0; d < service->n_demands; d++) {
    lines += service->demands[d].task == service_task(service, "spine");
    if (service->demands[d].task == service_task(service, "clinic"))
      assert_int_equal(service->demands[d].target, 5);
  }
  assert_int_equal(lines, 0);
  assert_int_equal(made_site(&made, "hove")->rooms[vocabulary_find(&service->room_kinds, "gym")],
                   2);
  assert_int_equal(made_site(&made, "hove")->rooms[vocabulary_find(&service->room_kinds, "room")],
                   7);
  assert_int_equal(made_person(&made, "tom")->n_arrangements, 1);
  assert_int_equal(made.month->events[0].attendees, 300);
  assert_int_equal(made_slots(&made, "class", "follow_up"), 12);
  assert_int_equal(made_slots(&made, "class", "new"), 0);
  made_free(&made);
}

/* --- what a scenario leaves alone --------------------------------------------- */

static char *fingerprint(const struct service *service, const struct month *month)
{
  struct problem *problem = problem_new(service, month);
  struct programme *programme = formulation_build(problem);
  char *print = programme_fingerprint(programme);
  programme_free(programme);
  problem_free(problem);
  return print;
}

static char *fingerprint_of(struct source *source, const char *month_id)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const ids[] = {month_id, NULL};
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, &month), STATUS_OK);
  char *print = fingerprint(service, month);
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  return print;
}

/* A scenario of the folder's service, read as `rota` reads it. */
static char *fingerprint_with(struct source *source, const char *month_id, const char *text)
{
  struct source *scenarios = source_memory();
  struct diagnostics *diagnostics = diagnostics_new();
  struct made made = {NULL, NULL, NULL};
  source_add(scenarios, "x.yaml", text);
  enum status status = scenario_read(source, scenarios, "x.yaml", month_id, diagnostics,
                                     &made.scenario, &made.service, &made.month);
  g_autofree char *said = written_said(diagnostics);
  if (status != STATUS_OK)
    fail_msg("%s", said);
  scenario_free(made.scenario); /* service and month stand without it */
  made.scenario = NULL;
  char *print = fingerprint(made.service, made.month);
  made_free(&made);
  diagnostics_free(diagnostics);
  source_free(scenarios);
  return print;
}

static void no_change_is_the_service_itself(void **state)
{
  (void)state;
  static const char *const services[] = {"small", "locality"};
  for (size_t i = 0; i < G_N_ELEMENTS(services); i++) {
    g_autofree char *folder = g_build_filename(ROTA_SOURCE_DIR, "examples", services[i], NULL);
    struct source *source = source_folder(folder);
    g_autofree char *before = fingerprint_of(source, "2027-01");
    g_autofree char *same = fingerprint_with(source, "2027-01", "scenario: nothing\n");
    g_autofree char *changed = fingerprint_with(
        source, "2027-01", "scenario: more\nchanges: [{set: {tasks.spine.min_band: 7}}]\n");
    g_autofree char *after = fingerprint_of(source, "2027-01");
    assert_string_equal(same, before);
    assert_string_not_equal(changed, before);
    assert_string_equal(after, before);
    source_free(source);
  }
}

static void read_example(struct source *source, const char *path)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct made made = {NULL, NULL, NULL};
  scenario_read(source, source, path, "2027-01", diagnostics, &made.scenario, &made.service,
                &made.month);
  g_autofree char *said = written_said(diagnostics);
  assert_string_equal(said, "");
  assert_true(made.scenario->n_changes > 0);
  made_free(&made);
  diagnostics_free(diagnostics);
}

static void the_examples_are_in_order(void **state)
{
  (void)state;
  static const struct {
    const char *service;
    guint count;
  } examples[] = {{"small", 3}, {"locality", 12}};
  for (size_t i = 0; i < G_N_ELEMENTS(examples); i++) {
    g_autofree char *folder =
        g_build_filename(ROTA_SOURCE_DIR, "examples", examples[i].service, NULL);
    struct source *source = source_folder(folder);
    g_auto(GStrv) names = source_list(source, "scenarios", ".yaml");
    assert_int_equal(g_strv_length(names), examples[i].count);
    for (char **name = names; *name; name++) {
      g_autofree char *path = g_build_filename("scenarios", *name, NULL);
      read_example(source, path);
    }
    source_free(source);
  }
}

static void differs(struct source *source, const char *before, const char *format, const char *id)
{
  g_autofree char *change = g_strdup_printf(format, id);
  g_autofree char *text = g_strdup_printf("scenario: x\nchanges: [%s]\n", change);
  g_autofree char *print = fingerprint_with(source, "2027-01", text);
  assert_string_not_equal(print, before);
}

/* Whoever it is, named FCP, supervisor or deputy, and wherever: the changed month
 * is read without a mistake and becomes a programme, another one. */
static void anybody_may_leave_and_any_site_close(void **state)
{
  (void)state;
  struct source *source = source_folder(ROTA_SOURCE_DIR "/examples/small");
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
  g_autofree char *before = fingerprint_of(source, "2027-01");
  for (int c = 0; c < service->n_clinicians; c++) {
    const char *id = service->clinicians[c].id;
    differs(source, before, "remove: {clinicians: %s}", id);
    differs(source, before, "remove: {clinicians: %s, from: 2027-01-15}", id);
    differs(source, before, "add: {clinicians: 2, like: %s}", id);
  }
  for (int s = 0; s < service->n_sites; s++)
    differs(source, before, "close: {site: %s, from: 2027-01-11}", service->sites[s].id);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
}

static void scenarios_know_what_they_are(void **state)
{
  (void)state;
  struct made made = made_new("  []\nhorizon: 13 weeks\n");
  assert_string_equal(made.scenario->name, "Test");
  assert_string_equal(made.scenario->path, MADE_PATH);
  assert_int_equal(strlen(made.scenario->sha256), 64);
  assert_int_equal(made.scenario->horizon_weeks, 13);
  assert_int_equal(made.scenario->n_changes, 0);
  assert_int_equal(made.scenario->n_later, 0);
  made_free(&made);
}

/* An anchor's node stands in several places; a change is in one of them. */
static void aliases_change_in_one_place(void **state)
{
  (void)state;
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++) {
    g_autoptr(GString) text = g_string_new(file->text);
    g_string_replace(text, "slots: {new: 3, follow_up: 5}}", "slots: &s {new: 3, follow_up: 5}}",
                     1);
    g_string_replace(text, "slots: {new: 3}}", "slots: *s}", 1);
    source_add(source, file->path, text->str);
  }
  struct made made = made_of(source, "  - set: {tasks.spine.slots.new: 4}\n");
  assert_int_equal(made_slots(&made, "spine", "new"), 4);
  assert_int_equal(made_slots(&made, "spine", "follow_up"), 5);
  assert_int_equal(made_slots(&made, "clinic", "new"), 3);
  made_free(&made);
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(set_changes_a_value),
      cmocka_unit_test(set_finds_its_way),
      cmocka_unit_test(add_makes_people_like_one),
      cmocka_unit_test(add_after_the_month_joins_then),
      cmocka_unit_test(who_comes_from_the_bank_has_no_contract),
      cmocka_unit_test(removed_people_are_named_but_not_there),
      cmocka_unit_test(people_may_leave_in_the_month_or_after_it),
      cmocka_unit_test(vacancy_takes_the_nearest_posts),
      cmocka_unit_test(no_change_is_the_service_itself),
      cmocka_unit_test(the_examples_are_in_order),
      cmocka_unit_test(anybody_may_leave_and_any_site_close),
      cmocka_unit_test(scenarios_know_what_they_are),
      cmocka_unit_test(aliases_change_in_one_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
