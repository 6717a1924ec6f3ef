/* Small worlds for the second opinion: frames (a month and all that is special
 * about it) under policies (every rule, used in many ways). */
#ifndef ROTA_TESTS_SUPPORT_SECOND_WORLDS_H
#define ROTA_TESTS_SUPPORT_SECOND_WORLDS_H

#include "tests/support/world.h"

enum { FRAME_FILES_MAX = 6, FRAME_PERIODS_MAX = 6 };

/* What was published by its id: a calendar month, or so many weeks. */
struct second_period {
  const char *id;
  int weeks;
};

/* Six clinicians at two hubs, a library, two PCNs and at home, in a month. In the
 * texts MONTH stands for the month's id. */
struct second_frame {
  const char *name, *month_id;
  const char *weeks; /* the id of the weeks that are planned; MONTH is one in them. NULL: a month */
  /* Laid over the frames' own, section by section; NULL: as it is. */
  const char *service, *clinicians;
  const char *month;                               /* month.yaml; NULL: nothing special */
  struct example_file files[FRAME_FILES_MAX];      /* in the month's folder */
  int published;                                   /* bit k: the month k + 1 months before was */
  bool later;                                      /* and so was the month after */
  struct second_period periods[FRAME_PERIODS_MAX]; /* and these; up to one without an id */
  int density; /* in how many of ten sessions people worked then */
};

extern const struct second_frame second_frames[]; /* until one without a name */

/* How the uses of a policy are held. */
enum second_policy {
  SECOND_ALL_HARD,
  SECOND_WEIGHED, /* at weights of their own; what bars is hard */
  SECOND_LOOSE,   /* `hard: no` at the rule's own weight */
  SECOND_FREE,    /* weight 0 */
  SECOND_POLICIES
};

/* Free with world_free. */
struct world *second_world(const struct second_frame *frame, enum second_policy policy);

#endif
