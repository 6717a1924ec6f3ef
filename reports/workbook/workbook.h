/* A rota as a workbook for Excel and LibreOffice: by person, by site, every assignment (saved
 * as CSV, that sheet is a rota.csv again), cover, fairness and what is missing. */
#ifndef ROTA_REPORTS_WORKBOOK_WORKBOOK_H
#define ROTA_REPORTS_WORKBOOK_WORKBOOK_H

#include "model/assessment.h"
#include "model/status.h"

/* Writes it to the path, whole or not at all; replaces what is there. STATUS_IO: `*message`
 * says why it could not be written, for g_free. */
enum status workbook_write(const struct assessment *assessment, const char *path, char **message);

#endif
