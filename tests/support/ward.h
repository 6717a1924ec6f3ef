/* The month of a ward, as published nurse rostering problems have it: rules that bind a person's
 * days to each other. */
#ifndef ROTA_TESTS_SUPPORT_WARD_H
#define ROTA_TESTS_SUPPORT_WARD_H

#include "model/programme.h"

enum { WARD_DAYS = 28 };

/* Days at work come in runs of two to five, days off in twos or more, two weekends of four are
 * off, and the hours are tight. No day is worked by more than `most`. Placement
 * nurse x WARD_DAYS + day says that the nurse works then, at a price. */
struct programme *ward_months(int nurses, int most);

/* Adds that each day wants so many, at this price for each who is missing. */
void ward_want(struct programme *ward, int nurses, int each_day, int64_t price);

#endif
