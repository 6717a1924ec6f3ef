/* Text broken into lines of a terminal. Widths are columns, not bytes. */
#ifndef ROTA_MODEL_TEXT_WRAP_H
#define ROTA_MODEL_TEXT_WRAP_H

#include <glib.h>

enum { TEXT_COLUMNS = 80 };

int text_width(const char *text);

/* Columns that the character takes: 0, 1 or 2. */
int text_character_width(gunichar character);

/* Appends the text broken between words, within TEXT_COLUMNS. The first line
 * goes on where `out` stands, at column `indent`; the others are indented. Ends
 * with a newline. */
void text_wrap(GString *out, const char *text, int indent);

#endif
