#include "model/date_pattern.h"

#include "model/date.h"

#include <glib.h>
#include <string.h>

enum part { PART_DAY, PART_MONTH, PART_YEAR, PART_NONE };

/* The longer before the shorter that it begins with. */
static const struct token {
  const char *name;
  enum part part;
} tokens[] = {
    {"yyyy", PART_YEAR}, {"yy", PART_YEAR}, {"mmm", PART_MONTH},
    {"mm", PART_MONTH},  {"dd", PART_DAY},
};

/* What stands at the beginning of `at`; NULL: a character that stands for itself. */
static const struct token *token_at(const char *at)
{
  for (size_t i = 0; i < G_N_ELEMENTS(tokens); i++)
    if (g_str_has_prefix(at, tokens[i].name))
      return &tokens[i];
  return NULL;
}

bool date_pattern_is_whole(const char *pattern)
{
  int found[PART_NONE] = {0};
  for (const char *at = pattern; *at;) {
    const struct token *token = token_at(at);
    if (token)
      found[token->part]++;
    at += token ? strlen(token->name) : 1;
  }
  return found[PART_DAY] == 1 && found[PART_MONTH] == 1 && found[PART_YEAR] == 1;
}

/* A number of `least` to `most` digits; 0, which no part of a date is: there is none. */
static int take_digits(const char **at, int least, int most)
{
  int value = 0, count = 0;
  for (; count < most && g_ascii_isdigit(**at); count++)
    value = 10 * value + *(*at)++ - '0';
  return count < least ? 0 : value;
}

static int take_month_name(const char **at)
{
  for (int i = 0; i < YEAR_MONTHS; i++)
    if (g_ascii_strncasecmp(*at, date_months_short[i], 3) == 0) {
      *at += 3;
      return i + 1;
    }
  return 0;
}

static int take_part(const struct token *token, const char **at)
{
  size_t letters = strlen(token->name);
  if (letters == 4)
    return take_digits(at, 4, 4);
  if (letters == 3)
    return take_month_name(at);
  if (token->part != PART_YEAR)
    return take_digits(at, 1, 2);
  const char *first = *at;
  int year = take_digits(at, 2, 2);
  return *at - first < 2 ? 0 : 2000 + year;
}

bool date_pattern_parse(const char *pattern, const char *text, int *out)
{
  static const char *const ends[] = {"", " 00:00", " 00:00:00", "T00:00:00", NULL};
  int parts[PART_NONE] = {0};
  while (*pattern) {
    const struct token *token = token_at(pattern);
    if (token)
      parts[token->part] = take_part(token, &text);
    else if (*text++ != *pattern)
      return false;
    pattern += token ? strlen(token->name) : 1;
  }
  int date = date_make(parts[PART_YEAR], parts[PART_MONTH], parts[PART_DAY]);
  if (date == DATE_NONE || !g_strv_contains(ends, text))
    return false;
  *out = date;
  return true;
}

static void append_part(GString *out, const struct token *token, int date)
{
  if (token->part == PART_DAY)
    g_string_append_printf(out, "%02d", date_day(date));
  else if (token->part == PART_YEAR)
    g_string_append_printf(out, "%02d",
                           strlen(token->name) == 4 ? date_year(date) : date_year(date) % 100);
  else if (strlen(token->name) == 3)
    g_string_append(out, date_months_short[date_month(date) - 1]);
  else
    g_string_append_printf(out, "%02d", date_month(date));
}

char *date_pattern_format(const char *pattern, int date)
{
  GString *out = g_string_new(NULL);
  while (*pattern) {
    const struct token *token = token_at(pattern);
    if (token)
      append_part(out, token, date);
    else
      g_string_append_c(out, *pattern);
    pattern += token ? strlen(token->name) : 1;
  }
  return g_string_free(out, FALSE);
}
