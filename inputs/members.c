#include "inputs/members.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Whole numbers up to here are exact in any JSON parser. */
#define FIGURE_MOST (INT64_C(1) << 53)

static void fault(const struct members *members, const char *key, const char *text)
{
  struct where where = {.file = members->path};
  diagnostics_error(members->diagnostics, where, "%s: '%s' %s", members->at, key, text);
}

bool members_begin(const struct members *members, size_t count)
{
  struct where where = {.file = members->path};
  if (!json_is_object(members->object))
    diagnostics_error(members->diagnostics, where, "%s should be an object, { ... }", members->at);
  else if (json_object_size(members->object) > count)
    diagnostics_error(members->diagnostics, where, "%s has more than its %zu members", members->at,
                      count);
  else
    return true;
  return false;
}

const json_t *members_value(const struct members *members, const char *key)
{
  const json_t *value = json_object_get(members->object, key);
  if (!value)
    fault(members, key, "is missing");
  return value;
}

const json_t *members_list(const struct members *members, const char *key, size_t most)
{
  const json_t *value = members_value(members, key);
  if (value && !json_is_array(value))
    fault(members, key, "should be a list, [ ... ]");
  else if (value && json_array_size(value) > most)
    fault(members, key, "has too many items");
  else
    return value;
  return NULL;
}

bool members_is_plain(const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char(at))
    if (*at != '\n' && *at != '\t' && g_unichar_iscntrl(g_utf8_get_char(at)))
      return false;
  return true;
}

bool members_text(const struct members *members, const char *key, char **out)
{
  const json_t *value = members_value(members, key);
  const char *text = json_string_value(value);
  bool fine = text && members_is_plain(text);
  if (fine)
    *out = g_strdup(text);
  else if (value)
    fault(members, key, text ? "has a control character" : "should be a text");
  return fine;
}

bool members_text_or_null(const struct members *members, const char *key, char **out)
{
  if (!json_is_null(json_object_get(members->object, key)))
    return members_text(members, key, out);
  *out = NULL;
  return true;
}

bool members_switch(const struct members *members, const char *key, bool *out)
{
  const json_t *value = members_value(members, key);
  if (json_is_boolean(value))
    *out = json_is_true(value);
  else if (value)
    fault(members, key, "should be true or false");
  return json_is_boolean(value);
}

bool members_choice(const struct members *members, const char *key, const char *const *words,
                    int count, int *out)
{
  g_autofree char *text = NULL;
  if (!members_text(members, key, &text))
    return false;
  for (int i = 0; i < count; i++)
    if (strcmp(text, words[i]) == 0) {
      *out = i;
      return true;
    }
  fault(members, key, "is not one of the words it can be");
  return false;
}

bool members_integer(const struct members *members, const char *key, int64_t least, int64_t most,
                     int64_t *out)
{
  const json_t *value = members_value(members, key);
  bool fits = json_is_integer(value);
  int64_t number = json_integer_value(value);
  if (value && !fits)
    fault(members, key, "should be a whole number");
  else if (value && (number < least || number > most))
    fault(members, key, "is out of range");
  else if (value)
    *out = number;
  return fits && number >= least && number <= most;
}

bool members_integer_or_null(const struct members *members, const char *key, int64_t least,
                             int64_t most, int64_t none, int64_t *out)
{
  if (!json_is_null(json_object_get(members->object, key)))
    return members_integer(members, key, least, most, out);
  *out = none;
  return true;
}

bool members_figure(const struct members *members, const char *key, const json_t *value,
                    int decimals, int64_t *out)
{
  double scaled = json_number_value(value) * (decimals ? 100 : 1);
  bool fits = json_is_integer(value);
  if (decimals && json_is_real(value))
    fits = true;
  if (!fits)
    fault(members, key, decimals ? "should be a number" : "should be a whole number");
  else if (fabs(scaled) > (double)FIGURE_MOST)
    fault(members, key, "is out of range");
  else if (fabs(scaled - nearbyint(scaled)) > 1e-3)
    fault(members, key, "has more than two decimals");
  else {
    *out = llround(scaled);
    return true;
  }
  return false;
}

bool members_figure_or_null(const struct members *members, const char *key, int decimals,
                            int64_t none, int64_t *out)
{
  const json_t *value = members_value(members, key);
  if (value && !json_is_null(value))
    return members_figure(members, key, value, decimals, out);
  if (value)
    *out = none;
  return value != NULL;
}
