/* columns.yaml and names.csv: what other systems call columns, days and people, so that their
 * exports can be laid into the service's folder as they are. */
#ifndef ROTA_INPUTS_EXCHANGE_H
#define ROTA_INPUTS_EXCHANGE_H

#include "inputs/csv_dialect.h"

/* Once the service's clinicians are known. Mistakes are reported; exchange_free it. */
struct exchange *exchange_read(struct reader *reader);
void exchange_free(struct exchange *exchange); /* NULL is fine */

#endif
