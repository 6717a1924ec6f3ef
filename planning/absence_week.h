/* One week of a finished rota in which some people are away: what cover is lost? */
#ifndef ROTA_PLANNING_ABSENCE_WEEK_H
#define ROTA_PLANNING_ABSENCE_WEEK_H

#include "planning/advice.h"
#include "planning/build.h"

/* What all absences are tried on; borrowed, and nothing in it changes. */
struct absence_ground {
  const struct problem *problem;
  const struct rota *rota;
  const struct audit *audit; /* of the rota */
  GHashTable *missing;       /* what it is short of already, as in repair_missing.h */
  const struct build_settings *settings;
};

enum { ABSENCE_SECONDS = 5 }; /* at most, to mend a week */

struct absence_week;

/* The ground's month with these people, away[clinicians], on leave in the week and none of their
 * locks in it. Both must outlive it. Free with absence_week_free (NULL is fine). */
struct absence_week *absence_week_new(const struct absence_ground *ground, const bool *away,
                                      int week);
void absence_week_free(struct absence_week *week);

/* The rota without what they do in the week; how many sessions that is. rota_free it. */
struct rota *absence_week_without(const struct absence_week *week, const struct rota *rota,
                                  int *sessions);

/* What is needed and missing in such a rota beyond what the ground's lacks, as a repair counts it;
 * OUTCOME_UNKNOWN: it is not lawful. */
int64_t absence_week_lost(const struct absence_week *week, const struct rota *rota);

/* Lets the others step in by a repair (repair.h) of that week, and sets what is lost, of what, and
 * how sure that is. Returns the mended rota, for rota_free, or NULL. `else_rota`, if no better is
 * found in the time: one that is lawful, or NULL; of it `else_lost` is lost. */
struct rota *absence_week_mend(const struct absence_week *week, const struct rota *else_rota,
                               int64_t else_lost, struct advice_absence *out);

/* The same of a rota that there is, which is lawful and loses so much; that none loses less is not
 * said. */
void absence_week_take(const struct absence_week *week, const struct rota *rota, int64_t lost,
                       struct advice_absence *out);

/* "in the week of Mon 11 Jan"; g_free it. */
char *absence_week_words(const struct absence_ground *ground, int week);

#endif
