/* What another system calls the columns of a file, the people in it and the days: how a file that
 * it exported is read as it is. */
#ifndef ROTA_INPUTS_CSV_DIALECT_H
#define ROTA_INPUTS_CSV_DIALECT_H

#include "inputs/reader.h"

struct csv_dialect {
  const struct node *columns; /* from a file's header to a column here, or "ignore"; NULL: none */
  const struct node *dates;   /* a pattern of model/date_pattern.h; NULL: 2027-01-12 */
};

/* columns.yaml and names.csv of a service. */
struct exchange {
  struct arena *arena;
  struct csv_dialect leave, booked, staff;
  GHashTable *names; /* from what another system calls somebody to a `const int` beside it in the
                      * arena: the clinician, or NONE for nobody of this service */
};

enum csv_meaning {
  CSV_MEANS,   /* it is what the translated node says */
  CSV_IGNORED, /* it was written that it isn't to be read */
  CSV_WRONG,   /* reported */
};

/* A cell of the header: what it is called here. `dialect` NULL, and the same below: as it is. */
enum csv_meaning csv_dialect_column(struct reader *reader, const struct csv_dialect *dialect,
                                    const struct node **cell);
/* A cell of a row, in the column that `key` reads. Ignored: the row is about nobody here. */
enum csv_meaning csv_dialect_cell(struct reader *reader, const struct csv_dialect *dialect,
                                  const struct key *key, const struct node **cell);
/* Warns of names in the dialect that the header has not got. */
void csv_dialect_check(struct reader *reader, const struct csv_dialect *dialect,
                       const struct node *const *header, int count);

#endif
