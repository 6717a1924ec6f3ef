/* The catalogue of rules, written from the registry. */
#ifndef ROTA_REPORTS_CATALOGUE_H
#define ROTA_REPORTS_CATALOGUE_H

#include "model/rule.h"

/* Of one rule, or of all for NULL; g_free the text. */
char *catalogue_text(const struct rule *rule);
char *catalogue_json(const struct rule *rule);
/* A table of all, then a section for each. */
char *catalogue_markdown(const struct rule *rule);

#endif
