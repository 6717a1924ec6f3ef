/* The numbers of each file to their ends: the least and the most are taken, and one
 * less and one more are not. The same of how many things there may be. */
#include "tests/support/check.h"
#include "tests/support/written.h"

#include <string.h>

/* A small service with one place, "@", for the section in question. */
static const char service_frame[] =
    "service: Tiny\n"
    "%s"
    "sessions: {am: {from: \"08:30\", to: \"12:15\"}}\n"
    "week: {mon-fri: [am]}\n"
    "%s"
    "%s"
    "%s";
static const char plain_sites[] = "sites: {hove: {kind: hub, rooms: 2}, remote: {kind: remote}}\n";
static const char plain_tasks[] = "tasks: {clinic: {at: hub}}\n";
static const char plain_people[] = "ann: {band: 7, works: {mon-fri: [am]}}\n";

enum part { HEAD, SITES, TASKS, TAIL, PEOPLE, TRAVEL, MONTH };

struct bounds {
  enum part part;
  const char *text; /* with %s for the number */
  const char *less, *least, *most, *more;
};

static const struct bounds all_bounds[] = {
    {HEAD, "full_time_hours: %s\n", "0.99", "1", "60", "60.01"},
    {SITES, "sites: {hove: {kind: hub, rooms: %s}, remote: {kind: remote}}\n", "-1", "0", "1000",
     "1001"},
    {SITES, "sites: {hove: {kind: hub, rooms: {gym: %s}}, remote: {kind: remote}}\n", "-1", "0",
     "1000", "1001"},
    {TAIL, "pcns: {stone: {patients: %s, fcp: {named: [ann]}}}\n", "-1", "0", "1000000", "1000001"},
    {TASKS, "tasks: {clinic: {at: hub, skill: msk, min_stage: %s}}\n", "0", "1", "10", "11"},
    {TASKS, "tasks: {clinic: {at: hub, slots: {new: %s}}}\n", "-1", "0", "500", "501"},
    {TASKS, "tasks: {clinic: {at: hub, minutes_per_contact: %s}}\n", "0", "1", "480", "481"},
    {TAIL, "travel: {default: %s}\n", "-1", "0", "600", "601"},
    {TAIL, "demand: [{task: clinic, need: %s}]\n", "-1", "0", "1000", "1001"},
    {TAIL, "demand: [{task: clinic, need: 0, target: %s}]\n", "-1", "0", "1000", "1001"},
    {TAIL, "demand: [{task: clinic, need: 0, most: %s}]\n", "-1", "0", "1000", "1001"},
    {TAIL, "demand: [{task: clinic, need: %s per 4000 patients}]\n", "0", "1", "1000", "1001"},
    {TAIL, "demand: [{task: clinic, need: 1 per %s patients}]\n", "0", "1", "1000000", "1000001"},
    {TAIL, "demand: [{task: clinic, need: 1, prices: {need: %s, target: 0}}]\n", "-1", "0",
     "1000000", "1000001"},
    {TAIL, "demand: [{task: clinic, need: 1, prices: {most: %s}}]\n", "-1", "0", "1000000",
     "1000001"},
    {TAIL, "criteria: {session_requests: {most: %s}}\n", "-1", "0", "500", "501"},
    {TAIL, "sees: {5: %s}\n", "-1", "0", "200", "201"},
    {TAIL, "sees: {%s: 50}\n", "1", "2", "9", "10"},
    {PEOPLE, "ann: {band: 7, sees: %s, works: {mon-fri: [am]}}\n", "-1", "0", "200", "201"},
    {TAIL, "criteria: {session_requests: {points: %s}}\n", "-1", "0", "100", "101"},
    {TAIL, "criteria: {avoid: {sites: %s}}\n", "-1", "0", "500", "501"},
    {TAIL, "criteria: {avoid: {tasks: %s}}\n", "-1", "0", "500", "501"},
    {TAIL, "criteria: {weights: {love: %s, like: 0}}\n", "0", "1", "100", "101"},
    {TAIL, "criteria: {weights: {love: 100, like: %s}}\n", "-1", "0", "100", "101"},
    {TAIL, "criteria: {weights: {dislike: %s, avoid: -100}}\n", "-101", "-100", "0", "1"},
    {TAIL, "criteria: {weights: {dislike: 0, avoid: %s}}\n", "-101", "-100", "0", "1"},
    {TAIL, "criteria: {points: {most: %s}}\n", "0", "1", "10000", "10001"},
    {TAIL, "criteria: {off: [{most: %s}]}\n", "-1", "0", "1000", "1001"},
    {TAIL, "criteria: {publish: {days_before: %s}}\n", "-1", "0", "365", "366"},
    {TAIL, "rules: [{variety: {weight: %s}}]\n", "-1", "0", "1000000", "1000001"},
    {TAIL, "waiting_list: {population: %s, classes: {routine: {referrals: 1}}}\n", "0", "1",
     "9000000", "9000001"},
    {TAIL, "waiting_list: {classes: {routine: {standard: %s, referrals: 1}}}\n", "0", "1", "104",
     "105"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: %s}}}\n", "-0.0001", "0", "20000",
     "20000.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1, list: {0-1: %s}}}}\n", "-1", "0",
     "100000", "100001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, removals: %s}\n", "-0.0001", "0",
     "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, dna: {new: %s}}\n", "-0.0001", "0",
     "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, dna: {backfill: %s}}\n", "-0.0001",
     "0", "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, dna: {return: %s}}\n", "-0.0001",
     "0", "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, dna: {follow_up: %s}}\n", "-0.0001",
     "0", "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, follow_ups: {per_new: %s}}\n",
     "-0.0001", "0", "20", "20.0001"},
    {TAIL,
     "waiting_list: {classes: {routine: {referrals: 1}},\n"
     "  follow_ups: {per_new: 2, patient_initiated: %s}}\n",
     "-0.0001", "0", "1", "1.0001"},
    {TAIL,
     "waiting_list: {classes: {routine: {referrals: 1}},\n"
     "  follow_ups: {per_new: 2, done_at_events: %s}}\n",
     "-0.0001", "0", "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, calls: {settled: %s}}\n", "-0.0001",
     "0", "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, lost_fcp: %s}\n", "-0.0001", "0",
     "1", "1.0001"},
    {TAIL, "waiting_list: {classes: {routine: {referrals: 1}}, sickness: %s}\n", "-0.0001", "0",
     "1", "1.0001"},
    {PEOPLE, "ann: {band: 7, wte: %s, works: {mon-fri: [am]}}\n", "0", "0.01", "1.2", "1.21"},
    {PEOPLE, "ann: {band: 7, hours: {fewest: %s}, works: {mon-fri: [am]}}\n", "-0.01", "0", "600",
     "600.01"},
    {PEOPLE, "ann: {band: 7, hours: {most: %s}, works: {mon-fri: [am]}}\n", "-0.01", "0", "600",
     "600.01"},
    {PEOPLE, "ann: {band: 7, works: {mon-fri: [am]}, skills: {msk: {stage: %s}}}\n", "-1", "0",
     "10", "11"},
    {TRAVEL, "from,to,minutes\nhove,stone,%s\n", "-1", "0", "600", "601"},
    {TRAVEL, "from,to,minutes,without_car\nhove,stone,10,%s\n", "-1", "0", "600", "601"},
    {MONTH,
     "events: {day: {kind: cad, at: hove, on: 2027-02-13 am, attendees: %s,\n"
     "  need: [{task: clinic, need: 1}]}}\n",
     "-1", "0", "100000", "100001"},
};

/* What is said of the service with that text in its place. */
static char *said_of(enum part part, const char *text)
{
  static const char pcn[] = "pcns: {stone: {patients: 9000, fcp: {named: [ann]}}}\n";
  struct source *source = source_memory();
  g_autofree char *service =
      g_strdup_printf(service_frame, part == HEAD ? text : "", part == SITES ? text : plain_sites,
                      part == TASKS ? text : plain_tasks,
                      part == TAIL     ? text
                      : part == TRAVEL ? pcn
                                       : "");
  source_add(source, "service.yaml", service);
  source_add(source, "clinicians.yaml", part == PEOPLE ? text : plain_people);
  if (part == TRAVEL)
    source_add(source, "travel.csv", text);
  if (part == MONTH)
    source_add(source, "2027-02/month.yaml", text);
  char *said = written_report(source, "2027-02");
  source_free(source);
  return said;
}

static void assert_taken(const struct bounds *bounds, const char *number, bool taken)
{
  g_auto(GStrv) halves = g_strsplit(bounds->text, "%s", 2);
  g_autofree char *text = g_strconcat(halves[0], number, halves[1], NULL);
  g_autofree char *said = said_of(bounds->part, text);
  bool refused = strstr(said, "expected a ") || strstr(said, "' is worth ");
  if (refused == taken)
    fail_msg("%s is %s in: %s\n%s", number, taken ? "not taken" : "taken", bounds->text, said);
}

static void test_each_number_to_its_ends(void **state)
{
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(all_bounds); i++) {
    const struct bounds *bounds = &all_bounds[i];
    assert_taken(bounds, bounds->least, true);
    assert_taken(bounds, bounds->most, true);
    assert_taken(bounds, bounds->less, false);
    assert_taken(bounds, bounds->more, false);
  }
}

/* So many times the item, "@" being its number, between what is before and after. */
struct crowd {
  enum part part;
  const char *before, *item, *after;
  int most;
};

static const struct crowd crowds[] = {
    {HEAD, "holidays: [", "2027-02-01, ", "2027-02-02]\n", 399},
    {SITES, "sites:\n  hove: {kind: hub}\n  remote: {kind: remote}\n", "  s@: {kind: hub}\n", "",
     248},
    {TASKS, "tasks:\n  clinic: {at: hub}\n", "  t@: {at: hub}\n", "", 149},
    {TASKS, "tasks:\n", "  t@: {at: hub, skill: s@}\n", "  clinic: {at: hub}\n", 149},
    {TAIL, "demand:\n", "  - {task: clinic, at: hove, need: 1, from: 2027-02-01}\n", "", 1000},
    {TAIL, "rules:\n", "  - variety: {weight: 1}\n", "", 2000},
    {PEOPLE, "ann: {band: 7, works: {mon-fri: [am]}}\n", "p@: {band: 7, works: {mon-fri: [am]}}\n",
     "", 999},
    {MONTH, "closures:\n", "  - {site: hove, from: 2027-02-01, to: 2027-02-02}\n", "", 500},
    {MONTH, "events:\n",
     "  e@: {kind: cad, at: hove, on: 2027-02-13 am, need: [{task: clinic, need: 1}]}\n", "", 200},
    {PEOPLE, "ann: {band: 7, works: {mon-fri: [am]}, tags: [", "t@, ", "last]}\n", 249},
    {PEOPLE, "ann: {band: 7, works: {mon-fri: [am]}, changes: [", "{from: 2027-02-01}, ",
     "{from: 2027-02-02}]}\n", 99},
    {PEOPLE, "ann: {band: 7, works: {mon-fri: [am]}, role: \"", "r", "\"}\n", 100},
    {TAIL, "demand: [{task: clinic, need: 1, sessions: \"am", " ", "\"}]\n", 998},
};

static char *crowd_of(const struct crowd *crowd, int count)
{
  g_autoptr(GString) text = g_string_new(crowd->before);
  for (int i = 0; i < count; i++) {
    g_autofree char *number = g_strdup_printf("%d", i);
    g_auto(GStrv) parts = g_strsplit(crowd->item, "@", -1);
    g_autofree char *item = g_strjoinv(number, parts);
    g_string_append(text, item);
  }
  g_string_append(text, crowd->after);
  return said_of(crowd->part, text->str);
}

static void test_as_many_as_can_be_and_no_more(void **state)
{
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(crowds); i++) {
    g_autofree char *most = crowd_of(&crowds[i], crowds[i].most);
    g_autofree char *more = crowd_of(&crowds[i], crowds[i].most + 1);
    if (strstr(most, "at most"))
      fail_msg("%d of '%s': %s", crowds[i].most, crowds[i].item, most);
    if (!strstr(more, "at most"))
      fail_msg("%d of '%s' are taken", crowds[i].most + 1, crowds[i].item);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_number_to_its_ends),
      cmocka_unit_test(test_as_many_as_can_be_and_no_more),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
