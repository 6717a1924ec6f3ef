/* What changed between two rotas: for the manager, for programs, and for each person affected. */
#ifndef ROTA_REPORTS_DIFF_REPORT_H
#define ROTA_REPORTS_DIFF_REPORT_H

#include "planning/rota_diff.h"

#include <jansson.h>

/* By person, then by site. g_free it. */
char *diff_text(const struct rota_diff *diff);
/* json_decref it. */
json_t *diff_json(const struct rota_diff *diff);

/* To that person: what moved of theirs, and of the people they work with. g_free it. */
char *diff_message(const struct rota_diff *diff, const struct diff_person *person);
/* The same as a mail that opens ready to be sent (RFC 5322); NULL: the address is not known. */
char *diff_mail(const struct rota_diff *diff, const struct diff_person *person);

#endif
