/* What is published around the month: rotas, as they were frozen. Rules that look back
 * read those before it; without any history they see an empty past. What counts in whole
 * weeks reads those of the days that share a week with it, before or after. */
#ifndef ROTA_MODEL_HISTORY_H
#define ROTA_MODEL_HISTORY_H

#include "model/date.h"
#include "model/where.h"

#include <stdbool.h>

/* One assignment of an earlier month. Things that have since left the service
 * are NONE; its times are those of then, in case sessions have changed. */
struct past_assignment {
  int clinician; /* NONE: of somebody who has left */
  int date;
  int from_minute, to_minute;
  int block, task, site;
  bool extra; /* beyond any contract, as it was published */
};

/* One line of the ledger: how a clinician came out of a month. */
struct past_account {
  int clinician;
  int month;            /* in history.months */
  int contract_minutes; /* owed that month, without what was carried into it */
  int planned_minutes;
  int balance_minutes; /* planned less owed, with all that was carried: over is positive */
  int satisfaction;    /* percent, or -1: nothing was asked for */
};

struct past_month {
  char id[DATE_TEXT_SIZE]; /* of month_id.h */
  int from, until;         /* first and last date */
  struct where where;
};

struct history {
  struct past_month *months; /* ascending; all before, or all after, the month that is built */
  int n_months;
  struct past_assignment *assignments; /* in order of clinician, date, from_minute */
  int n_assignments;
  int *first;                    /* [clinicians + 1]: where each one's assignments start */
  struct past_account *accounts; /* in order of clinician, month */
  int n_accounts;
};

/* The assignments of a clinician: the first of `*count`; none without history. */
const struct past_assignment *history_of(const struct history *history, int clinician, int *count);

/* Goes through what everybody, those who have left among them, does on these days: the next
 * from `*at`, which begins at 0; NULL after the last. */
const struct past_assignment *history_next(const struct history *history, int from, int until,
                                           int *at);

/* The first date of the published months that reach without a gap up to `first`,
 * the first day of the month that is built; `first` itself where none does.
 * Before it nothing is known, not even that nobody worked. */
int history_known_from(const struct history *history, int first);

/* The clinician's account of that month, or NULL. */
const struct past_account *history_account(const struct history *history, int clinician, int month);

/* Minutes carried into the month that is built: over is positive. */
int history_balance_minutes(const struct history *history, int clinician);

#endif
