/* What people asked for, counted by hand; and each refused wish, demanded: the rota that is
 * found has it, breaks nothing and costs what an audit of its own says. */
#include "model/rule.h"
#include "planning/folder.h"
#include "planning/why_not.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"
#include "tests/support/world.h"

#include <string.h>

static const struct wish_line *line(const GArray *wishes, guint index)
{
  assert_true(index < wishes->len);
  return &g_array_index(wishes, struct wish_line, index);
}

/* Ann of the rule's first example: hove like, crawley avoid; spine love, support dislike; off on
 * Tue 2 Feb am; spine every thu pm. She is at crawley once, and in spine on that Tuesday. */
static void wishes_are_counted_as_by_hand(void **state)
{
  (void)state;
  const struct rule *rule = rule_find("preferences");
  struct world *world = world_of_rule(rule, &rule->examples[0]);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world, rule->examples[0].bad);
  struct rota *rota =
      rota_new(problem, (struct assignment *)(gpointer)items->data, (int)items->len);
  int ann = g_array_index(items, struct assignment, 0).clinician;
  g_autoptr(GArray) wishes = wishes_new(problem, rota, ann);
  assert_int_equal(wishes->len, 6);
  const struct {
    enum wish_kind kind;
    bool against, refused;
    int kept; /* or, of what is not wanted, broken */
  } wanted[] = {
      {WISH_SITE, false, false, 1}, {WISH_SITE, true, true, 1},    {WISH_TASK, false, false, 1},
      {WISH_TASK, true, false, 0},  {WISH_SESSION, true, true, 1}, {WISH_SESSION, false, true, 0},
  };
  for (guint i = 0; i < wishes->len; i++) {
    const struct wish_line *wish = line(wishes, i);
    assert_int_equal(wish->kind, wanted[i].kind);
    assert_int_equal(wish->against, wanted[i].against);
    assert_int_equal(wish->against ? wish->possible - wish->kept : wish->kept, wanted[i].kept);
    assert_int_equal(wish_is_refused(wish), wanted[i].refused);
  }
  assert_int_equal(line(wishes, 4)->possible, 1); /* the one Tuesday morning */
  assert_int_equal(line(wishes, 5)->possible, 4); /* the Thursdays of February 2027 */
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

/* --- answers ---------------------------------------------------------------------- */

struct fixture {
  struct scratch *scratch;
  struct folder folder;
  struct build_settings settings;
  struct build_result built;
};

static void begin(struct fixture *at, const char *who, const char *wishes)
{
  at->scratch = scratch_new();
  const char *service = scratch_copy(at->scratch, "tests/commands/tiny", "tiny");
  g_autofree char *text =
      g_strdup_printf("clinician: %s\nmonth: 2027-01\nsubmitted: 2026-12-01\n%s", who, wishes);
  g_autofree char *path = g_strdup_printf("tiny/2027-01/preferences/%s.yaml", who);
  scratch_write(at->scratch, path, text);
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(folder_read(service, "2027-01", diagnostics, &at->folder), STATUS_OK);
  diagnostics_free(diagnostics);
  at->settings = build_default_settings();
  at->settings.deterministic = TRUE;
  at->settings.seconds = 3;
  const struct build_request request = {.problem = at->folder.problem, .settings = &at->settings};
  build_rota(&request, &at->built);
  assert_int_equal(at->built.verdict, BUILD_DONE);
}

static void end(struct fixture *at)
{
  build_result_clear(&at->built);
  folder_clear(&at->folder);
  scratch_free(at->scratch);
}

static void assert_has_wish(const struct fixture *at, const struct wish_answer *answer)
{
  const struct alternative *found = &answer->consequence.alternative;
  struct audit *audit = audit_new(at->folder.problem, found->rota);
  g_autoptr(GArray) after = wishes_new(at->folder.problem, found->rota, answer->wish.clinician);
  assert_int_equal(audit->broken, 0);
  assert_int_equal(audit->cost - at->built.audit->cost, found->dearer);
  const struct wish_line *wish = line(after, (guint)answer->number - 1);
  bool general = !wish->against && wish->kind != WISH_SESSION;
  assert_true(general ? wish->kept > answer->wish.kept : wish->kept == wish->possible);
  audit_free(audit);
}

/* How many of ann's refused wishes end so; the rota is proven best, so that none is for nothing. */
static int answer_all(const struct fixture *at, enum wish_end wanted)
{
  int count = 0;
  g_autoptr(GArray) wishes = wishes_new(at->folder.problem, at->built.rota, 0);
  assert_true(at->built.proven);
  for (guint i = 0; i < wishes->len; i++) {
    struct wish_answer answer;
    if (!wish_is_refused(line(wishes, i)))
      continue;
    why_not_answer(at->built.audit, line(wishes, i), (int)i + 1, &at->settings, &answer);
    count += answer.end == wanted;
    if (answer.end == WISH_PRICED) {
      assert_has_wish(at, &answer);
      assert_true(answer.consequence.alternative.dearer >= 0);
    } else
      assert_non_null(answer.consequence.alternative.reason);
    wish_answer_clear(&answer);
  }
  return count;
}

static void each_refused_wish_is_priced(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "ann",
        "locations: {goldstone: dislike, crawley: like}\n"
        "sessions: [{on: 2027-01-05 am, want: off}, {on: 2027-01-05 am, want: {task: spine}}]\n"
        "people: {bob: avoid}\n");
  assert_true(answer_all(&at, WISH_PRICED) >= 1);
  end(&at);
}

static void assert_impossible(const struct fixture *at, int clinician, guint index,
                              const char *reason)
{
  g_autoptr(GArray) wishes = wishes_new(at->folder.problem, at->built.rota, clinician);
  struct wish_answer answer;
  assert_true(wish_is_refused(line(wishes, index)));
  why_not_answer(at->built.audit, line(wishes, index), (int)index + 1, &at->settings, &answer);
  assert_int_equal(answer.end, WISH_IMPOSSIBLE);
  assert_non_null(strstr(answer.consequence.alternative.reason, reason));
  wish_answer_clear(&answer);
}

/* Bob is locked on the 6th, in the first line of locks.csv below its head, and has no skill for
 * the spinal clinic. */
static void what_nobody_can_have_is_told_why(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, "bob",
        "sessions: [{on: 2027-01-06 am, want: off}, {on: 2027-01-05 am, want: {task: spine}}]\n");
  assert_impossible(&at, 1, 0, "locks.csv:2");
  assert_impossible(&at, 1, 1, "lacks the skill");
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(wishes_are_counted_as_by_hand),
      cmocka_unit_test(each_refused_wish_is_priced),
      cmocka_unit_test(what_nobody_can_have_is_told_why),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
