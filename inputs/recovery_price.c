#include "inputs/recovery_price.h"

#include "inputs/decimal.h"
#include "inputs/value.h"

#include <math.h>
#include <stdlib.h>

/* A year of 365.25 days has so many weeks; full time is so many hours of one. */
static const double WEEKS_A_YEAR = 52.18, HOURS_A_WEEK = 37.5;

/* The middle of each band's pay, England, from 1 April 2025: NHS Employers, Pay scales for
 * 2025/26 (Agenda for Change). Band 8 is 8a. On top come national insurance (15% above 5,000
 * pounds), 14.38% to the pension scheme and the levy: about 28% at band 6. */
static const struct recovery_costs published = {
    .bands = {[2] = 24465,
              [3] = 25768,
              [4] = 28824,
              [5] = 34423,
              [6] = 42631,
              [7] = 51260,
              [8] = 59186,
              [9] = 117402},
    .on_costs = 0.28,
    .words =
        "an assumption: the middle of each Agenda for Change band, England 2025/26 (NHS "
        "Employers), and 28% on-costs",
};

static void read_bands(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct recovery_costs *costs = field;
  if (!reader_is_map(reader, value, "pay by band"))
    return;
  for (int i = 0; i < value->count; i++) {
    int band;
    if (value_band(reader, value->keys[i], &band))
      value_number(reader, value->items[i], key->least, key->most, &costs->bands[band]);
  }
}

static const struct key costs_table[] = {
    {.name = "bands", .read = read_bands, .least = 1, .most = RECOVERY_PRICE_MAX},
    {.name = "on_costs",
     .read = key_decimal,
     .offset = offsetof(struct recovery_costs, on_costs),
     .most = 2},
};
const struct keys recovery_costs_keys = KEYS_OF("costs", costs_table);

static const struct key staff_table[] = {
    {.name = "band",
     .read = key_band,
     .offset = offsetof(struct recovery_staff, band),
     .required = true},
    {.name = "hours",
     .read = key_hundredths,
     .offset = offsetof(struct recovery_staff, hours_hundredths),
     .least = 1,
     .most = 1000000},
    {.name = "wte",
     .read = key_hundredths,
     .offset = offsetof(struct recovery_staff, wte_hundredths),
     .least = 1,
     .most = 10000},
    {.name = "rate",
     .read = key_decimal,
     .offset = offsetof(struct recovery_staff, rate),
     .least = 0,
     .most = 10},
};
const struct keys recovery_staff_keys = KEYS_OF("staff", staff_table);

void recovery_costs_read(struct reader *reader, const struct node *node, struct recovery_costs *out)
{
  *out = published;
  if (!node)
    return;
  reader_map(reader, node, &recovery_costs_keys, out);
  out->words =
      "pay and on-costs as recovery.yaml has them; bands it leaves out are the middle of "
      "Agenda for Change, England 2025/26";
}

static double wte_of(const struct recovery_staff *staff)
{
  double hours = staff->hours_hundredths / 100.0;
  return staff->wte_hundredths / 100.0 + hours * 12 / (HOURS_A_WEEK * WEEKS_A_YEAR);
}

int recovery_staff_price(const struct recovery_costs *costs, const struct recovery_staff *staff)
{
  double a_month = costs->bands[staff->band] * (1 + costs->on_costs) / 12;
  return (int)lround(a_month * wte_of(staff) * staff->rate);
}

int recovery_staff_wte(const struct recovery_staff *staff)
{
  return (int)lround(100 * wte_of(staff));
}
