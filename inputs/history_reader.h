/* Reading back the published months of a service, history/2026-12.yaml and so on, that
 * inputs/history_writer.h writes. */
#ifndef ROTA_INPUTS_HISTORY_READER_H
#define ROTA_INPUTS_HISTORY_READER_H

#include "inputs/reader.h"

/* Fills reader->month->history with all months before the reader's, and ->later with the
 * month after it. Accounts of people who have left are passed over; a file that was changed since
 * it was published is a warning, and so is one that was published after another month than is there
 * now. */
void history_read(struct reader *reader);

extern const struct keys history_keys;

#endif
