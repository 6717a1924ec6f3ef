/* Areas: who can be seen where, what each has of list and slots, by hand; and their lists week by
 * week against people in queues. */
#include "model/waiting/areas.h"
#include "tests/support/check.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#include <string.h>

#define MONTH "2027-02"

static const char clinicians[] =
    "ann: {band: 7, works: {mon-fri: am}}\nbob: {band: 7, works: {mon-fri: am}}\n";

/* `sites` and `list` are lines of their sections. */
static struct source *written(const char *sites, const char *pcns, const char *list)
{
  struct source *source = source_memory();
  g_autofree char *text = g_strconcat(
      "service: Tiny\n"
      "sessions: {am: {from: \"08:30\", to: \"12:15\"}}\n"
      "week: {mon-fri: am}\n"
      "sites:\n",
      sites, "pcns:\n", pcns,
      "tasks:\n"
      "  clinic: {at: hub, slots: {new: 3, follow_up: 5}}\n"
      "  screen: {at: [hall, hove], room: none}\n"
      "waiting_list:\n"
      "  variation: none\n",
      list, NULL);
  source_add(source, "service.yaml", text);
  source_add(source, "clinicians.yaml", clinicians);
  return source;
}

#define SITES                                                                                      \
  "  hove: {kind: hub, serves: stone}\n"                                                           \
  "  worth: {kind: hub, serves: [ford, brook]}\n"                                                  \
  "  hall: {kind: venue}\n"
#define PCNS "  stone: {name: Stone}\n  brook: {name: Brook}\n  ford: {name: Ford}\n"
#define LIST                                                                                       \
  "  classes:\n"                                                                                   \
  "    priority: {standard: 2, referrals: 3, list: {0-1: 4}}\n"                                    \
  "    routine: {standard: 12, referrals: {stone: 6, brook: 2, ford: 1}, list: {0-1: 10}}\n"       \
  "  dna: {new: {stone: 0.1, brook: 0.2}}\n"

static int home(const struct world *read, const char *site)
{
  return read->service->waiting_list->home_area[service_site(read->service, site)];
}

static int place(const struct world *read, const char *site)
{
  return read->service->waiting_list->place_area[service_site(read->service, site)];
}

static void who_shares_a_site_shares_a_list(void **state)
{
  (void)state;
  struct world *read = world_read(written(SITES, PCNS, LIST), MONTH);
  assert_int_equal(read->service->waiting_list->n_areas, 2);
  assert_true(home(read, "stone") == 0 && home(read, "brook") == 1 && home(read, "ford") == 1);
  assert_true(home(read, "hove") == NONE);
  assert_true(place(read, "hove") == 0 && place(read, "worth") == 1);
  assert_true(place(read, "hall") == NONE && place(read, "stone") == 0);
  g_autofree char *name = waiting_area_name(read->service, 1);
  assert_string_equal(name, "Brook, Ford");
  world_free(read);
}

static void a_site_for_everybody_makes_one_list(void **state)
{
  (void)state;
  static const char *const sites[] = {
      "  hove: {kind: hub, serves: stone}\n  worth: {kind: hub}\n  hall: {kind: venue}\n",
      "  hove: {kind: hub, serves: [stone, brook]}\n  worth: {kind: hub, serves: [brook, ford]}\n"
      "  hall: {kind: venue}\n",
      "  hove: {kind: hub}\n  worth: {kind: hub}\n  hall: {kind: venue, serves: stone}\n",
  };
  for (size_t i = 0; i < G_N_ELEMENTS(sites); i++) {
    struct world *read = world_read(written(sites[i], PCNS, LIST), MONTH);
    assert_int_equal(read->service->waiting_list->n_areas, 0);
    world_free(read);
  }
}

static void it_is_said_what_serves_nobody(void **state)
{
  (void)state;
  static const struct {
    const char *sites, *said;
  } cases[] = {
      {SITES, ""},
      {"  hove: {kind: hub, serves: stone}\n  worth: {kind: hub, serves: ford}\n"
       "  hall: {kind: venue}\n",
       "service.yaml:16:3: warning: no site with new appointments serves Brook: nobody from there "
       "is ever seen\n"},
      {"  hove: {kind: hub, serves: [stone, hall]}\n  worth: {kind: hub, serves: [ford, brook]}\n"
       "  hall: {kind: venue}\n",
       "service.yaml:5:3: warning: serves 'hall', from where 'referrals' has nobody\n"},
      {"  hove: {kind: hub, serves: ston}\n  worth: {kind: hub}\n  hall: {kind: venue}\n",
       "service.yaml:5:29: unknown site 'ston'; did you mean 'stone'?\n"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct source *source = written(cases[i].sites, PCNS, LIST);
    g_autofree char *said = written_report(source, MONTH);
    assert_string_equal(said, cases[i].said);
    source_free(source);
  }
  struct source *source = written(
      SITES, PCNS,
      "  classes:\n    routine: {standard: 12, referrals: 9}\n  dna: {new: {stone: 0.1}}\n");
  g_autofree char *said = written_report(source, MONTH);
  assert_non_null(strstr(said, "'new' by locality, but 'referrals' has nobody from these\n"));
  source_free(source);
}

/* --- what each has ---------------------------------------------------------------------- */

/* Three weeks of 7 and 4 new slots; events: 5 at Hove's in the first, and 9 at the hall's in the
 * second, of which Stone has two thirds. */
enum { WEEKS = 3 };

struct offer {
  int slots[CAPACITY_KINDS][WEEKS];
  int attendees[WEEKS];
  struct capacity_horizon horizon;
};

static void fill(struct offer *offer)
{
  *offer = (struct offer){.attendees = {5, 9, 0}};
  offer->slots[CAPACITY_AREA_EVENTS][0] = 5;
  for (int w = 0; w < WEEKS; w++) {
    offer->slots[CAPACITY_AREA_NEW][w] = 7;
    offer->slots[CAPACITY_AREA_NEW + 1][w] = 4;
    offer->slots[CAPACITY_NEW][w] = 11;
  }
  offer->horizon.n_weeks = WEEKS;
  offer->horizon.attendees = offer->attendees;
  for (int k = 0; k < CAPACITY_KINDS; k++)
    offer->horizon.slots[k] = offer->slots[k];
}

/* Of routine referrals 6 and 3 are theirs, and so 2 and 1 of the 3 priority ones. December's count
 * names 5 of Stone and 1 of Brook among 9 routine people of 0-1 weeks; the other 3 are 2 and 1. Of
 * 5 priority people, counted without a PCN, 3 and 2. Stone misses 10%; Brook 20% of two, and Ford
 * the mean of those, (0.6 + 0.4) / 8, of one: (0.4 + 0.125) / 3. */
static void each_has_its_part(void **state)
{
  (void)state;
  struct source *source = written(SITES, PCNS, LIST);
  source_add(source, "waiting.csv",
             "month,class,pcn,0-1\n2026-12,routine,stone,5\n2026-12,priority,stone,0\n"
             "2026-12,routine,brook,1\n2026-12,priority,brook,0\n2026-12,routine,,3\n"
             "2026-12,priority,,5\n");
  struct world *read = world_read(source, MONTH);
  struct offer offer;
  fill(&offer);
  struct waiting_supply supply = capacity_supply(&offer.horizon);
  /* of no place: two thirds are Stone's, as of 12 referrals; of one, 0.67 and 0.33 wait for the
   * next week, when 1.33 and 0.67 join them */
  static const int calls[WEEKS] = {9, 1, 2}, calls_of[2][WEEKS] = {{6, 0, 2}, {3, 0, 1}};
  static const double lost[WEEKS] = {6, 0, 3}, lost_of[2][WEEKS] = {{4, 0, 2}, {2, 0, 1}};
  supply.calls = supply.removals = calls;
  supply.lost_fcp = lost;
  supply.clinicians = 3;
  GArray *parts = waiting_parts_new(read->service, &offer.horizon, &supply);
  static const double a_week[2][WAITING_CLASSES] = {{2, 6}, {1, 3}};
  static const int people[2][WAITING_CLASSES] = {{3, 7}, {2, 2}};
  static const int attendees[2][WEEKS] = {{5, 6, 0}, {0, 3, 0}};
  static const double missed[2] = {0.1, 0.525 / 3};
  assert_int_equal(parts->len, 2);
  for (guint a = 0; a < parts->len; a++) {
    const struct waiting_part *part = &g_array_index(parts, struct waiting_part, a);
    for (int c = 0; c < WAITING_CLASSES; c++) {
      assert_true(ABS(part->list.classes[c].a_week - a_week[a][c]) < 1e-9);
      assert_int_equal(part->list.classes[c].list[0], people[a][c]);
    }
    assert_true(ABS(part->list.dna_new - missed[a]) < 1e-9);
    assert_int_equal(part->supply.new_slots[0], a == 0 ? 7 : 4);
    for (int w = 0; w < WEEKS; w++)
      assert_int_equal(part->supply.attendees[w], attendees[a][w]);
    for (int w = 0; w < WEEKS; w++) {
      assert_int_equal(part->supply.calls[w], calls_of[a][w]);
      assert_int_equal(part->supply.removals[w], calls_of[a][w]);
      assert_true(ABS(part->supply.lost_fcp[w] - lost_of[a][w]) < 1e-9);
    }
    assert_int_equal(part->supply.clinicians, 2 - (int)a);
  }
  g_array_unref(parts);
  world_free(read);
}

/* Ann's clinic is Stone's, Bob's the others'; of the two events one is Stone's, and the one at the
 * hall everybody's. */
static void slots_are_where_they_are_offered(void **state)
{
  (void)state;
  struct source *source = written(SITES, PCNS, LIST);
  source_add(
      source, MONTH "/month.yaml",
      "events:\n"
      "  one: {at: hove, on: 2027-02-02 am, attendees: 20, need: [{task: screen, need: 1}]}\n"
      "  two: {at: hall, on: 2027-02-03 am, attendees: 30, need: [{task: screen, need: 1}]}\n");
  struct world *read = world_read(source, MONTH);
  struct problem *problem = problem_new(read->service, read->month);
  int clinic = service_task(read->service, "clinic"),
      screen = service_task(read->service, "screen");
  int hove = service_site(read->service, "hove"), worth = service_site(read->service, "worth");
  const struct assignment items[] = {{0, 0, clinic, hove, false},
                                     {1, 0, clinic, worth, false},
                                     {0, 1, screen, hove, false},
                                     {1, 1, clinic, worth, false},
                                     {0, 2, screen, service_site(read->service, "hall"), false}};
  struct rota *rota = rota_new(problem, items, G_N_ELEMENTS(items));
  struct capacity *capacity = capacity_new(problem, rota);
  const struct capacity_day *days = capacity->days;
  assert_true(days[0].slots[CAPACITY_NEW] == 6);
  assert_true(days[0].slots[CAPACITY_AREA_NEW] == 3);
  assert_true(days[0].slots[CAPACITY_AREA_NEW + 1] == 3);
  assert_true(days[1].slots[CAPACITY_AREA_NEW] == 0);
  assert_true(days[1].slots[CAPACITY_AREA_EVENTS] == 20 && days[1].attendees == 20);
  assert_true(days[2].slots[CAPACITY_AREA_EVENTS] == 0 && days[2].attendees == 30);
  assert_true(days[2].slots[CAPACITY_AREA_EVENTS + 1] == 0);
  capacity_free(capacity);
  rota_free(rota);
  problem_free(problem);
  world_free(read);
}

/* --- week by week ------------------------------------------------------------------------- */

enum { HORIZON = 20, PEOPLE_MOST = 4000 };

/* One class of one area: the week in which each was referred, oldest first. */
struct line {
  int referred[PEOPLE_MOST];
  int first, count;
};

static void join_line(struct line *line, int week, int people)
{
  for (int i = 0; i < people; i++)
    line->referred[line->count++] = week;
}

/* The band's people over its weeks, evenly; the youngest weeks have one more. */
static void begin_line(struct line *line, const int list[WAITING_BANDS])
{
  *line = (struct line){.count = 0};
  for (int age = 103; age >= 0; age--)
    for (int b = 0; b < WAITING_BANDS; b++) {
      int from = waiting_bands[b].from, weeks = waiting_bands[b].until - from;
      if (age >= from && age < from + weeks)
        join_line(line, -age, list[b] / weeks + (age - from < list[b] % weeks ? 1 : 0));
    }
}

static int call(struct line *line, int people)
{
  int called = MIN(people, line->count - line->first);
  line->first += called;
  return called;
}

static int over(const struct line *line, int week, int weeks)
{
  int out = 0;
  for (int i = line->first; i < line->count; i++)
    out += week - line->referred[i] >= weeks;
  return out;
}

static void assert_people(const struct waiting_forecast *forecast, int week, int group,
                          enum waiting_quantity quantity, int people)
{
  double found = forecast->weeks[week].of[group][quantity].expected;
  assert_true(ABS(found - people) < 1e-6);
  assert_true(forecast->weeks[week].of[group][quantity].mean == people);
}

/* Without chance everybody is a person: two areas, of which one has too few slots and the other too
 * many, and the sum of both, to the unit. */
static void areas_are_queues_of_people(void **state)
{
  (void)state;
  static const struct waiting_list lists[2] = {
      {.classes = {{.standard_weeks = 2, .a_week = 2, .list = {3, 1, 2}},
                   {.standard_weeks = 12, .a_week = 9, .list = {8, 9, 17, 41, 13, 22, 5}}},
       .constant_demand = true},
      {.classes = {{.standard_weeks = 2, .a_week = 1, .list = {0, 1}},
                   {.standard_weeks = 12, .a_week = 4, .list = {4, 3, 9, 11}}},
       .constant_demand = true},
  };
  int slots[2][HORIZON], attendees[2][HORIZON], follow_ups[HORIZON] = {0};
  for (int w = 0; w < HORIZON; w++) {
    slots[0][w] = 8 + w % 3;
    slots[1][w] = 6 + w % 2;
    attendees[0][w] = w == 4 ? 15 : 0;
    attendees[1][w] = w == 7 ? 3 : 0;
  }
  const struct waiting_supply supplies[2] = {
      {.n_weeks = HORIZON,
       .new_slots = slots[0],
       .follow_ups = follow_ups,
       .attendees = attendees[0]},
      {.n_weeks = HORIZON,
       .new_slots = slots[1],
       .follow_ups = follow_ups,
       .attendees = attendees[1]},
  };
  const struct waiting_list *const both[2] = {&lists[0], &lists[1]};
  const struct waiting_supply *const offers[2] = {&supplies[0], &supplies[1]};
  struct waiting_forecast *each[2];
  struct waiting_settings settings = {3, 5};
  struct waiting_forecast *all = waiting_forecast_join(both, offers, 2, &settings, each);
  static struct line lines[2][WAITING_CLASSES];
  int unused_at_all = 0;
  for (int a = 0; a < 2; a++)
    for (int c = 0; c < WAITING_CLASSES; c++)
      begin_line(&lines[a][c], lists[a].classes[c].list);
  for (int w = 0; w <= HORIZON; w++) {
    int waiting = 0, late = 0, over_18 = 0, unused = 0;
    for (int a = 0; a < 2; a++) {
      int free = w == 0 ? 0 : slots[a][w - 1] + attendees[a][w - 1], in_area = 0;
      for (int c = 0; c < WAITING_CLASSES && w > 0; c++)
        join_line(&lines[a][c], w, (int)lists[a].classes[c].a_week);
      for (int c = 0; c < WAITING_CLASSES; c++) {
        free -= call(&lines[a][c], free);
        int left = lines[a][c].count - lines[a][c].first;
        int over_standard = over(&lines[a][c], w, lists[a].classes[c].standard_weeks);
        assert_people(each[a], w, c, WAITING_SIZE, left);
        assert_people(each[a], w, c, WAITING_LATE, over_standard);
        in_area += left;
        late += over_standard;
        over_18 += over(&lines[a][c], w, 18);
      }
      assert_people(each[a], w, WAITING_ALL, WAITING_SIZE, in_area);
      waiting += in_area;
      unused += free;
    }
    assert_people(all, w, WAITING_ALL, WAITING_SIZE, waiting);
    assert_people(all, w, WAITING_ALL, WAITING_LATE, late);
    assert_true(ABS(all->weeks[w].of[WAITING_ALL][WAITING_BAND + 5].expected +
                    all->weeks[w].of[WAITING_ALL][WAITING_BAND + 6].expected - over_18) < 1e-6);
    if (w > 0)
      assert_people(all, w, WAITING_ALL, WAITING_UNUSED, unused);
    unused_at_all += unused;
  }
  /* One list would have used them. */
  assert_true(unused_at_all > 0);
  assert_true(all->weeks[HORIZON].of[WAITING_ALL][WAITING_SIZE].expected > 0);
  for (int a = 0; a < 2; a++)
    waiting_forecast_free(each[a]);
  waiting_forecast_free(all);
}

/* Each is what it would be by itself, and one list alone what it always was. */
static void chance_of_each_is_its_own(void **state)
{
  (void)state;
  static const struct waiting_list list = {
      .classes = {{.standard_weeks = 2, .a_week = 3.5, .list = {3, 1, 2}},
                  {.standard_weeks = 12, .a_week = 9, .list = {8, 9, 17, 41, 13, 22, 5}}},
      .dna_new = 0.1,
      .backfill = 0.2,
      .dna_return = 0.5,
      .removals = 0.01};
  int slots[HORIZON], follow_ups[HORIZON] = {0};
  for (int w = 0; w < HORIZON; w++)
    slots[w] = 12;
  const struct waiting_supply supply = {
      .n_weeks = HORIZON, .new_slots = slots, .follow_ups = follow_ups};
  const struct waiting_list *const both[2] = {&list, &list};
  const struct waiting_supply *const offers[2] = {&supply, &supply};
  struct waiting_settings settings = {40, 11}, next = {40, 12};
  struct waiting_forecast *each[2], *one = waiting_forecast_new(&list, &supply, &settings),
                                    *two = waiting_forecast_new(&list, &supply, &next);
  struct waiting_forecast *all = waiting_forecast_join(both, offers, 2, &settings, each);
  size_t size = (HORIZON + 1) * sizeof *one->weeks;
  assert_memory_equal(each[0]->weeks, one->weeks, size);
  assert_memory_equal(each[1]->weeks, two->weeks, size);
  for (int w = 0; w <= HORIZON; w++) {
    const struct waiting_figure *sum = &all->weeks[w].of[WAITING_ALL][WAITING_SIZE];
    const struct waiting_figure *a = &one->weeks[w].of[WAITING_ALL][WAITING_SIZE];
    const struct waiting_figure *b = &two->weeks[w].of[WAITING_ALL][WAITING_SIZE];
    assert_true(ABS(sum->mean - a->mean - b->mean) < 1e-9);
    assert_true(ABS(sum->expected - a->expected - b->expected) < 1e-6);
  }
  waiting_forecast_free(one);
  waiting_forecast_free(two);
  waiting_forecast_free(all);
  waiting_forecast_free(each[0]);
  waiting_forecast_free(each[1]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(who_shares_a_site_shares_a_list),
      cmocka_unit_test(a_site_for_everybody_makes_one_list),
      cmocka_unit_test(it_is_said_what_serves_nobody),
      cmocka_unit_test(each_has_its_part),
      cmocka_unit_test(slots_are_where_they_are_offered),
      cmocka_unit_test(areas_are_queues_of_people),
      cmocka_unit_test(chance_of_each_is_its_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
