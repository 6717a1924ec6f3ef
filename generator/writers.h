/* The writers of a service's files: each appends its file, or its section of one. */
#ifndef ROTA_GENERATOR_WRITERS_H
#define ROTA_GENERATOR_WRITERS_H

#include "generator/plan.h"

void write_service(const struct plan *plan, GString *out);
void write_clinicians(const struct plan *plan, GString *out);
void write_travel(const struct plan *plan, GString *out);
void write_month(const struct plan *plan, GString *out);
void write_leave(const struct plan *plan, GString *out);
void write_locks(const struct plan *plan, GString *out);

/* Sections of service.yaml. */
void write_demand(const struct plan *plan, GString *out);
void write_random_rules(const struct plan *plan, GString *out); /* instead of the policy */
void write_waiting_list(const struct plan *plan, GString *out);

/* False: this person sent no preferences. */
bool write_preferences(const struct plan *plan, int person, GString *out);

#endif
