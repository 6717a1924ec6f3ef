/* What the generator decides about people, their month and their sites, judged by
 * what is read back: contracts, leave, locks, rooms, supervision. */
#include "model/demand.h"
#include "model/rule.h"
#include "tests/support/check.h"
#include "tests/support/generated.h"

#include <stdlib.h>
#include <string.h>

enum { SIZES = 8, SEEDS = 3 };
static const int sizes[SIZES] = {8, 15, 24, 40, 60, 100, 150, 400};
static struct generated services[SIZES][SEEDS];

static int make_services(void **state)
{
  (void)state;
  for (int c = 0; c < SIZES; c++)
    for (int seed = 0; seed < SEEDS; seed++) {
      struct generator_settings settings = {
          .clinicians = sizes[c], .seed = (uint64_t)seed, .first = date_make(2027, 2, 1)};
      services[c][seed] = generated_new(&settings);
    }
  return 0;
}

static int free_services(void **state)
{
  (void)state;
  for (int c = 0; c < SIZES; c++)
    for (int seed = 0; seed < SEEDS; seed++)
      generated_free(&services[c][seed]);
  return 0;
}

/* Calls `judge` with services of several sizes and seeds. */
static void for_each_service(void (*judge)(const struct service *, const struct month *))
{
  for (int c = 0; c < SIZES; c++)
    for (int seed = 0; seed < SEEDS; seed++)
      judge(services[c][seed].service, services[c][seed].month);
}

/* Of an ordinary week, the mean of those that take turns. */
static int week_minutes(const struct service *service, const struct post *person)
{
  int minutes = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    for (int b = 0; b < service->n_blocks; b++)
      for (int turn = 0; turn < person->works.n_weeks; turn++)
        if (person->works.weeks[turn].blocks[weekday] & service->week.blocks[weekday] & 1U << b)
          minutes += service->blocks[b].to_minute - service->blocks[b].from_minute;
  return minutes / person->works.n_weeks;
}

/* Evenings too: their three hours take the place of a morning, and the contract is
 * less by the 45 minutes between. Nine tenths are a nine-day fortnight, with or
 * without an evening. */
static void judge_contracts(const struct service *service, const struct month *month)
{
  (void)month;
  assert_int_equal(service->full_time_minutes, 37 * 60 + 30);
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct post *person = &service->posts[c];
    assert_int_equal(week_minutes(service, person), person->week_minutes);
    assert_int_equal(person->works.n_weeks == 2 && person->works.cycle != DATE_NONE,
                     person->wte_percent == 90 || person->wte_percent == 88);
  }
}

static void test_patterns_fill_contracts(void **state)
{
  (void)state;
  for_each_service(judge_contracts);
}

/* 18, 34, 35 and 13 in a hundred. */
static void judge_bands(const struct service *service, const struct month *month)
{
  (void)month;
  static const int shares[] = {18, 34, 35, 13};
  int counts[4] = {0};
  for (int c = 0; c < service->n_clinicians; c++) {
    assert_in_range(service->posts[c].band, 5, 8);
    counts[service->posts[c].band - 5]++;
  }
  for (int b = 0; b < 4; b++)
    assert_true(abs(100 * counts[b] - shares[b] * service->n_clinicians) < 100);
}

static void test_bands_have_their_shares(void **state)
{
  (void)state;
  for_each_service(judge_bands);
}

/* One person has nobody above; everybody else comes to that one, step by step. */
static void judge_supervision(const struct service *service, const struct month *month)
{
  (void)month;
  int leads = 0;
  for (int c = 0; c < service->n_clinicians; c++) {
    int steps = 0, above = c;
    while (service->clinicians[above].supervisor != NONE) {
      above = service->clinicians[above].supervisor;
      assert_true(++steps <= 3);
    }
    leads += steps == 0;
  }
  assert_int_equal(leads, 1);
}

static void test_everybody_is_supervised(void **state)
{
  (void)state;
  for_each_service(judge_supervision);
}

/* From 15 people on: fewer have hardly two first contact practitioners. */
static void judge_pcns(const struct service *service, const struct month *month)
{
  int fcp = service_task(service, "fcp"), first = month->days[0].date;
  for (int s = 0; s < service->n_sites && service->n_clinicians >= 15; s++) {
    const struct pcn *pcn = service->sites[s].pcn;
    if (!pcn)
      continue;
    assert_in_range(pcn->n_named, 2, 4);
    assert_int_not_equal(pcn->named[0], pcn->named[1]);
    for (int n = 0; n < pcn->n_named; n++) {
      assert_true(clinician_can(service, pcn->named[n], fcp, first));
      assert_true(service->posts[pcn->named[n]].sites[s]);
    }
    for (int d = 0; d < pcn->n_deputies; d++)
      assert_true(clinician_can(service, pcn->deputies[d], fcp, first));
  }
}

static int times_named(const struct service *service, int person)
{
  int times = 0;
  for (int s = 0; s < service->n_sites; s++)
    for (int n = 0; service->sites[s].pcn && n < service->sites[s].pcn->n_named; n++)
      times += service->sites[s].pcn->named[n] == person;
  return times;
}

/* Those named for a PCN can do 60% of its sessions in two fifths of what they work, divided between
 * their PCNs, unless all who could be are named. */
static void judge_time_of_named(const struct service *service, const struct month *month)
{
  enum { NAMED_MOST = 4, SESSION_MINUTES = 225, SHARE = 60, PART = 40 };
  int each = 0;
  (void)month;
  for (int u = 0; u < service->n_uses; u++)
    if (strcmp(service->uses[u].rule->name, "fcp_cover") == 0)
      each = rule_use_value(&service->uses[u], "patients_per_session");
  assert_true(each > 0);
  for (int s = 0; s < service->n_sites; s++) {
    const struct pcn *pcn = service->sites[s].pcn;
    int minutes = 0;
    if (!pcn || pcn->n_named == NAMED_MOST || pcn->n_deputies == 0)
      continue;
    for (int n = 0; n < pcn->n_named; n++)
      minutes += week_minutes(service, &service->posts[pcn->named[n]]) /
                 times_named(service, pcn->named[n]);
    int sessions = (pcn->patients + each - 1) / each;
    assert_true(PART * minutes >= SHARE * SESSION_MINUTES * sessions);
  }
}

/* Nobody asks to be kept away from a PCN whose own they are. */
static void judge_wishes_of_named(const struct service *service, const struct month *month)
{
  for (int p = 0; p < month->n_preferences; p++) {
    const struct preferences *file = &month->preferences[p];
    for (int w = 0; w < file->n_sites; w++) {
      const struct pcn *pcn = service->sites[file->sites[w].item].pcn;
      for (int n = 0; pcn && n < pcn->n_named; n++)
        assert_true(pcn->named[n] != file->clinician ||
                    file->sites[w].level < service->levels.count - 1);
    }
  }
}

static void test_named_people_go_to_their_pcn(void **state)
{
  (void)state;
  for_each_service(judge_wishes_of_named);
}

static void test_named_people_have_time(void **state)
{
  (void)state;
  for_each_service(judge_time_of_named);
}

static void test_pcns_have_some_of_their_own(void **state)
{
  (void)state;
  for_each_service(judge_pcns);
}

/* --- specialist work --------------------------------------------------------------- */

/* In hundredths, the mean of the weeks that take turns. */
static int week_sessions(const struct service *service, const struct post *person)
{
  int sessions = 0;
  for (int turn = 0; turn < person->works.n_weeks; turn++)
    for (int weekday = 0; weekday < 5; weekday++)
      for (int b = 0; b < service->n_blocks; b++)
        sessions += person->works.weeks[turn].blocks[weekday] >> b & 1;
  return 100 * sessions / person->works.n_weeks;
}

static bool has_skill_of(const struct service *service, const struct post *person, bool specialist)
{
  for (int t = 0; t < service->n_tasks; t++)
    for (int k = 0; k < person->n_skills; k++)
      if (person->skills[k].skill == service->tasks[t].skill &&
          (specialist ? service->tasks[t].stream == STREAM_SPECIALIST
                      : strcmp(service->tasks[t].id, "fcp") == 0))
        return true;
  return false;
}

/* What is left for patients of a week's sessions: 13% are leave, and the job plans' share is
 * supporting time. */
static int patient_sessions(const struct service *service, const struct post *person)
{
  int support = person->band == 7 ? 20 : 10;
  if (person->band == 8 || has_skill_of(service, person, false))
    support = 30;
  return week_sessions(service, person) * (100 - support) * 87 / (100 * 100);
}

static int week_of_line(const struct service *service, const struct demand *line)
{
  int sessions = 0;
  for (int weekday = 0; weekday < 5; weekday++)
    for (int b = 0; b < service->n_blocks; b++)
      sessions += line->when.blocks[weekday] >> b & 1;
  return 100 * line->need * sessions;
}

/* Those who run specialist clinics have so much of them, when their turns on duty are taken off,
 * that each can be within ten points of 80:20. */
static void judge_specialist_work(const struct service *service, const struct month *month)
{
  (void)month;
  int asked = 0, held = 0, held_by_seniors = 0, seniors = 0, duty = 1000;
  for (int weekday = 0; weekday < 5 && service->n_blocks == 3; weekday++)
    duty += service->week.blocks[weekday] >> 2 & 1 ? 100 : 0;
  for (int d = 0; d < service->n_demands; d++)
    if (service->tasks[service->demands[d].task].stream == STREAM_SPECIALIST)
      asked += week_of_line(service, &service->demands[d]);
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct post *person = &service->posts[c];
    int sessions = patient_sessions(service, person);
    bool holds = has_skill_of(service, person, true);
    seniors += person->band >= 7 ? sessions : 0;
    held += holds ? sessions : 0;
    held_by_seniors += holds && person->band >= 7 ? sessions : 0;
  }
  held -= (int)((int64_t)MIN(duty, seniors) * held_by_seniors / seniors);
  assert_in_range(100 * asked, 15 * held, 27 * held);
}

static void test_who_runs_specialist_clinics_can_be_near_the_ratio(void **state)
{
  (void)state;
  for_each_service(judge_specialist_work);
}

/* --- the month -------------------------------------------------------------------- */

/* The blocks of each clinician's days on leave, [clinicians * days]; no block twice. */
static uint8_t *leave_of_all(const struct service *service, const struct month *month)
{
  uint8_t *away = g_new0(uint8_t, (gsize)(service->n_clinicians * month->n_days));
  for (int l = 0; l < month->n_leaves; l++) {
    const struct leave *leave = &month->leaves[l];
    for (int d = 0; d < month->n_days; d++)
      if (leave->from <= month->days[d].date && month->days[d].date <= leave->until) {
        uint8_t *day = &away[leave->clinician * month->n_days + d];
        assert_int_equal(*day & leave->blocks, 0);
        *day |= leave->blocks;
      }
  }
  return away;
}

/* At no hub is more than about a fifth of its people away on one day. */
static void judge_absence_of_hubs(const struct service *service, const struct month *month,
                                  const uint8_t *leave)
{
  g_autofree int *staff = g_new0(int, (gsize)service->n_sites);
  for (int c = 0; c < service->n_clinicians; c++)
    staff[service->posts[c].base]++;
  for (int d = 0; d < month->n_days; d++) {
    g_autofree int *gone = g_new0(int, (gsize)service->n_sites);
    for (int c = 0; c < service->n_clinicians; c++)
      gone[service->posts[c].base] += leave[c * month->n_days + d] != 0;
    for (int s = 0; s < service->n_sites && month->days[d].weekday < 5; s++)
      assert_true(gone[s] <= MAX(staff[s] * 22 / 100, 1));
  }
}

/* About 13% of the sessions that people are due, as Agenda for Change has it. */
static void judge_leave(const struct service *service, const struct month *month)
{
  int due = 0, away = 0;
  g_autofree uint8_t *leave = leave_of_all(service, month);
  for (int c = 0; c < service->n_clinicians; c++)
    for (int d = 0; d < month->n_days; d++)
      for (int block = 0; block < service->n_blocks; block++)
        if (clinician_works(service, c, month->days[d].date, block)) {
          due++;
          away += leave[c * month->n_days + d] >> block & 1;
        }
  assert_true(100 * away <= 15 * due);
  assert_true(100 * away >= 9 * due);
  judge_absence_of_hubs(service, month, leave);
}

static void test_leave_is_a_full_share_and_no_more(void **state)
{
  (void)state;
  for_each_service(judge_leave);
}

/* In how many mornings and afternoons both are at work, with the leave of nobody or of both. */
static int half_days_together(const struct service *service, const struct month *month,
                              const uint8_t *leave, int one, int other)
{
  int count = 0;
  for (int d = 0; d < month->n_days; d++)
    for (int block = 0; block < 2 && month->days[d].weekday < 5 && !month->days[d].holiday; block++)
      count += clinician_works(service, one, month->days[d].date, block) &&
               clinician_works(service, other, month->days[d].date, block) &&
               !(leave && (leave[one * month->n_days + d] >> block & 1)) &&
               !(leave && (leave[other * month->n_days + d] >> block & 1));
  return count;
}

/* Leave takes nobody all the days on which they could meet who supervises them. */
static void judge_pairs(const struct service *service, const struct month *month)
{
  enum { SHARED_LEAST = 4 };
  g_autofree uint8_t *leave = leave_of_all(service, month);
  for (int c = 0; c < service->n_clinicians; c++) {
    int above = service->clinicians[c].supervisor;
    if (above != NONE)
      assert_true(half_days_together(service, month, leave, c, above) >=
                  MIN(half_days_together(service, month, NULL, c, above), SHARED_LEAST));
  }
}

static void test_leave_leaves_people_time_with_their_supervisor(void **state)
{
  (void)state;
  for_each_service(judge_pairs);
}

static void judge_locks(const struct service *service, const struct month *month)
{
  g_autofree uint8_t *leave = leave_of_all(service, month);
  assert_int_equal(month->n_locks, service->n_clinicians >= 20 ? 2 : 1);
  for (int l = 0; l < month->n_locks; l++) {
    const struct lock *lock = &month->locks[l];
    const struct slot *slot = &month->slots[lock->slot];
    assert_true(clinician_works(service, lock->clinician, slot->date, slot->block));
    assert_false(leave[lock->clinician * month->n_days + slot->day] >> slot->block & 1);
    assert_true(clinician_can(service, lock->clinician, lock->task, slot->date));
    assert_true(service->posts[lock->clinician].sites[lock->site]);
    assert_true(service->tasks[lock->task].at[lock->site]);
  }
}

static void test_locks_can_be_kept(void **state)
{
  (void)state;
  for_each_service(judge_locks);
}

static void judge_events(const struct service *service, const struct month *month)
{
  bool locality = service->n_clinicians >= 40;
  assert_int_equal(month->n_events, locality ? 2 : 1);
  assert_int_equal(month->n_closures, 1);
  assert_int_equal(month->closures[0].from, month->closures[0].until);
  assert_int_equal(date_weekday(month->closures[0].from), 2);
  assert_in_range(date_day(month->closures[0].from), 15, 21);
  for (int e = 0; e < month->n_events; e++)
    for (int s = 0; s < month->n_slots; s++)
      if (month->events[e].slots[s]) {
        bool saturday = strcmp(month->events[e].id, "community-appointment-day") == 0;
        assert_false(month->days[month->slots[s].day].holiday);
        assert_int_equal(month->slots[s].ordinary, !saturday);
        assert_true(service_site_open(service, month->events[e].site,
                                      date_weekday(month->slots[s].date), month->slots[s].block));
      }
}

static void test_events_are_held_where_it_is_open(void **state)
{
  (void)state;
  for_each_service(judge_events);
}

/* --- sites ------------------------------------------------------------------------ */

/* People aimed for at a hub in one half-day, in tasks that need that kind of room. */
static int aimed_for(const struct service *service, int site, int room, int weekday, int block)
{
  int people = 0;
  for (int d = 0; d < service->n_demands; d++) {
    const struct demand *demand = &service->demands[d];
    if (service->tasks[demand->task].room == room && demand->sites && demand->sites[site] &&
        (demand->when.blocks[weekday] >> block & 1))
      people += demand->target;
  }
  return people;
}

static void judge_rooms(const struct service *service, const struct month *month)
{
  (void)month;
  int hub = vocabulary_find(&service->kinds, "hub");
  for (int s = 0; s < service->n_sites; s++)
    for (int room = 0; room < service->room_kinds.count && service->sites[s].kind == hub; room++)
      for (int weekday = 0; weekday < 5; weekday++)
        for (int block = 0; block < service->n_blocks; block++)
          assert_true(aimed_for(service, s, room, weekday, block) <= service->sites[s].rooms[room]);
}

static void test_hubs_have_rooms_for_what_is_aimed_for(void **state)
{
  (void)state;
  for_each_service(judge_rooms);
}

/* People go to their base, to remote work, and elsewhere only to sites that are there. */
static void judge_posts(const struct service *service, const struct month *month)
{
  (void)month;
  int remote = service_site(service, "remote"), pcn = vocabulary_find(&service->kinds, "pcn");
  int fcp = vocabulary_find(&service->skills, "fcp");
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct post *person = &service->posts[c];
    assert_true(person->sites[person->base] && person->sites[remote]);
    bool practitioner = false;
    for (int k = 0; k < person->n_skills; k++)
      practitioner = practitioner || person->skills[k].skill == fcp;
    for (int s = 0; s < service->n_sites; s++)
      if (service->sites[s].kind == pcn && person->sites[s])
        assert_true(practitioner);
  }
}

static void test_only_first_contact_practitioners_go_to_pcns(void **state)
{
  (void)state;
  for_each_service(judge_posts);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_patterns_fill_contracts),
      cmocka_unit_test(test_bands_have_their_shares),
      cmocka_unit_test(test_everybody_is_supervised),
      cmocka_unit_test(test_pcns_have_some_of_their_own),
      cmocka_unit_test(test_named_people_have_time),
      cmocka_unit_test(test_named_people_go_to_their_pcn),
      cmocka_unit_test(test_who_runs_specialist_clinics_can_be_near_the_ratio),
      cmocka_unit_test(test_leave_is_a_full_share_and_no_more),
      cmocka_unit_test(test_leave_leaves_people_time_with_their_supervisor),
      cmocka_unit_test(test_locks_can_be_kept),
      cmocka_unit_test(test_events_are_held_where_it_is_open),
      cmocka_unit_test(test_hubs_have_rooms_for_what_is_aimed_for),
      cmocka_unit_test(test_only_first_contact_practitioners_go_to_pcns),
  };
  return cmocka_run_group_tests_name("plan", tests, make_services, free_services);
}
