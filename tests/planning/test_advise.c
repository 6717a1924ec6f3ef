/* Advice on services so small that the answers are known by hand: two people, Ann and
 * Bob, on the four Monday mornings of February 2027 at Hove. */
#include "planning/advise.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

struct fixture {
  struct scratch *scratch;
  struct comparison *month;
  struct advise_settings settings;
  struct advice *advice;
};

static void read_month(struct fixture *at)
{
  struct diagnostics *diagnostics = diagnostics_new();
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  at->month = NULL;
  assert_int_equal(comparison_read(scratch_path(at->scratch, "service"), "2027-02", none,
                                   diagnostics, &at->month),
                   STATUS_OK);
  diagnostics_free(diagnostics);
}

static void begin(struct fixture *at, int rooms, int need)
{
  at->scratch = scratch_new();
  g_autofree char *service = g_strdup_printf(
      "service: Mondays\n"
      "holidays: none\n"
      "sessions:\n"
      "  am: {from: \"08:30\", to: \"12:15\"}\n"
      "week: {mon: [am]}\n"
      "sites:\n"
      "  hove: {name: Hove hub, kind: hub, rooms: %d}\n"
      "tasks:\n"
      "  clinic: {name: Clinic, skill: msk, at: hub, spare: yes}\n"
      "  class: {name: Class, skill: msk, at: hub, room: none, spare: yes}\n"
      "demand:\n"
      "  - {task: clinic, at: hove, sessions: mon am, need: %d}\n",
      rooms, need);
  scratch_write(at->scratch, "service/service.yaml", service);
  scratch_write(at->scratch, "service/clinicians.yaml",
                "ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove,\n"
                "      skills: {msk: yes}}\n"
                "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove,\n"
                "      skills: {msk: yes}}\n");
  read_month(at);
  at->settings = (struct advise_settings){variant_default_settings(), true, false, 12};
  at->settings.each.build.deterministic = TRUE;
}

/* Cat, who is like Bob. */
static void add_cat(struct fixture *at)
{
  scratch_write(at->scratch, "service/clinicians.yaml",
                "ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove,\n"
                "      skills: {msk: yes}}\n"
                "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove,\n"
                "      skills: {msk: yes}}\n"
                "cat: {name: Cat Cole, band: 6, wte: 0.1, works: {mon: [am]}, base: hove,\n"
                "      skills: {msk: yes}}\n");
  read_month(at);
}

static void advise(struct fixture *at)
{
  const struct advise_watch nobody = {0};
  at->advice = advise_month(at->month, &at->settings, &nobody);
}

static void end(struct fixture *at)
{
  advice_free(at->advice);
  comparison_free(at->month);
  scratch_free(at->scratch);
}

static const struct advice_limit *limit_of(const struct fixture *at, const char *words)
{
  for (guint i = 0; i < at->advice->limits->len; i++) {
    const struct advice_limit *limit = g_ptr_array_index(at->advice->limits, i);
    if (strcmp(limit->words, words) == 0)
      return limit;
  }
  return NULL;
}

/* One room too few: two people are needed four times, one can be seated. At 100 points
 * each, one more room, or one person less that is needed, saves 400. */
static void one_room_too_few(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, 1, 2);
  advise(&at);
  assert_int_equal(at.advice->baseline->status, OUTCOME_BUILT);
  assert_int_equal(at.advice->baseline->values[MEASURE_COST], 400);
  assert_null(at.month->outcomes[0]);
  const struct advice_limit *room = limit_of(&at, "one more room at Hove hub");
  assert_non_null(room);
  assert_int_equal(room->saves, 40000);
  assert_true(at.advice->priced && at.advice->has_absences && at.advice->has_candidates);
  assert_int_equal(at.advice->absences->len, 2);
  for (guint i = 0; i < 2; i++)
    assert_false(advice_absence_hurts(g_ptr_array_index(at.advice->absences, i)));
  const struct advice_candidate *best = g_ptr_array_index(at.advice->candidates, 0);
  assert_int_equal(best->kind, CANDIDATE_ROOM);
  assert_string_equal(best->words, "room: one more room at Hove hub");
  assert_int_equal(best->outcome->values[MEASURE_COST], 0);
  assert_null(best->outcome->scenario);
  assert_int_equal(advice_candidate_proven(best, at.advice->baseline), 400);
  end(&at);
}

/* One person too few: whoever is away is missed. */
static void one_person_too_few(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, 5, 3);
  at.settings.candidates = 1;
  advise(&at);
  assert_null(limit_of(&at, "one more room at Hove hub"));
  for (guint i = 0; i < at.advice->absences->len; i++) {
    const struct advice_absence *absence = g_ptr_array_index(at.advice->absences, i);
    assert_int_equal(absence->state, ABSENCE_PROVEN);
    assert_int_equal(absence->lost, 1);
    assert_string_equal(absence->week, "in the week of Mon 1 Feb");
  }
  /* A hire of each of the two kinds of post, and nothing else that would help. */
  assert_int_equal(at.advice->candidates->len, 2);
  for (guint i = 0; i < 2; i++) {
    const struct advice_candidate *hire = g_ptr_array_index(at.advice->candidates, i);
    assert_int_equal(hire->kind, CANDIDATE_HIRE);
    assert_int_equal(hire->outcome->values[MEASURE_GAPS], 0);
    assert_int_equal(advice_candidate_change(hire, at.advice->baseline, AIM_COVER), -4);
    assert_int_equal(hire->ranks[AIM_POINTS], 1);
    assert_int_equal(hire->ranks[AIM_COVER], 1);
    assert_int_equal(hire->ranks[AIM_WAITING], 0);
  }
  end(&at);
}

/* Who is hired where a room is missing helps nothing, and the room is named. */
static void a_hire_that_finds_no_room(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, 1, 3);
  at.settings.candidates = 1;
  at.settings.absences = false;
  advise(&at);
  int hires = 0;
  for (guint i = 0; i < at.advice->candidates->len; i++) {
    const struct advice_candidate *candidate = g_ptr_array_index(at.advice->candidates, i);
    if (candidate->kind != CANDIDATE_HIRE)
      continue;
    const struct outcome_held *held = g_ptr_array_index(candidate->outcome->held, 0);
    assert_string_equal(held->words, "rooms at Hove hub");
    assert_int_equal(held->sessions, 8);
    assert_int_equal(held->at_once, 2);
    assert_int_equal(advice_candidate_change(candidate, at.advice->baseline, AIM_COVER), 0);
    hires++;
  }
  assert_int_equal(hires, 2);
  end(&at);
}

/* Two are needed of two: each loses one by themselves, and both two, which is no more than apart.
 * With three, each can be spared, and no two of them. */
static void two_away_together(void **state)
{
  (void)state;
  for (int third = 0; third < 2; third++) {
    struct fixture at;
    begin(&at, 5, 2);
    if (third) {
      comparison_free(at.month);
      add_cat(&at);
    }
    at.settings.candidates = 0;
    at.settings.pairs = true;
    advise(&at);
    const struct advice *advice = at.advice;
    assert_true(advice->has_pairs);
    assert_int_equal(advice->pairs_unknown, 0);
    assert_int_equal(advice->pairs_tried, third ? 3 : 1);
    assert_int_equal(advice->pairs->len, third ? 3 : 0);
    for (guint i = 0; i < advice->pairs->len; i++) {
      const struct advice_pair *pair = g_ptr_array_index(advice->pairs, i);
      assert_int_equal(pair->apart, 0);
      assert_int_equal(pair->weeks, 4);
      assert_int_equal(pair->worst->state, ABSENCE_PROVEN);
      assert_int_equal(pair->worst->lost, 1);
    }
    end(&at);
  }
}

/* Ann and Bob alone can do what they are asked for, and Cat nothing: all of them away, two sessions
 * are lost. */
static void all_who_can_do_it_away(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, 5, 2);
  comparison_free(at.month);
  scratch_write(at.scratch, "service/clinicians.yaml",
                "ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove,\n"
                "      skills: {msk: yes}}\n"
                "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove,\n"
                "      skills: {msk: yes}}\n"
                "cat: {name: Cat Cole, band: 6, wte: 0.1, works: {mon: [am]}, base: hove}\n");
  read_month(&at);
  at.settings.candidates = 0;
  advise(&at);
  assert_int_equal(at.advice->roles->len, 1);
  const struct advice_role *role = g_ptr_array_index(at.advice->roles, 0);
  assert_int_equal(role->holders->len, 2);
  assert_int_equal(role->lost, 1);
  assert_int_equal(role->together->state, ABSENCE_PROVEN);
  assert_int_equal(role->together->lost, 2);
  assert_int_equal(role->together->sessions, 2);
  end(&at);
}

static void only_what_is_asked_for(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, 1, 2);
  at.settings.absences = false;
  at.settings.candidates = 0;
  advise(&at);
  assert_false(at.advice->has_absences || at.advice->has_candidates);
  assert_int_equal(at.advice->absences->len + at.advice->candidates->len, 0);
  assert_true(at.advice->limits->len > 0);
  end(&at);
}

static void nothing_without_a_rota(void **state)
{
  (void)state;
  struct fixture at;
  const volatile sig_atomic_t stop = 1;
  begin(&at, 1, 2);
  at.settings.each.build.stop = &stop;
  advise(&at);
  assert_int_equal(at.advice->baseline->status, OUTCOME_INTERRUPTED);
  assert_int_equal(at.advice->limits->len, 0);
  assert_false(at.advice->priced || at.advice->has_absences || at.advice->has_candidates);
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_room_too_few),          cmocka_unit_test(one_person_too_few),
      cmocka_unit_test(a_hire_that_finds_no_room), cmocka_unit_test(two_away_together),
      cmocka_unit_test(all_who_can_do_it_away),    cmocka_unit_test(only_what_is_asked_for),
      cmocka_unit_test(nothing_without_a_rota),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
