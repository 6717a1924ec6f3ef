/* What a rota gives to one person, beside what the month had for them and what others have. */
#ifndef ROTA_PLANNING_PERSON_ACCOUNT_H
#define ROTA_PLANNING_PERSON_ACCOUNT_H

#include "model/assessment.h"

/* A task that can't be asked to be avoided. */
struct carried_burden {
  int task, sessions;
  int able;            /* clinicians who could carry it */
  int64_t mean_tenths; /* sessions of these, on average, rounded down */
};

struct person_account {
  int clinician;
  const struct person_figures *figures; /* of the assessment */
  int mean_percent;                     /* satisfaction of all who asked for something */
  bool asked;                           /* the next three are known */
  int points, worst, best;              /* of the wishes: got, the least and the most there was */
  int balance_minutes;                  /* carried into the month: over is positive */
  const char *balance_since;            /* the first month of the ledger it is of; NULL: none */
  GArray *burdens;                      /* struct carried_burden that the person can carry */
  GPtrArray *recalls; /* char: "fair_share (service.yaml:60): had 3 of 20 sessions ...", what
                         rules remember of published months */
};

/* The assessment must outlive it. Free with person_account_free (NULL is fine). */
struct person_account *person_account_new(const struct assessment *assessment, int clinician);
void person_account_free(struct person_account *account);

#endif
