/* CSV files as other systems export them (RFC 4180): a header row, quotes where
 * needed, CR LF or LF, a byte order mark or none. */
#ifndef ROTA_INPUTS_CSV_H
#define ROTA_INPUTS_CSV_H

#include "inputs/csv_dialect.h"

enum { CSV_COLUMNS_MAX = 32 };

/* Gets a row as a map from column to cell, empty cells left out. */
typedef void csv_row(struct reader *reader, const struct node *row, void *context);

/* Reads a file, if there is one, and hands on its rows. Unknown columns, missing
 * ones and rows of another length are errors. People may be called what names.csv says. */
void csv_read(struct reader *reader, const char *path, const struct keys *columns, csv_row *take,
              void *context);
/* The same, of a file that may be as another system exports it. */
void csv_read_export(struct reader *reader, const char *path, const struct keys *columns,
                     const struct csv_dialect *dialect, csv_row *take, void *context);
/* csv_read with a reader of its own, of which nothing is left: `take` keeps no text of a row, nor
 * the name of its file. */
void csv_read_apart(struct source *source, const struct service *service,
                    struct diagnostics *diagnostics, const char *path, const struct keys *columns,
                    csv_row *take, void *context);

#endif
