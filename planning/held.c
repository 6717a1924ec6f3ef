#include "planning/held.h"

#include "planning/around.h"
#include "planning/held_rooms.h"
#include "planning/shortfall.h"
#include "planning/why.h"

#include <string.h>

/* Adds to what that limit, by its words, holds back; takes the words. */
static void add(struct outcome *outcome, enum held_by by, char *words, const char *site,
                const char *task, int64_t sessions)
{
  struct outcome_held *held = NULL;
  for (guint i = 0; i < outcome->held->len && !held; i++) {
    struct outcome_held *one = g_ptr_array_index(outcome->held, i);
    if (strcmp(one->words, words) == 0)
      held = one;
  }
  if (!held) {
    held = outcome_add_held(outcome);
    held->by = by;
    held->words = g_strdup(words);
    held->site = g_strdup(site);
    held->task = g_strdup(task);
  }
  held->sessions += sessions;
  g_free(words);
}

/* --- rooms ------------------------------------------------------------------------- */

static void add_rooms(const struct problem *problem, const struct held_rooms *rooms,
                      struct outcome *outcome)
{
  const struct service *service = problem->service;
  const struct site *site = &service->sites[rooms->site];
  const char *kind = service->room_kinds.words[rooms->kind];
  bool plain = strcmp(kind, "room") == 0;
  struct outcome_held *held = outcome_add_held(outcome);
  held->by = HELD_ROOMS;
  held->words = plain ? g_strdup_printf("rooms at %s", site->name)
                      : g_strdup_printf("%s rooms at %s", kind, site->name);
  held->site = g_strdup(site->id);
  held->task = g_strdup("");
  held->sessions = rooms->moves->len;
  held->at_once = rooms->at_once;
}

/* --- what is short for other reasons --------------------------------------------------- */

static bool is_within(const struct month *month, enum period per, int slot, int other)
{
  const struct slot *a = &month->slots[slot], *b = &month->slots[other];
  switch (per) {
  case PERIOD_SESSION:
    return slot == other;
  case PERIOD_DAY:
    return a->day == b->day;
  case PERIOD_WEEK:
    return month->days[a->day].week == month->days[b->day].week;
  default:
    return true;
  }
}

/* Would the move fill what the finding misses? What a rule asks for by itself in rooms is asked for
 * by the week. */
static bool fills(const struct problem *problem, const struct finding *finding,
                  const struct assignment *move)
{
  const struct label *at = &finding->at;
  const struct demand *line = finding->demand == NONE ? NULL : &problem->demands[finding->demand];
  bool same = line ? demand_has_task(line, move->task) : at->task == move->task;
  return same && (at->site == NONE || at->site == move->site) &&
         (at->slot == NONE ||
          is_within(problem->month, line ? line->per : PERIOD_WEEK, at->slot, move->slot));
}

/* Of what the finding misses, what more rooms would bring; each move fills one place. */
static int64_t filled_by_rooms(const struct problem *problem, const struct finding *finding,
                               const GPtrArray *rooms)
{
  int64_t out = 0;
  for (guint i = 0; i < rooms->len; i++) {
    GArray *moves = ((struct held_rooms *)g_ptr_array_index(rooms, i))->moves;
    for (guint m = moves->len; m > 0 && out < finding->violation; m--)
      if (fills(problem, finding, &g_array_index(moves, struct assignment, m - 1))) {
        g_array_remove_index(moves, m - 1);
        out++;
      }
  }
  return out;
}

static enum held_by reason_of(const struct why *why)
{
  if (why->able == 0)
    return HELD_SKILLS;
  bool barred = why->count[WHY_BUSY] == 0 && why->count[WHY_BARRED] > 0;
  return why->count[WHY_FREE] > 0 || barred ? HELD_RULES : HELD_HOURS;
}

static void add_short(const struct audit *audit, const struct finding *finding, int64_t sessions,
                      struct outcome *outcome)
{
  static const char *const words[HELD_KINDS] = {
      [HELD_SKILLS] = "skills", [HELD_HOURS] = "hours", [HELD_RULES] = "other rules"};
  const struct service *service = audit->problem->service;
  const struct task *task = &service->tasks[finding->at.task];
  if (finding->kind == SHORTFALL_NOT_OFFERED) {
    const struct site *site = finding->at.site == NONE ? NULL : &service->sites[finding->at.site];
    add(outcome, HELD_OPENING, g_strdup_printf("opening of %s", site ? site->name : task->name),
        site ? site->id : "", site ? "" : task->id, sessions);
    return;
  }
  struct why *why = why_of_finding(audit, finding);
  enum held_by by = reason_of(why);
  add(outcome, by, g_strdup_printf("%s for %s", words[by], task->name), "", task->id, sessions);
  why_free(why);
}

static bool is_asked_for(const struct shortfall *shortfall)
{
  const struct finding *finding = shortfall->finding;
  return finding->at.task != NONE && finding->at.clinician == NONE &&
         (shortfall_is_gap(shortfall) || finding->kind == SHORTFALL_TARGET);
}

/* Forgets which moves there were. */
static void add_shortfalls(const struct audit *audit, const GPtrArray *rooms,
                           struct outcome *outcome)
{
  g_autoptr(GArray) shortfalls = shortfalls_new(audit);
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = &g_array_index(shortfalls, struct shortfall, i);
    if (!is_asked_for(shortfall))
      continue;
    const struct finding *finding = shortfall->finding;
    int64_t left = finding->violation - filled_by_rooms(audit->problem, finding, rooms);
    if (left > 0)
      add_short(audit, finding, left, outcome);
  }
}

/* --- all of it ---------------------------------------------------------------------- */

static gint most_first(gconstpointer left, gconstpointer right)
{
  const struct outcome_held *a = *(struct outcome_held *const *)left;
  const struct outcome_held *b = *(struct outcome_held *const *)right;
  if (a->sessions != b->sessions)
    return a->sessions < b->sessions ? 1 : -1;
  return a->by != b->by ? (int)a->by - (int)b->by : strcmp(a->words, b->words);
}

void held_find(const struct audit *audit, struct outcome *outcome)
{
  if (audit->broken > 0 || !around_is_possible(audit))
    return;
  g_autoptr(GPtrArray) rooms = held_rooms_new(audit);
  for (guint i = 0; i < rooms->len; i++)
    add_rooms(audit->problem, g_ptr_array_index(rooms, i), outcome);
  add_shortfalls(audit, rooms, outcome);
  g_ptr_array_sort(outcome->held, most_first);
}
