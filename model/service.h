/* A service as people describe it: where, what, who, and the policy. Plain
 * structs, filled by inputs/, read by everybody. Things refer to each other by
 * their index in the service's arrays; -1 means none. All memory belongs to
 * the service's arena. */
#ifndef ROTA_MODEL_SERVICE_H
#define ROTA_MODEL_SERVICE_H

#include "model/arena.h"
#include "model/demand.h"
#include "model/pattern.h"
#include "model/where.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum { NONE = -1, UNLIMITED = -1 };

/* Words the service makes up: skills, kinds of site, teams, tags ... */
struct vocabulary {
  const char **words;
  int count;
};

/* A block of the day's pattern: am, pm, eve. Blocks are in order of start. */
struct block {
  const char *id;
  int from_minute, to_minute; /* since midnight */
  struct where where;
};

/* A Primary Care Network: what a site of kind "pcn" has besides. */
struct pcn {
  const char *ods; /* "" if not given */
  int patients;
  double need_weight; /* need of a patient, beside an average one's; for reports alone */
  int *named;         /* clinicians: its own first contact practitioners */
  int n_named;
  int *deputies;
  int n_deputies;
  struct where where_fcp; /* of these people */
};

struct opening {
  int from_minute, to_minute; /* both 0: closed that weekday */
};

struct site {
  const char *id, *name;
  int kind;                       /* in service.kinds */
  bool remote;                    /* kind is "remote": no rooms, no travel */
  int *rooms;                     /* [service.room_kinds], UNLIMITED where not counted */
  struct opening open[WEEK_DAYS]; /* open all day unless the service says otherwise */
  struct pcn *pcn;                /* NULL for other kinds */
  bool *serves;                   /* [sites] localities whose people are seen there; NULL: a PCN's
                                     its own, others everybody's */
  struct where where;
};

enum stream { STREAM_NEITHER, STREAM_GENERALIST, STREAM_SPECIALIST };

struct task {
  const char *id, *name;
  enum stream stream;
  int skill;               /* in service.skills, or NONE */
  int min_band;            /* 0: any */
  int min_stage;           /* of the skill's roadmap; 0: none */
  bool *at;                /* [sites] where it is done */
  int room;                /* in service.room_kinds, or NONE if it needs no room */
  int *slots;              /* [service.slot_kinds] contacts offered per session */
  int minutes_per_contact; /* 0: not given */
  bool spare;              /* may be done beyond what is asked for */
  struct where where;
};

struct skill_held {
  int skill;
  int from, until; /* dates; DATE_NONE: unbounded */
  int stage;       /* reached on the skill's roadmap; 0: none signed off */
  bool trainee;    /* does its tasks below their stage: see rule `trainee` */
  struct where where;
};

/* An agreed pattern: within `when`, either only these sites and tasks, or
 * never these. NULL sites or tasks stand for all of them. */
struct arrangement {
  bool never;
  struct pattern when;
  bool *sites, *tasks;
  struct where where;
};

/* The agreed weeks of somebody's work, which take turns. */
struct works {
  struct pattern *weeks;
  int n_weeks;
  int cycle; /* a Monday that begins the first; DATE_NONE: one week, or the odd and the even
                ISO weeks */
  struct where where;
};

/* What may change while somebody is here, as it holds from one date on. */
struct post {
  int clinician; /* whose it is */
  int from;      /* first date; DATE_NONE: before all that changed */
  int band;      /* 5 ... 9 of Agenda for Change; 8 for 8a-8d */
  int wte_percent;
  int sees_percent;   /* of a task's contacts: the person's own, or the band's */
  int week_minutes;   /* contracted minutes a week */
  int fewest_minutes; /* own bounds for a month, or UNLIMITED */
  int most_minutes;   /* likewise */
  struct works works;
  int base;    /* site or NONE */
  bool *sites; /* [sites] where this person may be sent */
  int team;    /* in service.teams, or NONE */
  struct skill_held *skills;
  int n_skills;
  struct where where;
};

struct clinician {
  const char *id, *name, *role;
  const char *email;      /* NULL: not given */
  int changed, n_changes; /* in service.posts: those after the first, in order of date */
  bool drives;
  bool bank;        /* of the bank or an agency: no contract, every session is extra */
  int home_minutes; /* to or from remote work; NONE: the service's */
  int supervisor;   /* clinician or NONE */
  struct arrangement *arrangements;
  int n_arrangements;
  bool *tags;        /* [service.tags] */
  int joins, leaves; /* first and last date employed; DATE_NONE: unbounded */
  const char **was;  /* ids by which published months know the person too */
  int n_was;
  struct where where;
};

enum { LEVELS_MAX = 8 };

/* How much something may be wished for, in the service's own words: a level is an index. */
struct levels {
  const char *names[LEVELS_MAX + 1]; /* from the strongest wish for something to the strongest
                                        against it, then NULL */
  int count;
  int wished; /* the first so many are for it, at least one; the others against it */
};

/* How much may be asked to be off: what the business needs. */
struct off_limit {
  bool *who;           /* [posts] whom it is about; NULL: everybody */
  struct pattern when; /* the sessions it is about */
  bool at_once;        /* `most` people in a session; else sessions of each person's */
  int most;
  struct where where;
};

struct criteria {
  bool *who; /* [posts] for whom they are; NULL: everybody */
  struct off_limit *off;
  int n_off;
  int most_points;           /* of all that a person asks for; UNLIMITED unless set */
  int open_day, close_day;   /* day of the month before; -n: n days before; 0: no such limit */
  int comments_day;          /* likewise: the last on which a draft is commented on */
  int most_session_requests; /* UNLIMITED unless set; so the next two */
  int most_avoided_sites, most_avoided_tasks;
  int late_percent;           /* what a late file's points count for */
  int points[LEVELS_MAX];     /* of a place, task or person at that level, per session */
  int off_points[LEVELS_MAX]; /* of a session off at it; UNLIMITED: as any session asked for */
  int request_points;         /* of a session asked for, at the first level; others pro rata */
  int publish_days_before;    /* days before the month that its rota is due */
  bool *barred_tasks;         /* [tasks] that can't be asked to be avoided */
  struct where where;         /* of the section */
  struct where where_requests, where_sites, where_tasks, where_barred, where_close, where_publish;
};

struct rule_use;     /* model/rule.h */
struct waiting_list; /* model/waiting/waiting.h */

/* An event that comes back in every month, unless the month has one of the same id. */
enum { RECURS_LAST = 5 };
struct recurring {
  const char *id, *name, *kind;
  int site;
  int attendees;
  struct pattern when;
  uint8_t turns; /* bit n: such a weekday's turn n of the month, 0 the first; bit RECURS_LAST:
                    the last; 0: every one */
  struct demand *needs;
  int n_needs;
  struct where where;
};

struct service {
  struct arena *arena;
  const char *name;
  int full_time_minutes; /* a week */
  struct block blocks[BLOCKS_MAX];
  int n_blocks;
  struct pattern week; /* when the service is open */
  int *holidays;       /* dates, ascending */
  int n_holidays;
  int holidays_from, holidays_until; /* dates the list is known for; DATE_NONE: any */
  struct where where_holidays;
  bool *skills_named; /* [skills] by a `who`; NULL: none */
  struct vocabulary kinds, skills, room_kinds, slot_kinds, teams, tags;
  struct site *sites;
  int n_sites;
  struct task *tasks;
  int n_tasks;
  struct clinician *clinicians;
  int n_clinicians;
  struct post *posts; /* the first of each clinician, in their order; then what changes */
  int n_posts;
  int *travel_minutes;             /* [sites * sites] by car, from row to column */
  int *travel_minutes_without_car; /* likewise */
  int home_minutes;                /* from remote work to a site, or back */
  struct where *travel_rows;       /* likewise: where that is written; line 0: nowhere */
  struct demand *demands;
  int n_demands;
  struct demand_by_use *by_use; /* of which each month makes lines of its own */
  int n_by_use;
  struct recurring *events;
  int n_events;
  struct rule_use *uses; /* the policy: those written, then those that always stand */
  int n_uses;
  struct levels levels;
  struct criteria criteria; /* for those for whom none of the next are */
  struct criteria *special; /* each for some people; the first that fits holds */
  int n_special;
  struct waiting_list *waiting_list;                     /* NULL: not given */
  GHashTable *clinician_by_id, *site_by_id, *task_by_id; /* made by service_index */
};

/* An empty service with an arena; free with service_free (NULL is fine). */
struct service *service_new(void);
void service_free(struct service *service);

/* Makes the look-up tables, once sites, tasks and clinicians stand. */
void service_index(struct service *service);

/* The index of that id, or NONE. */
int service_clinician(const struct service *service, const char *id);
int service_site(const struct service *service, const char *id);
int service_task(const struct service *service, const char *id);
int service_block(const struct service *service, const char *id);
int vocabulary_find(const struct vocabulary *vocabulary, const char *word);

/* From site to site by the matrix, as the person drives; between a remote site and one that is
 * none, the way from home. */
int service_travel_minutes(const struct service *service, int clinician, int from, int to);
/* Do the site's opening hours hold the whole block on that weekday? */
bool service_site_open(const struct service *service, int site, int weekday, int block);
/* The level of the strongest wish against something; NONE where there is none. */
int service_level_against(const struct service *service);
bool service_is_holiday(const struct service *service, int date);
/* Is the block one of the service's week on that date, which is no holiday? */
bool service_has_session(const struct service *service, int date, int block);
/* The post that the clinician has on that date, employed or not; as an index, and itself. */
int clinician_post(const struct service *service, int clinician, int date);
const struct post *clinician_on(const struct service *service, int clinician, int date);
/* Is the person, on that date, in a set of posts? */
bool service_has_post(const struct service *service, const bool *posts, int clinician, int date);
/* The stage of the skill that the clinician has reached on that date; NONE where
 * the skill is not held. */
int clinician_stage(const struct service *service, int clinician, int skill, int date);
/* Is the task, on that date, above the stage that the clinician is in training for? */
bool clinician_is_trainee(const struct service *service, int clinician, int task, int date);
/* Does the clinician hold the task's skill, band and stage, or train for it, on that date? */
bool clinician_can(const struct service *service, int clinician, int task, int date);
/* The one of the agreed weeks whose turn it is on that date. */
const struct pattern *clinician_week(const struct service *service, int clinician, int date);
bool clinician_employed(const struct service *service, int clinician, int date);
/* Is the block in the pattern of the clinician, who is employed on that date? */
bool clinician_works(const struct service *service, int clinician, int date, int block);

#endif
