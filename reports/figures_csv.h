/* The figures of a rota by service, PCN and person, as a CSV. */
#ifndef ROTA_REPORTS_FIGURES_CSV_H
#define ROTA_REPORTS_FIGURES_CSV_H

#include <jansson.h>

/* A row for each number that a document of rota.json states of the service ("totals"), of
 * each PCN and of each clinician: of, id, figure, value. What is null has no value. g_free
 * it. */
char *figures_csv_text(const json_t *document);

#endif
