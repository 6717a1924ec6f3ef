/* Runs another program, within limits: in a folder and a process group of its own, its output
 * read line by line, ended with all that it began when its time is up, when it writes too
 * much, or when this program ends. */
#ifndef ROTA_SOLVER_ENGINE_PROCESS_H
#define ROTA_SOLVER_ENGINE_PROCESS_H

#include <glib.h>
#include <stdbool.h>

enum { PROCESS_IDLE_SECONDS = 5 };

struct process_request {
  char **argv;                  /* the program first, by its whole path; ends with NULL */
  const char *folder;           /* where it works, watched for its size */
  gint64 deadline_us;           /* g_get_monotonic_time; ended by then; 0: none */
  double cpu_seconds;           /* that it may use; 0: any */
  int worst_status;             /* that counts as an end of its own */
  bool (*ended)(void *context); /* end it now? May be NULL */
  void (*told)(void *context, const char *line); /* its output, without the newline */
  void *context;
};

enum process_end {
  PROCESS_DONE,      /* it ended by itself, with a status that may be */
  PROCESS_FAILED,    /* it could not be started, ended with a worse status, or crashed */
  PROCESS_LATE,      /* ended by us, at the deadline */
  PROCESS_HANGING,   /* ended by us: for PROCESS_IDLE_SECONDS it did nothing and said nothing */
  PROCESS_ENDLESS,   /* ended by us: it used more CPU time than it may */
  PROCESS_UNWANTED,  /* ended by us: `ended` said so */
  PROCESS_TOO_LARGE, /* ended by us: it wrote more than a programme's answer can need */
};

enum process_end process_run(const struct process_request *request);

#endif
