/* Bank holidays of England and Wales, on their own dates and on their substitutes. */
#ifndef ROTA_MODEL_BANK_HOLIDAYS_H
#define ROTA_MODEL_BANK_HOLIDAYS_H

#include <stdbool.h>

/* The years for which the rules are trusted, and the most that one of them has. */
enum { BANK_HOLIDAYS_FIRST_YEAR = 2026, BANK_HOLIDAYS_LAST_YEAR = 2035, BANK_HOLIDAYS_MAX = 12 };

/* Writes the dates of that year to out[BANK_HOLIDAYS_MAX], in no order, and returns how many. */
int bank_holidays_of_year(int year, int *out);
bool bank_holidays_has(int date);

#endif
