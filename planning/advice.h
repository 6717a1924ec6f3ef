/* What a service lead is told about a month besides its rota: which limits hold
 * it back, whom it can't spare, and what would help most. Plain figures and words,
 * written by reports/advice_report.h. */
#ifndef ROTA_PLANNING_ADVICE_H
#define ROTA_PLANNING_ADVICE_H

#include "model/waiting/outcome.h"

/* Limits of one kind that bind, priced at the margin. */
struct advice_limit {
  char *words;                   /* what would save: "one more Spinal clinic session at Hove hub" */
  char *when;                    /* "each Tue am", "each week", "in the month" */
  char *rule;                    /* the use's name */
  char *task, *site, *clinician; /* ids; "" where it is about none */
  GArray *rows;                  /* int, of the programme; empty where it is about people */
  int64_t size;                  /* what one session takes of such a row */
  bool loosens;                  /* upper limits, which more would raise; otherwise lower ones */
  int64_t price;                 /* hundredths of points, one session of each row */
  int64_t saves; /* the same by building it, proven; OUTCOME_UNKNOWN: not tried, or not proven */
};

enum absence_state {
  ABSENCE_SAFE,     /* a lawful week in which no cover is lost was found */
  ABSENCE_PROVEN,   /* no lawful week loses less */
  ABSENCE_OPEN,     /* one that loses less may exist */
  ABSENCE_UNLAWFUL, /* no lawful week exists, the other weeks being as they are */
  ABSENCE_UNKNOWN,  /* no week was found in the time, nor that there is none */
  ABSENCE_UNTRIED,  /* stopped before it was begun */
  ABSENCE_STATES,
};
extern const char *const absence_state_names[ABSENCE_STATES];

/* Cover of one kind that is lost. */
struct advice_loss {
  char *words;         /* "Duty clinician", "First contact at Goldstone PCN" */
  int use, task, site; /* as in a label */
  int64_t missing;     /* sessions of people */
};

/* One clinician away for a week: of all weeks in which they work the worst, by what is lost. */
struct advice_absence {
  char *id, *name, *role;
  int band;
  int index;     /* of the week in the month; of what is told of one week alone */
  char *week;    /* "in the week of Mon 11 Jan" */
  int sessions;  /* that they work in that week */
  int64_t alone; /* sessions of cover lost if nobody steps in */
  int64_t lost;  /* when others step in, by a repair of that week; unless proven, at most */
  GPtrArray *by; /* struct advice_loss, most first; of `lost` */
  enum absence_state state;
  GPtrArray *weeks; /* struct advice_absence, of each week in which they work, in order */
};

/* Something that is asked for, and those who can do it this month. */
struct advice_role {
  char *words;                     /* as in advice_loss */
  int use, task, site;             /* use: NONE where there is a task */
  GPtrArray *holders;              /* names (char *) */
  GArray *people;                  /* int, the same as the service's clinicians, in order */
  int64_t lost;                    /* most that a week's absence of one person costs of it */
  struct advice_absence *together; /* all of them away for a week; NULL: fewer than two, everybody,
                                      or not tried */
};

/* Two people who lose more cover together than each by themselves, away in the same week. */
struct advice_pair {
  char *ids[2], *names[2];
  struct advice_absence *worst; /* of the weeks in which they do; nobody's by name */
  int64_t apart;                /* what each loses by themselves in it, added up */
  int weeks;                    /* in which they do */
};

enum candidate_kind {
  CANDIDATE_HIRE,
  CANDIDATE_SKILL,
  CANDIDATE_ROOM,
  CANDIDATE_SESSION,
  CANDIDATE_KINDS
};
extern const char *const candidate_kind_names[CANDIDATE_KINDS]; /* hire, skill ... */

/* What candidates are ranked by. */
enum advice_aim {
  AIM_POINTS,  /* what the rota costs */
  AIM_COVER,   /* needed sessions that nobody fills */
  AIM_WAITING, /* people waiting at the end; what chance may bring is no difference */
  ADVICE_AIMS,
};
extern const char *const advice_aim_names[ADVICE_AIMS]; /* points, cover, waiting */

/* One thing that might help, built. */
struct advice_candidate {
  enum candidate_kind kind;
  char *words;             /* "a band 7 like Amrita Shah at Crawley hub, 1.0 WTE" */
  int64_t estimate;        /* hundredths of points saved, by price */
  struct outcome *outcome; /* NULL: not built */
  int ranks[ADVICE_AIMS];  /* 1: the best of all; alike, where equals; 0: not known */
};

struct advice {
  char *service, *month;
  struct outcome *baseline;
  bool priced;           /* the solver came as far as prices */
  GPtrArray *limits;     /* struct advice_limit, most first */
  bool has_absences;     /* they were asked for */
  GPtrArray *absences;   /* struct advice_absence, worst first */
  GPtrArray *roles;      /* struct advice_role, fewest holders first */
  bool has_pairs;        /* they were asked for */
  GPtrArray *pairs;      /* struct advice_pair, worst first */
  int pairs_tried;       /* pairs that work in some week together */
  int pairs_unknown;     /* of these, with a week of which it is not known */
  bool has_candidates;   /* they were asked for */
  GPtrArray *candidates; /* struct advice_candidate, best first */
};

/* Empty; free with advice_free (NULL is fine). */
struct advice *advice_new(void);
void advice_free(struct advice *advice);

/* Items of the lists, empty, for the list's own free function. */
struct advice_limit *advice_limit_new(void);
struct advice_absence *advice_absence_new(void);
struct advice_loss *advice_loss_new(void);
struct advice_role *advice_role_new(void);
struct advice_pair *advice_pair_new(void);
struct advice_candidate *advice_candidate_new(void);
void advice_absence_free(gpointer data);

/* Makes it say the same of a week, but for who is away. */
void advice_absence_take(struct advice_absence *absence, const struct advice_absence *week);

/* Is the absence known to lose cover, or that there is no lawful week? */
bool advice_absence_hurts(const struct advice_absence *absence);

/* In how many of the weeks is cover known to be lost, or no rota lawful? */
int advice_absence_hurt_weeks(const struct advice_absence *absence);

/* Is `lost` known, if only as the most that it can be? */
bool advice_absence_is_built(const struct advice_absence *absence);

/* How the absences came out. */
struct absence_counts {
  int hurt;    /* known to lose cover, or to leave no lawful week */
  int unknown; /* not tried, or no week was found */
  int shown;   /* worth a line: hurt, or no week was found */
};
struct absence_counts advice_absence_counts(const struct advice *advice);
/* Is the absence worth a line? */
bool advice_absence_is_shown(const struct advice_absence *absence);

/* Is the role worth a line: one holder at most, an absence that costs it, or few holders without
 * all of whom cover is lost? */
bool advice_role_matters(const struct advice_role *role);

/* What can be said of a candidate that was built. */
enum candidate_claim {
  CLAIM_NOTHING,    /* there is no rota to say anything of */
  CLAIM_NO_CHANGE,  /* the programme is the same */
  CLAIM_PROVEN,     /* it saves just so much */
  CLAIM_AT_LEAST,   /* it saves so much beyond doubt, and perhaps more */
  CLAIM_NO_SAVING,  /* it saves nothing, beyond doubt */
  CLAIM_WITHIN_GAP, /* the two proofs leave it open */
};
enum candidate_claim advice_candidate_claim(const struct advice_candidate *candidate,
                                            const struct outcome *baseline);

/* By how much what the aim counts is above the baseline's, 0 where that is not clear;
 * OUTCOME_UNKNOWN where one of the two is. */
int64_t advice_candidate_change(const struct advice_candidate *candidate,
                                const struct outcome *baseline, enum advice_aim aim);
/* Sets the ranks of all. */
void advice_rank(const GPtrArray *candidates, const struct outcome *baseline);

/* By how much that figure of the candidate's is above the baseline's; OUTCOME_UNKNOWN
 * where one of the two is. */
int64_t advice_candidate_difference(const struct advice_candidate *candidate,
                                    const struct outcome *baseline, enum outcome_measure measure);

/* Points that the candidate saves beyond doubt, its cost against the baseline's
 * bound; 0 where the proven ranges overlap, OUTCOME_UNKNOWN without a rota. */
int64_t advice_candidate_proven(const struct advice_candidate *candidate,
                                const struct outcome *baseline);

#endif
