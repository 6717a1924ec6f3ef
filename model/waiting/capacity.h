/* What a rota offers to patients: slots by week of the month, and, carried on
 * week after week, over a longer horizon. docs/what-if.md says how. */
#ifndef ROTA_MODEL_WAITING_CAPACITY_H
#define ROTA_MODEL_WAITING_CAPACITY_H

#include "model/problem.h"
#include "model/waiting/waiting.h"

#include <glib.h>

/* The kinds of slot that mean something to the waiting list, under the names
 * that tasks give them: new, follow_up, fcp, call, removal. */
enum capacity_kind {
  CAPACITY_NEW,
  CAPACITY_FOLLOW_UP,
  CAPACITY_FCP,
  CAPACITY_CALL,    /* calls to people who wait; also those of a task with minutes_per_contact
                       and without slots of any kind */
  CAPACITY_REMOVAL, /* people whom validation takes off the list */
  CAPACITY_NAMED,
  /* Of the new ones, those in the first area, and people at its events; the others' follow. */
  CAPACITY_AREA_NEW = CAPACITY_NAMED,
  CAPACITY_AREA_EVENTS = CAPACITY_AREA_NEW + WAITING_AREAS_MAX,
  CAPACITY_KINDS = CAPACITY_AREA_EVENTS + WAITING_AREAS_MAX
};
extern const char *const capacity_kind_names[CAPACITY_NAMED];

/* One day of the month. What an event takes up is in `attendees` alone, once the
 * event has the people it needs: its tasks' slots are not counted besides. */
struct capacity_day {
  double slots[CAPACITY_KINDS]; /* of sessions at whose end a debrief is, the share it leaves */
  int attendees;
  double open; /* share of the service's ordinary sessions that take place: 0 on holidays */
  bool event;  /* some event runs */
};

/* A PCN's first contact practitioner sessions: those whose task has slots of kind fcp. */
struct capacity_pcn {
  int site;
  int sessions, slots;    /* in the month */
  double sessions_a_week; /* in a week without holidays */
  double per_10000;       /* those, per 10,000 patients; 0 where the patients are not known */
  int longest_gap_days;   /* the most days in a row, of those the PCN is open, without any */
};

/* What the days after the month usually offer, from a date to that of the next pattern. */
struct capacity_pattern {
  int from;
  double usual[WEEK_DAYS][CAPACITY_KINDS];
};

/* A day after the month that offers more than is usual then (below 0: less). */
struct capacity_exception {
  int date;
  double more[CAPACITY_KINDS];
  int attendees;
};

struct capacity {
  const struct problem *problem;
  struct capacity_day *days;               /* [month.n_days] */
  double usual[WEEK_DAYS][CAPACITY_KINDS]; /* slots on a day on which the service is open */
  struct capacity_pcn *pcns;               /* in order of site */
  int n_pcns;
  int clinicians;     /* who offer any of it in the month, but first contact */
  GArray *patterns;   /* struct capacity_pattern, in order of date; empty: the month's own */
  GArray *exceptions; /* struct capacity_exception */
};

/* Both must outlive it. Free with capacity_free (NULL is fine). */
struct capacity *capacity_new(const struct problem *problem, const struct rota *rota);
void capacity_free(struct capacity *capacity);

/* From that date on, later than those before, a day offers this. */
void capacity_go_on(struct capacity *capacity, int from, double usual[WEEK_DAYS][CAPACITY_KINDS]);
/* The pattern of that date, of those told; NULL: none was. */
const struct capacity_pattern *capacity_pattern_on(const struct capacity *capacity, int date);
/* Some weeks of their own, after the last pattern was told: what they offer more or less than that
 * is used, on their days after the month. */
void capacity_except(struct capacity *capacity, const struct capacity *weeks);

/* After the month, all that the other has been told. */
void capacity_go_on_as(struct capacity *capacity, const struct capacity *other);

/* A day after the month that offers more than is usual then. */
void capacity_except_on(struct capacity *capacity, const struct capacity_exception *exception);

/* The share of the working pattern's minutes that leave takes this month; without those people
 * [clinicians], NULL: of all. */
double capacity_leave(const struct problem *problem, const bool *without);

/* The only area of those who are seen at the site, or NONE. */
int capacity_area(const struct problem *problem, int site);
/* The contacts of a kind that the assignment offers, in hundredths of one: the task's, as far as
 * that person sees them, less what a debrief at its end takes. */
int capacity_slots(const struct problem *problem, const struct assignment *item, int kind);
/* The same of a kind that means something to the list: none where an event counts its attendees. */
int capacity_offers(const struct problem *problem, const struct assignment *item,
                    enum capacity_kind kind);
/* The people for whom the assignment is a first contact that may be all they need, in hundredths:
 * its new slots, and of its calls those that settle. */
int capacity_sees(const struct problem *problem, const struct assignment *item);
/* Of so many slots of each kind, less what sickness takes: whom calls settle, and whom validation
 * takes off. */
double capacity_besides(const struct waiting_list *list, const double slots[CAPACITY_KINDS]);
/* Does any task of the service offer that kind? */
bool capacity_is_offered(const struct service *service, enum capacity_kind kind);

/* Takes from what assignments offer by day, in hundredths, the share that meetings (1:1s, of teams)
 * take of their sessions, where a rule lets them be held in such. */
void capacity_take_meetings(const struct problem *problem, const struct rota *rota,
                            int slots[][CAPACITY_KINDS]);

/* The PCNs' part of it, for capacity_new: `*count` of them, for g_free. `fcp` is the
 * kind of their slots in service.slot_kinds, or NONE. */
struct capacity_pcn *capacity_pcns(const struct capacity *capacity, const struct rota *rota,
                                   int fcp, int *count);

/* Weeks from Monday to Sunday. The first is the one in which the month begins, so
 * that the month's week w (month.days[].week) is the horizon's week w. */
struct capacity_horizon {
  int n_weeks;
  int monday;                 /* date of the first week's Monday */
  int *slots[CAPACITY_KINDS]; /* [n_weeks] each */
  int *attendees;             /* [n_weeks] */
  double *open_days;          /* [n_weeks] on which the service is open */
  int clinicians;             /* the capacity's */
};

/* The month's days offer what the rota does; every other day on which the service
 * is open offers what its weekday usually does then, and the exceptions. Free with
 * capacity_horizon_free (NULL is fine). */
struct capacity_horizon *capacity_carry_on(const struct capacity *capacity, int n_weeks);
void capacity_horizon_free(struct capacity_horizon *horizon);

/* The same for the waiting list; it points into the horizon. */
struct waiting_supply capacity_supply(const struct capacity_horizon *horizon);

#endif
