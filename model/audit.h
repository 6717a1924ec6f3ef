/* A finished rota, checked against every rule; no row of the programme is read. */
#ifndef ROTA_MODEL_AUDIT_H
#define ROTA_MODEL_AUDIT_H

#include "model/label.h"
#include "model/problem.h"

/* What kind of thing was asked for and not met; the worst first. */
enum shortfall_kind {
  SHORTFALL_NONE,        /* nothing was asked for: a limit is broken, or something is weighed */
  SHORTFALL_NEED,        /* fewer people than a line of demand needs */
  SHORTFALL_COVER,       /* cover that a rule of its own asks for: duty, first contact ... */
  SHORTFALL_NOT_OFFERED, /* either, where a closure or the hours leave nowhere to do it */
  SHORTFALL_OTHER,       /* what else is asked for: support time, spread ... */
  SHORTFALL_TARGET,      /* enough, but fewer than the target */
  SHORTFALL_OVER,        /* more than wanted */
  SHORTFALL_KINDS,
};
extern const char
    *const shortfall_kind_names[SHORTFALL_KINDS]; /* "", need, cover, not_offered ... */

/* One thing a rule has to say of a rota. */
struct finding {
  struct label at; /* at.use: which use of a rule */
  enum shortfall_kind kind;
  int demand; /* the line that asks, in problem.demands; NONE: the rule itself asks */
  int64_t violation;
  int64_t price; /* per unit, or PRICE_HARD */
  const char *text;
};

/* A meeting that a rule asks for: a 1:1 of two people, or one of a team, or of everybody whom
 * the use is about. */
struct meeting {
  int use;
  int team;                  /* in service.teams; NONE: a 1:1, or of everybody */
  int clinician, supervisor; /* of a 1:1, otherwise NONE */
  int slot;                  /* in which it can be held; NONE: in none */
  int minutes;               /* of the session that it takes */
};

struct use_result {
  int64_t violation; /* sum over its findings */
  int64_t cost;      /* of those that have a price */
  int broken;        /* how many break a hard limit */
};

struct audit {
  const struct problem *problem;
  const struct rota *rota;
  GArray *findings; /* struct finding */
  GArray *meetings; /* struct meeting */
  GStringChunk *texts;
  struct use_result *uses; /* [service.n_uses] */
  int64_t cost;            /* the objective */
  int broken;              /* hard limits broken */
  int use;                 /* the use at work */
};

/* Both must outlive the audit. Free with audit_free (NULL is fine). */
struct audit *audit_new(const struct problem *problem, const struct rota *rota);
void audit_free(struct audit *audit);

/* Does it break no hard limit that `other` keeps, and none further than that does? */
bool audit_breaks_no_more(const struct audit *audit, const struct audit *other);

/* --- for check ------------------------------------------------------------- */

/* LABEL_NONE but for the use at work. */
struct label audit_label(const struct audit *audit);

/* Reports `violation` units at `price` each (PRICE_HARD: a hard limit is
 * broken). A violation of 0 is not reported; a negative one is a credit. The
 * text is a sentence without its full stop: "amrita is on leave". */
void audit_find(struct audit *audit, struct label at, int64_t violation, int64_t price,
                const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The same of what the rule asks for and does not get: an elastic rule reports
 * nothing else. */
void audit_shortfall(struct audit *audit, enum shortfall_kind kind, struct label at,
                     int64_t violation, int64_t price, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* The same of what a line of problem.demands asks for. */
void audit_demand(struct audit *audit, enum shortfall_kind kind, int demand, struct label at,
                  int64_t violation, int64_t price, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

/* Tells of a meeting that the use at work asks for (`use` is filled in): those that can't be
 * held are as many as the violation that it reports of them. */
void audit_meeting(struct audit *audit, struct meeting meeting);

#endif
