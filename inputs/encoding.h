/* How a file was saved, where that is not as it is read: one sentence that says how to save
 * it. Files are read as UTF-8, CSV with commas and lines that end in LF or CR LF. */
#ifndef ROTA_INPUTS_ENCODING_H
#define ROTA_INPUTS_ENCODING_H

#include <stddef.h>

/* For g_free; NULL: it is text in UTF-8. `*offset` is the byte at which it shows. The path
 * says by what program such a file is saved. */
char *encoding_fault(const char *path, const char *bytes, size_t length, size_t *offset);

/* The same of a CSV file's text: what separates its columns, and what ends its lines. */
char *encoding_csv_fault(const char *text);

#endif
