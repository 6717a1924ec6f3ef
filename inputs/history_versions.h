/* Earlier versions of a published month, history/2027-01/v1.yaml and so on, that a later month was
 * published upon. */
#ifndef ROTA_INPUTS_HISTORY_VERSIONS_H
#define ROTA_INPUTS_HISTORY_VERSIONS_H

#include "inputs/reader.h"

/* The `accounts` of the version of that month whose file has that hash; NULL: it is not kept.
 * `path` is "history/2027-01.yaml". */
const struct node *history_version_accounts(struct reader *reader, const char *path,
                                            const char *sha256);

/* Minutes planned less owed that such accounts say of the clinician; 0 of whom they do not name. */
int history_version_minutes(const struct reader *reader, const struct node *accounts,
                            int clinician);

#endif
