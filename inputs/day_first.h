/* Dates as British spreadsheets save them. */
#ifndef ROTA_INPUTS_DAY_FIRST_H
#define ROTA_INPUTS_DAY_FIRST_H

#include <stdbool.h>

/* Reads "01/03/2027", day first, as 1 March; false, and `out` untouched, for anything else. Whoever
 * reads one must make sure that all of the file's dates then lie in its month: 01/03 and 03/01
 * look alike. */
bool day_first_parse(const char *text, int *out);

#endif
