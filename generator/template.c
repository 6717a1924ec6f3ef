#include "generator/template.h"

#include <string.h>

static const char heading[] = "#: ", always[] = "always";

struct template_values {
  const struct template_values *outer; /* where a name is looked for next; or NULL */
  GHashTable *texts;                   /* $name: char * */
  GHashTable *parts; /* part: GPtrArray of struct template_values, one for each time */
};

static void free_values(void *values)
{
  template_values_free(values);
}

static void free_array(void *array)
{
  g_ptr_array_unref(array);
}

struct template_values *template_values_new(void)
{
  struct template_values *values = g_new(struct template_values, 1);
  values->outer = NULL;
  values->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  values->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_array);
  return values;
}

void template_values_free(struct template_values *values)
{
  if (!values)
    return;
  g_hash_table_unref(values->texts);
  g_hash_table_unref(values->parts);
  g_free(values);
}

void template_set(struct template_values *values, const char *name, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_hash_table_insert(values->texts, g_strdup(name), g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

/* The times that a part is written: known from now on. */
static GPtrArray *times_of(struct template_values *values, const char *part)
{
  GPtrArray *times = g_hash_table_lookup(values->parts, part);
  if (!times) {
    times = g_ptr_array_new_with_free_func(free_values);
    g_hash_table_insert(values->parts, g_strdup(part), times);
  }
  return times;
}

struct template_values *template_each(struct template_values *values, const char *part)
{
  struct template_values *own = template_values_new();
  own->outer = values;
  g_ptr_array_add(times_of(values, part), own);
  return own;
}

void template_when(struct template_values *values, const char *part, bool applies)
{
  g_ptr_array_set_size(times_of(values, part), 0);
  if (applies)
    template_each(values, part);
}

static const char *value_of(const struct template_values *values, const char *name)
{
  const char *text = NULL;
  for (; values && !text; values = values->outer)
    text = g_hash_table_lookup(values->texts, name);
  g_assert(text);
  return text;
}

static void fill(const char *text, const struct template_values *values, GString *out)
{
  for (const char *gap; (gap = strchr(text, '$'));) {
    g_string_append_len(out, text, gap - text);
    size_t length = strspn(gap + 1, "abcdefghijklmnopqrstuvwxyz_");
    g_autofree char *name = g_strndup(gap + 1, length);
    g_string_append(out, value_of(values, name));
    text = gap + 1 + length;
  }
  g_string_append(out, text);
}

/* Takes the next part off `*rest`: its name and its text, both to g_free. False:
 * there is none. */
static bool next_part(const char **rest, char **name, char **text)
{
  const char *start = g_str_has_prefix(*rest, heading) ? *rest : strstr(*rest, "\n#: ");
  if (!start)
    return false;
  start += (*start == '\n') + strlen(heading);
  const char *line_end = strchr(start, '\n');
  g_assert(line_end);
  const char *end = strstr(line_end, "\n#: ");
  end = end ? end + 1 : line_end + strlen(line_end);
  *name = g_strndup(start, (gsize)(line_end - start));
  *text = g_strndup(line_end + 1, (gsize)(end - line_end - 1));
  *rest = end;
  return true;
}

void template_write(const char *template, const struct template_values *values, GString *out)
{
  for (char *part, *text; next_part(&template, &part, &text); g_free(part), g_free(text)) {
    if (strcmp(part, always) == 0) {
      fill(text, values, out);
      continue;
    }
    const GPtrArray *times = g_hash_table_lookup(values->parts, part);
    g_assert(times);
    for (guint i = 0; i < times->len; i++)
      fill(text, g_ptr_array_index(times, i), out);
  }
}

char *template_part(const char *template, const char *part)
{
  char *found = NULL;
  for (char *name, *text; !found && next_part(&template, &name, &text); g_free(name)) {
    if (strcmp(name, part) == 0)
      found = text;
    else
      g_free(text);
  }
  g_assert(found);
  return found;
}

void template_write_part(const char *template, const char *part,
                         const struct template_values *values, GString *out)
{
  g_autofree char *text = template_part(template, part);
  fill(text, values, out);
}
