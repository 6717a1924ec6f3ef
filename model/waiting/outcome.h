/* What comes of one build for a service lead: every answer about one rota and
 * the waiting list it leads to, as plain figures. A scenario's outcome is shown
 * beside the baseline's. Filled by planning/outcome_measure.h, written by
 * inputs/outcome_writer.h and read back by inputs/outcome_reader.h. */
#ifndef ROTA_MODEL_WAITING_OUTCOME_H
#define ROTA_MODEL_WAITING_OUTCOME_H

#include "model/waiting/capacity.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* A figure that is not known, or does not apply. */
#define OUTCOME_UNKNOWN INT64_MIN

enum outcome_status {
  OUTCOME_BUILT,
  OUTCOME_UNLAWFUL,    /* no lawful rota exists; reason: the rules that clash */
  OUTCOME_NOTHING,     /* no rota was found in the time */
  OUTCOME_UNSTAFFED,   /* one was, but an event was not staffed in it, and might have been */
  OUTCOME_FAILED,      /* reason: what went wrong */
  OUTCOME_INTERRUPTED, /* stopped before there was a rota */
  OUTCOME_STATUSES,
};
extern const char *const outcome_status_names[OUTCOME_STATUSES]; /* built, unlawful ... */

/* --- single figures --------------------------------------------------------- */

enum outcome_measure {
  MEASURE_COST,
  MEASURE_BOUND, /* no lawful rota costs less */
  MEASURE_GAP,
  MEASURE_SECONDS,
  MEASURE_GAPS, /* sessions of need and cover that nobody fills */
  MEASURE_BELOW_TARGET,
  MEASURE_SHORTFALL_POINTS,
  MEASURE_FCP_SESSIONS,
  MEASURE_FCP_PER_10000, /* a week, of all PCNs together */
  MEASURE_FCP_LEAST,     /* of the PCN that has least */
  MEASURE_FCP_GAP,       /* the longest run of open days without a session */
  MEASURE_SLOTS_NEW,
  MEASURE_SLOTS_FOLLOW_UP,
  MEASURE_SLOTS_FCP,
  MEASURE_SLOTS_CALL,
  MEASURE_ATTENDEES, /* of events */
  MEASURE_LOST_NEW,  /* to DNA, after backfill */
  MEASURE_LOST_FOLLOW_UP,
  MEASURE_SESSIONS, /* worked */
  MEASURE_GENERALIST,
  MEASURE_SATISFACTION,
  MEASURE_SATISFACTION_LEAST,
  MEASURE_SPLIT_DAYS,
  MEASURE_HOLE_DAYS,
  MEASURE_WITHOUT_TIME, /* moves */
  MEASURE_NAMED,        /* share of the PCNs' sessions */
  MEASURE_AVOIDED,      /* sessions in which the strongest negative wishes are kept */
  MEASURE_TRAVEL,
  MEASURE_PREMIUM,
  /* Of the waiting list, over the horizon; unknown without `waiting_list:`. */
  MEASURE_LIST_NOW,
  MEASURE_LIST_END, /* mean of the replications, like the next */
  MEASURE_LIST_END_LOW,
  MEASURE_LIST_END_HIGH,
  MEASURE_PRIORITY_END,
  MEASURE_ROUTINE_END,
  MEASURE_OVER_18_END, /* waiting 18 weeks or longer */
  MEASURE_OVER_52_END,
  MEASURE_SEEN,
  MEASURE_SETTLED,      /* of those, by a call; unknown where nobody calls */
  MEASURE_SLOTS_SICK,   /* new slots that fall to sickness; unknown where it isn't given */
  MEASURE_CALLS_UNUSED, /* everybody who waits had one */
  MEASURE_SLOTS_LOST,
  MEASURE_SLOTS_UNUSED, /* nobody was waiting */
  MEASURE_FOLLOW_UPS_SHORT,
  MEASURE_AREA_GAP,       /* between the longest and the shortest mean wait of areas at the end */
  MEASURE_FCP_LOST,       /* first contacts fewer than the service as it is offers */
  MEASURE_FCP_LOST_SHARE, /* of those, taken to come as referrals */
  MEASURE_FCP_REFERRED,   /* which are so many */
  /* The published checks, each for the groups of waiting.h in their order. */
  MEASURE_LOAD,
  MEASURE_TARGET_QUEUE = MEASURE_LOAD + WAITING_GROUPS,
  MEASURE_RELIEF = MEASURE_TARGET_QUEUE + WAITING_GROUPS,
  OUTCOME_MEASURES = MEASURE_RELIEF + WAITING_GROUPS,
};

enum measure_group {
  GROUP_ROTA,
  GROUP_COVER,
  GROUP_FCP,
  GROUP_CLINICS,
  GROUP_PEOPLE,
  GROUP_WAITING,
  MEASURE_GROUPS,
};
extern const char *const measure_group_names[MEASURE_GROUPS]; /* "The rota" ... */

enum measure_better {
  BETTER_LOWER,
  BETTER_HIGHER,
  BETTER_NEITHER,
  BETTER_NEVER, /* of the search, not of the service: a difference says nothing */
};

struct measure {
  const char *id;    /* in files: "fcp_per_10000" */
  const char *words; /* for people: "FCP sessions a week per 10,000 patients" */
  const char *unit;  /* "sessions"; "" for none */
  int decimals;      /* 0: the figure counts units; 2: hundredths of them */
  enum measure_better better;
  enum measure_group group;
  bool detail; /* left out where there is little room */
};
extern const struct measure outcome_measures[OUTCOME_MEASURES];

/* --- lists ------------------------------------------------------------------ */

/* Shortfalls of one use of a rule and one kind. */
struct outcome_shortfall {
  char *rule;      /* the use's name */
  char *kind;      /* need, cover, other, target, over */
  int64_t count;   /* places in the rota */
  int64_t missing; /* people or units, of all places */
  int64_t points;
};

/* One Primary Care Network. */
struct outcome_pcn {
  char *id, *name;
  int64_t patients, sessions; /* of the month */
  int64_t per_10000;          /* sessions a week per 10,000 patients, in hundredths */
  int64_t worst_gap_days;     /* open days in a row without a session */
};

/* What holds sessions back that are asked for. */
enum held_by {
  HELD_ROOMS,   /* they would be done there, if it had more rooms; somebody is elsewhere instead */
  HELD_OPENING, /* nowhere where they could be done is open */
  HELD_SKILLS,  /* nobody can do them */
  HELD_HOURS,   /* whoever can is away, or needed elsewhere */
  HELD_RULES,   /* somebody who can is free, and a rule or its price keeps them off */
  HELD_KINDS,
};
extern const char *const held_by_names[HELD_KINDS]; /* rooms, opening ... */

struct outcome_held {
  enum held_by by;
  char *words;       /* "rooms at Hove hub", "hours for Spinal clinic" */
  char *site, *task; /* ids; "" where it is about none */
  int64_t sessions;  /* in the month */
  int64_t at_once;   /* of rooms: the most in one session; otherwise 0 */
};

/* An area (model/waiting/areas.h): people who wait in one list, now and at the end of the horizon,
 * by the mean of the replications. */
struct outcome_area {
  char *name; /* its localities */
  int64_t waiting_now, waiting_end, late_end;
  int64_t weeks_now, weeks_end; /* that those who wait have waited by then, in hundredths */
};

/* A standard for waits, as in waiting.h. */
struct outcome_standard {
  int group, weeks;
  int met; /* week; 0: now; -1: not within the horizon */
  bool lasts;
  int met_low, met_high;            /* in 10% and 90% of replications; -1: not in so many */
  int64_t chance_met, chance_lasts; /* hundredths of a percent */
};

/* One number of the trajectory, in hundredths: mean of the replications, and
 * their 10% and 90% quantiles; and of all searches the least mean and the most. */
struct outcome_spread {
  int64_t mean, low, high;
  int64_t least, most;
};
/* Is the mean of the one among what chance brings to the other? */
bool outcome_is_within(const struct outcome_spread *spread, const struct outcome_spread *other);

/* A group's list at the end of a week, and what happened in that week: size = size the week before
 * + referred + returned - seen - missed - removed. The last two are of WAITING_ALL only. */
enum outcome_series {
  SERIES_SIZE,
  SERIES_BAND,                               /* of those, in the first band; the others follow */
  SERIES_LONG = SERIES_BAND + WAITING_BANDS, /* of those, WAITING_LONG_WEEKS or more */
  SERIES_REFERRED,
  SERIES_RETURNED, /* did not attend, and are back with a new clock */
  SERIES_SEEN,
  SERIES_MISSED, /* did not attend: off the list */
  SERIES_REMOVED,
  SERIES_SLOTS, /* new slots, and attendees of events */
  SERIES_FCP,   /* first contacts offered */
  OUTCOME_SERIES
};
/* "size", "0-1" ... "over 52", "over 24", "referred" ... */
const char *outcome_series_name(enum outcome_series series);

struct outcome_week {
  struct outcome_spread of[WAITING_GROUPS][OUTCOME_SERIES];
};

/* A rota of ordinary weeks after the month. One programme has one answer: whoever has that
 * programme has this rota, and counts what it offers by templates and areas of its own. */
struct outcome_weeks {
  char *fingerprint; /* of the programme */
  GArray *chosen;    /* int: its assignments, by their numbers among the candidates; ascending */
};

/* A day after the month of which the service as it is has a rota, or of a week in which some event
 * comes back: what it offers more (below 0: less) than ordinary weeks do, in hundredths of slots of
 * four weeks, as those are told. */
struct outcome_day {
  int date;
  int64_t more[CAPACITY_KINDS];
  int64_t attendees;
  bool recurs;
};

/* --- all of it -------------------------------------------------------------- */

struct outcome {
  char *name;            /* the scenario's, or of the service as it is */
  char *scenario;        /* its file's path; NULL: the baseline */
  char *service, *month; /* name; "2027-01" */
  char **changes;        /* what the scenario changes, a line each */
  enum outcome_status status;
  char *reason;       /* NULL when built; may have several lines */
  char *fingerprint;  /* of the programme; NULL: there was none */
  bool stopped_early; /* by a person; what there is counts */
  char *bound_by;     /* "cbc": the bound is that engine's word; NULL: proven, or there is none */
  char *engine_fault; /* "cbc: it crashed": why it was asked no more; NULL: nothing */
  /* There was time for one search, of the month or of what follows it, and it isn't settled: how
   * far the figures are chance of the search is known of other services alone. */
  bool once, once_ahead;
  int64_t values[OUTCOME_MEASURES];
  GPtrArray *shortfalls; /* struct outcome_shortfall, dearest first */
  GPtrArray *pcns;       /* struct outcome_pcn, in the service's order */
  GPtrArray *held;       /* struct outcome_held, in order of what holds back, most first */
  GPtrArray *areas;      /* struct outcome_area, likewise; none where all wait in one list */
  GPtrArray *ordinary;   /* struct outcome_weeks, in order of date, and of one date the best first,
                            then those of other searches; none without a waiting list */
  GArray *known;         /* struct outcome_day, in order of date; of the service as it is */
  char *ahead;           /* fingerprint of all that follows the month; NULL: nothing was built */
  GPtrArray *others;     /* struct outcome: what other searches of the same came to, of which only
                            the figures, the lists above and the standards are filled in */
  /* None of the rest without a waiting list. */
  int n_weeks;                /* of the horizon */
  struct outcome_week *weeks; /* [n_weeks + 1], week 0 is now; or NULL */
  struct outcome_standard standards[WAITING_STANDARDS];
  int n_standards; /* 0 or all */
};

/* Everything unknown and empty, status OUTCOME_FAILED. Free with outcome_free
 * (NULL is fine). */
struct outcome *outcome_new(void);
void outcome_free(struct outcome *outcome);

/* Items of the lists, empty, added at their end. */
struct outcome_shortfall *outcome_add_shortfall(struct outcome *outcome);
struct outcome_pcn *outcome_add_pcn(struct outcome *outcome);
struct outcome_held *outcome_add_held(struct outcome *outcome);
struct outcome_area *outcome_add_area(struct outcome *outcome);
struct outcome_weeks *outcome_add_weeks(struct outcome *outcome);
struct outcome *outcome_add_other(struct outcome *outcome); /* which was built */

/* value - baseline; OUTCOME_UNKNOWN where either is. */
int64_t outcome_difference(int64_t value, int64_t baseline);

/* Does the group's list at the end lie within what chance brings to the baseline? */
bool outcome_ends_within(const struct outcome *outcome, const struct outcome *baseline, int group);

/* The date on which a week of the horizon ends, a Sunday: the first week begins with the Monday of
 * the week in which the month does. DATE_NONE where the month is not known. */
int outcome_week_ends(const struct outcome *outcome, int week);

/* Are both of one and the same programme? */
bool outcome_is_same(const struct outcome *outcome, const struct outcome *baseline);
/* And all that follows the month as well? */
bool outcome_is_same_ahead(const struct outcome *outcome, const struct outcome *baseline);

/* Do the proven ranges [bound, cost] overlap, so that it is open which of the two
 * services can have the cheaper rota? Never for one and the same programme. */
bool outcome_is_open(const struct outcome *outcome, const struct outcome *baseline);

#endif
