/* A draft of a month's rota: shown to clinicians for comments, and not published. */
#ifndef ROTA_MODEL_DRAFT_H
#define ROTA_MODEL_DRAFT_H

struct draft {
  int number;
  int shown, comments; /* dates: since when, and the last day on which objections are taken;
                          DATE_NONE: not stated */
  int version; /* of the month, that it is a draft for: once that is published, it is over; 0: not
                  stated, for its file is not as it was written */
  int assignments;
  char rota_sha256[65]; /* of its assignments, "": not stated */
};

#endif
