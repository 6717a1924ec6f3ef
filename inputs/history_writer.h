/* A published rota as a line-by-line text for the service's history: what
 * inputs/history_reader.h reads back. */
#ifndef ROTA_INPUTS_HISTORY_WRITER_H
#define ROTA_INPUTS_HISTORY_WRITER_H

#include "model/assessment.h"

/* Of a month that is published after a later one: when, and which was the last then. */
struct history_late {
  const char *on;           /* "2027-03-05" */
  const char *after;        /* "2027-02" */
  const char *after_sha256; /* of that month's history file */
};

/* Hashes that tie a month to what it was made of. */
struct history_seal {
  const char *version;                   /* of the program */
  const char *published;                 /* on which day: "2026-12-18" */
  const struct provenance_input *inputs; /* all that was read, in order of path */
  int n_inputs;
  const char *inputs_sha256;       /* of their paths and hashes */
  const char *rota_sha256;         /* of the rota's file */
  const char *previous_sha256;     /* of the month before's history file; NULL: there is none */
  int number;                      /* of the month's versions: 1, 2 ... */
  const char *reason;              /* why there is another than the first; otherwise NULL */
  const char *replaces_sha256;     /* of the version before; NULL: there is none */
  const struct history_late *late; /* NULL: no later month was published then */
};

/* The lines of its head that say which version it is; none of the first. `same_as`: the version
 * that has been gone back to; 0: none. g_free it. */
char *history_version_lines(int number, const char *reason, const char *replaces_sha256,
                            int same_as);

/* The text of history/MONTH.yaml; g_free it. */
char *history_write(const struct assessment *assessment, const struct history_seal *seal);

#endif
