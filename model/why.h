/* Why nobody does what is asked for, as counts: every clinician is counted once,
 * under what comes closest to a yes. planning/why.h finds it out. */
#ifndef ROTA_MODEL_WHY_H
#define ROTA_MODEL_WHY_H

#include "model/rota.h"

#include <glib.h>

struct closure; /* model/month.h */

/* From worst to best. */
enum why_reason {
  WHY_UNABLE, /* lacks the skill, the band or the stage */
  WHY_OFF,    /* does not work then: not here, or not in the pattern */
  WHY_AWAY,   /* on leave, off as agreed, or the service is closed */
  WHY_BARRED, /* a hard rule bars it, whatever else is in the rota */
  WHY_BUSY,   /* does something else in that session */
  WHY_FREE,   /* could, but another rule or its price keeps this person off */
  WHY_DOING,  /* does it */
  WHY_REASONS,
};

/* What becomes of the rota when somebody free does it besides. */
enum why_trial {
  WHY_UNTRIED,
  WHY_BREAKS,  /* a hard limit is broken */
  WHY_DEARER,  /* it costs as much or more, all in all */
  WHY_CHEAPER, /* it would be a better rota */
  WHY_TRIALS,
};

struct why_person {
  struct assignment wanted; /* the first that this person is free for */
  enum why_trial trial;
  int use;        /* of WHY_BREAKS: the first whose limit is broken, in service.uses */
  int64_t dearer; /* by how much the whole rota is, tried */
};

/* So many are kept from it by one use of a rule. */
struct why_use {
  int use, count;
};

struct why {
  bool of_rota; /* otherwise of the month before there is a rota: nobody is busy */
  int able;     /* have the skill, the band and the stage for it */
  int count[WHY_REASONS];
  GArray *bars; /* struct why_use: by what those of WHY_BARRED are barred, most first */
  GArray *free; /* struct why_person: those of WHY_FREE */
  int trials[WHY_TRIALS];
  GArray *breaks; /* struct why_use: what those of WHY_BREAKS would break, in order of use */
  const struct closure *moved; /* of the month: what moves some of the work here; NULL: none does */
};

#endif
