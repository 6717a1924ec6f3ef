#include "reports/figures_csv.h"

#include "reports/text.h"

static void append_rows(GString *out, const char *of, const json_t *figures)
{
  const char *id = json_string_value(json_object_get(figures, "id")), *name;
  json_t *value;
  json_object_foreach((json_t *)(gpointer)figures, name, value)
  {
    if (!json_is_number(value) && !json_is_null(value))
      continue;
    g_string_append_printf(out, "%s,", of);
    text_csv(out, id ? id : "");
    g_string_append_printf(out, ",%s,", name);
    if (json_is_integer(value))
      g_string_append_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
      g_string_append_printf(out, "%.2f", json_real_value(value));
    g_string_append_c(out, '\n');
  }
}

static void append_list(GString *out, const char *of, const json_t *list)
{
  for (size_t i = 0; i < json_array_size(list); i++)
    append_rows(out, of, json_array_get(list, i));
}

char *figures_csv_text(const json_t *document)
{
  GString *out = g_string_new("of,id,figure,value\n");
  append_rows(out, "service", json_object_get(document, "totals"));
  append_list(out, "pcn", json_object_get(document, "pcns"));
  append_list(out, "clinician", json_object_get(document, "clinicians"));
  return g_string_free(out, FALSE);
}
