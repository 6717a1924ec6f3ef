/* Why nobody does what is asked for: every clinician once, under what comes closest to a yes.
 * planning/why.h finds it out. */
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

/* How one clinician is with the work. Who is free, or does something else that isn't locked, may
 * have been tried: the rota with the work in place of what they do then, all else as it is. */
struct why_person {
  struct assignment wanted; /* the first that comes closest to a yes */
  enum why_reason reason;
  int use;         /* of WHY_BARRED: which bars it, in service.uses */
  bool locked;     /* what they do then is */
  bool tried;      /* the next is known */
  GArray *breaks;  /* int: uses of which more hard limits are then broken, in order */
  int64_t dearer;  /* the rota, where none is; negative: it saves */
  char *elsewhere; /* the dearest that rules then find besides; NULL: nothing, or not looked for */
  int64_t elsewhere_cost;
};

struct why {
  bool of_rota; /* otherwise of the month before there is a rota: nobody is busy */
  int able;     /* have the skill, the band and the stage for it */
  int count[WHY_REASONS];
  GPtrArray *people;           /* struct why_person: those who are able, closest to a yes first */
  const struct closure *moved; /* of the month: what moves some of the work here; NULL: none does */
};

#endif
