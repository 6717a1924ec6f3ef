#include "inputs/booked_row.h"

#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"

enum { PEOPLE_MAX = 1000 };

static const struct key columns_table[] = {
    {.name = "date",
     .read = key_date,
     .offset = offsetof(struct booked_row, date),
     .required = true},
    {.name = "session",
     .read = key_block,
     .offset = offsetof(struct booked_row, block),
     .required = true},
    {.name = "clinician",
     .read = key_clinician,
     .offset = offsetof(struct booked_row, clinician),
     .required = true},
    {.name = "people",
     .read = key_number,
     .offset = offsetof(struct booked_row, people),
     .most = PEOPLE_MAX,
     .required = true},
};
const struct keys booked_columns = KEYS_OF("a row", columns_table);
