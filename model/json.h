/* JSON documents as text. */
#ifndef ROTA_MODEL_JSON_H
#define ROTA_MODEL_JSON_H

#include <glib.h>
#include <jansson.h>

/* The document in a stable, readable form with a newline at its end; takes the
 * reference. g_free the text. */
char *json_text(json_t *document);

/* Percent with at most two decimals: 1234 hundredths are 12.34. */
json_t *json_hundredths(gint64 hundredths);

/* The same, and a whole number; null where it is negative, which stands for none. */
json_t *json_hundredths_or_null(gint64 hundredths);
json_t *json_number_or_null(gint64 number);

/* Texts, of char *, as a list. */
json_t *json_texts(const GPtrArray *texts);

#endif
