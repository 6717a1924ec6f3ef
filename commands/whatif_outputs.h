/* Where a comparison of scenarios goes: the terminal, and files. */
#ifndef ROTA_COMMANDS_WHATIF_OUTPUTS_H
#define ROTA_COMMANDS_WHATIF_OUTPUTS_H

#include "reports/whatif_report.h"

/* As the options say; "-" is standard output. */
struct whatif_outputs {
  char *csv, *html; /* NULL: not wanted */
  gboolean json;    /* instead of the table */
  gboolean quiet;   /* neither */
  gboolean force;   /* replace files that are there */
};

/* May the files be made, and is there one thing at most for standard output? If
 * not, says so. */
bool whatif_outputs_free(const struct whatif_outputs *outputs);

/* Writes and prints what is wanted; false, having said why, if a file can't be. */
bool whatif_outputs_write(const struct whatif_outputs *outputs, const struct whatif_report *report);

#endif
