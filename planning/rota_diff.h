/* What one rota has other than another, by their own words: of any two rotas of a month. */
#ifndef ROTA_PLANNING_ROTA_DIFF_H
#define ROTA_PLANNING_ROTA_DIFF_H

#include "model/diagnostics.h"
#include "model/service.h"
#include "model/status.h"

#include <glib.h>

/* What somebody does in a session. NULL: nothing. */
struct diff_place {
  const char *task, *site;
};

struct diff_change {
  const char *date, *session, *clinician;
  struct diff_place before, after;
};

/* What one person has to know. */
struct diff_person {
  const char *clinician;
  GArray *yours;  /* int, in changes */
  GArray *others; /* int: of people who were, or are now, at the same site in that session */
};

struct rota_diff {
  char *month_id, *days;                 /* "2027-02-01", and "2027-02-01 to 2027-02-28" */
  char *old_is, *new_is;                 /* which_version_words of both; NULL: not known */
  const struct service *service;         /* names and addresses; NULL: ids do */
  GArray *changes;                       /* struct diff_change, in order of session and clinician */
  GArray *people;                        /* struct diff_person, in order of id: all with anything */
  struct rota_file *old_file, *new_file; /* whose the words are */
};

/* Reads and compares both files: rota.json or CSV. `month_id`: which month a CSV is of; NULL: as
 * its folder, the other file or its first row says. `directory` and the service in it may be NULL:
 * then nothing is known of versions, and of a period's days what a rota.json says. On STATUS_OK
 * `out` is the caller's, for rota_diff_free; otherwise the diagnostics say what is wrong. */
enum status rota_diff_read(const char *old_path, const char *new_path, const char *month_id,
                           const char *directory, const struct service *service,
                           struct diagnostics *diagnostics, struct rota_diff **out);
void rota_diff_free(struct rota_diff *diff); /* NULL is fine */

/* Names where the service knows them, otherwise the ids. */
const char *rota_diff_person(const struct rota_diff *diff, const char *id);
const char *rota_diff_task(const struct rota_diff *diff, const char *id);
const char *rota_diff_site(const struct rota_diff *diff, const char *id);
/* The person's address; NULL: not known. */
const char *rota_diff_email(const struct rota_diff *diff, const char *id);

#endif
