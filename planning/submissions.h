/* What people sent in for a month: who has, who is late, what everybody wants. */
#ifndef ROTA_PLANNING_SUBMISSIONS_H
#define ROTA_PLANNING_SUBMISSIONS_H

#include "model/problem.h"

enum submission {
  SUBMISSION_NONE,    /* nothing, or nothing that could be read */
  SUBMISSION_IN_TIME, /* or without a date */
  SUBMISSION_LATE,
  SUBMISSION_NOT_ASKED, /* has no session in the month */
};

/* How many people said what of a place or a task. */
struct wanted {
  int item;
  int levels[LEVELS_MAX];
};

/* How many want to be off in a session. */
struct wanted_off {
  int slot, people, present; /* who ask, of those who work then */
};

/* How many ask for the same work in the same sessions, in the same words. */
struct wanted_work {
  const struct session_request *request; /* of one of them; not to be off */
  int people;
};

struct submissions {
  const struct problem *problem;
  enum submission *of; /* [clinicians] */
  int counts[SUBMISSION_NOT_ASKED + 1];
  GArray *sites, *tasks; /* struct wanted, those of which somebody said anything, most said first */
  GArray *off;           /* struct wanted_off, the most people first */
  GArray *work;          /* struct wanted_work, the same, then as they were sent */
  int colleagues; /* wishes with whom, or not, to work; of whom is between them and the files */
};

/* The problem must outlive it. Free with submissions_free (NULL is fine). */
struct submissions *submissions_new(const struct problem *problem);
void submissions_free(struct submissions *submissions);

#endif
