/* What lines of demand with a need from use come to in a month, in words. */
#ifndef ROTA_REPORTS_BY_USE_WORDS_H
#define ROTA_REPORTS_BY_USE_WORDS_H

#include "model/month.h"

/* A paragraph for each such line: "2027-01: First contact by use of 2026-10 to 2026-12
 * (service.yaml:52): Goldstone PCN 12 sessions a week (12.1 by use), ..."; empty where there is
 * none. g_free it. */
char *by_use_words(const struct month *month, const struct service *service);

#endif
