#include "model/json.h"

#include <stdlib.h>

char *json_text(json_t *document)
{
  /* Fifteen digits, so that 12.34 is written and read back as just that. */
  char *dumped = json_dumps(document, JSON_INDENT(1) | JSON_REAL_PRECISION(15));
  json_decref(document);
  g_assert(dumped);
  char *out = g_strconcat(dumped, "\n", NULL);
  free(dumped);
  return out;
}

json_t *json_hundredths(gint64 hundredths)
{
  return json_real((double)hundredths / 100.0);
}

json_t *json_hundredths_or_null(gint64 hundredths)
{
  return hundredths < 0 ? json_null() : json_hundredths(hundredths);
}

json_t *json_number_or_null(gint64 number)
{
  return number < 0 ? json_null() : json_integer(number);
}

json_t *json_texts(const GPtrArray *texts)
{
  json_t *out = json_array();
  for (guint i = 0; i < texts->len; i++)
    json_array_append_new(out, json_string(texts->pdata[i]));
  return out;
}
