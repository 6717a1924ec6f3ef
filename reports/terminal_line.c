#include "reports/terminal_parts.h"

enum { LABEL_WIDTH = 16 };

void terminal_heading(struct terminal *terminal, const char *text)
{
  g_string_append_c(terminal->out, '\n');
  text_bold(terminal->out, text, terminal->colour);
  g_string_append_c(terminal->out, '\n');
}

void terminal_line(struct terminal *terminal, const char *label, const char *text)
{
  g_string_append(terminal->out, "  ");
  text_left(terminal->out, label, LABEL_WIDTH);
  text_wrap(terminal->out, text, LABEL_WIDTH + 2);
}
