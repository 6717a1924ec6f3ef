/* The list week by week, written once more from docs/what-if.md and from nothing else: people
 * stand in one line, in the order in which they are served. By expected values the two agree to
 * the millionth of a person. */
#include "model/waiting/chance.h"
#include "model/waiting/waiting.h"
#include "model/waiting/waiting_path.h"
#include "tests/support/check.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { WEEKS_MOST = 40, WORLDS = 400, PERSON = 1000000 };

struct world {
  struct waiting_list list;
  struct waiting_supply supply;
  int new_slots[WEEKS_MOST], follow_ups[WEEKS_MOST], attendees[WEEKS_MOST], calls[WEEKS_MOST],
      removals[WEEKS_MOST];
  double lost_fcp[WEEKS_MOST];
};

static int below(struct chance *chance, int n)
{
  return (int)chance_binomial(chance, n - 1, 0.5);
}

static double fraction(struct chance *chance)
{
  return below(chance, 3) == 0 ? 0 : (double)chance_binomial(chance, 100, 0.3) / 100;
}

/* Quarters add up without a remainder. */
static double quarters(struct chance *chance, int n)
{
  return (double)below(chance, n) / 4;
}

static void make(struct world *world, uint64_t seed)
{
  struct chance chance = chance_new(seed, 2);
  struct waiting_list *list = &world->list;
  *list = (struct waiting_list){.removals = fraction(&chance) / 10,
                                .dna_new = fraction(&chance),
                                .backfill = fraction(&chance),
                                .dna_return = fraction(&chance),
                                .calls_settled = fraction(&chance),
                                .sickness = fraction(&chance) / 4,
                                .lost_fcp = quarters(&chance, 5)};
  for (int c = 0; c < WAITING_CLASSES; c++) {
    list->classes[c].standard_weeks = 1 + below(&chance, 30);
    list->classes[c].a_week = quarters(&chance, 300);
    for (int b = 0; b < WAITING_BANDS; b++)
      list->classes[c].list[b] = below(&chance, 3) == 0 ? 0 : below(&chance, 150);
  }
  world->supply = (struct waiting_supply){.n_weeks = 1 + below(&chance, WEEKS_MOST),
                                          .new_slots = world->new_slots,
                                          .follow_ups = world->follow_ups,
                                          .attendees = world->attendees,
                                          .calls = world->calls,
                                          .removals = world->removals,
                                          .lost_fcp = world->lost_fcp,
                                          .clinicians = 1 + below(&chance, 20)};
  for (int w = 0; w < WEEKS_MOST; w++) {
    world->new_slots[w] = below(&chance, 200);
    world->follow_ups[w] = below(&chance, 100);
    world->attendees[w] = below(&chance, 3) == 0 ? below(&chance, 100) : 0;
    world->calls[w] = below(&chance, 2) == 0 ? 0 : below(&chance, 160);
    world->removals[w] = below(&chance, 3) == 0 ? below(&chance, 30) : 0;
    world->lost_fcp[w] = quarters(&chance, 100);
  }
}

/* --- the page ------------------------------------------------------------------------ */

/* Those referred in one week, of one class. */
struct group {
  int class, week;
  int64_t waiting;
  int64_t had_call; /* of those */
};

struct line {
  const struct world *world;
  int week;
  GArray *groups; /* struct group: priority first, then by week */
  int64_t now[WAITING_CLASSES][WAITING_QUANTITIES];
  int64_t slots, lost, unused;
  double for_want;
};

static struct group *group_at(const struct line *line, guint i)
{
  return &g_array_index(line->groups, struct group, i);
}

static int64_t part(int64_t people, double share)
{
  return (int64_t)floor((double)people * share + 0.5);
}

static void join(struct line *line, int class, int week, int64_t people)
{
  guint i = 0;
  while (i < line->groups->len &&
         (group_at(line, i)->class < class ||
          (group_at(line, i)->class == class && group_at(line, i)->week < week)))
    i++;
  struct group group = {class, week, people, 0};
  if (i < line->groups->len && group_at(line, i)->class == class && group_at(line, i)->week == week)
    group_at(line, i)->waiting += people;
  else
    g_array_insert_val(line->groups, i, group);
}

static void begin(struct line *line, const struct world *world)
{
  static const int weeks[WAITING_BANDS + 1] = {0, 1, 2, 4, 12, 18, 52, 104};
  *line = (struct line){.world = world, .groups = g_array_new(FALSE, FALSE, sizeof(struct group))};
  for (int c = 0; c < WAITING_CLASSES; c++)
    for (int b = 0; b < WAITING_BANDS; b++) {
      int people = world->list.classes[c].list[b], over = weeks[b + 1] - weeks[b];
      for (int age = weeks[b]; age < weeks[b + 1]; age++)
        join(line, c, -age, PERSON * (int64_t)(people / over + (age - weeks[b] < people % over)));
    }
}

/* Seen, of people of a group. */
static void see(struct line *line, const struct group *group, int64_t people)
{
  int64_t *now = line->now[group->class];
  int waited = line->week - group->week;
  now[WAITING_SEEN] += people;
  now[WAITING_WEEKS] += waited * people;
  if (waited >= line->world->list.classes[group->class].standard_weeks)
    now[WAITING_SEEN_LATE] += people;
}

static void leave(struct group *group, int64_t people)
{
  group->waiting -= people;
  group->had_call = MAX(group->had_call - people, 0);
}

/* Slots that nobody is left for. */
static int64_t give(struct line *line, int64_t slots, double missed)
{
  for (guint i = 0; i < line->groups->len && slots > 0; i++) {
    struct group *group = group_at(line, i);
    int64_t called = MIN(slots, group->waiting), away = part(called, missed);
    line->now[group->class][WAITING_MISSED] += away;
    see(line, group, called - away);
    leave(group, called);
    slots -= called;
  }
  return slots;
}

static void refer(struct line *line)
{
  const struct world *world = line->world;
  int t = line->week;
  for (int c = 0; c < WAITING_CLASSES; c++) {
    double unit = world->list.classes[c].a_week * PERSON, before = line->for_want;
    int64_t people = (int64_t)(unit * t) - (int64_t)(unit * (t - 1));
    if (c == WAITING_ROUTINE) {
      line->for_want += world->list.lost_fcp * world->lost_fcp[t - 1] * PERSON;
      people += (int64_t)line->for_want - (int64_t)before;
    }
    line->now[c][WAITING_ARRIVED] = people;
    join(line, c, t, people);
  }
}

static int64_t well(const struct line *line, const int *weeks)
{
  return part((int64_t)weeks[line->week - 1] * PERSON, 1 - line->world->list.sickness);
}

static void events(struct line *line)
{
  int64_t attendees = (int64_t)line->world->attendees[line->week - 1] * PERSON;
  line->slots = attendees;
  line->unused = give(line, attendees, 0);
  for (int c = 0; c < WAITING_CLASSES; c++)
    line->now[c][WAITING_AT_EVENTS] = line->now[c][WAITING_SEEN];
}

static void calls(struct line *line)
{
  int64_t left = well(line, line->world->calls);
  for (guint i = 0; i < line->groups->len; i++) {
    struct group *group = group_at(line, i);
    int64_t called = MIN(left, group->waiting - group->had_call);
    int64_t settled = part(called, line->world->list.calls_settled);
    line->now[group->class][WAITING_CALLED] += called;
    line->now[group->class][WAITING_SETTLED] += settled;
    see(line, group, settled);
    group->waiting -= settled;
    group->had_call += called - settled;
    left -= called;
  }
}

static void slots(struct line *line)
{
  const struct waiting_list *list = &line->world->list;
  int64_t offered = well(line, line->world->new_slots), missed = 0;
  line->slots += offered;
  line->unused += give(line, offered, list->dna_new);
  for (int c = 0; c < WAITING_CLASSES; c++)
    missed += line->now[c][WAITING_MISSED];
  int64_t filled = part(missed, list->backfill);
  line->lost = missed - filled + give(line, filled, 0);
}

static void validation(struct line *line)
{
  int64_t left = well(line, line->world->removals);
  while (left > 0) {
    struct group *longest = NULL;
    for (guint i = 0; i < line->groups->len; i++) {
      struct group *group = group_at(line, i);
      if (group->waiting > 0 && (!longest || group->week <= longest->week))
        longest = group; /* routine, of one week */
    }
    if (!longest)
      return;
    int64_t gone = MIN(left, longest->waiting);
    line->now[longest->class][WAITING_REMOVED] += gone;
    leave(longest, gone);
    left -= gone;
  }
}

static void removals(struct line *line)
{
  double share = line->world->list.removals;
  for (guint i = 0; i < line->groups->len; i++) {
    struct group *group = group_at(line, i);
    int64_t of_called = part(group->had_call, share);
    int64_t gone = of_called + part(group->waiting - group->had_call, share);
    group->waiting -= gone;
    group->had_call -= of_called;
    line->now[group->class][WAITING_REMOVED] += gone;
  }
}

static void returns(struct line *line)
{
  for (int c = 0; c < WAITING_CLASSES; c++) {
    int64_t back = part(line->now[c][WAITING_MISSED], line->world->list.dna_return);
    line->now[c][WAITING_RETURNED] = back;
    join(line, c, line->week, back);
  }
}

static void count(struct line *line)
{
  for (guint i = 0; i < line->groups->len; i++) {
    const struct group *group = group_at(line, i);
    int waited = line->week - group->week, band = 0;
    static const int weeks[WAITING_BANDS] = {0, 1, 2, 4, 12, 18, 52};
    for (int b = 0; b < WAITING_BANDS; b++)
      band = waited >= weeks[b] ? b : band;
    int64_t *now = line->now[group->class];
    now[WAITING_SIZE] += group->waiting;
    now[WAITING_BAND + band] += group->waiting;
    now[WAITING_LONG] += waited >= 24 ? group->waiting : 0;
    if (waited >= line->world->list.classes[group->class].standard_weeks)
      now[WAITING_LATE] += group->waiting;
  }
}

static void pass_week(struct line *line)
{
  line->week++;
  memset(line->now, 0, sizeof line->now);
  refer(line);
  events(line);
  calls(line);
  slots(line);
  validation(line);
  removals(line);
  returns(line);
  count(line);
}

/* --- the two of them ------------------------------------------------------------------ */

static void compare(const struct line *line, const struct waiting_path *path, uint64_t seed)
{
  const int64_t *all = path->of[line->week][WAITING_ALL];
  for (int c = 0; c < WAITING_CLASSES; c++)
    for (int q = 0; q < WAITING_OFFERED; q++) {
      int64_t found = path->of[line->week][c][q];
      if (found != line->now[c][q])
        fail_msg("seed %d, week %d, %s of %s: %.6f, by the page %.6f", (int)seed, line->week,
                 waiting_quantity_names[q], waiting_group_names[c], (double)found / PERSON,
                 (double)line->now[c][q] / PERSON);
    }
  assert_int_equal(all[WAITING_OFFERED], line->slots);
  assert_int_equal(all[WAITING_LOST], line->lost);
  assert_int_equal(all[WAITING_UNUSED], line->unused);
}

static void test_the_page_says_the_same(void **state)
{
  (void)state;
  for (uint64_t seed = 0; seed < WORLDS; seed++) {
    struct world world;
    struct line line;
    make(&world, seed);
    struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
    begin(&line, &world);
    count(&line);
    for (int c = 0; c < WAITING_CLASSES; c++)
      assert_int_equal(line.now[c][WAITING_SIZE], path->of[0][c][WAITING_SIZE]);
    while (line.week < path->n_weeks) {
      pass_week(&line);
      compare(&line, path, seed);
    }
    g_array_unref(line.groups);
    waiting_path_free(path);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_page_says_the_same)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
