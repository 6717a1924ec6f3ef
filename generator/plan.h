/* A service in the making: all that is decided (steps.h) before a word is written
 * (writers.h). */
#ifndef ROTA_GENERATOR_PLAN_H
#define ROTA_GENERATOR_PLAN_H

#include "generator/generator.h"
#include "generator/names.h"
#include "generator/places.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum { SITES_MAX = 32, WEEKDAYS = 5, PLAN_DAYS = 7, NOBODY = -1 };
enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY };
enum { HALF_DAYS = 10 };          /* Monday to Friday, morning and afternoon */
enum { AM = 1, PM = 2, EVE = 4 }; /* sessions, as bits of a day */
enum { WEEK_ONE, WEEK_TWO, FORTNIGHT };
enum { SPECIALTIES_MAX = 4, NAMED_MOST = 4, LOCKS_MAX = 2 };
enum { FEW = 60, VENUE_STAFF = 2 }; /* among fewer people than that each of them counts */

/* Each part has dice of its own: see model/dice.h. */
enum plan_dice {
  DICE_STAFF = 1,
  DICE_WEEK,
  DICE_POSTS,
  DICE_ARRANGEMENTS,
  DICE_MONTH,
  DICE_RULES,
  DICE_PREFERENCES = 1000 /* of the first person; the next has the next, and so on */
};

struct plan_site {
  const struct place *place;
  int hub; /* in sites: whose staff serve it */
  int rooms, gym_rooms;
  int fcp_sessions;              /* a PCN's, a week */
  int named[NAMED_MOST], deputy; /* its first contact practitioners, or NOBODY */
};

enum arrangement { ARRANGED_NOTHING, EVERY_AT_REMOTE, EVERY_SUPPORT, NEVER_EVE, NEVER_AT };

struct plan_person {
  const char *id, *name, *role;
  int band, wte_percent;
  int base;                            /* in sites; also the team */
  uint8_t works[FORTNIGHT][PLAN_DAYS]; /* AM | PM | EVE of each weekday */
  uint32_t sites;                      /* bit s: may be sent to site s */
  bool drives;
  int fcp_stage, fcp_since_year; /* 0: no FCP */
  bool fcp_trainee;              /* on the way to the first stage */
  unsigned specialties;          /* bits */
  bool rehab;                    /* leads group classes */
  bool specialty_ends;           /* the first of them lapses next autumn */
  int supervisor;                /* or NOBODY */
  bool educator, saturdays;
  enum arrangement arrangement;
  int arranged_day, arranged_session, arranged_site;
  int joins, leaves;            /* days of the month, or 0 */
  bool phased_return;           /* bounds on hours of their own */
  uint8_t away[MONTH_DAYS_MAX]; /* AM | PM of each day on leave; the 1st is 0 */
};

/* A line of demand, or a heading among them. */
struct plan_line {
  const char *part;      /* of demand.yaml: which kind of line */
  int site;              /* NOBODY: a heading of the whole service */
  const char *task;      /* NULL in a heading */
  bool asked[HALF_DAYS]; /* of "some half-days": which */
  int need, target;
};

struct plan_leave {
  int person;
  int from, to; /* days of the month */
  int session;  /* AM or PM; 0: whole days */
  const char *kind;
};

struct plan_lock {
  int person, day, session, site;
  const char *task;
};

struct plan {
  struct generator_settings settings;
  /* plan_set_out: the frame */
  struct plan_site sites[SITES_MAX];
  int n_sites;
  int n_hubs, n_pcns, remote, bus; /* bus: NOBODY without one; hubs come first, then PCNs */
  int n_specialties, n_evenings;   /* evenings a week: tue, thu */
  int n_evening_hubs;
  int first_date, n_days;    /* of the month */
  int first_monday;          /* of fortnights: a WEEK_ONE begins */
  int event_day, closed_day; /* days of the month */
  int cad_day;               /* of the Community Appointment Day; 0: there is none */
  int venue, cad_site;       /* where a drop-in is held, and that day */
  /* plan_hire, plan_fill_week, plan_post: people */
  struct person_name *names;
  struct plan_person *people;
  int n_people;
  /* plan_ask: what is needed */
  int patients_per_session;
  int cad_need;
  int duty_most;    /* duties a week that one person may get */
  int new_contacts; /* a week at the hubs, a floor */
  GArray *demand;   /* struct plan_line, in the order of the file */
  /* plan_fill_month */
  GArray *leave; /* struct plan_leave */
  struct plan_lock locks[LOCKS_MAX];
  int n_locks;
};

extern const char *const weekday_ids[PLAN_DAYS];
extern const char *const specialty_ids[SPECIALTIES_MAX];

/* People without names, sites or anything else: the steps decide that. Free with
 * plan_free (NULL is fine). */
struct plan *plan_new(const struct generator_settings *settings);
void plan_free(struct plan *plan);

/* What several steps ask. */
int plan_sessions(const struct plan_person *person); /* per fortnight, without Saturdays */
int plan_support_percent(const struct plan_person *person);
bool plan_works(const struct plan *plan, int person, int day, int session); /* and not away */
/* Has the person agreed to be elsewhere, or to do something else, in that session every week? */
bool plan_arranged(const struct plan *plan, int person, int weekday, int session);
/* Does the person run the clinics of that line, by skill, and go to where it is asked for? */
bool plan_runs(const struct plan *plan, int person, const struct plan_line *line);
/* Is the line asked for in that session, in some week at least? */
bool plan_asked(const struct plan *plan, const struct plan_line *line, int weekday, int session);
/* Can the person, at some time of the month, do that task (NULL: any) at the site (NOBODY: any)
 * where a line asks for it? */
bool plan_can_do(const struct plan *plan, int person, const char *task, int site);
/* Is the person one of the PCN's own first contact practitioners? */
bool plan_is_named(const struct plan_site *site, int person);
int plan_weekday(const struct plan *plan, int day); /* of a day of the month; 0: Monday */
const char *plan_date(const struct plan *plan, int day, char text[DATE_TEXT_SIZE]);
int plan_venue_weekday(const struct plan *plan, int site); /* when a venue opens */
const char *plan_site_id(const struct plan *plan, int site);
const char *session_id(int session); /* AM: "am" */

#endif
