#include "inputs/vocabulary.h"

enum { WORDS_MAX = 250 };

void vocabulary_add(struct reader *reader, struct vocabulary *vocabulary, struct where where,
                    const char *word)
{
  if (vocabulary_find(vocabulary, word) != NONE)
    return;
  if (vocabulary->count == WORDS_MAX) {
    diagnostics_error(reader->diagnostics, where, "'%s' is one word too many; at most %d of a kind",
                      word, WORDS_MAX);
    return;
  }
  if (!vocabulary->words)
    vocabulary->words = ARENA_NEW(reader->draft->arena, const char *, WORDS_MAX);
  vocabulary->words[vocabulary->count++] = arena_strdup(reader->draft->arena, word);
}

void vocabulary_add_node(struct reader *reader, struct vocabulary *vocabulary,
                         const struct node *node)
{
  if (!node || node_is_empty(node))
    return;
  if (node->kind == NODE_SCALAR)
    vocabulary_add(reader, vocabulary, node->where, node->text);
  for (int i = 0; i < node->count; i++) {
    const struct node *word = node->kind == NODE_MAP ? node->keys[i] : node->items[i];
    if (word->kind == NODE_SCALAR && !node_is_empty(word))
      vocabulary_add(reader, vocabulary, word->where, word->text);
  }
}
