/* A service's folder, read: the service, and one of its months or all. */
#ifndef ROTA_PLANNING_FOLDER_H
#define ROTA_PLANNING_FOLDER_H

#include "model/diagnostics.h"
#include "model/problem.h"
#include "model/provenance.h"
#include "model/status.h"

/* What was read; parts that were not asked for, or failed, are NULL. */
struct folder {
  struct source *source; /* inputs/source.h */
  struct service *service;
  struct month **months; /* [n_months] */
  int n_months;
  const struct month *month; /* the one that was asked for */
  struct problem *problem;   /* of that month */
};

/* Reads the service, and the month and its problem unless `month_id` is NULL.
 * STATUS_BAD_INPUT: the diagnostics say what is wrong, all mistakes of all files at
 * once. Either way the folder is the caller's, for folder_clear. */
enum status folder_read(const char *directory, const char *month_id,
                        struct diagnostics *diagnostics, struct folder *out);
/* The same with files, by their paths in the folder, as if they lay there. */
struct folder_file {
  char *path, *text;
};
enum status folder_read_over(const char *directory, const char *month_id,
                             const struct folder_file *files, int n_files,
                             struct diagnostics *diagnostics, struct folder *out);
/* The service and all its months, but no problem; and recovery.yaml and fcp_use.csv, for
 * their mistakes. */
enum status folder_read_all(const char *directory, struct diagnostics *diagnostics,
                            struct folder *out);
/* booked.csv of each month that was read, which only a repair looks at: for its mistakes. */
void folder_check_booked(const struct folder *folder, const char *directory,
                         struct diagnostics *diagnostics);
void folder_clear(struct folder *folder);

/* As if the month after the one that was asked for were not published. */
void folder_forget_later(struct folder *folder);

/* What was read, and its hashes: struct provenance_input, borrowed from the source. */
GArray *folder_inputs(const struct folder *folder);

#endif
