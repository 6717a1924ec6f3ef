/* What staff cost: `costs:` of recovery.yaml and `staff:` of its levers. */
#ifndef ROTA_INPUTS_RECOVERY_PRICE_H
#define ROTA_INPUTS_RECOVERY_PRICE_H

#include "inputs/reader.h"

enum { RECOVERY_BANDS = 10, RECOVERY_PRICE_MAX = 10000000 };

struct recovery_costs {
  int bands[RECOVERY_BANDS]; /* pounds a year of 1.0 WTE, by band, 2 to 9 */
  double on_costs;           /* the employer's, on top, as a share */
  const char *words;         /* where they come from */
};

/* Of one unit in use for a month. Band 0: nobody. */
struct recovery_staff {
  int band;
  int hours_hundredths;
  int wte_hundredths;
  double rate; /* 1.5 for time and a half */
};

extern const struct keys recovery_costs_keys, recovery_staff_keys;

/* NULL: what was published. */
void recovery_costs_read(struct reader *reader, const struct node *node,
                         struct recovery_costs *out);
/* Pounds a month; and WTE, in hundredths. */
int recovery_staff_price(const struct recovery_costs *costs, const struct recovery_staff *staff);
int recovery_staff_wte(const struct recovery_staff *staff);

#endif
