/* Numbers with decimals: fractions such as 0.093, and rates. */
#ifndef ROTA_INPUTS_DECIMAL_H
#define ROTA_INPUTS_DECIMAL_H

#include "inputs/reader.h"

/* A number from `least` to `most` with at most four decimals. A value that is
 * wrong is reported; then `out` stays as it was and false is returned. */
bool decimal_read(struct reader *reader, const struct node *node, int least, int most, double *out);

key_reader key_decimal; /* double, between key.least and key.most */

#endif
