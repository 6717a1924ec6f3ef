/* The waiting list as it was counted month by month (waiting.csv), beside what the model expected
 * of each month: from the list at the end of the month before, with the month's own rota.
 * docs/waiting.md says how. */
#ifndef ROTA_PLANNING_WAITING_RECORD_H
#define ROTA_PLANNING_WAITING_RECORD_H

#include "model/date.h"
#include "model/diagnostics.h"
#include "model/status.h"
#include "model/waiting/waiting.h"

/* The last so many months of the file are what rates are found in. */
enum { WAITING_RECORD_MONTHS = 3 };

/* One class, or all together, in one month. Numbers below 0 are not known. */
struct waiting_counted {
  int list[WAITING_BANDS], waiting; /* at the end of its last day */
  int late;                         /* of those, over their standard; not known where that lies
                                       within a band */
  int referrals, seen, dna;         /* in the month */
};

/* What was expected of it: at its end, and, by the mean, in as many days as it has. */
struct waiting_expected {
  struct waiting_figure waiting, late;
  double referrals, seen, dna;
};

/* People who wait in a list of their own (model/waiting/areas.h), at a month's end. */
struct waiting_area {
  char *name;
  int counted; /* below 0: the month is not counted by PCN */
  struct waiting_figure expected;
};

/* A PCN's part of a month's count. */
struct waiting_pcn {
  bool is_counted; /* the month has a row of it */
  struct waiting_counted counted[WAITING_GROUPS];
  double mean_weeks; /* that those who wait have waited */
  /* Below 0: the patients, or the referrals, are not known. "By need" a patient counts as the PCN's
   * need weight. */
  double per_1000, per_1000_by_need; /* people waiting */
  double referred_by_need;           /* in the month, per 1,000 */
  double missed;                     /* share of new appointments; below 0: not known */
};

/* Between two PCNs, by the mean wait. */
struct waiting_gap {
  int longest, shortest; /* in the record's places; NONE: fewer than two have people waiting */
  double weeks;
};

struct waiting_month {
  char id[DATE_TEXT_SIZE];
  int until;
  struct waiting_counted counted[WAITING_GROUPS];
  struct waiting_pcn *pcns; /* [record.n_pcns]; NULL: the month is not counted by PCN */
  struct waiting_gap gap;   /* of those */
  bool is_expected;         /* the month before was counted, and the month has a rota: */
  bool published;           /* which was published; otherwise rota.json */
  int weeks;                /* the whole weeks that were followed */
  struct waiting_expected expected[WAITING_GROUPS];
  struct waiting_area *areas; /* [n_areas] where it is expected; NULL: all wait in one list */
  int n_areas;
};

/* A rate as service.yaml has it, and as it was in the last WAITING_RECORD_MONTHS; below 0: not
 * known. */
struct waiting_rate {
  double said, found;
};

/* A PCN that some month is counted by; after them, where there are such rows, people of none. */
struct waiting_place {
  char *id, *name; /* NULL and "of no PCN" */
  int site;        /* NONE */
  int patients;    /* 0: not given */
  double need_weight;
};

struct waiting_record {
  char *service;
  bool has_list;                  /* service.yaml has a `waiting_list` */
  int standards[WAITING_CLASSES]; /* weeks */
  struct waiting_month *months;   /* as in the file, in order */
  int count;                      /* 0: there are none */
  int over[WAITING_CLASSES];      /* people at or over their standard in the newest month: a
                                     recovery plan is required where there are any */
  bool at_least[WAITING_CLASSES]; /* there may be more: the standard lies within a band */
  struct waiting_place *places;   /* in the service's order */
  int n_pcns;
  struct waiting_rate referrals[WAITING_CLASSES]; /* a week */
  struct waiting_rate dna;                        /* share of new appointments */
};

/* STATUS_OK: `out` is the caller's, for waiting_record_free; otherwise the diagnostics say what is
 * wrong. */
enum status waiting_record_read(const char *directory, struct diagnostics *diagnostics,
                                struct waiting_record **out);
void waiting_record_free(struct waiting_record *record); /* NULL is fine */

bool waiting_record_needs_plan(const struct waiting_record *record);
/* The PCNs of a month that is counted by them, int in places: who has waited longest first, then
 * those in most need. g_free it. */
int *waiting_record_order(const struct waiting_record *record, const struct waiting_month *month);

#endif
