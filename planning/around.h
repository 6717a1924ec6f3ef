/* A rota solved again around a demand: some places may change, all others stay as they
 * are, and every rule counts as ever. */
#ifndef ROTA_PLANNING_AROUND_H
#define ROTA_PLANNING_AROUND_H

#include "model/audit.h"
#include "model/programme.h"
#include "planning/build.h"

struct around {
  const struct problem *problem;
  const struct audit *before;
  struct programme *programme; /* the problem's, with what is demanded in rows of its own */
  int64_t *values;             /* of the rota, without what was added */
  bool *open;                  /* [clinicians * slots] may change */
};

/* Of a rota that around_is_possible; what hard limits it breaks, others may break as far, and no
 * further. Nothing is open yet. The audit must outlive it. Free with around_free (NULL is fine). */
struct around *around_new(const struct audit *before);
void around_free(struct around *around);

/* Can the rota be solved again at all: is every assignment a candidate, and nobody in two places at
 * once? */
bool around_is_possible(const struct audit *before);
/* The rota's audit for questions: by the problem with those of the rota's assignments among its
 * candidates that the month bars, and the days before `today` (DATE_NONE: none) over. NULL:
 * `before` is that already. audit_free it, and then problem_free *problem, which is NULL too where
 * it is. */
struct audit *around_audit_new(const struct audit *before, int today, struct problem **problem);
/* The programme of the problem, in which hard rows that the rota breaks give way to it and what is
 * over is fixed, and the rota as values[columns]; programme_free and g_free them. */
struct programme *around_programme_new(const struct audit *before, int64_t **values);

/* Lets change: one place; a clinician's whole month; everybody's places in a slot; everything. */
void around_open_cell(struct around *around, int clinician, int slot);
void around_open_clinician(struct around *around, int clinician);
void around_open_slot(struct around *around, int slot);
void around_open_all(struct around *around);

/* Demands: without that candidate, whose place is opened, unless it is over; at least `least` of
 * the terms collected in the programme (programme_add_term); of whom and when the demand is, or
 * NONE. */
void around_bar(struct around *around, int candidate);
void around_want(struct around *around, int64_t least, int clinician, int slot);

/* A place that is other than in the rota before. */
struct around_change {
  int clinician, slot;
  int task_before, site_before; /* NONE: nothing */
  int task_after, site_after;
};

struct alternative {
  enum build_verdict verdict; /* BUILD_INFEASIBLE: not with the places that may change */
  char *reason;               /* why there is none; NULL when done */
  struct rota *rota;
  struct audit *audit;
  int64_t dearer;  /* than the rota before, by the two audits; negative: it saves */
  bool proven;     /* with these places open none is cheaper */
  GArray *changes; /* struct around_change, in order of slot and clinician */
};

/* The cheapest with what is open, and of these one with the fewest changes. `seconds`: about
 * so long at most; work is counted, not time. More may be opened, and the same asked again. The
 * alternative is the caller's, for alternative_clear, whatever the verdict. */
void around_solve(const struct around *around, int seconds, struct alternative *out);

/* With everything open, as a build that goes on from the rota: this proves, and says in the
 * reason, that no lawful rota has what is demanded, and which rules are in the way. */
void around_solve_whole(struct around *around, const struct build_settings *settings,
                        struct alternative *out);
/* Makes it that rota, both of which it takes, whoever found it. */
void alternative_take(const struct audit *before, struct rota *rota, struct audit *audit,
                      struct alternative *out);
void alternative_clear(struct alternative *alternative);

#endif
