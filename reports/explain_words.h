/* The words that several answers to "why" have in common. */
#ifndef ROTA_REPORTS_EXPLAIN_WORDS_H
#define ROTA_REPORTS_EXPLAIN_WORDS_H

#include "planning/consequence.h"

#include <jansson.h>

/* Appends the text as lines of at most 80 columns, all indented by so much. */
void explain_append(GString *out, int indent, const char *text);
/* That something can't be, and why: without what a reason says of there being no lawful rota at
 * all, which is not meant of one that is asked about. */
void explain_append_impossible(GString *out, const char *head, const char *reason);

/* Appends what would come of it: the price, who changes places, who loses, what it brings the one
 * who asks for it (NONE: nobody by name), which rules cost more; `doer` is how the sentence begins:
 * "it could be had"; `unproven` how it ends where a cheaper one may be near: EXPLAIN_CUT_SHORT
 * after a search that has a limit of time. */
#define EXPLAIN_CUT_SHORT "; the search was cut short, and a cheaper one may be near (--time)"
void explain_append_consequence(GString *out, const struct problem *problem,
                                const struct consequence *consequence, int asker, const char *doer,
                                const char *unproven);
json_t *explain_consequence_json(const struct problem *problem,
                                 const struct consequence *consequence);
/* Sets "alternative" to that; or, where there is none, "reason" to why. */
void explain_set_consequence(json_t *out, const struct problem *problem,
                             const struct consequence *consequence);

#endif
