/* To whom and what a use of a rule applies. */
#ifndef ROTA_MODEL_SCOPE_H
#define ROTA_MODEL_SCOPE_H

#include "model/pattern.h"

#include <stdbool.h>

struct assignment;
struct past_assignment;
struct problem;

/* Which keys of a scope a rule understands. */
enum scope_key {
  SCOPE_WHO = 1,      /* who: clinicians, bands, teams, tags, skills */
  SCOPE_TASKS = 2,    /* task: or tasks: */
  SCOPE_SITES = 4,    /* at: sites or kinds */
  SCOPE_SESSIONS = 8, /* sessions: "mon-fri am" */
  SCOPE_DATES = 16,   /* from:, until: */
  SCOPE_ALL = 31,
};

struct scope {
  bool *posts;         /* [posts] whom it is about, by what they are on a date; NULL: all */
  bool *tasks, *sites; /* NULL: all of them */
  struct pattern when;
  bool by_contract; /* neither extra sessions nor the bank's people */
};

static inline bool scope_has_task(const struct scope *scope, int task)
{
  return !scope->tasks || scope->tasks[task];
}

static inline bool scope_has_site(const struct scope *scope, int site)
{
  return !scope->sites || scope->sites[site];
}

/* Is the clinician in scope on that date? */
bool scope_has_on(const struct scope *scope, const struct problem *problem, int clinician,
                  int date);
/* On any day of the month? */
bool scope_has_clinician(const struct scope *scope, const struct problem *problem, int clinician);
/* On the month's last day? What looks at a person's whole month goes by this. */
bool scope_has_month(const struct scope *scope, const struct problem *problem, int clinician);
bool scope_has_slot(const struct scope *scope, const struct problem *problem, int slot);
bool scope_has(const struct scope *scope, const struct problem *problem,
               const struct assignment *assignment);

/* The only task in scope, or NONE where there are several. */
int scope_only_task(const struct scope *scope, const struct problem *problem);

/* Was an assignment of an earlier month in scope? What has since left the
 * service is in scope only of what is not scoped by it. `from` and `until` narrow
 * the month, never the past. */
bool scope_has_past(const struct scope *scope, const struct problem *problem,
                    const struct past_assignment *past);
/* The same, and within `from` and `until`: for what counts in whole weeks. */
bool scope_has_shared(const struct scope *scope, const struct problem *problem,
                      const struct past_assignment *past);

#endif
