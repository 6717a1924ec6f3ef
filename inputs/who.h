/* A choice of clinicians: {band: [5, 6], team: hove, not: {tag: trainee}}. */
#ifndef ROTA_INPUTS_WHO_H
#define ROTA_INPUTS_WHO_H

#include "inputs/reader.h"

/* As a mask over the posts, that is, over people by what they are on a date; keys narrow, lists
 * widen. NULL: no mapping, which is reported. */
bool *who_read(struct reader *reader, const struct node *node);

#endif
