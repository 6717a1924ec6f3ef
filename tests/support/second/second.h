/* A second opinion on every rule: what docs/model.md says a rota breaks, worked
 * out from the service, the month and the published past alone. Of model/ it
 * takes the plain structs and calls no function; it links without the library.
 *
 * Each tests/support/second/NAME.c reads one rule and defines
 * `const struct second_reading second_NAME`; the build collects them. */
#ifndef ROTA_TESTS_SUPPORT_SECOND_SECOND_H
#define ROTA_TESTS_SUPPORT_SECOND_SECOND_H

#include "model/history.h"
#include "model/month.h"
#include "model/rota.h"
#include "model/rule.h"
#include "model/service.h"

/* A day or slot as section 2 lays it out. */
struct second_day {
  int date, weekday; /* 0 Monday */
  int week;          /* 0 for the month's first, perhaps cut off */
  bool holiday;
};

struct second_slot {
  int day, block;
  int from, to, minutes;
  bool ordinary;
};

/* A service and a month, with a rota on top. */
struct second {
  const struct service *service;
  const struct month *month;
  struct second_day *days;
  struct second_slot *slots;
  int n_days, n_slots, n_weeks;
  int first, last;       /* dates of the month */
  int known_from;        /* the past is known from this date on */
  int known_until;       /* the last date that is known: of the month, or of the one after */
  bool *closed;          /* [slots * sites] */
  bool *open;            /* [slots * sites] */
  bool *lapses;          /* [slots * sites]: by a closure of which nothing is owed */
  bool *present;         /* [clinicians * slots] */
  bool *candidate;       /* [clinicians * slots * tasks * sites] */
  int64_t *worst, *best; /* [clinicians]: section 6 */
  GPtrArray *lines;      /* const struct demand: the demand of the month */

  const struct assignment *items; /* in order of clinician and slot */
  int count;
  int *of; /* [clinicians + 1]: where each one's items start */
};

/* Both are borrowed. Free with second_free (NULL is fine). */
struct second *second_new(const struct service *service, const struct month *month);
void second_free(struct second *second);
/* Puts a copy of the assignments, lawful or not, in place of those before. */
void second_take(struct second *second, const struct assignment *items, int count);

/* --- what a reading says ---------------------------------------------------- */

struct second_sum {
  int64_t violation, cost;
  int broken; /* hard limits */
};

enum { SECOND_HARD = -1 };

/* One finding, at a price a unit or SECOND_HARD; a violation of 0 is none. */
void second_find(struct second_sum *sum, int64_t violation, int64_t price);
/* The use's weight, or SECOND_HARD. */
int64_t second_price(const struct rule_use *use);

enum { SECOND_USES_MAX = 12 };

struct second_reading {
  const char *rule;
  /* Ways to use the rule in the worlds of worlds.h: the parameters of a YAML mapping,
   * each parameter and each key of its scope written once at least. In dates MONTH
   * stands for the month's id. */
  const char *uses[SECOND_USES_MAX];
  /* Does the use bar the assignment, whatever else is in the rota? NULL: never. */
  bool (*bars)(const struct second *second, const struct rule_use *use,
               const struct assignment *item);
  /* NULL: 1 for each assignment barred. */
  void (*read)(const struct second *second, const struct rule_use *use, struct second_sum *sum);
};

extern const struct second_reading *const second_readings[]; /* NULL at the end */

/* The reading of that rule, or NULL. */
const struct second_reading *second_find_reading(const char *rule);
/* All that the use finds in the rota. */
struct second_sum second_read(const struct second *second, const struct rule_use *use);

/* --- numbers and dates ------------------------------------------------------- */

int64_t second_round(int64_t a, int64_t b);   /* a / b to the nearest, halves up; a >= 0 */
int64_t second_up(int64_t a, int64_t b);      /* a / b rounded up; a >= 0 */
int64_t second_started(int64_t a, int64_t b); /* 0 where a is negative */
int64_t second_above(int64_t a, int64_t b);   /* a - b, or 0 */
int second_weekday(int date);
bool second_even_week(int date); /* ISO */
/* 0 for the Monday's own week and each that comes `weeks` weeks before or after. */
int second_week_of(int monday, int weeks, int date);

/* The same day of the month so many months before; the last of that month where it has none. */
int second_months_before(int date, int months);

/* --- parameters and scope ---------------------------------------------------- */

int second_value(const struct rule_use *use, const char *parameter);
bool second_given(const struct rule_use *use, const char *parameter);
/* Is that the choice? */
bool second_is(const struct rule_use *use, const char *parameter, const char *choice);
const bool *second_set(const struct rule_use *use, const char *parameter);
const struct pattern *second_pattern(const struct rule_use *use, const char *parameter);

/* By weekday and block, dates and turns apart; and with them. */
bool second_weekly(const struct pattern *pattern, int weekday, int block);
bool second_falls(const struct pattern *pattern, int date, int block);

/* Is the clinician in scope on that date; on any day of the month; on its last? */
bool second_who_on(const struct second *second, const struct rule_use *use, int clinician,
                   int date);
bool second_who(const struct second *second, const struct rule_use *use, int clinician);
bool second_who_last(const struct second *second, const struct rule_use *use, int clinician);
/* Is the clinician among these, by what they are on that date? */
bool second_among(const struct second *second, const bool *posts, int clinician, int date);
bool second_task(const struct rule_use *use, int task);
bool second_site(const struct rule_use *use, int site);
bool second_when(const struct second *second, const struct rule_use *use, int slot);
bool second_in_scope(const struct second *second, const struct rule_use *use,
                     const struct assignment *item);
/* By its weekday, and the task, site and block that it still has, whatever the dates. */
bool second_past_in_scope(const struct second *second, const struct rule_use *use,
                          const struct past_assignment *past);

/* --- section 2 ---------------------------------------------------------------- */

bool second_closed(const struct second *second, int slot, int site);
bool second_open(const struct second *second, int slot, int site);
/* Is the slot taken away from the site? */
bool second_taken(const struct second *second, int slot, int site);
/* Where the task moves to from the site, from which the slot is taken away; NONE: nowhere. */
int second_moves(const struct second *second, int slot, int task, int site);
bool second_lapses(const struct second *second, int slot, int site);
/* By the opening hours alone, in any week. */
bool second_hours(const struct second *second, int site, int weekday, int block);
/* Is it beyond every contract: of the bank, or agreed as extra and not in the pattern? */
bool second_extra(const struct second *second, int clinician, int slot);
bool second_present(const struct second *second, int clinician, int slot);
const struct pattern *second_works(const struct second *second, int clinician, int date);
/* Is the session in the pattern, unless something else was agreed for it? */
bool second_own(const struct second *second, int clinician, int date, int block);
bool second_employed(const struct second *second, int clinician, int date);
bool second_candidate(const struct second *second, const struct assignment *item);
/* Has the clinician a candidate in scope in the slot? */
bool second_could(const struct second *second, const struct rule_use *use, int clinician, int slot);
/* Of the days on which the use has the clinician in scope; NULL: of all. */
int64_t second_contract(const struct second *second, const struct rule_use *use, int clinician);
/* What the clinician is on that date. */
const struct post *second_post(const struct second *second, int clinician, int date);
int second_date(const struct second *second, int slot);
/* The skill as the clinician holds it that day, or NULL. */
const struct skill_held *second_holds(const struct second *second, int clinician, int skill,
                                      int date);
/* By skill, band and stage, trainees among them. */
bool second_can(const struct second *second, int clinician, int task, int date);
bool second_is_trainee(const struct second *second, int clinician, int task, int date);
/* Is it an assignment of that event? Of any? */
bool second_event_has(const struct second *second, int event, const struct assignment *item);
bool second_event_work(const struct second *second, const struct assignment *item);

/* --- the past ------------------------------------------------------------------ */

/* Did that published month, by its index, begin at most so many months before this one? */
bool second_looked_at(const struct second *second, int months, int month);
const struct past_assignment *second_past(const struct second *second, int clinician, int *count);
/* The published months that have the date, which is outside the month: those before it
 * without a gap, or the one after; NULL: it is not published. */
const struct history *second_published(const struct second *second, int date);
/* As second_past_in_scope, and within the use's dates; of whoever has left, too. */
bool second_shared_in_scope(const struct second *second, const struct rule_use *use,
                            const struct past_assignment *past);
/* [known_until - from + 1]: does the clinician work on that day, by what is in scope?
 * From a date before the month on. For g_free. */
bool *second_worked(const struct second *second, const struct rule_use *use, int clinician,
                    int from);

/* --- section 4 ------------------------------------------------------------------ */

struct second_cell {
  const struct demand *line;
  int need, target, most;     /* most: UNLIMITED where there is none */
  int need_lost, target_lost; /* not offered */
  int n;                      /* what counts in it */
};

/* The cells of all lines; g_array_unref it. */
GArray *second_cells(const struct second *second);

/* --- section 6 ------------------------------------------------------------------ */

/* The clinician's file, or NULL. */
const struct preferences *second_preferences_of(const struct second *second, int clinician);
bool second_speaks(const struct second *second, const struct session_request *request, int slot);
/* As how many sessions it counts; 0: it is no wish. */
int64_t second_sessions_of(const struct second *second, int clinician,
                           const struct session_request *request);
int64_t second_points_of(const struct second *second, const struct assignment *item);
int64_t second_person_points(const struct second *second, int clinician, int other);
/* Do they meet at the site in the slot? */
bool second_meets(const struct second *second, int clinician, int other, int slot, int site);
int64_t second_points(const struct second *second, int clinician);
/* False: no satisfaction. */
bool second_range(const struct second *second, int clinician, int64_t *worst, int64_t *best);
/* In percent; -1: none. */
int second_satisfaction(const struct second *second, int clinician);

/* --- section 7 ------------------------------------------------------------------ */

/* Of negative wishes: all of them, or those of the strongest levels. */
struct second_avoided {
  int asked, met, sessions, sessions_met;
};
struct second_avoided second_avoided_by(const struct second *second, int clinician, bool firm);

/* How acceptable the rota is to the clinician. */
struct second_days {
  int days, holes, split, without_time, in_a_row;
  int support_days, support_halves, support_parts, support_minutes, support_asked;
};
struct second_days second_days_of(const struct second *second, int clinician);

#endif
