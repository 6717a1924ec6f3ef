/* leave: {rate: 0.13} and sickness: {rate: 0.05, seed: 7}: who is away, drawn at
 * random, the same on every machine. Sickness without a seed is nobody's in particular: the waiting
 * list draws it, course by course. */
#include "inputs/decimal.h"
#include "inputs/value.h"
#include "model/dice.h"
#include "model/waiting/waiting.h"
#include "scenarios/levers.h"

#include <math.h>
#include <string.h>

enum { SEED_MAX = 1000000, LEAVE_DAYS_MAX = 5, SICK_DAYS_MAX = 10 };

struct absence {
  double rate;
  int seed; /* NONE: not written */
  bool sick;
  struct where where;
};

static const struct key absence_table[] = {
    {.name = "rate",
     .read = key_decimal,
     .offset = offsetof(struct absence, rate),
     .most = 1,
     .required = true},
    {.name = "seed",
     .read = key_number,
     .offset = offsetof(struct absence, seed),
     .least = 0,
     .most = SEED_MAX},
};
const struct keys lever_leave_keys = KEYS_OF("leave", absence_table);
const struct keys lever_sickness_keys = KEYS_OF("sickness", absence_table);

/* --- who is contracted when, and away ------------------------------------------- */

/* One clinician's day: which of its blocks are what. */
struct person_day {
  uint8_t works; /* the working pattern */
  uint8_t away;  /* of these, on leave or ill */
  uint8_t leave; /* of these, on leave other than sickness: what `leave` brings to its rate */
  uint8_t drawn; /* of these, taken by this change */
  bool locked;
};

struct calendar {
  const struct service *service;
  struct month *month;
  struct person_day *days; /* [clinicians * month days] */
  int contracted, leave;   /* sessions */
};

static const char sick[] = "sick";

static bool is_sick(const struct leave *leave)
{
  return strcmp(leave->kind, sick) == 0;
}

static struct person_day *day_of(const struct calendar *calendar, int clinician, int day)
{
  return &calendar->days[clinician * calendar->month->n_days + day];
}

static int count(uint8_t blocks)
{
  return __builtin_popcount(blocks);
}

static void mark_leave(struct calendar *calendar)
{
  const struct month *month = calendar->month;
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    for (int day = 0; day < month->n_days; day++) {
      struct person_day *at = day_of(calendar, leave->clinician, day);
      if (month->days[day].date < leave->from || month->days[day].date > leave->until)
        continue;
      at->away |= leave->blocks & at->works;
      if (!is_sick(leave))
        at->leave |= leave->blocks & at->works;
    }
  }
  for (int i = 0; i < calendar->service->n_clinicians * month->n_days; i++)
    calendar->leave += count(calendar->days[i].leave);
}

static struct calendar calendar_new(const struct service *service, struct month *month)
{
  struct calendar calendar = {.service = service, .month = month};
  calendar.days =
      g_new0(struct person_day, (gsize)service->n_clinicians * (gsize)month->n_days + 1);
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; s < month->n_slots; s++) {
      const struct slot *slot = &month->slots[s];
      if (slot->ordinary && month_works(month, service, c, s)) {
        day_of(&calendar, c, slot->day)->works |= (uint8_t)(1u << slot->block);
        calendar.contracted++;
      }
    }
  for (int l = 0; l < month->n_locks; l++)
    day_of(&calendar, month->locks[l].clinician, month->slots[month->locks[l].slot].day)->locked =
        true;
  mark_leave(&calendar);
  return calendar;
}

static struct dice dice_of(const struct absence *absence)
{
  return dice_new(absence->seed == NONE ? 1 : (uint64_t)absence->seed, absence->sick);
}

/* --- more absence ----------------------------------------------------------------- */

static void add_leave(GArray *leaves, const struct absence *absence, int clinician, int date,
                      uint8_t blocks)
{
  struct leave *last = leaves->len ? &g_array_index(leaves, struct leave, leaves->len - 1) : NULL;
  struct leave leave = {.clinician = clinician,
                        .from = date,
                        .until = date,
                        .blocks = blocks,
                        .kind = absence->sick ? sick : "annual",
                        .where = absence->where};
  if (last && last->clinician == clinician && last->where.file == absence->where.file &&
      last->until == date - 1 && last->blocks == 0xff && blocks == 0xff)
    last->until = date;
  else
    g_array_append_val(leaves, leave);
}

/* Can the change take the day? The person has to be there; and leave is not granted
 * on a day with a lock, while illness comes on any day. */
static bool is_free(const struct person_day *day, const struct absence *absence)
{
  return day->works & (uint8_t)~day->away && (absence->sick || !day->locked);
}

/* A spell of so many working days from that day on; returns its sessions. */
static int draw_spell(const struct calendar *calendar, const struct absence *absence,
                      GArray *leaves, int cell, int days, int most_sessions)
{
  int n_days = calendar->month->n_days, clinician = cell / n_days, sessions = 0;
  for (int d = cell % n_days; d < n_days && days > 0 && sessions < most_sessions; d++) {
    struct person_day *day = day_of(calendar, clinician, d);
    uint8_t there = day->works & (uint8_t)~day->away, taken = 0xff;
    if (day->works == 0)
      continue;
    if (!is_free(day, absence))
      break;
    if (sessions + count(there) > most_sessions) /* the last one: part of a day */
      for (taken = 0; sessions + count(taken & there) < most_sessions;)
        taken = (uint8_t)(taken << 1 | 1);
    if (taken != 0xff || there != day->works)
      taken &= there;
    day->away |= taken & there;
    day->drawn |= taken & there;
    sessions += count(taken & there);
    days--;
    add_leave(leaves, absence, clinician, calendar->month->days[d].date, taken);
  }
  return sessions;
}

/* Begins spells on days drawn from all that are free, until there are enough. */
static void draw(const struct calendar *calendar, const struct absence *absence, GArray *leaves,
                 int sessions)
{
  struct dice dice = dice_of(absence);
  int n_cells = calendar->service->n_clinicians * calendar->month->n_days;
  g_autofree int *cells = g_new(int, (gsize)n_cells + 1);
  for (int i = 0; i < n_cells; i++)
    cells[i] = i;
  dice_shuffle(&dice, cells, n_cells);
  for (int i = 0; i < n_cells && sessions > 0; i++)
    if (is_free(&calendar->days[cells[i]], absence)) {
      int days = dice_between(&dice, 1, absence->sick ? SICK_DAYS_MAX : LEAVE_DAYS_MAX);
      sessions -= draw_spell(calendar, absence, leaves, cells[i], days, sessions);
    }
}

/* --- less leave ------------------------------------------------------------------- */

/* Takes the day out of the person's leave, all but sickness: a leave may be cut in
 * two. */
static void cut_day(GArray *leaves, int clinician, int date)
{
  for (guint i = leaves->len; i-- > 0;) {
    struct leave *leave = &g_array_index(leaves, struct leave, i), rest = *leave;
    if (leave->clinician != clinician || is_sick(leave) || date < leave->from ||
        date > leave->until)
      continue;
    rest.from = date + 1;
    leave->until = date - 1;
    if (leave->until < leave->from)
      g_array_remove_index(leaves, i);
    if (rest.from <= rest.until)
      g_array_append_val(leaves, rest);
  }
}

static void give_back(const struct calendar *calendar, const struct absence *absence,
                      GArray *leaves, int sessions)
{
  struct dice dice = dice_of(absence);
  int n_days = calendar->month->n_days, n_cells = calendar->service->n_clinicians * n_days;
  g_autofree int *cells = g_new(int, (gsize)n_cells + 1);
  for (int i = 0; i < n_cells; i++)
    cells[i] = i;
  dice_shuffle(&dice, cells, n_cells);
  for (int i = 0; i < n_cells && sessions > 0; i++) {
    const struct person_day *day = &calendar->days[cells[i]];
    if (day->leave) {
      cut_day(leaves, cells[i] / n_days, calendar->month->days[cells[i] % n_days].date);
      sessions -= count(day->leave);
    }
  }
}

/* --- the two levers ---------------------------------------------------------------- */

/* Whoever falls ill loses the locks of those sessions. */
static void unlock(const struct calendar *calendar)
{
  struct month *month = calendar->month;
  int kept = 0;
  for (int l = 0; l < month->n_locks; l++) {
    const struct lock *lock = &month->locks[l];
    const struct slot *slot = &month->slots[lock->slot];
    if (!(day_of(calendar, lock->clinician, slot->day)->drawn >> slot->block & 1))
      month->locks[kept++] = *lock;
  }
  month->n_locks = kept;
}

static void draw_absence(struct making *making, struct service *service, struct month *month,
                         void *data)
{
  const struct absence *absence = data;
  struct calendar calendar = calendar_new(service, month);
  int wanted = (int)lround(absence->rate * calendar.contracted);
  GArray *leaves = g_array_new(FALSE, FALSE, sizeof(struct leave));
  (void)making;
  g_array_append_vals(leaves, month->leaves, (guint)month->n_leaves);
  if (absence->sick || wanted > calendar.leave)
    draw(&calendar, absence, leaves, absence->sick ? wanted : wanted - calendar.leave);
  else
    give_back(&calendar, absence, leaves, calendar.leave - wanted);
  if (absence->sick)
    unlock(&calendar);
  month->leaves = arena_copy(month->arena, leaves->data, leaves->len, sizeof(struct leave));
  month->n_leaves = (int)leaves->len;
  g_array_free(leaves, TRUE);
  g_free(calendar.days);
}

/* Whoever falls ill is known to no rota: each course of the waiting list draws its own. */
static void fall_ill_by_chance(struct making *making, struct service *service, struct month *month,
                               void *data)
{
  const struct absence *absence = data;
  struct waiting_list *list = service->waiting_list;
  (void)making;
  (void)month;
  list->sickness = MIN(1, list->sickness + absence->rate);
}

static void apply(struct making *making, const struct node *body, bool is_sickness)
{
  struct absence absence = {.seed = NONE, .sick = is_sickness, .where = body->where};
  int errors = making_errors(making);
  reader_map(&making->reader, body, is_sickness ? &lever_sickness_keys : &lever_leave_keys,
             &absence);
  if (making_errors(making) > errors)
    return;
  bool by_chance = is_sickness && absence.seed == NONE &&
                   making_has_section(making, MAKING_SERVICE, "waiting_list");
  making_finish(making, by_chance ? fall_ill_by_chance : draw_absence,
                arena_copy(making->nodes, &absence, 1, sizeof absence));
  if (by_chance)
    making_say(making, "each is ill in %g%% of weeks, drawn anew in each course of chance",
               absence.rate * 100);
  else
    making_say(making, "%s %g%% of contracted sessions%s", is_sickness ? "sickness" : "leave",
               absence.rate * 100, is_sickness ? ", one draw of who is ill" : "");
}

void lever_leave(struct making *making, const struct node *body)
{
  apply(making, body, false);
}

void lever_sickness(struct making *making, const struct node *body)
{
  apply(making, body, true);
}
