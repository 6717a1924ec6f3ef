/* Dates as other systems write them: in a pattern, dd and mm stand for the day and month in one
 * or two digits, mmm for Jan ... Dec, yyyy for the year and yy for one of 2000 to 2099; whatever
 * else is there stands for itself. "dd/mm/yyyy", "dd-mmm-yyyy". */
#ifndef ROTA_MODEL_DATE_PATTERN_H
#define ROTA_MODEL_DATE_PATTERN_H

#include <stdbool.h>

/* Does it name day, month and year, each once? */
bool date_pattern_is_whole(const char *pattern);

/* Reads what is exactly of the pattern, or goes on with midnight, as exports of timestamps do
 * ("05/01/2027 00:00"); false, and `out` untouched, for anything else. */
bool date_pattern_parse(const char *pattern, const char *text, int *out);

/* g_free it. */
char *date_pattern_format(const char *pattern, int date);

#endif
