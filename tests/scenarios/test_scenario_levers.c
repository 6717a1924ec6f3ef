/* What the changes of a scenario do to sites, events, demand, absence and the
 * waiting list. */
#include "model/date.h"
#include "model/rule.h"
#include "model/waiting/waiting.h"
#include "scenarios/scenarios.h"
#include "tests/support/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* --- sites --------------------------------------------------------------------- */

static const struct closure *closure_of(const struct made *made, const char *site, int from)
{
  for (int i = 0; i < made->month->n_closures; i++) {
    const struct closure *closure = &made->month->closures[i];
    if (closure->site == service_site(made->service, site) && closure->from == from)
      return closure;
  }
  return NULL;
}

static void close_shuts_a_site(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - close: {site: [remote, goldstone], from: 2027-01-10,"
      " staff_to: crawley}\n");
  const struct closure *closure = closure_of(&made, "goldstone", date_make(2027, 1, 10));
  assert_non_null(closure);
  assert_int_equal(closure->until, date_make(2027, 1, 31));
  assert_int_equal(closure->blocks, 0xff);
  assert_string_equal(closure->where.file, MADE_PATH);
  assert_int_equal(made.month->n_locks, 0); /* tom's was at the remote site, on the 14th */
  assert_true(made_post(&made, "amrita")->sites[service_site(made.service, "crawley")]);
  assert_int_equal(made.scenario->n_later, 2);
  assert_int_equal(made.scenario->later[1].kind, LATER_CLOSED);
  assert_int_equal(made.scenario->later[1].from, date_make(2027, 2, 1));
  assert_int_equal(made.scenario->later[1].until, DATE_NONE);
  assert_string_equal(made.scenario->changes[0],
                      "remote, Goldstone PCN closed from 10 January 2027, "
                      "its people to Crawley hub");
  made_free(&made);
}

static void close_says_where_the_work_goes(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - close: {site: hove, from: 2027-01-10, moves_to: crawley}\n"
      "  - close: {site: remote, from: 2027-01-11, owed: no}\n"
      "  - close: {site: goldstone, from: 2027-01-12}\n"
      "  - open: {site: horsham, like: crawley, from: 2027-01-13}\n");
  const struct closure *closure = closure_of(&made, "hove", date_make(2027, 1, 10));
  assert_int_equal(closure->moves_to, service_site(made.service, "crawley"));
  assert_true(closure->owed);
  assert_false(closure_of(&made, "remote", date_make(2027, 1, 11))->owed);
  closure = closure_of(&made, "goldstone", date_make(2027, 1, 12));
  assert_true(closure->owed);
  assert_int_equal(closure->moves_to, NONE);
  /* before its first day nobody asks for a new site */
  assert_false(closure_of(&made, "horsham", date_make(2027, 1, 1))->owed);
  assert_string_equal(made.scenario->changes[0],
                      "Hove hub closed from 10 January 2027, its work to Crawley hub");
  assert_string_equal(made.scenario->changes[1],
                      "remote closed from 11 January 2027, and nothing is owed for it");
  made_free(&made);
}

static void close_may_be_short_or_later(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - close: {site: hove, until: 2027-01-08, sessions: pm}\n"
      "  - close: {site: hove, from: 2027-03-01, until: 2027-03-31}\n");
  assert_int_equal(made.month->n_closures, 3);
  const struct closure *closure = closure_of(&made, "hove", date_make(2027, 1, 1));
  assert_int_equal(closure->until, date_make(2027, 1, 8));
  assert_int_equal(closure->blocks, 2);
  assert_int_equal(made.month->n_locks, 1);
  assert_int_equal(made.scenario->n_later, 1);
  assert_int_equal(made.scenario->later[0].from, date_make(2027, 3, 1));
  assert_int_equal(made.scenario->later[0].until, date_make(2027, 3, 31));
  made_free(&made);
}

static void open_lifts_a_closure(void **state)
{
  (void)state;
  struct made made = made_new("  - open: {site: crawley, rooms: 9}\n");
  assert_int_equal(made.month->n_closures, 1);
  assert_int_equal(made.month->closures[0].site, NONE);
  assert_int_equal(made_site(&made, "crawley")->rooms[0], 9);
  made_free(&made);
  made = made_new("  - open: {site: crawley, from: 2027-01-19, until: 2027-01-20}\n");
  assert_int_equal(made.month->n_closures, 3);
  assert_int_equal(closure_of(&made, "crawley", date_make(2027, 1, 18))->until,
                   date_make(2027, 1, 18));
  const struct closure *rest = closure_of(&made, "crawley", date_make(2027, 1, 21));
  assert_int_equal(rest->until, date_make(2027, 1, 22));
  assert_string_equal(rest->reason, "Boiler");
  made_free(&made);
}

static void open_makes_a_site_like_another(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - open: {site: horsham, like: hove, name: Horsham hub, rooms: 3, minutes: {crawley: 15},"
      " from: 2027-01-11, cover: [{task: clinic, sessions: mon am, need: 2}]}\n");
  const struct service *service = made.service;
  const struct site *site = made_site(&made, "horsham");
  int horsham = service_site(service, "horsham"), crawley = service_site(service, "crawley");
  int hove = service_site(service, "hove"), goldstone = service_site(service, "goldstone");
  assert_string_equal(site->name, "Horsham hub");
  assert_string_equal(service->kinds.words[site->kind], "hub");
  assert_int_equal(site->rooms[vocabulary_find(&service->room_kinds, "room")], 3);
  assert_int_equal(site->open[0].from_minute, 7 * 60 + 30);
  assert_true(made_task(&made, "clinic")->at[horsham]);
  assert_true(made_task(&made, "class")->at[horsham]); /* it names hove */
  assert_true(made_post(&made, "amrita")->sites[horsham]);
  assert_int_equal(service->travel_minutes[horsham * service->n_sites + crawley], 15);
  assert_int_equal(service->travel_minutes[crawley * service->n_sites + horsham], 15);
  assert_int_equal(service->travel_minutes_without_car[horsham * service->n_sites + crawley], 30);
  assert_int_equal(service->travel_minutes[horsham * service->n_sites + goldstone],
                   service->travel_minutes[hove * service->n_sites + goldstone]);
  const struct demand *line = &service->demands[service->n_demands - 1];
  assert_true(line->sites[horsham]);
  assert_int_equal(line->need, 2);
  assert_int_equal(closure_of(&made, "horsham", date_make(2027, 1, 1))->until,
                   date_make(2027, 1, 10));
  made_free(&made);
}

static void open_sends_whom_it_names(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - open: {site: horsham, kind: venue, staff: amrita}\n"
      "  - open: {site: worthing, kind: venue, like: library}\n");
  assert_true(made_post(&made, "amrita")->sites[service_site(made.service, "horsham")]);
  assert_false(made_post(&made, "amrita")->sites[service_site(made.service, "worthing")]);
  assert_true(made_post(&made, "tom")->sites[service_site(made.service, "worthing")]);
  assert_false(made_task(&made, "screening")->at[service_site(made.service, "horsham")]);
  assert_true(made_task(&made, "screening")->at[service_site(made.service, "worthing")]);
  made_free(&made);
}

/* --- events and demand --------------------------------------------------------- */

static void event_needs_what_its_kind_needs(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - event: {kind: community day, at: library, on: 2027-01-30 am pm,"
      " attendees: 480}\n"
      "  - event: {kind: community day, at: library, on: 2027-01-23 am}\n"
      "  - event: {kind: community day, at: library, on: 2027-02-13}\n");
  assert_int_equal(made.month->n_events, 3);
  const struct event *event = &made.month->events[1];
  assert_string_equal(event->id, "community-day");
  assert_string_equal(event->name, "Community Appointment Day");
  assert_int_equal(event->attendees, 480);
  assert_int_equal(made.month->events[2].attendees, 240);
  assert_string_equal(made.month->events[2].id, "community-day-2");
  assert_true(event->slots[month_slot(made.month, date_make(2027, 1, 30), 0)]);
  assert_true(event->slots[month_slot(made.month, date_make(2027, 1, 30), 1)]);
  assert_int_equal(month_slot(made.month, date_make(2027, 1, 23), 1), NONE);
  int needs = 0;
  for (int d = 0; d < made.month->n_demands; d++) {
    const struct demand *demand = &made.month->demands[d];
    if (demand->event < 1)
      continue;
    needs++;
    int times = demand->event == 1 ? 2 : 1; /* as many for each attendee */
    assert_int_equal(demand->need, times * 1);
    if (demand->who) {
      assert_string_equal(demand->name, "A senior");
      continue;
    }
    assert_int_equal(demand->target, times * 2);
    assert_int_equal(demand->most, times * 3);
    assert_int_equal(demand->price_need, 300);
  }
  assert_int_equal(needs, 4);
  assert_int_equal(made.scenario->n_later, 1);
  assert_int_equal(made.scenario->later[0].kind, LATER_EVENT);
  assert_int_equal(made.scenario->later[0].from, date_make(2027, 2, 13));
  made_free(&made);
}

static void event_takes_the_sessions_of_its_kind(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - set: {month.events.cad.on: 2027-01-16 am}\n"
      "  - event: {kind: community day, at: library, on: 2027-01-30}\n"
      "  - event: {kind: mass-clinic, at: hove, on: 2027-01-09,"
      " sessions: [am, pm], need: [{task: clinic, need: 2}]}\n");
  assert_int_not_equal(month_slot(made.month, date_make(2027, 1, 30), 0), NONE);
  assert_int_equal(month_slot(made.month, date_make(2027, 1, 30), 1), NONE);
  assert_int_not_equal(month_slot(made.month, date_make(2027, 1, 9), 1), NONE);
  assert_int_equal(month_slot(made.month, date_make(2027, 1, 9), 2), NONE);
  assert_string_equal(made.month->events[2].name, "mass-clinic");
  made_free(&made);
}

static int sessions_of(const struct demand *demand)
{
  int sessions = 0;
  for (int day = 0; day < WEEK_DAYS; day++)
    sessions += __builtin_popcount(demand->when.blocks[day]);
  return sessions;
}

static void cover_adds_or_replaces_a_line(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - cover: {task: clinic, at: crawley, sessions: mon am, need: 2}\n"
      "  - cover: {task: spine, at: hove, sessions: [tue am, thu pm], need: 2}\n");
  const struct service *service = made.service;
  int spines = 0;
  for (int d = 0; d < service->n_demands; d++)
    if (service->demands[d].task == service_task(service, "spine")) {
      spines++;
      assert_int_equal(service->demands[d].need, 2);
    }
  assert_int_equal(spines, 1);
  const struct demand *last = &service->demands[service->n_demands - 1];
  assert_int_equal(last->need, 2);
  assert_int_equal(sessions_of(last), 1);
  made_free(&made);
}

static void evenings_add_to_odd_and_even_weeks(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - set: {clinicians.tom.works: {odd: {mon-fri: [am, pm]}, even: {mon: am}}}\n"
      "  - evenings: {at: hove, sessions: fri eve, task: clinic, need: 1, clinicians: tom}\n");
  const struct works *works = &made_post(&made, "tom")->works;
  assert_int_equal(works->n_weeks, 2);
  assert_int_equal(works->cycle, DATE_NONE);
  assert_int_equal(works->weeks[0].blocks[4], 7);
  assert_int_equal(works->weeks[1].blocks[4], 4);
  assert_int_equal(works->weeks[1].blocks[0], 1);
  made_free(&made);
}

static void evenings_open_and_staff_a_session(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - evenings: {at: hove, sessions: thu fri eve, task: clinic,"
      " need: 2, target: 3, people: 2}\n");
  const struct service *service = made.service;
  assert_int_equal(service->week.blocks[1], 7); /* tue, as before */
  assert_int_equal(service->week.blocks[3], 7);
  assert_int_equal(service->week.blocks[4], 7);
  assert_int_equal(made_site(&made, "hove")->open[4].to_minute, 20 * 60);
  /* Amrita has agreed never to work evenings; tom's weeks take turns. */
  assert_int_equal(made_post(&made, "amrita")->works.weeks[0].blocks[3], 3);
  assert_int_equal(made_post(&made, "tom")->works.weeks[0].blocks[3], 7);
  assert_int_equal(made_post(&made, "tom")->works.weeks[1].blocks[3], 7);
  assert_int_equal(made_post(&made, "tom")->works.weeks[1].blocks[4], 4);
  assert_int_equal(made_post(&made, "tom")->works.weeks[1].blocks[1], 7);
  assert_int_equal(made_post(&made, "lee")->works.weeks[0].blocks[3], 7);
  const struct demand *line = &service->demands[service->n_demands - 1];
  assert_int_equal(line->need, 2);
  assert_int_equal(line->target, 3);
  assert_int_equal(sessions_of(line), 2);
  assert_string_equal(made.scenario->changes[0],
                      "MSK clinic at Hove hub on thu fri eve too, by Tom Baker, Lee Park");
  made_free(&made);
}

/* A session that the service hasn't got, and people who come for it, in one file. */
static void evenings_may_be_of_a_new_session(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - evenings: {at: crawley, sessions: thu late, task: clinic, clinicians: [lee]}\n"
      "  - set: {sessions.late: {from: \"20:00\", to: \"21:30\"}}\n");
  const struct service *service = made.service;
  int late = service->n_blocks - 1;
  assert_int_equal(service->n_blocks, 4);
  assert_string_equal(service->blocks[late].id, "late");
  assert_true(service->week.blocks[3] >> late & 1);
  assert_false(service->week.blocks[2] >> late & 1);
  assert_true(made_post(&made, "lee")->works.weeks[0].blocks[3] >> late & 1);
  assert_int_equal(service->demands[service->n_demands - 1].need, 1);
  assert_int_equal(made.scenario->n_changes, 2);
  assert_string_equal(made.scenario->changes[1], "sessions: late from 20:00, to 21:30");
  made_free(&made);
}

static void evenings_widen_opening_times(void **state)
{
  (void)state;
  struct made made = made_new("  - set: {sites.hove.open: {mon-fri: \"08:00-18:00\"}}\n");
  made_free(&made);
  made = made_new(
      "  - evenings: {at: goldstone, sessions: [tue eve, sat am], task: fcp,"
      " clinicians: [tom]}\n");
  const struct site *site = made_site(&made, "goldstone");
  assert_int_equal(site->open[0].to_minute, 18 * 60 + 30);
  assert_int_equal(site->open[1].from_minute, 8 * 60);
  assert_int_equal(site->open[1].to_minute, 20 * 60);
  assert_int_equal(site->open[5].from_minute, 8 * 60 + 30);
  assert_int_equal(site->open[5].to_minute, 12 * 60 + 15);
  assert_int_equal(made.service->week.blocks[5], 1);
  made_free(&made);
}

/* --- move ---------------------------------------------------------------------- */

static void move_shifts_sessions_between_lines(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - cover: {task: clinic, at: hove, sessions: mon-fri am pm, need: 2}\n"
      "  - move: {from: spine, to: clinic, sessions: 1, at: hove}\n");
  const struct service *service = made.service;
  int spine = 0, clinic = 0;
  for (int d = 0; d < service->n_demands; d++) {
    const struct demand *demand = &service->demands[d];
    if (demand->task == service_task(service, "spine"))
      spine += demand->need * sessions_of(demand);
    if (demand->task == service_task(service, "clinic") && !demand->each_site)
      clinic += demand->need * sessions_of(demand);
  }
  assert_int_equal(spine, 1);
  assert_int_equal(clinic, 20 + 1);
  made_free(&made);
}

static void move_shifts_what_pcns_are_owed(void **state)
{
  (void)state;
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++) {
    g_autoptr(GString) text = g_string_new(file->text);
    g_string_replace(text, "rules:\n",
                     "rules:\n  - fcp_cover: {task: fcp, patients_per_session: 5000}\n", 1);
    g_string_replace(text, "  - {task: clinic, at: every hub,", "  - {task: clinic, at: hove,", 1);
    source_add(source, file->path, text->str);
  }
  struct made made = made_of(source, "  - move: {from: fcp, to: clinic, sessions: 3, at: hove}\n");
  const struct service *service = made.service;
  int patients = 0, need = 0, target = 0;
  for (int u = 0; u < service->n_uses; u++)
    if (strcmp(service->uses[u].rule->name, "fcp_cover") == 0)
      patients = service->uses[u].values[0];
  /* 66,808 patients: 14 sessions at 5,000 each, 11 at 6,074 and not at 6,073. */
  assert_int_equal(patients, 6074);
  for (int d = 0; d < service->n_demands; d++)
    if (service->demands[d].task == service_task(service, "clinic")) {
      need += service->demands[d].need * sessions_of(&service->demands[d]);
      target += service->demands[d].target * sessions_of(&service->demands[d]);
    }
  assert_int_equal(need, 10 + 3);
  assert_int_equal(target, 30 + 3);
  made_free(&made);
  source_free(source);
}

static void move_knows_lines_by_patients(void **state)
{
  (void)state;
  struct made made = made_new("  - move: {from: fcp, to: clinic, sessions: 1, at: hove}\n");
  /* 66,808 patients: 4 sessions at 22,000 each, 3 at 22,270 and not at 22,269. */
  for (int d = 0; d < made.service->n_demands; d++)
    if (made.service->demands[d].task == service_task(made.service, "fcp"))
      assert_int_equal(made.service->demands[d].patients_per_session, 22270);
  assert_string_equal(made.scenario->changes[0],
                      "1 session a week of FCP becomes MSK clinic at Hove hub");
  made_free(&made);
}

/* --- absence ------------------------------------------------------------------- */

struct away {
  int contracted, leave, sick;
};

/* Sessions, counted a second time: slot by slot. */
static struct away count_away(const struct made *made)
{
  struct away away = {0, 0, 0};
  for (int c = 0; c < made->service->n_clinicians; c++)
    for (int s = 0; s < made->month->n_slots; s++) {
      const struct slot *slot = &made->month->slots[s];
      bool leave = false, sick = false;
      if (!slot->ordinary || !month_works(made->month, made->service, c, s))
        continue;
      for (int i = 0; i < made->month->n_leaves; i++) {
        const struct leave *at = &made->month->leaves[i];
        bool covers = at->clinician == c && slot->date >= at->from && slot->date <= at->until &&
                      at->blocks >> slot->block & 1;
        sick = sick || (covers && strcmp(at->kind, "sick") == 0);
        leave = leave || (covers && strcmp(at->kind, "sick") != 0);
      }
      away.contracted++;
      away.leave += leave;
      away.sick += sick;
    }
  return away;
}

static void leave_comes_to_its_rate(void **state)
{
  (void)state;
  static const struct {
    const char *change;
    double rate;
  } rates[] = {{"  - leave: {rate: 0.13}\n", 0.13},
               {"  - leave: {rate: 0.4, seed: 3}\n", 0.4},
               {"  - leave: {rate: 0.02}\n", 0.02},
               {"  - leave: {rate: 0}\n", 0}};
  for (size_t i = 0; i < G_N_ELEMENTS(rates); i++) {
    struct made made = made_new(rates[i].change);
    struct away away = count_away(&made);
    int wanted = (int)(rates[i].rate * away.contracted + 0.5);
    /* What is given back is whole days. */
    assert_in_range(away.leave, wanted > 1 ? wanted - 1 : 0, wanted);
    if (rates[i].rate > 0.1)
      assert_int_equal(away.leave, wanted);
    assert_int_equal(away.sick, 0);
    assert_int_equal(made.month->n_locks, 1);
    made_free(&made);
  }
}

static void sickness_comes_on_top_in_spells(void **state)
{
  (void)state;
  struct made before = made_new("  []\n");
  struct made made = made_new("  - sickness: {rate: 0.3, seed: 7}\n");
  struct away away = count_away(&made);
  assert_int_equal(away.leave, count_away(&before).leave);
  assert_int_equal(away.sick, (int)(0.3 * away.contracted + 0.5));
  assert_true(made.month->n_leaves < before.month->n_leaves + away.sick);
  for (int i = before.month->n_leaves; i < made.month->n_leaves; i++)
    assert_string_equal(made.month->leaves[i].where.file, MADE_PATH);
  struct made again = made_new("  - sickness: {rate: 0.3, seed: 7}\n");
  struct made other = made_new("  - sickness: {rate: 0.3, seed: 8}\n");
  assert_int_equal(again.month->n_leaves, made.month->n_leaves);
  bool same = other.month->n_leaves == made.month->n_leaves;
  for (int i = 0; i < made.month->n_leaves; i++) {
    assert_int_equal(again.month->leaves[i].clinician, made.month->leaves[i].clinician);
    assert_int_equal(again.month->leaves[i].from, made.month->leaves[i].from);
    same = same && other.month->leaves[i].from == made.month->leaves[i].from;
  }
  assert_false(same);
  made_free(&before);
  made_free(&made);
  made_free(&again);
  made_free(&other);
}

/* The draw of a seed is the same on every machine, and in every year. */
static void a_draw_stays_what_it_is(void **state)
{
  (void)state;
  struct made made = made_new("  - sickness: {rate: 0.1, seed: 7}\n");
  static const int days[][2] = {{7, 8}, {11, 13}};
  assert_int_equal(made.month->n_leaves, 2 + 2);
  for (int i = 0; i < 2; i++) {
    const struct leave *leave = &made.month->leaves[2 + i];
    assert_int_equal(leave->clinician, service_clinician(made.service, "tom"));
    assert_int_equal(leave->from, date_make(2027, 1, days[i][0]));
    assert_int_equal(leave->until, date_make(2027, 1, days[i][1]));
  }
  made_free(&made);
}

static void the_ill_keep_no_lock(void **state)
{
  (void)state;
  struct made made = made_new("  - sickness: {rate: 1, seed: 1}\n");
  struct away away = count_away(&made);
  assert_int_equal(away.sick + away.leave, away.contracted);
  assert_int_equal(made.month->n_locks, 0);
  made_free(&made);
}

/* Without a seed nobody in particular is away, and the list has more of it. */
static void sickness_is_drawn_many_times(void **state)
{
  (void)state;
  struct made before = made_new("  []\n");
  struct made made = made_new("  - sickness: {rate: 0.05}\n  - sickness: {rate: 0.02}\n");
  assert_int_equal(made.month->n_leaves, before.month->n_leaves);
  assert_int_equal(made.month->n_locks, before.month->n_locks);
  double more = made.service->waiting_list->sickness - before.service->waiting_list->sickness;
  assert_true(more > 0.07 - 1e-9 && more < 0.07 + 1e-9);
  made_free(&before);
  made_free(&made);
}

/* --- the waiting list ------------------------------------------------------------ */

static void close_to(double a, double b)
{
  assert_true(a - b < 1e-9 && b - a < 1e-9);
}

static void the_waiting_list_changes(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - demand: {growth: 0.06}\n"
      "  - dna: {new: 0.08, follow_up: 0.12}\n"
      "  - list: {validation_removes: 0.05}\n"
      "  - follow_ups: {per_new: 2, patient_initiated: 0.5}\n");
  const struct waiting_list *list = made.service->waiting_list;
  close_to(list->classes[WAITING_PRIORITY].a_week, 51 * 1.06);
  close_to(list->classes[WAITING_ROUTINE].a_week, 453.5 * 1.06);
  close_to(list->classes[WAITING_ROUTINE].at[service_site(made.service, "crawley")], 395 * 1.06);
  close_to(list->dna_new, 0.08);
  close_to(list->dna_follow_up, 0.12);
  close_to(list->backfill, 0.2);
  assert_int_equal(list->classes[WAITING_ROUTINE].list[0], 430 - 22);
  assert_int_equal(list->classes[WAITING_ROUTINE].list[6], 12 - 1);
  close_to(list->follow_ups_per_new, 2);
  close_to(list->patient_initiated, 0.5);
  assert_string_equal(made.scenario->changes[0], "6% more referrals");
  assert_string_equal(made.scenario->changes[1],
                      "8% of first appointments are missed instead of 9.3%, 12% of follow-ups are "
                      "missed instead of 14.7%");
  assert_string_equal(made.scenario->changes[2], "validation takes 5% off the list");
  made_free(&made);
}

static void growth_may_be_in_one_class_and_place(void **state)
{
  (void)state;
  struct made made = made_new(
      "  - demand: {growth: -0.1, class: routine, at: crawley}\n"
      "  - list: {validation_removes: 1, class: priority}\n");
  const struct waiting_list *list = made.service->waiting_list;
  close_to(list->classes[WAITING_PRIORITY].a_week, 51);
  close_to(list->classes[WAITING_ROUTINE].a_week, 58.5 + 355.5);
  assert_int_equal(waiting_size(list, WAITING_PRIORITY), 0);
  assert_int_equal(waiting_size(list, WAITING_ROUTINE), 5497);
  assert_string_equal(made.scenario->changes[0], "10% fewer routine referrals at Crawley hub");
  made_free(&made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(close_shuts_a_site),
      cmocka_unit_test(close_says_where_the_work_goes),
      cmocka_unit_test(close_may_be_short_or_later),
      cmocka_unit_test(open_lifts_a_closure),
      cmocka_unit_test(open_makes_a_site_like_another),
      cmocka_unit_test(open_sends_whom_it_names),
      cmocka_unit_test(event_needs_what_its_kind_needs),
      cmocka_unit_test(event_takes_the_sessions_of_its_kind),
      cmocka_unit_test(cover_adds_or_replaces_a_line),
      cmocka_unit_test(evenings_add_to_odd_and_even_weeks),
      cmocka_unit_test(evenings_open_and_staff_a_session),
      cmocka_unit_test(evenings_may_be_of_a_new_session),
      cmocka_unit_test(evenings_widen_opening_times),
      cmocka_unit_test(move_shifts_sessions_between_lines),
      cmocka_unit_test(move_shifts_what_pcns_are_owed),
      cmocka_unit_test(move_knows_lines_by_patients),
      cmocka_unit_test(leave_comes_to_its_rate),
      cmocka_unit_test(sickness_comes_on_top_in_spells),
      cmocka_unit_test(sickness_is_drawn_many_times),
      cmocka_unit_test(a_draw_stays_what_it_is),
      cmocka_unit_test(the_ill_keep_no_lock),
      cmocka_unit_test(the_waiting_list_changes),
      cmocka_unit_test(growth_may_be_in_one_class_and_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
