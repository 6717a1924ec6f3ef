/* The waiting list as it was counted, PCN by PCN: part of planning/waiting_record.h. */
#ifndef ROTA_PLANNING_WAITING_PCNS_H
#define ROTA_PLANNING_WAITING_PCNS_H

#include "planning/waiting_record.h"

#include <glib.h>

struct service;

/* Finds the PCNs that rows (struct waiting_count of inputs/waiting_counts.h) name, counts the
 * record's months by them, and finds their gaps. `standards` of the record stand. */
void waiting_pcns_count(struct waiting_record *record, const struct service *service,
                        const GArray *rows);
void waiting_pcns_free(struct waiting_record *record);

#endif
