/* The published months of a service: history/2026-12.yaml and so on. */
#ifndef ROTA_INPUTS_HISTORY_H
#define ROTA_INPUTS_HISTORY_H

#include "inputs/reader.h"

/* Fills reader->month->history with all months before the reader's. People who
 * have left are passed over; a past that no longer has the hash it was sealed
 * with is a warning. */
extern const struct keys history_keys;

void history_read(struct reader *reader);

#endif
