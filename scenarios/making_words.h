/* What a scenario changes, in people's words: names in place of ids, dates as they are said. */
#ifndef ROTA_SCENARIOS_MAKING_WORDS_H
#define ROTA_SCENARIOS_MAKING_WORDS_H

#include "scenarios/making.h"

/* "Hove hub" of "hove", a site, task or clinician of the service as it stands; another word
 * is itself. */
const char *making_name(const struct making *making, const char *id);

/* Appends "validation removes" of "validation_removes". */
void making_key_words(const char *key, GString *out);

/* Appends what a node says: "Hove hub, Crawley hub", "30 January 2027 am pm",
 * "need 1, target 2"; cut short where it is very long. */
void making_words(const struct making *making, const struct node *node, GString *out);

/* Appends the map's entries but those of the keys, a NULL after the last; `before` stands
 * before the first, and a comma before others. Nothing where none is left. */
void making_words_but(const struct making *making, const struct node *map, const char *const *keys,
                      const char *before, GString *out);

/* Appends " from 18 January 2027", and " until 31 March 2027", or " on" one day; a date may be
 * DATE_NONE. */
void making_words_span(int from, int until, GString *out);

#endif
