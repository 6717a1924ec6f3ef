/* Gathers the words a service makes up, in order of appearance. */
#ifndef ROTA_INPUTS_VOCABULARY_H
#define ROTA_INPUTS_VOCABULARY_H

#include "inputs/reader.h"

/* Adds a word, unless it is there. More than 250 words are an error. */
void vocabulary_add(struct reader *reader, struct vocabulary *vocabulary, struct where where,
                    const char *word);
/* Adds the words of a node: one, a list of them, or the keys of a map. */
void vocabulary_add_node(struct reader *reader, struct vocabulary *vocabulary,
                         const struct node *node);

#endif
