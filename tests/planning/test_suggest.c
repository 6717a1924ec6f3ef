/* Suggestions against all that one exchange or one move could be, each tried by the checks alone.
 */
#include "planning/suggest.h"
#include "tests/support/built_month.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"

enum { SERVICES = 2, MOST = 1000 };

/* Each is built once, for all tests. */
static struct built_month months[SERVICES];

static int set_up(void **state)
{
  (void)state;
  for (int n = 0; n < cases_tried(SERVICES); n++)
    built_month_begin(&months[n], 8 + n, (uint64_t)n + 11);
  return 0;
}

static int tear_down(void **state)
{
  (void)state;
  for (int n = 0; n < cases_tried(SERVICES); n++)
    built_month_end(&months[n]);
  return 0;
}

/* The cost of the rota of these, where it is lawful. */
static bool cost_of(const struct problem *problem, const struct assignment *items, int count,
                    int64_t *cost)
{
  for (int i = 0; i < count; i++)
    if (problem_candidate(problem, &items[i]) == NONE)
      return false;
  struct rota *rota = rota_new(problem, items, count);
  struct audit *audit = audit_new(problem, rota);
  bool lawful = audit->broken == 0;
  *cost = audit->cost;
  audit_free(audit);
  rota_free(rota);
  return lawful;
}

static const struct consequence *suggestion(const struct suggest_answer *answer, guint i)
{
  return &g_array_index(answer->suggestions, struct consequence, i);
}

/* The cost that is said is that of the rota, which leaves what is locked or over as it is. */
static void check_each(const struct built_month *at, const struct suggest_request *request,
                       const struct suggest_answer *answer)
{
  for (guint i = 0; i < answer->suggestions->len; i++) {
    const struct alternative *one = &suggestion(answer, i)->alternative;
    int64_t cost;
    assert_true(cost_of(at->problem, one->rota->items, one->rota->count, &cost));
    assert_int_equal(cost, at->built.audit->cost + one->dearer);
    assert_true(i == 0 || one->dearer >= suggestion(answer, i - 1)->alternative.dearer);
    for (guint k = 0; k < one->changes->len; k++) {
      const struct around_change *change = &g_array_index(one->changes, struct around_change, k);
      int count;
      const struct assignment *was =
          rota_at(at->built.rota, change->clinician, change->slot, &count);
      assert_true(at->problem->month->slots[change->slot].date >= request->today);
      assert_false(count && was->locked);
    }
  }
}

/* --- a swap --------------------------------------------------------------------------- */

static const struct assignment *has(const struct rota *rota, int clinician, int slot)
{
  int count;
  const struct assignment *items = rota_at(rota, clinician, slot, &count);
  return count ? items : NULL;
}

/* Does each give the other something, in one session, in two of a day, or one's for the other's? */
static bool is_exchange(const struct built_month *at, int a, int b, int first, int second)
{
  const struct rota *rota = at->built.rota;
  const struct slot *slots = at->problem->month->slots;
  const struct assignment *a1 = has(rota, a, first), *b1 = has(rota, b, first);
  const struct assignment *a2 = has(rota, a, second), *b2 = has(rota, b, second);
  bool differ1 = a1 && b1 && (a1->task != b1->task || a1->site != b1->site);
  bool differ2 = a2 && b2 && (a2->task != b2->task || a2->site != b2->site);
  if (first == second)
    return differ1;
  if (differ1 && differ2)
    return slots[first].day == slots[second].day;
  return (a1 && !b1 && !a2 && b2) || (!a1 && b1 && a2 && !b2);
}

static gint by_value(gconstpointer left, gconstpointer right)
{
  int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
  return (a > b) - (a < b);
}

/* Of every lawful exchange on or after today, its cost. */
static GArray *all_swaps(const struct built_month *at, int a, int b, int today)
{
  const struct rota *rota = at->built.rota;
  const struct month *month = at->problem->month;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(int64_t));
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  for (int first = 0; first < month->n_slots; first++)
    for (int second = first; second < month->n_slots; second++) {
      bool moves = is_exchange(at, a, b, first, second) && month->slots[first].date >= today;
      int64_t cost;
      for (int i = 0; i < rota->count; i++) {
        items[i] = rota->items[i];
        bool mine = items[i].clinician == a, theirs = items[i].clinician == b;
        if ((items[i].slot != first && items[i].slot != second) || !(mine || theirs))
          continue;
        moves = moves && !items[i].locked;
        items[i].clinician = mine ? b : a;
      }
      if (moves && cost_of(at->problem, items, rota->count, &cost))
        g_array_append_val(out, cost);
    }
  g_array_sort(out, by_value);
  return out;
}

static void every_swap_is_found(void **state)
{
  (void)state;
  guint found = 0;
  for (int n = 0; n < cases_tried(SERVICES); n++) {
    const struct built_month *at = &months[n];
    for (int b = 1; b < at->generated.service->n_clinicians; b += 2) {
      const struct suggest_request request = {.before = at->built.audit,
                                              .kind = SUGGEST_SWAP,
                                              .clinician = b - 1,
                                              .other = b,
                                              .today = at->generated.month->from + 5,
                                              .most = MOST};
      struct suggest_answer answer;
      suggest_find(&request, &answer);
      check_each(at, &request, &answer);
      g_autoptr(GArray) all = all_swaps(at, b - 1, b, request.today);
      assert_int_equal(answer.suggestions->len, all->len);
      for (guint i = 0; i < all->len; i++)
        assert_int_equal(suggestion(&answer, i)->alternative.audit->cost,
                         g_array_index(all, int64_t, i));
      found += all->len;
      suggest_answer_clear(&answer);
    }
  }
  assert_true(found > 20);
}

/* --- a gap ------------------------------------------------------------------------------ */

/* The cheapest lawful rota in which one more does it in place of what they do; false: none. */
static bool best_single(const struct built_month *at, const struct gap_question *gap, int64_t *best)
{
  const struct rota *rota = at->built.rota;
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  bool any = false;
  for (int c = 0; c < at->problem->service->n_clinicians; c++) {
    const struct assignment *now = has(rota, c, gap->slot);
    int count = 0;
    int64_t cost;
    if (now && (now->locked || (now->task == gap->task && now->site == gap->site)))
      continue;
    for (int i = 0; i < rota->count; i++)
      if (&rota->items[i] != now)
        items[count++] = rota->items[i];
    items[count++] = (struct assignment){c, gap->slot, gap->task, gap->site, false};
    if (!cost_of(at->problem, items, count, &cost) || (any && cost >= *best))
      continue;
    *best = cost;
    any = true;
  }
  return any;
}

static int doing(const struct rota *rota, const struct gap_question *gap)
{
  int out = 0;
  for (int i = 0; i < rota->count; i++)
    out += rota->items[i].slot == gap->slot && rota->items[i].task == gap->task &&
           rota->items[i].site == gap->site;
  return out;
}

static void no_single_move_fills_a_gap_cheaper(void **state)
{
  (void)state;
  int lawful = 0, beaten = 0;
  for (int n = 0; n < cases_tried(SERVICES); n++) {
    const struct built_month *at = &months[n];
    for (int j = 3; j < at->problem->n_candidates; j += at->problem->n_candidates / 40) {
      const struct assignment *one = &at->problem->candidates[j];
      const struct suggest_request request = {.before = at->built.audit,
                                              .kind = SUGGEST_GAP,
                                              .gap = {one->slot, one->task, one->site},
                                              .today = at->generated.month->from,
                                              .most = 10};
      struct suggest_answer answer;
      int64_t best = 0;
      suggest_find(&request, &answer);
      check_each(at, &request, &answer);
      for (guint i = 0; i < answer.suggestions->len; i++)
        assert_int_equal(doing(suggestion(&answer, i)->alternative.rota, &request.gap),
                         doing(at->built.rota, &request.gap) + 1);
      if (best_single(at, &request.gap, &best)) {
        assert_true(answer.suggestions->len > 0);
        int64_t first = suggestion(&answer, 0)->alternative.audit->cost;
        assert_true(first <= best);
        lawful++;
        beaten += first < best;
      }
      suggest_answer_clear(&answer);
    }
  }
  assert_true(lawful > 20);
  assert_true(beaten > 0); /* a chain is sometimes better than one move alone */
}

/* --- a day ------------------------------------------------------------------------------ */

static void a_day_given_is_free(void **state)
{
  (void)state;
  guint found = 0;
  for (int n = 0; n < cases_tried(SERVICES); n++) {
    const struct built_month *at = &months[n];
    const struct month *month = at->generated.month;
    for (int d = 0; d < month->n_days; d += 3) {
      const struct suggest_request request = {.before = at->built.audit,
                                              .kind = SUGGEST_DAY,
                                              .clinician = n,
                                              .dates = &month->days[d].date,
                                              .n_dates = 1,
                                              .today = month->from,
                                              .most = 5};
      struct suggest_answer answer;
      suggest_find(&request, &answer);
      check_each(at, &request, &answer);
      for (guint i = 0; i < answer.suggestions->len; i++)
        for (int s = month->days[d].first_slot;
             s < month->days[d].first_slot + month->days[d].n_slots; s++)
          assert_null(has(suggestion(&answer, i)->alternative.rota, n, s));
      found += answer.suggestions->len;
      suggest_answer_clear(&answer);
    }
  }
  assert_true(found > 10);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_swap_is_found),
      cmocka_unit_test(no_single_move_fills_a_gap_cheaper),
      cmocka_unit_test(a_day_given_is_free),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
