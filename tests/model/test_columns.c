/* The columns that rules share: "any of these is chosen" (indicator.h) and "these two
 * meet" (meeting.h). Every choice of the candidates is gone through, and the values
 * that the rows leave to the column are compared with what its words say. */
#include "model/formulation.h"
#include "model/indicator.h"
#include "model/meeting.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

enum { CANDIDATES_MAX = 8 };

static const struct rule_example example = {
    .files = {{"2027-02/preferences/cat.yaml",
               "clinician: cat\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
               "people: {bob: like, ann: avoid}\n"}},
};

struct fixture {
  struct world *world;
  struct problem *problem;
  struct formulation formulation;
  int ann, bob, cat, hove, crawley, remote;
};

static struct fixture begin(void)
{
  struct fixture out = {.world = world_new(&example, NULL)};
  const struct service *service = out.world->service;
  out.problem = problem_new(service, out.world->month);
  out.formulation = (struct formulation){
      .problem = out.problem,
      .programme = programme_new(),
      .meetings = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
  };
  for (int i = 0; i < out.problem->n_candidates; i++)
    programme_add_column(out.formulation.programme,
                         (struct column){.upper = 1, .placement = true, .label = LABEL_NONE});
  out.ann = service_clinician(service, "ann");
  out.bob = service_clinician(service, "bob");
  out.cat = service_clinician(service, "cat");
  out.hove = service_site(service, "hove");
  out.crawley = service_site(service, "crawley");
  out.remote = service_site(service, "remote");
  return out;
}

static void end(struct fixture *fixture)
{
  g_hash_table_unref(fixture->formulation.meetings);
  programme_free(fixture->formulation.programme);
  problem_free(fixture->problem);
  world_free(fixture->world);
}

static int slot_of(const struct fixture *fixture, int day, int block)
{
  return month_slot(fixture->world->month, date_make(2027, 2, day), block);
}

/* The candidates of the clinician in the slot, at the site or, for NONE, anywhere. */
static void add_candidates(const struct fixture *fixture, int clinician, int slot, int site,
                           GArray *out)
{
  int count, first = problem_cell(fixture->problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (site == NONE || fixture->problem->candidates[i].site == site)
      g_array_append_val(out, i);
}

/* Chooses the candidates whose bit is set. */
static void choose(const GArray *candidates, unsigned set, int64_t *x)
{
  for (guint k = 0; k < candidates->len; k++)
    x[g_array_index(candidates, int, k)] = set >> k & 1;
}

static bool is_lawful(const struct fixture *fixture, int64_t *x, int column, int64_t value)
{
  x[column] = value;
  return programme_first_broken(fixture->formulation.programme, x) < 0;
}

/* Is nobody in two places, as another rule sees to? */
static bool one_a_session(const struct fixture *fixture, const GArray *candidates, unsigned set)
{
  for (guint k = 0; k < candidates->len; k++)
    for (guint l = 0; l < k; l++) {
      const struct assignment *a = &fixture->problem->candidates[g_array_index(candidates, int, k)];
      const struct assignment *b = &fixture->problem->candidates[g_array_index(candidates, int, l)];
      if (set >> k & set >> l & 1 && a->slot == b->slot && a->clinician == b->clinician)
        return false;
    }
  return true;
}

static void test_any_of_two_sessions(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(int));
  for (int block = 0; block < 2; block++)
    add_candidates(&tiny, tiny.cat, slot_of(&tiny, 1, block), NONE, candidates);
  assert_in_range(candidates->len, 4, 2 * CANDIDATES_MAX);
  g_autoptr(GArray) columns = g_array_copy(candidates);
  indicator_make(&tiny.formulation, LABEL_NONE, columns);
  assert_int_equal(columns->len, 1);
  int any = g_array_index(columns, int, 0);
  const struct programme *programme = tiny.formulation.programme;
  assert_int_equal(programme->n_columns, any + 1);
  assert_int_equal(programme->columns[any].lower, 0);
  assert_int_equal(programme->columns[any].upper, 1);
  assert_int_equal(programme->columns[any].cost, 0);
  assert_int_equal(programme->n_terms, programme->open_from);
  g_autofree int64_t *x = g_new0(int64_t, (gsize)programme->n_columns);
  for (unsigned set = 0; set < 1U << candidates->len; set++) {
    if (!one_a_session(&tiny, candidates, set))
      continue;
    choose(candidates, set, x);
    assert_int_equal(is_lawful(&tiny, x, any, 1), set != 0);
    assert_int_equal(is_lawful(&tiny, x, any, 0), set == 0);
  }
  end(&tiny);
}

/* Of one session at most one can be chosen: the candidates say it themselves. */
static void test_any_of_one_session(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(int));
  indicator_make(&tiny.formulation, LABEL_NONE, columns);
  assert_int_equal(columns->len, 0);
  add_candidates(&tiny, tiny.cat, slot_of(&tiny, 1, 0), NONE, columns);
  guint count = columns->len;
  int before = tiny.formulation.programme->n_columns;
  assert_true(count > 1);
  indicator_make(&tiny.formulation, LABEL_NONE, columns);
  assert_int_equal(columns->len, count);
  assert_int_equal(tiny.formulation.programme->n_columns, before);
  assert_int_equal(tiny.formulation.programme->n_rows, 0);
  indicator_term(&tiny.formulation, columns, 3);
  formulation_row(&tiny.formulation, LABEL_NONE, 0, 3);
  assert_int_equal(tiny.formulation.programme->rows[0].count, count);
  assert_int_equal(tiny.formulation.programme->terms[0].coefficient, 3);
  end(&tiny);
}

/* Cat likes to meet Bob: the column is at most 1 if they meet and 0 if not. She would
 * rather not meet Ann: it is 1 if they do. */
static void test_two_people_meet(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  int slot = slot_of(&tiny, 1, 0);
  for (int wish = 0; wish < 2; wish++) {
    int other = wish == 0 ? tiny.bob : tiny.ann;
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(int));
    add_candidates(&tiny, tiny.cat, slot, NONE, candidates);
    guint hers = candidates->len;
    add_candidates(&tiny, other, slot, NONE, candidates);
    int column = meeting_column(&tiny.formulation, tiny.cat, other, slot, tiny.hove);
    const struct programme *programme = tiny.formulation.programme;
    assert_int_equal(column, programme->n_columns - 1);
    assert_int_equal(programme->columns[column].label.clinician, tiny.cat);
    assert_int_equal(programme->columns[column].label.site, tiny.hove);
    assert_int_equal(programme->columns[column].label.slot, slot);
    g_autofree int64_t *x = g_new0(int64_t, (gsize)programme->n_columns);
    for (unsigned set = 0; set < 1U << candidates->len; set++) {
      if (!one_a_session(&tiny, candidates, set))
        continue;
      bool there[2] = {false, false};
      for (guint k = 0; k < candidates->len; k++)
        if (set >> k & 1 &&
            tiny.problem->candidates[g_array_index(candidates, int, k)].site == tiny.hove)
          there[k >= hers] = true;
      choose(candidates, set, x);
      bool meet = there[0] && there[1];
      assert_int_equal(is_lawful(&tiny, x, column, 0), wish == 0 || !meet);
      assert_int_equal(is_lawful(&tiny, x, column, 1), wish == 1 || meet);
    }
  }
  end(&tiny);
}

static void test_a_meeting_is_made_once_and_only_where_it_can_be(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  struct formulation *formulation = &tiny.formulation;
  int monday = slot_of(&tiny, 1, 0), thursday = slot_of(&tiny, 4, 0);
  int column = meeting_column(formulation, tiny.cat, tiny.bob, monday, tiny.hove);
  int rows = formulation->programme->n_rows;
  assert_int_not_equal(column, NONE);
  assert_int_equal(meeting_column(formulation, tiny.cat, tiny.bob, monday, tiny.hove), column);
  assert_int_equal(formulation->programme->n_rows, rows);
  assert_int_not_equal(meeting_column(formulation, tiny.cat, tiny.bob, monday, tiny.crawley),
                       column);
  assert_int_not_equal(meeting_column(formulation, tiny.cat, tiny.bob, monday + 1, tiny.hove),
                       column);
  assert_int_not_equal(meeting_column(formulation, tiny.cat, tiny.ann, monday, tiny.hove), column);
  assert_int_not_equal(meeting_column(formulation, tiny.bob, tiny.cat, monday, tiny.hove), column);
  int columns = formulation->programme->n_columns;
  assert_int_equal(meeting_column(formulation, tiny.cat, tiny.cat, monday, tiny.hove), NONE);
  assert_int_equal(meeting_column(formulation, tiny.cat, tiny.bob, monday, tiny.remote), NONE);
  /* Cat does not work on Thursdays, neither as the one nor as the other */
  for (int again = 0; again < 2; again++) {
    assert_int_equal(meeting_column(formulation, tiny.cat, tiny.bob, thursday, tiny.hove), NONE);
    assert_int_equal(meeting_column(formulation, tiny.bob, tiny.cat, thursday, tiny.hove), NONE);
  }
  assert_int_equal(formulation->programme->n_columns, columns);
  assert_int_equal(formulation->programme->n_terms, formulation->programme->open_from);
  end(&tiny);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_any_of_two_sessions),
      cmocka_unit_test(test_any_of_one_session),
      cmocka_unit_test(test_two_people_meet),
      cmocka_unit_test(test_a_meeting_is_made_once_and_only_where_it_can_be),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
