/* Rules and their parameters in words, the same for every form of the
 * catalogue. Each text is the caller's, for g_free. */
#ifndef ROTA_REPORTS_CATALOGUE_WORDS_H
#define ROTA_REPORTS_CATALOGUE_WORDS_H

#include "model/rule.h"

extern const char *const catalogue_kinds[];   /* of enum param_kind */
extern const char *const catalogue_natures[]; /* of enum rule_nature */

/* "0 to 31 days", "yes or no", "day, week or month", "the id of a task" */
char *catalogue_values(const struct rule_param *param);
/* "if not given, 3"; "required"; "no limit if not given" */
char *catalogue_initial(const struct rule_param *param);
/* The default itself: "3", "yes", "week"; NULL: none. */
char *catalogue_default(const struct rule_param *param);
/* "hard", "soft, weight 5" ..., and whether it stands unwritten */
char *catalogue_nature(const struct rule *rule);
/* The YAML keys of a scope: "who, task, from, until"; "the whole service" */
char *catalogue_scope(unsigned scope);
/* The same, one by one, NULL-terminated, for g_strfreev. */
char **catalogue_scope_keys(unsigned scope);

#endif
