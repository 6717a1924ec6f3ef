/* One month of a service, or one period of weeks that it plans instead: its calendar and what
 * is special about it. Filled by inputs/; all memory belongs to the month's arena. */
#ifndef ROTA_MODEL_MONTH_H
#define ROTA_MODEL_MONTH_H

#include "model/history.h"
#include "model/month_id.h"
#include "model/service.h"

/* A block on a date on which the service, or an event, is open. */
struct slot {
  int day; /* in month.days */
  int date;
  int block;
  int minutes;
  bool ordinary; /* open in the service's week; otherwise only for an event */
};

struct day {
  int date, weekday;
  int week; /* 0 for the month's first, perhaps partial, ISO week */
  bool holiday;
  int first_slot, n_slots; /* none when the service is closed */
};

struct closure {
  int site; /* NONE: the whole service */
  int from, until;
  uint8_t blocks;
  const char *reason; /* "" if not given */
  bool owed;          /* what it takes away is still owed; no: it lapses */
  int moves_to;       /* the site where it is asked for instead, if it can be; or NONE */
  struct where where;
};

struct leave {
  int clinician;
  int from, until;
  uint8_t blocks;   /* which blocks of each day */
  const char *kind; /* annual, sick, study ... as the leave system says */
  bool beyond;      /* what is written reaches into other months */
  struct where where;
};

/* A dated happening; its needs are demands that name it. */
struct event {
  const char *id, *name, *kind;
  int site;
  bool *slots; /* [slots] when it runs */
  int attendees;
  struct where where;
};

struct lock {
  int clinician, slot, task, site;
  struct where where;
};

/* A session that was swapped or added, as agreed with the person: it takes the place of
 * what the working pattern says of it. */
struct agreed {
  int clinician, slot;
  bool works;
  bool extra; /* works, but beyond the contract */
  struct where where;
};

struct wish {
  int item;  /* site, task or clinician */
  int level; /* in service.levels */
  struct where where;
};

/* So many in one file. */
enum { SESSION_REQUESTS_MAX = 500 };

/* "On these sessions I want to be off", or at this task or site. */
struct session_request {
  struct pattern when;
  int date; /* DATE_NONE: every session of the pattern */
  bool off;
  int task, site; /* NONE: any; unused when off */
  int level;      /* in service.levels */
  int sessions;   /* how many it counts as: one for each session of its day, or of the week, in
                     which the person works and is not away; 0: it is no wish */
  bool objection; /* to a draft of the rota */
  struct where where;
};

struct preferences {
  int clinician;
  int submitted; /* date, or DATE_NONE */
  bool late;
  int percent; /* what its points count for: 100, or less when late */
  struct wish *sites, *tasks, *people;
  int n_sites, n_tasks, n_people;
  struct session_request *requests;
  int n_requests;
  struct where where; /* of the file; no file: objections alone were sent */
};

/* What the use of first contact asks for at one PCN, where a line of the service's says "from use".
 */
struct by_use {
  int demand;      /* in month.demands: the line that was made of it, of one PCN */
  double sessions; /* a week, before the line's bounds; below 0: the use is not known */
};

/* Something in a file of preferences or objections that was a mistake, and does not count. */
struct omission {
  struct where where;
  const char *text; /* what is wrong with it */
};

struct month {
  struct arena *arena;
  char id[DATE_TEXT_SIZE]; /* of month_id.h: "2027-01", "2027-01-04" */
  const char *name;        /* in a sentence: "2027-01", "the 4 weeks from 2027-01-04" */
  int from, until;         /* first and last date */
  int weeks;               /* 0: a calendar month */
  struct day *days;
  int n_days;
  struct slot *slots; /* in order of date and block */
  int n_slots;
  int n_weeks;
  struct closure *closures;
  int n_closures;
  struct leave *leaves;
  int n_leaves;
  struct event *events;
  int n_events;
  struct demand *demands; /* replacing the service's own: see docs/format.md */
  int n_demands;
  struct by_use *by_use; /* in order of line and site */
  int n_by_use;
  int use_from, use_until; /* months whose use counts, their first days; DATE_NONE: none is known */
  struct lock *locks;
  int n_locks;
  struct agreed *agreed; /* a session of a person at most once */
  int n_agreed;
  struct preferences *preferences; /* in order of clinician, at most one each */
  int n_preferences;
  struct omission *omissions; /* in order of file and line */
  int n_omissions;
  struct history history; /* what was published before; all zero: nothing */
  struct history later;   /* the month after, if it is published */
};

/* The days of a week that are another month's, which is published. */
struct shared_days {
  const struct history *history;
  int from, until;
};

/* So many weeks from that day or, with 0, the calendar month that begins then. */
struct month *month_new(int first, int weeks);
void month_free(struct month *month); /* NULL is fine */

/* Lays out days, weeks and slots: the service's week without holidays, plus
 * `extra[d]`, a mask of blocks opened on day d by events (NULL: none). */
void month_lay_out(struct month *month, const struct service *service, const uint8_t *extra);

/* Is the file in the month's folder? */
bool month_owns(const struct month *month, const char *path);
/* The slot of that block on that date, or NONE. */
int month_slot(const struct month *month, int date, int block);
/* Has the month's week days outside the month, and are these published? */
bool month_shares(const struct month *month, int week, struct shared_days *out);
/* What was agreed with the clinician of that session, or NULL. */
const struct agreed *month_agreed(const struct month *month, int clinician, int slot);
/* Is the session the clinician's, who is employed then, by what was agreed or else by the
 * working pattern? Leave is another matter. */
bool month_works(const struct month *month, const struct service *service, int clinician, int slot);

/* On any of its days: can the clinician do the task, or be sent to the site? */
bool month_can(const struct month *month, const struct service *service, int clinician, int task);
bool month_sends(const struct month *month, const struct service *service, int clinician, int site);

/* The first date of the published months that began at most so many months before this one; its
 * own where none did. */
int month_looks_back(const struct month *month, int months);
/* Is the clinician on leave then, or the whole service closed? */
bool month_away(const struct month *month, int clinician, int slot);
/* "2027-01-12 am" in `text`. */
const char *month_slot_format(const struct month *month, const struct service *service, int slot,
                              char text[32]);
/* What the clinician may ask for, and what it is worth: by what they are on the last day. */
const struct criteria *month_criteria(const struct month *month, const struct service *service,
                                      int clinician);
/* The date that criteria call `day`: of the calendar month before the first day's, or, where it is
 * negative, so many days before that one; DATE_NONE for 0. */
int month_deadline(const struct month *month, int day);
/* The last day on which the service's criteria let its rota be published; DATE_NONE: any. */
int month_due(const struct month *month, const struct service *service);
/* The clinician's preferences, or NULL. */
const struct preferences *month_preferences(const struct month *month, int clinician);

#endif
