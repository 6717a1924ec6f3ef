#include "inputs/value.h"

#include "model/month_id.h"
#include "model/nearest.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_DAYS = 366 };

static void expected(struct reader *reader, const struct node *node, const char *what)
{
  diagnostics_error(reader->diagnostics, node->where, "expected %s, found %s", what,
                    reader_describe(reader, node));
}

bool value_text(struct reader *reader, const struct node *node, const char *what, const char **out)
{
  if (node->kind == NODE_SCALAR && !node_is_empty(node) && *node->text) {
    *out = node->text;
    return true;
  }
  expected(reader, node, what);
  return false;
}

/* Whole hundredths of a text such as "-12.5"; false: it is no such number, or
 * too large for any bound. */
static bool parse_hundredths(const char *text, int *out)
{
  enum { DIGITS_MAX = 7 };
  bool minus = *text == '-';
  text += minus;
  size_t whole = strspn(text, "0123456789");
  size_t decimals = text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
  size_t end = whole + (text[whole] == '.' ? decimals + 1 : 0);
  if (whole < 1 || whole > DIGITS_MAX || text[end] || decimals > 2 ||
      (text[whole] == '.' && decimals == 0))
    return false;
  int value = 0;
  for (size_t i = 0; i < whole; i++)
    value = value * 10 + (text[i] - '0');
  for (size_t i = 0; i < 2; i++)
    value = value * 10 + (i < decimals ? text[whole + 1 + i] - '0' : 0);
  *out = minus ? -value : value;
  return true;
}

bool value_number(struct reader *reader, const struct node *node, int least, int most, int *out)
{
  int value;
  if (node->kind == NODE_SCALAR && !strchr(node->text, '.') &&
      parse_hundredths(node->text, &value) && value / 100 >= least && value / 100 <= most) {
    *out = value / 100;
    return true;
  }
  diagnostics_error(reader->diagnostics, node->where,
                    "expected a whole number from %d to %d, found %s", least, most,
                    reader_describe(reader, node));
  return false;
}

bool value_hundredths(struct reader *reader, const struct node *node, int least, int most, int *out)
{
  int value;
  if (node->kind == NODE_SCALAR && parse_hundredths(node->text, &value) && value >= least &&
      value <= most) {
    *out = value;
    return true;
  }
  diagnostics_error(reader->diagnostics, node->where,
                    "expected a number from %d.%02d to %d.%02d, at most two decimals, found %s",
                    least / 100, least % 100, most / 100, most % 100,
                    reader_describe(reader, node));
  return false;
}

bool value_is_switch(const struct node *node, bool *out)
{
  static const struct {
    const char *word;
    bool value;
  } words[] = {{"yes", true}, {"true", true}, {"no", false}, {"false", false}};
  for (size_t i = 0; node->kind == NODE_SCALAR && i < G_N_ELEMENTS(words); i++)
    if (g_ascii_strcasecmp(node->text, words[i].word) == 0) {
      *out = words[i].value;
      return true;
    }
  return false;
}

bool value_switch(struct reader *reader, const struct node *node, bool *out)
{
  if (value_is_switch(node, out))
    return true;
  expected(reader, node, "yes or no");
  return false;
}

bool value_date(struct reader *reader, const struct node *node, int *out)
{
  int date;
  if (node->kind != NODE_SCALAR || !date_parse(node->text, &date)) {
    expected(reader, node, "a date such as 2027-01-12");
    return false;
  }
  if (date_year(date) < 1900 || date_year(date) > 2200) {
    diagnostics_error(reader->diagnostics, node->where,
                      "%s is out of range; expected a date from 1900 to 2200", node->text);
    return false;
  }
  *out = date;
  return true;
}

bool value_choice(struct reader *reader, const struct node *node, const char *const *words,
                  int *out)
{
  int count = 0;
  for (; words[count]; count++)
    if (node->kind == NODE_SCALAR && strcmp(words[count], node->text) == 0) {
      *out = count;
      return true;
    }
  g_autofree char *all = g_strjoinv(", ", (char **)words);
  const char *nearest = node->kind == NODE_SCALAR ? nearest_word(node->text, words, count) : NULL;
  diagnostics_error(reader->diagnostics, node->where, "expected one of %s, found %s%s%s%s", all,
                    reader_describe(reader, node), nearest ? "; did you mean '" : "",
                    nearest ? nearest : "", nearest ? "'?" : "");
  return false;
}

/* Reads "08:30" from the start of a text and returns what follows, or NULL. */
static const char *parse_clock(const char *text, int *out)
{
  size_t digits = strspn(text, "0123456789");
  if (digits < 1 || digits > 2 || text[digits] != ':' ||
      strspn(text + digits + 1, "0123456789") != 2)
    return NULL;
  int hours = 0;
  for (size_t i = 0; i < digits; i++)
    hours = hours * 10 + (text[i] - '0');
  int minutes = (text[digits + 1] - '0') * 10 + (text[digits + 2] - '0');
  if (minutes > 59 || hours * 60 + minutes > 24 * 60)
    return NULL;
  *out = hours * 60 + minutes;
  return text + digits + 3;
}

bool value_clock(struct reader *reader, const struct node *node, int *out)
{
  int minute;
  const char *rest = node->kind == NODE_SCALAR ? parse_clock(node->text, &minute) : NULL;
  if (rest && *rest == '\0') {
    *out = minute;
    return true;
  }
  expected(reader, node, "a time such as \"08:30\"");
  return false;
}

bool value_clocks(struct reader *reader, const struct node *node, int *from, int *until)
{
  int start, end;
  const char *rest = node->kind == NODE_SCALAR ? parse_clock(node->text, &start) : NULL;
  while (rest && *rest == ' ')
    rest++;
  if (rest && *rest == '-')
    for (rest++; *rest == ' ';)
      rest++;
  else
    rest = NULL;
  rest = rest ? parse_clock(rest, &end) : NULL;
  if (!rest || *rest) {
    expected(reader, node, "times such as \"07:30-20:00\"");
    return false;
  }
  if (end <= start) {
    diagnostics_error(reader->diagnostics, node->where, "%s ends before it begins", node->text);
    return false;
  }
  *from = start;
  *until = end;
  return true;
}

bool value_band(struct reader *reader, const struct node *node, int *out)
{
  const char *text = node->kind == NODE_SCALAR ? node->text : "";
  bool lettered = text[0] == '8' && text[1] >= 'a' && text[1] <= 'd' && text[2] == '\0';
  if (!lettered && !(text[0] >= '2' && text[0] <= '9' && text[1] == '\0')) {
    expected(reader, node, "a band from 2 to 9, or 8a to 8d");
    return false;
  }
  *out = text[0] - '0';
  return true;
}

static bool well_formed(const char *text)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  return *text && *text != '-' && *text != '_' && text[strspn(text, letters)] == '\0';
}

static bool is_formed_as_id(struct reader *reader, const struct node *node, const char *what)
{
  const char *fault = NULL;
  if (!well_formed(node->text))
    fault = "use small letters, digits, '-' and '_' only";
  else if (strlen(node->text) > ID_LENGTH_MAX)
    fault = "at most 40 letters";
  if (fault)
    diagnostics_error(reader->diagnostics, node->where, "%s can't be the id of a %s: %s",
                      reader_describe(reader, node), what, fault);
  return !fault;
}

bool value_is_id(struct reader *reader, const struct node *node, const char *what)
{
  static const char *const reserved[] = {"all", "every", "off", "not", "none", NULL};
  if (!is_formed_as_id(reader, node, what))
    return false;
  bool taken = g_strv_contains(reserved, node->text);
  for (int i = 0; i < WEEK_DAYS && !taken; i++)
    taken = strcmp(node->text, date_weekday_names[i]) == 0;
  if (taken)
    diagnostics_error(reader->diagnostics, node->where,
                      "'%s' can't be the id of a %s: the word has a meaning of its own", node->text,
                      what);
  return !taken;
}

bool value_word(struct reader *reader, const struct node *node, const char *what, const char **out)
{
  g_autofree char *article = g_strdup_printf("a %s", what);
  const char *text;
  if (!value_text(reader, node, article, &text) || !is_formed_as_id(reader, node, what))
    return false;
  *out = text;
  return true;
}

bool value_in_order(struct reader *reader, struct where where, int from, int until)
{
  char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
  if (from == DATE_NONE || until == DATE_NONE || from <= until)
    return true;
  diagnostics_error(reader->diagnostics, where, "ends on %s, before it begins on %s",
                    date_format(until, last), date_format(from, first));
  return false;
}

void value_check_length(struct reader *reader, struct where where, int from, int until)
{
  char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
  if (until - from > YEAR_DAYS)
    diagnostics_warning(reader->diagnostics, where,
                        "this is of more than a year, from %s to %s; are both years right?",
                        date_format(from, first), date_format(until, last));
}

/* Ends a line, steers a terminal, or is no character at all, which no XML may hold. */
static bool is_of_no_name(gunichar character)
{
  GUnicodeType type = g_unichar_type(character);
  bool is_none = (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
  return is_none || type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static bool is_one_line(const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char(at))
    if (is_of_no_name(g_utf8_get_char(at)))
      return false;
  return true;
}

char *value_without_turning(const char *text)
{
  GString *out = g_string_new(NULL);
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    gunichar character = g_utf8_get_char(at);
    bool turns = (character >= 0x202a && character <= 0x202e) ||
                 (character >= 0x2066 && character <= 0x2069);
    if (!turns)
      g_string_append_unichar(out, character);
  }
  return g_string_free(out, FALSE);
}

void key_text(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  const char *text;
  (void)key;
  if (!value_text(reader, value, "a text", &text))
    return;
  if (g_utf8_strlen(text, -1) > NAME_LENGTH_MAX || !is_one_line(text)) {
    expected(reader, value, "one line of at most 100 characters");
    return;
  }
  g_autofree char *plain = value_without_turning(text);
  *(const char **)field = arena_strdup(reader->arena, plain);
}

void key_number(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  value_number(reader, value, key->least, key->most, field);
}

void key_hundredths(struct reader *reader, const struct key *key, const struct node *value,
                    void *field)
{
  value_hundredths(reader, value, key->least, key->most, field);
}

void key_switch(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  value_switch(reader, value, field);
}

void key_date(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  value_date(reader, value, field);
}

void key_calendar_month(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  int first;
  (void)key;
  if (month_id_parse(value->text, &first) && !month_id_is_weeks(value->text))
    *(int *)field = first;
  else
    expected(reader, value, "a month such as 2027-01");
}

void key_band(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  value_band(reader, value, field);
}

void key_choice(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  value_choice(reader, value, key->words, field);
}
