/* The files of a service's folder, as texts: what `rota init` writes. */
#ifndef ROTA_COMMANDS_INIT_FILES_H
#define ROTA_COMMANDS_INIT_FILES_H

#include "commands/init_plan.h"

struct init_file {
  char *path; /* relative to the service's folder */
  char *text;
};

/* All files, struct init_file; g_ptr_array_unref it. */
GPtrArray *init_files(const struct plan *plan);

/* The parts, each appended to `out`. */
void write_service(const struct plan *plan, GString *out);
void write_rules(const struct plan *plan, GString *out);        /* the section of service.yaml */
void write_random_rules(const struct plan *plan, GString *out); /* instead of them */
void write_waiting_list(const struct plan *plan, GString *out); /* likewise */
void write_clinicians(const struct plan *plan, GString *out);
void write_travel(const struct plan *plan, GString *out);
void write_month(const struct plan *plan, GString *out);
void write_leave(const struct plan *plan, GString *out);
void write_locks(const struct plan *plan, GString *out);
/* False: this person sent no preferences. */
bool write_preferences(const struct plan *plan, int person, GString *out);

#endif
