#include "inputs/node_text.h"

#include <string.h>

static void append_scalar(GString *out, const struct node *node)
{
  static const char plain[] =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. /()";
  size_t length = strlen(node->text);
  if (!node->quoted && length > 0 && strspn(node->text, plain) == length &&
      g_ascii_isalnum(*node->text)) {
    g_string_append(out, node->text);
    return;
  }
  if (!node->quoted && length == 0)
    return;
  g_string_append_c(out, node->quoted ? '"' : '\'');
  for (const char *c = node->text; *c; c++) {
    if (node->quoted && (*c == '"' || *c == '\\'))
      g_string_append_c(out, '\\');
    if (!node->quoted && *c == '\'')
      g_string_append_c(out, '\'');
    g_string_append_c(out, *c == '\n' ? ' ' : *c);
  }
  g_string_append_c(out, node->quoted ? '"' : '\'');
}

void node_text(GString *out, const struct node *node, const char *without)
{
  if (node->kind == NODE_SCALAR) {
    append_scalar(out, node);
    return;
  }
  bool is_map = node->kind == NODE_MAP, first = true;
  g_string_append_c(out, is_map ? '{' : '[');
  for (int i = 0; i < node->count; i++) {
    if (is_map && without && strcmp(node->keys[i]->text, without) == 0)
      continue;
    g_string_append(out, first ? "" : ", ");
    first = false;
    if (is_map) {
      append_scalar(out, node->keys[i]);
      g_string_append(out, ": ");
    }
    node_text(out, node->items[i], NULL);
  }
  g_string_append_c(out, is_map ? '}' : ']');
}
