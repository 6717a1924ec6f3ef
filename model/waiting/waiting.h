/* The waiting list of a service: who is referred, who is seen, who still waits,
 * week by week, for a number of slots a week. It knows nothing of rotas: the
 * slots come in as numbers (model/waiting/capacity.h finds them). docs/what-if.md has
 * the model and its sources. */
#ifndef ROTA_MODEL_WAITING_WAITING_H
#define ROTA_MODEL_WAITING_WAITING_H

#include "model/where.h"

#include <stdbool.h>
#include <stdint.h>

/* Priority is served first; within a class, first come is first served. */
enum waiting_class { WAITING_PRIORITY, WAITING_ROUTINE, WAITING_CLASSES };
/* In results, one more than the classes: everybody together. */
enum { WAITING_ALL = WAITING_CLASSES, WAITING_GROUPS };
extern const char *const waiting_group_names[WAITING_GROUPS]; /* priority, routine, all */

/* How long people have waited, as the community situation report counts it. */
enum { WAITING_BANDS = 7 };
struct waiting_band {
  const char *name; /* "0-1" ... "18-52", "over 52" */
  int from, until;  /* whole weeks waited: from 4 to before 12; the last is a year wide
                       when a list given by band is spread, and open otherwise */
};
extern const struct waiting_band waiting_bands[WAITING_BANDS];

/* The standard that holds for everybody, in weeks, and the waits that nobody is to reach first
 * on the way there. */
enum { WAITING_STANDARD_WEEKS = 18, WAITING_LONG_WEEKS = 24, WAITING_LONGEST_WEEKS = 52 };
/* Areas that can be told apart. */
enum { WAITING_AREAS_MAX = 8 };
/* The longest horizon, in weeks. */
enum { WAITING_WEEKS_MAX = 260, WAITING_REPLICATIONS_MAX = 1000 };

/* --- what a service says of its list: the section `waiting_list:` ---------- */

struct waiting_referrals {
  int standard_weeks;
  double a_week;                 /* referrals a week, from all localities */
  double *at;                    /* [sites] referrals a week by locality; NULL: not given so */
  int list[WAITING_BANDS];       /* people who wait now */
  int (*list_at)[WAITING_BANDS]; /* [sites] of those, counted by PCN; NULL: not counted so */
  bool assumed[WAITING_BANDS];   /* of those, written by a scenario: what was counted stands back */
  struct where where;
};

/* Fractions are 0 ... 1. */
struct waiting_list {
  int population; /* 0: not given */
  int counted_on; /* the day on which the list was counted, by waiting.csv; DATE_NONE: it is as
                     service.yaml has it */
  struct waiting_referrals classes[WAITING_CLASSES];
  double removals;           /* of those who wait, each week, for other reasons than being seen */
  double dna_new;            /* of people given a new slot, did not attend */
  double dna_follow_up;      /* likewise a follow-up slot */
  double backfill;           /* of slots not attended, given to somebody else in time */
  double dna_return;         /* of those who did not attend, come back, with a new clock */
  double follow_ups_per_new; /* follow-up contacts for each new patient seen */
  double patient_initiated;  /* share of those that need no slot kept: patient-initiated */
  double done_at_events;     /* share of those seen at events who need nothing more */
  double calls_settled;      /* share of those called who need nothing more */
  double sickness;           /* share of people who are ill in a week, besides those on leave */
  double lost_fcp;           /* share of the first contacts that a service offers fewer than now
                                which come as referrals */
  bool constant_demand;      /* no variation of referrals: otherwise Poisson */
  double *dna_at;            /* [sites] of dna_new, by locality; NULL: not given so */
  /* Where people can be seen, of more than one area (model/waiting/areas.h); 0 and NULL: one list.
   * [sites], NONE: of no single one. */
  int n_areas;
  int *home_area;  /* of a locality's people */
  int *place_area; /* of those who are seen there */
  struct where where;
};

/* --- what is offered ------------------------------------------------------- */

/* Week by week from the first of the horizon. */
struct waiting_supply {
  int n_weeks;            /* 1 ... WAITING_WEEKS_MAX */
  const int *new_slots;   /* [n_weeks] */
  const int *follow_ups;  /* [n_weeks] follow-up slots */
  const int *attendees;   /* [n_weeks] new patients who come to events: none are lost to
                             DNA; NULL: none */
  const double *dna_new;  /* [n_weeks] of new slots not attended; NULL: the list's, throughout */
  const int *calls;       /* [n_weeks] calls to people who wait; NULL: none */
  const int *removals;    /* [n_weeks] people whom validation takes off the list; NULL: none */
  const double *lost_fcp; /* [n_weeks] first contacts fewer than now; NULL: none */
  int clinicians;         /* who offer the slots, calls and removals, so that sickness takes them
                             person by person; less than 1: one */
};

/* --- what comes of it ------------------------------------------------------ */

/* What is counted at the end of each week; week 0 is the list as it is now. */
enum waiting_quantity {
  WAITING_ARRIVED,   /* referred in the week */
  WAITING_SEEN,      /* seen for the first time in the week */
  WAITING_SEEN_LATE, /* of those, after their standard */
  WAITING_AT_EVENTS, /* of those seen, at events */
  WAITING_SETTLED,   /* of those seen, by a call: they need nothing more */
  WAITING_CALLED,    /* had a call, settled or not */
  WAITING_WEEKS,     /* whole weeks that those seen had waited, added up */
  WAITING_MISSED,    /* did not attend: off the list */
  WAITING_RETURNED,  /* of those, back on the list in the same week, with a new clock */
  WAITING_REMOVED,   /* left the list for other reasons */
  WAITING_SIZE,      /* still waiting at the end of the week */
  WAITING_LATE,      /* of those, over their standard */
  WAITING_BAND,      /* of those, in the first band; the others follow */
  WAITING_LONG = WAITING_BAND + WAITING_BANDS, /* of those, WAITING_LONG_WEEKS or more */
  WAITING_OFFERED, /* new slots that sickness leaves, and attendees; these three: WAITING_ALL only
                    */
  WAITING_LOST,    /* of those, empty because somebody did not attend */
  WAITING_UNUSED,  /* of those, empty because nobody was waiting */
  WAITING_QUANTITIES
};
extern const char *const waiting_quantity_names[WAITING_QUANTITIES]; /* "arrived" ... */

/* One number in the forecast. `expected` follows the expected values, without
 * any chance, with the same demand every week; the others are of the
 * replications: their mean, and the values at or under which 10% and 90% lie. */
struct waiting_figure {
  double expected, mean, low, high;
};

struct waiting_week {
  struct waiting_figure of[WAITING_GROUPS][WAITING_QUANTITIES];
};

/* Follow-up slots in one week or over all, by expected values:
 * needed = offered - lost - unused + shortfall. */
struct waiting_follow_ups {
  double needed;    /* contacts: seen, less those done at events or by a call, x follow-ups per
                       new x (1 - patient-initiated) */
  double offered;   /* slots */
  double lost;      /* of those, to DNA */
  double unused;    /* of those, more than needed */
  double shortfall; /* contacts for which there was no slot */
};

/* A standard is met at the end of a week when nobody has waited longer. */
struct waiting_standard {
  int group; /* of the class's own; WAITING_ALL for 18, 24 and 52 weeks, in this order */
  int weeks;
  int met;               /* by expected values, the first week it is met, 0: now; -1: in none */
  bool lasts;            /* and is met in every week from then to the horizon */
  int met_low, met_high; /* the same week in 10% and in 90% of replications; -1: not in so many */
  double chance_met;     /* share of replications in which it is met in some week */
  double chance_lasts;   /* and then in every week to the horizon */
  double *share;         /* [n_weeks + 1] of replications that meet it in that week */
};
enum { WAITING_STANDARDS = WAITING_CLASSES + 3 };

struct waiting_forecast {
  int n_weeks;
  int replications;
  struct waiting_week *weeks;            /* [n_weeks + 1] */
  struct waiting_follow_ups *follow_ups; /* [n_weeks + 1]; [0] is all weeks together */
  struct waiting_standard standards[WAITING_STANDARDS];
};

struct waiting_settings {
  int replications; /* 1 ... WAITING_REPLICATIONS_MAX */
  uint64_t seed;    /* same seed, same numbers, on any machine */
};
enum { WAITING_REPLICATIONS = 200 }; /* unless somebody asks otherwise */

/* Free with waiting_forecast_free (NULL is fine). */
struct waiting_forecast *waiting_forecast_new(const struct waiting_list *list,
                                              const struct waiting_supply *supply,
                                              const struct waiting_settings *settings);
/* Of `count` lists, 1 or more, beside each other, each with its own supply, of as many weeks, and
 * all of them together: one course of chance of all is one of each. `each` [count] is set to
 * forecasts of their own. Standards and rates are those of the first. */
struct waiting_forecast *waiting_forecast_join(const struct waiting_list *const *lists,
                                               const struct waiting_supply *const *supplies,
                                               int count, const struct waiting_settings *settings,
                                               struct waiting_forecast **each);
void waiting_forecast_free(struct waiting_forecast *forecast);

/* --- published checks ------------------------------------------------------ */

/* Fong et al., Understanding Waiting Lists Pressures, medRxiv 2022, as in the
 * NHS-R Community's NHSRwaitinglist. */
struct waiting_check {
  double demand;          /* a week */
  double capacity;        /* people seen a week; for routine, what priority leaves */
  double load;            /* demand / capacity; must stay under 1; infinite for no capacity */
  double queue;           /* people who wait now */
  double target_wait;     /* mean weeks: a quarter of the standard */
  double target_queue;    /* demand x standard / 4 */
  bool relief;            /* the queue is over twice its target */
  double relief_capacity; /* then, a week: demand + (queue - target queue) / weeks; else 0 */
};

/* `weeks`: in which a queue too long is to come down. */
struct waiting_check waiting_check(double demand, double capacity, double queue,
                                   double standard_weeks, double weeks);
/* For each class and for all together (whose target queue is the sum of the
 * classes'), with the mean capacity and the length of the horizon. */
void waiting_checks(const struct waiting_list *list, const struct waiting_supply *supply,
                    struct waiting_check out[WAITING_GROUPS]);

/* The referrals of a week that come for want of first contact; weeks from 1. */
double waiting_for_want(const struct waiting_list *list, const struct waiting_supply *supply,
                        int week);
/* People that a number of new slots sees: slots x (1 - DNA x (1 - backfill)). */
double waiting_capacity(const struct waiting_list *list, double new_slots);
int waiting_size(const struct waiting_list *list, int class); /* now, all bands */
/* The mean number of whole weeks waited by people counted in bands, spread evenly over them; 0
 * where there are none. */
double waiting_mean_weeks(const double list[WAITING_BANDS]);

#endif
