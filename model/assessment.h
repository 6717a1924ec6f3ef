/* All that is known of one rota, as plain data: what it adds up to, for everybody
 * and in all; what was asked for and is missing, and why; what it breaks; how good
 * it is, and how it was made. planning/assess.h makes it, once. Whatever shows a
 * rota (terminal, JSON, history, comparisons, pages) reads it and computes nothing.
 *
 * Clinicians, slots, tasks, sites, uses and weeks are indices of the problem's. A
 * percentage is whole, or in hundredths where its name says so; -1: there is none. */
#ifndef ROTA_MODEL_ASSESSMENT_H
#define ROTA_MODEL_ASSESSMENT_H

#include "model/audit.h"
#include "model/avoidance.h"
#include "model/provenance.h"
#include "model/satisfaction.h"
#include "model/why.h"

/* --- people and places ------------------------------------------------------ */

/* Generalist and specialist work: what 80:20 counts. */
struct streams {
  int64_t generalist_minutes, specialist_minutes;
  int64_t generalist_hundredths; /* the generalist share of the two, to the nearest */
};

/* How acceptable a rota is to one person; of the service, the sums, and of days in a row
 * the most. docs/model.md, section 7, defines each. */
struct acceptability {
  int days;               /* with an assignment */
  int hole_days;          /* of these, with a session of the pattern left unworked between
                             two that are worked */
  int split_days;         /* at two sites or more that are not remote */
  int moves_without_time; /* to where one can't be in time from an earlier site of that day */
  int days_in_a_row;      /* the most, with the published months before; 0: never at work */
  int support_days;       /* morning and afternoon of supporting time alone */
  int support_halves;     /* other half-days of supporting time and nothing else */
  int support_parts;      /* half-days of supporting time and other work */
  int support_minutes, support_asked_minutes; /* planned; by the shares that are asked for */
  struct avoidance avoided;                   /* of all negative wishes */
  struct avoidance firmly_avoided;            /* of the strongest */
};

struct person_figures {
  int sessions; /* assignments */
  int minutes, contract_minutes;
  int extra_sessions, extra_minutes; /* of these, beyond any contract: docs/model.md, section 2 */
  int over_minutes;    /* beyond the contract, extra ones left out; negative: below it */
  int balance_minutes; /* the same, with what the published months left over */
  struct streams streams;
  bool holds_both; /* could be given work of either stream this month */
  int satisfaction_percent;
  int travel_minutes; /* from each place of work to the next of that day */
  struct acceptability acceptability;
};

/* How a clinician stands in a slot. */
enum attendance {
  ATTENDANCE_OFF,    /* not a session of the working pattern, or not employed */
  ATTENDANCE_LEAVE,  /* away */
  ATTENDANCE_CLOSED, /* the service is closed */
  ATTENDANCE_FREE,   /* at work, and nothing is planned */
  ATTENDANCE_WORKS,  /* has an assignment */
};

/* What a site has of a task. */
struct place_figures {
  int site, task;
  int sessions, people; /* assignments in the month; different clinicians */
  int *weeks;           /* [weeks] assignments */
};

/* Who does the work of a PCN, what events do there left out. */
struct pcn_figures {
  int site;
  int sessions, people;     /* assignments in the month; different clinicians */
  int named, deputies;      /* assignments of its named people; of their deputies */
  int64_t named_hundredths; /* the share of the named; -1: nobody is named, or no sessions */
};

/* How evenly a task that can't be asked to be avoided is spread. */
struct burden {
  int task;
  int able;         /* clinicians who do it, or can on some day that they are there */
  int fewest, most; /* sessions that one of these has */
};

/* What is kept of negative wishes, rounded down; -1: there are none. */
struct avoidance_percent {
  int met, sessions_met;
};

/* "80:20 within 5 points"; 0:0: nobody asks. */
struct ratio_asked {
  int generalist, specialist, within;
};

/* The service as a whole. */
struct totals {
  int locked; /* assignments fixed before the build */
  int64_t minutes, contract_minutes;
  int extra_sessions;
  int64_t extra_minutes;
  int64_t extra_cost;        /* what the uses of extra_sessions ask for them */
  double planned_percent;    /* of the contracts' minutes; 0: nothing is owed */
  int least_over, most_over; /* clinicians with the least and the most over_minutes, or NONE */
  struct streams streams;
  struct ratio_asked service_ratio; /* of the first use of ratio that asks the service for it */
  struct ratio_asked person_ratio;  /* of the first that asks each person for it; or else the
                                       service's, within 10 points */
  int asked;                        /* clinicians with a satisfaction */
  int satisfaction_percent;         /* their mean, rounded down */
  int least_percent;                /* of the least satisfied */
  int travel_minutes;
  struct acceptability acceptability;
  struct avoidance_percent avoided_percent, firmly_avoided_percent;
  int64_t split_hundredths; /* days at two sites of all days; -1: no days */
  int64_t named_hundredths; /* share of the named in the PCNs that have any; -1: none has */
  int most_at_a_pcn;        /* people at one PCN */
  int near_asked;           /* of by_generalist: as near to person_ratio as it asks; -1: none is
                               asked for */
  int64_t premium_quarters; /* hours' quarters of pay on top; -1: no rule counts them */
};

/* --- what is missing -------------------------------------------------------- */

struct shortfall {
  const struct finding *finding; /* its kind, place, price and text; of the audit */
  int64_t cost;                  /* 0 where it is hard */
  struct why *why;               /* NULL: not looked into, or about no task */
};

struct shortfall_sum {
  int count;       /* places in the rota */
  int64_t missing; /* people or units, of all places */
  int64_t cost;
};

/* The shortfalls of one kind of all uses of one name. */
struct shortfall_group {
  const char *name;
  enum shortfall_kind kind;
  struct shortfall_sum sum;
};

/* --- all of it -------------------------------------------------------------- */

/* What the uses of one name cost together. */
struct cost_share {
  const char *name;
  int64_t cost;
};

struct attendee {
  int clinician, site;
};

/* A meeting, and who can be there. */
struct meeting_figures {
  const struct meeting *meeting; /* of the audit */
  struct attendee *attending;    /* of a 1:1 both; otherwise the members at work in scope */
  int n_attending;
  int *missing; /* members who are employed then and not among these */
  int n_missing;
  int *crowded; /* of those attending, whose meetings in this session, of all rules together, are
                   longer than it is */
  int n_crowded;
};

/* What all uses of one name find that costs something, the dearest first; what a rota gains
 * (a wish that is met) is not among it. */
struct missed {
  const char *name;
  int64_t cost;
  GPtrArray *findings; /* const struct finding, of the audit */
};

struct assessment {
  const struct problem *problem;
  const struct rota *rota;
  const struct audit *audit; /* every finding, and what each use finds and costs */
  struct provenance run;     /* how it was made, and the proven bound; all 0: not known */
  /* how good it is */
  int64_t gap_hundredths; /* of a percent; 0: proven best; -1 without a bound */
  int64_t gap_of_wishes;  /* the same of what wishes come to; -1 also: nobody wished */
  int64_t gap_points;     /* cost less bound; 0 without a bound */
  int hard_uses;          /* uses of rules that can't be broken */
  GPtrArray *broken;      /* const struct finding: the hard limits that are */
  int misfits;            /* assignments in no session of the month, each against a hard limit */
  GArray *costs;          /* struct cost_share, dearest first, those that cost something */
  GArray *missed;         /* struct missed, dearest first */
  /* what is missing */
  GArray *shortfalls;                          /* struct shortfall, as docs/model.md orders them */
  struct shortfall_sum kinds[SHORTFALL_KINDS]; /* of each kind */
  struct shortfall_sum gaps; /* need, cover, not offered: gaps in what is needed */
  GArray *groups;            /* struct shortfall_group, in order of their first shortfall */
  int64_t *below_target;     /* [tasks] missing to targets */
  /* people and places */
  struct person_figures *people; /* [clinicians] */
  int *by_satisfaction;          /* [totals.asked] clinicians, least satisfied first */
  int *by_generalist;            /* [n_by_generalist] who hold both streams and do either, in
                                    order of their generalist share, the least first */
  int n_by_generalist;
  GArray *refusals; /* struct refusal, of everybody's strongest wishes, in order of clinician */
  int *not_sent;    /* [n_not_sent] clinicians who are here some session and have no
                       preference file for the month, nor one that was left out */
  int n_not_sent;
  enum attendance *attendance; /* [clinicians * slots] */
  GArray *places;              /* struct place_figures with sessions, in order of site, task */
  GArray
      *meetings;   /* struct meeting_figures, in order of use, session (none: last), team, person */
  GArray *burdens; /* struct burden, in order of task */
  GArray *pcns;    /* struct pcn_figures, every PCN in order of site */
  struct totals totals;
  GPtrArray *part_weeks; /* char: of each week shared with a month not published, a sentence */
};

#endif
